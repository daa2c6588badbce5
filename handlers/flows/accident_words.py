"""What is known of a case, put in words: the echo of an answer, a line of the review, the officer's page. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from domain import forms, victim_list
from domain.diseases import disease_name
from domain.law.lists import diseases
from domain.law.rules import Certainty
from domain.machines import day_of, machine_name
from domain.positions import in_vietnam
from domain.vietnamese.moments import MomentType
from handlers.services.case_facts import INJURIES
from messages.envelope import Say, Text
from messages.words import count

SHORT = 90
MOST_CANDIDATES = 3


def noted(lines: Sequence[Text]) -> Say | None:
    """Return what was understood, to be said before going on; None where there is nothing to say back."""
    if not lines:
        return None
    if len(lines) == 1:
        return Say("accident-noted", {"what": lines[0]})
    return Say("accident-noted-many", {"lines": [Text("accident-dash", {"what": line}) for line in lines]})


def people(value: Mapping[str, Any], language: str) -> Text:
    """Return a count of people: "2 (hai) người, trong đó 1 (một) người tử vong"."""
    total, dead = value.get("total"), value.get("dead")
    if total is None and not dead:
        return Text("accident-people-unknown")
    if not dead:
        hurt = value.get("injured") == total
        return Text(
            "accident-people-injured" if hurt else "accident-people", {"total": count(language, total or 0)}
        )
    if total is None or dead == total:
        return Text("accident-people-dead", {"dead": count(language, dead)})
    return Text("accident-people-of-dead", {"total": count(language, total), "dead": count(language, dead)})


def place(value: Mapping[str, Any]) -> Text | str:
    """Return a place: the commune, else the person's words, else that a position was sent."""
    known = value.get("name") or value.get("words")
    return shortened(str(known)) if known else Text("accident-place-position")


def phone(value: str) -> str:
    """Return a telephone number in groups, easy to check by eye: "0912 345 678"."""
    digits = value.strip()
    return f"{digits[:4]} {digits[4:7]} {digits[7:]}" if digits.isdigit() and len(digits) >= 9 else digits


def moment(value: Mapping[str, Any]) -> Text:
    """Return when it happened, as precisely as it was told."""
    kind, told = value["type"], str(value["value"])
    if kind == MomentType.DATETIME:
        return Text("accident-at", {"at": datetime.fromisoformat(told)})
    if kind == MomentType.DATE:
        return Text("accident-at", {"at": date.fromisoformat(told)})
    if kind == MomentType.DATE_PART:
        day, part = told.split("/")
        return Text(
            "accident-in-part", {"part": Text(f"accident-part-{part}"), "day": date.fromisoformat(day)}
        )
    start, end = told.split("/")
    return Text("accident-between", {"start": _instant(start), "end": _instant(end)})


def _instant(told: str) -> date | datetime:
    return date.fromisoformat(told) if len(told) == 10 else datetime.fromisoformat(told)


def victim(entry: Mapping[str, Any]) -> Text | str:
    """Return what is told of one victim: "Nam, sinh khoảng năm 1991, thợ điện, gãy tay"."""
    born = entry.get("birth_year")
    about = "accident-victim-born-about" if entry.get("birth_year_about") else "accident-victim-born"
    outcome = entry.get("outcome")
    parts: list[Text | str | None] = [
        entry.get("name"),
        Text(f"accident-victim-{entry['sex']}") if entry.get("sex") else None,
        Text(about, {"year": str(born)}) if born else None,
        entry.get("occupation"),
        entry.get("injury"),
        Text(f"accident-victim-{outcome}") if outcome in ("dead", "missing") else None,
        entry.get("treated_at"),
        entry.get("employer"),
    ]
    told: list[Text | str] = [shortened(part) if isinstance(part, str) else part for part in parts if part]
    if not told:
        return Text("accident-victim-unknown")
    return chain(told)


def chain(parts: Sequence[Text | str]) -> Text | str:
    """Return several words as one, parted by commas; `parts` is not empty."""
    whole = parts[0]
    for part in parts[1:]:
        whole = Text("accident-victim-and", {"first": whole, "then": part})
    return whole


def victim_line(number: int, entry: Mapping[str, Any], *, alone: bool) -> Text:
    """Return a victim as a line that says back what was told, with a number where there are several."""
    what = victim(entry)
    if alone:
        return Text("accident-dot", {"what": what})
    return Text("accident-heard-victim", {"number": number, "what": what})


