"""What the law asks in a case and by when, from facts alone. Pure: the clock is never read.

A statutory "day" is a plain calendar day and never stops; only a "working day" does. "Ngay" (at once)
has no number of hours.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.accident import CaseClass, CaseFacts, Outcome, Severity, worst_of
from domain.errors import BadInputError
from domain.law.duties import TELLING, Duty, duties_of, look_at
from domain.law.questions import Asked, Question, questions
from domain.law.rules import Certainty, Pack, WhenKind
from domain.law.victims import VIETNAM, Judgement

__all__ = [
    "TELLING",
    "WARNED_BEFORE",
    "Certainty",
    "Duty",
    "DutyChange",
    "EndWarning",
    "Explanation",
    "Judgement",
    "Question",
    "changes",
    "explain",
    "warn_of_end",
    "why",
]


WARNED_BEFORE = 90
"""How many days before its end a pack is warned of."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """All the law asks on the facts given. `suggested`: the class is only derived, no officer confirmed it."""

    severity: Severity
    case_class: CaseClass
    law_pack: str
    victims: tuple[Judgement, ...]
    duties: tuple[Duty, ...]
    questions: tuple[Question, ...]
    suggested: bool = True


@dataclass(frozen=True, slots=True)
class DutyChange:
    """What a new look at a case ends, begins and moves (other day, addressee, form or certainty)."""

    ended: tuple[Duty, ...]
    begun: tuple[Duty, ...]
    moved: tuple[tuple[Duty, Duty], ...]


@dataclass(frozen=True, slots=True)
class EndWarning:
    """A pack is about to end, or has: `days_left` is 0 or less from its end on. `key` says it in words."""

    pack: str
    ends_on: date
    days_left: int
    key: str


def explain(
    facts: CaseFacts, packs: Sequence[Pack] | None = None, confirmed: CaseClass | None = None
) -> Explanation:
    """Return what the law of the day asks. Raises BadInputError where facts contradict one another.

    The law is that of the day it happened in Vietnam, the addressees those of the day it became known.
    `packs` replaces the shipped ones (an office may keep its own); `confirmed` is the class an officer gave the
    case, and takes the place of the derived one.
    """
    _refuse_contradictions(facts)
    case = look_at(facts, packs, confirmed)
    return Explanation(
        severity=_SEVERITY[confirmed] if confirmed else worst_of(j.severity for j in case.judged),
        case_class=case.case_class,
        law_pack=case.pack.id,
        victims=case.judged,
        duties=tuple(duties_of(case)),
        questions=questions(Asked(facts, case.judged, case.possible)),
        suggested=confirmed is None,
    )


def changes(old: Explanation, new: Explanation) -> DutyChange:
    """Compare two looks at one case, so that old clocks are closed and new ones opened by name."""
    before, after = ({(d.rule, d.duty): d for d in e.duties} for e in (old, new))
    return DutyChange(
        ended=tuple(d for key, d in before.items() if key not in after),
        begun=tuple(d for key, d in after.items() if key not in before),
        moved=tuple((before[k], d) for k, d in after.items() if k in before and before[k] != d),
    )


def why(duty: Duty) -> tuple[str, dict[str, str]]:
    """Answer "why this day?" with a key of law.ftl and what fills it: the article and the start."""
    params = {"article": duty.article}
    if duty.timing.kind is WhenKind.IMMEDIATELY:
        return "law-why-at-once", params
    if duty.timing.value is None:
        return "law-why-no-time", params
    params |= {
        "value": str(duty.timing.value),
        "unit": duty.timing.unit or "",
        "from": duty.timing.counted_from,
    }
    if duty.start is None or duty.due is None:
        return "law-why-not-begun", params
    start = duty.start.astimezone(VIETNAM)
    return "law-why-days", params | {"start": f"{start:%d/%m/%Y}", "due": f"{duty.due:%d/%m/%Y}"}


def warn_of_end(pack: Pack, today: date) -> EndWarning | None:
    """Return a warning from 90 days before the end of a pack that no other follows, and ever after."""
    if not pack.last or pack.valid_to is None:
        return None
    left = (pack.valid_to - today).days
    if left > WARNED_BEFORE:
        return None
    return EndWarning(pack.id, pack.valid_to, left, "law-pack-ends" if left > 0 else "law-pack-ended")


_SEVERITY = {
    CaseClass.FATAL: Severity.FATAL,
    CaseClass.MULTIPLE_SERIOUS: Severity.SERIOUS,
    CaseClass.SINGLE_SERIOUS: Severity.SERIOUS,
    CaseClass.LIGHT: Severity.LIGHT,
    CaseClass.UNKNOWN: Severity.UNKNOWN,
}


def _refuse_contradictions(facts: CaseFacts) -> None:
    if facts.happened_at and facts.known_at < facts.happened_at:
        raise BadInputError("law-facts-known-before-happened")
    for number, victim in enumerate(facts.victims, start=1):
        if victim.died_at is None:
            continue
        if victim.outcome is Outcome.ALIVE:
            raise BadInputError("law-facts-died-but-alive", number=str(number))
        if victim.outcome is Outcome.MISSING:
            raise BadInputError("law-facts-died-but-missing", number=str(number))
        if facts.happened_at and victim.died_at < facts.happened_at:
            raise BadInputError("law-facts-died-before-happened", number=str(number))
