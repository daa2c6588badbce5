"""Questions for who has not handed in what the law asks of everybody: which duty is meant, whose. Pure."""

import re
from dataclasses import dataclass

from domain.vietnamese.fold import fold

_READ = 200
_EMPLOYERS = re.compile(
    r"\b(?:doanh nghiep|dn|cong ty|cty|co so san xuat|co so kinh doanh|nguoi su dung lao dong|nsdld|hop tac xa"
    r"|employers?|companies)\b"
)
_NOT_DONE = re.compile(
    r"\b(?:chua|thieu|cham|tre|qua han|het han|sap het han|den han|con no|no bao cao|khong nop|not|missing|overdue)\b"
)
_WHO = re.compile(r"\b(?:ai|nao|nhung|danh sach|ds|bao nhieu|may|liet ke|which|who)\b")
_GENERAL = re.compile(
    r"(?:con |hien |ky nay |hien gio )?(?:nhung |con )?ai (?:con )?(?:van )?chua (?:nop|gui|bao)"
    r"(?: bao cao| so lieu)?"
    r"(?: ky nay| dot nay| ky vua roi| the)?(?: nhi| vay| a| ha| nao)?"
)
_WHOLE = re.compile(
    r"(?:(?:cho|toi|em|minh|xem|hoi|liet ke|danh sach|ds|nhung|cac|con|hien|bao nhieu|may|co) )*"
    r"(?:doanh nghiep|dn|cong ty|cty|don vi|co so|ai|xa|phuong)(?: nao)?(?: (?:con|van|hien|dang))*"
    r" chua (?:nop|gui|bao cao|bao|lam|khai)(?: (?:bao cao|so lieu|thong ke|phu luc xii))*(?: (?:ve )?tai nan| tnld)"
    r"(?: lao dong)?"
    r"(?: (?:ky nay|dot nay|6 thang|sau thang|nua|dau|cuoi|ca|nam|nay|ngoai|qua|20\d\d))*"
    r"(?: (?:vay|nhi|a|ha|the|roi|nao|di|voi))*"
)
_TOPICS = (
    ("training", re.compile(r"\b(?:huan luyen|the an toan|tap huan)\b")),
    ("inspection", re.compile(r"\bkiem dinh\b")),
    ("monitoring", re.compile(r"\bquan trac\b")),
    ("health_check", re.compile(r"\bkham suc khoe\b")),
    ("accident_figures", re.compile(r"\b(?:tai nan|tnld|phu luc (?:xii|12)|pl ?xii)\b")),
    ("osh_report", re.compile(r"\b(?:cong tac (?:an toan|atvsld)|an toan,? ve sinh|atvsld|phu luc ii)\b")),
)
_HALF = re.compile(r"\b(?:6|sau) thang|nua (?:dau )?nam\b")
_YEAR = re.compile(r"\b(?:ca |bao cao |cuoi )nam\b|\bhang nam\b")


@dataclass(frozen=True, slots=True)
class FilingAsked:
    """What is asked: `duty` None for any, `half` None where neither half-year nor year is named.

    `employers`: employers are named; `general`: "ai chưa nộp kỳ này?", which may mean a plan's report as well.
    """

    duty: str | None = None
    half: bool | None = None
    employers: bool = False
    general: bool = False


def topic_of(text: str) -> str | None:
    """Return which duty of the law a sentence names, by its key in `domain/law/periodic.toml`; None where none."""
    said = _plain(text)
    return next((name for name, words in _TOPICS if words.search(said)), None)


def is_filing_asked(text: str) -> bool:
    """Whether a whole sentence asks for who has not reported accidents, and so reports none itself."""
    return bool(_WHOLE.fullmatch(_plain(text)))


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[?.,!]", " ", fold(text[:_READ])).split())


def filing_asked(text: str) -> FilingAsked | None:
    """Return which filing a question is about, None where it asks for none."""
    said = _plain(text)
    if _GENERAL.fullmatch(said):
        return FilingAsked(general=True)
    if not _NOT_DONE.search(said) or not _WHO.search(said):
        return None
    duty = topic_of(text)
    employers = bool(_EMPLOYERS.search(said))
    if duty is None and not employers:
        return None
    half = True if _HALF.search(said) else False if _YEAR.search(said) else None
    return FilingAsked(duty, half, employers)
