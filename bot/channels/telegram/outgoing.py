"""From an OutboundMessage to calls of the Bot API. Pure: the bytes of files are put in by the channel.

Buttons stand under the last part. A choice whose payload does not fit callback_data becomes a numbered line.
Source of the limits: the Bot API's sendMessage, InlineKeyboardButton and sendPhoto.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from aiogram.methods import SendDocument, SendMessage, SendPhoto, SendVoice
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
)

from bot.channels.degrade import body_of, choice_lines, split
from handlers import menu
from messages.choices import mark
from messages.envelope import Choice, OutboundMessage, OutFile
from messages.render import text as words

TEXT_UNITS = 4096
CAPTION_UNITS = 1024
CALLBACK_BYTES = 64
BUTTONS = 100
ROW_BUTTONS = 8
ROW_WIDTH = 34  # letters that stand side by side on a small telephone
LABEL_LENGTH = 64
PHOTO_BYTES = 10_000_000
PHOTOS = ("image/jpeg", "image/png")
VOICE = "audio/ogg"
OPUS = b"OpusHead"  # how the first packet of a voice note begins, within the first page of the file

LASTING = "~"
"""Before the payload of a button that stays alive when another of the same message was tapped."""
TAKEN = "="
"""The callback_data of what is left of a keyboard: the answer that was chosen."""

PLACE, PHONE = "place:share", "phone:none"
"""Choices of the accident talk: the one asks for a place, the other says that no number is left."""

Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove


@dataclass(frozen=True, slots=True)
class Upload:
    """A file to be sent, its bytes yet to be loaded."""

    chat: int
    file: OutFile
    caption: str | None = None
    markup: Markup | None = None


Part = SendMessage | Upload


def units(text: str) -> int:
    """Return the length of a text as Telegram counts it: in UTF-16 code units."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def split_units(text: str, limit: int) -> list[str]:
    """Return the text in parts of at most `limit` UTF-16 units, cut as degrade.split cuts."""
    parts: list[str] = []
    rest = text.strip()
    while units(rest) > limit:
        fits = _fitting(rest, limit)
        part = split(rest[: fits + 1], fits)[0]
        parts.append(part)
        rest = rest[len(part) :].lstrip()
    return [*parts, rest] if rest else parts


def _fitting(text: str, limit: int) -> int:
    """Return how many letters of a text that is too long stand within `limit` units."""
    taken = 0
    for index, letter in enumerate(text):
        taken += 2 if letter > "\uffff" else 1
        if taken > limit:
            return index
    return len(text)


def parts_of(message: OutboundMessage, chat: str, *, private: bool, clear: bool = False) -> tuple[Part, ...]:
    """Return what is to be sent for a message, in order. `clear` takes a reply keyboard off the screen."""
    markup, lines = keyboard(message, private=private)
    if markup is None and clear:
        markup = ReplyKeyboardRemove(remove_keyboard=True)
    body = "\n".join([body_of(message), *lines])
    if len(message.files) == 1 and units(body.strip()) <= CAPTION_UNITS:
        return (Upload(int(chat), message.files[0], body.strip() or None, markup),)
    parts: list[Part] = [_message(int(chat), text) for text in split_units(body, TEXT_UNITS)]
    parts += [Upload(int(chat), file) for file in message.files]
    if markup is not None and parts:
        last = parts[-1]
        parts[-1] = (
            replace(last, markup=markup)
            if isinstance(last, Upload)
            else last.model_copy(update={"reply_markup": markup})
        )
    return tuple(parts)


def _message(chat: int, text: str) -> SendMessage:
    preview = LinkPreviewOptions(is_disabled=True) if "://" in text else None
    return SendMessage(chat_id=chat, text=text, parse_mode=None, link_preview_options=preview)


def upload(part: Upload, data: bytes, name: str, mime: str) -> SendPhoto | SendVoice | SendDocument:
    """Return the call that sends a file: as a photo or voice note where it can be one, else as a document."""
    as_document = document(part, data, name)
    more = as_document.model_dump(include={"chat_id", "caption"}) | {"reply_markup": part.markup}
    if mime in PHOTOS and len(data) <= PHOTO_BYTES:
        return SendPhoto(photo=as_document.document, parse_mode=None, **more)
    if mime == VOICE and OPUS in data[:64]:
        return SendVoice(voice=as_document.document, parse_mode=None, **more)
    return as_document


def document(part: Upload, data: bytes, name: str) -> SendDocument:
    """Return the call that sends a file as it is."""
    return SendDocument(
        chat_id=part.chat,
        document=BufferedInputFile(data, filename=part.file.name or name),
        caption=part.caption,
        parse_mode=None,
        reply_markup=part.markup,
    )


# Keyboards


