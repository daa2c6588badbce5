"""Which officers are asked to talk with somebody, one after the other, and in what words.

A call holds the case's code and place, never who it is: the person is named by the case or by their unit.
"""

from datetime import datetime
from typing import Any

from domain.desk_policy import DeskPolicy
from domain.ways import Topic
from handlers import outgoing
from handlers.services import access, alerts, carrying, chains, communes
from messages.envelope import Option, Say, Text
from storage.records import AccidentRecord, DialogueRecord
from storage.unit_of_work import UnitOfWork

OWNER = "owner"  # the level of whoever has taken the case


def call_next(uow: UnitOfWork, talk: DialogueRecord, desk: DeskPolicy, now: datetime) -> Text | None:
    """Ask the next in line who can be reached; those in another dialogue only where nobody else is left."""
    asked = (*uow.dialogues.called(talk.id), talk.person_id)
    case = carrying.case_of(uow, talk)
    topic = Topic.CASE if case is None else Topic.ALARM
    everybody = [stage for stage in _line(uow, talk, case, now) if stage]
    busy = uow.dialogues.busy(person for stage in everybody for person, _ in stage)
    found = chains.first_reachable(uow, everybody, topic, now, {*asked, *busy})
    found = found or chains.first_reachable(uow, everybody, topic, now, asked)
    if not found:
        return None
    for person_id, level in found:
        uow.dialogues.call(talk.id, person_id, level, now)
        notify(uow, talk, person_id, _push(uow, talk), "asked", now)
    wait = desk.handoff_next_after_grave if talk.grave else desk.handoff_next_after
    uow.dialogues.change(talk.id, next_check_at=now + wait, checks=talk.checks + 1)
    levels = [level for _, level in found]
    uow.audit.add(
        "dialogue_called", f"dialogue:{talk.id}", person_id=None, now=now, detail={"levels": levels}
    )
    return _called(uow, found[0])


def _line(
    uow: UnitOfWork, talk: DialogueRecord, case: AccidentRecord | None, now: datetime
) -> list[chains.Stage]:
    owner = case.acknowledged_by if case is not None else None
    first: list[chains.Stage] = []
    if case is not None and owner is not None and access.may_see(uow, uow.people.get(owner), case):
        first = [[(owner, OWNER)]]
    unit = case.unit_id if case is not None else talk.unit_id
    line = chains.stages(uow, unit, now)
    return [*first, *([one for one in stage if one[1] != chains.LEADER] for stage in line)]


def _called(uow: UnitOfWork, one: tuple[int, str]) -> Text:
    """Return what an officer asked is called: by the level and the unit, never by name."""
    person_id, level = one
    held = uow.people.get(person_id).units(level) or uow.people.get(person_id).units(*access.OFFICERS)
    office = uow.units.coordinating()
    unit = uow.units.get(held[0]) if held else office
    name = communes.in_sentence(unit) if unit is not None else ""
    return Text(f"handoff-level-{level}" if name else "handoff-level-nameless", {"unit": name})


def _push(uow: UnitOfWork, talk: DialogueRecord) -> Say:
    options = (
        Option(f"handoff:take:{talk.id}", Text("handoff-take")),
        Option(f"handoff:pass:{talk.id}", Text("case-pass")),
    )
    key = "handoff-push-grave" if talk.grave else "handoff-push"
    return Say(key, {"who": whose(uow, talk)}, options=options, urgent=talk.grave)


def whose(uow: UnitOfWork, talk: DialogueRecord) -> Text:
    """Return what a person is called before an officer: by the case or the unit, never by name."""
    case = carrying.case_of(uow, talk)
    if case is not None:
        who = "reporter" if case.reporter_id == talk.person_id else "on"
        return Text(f"handoff-whose-{who}", {"code": case.code, "place": alerts.place_for_push(uow, case)})
    own = uow.people.get(talk.person_id).units(*access.OFFICERS, "employer")
    if own:
        return Text("handoff-whose-unit", {"unit": communes.in_sentence(uow.units.get(own[0]))})
    return Text("handoff-whose-somebody")


def notify(uow: UnitOfWork, talk: DialogueRecord, person_id: int, say: Say, why: str, now: datetime) -> None:
    """Tell an officer something about a dialogue outside of it, once for each `why`."""
    case = carrying.case_of(uow, talk)
    about: dict[str, Any] = {"dialogue": talk.id, "asks": why == "asked"}
    about |= alerts.about(uow, case, now) if case is not None else {outgoing.CASE: f"dialogue:{talk.id}"}
    outgoing.notify(uow, person_id, say, now, dedup_key=f"talk:{talk.id}:{person_id}:{why}", about=about)
