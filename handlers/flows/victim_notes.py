"""What a talk knows of each victim, and what words add to it. Pure; the questions are in accident_victims."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain import victim_list
from domain.calendar import local
from domain.victim_list import Entry
from domain.vietnamese.victim_list_words import read_victims, tells_of_victim
from handlers.conversation.flow import Turn
from handlers.flows import accident_words as words
from handlers.services import case_facts
from messages.envelope import Text

FEW = 3  # so many victims are asked about one by one; more are told in a list, the rest is the officers'
LIST = "victims_list"
KEYS = (*(f"victim_{n}_{part}" for n in range(1, FEW + 1) for part in ("hurt", "who")), LIST)
"""The questions about victims, as they are asked."""
SCAN = 2_000
_NAMED = frozenset({"name", "sex"})
_HURT, _WHO = frozenset({"injury", "occupation"}), frozenset({"name", "birth_year"})


@dataclass(frozen=True, slots=True)
class Noted:
    """What a message told of victims: answers by step, and the lines that say it back."""

    values: Mapping[str, Any]
    lines: tuple[Text, ...] = ()


def entries(turn: Turn) -> list[Entry]:
    """Return the victims known so far, older facts counted."""
    return victim_list.entries_of(turn.session.answers)


def asked_singly(turn: Turn) -> int:
    """Return how many victims are asked about one by one: one where nobody knows the count."""
    total = case_facts.total_of(turn.session.answers)
    return 1 if total is None else total if total <= FEW else 0


def is_dead(turn: Turn, index: int) -> bool:
    """Whether the victim at `index` (from 0) is one of those said to be dead."""
    known = entries(turn)
    told = known[index].get("outcome") if index < len(known) else None
    return told == "dead" if told else index < case_facts.dead_of(turn.session.answers)


def read(text: str, turn: Turn, asked: str | None, *, private: bool) -> list[Entry]:
    """Return the victims a message tells of; of one who is not to be named no name and no year is taken."""
    found = read_victims(text[:SCAN], local(turn.now).year, asked=asked)
    if private:
        found = [{k: v for k, v in entry.items() if k not in victim_list.PRIVATE} for entry in found]
    return [entry for entry in found if entry]


def in_passing(text: str, turn: Turn, *, private: bool) -> Noted:
    """Return the victims a story names beyond doubt: by a name, with an age, a job or an injury."""
    if private:
        return Noted({})
    named = [entry for entry in read(text, turn, None, private=False) if tells_of_victim(entry)]
    return noted(named, turn, 0) if named and not turn.answer("victims") else Noted({})


def noted(told: Sequence[Entry], turn: Turn, first: int) -> Noted:
    """Return the answers `told` gives, laid over the victims from `first` on, those that fit their places."""
    dead = case_facts.dead_of(turn.session.answers)
    known = entries(turn)
    told = _names_that_fit(told, turn, first)
    lines: list[Text] = []
    marks: dict[str, Any] = {}
    index = first
    for entry in told:
        same = victim_list.same_name(known, entry)
        place = _place_for(entry, known, index, dead) if same is None else same
        known = victim_list.filled(known, place, entry, dead)
        lines.append(words.victim_line(place + 1, entry, alone=_is_alone(turn, told)))
        marks |= _marks(place + 1, entry)
        index = place + 1 if same is None else index
    people = _people(turn, known)
    return Noted({"victims": known, **marks, **people}, tuple(lines))


def _names_that_fit(told: Sequence[Entry], turn: Turn, first: int) -> Sequence[Entry]:
    """Let names alone add nobody to the count: more of them than there are people left are one answer, as written."""
    total = case_facts.total_of(turn.session.answers)
    if total is None or first + len(told) <= total or any(entry.keys() - _NAMED for entry in told):
        return told
    return [{"name": ", ".join(str(entry["name"]) for entry in told)}]


def _place_for(entry: Entry, known: Sequence[Entry], index: int, dead: int) -> int:
    """Return where an entry goes: one that lives goes behind the places of the dead not told of yet."""
    outcome = entry.get("outcome") or ("alive" if "injury" in entry else None)
    while outcome == "alive" and index < dead and (index >= len(known) or victim_list.is_bare(known[index])):
        index += 1
    return index


def _is_alone(turn: Turn, told: Sequence[Entry]) -> bool:
    total = case_facts.total_of(turn.session.answers)
    return len(told) == 1 and (total is None or total == 1)


def _marks(number: int, entry: Entry) -> dict[str, Any]:
    if number > FEW:
        return {}
    parts = {"hurt": _HURT, "who": _WHO}
    return {f"victim_{number}_{part}": True for part, names in parts.items() if names & entry.keys()}


def _people(turn: Turn, known: Sequence[Entry]) -> dict[str, Any]:
    """Return the count, where more are told of, or more dead, than were counted."""
    people = turn.answer("people")
    dead = sum(entry.get("outcome") == "dead" for entry in known)
    if people is None or people.get("total") is None:
        if not dead or dead <= ((people or {}).get("dead") or 0):
            return {}
        return {"people": {"total": None, "injured": None, **(people or {}), "dead": dead}}
    total = max(people["total"], len(known))
    more_dead = max(dead, people.get("dead") or 0)
    if total == people["total"] and more_dead == (people.get("dead") or 0):
        return {}
    hurt = None if people.get("injured") is None else total - more_dead
    return {"people": {"total": total, "dead": more_dead or None, "injured": hurt}}


def later(turn: Turn) -> dict[str, Any]:
    """Return the answers that leave all victims not told of yet to the officers."""
    return {key: None for key in KEYS if key not in turn.session.answers}
