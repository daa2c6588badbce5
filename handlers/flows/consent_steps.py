"""The notice on personal data and the question that follows it, shared by all reports. Pure."""

import re
from typing import Any

from domain.vietnamese.fold import fold
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Condition, Tell, Turn, always
from handlers.flows import accident_aside as aside
from handlers.flows import accident_besides as besides
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from handlers.flows import privacy, victim_notes
from handlers.services.privacy import MODES
from messages.envelope import Option, Say, Text

YES, NO = "yes", "no"
_YES = ("dong y", "toi dong y", "em dong y", "agree", "i agree", "yes")
_NO = ("khong dong y", "ko dong y", "k dong y", "toi khong dong y", "khong", "disagree", "no")
STORY, LONG_STORY = 6, 9  # words from which a message tells a story; the second where facts stand in it
_TAIL = r"(?: (?:a|nhe|nha|luu|thoi|het|roi|em|anh|chi|do|cho luu|luon|ban|bot|day))*"
_WHO = r"(?:(?:ok|oke|da|vang|u|uh|roi|thoi|toi|em|minh|tui|chau|con|xin|hoan toan|rat)[, ]+)*"
_AGREES = re.compile(rf"{_WHO}(?:dong y|chap nhan|chap thuan|nhat tri|cho phep|duoc){_TAIL}")
_REFUSES = re.compile(
    rf"{_WHO}(?:khong|ko|k|hong|chang) (?:dong y|chap nhan|chap thuan|cho phep|muon){_TAIL}"
)
_KINDS = {"report_disease": "disease", "declare_equipment": "equipment"}
"""Flows that keep something else than an accident: their notice says what, and what for."""
OPTIONS = (
    Option("consent:yes", Text("consent-yes")),
    Option("consent:no", Text("consent-no")),
    Option("consent:more", Text("consent-more")),
    Option("consent:private", Text("consent-private")),
)


def _contact(turn: Turn) -> Text:
    hotline = turn.facts["hotline"]
    return Text("consent-contact", {"number": hotline}) if hotline else Text("consent-contact-none")


def _notice(turn: Turn) -> Say:
    params = {"office": turn.facts["office"], "contact": _contact(turn)}
    kind = _KINDS.get(turn.session.flow)
    return Say(f"consent-notice-{kind}" if kind else "consent-notice", params)


def _full_notice(turn: Turn) -> Say:
    params: dict[str, Any] = {"office": turn.facts["office"], "contact": _contact(turn)}
    kind = _KINDS.get(turn.session.flow)
    if kind is None:
        return Say("consent-full", params, options=OPTIONS)
    params |= {"purpose": Text(f"consent-purpose-{kind}"), "data": Text(f"consent-data-{kind}")}
    return Say("consent-full-kind", params, options=OPTIONS)


def _privately(turn: Turn) -> Say:
    """Return the ways not to be named, with what the platform knows all the same."""
    ways = turn.facts.get("ways", MODES)
    options = (
        *(Option(f"consent:{mode}", Text(f"privacy-{mode}")) for mode in ways),
        Option("consent:yes", Text("privacy-named")),
    )
    knows = privacy.platform(str(turn.facts.get("channel", "")))
    return Say("privacy-choose", {"ways": privacy.explained(ways), "platform": knows}, options=options)


_EXPLAINED = {"consent:more": _full_notice, "consent:private": _privately}


def _ask(_turn: Turn) -> Say:
    return Say("consent-ask", options=OPTIONS)


