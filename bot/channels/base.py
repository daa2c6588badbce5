"""What every channel is: a name, what it can show, and `send`. How a sending can fail is told by type.

A channel to a platform also opens, listens and fetches (LiveChannel); the web chat and the terminal need not.
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol, runtime_checkable

from domain.costs import Bill
from messages.envelope import Address, Choice, InboundMessage, OutboundMessage


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a channel can show. `text_limit` counts characters of one message; 0 buttons means none at all.

    `label_limit` counts characters, `payload_limit` UTF-8 bytes of a button's payload.
    """

    buttons: bool
    files: bool
    text_limit: int
    button_count: int = 100
    label_limit: int = 64
    payload_limit: int = 1000
    asks_location: bool = False
    asks_contact: bool = False


@dataclass(frozen=True, slots=True)
class Limits:
    """How fast a platform lets us send; None where it names no limit."""

    per_second: float | None = None
    per_minute: float | None = None
    chat_per_second: float | None = None
    group_per_minute: float | None = None


@dataclass(frozen=True, slots=True)
class Metered:
    """What a platform said is left of a day's number; meters are named in domain.ways."""

    meter: str
    left: int
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform took the message and calls it this.

    `taken` counts the messages it made of it in this sending; `bill` says what was charged where only the channel
    knows (a template), else the channel's `Quote` holds. `quota` is what the platform said is left.
    """

    platform_key: str
    taken: int = 1
    bill: Bill | None = None
    quota: tuple[Metered, ...] = ()


class SendError(Exception):
    """A sending that did not work; the subclass says what follows from it. Its text never holds a token.

    `code` is the platform's own (429, -32), for the metrics; empty where the platform said nothing. `taken` counts
    the messages it took before that, where one of ours takes several. `used_up` is the meter of which nothing is
    left for today.
    """

    used_up = ""

    def __init__(self, problem: str = "", *, code: str = "") -> None:
        super().__init__(problem)
        self.code = code
        self.taken = 0


class RetryLaterError(SendError):
    """Not now: try again after `after`. With `everyone` the whole channel must wait, not this message alone."""

    def __init__(self, problem: str, after: timedelta, *, everyone: bool = False, code: str = "") -> None:
        super().__init__(problem, code=code)
        self.after = after
        self.everyone = everyone


class RefusedError(SendError):
    """The platform will not take this message, ever."""


class BlockedError(SendError):
    """The person cannot be reached at this address any more."""


class WindowClosedError(SendError):
    """The platform lets us write to this person only by a template, or not at all, until they write again."""


class WithheldError(SendError):
    """Only something that costs money would get through, and the month's cap is reached."""


class UnknownOutcomeError(SendError):
    """Nobody can tell whether it went out: a time-out after the request left."""


class ChannelProblemError(Exception):
    """A channel that cannot work as configured; `key` names the sentence that says what to do."""

    def __init__(self, key: str, **params: str) -> None:
        super().__init__(key)
        self.key = key
        self.params: Mapping[str, Any] = params


class FetchError(Exception):
    """A file could not be fetched this time; `gone` where it never will be."""

    def __init__(self, problem: str, *, gone: bool = False) -> None:
        super().__init__(problem)
        self.gone = gone


class Channel(Protocol):
    """A way to people."""

    name: str
    capabilities: Capabilities

    async def send(self, address: Address, message: OutboundMessage, key: str) -> Sent:
        """Send one message (`key` is ours, the same for a repeat); raises SendError where it fails."""
        ...


Turn = Callable[[Address], Awaitable[None]]
"""Waits until one more call to this address may leave, and counts it; RetryLaterError where that is far off."""


@runtime_checkable
class Paced(Protocol):
    """A channel that needs several calls for some messages.

    The first call of a message was waited for before `send`; the channel awaits `turn` before each further one.
    Delivery puts its own `turn` in; until then the channel has one that does not wait.
    """

    turn: Turn


Receive = Callable[[InboundMessage], Awaitable[None]]
"""Keeps a message durably; a platform may be told so only after it returned."""


@runtime_checkable
class Templated(Protocol):
    """A channel that reaches who has been silent for long, by templates its platform approved beforehand."""

    async def send_instead(self, address: Address, about: Mapping[str, Any] | None, key: str) -> Sent:
        """Send the template that stands for a message about `about` (as it lies in the outbox).

        Raises RefusedError where there is none, and SendError as `send` does.
        """
        ...


@dataclass(frozen=True, slots=True)
class Quote:
    """What a message would be billed: `whole` where the platform takes it as it is, `instead` as its template.

    `instead` is None where no template stands for it. `is_closed` where the platform will take no ordinary message.
    """

    whole: Bill
    instead: Bill | None
    is_closed: bool

    @property
    def expected(self) -> Bill | None:
        """Return what will be billed, as far as we know; None where nothing gets through."""
        return self.instead if self.is_closed else self.whole


@runtime_checkable
class Priced(Protocol):
    """A channel whose platform charges for some messages."""

    def quote(
        self,
        address: Address,
        message: OutboundMessage,
        about: Mapping[str, Any] | None,
        *,
        silent: timedelta | None,
        now: datetime,
    ) -> Quote:
        """Return what a message to somebody not heard from for so long would cost; it sends nothing."""
        ...


@runtime_checkable
class Linked(Protocol):
    """A channel with links that open a talk and say a first word: the word (`A-Z a-z 0-9 _ -`) goes to the end."""

    @property
    def start_link(self) -> str | None:
        """How the links begin; None before the channel was opened."""
        ...


@runtime_checkable
class Menued(Protocol):
    """A channel that shows each private chat a menu of its own beside the talk."""

    async def show_menu(self, address: Address, entries: Sequence[Choice]) -> bool:
        """Show it; False where that did not work this time. A courtesy: it never raises and never waits."""
        ...


@runtime_checkable
class LiveChannel(Protocol):
    """A channel to a platform outside."""

    name: str
    capabilities: Capabilities
    limits: Limits
    problem: ChannelProblemError | None  # why it does not work at present, None while it does

    async def open(self, receive: Receive) -> None:
        """Connect, and in webhook mode register the webhook; raises ChannelProblemError."""
        ...

    async def run(self) -> None:
        """Listen until cancelled; returns at once where the platform calls us."""
        ...

    async def close(self) -> None:
        """Let go of connections."""
        ...

    async def webhook(self, headers: Mapping[str, str], body: bytes) -> int:
        """Take what the platform posted and return the HTTP status: 200 means durably stored."""
        ...

    async def fetch(self, reference: str) -> bytes:
        """Return the bytes of a file named in a RemoteFile; raises FetchError."""
        ...

    async def send(self, address: Address, message: OutboundMessage, key: str) -> Sent:
        """Send one message; raises SendError where it fails."""
        ...

    async def check(self) -> None:
        """Try the configuration against the platform; raises ChannelProblemError."""
        ...
