"""What this process knows of its channels, noted where every process reads it: how they are, how links begin."""

from collections.abc import Callable, Collection
from functools import partial

import structlog

from bot.channels.base import Channel, ChannelProblemError, Linked
from bot.clock import Clock
from bot.store import Store
from handlers.services import channel_watch, links
from messages.envelope import Text
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

SIGN_OF_LIFE = 60.0  # seconds after which a note is written again though nothing has changed

Noted = tuple[str | None, str | None]
"""The key of a channel's problem, and how its links begin."""


class ChannelNotes:
    """Writes a note when something has changed, and as a sign of life; `part` says what this process does."""

    def __init__(self, store: Store, clock: Clock, part: str) -> None:
        self._store = store
        self._clock = clock
        self._part = part
        self._noted: dict[str, tuple[Noted, float]] = {}

    async def keep_only(self, names: Collection[str]) -> None:
        """Forget the links of channels that are not configured any more."""
        await self._write(partial(links.keep_only, channels=names))

    async def note(self, name: str, channel: Channel | None, problem: ChannelProblemError | None) -> None:
        """Note how a channel is now."""
        begins: str | None = channel.start_link if isinstance(channel, Linked) else None
        state = (problem.key if problem else None, begins)
        now = self._clock.monotonic()
        known = self._noted.get(name)
        if known is not None and known[0] == state and now - known[1] < SIGN_OF_LIFE:
            return
        said = Text(problem.key, problem.params) if problem else None
        instant = self._clock.now()

        def write(uow: UnitOfWork) -> None:
            channel_watch.note(uow, name, self._part, said, instant)
            if begins is not None:
                links.note(uow, name, begins)

        if await self._write(write):
            self._noted[name] = (state, now)

    async def _write(self, work: Callable[[UnitOfWork], None]) -> bool:
        try:
            await self._store.write(work)
        except Exception as error:  # noqa: BLE001 - the database may be away: the next round writes it
            log.warning("channel_not_noted", problem=type(error).__name__)
            return False
        return True
