"""From an update of the Bot API to InboundMessages. Pure.

One update is one message as a rule; a file that is too large for us, with words under it, is two.
In groups only what is meant for the bot is read, and always as its sender's own word: what is posted in the
name of a group or channel is nobody's.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from aiogram.types import (
    CallbackQuery,
    Chat,
    Contact,
    Message,
    Update,
    User,
)

from bot.channels.telegram.api import DOWNLOAD_LIMIT
from bot.channels.telegram.outgoing import COMMANDS, LASTING, TAKEN
from handlers import menu
from handlers.services.channel_events import BLOCKED, MOVED, REACHABLE
from messages.envelope import Address, InboundKind, InboundMessage, RemoteFile
from messages.render import text as words

NAME = "telegram"
ALLOWED_UPDATES = ["message", "edited_message", "callback_query", "my_chat_member"]
"""What we ask for. An edit is listened to only to say that it was not read: what was answered stands."""

GROUPS = ("group", "supergroup")
UNREAD = frozenset(
    {"sticker", "story", "poll", "dice", "game", "paid_media", "checklist", "rich_message", "unknown"}
)
AWAY = ("left", "kicked")

_LINKS = {"task_": "progress:open:", "case_": "case:open:"}
_CODE = re.compile(r"[A-Z]{2,3}-\d{2}-[0-9A-Z]{4,8}")
_SAID = {"menu": "/menu", "trogiup": "/help"}
_COMMAND = re.compile(r"/([a-z0-9_]{1,32})(?:@(\w+))?(?:\s+(.*))?", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Me:
    """The bot itself."""

    id: int
    username: str


def inbound(raw: Mapping[str, Any], me: Me, now: datetime) -> tuple[InboundMessage, ...]:
    """Return what an update says, in order; nothing where it is not for us. `now` dates what bears no date.

    Raises ValueError (pydantic's is one), TypeError, LookupError or ArithmeticError for one that cannot be read.
    """
    if (
        "my_chat_member" in raw
    ):  # read by hand: aiogram wants the newest rights in it, older servers lack them
        return _membership(raw["update_id"], raw["my_chat_member"], me)
    update = Update.model_validate(raw)
    if update.callback_query is not None:
        return _tapped(update.update_id, update.callback_query, me, now)
    if update.edited_message is not None:
        return _edited(update.update_id, update.edited_message, me)
    if update.message is not None:
        return _Reading(update.update_id, update.message, me).read()
    return ()


def deep_link(payload: str) -> str | None:
    """Return the button that "/start <payload>" stands for ("task_CV-26-7K3F" opens a task), or None.

    A code that invites is taken so too: whoever opens a link means it, whatever was being talked about.
    """
    if menu.invitation_code(payload) is not None:
        return f"join:{payload}"
    for prefix, tap in _LINKS.items():
        code = payload.removeprefix(prefix).upper()
        if payload.startswith(prefix) and _CODE.fullmatch(code):
            return tap + code
    return None


def _address(me: Me, chat: Chat, sender: int | str) -> Address:
    return Address(NAME, str(me.id), str(chat.id), str(sender))


def _result(base: InboundMessage, key: str) -> InboundMessage:
    """Return an outcome of ours: one fixed sentence is said, and the open question put again."""
    data = {"kind": NAME, "error": key, "params": {}}
    return InboundMessage(
        base.address, f"{base.key}:{key}", InboundKind.RESULT, sent_at=base.sent_at, data=data
    )


# Taps and memberships


def _tapped(update_id: int, query: CallbackQuery, me: Me, now: datetime) -> tuple[InboundMessage, ...]:
    if not query.data or query.data == TAKEN:
        return ()
    chat = query.message.chat if query.message else None
    address = Address(NAME, str(me.id), str(chat.id if chat else query.from_user.id), str(query.from_user.id))
    label = label_of(query)
    return (
        InboundMessage(
            address,
            f"{update_id}:{address.chat}:tap-{query.id}",
            InboundKind.CHOICE,
            now,
            choice=query.data.removeprefix(LASTING),
            data={"label": label} if label else {},
        ),
    )


def label_of(query: CallbackQuery) -> str | None:
    """Return what the tapped button says, None where the message is out of reach."""
    message = query.message
    if not isinstance(message, Message) or message.reply_markup is None:
        return None
    buttons = (b for row in message.reply_markup.inline_keyboard for b in row)
    return next((b.text for b in buttons if b.callback_data == query.data), None)


def _membership(update_id: int, change: Mapping[str, Any], me: Me) -> tuple[InboundMessage, ...]:
    chat, member, at = change["chat"], change["new_chat_member"], int(change["date"])
    if chat["type"] == "channel":
        return ()
    silenced = member["status"] == "restricted" and not member.get("can_send_messages", False)
    event = BLOCKED if member["status"] in AWAY or silenced else REACHABLE
    address = Address(NAME, str(me.id), str(chat["id"]), str(change["from"]["id"]))
    key = f"{update_id}:{address.chat}:member-{at}"
    when = datetime.fromtimestamp(at, UTC)
    return (InboundMessage(address, key, InboundKind.EVENT, when, data={"event": event}),)


def _edited(update_id: int, message: Message, me: Me) -> tuple[InboundMessage, ...]:
    reading = _Reading(update_id, message, me)
    if not (message.text or message.caption) or not reading.for_us() or reading.nobody:
        return ()  # a place shared live is an edit every few seconds
    return (_result(reading.base(), "telegram-edited"),)


# Messages


class _Reading:
    """One message being read."""

    def __init__(self, update_id: int, message: Message, me: Me) -> None:
        self.message = message
        self.me = me
        self.group = message.chat.type in GROUPS
        self.words = self._without_mention(message.text or message.caption or "")
        self.key = f"{update_id}:{message.chat.id}:{message.message_id}"

    def _without_mention(self, text: str) -> str:
        if not self.me.username:
            return text
        mention = rf"(?<![\w@])@{re.escape(self.me.username)}(?!\w)[,:]?"
        return re.sub(rf"[ \t]*{mention}", "", text, flags=re.IGNORECASE).strip() if self.group else text

    @property
    def nobody(self) -> bool:
        """Whether it is posted in the name of the group or a channel."""
        return self.message.from_user is None or self.message.sender_chat is not None

    def base(self) -> InboundMessage:
        """Return the message as a plain text."""
        sender: int | str = f"anonymous-{self.message.chat.id}"
        if not self.nobody and self.message.from_user is not None:
            sender = self.message.from_user.id
        address = _address(self.me, self.message.chat, sender)
        return InboundMessage(
            address, self.key, InboundKind.TEXT, self.message.date.astimezone(UTC), text=self.words
        )

    def for_us(self) -> bool:
        """Whether it is meant for the bot: everything in private; a mention, a reply or a command in groups."""
        message = self.message
        if not self.group:
            return message.chat.type == "private"
        command = _COMMAND.match(message.text or "")
        if command and command[2]:
            return command[2].lower() == self.me.username.lower()
        answered = message.reply_to_message
        to_us = answered is not None and answered.from_user is not None and self._is_me(answered.from_user)
        named = self.words != (message.text or message.caption or "").strip()
        return bool(command) or to_us or named

    def _is_me(self, user: User) -> bool:
        return user.id == self.me.id

    def read(self) -> tuple[InboundMessage, ...]:
        moved = self._moved()
        if moved or not self.for_us():
            return moved
        if self.nobody:
            return (_result(self.base(), "telegram-anonymous"),)
        if self.message.content_type in UNREAD:
            return (_result(self.base(), "telegram-unread"),)
        for attempt in (self._file, self._card):
            found = attempt()
            if found:
                return found
        if self.message.text is None:
            return ()  # a service message: who joined, what was pinned
        return (self._text(),)

    def _moved(self) -> tuple[InboundMessage, ...]:
        """Return the event of a group that became a supergroup, told in the old chat and again in the new."""
        message = self.message
        old, new = message.chat.id, message.migrate_to_chat_id
        if message.migrate_from_chat_id is not None:
            old, new = message.migrate_from_chat_id, message.chat.id
        if new is None:
            return ()
        return (moved_event(self.me, str(old), str(new), message.date.astimezone(UTC)),)

    # Files

    def _file(self) -> tuple[InboundMessage, ...]:
        found = remote_file(self.message)
        if found is None:
            return ()
        kind, file = found
        base = self.base()
        if file.size > DOWNLOAD_LIMIT:
            said = (base,) if self.words else ()
            return (*said, _result(base, "file-too-large"))
        return (self._as(kind, file=file),)

    def _as(self, kind: InboundKind, **more: Any) -> InboundMessage:
        base = self.base()
        made: Callable[..., InboundMessage] = InboundMessage
        return made(base.address, base.key, kind, base.sent_at, **{"text": self.words, **more})

    def _card(self) -> tuple[InboundMessage, ...]:
        message = self.message
        if message.location is not None:
            at = (message.location.latitude, message.location.longitude)
            return (self._as(InboundKind.LOCATION, location=at),)
        if message.contact is None:
            return ()
        own = message.from_user is not None and message.contact.user_id == message.from_user.id
        if own:
            return (self._as(InboundKind.CONTACT, phone=message.contact.phone_number),)
        return (self._as(InboundKind.TEXT, text=_card_words(message.contact)),)

    # Words

    def _text(self) -> InboundMessage:
        command = _COMMAND.fullmatch(self.words.strip())
        if command is None:
            return self.base()
        name, rest = command[1].lower(), (command[3] or "").strip()
        if name == "start" and rest:
            tap = deep_link(rest)
            said = self._as(InboundKind.TEXT, text=f"/start {rest}")
            return self._as(InboundKind.CHOICE, text="", choice=tap) if tap else said
        if name not in COMMANDS:
            return self._as(InboundKind.TEXT, text=f"/{name} {rest}".strip())
        if rest:
            what = menu.plain_label(COMMANDS[name], "vi")
            return self._as(
                InboundKind.TEXT, text=words("vi", "telegram-started-with", {"what": what, "text": rest})
            )
        if name in _SAID:
            return self._as(InboundKind.TEXT, text=_SAID[name])
        return self._as(InboundKind.CHOICE, text="", choice=COMMANDS[name].payload)


def moved_event(me: Me, old: str, new: str, at: datetime) -> InboundMessage:
    """Return the event that a group has another id now; the same however often and wherever it is told."""
    address = Address(NAME, str(me.id), old, old)
    return InboundMessage(
        address, f"moved:{old}:{new}", InboundKind.EVENT, at, data={"event": MOVED, "to": new}
    )


def _card_words(contact: Contact) -> str:
    return " ".join(filter(None, (contact.first_name, contact.last_name, contact.phone_number)))


def remote_file(message: Message) -> tuple[InboundKind, RemoteFile] | None:
    """Return the file in a message and what it is; of a photo the largest size we may fetch."""
    if message.photo:
        fitting = [p for p in message.photo if (p.file_size or 0) <= DOWNLOAD_LIMIT] or message.photo[:1]
        best = max(fitting, key=lambda p: p.width * p.height)
        return InboundKind.PHOTO, _remote(best, "photo.jpg", "image/jpeg")
    if message.document is not None:
        picture = (message.document.mime_type or "") in ("image/jpeg", "image/png", "image/webp")
        return InboundKind.PHOTO if picture else InboundKind.FILE, _remote(message.document, "file")
    if message.voice is not None:
        return InboundKind.VOICE, _remote(message.voice, "voice.ogg", "audio/ogg")
    if message.audio is not None:
        return InboundKind.VOICE, _remote(message.audio, "audio.mp3", "audio/mpeg")
    video = message.video or message.video_note or message.animation
    return (InboundKind.FILE, _remote(video, "video.mp4", "video/mp4")) if video else None


def _remote(file: Any, name: str, mime: str = "") -> RemoteFile:
    return RemoteFile(
        reference=file.file_id,
        name=getattr(file, "file_name", None) or name,
        mime=getattr(file, "mime_type", None) or mime,
        size=file.file_size or 0,
    )
