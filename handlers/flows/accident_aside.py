"""Words at a question that are no answer to it: control words, questions, corrections, an employer's name. Pure."""

import re
from collections.abc import Mapping
from typing import Any

from domain.vietnamese.correction_words import is_correction
from domain.vietnamese.fold import fold
from domain.vietnamese.moments import read_moment
from domain.vietnamese.numbers import read_phone
from handlers.conversation.answers import Answer, Got, Outcome, Reopen, Retry
from handlers.conversation.flow import Turn
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from handlers.flows import amend_steps, victim_notes
from messages.envelope import InboundKind, Option, Say, Text

FIXABLE = (
    "people",
    "place",
    "phone",
    "what",
    "role",
    "contract",
    "during",
    "happened",
    "workplace",
    "victims",
    "factor",
    "cause",
    "media",
)
CODES = ("factor", "cause")  # asked of employers and officers alone
NOT_ALWAYS = (*CODES, "during")
FIRST = FIXABLE[:3]  # what is asked before consent
DETAILS = (
    "what",
    "commune",
    "role",
    "contract",
    "happened",
    "workplace",
    *victim_notes.KEYS,
    *CODES,
    "media",
)
_FIX = frozenset({"sua", "sua lai", "chinh sua", "sua thong tin", "toi muon sua", "fix", "edit"})
_SEND = frozenset({"gui", "gui di", "gui luon", "gui ngay", "nop", "send"})
_DONE = frozenset({"xong", "xong roi", "het", "het roi", "done"})
_FIELD_WORDS = {
    "people": ("so nguoi", "so nguoi bi nan", "so nguoi bi thuong", "so nan nhan"),
    "place": ("noi xay ra", "dia diem", "dia chi", "vi tri", "ten xa"),
    "phone": ("so dien thoai", "so goi lai", "sdt", "dien thoai"),
    "role": ("nguoi bao",),
    "happened": ("thoi gian", "ngay gio"),
    "workplace": ("don vi", "noi lam viec"),
    "victims": (
        "nguoi bi nan",
        "nan nhan",
        "thuong tich",
        "vet thuong",
        "ten",
        "ten nguoi bi nan",
        "ten nan nhan",
    ),
}
_QUESTION = re.compile(
    r"(?:bao gio|khi nao|luc nao|chung nao|may gio|o dau|di dau|bao lau|tai sao|vi sao|sao|lam sao|the nao|gi|ai|chua"
    r"|khong|ko)(?: .{0,30})?\?\s*$"
    r"|^(?:(?:da )?co (?:ai|nguoi|xe|can bo)|xe(?: cap cuu)?|can bo|cong an|ben anh)(?: .{0,20})?"
    r"\b(?:den|toi|nhan|xuong|qua|goi)\b.{0,12}\bchua(?: (?:a|the|vay|em|anh))*\W*$"
    r"|^(?:bao gio|khi nao|chung nao|bao lau(?: nua)?) .*\b(?:co|den|toi|xong|goi|nhan)\b"
)
_PENALTY = re.compile(
    r"\b(?:bi|co|phai) (?:phat|ky luat|duoi viec|lien luy|mat viec|di tu|truy cuu|nop phat|tru luong)\b"
    r".*(?:khong|ko|k|gi)\b"
)
_MOST_ASKED = 14  # words of a question; a longer message is a story
_CORRECTS = re.compile(
    r"\b(?:chu (?:khong|ko|k|hong) phai|(?:khong|ko|k|hong) phai .* (?:ma|chu)|(?:bao|noi|ghi|dem) nham"
    r"|sua lai|dinh chinh|dung ra|so khac|noi lai|ghi sai|sai roi|so nguoi (?:bi|la|chet)"
    r"|bao lai|cap nhat|bao them)\b"
)
_NAMES_SOMEBODY = re.compile(r"\b(?:ten (?:anh|chi|ong|ba|em|nan nhan|nguoi)|ho ten)\b")
_ONLY_TIME = re.compile(
    r"(?:(?:luc|vao|khoang|tam|gio|phut|ngay|thang|nam|sang|trua|chieu|toi|dem|nay|qua|hom|kia|ruoi|rang|som|thu|hai|ba|tu"
    r"|sau|bay|chu|nhat|mung|\d{1,4}(?:[hg:]\d{0,2}(?:p|phut)?)?|\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?)(?:[ ,.]+|$))+"
)
_ADDS = re.compile(
    r"\b(?:bao them|noi them|bo sung|cap nhat|tin moi|them thong tin|(?:vu|ca) (?:luc nay|hoi nay|vua roi|truoc))\b"
)
_MOST_NEWS = 10  # words; a longer message tells an accident of its own
_EMPLOYER = re.compile(
    r"(?:tong cong ty|cong ty|cty|doanh nghiep|dntn|hop tac xa|htx|xi nghiep|nha may|tap doan|ban quan ly"
    r"|cong truong)"
    r"(?: [^\s?]+){2,10}$"
)


def of_words(answer: Answer, turn: Turn, key: str) -> Outcome | None:
    """Return what to do with words that do not answer the question `key`; None where they may."""
    if answer.picked is not None:
        return _reopened(answer.picked, turn)
    if answer.kind is not InboundKind.TEXT:
        return None
    said = fold(answer.text).strip(" .!")
    if said in _SEND:
        return Got({name: None for name in DETAILS if name not in turn.session.answers})
    if said in _DONE:
        return Got({key: None})
    return steered(answer, turn) or asked(answer) or corrected(answer, turn)


