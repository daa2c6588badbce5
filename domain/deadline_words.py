"""A deadline as written, read into a typed value.

`read_deadline` takes one phrase ("Hoàn thành trong Quý III/2026"); what it cannot be sure of it says in `doubts`.
It is pure and linear in the length of the text. The grammar: a phrase is one or several parts; each part is counted
from an event (relative_words), goes on without end, comes again and again (recurrence_words), or names a place on
the calendar (date_words).
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from domain.calendar_words import read_calendar
from domain.date_words import Point, scan, spell_out
from domain.deadline import Deadline, DeadlineKind, Recurrence
from domain.recurrence_words import has_recurrence, read_recurring
from domain.relative_words import counted, dated_tail, promptly, undated
from domain.season_words import by_calendar
from domain.time_spelling import cased, plain, usual, with_digits

__all__ = ["NONE", "DeadlineReading", "plain", "promptly", "read_deadline"]

NONE = Deadline(DeadlineKind.NONE)


@dataclass(frozen=True, slots=True)
class DeadlineReading:
    """What a phrase says and the codes of what is doubtful in it.

    `doubts`: deadline-unread, date-impossible, deadline-year-missing, deadline-year-assumed, deadline-vague,
    deadline-month-as-days, deadline-two-rhythms, deadline-dated-yet-recurring, deadline-event-missing,
    deadline-elsewhere, deadline-customary, deadline-digit-mended.
    """

    deadline: Deadline
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What serves a date without a year: the year, whether the plan itself names it, the plan's day of issue."""

    year: int | None = None
    sure: bool = True
    issued: date | None = None


_CONTINUOUS = re.compile(
    r"(?<!\w)(?:thường xuyên|liên tục|xuyên suốt|(?:hằng|hàng|mỗi) ngày|(?:suốt|quanh) (?:cả )?năm|trong suốt"
    r"|trong quá trình (?:thực hiện|triển khai)"
    r"|24/24|24/7|cả năm|lâu dài|\d{1,2} lần\s*/\s*ngày)(?!\w)"
)
_ALTERNATIVE = re.compile(
    r"\s*;\s*|\s*,?\s*\bhoặc\b\s*|\s*(?:,|\bvà\b)\s*(?=đột xuất|khi có yêu cầu|theo yêu cầu)"
    r"|\s*(?:,|\bvà\b|\bsau đó\b)\s*(?=(?:duy trì|vận hành|tiếp tục|cập nhật|khai thác)[^;,]*?thường xuyên)"
    r"|\s*[,;]\s*riêng\s+(?:[^,;]{0,40}?\s)?(?=(?:hoàn thành|xong|trước|chậm nhất)\s)"
    r"|(?<=thường xuyên)\s*,\s*(?=(?:trong đó|báo cáo|sơ kết|tổng kết|hoàn thành"
    r"|chậm nhất|trước))"
)
_SESSION = re.compile(r"(?:tại )?(?:kỳ|phiên) họp\b|(?:trước|trong|đầu|cuối|sau) mùa\b")
# "trước Tết Nguyên đán (17/02/2026)": the bracket only says the day again.
_SAID_TWICE = re.compile(r"(ngày 0?(\d{1,2})/0?(\d{1,2})/(\d{4}))\s*\((?:ngày\s*|tức\s*)*0?\2/0?\3(?:/\4)?\)")
_SEASON_DATED = re.compile(
    r"(?:phải |cần )?(?:(?:hoàn thành|xong|thực hiện) )?(?:dứt điểm )?trước (?:khi )?(?:bước )?(?:vào )?(?:mùa"
    r"|vụ) [^,;\d]{1,40}[,(]\s*"
    r"(?=(?:không quá|muộn nhất|chậm nhất|trước|xong|hoàn thành|đến|hết)(?!\w))"
)
_PEAK = re.compile(
    r"\s*[,;(]?\s*(?:(?:tuần|tháng|đợt)\s+)?(?:cao điểm|trọng tâm|trọng điểm|tập trung)\b[^;]*"
)
_QUOTA = re.compile(
    r"\s*,?\s*(?:mỗi|hằng|hàng) (?:năm|quý|tháng)\s+(?:ít nhất |khoảng |tối thiểu )?\d[\d.,]*\s+"
    r"(?!lần|lớp|cuộc|đợt|kỳ|tin|bài|buổi)\w[^;]*$"
)
_NEXT_DAY = re.compile(r"\s*(?:,|\bvà\b)\s*(?=(?:trước |chậm nhất )?ngày \d)")
_FOR_EVER = re.compile(r"(?:duy trì|vận hành|tiếp tục|cập nhật|khai thác)[^;,]*?thường xuyên")
_OPEN_END = re.compile(r"(?:các|những) năm (?:tiếp theo|sau|tiếp)|trở đi|và các năm")


