"""What an officer says of work in a plan: which of the four answers, which period, which document, what share."""

import re

from domain.progress import ProgressKind
from domain.vietnamese import phrases, slots
from domain.vietnamese.aligned import aligned
from domain.vietnamese.fold import fold
from domain.vietnamese.numbers import read_number
from domain.vietnamese.words import split

_READ = 2_000  # characters looked at; nobody names a document only after two pages
_NEARLY = re.compile(r" (?:sap|sắp|gan|chuan bi) xong(?= )")
_FINISHED = re.compile(r"^ (?:(?:da|viec|bao cao|lam) )*xong [.,]? ?$")
_PROMISES = re.compile(
    r"^ (?:(?:sang |chieu |toi )?(?:mai|ngay mai|tuan sau|thu \w+)|hen (?:mai|ngay|thu \w+))"
    r"(?: (?:thi|se|toi|em|minh|don vi|ben em|ben minh))*"
    r" (?:nop|gui|xong|hoan thanh|bao cao|lam)(?= )"
)
_NUMBER = re.compile(r"(?<![\w/.-])\d{1,6}[a-zA-Z]?(?:\s?[/-]\s?[\wĐđ&.-]{1,20}){1,4}")
_BARE = re.compile(r"^(?:(?:van ban|cong van|bao cao|vb|cv|bc|so) )*(\d{1,6})$")
_A_DAY = re.compile(r"^\d{1,2}\s?[/-]\s?\d{1,2}(?:\s?[/-]\s?\d{2,4})?$")
_SHARE = re.compile(r"^\D{0,40}?(-?\d{1,6})(?:[.,]\d+)?\s?(?:%|phan tram|percent)?\D{0,40}$")

_DATED_END = re.compile(
    r" (?:mai|ngay mai|tuan sau|thang sau|thu \w+) (?:la |thi |se )*(?:xong|nop|gui|hoan thanh)(?= )"
    r"| (?:xong|hoan thanh|nop|gui) (?:truoc |vao |ngay |hom )*\d{1,2} / \d{1,2}(?= )"
    r"| \d{1,2} / \d{1,2} (?:/ \d{2,4} )?(?:la |thi |se )*(?:xong|nop|gui|hoan thanh)(?= )"
)
_ASKS = (
    (ProgressKind.NOT_OURS, phrases.NOT_OURS),
    (ProgressKind.MORE_TIME, phrases.EXTEND),
    (ProgressKind.LATER, phrases.LATER),
)

_WHO_REPORTED = re.compile(
    r"\b(?:nop|gui)\b|\b(?:chua|da|ai)\b.{0,60}\bbao cao\b|\bbao cao\b.{0,60}\b(?:chua|ai|nao)\b"
    r"|\btinh hinh bao cao\b|\breport(?:ed|s)?\b"
)
_WANTS_TO_TELL = re.compile(
    r"^(?:(?:toi|em|minh|don vi|muon|can|xin|cho|phep) )*"
    r"(?:bao(?: cao)?|cap nhat|gui) tien do(?: (?:cong viec|viec|thuc hien))?[ .!]*$"
    r"|^(?:i want to )?(?:report|update)(?: my)? progress[ .!]*$"
)
_COMMUNES = re.compile(
    r"\b(?:xa|phuong|dac khu|thi tran)(?:,? (?:xa|phuong|dac khu|thi tran))* nao\b|\bcommunes?\b"
)
_OFFICES = re.compile(r"\b(?:so|phong|ban|nganh)(?:,? (?:so|phong|ban|nganh))* nao\b|\bdepartments?\b")
_ZERO = re.compile(
    r"\b(?:khong|ko|k|chua|hong|hok)(?: he)? (?:co|xay ra|phat sinh)(?: (?:vu|ai|nguoi|truong hop|cai))?"
    r"(?: (?:nao|tai nan|tnld|bi tai nan|gi)\b|$)"
    r"|\b(?:khong|ko|0|zero) (?:vu|tai nan|tnld|ca)\b|\bso (?:khong|0)\b|\bbao cao (?:khong|0)\b"
    r"|\bno accidents?\b|\bnil\b"
)
_QUARTER = re.compile(r"\bquy (i{1,3}|iv|[1-4]|mot|hai|ba|bon|tu)\b")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4}
_MONTH = re.compile(r"\bthang (\d{1,2})\b")
_YEAR = re.compile(r"\b(20\d\d)\b")