def keyboard(message: OutboundMessage, *, private: bool) -> tuple[Markup | None, list[str]]:
    """Return the keyboard of a message, and the lines its text needs where buttons cannot say it all."""
    choices = message.choices
    if not choices:
        return None, []
    if private and any(_asks_location(c) or _asks_contact(c) for c in choices):
        return _reply_keyboard(choices), []
    data = [(LASTING if message.lasting else "") + c.payload for c in choices]
    numbered = choice_lines(choices, letters=message.letters)
    if len(choices) > BUTTONS or any(not 0 < len(one.encode()) <= CALLBACK_BYTES for one in data):
        return None, numbered
    if any(len(c.label) > LABEL_LENGTH for c in choices):
        labels = [mark(index, letters=message.letters) for index in range(len(choices))]
        return _inline(labels, data), numbered
    return _inline([c.label for c in choices], data), []


def _asks_location(choice: Choice) -> bool:
    return choice.payload == PLACE or choice.payload.split(":")[-1] == "location"


def _asks_contact(choice: Choice) -> bool:
    return choice.payload == PHONE or choice.payload.endswith(":contact")


def _reply_keyboard(choices: Sequence[Choice]) -> ReplyKeyboardMarkup:
    """Return a keyboard whose button sends the place or the number; the other labels come back as words."""
    asking, rest = [], []
    for choice in choices:
        if _asks_location(choice):
            asking.append([KeyboardButton(text=choice.label, request_location=True)])
        elif choice.payload == PHONE:
            offer = words("vi", "telegram-share-contact", {})
            asking.append([KeyboardButton(text=offer, request_contact=True)])
            rest.append(choice.label)
        elif _asks_contact(choice):
            asking.append([KeyboardButton(text=choice.label, request_contact=True)])
        else:
            rest.append(choice.label)
    others = [[KeyboardButton(text=label) for label in row] for row in rows(rest)]
    return ReplyKeyboardMarkup(keyboard=asking + others, resize_keyboard=True, one_time_keyboard=True)


def _inline(labels: Sequence[str], data: Sequence[str]) -> InlineKeyboardMarkup:
    left = iter(data)
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [InlineKeyboardButton(text=label, callback_data=next(left)) for label in row]
            for row in rows(labels)
        ]
    )


def rows(labels: Sequence[str]) -> list[list[str]]:
    """Return the labels in rows, in order: as many side by side as can be read, a long one alone."""
    made: list[list[str]] = []
    for label in labels:
        row = [*made[-1], label] if made else [label]
        fits = len(row) <= ROW_BUTTONS and len(row) * (max(map(len, row)) + 2) <= ROW_WIDTH
        if made and fits:
            made[-1] = row
        else:
            made.append([label])
    return made


def after_tap(markup: InlineKeyboardMarkup, data: str) -> InlineKeyboardMarkup | None:
    """Return what is left of a keyboard once a button was tapped; None where nothing changes.

    The chosen answer stays, the others go. Buttons of a reminder or an alert all stay, the chosen one marked.
    """
    chosen = next((b for row in markup.inline_keyboard for b in row if b.callback_data == data), None)
    if chosen is None or data == TAKEN:
        return None
    marked = words("vi", "telegram-chosen", {"label": chosen.text})
    if not data.startswith(LASTING):
        return InlineKeyboardMarkup(
            inline_keyboard=[[InlineKeyboardButton(text=marked, callback_data=TAKEN)]]
        )
    if chosen.text.startswith(words("vi", "telegram-chosen", {"label": ""}).strip()):
        return None
    return InlineKeyboardMarkup(
        inline_keyboard=[
            [b.model_copy(update={"text": marked}) if b is chosen else b for b in row]
            for row in markup.inline_keyboard
        ]
    )


COMMANDS = {
    "baotainan": menu.REPORT,
    "baonguyhiem": menu.HAZARD,
    "vudabao": menu.MY_CASES,
    "vieccuatoi": menu.MY_TASKS,
    "tiendo": menu.PROGRESS,
    "tinhhinh": menu.OVERVIEW,
    "chuabaocao": menu.MISSING,
    "choduyet": menu.WAITING,
    "kehoach": menu.PLANS,
    "moinguoi": menu.INVITE,
    "ngonngu": menu.LANGUAGE,
    "menu": menu.MENU,
    "trogiup": menu.HELP,
}
"""What each command stands for. All are understood from everybody; a person's menu shows those of their roles."""
_COMMAND_OF = {option.payload: name for name, option in COMMANDS.items()}


def commands(entries: Sequence[Choice]) -> list[BotCommand]:
    """Return the command menu that shows these entries, in their order; an entry without a command is left out."""
    return [
        BotCommand(command=_COMMAND_OF[entry.payload], description=entry.label)
        for entry in entries
        if entry.payload in _COMMAND_OF
    ]
