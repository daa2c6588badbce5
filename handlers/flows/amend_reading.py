"""What a correction changes in what is known: one reading where it is beyond doubt, else the readings to choose from.

Pure. The facts are the answers of the talk, or those of a case laid into a talk of its own.
"""

import re
from collections.abc import Sequence
from typing import Any

from domain import victim_list
from domain.calendar import local
from domain.vietnamese.correction_words import Pair, is_correction, pair_of, spoken
from domain.vietnamese.fold import fold, nfc
from domain.vietnamese.numbers import read_phone
from domain.vietnamese.victim_words import read_victim
from handlers.conversation.flow import Turn
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from handlers.flows import amend_numbers
from handlers.flows.amend_numbers import MOST, Change, Refused
from messages.envelope import Text

_WORD = re.compile(r"[^\W_]+")
_NAME = re.compile(r"\b(?:ho ten|ten)\b(?! (?:cong ty|don vi|xa|phuong|cong trinh|cong truong|cty))")
_WORKPLACE = re.compile(r"\b(?:cong ty|cty|don vi|cong truong|doanh nghiep|noi lam viec|xuong|nha may)\b")
_CONTRACT = re.compile(r"\b(?P<no>khong|chua|ko) co (?:ky )?hop dong\b|\bco (?:ky )?hop dong\b")


def meant(text: str, turn: Turn) -> tuple[Change, ...] | Refused:
    """Return what a correction may mean; empty where the words are none, or set nothing right that is known."""
    if not is_correction(text):
        return ()
    pair = pair_of(text)
    if pair is None:
        return told_anew(spoken(text), turn)
    for read in _READERS:
        found = read(pair, text, turn)
        if isinstance(found, Refused) or found:
            return found if isinstance(found, Refused) else tuple(found[:MOST])
    return ()


def told_anew(said: str, turn: Turn) -> tuple[Change, ...] | Refused:
    """Return the one change that facts told once more make; empty where none is told.

    Read "đúng ra là 4 người bị thương": without what is replaced.
    """
    if (named := _new_name(Pair(said, "", ""), turn)) is not None:
        return tuple(named)
    told = reading.facts_in(said, turn, fields=("place", "phone", "happened"), corrects=True)
    found: list[Change] = [
        Change(name, {name: value}, line)
        for (name, value), line in zip(told.values.items(), told.lines, strict=True)
    ]
    people = amend_numbers.counted(said, turn) or amend_numbers.bare_total(said, turn)
    if isinstance(people, Refused):
        return people
    found += people
    if contract := _CONTRACT.search(fold(said)):
        found.append(_contract("no" if contract["no"] else "yes"))
    return tuple([_joined(found)] if len(found) > 1 else found)


def _joined(found: Sequence[Change]) -> Change:
    """Make one of several facts told in one sentence: each is beyond doubt."""
    line = words.chain([one.line for one in found])
    return Change(found[0].field, {k: v for one in found for k, v in one.values.items()}, line)


# Names


def _names(pair: Pair, _text: str, turn: Turn) -> list[Change] | Refused:
    known = victim_list.entries_of(turn.session.answers)
    exact = [n for n, one in enumerate(known) if _holds(one.get("name"), pair.old, nfc)]
    near = exact or [n for n, one in enumerate(known) if _holds(one.get("name"), pair.old, fold)]
    by_subject = _NAME.search(fold(pair.subject)) is not None
    if near and (by_subject or not _is_count(pair)):
        return [_renamed(known, n, _replaced(str(known[n]["name"]), pair)) for n in near]
    return (_new_name(pair, turn) or []) if by_subject else []


def _is_count(pair: Pair) -> bool:
    return pair.old[:1].isdecimal() or pair.new[:1].isdecimal()


def _new_name(pair: Pair, turn: Turn) -> list[Change] | None:
    """Read "tên anh ấy là Nam": of the only victim there is, else of each of them for choosing."""
    subject, _, rest = pair.new.partition(" là ") if not pair.subject else (pair.subject, "", pair.new)
    if not rest or not _NAME.search(fold(subject)):
        return None
    name = read_victim(rest, local(turn.now).year, asked="who").get("name")
    if name is None:
        return None
    known = victim_list.entries_of(turn.session.answers)
    total = (turn.answer("people") or {}).get("total")
    count = max(len(known), total or 1)
    return [_renamed(known, n, name) for n in range(min(count, MOST))]


def _renamed(known: Sequence[victim_list.Entry], number: int, name: str) -> Change:
    entries = victim_list.filled(known, number, {"name": name})
    line = Text("amend-name", {"number": number + 1, "what": name})
    return Change("victims", {"victims": entries}, line)


