"""Making a message fit what a channel can show: choices as lines, long text in parts. Nothing is dropped."""

import re

from messages.choices import mark
from messages.envelope import Choice, OutboundMessage
from messages.render import text as words

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")


def body_of(message: OutboundMessage) -> str:
    """Return the text as it is read: the repeat mark and the step stand before it."""
    step = f"({message.step[0]}/{message.step[1]}) " if message.step else ""
    again = words("vi", "repeat-mark", {}) + " " if message.repeated else ""
    return f"{again}{step}{message.text}"


def choice_lines(choices: tuple[Choice, ...], *, letters: bool) -> list[str]:
    """Return choices as lines "1. …" (or "a. …") for a platform without buttons."""
    return [f"{mark(index, letters=letters)}. {choice.label}" for index, choice in enumerate(choices)]


def split(text: str, limit: int) -> list[str]:
    """Return the text in parts of at most `limit` characters, cut at sentence ends, else at spaces."""
    parts: list[str] = []
    rest = text
    while len(rest) > limit:
        ends = [m.end() for m in _SENTENCE_END.finditer(rest, 0, limit)]
        space = rest.rfind(" ", 0, limit)
        cut = ends[-1] if ends else (space + 1 if space > 0 else limit)
        parts.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [*parts, rest] if rest or not parts else parts
