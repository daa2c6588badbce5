"""The place of an accident: the commune on offer, a position, or any words for it. Pure."""

import re
from typing import Any

from domain.positions import in_vietnam
from domain.vietnamese.fold import fold
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.engine import was
from handlers.conversation.flow import Turn
from handlers.flows import accident_besides as besides
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from handlers.flows.accident_reading import Told
from handlers.services import case_facts
from handlers.services.communes import as_label
from messages.envelope import InboundKind, Option, Say, Text

SKIP = "nav:skip"
NOT_CLEAR = Option(SKIP, Text("accident-not-clear"))
_ELSEWHERE = frozenset({"xa khac", "phuong khac", "noi khac", "another commune"})
_ASKS = re.compile(r"\?\s*$|^(?:ai|sao|bao gio)\s(?:\S+\s){1,8}(?:chua|khong|ko|vay|the|a|ha)\W*$")
_NAMES_A_PLACE = re.compile(
    r"\b(?:xa|phuong|thi tran|huyen|thon|xom|ap|khu|duong|pho|ngo|cau|cong truong|cong trinh|cong ty|cty|nha may"
    r"|xuong|kho|mo|bai|ben|cho|truong|tai|gan|doi dien)\b"
)


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
