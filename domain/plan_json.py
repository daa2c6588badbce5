"""A plan's reading as the JSON of the contract (`baoan plan read --json`) and back."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from domain.deadline import Deadline, DeadlineKind, Offset, Recurrence
from domain.plan import (
    Doubt,
    OtherUnit,
    PlanDocument,
    PlanReading,
    Problem,
    ReadTask,
    Recipient,
    Reference,
    Target,
    TaskKind,
)


def deadline_to_json(deadline: Deadline) -> dict[str, Any]:
    """Return the deadline with only the keys that say something; a period always shows both its ends."""
    found: dict[str, Any] = {"kind": deadline.kind.value}
    if deadline.date:
        found["date"] = deadline.date.isoformat()
    if deadline.op:
        found["op"] = deadline.op
    if deadline.kind is DeadlineKind.PERIOD:
        found["start"], found["end"] = _iso(deadline.start), _iso(deadline.end)
    else:
        found |= {key: _iso(value) for key in ("start", "end") if (value := getattr(deadline, key))}
    if deadline.recurrence:
        found["recurrence"] = _recurrence_to_json(deadline.recurrence)
    if deadline.event is not None:
        found["event"] = deadline.event
    if deadline.offset:
        found["offset"] = {"value": deadline.offset.value, "unit": deadline.offset.unit}
    if deadline.inherited is not None:
        found["inherited"] = deadline.inherited
    if deadline.also:
        found["also"] = [deadline_to_json(other) for other in deadline.also]
    return found


def deadline_from_json(data: dict[str, Any]) -> Deadline:
    """Return the value that `deadline_to_json` made `data` from. KeyError or ValueError for anything else."""
    repeat, offset = data.get("recurrence"), data.get("offset")
    return Deadline(
        kind=DeadlineKind(data["kind"]),
        date=_date(data.get("date")),
        op=data.get("op"),
        start=_date(data.get("start")),
        end=_date(data.get("end")),
        recurrence=_recurrence_from_json(repeat) if repeat else None,
        event=data.get("event"),
        offset=Offset(offset["value"], offset["unit"]) if offset else None,
        inherited=data.get("inherited"),
        also=tuple(deadline_from_json(other) for other in data.get("also", ())),
    )


def reading_to_json(reading: PlanReading) -> dict[str, Any]:
    """Everything read, in the contract's shape, plus the words as written and the reasons for doubt."""
    document = reading.document
    return {
        "document": {
            "type": document.type,
            "number": document.number,
            "issuer": document.issuer,
            "title": document.title,
            "issued_on": _iso(document.issued_on),
            "status": document.status,
        },
        "tasks": [task_to_json(task) for task in reading.tasks],
        "targets": [
            {
                "id": target.id,
                "text": target.text,
                "value": target.value,
                "comparator": target.comparator,
                "unit": target.unit,
                "source": {"lines": list(target.lines)},
            }
            for target in reading.targets
        ],
        "recipients": [
            {"name": r.name, "mark": r.mark, "source": {"lines": [r.line]}} for r in reading.recipients
        ],
        "references": [
            {"type": r.type, "number": r.number, "date": _iso(r.date)} for r in reading.references
        ],
        "problems": [{"line": p.line, "code": p.code, "message": p.message} for p in reading.problems],
    }


def reading_from_json(data: dict[str, Any]) -> PlanReading:
    """Return the reading that `reading_to_json` made `data` from."""
    document = dict(data["document"])
    document["issued_on"] = _date(document["issued_on"])
    return PlanReading(
        document=PlanDocument(**document),
        tasks=tuple(task_from_json(task) for task in data["tasks"]),
        targets=tuple(
            Target(t["id"], t["text"], t["value"], t["comparator"], t["unit"], tuple(t["source"]["lines"]))
            for t in data["targets"]
        ),
        recipients=tuple(
            Recipient(r["name"], r["mark"], r["source"]["lines"][0]) for r in data["recipients"]
        ),
        references=tuple(Reference(r["type"], r["number"], _date(r["date"])) for r in data["references"]),
        problems=tuple(Problem(p["line"], p["code"], p["message"]) for p in data["problems"]),
    )


def task_to_json(task: ReadTask) -> dict[str, Any]:
    """Return one row in the contract's shape."""
    return {
        "id": task.id,
        "kind": task.kind.value,
        "text": task.text,
        "lead_units": list(task.lead_units),
        "coordinating_units": list(task.coordinating_units),
        "other_units": [{"name": other.name, "role": other.role} for other in task.other_units],
        "by_mandate": task.by_mandate,
        "deadline_text": task.deadline_text,
        "deadline": deadline_to_json(task.deadline),
        "product": task.product,
        "source": {"lines": list(task.lines)},
        "needs_review": task.needs_review,
        "lead_raw": list(task.lead_raw),
        "coordinating_raw": list(task.coordinating_raw),
        "review": [
            {
                "field": doubt.field,
                "reason": doubt.reason,
                "message": doubt.message,
                "alternatives": list(doubt.alternatives),
            }
            for doubt in task.review
        ],
    }


def task_from_json(data: Mapping[str, Any]) -> ReadTask:
    """Return the row that `task_to_json` made `data` from."""
    return ReadTask(
        id=data["id"],
        kind=TaskKind(data["kind"]),
        text=data["text"],
        lead_units=tuple(data["lead_units"]),
        coordinating_units=tuple(data["coordinating_units"]),
        other_units=tuple(OtherUnit(other["name"], other["role"]) for other in data["other_units"]),
        by_mandate=data["by_mandate"],
        deadline_text=data["deadline_text"],
        deadline=deadline_from_json(data["deadline"]),
        lines=tuple(data["source"]["lines"]),
        lead_raw=tuple(data["lead_raw"]),
        coordinating_raw=tuple(data["coordinating_raw"]),
        product=data["product"],
        review=tuple(
            Doubt(d["field"], d["reason"], tuple(d["alternatives"]), d.get("message", d["reason"]))
            for d in data["review"]  # a draft kept by an older program has the sentence as its reason
        ),
    )


def _recurrence_to_json(repeat: Recurrence) -> dict[str, Any]:
    found: dict[str, Any] = {"freq": repeat.freq}
    for key in ("op", "day", "month_of_period", "weekday", "interval"):
        if (value := getattr(repeat, key)) is not None:
            found[key] = value
    if repeat.dates:
        found["dates"] = list(repeat.dates)
    if repeat.window:
        found["window"] = list(repeat.window)
    return found


def _recurrence_from_json(data: dict[str, Any]) -> Recurrence:
    window = data.get("window")
    return Recurrence(
        freq=data["freq"],
        op=data.get("op"),
        day=data.get("day"),
        month_of_period=data.get("month_of_period"),
        dates=tuple(data.get("dates", ())),
        window=(window[0], window[1]) if window else None,
        weekday=data.get("weekday"),
        interval=data.get("interval"),
    )


def _iso(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _date(text: str | None) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None
