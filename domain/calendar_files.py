"""Yearly decisions about working days, read from TOML: swapped days, days off, days worked, half days, closures.

The shipped files of `domain/calendars` and an office's own are written alike.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

LONGEST = timedelta(days=62)
"""A closure longer than this is a slip of the pen."""


class CalendarError(ValueError):
    """A calendar file cannot be used; the text names the file and the key, and what is expected."""


@dataclass(frozen=True, slots=True)
class Half:
    """A working day of which only part is worked: from when to when, and why."""

    start: time
    end: time
    name: str


@dataclass(frozen=True, slots=True)
class Overrides:
    """Days whose standing was decided by hand: date to the reason shown to people. A half day is a working day."""

    off: Mapping[date, str] = field(default_factory=dict)
    worked: Mapping[date, str] = field(default_factory=dict)
    half: Mapping[date, Half] = field(default_factory=dict)

    def joined(self, later: "Overrides") -> "Overrides":
        """Return both together; where they differ about a day, `later` wins."""
        off = {d: why for d, why in self.off.items() if d not in later.worked and d not in later.half}
        worked = {d: why for d, why in self.worked.items() if d not in later.off}
        half = {d: part for d, part in self.half.items() if d not in later.off and d not in later.worked}
        return Overrides({**off, **later.off}, {**worked, **later.worked}, {**half, **later.half})


_KEYS = {
    "swap": {"off", "worked", "name", "source"},
    "off": {"date", "name", "source"},
    "worked": {"date", "name", "source"},
    "half": {"date", "from", "to", "name", "source"},
    "closed": {"first", "last", "name", "source"},
}


def overrides_of(files: Mapping[str, str]) -> Overrides:
    """Read yearly files (name to text), the later name winning; raise as `overrides_from_toml`."""
    found = Overrides()
    for name in sorted(files):
        found = found.joined(overrides_from_toml(files[name], name=name))
    return found


def overrides_from_toml(text: str, *, name: str = "calendar") -> Overrides:
    """Read one yearly file; raise CalendarError naming `name` and the key that cannot be used."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CalendarError(f"{name}: not TOML: {error}") from error
    if unknown := set(table) - {"year", *_KEYS}:
        raise CalendarError(f"{name}: unknown key {min(unknown)!r}; known are year, {', '.join(_KEYS)}")
    found = _Found(name, table.get("year"))
    for entry in _entries(table, "swap", name):
        found.off[found.day(entry, "off")] = found.words(entry)
        found.worked[found.day(entry, "worked")] = found.words(entry)
    for entry in _entries(table, "off", name):
        found.off[found.day(entry, "date")] = found.words(entry)
    for entry in _entries(table, "worked", name):
        found.worked[found.day(entry, "date")] = found.words(entry)
    for entry in _entries(table, "closed", name):
        found.close(entry)
    for entry in _entries(table, "half", name):
        found.halve(entry)
    return found.whole()


class _Found:
    """What was read of one file so far."""

    def __init__(self, name: str, year: Any) -> None:
        if year is not None and (not isinstance(year, int) or isinstance(year, bool)):
            raise CalendarError(f"{name}: 'year' must be a year such as 2026, not {year!r}")
        self._name, self._year = name, year
        self.off: dict[date, str] = {}
        self.worked: dict[date, str] = {}
        self._half: dict[date, Half] = {}

    def whole(self) -> Overrides:
        """Return what the file says; raise CalendarError where it says two things of one day."""
        if both := self.off.keys() & self.worked.keys():
            raise CalendarError(f"{self._name}: {min(both)} is both off and worked")
        if both := self.off.keys() & self._half.keys():
            raise CalendarError(f"{self._name}: {min(both)} is both off and a half day")
        return Overrides(self.off, self.worked, self._half)

    def close(self, entry: Mapping[str, Any]) -> None:
        """Take a closure: every day from the first to the last is off."""
        first, last = self.day(entry, "first"), self.day(entry, "last")
        if not first <= last <= first + LONGEST:
            raise CalendarError(
                f"{self._name}: 'last' must be {first} or later, by {LONGEST.days} days at most, not {last}"
            )
        for n in range((last - first).days + 1):
            self.off[first + timedelta(days=n)] = self.words(entry)

    def halve(self, entry: Mapping[str, Any]) -> None:
        """Take a half day."""
        day, start, end = self.day(entry, "date"), self._time(entry, "from"), self._time(entry, "to")
        if start >= end:
            raise CalendarError(
                f"{self._name}: 'to' must be later than 'from' ({start:%H:%M}), not {end:%H:%M}"
            )
        self._half[day] = Half(start, end, self.words(entry))

    def day(self, entry: Mapping[str, Any], key: str) -> date:
        """Return a date of the file's year, or of the turn of that year."""
        value = entry.get(key)
        if not isinstance(value, date) or isinstance(value, datetime):
            raise CalendarError(f"{self._name}: {key!r} must be a date such as 2026-01-02, not {value!r}")
        if self._year is not None and abs(value.year - self._year) > 1:
            raise CalendarError(f"{self._name}: {key!r} must lie in the year {self._year}, not {value}")
        return value

    def words(self, entry: Mapping[str, Any]) -> str:
        """Return why."""
        value = entry.get("name")
        if not isinstance(value, str) or not value.strip():
            raise CalendarError(f"{self._name}: 'name' must say why, not {value!r}")
        return value

    def _time(self, entry: Mapping[str, Any], key: str) -> time:
        value = entry.get(key)
        try:
            found = time.fromisoformat(value) if isinstance(value, str) else value
        except ValueError:
            found = None
        if not isinstance(found, time) or found.tzinfo is not None:
            raise CalendarError(f'{self._name}: {key!r} must be a time such as "11:30", not {value!r}')
        return found


def _entries(table: Mapping[str, Any], key: str, name: str) -> list[dict[str, Any]]:
    entries = table.get(key, [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise CalendarError(f"{name}: {key!r} must be written as [[{key}]] tables")
    for entry in entries:
        if unknown := set(entry) - _KEYS[key]:
            known = ", ".join(sorted(_KEYS[key]))
            raise CalendarError(f"{name}: unknown key {min(unknown)!r} in [[{key}]]; known are {known}")
    return entries
