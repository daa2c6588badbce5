"""Which bodies, beside the commune and its superior office, the law wants told of a case at once. Pure."""

from dataclasses import dataclass

from domain import law
from domain.accident import CaseClass, CaseFacts, CaseKind
from domain.law.duties import TELLING
from domain.law.rules import Certainty, WhenKind, weakest
from domain.law.victims import VIETNAM
from domain.legal_clock import explain
from domain.vietnamese.fold import fold

_GRAVE = frozenset({CaseClass.FATAL, CaseClass.MULTIPLE_SERIOUS})
_PEOPLE = (
    "person_in_charge",
    "employer",
    "victim_employer",
    "victim",
)  # told by those at the scene, not by officers
_BY_PAPER = frozenset({"department"})  # what an office owes its ministry goes on a form of its own
_SERVICES = {"cong an": "police", "so y te": "ambulance", "benh vien": "ambulance", "tram y te": "ambulance"}


@dataclass(frozen=True, slots=True)
class Body:
    """A body as the law calls it, the articles that name it, and how sure it is that it is to be told."""

    name: str
    articles: tuple[str, ...]
    certainty: Certainty


def bodies(facts: CaseFacts) -> tuple[Body, ...]:
    """Return the bodies to be told at once, in the order of the duties; only where the class bears it out.

    Raises BadInputError where the facts contradict one another.
    """
    found = explain(facts)
    borne_out = found.case_class in _GRAVE or facts.kind in {CaseKind.TECHNICAL_INCIDENT, CaseKind.DISEASE}
    people = _people(facts)
    named: dict[str, Body] = {}
    for duty in found.duties:
        at_once = duty.duty in TELLING and duty.timing.kind is WhenKind.IMMEDIATELY
        if not at_once or duty.by in _BY_PAPER or not (borne_out or duty.certainty is Certainty.SURE):
            continue
        for name in duty.to:
            if name.startswith(people):
                continue
            known = named.get(name)
            articles = (*(known.articles if known else ()), duty.article)
            surest = duty.certainty if known is None else _surest(known.certainty, duty.certainty)
            named[name] = Body(name, tuple(dict.fromkeys(articles)), surest)
    return tuple(named.values())


def number_of(name: str) -> str | None:
    """Return the number that reaches a body of this name at any hour, None where there is none."""
    service = next((service for words, service in _SERVICES.items() if fold(name).startswith(words)), None)
    return next((n.number for n in law.emergency_numbers() if n.service == service), None)


def _people(facts: CaseFacts) -> tuple[str, ...]:
    pack, _ = law.pack_on(facts.known_at.astimezone(VIETNAM).date())
    return tuple(pack.addressees[key].name for key in _PEOPLE)


def _surest(one: Certainty, other: Certainty) -> Certainty:
    return Certainty.SURE if Certainty.SURE in (one, other) else weakest(one, other)
