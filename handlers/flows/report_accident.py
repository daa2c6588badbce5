"""Reporting an accident: life first, then consent, then the rest one question at a time, then a look over it all."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from domain import diseases
from domain.accident import CaseKind, CaseState
from domain.vietnamese.intents import Intent, Understanding
from domain.vietnamese.jest import is_doubtful
from handlers.acting import Acting
from handlers.conversation.answers import Answer, Got, Outcome
from handlers.conversation.flow import Ask, Do, Flow, Step, Tell, Turn
from handlers.conversation.session import Session
from handlers.entry import Answered, Begin, Entry, Start
from handlers.flows import accident_aside as aside
from handlers.flows import (
    accident_details,
    accident_doubt,
    accident_first,
    accident_news,
    amend_steps,
    case_correction,
    consent_steps,
    receipt,
    withdraw,
)
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from handlers.services import accidents, alerts, case_facts, case_pictures, communes, consents, privacy
from messages.envelope import Option, Say, Text
from storage.records import AccidentRecord
from storage.unit_of_work import UnitOfWork

NAME = "report_accident"
DISEASE = "report_disease"  # an illness of years goes there, without alarm
PHOTO_MINUTES = timedelta(minutes=15)  # a picture that came so shortly before belongs to the report
NEWS_HOURS = timedelta(hours=24)  # what is told within so long may belong to the case before
_ENDED = (CaseState.CLOSED, CaseState.CANCELLED)
COMMAND_WORDS = 4  # an opening this short ("báo tai nạn") tells nothing worth keeping


def _case(turn: Turn) -> dict[str, Any]:
    opened: dict[str, Any] = turn.answer("open", {})
    return opened


def _urgent(_turn: Turn) -> Say:
    return Say("accident-urgent", urgent=True)


def _heard(turn: Turn) -> Say:
    told = reading.Told({})
    people, place, phone, happened = (turn.answer(name) for name in ("people", "place", "phone", "happened"))
    if people:
        told = told.also(
            "people", people, Text("accident-dot", {"what": words.people(people, turn.language)})
        )
    elif turn.answer("death_told"):
        told = told.also("death_told", value=True, line=Text("accident-heard-death"))
    if place:
        told = told.also("place", place, Text("accident-heard-place", {"what": words.place(place)}))
    if phone:
        told = told.also("phone", phone, Text("accident-heard-phone", {"what": words.phone(phone)}))
    if happened:
        told = told.also("happened", happened, Text("accident-dot", {"what": words.moment(happened)}))
    if turn.answer("photos"):
        told = told.also("photos", 0, Text("accident-heard-photos", {"count": len(turn.answer("photos"))}))
    return words.noted(told.lines) or Say("accident-button-used")


def _open(turn: Turn) -> accidents.OpenCase:
    return accidents.OpenCase(CaseKind.ACCIDENT.value, facts_of(turn), privacy=turn.answer("privacy"))


def facts_of(turn: Turn) -> dict[str, Any]:
    """Return the answers that are facts of the case; a death counts though nobody counted the people."""
    facts = {name: turn.answer(name) for name in case_facts.FIELDS if turn.answer(name) is not None}
    if turn.answer("death_told") and "people" not in facts:
        facts["people"] = {"total": None, "dead": 1, "injured": None}
    return facts


def _dispatched(turn: Turn) -> Say:
    case = _case(turn)
    number = turn.facts["hotline"] or alerts.AMBULANCE
    if case["told"] == "nobody":
        return Say("accident-reached-nobody", {"code": case["code"], "number": number}, urgent=True)
    key = "accident-telling" if case["told"] == "commune" else "accident-telling-office"
    return Say(key, {"code": case["code"], "unit": case["unit"] or turn.facts["office"]})


def _scene(turn: Turn) -> Say:
    nobody_hurt = case_facts.total_of(turn.session.answers) == 0
    return Say("accident-tell-chief" if nobody_hurt else "accident-scene")


def _refused(turn: Turn) -> Say:
    number = turn.facts["hotline"]
    contact = Text("consent-contact", {"number": number}) if number else Text("consent-contact-none")
    return Say("consent-refused", {"code": _case(turn)["code"], "contact": contact})


def _ask_tip(turn: Turn) -> Say:
    key = "accident-ask-tip-number" if turn.answer("phone") else "accident-ask-tip"
    return Say(key, options=(Option("tip:stop", Text("accident-tip-stop")),))


def _read_tip(answer: Answer, turn: Turn) -> Outcome:
    if answer.picked == "tip:stop":
        return Got({"tip": None})
    hint = Say("accident-words-how", options=(Option("tip:stop", Text("accident-tip-stop")),))
    came = reading.keep_what_came(answer, turn) or reading.no_words(answer, hint)
    if came is not None:
        return came
    if not turn.answer("phone"):
        return Got({"tip": answer.text}, Say("accident-tip-kept"))
    return Got({"tip": answer.text, "phone": None}, Say("accident-tip-kept-number"))


def _done(turn: Turn) -> Say:
    code = _case(turn)["code"]
    if consent_steps.refused(turn):
        return Say("accident-kept", {"code": code}, options=(receipt.offer(code),))
    if turn.answer("role") != "employer":
        return Say("accident-done", {"code": code}, options=(receipt.offer(code),))
    form = Option(f"form:ask:{code}", Text("form-get"))
    return Say("accident-done-employer", {"code": code}, options=(form, receipt.offer(code)))


def _changed(turn: Turn, values: Mapping[str, Any]) -> Any | None:
    """Keep new answers with the case at once; before there is a case they lie in the session."""
    code = _case(turn).get("code")
    if reading.ID_CARD in values:
        return reading.dropped(turn, values)
    if "consent" in values:
        consent = consents.RecordConsent(values["consent"], values["consent_said"], code)
        return accidents.AnswerNotice(consent, facts_of(turn), values.get("privacy"))
    kept = {name: value for name, value in values.items() if name in case_facts.FIELDS}
    return accidents.RecordFacts(code, kept) if code and kept else None


def _left(turn: Turn) -> Say:
    code = _case(turn).get("code")
    return left(code, taken=turn.facts["taken"]) if code else Say("accident-left-unsent")


def _here(turn: Turn) -> Say:
    """Answer a call: what stands with the officers already, or what is needed to tell them."""
    code = _case(turn).get("code")
    if code is None:
        return Say("accident-here-unsent")
    return Say("accident-here-taken" if turn.facts["taken"] else "accident-here", {"code": code})


def left(code: str, *, taken: bool) -> Say:
    """Say that a case is kept, and whether somebody has taken it."""
    return Say("accident-left-taken" if taken else "accident-left", {"code": code})


def _unless_added(step: Step) -> Step:
    return replace(step, when=lambda turn: not accident_news.is_added(turn) and step.when(turn))


REPORT: tuple[Step, ...] = (
    accident_doubt.REAL,
    amend_steps.WHICH,
    Tell("heard", _heard, when=lambda turn: bool(turn.answer("opened_with"))),
    accident_first.PEOPLE,
    accident_first.PLACE,
    accident_first.PHONE,
    Do("open", _open),
    Tell("dispatched", _dispatched),
    Tell("scene", _scene),
    *consent_steps.steps(),
    Tell("refused", _refused, when=consent_steps.refused),
    Ask("tip", _ask_tip, _read_tip, when=consent_steps.refused, skippable=True, free_text=True),
    *accident_details.STEPS,
    Do("finish", lambda turn: accidents.FinishReport(_case(turn)["code"]), when=consent_steps.agreed),
    Tell("done", _done),
)

FLOW = Flow(
    name=NAME,
    steps=(
        Tell("urgent", _urgent),
        *accident_news.WHICH,
        *map(_unless_added, REPORT),
    ),
    changed=_changed,
    left=_left,
    here=_here,
)


def load(uow: UnitOfWork, by: Acting, session: Session) -> dict[str, Any]:
    """Read what the steps may look at: the communes, whom to ring, the case under way and one reported before."""
    opened, recent = (_own_case(uow, by, session.answers.get(name)) for name in ("open", "recent"))
    known = communes.names(uow)
    digests, held = case_pictures.digests_of(uow, by.person.id, by.now)
    own = set(by.person.units())
    return {
        "communes": known,
        "home": [
            reading.called(known, unit_id) for unit_id in dict.fromkeys(known.values()) if unit_id in own
        ],
        "office": by.around.office,
        "hotline": by.around.hotline,
        "channel": by.address.channel,
        "digests": digests,
        "held": held,
        "ways": privacy.offered(uow),
        "private": opened is not None and opened.is_private,
        "taken": opened is not None and opened.acknowledged_at is not None,
        "recent_facts": uow.accidents.facts(recent.id) if recent is not None else {},
    }


def _own_case(uow: UnitOfWork, by: Acting, named: Any) -> AccidentRecord | None:
    case = uow.accidents.by_code(named["code"]) if isinstance(named, Mapping) else None
    return case if case is not None and case.reporter_id == by.person.id else None


def opening(uow: UnitOfWork, by: Acting, text: str) -> dict[str, Any]:
    """Return the answers an opening sentence gives, and pictures sent just before it."""
    session = Session(NAME)
    turn = Turn(session, load(uow, by, session), by.now, by.person.language)
    found = dict(reading.facts_in(text, turn).values)
    photos = case_pictures.recent_photos(uow, by.person.id, by.now - PHOTO_MINUTES)
    if photos:
        found["photos"] = photos
    if found:
        found["opened_with"] = True
    if is_doubtful(text):
        found["doubtful"] = True
    if len(text.split()) >= COMMAND_WORDS:
        found["opening"] = text
    return found


def _on_intent(uow: UnitOfWork, by: Acting, meant: Understanding) -> Start:
    if aside.asks_of_penalty(meant.text):
        return Answered((Say("accident-asked-penalty"),))
    if diseases.is_disease(meant.text) and not _reporting(uow, by):
        return Begin(DISEASE, of_disease(meant.text))
    fixed = case_correction.heard(uow, by, meant.text) if not _reporting(uow, by) else None
    if fixed is not None:
        return fixed
    found = opening(uow, by, meant.text)
    recent = _recent(uow, by)
    if recent is not None and aside.is_news(meant.text, found):
        return _news(recent, meant.text, found)
    return Begin(NAME, found)


def of_disease(text: str) -> dict[str, Any]:
    """Return what a report of a disease begins with: the words, where they name one."""
    return {"disease": text[: reading.SCAN]} if diseases.names_one(text) else {}


def _on_words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Take "báo thêm: …" or another number to ring, said outside a report, for news of the case reported last."""
    recent = _recent(uow, by)
    if recent is None or not aside.adds(text):
        return None
    return _news(recent, text, opening(uow, by, text))


