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
from handlers.flows import progress_other as other
from handlers.flows import progress_steps as steps
from handlers.flows import progress_which as which
from handlers.flows.duty_card import card
from handlers.progress_words import labelled, taken_say
from handlers.services import access, progress, progress_report
from handlers.services.progress_report import later_problem
from messages.envelope import Option, Say, Text
from messages.render import label
from storage.records import OccurrenceRecord
from storage.unit_of_work import UnitOfWork

DONE, UNDER_WAY = ProgressKind.DONE, ProgressKind.UNDER_WAY
DIFFICULTY, MORE_TIME = ProgressKind.DIFFICULTY, ProgressKind.MORE_TIME
NOT_OURS, LATER = ProgressKind.NOT_OURS, ProgressKind.LATER
LONGEST_NAMING = 80  # characters of a message that names a duty and says little more


def _command(turn: Turn) -> progress_report.Report:
    kind = which.kind_of(turn) or UNDER_WAY
    said = {DONE: "reply", DIFFICULTY: "note", MORE_TIME: "reason", NOT_OURS: "not_ours", LATER: "excuse"}
    wanted = {MORE_TIME: "wanted_on", LATER: "until"}
    note = turn.answer(said[kind]) if kind in said else None
    if kind is LATER and note is not None and note.startswith("excuse:"):
        note = label(turn.language, Text(note.replace(":", "-")))
    return progress_report.Report(
        codes=tuple(turn.answer("codes")),
        kind=kind,
        percent=turn.answer("percent") if kind is UNDER_WAY else None,
        promised_on=which.day_of(turn, "promised_on") if kind is UNDER_WAY else None,
        document_no=turn.answer("document_no") if kind is DONE else None,
        attachment=turn.answer("attachment") if kind in (DONE, DIFFICULTY) else None,
        note=note,
        wanted_on=which.day_of(turn, wanted[kind]) if kind in wanted else None,
        receiver=turn.answer("receiver") if kind is NOT_OURS else None,
        figure=turn.answer("figure") if kind is DONE else None,
        done_on=which.day_of(turn, "done_on") if kind is DONE else None,
        zero=bool(turn.answer("zero")) if kind is DONE else False,
    )


def _is_done(turn: Turn, *, target: bool) -> bool:
    return which.kind_of(turn) is DONE and other.is_target(turn) is target