@lru_cache(maxsize=2048)
def read_deadline(
    phrase: str,
    *,
    year: int | None = None,
    year_sure: bool = True,
    issued: date | None = None,
    written: str | None = None,
) -> DeadlineReading:
    """Read one phrase. `year` serves dates said without one; unless `year_sure`, using it is a doubt.

    With the day the plan was `issued`, a date without a year that lies behind it is sure after all, and one
    before it is taken for the next year's, as a doubt. Where "·" in the phrase stand for letters that must not
    be read (a cited document with its date), `written` is the phrase with those letters.
    """
    known = Known(year, year_sure, issued)
    clear, misread = with_digits(usual(plain(phrase)[:600]))
    customary = by_calendar(clear, year, None if year_sure else issued)
    text = _SAID_TWICE.sub(r"\1", customary.text)
    parts = [part for part in _alternatives(text) if part]
    said = {point.year for point in scan(spell_out(text)) if point.year}
    if len(said) == 1 and len(parts) > 1:
        known = Known(said.pop())
    readings = [_read_one(part, known) for part in parts]
    stated = [r for r in readings if r.deadline.kind is not DeadlineKind.NONE]
    stated = [r for r in stated if not _said_better(r.deadline, stated)]
    doubts = tuple(
        dict.fromkeys(
            d for r in (DeadlineReading(NONE, customary.doubts + misread), *readings) for d in r.doubts
        )
    )
    if not stated:
        return DeadlineReading(NONE, doubts)
    first, *others = (r.deadline for r in stated)
    also = first.also + tuple(others)
    read, letters = cased(phrase)[:600], cased(written or phrase)[:600]
    also = tuple(_recase(other, read, letters) for other in also)
    return DeadlineReading(_recase(replace(first, also=also), read, letters), doubts)


def _said_better(deadline: Deadline, readings: list[DeadlineReading]) -> bool:
    """Tell whether a bare rhythm is said again with its day: "định kỳ hằng quý; trước ngày 20 tháng cuối quý"."""
    rhythm = deadline.recurrence
    if deadline.kind is not DeadlineKind.RECURRING or rhythm is None or rhythm != Recurrence(rhythm.freq):
        return False
    others = (r.deadline.recurrence for r in readings if r.deadline.kind is DeadlineKind.RECURRING)
    return not deadline.also and any(o and o.freq == rhythm.freq and o != rhythm for o in others)


def _recase(deadline: Deadline, read: str, letters: str) -> Deadline:
    """Return the event in the letters it was written with; only the phrase's own first letter becomes small."""
    at = read.lower().find(deadline.event) if deadline.event else -1
    if deadline.event is None or at < 0 or not len(read) == len(read.lower()) == len(letters):
        return deadline
    event = letters[at : at + len(deadline.event)]
    return replace(deadline, event=event if at else event[:1].lower() + event[1:])


