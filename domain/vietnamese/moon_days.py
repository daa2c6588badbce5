"""Days named by the moon: Tết, the full moon, "mùng 5", the last and the first month."""

import re
from collections.abc import Callable
from datetime import date, timedelta

from domain.vietnamese import lunar
from domain.vietnamese.spans import Answer, Span, Trouble, add_months, one


def moon_date(day: int, month: int, today: date, year: int | None = None) -> Answer:
    """Return the latest past day of a lunar day and month (of `year` if given)."""
    for lunar_year in (year,) if year else (today.year, today.year - 1):
        found = lunar.solar(lunar_year, month, day)
        if found and (found <= today or year):
            return one(found)
    return Trouble("invalid")


def latest_of_any_month(day: int, today: date) -> Span | None:
    """Return the latest past day of that number in any lunar month."""
    found = [
        solar
        for year in (today.year, today.year - 1)
        for month in range(1, 13)
        if (solar := lunar.solar(year, month, day)) and solar <= today
    ]
    return one(max(found)) if found else None


def first_days(found: re.Match[str], today: date) -> Answer:
    """Read "mùng 5": the moon's month or the sun's, so both are offered; "mùng 5 Tết" is the moon's."""
    day = int(found["d"])
    if found["tet"]:
        return moon_date(day, 1, today)
    if not 1 <= day <= 10:
        return Trouble("invalid")
    sun = add_months(today.replace(day=day), 0 if day <= today.day else -1)
    moon = latest_of_any_month(day, today)
    if found["moon"]:
        return moon or Trouble("invalid")
    return (one(sun), moon) if moon and moon != one(sun) else one(sun)


def before_tet(found: re.Match[str], today: date) -> Answer:
    """Read "giao thừa", "28 tết": days before the new year."""
    new_year = moon_date(1, 1, today)
    if not isinstance(new_year, Span):
        return Trouble("vague")
    eve = new_year.start - timedelta(days=1)
    day = int(found["d"]) if found["d"] else 30
    if day >= 29 and (day == 30 or not lunar.solar(new_year.start.year - 1, 12, 30)):
        return one(eve)
    return moon_date(day, 12, today, new_year.start.year - 1)


def full_moon(found: re.Match[str], today: date) -> Answer:
    """Read "rằm", "rằm tháng 7"."""
    months = {"gieng": 1, "chap": 12}
    if found["mo"]:
        month = months.get(found["mo"]) or int(found["mo"])
        return moon_date(15, month, today) if month <= 12 else Trouble("invalid")
    return latest_of_any_month(15, today) or Trouble("vague")


def first_or_last_month(found: re.Match[str], today: date) -> Answer:
    """Read "23 tháng chạp", "mùng 9 tháng giêng"."""
    return moon_date(int(found["d"]), 1 if found["mo"] == "gieng" else 12, today)


def moon_day(day: int, month: int) -> Callable[[re.Match[str], date], Answer]:
    """Return a reader of one fixed lunar day."""
    return lambda _found, today: moon_date(day, month, today)
