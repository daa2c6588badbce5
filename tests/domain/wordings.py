"""The tables of wordings under tests/domain/tables: phrases of plans with what a careful clerk reads in them.

A deadline's answer is written small: `before 2026-06-30`, `by …`, `in 2026-07-01..2026-09-30` (a window),
`period …..` (open), `yearly before dates=--12-15`, `always yearly`, `event <words>`, `+5 working_day <event>`,
`none`; ` & ` joins what stands in `also`. A `?` in the last column: a person must be asked to look.
`@` lines give what is known around the phrases: the plan's year, its day of issue, or the role of a label.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TABLES = Path(__file__).with_name("tables")


@dataclass(frozen=True, slots=True)
class Wording:
    """One line of a table: the phrase, its cells (`?` taken out), whether it is doubtful, the `@` line above."""

    phrase: str
    cells: tuple[str, ...]
    doubtful: bool
    context: str


def wordings(name: str) -> Iterator[Wording]:
    """Return the lines of a table."""
    context = ""
    for line in (TABLES / name).read_text("utf-8").splitlines():
        if line.startswith("@"):
            context = line[1:].strip()
        elif line.strip():
            phrase, *cells = (cell.strip() for cell in re.split(r"\s\|\s|\s\|$", line))
            yield Wording(phrase, tuple(c for c in cells if c and c != "?"), "?" in cells, context)


def deadline_answer(cell: str) -> dict[str, Any]:
    """Return the JSON of a deadline written small."""
    first, *others = (_one(part.strip()) for part in cell.split(" & "))
    return first | ({"also": others} if others else {})


def _one(text: str) -> dict[str, Any]:
    word, _, rest = text.partition(" ")
    match word:
        case "none":
            return {"kind": "none"}
        case "by" | "before":
            return {"kind": "one_off", "date": rest, "op": word}
        case "in":
            start, end = rest.split("..")
            return {"kind": "one_off", "date": end, "op": "by", "start": start}
        case "period":
            start, end = rest.split("..")
            return {"kind": "period", "start": start or None, "end": end or None}
        case "always":
            return {"kind": "continuous"} | _always(rest)
        case "event":
            return {"kind": "relative", "event": rest}
        case _ if word[0] in "+-":
            return _counted(int(word), rest)
        case _:
            return {"kind": "recurring", "recurrence": {"freq": word} | _rule(rest)}


def _always(rest: str) -> dict[str, Any]:
    if ".." in rest:
        start, end = rest.split("..")
        return {key: day for key, day in (("start", start), ("end", end)) if day}
    return {"recurrence": {"freq": rest}} if rest else {}


def _counted(value: int, rest: str) -> dict[str, Any]:
    unit, _, event = rest.partition(" ")
    said = {} if event == "-" else {"event": event}
    return {"kind": "relative", **said, "offset": {"value": value, "unit": unit}}


def _rule(rest: str) -> dict[str, Any]:
    rule: dict[str, Any] = {}
    for word in rest.split():
        key, _, value = word.partition("=")
        match key:
            case "before" | "by":
                rule["op"] = key
            case "dates":
                rule["dates"] = value.split(",")
            case "window":
                rule["window"] = value.split("..")
            case _:
                rule[key] = int(value)
    return rule


def unit_answer(cells: tuple[str, ...]) -> dict[str, list[str]]:
    """Return the names by role of a line of the table of units: L leads, C partners, G guides, R recipients.

    M (by mandate) is a role without names.
    """
    found: dict[str, list[str]] = {}
    for cell in cells:
        role, _, names = cell.partition(" ")
        found[role] = [name.strip() for name in names.split(" + ") if name.strip()]
    return {role: names for role, names in found.items() if names or role == "M"}