def read_progress_kind(text: str) -> ProgressKind | None:
    """Return which of the unit's answers `text` gives, None where it gives none or more than one.

    That it is another's wins over all, then asking for time, then putting the reminder off; a share below 100 %
    or "sắp xong" is under way; trouble met on the way is a difficulty; a document's number alone is the proof of
    something done.
    """
    words = split(text)
    line = words.line
    asks = next((kind for kind, phrase in _ASKS if phrase.search(line)), None)
    if asks is not None:
        return asks
    share = slots.of_work(words).get("percent")
    if _NEARLY.search(line) or _PROMISES.match(line) or (share is not None and share < 100):
        return ProgressKind.UNDER_WAY
    done = share == 100 or bool(_FINISHED.match(line) or phrases.DONE.search(line))
    trouble = bool(phrases.DIFFICULT.search(line))
    if done and trouble:
        return None
    if trouble:
        return ProgressKind.DIFFICULTY
    under_way = share is None and bool(phrases.UNDER_WAY.search(line))
    if done and under_way:
        return ProgressKind.UNDER_WAY if _DATED_END.search(line) else None
    if done or slots.document_no(text[:_READ]):
        return ProgressKind.DONE
    return ProgressKind.UNDER_WAY if under_way else None


def says_zero(text: str) -> bool:
    """Whether a sentence says that there was no accident to count ("không có vụ nào", "0 vụ", "báo cáo số 0")."""
    return bool(_ZERO.search(fold(text)))


def read_document_no(text: str) -> str | None:
    """Return the number of a document in `text` ("125/BC-UBND", "công văn 125"), None where there is none.

    A bare number counts where nothing else is said; a day ("3/12/2026") does not.
    """
    said = text[:_READ]
    if known := slots.document_no(said):
        return known
    for found in _NUMBER.finditer(said):
        number = re.sub(r"\s", "", found.group()).rstrip("./-")
        if not _A_DAY.match(number):
            return number
    bare = _BARE.match(fold(said).strip(" .:"))
    return bare[1] if bare else None


def read_share(text: str) -> int | None:
    """Return the one number `text` gives as a share in percent, whatever its size; None where unclear."""
    if len(text) > 100:
        return None
    found = _SHARE.match(fold(text))
    return int(found[1]) if found else read_number(text)


def asks_who_reported(text: str) -> bool:
    """Whether a question is about who has handed in a report, rather than about the work in general."""
    return bool(_WHO_REPORTED.search(fold(text[:_READ])))


def wants_to_report(text: str) -> bool:
    """Whether somebody only says that they want to tell how the work stands ("báo tiến độ")."""
    return bool(_WANTS_TO_TELL.match(fold(text[:100])))


def unit_kind_meant(text: str) -> str | None:
    """Return "commune" or "office" where a question is about these only ("xã nào", "sở nào"), else None."""
    said = fold(text[:_READ])
    if _COMMUNES.search(said):
        return "commune"
    return "office" if _OFFICES.search(said) else None


def period_named(text: str) -> str | None:
    """Return the words of the quarter, half-year, month or year a question names, None where it names none."""
    said = aligned(text[:_READ])
    half = re.search(r"\b(?:6|sau) thang(?: (?:dau|cuoi)(?: nam)?)?\b", said.plain)
    found = _QUARTER.search(said.plain) or half or _MONTH.search(said.plain)
    year = _YEAR.search(said.plain)
    if found is None:
        return None if year is None else year[1]
    words = said.line[found.start() : found.end()]
    return f"{words} {year[1]}" if year else words


def period_fits(label: str, said: str) -> bool:
    """Whether the period `label` of an occurrence ("2026-Q4") may be the one a person names ("quý IV")."""
    words = fold(said)
    year, _, part = label.partition("-")
    named = _YEAR.search(words)
    if named and named[1] != year:
        return False
    if found := _QUARTER.search(words):
        quarter = _QUARTERS.get(found[1]) or int(found[1])
        return part == f"Q{quarter}"
    if "6 thang" in words or "sau thang" in words:
        return part == ("H2" if "cuoi" in words else "H1") or ("dau" not in words and part == "H2")
    if found := _MONTH.search(words):
        return part == f"{int(found[1]):02d}"
    return not part or not part[0].isalpha()
