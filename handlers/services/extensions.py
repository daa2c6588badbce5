"""Who may grant an extension: the coordinating office up to what the terms say, beyond that the leader."""

from domain.progress import ProgressKind
from domain.terms import default_terms, needs_leader
from storage.records import OccurrenceRecord, Person, ProgressRecord
from storage.unit_of_work import UnitOfWork


def may_grant(uow: UnitOfWork, person: Person, record: OccurrenceRecord, said: ProgressRecord) -> bool:
    """Whether this person, who may decide at all, may grant it."""
    return person.has_role("leader") or not is_beyond_office(uow, record, said)


def is_beyond_office(uow: UnitOfWork, record: OccurrenceRecord, said: ProgressRecord) -> bool:
    """Whether an extension asked for is the leader's to grant; False where no leader is there to ask."""
    if said.kind != ProgressKind.MORE_TIME.value or record.due_on is None or said.wanted_on is None:
        return False
    granted = [one.due_was for one in uow.occurrences.progress_of(record.id) if one.decision == "granted"]
    beyond = needs_leader(record.due_on, said.wanted_on, granted, default_terms())
    return beyond and bool(uow.people.holding("leader"))
