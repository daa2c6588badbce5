"""What a reporter tells: opening a case, keeping facts, adding to it, looking at it."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from domain.accident import CODE_PREFIXES, CaseKind, CaseState, case_code
from domain.errors import BadInputError, NotAllowedError
from handlers import outgoing
from handlers.acting import Acting
from handlers.services import (
    access,
    alerts,
    case_duties,
    case_facts,
    case_kin,
    case_news,
    communes,
    consents,
    machines,
    privacy,
)
from messages.envelope import Say
from messages.words import LOCAL
from storage.records import AccidentRecord
from storage.unit_of_work import UnitOfWork

SALT_BYTES = case_facts.SALT_BYTES
CODE_BYTES = (4, 4, 4, 5, 6, 7, 8)  # one draw after the other, longer when short ones keep being taken
LIST_FIELDS = case_facts.LIST_FIELDS
MOST_ITEMS, MOST_REMARK_BYTES = case_facts.MOST_ITEMS, case_facts.MOST_REMARK_BYTES


@dataclass(frozen=True, slots=True)
class OpenCase:
    """Open a case with what is known so far and tell those in charge."""

    kind: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    consent: str | None = None  # the answer to the notice, where it was asked before there was a case
    privacy: str | None = None  # how the reporter is kept out of it (see services.privacy), None: by name


def open_case(uow: UnitOfWork, command: OpenCase, by: Acting) -> dict[str, Any]:
    """Open a case; returns {"code", "told", "unit"}.

    `told` says who is being told: "commune", "office" or "nobody" (nobody can be reached: say so, and give a
    number). `unit` names them. Nothing counts as sent before delivery says so.
    """
    kind = CaseKind(command.kind)
    facts = {name: command.facts[name] for name in case_facts.FIELDS if command.facts.get(name) is not None}
    if command.consent in consents.REFUSALS:
        facts = case_facts.without_personal(facts)
    if command.privacy is not None:
        facts = case_facts.without_identity(facts)
    case_id = uow.accidents.add(
        code=_fresh_code(uow, kind, by),
        kind=kind.value,
        state=CaseState.OPEN.value,
        unit_id=(facts.get("place") or {}).get("unit"),
        reporter_id=by.person.id,
        channel=by.address.channel,
        now=by.now,
    )
    case = uow.accidents.get(case_id)
    if command.consent is not None:
        uow.accidents.bind_consent(by.person.id, case_id)
    _keep(uow, case, facts, by, "case_opened_by_report")
    if command.privacy is not None:
        privacy.keep_private(uow, privacy.KeepPrivate(case.code, command.privacy), by)
        case = uow.accidents.get(case_id)
    case_duties.follow(uow, case_id, by.now)
    told = alerts.spread(uow, case, facts, by.now)
    case = uow.accidents.get(case_id)
    changed: dict[str, Any] = {"next_check_at": alerts.first_check(case, by.around, by.now)}
    if told:
        changed |= {"state": CaseState.DISPATCHED.value, "dispatched_at": by.now}
    uow.accidents.change(case_id, **changed)
    return {"code": case.code, **_who_is_told(uow, case, told)}


def _who_is_told(uow: UnitOfWork, case: AccidentRecord, told: alerts.Told) -> dict[str, Any]:
    if told.commune and case.unit_id is not None:
        return {"told": "commune", "unit": communes.in_sentence(uow.units.get(case.unit_id))}
    office = uow.units.coordinating()
    return {"told": "office" if told.office else "nobody", "unit": office.name if office else None}


def _fresh_code(uow: UnitOfWork, kind: CaseKind, by: Acting) -> str:
    year = by.now.astimezone(LOCAL).year
    for size in CODE_BYTES:
        code = case_code(CODE_PREFIXES[kind], year, by.around.token(size))
        if uow.accidents.by_code(code) is None:
            return code
    raise LookupError("every case code drawn was taken")


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """Keep answers with a case at once; None stands for an answer taken back."""

    code: str
    values: Mapping[str, Any]


def record_facts(uow: UnitOfWork, command: RecordFacts, by: Acting) -> None:
    """Keep new versions of facts; where they make the case graver or move it, those concerned are told.

    Lists grow by what is new in them. Raises NotAllowedError `case-unknown` for one who may not see the case,
    `not-allowed` for one who may only look at it, BadInputError `case-full`.
    """
    case = access.access_case_for(uow, by.person, command.code)
    if case.reporter_id != by.person.id and not access.is_officer_on(uow, by.person, case):
        raise NotAllowedError("not-allowed")
    if command.values.get("tip") and case.reporter_id == by.person.id and not case.is_private:
        privacy.hide(uow, case, privacy.ANONYMOUS, by, keep=not consents.refused(uow, case))
        case = uow.accidents.get(case.id)
    before = uow.accidents.facts(case.id)
    allowed = consents.keepable(uow, case, command.values, by)
    new = _news(privacy.keepable(uow, case, allowed, by), before)
    if not new:
        return
    if not case_facts.has_room(before, new):
        raise BadInputError("case-full", code=case.code)
    _keep(uow, case, new, by, "case_facts_kept")
    regraded = _follow(uow, case, before, uow.accidents.facts(case.id), by)
    alarmed = access.told_and_in_charge(uow, uow.accidents.get(case.id)) if regraded else ()
    case_news.follow(uow, case.id, before, by, alarmed=alarmed)


def _news(values: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is not known yet: of a list only the items that are new."""
    new: dict[str, Any] = {}
    for name in case_facts.FIELDS:
        if name not in values or values[name] == before.get(name):
            continue
        if name in LIST_FIELDS:
            new[name] = [item for item in values[name] or () if item not in (before.get(name) or ())]
        else:
            new[name] = values[name]
    return {name: value for name, value in new.items() if name not in LIST_FIELDS or value}


