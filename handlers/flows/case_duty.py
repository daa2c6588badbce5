"""A duty of the law in a case: shown whole, and the few questions when somebody says that it was done."""

from collections.abc import Mapping
from typing import Any

from domain.case_clocks import duty_from_json
from domain.errors import ConflictError, NotAllowedError
from domain.law.rules import Certainty
from domain.occurrence import OPEN_STATES, OccurrenceState
from handlers.acting import Acting
from handlers.case_duty_words import due_words, named
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell, Turn
from handlers.conversation.session import Session
from handlers.entry import Begin, Entry, Start
from handlers.flows import accident_words, declaration
from handlers.services import access, case_duty_done
from messages.envelope import InboundKind, Option, Say, Text
from storage.records import CaseDuty, OccurrenceRecord, OfCase
from storage.unit_of_work import UnitOfWork

NAME = "case_duty_done"


def card(uow: UnitOfWork, by: Acting, code: str) -> Say:
    """Return a duty with whom it is owed to, until when, and what was said of doing it.

    Raises what `case_duty_done.access_duty_for` does.
    """
    record = case_duty_done.access_duty_for(uow, by.person, code)
    of_case = _case_of(record)
    duty = duty_from_json(dict(of_case.law))
    lines = [Text("law-card-by", {"by": Text(f"law-by-{duty.by}"), "due": due_words(duty, by.now)})]
    if duty.to:
        lines.append(Text("law-card-to", {"to": ", ".join(duty.to)}))
    if duty.to and case_duty_done.is_telling(of_case):
        lines.append(Text("form-means"))
    if duty.form:
        lines.append(Text("law-card-form", {"form": duty.form}))
    if duty.certainty is Certainty.VERIFY:
        lines.append(Text("law-card-verify"))
    rows = uow.case_duties.sharing(record.id)
    lines += [said_line(row) for row in rows[:1] if row.done is not None]
    owed = OccurrenceState(record.state) in OPEN_STATES
    done = (Option(f"law:done:{record.code}", Text("law-done")),) if owed else ()
    options = (*done, Option(f"law:because:{record.code}", Text("law-why")), *_case_button(uow, by, of_case))
    return Say("law-card", {"what": named(of_case, record.label), "lines": lines}, options=options)


def said_line(row: CaseDuty) -> Text:
    """Return what somebody said of doing it, as their word."""
    said = row.done or {}
    at = accident_words.moment(said["at"])
    if said["means"] is not None:
        return Text("law-card-said-means", {"at": at, "means": Text(f"declaration-means-{said['means']}")})
    if said["words"]:
        return Text("law-card-said-words", {"at": at, "words": accident_words.shortened(said["words"])})
    return Text("law-card-said", {"at": at})


def _case_button(uow: UnitOfWork, by: Acting, of_case: OfCase) -> tuple[Option, ...]:
    case = uow.accidents.by_code(of_case.code)
    sees = case is not None and access.is_officer_on(uow, by.person, case)
    return (Option(f"case:open:{of_case.code}", Text("case-open")),) if sees else ()


def begin(uow: UnitOfWork, by: Acting, code: str) -> Start:
    """Begin to record that a duty was done; raises ConflictError `law-done-already` and what `card` does."""
    record = case_duty_done.access_duty_for(uow, by.person, code)
    if OccurrenceState(record.state) not in OPEN_STATES:
        raise ConflictError("law-done-already")
    return Begin(NAME, {"code": record.code})


def _load(uow: UnitOfWork, by: Acting, session: Session) -> Mapping[str, Any]:
    """Load the duty; nothing where it is no longer theirs."""
    try:
        return {"duty": case_duty_done.access_duty_for(uow, by.person, session.answers["code"])}
    except NotAllowedError:
        return {}


def _what(turn: Turn) -> Text | str:
    record = turn.facts.get("duty")
    return "" if record is None else named(_case_of(record), record.label)


def _is(turn: Turn, duty: str) -> bool:
    record = turn.facts.get("duty")
    return record is not None and _case_of(record).duty == duty


def _tells(turn: Turn) -> bool:
    record = turn.facts.get("duty")
    return record is not None and case_duty_done.is_telling(_case_of(record))


def _ask_when(turn: Turn) -> Say:
    key = "law-done-ask-meeting" if _is(turn, "investigate") else "law-done-ask-when"
    return Say(key, {"what": _what(turn)}, options=(declaration.now_option(),))


def _ask_means(_turn: Turn) -> Say:
    return Say("law-done-ask-means", options=declaration.means_options())


def _read_words(answer: Answer, _turn: Turn) -> Outcome:
    if answer.kind is not InboundKind.TEXT or answer.picked is not None or not answer.text.strip():
        return Retry(Say("law-done-words-how"))
    return Got({"words": answer.text.strip()[: case_duty_done.MOST_WORDS]})


def _done(turn: Turn) -> case_duty_done.RecordDone:
    return case_duty_done.RecordDone(
        turn.answer("code"), turn.answer("when"), turn.answer("means"), turn.answer("words")
    )


FLOW = Flow(
    name=NAME,
    steps=(
        Ask("when", _ask_when, declaration.read_when),
        Ask("means", _ask_means, declaration.read_means, when=_tells),
        Ask(
            "words",
            lambda _turn: Say("law-done-ask-words"),
            _read_words,
            when=lambda turn: not _tells(turn),
            skippable=True,
            free_text=True,
        ),
        Do("kept", _done),
        Tell(
            "told",
            lambda turn: Say(
                "law-done-kept", {"what": _what(turn), "when": accident_words.moment(turn.answer("when"))}
            ),
        ),
    ),
    left=lambda turn: Say("law-done-left", {"what": _what(turn)}),
)


def _case_of(record: OccurrenceRecord) -> OfCase:
    if record.case is None:
        raise LookupError(f"no case behind {record.code}")
    return record.case


ENTRY = Entry(NAME, flow=FLOW, load=_load, commands={case_duty_done.RecordDone: case_duty_done.record_done})