CONFIRM = Flow(
    name="confirm_progress",
    steps=(
        Ask("kind", which.ask_kind, which.read_kind),
        Ask("codes", which.ask_which, which.read_which),
        Ask("figure", other.ask_figure, other.read_figure, when=lambda turn: _is_done(turn, target=True)),
        Ask(
            "source",
            other.ask_source,
            steps.read_source,
            when=lambda turn: _is_done(turn, target=True),
            skippable=True,
        ),
        Ask("product", steps.ask_product, steps.read_product, when=lambda turn: _is_done(turn, target=False)),
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
            steps.read_note,
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
        Ask("until", other.ask_until, other.read_until, when=which.is_kind(LATER)),
        Ask(
            "excuse",
            other.ask_excuse,
            other.read_excuse,
            when=which.is_kind(LATER),
            free_text=True,
            heeds=True,
        ),
        Ask(
            "not_ours",
            other.ask_not_ours,
            steps.read_words("not_ours"),
            when=which.is_kind(NOT_OURS),
            free_text=True,
        ),
        Ask(
            "receiver", other.ask_receiver, other.read_receiver, when=which.is_kind(NOT_OURS), skippable=True
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
        "asked": {kind: _asked(uow, by, open_now, kind) for kind in progress_report.ASKS_ONCE},
        "put_off": _not_to_put_off(uow, by, open_now, session),
        "units": {u.name: u.id for u in uow.units.all()} if session.answers.get("kind") == NOT_OURS else {},
        "chosen": tuple(record for record in found if record is not None),
        "lost": file is not None and file.state == "lost",
        "office": progress.office_name(uow, by),
        "calendar": by.around.calendar,
        "today": local(by.now).date(),
    }


def _asked(
    uow: UnitOfWork, by: Acting, records: Sequence[OccurrenceRecord], kind: ProgressKind
) -> Mapping[str, Any]:
    """Return for each duty with a request of this kind that waits: who asked, by role, and when."""
    waiting = {p.occurrence_id for p in uow.occurrences.undecided([kind.value])}
    return {r.code: progress.taken(uow, r, kind, by.person) for r in records if r.id in waiting}


def _not_to_put_off(
    uow: UnitOfWork, by: Acting, records: Sequence[OccurrenceRecord], session: Session
) -> Mapping[str, str]:
    """Return for each duty whose reminder cannot be put off why not; none are looked at for another answer."""
    if session.answers.get("kind") not in (None, LATER):
        return {}
    said = uow.occurrences.said_of(r.id for r in records)
    today, calendar = local(by.now).date(), by.around.calendar
    found = {r.code: later_problem(r, said.get(r.id, ()), None, today, calendar) for r in records}
    return {code: trouble for code, trouble in found.items() if trouble is not None}


def _tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    """Take `progress:start`, `progress:open:<code>` and `progress:<kind>:<code>`."""
    match args:
        case ["start"]:
            return begin(uow, by, {})
        case ["open", code]:
            return _open(uow, by, code)
        case [kind, code] if kind in {k.value for k in progress_report.BY_UNIT}:
            record = progress.access_own(uow, by.person, code)
            return _about(uow, by, record, ProgressKind(kind), tapped=True)
    raise BadInputError("button-old")


def _open(uow: UnitOfWork, by: Acting, code: str) -> Start:
    """Show a duty; whoever answers for it is asked how it stands, others may look."""
    record = access.access_occurrence_for(uow, by.person, code)
    shown = card(uow, by, record)
    if record.unit_id not in progress.own_units(by.person) or not _is_open(record):
        return Answered((shown,))
    return Begin("confirm_progress", {"codes": [record.code]}, says=(shown,))


def _about(
    uow: UnitOfWork, by: Acting, record: OccurrenceRecord, kind: ProgressKind, *, tapped: bool = False
) -> Start:
    asks = kind in progress_report.ASKS_ONCE
    if (asks and progress.waiting_request(uow, record.id, kind) is not None) or not _is_open(record):
        return Answered((taken_say(record, progress.taken(uow, record, kind, by.person)),))
    if kind is MORE_TIME and rule_of(record) is not None:
        return Answered((Say("progress-law-no-more-time"),))
    if kind is MORE_TIME and record.due_on is None:
        return Answered((Say("progress-no-due"),))
    known: dict[str, Any] = {"kind": kind.value, "codes": [record.code]}
    if kind is LATER:
        said, today = uow.occurrences.progress_of(record.id), local(by.now).date()
        if trouble := later_problem(record, said, None, today, by.around.calendar):
            return Answered((Say(trouble, options=_instead(record)),))
        if tapped:  # the button says "tomorrow": the next working day
            known["until"] = by.around.calendar.add_working_days(today, 1).isoformat()
    return Begin("confirm_progress", known)


def _instead(record: OccurrenceRecord) -> tuple[Option, ...]:
    """Return what helps where the reminder cannot be put off any more."""
    kinds = [UNDER_WAY, DIFFICULTY, *([MORE_TIME] if record.due_on is not None else [])]
    return tuple(
        Option(f"progress:{k.value}:{record.code}", Text(f"choice-{k.value.replace('_', '-')}"))
        for k in kinds
    )


def _is_open(record: OccurrenceRecord) -> bool:
    return OccurrenceState(record.state) in OPEN_STATES


def _say_progress(uow: UnitOfWork, by: Acting, meant: Understanding) -> Start:
    """Begin from a sentence; what it says already is not asked again."""
    kind = read_progress_kind(meant.text)
    known: dict[str, Any] = {} if kind is None else {"kind": kind.value}
    today = local(by.now).date()
    known |= names.said_too(meant.text, kind)
    day = read_future_date(meant.text, today)
    if day is not None and kind in (UNDER_WAY, MORE_TIME, LATER):
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
    today, calendar = local(by.now).date(), by.around.calendar
    known |= {"codes": [record.code], **which.day_for(record, kind, _day(known), today, calendar)}
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
    kind = read_progress_kind(text)
    if (named and kind is not None) or kind in (NOT_OURS, LATER):
        return _say_progress(uow, by, meant)
    talk = uow.sessions.get(by.person.id, by.now)
    opening = talk.session is None or aside.is_aside(talk.offers, by.now)
    says_sent = meant.intent is Intent.YES and opening and kind is DONE  # "đã gửi"
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
    commands={progress_report.Report: progress.report},
    taps={"progress": _tap},
    words=_words,
    intents={Intent.REPORT_PROGRESS: _say_progress},
)
