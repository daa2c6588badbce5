"""Handing over between units: who takes over is told, asked for a yes, asked again, and the office sees who has not.

The duties belong to the receiver from the day the decision names, whatever is answered: nothing waits for a yes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from domain.calendar import LOCAL, local
from domain.errors import BaoAnError, ConflictError, NotAllowedError
from domain.reminder import deliver_at
from handlers import menu, outgoing
from handlers.acting import Acting, Surroundings
from handlers.progress_words import brief
from handlers.services import access, plan_entering, progress
from handlers.services.reorganisation_moves import Handed
from messages.envelope import Option, Say, Text
from storage.records import HandoverRecord, ReorganisationRecord
from storage.unit_of_work import UnitOfWork

ASK_EVERY, OFTEN, SELDOM_EVERY = 3, 4, 10
"""Working days between two questions; after so many questions; working days from then on."""

MOST = 6


def announce(
    uow: UnitOfWork,
    around: Surroundings,
    record: ReorganisationRecord,
    receiving: Mapping[int, Sequence[str]],
    now: datetime,
) -> None:
    """Tell standing receivers, before the day comes, from whom they will take over."""
    by_person, _ = plan_entering.hearers(uow, receiving, now)
    for person, units in by_person.items():
        for unit_id in units:
            named = _decision(record) | {
                "unit": uow.units.get(unit_id).name,
                "from": "; ".join(dict.fromkeys(receiving[unit_id])),
            }
            _tell(uow, around, person, Say("handover-announced", named), f"{record.code}:soon:{unit_id}", now)


def begin(
    uow: UnitOfWork,
    around: Surroundings,
    record: ReorganisationRecord,
    handed: Sequence[Handed],
    now: datetime,
) -> None:
    """Keep who gave what to whom, ask each receiver, tell the office what was done."""
    for one in handed:
        uow.reorganisations.add_handover(
            reorganisation_id=record.id,
            from_unit_id=one.from_unit,
            from_name=one.from_name,
            to_unit_id=one.to_unit,
            duties=list(one.duties),
            cases=list(one.cases),
            asked=0,
            next_at=None if one.renamed else now,
            accepted_by=None,
            accepted_at=None,
            objection=None,
        )
    _tell_renamed(uow, around, record, handed, now)
    ask_again(uow, around, now)
    _tell_office(uow, record, handed, now)


def _tell_renamed(
    uow: UnitOfWork,
    around: Surroundings,
    record: ReorganisationRecord,
    handed: Iterable[Handed],
    now: datetime,
) -> None:
    for one in handed:
        if not one.renamed:
            continue
        by_person, _ = plan_entering.hearers(uow, [one.to_unit], now)
        named = _decision(record) | {"from": one.from_name, "unit": uow.units.get(one.to_unit).name}
        for person in by_person:
            key = f"{record.code}:renamed:{one.to_unit}"
            _tell(uow, around, person, Say("handover-renamed", named, options=(menu.MY_TASKS,)), key, now)


def _tell_office(
    uow: UnitOfWork, record: ReorganisationRecord, handed: Sequence[Handed], now: datetime
) -> None:
    lines = [
        Text(
            "handover-line-renamed" if one.renamed else "handover-line",
            {
                "from": one.from_name,
                "unit": uow.units.get(one.to_unit).name,
                "duties": str(len(one.duties)),
                "cases": str(len(one.cases)),
                "people": str(len(one.people)),
            },
        )
        for one in handed[:MOST]
    ]
    if len(handed) > MOST:
        lines.append(Text("handover-more", {"count": str(len(handed) - MOST)}))
    _, deaf = plan_entering.hearers(uow, dict.fromkeys(one.to_unit for one in handed), now)
    if deaf:
        lines.append(Text("handover-deaf", {"units": "; ".join(deaf[:MOST])}))
    say = Say(
        "handover-done",
        _decision(record) | {"lines": lines},
        options=(Option("invite", Text("menu-invite")),) if deaf else (),
    )
    for person in progress.coordinators(uow):
        outgoing.notify(uow, person, say, now, dedup_key=f"{record.code}:done:{person}")


def tell_stuck(uow: UnitOfWork, record: ReorganisationRecord, error: BaoAnError, now: datetime) -> int:
    """Tell the office, once a day, that an adopted decision cannot be carried out, and why."""
    day = local(now).date().isoformat()
    say = Say("handover-stuck", _decision(record) | {"why": Text(error.key, error.params)})
    told = [
        outgoing.notify(uow, person, say, now, dedup_key=f"{record.code}:stuck:{day}:{person}")
        for person in progress.coordinators(uow)
    ]
    return sum(row is not None for row in told)


def ask_again(uow: UnitOfWork, around: Surroundings, now: datetime) -> int:
    """Ask every receiver whose turn it is, one message for all it took over by one decision."""
    waiting: dict[tuple[int, int], list[HandoverRecord]] = {}
    for one in uow.reorganisations.waiting(now):
        waiting.setdefault((one.reorganisation_id, one.to_unit_id), []).append(one)
    for (reorganisation, unit_id), some in waiting.items():
        record = uow.reorganisations.get(reorganisation)
        asked = max(one.asked for one in some)
        by_person, deaf = plan_entering.hearers(uow, [unit_id], now)
        for person in by_person:
            _tell(
                uow,
                around,
                person,
                _question(uow, record, unit_id, some),
                f"{record.code}:{unit_id}:{asked}",
                now,
            )
        if asked and (deaf or asked > 1):
            _tell_unanswered(uow, record, unit_id, asked, now)
        _set_next(uow, around, some, asked + 1, now)
    return len(waiting)


def _set_next(
    uow: UnitOfWork, around: Surroundings, some: Iterable[HandoverRecord], asked: int, now: datetime
) -> None:
    days = ASK_EVERY if asked < OFTEN else SELDOM_EVERY
    day = around.calendar.add_working_days(local(now).date(), days)
    at = deliver_at(datetime.combine(day, time(), LOCAL), around.policy, around.calendar)
    for one in some:
        uow.reorganisations.change_handover(one.id, asked=asked, next_at=at)


def _tell_unanswered(
    uow: UnitOfWork, record: ReorganisationRecord, unit_id: int, asked: int, now: datetime
) -> None:
    say = Say("handover-unanswered", _decision(record) | {"unit": uow.units.get(unit_id).name})
    for person in progress.coordinators(uow):
        key = f"{record.code}:unanswered:{unit_id}:{asked}:{person}"
        outgoing.notify(uow, person, say, now, dedup_key=key)


def _question(
    uow: UnitOfWork, record: ReorganisationRecord, unit_id: int, some: Sequence[HandoverRecord]
) -> Say:
    duties = list(dict.fromkeys(code for one in some for code in one.duties))
    cases = list(dict.fromkeys(code for one in some for code in one.cases))
    named = _decision(record) | {
        "unit": uow.units.get(unit_id).name,
        "from": "; ".join(one.from_name for one in some),
        "duties": str(len(duties)),
        "cases": str(len(cases)),
        "lines": listed(uow, duties, cases),
    }
    place = f"{record.code}:{unit_id}"
    options = (
        Option(f"handover:yes:{place}", Text("handover-yes")),
        Option(f"handover:no:{place}", Text("handover-no")),
    )
    return Say("handover-asked", named, options=options)


def listed(uow: UnitOfWork, duties: Sequence[str], cases: Sequence[str]) -> list[Text]:
    """Return what is taken over, the nearest due day first; how many more there are stands last."""
    found = [one for code in duties if (one := uow.occurrences.by_code(code)) is not None]
    plain = sorted(
        (one for one in found if one.case is None),
        key=lambda one: (one.due_on is None, one.due_on or one.opens_on),
    )
    shown = [
        Text(
            "handover-duty" if one.due_on else "handover-duty-undated",
            {"what": brief(one), "due": one.due_on or ""},
        )
        for one in plain[: MOST - min(len(cases), 2)]
    ]
    shown += [Text("handover-case", {"code": code}) for code in cases[: MOST - len(shown)]]
    more = len(duties) + len(cases) - len(shown)
    return [*shown, Text("handover-more", {"count": str(more)})] if more else shown


def _decision(record: ReorganisationRecord) -> dict[str, object]:
    return {
        "code": record.code,
        "decision": record.decision_no,
        "dated": plain_day(record.decided_on),
        "effective": plain_day(record.effective_on),
    }


def plain_day(value: date) -> str:
    """Return a day as acts write it: 01/07/2025."""
    return f"{value:%d/%m/%Y}"


def _tell(uow: UnitOfWork, around: Surroundings, person: int, say: Say, key: str, now: datetime) -> None:
    outgoing.notify(
        uow,
        person,
        say,
        now,
        dedup_key=f"handover:{key}:{person}",
        not_before=deliver_at(now, around.policy, around.calendar),
    )


@dataclass(frozen=True, slots=True)
class Accept:
    """Say that one's unit has taken over what a decision gave it."""

    code: str
    unit_id: int


