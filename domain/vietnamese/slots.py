"""The facts a message carries beside its intent: code, counts, place, time, percent, document, period, reason."""

import re
from typing import Any

from domain.vietnamese import phrases
from domain.vietnamese.people import count_people
from domain.vietnamese.words import Words

_CODE = re.compile(r"(?<![\w-])([A-Za-z]{2,3})-(\d{2})-([0-9A-Za-z]{4,8})(?![\w-])")
# Without dashes only where a digit stands in the tail: "TN267K3F", "tn 26 7k3f".
_LOOSE_CODE = re.compile(
    r"(?<![\w-])([A-Za-z]{2,3})[ .]?(\d{2})[ .]?((?=[A-Za-z]*\d)(?=\d*[A-Za-z])[0-9A-Za-z]{4,8})(?![\w-])"
)
_TYPES = "BC|CV|KH|QĐ|QD|TB|TTr|BB|TT|NQ|HD|CT|GM|ĐK"
_DOCUMENT = re.compile(
    r"(?<![\w/])(\d{1,5}[a-z]?)\s?(?:/\s?\d{4}\s?)?[/-]\s?"
    rf"((?:{_TYPES})(?:[-/][A-ZĐa-zđ&]{{1,12}}){{0,4}})(?!\w)",
    re.IGNORECASE,
)
_ACCIDENTS = re.compile(
    r" (?:tai nan|chet nguoi|nguoi chet|tu vong|thuong vong|bi thuong|benh nghe nghiep|nguoi bi nan|(?:vu"
    r"|ca) (?:nao|gi|moi|khac)"
    r"|(?:bao nhieu|may|mấy) (?:vu|ca)|chet)(?= )"
)
_PERCENT = re.compile(r" (\d{1,3})(?: [.,] \d{1,2})? (?:%|phan tram)(?= )")


def case_code(raw: str) -> str | None:
    """Return the case code in `raw` in its written form ("tn-26-7k3f" → "TN-26-7K3F"), or None."""
    found = _CODE.search(raw) or _LOOSE_CODE.search(raw)
    return "-".join(found.groups()).upper() if found else None


def document_no(raw: str) -> str | None:
    """Return the number of an official document in `raw` ("125/BC-UBND"), or None."""
    found = _DOCUMENT.search(raw)
    return re.sub(r"\s", "", found.group()).upper().replace("QD-", "QĐ-") if found else None


def _own_words(words: Words, kind: phrases.Phrases) -> str | None:
    """Return the person's own words for what `kind` finds, or None."""
    found = kind.search(words.line)
    return words.original(found.start("found"), found.end("found")) if found else None


def place_words(words: Words) -> str | None:
    """Return the person's own words for where, or None."""
    return _own_words(words, phrases.PLACE)


def percent(line: str) -> int | None:
    """Return the percentage said in a line of normal words, 0 to 100, or None."""
    found = _PERCENT.search(line)
    return int(found[1]) if found and int(found[1]) <= 100 else None


def of_event(words: Words) -> dict[str, Any]:
    """Return what is said of an accident or an incident: dead, injured, people, place, time, as present."""
    slots: dict[str, Any] = {}
    people = count_people(words.raw, strict=True)
    if people is not None:
        counts = {"dead": people.dead, "injured": people.injured, "people": people.total}
        slots |= {name: value for name, value in counts.items() if value is not None}
        if people.between:
            slots["between"] = list(people.between)
    if place := place_words(words):
        slots["place"] = place
    if time := _own_words(words, phrases.TIME):
        slots["time"] = time
    return slots


def of_work(words: Words) -> dict[str, Any]:
    """Return what is said of work in a plan: percent, document_no, period, reason, as present."""
    slots: dict[str, Any] = {}
    line = words.line
    if (share := percent(line)) is not None:
        slots["percent"] = share
    if number := document_no(words.raw):
        slots["document_no"] = number
    if found := phrases.PERIOD.search(line):
        slots["period"] = words.original(found.start() + 1, found.end()).lower()
    if reason := _own_words(words, phrases.REASON):
        slots["reason"] = reason
    return slots


def of_question(words: Words, intent: str) -> dict[str, Any]:
    """Return what a question is about: topic, about, own, as present."""
    line = words.line
    match intent:
        case "query_status" if _ACCIDENTS.search(line):
            return {"topic": "accident"}
        case "query_my_tasks" if phrases.DEADLINE.search(line):
            return {"about": "deadline"}
        case "query_report_by_code" if case_code(words.raw) is None and phrases.OWN_CASE.search(line):
            return {"own": True}
        case "help" if phrases.FORM.search(line):
            return {"about": "form"}
        case "help" if phrases.TO_WHOM.search(line):
            return {"about": "recipient"}
        case _:
            return {}
