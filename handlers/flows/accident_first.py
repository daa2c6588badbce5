"""The three answers that may save a life: how many, where, a number to ring. Pure."""

import re
from dataclasses import replace
from typing import Any

from domain.positions import in_vietnam
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
from handlers.flows.accident_reading import MANY, SCAN, Told
from handlers.services import case_facts
from handlers.services.communes import as_label
from messages.envelope import InboundKind, Option, Say, Text
from messages.words import count

MOST = 1000  # the law's own facts take no more victims in one case
SKIP = "nav:skip"
NOT_CLEAR = Option(SKIP, Text("accident-not-clear"))
_OFFERED_COUNT = re.compile(r"(0|[1-9][0-9]{0,3}):(0|[1-9][0-9]{0,3})?:(0|[1-9][0-9]{0,3})?")
_NUMBERS = frozenset({"people", "phone"})  # questions whose answer is a bare number
_NEGATIVE = re.compile(r"^\s*[-−–]\s*\d")
_ELSEWHERE = frozenset({"xa khac", "phuong khac", "noi khac", "another commune"})
_ASKS = re.compile(r"\?\s*$|^(?:ai|sao|bao gio)\s(?:\S+\s){1,8}(?:chua|khong|ko|vay|the|a|ha)\W*$")
_NAMES_A_PLACE = re.compile(
    r"\b(?:xa|phuong|thi tran|huyen|thon|xom|ap|khu|duong|pho|ngo|cau|cong truong|cong trinh|cong ty|cty|nha may"
    r"|xuong|kho|mo|bai|ben|cho|truong|tai|gan|doi dien)\b"
)
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


# Where


def ask_place(turn: Turn) -> Say:
    """Ask for the commune, the likely ones on offer."""
    return _place_question(turn, "accident-ask-place", step=(2, 3))


def ask_commune(turn: Turn) -> Say:
    """Ask for the commune of a place that was told only in words or as a position."""
    return _place_question(turn, "accident-ask-commune")


def _place_question(turn: Turn, key: str, step: tuple[int, int] | None = None) -> Say:
    likely = _likely(turn)
    other = (Option("place:other", Text("accident-place-other")),) if likely else ()
    share = () if reading.refused_already(turn) else (Option("place:share", Text("accident-place-share")),)
    return Say(key, options=(*share, *_communes(likely, turn), *other, NOT_CLEAR), step=step)


def _likely(turn: Turn) -> list[str]:
    """Return the communes the talk so far points at, at most three, then the person's own."""
    communes = turn.facts["communes"]
    place = turn.answer("place", {})
    hint = " ".join(filter(None, (place.get("words"), turn.answer("opening"), turn.answer("what"))))
    found, _ = reading.communes_meant(hint, communes)
    return list(dict.fromkeys([*found, *turn.facts.get("home", ())]))[:3]


def _communes(names: list[str], turn: Turn) -> tuple[Option, ...]:
    communes = turn.facts["communes"]
    return tuple(Option(f"place:unit:{communes[name]}", as_label(name)) for name in names)


def read_place(answer: Answer, turn: Turn, key: str = "place") -> Outcome:
    """Understand a commune, a position, or any words for a place: those are kept and go on as they are."""
    hint = Say("accident-place-type", options=(NOT_CLEAR,))
    if answer.picked is not None and answer.picked.startswith("place:"):
        return _picked_place(answer.picked.removeprefix("place:"), turn, key)
    if answer.picked is None and fold(answer.text).strip(" .") in _ELSEWHERE:
        return _picked_place("other", turn, key)
    if answer.kind is InboundKind.LOCATION and answer.location and not reading.refused_already(turn):
        return _position(answer.location, turn, key)
    came = reading.keep_what_came(answer, turn) or reading.no_words(answer, hint)
    came = came or reading.unsure(answer, key)
    if came is not None:
        return came
    told = reading.facts_in(answer.text, turn, fields=("people", "phone"))
    found, sure = reading.communes_meant(answer.text, turn.facts["communes"])
    if sure:
        return _commune(found[0], answer.text, turn, key, told)
    if found:
        options = (*_communes(found, turn), Option("place:other", Text("accident-place-other")), NOT_CLEAR)
        return Retry(Say("accident-which-commune", options=options))
    if told.values and len(fold(answer.text)) < 40:
        return Got(told.values, words.noted(told.lines))
    return _in_words(answer, turn, key, told, hint)


def _in_words(answer: Answer, turn: Turn, key: str, told: Told, hint: Say) -> Outcome:
    """Keep words that name no commune. A commune told before going back stays, else the case went elsewhere."""
    if _ASKS.search(fold(answer.text)):
        return Retry(hint)  # "ai gọi xe cấp cứu chưa": a question is no place
    later = besides.waiting(answer.text, turn)
    if later.values and not _NAMES_A_PLACE.search(fold(answer.text)):
        return Got({**told.values, **later.values}, words.noted((*told.lines, *later.lines)))
    told = Told({**told.values, **later.values}, told.lines)
    before = turn.answer(was(key))
    known = {**(before if isinstance(before, dict) else {}), **turn.answer("place", {})}
    place = {**known, "words": words.shortened(answer.text, reading.MOST_WORDS)}
    return _placed(
        place, key, told.also("place", place, Text("accident-heard-words", {"what": words.place(place)}))
    )


def _picked_place(payload: str, turn: Turn, key: str) -> Outcome:
    if payload == "other":
        return Retry(Say("accident-place-type", options=(NOT_CLEAR,)))
    if payload == "share":
        options = (*_communes(_likely(turn), turn), NOT_CLEAR)
        return Retry(Say("accident-place-how-to-share", options=options))
    unit = payload.removeprefix("unit:")
    names = {str(unit_id): name for name, unit_id in turn.facts["communes"].items()}
    if unit not in names:
        return Got({}, Say("accident-button-used"))
    return _commune(names[unit], "", turn, key, Told({}))


def _commune(name: str, said: str, turn: Turn, key: str, told: Told) -> Outcome:
    place = {**turn.answer("place", {}), "unit": turn.facts["communes"][name], "name": name}
    if fold(said) not in ("", fold(name)):
        place["words"] = words.shortened(said, reading.MOST_WORDS)
    return _placed(place, key, told.also("place", place, Text("accident-heard-place", {"what": name})))


def _position(location: tuple[float, float], turn: Turn, key: str) -> Outcome:
    kept = [*turn.answer("locations", []), list(location)][-case_facts.MOST_ITEMS :]
    if not in_vietnam(*location):
        return Got({"locations": kept}, reading.position_heard(location))
    place = {**turn.answer("place", {}), "lat": location[0], "lon": location[1]}
    values = {"place": place, "locations": kept}
    return Got(
        {**values, key: place} if key == "place" else {**values, key: True}, Say("accident-position-kept")
    )


def _placed(place: dict[str, Any], key: str, told: Told) -> Outcome:
    values = {**told.values, "place": place}
    return Got(values if key == "place" else {**values, key: True}, words.noted(told.lines))


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
