"""What a changed plan takes over from the plan as it stands: corrections, what was looked at, who is meant. Pure.

A correction stays unless the new document changed that very field; then both are kept and it is asked. A doubt that
was settled stays settled where the new document says the same.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from domain.plan_diff import FIELDS, Pair, same
from domain.plan_json import task_from_json
from handlers.deadline_say import deadline_text
from handlers.services.plan_doubts import settled_lines, source_text
from messages.catalog import DEFAULT_LANGUAGE
from messages.render import parameter, text

Row = Mapping[str, Any]
Reading = Mapping[str, Any]
OVERRIDDEN = "correction-overridden"


def carried_rows(base: Reading, rows: Sequence[Row], pairs: Iterable[Pair]) -> list[dict[str, Any]]:
    """Return the rows of the new document, each with what its row of the base plan hands over."""
    of_new = {new: old for old, new in pairs}
    standing = {row["id"]: row for row in base["tasks"]}
    first = base.get("original", {})
    return [
        _carried(standing[of_new[row["id"]]], row, first.get(of_new[row["id"]], {}))
        if row["id"] in of_new
        else dict(row)
        for row in rows
    ]


def carried_originals(base: Reading, rows: Sequence[Row], pairs: Iterable[Pair]) -> dict[str, dict[str, Any]]:
    """Return what the new document itself says in fields that stay corrected, by row."""
    said = {row["id"]: row for row in rows}
    first = base.get("original", {})
    return {
        new: {field: said[new][field] for field in first[old] if field in said[new]}
        for old, new in pairs
        if old in first
    }


def settled_problems(base: Reading, problems: Iterable[Row]) -> list[dict[str, Any]]:
    """Return the problems of the new document without those that were looked at in the base plan."""
    lines = settled_lines(base)
    known = {(p["code"], p["message"]) for p in base["problems"] if p["line"] in lines}
    return [dict(p) for p in problems if (p["code"], p["message"]) not in known]


def with_words(base: Reading) -> list[dict[str, Any]]:
    """Return the rows of the base plan, each with the words of its own document beside it."""
    return [
        {**row, "source": {**row["source"], "words": words}}
        if (words := source_text(base, row))
        else dict(row)
        for row in base["tasks"]
    ]


def _carried(old: Row, new: Row, first: Mapping[str, Any]) -> dict[str, Any]:
    """Lay a row of the base plan over the same row of the new document; `first` is what was once read there."""
    before, after = task_from_json(old), task_from_json(new)
    as_read = task_from_json({**old, **first})
    row = dict(new)
    review: list[dict[str, Any]] = [dict(d) for d in new["review"] if d["field"] not in FIELDS]
    for field in FIELDS:
        was, says, read = (getattr(task, field) for task in (before, after, as_read))
        corrected = field in first
        if same(field, says, was) or (corrected and same(field, says, read)):
            row |= _taken(old, field) if corrected else {}
            review += [dict(d) for d in old["review"] if d["field"] == field]
        else:
            review += [dict(d) for d in new["review"] if d["field"] == field]
            review += [_overridden(old, field)] if corrected else []
    return {**row, "review": review, "needs_review": bool(review)}


def _taken(old: Row, field: str) -> dict[str, Any]:
    beside = ("deadline", "deadline_text") if field == "deadline" else (field,)
    return {name: old[name] for name in beside}


def _overridden(old: Row, field: str) -> dict[str, Any]:
    """Return the doubt that asks which of two holds; the earlier correction is one tap away."""
    words, value = _in_words(old, field)
    return {
        "field": field,
        "reason": OVERRIDDEN,
        "message": text(DEFAULT_LANGUAGE, f"problem-{OVERRIDDEN}", {}),
        "alternatives": [words],
        "values": {words: value},
    }


def _in_words(old: Row, field: str) -> tuple[str, Any]:
    value = old[field]
    match field:
        case "deadline":
            said = old["deadline_text"] or parameter(DEFAULT_LANGUAGE, deadline_text(value))
            return said, {"text": old["deadline_text"], "deadline": value}
        case "lead_units" | "coordinating_units":
            return "; ".join(value) or text(DEFAULT_LANGUAGE, "plan-nobody", {}), list(value)
        case "kind":
            return text(DEFAULT_LANGUAGE, f"plan-kind-{value}", {}), value
        case _:
            return str(value or text(DEFAULT_LANGUAGE, "plan-nothing", {})), value


def with_sentences(row: Row) -> dict[str, Any]:
    """Return a row in which every doubt has its sentence."""
    said = {"found": row["deadline_text"] or ""}
    review = [
        {**d, "message": d.get("message") or text(DEFAULT_LANGUAGE, f"problem-{d['reason']}", said)}
        for d in row["review"]
    ]
    return {**row, "review": review, "needs_review": bool(review)}
