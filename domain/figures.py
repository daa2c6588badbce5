"""Counting accidents for the statutory reports: pure, additive, and every case can be found again in a row.

Rows 1, 1.1 (cause), 1.2 (factor), 1.3 (occupation), 2 and 3 = 1 + 2 follow the columns of Phụ lục XII of Decree
39/2016/NĐ-CP. A case stands in exactly one row of each breakdown, or in "chưa phân loại".
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter
from typing import TypeVar

from domain.accident import Contract, Severity

T = TypeVar("T", bound="Counts | Damage")

UNCLASSIFIED = ""
MIXED = "*"
"""The row of cases whose victims have different occupations: each case stands in one row only."""


@dataclass(frozen=True, slots=True)
class VictimFigure:
    """One victim as the statistics see them; None stands for what is not known."""

    severity: Severity = Severity.UNKNOWN
    female: bool | None = None
    managed: bool | None = None
    occupation: str | None = None


@dataclass(frozen=True, slots=True)
class CaseFigure:
    """One case as the statistics see it. `day`: the Vietnamese day that decides the period; costs in 1.000 đồng.

    `allowance`: an accident of khoản 2 Điều 39 (row 2). `victims` is empty while nobody knows how many.
    `dated` is False where the day of the report stands for the unknown day of the accident; `confirmed` says
    that an officer confirmed the severities; `cancelled` cases are named and never counted, and neither are those
    that report an accident `part_of` another case. `contradicted`: accounts joined in it differ.
    """

    code: str
    day: date
    contract: Contract = Contract.UNKNOWN
    allowance: bool = False
    victims: tuple[VictimFigure, ...] = ()
    cause: str | None = None
    factor: str | None = None
    establishment_kind: str | None = None
    employer: str | None = None
    unit: str | None = None
    days_off: int | None = None
    cost_medical: int | None = None
    cost_pay: int | None = None
    cost_compensation: int | None = None
    damage: int | None = None
    dated: bool = True
    confirmed: bool = False
    cancelled: bool = False
    part_of: str | None = None
    contradicted: bool = False

    @property
    def counts(self) -> bool:
        """Whether the case is one of those the figures are made of."""
        return not self.cancelled and self.part_of is None


@dataclass(frozen=True, slots=True)
class Counts:
    """Columns (3) to (13): accidents, then persons, each with those not under the reporter's management."""

    cases: int = 0
    fatal_cases: int = 0
    multiple_cases: int = 0
    persons: int = 0
    persons_other: int = 0
    women: int = 0
    women_other: int = 0
    dead: int = 0
    dead_other: int = 0
    serious: int = 0
    serious_other: int = 0


@dataclass(frozen=True, slots=True)
class Damage:
    """Table II: days off, costs and damage in thousands of đồng, of the cases where they are known."""

    days_off: int = 0
    cost_medical: int = 0
    cost_pay: int = 0
    cost_compensation: int = 0
    damage: int = 0

    @property
    def cost(self) -> int:
        """The sum of the three kinds of costs."""
        return self.cost_medical + self.cost_pay + self.cost_compensation


def total(parts: Iterable[T], zero: T) -> T:
    """Add up counts or damages, name by name."""
    values = attrgetter(*(field.name for field in fields(zero)))
    rows = [values(part) for part in parts]
    return type(zero)(*map(sum, zip(*rows, strict=True))) if rows else zero


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its code and name in the form, what it counts, and the cases it is made of."""

    code: str
    name: str
    counts: Counts
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """Row 1 split by one question; `rows` follow the form's own order, what is not classified last."""

    code: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of one question in the form's order, with their names; `open_` takes others as they come."""

    names: tuple[tuple[str, str], ...] = ()
    open_: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows 1 to 3 with their breakdowns, and the damage of all of them.

    `unknown` names the parts of the damage that no case tells of: they are not zero.
    """

    accidents: Row
    allowance: Row
    all_: Row
    by_cause: Breakdown
    by_factor: Breakdown
    by_occupation: Breakdown
    damage: Damage
    unknown: frozenset[str] = frozenset()

    @property
    def breakdowns(self) -> tuple[Breakdown, ...]:
        """The three ways row 1 is split."""
        return (self.by_cause, self.by_factor, self.by_occupation)


def count(case: CaseFigure) -> Counts:
    """Count one case. A victim of unknown severity is a person hurt, and neither dead nor serious yet."""
    persons, women, dead, serious = [0, 0], [0, 0], [0, 0], [0, 0]  # all, and those not under management
    for victim in case.victims:
        for side in (0, 1) if victim.managed is False else (0,):
            persons[side] += 1
            women[side] += victim.female is True
            dead[side] += victim.severity is Severity.FATAL
            serious[side] += victim.severity is Severity.SERIOUS
    several = len(case.victims) > 1
    return Counts(1, int(dead[0] > 0), int(several), *persons, *women, *dead, *serious)


def damage_of(case: CaseFigure) -> Damage:
    """Return what is known of a case's damage; what is unknown adds nothing (and is named elsewhere)."""
    return Damage(*(getattr(case, field.name) or 0 for field in fields(Damage)))


def tabulate(cases: Iterable[CaseFigure], causes: Codes, factors: Codes) -> Table:
    """Count cases into rows 1 to 3. The order in which cases come changes nothing."""
    counted = sorted(cases, key=lambda case: case.code)
    plain = [case for case in counted if not case.allowance]
    special = [case for case in counted if case.allowance]
    known = {case.code: count(case) for case in counted}
    return Table(
        accidents=row_of("1", "", plain, known),
        allowance=row_of("2", "", special, known),
        all_=row_of("3", "", counted, known),
        by_cause=_split("1.1", plain, causes, lambda case: case.cause, known),
        by_factor=_split("1.2", plain, factors, lambda case: case.factor, known),
        by_occupation=_split("1.3", plain, Codes(open_=True), occupation_of, known),
        damage=total(map(damage_of, counted), Damage()),
        unknown=frozenset(
            field.name
            for field in fields(Damage)
            if counted and all(getattr(case, field.name) is None for case in counted)
        ),
    )


def occupation_of(case: CaseFigure) -> str | None:
    """Return the one occupation of a case's victims, MIXED where they differ, None where one is unknown."""
    found = {victim.occupation for victim in case.victims}
    if not found or None in found:
        return None
    return found.pop() if len(found) == 1 else MIXED


def row_of(code: str, name: str, cases: Sequence[CaseFigure], known: Mapping[str, Counts]) -> Row:
    """Return the row that these cases make; `known` holds what each of them counts, by its code."""
    codes = tuple(case.code for case in cases)
    return Row(code, name, total((known[one] for one in codes), Counts()), codes)


def _split(
    code: str,
    cases: Sequence[CaseFigure],
    codes: Codes,
    key: Callable[[CaseFigure], str | None],
    known: Mapping[str, Counts],
) -> Breakdown:
    """Put each case into the row of its code; a code the form does not have is not classified."""
    names = dict(codes.names)
    found: dict[str, list[CaseFigure]] = {known: [] for known in names}
    rest: list[CaseFigure] = []
    for case in cases:
        value = key(case)
        if value is None or not (value in names or codes.open_):
            rest.append(case)
        else:
            found.setdefault(value, []).append(case)
    order = [*names, *sorted(set(found) - set(names), key=lambda value: (value == MIXED, value))]
    rows = [row_of(value, names.get(value, value), found[value], known) for value in order]
    return Breakdown(code, (*rows, row_of(UNCLASSIFIED, "", rest, known)))
