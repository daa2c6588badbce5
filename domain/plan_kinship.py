"""Whether a document that comes in is a plan kept already: corrected, amended by it, or another one. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from domain.plan_diff import plain

SAME_TITLE, NEAR_TITLE = 0.8, 0.85
ASKED = 3  # plans offered where the one that is meant is not found
_YEAR = re.compile(r"20\d\d")


class Relation(StrEnum):
    """What a document is to a plan: the plan itself, corrected, or one that amends it."""

    CORRECTED = "corrected"
    AMENDED = "amended"


@dataclass(frozen=True, slots=True)
class Known:
    """A plan that is kept, by its code; `number` is the document's, None where it has none."""

    code: str
    number: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Kin:
    """A plan that a document may belong to; `sure` where nobody need be asked."""

    code: str
    relation: Relation
    sure: bool


def kin_of(number: str | None, title: str, amends: str | None, kept: Sequence[Known]) -> tuple[Kin, ...]:
    """Return the plans a document may belong to, one alone where it is sure; none for a new plan.

    `amends` is the number of the plan it says it amends.
    """
    if amends is not None:
        meant = [plan for plan in kept if plan.number and _number(plan.number) == _number(amends)]
        asked = meant or sorted(kept, key=lambda plan: -_alike(plan.title, title))[:ASKED]
        return tuple(Kin(plan.code, Relation.AMENDED, len(meant) == 1) for plan in asked)
    found = [kin for plan in kept if (kin := _corrected(number, title, plan)) is not None]
    surely = [kin for kin in found if kin.sure]
    if len(surely) == 1:
        return (surely[0],)
    return tuple(Kin(kin.code, kin.relation, sure=False) for kin in found)


def _corrected(number: str | None, title: str, plan: Known) -> Kin | None:
    """Return the plan as the same one corrected, None where it is another."""
    alike = _alike(plan.title, title)
    same_years = set(_YEAR.findall(title)) == set(_YEAR.findall(plan.title))
    if number and plan.number:
        if _number(number) == _number(plan.number):
            return Kin(plan.code, Relation.CORRECTED, alike >= SAME_TITLE and same_years)
        return Kin(plan.code, Relation.CORRECTED, sure=False) if plain(title) == plain(plan.title) else None
    if title and plain(title) == plain(plan.title):
        return Kin(plan.code, Relation.CORRECTED, sure=True)
    return Kin(plan.code, Relation.CORRECTED, sure=False) if alike >= NEAR_TITLE and same_years else None


def _alike(one: str, other: str) -> float:
    return Indel.normalized_similarity(plain(one).split(), plain(other).split())


def _number(number: str) -> str:
    return re.sub(r"\s", "", number).replace("–", "-").casefold()
