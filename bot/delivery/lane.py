"""One channel's way out: messages that wait for their turn, urgent ones first, and calls on their way."""

import asyncio
from bisect import insort
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import structlog

from bot.channels.base import Channel, LiveChannel, Paced, Quote, RetryLaterError
from bot.delivery.rate_limit import Call, Pace
from messages.envelope import Address
from storage.records import OutboxRow

log = structlog.get_logger(__name__)

BATCH = 64  # messages a channel without a platform takes at once
IN_FLIGHT = 64  # calls of one channel on their way: as many slow chats may there be before others wait
MOST_WAITING = 32
AHEAD_SECONDS = 2.0  # how far ahead of the rate messages are claimed
HURRY = 16  # places beyond that, for what overtakes
REST = 3.0  # a message that must wait longer is given back, so that it neither ages nor fills a place
STALE = 10.0  # as long may a message wait here; its lease covers that and the sending
FAR_OFF = 20.0  # a further call of the same message waits no longer than this

Wait = Callable[[asyncio.Event, float], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Item:
    """A claimed message and where it goes; it waits here since `since`.

    `by_template`: an ordinary message is known not to get through. `quote` is what it costs where the channel has
    prices; `as_it_is` where its template would pass the month's cap.
    """

    row: OutboxRow
    to: Address
    repeated: bool
    since: float = 0.0
    by_template: bool = False
    quote: Quote | None = None
    as_it_is: bool = False

    @property
    def rank(self) -> tuple[bool, str, int]:
        """Return its place among those waiting: urgent, then talk, then the oldest."""
        return (not self.row.urgent, self.row.lane, self.row.id)


@dataclass(frozen=True, slots=True)
class Hooks:
    """What a lane asks of its owner; `room` is called when it could take more."""

    send: Callable[["Lane", Item], Coroutine[Any, Any, None]]
    put_back: Callable[[Sequence[Item]], Coroutine[Any, Any, None]]
    room: Callable[[], None]
    monotonic: Callable[[], float]
    wait: Wait


@dataclass(slots=True, eq=False)
class Lane:
    """Sends through one channel at the pace its platform allows; without a platform, at once."""

    channel: Channel
    hooks: Hooks
    pace: Pace | None = None
    _waiting: list[Item] = field(default_factory=list)
    _sending: set[int] = field(default_factory=set)
    _addresses: list[int] = field(default_factory=list)
    _resting: dict[int, float] = field(default_factory=dict)
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _open: dict[str, Call] = field(default_factory=dict)  # calls not answered yet, by chat
    _news: asyncio.Event = field(default_factory=asyncio.Event)
    _pumping: bool = False

    def __post_init__(self) -> None:
        if isinstance(self.channel, LiveChannel):
            self.pace = Pace(self.channel.limits)
        if isinstance(self.channel, Paced):
            self.channel.turn = self.turn

    # What to claim

    @property
    def most(self) -> int:
        """How many messages wait here at most (those that overtake not counted)."""
        each = self.pace.seconds_each if self.pace else 0.0
        return MOST_WAITING if not each else max(4, min(MOST_WAITING, int(AHEAD_SECONDS / each)))

    def room(self) -> tuple[int, bool]:
        """Return how many messages to claim now, and whether only such that overtake."""
        if self.pace is None:
            return BATCH - len(self._sending), False
        if self.pace.resume_at > self.hooks.monotonic() + REST:
            return 0, False
        waiting = len(self._waiting)
        if waiting <= self.most // 2:
            return self.most - waiting, False
        return max(0, self.most + HURRY - waiting), True

    def spare(self) -> frozenset[int]:
        """Return the addresses not to claim for now: one message each is here, or their chat must rest."""
        now = self.hooks.monotonic()
        self._resting = {address: at for address, at in self._resting.items() if at > now}
        return frozenset((*self._addresses, *self._resting))

    def next_wake(self) -> float:
        """Return the instant at which something that rests may go on; without end where nothing rests."""
        rests = list(self._resting.values())
        now = self.hooks.monotonic()
        if self.pace is not None and self.pace.resume_at > now:
            rests.append(self.pace.resume_at)
        return min(rests, default=float("inf"))

    # What goes out

    def add(self, items: Iterable[Item]) -> None:
        """Take claimed messages."""
        for item in items:
            if self.pace is None:
                self._start(item)
            else:
                self._addresses.append(item.row.address_id)
                insort(self._waiting, item, key=lambda one: one.rank)
        self._news.set()
        if self._waiting and not self._pumping:
            self._pumping = True
            self._spawn(self._pump())

    def pause(self, after: timedelta) -> None:
        """Let nothing leave for as long."""
        if self.pace is not None:
            self.pace.pause(self.hooks.monotonic() + after.total_seconds())
            self._news.set()

    async def turn(self, address: Address) -> None:
        """Wait until one more call to this address may leave; see `Turn`."""
        self.answered(address)  # the call before this one has ended, or there would be no further one
        while self.pace is not None:
            now = self.hooks.monotonic()
            at = max(self.pace.channel_ready_at(), self.pace.chat_ready_at(address))
            if at <= now:
                self._open[address.chat] = self.pace.take(address, now)
                return
            if at > now + FAR_OFF:
                raise RetryLaterError("its further calls must wait", timedelta(seconds=at - now))
            await self.hooks.wait(asyncio.Event(), at - now)

    def tasks(self) -> set[asyncio.Task[None]]:
        """Return what is under way."""
        return set(self._tasks)

    def give_back(self) -> None:
        """Put back whatever has not left, and let nobody wait for its turn any longer."""
        self._put_back(list(self._waiting))
        self._news.set()

    async def _pump(self) -> None:
        try:
            while self._waiting:
                self._news.clear()
                at = self._step()
                if at is not None:
                    await self.hooks.wait(self._news, at)
        finally:
            self._pumping = False

    def _step(self) -> float | None:
        """Send what may leave now; returns for how long nothing more may, None where that is to be seen."""
        pace, now = self.pace, self.hooks.monotonic()
        if pace is None:
            return None
        self._sort_out(pace, now)
        if not self._waiting:
            return None
        if len(self._sending) >= IN_FLIGHT:
            return STALE
        at = pace.channel_ready_at()
        if at > now:
            return at - now
        ready = [(pace.chat_ready_at(item.to), item) for item in self._waiting]
        item = next((item for at, item in ready if at <= now), None)
        if item is None:
            return min(at for at, _ in ready) - now
        self._waiting.remove(item)
        self._open[item.to.chat] = pace.take(item.to, now)
        self._start(item)
        if len(self._waiting) <= self.most // 2:
            self.hooks.room()
        return None

    def _sort_out(self, pace: Pace, now: float) -> None:
        """Give back what would wait too long here."""
        back: list[Item] = []
        for item in self._waiting:
            chat_at = pace.chat_ready_at(item.to)
            if chat_at > now + REST:
                self._resting[item.row.address_id] = chat_at
            if max(chat_at, pace.resume_at) > now + REST or item.since + STALE < now:
                back.append(item)
        self._put_back(back)

    def _put_back(self, items: Sequence[Item]) -> None:
        if not items:
            return
        for item in items:
            self._waiting.remove(item)
            self._addresses.remove(item.row.address_id)
        self._spawn(self.hooks.put_back(items))

    def _start(self, item: Item) -> None:
        self._sending.add(item.row.id)
        self._spawn(self._send(item))

    async def _send(self, item: Item) -> None:
        try:
            await self.hooks.send(self, item)
        finally:
            self._sending.discard(item.row.id)
            if self.pace is not None:
                self._addresses.remove(item.row.address_id)
                self._news.set()
                if len(self._waiting) <= self.most // 2:
                    self.hooks.room()
            elif not self._sending:
                self.hooks.room()  # what follows in a conversation could not be claimed before

    def answered(self, address: Address) -> None:
        """Note that the last call to a chat has ended at this moment."""
        call = self._open.pop(address.chat, None)
        if self.pace is not None and call is not None:
            self.pace.answered(call, self.hooks.monotonic())

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            log.error("delivery_broke", channel=self.channel.name, exc_info=task.exception())
