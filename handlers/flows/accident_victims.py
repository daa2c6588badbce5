"""Each victim in turn: what befell them and their work, then who they are; many are told in one list. Pure."""

from collections.abc import Callable

from domain.vietnamese.fold import fold
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Ask, Turn
from handlers.flows import accident_aside as aside
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from handlers.flows import victim_notes as notes
from handlers.flows.accident_place import NOT_CLEAR
from handlers.flows.consent_steps import agreed
from handlers.services import case_facts
from messages.envelope import Option, Say, Text

LATER = Option("victims:later", Text("accident-victims-later"))
UNKNOWN = Option("victims:unknown", Text("accident-victim-not-clear"))
DONE = Option("victims:done", Text("accident-media-done"))
_NOTHING = frozenset({"khong", "khong co", "ko", "k", "chua", "chua biet", "no", "none"})


def _place(turn: Turn, index: int) -> dict[str, int]:
    return {"number": index + 1, "of": notes.asked_singly(turn)}


def _ask_hurt(index: int) -> Callable[[Turn], Say]:
    def prompt(turn: Turn) -> Say:
        many = notes.asked_singly(turn) > 1
        key = "accident-ask-hurt-of" if many else "accident-ask-hurt"
        return Say(key, _place(turn, index) if many else {}, options=(UNKNOWN, LATER))

    return prompt


def _ask_who(index: int) -> Callable[[Turn], Say]:
    def prompt(turn: Turn) -> Say:
        key = "accident-ask-who-dead" if notes.is_dead(turn, index) else "accident-ask-who"
        many = notes.asked_singly(turn) > 1
        params = _place(turn, index) if many else {}
        return Say(f"{key}-of" if many else key, params, options=(NOT_CLEAR, LATER))

    return prompt


def _reader(key: str, index: int, asked: str) -> Callable[[Answer, Turn], Outcome]:
    def read(answer: Answer, turn: Turn) -> Outcome:
        if answer.picked == LATER.payload:
            return Got(notes.later(turn))
        if answer.picked == UNKNOWN.payload:
            return Got({f"victim_{index + 1}_hurt": None, f"victim_{index + 1}_who": None})
        hint = Say("accident-victim-how", options=(NOT_CLEAR, LATER))
        came = aside.of_words(answer, turn, key)
        came = came or reading.keep_what_came(answer, turn) or reading.no_words(answer, hint)
        came = came or reading.unsure(answer, key)
        if came is not None:
            return came
        if fold(answer.text).strip(" .!") in _NOTHING:
            return Got({key: None})
        told = notes.read(answer.text, turn, asked, private=reading.keeps_private(turn))
        if not told:
            return Retry(hint)
        found = notes.noted(told, turn, index)
        return Got({**found.values, key: True}, words.noted(found.lines))

    return read


def _hurt(index: int) -> Ask:
    key = f"victim_{index + 1}_hurt"
    return Ask(
        key,
        _ask_hurt(index),
        _reader(key, index, "hurt"),
        when=lambda turn: (
            agreed(turn) and index < notes.asked_singly(turn) and not notes.is_dead(turn, index)
        ),
        skippable=True,
        free_text=True,
        heeds=True,
    )


def _who(index: int) -> Ask:
    key = f"victim_{index + 1}_who"
    return Ask(
        key,
        _ask_who(index),
        _reader(key, index, "who"),
        when=lambda turn: (
            agreed(turn) and not reading.keeps_private(turn) and index < notes.asked_singly(turn)
        ),
        skippable=True,
        free_text=True,
        heeds=True,
    )


# Many


def _ask_list(turn: Turn) -> Say:
    known = sum(bool(entry) for entry in notes.entries(turn))
    total = case_facts.total_of(turn.session.answers) or 0
    if known:
        return Say("accident-ask-victims-more", {"known": known, "total": total}, options=(DONE,))
    return Say("accident-ask-victims", {"total": total}, options=(LATER,))


def _read_list(answer: Answer, turn: Turn) -> Outcome:
    if answer.picked in (LATER.payload, DONE.payload):
        return Got({notes.LIST: answer.picked == DONE.payload})
    hint = Say("accident-victims-how", options=(LATER,))
    came = aside.of_words(answer, turn, notes.LIST)
    came = came or reading.keep_what_came(answer, turn) or reading.no_words(answer, hint)
    came = came or reading.unsure(answer, notes.LIST)
    if came is not None:
        return came
    told = notes.read(answer.text, turn, "list", private=reading.keeps_private(turn))
    if not told:
        return Retry(hint)
    found = notes.noted(told, turn, len(notes.entries(turn)))
    total = case_facts.total_of({**turn.session.answers, **found.values}) or 0
    done = {notes.LIST: True} if len(found.values["victims"]) >= total else {}
    return Got({**found.values, **done}, words.noted(found.lines))


def _many(turn: Turn) -> bool:
    total = case_facts.total_of(turn.session.answers)
    return agreed(turn) and total is not None and total > notes.FEW


STEPS: tuple[Ask, ...] = (
    *(step for index in range(notes.FEW) for step in (_hurt(index), _who(index))),
    Ask(notes.LIST, _ask_list, _read_list, when=_many, skippable=True, free_text=True, heeds=True),
)
