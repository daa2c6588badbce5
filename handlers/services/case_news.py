"""What a change of facts did to the duties of a case, told once in plain words to everybody it concerns.

Told is what was said before and holds no more: a duty that was sure, or the class. While a case is still being told,
doubts that settle and duties that come with them are no news.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from domain.accident import CaseClass
from domain.case_clocks import Pace, duty_from_json
from domain.law.duties import Duty
from domain.law.rules import Certainty
from handlers import outgoing
from handlers.acting import Acting
from handlers.case_duty_words import due_words, what
from handlers.services import access, case_duties, case_facts, case_owners, papers
from messages.envelope import Option, Say, Text
from storage.records import AccidentRecord, CaseDuty
from storage.unit_of_work import UnitOfWork

MOST_LINES = 8
_URGENT = frozenset({CaseClass.FATAL, CaseClass.MULTIPLE_SERIOUS})


def follow(
    uow: UnitOfWork,
    case_id: int,
    before: Mapping[str, Any],
    by: Acting,
    *,
    spare: int | None = None,
    alarmed: Collection[int] = (),
) -> None:
    """Let the clocks follow the facts, and tell of it; run again on the same facts it changes and says nothing.

    `before` are the facts as they were, `spare` a person who hears of it in another way. Those `alarmed` of the same
    change just now are told as of something that goes with it: the alarm stands alone, for it may go by a platform's
    template, which has no room for duties.
    """
    _lapse(uow, case_id, by)
    followed = case_duties.follow(uow, case_id, by.now)
    if not followed:
        return
    case = uow.accidents.get(case_id)
    was = case_facts.explained(before, case.kind, case.created_at)
    moved = was is not None and was.case_class not in (CaseClass.UNKNOWN, followed.case_class)
    sure = [row for row in followed.ended if row.law["certainty"] == Certainty.SURE and _heard_of(row)]
    if not moved and not sure:
        return
    changed = Text("case-news-facts")
    if was is not None and moved:
        params = {
            name: Text(f"law-class-{kind}")
            for name, kind in (("old", was.case_class), ("new", followed.case_class))
        }
        changed = Text("case-news-class", params)
    lines = _lines(followed.ended, followed.begun, by) or [Text("case-law-none")]
    say = Say(
        "case-news",
        {"code": case.code, "changed": changed, "lines": lines},
        options=(Option(f"law:list:{case.code}", Text("case-law")),),
        urgent=moved and followed.case_class in _URGENT,
    )
    last = max(row.id for row in (*followed.ended, *followed.begun))
    for person_id in _concerned(uow, case, (*followed.ended, *followed.begun), by):
        if person_id != spare:
            key = f"case:{case.id}:{person_id}:news:{last}"
            said = replace(say, key="case-news-after", urgent=False) if person_id in alarmed else say
            outgoing.notify(uow, person_id, said, by.now, dedup_key=key, about=outgoing.of_case(case.code))


def _lapse(uow: UnitOfWork, case_id: int, by: Acting) -> None:
    """Take confirmed severities back once the facts they were about have changed: figures would go by them."""
    facts = uow.accidents.facts(case_id)
    if not facts.get(case_facts.SEVERITIES):
        return
    case = uow.accidents.get(case_id)
    found = case_facts.explained(facts, case.kind, case.created_at)
    if found is None or found.suggested:
        salt = by.around.token(case_facts.SALT_BYTES).hex()
        uow.accidents.put_fact(case_id, case_facts.SEVERITIES, [], salt=salt, person_id=None, now=by.now)
        uow.audit.add("case_class_lapsed", f"case:{case.code}", person_id=None, now=by.now)


def _heard_of(row: CaseDuty) -> bool:
    return row.pace != Pace.SILENT


def _lines(ended: Iterable[CaseDuty], begun: Iterable[CaseDuty], by: Acting) -> list[Text]:
    """Return a line for each duty that was moved, is new or is gone, in this order."""
    gone = {(row.rule, row.law["duty"]): duty_from_json(row.law) for row in ended if _heard_of(row)}
    moved, new = [], []
    for row in begun:
        duty = duty_from_json(row.law)
        if not _heard_of(row):
            continue
        old = gone.pop((row.rule, duty.duty), None)
        params = {"duty": what(duty), "due": due_words(duty, by.now)}
        if old is None:
            new.append(Text("case-news-new", params))
        else:
            moved.append(Text("case-news-moved", {**params, **_parts(old, duty, by)}))
    lost = [
        Text("case-news-gone", {"duty": what(duty), "due": due_words(duty, by.now)}) for duty in gone.values()
    ]
    found = [*moved, *new, *lost]
    more = len(found) - MOST_LINES
    return [*found[:MOST_LINES], Text("status-more", {"count": more})] if more > 0 else found


def _parts(old: Duty, new: Duty, by: Acting) -> dict[str, Any]:
    """Return what it was before and to whom it goes now; behind an addressee's bracket stands an employer's name."""
    to = ", ".join(name.partition(" (")[0] for name in new.to)
    moved = old.to != new.to and to
    return {"was": due_words(old, by.now), "to": Text("case-news-to", {"to": to}) if moved else ""}


def _concerned(
    uow: UnitOfWork, case: AccidentRecord, rows: Iterable[CaseDuty], by: Acting
) -> tuple[int, ...]:
    """Return who hears of it: officers told of the case, who took it, the units named, an employer who reported."""
    people = dict.fromkeys(access.told_and_in_charge(uow, case))
    taken_by = case.acknowledged_by
    if taken_by is not None and access.is_officer_on(uow, uow.people.get(taken_by), case):
        people[taken_by] = None
    units = dict.fromkeys(
        row.unit_id for row in rows if row.own and row.unit_id is not None and _heard_of(row)
    )
    for unit_id in units:
        people |= dict.fromkeys(_first(uow, unit_id, by))
    reporter = uow.people.get(case.reporter_id)
    told_itself = by.person.id == reporter.id or case.is_private
    if not told_itself and papers.is_employer(reporter, case, uow.accidents.facts(case.id)):
        people[reporter.id] = None
    return tuple(people)


def _first(uow: UnitOfWork, unit_id: int, by: Acting) -> tuple[int, ...]:
    """Return the first in a unit who can be told."""
    for role in case_owners.HOLDERS:
        holders = uow.people.holding(role, unit_id)
        reached = uow.ways.reach_all(holders, None, by.now)
        for person in holders:
            if person in reached:
                return (person,)
    return ()
