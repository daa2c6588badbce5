"""The terminal as a channel: every message goes to a listener and into nobody's network."""

from collections.abc import Callable

from bot.channels.base import Capabilities, Sent
from bot.channels.degrade import body_of
from messages.choices import mark
from messages.envelope import Address, OutboundMessage
from messages.render import text

Listener = Callable[[Address, OutboundMessage], None]


class ConsoleChannel:
    """Hands each message to the listener, in order."""

    name = "console"
    capabilities = Capabilities(buttons=False, files=True, text_limit=100_000)

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._count = 0

    async def send(self, address: Address, message: OutboundMessage, key: str) -> Sent:  # noqa: ARG002 - the shape of a channel
        """Hand the message over; a terminal never fails."""
        self._count += 1
        self._listener(address, message)
        return Sent(str(self._count))


def lines(message: OutboundMessage) -> list[str]:
    """Return a message as the terminal shows it: each line after "< ", choices in brackets on one line."""
    shown = [f"< {line}".rstrip() for line in body_of(message).split("\n")]
    if message.choices:
        marks = [f"[{mark(i, letters=message.letters)}] {c.label}" for i, c in enumerate(message.choices)]
        shown.append("< " + " ".join(marks))
    shown.extend(f"< {text('vi', 'console-file', {'name': file.name})}" for file in message.files)
    return shown
