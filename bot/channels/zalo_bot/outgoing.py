"""What goes to Zalo Bot: plain text of at most 2,000 characters, choices as lines, pictures by their address. Pure.

Of any other file people read the way to it: this platform takes no upload.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.channels.degrade import body_of, choice_lines, split
from messages.envelope import OutboundMessage, OutFile
from messages.render import text as words

TEXT_LIMIT = 2000  # of a picture's caption too


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture at a public address, with the words under it."""

    url: str
    caption: str
    file: OutFile


Part = str | Picture
Link = Callable[[OutFile], str | None]


def no_link(_file: OutFile) -> None:
    """Have no public address for any file."""


def parts_of(message: OutboundMessage, web: str | None, link: Link = no_link) -> tuple[Part, ...]:
    """Return what to send, in order; `web` is the address of the chat where files can be had.

    The words stand under the picture where there is one and they fit. Choices stand last.
    """
    pictures = [Picture(url, file.name, file) for file in message.files if (url := link(file))]
    shown = [picture.file for picture in pictures]
    others = [file for file in message.files if file not in shown]
    body = "\n\n".join(part for part in (body_of(message).strip(), _files(others, web)) if part)
    texts = _with_choices(body, "\n".join(choice_lines(message.choices, letters=message.letters)))
    if len(pictures) == 1 and len(texts) <= 1:
        [one] = pictures
        return (Picture(one.url, texts[0] if texts else one.caption, one.file),)
    return (*pictures, *texts) if message.choices else (*texts, *pictures)


def in_words(picture: Picture, web: str | None) -> tuple[str, ...]:
    """Return what is said in place of a picture that was refused."""
    said = picture.caption if picture.caption != picture.file.name else ""
    return tuple(_fitting("\n\n".join(part for part in (_files([picture.file], web), said) if part)))


def _with_choices(body: str, lines: str) -> list[str]:
    parts = list(_fitting(body)) if body else []
    if not lines:
        return parts
    if parts and _units(parts[-1]) + 1 + _units(lines) <= TEXT_LIMIT:
        return [*parts[:-1], f"{parts[-1]}\n{lines}"]
    return [*parts, *_fitting(lines)]


def _files(files: Sequence[OutFile], web: str | None) -> str:
    """Return a sentence for each file: the way to it."""
    key = "zalo-bot-file" if web else "zalo-bot-file-no-web"
    return "\n".join(words("vi", key, {"name": file.name, "url": web or ""}) for file in files)


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