def _news(recent: AccidentRecord, text: str, found: Mapping[str, Any]) -> Start:
    """Take up news of a case; should they be of another after all, who asked not to be named is not there either."""
    known = {"privacy": recent.privacy} if recent.is_private else {}
    return Begin(NAME, {**found, **known, "recent": {"code": recent.code, "said": text}})


def _recent(uow: UnitOfWork, by: Acting) -> AccidentRecord | None:
    """Return the alarm the person reported last, within a day, while it is open and no report is under way."""
    if _reporting(uow, by):
        return None
    own = (case for case in uow.accidents.of_reporter(by.person.id) if alerts.is_urgent(case))
    case = next(own, None)
    if case is None or by.now - case.created_at > NEWS_HOURS or case.state in _ENDED:
        return None
    return case


def _reporting(uow: UnitOfWork, by: Acting) -> bool:
    talk = uow.sessions.get(by.person.id, by.now)
    return bool(talk.session) and Session.from_json(talk.session or {}).flow == NAME


def on_tap(uow: UnitOfWork, by: Acting, _args: list[str]) -> Start:
    """Begin a report.

    One whose first answers are still being given goes on, so that a button tapped twice loses nothing; one
    already with the officers is kept, and this is another.
    """
    talk = uow.sessions.get(by.person.id, by.now)
    session = Session.from_json(talk.session) if talk.session else None
    if session is not None and session.flow == NAME:
        opened = session.answers.get("open")
        if opened is None:
            return Answered(())
        kept = left(opened["code"], taken=load(uow, by, session)["taken"])
        return Begin(NAME, opening(uow, by, ""), (kept,))
    return Begin(NAME, opening(uow, by, ""))


ENTRY = Entry(
    NAME,
    flow=FLOW,
    load=load,
    commands={
        accidents.OpenCase: accidents.open_case,
        accidents.RecordFacts: accidents.record_facts,
        case_pictures.DropFile: case_pictures.drop_file,
        accidents.FinishReport: accidents.finish_report,
        accidents.AnswerNotice: accidents.answer_notice,
        consents.RecordConsent: consents.record_consent,
    },
    taps={"report:accident": on_tap, "consent:withdraw": withdraw.on_tap},
    intents={Intent.REPORT_ACCIDENT: _on_intent},
    words=_on_words,
)
