"""Days in a canonical line (see timewords): names of days, week days, dates, weeks, months, lunar dates."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from domain.vietnamese import moon_days
from domain.vietnamese.spans import (
    LAST_YEAR_WITHIN,
    Answer,
    Span,
    Trouble,
    add_months,
    full_year,
    latest,
    make_date,
    one,
)


@dataclass(frozen=True, slots=True)
class DayReading:
    """What a line says about days. More than one span in `options` means the words fit several days."""

    spans: tuple[Span, ...]
    options: tuple[Span, ...]
    troubles: tuple[Trouble, ...]
    rest: str


def _back(days: int) -> Callable[[re.Match[str], date], Answer]:
    return lambda _found, today: one(today - timedelta(days=days))


def _trouble(kind: str) -> Callable[[re.Match[str], date], Answer]:
    return lambda _found, _today: Trouble(kind)


def _numeric(found: re.Match[str], today: date) -> Answer:
    day, month = int(found["d"]), int(found["mo"])
    year = full_year(found["y"]) if found["y"] else None
    if found["old"]:
        year = today.year - (1 if found["old"] != "nam nay" else 0)
    if found["moon"]:
        answer = moon_days.moon_date(day, month, today, year)
        far = isinstance(answer, Span) and year is None and today - answer.start > LAST_YEAR_WITHIN
        return Trouble("future") if far else answer
    if year is not None:
        exact = make_date(year, month, day)
        return one(exact) if exact else Trouble("invalid")
    return latest(day, month, today)


def _day_of_month(found: re.Match[str], today: date) -> Answer:
    day = int(found["d"])
    if not 1 <= day <= 31:
        return Trouble("invalid")
    back = 0 if found["which"] is None and day <= today.day else 1
    if found["which"] == "thang nay":
        back = 0
    for months in range(back, back + (2 if found["which"] is None else 1)):
        first = add_months(today.replace(day=1), -months)
        exact = make_date(first.year, first.month, day)
        if exact:
            return one(exact)
    return Trouble("invalid")


def _holiday(day: int, month: int) -> Callable[[re.Match[str], date], Answer]:
    def read(_found: re.Match[str], today: date) -> Answer:
        this_year = date(today.year, month, day)
        return one(this_year if this_year <= today else date(today.year - 1, month, day))

    return read


def _weekday(found: re.Match[str], today: date) -> Answer:
    wanted = int(found["n"]) - 2 if found["n"] else 6
    which = found["which"] or ""
    this_week = today - timedelta(days=today.weekday()) + timedelta(days=wanted)
    if which.startswith("tuan") and which != "tuan nay":
        if which.endswith(("sau", "den", "toi")):
            return Trouble("future", this_week + timedelta(days=7))
        weeks = 2 if which.endswith(("nua", "them")) else 1
        return one(this_week - timedelta(days=7 * weeks))
    if which in {"tuan nay", "nay"}:
        return one(this_week) if this_week <= today else Trouble("future", this_week)
    if which in {"sau", "den"}:
        return Trouble("future", this_week + timedelta(days=0 if this_week > today else 7))
    if this_week == today and not which:
        return one(today), one(today - timedelta(days=7))
    past = this_week if this_week < today else this_week - timedelta(days=7)
    return one(past)


def _week(found: re.Match[str], today: date) -> Answer:
    monday = today - timedelta(days=today.weekday())
    which = found["which"]
    if which == "nay":
        return Span(monday, today)
    monday -= timedelta(days=14 if which.endswith(("nua", "them")) else 7)
    return Span(monday, monday + timedelta(days=6))


def _weekend(_found: re.Match[str], today: date) -> Answer:
    saturday = today - timedelta(days=today.weekday() + 2)
    return Span(saturday, saturday + timedelta(days=1))


def _month(found: re.Match[str], today: date) -> Answer:
    first = today.replace(day=1)
    if found["n"]:
        month = int(found["n"])
        if not 1 <= month <= 12:
            return Trouble("invalid")
        year = full_year(found["y"]) if found["y"] else today.year
        if found["old"]:
            year = today.year - 1
        if not found["y"] and not found["old"] and month > today.month:
            last = add_months(date(year - 1, month, 1), 1)
            if today - last > LAST_YEAR_WITHIN:
                return Trouble("future", date(year, month, 1))
            year -= 1
        if not 1900 <= year <= 2199:
            return Trouble("invalid")
        first = date(year, month, 1)
    elif found["which"] != "nay":
        first = add_months(first, -1)
    if first > today:
        return Trouble("future", first)
    return Span(first, min(add_months(first, 1) - timedelta(days=1), today))


def _year(found: re.Match[str], today: date) -> Answer:
    year = {"nay": today.year, "kia": today.year - 2}.get(found["which"] or "", today.year - 1)
    if found["n"]:
        year = int(found["n"])
    if not 1900 <= year <= today.year:
        return Trouble("future" if year > today.year else "invalid")
    return Span(date(year, 1, 1), min(date(year, 12, 31), today))


def _ago(found: re.Match[str], today: date) -> Answer:
    count, unit = int(found["n"]), found["unit"]
    if count > 3_000:
        return Trouble("invalid")
    match unit:
        case "tuan":
            return one(today - timedelta(days=7 * count))
        case "thang" | "nam":
            months = count * (12 if unit == "nam" else 1)
            return one(add_months(today, -months)) if months < 1_200 else Trouble("invalid")
        case _:
            return one(today - timedelta(days=count))


_PAST_WEEK = "tuan truoc (?:nua|them)|tuan (?:truoc|roi|vua roi|vua qua|qua)|tuan nay|tuan (?:sau|den|toi)"
_WHICH = f"{_PAST_WEEK}|vua roi|vua qua|truoc|roi|qua|nay|sau|den(?= $)"
_LAST = "truoc|roi|vua roi|vua qua|nay"
_PART = "rang sang|sang som|sang|trua|xe chieu|chieu|toi|dem khuya|dem|khuya"
_AGO = r"(?P<n>\d+) (?P<unit>ngay|hom|bua|tuan|thang|nam)"
_OLD = r"(?: (?P<old>nam (?:ngoai|truoc|roi|nay)))?"
_MOON = r"(?: \(?(?P<moon>am(?: lich)?|al)(?= ))?"

_RULES: tuple[tuple[re.Pattern[str], str, Callable[[re.Match[str], date], Answer]], ...] = tuple(
    (re.compile(rf"(?<= )(?:{pattern})(?= )"), left, read)
    for pattern, left, read in (
        (rf"(?<!thu )(?:cach (?:day|nay)|truoc day)(?: khoang| tam| hon| do| co)* {_AGO}", "", _ago),
        (rf"(?<!thu )(?<!ngay )(?<!/ ){_AGO} (?:truoc|vua roi|vua qua)", "", _ago),
        (r"(?<!thu )(?:\d+|vai|may) (?:ngay|hom|tuan|thang|nam) (?:them|nua|sau|toi)", "", _trouble("future")),
        (r"(?:ngay )?(?P<d>\d{1,2}) (?:thang )?(?P<mo>chap|gieng)(?: am lich)?", "", moon_days.first_or_last_month),
        (r"(?:mung |ngay )?(?P<d>\d{1,2}) / (?P<mo>\d{1,2})(?: / (?P<y>\d{4}|\d{2}))?" + _OLD + _MOON, "", _numeric),
        (r"mung (?P<d>\d{1,2})(?P<tet> tet)?" + _MOON, "", moon_days.first_days),
        (r"giao thua|(?P<d>2[3-9]|30) tet", "", moon_days.before_tet),
        (r"(?:ngay |hom )?ram(?: thang (?P<mo>gieng|chap|\d{1,2}))?(?: am lich)?", "", moon_days.full_moon),
        (r"tet (?:duong(?: lich)?|tay)", "", _holiday(1, 1)),
        (r"(?:hom |ngay |le |dip )*(?:quoc khanh)", "", _holiday(2, 9)),
        (r"(?:hom |ngay |le |dip )*(?:noel|giang sinh)", "", _holiday(25, 12)),
        (r"(?:hom |ngay |le |dip )*(?:quoc te lao dong)", "", _holiday(1, 5)),
        (r"(?:hom |ngay |le |dip )*(?:giai phong(?: mien nam)?|thong nhat)", "", _holiday(30, 4)),
        (r"(?:hom |ngay |le |dip )*(?:nha giao(?: viet nam)?)", "", _holiday(20, 11)),
        (r"(?:hom |ngay |le |dip )*(?:gio2? to(?: hung vuong)?)", "", moon_days.moon_day(10, 3)),
        (r"(?:hom |ngay |le |dip )*(?:trung thu)", "", moon_days.moon_day(15, 8)),
        (rf"(?:thu (?P<n>[2-7])|chu nhat)(?: ,)?(?: (?P<which>{_WHICH}))?", "", _weekday),
        (r"thu (?:1|8|9|\d{2})", "", _trouble("invalid")),
        (r"cuoi tuan(?: (?:truoc|roi|qua|vua roi|vua qua))?", "", _weekend),
        (r"(?:dau|giua) tuan(?: (?:truoc|nay|roi))?", "", _trouble("vague")),
        (r"(?:dau|giua|cuoi) (?:thang|nam|quy)(?: \d+| truoc| nay| roi)?", "", _trouble("vague")),
        (r"(?:ngay|hom|bua|mung) (?P<d>\d{1,2})(?: (?P<which>thang nay|thang truoc|thang roi))?(?! (?:thang|/))",
         "", _day_of_month),
        (r"tuan (?P<which>truoc (?:nua|them)|truoc|roi|vua roi|vua qua|qua|nay)", "", _week),
        (rf"thang (?:(?P<n>\d{{1,2}})(?:(?: /)?(?: nam)? (?P<y>\d{{4}}))?{_OLD}|(?P<which>{_LAST}))", "", _month),
        (r"(?:may|vai) (?:ngay|hom|bua|tuan|thang|nam)(?: truoc| nay| roi)?", "", _trouble("vague")),
        (r"nam (?:(?P<n>\d{4})|(?P<which>ngoai|truoc|roi|vua roi|vua qua|nay|kia))", "", _year),
        (rf"(?P<keep>{_PART}) (?:(?:cua )?(?:ngay |hom |bua )*)mai", "", _trouble("future")),
        (rf"(?P<keep>{_PART}) qua", "keep", _back(1)),
        (rf"(?P<keep>{_PART}) nay", "keep", _back(0)),
        (r"(?:hoi|khi) hom(?! (?:qua|kia|nay|truoc|\d))", "dem", _back(1)),
        (r"(?:ngay |bua )?(?:hom|bua|ngay) qua|hom rom", "", _back(1)),
        (r"(?:ngay )?(?:hom|bua) kia", "", _back(2)),
        (r"(?:ngay )?(?:hom|bua|ngay) kia3", "", _back(3)),
        (r"(?:ngay )?(?:hom|bua|ngay) nay", "", _back(0)),
        (r"hom (?:truoc|no|ay|do|bua|hom)|bua (?:truoc|no|ay|do|hom)|hom ray", "", _trouble("vague")),
        (r"dao (?:nay|truoc|do)|gan day|moi day|lau (?:roi|lam)|hoi (?:truoc|do|ay|xua)", "", _trouble("vague")),
        (r"khong (?:nho|ro|biet)(?: ro)?|(?:vai|may) (?:h|tieng|p)(?: truoc)?", "", _trouble("vague")),
        (r"(?:ngay |bua |hom )?(?:mai|mot2)(?! nay)|ngay kia", "", _trouble("future")),
        (r"(?:tuan|thang|nam) (?:sau|den|toi)", "", _trouble("future")),
        (r"sap toi|(?:lat|chut) (?:them|nua)|tet (?:nay|sau)", "", _trouble("future")),
        (r"tet(?: vua roi| roi)?", "", _trouble("vague")),
    )
)  # fmt: skip


def read_days(line: str, today: date) -> DayReading:
    """Read every day named in `line`; each rule is tried at most twice, and takes its words out of the line."""
    spans: list[Span] = []
    options: list[Span] = []
    troubles: list[Trouble] = []
    for pattern, left, read in _RULES:
        for _ in range(2):
            found = pattern.search(line)
            if found is None:
                break
            answer = read(found, today)
            if isinstance(answer, Span):
                spans.append(answer)
            elif isinstance(answer, Trouble):
                troubles.append(answer)
            else:
                options.extend(answer)
            kept = found["keep"] if left == "keep" else left
            line = f"{line[: found.start()]}{kept}{line[found.end() :]}".replace("  ", " ")
    return DayReading(tuple(dict.fromkeys(spans)), tuple(options), tuple(troubles), line)
