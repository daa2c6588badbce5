"""Lists of the law as dated data: occupational diseases, strictly regulated machines. Nothing here reads a clock."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from domain.law.rules import Certainty

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list. `was`: its name in earlier editions; `since`: first day on it, None for from the start.

    `slow` is False where its words mostly tell of something sudden. `ways`, `maybe`, `unless`: how people say it.
    """

    code: str
    text: str
    certainty: Certainty
    was: str = ""
    since: date | None = None
    slow: bool = True
    ways: tuple[tuple[str, ...], ...] = ()
    maybe: tuple[tuple[str, ...], ...] = ()
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """What makes the list law from a day on."""

    name: str
    valid_from: date


@dataclass(frozen=True, slots=True)
class LegalList:
    """A list with its editions, oldest first."""

    lines: tuple[Line, ...]
    editions: tuple[Edition, ...]

    def edition_on(self, day: date) -> Edition:
        """Return the edition of a Vietnamese day; before the first, the first."""
        begun = [edition for edition in self.editions if edition.valid_from <= day]
        return begun[-1] if begun else self.editions[0]

    def line(self, code: str) -> Line | None:
        """Return the line with a code."""
        return next((line for line in self.lines if line.code == code), None)

    def holds(self, line: Line, day: date) -> bool:
        """Say whether a line stands on the list on that day."""
        return line.since is None or line.since <= day

    def name_on(self, line: Line, day: date) -> str:
        """Return what the list of that day calls a line."""
        newest = self.edition_on(day) == self.editions[-1]
        return line.text if newest or not line.was else line.was


@cache
def diseases() -> LegalList:
    """Return the list of occupational diseases."""
    return _read("diseases", "disease")


@cache
def machines() -> LegalList:
    """Return the list of machines and equipment that are declared and inspected."""
    return _read("machines", "machine")


def _read(name: str, table: str) -> LegalList:
    data = tomllib.loads((files(__package__) / f"{name}.toml").read_text("utf-8"))
    sets = data.get("sets", {})
    return LegalList(
        tuple(_line(row, sets) for row in data[table]),
        tuple(sorted((Edition(**row) for row in data["edition"]), key=lambda one: one.valid_from)),
    )


def _line(row: Table, sets: Table) -> Line:
    def spell(part: str) -> str:
        return "|".join(sets[word[1:]] if word.startswith("$") else word for word in part.split("|"))

    def ways(name: str) -> tuple[tuple[str, ...], ...]:
        return tuple(tuple(spell(part) for part in way) for way in row.get(name, ()))

    return Line(
        code=row["code"],
        text=row["text"],
        certainty=Certainty(row["certainty"]),
        was=row.get("was", ""),
        since=row.get("since"),
        slow=row.get("slow", True),
        ways=ways("words"),
        maybe=ways("maybe"),
        unless=row.get("unless", ""),
    )
