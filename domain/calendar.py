"""Vietnam's working calendar: which days offices work, and how to count along them.

Days off come from the `holidays` package; the yearly files of `domain/calendars` win over it, because the
swaps of working days are decided year by year. Everything here speaks of local dates.
"""

import importlib.util
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from importlib import resources
from itertools import accumulate
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Asia/Ho_Chi_Minh")

_KNOWN_YEARS = range(1995, 2100)
"""Years for which holidays are asked of the package; outside them only weekends are known."""


def local(dt: datetime) -> datetime:
    """Return the instant in Vietnam's time; raise ValueError for a datetime without an offset."""
    if dt.tzinfo is None:
        raise ValueError("an instant without an offset has no local time")
    return dt.astimezone(LOCAL)


class CalendarError(ValueError):
    """A calendar file cannot be used; the text names the file and the key."""


@dataclass(frozen=True, slots=True)
class Overrides:
    """Days whose standing was decided by hand: date to the reason shown to people."""

    off: Mapping[date, str] = field(default_factory=dict)
    worked: Mapping[date, str] = field(default_factory=dict)

    def joined(self, later: "Overrides") -> "Overrides":
        """Return both together; where they differ about a day, `later` wins."""
        off = {d: why for d, why in self.off.items() if d not in later.worked}
        worked = {d: why for d, why in self.worked.items() if d not in later.off}
        return Overrides(off={**off, **later.off}, worked={**worked, **later.worked})


@dataclass(frozen=True, slots=True)
class _Year:
    """One year laid out: a flag for each day, and how many working days came before it (one entry more)."""

    first: int
    works: bytes
    before: tuple[int, ...]


class WorkingCalendar:
    """Answers about working days; cheap to ask, as each year is laid out once on first use.

    `holidays_of` gives the holidays of a year; `overrides` win over it. Weekly rest is Saturday and Sunday.
    """

    def __init__(
        self, holidays_of: Callable[[int], Mapping[date, str]], overrides: Overrides | None = None
    ) -> None:
        self._holidays_of = holidays_of
        self._overrides = overrides or Overrides()
        self._years: dict[int, _Year] = {}

    def closed(self, days: Mapping[date, str]) -> "WorkingCalendar":
        """Return a calendar with further days off (a storm, a local feast), each with its reason."""
        return WorkingCalendar(self._holidays_of, self._overrides.joined(Overrides(off=days)))

    def is_working_day(self, d: date) -> bool:
        """Whether offices work that day."""
        year = self._year(d.year)
        return bool(year.works[d.toordinal() - year.first])

    def why_off(self, d: date) -> str | None:
        """Say why offices rest: a Vietnamese holiday name, a closure or "weekend"; None on a working day."""
        if d in self._overrides.off:
            return self._overrides.off[d]
        if d in self._overrides.worked:
            return None
        if name := self._holidays_of(d.year).get(d):
            return name
        return "weekend" if d.isoweekday() > 5 else None

    def next_working_day(self, d: date) -> date:
        """Return the first working day on or after `d`."""
        while not self.is_working_day(d):
            d += timedelta(days=1)
        return d

    def previous_working_day(self, d: date) -> date:
        """Return the last working day on or before `d`."""
        while not self.is_working_day(d):
            d -= timedelta(days=1)
        return d

    def add_working_days(self, d: date, n: int) -> date:
        """Return the nth working day after `d` (before it for a negative `n`); `d` itself where `n` is 0."""
        step = timedelta(days=1 if n > 0 else -1)
        left = abs(n)
        while left:
            d += step
            left -= self.is_working_day(d)
        return d

    def working_days_between(self, a: date, b: date) -> int:
        """Count the working days after `a` up to and including `b`; negative where `b` is before `a`."""
        if b < a:
            return -self.working_days_between(b, a)
        whole = sum(self._year(y).before[-1] for y in range(a.year, b.year))
        return whole + self._rank(b) - self._rank(a)

    def _rank(self, d: date) -> int:
        year = self._year(d.year)
        return year.before[d.toordinal() - year.first + 1]

    def _year(self, year: int) -> _Year:
        if found := self._years.get(year):
            return found
        first = date(year, 1, 1)
        names = self._holidays_of(year)
        off, worked = self._overrides.off, self._overrides.worked
        days = (
            first + timedelta(days=n) for n in range(date(year, 12, 31).toordinal() - first.toordinal() + 1)
        )
        works = bytes(d not in off and (d in worked or (d.isoweekday() < 6 and d not in names)) for d in days)
        laid = _Year(first.toordinal(), works, (0, *accumulate(works)))
        self._years[year] = laid
        return laid


def overrides_from_toml(text: str, *, name: str = "calendar") -> Overrides:
    """Read one yearly file; raise CalendarError naming `name` and the key that cannot be used."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CalendarError(f"{name}: not TOML: {error}") from error
    if unknown := set(table) - {"year", "swap", "off", "worked"}:
        raise CalendarError(f"{name}: unknown key {min(unknown)!r}")
    off: dict[date, str] = {}
    worked: dict[date, str] = {}
    for swap in table.get("swap", ()):
        off[_day(swap, "off", name)] = _words(swap, name)
        worked[_day(swap, "worked", name)] = _words(swap, name)
    off.update({_day(entry, "date", name): _words(entry, name) for entry in table.get("off", ())})
    worked.update({_day(entry, "date", name): _words(entry, name) for entry in table.get("worked", ())})
    if both := off.keys() & worked.keys():
        raise CalendarError(f"{name}: {min(both)} is both off and worked")
    return Overrides(off=off, worked=worked)


def _day(entry: Mapping[str, Any], key: str, name: str) -> date:
    value = entry.get(key)
    if not isinstance(value, date) or isinstance(value, datetime):
        raise CalendarError(f"{name}: {key!r} must be a date such as 2026-01-02, not {value!r}")
    return value


def _words(entry: Mapping[str, Any], name: str) -> str:
    value = entry.get("name")
    if not isinstance(value, str) or not value.strip():
        raise CalendarError(f"{name}: 'name' must say why, not {value!r}")
    return value


@cache
def vietnam_calendar() -> WorkingCalendar:
    """Return the calendar of the offices; the `holidays` package is loaded when a year is first asked for."""
    files: Iterable[Any] = resources.files("domain.calendars").iterdir()
    overrides = Overrides()
    for file in sorted((f for f in files if f.name.endswith(".toml")), key=lambda f: str(f.name)):
        overrides = overrides.joined(overrides_from_toml(file.read_text(encoding="utf-8"), name=file.name))
    return WorkingCalendar(_public_holidays, overrides)


@cache
def _public_holidays(year: int) -> Mapping[date, str]:
    """Holidays by the package, Tết included; {} outside the years it can be relied on."""
    if year not in _KNOWN_YEARS:
        return {}
    found: Mapping[date, str] = dict(_vietnam_class()(years=year, language="vi", expand=False))
    return found


@cache
def _vietnam_class() -> Any:
    """Load the one country module by its file.

    `import holidays.countries.vietnam` would first import every country (460 modules, 17 MB, 110-190 ms);
    this way it is 200 modules, under 10 MB and some 65 ms.
    """
    package = importlib.util.find_spec("holidays")
    if package is None or not package.submodule_search_locations:
        raise ImportError("the holidays package is not installed")
    file = Path(next(iter(package.submodule_search_locations)), "countries", "vietnam.py")
    spec = importlib.util.spec_from_file_location("domain._holidays_vietnam", file)
    if spec is None or spec.loader is None:
        raise ImportError(f"no Vietnam in the holidays package at {file.name}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.Vietnam
