"""Reports that may be of one accident, and those that officers joined. Nothing here joins anything by itself.

Likeness is looked for a little after something new was told, outside the turn of whoever told it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from domain.accident import CaseKind
from domain.case_groups import groups
from domain.likeness import Likeness, can_be_one, compare, window
from domain.likeness_profile import READ, Profile, profile_of, span_of
from handlers import outgoing
from handlers.acting import Surroundings
from handlers.services import access
from messages.envelope import Option, Say, Text
from storage.records import AccidentRecord, Person
from storage.unit_of_work import UnitOfWork

SETTLE = timedelta(minutes=1)  # the next answers of a talk tell more, and one look serves them all
MOST_COMPARED = 200  # of a day with more reports than that only the newest: some 35 ms
MOST_OFFERED = 3
FAR_BEHIND = 1.5  # a candidate this much less alike than the best is not worth an officer's time
MOST_A_TICK = 5
ABOUT = "kin"
QUIET, MOST_AT_ONCE = timedelta(minutes=10), 3  # no officer hears of more pairs in so short a time
_TOLD_OF = frozenset(READ)
_ALONE = frozenset({CaseKind.DISEASE, CaseKind.EQUIPMENT})  # no accident, whatever their words
_TOGETHER = tuple(kind.value for kind in CaseKind if kind not in _ALONE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A case that may be of the same accident, and what speaks for it."""

    case: AccidentRecord
    likeness: Likeness


def note_told(uow: UnitOfWork, case: AccidentRecord, names: Iterable[str], now: datetime) -> None:
    """Keep when the case may have happened, and have it compared soon, where one of these facts tells anything."""
    if not _TOLD_OF & set(names):
        return
    facts = uow.accidents.facts_of((case.id,), ("happened",)).get(case.id, {})
    span = span_of(facts.get("happened"), case.created_at)
    uow.accidents.change(case.id, happened_from=span.first, happened_to=span.last, compare_at=now + SETTLE)


def profile(case: AccidentRecord, facts: Mapping[str, Any]) -> Profile:
    """Return what of a case is compared."""
    return profile_of(case.kind, case.created_at, case.unit_id, facts)


def alike(uow: UnitOfWork, case: AccidentRecord) -> tuple[Candidate, ...]:
    """Return the cases most like this one, the likest first; none that an officer joined or told apart already.

    Where an account is joined with one of the candidates, the candidate stands for them all.
    """
    own = profile(case, uow.accidents.facts_of((case.id,), READ).get(case.id, {}))
    first, last = window(own.span)
    kinds = _TOGETHER if case.kind in _TOGETHER else (case.kind,)
    near = uow.verdicts.near(first, last, kinds, case.id, MOST_COMPARED)
    settled = _settled(uow, case)
    left = [other for other in near if other.id not in settled]
    facts = uow.accidents.facts_of((other.id for other in left), READ)
    found = []
    for other in left:
        known = facts.get(other.id, {})
        if not can_be_one(own.span, span_of(known.get("happened"), other.created_at)):
            continue
        likeness = compare(own, profile(other, known))
        if likeness.is_alike:
            found.append(Candidate(other, likeness))
    found.sort(key=lambda one: (-one.likeness.score, one.case.id))
    best = found[0].likeness.score if found else 0.0
    return tuple(one for one in found if one.likeness.score > best - FAR_BEHIND)


def _settled(uow: UnitOfWork, case: AccidentRecord) -> frozenset[int]:
    """Return the cases about which an officer decided: joined with this one, or told apart from it."""
    apart = {
        id_ for one in uow.verdicts.of(case.id) if not one.same for id_ in (one.accident_id, one.other_id)
    }
    return frozenset({*apart, *ids_with(uow, case.id)})


def offers(uow: UnitOfWork, person: Person, case: AccidentRecord) -> tuple[Candidate, ...]:
    """Return the likest cases that the person may act on, at most MOST_OFFERED."""
    seen = (one for one in alike(uow, case) if access.is_officer_on(uow, person, one.case))
    return tuple(one for one, _ in zip(seen, range(MOST_OFFERED), strict=False))


# What is joined


def ids_with(uow: UnitOfWork, case_id: int) -> tuple[int, ...]:
    """Return the ids of all cases joined with this one, itself included, the oldest first."""
    known, waiting, pairs = {case_id}, [case_id], []
    while waiting:
        for one in uow.verdicts.of(waiting.pop()):
            if one.same:
                pairs.append((one.accident_id, one.other_id))
                new = {one.accident_id, one.other_id} - known
                known |= new
                waiting += new
    return groups(pairs).get(case_id, (case_id,))


def together(uow: UnitOfWork, case: AccidentRecord) -> tuple[AccidentRecord, ...]:
    """Return the reports of one accident, this one included, the oldest first: report 1 is the one that counts."""
    return tuple(case if id_ == case.id else uow.accidents.get(id_) for id_ in ids_with(uow, case.id))


def siblings(uow: UnitOfWork, case: AccidentRecord) -> tuple[AccidentRecord, ...]:
    """Return the other reports of the same accident."""
    return tuple(other for other in together(uow, case) if other.id != case.id)


# Telling those in charge


def tick(uow: UnitOfWork, _around: Surroundings, now: datetime) -> int:
    """Compare cases about which something new was told; returns how many.

    An officer who was told of several pairs just now hears of the next ones later: the cases' pages show them.
    """
    due = uow.verdicts.waiting(now, MOST_A_TICK)
    for case in due:
        told = _tell(uow, case, now)
        uow.accidents.change(case.id, compare_at=None if told else now + QUIET)
    return len(due)


def next_tick(uow: UnitOfWork, _now: datetime) -> datetime | None:
    """Return the earliest instant at which a case is to be compared."""
    return uow.verdicts.next_waiting()


def _tell(uow: UnitOfWork, case: AccidentRecord, now: datetime) -> bool:
    """Tell whoever has taken the case, else those told of it, what it may be one with: once for each pair.

    False where somebody is to hear of it later.
    """
    found = [one.case for one in alike(uow, case) if one.case.reporter_id != case.reporter_id]
    if not found:
        return True
    taken = (case.acknowledged_by,) if case.acknowledged_by is not None else None
    heard = uow.outbox.notices_since(now - QUIET, ABOUT)
    all_told = True
    for person_id in taken or access.told_and_in_charge(uow, case):
        person = uow.people.get(person_id)
        theirs = [other for other in found if access.is_officer_on(uow, person, other)]
        if not theirs or not access.is_officer_on(uow, person, case):
            continue
        if heard.get(person_id, 0) >= MOST_AT_ONCE:
            all_told = False
            continue
        if _offer(uow, case, theirs[0], person_id, now) is not None:
            heard[person_id] = heard.get(person_id, 0) + 1
    return all_told


def _offer(
    uow: UnitOfWork, case: AccidentRecord, other: AccidentRecord, person_id: int, now: datetime
) -> int | None:
    options = (Option(f"kin:see:{case.code}:{other.code}", Text("case-kin-compare")),)
    say = Say("case-kin-push", {"code": case.code, "other": other.code}, options=options)
    first, second = sorted((case.id, other.id))
    key = f"{ABOUT}|{first}:{second}:{person_id}"
    return outgoing.notify(uow, person_id, say, now, dedup_key=key, about=outgoing.of_case(case.code))
