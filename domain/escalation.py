"""Who hears of a duty, and who is told next when it stays undone."""

from dataclasses import dataclass
from enum import StrEnum

from domain.policy import ReminderPolicy


class Level(StrEnum):
    """The rungs of a chain, from the person who does the work to the one who answers for all."""

    FOCAL = "focal"
    DEPUTY = "deputy"
    HEAD = "head"
    COORDINATOR = "coordinator"
    LEADER = "leader"


_LEVELS = tuple(Level)


@dataclass(frozen=True, slots=True)
class Chain:
    """The people behind one duty, by id; None where a unit has nobody there. One person may stand twice."""

    focal: str | None
    deputy: str | None
    head: str | None
    coordinator: str | None
    leader: str | None

    def rungs(self) -> tuple[str | None, ...]:
        """Return the people in the order of the levels."""
        return (self.focal, self.deputy, self.head, self.coordinator, self.leader)


@dataclass(frozen=True, slots=True)
class EscalationStep:
    """One person who hears: `level` is the rung they stand on, `because` says in English why it is they.

    `after`: the working days overdue at which they came in, 0 for the owner; `rung`: the one they fill.
    """

    level: Level
    person: str
    because: str
    after: int = 0
    rung: Level = Level.FOCAL


def owner(chain: Chain) -> EscalationStep | None:
    """Return who answers for the duty from the start; None only where the whole chain is empty."""
    people = chain.rungs()
    place = _first(people, Level.FOCAL, Level.LEADER, None)
    if place is None:
        return None
    return EscalationStep(_LEVELS[place], str(people[place]), _empty(people, 0, place))


def recipients_at(
    chain: Chain, working_days_overdue: int, policy: ReminderPolicy
) -> tuple[EscalationStep, ...]:
    """Return everyone who should know by then, the owner first, each person once.

    A rung without anyone new on it goes to the next one up, at most to the coordinator; the leader comes in
    only by `leader_after`. Empty only where the chain is.
    """
    first = owner(chain)
    if first is None:
        return ()
    people = chain.rungs()
    told = {first.person: first}
    for rung, after in rungs(policy) if working_days_overdue > 0 else ():
        if working_days_overdue < after:
            continue
        top = Level.LEADER if rung is Level.LEADER else Level.COORDINATOR
        place = _first(people, rung, top, first.person)
        if place is not None and (person := str(people[place])) not in told:
            missing = _empty(people, _LEVELS.index(rung), place)
            because = f"told once {after} working days overdue" + (f", {missing}" if missing else "")
            told[person] = EscalationStep(_LEVELS[place], person, because, after, rung)
    return tuple(told.values())


def rungs(policy: ReminderPolicy) -> tuple[tuple[Level, int], ...]:
    """Return the rungs in use with the working days overdue at which each comes in, lowest first."""
    every = (
        (Level.DEPUTY, policy.deputy_after),
        (Level.HEAD, policy.head_after),
        (Level.COORDINATOR, policy.coordinator_after),
        (Level.LEADER, policy.leader_after),
    )
    return tuple((level, after) for level, after in every if after)


def _first(people: tuple[str | None, ...], lowest: Level, top: Level, owner: str | None) -> int | None:
    """Return the place of the first person from `lowest` to `top` who is not the owner."""
    for place in range(_LEVELS.index(lowest), _LEVELS.index(top) + 1):
        if people[place] is not None and people[place] != owner:
            return place
    return None


def _empty(people: tuple[str | None, ...], lowest: int, place: int) -> str:
    missing = [_LEVELS[n].value for n in range(lowest, place) if people[n] is None]
    return f"the unit has no {' and no '.join(missing)}" if missing else ""