def _follow(
    uow: UnitOfWork, case: AccidentRecord, before: Mapping[str, Any], facts: Mapping[str, Any], by: Acting
) -> bool:
    """Move the case to the commune named now, tell a graver class, and tell those who were not told yet.

    Returns whether those in charge were alarmed of another class.
    """
    unit_id = (facts.get("place") or {}).get("unit")
    moved = unit_id is not None and unit_id != case.unit_id
    if moved:
        uow.accidents.change(case.id, unit_id=unit_id)
        case = uow.accidents.get(case.id)
    graver = case_facts.dead_of(facts) > case_facts.dead_of(before)
    regraded = graver or case_facts.alarm_class(before) != case_facts.alarm_class(facts)
    regraded = regraded and alerts.is_urgent(case)
    if regraded:
        alerts.tell_change(uow, case, facts, by.now)
        sooner = alerts.first_check(uow.accidents.get(case.id), by.around, by.now)
        if case.next_check_at is not None and sooner < case.next_check_at:
            uow.accidents.change(case.id, next_check_at=sooner)
    if not (moved or regraded):
        return False
    told = alerts.spread(uow, case, facts, by.now)
    if told and case.state == CaseState.OPEN:
        uow.accidents.change(case.id, state=CaseState.DISPATCHED.value, dispatched_at=by.now)
    if moved and told.commune and unit_id is not None:
        unit = communes.in_sentence(uow.units.get(unit_id))
        say = Say("accident-also-telling", {"unit": unit})
        outgoing.notify(
            uow,
            case.reporter_id,
            say,
            by.now,
            dedup_key=f"case:{case.id}:moved:{unit_id}",
            about=outgoing.of_case(case.code),
        )
    return regraded


def _keep(uow: UnitOfWork, case: AccidentRecord, values: Mapping[str, Any], by: Acting, action: str) -> None:
    """Store facts and the class they suggest; the audit trail gets salted digests, never the values.

    Of a list each item is a row. A tip is anonymous: neither the fact nor the trail says who gave it.
    """
    digests: dict[str, str | list[str]] = {}
    who = None if "tip" in values else by.person.id
    for name, value in values.items():
        if name in LIST_FIELDS:
            digests[name] = [_store(uow.accidents.add_item, case, name, [item], by, who) for item in value]
        else:
            digests[name] = _store(uow.accidents.put_fact, case, name, value, by, who)
    facts = uow.accidents.facts(case.id)
    kind = case_facts.kind_of(facts, case.kind).value
    suggested = case_facts.suggested_class(facts, kind, case.created_at)
    uow.accidents.change(case.id, kind=kind, suggested_class=suggested.value)
    case_kin.note_told(uow, case, values, by.now)
    machines.follow(uow, case, facts, by.now)
    note(uow, case, action, by, {"facts": digests})


def note(
    uow: UnitOfWork, case: AccidentRecord, action: str, by: Acting, detail: Mapping[str, Any] | None = None
) -> None:
    """Add to the trail what was done to a case; of its reporter it says no more than that.

    Rows of the trail can never be changed, and a reporter may ask to be kept private after the first of them.
    """
    is_reporter = case.reporter_id == by.person.id
    told = {**(detail or {}), "by": "reporter"} if is_reporter else detail
    who = None if is_reporter else by.person.id
    uow.audit.add(action, f"case:{case.code}", person_id=who, now=by.now, detail=told)


