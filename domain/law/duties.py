"""Which duties of a pack stand for a case, and when each is due. `domain.legal_clock` is the door to this."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from domain import law
from domain.accident import CaseClass, CaseFacts, CaseKind, Contract, class_of
from domain.calendar import vietnam_calendar
from domain.law.rules import Certainty, Pack, Rule, Start, Timing, WhenKind, weakest
from domain.law.victims import VIETNAM, Judgement, is_dead, judge
from domain.vietnamese.fold import fold

SENT = frozenset({"declare", "notify_police", "quick_report", "inform", "declare_equipment"})
"""The duties that are done by a paper or a word that reaches its addressees."""
TELLING = frozenset({"declare", "notify_police", "quick_report", "inform"})
"""The duties that consist in telling somebody; their timing is always "at once"."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty: who (`by`) owes what to whom, when, on which form, by which article, and how sure that is.

    `start` is the instant the time runs from, `due` the last day included (Vietnamese); both None where the
    article counts from something not known yet. `rule` is the id in the packs: the same on recalculation.
    """

    rule: str
    duty: str
    by: str
    to: tuple[str, ...]
    timing: Timing
    start: datetime | None
    due: date | None
    form: str | None
    article: str
    certainty: Certainty


@dataclass(frozen=True, slots=True)
class Case:
    """A case as the rules see it: its classes, the law of its day, and who receives when it became known.

    `case_class` is the suggestion, `settled` what facts alone bear out, `possible` the worst not ruled out; all
    three are the class an officer confirmed, where one did.
    """

    facts: CaseFacts
    kinds: frozenset[CaseKind]
    judged: tuple[Judgement, ...]
    case_class: CaseClass
    settled: CaseClass
    possible: CaseClass
    day: date
    pack: Pack
    in_force: bool
    receivers: Pack
    receivers_in_force: bool
    employers: tuple[str, ...]
    insured: bool


def look_at(facts: CaseFacts, packs: Sequence[Pack] | None, confirmed: CaseClass | None = None) -> Case:
    """Judge the victims and choose the packs; a confirmed class takes the place of the derived one."""
    judged = tuple(judge(victim, facts.happened_at) for victim in facts.victims)
    day = (facts.happened_at or facts.known_at).astimezone(VIETNAM).date()
    pack, in_force = law.pack_on(day, packs)
    receivers, receivers_in_force = law.pack_on(facts.known_at.astimezone(VIETNAM).date(), packs)
    # An incident that hurt somebody is an accident too.
    hurt = facts.kind is CaseKind.TECHNICAL_INCIDENT and bool(facts.victims)
    blank = facts.kind in {CaseKind.ACCIDENT, CaseKind.COMMUTING} and not facts.victims
    return Case(
        facts=facts,
        kinds=frozenset({facts.kind, CaseKind.ACCIDENT} if hurt else {facts.kind}),
        judged=judged,
        case_class=confirmed or class_of(j.severity for j in judged),
        settled=confirmed or class_of(j.settled for j in judged),
        possible=confirmed or (CaseClass.FATAL if blank else class_of(j.possible for j in judged)),
        day=day,
        pack=pack,
        in_force=in_force,
        receivers=receivers,
        receivers_in_force=receivers_in_force,
        employers=_other_employers(facts),
        insured=bool(facts.voluntary_insurance) and any(r.insured and _dated(r, day) for r in pack.rules),
    )


def _other_employers(facts: CaseFacts) -> tuple[str, ...]:
    """Name the employers of victims who do not work for the owner of the place."""
    if not facts.place_employer:
        return ()
    here = fold(facts.place_employer)
    return tuple(
        dict.fromkeys(v.employer for v in facts.victims if v.employer and fold(v.employer) not in {"", here})
    )


def duties_of(case: Case) -> Iterator[Duty]:
    """Yield what the class asks, then what telling a worse class would add, to be verified."""
    settled = {rule.id for rule in case.pack.rules if _stands(rule, case, case.settled)}
    told: dict[str, Duty] = {}
    for rule in case.pack.rules:
        if not (stands := _stands(rule, case, case.case_class)):
            continue
        open_class = bool(rule.classes) and (
            rule.id not in settled or (rule.duty not in TELLING and case.possible is not case.case_class)
        )
        duty = _make(rule, case, case.case_class, Certainty.VERIFY if open_class else stands)
        if duty is not None:
            told[rule.id] = duty
            yield duty
    for rule in case.pack.rules:
        if rule.duty in TELLING and _stands(rule, case, case.possible):
            worse = _make(rule, case, case.possible, Certainty.VERIFY)
            if worse is not None and (added := _added(told.get(rule.id), worse)):
                yield added


def _added(known: Duty | None, worse: Duty) -> Duty | None:
    """Return what the worse class adds to a duty already named: only the police, where only they are new."""
    if known is None:
        return worse
    further = tuple(name for name in worse.to if name not in known.to)
    return replace(worse, duty="notify_police", to=further) if further else None


def _stands(rule: Rule, case: Case, case_class: CaseClass) -> Certainty | None:
    """Say whether a rule stands for the case at this class: sure, to be verified, or not at all."""
    facts = case.facts
    fits = (
        (not rule.kinds or bool(rule.kinds & case.kinds))
        and (not rule.classes or case_class in rule.classes)
        and (not rule.sectors or facts.sector in rule.sectors)
        and rule.contract in (None, facts.contract, *((rule.contract,) if _contract_open(facts) else ()))
        and rule.insured in (None, case.insured)
        and rule.forensic in (None, bool(facts.forensic))
        and (rule.diagnosed is None or facts.diagnosed in (None, rule.diagnosed))
        and (not rule.other_employer or bool(case.employers))
        and _dated(rule, case.day)
    )
    if not fits:
        return None
    doubtful = (
        (rule.contract is not None and _contract_open(facts))
        or (rule.insured is not None and facts.voluntary_insurance is None)
        or (rule.diagnosed is not None and facts.diagnosed is None)
        or facts.kind in rule.verify_kinds
        or facts.sector in rule.verify_sectors
    )
    return Certainty.VERIFY if doubtful else rule.certainty


def _contract_open(facts: CaseFacts) -> bool:
    return facts.contract is Contract.UNKNOWN


def _dated(rule: Rule, day: date) -> bool:
    return (rule.valid_from is None or rule.valid_from <= day) and (
        rule.valid_to is None or day < rule.valid_to
    )


def _make(rule: Rule, case: Case, case_class: CaseClass, stands: Certainty) -> Duty | None:
    timing, start, due = _when(rule, case, case_class)
    if timing is None:
        return None
    keys = rule.to + (rule.to_if_fatal if case_class is CaseClass.FATAL else ())
    to, receiving = _receivers(keys, case)
    form = case.pack.forms[rule.form] if rule.form else None
    ended = not (case.in_force and case.receivers_in_force)
    late = due is not None and start is not None and due < case.facts.known_at.astimezone(VIETNAM).date()
    moved = timing.counted_from is not rule.when.counted_from
    doubts = Certainty.VERIFY if ended or late or moved else Certainty.SURE
    return Duty(
        rule=rule.id,
        duty=rule.duty,
        by=rule.by,
        to=to,
        timing=timing,
        start=start,
        due=due,
        form=form.name if form else None,
        article=rule.article,
        certainty=weakest(stands, rule.certainty, receiving, form.certainty if form else stands, doubts),
    )


def _receivers(keys: tuple[str, ...], case: Case) -> tuple[tuple[str, ...], Certainty]:
    """Name the addressees of the day it became known; another than the law of the day names is verified."""
    names, certainty = [], Certainty.SURE
    for key in keys:
        if key == "specialised":
            names.append(case.pack.specialised[case.facts.sector])
            continue
        named = case.receivers.addressees[key]
        name = f"{named.name} ({', '.join(case.employers)})" if key == "victim_employer" else named.name
        names.append(name)
        changed = named.name != case.pack.addressees[key].name
        certainty = weakest(certainty, named.certainty, Certainty.VERIFY if changed else Certainty.SURE)
    return tuple(names), certainty


def _when(
    rule: Rule, case: Case, case_class: CaseClass
) -> tuple[Timing | None, datetime | None, date | None]:
    """Return the timing, its start and the last day; no timing where the period is not the case's."""
    timing = rule.when
    counts_days = timing.kind is WhenKind.WITHIN and timing.value is not None and timing.unit == "day"
    start = _STARTS[timing.counted_from](case)
    if timing.counted_from is Start.HALF_YEAR_END and start is None:
        return None, None, None
    if counts_days and timing.counted_from is Start.KNOWN_AT and case_class is CaseClass.FATAL:
        died = _death_after_report(case.facts)
        if died:
            timing, start = replace(timing, counted_from=Start.DIED_AT), died
    return timing, start, _last_day(timing, start)


