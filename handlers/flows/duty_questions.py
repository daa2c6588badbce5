"""What officers ask about their duties beside the list: until when, what is due this week, to whom, on which form.

And what they say of themselves: that the reminders should stop, that they leave.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from domain.calendar import local
from domain.vietnamese.fold import fold
from domain.vietnamese.intents import Understanding
from domain.vietnamese.rights import Wish, wish
from handlers import outgoing
from handlers.acting import Acting
from handlers.entry import Answered, Entry, Start
from handlers.flows.progress_names import named_in
from handlers.progress_words import brief, inside, when_due
from handlers.services import access, progress, reports
from messages.envelope import Option, Say, Text
from storage.records import OccurrenceRecord
from storage.unit_of_work import UnitOfWork

MOST = 8
WEEK = timedelta(days=7)
ALL_TASKS = Option("status:tasks", Text("choice-all-tasks"))


def of_tasks(uow: UnitOfWork, by: Acting, meant: Understanding) -> Answered | None:
    """Answer a question for the deadline of a duty, or for what this week brings; None for any other."""
    dated = reports.my_tasks(uow, by.person, by.now).dated
    if meant.slots.get("about") == "deadline":
        named = [r for r in named_in(meant.text, dated) if r.due_on is not None]
        return _until(by, named or dated) if named or dated else None
    if "tuan nay" in fold(meant.text):
        until = local(by.now).date() + WEEK
        return _week(
            by, [r for r in dated if r.due_on is not None and local(by.now).date() <= r.due_on <= until]
        )
    return None


def _until(by: Acting, records: Sequence[OccurrenceRecord]) -> Answered:
    params: dict[str, Any] = {"lines": _lines(by, records)}
    return Answered((Say("status-deadlines", params, options=(ALL_TASKS,)),))


def _week(by: Acting, records: Sequence[OccurrenceRecord]) -> Answered:
    if not records:
        return Answered((Say("status-week-none", {"at": by.now}, options=(ALL_TASKS,)),))
    params = {"at": by.now, "count": len(records), "lines": _lines(by, records)}
    return Answered((Say("status-week", params, options=(ALL_TASKS,)),))


def _lines(by: Acting, records: Sequence[OccurrenceRecord]) -> list[Text]:
    today = local(by.now).date()
    lines = [
        Text("status-line-task", {"duty": brief(r), "due": when_due(r, by.around.calendar, today)})
        for r in records[:MOST]
    ]
    left = len(records) - MOST
    return [*lines, Text("status-more", {"count": left})] if left > 0 else lines


def of_help(uow: UnitOfWork, by: Acting, meant: Understanding) -> Answered | None:
    """Tell an officer who receives a report, or that there is no form yet; None for any other cry for help."""
    about = meant.slots.get("about")
    if about not in ("recipient", "form") or not progress.own_units(by.person):
        return None
    office = progress.office_name(uow, by)
    if about == "form":
        return Answered((Say("report-form-none", {"office": office}),))
    records = [r for r in progress.open_for(uow, by.person, by.now) if r.task_kind == "report"]
    meant_one = named_in(meant.text, records) or records
    if len(meant_one) != 1:
        return Answered((Say("report-to-office", {"office": office}),))
    units = ", ".join(_recipients(uow, meant_one[0])) or office
    return Answered((Say("report-to", {"duty": inside(meant_one[0]), "units": units, "office": office}),))


def _recipients(uow: UnitOfWork, record: OccurrenceRecord) -> list[str]:
    """Return the units the row of the plan names as those who receive it."""
    rows = uow.plans.get(record.plan_id).reading.get("tasks", ())
    row = next((row for row in rows if row["id"] == record.task_ref), None)
    return [other["name"] for other in row["other_units"] if other["role"] == "recipient"] if row else []


# Of themselves


def _words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    meant = wish(text)
    if meant not in (Wish.STOP, Wish.LEAVE):
        return None
    own = progress.own_units(by.person)
    if not own:
        return Answered((Say("stop-reporter"),)) if meant is Wish.STOP else None
    office = progress.office_name(uow, by)
    if meant is Wish.STOP:
        return Answered((Say("stop-officer", {"office": office}),))
    return Answered((Say("leave-told" if _tell(uow, by, own) else "leave-nobody", {"office": office}),))


def _tell(uow: UnitOfWork, by: Acting, own: Sequence[int]) -> bool:
    """Tell the coordinators that somebody leaves; False where none can be reached."""
    reached = [
        person for person in progress.coordinators(uow) if uow.ways.reach(person, None, by.now) is not None
    ]
    for unit in own:
        role = next(r for r in access.OFFICERS if unit in by.person.units(r))
        params = {"unit": uow.units.get(unit).name, "role": Text(f"role-{role}")}
        say = Say(
            "leave-notice",
            params,
            options=(Option(f"replace:of:{unit}:{by.person.id}", Text("menu-replace")),),
        )
        for person in reached:
            key = f"leave:{by.person.id}:{unit}:{local(by.now).date()}:{person}"
            outgoing.notify(uow, person, say, by.now, dedup_key=key, about={"kind": "leave"})
    return bool(reached)


ENTRY = Entry("duty_questions", words=_words)
