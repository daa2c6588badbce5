"""Who hears of a duty, and who is told next when it stays undone."""

from collections.abc import Iterator
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

    def at(self, level: Level) -> str | None:
        """Return who stands on that rung, None for nobody."""
        match level:
            case Level.FOCAL:
                return self.focal
            case Level.DEPUTY:
                return self.deputy
            case Level.HEAD:
                return self.head
            case Level.COORDINATOR:
                return self.coordinator
            case Level.LEADER:
                return self.leader


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
    return next(_from(chain, Level.FOCAL, Level.LEADER), None)


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
    told = {first.person: first}
    for rung, after in rungs(policy):
        if working_days_overdue < after:
            continue
        top = Level.LEADER if rung is Level.LEADER else Level.COORDINATOR
        step = next((s for s in _from(chain, rung, top) if s.person != first.person), None)
        if step is not None and step.person not in told:
            because = f"told once {after} working days overdue" + (
                f", {step.because}" if step.because else ""
            )
            told[step.person] = EscalationStep(step.level, step.person, because, after, rung)
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


def _from(chain: Chain, lowest: Level, top: Level) -> Iterator[EscalationStep]:
    """Yield those who stand on `lowest` or above, saying which rungs below them are empty."""
    missing = ""
    for level in _LEVELS[_LEVELS.index(lowest) : _LEVELS.index(top) + 1]:
        person = chain.at(level)
        if person is None:
            missing += f" and no {level.value}" if missing else f"the unit has no {level.value}"
        else:
            yield EscalationStep(level, person, missing, rung=lowest)