def _last_day(timing: Timing, start: datetime | None) -> date | None:
    """Return the last day included: a statutory day is a plain one, only a working day stops for rest."""
    if start is None or timing.value is None:
        return None
    begun = start.astimezone(VIETNAM).date()
    if timing.unit == "working_day":
        return vietnam_calendar().add_working_days(begun, timing.value)
    return begun + timedelta(days=timing.value)


def _death_after_report(facts: CaseFacts) -> datetime | None:
    """Return the first death if the report received could not tell of it: that clock starts no earlier."""
    deaths = [victim.died_at for victim in facts.victims if is_dead(victim)]
    known = [died for died in deaths if died is not None and died > facts.known_at]
    return min(known) if known and len(known) == len(deaths) else None


def _period_end(case: Case, month: int, day: int) -> datetime | None:
    end = datetime(case.day.year, month, day, tzinfo=VIETNAM)
    return end if case.day <= end.date() else None


_STARTS: dict[Start, Callable[[Case], datetime | None]] = {
    Start.HAPPENED_AT: lambda case: case.facts.happened_at,
    Start.KNOWN_AT: lambda case: case.facts.known_at,
    Start.DIED_AT: lambda case: _death_after_report(case.facts),
    Start.ANNOUNCEMENT_MEETING: lambda case: case.facts.announced_at,
    Start.HALF_YEAR_END: lambda case: _period_end(case, 6, 30),
    Start.YEAR_END: lambda case: _period_end(case, 12, 31),
    Start.IN_USE_AT: lambda case: case.facts.in_use_at,
    Start.INSPECT_BY: lambda case: case.facts.inspect_by,
}
