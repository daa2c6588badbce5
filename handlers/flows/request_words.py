"""What a coordinator says to ask units for a report out of turn: of whom, about what, until when. Pure."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from domain.vietnamese.fold import fold, nfc
from domain.vietnamese.moments import read_future_date

LONGEST = 400
LONGEST_TAIL = 60  # characters from where the day begins; a longer end says more than a day
_ASKS = re.compile(
    r"^(?:(?:toi|em|minh|bao an|nho|nho bao an|giup|hay|lam on|gui) )*(?:yeu cau|yc|y/c|de nghi)(?: dot xuat)? "
    r"(?P<who>.{2,120}?) (?:(?:phai )?(?:gui|nop) )?(?:bao cao|bao|cung cap so lieu|gui so lieu)"
    r"(?: (?:dot xuat|nhanh|gap|ngay|so lieu))*(?: ve(?: viec)?|:| :)? (?P<what>.+)$"
)
_UNTIL = re.compile(
    r"[,;.]? (?:(?:thoi )?han(?: chot| cuoi| la| den| toi)*|truoc|cham nhat(?: la)?|den|toi|xong(?: truoc)?"
    r"|gui truoc)(?: het)?(?: ngay)? "
    r"(?=\d{1,2}\s?[/.-]\s?\d{1,2}|mai|hom|thu |chu nhat|cuoi |tuan |mot|\d{1,2} thang)"
)
_AND = re.compile(r"\s+(?:va|voi|cung)\s+")
_BEFORE = re.compile(r"\btruoc (?:het )?(?:ngay )?\S+")
_ASKED_HOW = re.compile(
    r"^(?=.*\b(?:yeu cau|yc|dot xuat)\b)"
    r"(?=.*\b(?:ai|don vi nao|xa nao|so nao|phuong nao|the nao|ra sao|toi dau|den dau|bao nhieu|may|chua)\b)"
    r"(?!.*\b(?:gia han|xong)\b).{4,90}$"
)
_START = re.compile(
    r"^(?:(?:toi|em|muon|can|tao|gui|lap) )*(?:yeu cau )?bao cao dot xuat[ .!]*$|^(?:tao|gui|lap) yeu cau[ .!]*$"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request as far as a sentence says it; `due` is the last day in time."""

    who: str
    what: str
    due: date | None


def read_request(text: str, today: date) -> Wanted | None:
    """Read "yêu cầu các xã báo cáo đột xuất về lò sấy trước ngày 30/11"; None for anything else."""
    said = " ".join(nfc(text).split())
    folded = fold(said)
    if len(said) > LONGEST or len(folded) != len(said):
        return None
    found = _ASKS.match(folded)
    if found is None:
        return None
    what, what_from = found["what"], found.start("what")
    end, due = len(what), None
    for until in _UNTIL.finditer(
        what
    ):  # the last one is the day asked for; earlier ones belong to the subject
        if len(what) - until.start() <= LONGEST_TAIL and (day := read_due(what[until.start() :], today)):
            end, due = until.start(), day
    subject = said[what_from : what_from + end].strip(" .,;:")
    return Wanted(said[found.start("who") : found.end("who")].strip(" ,;"), subject, due)


def read_due(text: str, today: date) -> date | None:
    """Return the last day in time of "trước ngày 30/11" (the 29th) or "đến 30/11" (the 30th)."""
    day = read_future_date(text, today)
    if day is None:
        return None
    return day - timedelta(days=1) if _BEFORE.search(fold(text)) else day


def parted_by_and(text: str) -> str:
    """Return a list of names with ";" where the word "and" stands between them."""
    said = nfc(text)
    folded = fold(said)
    if len(folded) != len(said):
        return said
    parts, at = [], 0
    for found in _AND.finditer(folded):
        parts.append(said[at : found.start()])
        at = found.end()
    return "; ".join([*parts, said[at:]])


def asks_how_it_stands(text: str) -> bool:
    """Whether a question is about what was asked for out of turn ("ai chưa trả lời yêu cầu đột xuất")."""
    return bool(_ASKED_HOW.match(fold(text).strip()))


def wants_to_ask(text: str) -> bool:
    """Whether somebody only says that they want to ask for a report."""
    return bool(_START.match(fold(text).strip()))
