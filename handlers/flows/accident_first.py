"""The three answers that may save a life: how many, where (`accident_place`), a number to ring. Pure."""

import re
from dataclasses import replace
from typing import Any

from domain.vietnamese.fold import fold
from domain.vietnamese.numbers import PeopleCount, read_people, read_phone
from domain.vietnamese.people import contradicts_itself, count_people
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.engine import was
from handlers.conversation.flow import Ask, Turn
from handlers.flows import accident_aside as aside
from handlers.flows import accident_besides as besides
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from handlers.flows.accident_place import NOT_CLEAR, ask_place, read_place
from handlers.flows.accident_reading import MANY, SCAN, Told
from messages.envelope import Option, Say, Text
from messages.words import count

MOST = 1000  # the law's own facts take no more victims in one case
_OFFERED_COUNT = re.compile(r"(0|[1-9][0-9]{0,3}):(0|[1-9][0-9]{0,3})?:(0|[1-9][0-9]{0,3})?")
_NUMBERS = frozenset({"people", "phone"})  # questions whose answer is a bare number
_NEGATIVE = re.compile(r"^\s*[-−–]\s*\d")
_NO_NUMBER = frozenset({"khong", "khong co", "khong de lai", "ko", "no", "none", "khong can"})

# How many


def ask_people(_turn: Turn) -> Say:
    """Ask how many are hurt or dead: a bare number is the answer."""
    return Say("accident-ask-people", options=(NOT_CLEAR,), numeric=True, step=(1, 3))


def read_people_answer(answer: Answer, turn: Turn) -> Outcome:
    """Understand a count, with whatever else the message tells."""
    hint = Say("accident-people-how", options=(NOT_CLEAR,), numeric=True)
    if answer.picked is not None and answer.picked.startswith("people:sure:"):
        return _sure(answer.picked.removeprefix("people:sure:"), turn)
    came = reading.keep_what_came(answer, turn) or reading.no_words(answer, hint)
    came = came or reading.unsure(answer, "people")
    if came is not None:
        return came
    if _NEGATIVE.match(answer.text):
        return Retry(hint)
    told = reading.facts_in(answer.text, turn)
    said = answer.text[:SCAN]
    counted = count_people(said, strict=True) if "phone" in told.values else read_people(said)
    return _weigh(counted, told, turn, hint, said)


def _weigh(counted: PeopleCount | None, told: Told, turn: Turn, hint: Say, said: str) -> Outcome:
    if counted is not None and counted.between is not None:
        return Retry(_which_of(counted.between, turn))
    total = counted.total if counted is not None else None
    if counted is None and contradicts_itself(said):
        return Retry(Say("accident-people-contradict", options=(NOT_CLEAR,), numeric=True))
    if counted is None or total is None:
        told = _named_instead(said, turn, told)
        return Got(told.values, words.noted(told.lines)) if told.values else Retry(hint)
    if total > MOST:
        return Retry(hint)
    if total == 0 or total > MANY:
        return Retry(_really(counted, turn))
    if total == counted.injured == 1 and turn.answer("death_told"):
        return Retry(_died_or_lives())
    if "people" not in told.values:
        told = _people_told(reading.with_death(reading.people_value(counted), turn), turn, told)
    return Got(told.values, words.noted(told.lines))


def _named_instead(said: str, turn: Turn, told: Told) -> Told:
    """Count the victims named in place of a number; what else is told of them waits for consent."""
    value, later = besides.counted(said, turn), besides.waiting(said, turn)
    told = _people_told(value, turn, told) if value is not None and "people" not in told.values else told
    return Told({**told.values, **later.values}, (*told.lines, *later.lines))


def _died_or_lives() -> Say:
    options = (
        Option("people:sure:1:1:", Text("accident-person-died")),
        Option("people:sure:1::1", Text("accident-person-lives")),
    )
    return Say("accident-died-or-lives", options=options)


def _people_told(value: dict[str, Any], turn: Turn, told: Told) -> Told:
    line = Text("accident-dot", {"what": words.people(value, turn.language)})
    return Told({"people": value, **told.values}, (line, *told.lines))


