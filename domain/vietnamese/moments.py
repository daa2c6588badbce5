"""When something happened, as people say it: "sáng nay 8h", "7h kém 15 tối qua", "cách đây 2 tiếng".

A clock time with no part of the day has its rule in moment.py.
A day and month without a year is this year's if past, last year's if at most 183 days ago, else FUTURE.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.vietnamese import clock, days, time_spelling, timewords
from domain.vietnamese.clock import Clock
from domain.vietnamese.future import read_future_date
from domain.vietnamese.moment import INVALID, VAGUE, ZONE, Moment, MomentType, at, in_part, iso, minute, offer
from domain.vietnamese.spans import Span, Trouble, make_date, one

__all__ = ["ZONE", "Moment", "MomentType", "read_future_date", "read_moment"]


_NOT_BUT = re.compile(r" (?:khong phai|ko phai|k phai|dau phai) .{1,80}? (?:ma la|ma) (.+)$")
_NOT_THAT = re.compile(r"^(.+?) (?:chu )(?:khong|ko|k) (?:phai )?.+$")
_NOW = re.compile(
    r" (?:vua (?:xong|moi|roi|xay ra|bi|het)|(?:chi )?moi (?:xay ra|xong|bi|vua|tuc thi)"
    r"|tuc thi|bay0 h|ngay bay0 h|luc nay|hien (?:tai|gio|h)"
    r"|ngay luc nay|chu nay|bua chu|nay h|now|just now|dang xay ra)(?= )"
)
_JUST = re.compile(r" (?:hoi|luc|khi|ban|vua|nay2|hoi hoi) nay2?(?= )| nay2(?: h)?(?= )")
_AMOUNT = (
    r"(?:(?P<n>\d+|nuaa?|mot) )?(?P<unit>tieng(?: dong ho)?|h|p|giay)(?P<half> ruoi)?(?: (?P<p>\d{1,2}) p)?"
)
_ROUGH = r"(?:(?:khoang|tam|chung|hon|gan|do|co|duoc|da) )*"
_AGO = re.compile(
    rf" (?:cach (?:day|nay)|truoc day) {_ROUGH}{_AMOUNT}(?= )|"
    + re.sub(r"\?P<(\w+)>", r"?P<\1_>", rf" {_ROUGH}{_AMOUNT} (?:truoc|vua qua|vua roi|nay)(?= )")
    + "|"
    + re.sub(
        r"\?P<(\w+)>",
        r"?P<\1__>",
        rf" (?:(?:duoc|da) {_ROUGH}(?=.* roi )|moi (?=.* (?:thoi|day|xong) )){_AMOUNT} (?:roi|thoi|day|xong)(?= )",
    )
)
_AHEAD = re.compile(r" (?:\d+|nuaa?|vai|may) (?:tieng|h|p|ngay|tuan|thang|nam) (?:them|nua)(?= )")
_JOIN = re.compile(r" (?:den|-|–|toi(?= h )|cho den|toi luc|keo dai den) ")
_EITHER = re.compile(r" (?:hoac|hay(?: la)?) ")
_BARE = re.compile(r"^ (?:(?:tu|khoang|luc|tam|ngay|hom|vao) )*(\d{1,2})(?: h)? $")
_WEEK = re.compile(r" tuan (?:truoc(?: nua)?|roi|qua|vua roi|vua qua|nay)(?= )")
_UNTIL_NOW = re.compile(r"^ (?:h|nay|bay0 h|hien (?:tai|h)|luc nay|hom nay)(?: luon)? $")
_HOI = re.compile(r" (?:hoi|khi|luc) (?:sang|trua|chieu|toi|dem|khuya|som)")


@dataclass(frozen=True, slots=True)
class _Said:
    """A stretch of words read: what it names of days and of the time of day."""

    spans: tuple[Span, ...]
    options: tuple[Span, ...]
    troubles: tuple[Trouble, ...]
    clocks: tuple[Clock, ...]
    parts: tuple[str, ...]
    invalid: bool
    past: bool

    @property
    def empty(self) -> bool:
        return not (self.spans or self.options or self.troubles or self.clocks or self.parts or self.invalid)


def read_moment(text: str, now: datetime) -> Moment:
    """Read when something happened, as of `now` (aware; ValueError if not), in Vietnam's time.

    Never raises on any text and never gives a time to come as a datetime, date or interval. Words that name
    no time at all are INVALID; words that name it loosely ("hôm nọ") are AMBIGUOUS without candidates.
    """
    if now.tzinfo is None:
        raise ValueError("now must be aware")
    local = now.astimezone(ZONE)
    line = timewords.canonical(text)
    if correction := _NOT_BUT.search(line):
        line = f" {correction[1].strip()} "
    elif correction := _NOT_THAT.search(line):
        line = f"{correction[1]} "
    found = _either(line, local) or _interval(line, local) or _single(line, local)
    if found.value and any(map(time_spelling.is_doubtful, line.split())):
        return Moment(MomentType.AMBIGUOUS, None, (found.value,))
    return found


def _listen(line: str, now: datetime) -> _Said:
    day = days.read_days(line, now.date())
    said = clock.read_clock(day.rest)
    past = bool(_HOI.search(line))
    return _Said(day.spans, day.options, day.troubles, said.clocks, said.parts, said.invalid, past)


def _either(line: str, now: datetime) -> Moment | None:
    """Offer both sides of "7h hoặc 8h"."""
    found = _EITHER.search(line)
    if not found:
        return None
    right = f" {line[found.end() :]}"
    left = _complete(f"{line[: found.start()]} ", right, now)
    if left is None:
        return None
    both = [_resolve(left, now), _resolve(_listen(right, now), now)]
    values = [one.value for one in both if one.value] + [c for one in both for c in one.candidates]
    return Moment(MomentType.AMBIGUOUS, None, tuple(dict.fromkeys(values)))


def _complete(left: str, right: str, now: datetime) -> _Said | None:
    """Read `left` of a pair, taking the day, the part of day or the kind of number from `right`."""
    there = _listen(right, now)
    if there.empty:
        return None
    bare = _BARE.match(left)
    if bare and there.clocks:
        left = f" {bare[1]} h "
    elif bare and there.spans and not there.clocks:
        last = there.spans[0].end
        first = make_date(last.year, last.month, int(bare[1]))
        return _Said((one(first),), (), (), (), (), invalid=False, past=False) if first else None
    week = _WEEK.search(right)
    here = _listen(
        f"{left}{week[0][1:]} " if week and " thu " in left and " tuan " not in left else left, now
    )
    if here.empty:
        return None
    if not here.spans and not here.options:
        here = _replace(
            here, spans=there.spans, options=there.options, troubles=here.troubles or there.troubles
        )
    return here if here.parts or not here.clocks else _with_part(here, there)


def _with_part(here: _Said, there: _Said) -> _Said:
    """Give the earlier clock the later one's part of day, if it then comes first ("8h đến 10h sáng")."""
    if not there.parts or not there.clocks:
        return here
    first = clock.hours_in(there.parts[0], here.clocks[0].hour)
    last = clock.hours_in(there.parts[0], there.clocks[0].hour)
    if first and last and first[0] <= last[0]:
        return _replace(here, parts=there.parts)
    return _replace(here, clocks=(here.clocks[0]._replace(exact=True),))


