"""The outside heartbeat: an address is called only while reminders are proven to go out.

Whoever watches that address hears of silence, whatever is broken here: the audit, the delivery, the database or
this very program.
"""

import asyncio

import aiohttp
import structlog

from bot.app import App
from handlers.services import auditing

log = structlog.get_logger(__name__)

EVERY = 300.0
ALIVE = 60.0
"""Seconds within which the delivery must have looked for work."""


class Heartbeat:
    """Calls `url` every few minutes while the last audit is clean and the delivery lives."""

    def __init__(self, app: App, url: str, every: float = EVERY) -> None:
        self._app, self._url, self._every = app, url, every

    async def run(self) -> None:
        """Beat until cancelled."""
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=20)) as session:
            while True:
                await self.beat(session)
                await asyncio.sleep(self._every)

    async def beat(self, session: aiohttp.ClientSession) -> bool:
        """Call the address if everything is proven; whether it was called and answered well."""
        try:
            reason = await self._why_not()
            if reason is not None:
                log.warning("heartbeat_withheld", reason=reason)
                return False
            async with session.get(self._url, allow_redirects=False) as answer:
                good = answer.status < 300
        except Exception as error:  # noqa: BLE001 - whatever it was, the next beat tries again
            log.warning("heartbeat_failed", problem=type(error).__name__)
            return False
        if not good:
            log.warning("heartbeat_refused", status=answer.status)
        return good

    async def _why_not(self) -> str | None:
        idle = self._app.delivery.idle_for()
        if idle is None or idle > ALIVE:
            return "the delivery does not run"
        now = self._app.clock.now()
        if not await self._app.store.read(lambda uow: auditing.is_clean(uow, self._app.around, now)):
            return "no clean audit of the last working day"
        return None
