"""The envelopes: what comes in from any channel and what goes out to any channel.

Frozen values with a plain JSON form, so that they can lie in the inbox and the outbox.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

OWN_KEY = "baoan:"
"""What the keys of our own results begin with; the intake lets no channel bring such a key."""


LARGEST = 2**63 - 1


class InboundKind(StrEnum):
    """What a person did.

    `RESULT` is the outcome of one of our own jobs, `ACTION` an act on the board, `EVENT` something a
    platform tells about a person or chat (blocked, followed, moved).
    """

    TEXT = "text"
    CHOICE = "choice"
    PHOTO = "photo"
    FILE = "file"
    VOICE = "voice"
    LOCATION = "location"
    CONTACT = "contact"
    ACTION = "action"
    RESULT = "result"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Address:
    """Where a person writes from: a channel, the account of ours there, a chat and the sender in it."""

    channel: str
    account: str
    chat: str
    sender: str

    @property
    def private(self) -> bool:
        """Whether nobody else reads here: a private chat carries its person's own id."""
        return self.chat == self.sender

    def __str__(self) -> str:
        return f"{self.channel}|{self.account}|{self.chat}|{self.sender}"


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file that still lies with a platform: what the channel fetches it by, and what it is said to be."""

    reference: str
    name: str
    mime: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class InboundMessage:
    """One thing a person sent. `key` is unique on the channel account; `sent_at` is aware.

    `choice` is the payload of a tapped button; `attachment` the id of a row in attachments; `file` one that
    is yet to be fetched (the intake makes its row); `data` what an action, an event or a job's result carries.
    """

    address: Address
    key: str
    kind: InboundKind
    sent_at: datetime
    text: str = ""
    choice: str | None = None
    attachment: int | None = None
    location: tuple[float, float] | None = None
    phone: str | None = None
    file: RemoteFile | None = None
    data: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.sent_at.tzinfo is None:
            raise ValueError("sent_at must be aware")

    def to_json(self) -> dict[str, Any]:
        """Return the plain form that lies in the inbox."""
        a = self.address
        return {
            "address": [a.channel, a.account, a.chat, a.sender],
            "key": self.key,
            "kind": self.kind.value,
            "sent_at": self.sent_at.isoformat(),
            "text": self.text,
            "choice": self.choice,
            "attachment": self.attachment,
            "location": list(self.location) if self.location else None,
            "phone": self.phone,
            "file": [self.file.reference, self.file.name, self.file.mime, self.file.size]
            if self.file
            else None,
            "data": dict(self.data),
        }

    def scrubbed(self) -> "InboundMessage":
        """Return the message with text that every database keeps."""
        raw = self.to_json()
        clean = scrub(raw)
        return self if clean == raw else self.from_json(clean)

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> "InboundMessage":
        """Build the message again from its plain form."""
        location = raw["location"]
        return cls(
            address=Address(*raw["address"]),
            key=raw["key"],
            kind=InboundKind(raw["kind"]),
            sent_at=datetime.fromisoformat(raw["sent_at"]),
            text=raw["text"],
            choice=raw["choice"],
            attachment=raw["attachment"],
            location=(location[0], location[1]) if location else None,
            phone=raw["phone"],
            file=RemoteFile(*raw["file"]) if raw.get("file") else None,
            data=raw["data"],
        )


def scrub(value: Any) -> Any:
    """Return a plain value that every database keeps.

    Half characters (lone surrogates) and NUL in texts become U+FFFD, a whole number of more than 64 bits the largest.
    """
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\x00", "\ufffd")
    if isinstance(value, Mapping):
        return {scrub(name): scrub(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [scrub(inner) for inner in value]
    if isinstance(value, int) and not isinstance(value, bool):
        return max(-LARGEST, min(value, LARGEST))
    return value


@dataclass(frozen=True, slots=True)
class Text:
    """Words by key, to be rendered in the reader's language."""

    key: str
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Option:
    """An answer on offer. `label` is a Text, or a literal such as a unit's name."""

    payload: str
    label: Text | str


@dataclass(frozen=True, slots=True)
class OutFile:
    """A file that goes with a message: an attachments row."""

    attachment: int
    name: str
    mime: str


@dataclass(frozen=True, slots=True)
class Say:
    """One message the bot wants to say, in no language yet. `step` is (number, of how many)."""

    key: str
    params: Mapping[str, Any] = field(default_factory=dict)
    options: tuple[Option, ...] = ()
    numeric: bool = False  # the question asks for a number: the options carry letters
    step: tuple[int, int] | None = None
    urgent: bool = False
    files: tuple[OutFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A rendered option: what is sent back when it is taken, and what the person reads."""

    payload: str
    label: str


@dataclass(frozen=True, slots=True)
class OutboundMessage:
    """One message in the reader's own words, before a channel degrades it to what it can show.

    `lasting` choices stand by themselves (a reminder's, an alert's): they can be taken after other talk too.
    """

    text: str
    choices: tuple[Choice, ...] = ()
    letters: bool = False
    step: tuple[int, int] | None = None
    urgent: bool = False
    repeated: bool = False
    lasting: bool = False
    files: tuple[OutFile, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Return the plain form that lies in the outbox."""
        return {
            "text": self.text,
            "choices": [[c.payload, c.label] for c in self.choices],
            "letters": self.letters,
            "step": list(self.step) if self.step else None,
            "urgent": self.urgent,
            "lasting": self.lasting,
            "files": [[f.attachment, f.name, f.mime] for f in self.files],
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any], *, repeated: bool = False) -> "OutboundMessage":
        """Build the message again; `repeated` marks a second sending after an unknown outcome."""
        step = raw["step"]
        return cls(
            text=raw["text"],
            choices=tuple(Choice(p, label) for p, label in raw["choices"]),
            letters=raw["letters"],
            step=(step[0], step[1]) if step else None,
            urgent=raw["urgent"],
            repeated=repeated,
            lasting=raw.get("lasting", False),
            files=tuple(OutFile(*f) for f in raw["files"]),
        )
