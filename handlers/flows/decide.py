"""The coordinator's side: what waits, one of it opened, and a decision with its reason."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from domain.calendar import local
from domain.errors import BadInputError
from domain.progress import ProgressKind
from domain.vietnamese.intents import Intent, understand
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Outcome, Reopen, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.conversation.session import Session
from handlers.duty_words import shorten
from handlers.entry import Answered, Begin, Entry, Start
from handlers.flows.duty_card import attached, head, promise_lines, said_line
from handlers.flows.unit_asked import read_unit
from handlers.progress_notices import decision_options
from handlers.progress_words import brief, inside, sentence, short_day
from handlers.services import decisions, extensions, forwarding
from handlers.services.decisions import Decision
from messages.envelope import Option, Say, Text
from messages.words import LOCAL
from storage.records import OccurrenceRecord, ProgressRecord
from storage.unit_of_work import UnitOfWork

PAGE = 8
READ_BACK = 90  # characters of a reason read back
LARGEST_ID = 18  # digits; what is longer was never an id of ours
AT_ONCE = {"accept": Decision.ACCEPTED, "grant": Decision.GRANTED}
WITH_WORDS = {
    "return": Decision.RETURNED,
    "refuse": Decision.REFUSED,
    "answer": Decision.ANSWERED,
    "stays": Decision.STAYS,
    "give": Decision.HANDED_OVER,
}


def _ask_words(turn: Turn) -> Say:
    return Say(f"review-ask-{turn.answer('decision')}", turn.facts["about"])


def _read_words(answer: Answer, _turn: Turn) -> Outcome:
    if answer.picked or not answer.text.strip():
        return Retry(Say("progress-words-needed"))
    return Got({"words": answer.text.strip()})


def _ask_sure(turn: Turn) -> Say:
    """Read the words back: what goes to a unit is seen once more before it leaves."""
    options = (Option("confirm:yes", Text("choice-yes")), Option("confirm:fix", Text("choice-fix")))
    if _gives(turn):
        names = {unit_id: name for name, unit_id in turn.facts["units"].items()}
        receiver = names[turn.answer("receiver")]
        return Say("review-confirm-give", {**turn.facts["about"], "receiver": receiver}, options=options)
    params = {"unit": turn.facts["about"]["unit"], "words": shorten(turn.answer("words"), READ_BACK)}
    return Say("review-confirm", params, options=options)


def _read_sure(answer: Answer, turn: Turn) -> Outcome:
    said = understand(answer.text).intent if not answer.picked else None
    if answer.picked == "confirm:yes" or said is Intent.YES:
        return Got({"sure": True})
    if answer.picked == "confirm:fix" or said is Intent.NO:
        return Reopen(("words", "receiver", "sure"))
    if _gives(turn) or answer.picked or not answer.text.strip():
        return Retry(_ask_sure(turn))
    return Got({"words": answer.text.strip()})


def _told(turn: Turn) -> Say:
    return _outcome(turn.answer("decide"), turn.facts["about"])


def _gives(turn: Turn) -> bool:
    return bool(turn.answer("decision") == Decision.HANDED_OVER.value)


def _says_why(turn: Turn) -> bool:
    return not _gives(turn)


def _ask_receiver(turn: Turn) -> Say:
    return Say("review-ask-give", turn.facts["about"])


def _read_receiver(answer: Answer, turn: Turn) -> Outcome:
    found = read_unit(answer, turn.facts["units"], step="receiver")
    if isinstance(found, Got) and found.values["receiver"] == turn.facts["giver"]:
        return Retry(Say("progress-receiver-self"))
    return found


DECIDE = Flow(
    name="review_progress",
    steps=(
        Ask("receiver", _ask_receiver, _read_receiver, when=_gives),
        Ask("words", _ask_words, _read_words, when=_says_why, free_text=True, heeds=True),
        Ask("sure", _ask_sure, _read_sure, free_text=True, heeds=True),
        Do(
            "decide",
            lambda turn: decisions.Decide(
                turn.answer("progress"),
                Decision(turn.answer("decision")),
                turn.answer("words"),
                turn.answer("receiver"),
            ),
        ),
        Tell("told", _told),
    ),
)


def _load(uow: UnitOfWork, _by: Acting, session: Session) -> Mapping[str, Any]:
    said = uow.occurrences.progress(int(session.answers["progress"]))
    if said is None:
        raise LookupError(session.answers["progress"])
    record = uow.occurrences.get(said.occurrence_id)
    gives = session.answers.get("decision") == Decision.HANDED_OVER.value
    return {
        "about": {"unit": record.unit_name, "duty": inside(record)},
        "giver": record.unit_id,
        "units": {u.name: u.id for u in uow.units.all()} if gives else {},
    }


def _tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    """Take `review:waiting[:page]`, `review:open:<id>` and `review:<verb>:<id>`."""
    match args:
        case ["waiting"]:
            return _waiting(uow, by, 1)
        case ["waiting", page] if page.isdecimal() and len(page) < LARGEST_ID:
            return _waiting(uow, by, max(int(page), 1))
        case [verb, number] if number.isdecimal() and len(number) < LARGEST_ID:
            return _about(uow, by, verb, int(number))
    raise BadInputError("button-old")


def _about(uow: UnitOfWork, by: Acting, verb: str, progress_id: int) -> Start:
    said, record = decisions.access_said_for(uow, by.person, progress_id)
    about = {"unit": record.unit_name, "duty": inside(record)}
    if verb == "open":
        return Answered((_opened(uow, by, said, record),))
    if verb == "forward":
        laid = forwarding.forward(uow, forwarding.Forward(progress_id), by)["forwarded"]
        return Answered((Say("review-done-forwarded" if laid else "review-forwarded-already", about),))
    if verb == "grant" and said.decision is None and not extensions.may_grant(uow, by.person, record, said):
        options = (
            Option(f"review:forward:{progress_id}", Text("choice-forward")),
            Option(f"review:refuse:{progress_id}", Text("choice-refuse")),
        )
        return Answered((Say("review-beyond", about, options=options),))
    if verb in AT_ONCE:
        result = decisions.decide(uow, decisions.Decide(progress_id, AT_ONCE[verb]), by)
        return Answered((_outcome(result, about),))
    if verb not in WITH_WORDS or said.kind != decisions.FITS[WITH_WORDS[verb]].value:
        raise BadInputError("button-old")
    if said.decision is not None:
        return Answered((_outcome(decisions.before(said, by.person), about),))
    return Begin("review_progress", {"progress": progress_id, "decision": WITH_WORDS[verb].value})


def _outcome(result: Mapping[str, Any], about: Mapping[str, Any]) -> Say:
    """Return what the coordinator hears: decided, or decided before and how."""
    if result["decision"] is None:
        return Say("review-moot", about)
    params = {**about, "at": datetime.fromisoformat(result["at"])}
    if result["decided"]:
        next_one = Option("review:waiting", Text("menu-waiting"))
        return Say(f"review-done-{result['decision']}", params, options=(next_one,))
    who = Text("progress-you" if result["mine"] else "review-colleague")
    return Say("review-before", {**params, "who": who, "how": Text(f"decided-{result['decision']}")})


def _opened(uow: UnitOfWork, by: Acting, said: ProgressRecord, record: OccurrenceRecord) -> Say:
    lines = [Text("duty-card-state", head(by, record)), _said(uow, said)]
    if said.kind == ProgressKind.DONE.value:
        lines += promise_lines(uow.occurrences.progress_of(record.id), local(by.now).date())
    if said.forwarded_at is not None:
        lines.append(Text("review-forwarded", {"at": said.forwarded_at}))
    options: tuple[Option, ...] = decision_options(said)
    if said.decision is not None and said.decided_at is not None:
        lines.append(Text("review-decided", {"how": Text(f"decided-{said.decision}"), "at": said.decided_at}))
        options = ()
    files = attached(uow, said)
    if said.attachment_id is not None and not files:
        lines.append(Text("review-file-pending"))
    return Say("duty-card", {**head(by, record), "lines": lines}, options=options, files=files)


def _said(uow: UnitOfWork, said: ProgressRecord) -> Text:
    """Return what was said; with the refusal of the unit that was to take it."""
    if said.receiver_id is None or said.receiver_note is None:
        return said_line(said)
    receiver = uow.units.get(said.receiver_id).name
    params = {"at": said.at, "note": sentence(said.note or ""), "receiver": receiver}
    return Text("said-not_ours-refused", {**params, "why": sentence(said.receiver_note)})


def _waiting(uow: UnitOfWork, by: Acting, page: int) -> Start:
    """List what waits, oldest first."""
    found = decisions.waiting(uow, by.person)
    if not found:
        return Answered((Say("review-none", {"at": by.now}),))
    page = min(page, (len(found) + PAGE - 1) // PAGE)
    shown = found[(page - 1) * PAGE : page * PAGE]
    left = len(found) - page * PAGE
    options = [Option(f"review:open:{said.id}", _line(said, record)) for said, record in shown]
    if left > 0:
        options.append(Option(f"review:waiting:{page + 1}", Text("status-more-button", {"count": left})))
    return Answered((Say("review-list", {"at": by.now, "count": len(found)}, options=tuple(options)),))


def _line(said: ProgressRecord, record: OccurrenceRecord) -> Text:
    day = short_day(said.at.astimezone(LOCAL).date())
    kind = Text(f"review-kind-{ProgressKind(said.kind).value}")
    return Text("review-line", {"unit": record.unit_name, "duty": brief(record), "kind": kind, "day": day})


ENTRY = Entry(
    "review_progress",
    flow=DECIDE,
    load=_load,
    commands={decisions.Decide: decisions.decide},
    taps={"review": _tap},
)