def _sure(payload: str, turn: Turn) -> Outcome:
    """Take a count that was asked about once more; one this flow never offered is an old button."""
    value = _sure_value(payload)
    if value is None:
        return Got({}, Say("accident-button-used"))
    told = _people_told(value, turn, Told({}))
    return Got(told.values, words.noted(told.lines))


def _sure_value(payload: str) -> dict[str, Any] | None:
    """Return the count in `total:dead:injured` (an empty part for not said), None where it adds up to nothing."""
    offered = _OFFERED_COUNT.fullmatch(payload)
    if offered is None:
        return None
    total, dead, injured = (int(part) if part else None for part in offered.groups())
    if total is None or total > MOST or (dead or 0) + (injured or 0) > total:
        return None
    return {"total": total, "dead": dead, "injured": injured}


def _really(counted: PeopleCount, turn: Turn) -> Say:
    value = reading.people_value(counted)
    payload = ":".join("" if part is None else str(part) for part in value.values())
    key = "accident-really-nobody" if counted.total == 0 else "accident-really-many"
    params = {} if counted.total == 0 else {"total": count(turn.language, counted.total or 0)}
    options = (Option(f"people:sure:{payload}", Text("choice-yes")), NOT_CLEAR)
    return Say(key, params, options=options, numeric=True)


def _which_of(between: tuple[int, int], turn: Turn) -> Say:
    options = tuple(
        Option(f"people:sure:{n}::", Text("accident-people", {"total": count(turn.language, n)}))
        for n in between
    )
    return Say("accident-which-count", options=(*options, NOT_CLEAR), numeric=True)


# A number to ring


def ask_phone(_turn: Turn) -> Say:
    """Ask for a number officers can ring: a bare number is the answer."""
    return Say("accident-ask-phone", options=(_no_phone(),), numeric=True, step=(3, 3))


def _no_phone() -> Option:
    return Option("phone:none", Text("accident-phone-none"))


def read_phone_answer(answer: Answer, turn: Turn) -> Outcome:
    """Understand a telephone number typed, sent as a card, or withheld."""
    hint = Say("accident-phone-how", options=(_no_phone(),), numeric=True)
    if answer.picked == "phone:none":
        return Got({"phone": None})
    came = reading.keep_what_came(answer, turn) or reading.no_words(answer, hint)
    if came is not None:
        return came
    number = read_phone(answer.text[:SCAN])
    if number is None and fold(answer.text).strip(" .") in _NO_NUMBER:
        return Got({"phone": None})
    told = reading.facts_in(answer.text, turn)
    told = told if told.values else reading.place_said(answer.text, turn)
    later = besides.waiting(answer.text, turn)
    told = Told({**told.values, **later.values}, (*told.lines, *later.lines))
    if not told.values:
        return Retry(hint)
    return Got(told.values, words.noted(told.lines))


# An answer opened again


def held(step: Ask) -> Ask:
    """Return the question so that, come back to, it says what is held and offers to keep it."""

    def prompt(turn: Turn) -> Say:
        known = turn.answer(was(step.key))
        if known is None:
            return step.prompt(turn)
        key = "phone" if step.key == "phone" else "any"
        options = (
            Option("held:keep", Text(f"accident-held-keep-{key}")),
            Option("held:fix", Text("choice-fix")),
        )
        what = words.fact(step.key, known, turn.language)
        return Say(f"accident-held-{key}", {"what": what}, options=options, numeric=step.key in _NUMBERS)

    def read(answer: Answer, turn: Turn) -> Outcome:
        known = turn.answer(was(step.key))
        if known is not None and answer.picked == "held:keep":
            return Got({step.key: known})
        if known is not None and (answer.picked == "held:fix" or fold(answer.text).strip(" .!") == "sua"):
            return Got({}, again=(was(step.key),))
        asked = aside.asked(answer) if turn.answer("open") else None
        return asked or step.read(answer, turn)

    return replace(step, prompt=prompt, read=read)


PEOPLE = held(Ask("people", ask_people, read_people_answer, skippable=True))
PLACE = held(Ask("place", ask_place, read_place, skippable=True))
PHONE = held(
    Ask(
        "phone",
        ask_phone,
        read_phone_answer,
        when=lambda turn: not reading.keeps_private(turn),
        skippable=True,
    )
)