def _read(answer: Answer, turn: Turn) -> Outcome:
    if answer.picked in _EXPLAINED:
        return Retry(_EXPLAINED[answer.picked](turn))
    # "ẩn danh" typed at any time is heard as the button "privacy:…"
    picked = (answer.picked or "").removeprefix("consent:").removeprefix("privacy:")
    said = picked if answer.picked else _said(answer.text)
    if said in MODES:
        return _answered_privately(said, answer, turn)
    if said in (YES, NO):
        return _answered(said, answer, turn)
    hint = Say("consent-how", options=OPTIONS)
    came = aside.steered(answer, turn, aside.FIRST) or aside.asked(answer)
    if came is None and answer.picked is None and aside.field_named(answer.text) is not None:
        return Retry(Say("consent-first"))  # without choices: the mark of an item of a list is no answer here
    came = came or reading.keep_what_came(answer, turn) or reading.no_words(answer, hint)
    if came is not None:
        return came
    if reading.refused_already(turn):
        return Retry(hint)
    told = reading.facts_in(answer.text, turn)
    if len(answer.text.split()) >= (LONG_STORY if told.values else STORY):
        told = told.also(
            "aside", list(dict.fromkeys([*turn.answer("aside", []), answer.text])), Text("consent-aside")
        )
    if told.values.keys() == {"aside"}:
        return Got(told.values, Say("consent-aside"))
    return Got(told.values, words.noted(told.lines)) if told.values else Retry(hint)


def _said(text: str) -> str:
    """Return the answer in typed words, "" where it is not clear."""
    typed = fold(text).strip(" .!")
    if typed in _YES or _AGREES.fullmatch(typed):
        return YES
    return NO if typed in _NO or _REFUSES.fullmatch(typed) else ""


def _answered(said: str, answer: Answer, turn: Turn, *, private: bool = False) -> Got:
    """Take the answer; words told before it become part of the report now, or are forgotten.

    So do the victims the first message named: before the yes nothing is taken from it but the count and the place.
    """
    values: dict[str, Any] = {"consent": said, "consent_said": answer.picked or answer.text}
    waiting = turn.answer("aside", [])
    if said == YES and waiting:
        values |= _story(waiting, turn)
    if said != YES or turn.session.flow != "report_accident":
        return Got(values, again=("aside",))
    told = victim_notes.in_passing(
        "\n".join([turn.answer("opening", ""), *waiting]),
        turn,
        private=private or reading.keeps_private(turn),
    )
    return Got({**told.values, **values}, words.noted(told.lines), again=("aside",))


def _answered_privately(mode: str, answer: Answer, turn: Turn) -> Got:
    """Take a yes of somebody who is not to be named; the number told before is not theirs to be rung at any more."""
    agreed_to = _answered(YES, answer, turn, private=True)
    hidden = {"privacy": mode, **({"phone": None} if "phone" in turn.session.answers else {})}
    return Got({**agreed_to.values, **hidden}, Say(f"privacy-kept-{mode}"), again=agreed_to.again)


def _story(waiting: list[str], turn: Turn) -> dict[str, Any]:
    """Return the words told before the yes: what happened, unless they tell no more than who was hurt."""
    is_story = any(not besides.is_of_victims_only(one, turn) for one in waiting)
    if is_story and turn.session.flow == "report_accident" and turn.answer("what") is None:
        return {"what": "\n".join(waiting)}
    if turn.session.flow == "report_disease" and turn.answer("disease") is None:
        return {"disease": " ".join(waiting)}
    return {"remarks": list(dict.fromkeys([*turn.answer("remarks", []), *waiting]))}


def said_before(answer: Answer) -> bool:
    """Whether words that follow are the same answer once more: a label typed twice tells nothing new."""
    return fold(answer.text).strip(" .!") in {*_YES, *_NO}


def agreed(turn: Turn) -> bool:
    """Whether the person agreed."""
    return bool(turn.answer("consent") == YES)


def refused(turn: Turn) -> bool:
    """Whether the person refused."""
    return bool(turn.answer("consent") == NO)


def steps(when: Condition = always, *, free_text: bool = False) -> tuple[Tell | Ask, ...]:
    """Return the notice and its question; only a clear answer gets past it."""
    return (Tell("notice", _notice, when=when), Ask("consent", _ask, _read, when=when, free_text=free_text))
