"""What every channel is: a name, what it can show, and `send`. How a sending can fail is told by type."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from messages.envelope import Address, OutboundMessage


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a channel can show. `text_limit` counts characters of one message."""

    buttons: bool
    files: bool
    text_limit: int


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform took the message and calls it this."""

    platform_key: str


class SendError(Exception):
    """A sending that did not work; the subclass says what follows from it."""


class RetryLaterError(SendError):
    """Not now: try again after `after`."""

    def __init__(self, problem: str, after: timedelta) -> None:
        super().__init__(problem)
        self.after = after


class RefusedError(SendError):
    """The platform will not take this message, ever."""


class BlockedError(SendError):
    """The person cannot be reached at this address any more."""


class UnknownOutcomeError(SendError):
    """Nobody can tell whether it went out: a time-out after the request left."""


class Channel(Protocol):
    """A way to people."""

    name: str
    capabilities: Capabilities

    async def send(self, address: Address, message: OutboundMessage, key: str) -> Sent:
        """Send one message (`key` is ours, the same for a repeat); raises SendError where it fails."""
        ...
