"""What of a case stands on one page: its state for whoever reported it, its facts and buttons for an officer."""

from collections.abc import Mapping
from typing import Any

from domain.accident import ENDED, CaseState
from domain.calendar import local
from domain.positions import far_off
from handlers.acting import Acting
from handlers.flows import accident_words as words
from handlers.flows import (
    case_class,
    case_files,
    case_kin,
    case_law,
    case_talks,
    declaration,
    investigation,
    papers,
)
from handlers.services import alerts, case_facts, outcomes, routing
from messages.envelope import Option, Say, Text
from storage.records import AccidentRecord
from storage.unit_of_work import UnitOfWork

MOST_POSITIONS = 50
LONG = 1500
_SHOWN = tuple(name for name in case_facts.FIELDS if name != "files")


def state(case: AccidentRecord) -> Text:
    """Return where a case stands, and since when somebody has it."""
    stands = Text(f"case-state-{case.state}")
    if case.acknowledged_at is None:
        return stands
    return Text("case-state-since", {"state": stands, "time": case.acknowledged_at})


def of_reporter(uow: UnitOfWork, by: Acting, case: AccidentRecord, facts: Mapping[str, Any]) -> Say:
    """Return what a reporter sees of a case: its state, and what can be done about it."""
    mine = case.reporter_id == by.person.id
    add = (Option(f"case:add:{case.code}", Text("case-add")), _fix(case)) if mine else ()
    papers_of = papers.button(uow, by, case, facts)
    closed = outcomes.options(case.code) if mine and case.state == CaseState.CLOSED else ()
    talk = (Option(f"handoff:start:{case.code}", Text("menu-handoff")),) if mine and not closed else ()
    law = case_law.button(uow, case) if papers_of else ()
    options = (*add, *closed, *talk, *law, *papers_of)
    return Say("case-state", {"code": case.code, "state": state(case)}, options=options)


def of_officer(uow: UnitOfWork, by: Acting, case: AccidentRecord, facts: Mapping[str, Any]) -> Say:
    """Return what an officer sees of a case, with the few buttons that are wanted first; `rest` holds the others."""
    lines = words.lines(facts, _SHOWN, by.person.language, LONG)
    if case.is_private:
        lines.insert(0, Text(f"case-reporter-{case.privacy}", {"handle": case.handle or ""}))
    lines += _far_off(uow, case, facts)
    lines += [*words.legal_lines(facts), *words.disease_lines(facts, local(case.created_at).date())]
    kin = case_kin.on_page(uow, by, case)
    looked_into, _ = investigation.on_page(uow, case)
    confirmed = case_class.line(uow, by, case, facts)
    lines += [*declaration.lines(facts), *([confirmed] if confirmed else ()), *case_law.lines(uow, by, case)]
    lines += [*kin.lines, *looked_into]
    lines += bodies(uow, case, facts, by)
    lines += outcomes.line(facts)
    agree = tuple(one for one in case_class.buttons(case, facts) if one.payload.startswith("class:agree"))
    first = (*_steps(case), *agree, *case_law.button(uow, case), *_asks(case, by), *kin.options)
    return Say(
        "case-page",
        {
            "code": case.code,
            "state": state(case),
            "class": _class(case, facts),
            "lines": lines or [Text("accident-review-nothing")],
        },
        options=(
            *first,
            *case_files.more(case.code, facts, 0),
            Option(f"case:more:{case.code}", Text("case-more")),
        ),
        files=case_files.of_page(uow, case, facts, 0),
    )


def rest(uow: UnitOfWork, by: Acting, case: AccidentRecord, facts: Mapping[str, Any]) -> Say:
    """Return what else an officer may do with a case."""
    owns = case.acknowledged_by == by.person.id and CaseState(case.state) not in ENDED
    other = tuple(one for one in case_class.buttons(case, facts) if not one.payload.startswith("class:agree"))
    return Say(
        "case-more-what",
        {"code": case.code},
        options=(
            Option(f"case:add:{case.code}", Text("case-add")),
            _fix(case),
            *((Option(f"case:pass:{case.code}", Text("passing-start")),) if owns else ()),
            *investigation.on_page(uow, case)[1],
            *other,
            *papers.button(uow, by, case, facts),
            *case_talks.button(uow, case),
        ),
    )


def _far_off(uow: UnitOfWork, case: AccidentRecord, facts: Mapping[str, Any]) -> tuple[Text, ...]:
    """Return the doubt about a position far from all that were sent in cases of the commune before."""
    sent = facts.get("locations") or ()
    if not sent or case.unit_id is None:
        return ()
    apart = far_off(sent, uow.queries.positions_in(case.unit_id, case.id, MOST_POSITIONS))
    return () if apart is None else (Text("case-position-far", {"km": f"{apart:.0f}"}),)


def bodies(uow: UnitOfWork, case: AccidentRecord, facts: Mapping[str, Any], by: Acting) -> tuple[Text, ...]:
    """Return how the other bodies that the law names for an alarm are told: by us, or by whom to ring."""
    found = routing.lines(uow, case, facts, by.now) if alerts.is_urgent(case) else []
    return (Text("case-bodies"), *found) if found else ()


def _class(case: AccidentRecord, facts: Mapping[str, Any]) -> Text:
    """Return the class of an alarm, suggested or confirmed, and the kind of anything else."""
    if not alerts.is_urgent(case):
        return Text("case-class-suggested", {"class": Text(f"case-kind-{case.kind}")})
    found = case_facts.explained(facts, case.kind, case.created_at)
    kind = Text(f"law-class-{case.suggested_class if found is None else found.case_class}")
    return Text(
        "case-class-suggested" if found is None or found.suggested else "case-class-is", {"class": kind}
    )


def _steps(case: AccidentRecord) -> tuple[Option, ...]:
    """Return the states that an officer may bring a case to now."""
    now = CaseState(case.state)
    offered = (
        ("take", CaseState.ACKNOWLEDGED, case.acknowledged_at is None),
        ("handle", CaseState.BEING_HANDLED, True),
        ("close", CaseState.CLOSED, True),
    )
    return tuple(
        Option(f"case:{act}:{case.code}", Text(f"case-{act}"))
        for act, target, fitting in offered
        if fitting and now.can_become(target)
    )


def _asks(case: AccidentRecord, by: Acting) -> tuple[Option, ...]:
    others = case.reporter_id != by.person.id
    return (Option(f"case:ask:{case.code}", Text("case-ask")),) if others else ()


def _fix(case: AccidentRecord) -> Option:
    return Option(f"case:fix:{case.code}", Text("case-fix"))
