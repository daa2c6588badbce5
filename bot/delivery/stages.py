"""Whether a message should go out now: a list of questions in order, each answering with a reason."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from domain.occurrence import OPEN_STATES
from storage.dialogues import ASKED, LAPSED
from storage.records import OutboxRow
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Drop:
    """Do not send; why, in a word."""

    reason: str


Stage = Callable[[UnitOfWork, OutboxRow, datetime], Drop | None]


def still_wanted(uow: UnitOfWork, row: OutboxRow, now: datetime) -> Drop | None:  # noqa: ARG001 - the shape of a stage
    """Drop a reminder whose duties are all settled: it dies with its duty."""
    codes = (row.about or {}).get("occurrences", [])
    if not codes:
        return None
    alive = any(state in OPEN_STATES for state in uow.occurrences.states(codes).values())
    return None if alive else Drop("settled_meanwhile")


def expired(uow: UnitOfWork, row: OutboxRow, now: datetime) -> Drop | None:  # noqa: ARG001 - the shape of a stage
    """Drop a message whose end has come."""
    return Drop("expired") if row.expires_at is not None and row.expires_at <= now else None


def taken_meanwhile(uow: UnitOfWork, row: OutboxRow, now: datetime) -> Drop | None:  # noqa: ARG001 - the shape of a stage
    """Drop a call to talk with somebody that another officer has answered, or that is over."""
    about = row.about or {}
    if not about.get("asks"):
        return None
    talk = uow.dialogues.find(int(about["dialogue"]))
    return None if talk is not None and talk.state in (ASKED, LAPSED) else Drop("answered_meanwhile")


STAGES: tuple[Stage, ...] = (still_wanted, taken_meanwhile, expired)


def verdict(uow: UnitOfWork, row: OutboxRow, now: datetime) -> Drop | None:
    """Return the first reason not to send, or None."""
    for stage in STAGES:
        found = stage(uow, row, now)
        if found is not None:
            return found
    return None
