"""What a message tells of an accident: how many, where, a number to ring, when. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.accident import find_case_codes
from domain.vietnamese.fold import fold
from domain.vietnamese.moments import Moment, MomentType, read_moment
from domain.vietnamese.numbers import PeopleCount, read_phone
from domain.vietnamese.people import count_people
from domain.vietnamese.places import match_places
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Turn
from handlers.flows import accident_words as words
from handlers.services import case_facts
from handlers.services.consents import REFUSALS
from messages.envelope import InboundKind, Say, Text

MANY = 30  # more people than this are asked about once more
SCAN = 500  # facts stand in the first words; a long story is kept, not searched to its end
SURE, NEAR = 100.0, 80.0
MOST_WORDS = 200
_TIMES = (MomentType.DATETIME, MomentType.DATE, MomentType.DATE_PART, MomentType.INTERVAL)
_KEPT = {InboundKind.PHOTO: "photos", InboundKind.FILE: "files", InboundKind.VOICE: "files"}
_PERSONAL = frozenset({*_KEPT, InboundKind.LOCATION, InboundKind.CONTACT})
_WORD = re.compile(r"\w+")
_UNSURE = re.compile(
    r"(?:(?:minh|toi|em|tui|cung|that) )*(?:khong|ko|k|hong|chua|chang) (?:co )?(?:biet|ro|chac|nho)\b"
)


@dataclass(frozen=True, slots=True)
class Told:
    """Facts found in passing: values by field and the words to say them back."""

    values: dict[str, Any]
    lines: tuple[Text, ...] = ()

    def also(self, field: str, value: Any, line: Text) -> "Told":
        """Return it with one more fact."""
        return Told({**self.values, field: value}, (*self.lines, line))


def people_value(counted: PeopleCount) -> dict[str, Any]:
    """Return a count in the plain form that is kept."""
    return {"total": counted.total, "dead": counted.dead, "injured": counted.injured}


def facts_in(
    text: str, turn: Turn, *, fields: tuple[str, ...] = ("people", "place", "phone", "happened")
) -> Told:
    """Return the facts that stand in free words beyond doubt; what needs a question is left for its question."""
    said = text[:SCAN]
    told = Told({})
    counted = count_people(said, strict=True) if "people" in fields else None
    if counted is not None and counted.total is not None and 0 < counted.total <= MANY:
        value = people_value(counted)
        told = told.also("people", value, Text("accident-dot", {"what": words.people(value, turn.language)}))
    named = commune_named(said, turn.facts["communes"]) if "place" in fields else None
    if named is not None:
        value = {**named, "words": words.shortened(said, MOST_WORDS)}
        told = told.also("place", value, Text("accident-heard-place", {"what": named["name"]}))
    number = read_phone(said) if "phone" in fields else None
    if number is not None:
        told = told.also("phone", number, Text("accident-heard-phone", {"what": words.phone(number)}))
    when = (
        read_moment(said, turn.now)
        if "happened" in fields and "happened" not in turn.session.answers
        else None
    )
    if when is not None and when.type in _TIMES:
        value = moment_value(when)
        told = told.also("happened", value, Text("accident-dot", {"what": words.moment(value)}))
    return told


def moment_value(when: Moment) -> dict[str, Any]:
    """Return a time in the plain form that is kept."""
    return {"type": when.type.value, "value": when.value}


def commune_named(text: str, communes: Mapping[str, int]) -> dict[str, Any] | None:
    """Return the one commune named with its level ("xã Tân Lập"); None where none is, or several are."""
    padded = f" {' '.join(_WORD.findall(fold(text)))} "
    named = [name for name in communes if f" {fold(name)} " in padded]
    return {"unit": communes[named[0]], "name": named[0]} if len(named) == 1 else None


def communes_meant(text: str, communes: Mapping[str, int]) -> tuple[list[str], bool]:
    """Return the communes a text may mean, best first, and whether the first is meant beyond doubt."""
    named = commune_named(text[:SCAN], communes)
    if named is not None:
        return [named["name"]], True
    found = [m for m in match_places(text[:SCAN], tuple(communes), limit=3) if m.score >= NEAR]
    alone = bool(found) and len(_WORD.findall(fold(text[:SCAN]))) <= len(found[0].name.split())
    sure = alone and found[0].score >= SURE and (len(found) == 1 or found[1].score < SURE)
    return [match.name for match in found], sure


def keep_what_came(answer: Answer, turn: Turn) -> Outcome | None:
    """Keep a picture, file, voice note, place or card that came where words were due; None for words.

    Nothing sent is lost, and the question is put again after one sentence about it.
    """
    if answer.kind in _PERSONAL and refused_already(turn):
        return Got({}, Say("consent-not-kept"))
    if answer.kind in _KEPT:
        if answer.attachment is None:
            return Got({}, Say("accident-file-lost"))
        field = _KEPT[answer.kind]
        kept = list(dict.fromkeys([*turn.answer(field, []), answer.attachment]))
        if not case_facts.has_room({**turn.session.answers, field: kept}, {}):
            return Got({}, Say("accident-full"))
        key = "accident-photo-kept" if field == "photos" else "accident-file-kept"
        return Got({field: kept}, Say(key, {"count": len(kept)}))
    if answer.kind is InboundKind.LOCATION and answer.location is not None:
        kept = [*turn.answer("locations", []), list(answer.location)]
        if not case_facts.has_room({**turn.session.answers, "locations": kept}, {}):
            return Got({}, Say("accident-full"))
        return Got({"locations": kept}, Say("accident-position-kept"))
    if answer.kind is InboundKind.CONTACT and answer.phone:
        number = read_phone(answer.phone) or answer.phone.strip()[:30]
        return Got(
            {"phone": number}, words.noted([Text("accident-heard-phone", {"what": words.phone(number)})])
        )
    return None


def refused_already(turn: Turn) -> bool:
    """Whether the last answer to the notice for this report was no ("was" for one given in an earlier talk)."""
    return bool((turn.answer("consent") or turn.answer("consent_was")) in REFUSALS)


def remark(answer: Answer, turn: Turn, echo: Say) -> Got:
    """Keep words as a remark beside those told before, as long as there is room."""
    kept = [*turn.answer("remarks", []), answer.text]
    if not case_facts.has_room({**turn.session.answers, "remarks": kept}, {}):
        return Got({}, Say("accident-full"))
    return Got({"remarks": kept}, echo)


def unsure(answer: Answer, key: str) -> Outcome | None:
    """Take "không biết …" for what it is: the question stays open for good. None for anything else."""
    said = fold(answer.text[:SCAN])
    return Got({key: None}) if len(said) <= 40 and _UNSURE.match(said) else None


def no_words(answer: Answer, hint: Say) -> Outcome | None:
    """Deal with what can be no answer at all: an old button, no letters, only a case code. None otherwise."""
    if answer.picked is not None:
        return Got({}, Say("accident-button-used"))
    if not _WORD.search(answer.text):
        return Retry(hint)
    codes = find_case_codes(answer.text)
    if codes and len(fold(answer.text)) <= len(codes[0]) + 2:
        return Retry(hint)
    return None
