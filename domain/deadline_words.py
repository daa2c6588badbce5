"""A deadline as written, read into a typed value.

`read_deadline` takes one phrase ("Hoàn thành trong Quý III/2026"); what it cannot be sure of it says in `doubts`.
`find_deadline` finds the phrase inside a sentence. Both are pure and linear in the length of the text.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from domain.date_words import Point, scan, spell_out
from domain.deadline import Deadline, DeadlineKind, Offset
from domain.recurrence_words import has_recurrence, read_recurring
from domain.unit_lists import starts_unit

NONE = Deadline(DeadlineKind.NONE)


@dataclass(frozen=True, slots=True)
class DeadlineReading:
    """What a phrase says and the codes of what is doubtful in it.

    `doubts`: deadline-unread, date-impossible, deadline-year-missing,
    deadline-year-assumed, deadline-vague, deadline-month-as-days.
    """

    deadline: Deadline
    doubts: tuple[str, ...] = ()


_CONTINUOUS = re.compile(
    r"\b(?:thường xuyên|liên tục|xuyên suốt|(?:hằng|hàng) ngày|suốt (?:cả )?năm|trong suốt|cả năm)\b"
)
_UNSTATED = re.compile(r"theo (?:đúng )?(?:quy định|kế hoạch|tiến độ|chương trình|lịch)|khi có điều kiện")
_ALTERNATIVE = re.compile(
    r"\s*;\s*|\s*,?\s*\bhoặc\b\s*|\s*(?:,|\bvà\b)\s*(?=đột xuất|khi có yêu cầu|theo yêu cầu)"
    r"|(?<=[\w)])\s*(?:,|\bvà\b)\s*(?=(?:định kỳ )?(?:hằng|hàng) (?:tuần|tháng|quý|năm)\b)"
)
_NUMBER_WORDS = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "mười": 10,
    "mười lăm": 15,
}
_COUNT = r"(?P<n>\d{1,3}|mười lăm|một|hai|ba|bốn|năm|sáu|bảy|mười)\s*(?:\([^()]{1,20}\)\s*)?"
_UNIT = r"(?P<unit>giờ|tiếng|ngày làm việc|ngày|tuần|tháng)"
_AFTER = re.compile(
    rf"{_COUNT}{_UNIT}(?:\s+làm việc)?\s*,?\s*(?:kể từ|tính từ|sau|từ)\s+(?:khi\s+)?(?P<event>[^;()]+)"
)
_BEFORE = re.compile(rf"{_COUNT}{_UNIT}\s*,?\s*trước\s+(?:khi\s+)?(?P<event>[^;()]+)")
_AT_ONCE = re.compile(r"\bngay\s+(?:sau\s+)?khi\s+(?P<event>[^;()]+)")
_WHEN = re.compile(
    r"(?P<event>\b(?:khi (?:có|phát sinh|được|xảy ra|nhận|cấp)|sau khi|theo yêu cầu|sau hội nghị|sau đợt)[^;()]*)"
)
_PROMPTLY = re.compile(
    r"(?:nếu|khi)\s+(?:có|phát sinh|gặp|xảy ra)\s+(?P<event>[^;.()]{2,80}?),?\s+"
    r"(?P<phrase>kịp thời|báo cáo ngay|phản ánh ngay|thông báo ngay|báo ngay)",
    re.IGNORECASE,
)
_BOUND = re.compile(r"(trước|hết|đến|chậm nhất|muộn nhất|không quá|cuối|đầu|giữa|tuần|từ|trong|vào)\b")
_TO = re.compile(r"\s*(?:[-–]|(?:cho\s+)?đến|tới)\s*(?:hết|cuối|trước)?\s*")
_OPEN_END = re.compile(r"(?:các|những) năm (?:tiếp theo|sau|tiếp)|trở đi|và các năm")


def plain(text: str) -> str:
    """Return the phrase as it is compared: NFC, small letters, single blanks, no stop at the end."""
    return _cased(text).lower()


def _cased(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip(" .;,:/")


@lru_cache(maxsize=2048)
def read_deadline(phrase: str, *, year: int | None = None, year_sure: bool = True) -> DeadlineReading:
    """Read one phrase. `year` serves dates said without one; unless `year_sure`, using it is a doubt."""
    text = plain(phrase)[:600]
    readings = [_read_one(part, year, year_sure) for part in _alternatives(text) if part]
    stated = [r for r in readings if r.deadline.kind is not DeadlineKind.NONE]
    doubts = tuple(dict.fromkeys(d for r in readings for d in r.doubts))
    if not stated:
        return DeadlineReading(NONE, doubts)
    first, *others = (r.deadline for r in stated)
    also = first.also + tuple(others)
    cased = _cased(phrase)[:600]
    return DeadlineReading(
        _recase(replace(first, also=tuple(_recase(d, cased) for d in also)), cased), doubts
    )


def _recase(deadline: Deadline, cased: str) -> Deadline:
    """Return the event in the letters it was written with; only the phrase's own first letter becomes small."""
    at = cased.lower().find(deadline.event) if deadline.event else -1
    if deadline.event is None or at < 0 or len(cased) != len(cased.lower()):
        return deadline
    event = cased[at : at + len(deadline.event)]
    return replace(deadline, event=event if at else event[:1].lower() + event[1:])


def _alternatives(text: str) -> list[str]:
    """Return the parts of a phrase that stand beside one another: "hằng năm … hoặc đột xuất …"."""
    if not _AFTER.search(text):
        return [
            p.strip(" (),") if p.count("(") != p.count(")") else p.strip(" ,")
            for p in _ALTERNATIVE.split(text)
        ]
    return [text]


