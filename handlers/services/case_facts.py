"""What the facts of a case amount to: how grave it is for the alarm, and the class the law would give it.

Facts are plain JSON by field. `people`: {"total", "dead", "injured"} (each int or None); `place`: {"unit", "name",
"words", "lat", "lon"} as known; `happened`: {"type", "value"} of domain.vietnamese.moments.
"""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from domain import victim_list
from domain.accident import (
    CaseClass,
    CaseFacts,
    CaseKind,
    Contract,
    Outcome,
    Place,
    Severity,
    VictimFacts,
    class_of,
)
from domain.errors import BadInputError
from domain.law.victims import VIETNAM, judge
from domain.legal_clock import Explanation, explain
from domain.vietnamese.own_name import without_own_name
from messages.envelope import Text

FIELDS = (
    "doubtful",
    "incident",
    "opening",
    "disease",
    "disease_code",
    "diagnosed",
    "ill_since",
    "exposure",
    "machine",
    "machine_kind",
    "maker",
    "serial",
    "capacity",
    "in_use_on",
    "inspected_on",
    "certificate",
    "inspect_by",
    "people",
    "place",
    "phone",
    "happened",
    "what",
    "role",
    "contract",
    "during",
    "workplace",
    "victims",
    "injury_1",
    "injury_2",
    "injury_3",
    "names",
    "factor",
    "cause",
    "photos",
    "files",
    "locations",
    "remarks",
    "asked",
    "tip",
)
"""Every field a case may hold, in the order they are shown."""
LIST_FIELDS = frozenset({"photos", "files", "locations", "remarks", "asked"})
"""Fields that hold a list: what is told later is added, what is there stays."""
MOST_ITEMS = 200  # in all the lists of a case together
MOST_REMARK_BYTES = 200_000
KEPT_WITHOUT_CONSENT = frozenset({"doubtful", "incident", "opening", "people", "place", "what", "tip"})
"""Fields that may be kept of one who said no: what happened, where and to how many (see `without_personal`)."""
IDENTITY = frozenset({"phone", "names", "role"})
"""Fields that say who reported, or would let it be guessed (the victim, the employer); kept out of a private case."""
SALT_BYTES = 16
_TOLD = frozenset(
    {
        "opening",
        "what",
        "workplace",
        "injury_1",
        "injury_2",
        "injury_3",
        "remarks",
        "tip",
        "disease",
        "ill_since",
        "exposure",
    }
)
DIAGNOSED = {"assessed": True, "diagnosed": True, "suspected": False}
_LONG_NUMBER = re.compile(r"\+?\d(?:[ .\-]?\d){7,}")
INJURIES = victim_list.OLD_INJURIES
MOST_WEIGHED = 100  # more victims than this change nothing in the class of a case

CONFIRMED, SEVERITIES, ANNOUNCED = "class_confirmed", "confirmed_severity", "announced"
"""What an officer says of a case: {"class", "of", "reason"}, a severity for each victim, the meeting {"at": ISO}."""

Facts = Mapping[str, Any]


def without_personal(values: Facts) -> dict[str, Any]:
    """Return what may be kept without consent: no person's number, picture, name, injury or position.

    Telephone and identity numbers inside the words that stay are struck out.
    """
    return {name: _impersonal(value) for name, value in values.items() if name in KEPT_WITHOUT_CONSENT}


def without_identity(values: Facts) -> dict[str, Any]:
    """Return what may stand in a case whose reporter is not to be named.

    Telephone and identity numbers inside words are struck out, and a name given as one's own ("tôi tên là …").
    """
    kept = {name: value for name, value in values.items() if name not in IDENTITY}
    return {name: _nameless(name, value) for name, value in kept.items()}


def identity_in(values: Facts) -> dict[str, Any]:
    """Return what of these says who somebody is, in the plain form that is sealed: names of victims in one line."""
    told = {name: values[name] for name in IDENTITY if values.get(name)}
    names = [str(entry["name"]) for entry in values.get("victims") or () if entry.get("name")]
    return {**told, "names": ", ".join(names)} if names else told


