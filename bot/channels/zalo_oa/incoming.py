"""From the body of a Zalo OA webhook to what a person did. Pure; whatever the body holds, it never raises.

Shapes: reference/messaging-apis.md A6. Several are known second-hand and in CONFLICT, so numbers may be
strings, a location may be spelt in any of the ways seen, and what is missing is left out.
"""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import unquote, urlsplit

from bot.channels.zalo_oa.settings import ANONYMOUS, NAME
from messages.envelope import Address, InboundKind, InboundMessage, RemoteFile

PAYLOAD_PREFIX = "#ba:"
"""A tap comes back as words the person "said": what begins so is taken for one, and trusted no more than words."""

FUTURE = timedelta(minutes=5)
FILES = {
    "image": (InboundKind.PHOTO, "zalo.jpg"),
    "gif": (InboundKind.PHOTO, "zalo.gif"),
    "file": (InboundKind.FILE, "zalo"),
    "video": (InboundKind.FILE, "zalo.mp4"),
    "audio": (InboundKind.VOICE, "zalo.m4a"),
    "voice": (InboundKind.VOICE, "zalo.m4a"),
}
SPOKEN = (*FILES, "text", "link", "sticker", "location", "business_card")
_PHONE = re.compile(r"(?:\+?84|0)\d{9}\b")


@dataclass(frozen=True, slots=True)
class Heard:
    """What is to be kept of a webhook; without messages, `note` says why there is nothing."""

    messages: tuple[InboundMessage, ...] = ()
    note: str = ""


def read(event: Mapping[str, Any], account: str, now: datetime, ours: Container[str] = frozenset()) -> Heard:
    """Return what a verified body says; `ours` are keys of messages we sent ourselves."""
    name = plain(event.get("event_name"))
    if name in ("user_received_message", "user_seen_message"):
        return _receipt(event, name, account, now)
    if name in ("follow", "unfollow"):
        return _following(event, name, account, now)
    if name.startswith("oa_send_"):
        return _echo(event, name, account, now, ours)
    address, key = _sender(event, account), _key(event, name)
    if not address.sender:
        return Heard(note="no_sender")
    at = _when(event, now)
    if name == "user_submit_info":
        return _submitted(event, address, key, at)
    who, _, what = name.partition("_send_")
    if who not in ("user", "anonymous") or what not in SPOKEN:
        return Heard(note="unknown_event")
    return Heard(tuple(_spoken(event, what, InboundMessage(address, key, InboundKind.TEXT, at))))


def plain(value: Any) -> str:
    """Return an id, a time or a word as text, "" for anything else. Ids exceed what a float keeps exactly."""
    if isinstance(value, str):
        return _clean(value).strip()
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""


def _clean(text: str) -> str:
    """Return the text without halves of surrogate pairs, which no database takes."""
    return text if text.isascii() else text.encode("utf-8", "ignore").decode()