def _read_one(text: str, year: int | None, year_sure: bool) -> DeadlineReading:
    if relative := _relative(text):
        return relative
    spelt = spell_out(text)
    points = scan(spelt)
    if any(not p.exists for p in points):
        return DeadlineReading(NONE, ("date-impossible",))
    if _CONTINUOUS.search(text):
        return _continuous(spelt, points)
    if has_recurrence(text):
        deadline, doubts = read_recurring(spelt, points)
        return DeadlineReading(deadline, doubts)
    return _calendar(spelt, points, year, year_sure) if points else _undated(text)


def _undated(text: str) -> DeadlineReading:
    """Read a phrase that names no day and no rhythm."""
    if found := _WHEN.search(text):
        return DeadlineReading(Deadline(DeadlineKind.RELATIVE, event=found["event"].strip(" ,")))
    if re.match(r"đột xuất|ngay(?: lập tức)?$|kịp thời", text):
        offset = Offset(0, "immediately") if not text.startswith("đột") else None
        return DeadlineReading(Deadline(DeadlineKind.RELATIVE, event=text, offset=offset))
    if _UNSTATED.match(text) or not text:
        return DeadlineReading(NONE)
    return DeadlineReading(NONE, ("deadline-unread",))


def _relative(text: str) -> DeadlineReading | None:
    for pattern, sign in ((_AFTER, 1), (_BEFORE, -1)):
        if (found := pattern.search(text)) and not (sign < 0 and scan(text[found.start("event") :])):
            count = int(found["n"]) if found["n"].isdigit() else _NUMBER_WORDS[found["n"]]
            unit, times = _distance(found["unit"])
            deadline = Deadline(
                DeadlineKind.RELATIVE,
                event=found["event"].strip(" ,."),
                offset=Offset(sign * count * times, unit),
            )
            doubts = ("deadline-month-as-days",) if found["unit"] == "tháng" else ()
            return DeadlineReading(deadline, doubts)
    if found := _AT_ONCE.search(text):
        event = found["event"].strip(" ,.")
        return DeadlineReading(Deadline(DeadlineKind.RELATIVE, event=event, offset=Offset(0, "immediately")))
    return None


def _distance(unit: str) -> tuple[str, int]:
    if unit in {"giờ", "tiếng"}:
        return "hour", 1
    if unit == "ngày làm việc":
        return "working_day", 1
    return "day", {"ngày": 1, "tuần": 7, "tháng": 30}[unit]


def _continuous(text: str, points: list[Point]) -> DeadlineReading:
    rest = _CONTINUOUS.sub("", text)
    recurrence = read_recurring(rest, [])[0].recurrence if has_recurrence(rest) else None
    deadline = Deadline(DeadlineKind.CONTINUOUS, recurrence=recurrence)
    dated = [p for p in points if p.year]
    if len(dated) == len(points) and dated and not recurrence:
        first, last = dated[0], dated[-1]
        end = None if _OPEN_END.search(rest) else last.last(last.year or 0)
        deadline = replace(deadline, start=first.first(first.year or 0), end=end)
    return DeadlineReading(deadline)


def _calendar(text: str, points: list[Point], year: int | None, year_sure: bool) -> DeadlineReading:
    doubts: list[str] = []
    if any(p.year is None for p in points):
        if year is None:
            return DeadlineReading(NONE, ("deadline-year-missing",))
        points = [p if p.year else replace(p, year=year) for p in points]
        doubts += [] if year_sure else ["deadline-year-assumed"]
    if any(p.unit == "day" and p.number is None for p in points):
        points = _lend_months(points)
        if not points:
            return DeadlineReading(NONE, ("deadline-unread",))
    if any(not p.exists for p in points):
        return DeadlineReading(NONE, ("date-impossible",))
    if period := _period(text, points):
        further = tuple(_one_off(text, (point, point), doubts) for point in points[2:])
        return DeadlineReading(replace(period, also=further), tuple(doubts))
    deadlines = [_one_off(text, point, doubts) for point in _merge(points)]
    return DeadlineReading(replace(deadlines[0], also=tuple(deadlines[1:])), tuple(doubts))


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
    bounds = _BOUND.findall(re.split(r"[,;(]", lead)[-1])
    start, end = first.first(first.year or 0), last.last(last.year or 0)
    if bounds and bounds[-1] == "trước":
        return Deadline(DeadlineKind.ONE_OFF, date=start, op="before")
    if first.unit == "day":
        return Deadline(DeadlineKind.ONE_OFF, date=end, op="by")
    if {"đầu", "giữa", "tuần"} & set(bounds):
        doubts.append("deadline-vague")
    if {"hết", "đến", "chậm nhất", "muộn nhất", "không quá", "cuối"} & set(bounds):
        return Deadline(DeadlineKind.ONE_OFF, date=end, op="by")
    return Deadline(DeadlineKind.ONE_OFF, date=end, op="by", start=start)


def promptly(sentence: str) -> tuple[str, Deadline] | None:
    """Read "nếu có vướng mắc, kịp thời …": the phrase as written and the relative deadline it makes."""
    found = _PROMPTLY.search(sentence)
    if not found:
        return None
    parts = found["event"].split(", ")
    until = next((i for i, part in enumerate(parts) if i and starts_unit(part)), len(parts))
    event = ", ".join(parts[:until]).strip(" ,")
    return found["phrase"], Deadline(DeadlineKind.RELATIVE, event=event, offset=Offset(0, "immediately"))
