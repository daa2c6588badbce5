"""From plain words to the list of machines that are declared and inspected, and whether words wish to declare one."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from domain.diseases import is_disease
from domain.law.lists import machines
from domain.listed_words import CLEAR, Candidate, Lexicon, lexicon
from domain.vietnamese.fold import fold, nfc

__all__ = [
    "Candidate",
    "candidates",
    "machine_name",
    "read_day",
    "read_years",
    "wishes_to_declare",
    "wishes_to_see",
    "wrong_days",
]

_LONGEST = 200  # a wish is short; a longer message is a story
_SCAN = 500
_DECLARES = re.compile(r"\b(?:khai|khai bao|dang ky|declare|register)\b")
_NEW = re.compile(
    r"\b(?:moi (?:lap|mua|nhap|ve|dua)|dua vao (?:su dung|dung|van hanh)|lap dat (?:xong|moi))\b"
)
_STRICT = re.compile(
    r"\b(?:thiet bi|may(?: moc)?|vat tu|doi tuong kiem dinh)\b.{0,30}\bnghiem ngat\b"
    r"|\b(?:khai bao|khai|dang ky)(?: su dung)? (?:thiet bi|may moc|may|doi tuong kiem dinh)\b"
    r"|\bdeclare (?:a |the |our )?(?:equipment|machine)\b"
)
_WISH = re.compile(
    r"(?:(?:toi|em|minh|chung toi|cong ty|cho|can|muon|xin) )*(?:khai bao|khai|dang ky)(?: su dung)?"
    r" (?:(?:cho|them) )*"
)
_HARM = re.compile(
    r"\b(?:tai nan|chet|bi thuong|nguoi thuong|cap cuu|ngat xiu|nga|roi xuong|chay|gay|dut|hong|ro ri"
    r"|bi (?:de|dam|kep|cuon|ket|no)|suyt|mat an toan|nguy hiem)\b"
)
_DISEASE = re.compile(r"\bbenh\b")
_SEES = re.compile(
    r"(?:(?:cho|xem|toi|minh|can|muon|gui|giup|em) )*(?:danh sach|so theo doi|so|list of) "
    r"(?:thiet bi|may|equipment)(?: (?:nghiem ngat|da khai bao|sap het han|het han|kiem|dinh|nhe|nha|a|voi))*"
)
_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)")
_SPOKEN = re.compile(r"\bngay (\d{1,2}) thang (\d{1,2})(?:,)? nam (\d{4})\b")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_LENGTH = re.compile(r"(?:co |han )*([1-9]|10) ?(?:nam|years?)")
_YEARS = range(1950, 2101)


def candidates(text: str) -> tuple[Candidate, ...]:
    """Return the kinds of the list that `text` may mean, likeliest first; see `Lexicon.candidates`."""
    return _lexicon().candidates(text[:_SCAN])


def machine_name(code: str) -> str:
    """Return the list's wording of a kind; a code nobody knows stays as it is."""
    line = machines().line(code)
    return code if line is None else line.text


def wishes_to_declare(text: str) -> bool:
    """Whether a message wishes to declare a machine, and tells of no harm or fault."""
    if len(text) > _LONGEST:
        return False
    plain = fold(text)
    if _HARM.search(plain) or _DISEASE.search(plain) or is_disease(text):
        return False
    if _STRICT.search(plain):
        return True
    wishes = _DECLARES.search(plain) or _NEW.search(plain)
    return bool(wishes) and any(one.score >= CLEAR for one in candidates(text))


def as_told(text: str) -> str:
    """Return the words for a machine without the wish to declare before them."""
    line = " ".join(nfc(text).split())
    plain = fold(line)
    begun = _WISH.match(plain) if len(plain) == len(line) else None
    return line[begun.end() :] if begun and begun.end() < len(line) else line


def wishes_to_see(text: str) -> bool:
    """Whether a message asks for the list of declared machines."""
    return len(text) < 80 and _SEES.fullmatch(fold(text).strip(" .?!")) is not None


def read_day(text: str) -> date | None:
    """Return the one whole day named in a message ("20/11/2026", "ngày 20 tháng 11 năm 2026"), else None."""
    found = [(y, m, d) for d, m, y in _DAY.findall(text) + _SPOKEN.findall(fold(text))]
    found += _ISO.findall(text)
    days = {_day(*map(int, one)) for one in found}
    return days.pop() if len(days) == 1 else None


def wrong_days(known: Mapping[str, Any], today: date) -> str | None:
    """Return the key of what is to be said about days that cannot be; None where they can.

    An inspection has been made, and ends after that.
    """
    inspected, ends = (
        date.fromisoformat(known[n]) if known.get(n) else None for n in ("inspected_on", "inspect_by")
    )
    if inspected is not None and inspected > today:
        return "kind-day-future"
    return "kind-day-order" if inspected is not None and ends is not None and ends <= inspected else None


def day_of(iso: str) -> str:
    """Return a day kept as its ISO date as people write it: "20/11/2026"."""
    return f"{date.fromisoformat(iso):%d/%m/%Y}"


def read_years(text: str) -> int | None:
    """Return a number of years that is the whole message ("2 năm", "3nam"), 1 to 10; None for anything else."""
    found = _LENGTH.fullmatch(fold(text).strip(" ."))
    return int(found[1]) if found else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


@cache
def _lexicon() -> Lexicon:
    return lexicon(machines().lines)
