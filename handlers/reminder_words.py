"""What a reminder says: the duty, why now, the one action. Several at one time become one digest."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from domain.calendar import WorkingCalendar
from domain.duty import Reminder
from domain.ladder import Reason
from domain.occurrence import target_day
from handlers.duty_words import duty_name, period_name
from messages.envelope import Option, Say, Text
from storage.records import OccurrenceRecord

Item = tuple[Reminder, OccurrenceRecord]
LINES = 8


def reminder_say(items: Sequence[Item], calendar: WorkingCalendar, today: date) -> Say:
    """Return the message for one person; `today` is the local day on which it is read."""
    if len(items) == 1:
        reminder, record = items[0]
        return Say(
            f"reminder-{_wording(reminder, record, calendar, today)}",
            _params(reminder, record, calendar, today),
            options=_answers(reminder, record),
        )
    shown = items[:LINES]
    lines: list[Text] = [_line(reminder, record, calendar, today) for reminder, record in shown]
    if len(items) > LINES:
        lines.append(Text("reminder-digest-more", {"count": len(items) - LINES}))
    return Say("reminder-digest", {"count": len(items), "lines": lines}, options=_digest_options(shown))


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
    if record.due_on is None:
        reason = Reason.REPEAT.value
    elif reminder.reason in (Reason.REPEAT, Reason.REACHABILITY):
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
    opened = [
        Option(f"progress:open:{record.code}", duty_name(record)) for _, record in items if record.due_on
    ]
    return (*opened, Option("status:tasks", Text("choice-all-tasks")))
