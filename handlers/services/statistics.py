"""The statutory figures and the commune's register, read from the cases at one instant."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any

from domain import case_groups, forms
from domain.accident import CaseKind, CaseState, Contract
from domain.case_figure import READ, day_of, figure_of, is_counted
from domain.case_sheet import sheet
from domain.case_victims import severity_of
from domain.errors import BadInputError, NotAllowedError
from domain.figures import CaseFigure
from domain.figures_report import Labour, Lists, Period, Report, report_on
from domain.forms.figures_form import of_figures
from domain.forms.filling import Paper
from domain.forms.register_form import RegisterCase, of_register
from domain.forms.spec import FilledForm, FormSpec
from domain.law import pack_on
from domain.policy import default_policy
from handlers.acting import Acting
from handlers.services import (
    access,
    case_kin,
    case_told,
    communes,
    declarations,
    papers,
    people,
    policies,
    reminding,
)
from messages.catalog import DEFAULT_LANGUAGE
from messages.envelope import Text
from messages.render import text
from messages.words import LOCAL
from storage.records import AccidentRecord, Person
from storage.unit_of_work import UnitOfWork

JOB = "figures"
REGISTER = "register"
_RECEIVERS = {"labour_department": ("labour_department",), "ministry": ("ministry", "statistics")}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which figures: a report's annex number, `register` or `reminding`, the days, and the place they are limited to.

    `reporter` limits them to the cases one person reported (an employer's own), `employer` to one workplace.
    """

    what: str
    first: date
    last: date
    unit: int | None = None
    employer: str | None = None
    reporter: int | None = None

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise BadInputError("report-days", first=self.first.isoformat(), last=self.last.isoformat())

    def to_json(self) -> dict[str, Any]:
        """Return the plain form that goes into a job."""
        return {
            "what": self.what,
            "first": self.first.isoformat(),
            "last": self.last.isoformat(),
            "unit": self.unit,
            "employer": self.employer,
            "reporter": self.reporter,
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> "Wanted":
        """Build it again."""
        days = {name: date.fromisoformat(raw[name]) for name in ("first", "last")}
        return cls(
            what=raw["what"], unit=raw["unit"], employer=raw["employer"], reporter=raw["reporter"], **days
        )


@dataclass(frozen=True, slots=True)
class AskFigures:
    """Have figures made."""

    wanted: Wanted


def ask_figures(uow: UnitOfWork, command: AskFigures, by: Acting) -> None:
    """Queue the figures; raises NotAllowedError `not-allowed` where `may_have` says no."""
    if not may_have(uow, by.person, command.wanted):
        raise NotAllowedError("not-allowed")
    uow.jobs.add(
        JOB,
        command.wanted.to_json(),
        person_id=by.person.id,
        reply_to=people.address_list(by.address),
        now=by.now,
    )
    uow.audit.add(
        "figures_asked",
        f"figures:{command.wanted.what}",
        person_id=by.person.id,
        now=by.now,
        detail={"first": command.wanted.first.isoformat(), "last": command.wanted.last.isoformat()},
    )


def may_have(uow: UnitOfWork, person: Person, wanted: Wanted) -> bool:
    """Whether a person gets these figures.

    Coordinators and admins get all; an officer the register of a unit of their remit; an employer Phụ lục XII of
    what they reported themselves.
    """
    if person.has_role("coordinator", "admin"):
        return True
    if wanted.what in (REGISTER, reminding.WHAT):
        remit = access.remit_of(uow, person)
        officer = bool(person.units(*access.OFFICERS))
        return officer and wanted.unit is not None and (remit is None or wanted.unit in remit)
    return wanted.what == Report.EMPLOYER and wanted.reporter == person.id


def filled_for(
    uow: UnitOfWork, person_id: int, wanted: Wanted, template: bytes | None, now: datetime
) -> FilledForm:
    """Return what `filled` does to one who may have it; raises NotAllowedError `not-allowed` otherwise."""
    if not may_have(uow, uow.people.get(person_id), wanted):
        raise NotAllowedError("not-allowed")
    return filled(uow, wanted, template, now)


def counted(form: FilledForm) -> int:
    """Return how many cases a report or register counts, or reminders a record of reminding."""
    if "reminders" in form.tables:
        return len(form.tables["reminders"].rows)
    table = form.tables.get("table_1")
    if table is not None:
        return int(table.rows[-1]["cases"].text.replace(".", ""))
    return len({row["case_code"].text for row in form.tables["cases"].rows})


def form_of(what: str) -> str:
    """Return the id of the form of a report, of the register or of the record of reminding."""
    return what if what in (REGISTER, reminding.WHAT) else forms.report_form(what).id


def filled(
    uow: UnitOfWork,
    wanted: Wanted,
    template: bytes | None,
    now: datetime,
    labour: Mapping[str, Labour] | None = None,
) -> FilledForm:
    """Return the report or the register, filled. Raises BadInputError `report-unknown`."""
    if wanted.what == REGISTER:
        return _register(uow, wanted, template, now)
    if wanted.what == reminding.WHAT:
        office = policies.office(uow, default_policy())
        return reminding.filled(uow, wanted.unit, wanted.first, wanted.last, office, now)
    if wanted.what not in list(Report):
        raise BadInputError("report-unknown", what=wanted.what)
    unit = None if wanted.unit is None else uow.units.get(wanted.unit)
    lists = Lists(forms.codes("cause"), forms.codes("factor"), forms.codes("kind"), labour or {})
    found = report_on(
        Report(wanted.what),
        figures(uow, wanted.reporter),
        Period(wanted.first, wanted.last),
        lists,
        unit=None if unit is None else unit.name,
        employer=wanted.employer,
    )
    paper = _paper(uow, forms.report_form(wanted.what), wanted, template, now)
    scope = unit.name if unit is not None else None
    if wanted.reporter is not None:
        scope = text(DEFAULT_LANGUAGE, "report-scope-own", {})
    return of_figures(paper, found, scope or text(DEFAULT_LANGUAGE, "report-scope-all", {}))


def figures(uow: UnitOfWork, reporter: int | None = None) -> Iterable[CaseFigure]:
    """Return every accident as the statistics see it, cancelled ones and further reports of one accident marked.

    What one reporter asks for is made of their own reports alone.
    """
    cases = uow.accidents.all() if reporter is None else uow.accidents.of_reporter(reporter)
    names = uow.units.names()
    weigh = cache(severity_of)  # for this once: what people told is not kept in memory
    for group in _accidents(uow, cases, READ):
        unit = names.get(group.lead.unit_id or 0)
        figure = figure_of(
            group.lead.code,
            CaseKind(group.lead.kind),
            group.lead.created_at,
            group.facts,
            unit,
            cancelled=group.lead.state == CaseState.CANCELLED,
            weigh=weigh,
        )
        yield replace(figure, contradicted=group.contradicted)
        for more in group.more:
            cancelled = more.state == CaseState.CANCELLED
            yield replace(figure, code=more.code, part_of=group.lead.code, cancelled=cancelled)


@dataclass(frozen=True, slots=True)
class _Accident:
    """One accident: the report that stands for it, further reports, and what they say together."""

    lead: AccidentRecord
    more: tuple[AccidentRecord, ...]
    facts: Mapping[str, Any]
    contradicted: bool = False

    @property
    def counted(self) -> tuple[AccidentRecord, ...]:
        """The further reports that were not cancelled."""
        return tuple(one for one in self.more if one.state != CaseState.CANCELLED)


def _accidents(
    uow: UnitOfWork, cases: Iterable[AccidentRecord], fields: Sequence[str] | None = None
) -> Iterator[_Accident]:
    """Yield each accident of these cases once; the oldest report that was not cancelled stands for it."""
    known = {case.id: case for case in cases}
    told = uow.accidents.facts_of(known, fields)
    together = case_groups.groups((one.accident_id, one.other_id) for one in uow.verdicts.all_same())
    for case in known.values():
        members = [known[id_] for id_ in together.get(case.id, (case.id,)) if id_ in known]
        members = [one for one in members if is_counted(CaseKind(one.kind), told.get(one.id, {}))]
        members.sort(key=lambda one: (one.state == CaseState.CANCELLED, one.id))
        if not members or members[0].id != case.id:
            continue
        facts = [told.get(one.id, {}) for one in members if one.state != CaseState.CANCELLED]
        if len(facts) < 2:
            yield _Accident(case, tuple(members[1:]), told.get(case.id, {}))
            continue
        accounts = [(case_kin.profile(one, told.get(one.id, {})), told.get(one.id, {})) for one in members]
        differ = bool(case_groups.differences(accounts[: len(facts)]))
        yield _Accident(case, tuple(members[1:]), case_groups.joined(facts), differ)


def _paper(uow: UnitOfWork, spec: FormSpec, wanted: Wanted, template: bytes | None, now: datetime) -> Paper:
    parent, issuer = papers.issuer_of(uow, spec, wanted.unit)
    if spec.head == "establishment":
        issuer = wanted.employer or ""
    day = now.astimezone(LOCAL).date()
    pack, holds = pack_on(day)
    to = tuple(pack.addressees[key].name for key in _RECEIVERS.get(spec.receivers, ()))
    confirmed = papers.is_confirmed(uow, spec, template, day)
    return Paper(spec, wanted.last, to, parent, issuer, confirmed=confirmed, certain=holds)


def _register(uow: UnitOfWork, wanted: Wanted, template: bytes | None, now: datetime) -> FilledForm:
    if wanted.unit is None:
        raise BadInputError("register-which-unit")
    unit = uow.units.get(wanted.unit)
    spec = forms.forms()[REGISTER]
    period = Period(wanted.first, wanted.last)
    accidents = [
        one
        for one in _accidents(uow, uow.accidents.all())
        if one.lead.unit_id == unit.id and one.lead.state != CaseState.CANCELLED
    ]
    told = case_told.told(uow, [one.lead for one in accidents if not one.counted])
    entered = []
    for one in accidents:
        day = day_of(one.facts) or one.lead.created_at.astimezone(LOCAL).date()
        if day in period:
            all_told = case_told.together(uow, (one.lead, *one.counted)) if one.counted else told[one.lead.id]
            entered.append(_entry(uow, one.lead, one.facts, all_told))
    days = f"{wanted.first:%d/%m/%Y} - {wanted.last:%d/%m/%Y}"
    return of_register(_paper(uow, spec, wanted, template, now), entered, days, communes.in_sentence(unit))


def _entry(uow: UnitOfWork, case: AccidentRecord, facts: Mapping[str, Any], told: Any) -> RegisterCase:
    said = [
        text(
            DEFAULT_LANGUAGE,
            "register-declared",
            {
                "form": one["form"],
                "means": Text(f"declaration-means-{one['means']}"),
                "to": ", ".join(one["to"]),
            },
        )
        for one in facts.get(declarations.DECLARED) or ()
    ]
    return RegisterCase(
        case.code,
        Contract(facts.get("contract") or "unknown"),
        sheet(told, papers.head_of(uow, case)),
        "; ".join(said),
    )
