"""What the law asks again and again, in the chat: nothing to count by one button, and "vì sao?" with the article."""

import re
from collections.abc import Sequence

from domain.errors import BadInputError
from domain.law.rules import Certainty
from domain.occurrence import OPEN_STATES, OccurrenceState, target_day
from domain.progress import ProgressKind
from domain.vietnamese.fold import fold
from domain.vietnamese.work_words import says_zero
from handlers import aside
from handlers.acting import Acting
from handlers.duty_words import duty_name, rule_of, zero_option
from handlers.entry import Answered, Entry, Start
from handlers.progress_words import inside, short_day, taken_say
from handlers.services import access, progress, progress_report
from messages.envelope import Option, Say, Text
from storage.records import OccurrenceRecord
from storage.unit_of_work import UnitOfWork

LONGEST = 100  # characters of a message that says no more than "không có vụ nào"
_WHY = re.compile(
    r"(?:vi sao|tai sao|sao|can cu|theo (?:luat|dieu|quy dinh)|dieu (?:nao|may|luat)|luat nao|why)\b.{0,60}"
)


def _tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    """Take `statutory:zero:<code>` and `statutory:why:<code>`."""
    match args:
        case ["zero", code]:
            return _zero(uow, by, progress.access_own(uow, by.person, code))
        case ["why", code]:
            return Answered((_why(by, access.access_occurrence_for(uow, by.person, code)),))
    raise BadInputError("button-old")


def _zero(uow: UnitOfWork, by: Acting, record: OccurrenceRecord) -> Start:
    """Hand in figures with nothing to count."""
    rule = rule_of(record)
    if rule is None or not rule.zero:
        raise BadInputError("button-old")
    if OccurrenceState(record.state) not in OPEN_STATES:
        return Answered((taken_say(record, progress.taken(uow, record, ProgressKind.DONE, by.person)),))
    progress.report(uow, progress_report.Report((record.code,), ProgressKind.DONE, zero=True), by)
    params = {"duty": inside(record), "to": ", ".join(rule.to), "form": rule.form or ""}
    key = "statutory-zero-kept" if rule.form is None else "statutory-zero-kept-form"
    return Answered((Say(key, params),))


def _why(by: Acting, record: OccurrenceRecord) -> Say:
    """Return why a duty of the law is owed: by which article, to whom, on which form, until when."""
    rule = rule_of(record)
    if rule is None:
        raise BadInputError("button-old")
    lines = [Text("statutory-article", {"article": rule.article})]
    if rule.to:
        lines.append(Text("law-card-to", {"to": ", ".join(rule.to)}))
    if rule.form:
        lines.append(Text("law-card-form", {"form": rule.form}))
    if record.due_on is not None:
        lines.append(Text("statutory-due", {"day": target_day(record.due_on, by.around.calendar)}))
    if rule.months is not None:
        lines.append(Text("statutory-interval", {"months": rule.months}))
    if rule.zero:
        lines.append(Text("statutory-also-zero"))
    if rule.certainty is Certainty.VERIFY:
        lines.append(Text("law-card-verify"))
    owed = OccurrenceState(record.state) in OPEN_STATES and record.unit_id in progress.own_units(by.person)
    done = Option(f"progress:done:{record.code}", Text("choice-done"))
    options = (*((zero_option(record.code),) if rule.zero else ()), done) if owed else ()
    return Say("statutory-why", {"duty": duty_name(record), "lines": lines}, options=options)


def _words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Take "vì sao?" and "không có tai nạn nào" from who owes such a duty; None for anything else."""
    if len(text) > LONGEST or not progress.own_units(by.person):
        return None
    why = _WHY.fullmatch(fold(text).strip(" .?!")) is not None
    if not why and not says_zero(text):
        return None
    mine = [r for r in progress.open_for(uow, by.person, by.now) if rule_of(r) is not None]
    if not why:
        mine = [r for r in mine if (rule := rule_of(r)) is not None and rule.zero]
    fit = _asked(uow, by, mine) or mine
    if not fit:
        return None
    if len(fit) > 1:
        act = "why" if why else "zero"
        options = tuple(Option(f"statutory:{act}:{r.code}", _named(r)) for r in fit[:8])
        return Answered((Say("statutory-which", options=options),))
    return Answered((_why(by, fit[0]),)) if why else _zero(uow, by, fit[0])


def _named(record: OccurrenceRecord) -> Text:
    if record.due_on is None:
        return duty_name(record)
    return Text("progress-option-dated", {"duty": duty_name(record), "day": short_day(record.due_on)})


def _asked(uow: UnitOfWork, by: Acting, mine: Sequence[OccurrenceRecord]) -> list[OccurrenceRecord]:
    """Return those of the duties that the latest notice asked about."""
    asked = set(aside.asked_about(uow.sessions.get(by.person.id, by.now).offers))
    return [record for record in mine if record.code in asked]


ENTRY = Entry("statutory", taps={"statutory": _tap}, words=_words)
