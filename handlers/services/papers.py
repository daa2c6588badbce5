"""Papers of one case: which form the law names for whom, who may have it, and its filling. Nothing is ever sent.

Chat is not among the means the law names, so no paper made here fulfils a duty and no function says so.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from domain import forms
from domain.accident import CaseClass, CaseKind
from domain.case_sheet import CaseHead, sheet
from domain.errors import BadInputError, NotAllowedError
from domain.forms.filling import Paper, of_case
from domain.forms.spec import FilledForm, FormSpec
from domain.law.duties import SENT
from domain.legal_clock import Certainty, Duty, Question, explain
from domain.vietnamese.fold import fold
from handlers.acting import Acting
from handlers.services import access, case_facts, case_told, communes, people
from messages.words import LOCAL
from storage.records import AccidentRecord, Person
from storage.unit_of_work import UnitOfWork

JOB = "case_form"
CONFIRMED = "form_confirmed:"
EMPLOYERS = frozenset({"employer", "victim_employer"})
OFFICES = frozenset({"commune", "department"})
_POLICE = "cong an"
_WITH_PAPERS = frozenset(CaseKind) - {CaseKind.NEAR_MISS, CaseKind.HAZARD}


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper the law names for a case: its form, what the law calls it, who owes it to whom, by which article."""

    form: str
    name: str
    by: str
    to: tuple[str, ...]
    article: str
    certain: bool

    @property
    def is_sent(self) -> bool:
        """Whether the paper goes to somebody (a record is kept)."""
        return bool(self.to)


def has_papers(case: AccidentRecord) -> bool:
    """Whether the law knows papers for such a case at all (not for a hazard or a near miss)."""
    return CaseKind(case.kind) in _WITH_PAPERS


def may_have(uow: UnitOfWork, person: Person, case: AccidentRecord, facts: Mapping[str, Any]) -> bool:
    """Whether the person gets papers of the case: an officer on it, or the employer who reported it."""
    return access.is_officer_on(uow, person, case) or is_employer(person, case, facts)


def is_officer(uow: UnitOfWork, person: Person, code: str) -> bool:
    """Whether the person is an officer on the case with this code; raises what `access_papers_for` does."""
    return access.is_officer_on(uow, person, access.access_case_for(uow, person, code))


def is_employer(person: Person, case: AccidentRecord, facts: Mapping[str, Any]) -> bool:
    """Whether the person reported the case as the employer."""
    return case.reporter_id == person.id and (facts.get("role") == "employer" or person.has_role("employer"))


def access_papers_for(uow: UnitOfWork, person: Person, code: str) -> tuple[AccidentRecord, dict[str, Any]]:
    """Return the case and its facts to one who may have its papers.

    Raises NotAllowedError `form-for-worker` for another reporter (who is told what to do instead), `case-unknown`
    or `not-allowed` for anybody else.
    """
    case = access.access_case_for(uow, person, code)
    facts = uow.accidents.facts(case.id)
    if not may_have(uow, person, case, facts):
        raise NotAllowedError("form-for-worker" if case.reporter_id == person.id else "not-allowed")
    return case, facts


def offers(
    uow: UnitOfWork, person: Person, case: AccidentRecord, facts: Mapping[str, Any]
) -> tuple[Offer, ...]:
    """Return the papers of a case for this person, their own first; none where the law names none so far."""
    own, others = _owed_by(uow, person, case)
    explained = case_facts.explained(facts, case.kind, case.created_at)
    duties = () if explained is None else explained.duties
    found: dict[str, Offer] = {}
    for duty in duties:
        form = forms.named(duty.form) if duty.form else None
        if form is None or duty.by not in own | others or not _is_paper(duty):
            continue
        known = found.get(form.id)
        offer = _offer(form, duty, facts)
        found[form.id] = offer if known is None else _joined(known, offer)
    return tuple(sorted(found.values(), key=lambda offer: offer.by not in own))


def open_questions(case: AccidentRecord, facts: Mapping[str, Any]) -> tuple[Question, ...]:
    """Return what is still needed to say which paper the law wants."""
    return explain(case_facts.as_law_sees(facts, case.kind, case.created_at)).questions


def _is_paper(duty: Duty) -> bool:
    return duty.duty in SENT or duty.duty == "record"


def _offer(form: FormSpec, duty: Duty, facts: Mapping[str, Any]) -> Offer:
    commune = (facts.get("place") or {}).get("name")
    to = tuple(
        f"{name} ({commune})" if commune and fold(name).startswith(_POLICE) else name for name in duty.to
    )
    sure = duty.certainty is Certainty.SURE
    return Offer(form.id, duty.form or "", duty.by, to, duty.article, sure)


def _joined(known: Offer, more: Offer) -> Offer:
    """Put two duties with one form together: every addressee once, and no surer than the less sure."""
    to = tuple(dict.fromkeys((*known.to, *more.to)))
    return replace(known, to=to, certain=known.certain and more.certain)


def _owed_by(uow: UnitOfWork, person: Person, case: AccidentRecord) -> tuple[frozenset[str], frozenset[str]]:
    """Return whose papers are the person's own, and whose they may have too: a commune not the department's."""
    if not access.is_officer_on(uow, person, case):
        return EMPLOYERS, frozenset()
    if person.has_role("coordinator", "admin") or case.unit_id not in person.units(*access.OFFICERS):
        return frozenset({"department"}), OFFICES | EMPLOYERS
    return frozenset({"commune"}), EMPLOYERS