def keep_statement(
    uow: UnitOfWork, case: AccidentRecord, field: str, item: Mapping[str, Any], by: Acting, action: str
) -> None:
    """Add one thing that the acting person says about a case to a list of its own, with its row in the trail."""
    digest = _store(uow.accidents.add_item, case, field, [dict(item)], by, by.person.id)
    detail = {"facts": {field: [digest]}}
    uow.audit.add(action, f"case:{case.code}", person_id=by.person.id, now=by.now, detail=detail)


def keep_word(uow: UnitOfWork, case: AccidentRecord, field: str, value: Any, by: Acting, action: str) -> None:
    """Put what the acting officer says of a case in the place of what was said before, with its row in the trail."""
    digest = _store(uow.accidents.put_fact, case, field, value, by, by.person.id)
    detail = {"facts": {field: digest}}
    uow.audit.add(action, f"case:{case.code}", person_id=by.person.id, now=by.now, detail=detail)


def _store(
    put: Callable[..., None], case: AccidentRecord, name: str, value: Any, by: Acting, who: int | None
) -> str:
    salt = by.around.token(SALT_BYTES).hex()
    told_in = by.source or None if who is not None else None  # the message would name the anonymous
    put(case.id, name, value, salt=salt, person_id=who, now=by.now, source=told_in)
    return digest_of(salt, value)


def digest_of(salt: str, value: Any) -> str:
    """Return the salted digest that stands for a fact in the audit trail."""
    plain = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"{salt}{plain}".encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class AnswerNotice:
    """Keep an answer to the notice for a case; one who agrees has all kept that was told so far in this talk.

    `privacy` says how the reporter is to be kept out of the case, None where they said nothing of it.
    """

    consent: consents.RecordConsent
    told: Mapping[str, Any]
    privacy: str | None = None


def answer_notice(uow: UnitOfWork, command: AnswerNotice, by: Acting) -> None:
    """Record the answer; after a yes, what an earlier no kept out of the case goes in."""
    consents.record_consent(uow, command.consent, by)
    code = command.consent.code
    if code is None:
        return
    if command.privacy is not None:
        privacy.keep_private(uow, privacy.KeepPrivate(code, command.privacy), by)
    if command.consent.answer in consents.REFUSALS:
        uow.identities.forget(access.access_case_for(uow, by.person, code).id)
    if command.consent.answer == "yes":
        record_facts(uow, RecordFacts(code, command.told), by)


@dataclass(frozen=True, slots=True)
class AddToCase:
    """Add something told later: words, pictures, places; what is there stays."""

    code: str
    values: Mapping[str, list[Any]]


def add_to_case(uow: UnitOfWork, command: AddToCase, by: Acting) -> None:
    """Append to the lists of a case; raises what `record_facts` does."""
    items = {name: items for name, items in command.values.items() if name in LIST_FIELDS}
    record_facts(uow, RecordFacts(command.code, items), by)


@dataclass(frozen=True, slots=True)
class FinishReport:
    """The reporter has looked everything over."""

    code: str


def finish_report(uow: UnitOfWork, command: FinishReport, by: Acting) -> dict[str, Any]:
    """Note that the report is complete as far as the reporter goes; returns {"code"}."""
    case = access.access_case_for(uow, by.person, command.code)
    note(uow, case, "report_reviewed", by)
    return {"code": case.code}


def tell_reporter(uow: UnitOfWork, case: AccidentRecord, say: Say, by: Acting, why: str) -> None:
    """Tell the reporter something about the case, once for each `why`; never about their own act."""
    if case.reporter_id != by.person.id:
        outgoing.notify(
            uow,
            case.reporter_id,
            say,
            by.now,
            dedup_key=f"case:{case.id}:reporter:{why}",
            about=outgoing.of_case(case.code),
        )


# Looking


def look_into(uow: UnitOfWork, code: str, by: Acting) -> tuple[AccidentRecord, dict[str, Any], bool]:
    """Return a case, its facts and whether the acting person is an officer on it; an officer's look is noted.

    Raises NotAllowedError `case-unknown` where the person may not see it or there is none.
    """
    case = access.access_case_for(uow, by.person, code)
    officer = access.is_officer_on(uow, by.person, case)
    if officer:
        uow.audit.add("case_opened", f"case:{case.code}", person_id=by.person.id, now=by.now)
    return case, uow.accidents.facts(case.id), officer
