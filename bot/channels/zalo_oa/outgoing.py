"""From what the bot wants to say to the bodies the Official Account sends. Pure; nothing is cut or dropped.

Shapes: reference/messaging-apis.md A3. Only `with_buttons` knows how buttons look: that shape is in CONFLICT,
so where Zalo refuses it the channel says the same again with numbered lines.
"""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from bot.channels.degrade import body_of, choice_lines, split
from bot.channels.zalo_oa.incoming import PAYLOAD_PREFIX
from bot.channels.zalo_oa.settings import ANONYMOUS
from messages.choices import mark
from messages.envelope import Choice, OutboundMessage
from messages.render import text as words

TEXT_LIMIT = 2000
BUTTONS = 5
TITLE = 100
PAYLOAD = 1000
IMAGE_BYTES = 1_000_000  # "1 MB" and "5 MB", read the stricter way
FILE_BYTES = 5_000_000
IMAGES = ("image/jpeg", "image/png")
DOCUMENTS = (
    "application/pdf",
    "application/msword",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "text/csv",
)

Body = Mapping[str, Any]


class Way(StrEnum):
    """How a file travels."""

    IMAGE = "image"
    FILE = "file"
    NAMED = "named"  # Zalo takes no such file: the person reads what it is called


def bodies(message: OutboundMessage, *, buttons: bool) -> tuple[Body, ...]:
    """Return the text messages, in order; the choices stand with the last of them."""
    text = unicodedata.normalize("NFC", body_of(message))
    if not message.choices:
        return tuple({"text": part} for part in _parts(text)) if text else ()
    if buttons and fits_buttons(message):
        *before, last = _parts(text)
        return (*({"text": part} for part in before), with_buttons(last, message.choices))
    lines = _parts(f"{text}\n{as_lines(message)}".lstrip("\n"))
    if buttons and all(map(_can_be_button, message.choices)):
        *before, last = lines
        return (*({"text": part} for part in before), with_buttons(last, message.choices[:BUTTONS]))
    return tuple({"text": part} for part in lines)


def fits_buttons(message: OutboundMessage) -> bool:
    """Whether all choices of a message can be buttons.

    Half of them alone would be worse than none: of more, all stand as lines and the first are buttons too.
    """
    return 0 < len(message.choices) <= BUTTONS and all(map(_can_be_button, message.choices))


def _can_be_button(choice: Choice) -> bool:
    return 0 < len(choice.label) <= TITLE and len((PAYLOAD_PREFIX + choice.payload).encode()) <= PAYLOAD


def with_buttons(text: str, choices: tuple[Choice, ...]) -> Body:
    """Return a text with buttons: without `template_type`, which is what a working project sends."""
    made = [
        {"title": choice.label, "type": "oa.query.hide", "payload": PAYLOAD_PREFIX + choice.payload}
        for choice in choices
    ]
    return {"text": text, "attachment": {"type": "template", "payload": {"buttons": made}}}


def as_lines(message: OutboundMessage) -> str:
    """Return the choices as marked lines, with how to answer under them."""
    lines = choice_lines(message.choices, letters=message.letters)
    marks = [mark(index, letters=message.letters) for index in range(len(message.choices))]
    hint = words("vi", "zalo-answer-with", {"marks": ", ".join(marks)})
    return unicodedata.normalize("NFC", "\n".join([*lines, hint]))


def way_of(name: str, mime: str, size: int) -> Way:
    """Return how a file of this type and size can travel; a picture that is too large is made smaller first."""
    if mime in IMAGES:
        return Way.IMAGE
    csv = name.lower().endswith(".csv") and mime == "text/plain"
    return Way.FILE if (mime in DOCUMENTS or csv) and size <= FILE_BYTES else Way.NAMED


def image(attachment_id: str, caption: str) -> Body:
    """Return a message that shows an uploaded picture."""
    element = {"media_type": "image", "attachment_id": attachment_id}
    payload = {"template_type": "media", "elements": [element]}
    return {"text": caption, "attachment": {"type": "template", "payload": payload}}


def document(token: str) -> Body:
    """Return a message that hands over an uploaded file."""
    return {"attachment": {"type": "file", "payload": {"token": token}}}


def named(name: str) -> Body:
    """Return the text that stands for a file Zalo does not take."""
    return {"text": words("vi", "zalo-file-elsewhere", {"name": name})}


def is_anonymous(chat: str) -> bool:
    """Whether the person is not signed in: they get plain text by the older path, and nothing else."""
    return chat.startswith(ANONYMOUS)


def envelope(chat: str, message: Body) -> tuple[str, Body]:
    """Return the path and the whole body for a message to a chat."""
    if is_anonymous(chat):
        conversation, _, who = chat.removeprefix(ANONYMOUS).rpartition(":")
        recipient = {"anonymous_id": who, "conversation_id": conversation}
        return "/v2.0/oa/message", {"recipient": recipient, "message": message}
    return "/v3.0/oa/message/cs", {"recipient": {"user_id": chat}, "message": message}


def _parts(text: str) -> list[str]:
    """Split at sentence ends; characters outside the basic plane are counted twice, to be safe either way."""
    wide = min(sum(char > "\uffff" for char in text), TEXT_LIMIT // 2)
    return split(text, TEXT_LIMIT - wide)