def _replace(said: _Said, **changes: object) -> _Said:
    values = {name: getattr(said, name) for name in _Said.__slots__}
    return _Said(**{**values, **changes})


def _interval(line: str, now: datetime) -> Moment | None:
    for found in list(_JOIN.finditer(line))[:3]:
        left, right = f"{line[: found.start()]} ", f" {line[found.end() :]}"
        if _UNTIL_NOW.match(right):
            start = _single(left, now)
            return _from_to(start, Moment(MomentType.DATETIME, iso(minute(now))), now)
        there = _listen(right, now)
        here = _complete(left, right, now)
        if here is None or bool(here.clocks) != bool(there.clocks):
            continue
        if not there.spans and not there.options:
            there = _replace(there, spans=here.spans, options=here.options, parts=there.parts or ())
        if there.clocks and not there.parts and here.parts:
            there = _replace(there, parts=here.parts) if _with_part(there, here).parts else there
        return _from_to(_resolve(here, now), _resolve(there, now), now)
    return None


def _from_to(start: Moment, end: Moment, now: datetime) -> Moment:
    for side in (start, end):
        if side.type in {MomentType.INVALID, MomentType.FUTURE}:
            return Moment(side.type, None)
    if start.value is None or end.value is None or start.type == MomentType.DATE_PART:
        return VAGUE
    first, last = start.value.split("/")[0], end.value.split("/")[-1]
    if end.type == MomentType.DATE_PART:
        return VAGUE
    if first > last and start.type == end.type == MomentType.DATETIME:
        first = iso(datetime.fromisoformat(first) - timedelta(days=1))
    if len(first) != len(last):
        first, last = first[:10], last[:10]
    if first > last or (len(last) > 10 and datetime.fromisoformat(last) > now):
        return INVALID
    return Moment(MomentType.INTERVAL, f"{first}/{last}")


