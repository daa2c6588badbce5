"""What goes to Zalo Bot: plain text of at most 2,000 characters, choices as lines, files as a way to them. Pure."""

from bot.channels.degrade import body_of, choice_lines, split
from messages.envelope import OutboundMessage
from messages.render import text as words

TEXT_LIMIT = 2000


def parts_of(message: OutboundMessage, web: str | None) -> tuple[str, ...]:
    """Return the texts to send, in order; `web` is the address of the chat where files can be had."""
    body = "\n\n".join(part for part in (body_of(message).strip(), _files(message, web)) if part)
    lines = "\n".join(choice_lines(message.choices, letters=message.letters))
    parts = list(_fitting(body)) if body else []
    if not lines:
        return tuple(parts)
    if parts and _units(parts[-1]) + 1 + _units(lines) <= TEXT_LIMIT:
        parts[-1] = f"{parts[-1]}\n{lines}"
    else:
        parts += _fitting(lines)
    return tuple(parts)


def _files(message: OutboundMessage, web: str | None) -> str:
    """Return a sentence for each file: this platform takes none but pictures at a public address."""
    key = "zalo-bot-file" if web else "zalo-bot-file-no-web"
    return "\n".join(words("vi", key, {"name": file.name, "url": web or ""}) for file in message.files)


def _units(text: str) -> int:
    """Return the length as the platform may count it: an emoji is two units of UTF-16."""
    return len(text) + sum(1 for letter in text if ord(letter) > 0xFFFF)


def _fitting(text: str) -> list[str]:
    """Return the text in parts that fit by either count."""
    parts: list[str] = []
    for part in split(text, TEXT_LIMIT):
        over = _units(part) - len(part)
        if _units(part) <= TEXT_LIMIT:
            parts.append(part)
        else:
            parts += split(part, max(TEXT_LIMIT - over, TEXT_LIMIT // 2))
    return parts