@dataclass(frozen=True, slots=True)
class AskPaper:
    """Have a form of a case filled."""

    code: str
    form: str


def ask_paper(uow: UnitOfWork, command: AskPaper, by: Acting) -> Offer:
    """Queue the filling and return what is being made; the paper comes back as a message.

    Raises what `access_papers_for` does, and BadInputError `form-not-for-case` for a form the law does not name.
    """
    offer = offer_of(uow, by.person, command.code, command.form)
    uow.jobs.add(
        JOB,
        {"code": command.code, "form": command.form},
        person_id=by.person.id,
        reply_to=people.address_list(by.address),
        now=by.now,
    )
    detail = {"form": offer.name}
    uow.audit.add("form_asked", f"case:{command.code}", person_id=by.person.id, now=by.now, detail=detail)
    return offer


def offer_of(uow: UnitOfWork, person: Person, code: str, form: str) -> Offer:
    """Return one of `offers`; raises what `ask_paper` does."""
    case, facts = access_papers_for(uow, person, code)
    found = next((one for one in offers(uow, person, case, facts) if one.form == form), None)
    if found is None:
        raise BadInputError("form-not-for-case", code=code)
    return found


# Filling


def filled(
    uow: UnitOfWork, person_id: int, code: str, form: str, template: bytes | None, now: datetime
) -> FilledForm:
    """Return the form filled from the facts the person may see; raises what `ask_paper` does."""
    person = uow.people.get(person_id)
    offer = offer_of(uow, person, code, form)
    case = access.access_case_for(uow, person, code)
    spec = forms.forms()[form]
    facts = case_told.for_person(uow, person, case)
    known = sheet(facts, head_of(uow, case))
    parent, issuer = issuer_of(uow, spec, case.unit_id)
    if spec.head == "establishment":
        issuer = known.values["establishment"].text if "establishment" in known.values else ""
    day = case.created_at.astimezone(LOCAL).date()
    paper = Paper(
        spec=spec,
        day=day,
        to=offer.to,
        parent=parent,
        issuer=issuer,
        confirmed=is_confirmed(uow, spec, template, now.astimezone(LOCAL).date()),
        certain=offer.certain,
    )
    return of_case(paper, known)


def head_of(uow: UnitOfWork, case: AccidentRecord) -> CaseHead:
    """Return what the case itself says."""
    unit = None if case.unit_id is None else uow.units.get(case.unit_id)
    office = uow.units.coordinating()
    found = case_facts.explained(uow.accidents.facts(case.id), case.kind, case.created_at)
    return CaseHead(
        code=case.code,
        known_at=case.created_at,
        case_class=CaseClass(case.suggested_class) if found is None else found.case_class,
        commune=None if unit is None else communes.in_sentence(unit),
        office=office.name if office else "",
        confirmed=found is not None and not found.suggested,
    )


def issuer_of(uow: UnitOfWork, spec: FormSpec, unit_id: int | None) -> tuple[str, str]:
    """Return whose names stand above a paper: the parent body's and the issuing body's."""
    unit = uow.units.coordinating() if spec.head == "office" else None
    if spec.head == "commune" and unit_id is not None:
        unit = uow.units.get(unit_id)
    if unit is None:
        return "", ""
    parent = uow.units.get(unit.parent_id).name if unit.parent_id and spec.head == "office" else ""
    return parent, unit.name


# Confirming a layout


@dataclass(frozen=True, slots=True)
class ConfirmForm:
    """An office says that its layout of a form was compared with the original: by whom, and in which document."""

    form: str
    by: str
    number: str


def confirm(uow: UnitOfWork, command: ConfirmForm, template: bytes | None, now: datetime) -> None:
    """Keep the confirmation for this very layout; a changed template, or a new edition, is a draft again."""
    spec = forms.forms()[command.form]
    edition, _ = forms.edition_on(spec, now.astimezone(LOCAL).date())
    kept = {
        "by": command.by,
        "number": command.number,
        "at": now.isoformat(),
        "edition": edition.name,
        "digest": layout_digest(spec, template),
    }
    uow.meta.put(f"{CONFIRMED}{spec.id}", kept)
    uow.audit.add("form_confirmed", f"form:{spec.id}", person_id=None, now=now, detail=kept)


def is_confirmed(uow: UnitOfWork, spec: FormSpec, template: bytes | None, day: date) -> bool:
    """Whether the office confirmed this layout for the edition of the day."""
    kept = uow.meta.get(f"{CONFIRMED}{spec.id}")
    edition, _ = forms.edition_on(spec, day)
    return (
        kept is not None
        and kept["digest"] == layout_digest(spec, template)
        and kept["edition"] == edition.name
    )


def confirmation(uow: UnitOfWork, spec: FormSpec) -> dict[str, str]:
    """Return who confirmed the layout last, and by which document; "-" where nobody did."""
    kept = uow.meta.get(f"{CONFIRMED}{spec.id}") or {}
    return {name: str(kept.get(name, "-")) for name in ("by", "number")}


def layout_digest(spec: FormSpec, template: bytes | None) -> str:
    """Return the digest of the layout in use: the office's template, else the program's own form."""
    return spec.digest if template is None else hashlib.sha256(template).hexdigest()


def labels(missing: Mapping[str, Iterable[str]]) -> str:
    """Return what is missing in one line, part by part: "nạn nhân: Họ và tên, Năm sinh; …"."""
    parts = (f"{part}: {', '.join(names)}" if part else ", ".join(names) for part, names in missing.items())
    return "; ".join(parts)
