"""What is still needed to be sure, as message keys. Each question stands where a fact decides a duty."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from domain.accident import CaseClass, CaseFacts, CaseKind, Contract, Outcome, Sector, Severity, VictimFacts
from domain.law.victims import VIETNAM, Judgement, is_dead

_ACCIDENTS = {CaseKind.ACCIDENT, CaseKind.COMMUTING}
_DECLARED = {CaseClass.FATAL, CaseClass.MULTIPLE_SERIOUS}
_INSURANCE_BEGINS = date(2025, 1, 1)  # Decree 143/2024/NĐ-CP


@dataclass(frozen=True, slots=True)
class Question:
    """A sentence to be said: a key of messages/*/law.ftl and what fills it (`number`: the victim, from 1)."""

    key: str
    params: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What the questions are drawn from."""

    facts: CaseFacts
    judged: Sequence[Judgement]
    possible: CaseClass


def questions(asked: Asked) -> tuple[Question, ...]:
    """Return the questions a case leaves open, the weightiest first, each once."""
    found: list[Question] = []
    for part in _PARTS:
        found += part(asked)
    return tuple(dict.fromkeys(found))


def _lives(asked: Asked) -> Iterator[Question]:
    if asked.facts.kind is CaseKind.EQUIPMENT:
        return
    if not asked.facts.victims and asked.facts.kind in {*_ACCIDENTS, CaseKind.DISEASE}:
        yield Question("law-question-victims")
    if asked.facts.kind is CaseKind.DISEASE:  # whether the ill live is no question that decides a duty
        return
    for number, (victim, judged) in enumerate(zip(asked.facts.victims, asked.judged, strict=True), start=1):
        key = _about(victim, judged, asked.facts)
        if key:
            yield Question(key, (("number", str(number)),))


def _about(victim: VictimFacts, judged: Judgement, facts: CaseFacts) -> str | None:
    if is_dead(victim):
        return _about_death(victim, facts)
    if victim.outcome is Outcome.MISSING:
        return "law-question-missing"
    if victim.outcome is Outcome.UNKNOWN:
        return "law-question-outcome"
    if victim.severity is Severity.FATAL:
        return "law-question-said-dead"
    if judged.severity is not judged.settled or judged.severity is Severity.UNKNOWN:
        return "law-question-injuries-unclear" if victim.injuries else "law-question-injuries"
    return None


def _about_death(victim: VictimFacts, facts: CaseFacts) -> str | None:
    if victim.died_at is None or facts.happened_at is None:
        return None
    if victim.died_at > facts.known_at:
        return "law-question-death-known"
    later = victim.died_at.astimezone(VIETNAM).date() > facts.happened_at.astimezone(VIETNAM).date()
    return "law-question-death-later" if later and not facts.forensic else None


def _work(asked: Asked) -> Iterator[Question]:
    facts = asked.facts
    if facts.kind not in {*_ACCIDENTS, CaseKind.TECHNICAL_INCIDENT}:
        return
    if facts.contract is Contract.UNKNOWN:
        yield Question("law-question-contract")
    if facts.contract is not Contract.NO and asked.possible in _DECLARED:
        yield from _employers(facts)


def _employers(facts: CaseFacts) -> Iterator[Question]:
    if not facts.place_employer:
        yield Question("law-question-place-employer")
    for number, victim in enumerate(facts.victims, start=1):
        if not victim.employer:
            yield Question("law-question-victim-employer", (("number", str(number)),))


def _circumstances(asked: Asked) -> Iterator[Question]:
    facts = asked.facts
    if facts.kind is CaseKind.EQUIPMENT:
        yield from _machine(facts)
        return
    if facts.happened_at is None and facts.kind is not CaseKind.DISEASE:
        yield Question("law-question-happened-at")
    if not facts.place.commune or not facts.place.province:
        yield Question("law-question-place")
    if facts.kind is CaseKind.COMMUTING:
        yield Question("law-question-commuting")
    if facts.kind is CaseKind.TECHNICAL_INCIDENT:
        yield Question("law-question-incident-serious")
    if facts.kind is CaseKind.DISEASE:
        yield from _illness(facts)
    if facts.sector is Sector.MARITIME:
        yield Question("law-question-maritime")


def _illness(facts: CaseFacts) -> Iterator[Question]:
    if facts.diagnosed is None:
        yield Question("law-question-disease")
    elif facts.contract is Contract.UNKNOWN:
        yield Question("law-question-contract-ill")


def _machine(facts: CaseFacts) -> Iterator[Question]:
    if facts.in_use_at is None:
        yield Question("law-question-in-use")
    if facts.inspect_by is None:
        yield Question("law-question-inspect-by")
    if not facts.place_employer:
        yield Question("law-question-owner")


def _proof(asked: Asked) -> Iterator[Question]:
    facts = asked.facts
    if facts.kind not in _ACCIDENTS:
        return
    if facts.forensic is None and asked.possible in _DECLARED:
        yield Question("law-question-forensic")
    if facts.voluntary_insurance is None and facts.contract is not Contract.YES:
        yield Question("law-question-insurance")
    if facts.voluntary_insurance:
        if facts.contract is Contract.YES:
            yield Question("law-question-insurance-contract")
        day = (facts.happened_at or facts.known_at).astimezone(VIETNAM).date()
        if day < _INSURANCE_BEGINS:
            yield Question("law-question-insurance-early")


_PARTS: tuple[Callable[[Asked], Iterator[Question]], ...] = (_lives, _work, _circumstances, _proof)
