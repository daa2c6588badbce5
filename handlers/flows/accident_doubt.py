"""A report that looks like a joke or a trial: asked about once, then sent on as not certain. Pure."""

from domain.vietnamese.fold import fold
from domain.vietnamese.jest import is_doubtful
from handlers.conversation.answers import Answer, Got, Leave, Outcome
from handlers.conversation.flow import Ask, Turn
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from messages.envelope import Option, Say, Text

OPTIONS = (
    Option("real:yes", Text("accident-really-yes")),
    Option("real:no", Text("accident-really-no")),
)
_NO = frozenset({"khong", "ko", "khong co", "khong that", "khong co that", "no", "dua", "thu", "dua thoi"})


def _ask(_turn: Turn) -> Say:
    return Say("accident-really-happened", options=OPTIONS)


def _read(answer: Answer, turn: Turn) -> Outcome:
    said = fold(answer.text).strip(" .!") if answer.picked is None else ""
    if answer.picked == "real:no" or said in _NO:
        return Leave(Say("accident-jest-left"))
    if answer.picked == "real:yes":
        return Got({"real": True})
    came = reading.keep_what_came(answer, turn)
    told = reading.facts_in(answer.text, turn)
    if came is None and not told.values and is_doubtful(answer.text):
        return Leave(Say("accident-jest-left"))
    kept = came.values if isinstance(came, Got) else {}
    echo = came.echo if isinstance(came, Got) else words.noted(told.lines)
    return Got({**kept, **told.values, "real": True}, echo)


def _applies(turn: Turn) -> bool:
    return bool(turn.answer("doubtful")) and not turn.answer("open")


REAL = Ask("real", _ask, _read, when=_applies, skippable=True)
"""Whoever goes on in any way is taken at their word; the case is marked all the same."""
