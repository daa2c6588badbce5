"""A deadline as a coordinator types it, with or without accents; what is not sure is not taken."""

import re
from dataclasses import dataclass
from typing import Any

from domain.deadline import DeadlineKind
from domain.deadline_words import read_deadline
from domain.plan_json import deadline_to_json

NONE_SAID = {"kind": "none"}
_ACCEPTED = frozenset({"deadline-month-as-days"})  # said back in days, so the person sees it
_ACCENTS = {
    "truoc": "trước", "hang": "hằng", "nam": "năm", "thang": "tháng", "quy": "quý", "thuong": "thường",
    "xuyen": "xuyên", "den": "đến", "het": "hết", "tu": "từ", "cuoi": "cuối", "dau": "đầu", "giua": "giữa",
    "dinh": "định", "ky": "kỳ", "lam": "làm", "viec": "việc", "ke": "kể", "tuan": "tuần", "nua": "nửa",
    "cham": "chậm", "nhat": "nhất", "lien": "liên", "tuc": "tục", "yeu": "yêu", "cau": "cầu", "dot": "đột",
    "xuat": "xuất", "moi": "mỗi", "hoac": "hoặc", "va": "và", "giai": "giai", "doan": "đoạn",
}  # fmt: skip
_DAY = re.compile(r"\bngay(?= (?:\d|dau|cuoi|lam|dau))|(?<=\d )ngay\b(?! sau)|\bngay(?=\s*/)")


@dataclass(frozen=True, slots=True)
class Asked:
    """What was understood: the JSON of a deadline, or None with the message that asks again."""

    deadline: dict[str, Any] | None
    problem: str = ""


def read_typed(text: str) -> Asked:
    """Read a deadline typed in a chat; anything that rests on a guess is asked again."""
    reading = read_deadline(_accented(text))
    if "deadline-year-missing" in reading.doubts:
        return Asked(None, "plan-deadline-year")
    if "date-impossible" in reading.doubts:
        return Asked(None, "plan-deadline-impossible")
    if reading.deadline.kind is DeadlineKind.NONE or set(reading.doubts) - _ACCEPTED:
        return Asked(None, "plan-deadline-unclear")
    return Asked(deadline_to_json(reading.deadline))


def _accented(text: str) -> str:
    """Give words of the trade their accents where the whole text has none."""
    plain = " ".join(text.split())
    if not plain.isascii():
        return plain
    lower = _DAY.sub("ngày", plain.lower())
    return re.sub(r"[a-z]+", lambda m: _ACCENTS.get(m.group(), m.group()), lower)
