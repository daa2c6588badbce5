"""The record of reminding: what the ledger says of a unit's duties, each reminder with how far it came."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain import forms
from domain.calendar import LOCAL, local
from domain.errors import BadInputError
from domain.forms.filling import Paper, fill
from domain.forms.spec import Cells, FilledForm, FilledTable, Value
from domain.policy import ReminderPolicy
from domain.reminding import Said, Sending, Standing, standing
from handlers.duty_words import duty_name
from handlers.services import papers, policies
from messages.catalog import DEFAULT_LANGUAGE
from messages.render import parameter, text
from storage.records import OccurrenceRecord
from storage.unit_of_work import UnitOfWork

WHAT = "reminding"
MOST = 3000


@dataclass(frozen=True, slots=True)
class Reminded:
    """One entry of the ledger: the duty, whom it went to, why, and how far it came."""

    id: int
    record: OccurrenceRecord
    person: int | None
    level: str
    reason: str
    step: str
    because: str
    planned_at: datetime
    standing: Standing


def entries(
    uow: UnitOfWork, unit: int | None, first: date, last: date, office: ReminderPolicy
) -> tuple[Reminded, ...]:
    """Return the reminders planned on the local days `first` to `last`, of one unit's duties or of all."""
    start = datetime.combine(first, time(), LOCAL)
    end = datetime.combine(last + timedelta(days=1), time(), LOCAL) - timedelta(microseconds=1)
    rows = uow.ledger.between(start, end)
    records = uow.occurrences.get_all(row["occurrence_id"] for row in rows)
    rules = policies.Policies(uow, office)
    rules.know(records.values())
    wanted = [row for row in rows if unit is None or records[row["occurrence_id"]].unit_id == unit]
    said = uow.occurrences.said_of(row["occurrence_id"] for row in wanted)
    higher = uow.ledger.escalated(row["occurrence_id"] for row in wanted)
    found = []
    for row in wanted:
        record = records[row["occurrence_id"]]
        sending = Sending(
            row["planned_at"], row["attempted_at"], row["outcome"], row["settled_at"], row["seen_at"]
        )
        answers = [Said(one.kind, one.at) for one in said.get(record.id, ())]
        told = (at for at in higher.get(record.id, ()) if at > row["planned_at"])
        policy = rules.of(record, local(row["planned_at"]).date())
        how = standing(sending, answers, policy.acknowledged_by, next(told, None))
        found.append(
            Reminded(
                row["id"],
                record,
                row["person_id"],
                row["level"],
                row["reason"],
                row["step"],
                row["because"],
                row["planned_at"],
                how,
            )
        )
    return tuple(found)


def filled(
    uow: UnitOfWork, unit: int | None, first: date, last: date, office: ReminderPolicy, now: datetime
) -> FilledForm:
    """Return the record of reminding; raises BadInputError `reminding-too-many` where it would be a book."""
    found = entries(uow, unit, first, last, office)
    if len(found) > MOST:
        raise BadInputError("reminding-too-many", count=len(found), most=MOST)
    spec = forms.own(WHAT)
    parent, issuer = papers.issuer_of(uow, spec, None)
    name = _words("report-scope-all") if unit is None else uow.units.get(unit).name
    whole = uow.ledger_chain.verify()[1] is None and uow.audit.verify()[1] is None
    values = {
        "period": Value(f"{first:%d/%m/%Y} - {last:%d/%m/%Y}"),
        "scope": Value(name),
        "count": Value(str(len(found))),
        "chain": Value(_words("reminding-chain-whole" if whole else "reminding-chain-broken")),
    }
    names = _names(uow, found)
    columns = next(s.columns for s in spec.sections if s.table)
    rows = tuple(_cells(number, one, names) for number, one in enumerate(found, start=1))
    table = FilledTable("reminders", columns, rows, "" if rows else _words("reminding-none"))
    paper = Paper(spec, local(now).date(), (), parent, issuer, confirmed=True)
    return fill(paper, values, {"reminders": table})


def _names(uow: UnitOfWork, found: Sequence[Reminded]) -> dict[int, str]:
    people = {one.person for one in found if one.person is not None}
    return {person: uow.people.get(person).name or "" for person in people}


def _cells(number: int, one: Reminded, names: dict[int, str]) -> Cells:
    level = _words(f"reminding-level-{one.level}")
    name = names.get(one.person or 0, "")
    how = one.standing
    known = {
        "no": str(number),
        "unit": one.record.unit_name,
        "duty": parameter(DEFAULT_LANGUAGE, duty_name(one.record)),
        "due": "" if one.record.due_on is None else f"{one.record.due_on:%d/%m/%Y}",
        "reason": _words(f"simulate-reason-{one.reason}"),
        "person": f"{level}: {name}" if name else level,
        "planned": _at(one.planned_at),
        "accepted": _at(how.accepted_at),
        "seen": _at(how.seen_at),
        "acknowledged": _at(how.acknowledged_at),
        "stage": _words(f"reminding-stage-{how.stage.value}"),
    }
    return {key: Value(words) for key, words in known.items() if words}


def _at(at: datetime | None) -> str:
    return "" if at is None else f"{local(at):%H:%M %d/%m/%Y}"


def _words(key: str) -> str:
    return text(DEFAULT_LANGUAGE, key, {})
