"""From plain words to the list of occupational diseases, and whether words tell of a disease at all.

It only proposes: what somebody has is for a doctor to say, and an officer to confirm.
"""

import re
from datetime import date
from functools import cache

from domain.law.lists import diseases
from domain.listed_words import CLEAR, Candidate, Lexicon, lexicon
from domain.vietnamese.fold import fold

__all__ = ["Candidate", "candidates", "disease_name", "goes_on", "is_disease", "names_one", "sounds_sudden"]

_SCAN = 500  # what a message is about stands in its first words
_CODE = re.compile(r"\s*(?:mã|số|bệnh số)\s*(\d{1,2})\s*$", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:benh nghe nghiep|b n n|bnn|benh do nghe|benh do lam|mac benh vi lam|bui phoi|phoi bui"
    r"|occupational disease)\b"
)
_ASKED = re.compile(
    r"\b(?:benh nghe nghiep|bnn) (?:la gi|gom|co nhung|nao|huong|duoc huong)\b|\b(?:danh muc|so lieu|thong ke|bao cao"
    r"|bao nhieu|may (?:ca|nguoi)|tuyen truyen|ke hoach|kham phat hien|phong chong|phong ngua)\b"
)
_LASTING = re.compile(
    r"\b(?:man tinh|kinh nien|nghe nghiep|nhieu nam|lau nam|\d+ nam|may nam|lau ngay|tu tu)\b"
)
_CLAIMED = re.compile(
    r"\b(?:khai|bao|dang ky|giam dinh|che do)\b.{0,20}\bbenh\b|\bbenh\b.{0,30}\b(?:do|vi|tai) lam\b"
)
_DANGER = re.compile(r"\b(?:cap cuu|115|hon me|bat tinh|nam guc|tu vong|chet|nguy kich|dien giat)\b")
_SUDDEN = re.compile(
    r"\b(?:ngat|cap cuu|115|hon me|bat tinh|bat dong|guc|tu vong|chet|nguy kich|dien giat|nga|chay|vua|moi nay"
    r"|(?:luc|hom|sang|trua|chieu|toi) nay|(?:hom|dem) qua|hang loat|ca to|suyt"
    r"|(?:bi|vu|tieng|do) no|no (?:binh|lo|lon|noi)"
    r"|(?:bi|sap) (?:sap|gian giao|ham)|bi bong|(?:bi )?gay (?:tay|chan|xuong)|dut|kep|cuon)\b"
)


def candidates(text: str, day: date) -> tuple[Candidate, ...]:
    """Return the diseases on the list of that day that `text` may mean, likeliest first; see `Lexicon.candidates`.

    "mã 18" and "số 18" are their own answer.
    """
    text = text[:_SCAN]
    named = _CODE.match(text)
    listed = diseases()
    found = []
    for one in _lexicon().candidates(text, f"{int(named[1]):02d}" if named else None):
        line = listed.line(one.code)
        if line is not None and listed.holds(line, day):
            found.append(Candidate(one.code, listed.name_on(line, day), one.score))
    return tuple(found)


def disease_name(code: str, day: date | None = None) -> str:
    """Return what the list of that day (None: the newest) calls a disease; a code nobody knows stays as it is."""
    line = diseases().line(code)
    if line is None:
        return code
    return line.text if day is None else diseases().name_on(line, day)


def sounds_sudden(text: str) -> bool:
    """Whether words speak of somebody in danger now or hurt at one stroke; of an illness of years they are rare."""
    return _DANGER.search(fold(text)) is not None


def goes_on(text: str) -> bool:
    """Whether words said while an illness is being told are more of it: a disease of the list, and nothing sudden."""
    return names_one(text) and not _SUDDEN.search(fold(text[:_SCAN]))


def names_one(text: str) -> bool:
    """Whether words may mean any disease of the list."""
    return bool(_lexicon().candidates(text[:_SCAN]))


def is_disease(text: str) -> bool:
    """Whether a message surely tells of a disease that came from work, and of nothing sudden.

    Where somebody may be in danger now the answer is no: an accident is heard first.
    """
    text = text[:_SCAN]
    plain = fold(text)
    if _SUDDEN.search(plain) or _ASKED.search(plain):
        return False
    if _NAMED.search(plain):
        return True
    found = _lexicon().candidates(text)
    if found and (_LASTING.search(plain) or _CLAIMED.search(plain)):
        return True
    sure = (diseases().line(one.code) for one in found if one.score >= CLEAR)
    return any(line is not None and line.slow for line in sure)


@cache
def _lexicon() -> Lexicon:
    return lexicon(diseases().lines)
