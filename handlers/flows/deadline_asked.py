"""A deadline as a coordinator types it, with or without accents; what is not sure is not taken."""

from dataclasses import dataclass
from typing import Any

from domain.deadline import DeadlineKind
from domain.deadline_words import read_deadline
from domain.plan_json import deadline_to_json

NONE_SAID = {"kind": "none"}
_ACCEPTED = frozenset({"deadline-month-as-days"})  # said back in days, so the person sees it


@dataclass(frozen=True, slots=True)
class Asked:
    """What was understood: the JSON of a deadline, or None with the message that asks again."""

    deadline: dict[str, Any] | None
    problem: str = ""


def read_typed(text: str) -> Asked:
    """Read a deadline typed in a chat; anything that rests on a guess is asked again."""
    reading = read_deadline(text)
    if "deadline-year-missing" in reading.doubts:
        return Asked(None, "plan-deadline-year")
    if "date-impossible" in reading.doubts:
        return Asked(None, "plan-deadline-impossible")
    if reading.deadline.kind is DeadlineKind.NONE or set(reading.doubts) - _ACCEPTED:
        return Asked(None, "plan-deadline-unclear")
    return Asked(deadline_to_json(reading.deadline))
