"""Documents a plan cites: kind, number, date. Their dates are never deadlines, so they can also be masked."""

import datetime as dt
import re
from functools import lru_cache

from domain.date_words import scan
from domain.plan import Reference

_TYPES = (
    r"Kế hoạch|Chỉ thị|Nghị quyết|Quyết định|Nghị định|Thông tư liên tịch|Thông tư|Luật|Bộ luật|Công văn|Chương trình"
    r"|Kết luận|Quy định|Hướng dẫn|Thông báo|Đề án|Công điện|Văn bản|Tờ trình|Pháp lệnh|Báo cáo|Quy chế"
)
_NUMBER = r"\d{1,5}(?:/\d{4})?(?:/[A-ZĐ][A-ZĐ0-9]*(?:[-–&][A-ZĐ0-9]+)*|-[A-ZĐ]{2,}(?:[/-][A-ZĐ0-9]+)*)"
_DATE = r"ngày\s+\d{1,2}(?:\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{4}|\s+tháng\s+\d{1,2}\s+năm\s+\d{4})"
_CITED = re.compile(
    rf"(?:(?P<type>{_TYPES})\s+(?:số\s*:?\s*)?|(?<!\w)số\s*:?\s*)(?P<number>{_NUMBER})(?:\s*,?\s*(?P<date>{_DATE}))?",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"(?P<type>{_TYPES})\s(?:(?!trước|chậm nhất|muộn nhất|đến|từ|hết|vào|xong)[^.;:()\d]){{0,90}}?(?P<date>{_DATE})"
)
# What every citation holds, and every date or period with a year: cheap to look for.
_MAYBE_CITED = re.compile(r"\d[/-][^\W\d_]")
_MAYBE_DATED = re.compile(r"\d{4}")
_PROGRAMME = re.compile(r"giai đoạn\s+\d{4}\s*[-–]\s*\d{4}", re.IGNORECASE)


def mask_references(text: str) -> str:
    """Overwrite cited documents, their dates and programme periods; every other letter stays in its place."""
    text = mask_citations(text)
    return _PROGRAMME.sub(_masked, text) if _MAYBE_DATED.search(text) else text


def _masked(found: re.Match[str]) -> str:
    return "·" * len(found.group())


@lru_cache(maxsize=2048)
def mask_citations(text: str) -> str:
    """Overwrite cited documents and their dates, but no programme period: that may be the deadline itself."""
    if _MAYBE_CITED.search(text):
        text = _CITED.sub(_masked, text)
    return _DATED.sub(_masked, text) if _MAYBE_DATED.search(text) else text


def find_references(text: str) -> list[Reference]:
    """Every numbered document cited, once each, in order; a date said anywhere counts for all mentions."""
    if not _MAYBE_CITED.search(text):
        return []
    kinds: dict[str, str] = {}
    dates: dict[str, dt.date] = {}
    for found in _CITED.finditer(text):
        number = found["number"].replace("–", "-")
        kind = found["type"] or _type_before(text, found.start())
        if kind and not kinds.get(number):
            kinds[number] = kind[0].upper() + kind[1:].lower()
        kinds.setdefault(number, "")
        day = _day(found["date"])
        if day:
            dates.setdefault(number, day)
    return [Reference(kind or "Văn bản", number, dates.get(number)) for number, kind in kinds.items()]


def _type_before(text: str, at: int) -> str | None:
    found = re.search(rf"({_TYPES})\s*$", text[max(0, at - 30) : at], re.IGNORECASE)
    return found[1] if found else None


def _day(words: str | None) -> dt.date | None:
    points = scan(words) if words else []
    return points[0].first(points[0].year) if points and points[0].year and points[0].exists else None
