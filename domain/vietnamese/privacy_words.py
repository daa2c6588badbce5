"""Words by which somebody asks not to be named in their report, or wonders who knows them."""

import re
from enum import StrEnum

from domain.vietnamese.fold import fold

LONGEST = 80  # letters; a longer message tells something too, and is heard for that


class Wish(StrEnum):
    """What a short message about being known wants."""

    CONFIDENTIAL = "confidential"
    ANONYMOUS = "anonymous"
    WHO_KNOWS = "who"


_BEFORE = (
    r"(?:(?:toi|em|minh|chau|con|xin|hay|cho|lam on|nho|muon|de nghi|vui long|bao an|giup|dong y|nhung|va|phai"
    r"|bao cao|bao),? )*"
)
_AFTER = r"(?: (?:toi|em|minh|chau|cua|cho|la ai|ai biet|nhe|nha|a|giup|voi|duoc|khong|ko|vu nay|ra|ten)\b)*"
_HIDE = re.compile(
    rf"{_BEFORE}(?:an danh|nac danh|giau (?:ten|danh tinh|mat)"
    r"|giu (?:kin|bi mat)(?: (?:danh tinh|ten tuoi|ten|thong tin))?"
    r"|(?:dung|khong|ko) (?:noi|de|cho|tiet lo|lo|neu|ghi|khai) (?:ra )?(?:lo )?(?:ten|danh tinh|ai biet))"
    rf"{_AFTER}|(?:please )?(?:keep me (?:private|anonymous)|stay anonymous|anonymously)"
)
_ANONYMOUS = re.compile(r"\b(?:an danh|nac danh|anonymous|anonymously)\b")
_WHO_KNOWS = re.compile(
    r".*\b(?:(?:ai|zalo|telegram|cong ty|chu|sep) (?:co |se )?(?:biet|thay) (?:duoc )?"
    r"(?:toi|em|minh|chau|la toi)|(?:bi )?lo (?:ten|danh tinh))\b.*(?:khong|ko|k|chua|\?)"
    r"|(?:who|does (?:zalo|telegram|anyone)) knows?\b.*"
)


def wish(text: str) -> Wish | None:
    """Return what a short message asks as a whole; None for anything else."""
    if len(text) > LONGEST:
        return None
    said = fold(text).strip(" .!")
    if _HIDE.fullmatch(said.strip("? ")):
        return Wish.ANONYMOUS if _ANONYMOUS.search(said) else Wish.CONFIDENTIAL
    return Wish.WHO_KNOWS if _WHO_KNOWS.fullmatch(said) else None
