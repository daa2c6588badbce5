"""From the facts of a case to what the statistics count. What is not known stays unknown."""

from datetime import date, datetime
from typing import Any

from domain.accident import CaseKind, Contract
from domain.calendar import local
from domain.case_victims import INJURIES, Facts, Weigh, count_of, severity_of, victims_of
from domain.figures import CaseFigure, VictimFigure

COUNTED = frozenset({CaseKind.ACCIDENT, CaseKind.COMMUTING})
"""Kinds that are accidents at work; a technical incident counts too once somebody is hurt."""
READ = (
    "people", "victims", "contract", "happened", "workplace", "cause", "factor", "establishment_kind",
    "confirmed_severity", *INJURIES, "days_off", "cost_medical", "cost_pay", "cost_compensation", "damage",
)  # fmt: skip
"""The facts looked at here."""


def is_counted(kind: CaseKind, facts: Facts) -> bool:
    """Whether a case of this kind goes into the accident statistics at all."""
    return kind in COUNTED or (kind is CaseKind.TECHNICAL_INCIDENT and bool(count_of(facts)))


def figure_of(
    code: str,
    kind: CaseKind,
    known_at: datetime,
    facts: Facts,
    unit: str | None,
    *,
    cancelled: bool = False,
    weigh: Weigh = severity_of,
) -> CaseFigure:
    """Return a case as the statistics see it; `unit` is the commune it lies in."""
    day = day_of(facts)
    victims = victims_of(facts, weigh)
    return CaseFigure(
        code=code,
        day=day or local(known_at).date(),
        contract=Contract(facts.get("contract") or "unknown"),
        allowance=kind is CaseKind.COMMUTING,
        victims=tuple(
            VictimFigure(severity=v.severity, female=v.female, managed=v.managed, occupation=v.occupation)
            for v in victims
        ),
        cause=facts.get("cause"),
        factor=facts.get("factor"),
        establishment_kind=facts.get("establishment_kind"),
        employer=facts.get("workplace"),
        unit=unit,
        dated=day is not None,
        cancelled=cancelled,
        confirmed=bool(victims) and all(victim.confirmed for victim in victims),
        days_off=_whole(facts.get("days_off")),
        cost_medical=_whole(facts.get("cost_medical")),
        cost_pay=_whole(facts.get("cost_pay")),
        cost_compensation=_whole(facts.get("cost_compensation")),
        damage=_whole(facts.get("damage")),
    )


def day_of(facts: Facts) -> date | None:
    """Return the Vietnamese day it happened (of a span, the first), None where nobody told."""
    happened = facts.get("happened") or {}
    value = str(happened.get("value") or "").split("/")[0]
    if not value:
        return None
    return local(datetime.fromisoformat(value)).date() if "T" in value else date.fromisoformat(value)


def _whole(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None
