"""An officer confirms the class of a case: what facts give is only suggested. Kept with who, when and why.

A confirmation is about the class derived from the facts and how badly each victim is hurt: when these change it
stands in the record, but the class is a suggestion again.
"""

from dataclasses import dataclass

from domain.accident import CaseClass, Severity
from domain.case_victims import victims_of
from domain.errors import BadInputError, ConflictError, NotAllowedError
from domain.legal_clock import Explanation, explain
from handlers.acting import Acting
from handlers.services import access, accidents, case_facts, case_news
from handlers.services.case_facts import Facts
from storage.records import AccidentRecord, FactRecord
from storage.unit_of_work import UnitOfWork

MOST_REASON = 300
CHOICES = (CaseClass.FATAL, CaseClass.MULTIPLE_SERIOUS, CaseClass.SINGLE_SERIOUS, CaseClass.LIGHT)
_OF_ONE = {
    CaseClass.FATAL: Severity.FATAL,
    CaseClass.SINGLE_SERIOUS: Severity.SERIOUS,
    CaseClass.LIGHT: Severity.LIGHT,
}


@dataclass(frozen=True, slots=True)
class ConfirmClass:
    """An officer says of what class a case is; `suggested` is the class they were shown as the suggestion."""

    code: str
    case_class: CaseClass
    suggested: CaseClass
    reason: str | None = None


def confirm(uow: UnitOfWork, command: ConfirmClass, by: Acting) -> None:
    """Keep the class and have the clocks run by it; others concerned are told where that changes something.

    Raises NotAllowedError for anybody but an officer on the case, ConflictError `case-class-moved` where the facts
    suggest another class by now, BadInputError `case-class-reason` for another class without a reason, and what
    `explain` raises for facts that contradict one another.
    """
    case = access.access_case_for(uow, by.person, command.code)
    if not access.is_officer_on(uow, by.person, case):
        raise NotAllowedError("not-allowed")
    facts = uow.accidents.facts(case.id)
    derived = explain(case_facts.as_law_sees(facts, case.kind, case.created_at))
    if derived.case_class is not command.suggested:
        raise ConflictError("case-class-moved", code=case.code)
    reason = (command.reason or "").strip()[:MOST_REASON]
    if command.case_class is not derived.case_class and not reason:
        raise BadInputError("case-class-reason")
    said = {
        "class": command.case_class.value,
        "of": case_facts.judged_as(derived),
        "reason": reason or None,
    }
    accidents.keep_word(uow, case, case_facts.CONFIRMED, said, by, "case_class_confirmed")
    _keep_severities(
        uow, case, facts, command.case_class, by, agreed=command.case_class is derived.case_class
    )
    case_news.follow(uow, case.id, facts, by, spare=by.person.id)


def suggestion(case: AccidentRecord, facts: Facts) -> Explanation | None:
    """Return what the law says on the present facts, None where they contradict one another."""
    return case_facts.explained(facts, case.kind, case.created_at)


def last_word(uow: UnitOfWork, case: AccidentRecord) -> FactRecord | None:
    """Return who confirmed what last, whether or not it still stands."""
    told = uow.accidents.told((case.id,)).get(case.id, ())
    return next((fact for fact in told if fact.field == case_facts.CONFIRMED), None)


def _keep_severities(
    uow: UnitOfWork, case: AccidentRecord, facts: Facts, confirmed: CaseClass, by: Acting, *, agreed: bool
) -> None:
    """Keep what the class says of each victim, where it says it of each of them; else take an earlier word back."""
    victims = victims_of(facts)
    severities: list[Severity] = []
    if len(victims) == 1 and confirmed in _OF_ONE:
        severities = [_OF_ONE[confirmed]]
    elif agreed:
        severities = [victim.severity for victim in victims]
    if Severity.UNKNOWN in severities:
        severities = []
    if severities or facts.get(case_facts.SEVERITIES):
        words = [severity.value for severity in severities]
        accidents.keep_word(uow, case, case_facts.SEVERITIES, words, by, "case_severities_confirmed")