def _nameless(field: str, value: Any) -> Any:
    if field == "place" and isinstance(value, Mapping):
        return {name: struck(part) if name == "words" else part for name, part in value.items()}
    if field == "victims" and isinstance(value, list):
        return [_nameless_victim(entry) for entry in value]
    if field in _TOLD and isinstance(value, list):
        return [struck(part) for part in value]
    return struck(value) if field in _TOLD else value


def _nameless_victim(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: struck(part) if name in victim_list.WORDS else part
        for name, part in entry.items()
        if name not in victim_list.PRIVATE
    }


def struck(words: Any) -> Any:
    """Return words without telephone and identity numbers and without a name given as one's own."""
    return without_own_name(_LONG_NUMBER.sub("…", words)) if isinstance(words, str) else words


def _impersonal(value: Any) -> Any:
    if isinstance(value, str):
        return _LONG_NUMBER.sub("…", value)
    if isinstance(value, Mapping):
        return {name: _impersonal(part) for name, part in value.items() if name not in ("lat", "lon")}
    return value


def has_room(facts: Facts, more: Facts) -> bool:
    """Whether a case (or a talk) may take these further items of its lists."""
    lists = [(known.get(name) or []) for known in (facts, more) for name in LIST_FIELDS]
    remarks = [words for known in (facts, more) for words in known.get("remarks") or []]
    size = sum(len(words.encode()) for words in remarks)
    return sum(map(len, lists)) <= MOST_ITEMS and size <= MOST_REMARK_BYTES


def total_of(facts: Facts) -> int | None:
    """Return how many people are hurt or dead, None where nobody knows."""
    people = facts.get("people") or {}
    total = people.get("total")
    return total if total is not None else people.get("dead")


def dead_of(facts: Facts) -> int:
    """Return how many are said to be dead, in the count or one by one."""
    return max((facts.get("people") or {}).get("dead") or 0, victim_list.dead_in(facts))


def is_grave(facts: Facts) -> bool:
    """Whether the coordinating office is told at once: somebody dead, two or more hurt, or nobody knows."""
    total = total_of(facts)
    return total is None or total >= 2 or dead_of(facts) > 0


def alarm_class(facts: Facts) -> Text:
    """Return the class a push names: never more than dead or not, how many, and whether it is in doubt."""
    if facts.get("doubtful"):
        return Text("accident-class-doubtful", {"what": _plain_class(facts)})
    return _plain_class(facts)


def _plain_class(facts: Facts) -> Text:
    total = total_of(facts)
    if facts.get("incident") and not total:
        return Text("case-kind-technical_incident")
    if dead_of(facts):
        return Text("accident-class-fatal")
    if total is None:
        return Text("accident-class-unknown")
    return Text("accident-class-count", {"count": total}) if total else Text("accident-class-none")


def kind_of(facts: Facts, kind: str) -> CaseKind:
    """Return the kind a case has by what was told of it: an accident on the way to or from work is counted apart."""
    if kind not in (CaseKind.ACCIDENT, CaseKind.COMMUTING) or facts.get("during") not in (
        "commuting",
        "work",
    ):
        return CaseKind(kind)
    return CaseKind.COMMUTING if facts["during"] == "commuting" else CaseKind.ACCIDENT


def as_law_sees(facts: Facts, kind: str, known_at: datetime) -> CaseFacts:
    """Return what the law's clocks look at."""
    return CaseFacts(
        kind=CaseKind(kind),
        happened_at=_happened_at(facts, known_at),
        known_at=known_at,
        place=Place(commune=(facts.get("place") or {}).get("name")),
        contract=Contract(facts.get("contract") or "unknown"),
        place_employer=facts.get("workplace"),
        victims=() if kind == CaseKind.EQUIPMENT else victims(facts),
        voluntary_insurance=facts.get("insured"),
        announced_at=_announced_at(facts),
        diagnosed=DIAGNOSED.get(facts.get("diagnosed") or ""),
        in_use_at=_day_at(facts.get("in_use_on")),
        inspect_by=_day_at(facts.get("inspect_by")),
    )


