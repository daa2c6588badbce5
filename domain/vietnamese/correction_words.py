"""A correction in one's own words: "3 người chứ không phải 2", "không phải hôm qua mà hôm kia"."""

import re
from dataclasses import dataclass

from domain.vietnamese.aligned import Aligned, aligned

MOST = 200  # letters; a longer message is a story
_NO = r"(?:khong|ko|k|hong|hok|chang|dau)"
_BUT_NOT = re.compile(rf"\b(?:chu|ma|,)? ?{_NO} phai(?: la)? ")
_NOT_BUT = re.compile(
    rf"\b{_NO} phai(?: la)? (?P<old>.+?)(?:,? ma(?: phai)?(?: la)?|, (?:la|phai la)|, dung ra la) "
)
_INTO = re.compile(r"\b(?:sua|doi|chuyen)(?: lai)? (?P<old>.+?) (?:thanh|lai thanh|sang) ")
_WRONG = re.compile(
    r"\b(?:nham|ghi sai|sai) (?:la |thanh )?(?P<old>[^,;.]+)[,;.]+ ?(?:dung(?: ra)? la|la|phai la) "
)
_SIGNS = re.compile(
    rf"\b(?:chu {_NO} phai|{_NO} phai .+ ma\b|sai roi|ghi sai|ghi nham|bao nham|noi nham|dem nham|toi nham|nham roi"
    r"|a nham|dinh chinh|sua lai|sua giup|sua thanh|doi lai|dung ra(?: la)?|thuc ra la|noi lai|ghi lai"
    r"|moi dung|(?:so nguoi|so dien thoai|sdt|ten|cong ty|don vi|noi xay ra) (?:.{0,20} )?dung(?: ra)? la)\b"
    r"|\b(?:sua|doi) .+ thanh\b"
    r"|^(?:(?:a|oi|u|da|xin loi)[ ,]+)*(?:nham|lon)(?: roi)* ?[,.:;-]+ ?\w"
)
_LEAD = re.compile(
    r"^(?:(?:sai roi|a nham|nham roi|toi nham|dinh chinh|sua lai|sua giup|noi lai|ghi lai|dung ra(?: la)?|thuc ra la"
    r"|ghi sai|ghi nham"
    r"|bao nham|noi nham|dem nham|nham|lon|da|a|vang|xin loi|em|toi|minh|anh chi|oi|sua|roi|la)\b[ ,.:;-]*)+"
)
_TRAIL = re.compile(r"[ ,.;!]*(?:\b(?:nhe|nha|a|nhe anh|moi dung|thoi|day|do|giup toi|giup em)\b[ ,.;!]*)*$")
_SUBJECT = re.compile(r"^(?P<subject>.{0,60}?)(?:\bla\b|:) (?P<rest>.+)$")


@dataclass(frozen=True, slots=True)
class Pair:
    """What is right and what was wrong, as written; `subject` is what stands before ("tên anh ấy"), often nothing."""

    new: str
    old: str
    subject: str = ""


def is_correction(text: str) -> bool:
    """Whether a short message sets something right that was said before."""
    said = aligned(text[: MOST + 1])
    return len(said.line) <= MOST and _SIGNS.search(said.plain) is not None


def pair_of(text: str) -> Pair | None:
    """Return what a message puts in the place of what; None where it does not say both."""
    said = aligned(text[:MOST])
    for pattern in (_NOT_BUT, _INTO, _WRONG):
        if found := pattern.search(said.plain):
            subject = _cut(said, 0, found.start())
            return _pair(said, found.end(), len(said.line), *found.span("old"), subject)
    if found := _BUT_NOT.search(said.plain):
        return _pair(said, 0, found.start(), found.end(), len(said.line), "")
    return None


def spoken(text: str) -> str:
    """Return a correction without the words that only say that it is one ("sai rồi, …")."""
    said = aligned(text[:MOST])
    return _cut(said, 0, len(said.line))


def _pair(said: Aligned, new: int, new_end: int, old: int, old_end: int, subject: str) -> Pair | None:
    right, wrong = _cut(said, new, new_end), _cut(said, old, old_end)
    parted = _SUBJECT.match(aligned(right).plain) if not subject else None
    if parted is not None:
        subject, right = right[: parted.end("subject")].strip(), right[parted.start("rest") :]
    right, wrong = right.strip(" ,.;:"), wrong.strip(" ,.;:")
    return Pair(right, wrong, subject.strip(" ,.;:")) if right and wrong else None


def _cut(said: Aligned, start: int, end: int) -> str:
    plain = said.plain[start:end]
    lead = _LEAD.match(plain)
    first = lead.end() if lead else 0
    trail = _TRAIL.search(plain, first)
    last = trail.start() if trail else len(plain)
    return said.line[start + first : start + last].strip()
