"""Setting right what was told of a disease or a machine, in one's own words: "hạn kiểm định là 10/10/2027". Pure."""

import re
from typing import Any

from domain import diseases
from domain.calendar import local
from domain.machines import day_of, read_day, wrong_days
from domain.vietnamese.aligned import aligned
from handlers.conversation.flow import Turn
from handlers.flows import kind_steps
from handlers.flows.amend_numbers import Change, Refused
from messages.envelope import Text

_CLAUSE = re.compile(r"[;\n]|,(?!\d)|\. ")
_IS = r"(?: (?:moi|dung|lai|nay|do|may))*(?: ?[:=]| (?:la|den|toi|vao|ngay|so))*\s+"
_DAYS = (
    (
        "inspect_by",
        r"(?:han kiem dinh|kiem dinh (?:co |con )?han|het han(?: kiem dinh)?|(?:co |con )?han(?= den| toi))",
    ),
    ("inspected_on", r"(?:ngay kiem dinh|(?:da |moi )?kiem dinh(?: lai)?)"),
    ("in_use_on", r"(?:(?:ngay )?dua vao (?:su dung|dung|van hanh)|bat dau (?:su dung|dung)|ngay su dung)"),
)
_WORDS = {
    "machine": (
        ("serial", r"(?:so che tao|so may|so xuat xuong|so serial|serial)"),
        ("certificate", r"(?:so giay(?: chung nhan)?|giay chung nhan|giay kiem dinh|so tem)"),
        ("capacity", r"(?:cong suat|tai trong|dung tich|suc nang)"),
        ("maker", r"(?:hang(?: san xuat| che tao)?|nha san xuat|nuoc san xuat)"),
        ("workplace", r"(?:co so su dung|don vi su dung|cong ty su dung|co so|don vi)"),
    ),
    "disease": (
        ("ill_since", r"(?:benh tu|bi benh tu|mac benh tu|bi tu|mac tu)"),
        ("exposure", r"(?:cong viec|tiep xuc|lam viec)"),
        ("workplace", r"(?:noi lam viec|noi lam|don vi|cong ty)"),
        ("disease", r"(?:ten benh|benh)"),
    ),
}
_FOUND = (
    ("suspected", re.compile(r"\b(?:moi nghi|chua kham|chua ket luan)\b")),
    ("assessed", re.compile(r"\b(?:da|co|vua) (?:ket qua |di )?giam dinh\b(?! (?:chua|khong))")),
    (
        "diagnosed",
        re.compile(r"\b(?:bac si|benh vien|phong kham)\b.{0,20}\b(?:ket luan|chan doan)\b|\bda ket luan\b"),
    ),
)


def told(text: str, known: Turn) -> tuple[Change, ...] | Refused:
    """Return the one change that words make in a report of a disease or a machine; empty for any other case.

    Refused where the days cannot be: an inspection that is still to come, or that ended before it was made.
    """
    kind = next((kind for kind in _WORDS if known.answer(kind)), None)
    if kind is None:
        return ()
    values: dict[str, Any] = {}
    for clause in _CLAUSE.split(text[: kind_steps.MOST]):
        values |= (_day(clause) if kind == "machine" else _found(clause)) or _words(clause, kind)
    if not values:
        return ()
    wrong = wrong_days({**known.session.answers, **values}, local(known.now).date())
    if wrong is not None and values.keys() & dict(_DAYS):
        return Refused(wrong)
    if "disease" in values:
        values |= _code(values["disease"], known)
    first = next(iter(values))
    return (Change(first, values, _lines(values)),)


def _day(clause: str) -> dict[str, str]:
    plain = aligned(clause).plain
    day = read_day(clause)
    field = next((name for name, sign in _DAYS if re.search(rf"\b{sign}\b", plain)), None)
    return {field: day.isoformat()} if field and day else {}


def _found(clause: str) -> dict[str, str]:
    plain = aligned(clause).plain
    value = next((value for value, sign in _FOUND if sign.search(plain)), None)
    return {"diagnosed": value} if value else {}


def _words(clause: str, kind: str) -> dict[str, str]:
    said = aligned(clause)
    if len(said.plain) != len(said.line):
        return {}
    for name, sign in _WORDS[kind]:
        found = re.match(rf"(?:sua |sua lai |cap nhat |bo sung |them )*{sign}{_IS}(?=\S)", said.plain)
        if found and found.end() < len(said.line):
            return {name: said.line[found.end() :].rstrip(" .")}
    return {}


def _code(words: str, known: Turn) -> dict[str, str | None]:
    """Return the one disease of the list that new words mean; None where they leave it open."""
    found = diseases.candidates(words, local(known.now).date())
    sure = found[:1] if len(found) == 1 or (found and found[0].score > found[1].score) else ()
    return {"disease_code": sure[0].code if sure else None}


def _lines(values: dict[str, Any]) -> Text:
    lines = [
        Text("kind-heard", {"name": Text(f"amend-field-{name}"), "what": _shown(name, value)})
        for name, value in values.items()
        if value is not None
    ]
    whole = lines[0]
    for one in lines[1:]:
        whole = Text("accident-victim-and", {"first": whole, "then": one})
    return whole


def _shown(name: str, value: str) -> Text | str:
    if name == "diagnosed":
        return Text(f"kind-diagnosed-{value}")
    if name == "disease_code":
        return f"{value}. {diseases.disease_name(value)}"
    return day_of(value) if name in dict(_DAYS) else value
