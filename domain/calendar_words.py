"""Deadlines that name a place on the calendar: a day, a window, a bound, or a period."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from domain.date_words import Point
from domain.deadline import Deadline, DeadlineKind

NONE = Deadline(DeadlineKind.NONE)

_BOUND = re.compile(r"(trước|sau|hết|đến|chậm nhất|muộn nhất|không quá|cuối|đầu|giữa|tuần|từ|trong|vào)\b")
# Words of time that no date took up: then something of the phrase was not understood.
_LEFT_OVER = re.compile(
    r"(?<!\d )(?<!\d)(?<!\w)(?:(?:ngày|tháng|quý|giờ)(?!\s*(?:·|công nhân|hành động|cao điểm|lễ|thứ|khai|họp"
    r"|(?<=ngày )cuối"
    r"|hội|ký|ban hành|làm việc))|mùa|hè|năm (?:trước|liền trước)(?!\s*(?:ngày|·|\d)))(?!\w)"
    r"|(?<![\d/])\d{1,2}\s*(?:,|và)\s*·"
)
_LONG = frozenset({"year", "half", "months"})
# Said between a stretch and a day or month: the day is when, the stretch what it is about.
_DUE_THEN = re.compile(
    r"\s*[:,]?\s+(?:phải\s+)?(?:(?:xong|hoàn thành|hoàn tất|gửi)\s+)?(?:trước|chậm nhất|muộn nhất|không quá"
    r"|vào|trong|xong)"
    r"(?:\s+(?:là|vào|trong))*\s*"
)
_NOT_ABOUT = re.compile(r"(?:từ|đến|sau|hết)\s+(?:hết\s+)?$")
_TO = re.compile(r"\s*(?:[-–]|(?:cho\s+)?đến|tới)\s*(?:hết|cuối|trước)?\s*")
_END_UNREAD = re.compile(r"(?<!\w)(?:đến|tới)\s+(?!nay\b)[^\W\d]")
_OPEN_END = re.compile(r"(?:các|những) năm (?:tiếp theo|sau|tiếp)|trở đi|và các năm")
_ENDS = {"hết", "đến", "chậm nhất", "muộn nhất", "không quá", "cuối"}


def read_calendar(
    text: str, points: list[Point], year: int | None, *, sure: bool = True, issued: date | None = None
) -> tuple[Deadline, tuple[str, ...]]:
    """Return the deadline of a phrase (small letters) with its calendar points, and codes of doubt."""
    doubts: list[str] = []
    text, points = _without_subjects(text, _without_idle_years(text, points))
    if any(p.year is None for p in points):
        if year is None:
            return NONE, ("deadline-year-missing",)
        points = _dated(text, points, year, None if sure else issued, sure=sure, doubts=doubts)
    if any(p.unit == "day" and p.number is None for p in points):
        points = _lend_months(points)
        if not points:
            return NONE, ("deadline-unread",)
    if any(not p.exists for p in points) or _backwards(text, points):
        return NONE, ("date-impossible",)
    if period := _period(text, points):
        if period.end is None and _END_UNREAD.search(text, points[-1].end):
            doubts.append("deadline-vague")
        return replace(period, also=_further(text, points[2:], doubts)), tuple(doubts)
    if _LEFT_OVER.search(_blanked(text, points)):
        doubts.append("deadline-vague")
    deadlines = [_one_off(text, point, doubts) for point in _merge(points)]
    return replace(deadlines[0], also=tuple(deadlines[1:])), tuple(doubts)


def _further(text: str, points: list[Point], doubts: list[str]) -> tuple[Deadline, ...]:
    """Return what stands behind a first stretch: further stretches, or days."""
    found: list[Deadline] = []
    while points:
        is_range = len(points) > 1 and _TO.fullmatch(text, points[0].end, points[1].start)
        period = _period(text, points[:2]) if is_range else None
        found.append(period or _one_off(text, (points[0], points[0]), doubts))
        points = points[2 if period else 1 :]
    return tuple(found)


def _blanked(text: str, points: list[Point]) -> str:
    for point in points:
        text = text[: point.start] + "·" * (point.end - point.start) + text[point.end :]
    return text


def _without_idle_years(text: str, points: list[Point]) -> list[Point]:
    """Return the points without a bare "trong năm" beside others; "đến cuối năm" behind one stays."""
    kept: list[Point] = []
    for i, point in enumerate(points):
        bare = point.unit == "year" and not re.search(r"\d", text[point.start : point.end])
        joined = i > 0 and _TO.fullmatch(text, points[i - 1].end, point.start)
        if len(points) == 1 or not bare or joined or not re.search(r"trong\s+$", text[: point.start]):
            kept.append(point)
    return kept or points


def _without_subjects(text: str, points: list[Point]) -> tuple[str, list[Point]]:
    """Return both without a stretch of which only the account is due: "6 tháng đầu năm 2026 trước ngày 15/6"."""
    kept: list[Point] = []
    for point, following in pairwise(points):
        between = text[point.end : following.start]
        is_bound = _DUE_THEN.fullmatch(between) or (
            following.years_on and between.strip() in {"vào", "trong"}
        )
        inside = _NOT_ABOUT.search(text[: point.start])
        if point.unit not in _LONG or following.unit in _LONG or not is_bound or inside:
            kept.append(point)
        else:
            text = _blanked(text, [point])
    return text, [*kept, points[-1]]


def _dated(
    text: str, points: list[Point], year: int, issued: date | None, *, sure: bool, doubts: list[str]
) -> list[Point]:
    """Return the points with a year each: the one that serves, the next where all lie before the day of issue."""
    this = [p.in_year(year) for p in points]
    if sure:
        return this
    if issued is None:
        doubts.append("deadline-year-assumed")
        return this
    past = [bool((last := p.last(p.year or year)) and last < issued) for p in this]
    is_range = len(points) > 1 and _TO.fullmatch(text, points[0].end, points[1].start)
    if past[-1] if is_range else any(past):
        doubts.append("deadline-year-assumed")
    return [p.in_year(year + 1) for p in points] if all(past) else this


def _lend_months(points: list[Point]) -> list[Point]:
    """Lend a bare day the month of the next ("từ ngày 01 đến ngày 31 tháng 5"); none to lend is no date."""
    lent: list[Point] = []
    month: Point | None = None
    for point in reversed(points):
        if point.unit == "day" and point.number is None:
            if month is None:
                return []
            lent.append(replace(point, number=month.number, year=month.year))
        else:
            month = point if point.unit in {"day", "month"} else month
            lent.append(point)
    return lent[::-1]


def _backwards(text: str, points: list[Point]) -> bool:
    """Tell whether a stretch ends before it begins ("từ ngày 20/6 đến ngày 10/6")."""
    if len(points) < 2 or not _TO.fullmatch(text, points[0].end, points[1].start):
        return False
    start, end = points[0].first(points[0].year or 0), points[1].last(points[1].year or 0)
    return bool(start and end and end < start)


def _period(text: str, points: list[Point]) -> Deadline | None:
    first, last = points[0], points[min(1, len(points) - 1)]
    lead = text[: first.start]
    if _OPEN_END.search(text[first.end :]) or (len(points) == 1 and re.search(r"\btừ\s*$", lead)):
        return Deadline(DeadlineKind.PERIOD, start=first.first(first.year or 0))
    if len(points) > 1 and _TO.fullmatch(text, first.end, last.start):
        start, end = first.first(first.year or 0), last.last(last.year or 0)
        if start and end and start <= end:
            if (
                first.unit != "day"
                and not re.search(r"từ|giai đoạn", lead)
                and first.unit in {"quarter", "month"}
            ):
                return Deadline(DeadlineKind.ONE_OFF, date=end, op="by", start=start)
            return Deadline(DeadlineKind.PERIOD, start=start, end=end)
    return None


def _merge(points: list[Point]) -> list[tuple[Point, Point]]:
    """Neighbouring stretches of one unit as one window: "Quý II, Quý III/2026"."""
    merged: list[tuple[Point, Point]] = []
    for point in points:
        if merged:
            last = merged[-1][1]
            follows = last.unit == point.unit != "day" and last.year == point.year
            next_year = last.unit == point.unit == "year" and (last.year or 0) + 1 == point.year
            if next_year or (follows and (last.number or 0) + 1 == point.number):
                merged[-1] = (merged[-1][0], point)
                continue
        merged.append((point, point))
    return merged


def _one_off(text: str, window: tuple[Point, Point], doubts: list[str]) -> Deadline:
    first, last = window
    lead = text[max(0, first.start - 40) : first.start]
    bounds = _BOUND.findall(re.split(r"[,;(]", lead.rstrip(" ("))[-1])
    start, end = first.first(first.year or 0), last.last(last.year or 0)
    if bounds and bounds[-1] == "trước":
        return Deadline(DeadlineKind.ONE_OFF, date=start, op="before")
    if bounds and bounds[-1] == "sau" and end:
        return Deadline(DeadlineKind.PERIOD, start=end + timedelta(days=1))
    if first.unit == "day":
        return Deadline(DeadlineKind.ONE_OFF, date=end, op="by")
    if {"đầu", "giữa", "tuần"} & set(bounds):
        doubts.append("deadline-vague")
    if _ENDS & set(bounds):
        return Deadline(DeadlineKind.ONE_OFF, date=end, op="by")
    return Deadline(DeadlineKind.ONE_OFF, date=end, op="by", start=start)
