"""The fact `victims` kept whole: entries made from older facts, filled in, fitted to the count. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.injuries import SETTLES, Candidate, candidates
from domain.vietnamese.fold import fold, nfc

Facts = Mapping[str, Any]
Entry = dict[str, Any]

MOST = 500
OLD_INJURIES = ("injury_1", "injury_2", "injury_3")
"""Where cases of earlier versions keep injuries; the names stood together in `names`."""
PRIVATE = ("name", "birth_year", "birth_year_about")
WORDS = ("injury", "occupation", "employer", "treated_at")


def entries_of(facts: Facts) -> list[Entry]:
    """Return the victims known one by one: those listed, else those older facts tell of, the dead first."""
    listed = [dict(entry) for entry in facts.get("victims") or () if isinstance(entry, Mapping)]
    if listed:
        return listed
    people = facts.get("people") or {}
    injured: list[Entry] = [
        {"outcome": "alive", "injury": facts[name]} for name in OLD_INJURIES if facts.get(name)
    ]
    if not injured and not facts.get("names"):
        return []
    found = [*({"outcome": "dead"} for _ in range(min(people.get("dead") or 0, MOST))), *injured]
    if facts.get("names") and (people.get("total") or len(found)) <= 1:
        found = [{**(found[0] if found else {}), "name": str(facts["names"])}]
    return found


def filled(entries: Sequence[Entry], number: int, told: Entry, dead: int = 0) -> list[Entry]:
    """Return the list with `told` laid over the entry `number` (from 0); missing ones before it come empty.

    The first `dead` are the dead.
    """
    found = [dict(entry) for entry in entries]
    while len(found) <= number:
        found.append({"outcome": "dead"} if len(found) < dead else {})
    merged = {**found[number], **told}
    if "birth_year" in told and "birth_year_about" not in told:
        merged.pop("birth_year_about", None)
    if "injury" in merged and merged.get("outcome", "unknown") == "unknown":
        merged["outcome"] = "alive"
    found[number] = merged
    return found


def fitted(entries: Sequence[Entry], people: Mapping[str, Any] | None) -> list[Entry]:
    """Return the list after the count changed: empty entries over the total go, and as many are dead as are said.

    Nobody told of in words is dropped; who of several died is not guessed.
    """
    known = people or {}
    total, dead = known.get("total"), known.get("dead") or 0
    found = [dict(entry) for entry in entries]
    while total is not None and len(found) > max(total, dead) and is_bare(found[-1]):
        found.pop()
    if total is not None and dead == total == len(found):
        return [{**entry, "outcome": "dead"} for entry in found]
    return found


def same_name(entries: Sequence[Mapping[str, Any]], entry: Mapping[str, Any]) -> int | None:
    """Return the place of the one victim known by the name of `entry`; None for nobody, or for several."""
    name = fold(str(entry.get("name") or ""))
    same = [n for n, one in enumerate(entries) if name and fold(str(one.get("name") or "")) == name]
    exact = [n for n in same if nfc(str(entries[n]["name"])) == nfc(str(entry["name"]))] if same else []
    found = exact or same
    return found[0] if len(found) == 1 else None


def is_bare(entry: Entry) -> bool:
    """Whether nothing is told of a victim but perhaps whether they live."""
    return not entry.keys() - {"outcome"}


def dead_in(facts: Facts) -> int:
    """Return how many of those listed are said to be dead."""
    return sum(
        isinstance(entry, Mapping) and entry.get("outcome") == "dead" for entry in facts.get("victims") or ()
    )


def legal_candidates(entry: Mapping[str, Any]) -> tuple[Candidate, ...]:
    """Return the lines of the legal injury list an entry's own words may mean, for an officer to confirm."""
    words = entry.get("injury")
    return tuple(one for one in candidates(words) if one.score >= SETTLES) if words else ()