def accept(uow: UnitOfWork, command: Accept, by: Acting) -> Say:
    """Note the yes of an officer of the receiver, and return what to say; a second yes changes nothing.

    Raises NotAllowedError `button-old` for anybody else.
    """
    some = _mine(uow, command.code, command.unit_id, by)
    done = [one for one in some if uow.reorganisations.accept(one.id, by.person.id, by.now)]
    unit = uow.units.get(command.unit_id).name
    if not done:
        return Say("handover-accepted-already", {"unit": unit})
    uow.audit.add(
        "handover_accepted",
        f"reorganisation:{command.code}",
        person_id=by.person.id,
        now=by.now,
        detail={"unit": unit, "from": [one.from_name for one in done]},
    )
    return Say("handover-accepted", {"unit": unit}, options=(menu.MY_TASKS,))


@dataclass(frozen=True, slots=True)
class Object:
    """Say what is wrong with what one's unit took over."""

    code: str
    unit_id: int
    words: str


def object_(uow: UnitOfWork, command: Object, by: Acting) -> str:
    """Keep the words and pass them to the office; the duties stay with the unit until the office decides.

    Raises NotAllowedError `button-old` for anybody but an officer of the receiver, ConflictError
    `handover-accepted-already` where the unit said yes before.
    """
    some = _mine(uow, command.code, command.unit_id, by)
    unit = uow.units.get(command.unit_id).name
    if all(one.accepted_at is not None for one in some):
        raise ConflictError("handover-accepted-already", unit=unit)
    for one in some:
        uow.reorganisations.change_handover(one.id, objection=command.words)
    record = uow.reorganisations.get(some[0].reorganisation_id)
    say = Say("handover-objected", _decision(record) | {"unit": unit, "words": command.words})
    for person in progress.coordinators(uow):
        key = f"{record.code}:objected:{command.unit_id}:{by.now.isoformat()}:{person}"
        outgoing.notify(uow, person, say, by.now, dedup_key=key)
    uow.audit.add(
        "handover_objected",
        f"reorganisation:{record.code}",
        person_id=by.person.id,
        now=by.now,
        detail={"unit": unit},
    )
    return unit


def waiting_for(uow: UnitOfWork, by: Acting) -> tuple[tuple[str, int], ...]:
    """Return what the person's units are asked to confirm, as (code of the decision, unit), oldest first."""
    own = by.person.units(*access.OFFICERS)
    found = (
        (uow.reorganisations.get(one.reorganisation_id).code, one.to_unit_id)
        for one in uow.reorganisations.unanswered(own)
    )
    return tuple(dict.fromkeys(found))


def may_answer(uow: UnitOfWork, code: str, unit_id: int, by: Acting) -> None:
    """Raise NotAllowedError `button-old` where the person may not answer for the receiver."""
    _mine(uow, code, unit_id, by)


def _mine(uow: UnitOfWork, code: str, unit_id: int, by: Acting) -> tuple[HandoverRecord, ...]:
    record = uow.reorganisations.by_code(code)
    found = () if record is None else uow.reorganisations.handovers_of(record.id)
    some = tuple(one for one in found if one.to_unit_id == unit_id)
    if not some or unit_id not in by.person.units(*access.OFFICERS):
        raise NotAllowedError("button-old")
    return some
