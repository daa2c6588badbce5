"""What a unit may say of a duty, and what makes it impossible to keep. Pure, but for the words said before."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.calendar import WorkingCalendar
from domain.errors import BadInputError
from domain.progress import ProgressKind, percent_problem
from domain.terms import default_terms, snooze_days
from handlers.duty_words import rule_of
from storage.records import OccurrenceRecord, ProgressRecord

BY_UNIT = (
    ProgressKind.DONE,
    ProgressKind.UNDER_WAY,
    ProgressKind.DIFFICULTY,
    ProgressKind.MORE_TIME,
    ProgressKind.NOT_OURS,
    ProgressKind.LATER,
)
NEEDS_WORDS = frozenset(
    {ProgressKind.DIFFICULTY, ProgressKind.MORE_TIME, ProgressKind.NOT_OURS, ProgressKind.LATER}
)
ASKS_ONCE = frozenset({ProgressKind.MORE_TIME, ProgressKind.NOT_OURS})
"""What is asked of somebody: a second time only when the first has its answer."""


@dataclass(frozen=True, slots=True)
class Report:
    """One answer about one or (under way only) several occurrences, named by their codes.

    `wanted_on` is the new due day asked for, or the day until which the reminder is put off; `receiver` the unit
    that is to take what is not ours; `figure` what a target has reached.
    """

    codes: tuple[str, ...]
    kind: ProgressKind
    percent: int | None = None
    promised_on: date | None = None
    document_no: str | None = None
    attachment: int | None = None
    note: str | None = None
    wanted_on: date | None = None
    receiver: int | None = None
    figure: float | None = None
    done_on: date | None = None  # of what is done at intervals: the day it was done
    zero: bool = False  # figures with nothing to count: there is no document to name


def check(record: OccurrenceRecord, command: Report) -> None:
    """Refuse what could not be kept for any state of the occurrence, with the errors that `progress.report` names."""
    kind = command.kind
    if kind not in BY_UNIT or (len(command.codes) > 1 and kind is not ProgressKind.UNDER_WAY):
        raise BadInputError("button-old")
    if percent_problem(kind, command.percent) is not None:
        raise BadInputError("progress-percent-form")
    if kind is ProgressKind.MORE_TIME and rule_of(record) is not None:
        raise BadInputError("progress-law-no-more-time")
    if kind is ProgressKind.DONE and record.task_kind == "target" and command.figure is None:
        raise BadInputError("progress-figure-form")
    if kind is ProgressKind.DONE and not has_product(record, command):
        raise BadInputError("progress-product-needed")
    if kind in NEEDS_WORDS and not (command.note or "").strip():
        raise BadInputError("progress-words-needed")
    if kind is ProgressKind.MORE_TIME and (trouble := date_problem(record, command.wanted_on)) is not None:
        raise BadInputError(trouble)
    if kind is ProgressKind.NOT_OURS and command.receiver == record.unit_id:
        raise BadInputError("progress-receiver-self")


def has_product(record: OccurrenceRecord, command: Report) -> bool:
    """Whether what shows that it is done comes with it; a target's figure is that, and words answer a request."""
    if record.task_kind == "target":
        return command.figure is not None
    rule = rule_of(record)
    if command.zero and rule is not None and rule.zero:
        return True
    in_words = record.task_kind == "request" and (command.note or "").strip()
    return bool(command.document_no or command.attachment is not None or in_words)


def date_problem(record: OccurrenceRecord, wanted_on: date | None) -> str | None:
    """Return the key of why the due day cannot be moved to `wanted_on`, None where it can be asked."""
    if record.due_on is None:
        return "progress-no-due"
    if wanted_on is None or wanted_on <= record.due_on:
        return "progress-date-not-later"
    longest = timedelta(days=default_terms().extension_longest_days)
    return "progress-date-too-far" if wanted_on > record.due_on + longest else None


def later_problem(
    record: OccurrenceRecord,
    said: Sequence[ProgressRecord],
    day: date | None,
    today: date,
    calendar: WorkingCalendar,
) -> str | None:
    """Return the key of why the reminder cannot be put off (to `day`), None where it can; `said` oldest first."""
    terms = default_terms()
    in_a_row = 0
    for one in reversed(said):
        if one.kind != ProgressKind.LATER.value:
            break
        in_a_row += 1
    if in_a_row >= terms.snooze_most:
        return "progress-later-again"
    days = snooze_days(record.due_on, today, calendar, terms)
    if not days:
        return "progress-later-due"
    if day is None:
        return None
    return None if calendar.next_working_day(day) in days and day > today else "progress-later-too-far"