def explained(facts: Facts, kind: str, known_at: datetime) -> Explanation | None:
    """Return what the law asks on these facts, by the class an officer confirmed where that still stands.

    None where facts contradict one another.
    """
    case = as_law_sees(facts, kind, known_at)
    try:
        derived = explain(case)
        confirmed = confirmed_class(facts, derived)
        return derived if confirmed is None else explain(case, confirmed=confirmed)
    except BadInputError:
        return None


def confirmed_class(facts: Facts, derived: Explanation) -> CaseClass | None:
    """Return the class an officer confirmed; None where nobody did, or the facts have changed what it was about."""
    said = facts.get(CONFIRMED)
    return CaseClass(said["class"]) if said and said["of"] == judged_as(derived) else None


def judged_as(derived: Explanation) -> list[str]:
    """Return what a confirmation is about: the class derived from the facts, and how badly each victim is hurt."""
    return [derived.case_class.value, *(victim.severity.value for victim in derived.victims)]


def suggested_class(facts: Facts, kind: str, known_at: datetime) -> CaseClass:
    """Return the class the law of the day gives on these facts. Only a suggestion: an officer confirms."""
    case = as_law_sees(facts, kind, known_at)
    try:
        return explain(case).case_class
    except BadInputError:
        return class_of(judge(victim, case.happened_at).severity for victim in case.victims)


def victims(facts: Facts) -> tuple[VictimFacts, ...]:
    """Return the victims as the law sees them: those told of one by one, the dead first, then the rest."""
    told = [_as_law_sees_one(entry) for entry in victim_list.entries_of(facts)[:MOST_WEIGHED]]
    total, dead = total_of(facts), min(dead_of(facts), MOST_WEIGHED)
    unnamed = max(dead - sum(one.outcome is Outcome.DEAD for one in told), 0)
    bare = [n for n, one in enumerate(told) if one.outcome is Outcome.UNKNOWN and not one.injuries][:unnamed]
    for number in bare:
        told[number] = VictimFacts(outcome=Outcome.DEAD)
    found = [VictimFacts(outcome=Outcome.DEAD)] * (unnamed - len(bare)) + told
    found.sort(key=lambda one: one.outcome is not Outcome.DEAD)
    count = min(total if total is not None else max(len(found), 1), MOST_WEIGHED)
    outcome = Outcome.ALIVE if dead else Outcome.UNKNOWN
    return tuple(found) + (VictimFacts(outcome=outcome),) * (count - len(found))


def _as_law_sees_one(entry: Mapping[str, Any]) -> VictimFacts:
    injury = entry.get("injury")
    return VictimFacts(
        outcome=Outcome(entry.get("outcome") or Outcome.UNKNOWN), injuries=(injury,) if injury else ()
    )


def injuries_in(facts: Facts) -> tuple[str, ...]:
    """Return the injuries told, in plain words, one a victim."""
    return tuple(entry["injury"] for entry in victim_list.entries_of(facts) if entry.get("injury"))


def may_be_serious(facts: Facts) -> bool:
    """Whether a told injury may be on the legal list."""
    return any(
        judge(VictimFacts(outcome=Outcome.ALIVE, injuries=(words,)), None).severity is Severity.SERIOUS
        for words in injuries_in(facts)
    )


def _happened_at(facts: Facts, known_at: datetime) -> datetime | None:
    happened = facts.get("happened") or {}
    if happened.get("type") != "datetime":
        return None
    at = datetime.fromisoformat(happened["value"])
    return at if at <= known_at else None


def _day_at(day: str | None) -> datetime | None:
    """Return the beginning of a Vietnamese day kept as its ISO date."""
    return None if day is None else datetime.fromisoformat(day).replace(tzinfo=VIETNAM)


def _announced_at(facts: Facts) -> datetime | None:
    said = facts.get(ANNOUNCED)
    return datetime.fromisoformat(said["at"]) if said else None
