"""What Zalo Bot says, as our envelopes. Pure. Names of people are never read: we keep none."""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from messages.envelope import Address, InboundKind, InboundMessage, RemoteFile

NAME = "zalo-bot"
UNREAD = "zalo-bot-unread"
MILLISECONDS = 100_000_000_000  # a date above this counts milliseconds
_MENTION = re.compile(r"(?:^|\s)@\S")
_FIRST_MENTION = re.compile(r"^\s*@\S+\s*")
_REPLIES = ("reply_to_message", "reply_to", "quote", "quoted_message")
_FILES: Mapping[str, tuple[InboundKind, tuple[str, ...], str, str]] = {
    "image": (InboundKind.PHOTO, ("photo_url", "photo", "image_url", "url"), "anh.jpg", "image/jpeg"),
    "voice": (InboundKind.VOICE, ("voice_url", "voice", "audio_url", "url"), "tin-thoai.aac", "audio/aac"),
}


def event_of(raw: Any) -> Mapping[str, Any] | None:
    """Return the event in either envelope: flat, or under `result` beside `ok`; None where there is none."""
    if not isinstance(raw, Mapping):
        return None
    inner = raw.get("result", raw)
    if isinstance(inner, list):  # documented as one update, but an older client took a list
        inner = inner[0] if inner else None
    return inner if isinstance(inner, Mapping) and isinstance(inner.get("message"), Mapping) else None


def inbound(
    event: Mapping[str, Any], account: str, names: tuple[str, ...], now: datetime
) -> InboundMessage | None:
    """Return what an event says, None where it is not for us; `names` are those we are mentioned by.

    `now` dates what bears no date.
    """
    message = event["message"]
    chat, sender = _part(message, "chat"), _part(message, "from")
    chat_id, sender_id = str(chat.get("id") or ""), str(sender.get("id") or "")
    if not chat_id or not sender_id or sender.get("is_bot") is True:
        return None
    group = str(chat.get("chat_type") or chat.get("type") or "").upper() == "GROUP"
    text = _text(message)
    if group and not _is_for_us(message, text, names):
        return None
    # In a private chat the platform's two ids are the same person's; ours must be, whatever it says.
    address = Address(NAME, account, chat_id, sender_id if group else chat_id)
    base = InboundMessage(
        address,
        _key(event, chat_id),
        InboundKind.TEXT,
        _sent_at(message.get("date"), now),
        text=_without_mention(text, names) if group else text,
    )
    return _filled(base, str(event.get("event_name") or ""), message)


def _filled(base: InboundMessage, event_name: str, message: Mapping[str, Any]) -> InboundMessage:
    """Return the message with what its kind of event carries."""
    kind = event_name.removeprefix("message.").partition(".")[0]
    if kind in _FILES:
        inbound_kind, fields, name, mime = _FILES[kind]
        url = next((value for key in fields if isinstance(value := message.get(key), str) and value), None)
        if url is not None:
            file = RemoteFile(url, name, mime)
            return InboundMessage(
                base.address, base.key, inbound_kind, base.sent_at, text=base.text, file=file
            )
    if base.text and kind not in ("sticker", "unsupported"):
        return base
    # Stickers, and what protected senders and newer apps send: said so, and the open question put again.
    data = {"kind": NAME, "error": UNREAD, "params": {}}
    return InboundMessage(base.address, base.key, InboundKind.RESULT, base.sent_at, data=data)


def _part(message: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = message.get(name)
    return part if isinstance(part, Mapping) else {}


def _text(message: Mapping[str, Any]) -> str:
    found = message.get("text") or message.get("caption") or ""
    return found if isinstance(found, str) else ""


def _key(event: Mapping[str, Any], chat: str) -> str:
    """Return the key that a redelivery has too: chat and message id, or a digest where there is no id."""
    number = event["message"].get("message_id")
    if not number:
        number = hashlib.sha256(json.dumps(event, sort_keys=True, default=str).encode()).hexdigest()[:32]
    return f"{chat}:{number}"


def _sent_at(date: Any, now: datetime) -> datetime:
    if isinstance(date, bool) or not isinstance(date, int | float) or date <= 0:
        return now
    try:
        return datetime.fromtimestamp(date / 1000 if date > MILLISECONDS else date, UTC)
    except (OverflowError, OSError, ValueError):
        return now


# Groups


def _is_for_us(message: Mapping[str, Any], text: str, names: tuple[str, ...]) -> bool:
    """Whether a message in a group mentions us or answers us.

    The platform promises to pass on no others; how it marks them is not written anywhere, so any mention counts.
    """
    if _MENTION.search(text) or any(message.get(field) for field in ("mentions", *_REPLIES)):
        return True
    return any(name and name.casefold() in text.casefold() for name in names)


def _without_mention(text: str, names: tuple[str, ...]) -> str:
    """Return the text without our name at its beginning or end."""
    for name in sorted(names, key=len, reverse=True):
        for said in (f"@{name}", name):
            if name and text.casefold().startswith(said.casefold()):
                return text[len(said) :].strip(" ,:\n")
            if name and text.casefold().endswith(said.casefold()):
                return text[: -len(said)].strip(" ,:\n")
    return _FIRST_MENTION.sub("", text).strip() or text
