"""Recurring deadlines: the rhythms of a phrase, each with the day, the dates or the stretch named for it."""

import re
from dataclasses import replace
from datetime import date

from domain.date_words import Point
from domain.deadline import Deadline, DeadlineKind, Recurrence
from domain.rhythm_words import Rhythm, find_rhythms

_LENGTHS = ("weekly", "monthly", "quarterly", "semiannual", "yearly")
_WEEKDAY = re.compile(
    r"(?<!\w)(?<!tháng )(?<!tuần )(?<!quý )(?<!lần )(?<!đợt )(?<!năm )(?<!kỳ )"
    r"(?:thứ\s+(hai|ba|tư|năm|sáu|bảy|[2-7])|(chủ nhật))(?!\w)"
)
_WEEKDAYS = {
    "hai": 1,
    "ba": 2,
    "tư": 3,
    "năm": 4,
    "sáu": 5,
    "bảy": 6,
    "2": 1,
    "3": 2,
    "4": 3,
    "5": 4,
    "6": 5,
    "7": 6,
}
_MONTH_OF_PERIOD = re.compile(r"tháng (?:(cuối)|(đầu)|(giữa)|thứ (hai|2|ba|3|nhất|1))|(?<!\w)(cuối) quý")
_NTH = {"nhất": 1, "1": 1, "hai": 2, "2": 2, "ba": 3, "3": 3}
_BOUND = re.compile(r"(?<!\w)(?:hết|đến|chậm nhất|muộn nhất|cuối)(?: là| trong| vào)?\s*$")
_BEFORE = re.compile(r"trước\s*$|trước (?:ngày|thứ|tháng|quý)")
_OPEN = re.compile(r"(?:đầu|giữa) (?:mỗi |hằng |hàng |từng )?(?:tháng|quý|năm|tuần|kỳ)(?!\s*thứ)")


def has_recurrence(text: str) -> bool:
    """Whether the phrase (small letters) says that something comes again and again."""
    return bool(find_rhythms(text))


def read_recurring(text: str, points: list[Point]) -> tuple[Deadline, tuple[str, ...]]:
    """Return the recurring deadline of a phrase (small letters) with its calendar points, and codes of doubt.

    Of several rhythms each has what stands behind it; those after the first are in `also`.
    """
    rhythms, doubts = _settled(find_rhythms(text))
    points = _within(points, rhythms)
    if len(rhythms) > 1:
        doubts += _shared(text, points, rhythms)
    found: list[Deadline] = []
    for i, rhythm in enumerate(rhythms):
        start = rhythm.start if i else 0
        end = rhythms[i + 1].start if i + 1 < len(rhythms) else len(text)
        inside = [p for p in points if start <= p.start < end]
        moved = [_moved(p, start) for p in inside]
        one = _one(text[start:end], moved, rhythm, doubts)
        found.extend((one, *_on_further_days(text[start:end], moved, one)))
    first, *others = found
    return Deadline(DeadlineKind.RECURRING, recurrence=first.recurrence, also=tuple(others)), tuple(
        dict.fromkeys(doubts)
    )


def _settled(rhythms: tuple[Rhythm, ...]) -> tuple[list[Rhythm], list[str]]:
    """Return each rhythm once; a day of another rhythm's period ("hằng tháng … tháng cuối quý") is a doubt."""
    said = [rhythm for rhythm in rhythms if not rhythm.bare]
    implied = [r for r in rhythms if r.bare and r.freq not in {other.freq for other in said}]
    if said and implied:
        longest = max((*said, *implied), key=lambda rhythm: _LENGTHS.index(rhythm.freq))
        return [longest], ["deadline-two-rhythms"]
    once: dict[tuple[str, int | None], Rhythm] = {}
    for rhythm in said or rhythms:
        once.setdefault((rhythm.freq, rhythm.interval), rhythm)
    return list(once.values()), []


def _within(points: list[Point], rhythms: list[Rhythm]) -> list[Point]:
    """Return the points that date a rhythm: no years, no half-years that are themselves a rhythm."""
    long = {"half", "months", "year"}
    kept = [p for p in points if p.unit not in long]
    if kept or len(points) != 1 or points[0].unit == "year":
        return kept
    return [p for p in points if not any(r.start < p.end and p.start < r.end for r in rhythms)]


def _shared(text: str, points: list[Point], rhythms: list[Rhythm]) -> list[str]:
    """Doubt days that may belong to several rhythms: said before them all, or once behind the last."""
    if not points:
        return []
    before = any(p.start < rhythms[0].start for p in points)
    last = rhythms[-1]
    only_last = all(p.start >= last.end for p in points)
    own = re.match(r"\s*\(", text[last.end :]) or re.search(r"tháng (?:cuối|đầu|thứ)", text[last.end :])
    return ["deadline-two-rhythms"] if before or (only_last and not own) else []


