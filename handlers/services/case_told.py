"""What was told of a case, fact by fact with who told it and where, for papers: without any reporter's name."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from domain.case_groups import tellers
from domain.case_sheet import Told
from domain.forms.spec import Source
from handlers.services import access, case_kin
from messages.catalog import DEFAULT_LANGUAGE
from messages.envelope import Text
from messages.render import text
from storage.records import AccidentRecord, FactRecord, Person
from storage.unit_of_work import UnitOfWork

PRIVATE = frozenset({"tip", "remarks", "photos", "files", "locations"})
"""Facts that no paper shows: anonymous words, notes, and what is no text."""
OWN = frozenset({"phone", "role", "declarer", "declarer_title"})
"""Facts about whoever tells: they are never taken from another's account."""


def for_person(uow: UnitOfWork, person: Person, case: AccidentRecord) -> tuple[Told, ...]:
    """Return what a person's paper of a case is made of.

    A reporter's is made of their own words; an officer's of the case and, where it says nothing, of the reports
    joined with it that the officer may see.
    """
    if not access.is_officer_on(uow, person, case):
        return told(uow, (case,), person.id)[case.id]
    others = [one for one in case_kin.siblings(uow, case) if access.may_see(uow, person, one)]
    return together(uow, (case, *others))


def together(uow: UnitOfWork, cases: Sequence[AccidentRecord]) -> tuple[Told, ...]:
    """Return what reports of one accident tell, each fact by one of them: the first of `cases` that tells it."""
    if len(cases) == 1:
        return told(uow, cases)[cases[0].id]
    numbers = {id_: number for number, id_ in enumerate(case_kin.ids_with(uow, cases[0].id), start=1)}
    facts = told(uow, cases, numbers=numbers)
    own = [case.id == cases[0].id for case in cases]
    kept = [
        [one for one in facts[case.id] if is_own or one.field not in OWN]
        for case, is_own in zip(cases, own, strict=True)
    ]
    by = tellers([{one.field: one.value for one in account} for account in kept])
    return tuple(one for number, account in enumerate(kept) for one in account if by.get(one.field) == number)


def told(
    uow: UnitOfWork,
    cases: Sequence[AccidentRecord],
    only: int | None = None,
    numbers: Mapping[int, int] = MappingProxyType({}),
) -> dict[int, tuple[Told, ...]]:
    """Return the facts of cases with their sources, `only` those one person told where it is given.

    `numbers` tells reporters of one accident apart, by the ids of their cases.
    """
    facts = uow.accidents.told(case.id for case in cases)
    words = _Who(uow, numbers)
    return {
        case.id: tuple(
            Told(fact.field, fact.value, Source(fact.id, fact.source or 0, words.of(case, fact), fact.at))
            for fact in facts.get(case.id, ())
            if fact.field not in PRIVATE and fact.value is not None and only in (None, fact.person_id)
        )
        for case in cases
    }


class _Who:
    """Says who told a fact, without a name."""

    def __init__(self, uow: UnitOfWork, numbers: Mapping[int, int]) -> None:
        self._uow = uow
        self._numbers = numbers
        self._known: dict[tuple[int | None, int | None], str] = {}

    def of(self, case: AccidentRecord, fact: FactRecord) -> str:
        """Return "người báo" (with its number, where there are several) or the officer's unit."""
        reporter = fact.person_id in (None, case.reporter_id)
        key = (None, self._numbers.get(case.id, 0)) if reporter else (fact.person_id, None)
        if key not in self._known:
            self._known[key] = self._words(*key)
        return self._known[key]

    def _words(self, officer: int | None, number: int | None) -> str:
        if officer is None:
            key = "paper-who-reporter-of" if number else "paper-who-reporter"
            return text(DEFAULT_LANGUAGE, key, {"number": str(number)} if number else {})
        units = self._uow.people.get(officer).units(*access.OFFICERS)
        name = self._uow.units.get(units[0]).name if units else Text("paper-who-office")
        return text(DEFAULT_LANGUAGE, "paper-who-officer", {"unit": name})
