"""What to do with one message: steer, tap, open flow, command or intent, or the menu. One door for all.

It runs inside the transaction it is given; what it does, says and remembers is committed together.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from domain import diseases
from domain.errors import BaoAnError
from domain.vietnamese.call_words import calls
from domain.vietnamese.intents import Intent, Understanding, understand
from handlers import aside, flood, flows, in_dialogue, in_group, menu, near_tie, outgoing, page_acts, resuming
from handlers.acting import Acting, Surroundings
from handlers.conversation import engine
from handlers.conversation.answers import Answer
from handlers.conversation.flow import Ask, Flow
from handlers.conversation.navigation import Steer, steer
from handlers.conversation.session import Session
from handlers.entry import Answered, Begin, Ended, Start
from handlers.flood import EMERGENCY_FLOW
from handlers.flows import case_correction, officer_says, report_disease, request_report
from handlers.hearing import hear
from handlers.services import channel_events, handoff, people
from messages.envelope import InboundKind, InboundMessage, Option, Say, Text
from storage.records import AddressRecord, Conversation, DialogueRecord
from storage.unit_of_work import UnitOfWork

SURE = 0.75
MOST_PARKED = 2  # talks waiting under the open one
QUESTIONS = frozenset(
    {Intent.QUERY_STATUS, Intent.QUERY_OVERDUE, Intent.QUERY_MY_TASKS, Intent.QUERY_REPORT_BY_CODE}
)
INTERLUDES = QUESTIONS | {Intent.HELP, Intent.HANDOFF_TO_HUMAN}


def handle(
    uow: UnitOfWork, inbound: InboundMessage, source: int, around: Surroundings, now: datetime
) -> None:
    """Deal with one message from the inbox (`source` is its row) at the instant `now`."""
    if inbound.kind is InboundKind.EVENT:
        channel_events.take(uow, inbound, source, around, now)
        return
    person, address = people.recognise(uow, inbound.address, now)
    by = Acting(person, inbound.address, now, around, source)
    talk = uow.sessions.get(person.id, now)
    session = flows.known(Session.from_json(talk.session)) if talk.session else None
    heard = hear(inbound, talk.offers if inbound.address.private else None, source)
    dialogue = handoff.live(uow, by) if inbound.address.private else None
    if dialogue is None and flood.is_too_many(uow, inbound.address, heard, session, around, now):
        _hold_back(uow, by, address, talk)
        return
    if not inbound.address.private:  # others read along; the talk and its choices belong to the private chat
        says = in_group.answer(by, heard)
        outgoing.reply(uow, address, person.language, says, now)
        return
    if inbound.kind is InboundKind.ACTION:
        outgoing.reply(uow, address, person.language, page_acts.carry_out(uow, by, inbound.data), now)
        return
    turn = _Turn(uow, by, session, dialogue)
    turn.is_aside = (
        dialogue is None
        and session is not None
        and session.flow != EMERGENCY_FLOW
        and aside.is_aside(talk.offers, now)
    )
    answer = hear(inbound, aside.notice_first(talk.offers), source) if turn.is_aside else heard
    listens = dialogue is None and (turn.is_aside or session is None)
    if answer.kind is InboundKind.TEXT and answer.picked is None and listens:
        answer = replace(answer, picked=aside.by_words(talk.offers, answer.text))
    turn.is_alarmed = aside.is_latest(talk.offers)
    turn.hear(answer)
    offered = outgoing.reply(uow, address, uow.people.get(person.id).language, turn.says, now)
    _remember(uow, talk, turn, offered, now)


def _hold_back(uow: UnitOfWork, by: Acting, address: AddressRecord, talk: Conversation) -> None:
    """Leave a message of a flood unread, and say so once a minute; where the talk stands does not change."""
    says = flood.say_once(talk.offers, by.now)
    if says:
        outgoing.reply(uow, address, by.person.language, says, by.now)
        offers = {**(talk.offers or {}), flood.TOLD: by.now.isoformat()}
        uow.sessions.put(by.person.id, talk.session, offers, by.now)


def _remember(
    uow: UnitOfWork, before: Conversation, turn: "_Turn", offered: dict[str, Any] | None, now: datetime
) -> None:
    """Keep where the talk stands and which choices are on the screen."""
    person = before.person_id
    if turn.is_hushed() or turn.dialogue is not None:
        in_dialogue.remember(uow, turn.by, turn.dialogue, turn.session, offered)
        return
    offers = dict(before.offers or {}) if turn.session else {}
    latest = uow.sessions.get(person, now).offers or {}
    offers |= {k: v for k, v in latest.items() if k == "notice"}
    if offered is not None or turn.session is not None:
        offers |= {"question": offered, "latest": "question"}
    elif before.offers and "question" in before.offers:
        offers["question"] = before.offers["question"]  # words without choices leave those shown last alive
    offers = aside.spoke(offers, now)
    uow.sessions.put(person, turn.session.to_json() if turn.session else None, offers, now)


class _Turn:
    """One message being dealt with: what is said piles up here, the session moves along."""

    def __init__(
        self, uow: UnitOfWork, by: Acting, session: Session | None, dialogue: DialogueRecord | None = None
    ) -> None:
        self.uow = uow
        self.by = by
        self.session = session
        self.dialogue = dialogue  # the talk with an officer that was under way when the message came
        self.says: list[Say] = []
        self.is_alarmed = False  # a notice is what the person saw last
        self.is_aside = False  # the open question is older than a notice; it is asked again by its name

    def hear(self, answer: Answer) -> None:
        """Decide in this order: steering words, buttons that are always alive, the open flow, an opening."""
        if answer.kind is InboundKind.RESULT:
            self._take_result(answer)
            return
        if self.dialogue is not None and self._in_dialogue(self.dialogue, answer):
            return
        if self.session is not None and answer.picked is None and calls(answer.text):
            self._answer_call(self.session)
            return
        steered = steer(answer, free_text=self._asks_freely() and not self.is_aside)
        if self.is_aside and steered in (Steer.BACK, Steer.SKIP, Steer.REPEAT):
            self._ask_again_or_menu()
            return
        if steered is not None and self._steer(steered):
            return
        if answer.picked is not None and self._tap(answer.picked):
            return
        if self.session is None:
            self._open(answer)
        elif self.is_aside and answer.kind is InboundKind.TEXT and answer.picked is None:
            if not self._open_words(answer):
                self._ask_again_or_menu()
        else:
            self._continue(self.session, answer)

    def is_hushed(self) -> bool:
        """Whether a dialogue is under way, so that no question of ours is put; a cry for help is asked about."""
        return handoff.live(self.uow, self.by) is not None and not in_dialogue.is_reporting(self.session)

    def _in_dialogue(self, dialogue: DialogueRecord, answer: Answer) -> bool:
        """Hear one who talks with an officer; False where the message is for us as well."""
        heard = in_dialogue.hear(self.uow, self.by, dialogue, answer, self.session)
        self.says.extend(heard.says)
        if heard.over:
            self.dialogue = None
            if self.session is not None:
                self.says.extend(resuming.question(self.uow, self.by, self.session))
        if heard.cry:
            meant = understand(answer.text)
            self._begin(flows.INTENTS[Intent.REPORT_ACCIDENT](self.uow, self.by, meant))
        return not heard.goes_on

    def _take_result(self, answer: Answer) -> None:
        """Hear the outcome of one of our own jobs; a stranger cannot send one, channels do not make this kind."""
        if "error" in answer.data:
            self.says.append(Say(answer.data["error"], answer.data["params"]))
            self._ask_again_or_menu(menu_too=False)
            return
        on_result = flows.RESULTS[str(answer.data["kind"])]
        self._begin(self._try(lambda: on_result(self.uow, self.by, answer.data)))

    def _asks_freely(self) -> bool:
        step = flows.flow_of(self.session).step(self.session.at) if self.session else None
        return isinstance(step, Ask) and step.free_text

    # Steering

    def _steer(self, where: Steer) -> bool:
        if where in (Steer.ENGLISH, Steer.VIETNAMESE):
            language = "en" if where is Steer.ENGLISH else "vi"
            self._execute(people.SetLanguage(language))
            self.by = replace(self.by, person=self.uow.people.get(self.by.person.id))
            self.says.append(Say("language-set"))
            self._ask_again_or_menu()
            return True
        if where is Steer.HELP:
            self.says.append(menu.help_text(self.by))
            self._ask_again_or_menu(menu_too=False)
            return True
        if self.session is None:
            self.says.append(menu.menu(self.by))
            return True
        return self._steer_within(self.session, where)

    def _steer_within(self, session: Session, where: Steer) -> bool:
        flow = flows.flow_of(session)
        around = self._around(session)
        match where:
            case Steer.BACK:
                self._play(flow, engine.go_back(flow, session, around))
            case Steer.SKIP:
                self._play(flow, engine.skip(flow, session, around))
            case Steer.CANCEL:
                self._play(flow, engine.cancel(flow, session, around))
            case Steer.MENU:
                self.says.append(_unfinished(flow))
            case _:
                self.says.extend(engine.ask_again(flow, session, around))
        return True

    def _ask_again_or_menu(self, *, menu_too: bool = True) -> None:
        if self.is_hushed():
            return
        if self.session is not None:
            flow = flows.flow_of(self.session)
            if self.is_aside:
                self.says.append(Say("flow-open", {"what": Text(f"flow-title-{flow.name}")}))
                self.is_aside = False
            self.says.extend(engine.ask_again(flow, self.session, self._around(self.session)))
        elif menu_too:
            self.says.append(menu.menu(self.by))

    def _answer_call(self, session: Session) -> None:
        """Answer "alo?": that somebody listens and what is open, then the question again."""
        flow = flows.flow_of(session)
        around = self._around(session)
        what = {"what": Text(f"flow-title-{flow.name}")}
        self.says.append(Say("flow-here", what) if flow.here is None else flow.here(around.turn(session)))
        self.is_aside = False
        self.says.extend(engine.ask_again(flow, session, around))

    # Buttons, flows, openings

    def _tap(self, payload: str) -> bool:
        """Take a button that is alive at any time; False where it belongs to the open question (or is old)."""
        if self.session is not None and payload.startswith("privacy:") and _is_before_case(self.session):
            return False  # it answers the notice; the newest case may be of something else
        found = flows.tap_of(payload)
        if found is None:
            return False
        on_tap, rest = found
        self._begin(self._try(lambda: on_tap(self.uow, self.by, rest)))
        return True

    def _continue(self, session: Session, answer: Answer) -> None:
        flow = flows.flow_of(session)
        step = flow.step(session.at)
        free = isinstance(step, Ask) and step.free_text
        meant = understand(answer.text) if answer.kind is InboundKind.TEXT and not answer.picked else None
        if meant is not None and self.is_alarmed and self._take_alarm(answer.text):
            return
        if meant is not None and self._corrects_other(session, answer.text):
            return
        if meant is not None and case_correction.is_of(answer.text, opened_in(session)):
            answer = replace(answer, text=case_correction.without_codes(answer.text))
            meant = understand(answer.text)
        if meant is not None and not free and self._breaks_through(session, meant):
            return
        if meant is not None and session.flow != EMERGENCY_FLOW and self._named(answer.text):
            return
        heeds = not free or (isinstance(step, Ask) and step.heeds and aside.asks(answer.text))
        asks = meant is not None and meant.intent in QUESTIONS and heeds
        if meant is not None and asks and self._interlude(flow, session, meant):
            return
        sprint = engine.advance(flow, session, answer, self._around(session))
        if not sprint.understood and meant is not None and self._interlude(flow, session, meant):
            return
        if not sprint.understood and meant is not None and self._heard(answer.text):
            return
        self._play(flow, sprint)

    def _take_alarm(self, text: str) -> bool:
        """Hear "ok nhận" to an alarm shown last, whatever words the open question takes."""
        start = self._try(lambda: officer_says.heard(self.uow, self.by, text))
        if start is not None:
            self._begin(start)
        return start is not None

    def _corrects_other(self, session: Session, text: str) -> bool:
        """Take a correction that names another case than the one being told, whatever is asked."""
        if session.flow == case_correction.NAME:
            return False
        start = self._try(lambda: case_correction.of_other(self.uow, self.by, text, opened_in(session)))
        if start is not None:
            self._begin(start)
        return start is not None

    def _breaks_through(self, session: Session, meant: Understanding) -> bool:
        emergency = meant.intent is Intent.REPORT_ACCIDENT and meant.confidence >= SURE
        if not emergency or session.flow == EMERGENCY_FLOW or _is_illness(session, meant.text):
            return False
        if request_report.is_request(self.uow, self.by, meant.text):
            return self._heard(meant.text)
        self._begin(flows.INTENTS[Intent.REPORT_ACCIDENT](self.uow, self.by, meant))
        return True

    def _interlude(self, flow: Flow, session: Session, meant: Understanding) -> bool:
        """Answer a side question, then put the open question again; False where it is none."""
        if meant.intent not in INTERLUDES or meant.confidence < SURE or meant.intent not in flows.INTENTS:
            return False
        start = self._try(lambda: flows.INTENTS[meant.intent](self.uow, self.by, meant))
        if isinstance(start, Begin):
            return False
        self.says.extend(start.says if start else ())
        self.says.extend(engine.ask_again(flow, session, self._around(session)))
        return True

    def _open(self, answer: Answer) -> None:
        if answer.picked is not None:
            self.says.append(Say("button-old"))
            self.says.append(menu.menu(self.by))
            return
        if answer.kind is not InboundKind.TEXT:
            self._begin(menu.unexpected(self.by, answer))
            return
        if not self._open_words(answer):
            self.says.append(menu.not_understood(self.by, answer))

    def _open_words(self, answer: Answer) -> bool:
        """Begin what a sentence opens; False where it opens nothing."""
        code = menu.invitation_code(answer.text)
        if code is not None:
            self._begin(Begin("link_account", {"code": code}))
            return True
        if self._named(answer.text):
            return True
        meant = understand(answer.text)
        cries = meant.intent is Intent.REPORT_ACCIDENT
        if (not cries or request_report.is_request(self.uow, self.by, answer.text)) and self._heard(
            answer.text
        ):
            return True
        which = near_tie.question(self.by, meant)
        if which is not None:
            self.says.append(which)
            return True
        on_intent = flows.INTENTS.get(meant.intent)
        if on_intent is None:
            return False
        self._begin(self._try(lambda: on_intent(self.uow, self.by, meant)))
        return True

    def _named(self, text: str) -> bool:
        named = menu.named(self.by, text)
        return named is not None and self._tap(named)

    def _heard(self, text: str) -> bool:
        """Let the subjects look for words of theirs in a sentence, such as a duty's name."""
        for on_words in flows.WORDS:
            start = self._try(lambda: on_words(self.uow, self.by, text))  # noqa: B023 - called at once
            if start is not None:
                self._begin(start)
                return True
        return False

    # Playing

    def _begin(self, start: Start | None) -> None:
        if start is None:
            self._ask_again_or_menu(menu_too=False)
            return
        self.says.extend(start.says)
        if isinstance(start, Ended):
            self.session = None
        if isinstance(start, Answered) and start.session is not None:
            self.session = start.session
        if not isinstance(start, Begin):
            self._ask_again_or_menu(menu_too=False)
            return
        session = Session(start.flow, answers=self._known(start), parked=self._to_park(start.flow))
        flow = flows.flow_of(session)
        self._play(flow, engine.start(flow, session, self._around(session)))

    def _known(self, start: Begin) -> Mapping[str, Any]:
        """Return what a flow begins with; an emergency begun anew before it was sent goes on with what it holds."""
        same = next((s for s in _stack(self.session) if s.flow == start.flow == EMERGENCY_FLOW), None)
        return start.answers if same is None or "open" in same.answers else {**same.answers, **start.answers}

    def _to_park(self, flow: str) -> Session | None:
        """Return the talks that wait under a new one: each flow once, the newest few, an emergency always."""
        waiting = [s for s in _stack(self.session) if s.flow != flow]
        while len(waiting) > MOST_PARKED:
            waiting.remove(next(s for s in reversed(waiting) if s.flow != EMERGENCY_FLOW))
        parked = None
        for session in reversed(waiting):
            parked = session.evolve(parked=parked)
        return parked

    def _play(self, flow: Flow, sprint: engine.Sprint) -> None:
        before = self.session
        for _ in range(engine.STEP_CAP):
            parked = sprint.session.parked if sprint.session else (before.parked if before else None)
            try:
                results = [self._execute(command) for command in sprint.commands]
            except BaoAnError as error:  # nothing is said to be kept that was not
                self._stumble(before, error)
                return
            self.says.extend(sprint.says)
            self.session = sprint.session
            if not sprint.waits_for_result or sprint.session is None:
                break
            before = sprint.session
            sprint = engine.resume(flow, sprint.session, results[-1], self._around(sprint.session))
        if self.session is None and parked is not None:
            self._unpark(parked)

    def _stumble(self, before: Session | None, error: BaoAnError) -> None:
        """Say what stopped a command; the talk waits where it last asked, or ends if it never did."""
        self.says.append(Say(error.key, error.params))
        flow = flows.flow_of(before) if before else None
        if before is not None and flow is not None and isinstance(flow.step(before.at), Ask):
            self.session = before
            self.says.extend(engine.ask_again(flow, before, self._around(before)))
        else:
            self.session = before.parked if before else None

    def _unpark(self, parked: Session) -> None:
        self.session = parked
        flow = flows.flow_of(parked)
        self.says.append(Say("flow-resumed", {"what": Text(f"flow-title-{flow.name}")}))
        self.says.extend(engine.ask_again(flow, parked, self._around(parked)))

    def _try(self, begin: Any) -> Start | None:
        try:
            found: Start = begin()
        except BaoAnError as error:
            self.says.append(Say(error.key, error.params))
            return None
        return found

    def _execute(self, command: Any) -> Any:
        return flows.COMMANDS[type(command)](self.uow, command, self.by)

    def _around(self, session: Session) -> engine.Circumstances:
        entry = flows.BY_FLOW[session.flow]
        facts: Mapping[str, Any] = entry.load(self.uow, self.by, session)
        return engine.Circumstances(facts, self.by.now, self.by.person.language)


def _is_before_case(session: Session) -> bool:
    """Whether the notice waits for an answer in a talk that has opened no case yet."""
    return session.at == "consent" and "open" not in session.answers


def _is_illness(session: Session, text: str) -> bool:
    """Whether words that sound like an alarm tell of an illness of years; where one is being told, of more of it."""
    return diseases.is_disease(text) or (session.flow == report_disease.NAME and diseases.goes_on(text))


def _stack(session: Session | None) -> Iterator[Session]:
    """Yield a talk and those parked under it, the open one first."""
    while session is not None:
        yield session
        session = session.parked


def opened_in(session: Session) -> str | None:
    """Return the code of the case that a talk has opened, or None."""
    opened = session.answers.get("open")
    return opened.get("code") if isinstance(opened, Mapping) else None


def _unfinished(flow: Flow) -> Say:
    return Say(
        "flow-unfinished",
        {"what": Text(f"flow-title-{flow.name}")},
        options=(
            Option("nav:repeat", Text("choice-go-on")),
            Option("nav:back", Text("choice-back")),
            Option("nav:cancel", Text("choice-stop")),
        ),
    )
