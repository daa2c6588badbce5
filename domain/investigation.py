"""The steps of an investigation as dated data, and how far a case has come, read from what officers noted.

What is noted is a list that only grows: a step is ticked off or opened again, something is added or taken out.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from domain.law.rules import Certainty

FIELD = "investigation"
"""The fact of a case that holds the notes."""
_BETWEEN = re.compile(r"\s*[,;|]\s*|\s+[-–—]\s+")


class Takes(StrEnum):
    """What belongs to a step: a paper, a person of the team, a piece of evidence, or what somebody stated."""

    DOCUMENT = "document"
    MEMBER = "member"
    EVIDENCE = "evidence"
    STATEMENT = "statement"


class Act(StrEnum):
    """What a note does."""

    DONE = "done"
    OPEN = "open"
    ADD = "add"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Step:
    """A step: its id (words: `investigation-step-<id>`), what it takes, its article, and the duty it `ends`."""

    id: str
    takes: Takes
    article: str
    certainty: Certainty
    ends: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Member:
    """One of the team: who, in what function, from which body."""

    name: str
    function: str
    body: str


@dataclass(frozen=True, slots=True)
class Item:
    """Something noted under a step, known by its key; `files` are attachments of the case."""

    key: str
    words: str = ""
    member: Member | None = None
    files: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class StepState:
    """How a step stands: the day it was done (None: it is open), and what was noted under it."""

    step: Step
    done_on: date | None = None
    items: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Investigation:
    """How an investigation stands, step by step, in the order of the steps."""

    states: tuple[StepState, ...]

    @property
    def begun(self) -> bool:
        """Whether anything was noted."""
        return any(state.done_on or state.items for state in self.states)

    @property
    def open_steps(self) -> tuple[Step, ...]:
        """The steps still to be done; those the law does not always ask are left out."""
        return tuple(s.step for s in self.states if s.done_on is None and not s.step.optional)

    @property
    def ended(self) -> Mapping[str, date]:
        """The duties of the law that are done, by their name, with the day."""
        return {s.step.ends: s.done_on for s in self.states if s.step.ends and s.done_on}

    def state(self, step: str) -> StepState:
        """Return how one step stands; raises LookupError for an unknown one."""
        found = next((state for state in self.states if state.step.id == step), None)
        if found is None:
            raise LookupError(f"no step {step}")
        return found


@cache
def steps() -> tuple[Step, ...]:
    """Return the steps in the order they are taken."""
    raw = tomllib.loads(files("domain.law").joinpath("investigation.toml").read_text("utf-8"))
    return tuple(
        Step(
            id=one["id"],
            takes=Takes(one["takes"]),
            article=one["article"],
            certainty=Certainty(one["certainty"]),
            ends=one.get("ends"),
            optional=one.get("optional", False),
        )
        for one in raw["step"]
    )


@dataclass
class _Standing:
    done_on: date | None = None
    items: dict[str, Item] = field(default_factory=dict)


def read(notes: Iterable[Mapping[str, Any]]) -> Investigation:
    """Return how an investigation stands after these notes, in the order they were made.

    A note about a step that the list no longer has changes nothing.
    """
    standing = {step.id: _Standing() for step in steps()}
    for note in notes:
        found = standing.get(note["step"])
        if found is not None:
            _take(found, note)
    return Investigation(
        tuple(
            StepState(step, standing[step.id].done_on, tuple(standing[step.id].items.values()))
            for step in steps()
        )
    )


def _take(found: _Standing, note: Mapping[str, Any]) -> None:
    match Act(note["act"]):
        case Act.DONE:
            found.done_on = date.fromisoformat(note["on"])
        case Act.OPEN:
            found.done_on = None
        case Act.ADD:
            member = Member(**note["member"]) if note.get("member") else None
            key = note["key"]
            found.items[key] = Item(key, note.get("words") or "", member, tuple(note.get("files") or ()))
        case Act.DROP:
            found.items.pop(note["key"], None)


def read_member(words: str) -> Member | None:
    """Return the member that "Nguyễn Văn An, Trưởng đoàn, Sở Nội vụ" names; None where a part is missing."""
    parts = [part for part in _BETWEEN.split(" ".join(words.split())) if part]
    return Member(parts[0], parts[1], ", ".join(parts[2:])) if len(parts) >= 3 else None
