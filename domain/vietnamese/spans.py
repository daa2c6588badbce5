"""Days and stretches of days, and what a day without a year means."""

from datetime import date, timedelta
from typing import NamedTuple, TypeAlias

LAST_YEAR_WITHIN = timedelta(days=183)  # "20/12" said in January is last year's; said in March it is to come


class Span(NamedTuple):
    """Days from `start` to `end`, both included; one day where they are equal."""

    start: date
    end: date


class Trouble(NamedTuple):
    """Words that name no day: `kind` is invalid, vague or future."""

    kind: str
    day: date | None = None


Answer: TypeAlias = Span | Trouble | tuple[Span, ...]


def one(day: date) -> Span:
    """Return the span of one day."""
    return Span(day, day)


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def full_year(text: str) -> int:
    """Return a year written with two or four digits."""
    return int(text) + 2000 if len(text) <= 2 else int(text)


def add_months(day: date, months: int) -> date:
    """Return the same day `months` later, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    for last in (day.day, 30, 29, 28):
        if exact := make_date(year, month + 1, min(day.day, last)):
            return exact
    raise ValueError(f"no month {index}")


def latest(day: int, month: int, today: date) -> Span | Trouble:
    """Return the day as of this year, or of last year where that is near; future or invalid otherwise."""
    this_year = make_date(today.year, month, day)
    if this_year and this_year <= today:
        return one(this_year)
    last_year = make_date(today.year - 1, month, day)
    if last_year and today - last_year <= LAST_YEAR_WITHIN:
        return one(last_year)
    return Trouble("future", this_year) if this_year else Trouble("invalid")
