"""What a reminder says: the duty, why now, the one action. Several at one time become one digest."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from domain.calendar import WorkingCalendar, local
from domain.duty import Reminder
from domain.escalation import Level
from domain.ladder import Reason
from domain.occurrence import target_day
from domain.terms import default_terms, snooze_days
from handlers.case_duty_words import demand
from handlers.duty_words import duty_name, rule_of, short_name, zero_option
from handlers.period_words import period_name
from handlers.progress_words import sentence
from messages.envelope import Option, Say, Text
from storage.records import OccurrenceRecord, ProgressRecord

Item = tuple[Reminder, OccurrenceRecord]
LINES = 8
NAMES = 3


@dataclass(frozen=True, slots=True)
class Known:
    """What units said already: by occurrence id the last answer that still holds, and the office that answers.

    `doubts` holds, by occurrence id, what was said to be another's and waits for a decision; `returns` what was
    handed in and returned last.
    """

    said: Mapping[int, ProgressRecord] = field(default_factory=dict)
    office: str = ""
    doubts: Mapping[int, ProgressRecord] = field(default_factory=dict)
    returns: Mapping[int, ProgressRecord] = field(default_factory=dict)

    def doubted(self, record: OccurrenceRecord) -> date | None:
        """Return the day on which the unit said that it is another's, while that is not decided."""
        said = self.doubts.get(record.id)
        return None if said is None else local(said.at).date()

    def waits(self, record: OccurrenceRecord) -> date | None:
        """Return the day a difficulty was reported that nobody has answered yet."""
        said = self.said.get(record.id)
        waits = said is not None and said.kind == "difficulty" and said.decision is None
        return local(said.at).date() if said is not None and waits and record.state == "difficulty" else None

    def under_way(self, record: OccurrenceRecord) -> date | None:
        """Return the day on which an undated duty was said to be under way in its present period."""
        said = self.said.get(record.id)
        if (
            record.due_on is not None
            or record.state != "under_way"
            or said is None
            or said.kind != "under_way"
        ):
            return None
        return local(said.at).date()


def reminder_say(
    items: Sequence[Item], calendar: WorkingCalendar, today: date, known: Known | None = None
) -> Say:
    """Return the message for one person; `today` is the local day on which it is read."""
    known = known or Known()
    if len(items) == 1:
        reminder, record = items[0]
        return Say(
            f"reminder-{_wording(reminder, record, calendar, today, known)}",
            _params(reminder, record, calendar, today, known),
            options=_answers(reminder, record, calendar, today, known),
        )
    periods = {record.label for _, record in items}
    if len(periods) == 1 and not any(record.due_on or record.case for _, record in items):
        return _standing_say([record for _, record in items], known)
    overseen = all(reminder.reason is Reason.ESCALATED for reminder, _ in items)
    if overseen and len({_same(record) for _, record in items}) == 1:
        return _same_duty_say([record for _, record in items])
    lines = [*_dated_lines(items, calendar, today, known), *_check_in_lines(items, known)]
    shown = [make() for make in lines[:LINES]]
    if len(lines) > LINES:
        shown.append(Text("reminder-digest-more", {"count": len(lines) - LINES}))
    key = "reminder-digest-escalated" if overseen else "reminder-digest"
    return Say(key, {"count": len(items), "lines": shown}, options=_digest_options(items))


def _same_duty_say(records: Sequence[OccurrenceRecord]) -> Say:
    """Return what an overseer hears of one duty that several units have not done."""
    since = min(record.due_on or record.opens_on for record in records)
    params = {
        "duty": duty_name(records[0]),
        "count": len(records),
        "day": f"{since.day:02d}/{since.month:02d}",
    }
    return Say(
        "reminder-escalated-many",
        params,
        options=(Option("status:overdue", Text("choice-overdue-units")),),
    )


def _standing_say(records: Sequence[OccurrenceRecord], known: Known) -> Say:
    """Return the question about all of a unit's undated duties in one period; what was answered is said."""
    params: dict[str, Any] = {"count": len(records), "period": period_name(records[0].label)}
    answered = [day for record in records if (day := known.under_way(record)) is not None]
    key = "reminder-check-ins"
    if len(answered) == len(records):
        key, params["said"] = "reminder-check-ins-known", _short(max(answered))
    return Say(
        key,
        params,
        options=(
            Option("progress:start", Text("choice-report-progress")),
            Option("status:tasks", Text("choice-all-tasks")),
        ),
    )


def _short(day: date) -> str:
    return f"{day.day}/{day.month}"


