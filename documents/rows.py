"""Rows of a plan before names are settled, what is to be told about them, and what they take from above."""

import datetime as dt
from dataclasses import dataclass, field, replace

from documents.assignment import Assignment
from documents.items import Label, Node
from documents.labels import LabelKind
from domain.deadline import Deadline
from domain.plan import TaskKind

LONGEST_PARAGRAPH = 20_000
ROLES = {
    LabelKind.LEAD: "lead",
    LabelKind.COORDINATING: "coordinating",
    LabelKind.GUIDANCE: "guidance",
    LabelKind.RECIPIENT: "recipient",
    LabelKind.OVERSIGHT: "oversight",
}


@dataclass(frozen=True, slots=True)
class Note:
    """Something to tell about a draft: `code` with its words; `field` names what it puts in doubt, if anything."""

    line: int
    code: str
    found: str = ""
    field: str | None = None
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A row as written. `unit_line` is where its units stand; `deadline_from` the item a deadline came from."""

    id: str
    kind: TaskKind
    text: str
    lines: tuple[int, ...]
    assigned: Assignment
    deadline: Deadline
    deadline_text: str | None = None
    product: str | None = None
    unit_line: int = 1
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What an item takes from those above it: default year, units charged, labels said once for all below.

    `headed`: the units are those of a heading, so that who is "asked" under it is asked by them.
    """

    year: int | None = None
    year_sure: bool = False
    subject: tuple[str, ...] = ()
    headed: bool = False
    labels: tuple[tuple[str, Label], ...] = field(default=())
    trailing: tuple[tuple[str, Label], ...] = field(default=())
    issued: dt.date | None = None

    def headed_by(self, units: tuple[str, ...]) -> "Context":
        """Return the context with these units as those of the heading; unchanged where there are none."""
        return replace(self, subject=units, headed=True) if units else self

    def under(self, node: Node) -> "Context":
        """Return the context of the node's children."""
        below = self.labels + tuple((node.path(), label) for label in node.labels)
        return replace(self, labels=below, trailing=_trailing(node))


def _trailing(node: Node) -> tuple[tuple[str, Label], ...]:
    """Return the last child's labels where no other child has any: perhaps they were written once for all."""
    items = [child for child in node.children if not child.is_bullet]
    if len(items) < 2 or not items[-1].labels or any(item.labels or item.children for item in items[:-1]):
        return ()
    return tuple((items[-1].path(), label) for label in items[-1].labels)
