"""How far one reminder has come: from planned to answered, or to the next person, or to nobody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Stage(StrEnum):
    """The stages of a reminder. `dropped`: it was not needed any more, or a fresh one took its place."""

    PLANNED = "planned"
    ATTEMPTED = "attempted"
    ACCEPTED = "accepted"
    SEEN = "seen"
    ACKNOWLEDGED = "acknowledged"
    DONE = "done"
    ESCALATED = "escalated"
    UNREACHABLE = "unreachable"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Sending:
    """What became of the message of a reminder: `outcome` is the state of its outbox row."""

    planned_at: datetime
    attempted_at: datetime | None
    outcome: str | None
    settled_at: datetime | None
    seen_at: datetime | None


@dataclass(frozen=True, slots=True)
class Said:
    """One answer of the unit: its kind, and when."""

    kind: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """The stage a reminder has reached, since when, and when each earlier thing happened (None: it did not)."""

    stage: Stage
    at: datetime
    accepted_at: datetime | None = None
    seen_at: datetime | None = None
    acknowledged_at: datetime | None = None
    done_at: datetime | None = None


def standing(
    sending: Sending,
    answers: Iterable[Said],
    acknowledged_by: Iterable[str],
    escalated_at: datetime | None,
) -> Standing:
    """Return how far a reminder has come.

    `answers` are those about its duty; what was said before it was planned answers an earlier one.
    `escalated_at`: when somebody higher was first told of the same duty after it, None where nobody was.
    """
    counts = set(acknowledged_by)
    later = [said for said in answers if said.at >= sending.planned_at and said.kind in counts]
    acknowledged = min((said.at for said in later), default=None)
    done = min((said.at for said in later if said.kind == "done"), default=None)
    accepted = sending.settled_at if sending.outcome == "accepted" else None
    reached = Standing(Stage.PLANNED, sending.planned_at, accepted, sending.seen_at, acknowledged, done)
    stage, at = _latest(sending, reached, escalated_at)
    return Standing(stage, at, accepted, sending.seen_at, acknowledged, done)


def _latest(sending: Sending, reached: Standing, escalated_at: datetime | None) -> tuple[Stage, datetime]:
    for stage, at in (
        (Stage.DONE, reached.done_at),
        (Stage.ACKNOWLEDGED, reached.acknowledged_at),
        (Stage.UNREACHABLE, sending.settled_at if sending.outcome in ("failed", "blocked") else None),
        (Stage.DROPPED, sending.settled_at if sending.outcome == "dropped" else None),
        (Stage.ESCALATED, escalated_at),
        (Stage.SEEN, reached.seen_at),
        (Stage.ACCEPTED, reached.accepted_at),
        (Stage.ATTEMPTED, sending.attempted_at),
    ):
        if at is not None:
            return stage, at
    return Stage.PLANNED, sending.planned_at
