"""What a confirmation does to an occurrence: one small state machine, every refusal with its reason."""

from dataclasses import dataclass
from enum import StrEnum

from domain.occurrence import OPEN_STATES, OccurrenceState


class ProgressKind(StrEnum):
    """What people say about a duty: the last two are the coordinator's, the others the unit's."""

    DONE = "done"
    UNDER_WAY = "under_way"
    DIFFICULTY = "difficulty"
    MORE_TIME = "more_time"
    NOT_OURS = "not_ours"
    LATER = "later"
    ACCEPT = "accept"
    RETURN_ = "return"


@dataclass(frozen=True, slots=True)
class Transition:
    """The answer to one report: `new_state` equals the old one where it is refused or changes nothing.

    `reason` is a stable English phrase for the audit trail and for choosing the words said to the person.
    """

    allowed: bool
    new_state: OccurrenceState
    reason: str


_BY_UNIT = {
    ProgressKind.DONE: OccurrenceState.SUBMITTED,
    ProgressKind.UNDER_WAY: OccurrenceState.UNDER_WAY,
    ProgressKind.DIFFICULTY: OccurrenceState.DIFFICULTY,
}
_BY_COORDINATOR = {
    ProgressKind.ACCEPT: OccurrenceState.ACCEPTED,
    ProgressKind.RETURN_: OccurrenceState.RETURNED,
}
_KEEPS = {
    ProgressKind.MORE_TIME: "more time asked for",
    ProgressKind.NOT_OURS: "said to be another's",
    ProgressKind.LATER: "reminder put off",
}
_CLOSED = {
    OccurrenceState.SUBMITTED: "already submitted",
    OccurrenceState.ACCEPTED: "already accepted",
    OccurrenceState.CANCELLED: "cancelled",
}


def apply(state: OccurrenceState, kind: ProgressKind, *, percent: int | None = None) -> Transition:
    """Return what `kind` does to an occurrence in `state`; pure, never raises.

    `percent` (0 to 100) goes with `under_way` only. Asking for more time keeps the state: granting it
    moves the due day, not the progress. So do "not ours", until somebody else has taken it, and "tomorrow".
    """
    if (trouble := percent_problem(kind, percent)) is not None:
        return Transition(False, state, trouble)
    if kind in _BY_COORDINATOR:
        if state is OccurrenceState.SUBMITTED:
            return Transition(True, _BY_COORDINATOR[kind], f"{kind.value} of what was submitted")
        return Transition(False, state, _CLOSED.get(state, "nothing submitted"))
    if state not in OPEN_STATES:
        return Transition(False, state, _CLOSED[state])
    if kind in _KEEPS:
        return Transition(True, state, _KEEPS[kind])
    return Transition(True, _BY_UNIT[kind], f"reported {kind.value}")


def percent_problem(kind: ProgressKind, percent: int | None) -> str | None:
    """Return why the figure cannot stand, None where it can: whole, 0 to 100, and only with `under_way`."""
    if percent is None:
        return None
    if kind is not ProgressKind.UNDER_WAY:
        return f"a percentage does not go with {kind.value}"
    if not 0 <= percent <= 100:
        return "a percentage lies between 0 and 100"
    return None
