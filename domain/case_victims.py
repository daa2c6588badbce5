"""The victims of a case as its facts tell of them, for papers and figures: nobody invented, nobody left out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from domain.accident import Outcome, Severity, VictimFacts
from domain.law.victims import judge

INJURIES = ("injury_1", "injury_2", "injury_3")
MOST_VICTIMS = 500  # more than any table holds; the count itself is not cut

_ENTRY = (
    "injury", "name", "birth_year", "birth_year_about", "sex", "occupation", "managed", "employer", "treated_at",
)  # fmt: skip

Facts = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class KnownVictim:
    """One victim. `fields` names the facts it was read from; `confirmed`: an officer confirmed the severity."""

    severity: Severity = Severity.UNKNOWN
    injury: str | None = None
    name: str | None = None
    birth_year: int | None = None
    birth_year_about: bool = False
    sex: str | None = None
    occupation: str | None = None
    managed: bool | None = None
    employer: str | None = None
    treated_at: str | None = None
    confirmed: bool = False
    fields: tuple[str, ...] = ()

    @property
    def female(self) -> bool | None:
        """Whether the victim is a woman; None where that is not known."""
        return None if self.sex is None else self.sex == "female"


def count_of(facts: Facts) -> int | None:
    """Return how many victims there are, None where nobody knows."""
    people = facts.get("people") or {}
    listed, dead = len(facts.get("victims") or ()), people.get("dead") or 0
    told = people.get("total")
    known = max(told if told is not None else 0, listed, dead)
    return known if told is not None or known else None


Weigh = Callable[[Outcome, str | None], Severity]


def severity_of(outcome: Outcome, injury: str | None) -> Severity:
    """Return how badly a victim is hurt, as the law's list suggests."""
    return judge(VictimFacts(outcome=outcome, injuries=(injury,) if injury else ()), None).severity


def victims_of(facts: Facts, weigh: Weigh = severity_of) -> tuple[KnownVictim, ...]:
    """Return the victims: those listed, else the dead first, then those whose injuries were told, then the rest.

    `weigh` may be a `severity_of` that remembers, where thousands of cases are read.
    """
    listed = [_listed(entry, weigh) for entry in facts.get("victims") or () if isinstance(entry, Mapping)]
    found = listed or [*_dead(facts), *_injured(facts, weigh)]
    count = min(max(count_of(facts) or 0, len(found)), MOST_VICTIMS)
    found = [*found, *[KnownVictim(fields=("people",))] * (count - len(found))]
    if count == 1 and found[0].name is None and facts.get("names"):
        found[0] = replace(found[0], name=str(facts["names"]), fields=(*found[0].fields, "names"))
    return tuple(_confirmed(found, facts.get("confirmed_severity") or ()))


def _dead(facts: Facts) -> list[KnownVictim]:
    dead = min((facts.get("people") or {}).get("dead") or 0, MOST_VICTIMS)
    return [KnownVictim(severity=Severity.FATAL, fields=("people",))] * dead


def _injured(facts: Facts, weigh: Weigh) -> list[KnownVictim]:
    return [
        KnownVictim(severity=weigh(Outcome.ALIVE, facts[name]), injury=facts[name], fields=(name,))
        for name in INJURIES
        if facts.get(name)
    ]


def _listed(entry: Mapping[str, Any], weigh: Weigh) -> KnownVictim:
    known = {name: entry[name] for name in _ENTRY if entry.get(name) is not None}
    outcome = Outcome(entry.get("outcome") or Outcome.UNKNOWN)
    return KnownVictim(severity=weigh(outcome, entry.get("injury")), fields=("victims",), **known)


def _confirmed(victims: list[KnownVictim], said: Any) -> list[KnownVictim]:
    """Let an officer's word stand, victim by victim, where as many words as victims were given."""
    if len(said) != len(victims):
        return victims
    return [
        replace(victim, severity=Severity(word), confirmed=True)
        for victim, word in zip(victims, said, strict=True)
    ]
