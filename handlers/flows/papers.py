"""Papers in the chat: a form of a case, a periodic report, the commune's register. Made as jobs, handed over here."""

import re
from collections.abc import Mapping
from typing import Any

from domain.calendar import local
from domain.errors import NotAllowedError
from domain.figures_report import Report
from domain.vietnamese.fold import fold
from domain.vietnamese.report_words import REGISTER, REMINDING, ReportAsked, report_asked
from handlers.acting import Acting
from handlers.entry import Answered, Begin, Entry, Start
from handlers.flows import declaration
from handlers.services import access, papers, statistics
from handlers.services import reports as status
from messages.envelope import Option, OutFile, Say, Text
from storage.records import AccidentRecord
from storage.unit_of_work import UnitOfWork

MOST_QUESTIONS = 3
_WANTS_FORM = re.compile(
    r"(?:(?:cho|gui|xin|lay|em|toi|minh|can|muon|cai|giup|tai) )*"
    r"(?:mau|to|bieu mau) (?:khai bao|bao nhanh|bien ban)(?: (?:tai nan|lao dong|cua vu nay|voi|nhe|nha|a))*"
)


def button(uow: UnitOfWork, by: Acting, case: AccidentRecord, facts: Mapping[str, Any]) -> tuple[Option, ...]:
    """Return the button for the papers of a case, where the acting person may have them."""
    if not papers.has_papers(case) or not papers.may_have(uow, by.person, case, facts):
        return ()
    return (Option(f"form:ask:{case.code}", Text("form-get")),)


def _on_tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    match args:
        case ["ask", code]:
            return _ask(uow, by, code)
        case ["get", form, code]:
            return _get(uow, by, code, form)
        case ["sent", form, code]:
            offer = papers.offer_of(uow, by.person, code, form)
            return Begin(declaration.SENT.name, {"code": code, "form": form, "name": offer.name})
        case ["receipt", code]:
            declaration.check_officer(uow, by, code)
            return Begin(declaration.RECEIPT.name, {"code": code})
        case _:
            return Answered((Say("button-old"),))


def _ask(uow: UnitOfWork, by: Acting, code: str) -> Start:
    """Make the one paper there is, let one be picked of several, or say what is needed to know."""
    case, facts = papers.access_papers_for(uow, by.person, code)
    found = papers.offers(uow, by.person, case, facts)
    if len(found) == 1:
        return _get(uow, by, code, found[0].form)
    if found:
        options = tuple(Option(f"form:get:{offer.form}:{code}", offer.name) for offer in found)
        return Answered((Say("form-which", {"code": code}, options=options),))
    asked = papers.open_questions(case, facts)[:MOST_QUESTIONS]
    if not asked:
        return Answered((Say("form-none", {"code": code}),))
    lines = [Text("form-line", {"what": Text(one.key, dict(one.params))}) for one in asked]
    return Answered((Say("form-none-yet", {"code": code, "lines": lines}, options=_add(code)),))


def _add(code: str) -> tuple[Option, ...]:
    return (Option(f"case:add:{code}", Text("case-add")),)


def _get(uow: UnitOfWork, by: Acting, code: str, form: str) -> Start:
    offer = papers.ask_paper(uow, papers.AskPaper(code, form), by)
    return Answered((Say("form-being-made", {"form": offer.name}),))


def _made(uow: UnitOfWork, by: Acting, data: Mapping[str, Any]) -> Start:
    """Hand a form over: to whom it goes, by what means, what is missing, and that sending it is theirs to do."""
    code, form = data["code"], data["form"]
    offer = papers.offer_of(uow, by.person, code, form)
    lines = _sending(offer, form) if offer.is_sent else []
    if not offer.is_sent:
        lines.append(Text("form-kept-here" if offer.by == "commune" else "form-kept-at-employer"))
    lines += _remarks(data)
    if papers.is_officer(uow, by.person, code):
        lines.append(Text("form-article", {"article": offer.article}))
    says = [Say("form-ready", {"form": offer.name, "code": code, "lines": lines}, files=_files(data))]
    if offer.is_sent:
        options = (Option(f"form:sent:{form}:{code}", Text("form-sent")),)
        says.append(Say("form-yours-to-send", options=options))
    return Answered(tuple(says))


def _sending(offer: papers.Offer, form: str) -> list[Text]:
    means = Text("form-means-paper" if form == "equipment" else "form-means")
    return [Text("form-to", {"to": ", ".join(offer.to)}), means]


