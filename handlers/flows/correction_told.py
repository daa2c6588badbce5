"""What words about a case set right in it: a correction, facts told anew, a code, victims one by one. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain import victim_list
from domain.vietnamese.correction_words import pair_of
from domain.vietnamese.fold import fold
from handlers.conversation.answers import Answer, Got
from handlers.conversation.flow import Turn
from handlers.conversation.session import Session
from handlers.flows import accident_codes, amend_reading, kind_amending, victim_notes
from handlers.flows import accident_reading as reading
from handlers.flows import accident_words as words
from handlers.flows.amend_numbers import Change, Refused
from messages.envelope import InboundKind, Text

_SIGNS = {"factor": ("yeu to",), "cause": ("nguyen nhan", "tai vi", "do loi")}


def as_known(facts: Mapping[str, Any], turn: Turn) -> Turn:
    """Return a turn in which the facts of a case stand as answers, for the readers of the report."""
    return Turn(Session(turn.session.flow, answers=facts), turn.facts, turn.now, turn.language)


def told(text: str, known: Turn) -> tuple[Change, ...] | Refused:
    """Return what words may mean that are said about a case to set it right or to complete it."""
    of_kind = kind_amending.told(text, known)
    if of_kind:
        return of_kind
    found = amend_reading.meant(text, known)
    if isinstance(found, Refused) or found:
        return found
    coded = _code(text)
    if coded is not None:
        return (coded,)
    if pair_of(text) is not None:
        return ()  # what it would replace is not there
    victims = victim_notes.read(text, known, "list", private=reading.keeps_private(known))
    named = any("name" in entry for entry in victims)
    anew = amend_reading.told_anew(text, known) if not named else ()
    if isinstance(anew, Refused):
        return anew
    fresh = tuple(one for one in anew if any(known.answer(k) != v for k, v in one.values.items()))
    return fresh or _victims(victims, known)


def _code(text: str) -> Change | None:
    said = fold(text[:200])
    asked = next((name for name, signs in _SIGNS.items() if any(sign in said for sign in signs)), None)
    outcome = accident_codes.read_code(asked, Answer(InboundKind.TEXT, text)) if asked else None
    if asked is None or not isinstance(outcome, Got):
        return None
    what = words.fact(asked, outcome.values[asked], "vi")
    return Change(asked, dict(outcome.values), Text(f"accident-heard-{asked}", {"what": what}))


def _victims(found: Sequence[victim_list.Entry], known: Turn) -> tuple[Change, ...]:
    """Lay victims over those known by the same name; new ones go where nobody is told of yet, or behind."""
    useful = [entry for entry in found if entry.keys() & {"name", "injury", "occupation"}]
    if not useful:
        return ()
    entries = victim_list.entries_of(known.session.answers)
    people = known.answer("people") or {}
    lines: list[Text | str] = []
    for entry in useful:
        place = _place_of(entry, entries)
        entries = victim_list.filled(entries, place, entry, people.get("dead") or 0)
        lines.append(Text("accident-heard-victim", {"number": place + 1, "what": words.victim(entry)}))
    values: dict[str, Any] = {"victims": entries}
    if people.get("total") is not None and len(entries) > people["total"]:
        values["people"] = {**people, "total": len(entries), "injured": None}
    return (Change("victims", values, words.chain(lines)),)


def _place_of(entry: Mapping[str, Any], entries: Sequence[Mapping[str, Any]]) -> int:
    same = victim_list.same_name(entries, entry)
    if same is not None:
        return same
    if "name" not in entry and len(entries) == 1:
        return 0
    dead = entry.get("outcome") == "dead"
    free = [
        n
        for n, one in enumerate(entries)
        if victim_list.is_bare(dict(one)) and (dead or one.get("outcome") != "dead")
    ]
    return free[0] if free else len(entries)
