"""What a message tells of an accident: how many, where, a number to ring, when. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.accident import find_case_codes
from domain.positions import in_vietnam
from domain.vietnamese.fold import fold
from domain.vietnamese.id_words import names_id_card
from domain.vietnamese.moments import Moment, MomentType, read_moment
from domain.vietnamese.numbers import PeopleCount, read_phone
from domain.vietnamese.people import count_people
from domain.vietnamese.places import match_places
from handlers.conversation.answers import Answer, Got, Outcome, Retry
from handlers.conversation.flow import Turn
from handlers.flows import accident_words as words
from handlers.services import case_facts, case_pictures
from handlers.services.consents import REFUSALS
from messages.envelope import InboundKind, Say, Text

MANY = 30  # more people than this are asked about once more
SCAN = 500  # facts stand in the first words; a long story is kept, not searched to its end
SURE, NEAR = 100.0, 80.0
MOST_WORDS = 200
TIMES = (MomentType.DATETIME, MomentType.DATE, MomentType.DATE_PART, MomentType.INTERVAL)
_KEPT = {InboundKind.PHOTO: "photos", InboundKind.FILE: "files", InboundKind.VOICE: "files"}
_PERSONAL = frozenset({*_KEPT, InboundKind.LOCATION, InboundKind.CONTACT})
ID_CARD = "id_card"
_WORD = re.compile(r"\w+")
_PLACE = re.compile(
    r"(?:o |tai |noi |thuoc )?(?:xa|phuong|thi tran|huyen|thon|xom) (?!lam\b|qua\b|xoi\b|hoi\b)\w+(?: \w+){0,5}\W*$"
)
FEW = 3  # so few words before "đưa đi viện", times aside, tell no accident: the time is that of the way there
_CLAUSE = re.compile(r"[^,;!?\n]+")
_HOSPITAL = re.compile(
    r"\b(?:(?:da|duoc|moi|vua) )*(?:dua|cho|chuyen|cho di) (?:di |vao |len |toi |den )*"
    r"(?:benh )?(?:vien|cap cuu|tram xa|tram y te)"
    r"|\b(?:nhap vien|di vien|cap cuu|goi 115|xe cuu thuong|chuyen vien)"
)
_NO_TIME = re.compile(r"\b(?!ngay\b|luc\b|sang\b|chieu\b|hom\b|qua\b|nay\b|thang\b)[a-z]+\b")
_TIME_AFTER = re.compile(r"\d")
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
    text: str,
    turn: Turn,
    *,
    fields: tuple[str, ...] = ("people", "place", "phone", "happened"),
    corrects: bool = False,
) -> Told:
    """Return the facts that stand in free words beyond doubt; what needs a question is left for its question.

    A death told alone is added to the people known, unless the words correct them (`corrects`). Where nobody
    counted yet it is kept as `death_told`, no fact of its own.
    """
    said = text[:SCAN]
    told = _people_in(said, turn, corrects=corrects) if "people" in fields else Told({})
    named = commune_named(said, turn.facts["communes"]) if "place" in fields else None
    if named is not None:
        value = {**named, "words": words.shortened(said, MOST_WORDS)}
        told = told.also("place", value, Text("accident-heard-place", {"what": named["name"]}))
    number = read_phone(said) if "phone" in fields and not keeps_private(turn) else None
    if number is not None:
        told = told.also("phone", number, Text("accident-heard-phone", {"what": words.phone(number)}))
    when = (
        read_moment(_before_hospital(said), turn.now)
        if "happened" in fields and (corrects or "happened" not in turn.session.answers)
        else None
    )
    if when is not None and when.type in TIMES:
        value = moment_value(when)
        told = told.also("happened", value, Text("accident-dot", {"what": words.moment(value)}))
    return told


def harm_in(text: str, turn: Turn) -> Told:
    """Return what `facts_in` does, people only as hurt or dead: "1 người có hợp đồng" counts no victims."""
    told = facts_in(text, turn)
    people = told.values.get("people")
    if people is None or people["dead"] or people["injured"]:
        return told
    return facts_in(text, turn, fields=("place", "phone", "happened"))


def _people_in(said: str, turn: Turn, *, corrects: bool) -> Told:
    counted = count_people(said, strict=True)
    if counted is None or counted.between is not None:
        return Told({})
    known = turn.answer("people", {})
    if counted.total is None and counted.dead and "people" not in turn.session.answers:
        return Told({}).also("death_told", value=True, line=Text("accident-heard-death"))
    value = people_value(counted)
    if counted.dead and not corrects:
        value = _with_known(value, known)
    value = with_death(value, turn)
    total = value["total"]
    if total is None and not value["dead"]:
        return Told({})
    if total is not None and not 0 < total <= MANY:
        return Told({})
    return Told({}).also("people", value, Text("accident-dot", {"what": words.people(value, turn.language)}))


def _with_known(value: dict[str, Any], known: Mapping[str, Any]) -> dict[str, Any]:
    """Add deaths told alone ("1 người chết rồi") to the people known before."""
    total, dead = known.get("total"), value["dead"]
    alone = value["total"] is None or value["total"] == dead
    if not alone or total is None or total < dead:
        return value
    dead = max(dead, known.get("dead") or 0)
    return {"total": total, "dead": dead, "injured": None if known.get("injured") is None else total - dead}


def with_death(value: dict[str, Any], turn: Turn) -> dict[str, Any]:
    """Add the death told before anybody counted ("có người chết", then "1")."""
    total, injured = value["total"], value["injured"]
    if not turn.answer("death_told") or not total or value["dead"] is not None or injured is not None:
        return value
    return {**value, "dead": 1}


def _before_hospital(said: str) -> str:
    """Leave out what tells of the way to the hospital: its time is not the time of the accident."""
    plain = fold(said)
    if len(plain) != len(said):
        return said
    kept = []
    for clause in _CLAUSE.finditer(plain):
        part = clause.group()
        found = _HOSPITAL.search(part)
        if found is None:
            kept.append(said[clause.start() : clause.end()])
        elif len(_NO_TIME.findall(part[: found.start()])) > FEW and not _TIME_AFTER.search(
            part[found.end() :]
        ):
            kept.append(said[clause.start() : clause.start() + found.start()])
    return ", ".join(kept)


def moment_value(when: Moment) -> dict[str, Any]:
    """Return a time in the plain form that is kept."""
    return {"type": when.type.value, "value": when.value}


def commune_named(text: str, communes: Mapping[str, int]) -> dict[str, Any] | None:
    """Return the one commune named with its level ("xã Tân Lập"); None where none is, or several are.

    An old name stands for the commune it went to, which is called by its own.
    """
    padded = f" {' '.join(_WORD.findall(fold(text)))} "
    named = {unit for name, unit in communes.items() if f" {fold(name)} " in padded}
    if len(named) != 1:
        return None
    unit = named.pop()
    return {"unit": unit, "name": called(communes, unit)}


def called(communes: Mapping[str, int], unit_id: int) -> str:
    """Return what a commune is called now; of several names the last is its own (see communes.names)."""
    return {unit: name for name, unit in communes.items()}[unit_id]


def communes_meant(text: str, communes: Mapping[str, int]) -> tuple[list[str], bool]:
    """Return the communes a text may mean, best first, and whether the first is meant beyond doubt."""
    named = commune_named(text[:SCAN], communes)
    if named is not None:
        return [named["name"]], True
    near = [m for m in match_places(text[:SCAN], tuple(communes), limit=6) if m.score >= NEAR]
    first = {communes[m.name]: m for m in reversed(near)}  # of several names of one commune the likest
    found = sorted(first.values(), key=near.index)[:3]
    alone = bool(found) and len(_WORD.findall(fold(text[:SCAN]))) <= len(found[0].name.split())
    sure = alone and found[0].score >= SURE and (len(found) == 1 or found[1].score < SURE)
    return [called(communes, communes[match.name]) for match in found], sure


def keep_what_came(answer: Answer, turn: Turn) -> Outcome | None:
    """Keep a picture, file, voice note, place or card that came where words were due; None for words.

    Nothing sent is lost, and the question is put again after one sentence about it.
    """
    if answer.kind in _PERSONAL and refused_already(turn):
        return Got({}, Say("consent-not-kept"))
    if answer.kind in _KEPT:
        return _file(answer, turn)
    if answer.kind is InboundKind.LOCATION and answer.location is not None:
        kept = [*turn.answer("locations", []), list(answer.location)]
        if not case_facts.has_room({**turn.session.answers, "locations": kept}, {}):
            return Got({}, Say("accident-full"))
        return Got({"locations": kept}, position_heard(answer.location))
    return _card(answer.phone, turn) if answer.kind is InboundKind.CONTACT and answer.phone else None


def position_heard(location: tuple[float, float]) -> Say:
    """Say that a position was kept, and what to do where it cannot be the place."""
    return Say("accident-position-kept" if in_vietnam(*location) else "accident-position-abroad")


def _file(answer: Answer, turn: Turn) -> Outcome:
    """Keep a file with the words under it; an identity card is dropped, and what is there already is not doubled."""
    if answer.attachment is None:
        return Got({}, Say("accident-file-lost"))
    if names_id_card(answer.text):
        return Got({ID_CARD: answer.attachment}, Say("accident-id-card"))
    field = _KEPT[answer.kind]
    before = turn.answer(field, [])
    if _is_there(answer.attachment, before, turn):
        return Got({}, Say("accident-file-again", {"count": len(before)}))
    kept = list(dict.fromkeys([*before, answer.attachment]))
    told = [*turn.answer("remarks", []), answer.text] if answer.text else []
    values = {field: kept, **({"remarks": told} if told else {})}
    if not case_facts.has_room({**turn.session.answers, **values}, {}):
        return Got({}, Say("accident-full"))
    heard = {InboundKind.PHOTO: "photo", InboundKind.VOICE: "voice"}.get(answer.kind, "file")
    return Got(values, Say(f"accident-{heard}-kept", {"count": len(kept)}))


def dropped(_turn: Turn, values: Mapping[str, Any]) -> case_pictures.DropFile | None:
    """Return the command that gives up a file not to be kept; None where there is none."""
    return case_pictures.DropFile(values[ID_CARD]) if ID_CARD in values else None


def _is_there(attachment: int, before: Sequence[int], turn: Turn) -> bool:
    """Whether the same bytes are kept already; of a file still on its way that is not known."""
    digests = turn.facts.get("digests", {})
    mine = digests.get(attachment)
    held = (*before, *turn.facts.get("held", ()))
    return bool(mine) and any(digests.get(other) == mine for other in held if other != attachment)


def _card(phone: str, turn: Turn) -> Got:
    if keeps_private(turn):
        return Got({}, Say("privacy-no-number"))
    number = read_phone(phone) or phone.strip()[:30]
    line = Text("accident-heard-phone", {"what": words.phone(number)})
    return Got({"phone": number}, words.noted([line]))


def place_said(text: str, turn: Turn) -> Told:
    """Return a place that a short message is ("xa hoa binh"): the commune meant, else the words; or nothing."""
    known = turn.answer("place", {})
    if not _PLACE.match(fold(text)):
        return Told({})
    found, sure = communes_meant(text, turn.facts["communes"])
    if sure:
        value = {**known, "unit": turn.facts["communes"][found[0]], "name": found[0]}
    elif "unit" in known:
        return Told({})
    else:
        value = {**known, "words": shortened_words(text)}
    line = Text("accident-heard-place" if sure else "accident-heard-words", {"what": words.place(value)})
    return Told({}).also("place", value, line)


def shortened_words(text: str) -> str:
    """Return a person's words for a place as they are kept."""
    return words.shortened(text, MOST_WORDS)


def refused_already(turn: Turn) -> bool:
    """Whether the last answer to the notice for this report was no ("was" for one given in an earlier talk)."""
    return bool((turn.answer("consent") or turn.answer("consent_was")) in REFUSALS)


def keeps_private(turn: Turn) -> bool:
    """Whether the reporter is not to be named: chosen in this talk, or known of its case."""
    return bool(turn.answer("privacy") or turn.facts.get("private"))


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
