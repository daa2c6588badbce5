"""Setting right what a case holds, before or after it is filed: a new version of a fact, the old one kept.

Officers told of the case hear which kinds of facts changed, never what they say.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from handlers import outgoing
from handlers.acting import Acting
from handlers.services import access, accidents, case_facts
from messages.envelope import Option, Say, Text
from storage.records import AccidentRecord
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Amend:
    """New values of facts by field, in place of those that stood."""

    code: str
    values: Mapping[str, Any]


def amend(uow: UnitOfWork, command: Amend, by: Acting) -> dict[str, Any]:
    """Keep the new versions and tell the officers on the case what kind of facts changed.

    Returns {"code", "changed": the fields that are different now, "victims": the places of those changed, from 0,
    "same": whether all stood so before}; a field of one who refused consent or is not to be named may be missing.
    Raises what `accidents.record_facts` does.
    """
    case = access.access_case_for(uow, by.person, command.code)
    before = uow.accidents.facts(case.id)
    accidents.record_facts(uow, accidents.RecordFacts(case.code, command.values), by)
    after = uow.accidents.facts(case.id)
    changed = [name for name in command.values if before.get(name) != after.get(name)]
    if changed:
        accidents.note(uow, uow.accidents.get(case.id), "case_amended", by, {"fields": changed})
        _tell(uow, uow.accidents.get(case.id), _untold(before, after, changed), by)
    same = all(before.get(name) == value for name, value in command.values.items())
    victims = _differing(before.get("victims") or [], after.get("victims") or [])
    return {"code": case.code, "changed": changed, "victims": victims, "same": same}


def _differing(before: Sequence[Any], after: Sequence[Any]) -> list[int]:
    return [n for n, entry in enumerate(after) if n >= len(before) or before[n] != entry]


def _untold(before: Mapping[str, Any], after: Mapping[str, Any], changed: list[str]) -> list[str]:
    """Leave out the count where its change has been pushed as another class already: nobody is woken twice."""
    pushed = case_facts.alarm_class(before) != case_facts.alarm_class(after)
    pushed = pushed or case_facts.dead_of(before) < case_facts.dead_of(after)
    return [name for name in changed if not (pushed and name in ("people", "victims"))]


def _tell(uow: UnitOfWork, case: AccidentRecord, changed: list[str], by: Acting) -> None:
    if not changed:
        return
    say = Say(
        "case-amended",
        {"code": case.code, "fields": fields_in_words(changed)},
        options=(Option(f"case:open:{case.code}", Text("case-open")),),
    )
    for person_id in access.told_and_in_charge(uow, case):
        if person_id != by.person.id:
            key = f"case:{case.id}:amended:{by.source}:{person_id}"
            outgoing.notify(uow, person_id, say, by.now, dedup_key=key, about=outgoing.of_case(case.code))


def fields_in_words(names: list[str]) -> Text:
    """Return kinds of facts as a phrase, in small letters."""
    whole, *others = (Text(f"amend-field-{kind}") for kind in dict.fromkeys(_KINDS.get(n, n) for n in names))
    for kind in others:
        whole = Text("accident-victim-and", {"first": whole, "then": kind})
    return whole


_KINDS = {"injury_1": "victims", "injury_2": "victims", "injury_3": "victims", "names": "victims",
          "photos": "media", "files": "media", "locations": "media", "opening": "what", "tip": "remarks",
          "asked": "remarks", "doubtful": "remarks",
          "incident": "remarks"}  # fmt: skip
