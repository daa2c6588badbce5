"""When the next call to a platform may leave: sliding windows per channel and per chat. Pure; the time is handed in.

A platform counts a call when it arrives, we when it leaves. What lies between is never shorter than on the
quickest round trip seen, so a call that took longer than that keeps its place in the window by as much longer.
That is exact up to `GUARD` of the window, and beyond it as long as the `RESERVE` lasts: without these two ends a
platform that is slow to answer would cost more of the limit than it is worth.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.channels.base import Limits
from messages.envelope import Address

SLACK = 0.002  # what the platform's clock and ours may differ by, as a part of the window
GUARD = 0.012  # how much longer a late call may always keep its place, as a part of the window
RESERVE = 0.1  # seconds that stragglers (a first connection, a stall) may keep theirs beyond that
REFILL = 0.005  # how much of the reserve comes back in a second
SMOOTH = 0.1  # how much of a channel's window may leave at once; the rest is spread evenly
ENOUGH = 10  # answers after which the quickest of them is believed; the first ones open connections
IDLE_CHATS = 4096


@dataclass(slots=True)
class Call:
    """A call that left, and how long its answer took; without end until it came."""

    left: float
    took: float = float("inf")


class Window:
    """At most `count` calls within any `span` seconds; `burst` of them may leave at once."""

    def __init__(self, count: int, span: float, burst: int) -> None:
        self._span = span
        self._step = span / count
        self._ahead = self._step * (burst - 1)
        self._recent: deque[Call] = deque(maxlen=count)
        self._even = 0.0
        self._reserve = RESERVE

    def ready_at(self, quickest: float) -> float:
        """Return the instant from which the next call may leave; `quickest` is the shortest round trip known."""
        at = self._even - self._ahead
        if len(self._recent) == self._recent.maxlen:
            first = self._recent[0]
            late = min(max(first.took - quickest, 0.0), self._span * GUARD + self._reserve)
            at = max(at, first.left + self._span * (1 + SLACK) + late)
        return at

    def take(self, call: Call, quickest: float) -> None:
        """Note that a call leaves."""
        if len(self._recent) == self._recent.maxlen:
            late = self._recent[0].took - quickest - self._span * GUARD
            since = call.left - self._recent[-1].left
            self._reserve = min(self._reserve - min(max(late, 0.0), self._reserve) + since * REFILL, RESERVE)
        self._even = max(call.left, self._even) + self._step
        self._recent.append(call)

    def idle(self, now: float) -> bool:
        """Whether every call has left the window for good."""
        return not self._recent or self._recent[-1].left + self._span * 2 + RESERVE < now


@dataclass(slots=True)
class Pace:
    """The windows of one channel, and the pause a platform asked for.

    `quickest` is the shortest round trip seen, in seconds; 0 until there were some.
    """

    limits: Limits
    quickest: float = 0.0
    resume_at: float = float("-inf")
    _channel: tuple[Window, ...] = ()
    _chats: dict[str, tuple[Window, ...]] = field(default_factory=dict)
    _first: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        rates = ((self.limits.per_second, 1.0), (self.limits.per_minute, 60.0))
        self._channel = tuple(window(rate, span, smooth=SMOOTH) for rate, span in rates if rate is not None)

    def channel_ready_at(self) -> float:
        """Return the instant from which the next call of the channel may leave, to whomever."""
        return max([self.resume_at, *(one.ready_at(self.quickest) for one in self._channel)])

    def chat_ready_at(self, address: Address) -> float:
        """Return the instant from which this chat may have its next call."""
        known = self._chats.get(address.chat, ())
        return max((one.ready_at(self.quickest) for one in known), default=float("-inf"))

    def take(self, address: Address, now: float) -> Call:
        """Note that a call to this chat leaves now; hand it back to `answered`."""
        call = Call(now)
        for one in (*self._channel, *self._of(address, now)):
            one.take(call, self.quickest)
        return call

    def answered(self, call: Call, now: float) -> None:
        """Note that the answer came."""
        call.took = max(now - call.left, 0.0)
        if len(self._first) < ENOUGH:
            self._first.append(call.took)
            self.quickest = min(self._first) if len(self._first) == ENOUGH else 0.0
        else:
            self.quickest = min(call.took, self.quickest)

    def pause(self, until: float) -> None:
        """Let nothing leave before this instant; a pause is never cut short by a shorter one."""
        self.resume_at = max(self.resume_at, until)

    @property
    def seconds_each(self) -> float:
        """Return how many seconds lie between two calls at the full rate; 0 without a limit."""
        rates = [self.limits.per_second or 0.0, (self.limits.per_minute or 0.0) / 60]
        return max((1 / rate for rate in rates if rate), default=0.0)

    def _of(self, address: Address, now: float) -> tuple[Window, ...]:
        if address.chat not in self._chats:
            if len(self._chats) >= IDLE_CHATS:
                self._forget(now)
            self._chats[address.chat] = tuple(_chat_windows(self.limits, group=not address.private))
        return self._chats[address.chat]

    def _forget(self, now: float) -> None:
        """Let go of chats whose windows are empty."""
        self._chats = {
            chat: windows
            for chat, windows in self._chats.items()
            if not all(one.idle(now) for one in windows)
        }


def _chat_windows(limits: Limits, *, group: bool) -> Iterator[Window]:
    if limits.chat_per_second is not None:
        yield window(limits.chat_per_second, 1.0, smooth=1)
    if group and limits.group_per_minute is not None:
        yield window(limits.group_per_minute, 60.0, smooth=1)


def window(rate: float, span: float, *, smooth: float) -> Window:
    """Return the window of `rate` calls in `span` seconds; below one call it is the time between two."""
    count = int(rate)
    if count < 1 or count != rate:
        return Window(1, span / rate, 1)
    return Window(count, span, max(1, round(count * smooth)))
