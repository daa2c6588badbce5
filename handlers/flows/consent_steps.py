"""The notice on personal data and the question that follows it, shared by all reports. Pure."""

from domain.vietnamese.fold import fold
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Condition, Tell, Turn, always
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from messages.envelope import Option, Say, Text

YES, NO = "yes", "no"
_YES = ("dong y", "toi dong y", "em dong y", "agree", "i agree", "yes")
_NO = ("khong dong y", "ko dong y", "k dong y", "toi khong dong y", "khong", "disagree", "no")
OPTIONS = (
    Option("consent:yes", Text("consent-yes")),
    Option("consent:no", Text("consent-no")),
    Option("consent:more", Text("consent-more")),
)


def _contact(turn: Turn) -> Text:
    hotline = turn.facts["hotline"]
    return Text("consent-contact", {"number": hotline}) if hotline else Text("consent-contact-none")


def _notice(turn: Turn) -> Say:
    return Say("consent-notice", {"office": turn.facts["office"], "contact": _contact(turn)})


def _full_notice(turn: Turn) -> Say:
    return Say("consent-full", {"office": turn.facts["office"], "contact": _contact(turn)}, options=OPTIONS)


def _ask(_turn: Turn) -> Say:
    return Say("consent-ask", options=OPTIONS)


def _read(answer: Answer, turn: Turn) -> Outcome:
    if answer.picked == "consent:more":
        return Retry(_full_notice(turn))
    said = answer.picked.removeprefix("consent:") if answer.picked else ""
    if not said:
        typed = fold(answer.text).strip(" .!")
        said = YES if typed in _YES else NO if typed in _NO else ""
    if said in (YES, NO):
        return Got({"consent": said, "consent_said": answer.picked or answer.text})
    hint = Say("consent-how", options=OPTIONS)
    came = reading.keep_what_came(answer, turn) or reading.no_words(answer, hint)
    if came is not None:
        return came
    told = reading.Told({}) if reading.refused_already(turn) else reading.facts_in(answer.text, turn)
    return Got(told.values, words.noted(told.lines)) if told.values else Retry(hint)


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