def _remarks(data: Mapping[str, Any]) -> list[Text]:
    found = []
    if data["missing"]:
        found.append(Text("form-missing", {"what": data["missing"]}))
    if data["mark"]:
        found.append(Text("form-draft", {"mark": data["mark"]}))
    if not data["certain"]:
        found.append(Text("form-verify"))
    return found


def _files(data: Mapping[str, Any]) -> tuple[OutFile, ...]:
    return tuple(OutFile(int(number), name, mime) for number, name, mime in data["files"])


# Figures


def _words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Take a wish for figures, or for the form of a case by words; None for anything else."""
    asked = report_asked(text, local(by.now).date())
    try:
        if asked is not None:
            return _figures(uow, by, asked)
        if len(text) < 80 and _WANTS_FORM.fullmatch(fold(text).strip(" .?!")):
            return _form_by_words(uow, by)
    except NotAllowedError as error:  # the whole answer: nothing else may make something of the words
        return Answered((Say(error.key, error.params),))
    return None


def _form_by_words(uow: UnitOfWork, by: Acting) -> Start | None:
    """Take the newest case the person has taken or reported; None where there is none."""
    taken = uow.queries.cases_taken_by(by.person.id, ("acknowledged", "being_handled"))[:1]
    mine = tuple(case.code for case in uow.accidents.of_reporter(by.person.id))[:1]
    code = next(iter((*taken, *mine)), None)
    return None if code is None else _ask(uow, by, code)


def _figures(uow: UnitOfWork, by: Acting, asked: ReportAsked) -> Start:
    if asked.first is None or asked.last is None:
        return Answered((Say("report-days-how"),))
    unit = _unit(uow, by, asked)
    if asked.place is not None and unit is None:
        other = asked.what == REMINDING
        return Answered((Say("reminding-unit-unknown" if other else "report-place-unknown"),))
    overseer = by.person.has_role("coordinator", "admin")
    own = asked.what == Report.EMPLOYER and not overseer and _reported_as_employer(uow, by)
    wanted = statistics.Wanted(
        asked.what, asked.first, asked.last, unit, reporter=by.person.id if own else None
    )
    if asked.what == REGISTER and unit is None and overseer:
        return Answered((Say("register-which-unit"),))
    statistics.ask_figures(uow, statistics.AskFigures(wanted), by)
    return Answered((Say("report-being-made", _named(uow, wanted)),))


def _named(uow: UnitOfWork, wanted: statistics.Wanted) -> dict[str, Any]:
    """Return what is made, of which unit where that is not plain, and of which days."""
    name = Text("report-name", {"annex": wanted.what})
    if wanted.what in (REGISTER, REMINDING):
        name = Text(f"report-name-{wanted.what}")
    if wanted.what == REMINDING and wanted.unit is not None:
        name = Text("report-name-reminding-of", {"unit": uow.units.get(wanted.unit).name})
    return {"name": name, "first": f"{wanted.first:%d/%m/%Y}", "last": f"{wanted.last:%d/%m/%Y}"}


def _unit(uow: UnitOfWork, by: Acting, asked: ReportAsked) -> int | None:
    """Return the unit named; for an officer's register or record of reminding, their own."""
    if asked.place is not None:
        found = status.unit_meant(uow, access.remit_of(uow, by.person), asked.place)
        return None if found is None else found.id
    own = by.person.units(*access.OFFICERS)
    return (
        own[0]
        if asked.what in (REGISTER, REMINDING) and own and not by.person.has_role("coordinator", "admin")
        else None
    )


def _reported_as_employer(uow: UnitOfWork, by: Acting) -> bool:
    cases = uow.accidents.of_reporter(by.person.id)
    return any(papers.is_employer(by.person, case, uow.accidents.facts(case.id)) for case in cases)


def _made_figures(uow: UnitOfWork, by: Acting, data: Mapping[str, Any]) -> Start:
    wanted = statistics.Wanted.from_json(data)
    if not statistics.may_have(uow, by.person, wanted):
        return Answered((Say("not-allowed"),))
    named = _named(uow, wanted)
    if wanted.what == REMINDING:
        counted, lines = Text("reminding-counted", {"count": data["cases"]}), [Text("reminding-how")]
    else:
        counted = Text("report-counted" if data["cases"] else "report-zero", {"cases": data["cases"]})
        lines = [*_remarks(data), Text("report-check")]
    params = {**named, "counted": counted, "lines": lines}
    return Answered((Say("report-ready", params, files=_files(data)),))


ENTRY = Entry(
    "papers",
    taps={"form": _on_tap},
    results={papers.JOB: _made, statistics.JOB: _made_figures},
    words=_words,
)