def steered(answer: Answer, turn: Turn, fields: tuple[str, ...] = FIXABLE) -> Outcome | None:
    """Deal with "sửa", a field called by its name, and the buttons that follow; None for anything else."""
    if answer.picked is not None:
        return _reopened(answer.picked, turn)
    said = fold(answer.text).strip(" .!")
    if said in _FIX:
        return Retry(ask_what_to_fix(turn, fields))
    name = field_named(answer.text)
    return _reopen(name, turn) if name is not None and name in fields else None


def ask_what_to_fix(turn: Turn, fields: tuple[str, ...] = FIXABLE) -> Say:
    """Ask which answer is to be changed: those that are asked at all."""
    told = [name for name in fields if name not in NOT_ALWAYS or name in turn.session.answers]
    options = tuple(Option(f"fix:{name}", Text(f"accident-fix-{name}")) for name in told)
    return Say("accident-fix-which", options=(*options, Option("look:ok", Text("accident-fix-none"))))


def field_named(text: str) -> str | None:
    """Return the field that a message is the bare name of ("số người", "sửa số điện thoại"), or None."""
    said = fold(text).strip(" .!").removeprefix("sua ").removeprefix("lai ")
    return next((name for name, spoken in _FIELD_WORDS.items() if said in spoken), None)


def _reopened(payload: str, turn: Turn) -> Outcome | None:
    if payload == "look:ok":
        return Got({})
    name = payload.removeprefix("fix:")
    if payload.startswith("fix:victim:"):
        return _reopen_victim(payload.removeprefix("fix:victim:"), turn)
    return _reopen(name, turn) if payload.startswith("fix:") and name in FIXABLE else None


def _reopen(name: str, turn: Turn) -> Outcome:
    if name != "victims":
        return Reopen((name,))
    several = victim_notes.asked_singly(turn)
    if several == 1:
        return _reopen_victim("1", turn)
    if not several:
        return Reopen((victim_notes.LIST,))
    known = victim_notes.entries(turn)
    options = tuple(
        Option(
            f"fix:victim:{number + 1}",
            words.victim_label(number + 1, known[number] if number < len(known) else {}),
        )
        for number in range(several)
    )
    return Retry(Say("accident-fix-whom", options=options))


def _reopen_victim(number: str, turn: Turn) -> Outcome:
    if number not in {str(n + 1) for n in range(victim_notes.asked_singly(turn))}:
        return Got({}, Say("accident-button-used"))
    return Reopen((f"victim_{number}_hurt", f"victim_{number}_who"))


def asked(answer: Answer) -> Outcome | None:
    """Answer a short question honestly, and let the open one be put again; None for anything else."""
    said = fold(answer.text)
    if answer.picked is not None or len(said.split()) > _MOST_ASKED:
        return None
    if asks_of_penalty(answer.text):
        return Got({}, Say("accident-asked-penalty"))
    return Got({}, Say("accident-asked-officer")) if _QUESTION.search(said) else None


def asks_of_penalty(text: str) -> bool:
    """Whether a short message asks if somebody will be punished."""
    said = fold(text[: reading.SCAN])
    return len(said.split()) <= _MOST_ASKED and _PENALTY.search(said) is not None


def corrected(answer: Answer, turn: Turn) -> Outcome | None:
    """Take an earlier fact told anew ("4 chứ không phải 2", a bare time or number); None for anything else."""
    said = fold(answer.text[: reading.SCAN]).strip(" .!")
    if _ONLY_TIME.fullmatch(said):
        when = read_moment(answer.text, turn.now)
        if when.value is None or when.type not in reading.TIMES:
            return None
        value = reading.moment_value(when)
        return Got({"happened": value}, words.noted([Text("accident-dot", {"what": words.moment(value)})]))
    if is_correction(answer.text) and (taken := amend_steps.take(answer.text, turn)) is not None:
        return taken
    is_number = read_phone(said) is not None and re.fullmatch(r"[\d +.()-]+", said)
    if not is_number and (len(said.split()) > _MOST_ASKED or not _CORRECTS.search(said)):
        return None
    if _NAMES_SOMEBODY.search(said):
        return None  # "Năm" would be read as a count of five
    told = reading.facts_in(answer.text, turn, corrects=True)
    return Got(told.values, words.noted(told.lines)) if told.values else None


def employer(answer: Answer) -> Outcome | None:
    """Take a message that is an employer's name ("Công ty TNHH Minh Phát") for the workplace, asked or not."""
    if answer.picked is not None or not _EMPLOYER.match(fold(answer.text).strip(" .!")):
        return None
    name = answer.text.strip(" .!")
    line = Text("accident-heard-workplace", {"what": words.shortened(name)})
    return Got({"workplace": name}, words.noted([line]))


def corrects(text: str) -> bool:
    """Whether words set an earlier fact right rather than add to it."""
    return "bao them" not in fold(text) and _CORRECTS.search(fold(text)) is not None


def adds(text: str) -> bool:
    """Whether words say that they add to what was reported, or give another number to ring."""
    said = fold(text[: reading.SCAN])
    short = len(said.split()) <= _MOST_ASKED
    return _ADDS.search(said) is not None or (short and read_phone(said) is not None and "so" in said.split())


def is_news(text: str, found: Mapping[str, Any]) -> bool:
    """Whether a report may be about a case told before: it says so, or is short and names no place."""
    counts = {"people", "death_told"} & found.keys()
    short = len(text.split()) <= _MOST_NEWS and "place" not in found
    return adds(text) or (bool(counts) and short)
