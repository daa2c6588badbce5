"""What a reminder says: the duty, why now, the one action. Several at one time become one digest."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from domain.calendar import WorkingCalendar
from domain.duty import Reminder
from domain.ladder import Reason
from domain.occurrence import target_day
from handlers.duty_words import duty_name, period_name, short_name
from messages.envelope import Option, Say, Text
from storage.records import OccurrenceRecord

Item = tuple[Reminder, OccurrenceRecord]
LINES = 8
NAMES = 3


def reminder_say(items: Sequence[Item], calendar: WorkingCalendar, today: date) -> Say:
    """Return the message for one person; `today` is the local day on which it is read."""
    if len(items) == 1:
        reminder, record = items[0]
        return Say(
            f"reminder-{_wording(reminder, record, calendar, today)}",
            _params(reminder, record, calendar, today),
            options=_answers(reminder, record),
        )
    periods = {record.label for _, record in items}
    if len(periods) == 1 and not any(record.due_on for _, record in items):
        return _standing_say(len(items), periods.pop())
    lines = [*_dated_lines(items, calendar, today), *_check_in_lines(items)]
    shown: list[Text] = lines[:LINES]
    if len(lines) > LINES:
        shown.append(Text("reminder-digest-more", {"count": len(lines) - LINES}))
    return Say("reminder-digest", {"count": len(items), "lines": shown}, options=_digest_options(items))


def _standing_say(count: int, label: str) -> Say:
    """Return the question about all of a unit's undated duties in one period."""
    return Say(
        "reminder-check-ins",
        {"count": count, "period": period_name(label)},
        options=(
            Option("progress:start", Text("choice-report-progress")),
            Option("status:tasks", Text("choice-all-tasks")),
        ),
    )


def _dated_lines(items: Sequence[Item], calendar: WorkingCalendar, today: date) -> list[Text]:
    """Return a line for each dated duty; units that owe the same one to an overseer share a line."""
    lines: list[Text] = []
    told_of: dict[tuple[int, str], list[Item]] = {}
    for reminder, record in items:
        if record.due_on is None:
            continue
        if reminder.reason is Reason.ESCALATED:
            told_of.setdefault((record.task_id, record.label), []).append((reminder, record))
        else:
            lines.append(_line(reminder, record, calendar, today))
    for same in told_of.values():
        reminder, record = same[0]
        params = _params(reminder, record, calendar, today)
        if len(same) == 1:
            lines.append(Text("reminder-line-escalated", params))
        else:
            names = ", ".join(r.unit_name for _, r in same[:NAMES])
            more = len(same) - NAMES
            units = Text("reminder-units-more", {"names": names, "more": more}) if more > 0 else names
            lines.append(Text("reminder-line-escalated-many", {**params, "count": len(same), "units": units}))
    return lines


def _check_in_lines(items: Sequence[Item]) -> list[Text]:
    """Return one line for the undated duties of each period, however many they are."""
    by_period: dict[str, list[OccurrenceRecord]] = {}
    for _, record in items:
        if record.due_on is None:
            by_period.setdefault(record.label, []).append(record)
    return [
        Text("reminder-line-repeat", {"duty": duty_name(same[0]), "period": period_name(label)})
        if len(same) == 1
        else Text("reminder-line-check-ins", {"count": len(same), "period": period_name(label)})
        for label, same in by_period.items()
    ]


def _wording(reminder: Reminder, record: OccurrenceRecord, calendar: WorkingCalendar, today: date) -> str:
    if reminder.reason is Reason.REPEAT and reminder.step.startswith("promise-") and record.promised_on:
        return "promise"
    if reminder.reason is Reason.SOON and record.due_on is not None and _left(record, calendar, today) <= 1:
        return "soon-last"
    if reminder.reason is Reason.CATCH_UP and record.due_on is None:
        return "repeat"
    return reminder.reason.value


def _line(reminder: Reminder, record: OccurrenceRecord, calendar: WorkingCalendar, today: date) -> Text:
    reason = reminder.reason.value
    if record.due_on is not None and reminder.reason in (Reason.REPEAT, Reason.REACHABILITY):
        reason = Reason.OVERDUE.value if record.due_on < today else Reason.SOON.value
    return Text(f"reminder-line-{reason}", _params(reminder, record, calendar, today))


def _params(
    reminder: Reminder, record: OccurrenceRecord, calendar: WorkingCalendar, today: date
) -> dict[str, Any]:
    params: dict[str, Any] = {
        "duty": duty_name(record),
        "unit": record.unit_name,
        "period": period_name(record.label),
    }
    if record.due_on is not None:
        aim = target_day(record.due_on, calendar)
        promised = reminder.step.startswith("promise-")
        params["day"] = record.promised_on if promised and record.promised_on else aim
        params["left"] = _left(record, calendar, today)
        params["late"] = max(calendar.working_days_between(record.due_on, today), 1)
    elif record.promised_on is not None:
        params["day"] = record.promised_on
    return params


def _left(record: OccurrenceRecord, calendar: WorkingCalendar, today: date) -> int:
    if record.due_on is None:
        return 0
    return calendar.working_days_between(today, target_day(record.due_on, calendar))


def _answers(reminder: Reminder, record: OccurrenceRecord) -> tuple[Option, ...]:
    if reminder.reason is Reason.ESCALATED:
        return (Option(f"progress:open:{record.code}", Text("choice-open-task")),)
    options = [
        Option(f"progress:done:{record.code}", Text("choice-done")),
        Option(f"progress:under_way:{record.code}", Text("choice-under-way")),
        Option(f"progress:difficulty:{record.code}", Text("choice-difficulty")),
    ]
    if record.due_on is not None:
        options.append(Option(f"progress:more_time:{record.code}", Text("choice-more-time")))
    return tuple(options)


def _digest_options(items: Sequence[Item]) -> tuple[Option, ...]:
    """Return a short button for each dated duty of one's own, and one that shows the rest."""
    own = [record for reminder, record in items if record.due_on and reminder.reason is not Reason.ESCALATED]
    options = [Option(f"progress:open:{record.code}", short_name(record)) for record in own[:LINES]]
    if len(own) < len(items):
        others = any(reminder.reason is Reason.ESCALATED for reminder, _ in items)
        if others:
            options.append(Option("status:overdue", Text("choice-overdue-units")))
        options.append(Option("status:tasks", Text("choice-all-tasks")))
    return tuple(options)
