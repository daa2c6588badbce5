"""Vietnam's working calendar: which days offices work, and how to count along them.

Days off come from the `holidays` package; the yearly files of `domain/calendars` win over it, because the
swaps of working days are decided year by year. Everything here speaks of local dates.
"""

import importlib
import importlib.util
from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache
from importlib import resources
from itertools import accumulate
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from domain.calendar_files import Overrides, overrides_of

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")

_KNOWN_YEARS = range(1995, 2100)
"""Years for which holidays are asked of the package; outside them only weekends are known."""


def local(dt: datetime) -> datetime:
    """Return the instant in Vietnam's time; raise ValueError for a datetime without an offset."""
    if dt.tzinfo is None:
        raise ValueError("an instant without an offset has no local time")
    return dt.astimezone(LOCAL)


@dataclass(frozen=True, slots=True)
class _Year:
    """One year laid out: `before[n]` working days lie before its nth day, counted from 0; one entry more."""

    first: int
    before: tuple[int, ...]


class WorkingCalendar:
    """Answers about working days; cheap to ask, as each year is laid out once on first use.

    `public_days` gives what is off and what is worked in a year; `overrides` win over it. Weekly rest is
    Saturday and Sunday.
    """

    def __init__(self, public_days: Callable[[int], Overrides], overrides: Overrides | None = None) -> None:
        self._public_days = public_days
        self._overrides = overrides or Overrides()
        self._years: dict[int, _Year] = {}

    def with_overrides(self, later: Overrides) -> "WorkingCalendar":
        """Return a calendar in which `later` wins over everything known here (a storm, a new notice)."""
        return WorkingCalendar(self._public_days, self._overrides.joined(later))

    def is_working_day(self, d: date) -> bool:
        """Whether offices work that day."""
        year = self._year(d.year)
        n = d.toordinal() - year.first
        return year.before[n + 1] > year.before[n]

    def half_day(self, d: date) -> tuple[time, time] | None:
        """Return from when to when offices work on a day of which only part is worked, None on any other."""
        part = self._overrides.half.get(d)
        return (part.start, part.end) if part is not None and self.is_working_day(d) else None

    def why_off(self, d: date) -> str | None:
        """Say why offices rest: a Vietnamese holiday name, a closure or "weekend"; None on a working day."""
        for known in (self._overrides, self._public_days(d.year)):
            if d in known.off:
                return known.off[d]
            if d in known.worked or d in known.half:
                return None
        return "weekend" if d.isoweekday() > 5 else None

    def next_working_day(self, d: date) -> date:
        """Return the first working day on or after `d`."""
        return d if self.is_working_day(d) else self.add_working_days(d, 1)

    def previous_working_day(self, d: date) -> date:
        """Return the last working day on or before `d`."""
        return d if self.is_working_day(d) else self.add_working_days(d, -1)

    def add_working_days(self, d: date, n: int) -> date:
        """Return the nth working day after `d` (before it for a negative `n`); `d` itself where `n` is 0."""
        if n == 0:
            return d
        number = d.year
        year = self._year(number)
        day = d.toordinal() - year.first
        wanted = year.before[day + 1] + n if n > 0 else year.before[day] + 1 + n
        while wanted < 1:
            number -= 1
            year = self._year(number)
            wanted += year.before[-1]
        while wanted > year.before[-1]:
            wanted -= year.before[-1]
            number += 1
            year = self._year(number)
        return date.fromordinal(year.first + bisect_left(year.before, wanted) - 1)

    def working_days_between(self, a: date, b: date) -> int:
        """Count the working days after `a` up to and including `b`; negative where `b` is before `a`."""
        if b < a:
            return -self.working_days_between(b, a)
        whole = sum(self._year(y).before[-1] for y in range(a.year, b.year))
        return whole + self._rank(b) - self._rank(a)

    def _rank(self, d: date) -> int:
        year = self._year(d.year)
        return year.before[d.toordinal() - year.first + 1]

    def _year(self, number: int) -> _Year:
        if found := self._years.get(number):
            return found
        first = date(number, 1, 1).toordinal()
        known = self._public_days(number).joined(self._overrides)
        days = (date.fromordinal(n) for n in range(first, date(number, 12, 31).toordinal() + 1))
        works = (
            d not in known.off and (d.isoweekday() < 6 or d in known.worked or d in known.half) for d in days
        )
        year = _Year(first, (0, *accumulate(works)))
        self._years[number] = year
        return year


@cache
def vietnam_calendar() -> WorkingCalendar:
    """Return the calendar of the offices; the `holidays` package is loaded when a year is first asked for."""
    files = [file for file in resources.files("domain.calendars").iterdir() if file.name.endswith(".toml")]
    return WorkingCalendar(
        _public_days, overrides_of({file.name: file.read_text(encoding="utf-8") for file in files})
    )


def office_calendar(files: Mapping[str, str]) -> WorkingCalendar:
    """Return the calendar with the yearly files of an office (name to text) laid over it.

    Raise CalendarError naming the file and the key that cannot be used.
    """
    return vietnam_calendar().with_overrides(overrides_of(files)) if files else vietnam_calendar()


@cache
def _public_days(year: int) -> Overrides:
    """Holidays and swapped days by the package, Tết included; none outside the years it can be relied on."""
    if year not in _KNOWN_YEARS:
        return Overrides()
    # A swap may reach over New Year's Eve, so the neighbours are asked too.
    found = _vietnam_class()(years=(year - 1, year, year + 1), language="vi", expand=False)
    return Overrides(
        off={d: name for d, name in found.items() if d.year == year},
        worked={d: "Ngày làm bù" for d in found.weekend_workdays if d.year == year},
    )


@cache
def _vietnam_class() -> Any:
    """Load the one country module by its file, or the whole package should its files be laid out anew.

    `import holidays.countries` imports every country (460 modules, 17 MB, 110-190 ms); this way it is 200
    modules, 7 MB and 40-65 ms.
    """
    package = importlib.util.find_spec("holidays")
    for folder in package.submodule_search_locations or () if package else ():
        file = Path(folder, "countries", "vietnam.py")
        spec = importlib.util.spec_from_file_location("domain._holidays_vietnam", file)
        if file.is_file() and spec is not None and spec.loader is not None:
            module = importlib.util.module_from_spec(spec)
            spec.loader.exec_module(module)
            return module.Vietnam
    return importlib.import_module("holidays.countries").Vietnam
