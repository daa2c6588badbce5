"""Duties that look back on a plan: a review on the way, one at the end, and proposals whom to commend.

Law and plans ask for them mostly without a day ("sơ kết, tổng kết theo quy định"), so nobody is reminded of them
unless they are known for what they are.
"""

import re
from enum import StrEnum

from domain.vietnamese.fold import fold


class LooksBack(StrEnum):
    """What kind of looking back a duty is."""

    REVIEW = "review"
    FINAL_REVIEW = "final_review"
    COMMENDATION = "commendation"


_WORDS = (
    (LooksBack.COMMENDATION, re.compile(r"\b(?:khen thuong|bieu duong|ton vinh|thi dua(?:,| va)? khen)\b")),
    (LooksBack.REVIEW, re.compile(r"\bso ket\b")),
    (LooksBack.FINAL_REVIEW, re.compile(r"\btong ket\b")),
)
_IN_PASSING = re.compile(
    r"(?:gan (?:voi|lien)|cung voi|ket hop(?: voi)?|lam co so|de phuc vu|phuc vu|qua|tai (?:hoi nghi|cuoc hop)"
    r"|chua den ky|truoc khi|sau khi|tu ket qua)\b[^.;:]*$"
)


def looks_back(text: str) -> LooksBack | None:
    """Return which of them a duty's words ask for, None where they ask for none or name one only in passing.

    "Gắn với kiểm tra, giám sát, sơ kết, tổng kết" speaks of how other work is done, not of a duty of its own. Where
    several are asked for, proposals to commend come first, then the review on the way.
    """
    said = fold(text)
    for kind, words in _WORDS:
        if any(not _IN_PASSING.search(said[: found.start()]) for found in words.finditer(said)):
            return kind
    return None