def _single(line: str, now: datetime) -> Moment:
    if _AHEAD.search(line):
        return Moment(MomentType.FUTURE, None)
    if ago := _AGO.search(line):
        return _hours_ago(ago, now)
    said = _listen(line, now)
    if said.empty or (not said.clocks and not said.spans and not said.options):
        if _NOW.search(line):
            return Moment(MomentType.DATETIME, iso(minute(now)))
        if not said.parts and not said.invalid and _JUST.search(line):
            return Moment(MomentType.DATE, now.date().isoformat())
    return _resolve(said, now)


def _hours_ago(found: re.Match[str], now: datetime) -> Moment:
    groups = {name.rstrip("_"): value for name, value in found.groupdict().items() if value}
    number, unit = groups.get("n", "1"), groups["unit"]
    count = {"nua": 0.5, "nuaa": 0.5, "mot": 1.0}.get(number) or float(number)
    if "half" in groups:
        count += 0.5
    minutes = count * (60 if unit[0] in "th" else 1) if unit != "giay" else 0
    minutes += int(groups.get("p", 0))
    if minutes > 60 * 24 * 3_000:
        return INVALID
    return Moment(MomentType.DATETIME, iso(minute(now - timedelta(minutes=minutes))))


def _resolve(said: _Said, now: datetime) -> Moment:
    """Turn what was said into one answer; trouble first, then days, then the time of day."""
    kinds = {trouble.kind for trouble in said.troubles}
    if said.invalid or "invalid" in kinds:
        return INVALID
    if "future" in kinds:
        return Moment(MomentType.FUTURE, None, tuple(t.day.isoformat() for t in said.troubles if t.day))
    spans = _agree(said)
    if said.empty:
        return INVALID
    if "vague" in kinds and not spans and not said.options:
        return VAGUE
    if len(spans) > 1 or said.options:
        choices = [_one(said, span, now) for span in dict.fromkeys((*spans, *said.options))]
        return offer([choice for choice in choices if choice.type != MomentType.INVALID])
    return _one(said, spans[0] if spans else None, now)


def _agree(said: _Said) -> tuple[Span, ...]:
    """Drop wider spans that hold a narrower one ("thứ 6 tuần trước", "20/11 năm nay")."""
    narrow = [span for span in said.spans if span.start == span.end]
    if len(narrow) == 1:
        return tuple(narrow) if all(s.start <= narrow[0].start <= s.end for s in said.spans) else said.spans
    return said.spans


def _one(said: _Said, span: Span | None, now: datetime) -> Moment:
    """Resolve with at most one stretch of days."""
    if span and span.start > now.date():
        return Moment(MomentType.FUTURE, None, (span.start.isoformat(),))
    if len(said.clocks) > 1:
        return offer([_one(_replace(said, clocks=(one,)), span, now) for one in said.clocks])
    part = _part(said.parts)
    if span and span.start != span.end:
        if said.clocks or part:
            return VAGUE
        return Moment(MomentType.INTERVAL, f"{span.start.isoformat()}/{span.end.isoformat()}")
    day = span.start if span else None
    if said.clocks:
        return at(said.clocks[0], part, day, now)
    if part and part != "pm":
        return in_part(part, day, now, past=said.past)
    return Moment(MomentType.DATE, day.isoformat()) if day else INVALID


def _part(parts: tuple[str, ...]) -> str | None:
    """Return the one part of day meant; of two the later said rules, but dawn is never a plain morning."""
    if "dawn" in parts:
        return "dawn"
    return parts[-1] if parts else None