def _holds(told: Any, wanted: str, form: Any) -> bool:
    """Whether words stand in what was told, as whole words, in this spelling (`form`)."""
    if not isinstance(told, str) or not wanted:
        return False
    said = " ".join(_WORD.findall(form(told).casefold()))
    return f" {form(wanted).casefold()} " in f" {said} "


def _replaced(told: str, pair: Pair) -> str:
    exact = re.compile(rf"(?<!\w){re.escape(nfc(pair.old))}(?!\w)", re.IGNORECASE)
    if exact.search(nfc(told)):
        return exact.sub(lambda _found: pair.new, nfc(told), count=1)
    plain = fold(told)
    at = plain.find(fold(pair.old))
    return f"{told[:at]}{pair.new}{told[at + len(fold(pair.old)) :]}" if at >= 0 else pair.new


# Places, numbers to ring, words


def _places(pair: Pair, _text: str, turn: Turn) -> list[Change]:
    named = reading.commune_named(pair.new, turn.facts["communes"])
    known = turn.answer("place") or {}
    is_the_commune = fold(pair.old) in fold(str(known.get("name") or ""))
    if named is None and is_the_commune:
        named = _commune(pair.new, turn)
        if named is None:  # not one of ours: what is known for sure is that it is not the one that stood
            value = {name: known[name] for name in ("lat", "lon") if name in known} | {"words": pair.new}
            line = Text("accident-heard-words", {"what": words.shortened(pair.new)})
            others = [one for one in _words_spelt(pair, turn, nfc) if one.field != "place"]
            return [Change("place", {"place": value}, line), *others]
    if named is None:
        return []
    value = {**(turn.answer("place") or {}), **named}
    value.pop("words", None)
    return [Change("place", {"place": value}, Text("accident-heard-place", {"what": named["name"]}))]


def _commune(said: str, turn: Turn) -> dict[str, Any] | None:
    found, sure = reading.communes_meant(said, turn.facts["communes"])
    return {"unit": turn.facts["communes"][found[0]], "name": found[0]} if sure else None


def _phones(pair: Pair, _text: str, turn: Turn) -> list[Change] | Refused:
    number = read_phone(pair.new)
    if number is None:
        return []
    if reading.keeps_private(turn):
        return Refused("privacy-no-number")
    return [Change("phone", {"phone": number}, Text("accident-heard-phone", {"what": words.phone(number)}))]


def _words(pair: Pair, _text: str, turn: Turn) -> list[Change]:
    """Find the old words in what was told, in this spelling first, and put the new ones in their place."""
    for form in (nfc, fold):
        found = _words_spelt(pair, turn, form)
        if found:
            return found
    if _WORKPLACE.search(fold(pair.subject)):
        return [_workplace(pair.new)]
    if contract := _CONTRACT.search(fold(f"{pair.subject} {pair.new}")):
        return [_contract("no" if contract["no"] else "yes")]
    return []


def _words_spelt(pair: Pair, turn: Turn, form: Any) -> list[Change]:
    found: list[Change] = []
    workplace, place = turn.answer("workplace"), turn.answer("place") or {}
    if _holds(workplace, pair.old, form):
        found.append(_workplace(_replaced(str(workplace), pair)))
    if _holds(place.get("words"), pair.old, form):
        told = _replaced(str(place["words"]), pair)
        line = Text("accident-heard-words", {"what": words.shortened(told)})
        found.append(Change("place", {"place": {**place, "words": told}}, line))
    known = victim_list.entries_of(turn.session.answers)
    for number, entry in enumerate(known):
        for field in victim_list.WORDS:
            if _holds(entry.get(field), pair.old, form):
                told = _replaced(str(entry[field]), pair)
                line = Text(
                    "amend-victim",
                    {"who": words.victim_label(number + 1, {"name": entry.get("name")}), "what": told},
                )
                values = {"victims": victim_list.filled(known, number, {field: told})}
                found.append(Change("victims", values, line))
    return found


def _workplace(name: str) -> Change:
    line = Text("accident-heard-workplace", {"what": words.shortened(name)})
    return Change("workplace", {"workplace": name}, line)


def _contract(value: str) -> Change:
    line = Text("amend-contract", {"what": Text(f"accident-contract-{value}")})
    return Change("contract", {"contract": value}, line)


_READERS = (
    _names,
    amend_numbers.numbers,
    amend_numbers.times,
    _places,
    _phones,
    amend_numbers.counts,
    _words,
)
"""The first that finds anything settles it: a name before a count, for "Năm" is both."""
