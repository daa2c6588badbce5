"""A plan as read from its document: pure values, each with the source lines it was read from."""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from domain.deadline import Deadline


class TaskKind(StrEnum):
    """`task` is work to do, `report` a report owed, `duty` any other organisational duty."""

    TASK = "task"
    DUTY = "duty"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class OtherUnit:
    """A unit named beside leads and partners; `role` is `guidance`, `recipient` or another word of the trade."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class ReadTask:
    """One row of a plan. Unit names are canonical; `*_raw` keep the words as written (same order).

    `deadline_text` is the phrase as written, None where the plan says nothing; `lines` are 1-based.
    `review` holds the doubts, one for each field and reason.
    """

    id: str
    kind: TaskKind
    text: str
    lead_units: tuple[str, ...]
    coordinating_units: tuple[str, ...]
    other_units: tuple[OtherUnit, ...]
    by_mandate: bool
    deadline_text: str | None
    deadline: Deadline
    lines: tuple[int, ...]
    lead_raw: tuple[str, ...] = ()
    coordinating_raw: tuple[str, ...] = ()
    product: str | None = None
    review: tuple["Doubt", ...] = field(default=())

    @property
    def needs_review(self) -> bool:
        """Whether a person must look before this row is approved."""
        return bool(self.review)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A field that rests on a guess.

    `field` says which (`deadline`, `lead_units`, …), `reason` is a stable English code, `message` the Vietnamese
    sentence for it; `alternatives` are the other readings in words, each of them a value the field could have.
    """

    field: str
    reason: str
    alternatives: tuple[str, ...] = ()
    message: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """A target of the plan. `comparator`: at_least | at_most | below | above | change_by, None if not a number."""

    id: str
    text: str
    value: float | None
    comparator: str | None
    unit: str | None
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line of "Nơi nhận"; `mark` is `b/c`, `P/h`, `đ/b`, `Lưu` or None."""

    name: str
    mark: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A document the plan cites."""

    type: str
    number: str | None
    date: dt.date | None


@dataclass(frozen=True, slots=True)
class Problem:
    """A place in the source that a person should look at. `code` is stable English, `message` Vietnamese."""

    line: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """What the plan says of itself; None where it does not say."""

    type: str
    number: str | None
    issuer: str
    title: str
    issued_on: dt.date | None
    status: str | None


@dataclass(frozen=True, slots=True)
class PlanReading:
    """Everything read from one document, ready for a coordinator's review."""

    document: PlanDocument
    tasks: tuple[ReadTask, ...]
    targets: tuple[Target, ...]
    recipients: tuple[Recipient, ...]
    references: tuple[Reference, ...]
    problems: tuple[Problem, ...]
