"""A unit says how a duty stands: from a reminder's button, from the menu, or in its own words."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from domain.calendar import local
from domain.errors import BadInputError
from domain.occurrence import OPEN_STATES, OccurrenceState
from domain.progress import ProgressKind
from domain.vietnamese.intents import Intent, Understanding, understand
from domain.vietnamese.moments import read_future_date
from domain.vietnamese.work_words import period_fits, read_progress_kind
from handlers import aside
from handlers.acting import Acting
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.conversation.session import Session
from handlers.duty_words import rule_of
from handlers.entry import Answered, Begin, Entry, Start
from handlers.flows import progress_names as names
from handlers.flows import progress_steps as steps
from handlers.flows import progress_which as which
from handlers.flows.duty_card import card
from handlers.progress_words import labelled, taken_say
from handlers.services import access, progress
from messages.envelope import Say
from storage.records import OccurrenceRecord
from storage.unit_of_work import UnitOfWork

DONE, UNDER_WAY = ProgressKind.DONE, ProgressKind.UNDER_WAY
DIFFICULTY, MORE_TIME = ProgressKind.DIFFICULTY, ProgressKind.MORE_TIME
LONGEST_NAMING = 80  # characters of a message that names a duty and says little more


def _command(turn: Turn) -> progress.Report:
    kind = which.kind_of(turn)
    return progress.Report(
        codes=tuple(turn.answer("codes")),
        kind=kind or UNDER_WAY,
        percent=turn.answer("percent") if kind is UNDER_WAY else None,
        promised_on=which.day_of(turn, "promised_on") if kind is UNDER_WAY else None,
        document_no=turn.answer("document_no") if kind is DONE else None,
        attachment=turn.answer("attachment") if kind in (DONE, DIFFICULTY) else None,
        note=turn.answer("note") if kind is DIFFICULTY else turn.answer("reason"),
        wanted_on=which.day_of(turn, "wanted_on") if kind is MORE_TIME else None,
        done_on=which.day_of(turn, "done_on") if kind is DONE else None,
        zero=bool(turn.answer("zero")) if kind is DONE else False,
    )


CONFIRM = Flow(
    name="confirm_progress",
    steps=(
        Ask("kind", which.ask_kind, which.read_kind),
        Ask("codes", which.ask_which, which.read_which),
        Ask("product", steps.ask_product, steps.read_product, when=which.is_kind(DONE)),
        Ask("done_on", steps.ask_done_on, steps.read_done_on, when=steps.is_at_intervals),
        Ask("confirmed", steps.ask_confirm, steps.read_confirm, when=which.is_kind(DONE)),
        Ask("percent", steps.ask_percent, steps.read_percent, when=which.is_single_under_way, skippable=True),
        Ask(
            "promised_on",
            steps.ask_promise,
            steps.read_promise,
            when=which.is_dated_under_way,
            skippable=True,
        ),
        Ask(
            "note",
            steps.ask_note,
            steps.read_words("note"),
            when=which.is_kind(DIFFICULTY),
            free_text=True,
            heeds=True,
        ),
        Ask("wanted_on", steps.ask_wanted, steps.read_wanted, when=which.is_kind(MORE_TIME)),
        Ask(
            "reason",
            steps.ask_reason,
            steps.read_words("reason"),
            when=which.is_kind(MORE_TIME),
            free_text=True,
            heeds=True,
        ),
        Do("report", _command),
        Tell("told", steps.told),
    ),
)


def _load(uow: UnitOfWork, by: Acting, session: Session) -> Mapping[str, Any]:
    open_now = progress.open_for(uow, by.person, by.now)
    codes = session.answers.get("codes") or ()
    found = (uow.occurrences.by_code(code) for code in codes)
    kept = session.answers.get("attachment")
    file = uow.attachments.get(kept) if kept is not None else None
    return {
        "open": open_now,
        "asked": _asked(uow, by, open_now),
        "chosen": tuple(record for record in found if record is not None),
        "lost": file is not None and file.state == "lost",
        "office": progress.office_name(uow, by),
        "calendar": by.around.calendar,
        "today": local(by.now).date(),
    }


def _asked(uow: UnitOfWork, by: Acting, records: Sequence[OccurrenceRecord]) -> Mapping[str, Any]:
    """Return for each duty with a request for more time that waits: who asked, by role, and when."""
    waiting = {p.occurrence_id for p in uow.occurrences.undecided([MORE_TIME.value])}
    return {r.code: progress.taken(uow, r, MORE_TIME, by.person) for r in records if r.id in waiting}


def _tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    """Take `progress:start`, `progress:open:<code>` and `progress:<kind>:<code>`."""
    match args:
        case ["start"]:
            return begin(uow, by, {})
        case ["open", code]:
            return _open(uow, by, code)
        case [kind, code] if kind in {k.value for k in progress.BY_UNIT}:
            record = progress.access_own(uow, by.person, code)
            return _about(uow, by, record, ProgressKind(kind))
    raise BadInputError("button-old")


def _open(uow: UnitOfWork, by: Acting, code: str) -> Start:
    """Show a duty; whoever answers for it is asked how it stands, others may look."""
    record = access.access_occurrence_for(uow, by.person, code)
    shown = card(uow, by, record)
    if record.unit_id not in progress.own_units(by.person) or not _is_open(record):
        return Answered((shown,))
    return Begin("confirm_progress", {"codes": [record.code]}, says=(shown,))


def _about(uow: UnitOfWork, by: Acting, record: OccurrenceRecord, kind: ProgressKind) -> Start:
    asked = kind is MORE_TIME and progress.waiting_request(uow, record.id) is not None
    if asked or not _is_open(record):
        return Answered((taken_say(record, progress.taken(uow, record, kind, by.person)),))
    if kind is MORE_TIME and rule_of(record) is not None:
        return Answered((Say("progress-law-no-more-time"),))
    if kind is MORE_TIME and record.due_on is None:
        return Answered((Say("progress-no-due"),))
    return Begin("confirm_progress", {"kind": kind.value, "codes": [record.code]})


def _is_open(record: OccurrenceRecord) -> bool:
    return OccurrenceState(record.state) in OPEN_STATES


def _say_progress(uow: UnitOfWork, by: Acting, meant: Understanding) -> Start:
    """Begin from a sentence; what it says already is not asked again."""
    kind = read_progress_kind(meant.text)
    known: dict[str, Any] = {} if kind is None else {"kind": kind.value}
    today = local(by.now).date()
    known |= names.said_too(meant.text, kind)
    day = read_future_date(meant.text, today)
    if day is not None and kind in (UNDER_WAY, MORE_TIME):
        known["said_day"] = day.isoformat()
    return begin(uow, by, known, meant.slots.get("period"), meant.text)


def begin(
    uow: UnitOfWork, by: Acting, known: dict[str, Any], period: str | None = None, said: str = ""
) -> Start:
    """Begin with what is known (answers by step), the period named and the sentence said, if any was.

    The only open duty that fits is used, and named.
    """
    if not progress.own_units(by.person):
        return Answered((Say("progress-no-unit"),))
    records = progress.open_for(uow, by.person, by.now)
    if not records:
        return Answered((Say("progress-nothing-open"),))
    kind = ProgressKind(known["kind"]) if "kind" in known else None
    fit = which.candidates(records, kind)
    if not fit:
        return Answered((Say("progress-no-due"),))
    named = names.named_in(said, fit)
    offers = uow.sessions.get(by.person.id, by.now).offers
    asked = _still_asked(uow, offers, fit)
    if not named and said and len(asked) == 1 and aside.is_latest(offers) and period is None:
        named = [r for r in fit if r.code == asked[0]]  # an answer to the reminder just read
    fit = named or _narrowed(fit, period)
    if len(fit) > 1:
        if asked:
            known["asked"] = asked
        if len(fit) < len(records):
            known["among"] = [r.code for r in fit]
        return Begin("confirm_progress", known)
    record = fit[0]
    known |= {"codes": [record.code], **which.day_for(record, kind, _day(known))}
    if kind is not None and isinstance(start := _about(uow, by, record, kind), Answered):
        return start
    return Begin("confirm_progress", known, says=(Say("progress-about", {"duty": labelled(record)}),))


def _still_asked(uow: UnitOfWork, offers: aside.Offers, fit: Sequence[OccurrenceRecord]) -> list[str]:
    """Return the duties the latest notice asks about of which nothing was said since, in its order."""
    by_code = {r.code: r for r in fit}
    asked = [code for code in aside.asked_about(offers) if code in by_code]
    shown = aside.shown_at(offers)
    said = uow.occurrences.last_said(by_code[code].id for code in asked)
    return [
        code
        for code in asked
        if shown is None or (last := said.get(by_code[code].id)) is None or last.at < shown
    ]


def _words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Take a duty named outright, or a wish to hand in; None where a sentence holds neither."""
    if len(text) > LONGEST_NAMING or not progress.own_units(by.person):
        return None
    named = names.named_in(text, progress.open_for(uow, by.person, by.now))
    meant = understand(text)
    if named and read_progress_kind(text) is not None:
        return _say_progress(uow, by, meant)
    talk = uow.sessions.get(by.person.id, by.now)
    opening = talk.session is None or aside.is_aside(talk.offers, by.now)
    says_sent = meant.intent is Intent.YES and opening and read_progress_kind(text) is DONE  # "đã gửi"
    if meant.intent not in (Intent.UNKNOWN, Intent.REPORT_PROGRESS) and not says_sent:
        return None
    if says_sent or names.hands_in(text):
        return begin(uow, by, {"kind": DONE.value}, None, text)
    if len(named) != 1:
        return begin(uow, by, {}, None, text) if named else None
    if talk.session and talk.session["answers"].get("codes") == [named[0].code]:
        return None  # it is being talked about
    return _open(uow, by, named[0].code)


def _day(known: Mapping[str, Any]) -> date | None:
    return date.fromisoformat(known["said_day"]) if "said_day" in known else None


def _narrowed(records: Sequence[OccurrenceRecord], period: str | None) -> Sequence[OccurrenceRecord]:
    fit = [r for r in records if period is not None and period_fits(r.label, period)]
    return fit or records


ENTRY = Entry(
    "confirm_progress",
    flow=CONFIRM,
    load=_load,
    commands={progress.Report: progress.report},
    taps={"progress": _tap},
    words=_words,
    intents={Intent.REPORT_PROGRESS: _say_progress},
)