def _alternatives(text: str) -> list[str]:
    """Return the parts of a phrase that stand beside one another: "hằng năm … hoặc đột xuất …"."""
    if counted(text) and ";" not in text:
        return [text]
    parts = _ALTERNATIVE.split(text)
    if len(parts) > 1 and has_recurrence(parts[-1]) and all(_only_days(part) for part in parts[:-1]):
        return [text.replace(";", ",")]  # "trước 15/6; trước 15/12 hằng năm": one rhythm for all the days
    parts = [piece for part in parts for piece in _with_own_rhythms(part)]
    return [p.strip(" (),") if p.count("(") != p.count(")") else p.strip(" ,") for p in parts]


def _with_own_rhythms(part: str) -> list[str]:
    """Part "ngày 20 tháng cuối quý và ngày 15/12 hằng năm", where each day says its own rhythm."""
    pieces = _NEXT_DAY.split(part)
    return pieces if len(pieces) > 1 and all(has_recurrence(p) and scan(p) for p in pieces) else [part]


def _only_days(part: str) -> bool:
    points = scan(part)
    return bool(points) and not has_recurrence(part) and all(p.unit == "day" and not p.year for p in points)


def _read_one(text: str, known: Known) -> DeadlineReading:
    if relative := counted(text):
        tail = dated_tail(text)
        return _read_one(tail, known) if tail else DeadlineReading(*relative)
    if known_stretch := _QUOTA.search(text):
        before = text[: known_stretch.start()]
        text = before if scan(spell_out(before)) else text
    text = _before_season(text)
    if (peak := _PEAK.search(text)) and scan(spell_out(text[: peak.start()])):
        text = text[: peak.start()]  # when most of it falls is no other time
    spelt = spell_out(text)
    points = scan(spelt)
    if any(not p.exists for p in points):
        return DeadlineReading(NONE, ("date-impossible",))
    if _goes_on(text):
        rest = _PEAK.sub("", spelt)
        return _continuous(rest, scan(rest))
    if _SESSION.match(text) and not any(p.unit == "day" for p in points):
        return DeadlineReading(*undated(text))
    if has_recurrence(spelt):
        return DeadlineReading(*read_recurring(spelt, points))
    if points:
        return DeadlineReading(
            *read_calendar(spelt, points, known.year, sure=known.sure, issued=known.issued)
        )
    return DeadlineReading(*undated(text))


def _before_season(text: str) -> str:
    """Return "không quá 31/7" of "xong trước mùa mưa bão, không quá 31/7": the day says when that is."""
    found = _SEASON_DATED.match(text)
    return text[found.end() :] if found and scan(spell_out(text[found.end() :])) else text


def _goes_on(text: str) -> bool:
    """Whether a part has no end; "6 tháng và cả năm" is a rhythm."""
    found = _CONTINUOUS.search(text)
    if found is None or found.group() != "cả năm":
        return found is not None
    return not has_recurrence(text) and all(point.unit == "year" for point in scan(text))


def _continuous(text: str, points: list[Point]) -> DeadlineReading:
    rest = _CONTINUOUS.sub("", text)
    if _FOR_EVER.search(text):
        return DeadlineReading(Deadline(DeadlineKind.CONTINUOUS))
    recurrence = read_recurring(rest, [])[0].recurrence if has_recurrence(rest) else None
    deadline = Deadline(DeadlineKind.CONTINUOUS, recurrence=recurrence)
    dated = [p for p in points if p.year]
    if recurrence or not dated or len(dated) != len(points):
        return DeadlineReading(deadline)
    first, last = dated[0], dated[-1]
    lead = text[: first.start]
    begin = None if re.search(r"(?:đến|hết)\s+(?:hết\s+)?$", lead) else first.first(first.year or 0)
    open_end = _OPEN_END.search(rest) or (len(dated) == 1 and re.search(r"từ\s+$", lead))
    end = None if open_end else last.last(last.year or 0)
    return DeadlineReading(replace(deadline, start=begin, end=end))
