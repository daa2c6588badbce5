"""A correction inside a talk: taken where it is beyond doubt, else asked about with buttons. Pure."""

from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Turn
from handlers.flows import accident_words as words
from handlers.flows.amend_numbers import Change, Refused
from handlers.flows.amend_reading import meant
from messages.envelope import Option, Say, Text

SAID = "amend_said"
NONE = Option("amend:none", Text("accident-fix-none"))


def take(text: str, turn: Turn) -> Outcome | None:
    """Take a correction: its one reading, or the question which of several; None where the words are none."""
    found = meant(text, turn)
    if isinstance(found, Refused):
        return Retry(Say(found.key))
    if len(found) == 1:
        return Got(found[0].values, words.noted([as_text(found[0])]))
    return Got({SAID: text}) if found else None


def as_text(change: Change) -> Text:
    """Return the words that say a change back."""
    return change.line if isinstance(change.line, Text) else Text("accident-dot", {"what": change.line})


def options(found: tuple[Change, ...]) -> tuple[Option, ...]:
    """Return the readings as choices, and the way out."""
    return (*(Option(f"amend:{n}", as_text(one)) for n, one in enumerate(found)), NONE)


def picked(answer: Answer, found: tuple[Change, ...]) -> Change | None:
    """Return the reading a button names, None for any other answer."""
    number = (answer.picked or "").removeprefix("amend:")
    return found[int(number)] if number.isdecimal() and int(number) < len(found) else None


def readings(turn: Turn) -> tuple[Change, ...]:
    """Return what the correction waiting for an answer may mean."""
    found = meant(turn.answer(SAID, ""), turn)
    return () if isinstance(found, Refused) else found


def _read(answer: Answer, turn: Turn) -> Outcome:
    found = readings(turn)
    chosen = picked(answer, found)
    if chosen is not None:
        return Got(chosen.values, words.noted([as_text(chosen)]), again=(SAID,))
    if answer.picked == NONE.payload:
        return Got({}, again=(SAID,))
    anew = meant(answer.text, turn) if answer.text else ()
    if isinstance(anew, tuple) and len(anew) == 1:
        return Got(anew[0].values, words.noted([as_text(anew[0])]), again=(SAID,))
    return Retry(_ask(turn))


def _ask(turn: Turn) -> Say:
    return Say("amend-which", options=options(readings(turn)))


WHICH = Ask("amend_which", _ask, _read, when=lambda turn: bool(turn.answer(SAID)) and bool(readings(turn)))
"""Asked first whenever a correction may mean several things."""
