"""Corrections of counts, ages and times: what a pair of numbers or moments may mean in what is known. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain import victim_list
from domain.calendar import local
from domain.vietnamese.correction_words import Pair, spoken
from domain.vietnamese.fold import fold
from domain.vietnamese.moments import Moment, MomentType, read_moment
from domain.vietnamese.numbers import read_number
from domain.vietnamese.people import count_people
from domain.vietnamese.victim_words import read_victim
from handlers.conversation.flow import Turn
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from messages.envelope import Text

MOST = 6  # readings offered
_DEAD = re.compile(r"\b(?:chet|mat|tu vong)\b")
MOST_PEOPLE = 1000
_BORN = ("birth_year", "birth_year_about")
_BY_DAY = ("date", "datetime", "date_part")


@dataclass(frozen=True, slots=True)
class Change:
    """One reading: the field it is about, the facts as they would be, and the words that say it back."""

    field: str
    values: Mapping[str, Any]
    line: Text | str


@dataclass(frozen=True, slots=True)
class Refused:
    """A correction that cannot be: `key` names the sentence that says what to do."""

    key: str


# Time


def times(pair: Pair, _text: str, turn: Turn) -> list[Change] | Refused:
    """Read another day or hour: "không phải hôm qua mà hôm kia" keeps the hour that is known."""
    when = read_moment(pair.new, turn.now)
    was = read_moment(pair.old, turn.now)
    if when.type is MomentType.INVALID or (was.type is MomentType.INVALID and when.value is None):
        return []
    if when.type is MomentType.FUTURE:
        return Refused("accident-when-future")
    known = turn.answer("happened") or {}
    values = _with_known(pair.new, when, known, turn)
    return [
        Change("happened", {"happened": value}, Text("accident-dot", {"what": words.moment(value)}))
        for value in values
    ]


def _with_known(said: str, when: Moment, known: Mapping[str, Any], turn: Turn) -> list[dict[str, Any]]:
    """Keep the hour known when only the day is set right, and the day when only the hour is."""
    day = str(known.get("value") or "")[:10] if known.get("type") in _BY_DAY else ""
    if when.type is MomentType.AMBIGUOUS:
        if day:
            day_words = "/".join(reversed(day.split("-")))
            again = read_moment(f"{said} ngày {day_words}", turn.now)
            if again.value is not None and again.type in reading.TIMES:
                return [reading.moment_value(again)]
            offered = again.candidates or when.candidates
        else:
            offered = when.candidates
        return [{"type": "datetime", "value": told} for told in offered if "T" in told][:MOST]
    value = reading.moment_value(when)
    if when.type is MomentType.DATE and known.get("type") == "datetime":
        value = {"type": "datetime", "value": f"{when.value}{str(known['value'])[10:]}"}
    elif when.type is MomentType.DATE and known.get("type") == "date_part":
        value = {"type": "date_part", "value": f"{when.value}/{str(known['value']).partition('/')[2]}"}
    return [value]


# Numbers


def numbers(pair: Pair, _text: str, turn: Turn) -> list[Change] | Refused:
    """Read "3 chứ không phải 2" and ages: every number known that is the old one may be meant."""
    if "tuoi" in fold(f"{pair.new} {pair.old} {pair.subject}") or "sinh" in fold(
        f"{pair.new} {pair.subject}"
    ):
        return _births(pair, turn)
    new, old = _plain_number(pair.new), _plain_number(pair.old)
    if new is None or old is None or pair.subject:
        return []
    people = turn.answer("people") or {}
    found: list[Change] = []
    refused: Refused | None = None
    for part in ("total", "dead"):
        if people.get(part) == old:
            changes = _people_change(_with_part(people, part, new), turn, part)
            refused = changes if isinstance(changes, Refused) else refused
            found += [] if isinstance(changes, Refused) else changes
    return found or refused or []


def _plain_number(said: str) -> int | None:
    return read_number(said) if re.fullmatch(r"\d+|[^\W\d_]+(?: [^\W\d_]+){0,2}", said) else None


def _births(pair: Pair, turn: Turn) -> list[Change]:
    year = local(turn.now).year
    new = read_victim(
        pair.new if "tuoi" in fold(pair.new) else f"{pair.subject} {pair.new}", year, asked="who"
    )
    old = re.search(r"\d+", pair.old)
    if "birth_year" not in new:
        return []
    told: dict[str, Any] = {name: new[name] for name in _BORN if name in new}
    known = victim_list.entries_of(turn.session.answers)
    before = {int(old[0]), year - int(old[0])} if old else set()
    named = victim_list.same_name(known, new)
    fits = [n for n, one in enumerate(known) if one.get("birth_year") in before]
    fits = [named] if named is not None else fits or list(range(len(known)))
    key = "accident-victim-born-about" if "birth_year_about" in told else "accident-victim-born"
    return [
        Change(
            "victims",
            {"victims": victim_list.filled(known, n, told)},
            Text(
                "amend-victim",
                {
                    "who": words.victim_label(n + 1, known[n]),
                    "what": Text(key, {"year": str(told["birth_year"])}),
                },
            ),
        )
        for n in fits
    ]


def counts(pair: Pair, text: str, turn: Turn) -> list[Change] | Refused:
    """Read another count of people, with a word for people or harm beside it."""
    return counted(f"{pair.subject} {pair.new}", turn) or counted(spoken(text), turn)


def counted(said: str, turn: Turn) -> list[Change] | Refused:
    """Read a count with a word for people or harm; what is not told of stays as it was."""
    heard = count_people(said, strict=True)
    if heard is None or heard.between is not None:
        return []
    known = turn.answer("people") or {}
    total, dead, injured = heard.total, heard.dead, heard.injured
    if (total or 0) > MOST_PEOPLE:
        return []  # a telephone number, a year
    before = known.get("total")
    alone = _DEAD.search(fold(said)) and dead is not None and injured is None and total in (None, dead)
    if alone:
        value = _with_part(known, "dead", dead or 0) if before is not None else reading.people_value(heard)
    elif injured is not None and injured == total and known.get("dead"):
        value = {"total": injured + known["dead"], "dead": known["dead"], "injured": injured}
    elif total is None:
        return []
    else:
        value = {"total": total, "dead": dead if dead is not None else known.get("dead"), "injured": injured}
    return _people_change(value, turn, "total")


def bare_total(said: str, turn: Turn) -> list[Change] | Refused:
    """Read "sửa lại số người là 5"."""
    found = re.search(r"\bso (?:nguoi|nan nhan)\b.*?(?:la|:) *(\d{1,4})\b", fold(said))
    people = turn.answer("people") or {}
    return _people_change(_with_part(people, "total", int(found[1])), turn, "total") if found else []


def _with_part(people: Mapping[str, Any], part: str, number: int) -> dict[str, Any]:
    value = {"total": people.get("total"), "dead": people.get("dead"), "injured": None, part: number}
    if people.get("injured") is not None and value["total"] is not None:
        value["injured"] = max(value["total"] - (value["dead"] or 0), 0)
    return value


def _people_change(value: dict[str, Any], turn: Turn, part: str) -> list[Change] | Refused:
    total, dead = value["total"], value["dead"] or 0
    if total is not None and dead > total:
        return Refused("accident-people-contradict")
    if total is not None and not 0 < total <= reading.MANY:
        return Refused("accident-people-how")
    entries = victim_list.entries_of(turn.session.answers)
    fitted = victim_list.fitted(entries, value)
    if total is not None and len(fitted) > total:
        return [_without(entries, n, value, turn) for n in range(min(len(entries), MOST))]
    key = "amend-dead" if part == "dead" else "accident-dot"
    line = Text(key, {"what": words.people(value, turn.language)})
    changed = {"victims": fitted} if fitted != entries else {}
    return [Change("people", {"people": value, **changed}, line)]


def _without(
    entries: Sequence[victim_list.Entry], number: int, people: Mapping[str, Any], turn: Turn
) -> Change:
    """Return the reading that one of those told of was none: fewer people are left than were described."""
    left = [one for n, one in enumerate(entries) if n != number]
    line = Text(
        "amend-without",
        {
            "who": words.victim_label(number + 1, entries[number]),
            "what": words.people(people, turn.language),
        },
    )
    return Change("people", {"people": people, "victims": left}, line)