def _dated_lines(
    items: Sequence[Item], calendar: WorkingCalendar, today: date, known: Known
) -> list[Callable[[], Text]]:
    """Return what makes the line of each dated duty; units that owe the same one to an overseer share a line.

    Few of many lines are shown, so that none is made before.
    """
    lines: list[Callable[[], Text]] = []
    told_of: dict[tuple[int, str, str], list[Item]] = {}
    for reminder, record in items:
        if record.due_on is None:
            if record.case is not None:
                lines.append(partial(_at_once_line, reminder, record, calendar, today, known))
        elif reminder.reason is Reason.ESCALATED and known.waits(record) is None:
            told_of.setdefault(_same(record), []).append((reminder, record))
        else:
            lines.append(partial(_line, reminder, record, calendar, today, known))
    lines += [partial(_told_of_line, same, calendar, today, known) for same in told_of.values()]
    return lines


def _at_once_line(
    reminder: Reminder, record: OccurrenceRecord, calendar: WorkingCalendar, today: date, known: Known
) -> Text:
    key = f"reminder-line-{_at_once(reminder)}"
    return Text(key, _params(reminder, record, calendar, today, known))


def _told_of_line(same: Sequence[Item], calendar: WorkingCalendar, today: date, known: Known) -> Text:
    reminder, record = same[0]
    params = _params(reminder, record, calendar, today, known)
    if len(same) == 1:
        return Text("reminder-line-escalated", params)
    names = ", ".join(r.unit_name for _, r in same[:NAMES])
    more = len(same) - NAMES
    units = Text("reminder-units-more", {"names": names, "more": more}) if more > 0 else names
    return Text("reminder-line-escalated-many", {**params, "count": len(same), "units": units})


def _check_in_lines(items: Sequence[Item], known: Known) -> list[Callable[[], Text]]:
    """Return what makes one line for the undated duties of each period, however many they are."""
    by_period: dict[str, list[OccurrenceRecord]] = {}
    for _, record in items:
        if record.due_on is None and record.case is None:
            by_period.setdefault(record.label, []).append(record)
    return [partial(_check_in_line, same, known) for same in by_period.values()]


def _check_in_line(same: Sequence[OccurrenceRecord], known: Known) -> Text:
    period = period_name(same[0].label)
    if len(same) > 1:
        return Text("reminder-line-check-ins", {"count": len(same), "period": period})
    params: dict[str, Any] = {"duty": duty_name(same[0]), "period": period}
    if known.waits(same[0]) is not None:
        return Text("reminder-line-waiting", {**params, "office": known.office})
    said = known.under_way(same[0])
    if said is not None:
        return Text("reminder-line-repeat-known", {**params, "said": _short(said)})
    return Text("reminder-line-repeat", params)


def _wording(
    reminder: Reminder, record: OccurrenceRecord, calendar: WorkingCalendar, today: date, known: Known
) -> str:
    if record.case is not None and record.due_on is None:
        stands_in = not record.case.own and reminder.reason is not Reason.ESCALATED
        return "at-once-stand-in" if stands_in else _at_once(reminder)
    if (already := _said_wording(reminder, record, known)) is not None:
        return already
    if record.task_kind == "target" and reminder.reason in (Reason.REPEAT, Reason.CATCH_UP):
        return "figure"
    if reminder.reason is Reason.REPEAT and reminder.step.startswith("promise-") and record.promised_on:
        return "promise"
    if reminder.reason is Reason.REPEAT and reminder.step.startswith("snooze-"):
        return "snoozed"
    if reminder.reason is Reason.SOON and record.due_on is not None and _left(record, calendar, today) <= 1:
        return "soon-last"
    if reminder.reason is Reason.CATCH_UP and record.due_on is None:
        return "repeat"
    return reminder.reason.value


def _said_wording(reminder: Reminder, record: OccurrenceRecord, known: Known) -> str | None:
    """Return the words for a duty of which the unit has said what is not to be asked as if nothing was said."""
    if known.waits(record) is not None:
        return "escalated-difficulty" if reminder.reason is Reason.ESCALATED else "waiting"
    if known.doubted(record) is not None and reminder.reason is not Reason.ESCALATED:
        return "doubted"
    if reminder.step.startswith("snooze-") and record.state == "returned" and record.id in known.returns:
        return "returned"
    if known.under_way(record) is not None and not reminder.step.startswith("promise-"):
        return "repeat-known"
    return None


def _same(record: OccurrenceRecord) -> tuple[int, str, str]:
    """Return what is the same where several units owe one duty of a plan; each case stands for itself."""
    return record.task_id, record.label, "" if record.case is None else record.code