def _moved(point: Point, by: int) -> Point:
    return Point(point.unit, point.number, point.year, point.day, point.start - by, point.end - by)


def _one(text: str, points: list[Point], rhythm: Rhythm, doubts: list[str]) -> Deadline:
    if _is_range(text, points) and all(p.unit == "day" and p.number is None for p in points):
        points = points[
            1:
        ]  # "từ ngày 25 đến ngày 30 hằng tháng" has no shape of its own: its end, to be looked at
        doubts.append("deadline-vague")
    op = _op(text, points)
    days = [p for p in points if p.unit == "day"]
    dates = _dates(text, points, op)
    recurrence = Recurrence(
        freq=rhythm.freq,
        op=op if days or dates or _weekday(text) else None,
        day=next((p.day for p in days if p.number is None), None),
        month_of_period=_month_of_period(text) if rhythm.freq == "quarterly" else None,
        dates=dates,
        window=None if dates else _window(text, points),
        weekday=_weekday(text),
        interval=rhythm.interval,
    )
    if rhythm.vague or (_OPEN.search(text) and not days and not _weekday(text)) or _early(text, points):
        doubts.append("deadline-vague")
    if recurrence.weekday and rhythm.freq != "weekly":
        doubts.append("deadline-vague")
    if dates and recurrence.day:
        doubts.append("deadline-two-rhythms")
    if any(p.year for p in days):
        doubts.append("deadline-dated-yet-recurring")
    return Deadline(DeadlineKind.RECURRING, recurrence=recurrence)


def _on_further_days(text: str, points: list[Point], one: Deadline) -> list[Deadline]:
    """Return the same rhythm for each day named behind the first: "ngày 15 và ngày 30 hằng tháng"."""
    rhythm = one.recurrence
    if rhythm is None or rhythm.freq not in {"monthly", "quarterly"} or _is_range(text, points):
        return []
    days = [p.day for p in points if p.unit == "day" and p.number is None]
    return [replace(one, recurrence=replace(rhythm, day=day)) for day in dict.fromkeys(days[1:])]


def _early(text: str, points: list[Point]) -> bool:
    return any(
        re.search(r"(?:đầu|giữa|tuần \w+) (?:của )?$", text[: p.start]) for p in points if p.unit != "day"
    )


def _op(text: str, points: list[Point]) -> str:
    lead = text[: points[0].start] if points else text
    return "before" if re.search(r"trước\s*$", lead) or _BEFORE.search(text) else "by"


def _weekday(text: str) -> int | None:
    found = _WEEKDAY.search(text)
    if not found:
        return None
    return 7 if found[2] else _WEEKDAYS[found[1]]


def _month_of_period(text: str) -> int | None:
    found = _MONTH_OF_PERIOD.search(text)
    if not found:
        return None
    if found[1] or found[5]:
        return 3
    if found[3]:
        return 2
    return 1 if found[2] else _NTH[found[4]]


def _is_range(text: str, points: list[Point]) -> bool:
    return len(points) == 2 and bool(
        re.fullmatch(r"\s*(?:[-–]|đến|tới)\s*(?:hết)?\s*", text[points[0].end : points[1].start])
    )


def _dates(text: str, points: list[Point], op: str) -> tuple[str, ...]:
    """Return the named days of every year; of several months or quarters, the last day of each."""
    if _is_range(text, points):
        return ()
    stretches = [p for p in points if p.unit in {"month", "quarter"}]
    if stretches and len(stretches) == len(points):
        if op == "before":
            return tuple(_iso(first) for p in points if (first := p.first(2023)))
        if _in_a_row(points) and not _BOUND.search(text[: points[0].start]):
            return ()
        if len(points) > 1 or _BOUND.search(text[: points[0].start]):
            return tuple(_iso(last) for p in points if (last := p.last(2023)))
    return tuple(_month_day(p) for p in points if p.unit == "day" and p.number)


def _in_a_row(points: list[Point]) -> bool:
    """Tell whether several months or quarters follow one another: "Quý II và Quý III hằng năm" is one stretch."""
    units = {point.unit for point in points}
    numbers = [point.number or 0 for point in points]
    return (
        len(points) > 1 and len(units) == 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    )


def _window(text: str, points: list[Point]) -> tuple[str, str] | None:
    """Return a stretch of every year: a named range, month, quarter or half."""
    if _is_range(text, points):
        first, last = points[0], points[1]
        if first.number is None:
            first = Point("day", last.number, None, first.day)
    elif points and points[0].unit != "day" and (len(points) == 1 or _in_a_row(points)):
        first, last = points[0], points[-1]
    else:
        return None
    start, end = first.first(2023), last.last(2023)
    return (_iso(start), _iso(end)) if start and end else None


def _month_day(point: Point) -> str:
    return f"--{point.number:02d}-{point.day:02d}"


def _iso(day: date) -> str:
    return f"--{day:%m-%d}"
