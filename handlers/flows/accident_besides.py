"""What a message tells of victims beside the question it answers, before consent and after. Pure."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from domain import victim_list
from domain.victim_list import Entry
from domain.vietnamese.victim_list_words import tells_of_victim
from handlers.conversation.answers import Answer, Got
from handlers.conversation.flow import Turn
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from handlers.flows import victim_notes
from handlers.flows.accident_reading import Told
from messages.envelope import InboundKind, Text

_HARMED = frozenset({"injury", "outcome"})


def taken(answer: Answer, turn: Turn) -> Got | None:
    """Take the victims a message tells of, with its other facts; None where it tells of none."""
    if answer.picked is not None or answer.kind is not InboundKind.TEXT:
        return None
    told = reading.harm_in(answer.text, turn)
    found = victims(answer.text, replace(turn, session=turn.session.answer(told.values)))
    if not found.values:
        return None
    return Got({**told.values, **found.values}, words.noted((*told.lines, *found.lines)))


def victims(text: str, turn: Turn, *, hurt: bool = False) -> victim_notes.Noted:
    """Return the victims told of in passing: known by name, or hurt, or as many as are still without a word.

    `hurt` takes those alone of whom harm is told: in loose talk a name with a job is anybody's.
    Of a report whose reporter is not to be named, no name and no year is taken.
    """
    known = victim_notes.entries(turn)
    named = [entry for entry in _named(text, turn) if _fits(entry, known, turn)]
    named = [entry for entry in named if not hurt or _HARMED & entry.keys()]
    if _all_dead(known, turn):
        named = [{"outcome": "dead", **entry} for entry in named]  # the injuries told are those they died of
    if reading.keeps_private(turn):
        named = [{k: v for k, v in entry.items() if k not in victim_list.PRIVATE} for entry in named]
    if not any(named):
        return victim_notes.Noted({})
    first = next((n for n, one in enumerate(known) if victim_list.is_bare(one)), len(known))
    found = victim_notes.noted(named, turn, first)
    if "people" not in found.values:
        return found
    line = Text("accident-dot", {"what": words.people(found.values["people"], turn.language)})
    return victim_notes.Noted(found.values, (*found.lines, line))


def is_of_victims_only(text: str, turn: Turn) -> bool:
    """Whether a message names victims and is too short to tell what happened as well."""
    return len(text.split()) <= _FEW_WORDS and bool(_named(text, turn))


_FEW_WORDS = 9


def waiting(text: str, turn: Turn) -> Told:
    """Return words about victims put aside until consent, with the line that says so; or nothing."""
    if reading.refused_already(turn) or not _named(text, turn):
        return Told({})
    kept = list(dict.fromkeys([*turn.answer("aside", []), text]))
    return Told({}).also("aside", kept, Text("consent-aside"))


def counted(text: str, turn: Turn) -> dict[str, Any] | None:
    """Return how many victims a message names who are hurt or dead, in the form that is kept; None for nobody."""
    named = [entry for entry in _named(text, turn) if _HARMED & entry.keys()]
    dead = sum(entry.get("outcome") == "dead" for entry in named)
    return {"total": len(named), "dead": dead or None, "injured": None} if named else None


def _named(text: str, turn: Turn) -> list[Entry]:
    return [entry for entry in victim_notes.read(text, turn, None, private=False) if tells_of_victim(entry)]


def _all_dead(known: Sequence[Entry], turn: Turn) -> bool:
    """Whether everybody counted is dead, and somebody of them is without a word still."""
    people = turn.answer("people") or {}
    total = people.get("total")
    untold = total is not None and sum(not victim_list.is_bare(one) for one in known) < total
    return untold and people.get("dead") == total


def _fits(entry: Entry, known: Sequence[Entry], turn: Turn) -> bool:
    total = (turn.answer("people") or {}).get("total")
    has_room = total is None or sum(not victim_list.is_bare(one) for one in known) < total
    return has_room or bool(_HARMED & entry.keys()) or victim_list.same_name(known, entry) is not None
