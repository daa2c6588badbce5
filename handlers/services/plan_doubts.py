"""What is doubtful in a plan as read and nobody has looked at yet: one item for each field or source line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as field_of
from typing import Any

Task = Mapping[str, Any]
Reading = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A field of a row, or a source line with problems that no doubtful row stands at.

    `key` names it for as long as the draft lives; `reasons` are Vietnamese sentences; `later` says that
    somebody looked and put it off.
    """

    key: str
    task: Task | None
    field: str | None
    line: int | None
    reasons: tuple[str, ...]
    alternatives: tuple[str, ...] = ()
    values: Mapping[str, Any] = field_of(default_factory=dict)  # by alternative, where words alone do not do
    later: bool = False


def row_key(ref: str, field: str) -> str:
    """Return the key of a doubtful field."""
    return f"t:{ref}:{field}"


def line_key(line: int) -> str:
    """Return the key of a source line with problems."""
    return f"l:{line}"


def message_of(doubt: Mapping[str, Any]) -> str:
    """Return the sentence of a doubt; in drafts kept by an older program it stands under `reason`."""
    return str(doubt.get("message") or doubt["reason"])


def open_doubts(reading: Reading) -> tuple[Doubtful, ...]:
    """Return what is open: fields of rows in the order of the document, then lines; what was put off last."""
    put_off = {one["key"] for one in reading.get("later", [])}
    covered = settled_lines(reading)
    found: list[Doubtful] = []
    for task in reading["tasks"]:
        if task["review"]:
            found += _of_row(task, reading["problems"], covered, put_off)
            covered |= lines_of(task)
    found += _of_lines(reading, covered, put_off)
    return tuple(sorted(found, key=lambda item: item.later))


def _of_row(
    task: Task, problems: Sequence[Mapping[str, Any]], covered: set[int], put_off: set[str]
) -> list[Doubtful]:
    by_field: dict[str, list[Mapping[str, Any]]] = {}
    for doubt in task["review"]:
        by_field.setdefault(doubt["field"], []).append(doubt)
    told = {message_of(doubt) for doubt in task["review"]}
    lines = lines_of(task) - covered
    beside = [p["message"] for p in problems if p["line"] in lines and p["message"] not in told]
    found = []
    for field, doubts in by_field.items():
        key = row_key(task["id"], field)
        reasons = dict.fromkeys([*map(message_of, doubts), *beside])
        others = dict.fromkeys(other for doubt in doubts for other in doubt["alternatives"])
        values = {other: value for doubt in doubts for other, value in doubt.get("values", {}).items()}
        found.append(Doubtful(key, task, field, None, tuple(reasons), tuple(others), values, key in put_off))
        beside = []
    return found


def _of_lines(reading: Reading, covered: set[int], put_off: set[str]) -> list[Doubtful]:
    by_line: dict[int, list[str]] = {}
    for problem in reading["problems"]:
        if problem["line"] not in covered:
            by_line.setdefault(problem["line"], []).append(problem["message"])
    found = []
    for line, messages in sorted(by_line.items()):
        at = next((t for t in reading["tasks"] if line in lines_of(t)), None)
        key = line_key(line)
        found.append(Doubtful(key, at, None, line, tuple(dict.fromkeys(messages)), later=key in put_off))
    return found


def settled_lines(reading: Reading) -> set[int]:
    """Return the source lines that somebody has looked at: said to be right, or of a row that was corrected."""
    checked = reading.get("checked", [])
    refs = {one["ref"] for one in (*checked, *reading.get("corrections", []))}
    lines = {line for task in reading["tasks"] if task["id"] in refs for line in lines_of(task)}
    return lines | {one["line"] for one in checked if one["line"] is not None}


def lines_of(task: Task) -> frozenset[int]:
    """Return the lines of this draft's own document that a row stands in: none where another document said it."""
    return frozenset() if "words" in task["source"] else frozenset(task["source"]["lines"])


def clear_rows(reading: Reading) -> tuple[Task, ...]:
    """Return the rows in which nothing is doubtful."""
    return tuple(task for task in reading["tasks"] if not task["review"])


def source_text(reading: Reading, task: Task) -> str:
    """Return the words of the document that a row was read from, empty where they are not held."""
    if "words" in task["source"]:
        return str(task["source"]["words"])
    return "\n".join(filter(None, (line_text(reading, line) for line in task["source"]["lines"])))


def line_text(reading: Reading, line: int) -> str:
    """Return the words of a line of the document, empty where they are not held."""
    return str(reading.get("source", {}).get(str(line), ""))