def _at_once(reminder: Reminder) -> str:
    """Return the words for what the law wants done at once: no day is named, and nobody is called late."""
    return "at-once-escalated" if reminder.reason is Reason.ESCALATED else "at-once"


def _line(
    reminder: Reminder, record: OccurrenceRecord, calendar: WorkingCalendar, today: date, known: Known
) -> Text:
    params = _params(reminder, record, calendar, today, known)
    if known.waits(record) is not None:
        escalated = reminder.reason is Reason.ESCALATED
        return Text(f"reminder-line-{'escalated-difficulty' if escalated else 'waiting'}", params)
    reason = reminder.reason.value
    if record.due_on is not None and reminder.reason in (Reason.REPEAT, Reason.REACHABILITY):
        reason = Reason.OVERDUE.value if record.due_on < today else Reason.SOON.value
    return Text(f"reminder-line-{reason}", params)


def _params(
    reminder: Reminder, record: OccurrenceRecord, calendar: WorkingCalendar, today: date, known: Known
) -> dict[str, Any]:
    """Return what the words need; the day is the last safe one until the due day is over, then the due day."""
    params: dict[str, Any] = {
        "duty": duty_name(record),
        "unit": record.unit_name,
        "period": period_name(record.label),
    }
    if (said := known.waits(record) or known.doubted(record) or known.under_way(record)) is not None:
        params |= {"said": _short(said), "office": known.office}
    if (back := known.returns.get(record.id)) is not None and back.decided_at is not None:
        params |= {
            "returned": _short(local(back.decided_at).date()),
            "note": sentence(back.decision_note or ""),
        }
    if record.case is not None:
        params["demand"] = demand(record.case)
    if record.due_on is not None:
        aim = target_day(record.due_on, calendar) if today <= record.due_on else record.due_on
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


def _answers(
    reminder: Reminder, record: OccurrenceRecord, calendar: WorkingCalendar, today: date, known: Known
) -> tuple[Option, ...]:
    if record.case is not None:
        look = Option(f"law:open:{record.code}", Text("choice-open-task"))
        escalated = reminder.reason is Reason.ESCALATED
        return (look,) if escalated else (Option(f"law:done:{record.code}", Text("law-done")), look)
    if reminder.reason is Reason.ESCALATED:
        said = known.said.get(record.id)
        if said is not None and known.waits(record) is not None and reminder.level is Level.COORDINATOR:
            answer = Option(f"review:answer:{said.id}", Text("choice-answer"))
            return (answer, Option(f"progress:open:{record.code}", Text("choice-open-task")))
        return (Option(f"progress:open:{record.code}", Text("choice-open-task")),)
    is_target = record.task_kind == "target"
    options = [
        Option(f"progress:done:{record.code}", Text(f"choice-{'figure' if is_target else 'done'}")),
        Option(f"progress:under_way:{record.code}", Text("choice-under-way")),
    ]
    if known.waits(record) is None:
        options.append(Option(f"progress:difficulty:{record.code}", Text("choice-difficulty")))
    rule = rule_of(record)
    if rule is not None:
        options.append(Option(f"statutory:why:{record.code}", Text("statutory-why-button")))
        return (*((zero_option(record.code),) if rule.zero else ()), *options)
    if record.due_on is not None:
        options.append(Option(f"progress:more_time:{record.code}", Text("choice-more-time")))
    if known.waits(record) is not None:
        return tuple(options)
    if known.doubted(record) is None:
        options.append(Option(f"progress:not_ours:{record.code}", Text("choice-not-ours")))
    if snooze_days(record.due_on, today, calendar, default_terms()):
        options.append(Option(f"progress:later:{record.code}", Text("choice-later")))
    return tuple(options)


def _digest_options(items: Sequence[Item]) -> tuple[Option, ...]:
    """Return a short button for each dated duty of one's own, and one that shows the rest."""
    own = [
        record
        for reminder, record in items
        if (record.due_on or record.case) and reminder.reason is not Reason.ESCALATED
    ]
    options = [
        Option(f"{'progress' if record.case is None else 'law'}:open:{record.code}", short_name(record))
        for record in own[:LINES]
    ]
    if len(own) < len(items):
        others = [reminder for reminder, _ in items if reminder.reason is Reason.ESCALATED]
        if others:
            options.append(Option("status:overdue", Text("choice-overdue-units")))
        if len(others) == len(items):
            return tuple(options)
        options.append(Option("status:tasks", Text("choice-all-tasks")))
    return tuple(options)
