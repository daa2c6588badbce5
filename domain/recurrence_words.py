"""Recurring deadlines: how often, and which day of the period is named."""

import re
from datetime import date

from domain.date_words import Point
from domain.deadline import Deadline, DeadlineKind, Recurrence

_EACH = r"(?:hằng|hàng|mỗi|từng)\s+"
_ONCE = r"\s*(?:/\s*(?:0?1\s*)?lần|(?:0?1|một)\s+lần)"
_FREQUENCIES: tuple[tuple[str, int | None, re.Pattern[str]], ...] = (
    ("quarterly", None, re.compile(r"tháng (?:cuối|đầu|thứ \w+)(?: của)?(?: mỗi| hằng| hàng)? quý")),
    ("yearly", 2, re.compile(rf"(?:0?2|hai) năm{_ONCE}")),
    ("yearly", 3, re.compile(rf"(?:0?3|ba) năm{_ONCE}")),
    ("yearly", 5, re.compile(rf"(?:0?5|năm) năm{_ONCE}")),
    (
        "semiannual",
        None,
        re.compile(rf"(?:0?6|sáu) tháng{_ONCE}|(?:định kỳ\s+|{_EACH})(?:0?6|sáu) tháng(?! đầu| cuối)"),
    ),
    (
        "semiannual",
        None,
        re.compile(r"(?:0?2|hai) lần\s*(?:/|mỗi|trong|một)\s*(?:0?1 )?năm|6 tháng,? (?:và )?(?:cả )?năm\b"),
    ),
    ("semiannual", None, re.compile(r"(?:hằng|hàng|mỗi) năm (?:ít nhất )?(?:0?2|hai) lần")),
    (
        "semiannual",
        None,
        re.compile(r"6 tháng đầu năm(?: \([^)]*\))?,? (?:và )?(?:(?:hằng |hàng |cả )năm|năm\b(?! \d))"),
    ),
    (
        "quarterly",
        None,
        re.compile(rf"{_EACH}quý|định kỳ (?:theo )?quý|(?<!\w)quý{_ONCE}|(?:0?3|ba) tháng{_ONCE}"),
    ),
    ("monthly", 2, re.compile(rf"(?:0?2|hai) tháng{_ONCE}")),
    (
        "monthly",
        None,
        re.compile(rf"{_EACH}tháng|định kỳ (?:theo )?tháng|(?<![\d\w] )tháng{_ONCE}|lần\s*/\s*tháng"),
    ),
    ("weekly", None, re.compile(rf"{_EACH}tuần|(?<!\w)tuần{_ONCE}|lần\s*/\s*tuần")),
    (
        "yearly",
        None,
        re.compile(rf"{_EACH}năm|định kỳ năm|(?<!\w)năm{_ONCE}|(?:0?1|một) lần\s*(?:/|mỗi|trong)\s*năm"),
    ),
    ("quarterly", None, re.compile(r"lần\s*/\s*quý|0?4 lần\s*/\s*năm")),
)
_WEEKDAY = re.compile(r"(?<!\w)(?:thứ\s+(hai|ba|tư|năm|sáu|bảy|[2-7])|(chủ nhật))(?!\w)")
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
_MONTH_OF_PERIOD = re.compile(r"tháng (?:(cuối)|(đầu)|thứ (hai|2|ba|3|nhất|1))|(?<!\w)(cuối) quý")
_NTH = {"nhất": 1, "1": 1, "hai": 2, "2": 2, "ba": 3, "3": 3}


def has_recurrence(text: str) -> bool:
    """Whether the phrase (small letters) says that something comes again and again."""
    return any(pattern.search(text) for _, _, pattern in _FREQUENCIES)


def read_recurring(text: str, points: list[Point]) -> tuple[Deadline, tuple[str, ...]]:
    """Return the recurring deadline of a phrase (small letters) with its calendar points, and codes of doubt."""
    found = [(freq, interval) for freq, interval, pattern in _FREQUENCIES if pattern.search(text)]
    freq, interval = found[0]
    doubts = ["deadline-two-rhythms"] if len({f for f, _ in found}) > 1 and _contradict(text, found) else []
    points = [p for p in points if p.unit not in {"half", "year"}]
    op = _op(text, points)
    days = [p for p in points if p.unit == "day"]
    recurrence = Recurrence(
        freq=freq,
        op=op if days or _WEEKDAY.search(text) or _dates(text, points) else None,
        day=next((p.day for p in days if p.number is None), None),
        month_of_period=_month_of_period(text) if freq == "quarterly" else None,
        dates=_dates(text, points),
        window=_window(text, points),
        weekday=_weekday(text),
        interval=interval,
    )
    if re.search(r"(?:tháng|quý|năm|kỳ) (?:sau|kế tiếp|tiếp theo|liền kề)", text):
        doubts.append("deadline-vague")
    if any(p.year for p in days):
        doubts.append("deadline-dated-yet-recurring")
    if re.search(r"(?:cuối|đầu|giữa) (?:mỗi |hằng |hàng )?(?:tháng|năm|tuần)\b", text) and not points:
        doubts.append("deadline-vague")
    return Deadline(DeadlineKind.RECURRING, recurrence=recurrence), tuple(doubts)


def _contradict(text: str, found: list[tuple[str, int | None]]) -> bool:
    """Tell whether several rhythms are named for one duty ("hằng tháng, … tháng cuối quý")."""
    return "lần" not in text and bool(found)


def _op(text: str, points: list[Point]) -> str:
    lead = text[: points[0].start] if points else text
    return (
        "before" if re.search(r"\btrước\s*$", lead) or re.search(r"trước (?:ngày|thứ|tháng)", text) else "by"
    )


def _weekday(text: str) -> int | None:
    found = _WEEKDAY.search(text)
    if not found:
        return None
    return 7 if found[2] else _WEEKDAYS[found[1]]


def _month_of_period(text: str) -> int | None:
    found = _MONTH_OF_PERIOD.search(text)
    if not found:
        return None
    if found[1] or found[4]:
        return 3
    return 1 if found[2] else _NTH[found[3]]


def _is_range(text: str, points: list[Point]) -> bool:
    return len(points) == 2 and bool(
        re.fullmatch(r"\s*(?:[-–]|đến|tới)\s*(?:hết)?\s*", text[points[0].end : points[1].start])
    )


def _dates(text: str, points: list[Point]) -> tuple[str, ...]:
    """Return the named days of every year; of several months or quarters, the last day of each."""
    if _is_range(text, points):
        return ()
    if len(points) > 1 and all(p.unit in {"month", "quarter"} for p in points):
        return tuple(_iso(last) for p in points if (last := p.last(2023)))
    return tuple(_month_day(p) for p in points if p.unit == "day" and p.number)


def _window(text: str, points: list[Point]) -> tuple[str, str] | None:
    """Return a stretch of every year: a named range, month or quarter."""
    if _is_range(text, points):
        first, last = points[0], points[1]
        if first.number is None:
            first = Point("day", last.number, None, first.day)
    elif len(points) == 1 and points[0].unit in {"month", "quarter"}:
        first = last = points[0]
    else:
        return None
    start, end = first.first(2023), last.last(2023)
    return (_iso(start), _iso(end)) if start and end else None


def _month_day(point: Point) -> str:
    return f"--{point.number:02d}-{point.day:02d}"


def _iso(day: date) -> str:
    return f"--{day:%m-%d}"
