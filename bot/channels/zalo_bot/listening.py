"""Hearing Zalo Bot: one update a poll, an idle poll is 408, and what was taken may come again."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable
from typing import Any

import structlog

from bot import metrics
from bot.channels.base import ChannelProblemError, Receive
from bot.channels.zalo_bot import incoming
from bot.channels.zalo_bot.api import IDLE, TOO_MANY, Api, Failure, problem_of
from bot.clock import Clock

log = structlog.get_logger(__name__)

POLL_SECONDS = 30
ANSWER_SECONDS = 15.0
QUICKEST_IDLE = 0.5  # a server that does not wait is asked no more often than this
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
FIRST_REPEAT, LONGEST_REPEAT = 0.25, 2.0
FIRST_QUOTA = 5.0
CONFLICT = 409
REMEMBERED = 2000

Tell = Callable[[ChannelProblemError | None], None]


class Listener:
    """Hands updates to the intake; `tell` hears what is wrong, None once it is right again.

    What makes a redelivery harmless is the inbox, which knows its key for good. What is remembered here only
    keeps the poll from spinning while the platform gives the same update over and over.
    """

    def __init__(self, api: Api, receive: Receive, clock: Clock, tell: Tell) -> None:
        self.names: tuple[str, ...] = ()
        self._api = api
        self._receive = receive
        self._clock = clock
        self._tell = tell
        self._kept: OrderedDict[str, None] = OrderedDict()
        self._pause = FIRST_PAUSE
        self._repeat = FIRST_REPEAT

    async def poll(self) -> None:
        """Poll until cancelled; raises ChannelProblemError where the token is refused."""
        while True:
            began = self._clock.monotonic()
            try:
                raw = await self._api.call(
                    "getUpdates", {"timeout": POLL_SECONDS}, seconds=POLL_SECONDS + ANSWER_SECONDS
                )
            except Failure as failure:
                await self._after_failure(failure, self._clock.monotonic() - began)
                continue
            self._well()
            await self._after_update(raw, self._clock.monotonic() - began)

    async def _after_update(self, raw: Any, took: float) -> None:
        """Keep what came, however long that takes: nobody gives it to us a second time for certain."""
        while True:
            try:
                fresh = await self.take(raw)
                break
            except Exception as error:
                log.exception("zalo_bot_not_kept")
                self._tell(ChannelProblemError("channel-failed", problem=type(error).__name__))
                await self._wait()
        if fresh:
            self._repeat = FIRST_REPEAT
        elif incoming.event_of(raw) is None:
            await asyncio.sleep(max(0.0, QUICKEST_IDLE - took))
        else:
            await asyncio.sleep(self._repeat)
            self._repeat = min(self._repeat * 2, LONGEST_REPEAT)

    async def _after_failure(self, failure: Failure, took: float) -> None:
        """Wait as long as a failed poll asks for; an idle one asks for nothing."""
        if failure.code == IDLE:
            self._well()
            await asyncio.sleep(max(0.0, QUICKEST_IDLE - took))
            return
        if failure.left and took >= POLL_SECONDS:
            return  # it held the line longer than it was asked to: idle as well
        if failure.code:
            metrics.REFUSED.labels(incoming.NAME, str(failure.code)).inc()
        log.warning("zalo_bot_poll_failed", code=failure.code, problem=failure.words)
        if failure.wrong_token:
            raise problem_of(failure)
        if failure.code == CONFLICT:
            self._tell(ChannelProblemError("zalo-bot-second-poller"))
        elif failure.code == TOO_MANY:
            self._pause = max(self._pause, FIRST_QUOTA)
            self._tell(problem_of(failure))
        elif self._pause > FIRST_PAUSE:  # one hiccup is no problem yet
            self._tell(problem_of(failure))
        await self._wait()

    def _well(self) -> None:
        self._pause = FIRST_PAUSE
        self._tell(None)

    async def _wait(self) -> None:
        await asyncio.sleep(self._pause)
        self._pause = min(self._pause * 2, LONGEST_PAUSE)

    async def take(self, raw: Any) -> bool:
        """Return once an update is kept, whether it was new to us; raises what the intake raises."""
        event = incoming.event_of(raw)
        if event is None:
            return False
        message = incoming.inbound(event, self._api.account, self.names, self._clock.now())
        if message is None:
            log.info("zalo_bot_not_for_us", event_name=str(event.get("event_name")))
            return False
        if message.key in self._kept:
            return False
        await self._receive(message)
        while len(self._kept) >= REMEMBERED:
            self._kept.popitem(last=False)
        self._kept[message.key] = None
        return True