def part(value: Any, name: str) -> Mapping[str, Any]:
    """Return the object `name` in an object, an empty one where there is none."""
    found = value.get(name) if isinstance(value, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _sender(event: Mapping[str, Any], account: str) -> Address:
    sender = plain(part(event, "sender").get("id"))
    if sender and plain(event.get("event_name")).startswith("anonymous_"):
        conversation = plain(part(event, "message").get("conversation_id"))
        sender = f"{ANONYMOUS}{conversation}:{sender}"
    return Address(NAME, account, sender, sender)


def _key(event: Mapping[str, Any], name: str, subject: str = "") -> str:
    own = plain(part(event, "message").get("msg_id"))
    if own and not subject:
        return own
    who = subject or plain(part(event, "sender").get("id"))
    return f"{name}:{plain(event.get('timestamp'))}:{who}"


def _when(event: Mapping[str, Any], now: datetime) -> datetime:
    """Return the time in the body; where it is none, or lies ahead of us, the present."""
    try:
        at = datetime.fromtimestamp(int(plain(event.get("timestamp"))) / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return now
    return at if at <= now + FUTURE else now


def _event(address: Address, key: str, at: datetime, **data: Any) -> Heard:
    if not address.chat:
        return Heard(note="no_subject")
    return Heard((InboundMessage(address, key, InboundKind.EVENT, at, data=data),))


def _following(event: Mapping[str, Any], name: str, account: str, now: datetime) -> Heard:
    who = plain(part(event, "follower").get("id"))
    what = "reachable" if name == "follow" else "blocked"
    return _event(
        Address(NAME, account, who, who), _key(event, name, who or "?"), _when(event, now), event=what
    )


def _receipt(event: Mapping[str, Any], name: str, account: str, now: datetime) -> Heard:
    message, who = part(event, "message"), plain(part(event, "recipient").get("id"))
    if plain(message.get("tracking_id")):
        return Heard(note="template_delivered")  # the recipient of a template by phone is a number, no user
    several = message.get("msg_ids")
    ids = [plain(i) for i in several] if isinstance(several, list) else [plain(message.get("msg_id"))]
    what = "seen" if name == "user_seen_message" else "received"
    key = f"{_key(event, name, who or '?')}:{ids[0] if ids else ''}"
    return _event(Address(NAME, account, who, who), key, _when(event, now), event=what, ids=ids)


def _echo(event: Mapping[str, Any], name: str, account: str, now: datetime, ours: Container[str]) -> Heard:
    """Take what the OA sent: what we know for our own goes no further, the rest a colleague may have written by hand.

    An echo that overtakes the answer to our sending, or reaches another process, is told apart by who deals with it.
    """
    message, who = part(event, "message"), plain(part(event, "recipient").get("id"))
    by_hand = bool(plain(part(event, "sender").get("admin_id")))
    own = plain(message.get("msg_id"))
    if own in ours and not by_hand:
        return Heard(note="own_echo")
    key = f"{name}:{own}" if own else _key(event, name, who or "?")
    text = message.get("text")
    given = message.get("attachments")
    payloads = [part(one, "payload") for one in given] if isinstance(given, list) else []
    what = name.removeprefix("oa_send_")
    kind, default = FILES.get(what, (InboundKind.FILE, "zalo"))
    found = (_file(p, what, default) for p in payloads) if what in FILES else ()
    files = [[kind.value, f.reference, f.name, f.mime, f.size] for f in found if f is not None]
    return _event(
        Address(NAME, account, who, who),
        key,
        _when(event, now),
        event="staff_wrote",
        ids=[own] if own else [],
        by_hand=by_hand,
        text=_clean(text) if isinstance(text, str) else "",
        files=files,
    )


def _submitted(event: Mapping[str, Any], address: Address, key: str, at: datetime) -> Heard:
    """Take what a person filled in; the older, flat form of `info` is read as well."""
    info = part(event, "info")
    phone = plain(info.get("phone"))
    if phone:
        return Heard((InboundMessage(address, key, InboundKind.CONTACT, at, phone=phone),))
    words = [plain(value) for value in (*info.values(), *part(info, "full_address").values())]
    text = ", ".join(word for word in words if word)
    return Heard((InboundMessage(address, key, InboundKind.TEXT, at, text=text),))


def _spoken(event: Mapping[str, Any], what: str, bare: InboundMessage) -> Iterator[InboundMessage]:
    message = part(event, "message")
    given = message.get("attachments")
    payloads = [part(one, "payload") for one in given] if isinstance(given, list) else []
    text = message.get("text")
    said = replace(bare, text=_clean(text) if isinstance(text, str) else "")
    if what in FILES:
        yield from _files(what, payloads, said)
    elif what == "location":
        place = next(filter(None, map(_place, _places(event, message, payloads))), None)
        yield replace(said, kind=InboundKind.LOCATION, location=place) if place else said
    elif what == "link":
        links = [plain(p.get(name)) for p in payloads for name in ("title", "description", "url", "link")]
        yield replace(said, text="\n".join(dict.fromkeys(w for w in (said.text, *links) if w)))
    elif what == "business_card":
        # Anybody's card can be passed on: its number counts as typed words, never as the sender's own.
        yield replace(said, text=_card_phone(payloads) or said.text)
    elif what == "text" and said.text.startswith(PAYLOAD_PREFIX):
        yield replace(said, kind=InboundKind.CHOICE, text="", choice=said.text[len(PAYLOAD_PREFIX) :])
    else:
        yield said


def _files(what: str, payloads: list[Mapping[str, Any]], said: InboundMessage) -> Iterator[InboundMessage]:
    """Yield one message a file; the words go with the first."""
    kind, default = FILES[what]
    files = [found for p in payloads if (found := _file(p, what, default))]
    if not files:
        yield said
    for number, file in enumerate(files):
        key = said.key if number == 0 else f"{said.key}#{number}"
        yield replace(said, key=key, kind=kind, text=said.text if number == 0 else "", file=file)


def _file(payload: Mapping[str, Any], what: str, default: str) -> RemoteFile | None:
    url = plain(payload.get("url")) or plain(payload.get("href"))
    if what == "gif":
        url = plain(payload.get("thumbnail")) or url  # a still picture is what we can keep
    if not url:
        return None
    try:
        last = unquote(urlsplit(url).path.rsplit("/", 1)[-1])
    except ValueError:
        last = ""
    name = plain(payload.get("name")) or (last if "." in last else default)
    size = plain(payload.get("size"))
    return RemoteFile(url, name[:200], size=int(size) if size.isascii() and size.isdigit() else 0)


def _places(
    event: Mapping[str, Any], message: Mapping[str, Any], payloads: list[Mapping[str, Any]]
) -> Iterator[Mapping[str, Any]]:
    """Yield every object that has been seen to hold a location."""
    for payload in payloads:
        yield part(payload, "coordinates")
        yield part(payload, "location")
        yield payload
    for holder in (message, event):
        yield part(holder, "location")
        yield part(holder, "coordinates")


def _place(found: Mapping[str, Any]) -> tuple[float, float] | None:
    latitude = next((found[name] for name in ("latitude", "lat") if name in found), None)
    longitude = next((found[name] for name in ("longitude", "long", "lng", "lon") if name in found), None)
    try:
        place = float(str(latitude)), float(str(longitude))
    except ValueError:
        return None
    return place if abs(place[0]) <= 90 and abs(place[1]) <= 180 else None


def _card_phone(payloads: list[Mapping[str, Any]]) -> str:
    for payload in payloads:
        for value in (payload.get("phone"), payload.get("description"), payload.get("url")):
            found = _PHONE.search(plain(value))
            if found:
                return found[0]
    return ""