def victim_label(number: int, entry: Mapping[str, Any]) -> Text:
    """Return a victim as the label of a choice."""
    name = entry.get("name") or entry.get("injury")
    if not name:
        return Text("accident-victim-nth", {"number": number})
    return Text("accident-victim-nth-known", {"number": number, "what": shortened(name, 30)})


def victims(value: Sequence[Mapping[str, Any]]) -> list[Text]:
    """Return a line for each victim something is told of."""
    return [
        Text("accident-line-victim", {"number": number, "what": victim(entry)})
        for number, entry in enumerate(value, start=1)
        if entry
    ]


def legal_lines(facts: Mapping[str, Any]) -> list[Text]:
    """Return, for officers, the lines of the legal injury list that the told injuries may mean."""
    found = [
        Text("case-injury-candidate", {"number": number, "code": one.code, "what": one.text})
        for number, entry in enumerate(victim_list.entries_of(facts), start=1)
        for one in victim_list.legal_candidates(entry)[:MOST_CANDIDATES]
    ]
    return [Text("case-may-be-serious"), *found] if found else []


def disease_lines(facts: Mapping[str, Any], day: date) -> list[Text]:
    """Return, for officers, which edition of the list a disease was looked up in, and whether its name was seen."""
    found = diseases().line(facts.get("disease_code") or "")
    if found is None:
        return []
    verify = Text("law-line-verify") if found.certainty is Certainty.VERIFY else ""
    return [Text("case-disease-list", {"edition": diseases().edition_on(day).name, "verify": verify})]


def shortened(words: str, most: int = SHORT) -> str:
    """Return words on one line, cut at a space where they are long."""
    line = " ".join(words.split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]}…"


def line_of(field: str, value: Any, language: str, most: int = SHORT) -> Text | None:
    """Return one known fact as a line; None for what has no line of its own."""
    if value is None or value == []:
        return None
    key = f"accident-line-{field.replace('_', '-')}"
    if field in INJURIES:
        number = field.removeprefix("injury_")
        return Text("accident-line-injury", {"number": number, "what": shortened(value, most)})
    if field in ("doubtful", "incident"):
        return Text(key)
    if field == "locations" and not all(in_vietnam(*place) for place in value):
        return Text("accident-line-locations-abroad", {"count": len(value)})
    if field in ("photos", "files", "locations"):
        return Text(key, {"count": len(value)})
    if field in ("remarks", "asked"):
        return Text(key, {"what": shortened("; ".join(value), most)})
    return Text(key, {"what": fact(field, value, language, most)})


def fact(field: str, value: Any, language: str, most: int = SHORT) -> Text | str:
    """Return the value of one fact in words."""
    match field:
        case "people":
            return people(value, language)
        case "place":
            return place(value)
        case "phone":
            return phone(value)
        case "happened":
            return moment(value)
        case "factor" | "cause":
            return forms.code_name(field, value)
        case "machine_kind" | "disease_code" | "in_use_on" | "inspected_on" | "inspect_by":
            return shortened(_of_list(field, value), most)
        case "role" | "contract" | "during" | "diagnosed":
            label = "kind" if field == "diagnosed" else "accident"
            return Text(f"{label}-{field}-{value.replace('_', '-')}")
        case _:
            return shortened(value, most)


def _of_list(field: str, value: str) -> str:
    """Return a line of a list of the law, or a day, as it is written out."""
    if field == "machine_kind":
        return machine_name(value)
    return f"{value}. {disease_name(value)}" if field == "disease_code" else day_of(value)


def _place_key(facts: Mapping[str, Any]) -> str:
    """Return how the line of a place begins: where it happened, where the ill work, where a machine stands."""
    if facts.get("machine"):
        return "accident-line-stands"
    return "accident-line-works" if facts.get("disease") else "accident-line-place"


def _ill(facts: Mapping[str, Any]) -> list[Text]:
    """Return a line for whoever is ill: no accident befell them."""
    return [Text("accident-line-ill", {"what": victim(one)}) for one in facts.get("victims") or () if one]


def lines(facts: Mapping[str, Any], fields: Sequence[str], language: str, most: int = SHORT) -> list[Text]:
    """Return what is known of these fields, a line each."""
    found: list[Text] = []
    listed = facts.get("victims") or ()
    told_anew = (
        {*INJURIES, *(("names",) if any(entry.get("name") for entry in listed) else ())} if listed else set()
    )
    for field in fields:
        if field in told_anew:
            continue
        if field == "victims":
            found += _ill(facts) if facts.get("disease") else victims(facts.get(field) or ())
        elif (line := line_of(field, facts.get(field), language, most)) is not None:
            found.append(line if field != "place" else replace(line, key=_place_key(facts)))
    return found
