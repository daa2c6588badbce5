"""What the coordinating office lays before the leader: an obstacle, or an extension beyond its own word."""

from dataclasses import dataclass
from typing import Any

from domain.errors import BadInputError
from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.progress import ProgressKind
from handlers import outgoing, progress_notices
from handlers.acting import Acting
from handlers.services import decisions, progress
from storage.unit_of_work import UnitOfWork

FORWARDABLE = frozenset({ProgressKind.DIFFICULTY.value, ProgressKind.MORE_TIME.value})


@dataclass(frozen=True, slots=True)
class Forward:
    """Lay one thing a unit said before the leader."""

    progress_id: int


def forward(uow: UnitOfWork, command: Forward, by: Acting) -> dict[str, Any]:
    """Tell every leader, with buttons to decide, and return {"forwarded": bool}; False where that was done before.

    Raises NotAllowedError as `decisions.access_said_for`, BadInputError `button-old` for what a leader does not
    decide and `review-no-leader` where there is none.
    """
    said, record = decisions.access_said_for(uow, by.person, command.progress_id)
    open_still = said.decision is None and OccurrenceState(record.state) in OPEN_STATES
    if said.kind not in FORWARDABLE or not open_still:
        raise BadInputError("button-old")
    leaders = uow.people.holding("leader")
    if not leaders:
        raise BadInputError("review-no-leader")
    if said.forwarded_at is not None:
        return {"forwarded": False}
    uow.occurrences.change_said(said.id, forwarded_at=by.now)
    uow.audit.add(
        "progress_forwarded",
        f"occurrence:{record.code}",
        person_id=by.person.id,
        now=by.now,
        detail={"progress": said.id},
    )
    for person in leaders:
        outgoing.notify(
            uow,
            person,
            progress_notices.to_leader(record, said, progress.office_name(uow, by)),
            by.now,
            dedup_key=f"forward:{said.id}:{person}",
            about={"kind": "progress", "progress": said.id},
        )
    return {"forwarded": True}
