"""Days to come: the dates people promise, or ask a deadline to be moved to."""

import re
from datetime import date, timedelta
from itertools import islice

from domain.vietnamese import spans, timewords

_IN = re.compile(
    r"(?<! thu)(?<! ngay)(?<! mung) (?:(?:sau|trong(?: vong)?|khoang|tam) ){0,3}(\d{1,3}) "
    r"(ngay|hom|tuan|thang)(?: l[aà]m viec)? ?(them|nua|toi|sau|nham)?(?= )"
)
_DATE = re.compile(r" (\d{1,2}) / (\d{1,2})(?: / (\d{4}|\d{2}))?(?= )")
_DAY = re.compile(r" (?:ngay|hom|mung) (\d{1,2})(?: (thang (?:sau|den|toi|nay)))?(?= )(?! (?:thang|/))")
_WEEKDAY = re.compile(
    r" (?:thu ([2-7])|(chu nhat))(?: ,)?(?: (tuan (?:sau nua|sau|den|toi|nay)|sau|den|toi|nay))?(?= )"
)
_NAMED = re.compile(
    r" (?:(?P<today>hom nay|trong ngay|chieu nay|toi nay|cuoi ngay|bua nay)|(?P<tomorrow>(?:ngay |bua )?mai)"
    r"|(?P<after>ngay kia|(?:ngay |bua )?mot2)|(?P<week>(?:het|cuoi) tuan)(?P<week_which> (?:sau|den|toi|nay))?"
    r"|(?P<month>(?:het|cuoi) thang)(?P<month_which> (?:sau|den|toi|nay|\d{1,2}))?"
    r"|(?P<quarter>(?:het|cuoi) quy)(?P<quarter_which> \d)?"
    r"|(?P<year>(?:het|cuoi) nam)(?P<year_which> (?:sau|nay))?)(?= )"
)
_LATER = (" sau", " den", " toi")


def read_future_date(text: str, today: date) -> date | None:
    """Return the day `text` names, today or later, for a promise or a request; None when unclear or past.

    "xin đến 20/12", "thứ sáu tuần sau" (the next ISO week), "3 ngày nữa", "cuối tháng" (its last day; "cuối
    tuần" is Sunday). A date without a year is the next one within 183 days. Two different days are unclear.
    """
    line = timewords.canonical(text)
    found: list[date | None] = []
    for pattern, read in ((_DATE, _date), (_IN, _in), (_WEEKDAY, _weekday), (_NAMED, _named), (_DAY, _day)):
        found.extend(read(match, today) for match in islice(pattern.finditer(line), 3))
        line = pattern.sub(" ", line)
    unique = set(found)
    if len(unique) != 1:
        return None
    day = unique.pop()
    return day if day is not None and day >= today else None


def _date(found: re.Match[str], today: date) -> date | None:
    day, month = int(found[1]), int(found[2])
    if found[3]:
        return spans.make_date(spans.full_year(found[3]), month, day)
    this_year = spans.make_date(today.year, month, day)
    if this_year and this_year >= today:
        return this_year
    next_year = spans.make_date(today.year + 1, month, day)
    return next_year if next_year and next_year - today <= spans.LAST_YEAR_WITHIN else None


def _in(found: re.Match[str], today: date) -> date | None:
    count, unit = int(found[1]), found[2]
    if found[0].rstrip().endswith("viec") or " viec " in found[0]:
        return None  # working days need the calendar of holidays
    if unit == "thang":
        return spans.add_months(today, count) if count <= 24 else None
    return today + timedelta(days=count * (7 if unit == "tuan" else 1))


def _weekday(found: re.Match[str], today: date) -> date | None:
    wanted = 6 if found[2] else int(found[1]) - 2
    monday = today - timedelta(days=today.weekday())
    which = found[3] or ""
    if which == "tuan sau nua":
        return monday + timedelta(days=14 + wanted)
    if which.startswith("tuan") and which != "tuan nay":
        return monday + timedelta(days=7 + wanted)
    day = monday + timedelta(days=wanted)
    if which in {"tuan nay", "nay"}:
        return day
    return day if day > today else day + timedelta(days=7)


def _day(found: re.Match[str], today: date) -> date | None:
    day, which = int(found[1]), found[2] or ""
    first = today.replace(day=1)
    months = 1 if which.endswith(("sau", "den", "toi")) or (not which and day < today.day) else 0
    first = spans.add_months(first, months)
    return spans.make_date(first.year, first.month, day)


def _named(found: re.Match[str], today: date) -> date | None:
    if found["today"]:
        return today
    if found["tomorrow"] or found["after"]:
        return today + timedelta(days=1 if found["tomorrow"] else 2)
    if found["week"]:
        sunday = today + timedelta(days=6 - today.weekday())
        return sunday + timedelta(days=7 if found["week_which"] in _LATER else 0)
    if found["month"]:
        return _month_end(found["month_which"] or "", today)
    if found["quarter"]:
        quarter = int(found["quarter_which"] or (today.month + 2) // 3)
        return _last_day(today.year, quarter * 3) if 1 <= quarter <= 4 else None
    return date(today.year + (1 if found["year_which"] == " sau" else 0), 12, 31)


def _month_end(which: str, today: date) -> date | None:
    if which.strip().isdigit():
        month = int(which)
        if not 1 <= month <= 12:
            return None
        return _last_day(today.year + (1 if month < today.month else 0), month)
    first = spans.add_months(today.replace(day=1), 1 if which in _LATER else 0)
    return _last_day(first.year, first.month)


def _last_day(year: int, month: int) -> date:
    return spans.add_months(date(year, month, 1), 1) - timedelta(days=1)
