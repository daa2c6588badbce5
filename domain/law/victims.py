"""How badly each victim is hurt, from facts alone (Decree 39/2016/NĐ-CP, Article 9)."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from domain import law
from domain.accident import Outcome, Severity, VictimFacts, worst_of
from domain.injuries import CLEAR, SETTLES, candidates, is_minor
from domain.law.rules import Ground

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the law makes of one victim.

    `severity` is the suggestion, `settled` what facts alone bear out (never worse), `possible` the worst that
    is not ruled out yet. `because` gives the lines of the injury list or the article, with their words.
    """

    severity: Severity
    settled: Severity
    possible: Severity
    because: tuple[Ground, ...] = ()


def is_dead(victim: VictimFacts) -> bool:
    """Say whether the facts name a death: in so many words, or by its time."""
    return victim.outcome is Outcome.DEAD or (
        victim.outcome is Outcome.UNKNOWN and victim.died_at is not None
    )


def judge(victim: VictimFacts, happened_at: datetime | None) -> Judgement:
    """Return the severity of one victim; the reporter's word can raise it, never lower it."""
    if is_dead(victim):
        return _all(Severity.FATAL, law.grounds()[_way_of_death(victim, happened_at)])
    if victim.outcome is Outcome.MISSING:
        missing = law.grounds()["missing"]
        return Judgement(Severity.UNKNOWN, Severity.UNKNOWN, Severity.FATAL, (missing,))
    return _heard(_by_injuries(victim), victim)


def _all(severity: Severity, *because: Ground) -> Judgement:
    return Judgement(severity, severity, severity, because)


def _way_of_death(victim: VictimFacts, happened_at: datetime | None) -> str:
    if victim.died_at is None or happened_at is None:
        return "dead"
    if victim.died_at == happened_at:
        return "died_at_scene"
    same_day = victim.died_at.astimezone(VIETNAM).date() == happened_at.astimezone(VIETNAM).date()
    return "died_same_day" if same_day else "died_later"


def _by_injuries(victim: VictimFacts) -> Judgement:
    found = [c for words in victim.injuries for c in candidates(words) if c.score >= SETTLES]
    if found:
        clear = any(c.score >= CLEAR for c in found)
        because = tuple(dict.fromkeys(Ground(c.code, c.text) for c in found))
        settled = Severity.SERIOUS if clear else Severity.UNKNOWN
        return Judgement(Severity.SERIOUS, settled, Severity.SERIOUS, because)
    if victim.injuries and all(is_minor(words) for words in victim.injuries):
        return _all(Severity.LIGHT, law.grounds()["light"])
    return Judgement(Severity.UNKNOWN, Severity.UNKNOWN, Severity.SERIOUS)


def _heard(judged: Judgement, victim: VictimFacts) -> Judgement:
    """Let the reporter's word raise what the injuries say. It never lowers it, and settles nothing."""
    possible = Severity.FATAL if victim.outcome is Outcome.UNKNOWN else judged.possible
    judged = replace(judged, possible=worst_of([possible, judged.severity]))
    said = victim.severity
    if said is Severity.FATAL and victim.outcome is Outcome.ALIVE:
        # The two contradict one another: nothing better than unknown is concluded, and the question is asked.
        at_least = worst_of([judged.severity, Severity.UNKNOWN])
        because = judged.because if at_least is judged.severity else ()
        return Judgement(at_least, _unless_light(judged.settled), Severity.FATAL, because)
    if said not in (Severity.FATAL, Severity.SERIOUS) or worst_of([said, judged.severity]) is judged.severity:
        return judged
    worst = worst_of([judged.possible, said])
    return Judgement(said, _unless_light(judged.settled), worst, (*judged.because, law.grounds()["reporter"]))


def _unless_light(settled: Severity) -> Severity:
    return Severity.UNKNOWN if settled is Severity.LIGHT else settled
