"""How a duty, its due day and its state are worded in questions and answers about progress."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from domain.calendar import WorkingCalendar
from domain.occurrence import target_day
from handlers.case_duty_words import untimed
from handlers.duty_words import LAW, duty_name, shorten
from handlers.period_words import period_name
from messages.envelope import Option, Say, Text
from storage.records import OccurrenceRecord

LABEL = 40
NOTICE_LABEL = 24
QUOTED = 60


def inside(record: OccurrenceRecord, limit: int = LABEL) -> Text:
    """Return the duty's name as it stands within a sentence."""
    if record.task_kind == "report":
        return Text("duty-report-inside", {"period": period_name(record.label)})
    if record.task_kind in ("request", "target"):
        params = {"ref": record.task_ref, "text": shorten(record.task_text, limit)}
        return Text(f"duty-{record.task_kind}-inside", params)
    return brief(record, limit)


def brief(record: OccurrenceRecord, limit: int = LABEL) -> Text:
    """Return the duty's name, short enough for a button or a line: at most `limit` characters of a task."""
    if record.task_kind in ("report", "case", LAW):
        return duty_name(record)
    key = f"duty-{record.task_kind}" if record.task_kind in ("request", "target") else "duty-task"
    return Text(key, {"ref": record.task_ref, "text": shorten(record.task_text, limit)})


def short_day(value: date) -> str:
    """Return a day as it stands in brackets: "14/12"."""
    return f"{value.day:02d}/{value.month:02d}"


def labelled(record: OccurrenceRecord, *, with_unit: bool = False) -> Text:
    """Return the duty with its due day, or its period where it has none; with its unit if asked."""
    if record.due_on is not None:
        label = Text("progress-option-dated", {"duty": brief(record), "day": short_day(record.due_on)})
    elif record.task_kind == "report":
        label = brief(record)
    else:
        label = Text("progress-option-open", {"duty": brief(record), "period": period_name(record.label)})
    return Text("progress-option-unit", {"unit": record.unit_name, "duty": label}) if with_unit else label


def duty_options(records: Sequence[OccurrenceRecord]) -> tuple[Option, ...]:
    """Return one option a duty (`code:<its code>`), naming the unit where they are of several."""
    several = len({r.unit_id for r in records}) > 1
    return tuple(Option(f"code:{r.code}", labelled(r, with_unit=several)) for r in records)


def sentence(words: str) -> str:
    """Return what a person wrote so that another sentence can follow it."""
    said = words.strip()
    return said if said.endswith((".", "!", "?", "…")) else f"{said}."


def when_due(record: OccurrenceRecord, calendar: WorkingCalendar, today: date) -> Text:
    """Return the due day and the working days left to it or past it; the period where there is no due day.

    Until it has passed, the day named is the last working day not after it: what reminders aim at.
    """
    if record.due_on is None and record.case is not None:
        return untimed(record.case)
    if record.due_on is None:
        return Text("progress-due-none", {"period": period_name(record.label)})
    aim = target_day(record.due_on, calendar)
    due = aim if today <= aim else record.due_on
    days = calendar.working_days_between(today, due)
    key = "past" if due < today else "today" if due == today else "left"
    if days == 0 and key != "today":
        key = f"{key}-none"
    return Text(f"progress-due-{key}", {"day": due, "days": abs(days)})


def state_words(record: OccurrenceRecord) -> Text:
    """Return the state in words, with the percentage where one was given."""
    if record.state == "under_way" and record.percent is not None:
        return Text("state-under_way-percent", {"percent": record.percent})
    if record.task_kind == LAW and record.state == "submitted":
        return Text("state-noted")
    return Text(f"state-{record.state}")


def decimal(value: float) -> str:
    """Return a figure as people write it: "4,5", "20"."""
    return f"{value:g}".replace(".", ",")


def proof(document_no: str | None, attachment: int | None, words: str | None = None) -> Text:
    """Return what shows that it is done: a document, a file, or (of a request) an answer in words."""
    if document_no is None and attachment is None and words:
        return Text("progress-proof-words", {"words": shorten(words, QUOTED)})
    if document_no is None:
        return Text("progress-proof-zero" if attachment is None else "progress-proof-file")
    key = "progress-proof-number" if attachment is None else "progress-proof-both"
    return Text(key, {"number": document_no})


def taken_say(record: OccurrenceRecord, taken: Mapping[str, Any]) -> Say:
    """Return how it is settled already (see `services.progress.taken`): by whom, by role, and when."""
    state = taken["state"] if taken["state"] in ("asked", "doubted") else record.state
    if taken["at"] is None:
        return Say(f"progress-settled-{state}", {"duty": inside(record)})
    who = Text("progress-you") if taken["mine"] else Text(f"role-{taken['role']}")
    params = {"duty": inside(record), "who": who, "at": datetime.fromisoformat(taken["at"])}
    if record.task_kind == LAW and state == "submitted":
        state = "noted"
    return Say(f"progress-taken-{state}", params)
