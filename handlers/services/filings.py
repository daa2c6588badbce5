"""Who has not handed in what the law asks of everybody, within the asker's remit; the whole list is a job."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from documents.listing import Listing
from domain.calendar import local
from domain.errors import NotAllowedError
from domain.law import periodic
from domain.law.periodic import Periodic
from domain.vietnamese.filing_words import FilingAsked
from handlers.acting import Acting
from handlers.period_words import period_name
from handlers.services import access, people, reports
from messages.catalog import DEFAULT_LANGUAGE
from messages.envelope import Text
from messages.render import parameter, text
from storage.filings import Filing, Missing
from storage.records import Person
from storage.unit_of_work import UnitOfWork

JOB = "filing_list"


@dataclass(frozen=True, slots=True)
class AskFile:
    """Have the whole list of who has not handed something in made; `label` None for what is done at intervals."""

    rule: str
    label: str | None


def ask_file(uow: UnitOfWork, command: AskFile, by: Acting) -> None:
    """Queue the list; raises NotAllowedError `not-allowed` for who may not ask."""
    if not may_have(uow, by.person):
        raise NotAllowedError("not-allowed")
    body = {"rule": command.rule, "label": command.label}
    uow.jobs.add(JOB, body, person_id=by.person.id, reply_to=people.address_list(by.address), now=by.now)
    uow.audit.add("filing_list_asked", f"law:{command.rule}", person_id=by.person.id, now=by.now)


def may_have(uow: UnitOfWork, person: Person) -> bool:
    """Whether somebody may ask who has not: officers and those who oversee; an employer sees nobody else."""
    officer = bool(person.units(*access.OFFICERS)) or person.has_role(*access.OVERSEERS)
    return officer and reports.may_ask(uow, person)


def meant(uow: UnitOfWork, person: Person, asked: FilingAsked, now: datetime) -> Filing | None:
    """Return the duty and period a question means: of those that fit the one whose day is nearest."""
    scope = access.remit_of(uow, person)
    today = local(now).date()
    at_intervals = next(
        (d for d in periodic.on(today) if d.months is not None and d.duty == asked.duty), None
    )
    if at_intervals is not None:
        found = uow.filings.at_intervals(at_intervals.id, scope, today + periodic.OPENS_BEFORE)
        return found if found.units else None
    fit = [one for one in uow.filings.periods(scope) if (d := _rule(one)) is not None and _fits(d, asked)]
    dated = [(one, one.due_on) for one in fit if one.due_on is not None]
    return min(dated, key=lambda one: abs((one[1] - today).days))[0] if dated else None


def named(uow: UnitOfWork, person: Person, rule: str, label: str | None, now: datetime) -> Filing | None:
    """Return the filing with this rule and label, as far as the person may look; None where there is none."""
    scope = access.remit_of(uow, person)
    if label is None:
        return uow.filings.at_intervals(rule, scope, local(now).date() + periodic.OPENS_BEFORE)
    same = (one for one in uow.filings.periods(scope) if (one.rule, one.label) == (rule, label))
    return next(same, None)


def name(filing: Filing) -> Text:
    """Return what a filing is called."""
    duty = _rule(filing)
    period = "" if filing.label is None else period_name(filing.label)
    return Text("statutory-other" if duty is None else f"statutory-{duty.duty}", {"period": period})


def listing(uow: UnitOfWork, person_id: int, rule: str, label: str | None, now: datetime) -> Listing:
    """Return the whole list; raises NotAllowedError `not-allowed` where the person may not have it any more."""
    person = uow.people.get(person_id)
    filing = named(uow, person, rule, label, now) if may_have(uow, person) else None
    if filing is None:
        raise NotAllowedError("not-allowed")
    rows = uow.filings.missing(filing, access.remit_of(uow, person))
    heads = ("unit", "tax-code", "parent", "due", "who", "number", "linked")
    what = parameter(DEFAULT_LANGUAGE, name(filing))
    return Listing(
        _say("filing-title", duty=what),
        _say("filing-note", count=filing.missing, units=filing.units, at=f"{local(now):%H:%M %d/%m/%Y}"),
        tuple(_say(f"call-list-{head}") for head in heads),
        [_row(row) for row in rows],
    )


def _row(row: Missing) -> tuple[Any, ...]:
    linked = _say("call-list-is-linked") if row.linked else None
    return (row.name, row.tax_code, row.commune, row.due_on, row.contact, row.phone, linked)


def _rule(filing: Filing) -> Periodic | None:
    return None if filing.due_on is None else periodic.version(filing.rule, filing.due_on)


def _fits(duty: Periodic, asked: FilingAsked) -> bool:
    """Whether a duty is one of figures or reports that fits; accidents are told by employers and by communes."""
    if duty.months is not None:
        return False
    same = asked.duty is None or duty.duty == asked.duty
    if asked.duty == "accident_figures" and not asked.employers and duty.duty == "no_contract_figures":
        same = True
    whose = not asked.employers or duty.by == periodic.EMPLOYER
    period = asked.half is None or asked.half == (duty.half_year is not None)
    return same and whose and period


def _say(key: str, **params: Any) -> str:
    return text(DEFAULT_LANGUAGE, key, params)
