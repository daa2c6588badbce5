"""What a case gives to a paper: each known field in the words of papers, with the facts it was read from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.accident import CaseClass, Severity
from domain.calendar import local
from domain.case_victims import KnownVictim, count_of, victims_of
from domain.diseases import disease_name
from domain.forms import code_name
from domain.forms.spec import Source, Value
from domain.machines import day_of, machine_name

_PLAIN = {
    "establishment": "workplace",
    "address": "address",
    "establishment_phone": "establishment_phone",
    "establishment_fax": "establishment_fax",
    "establishment_email": "establishment_email",
    "industry": "industry",
    "superior": "superior",
    "declarer": "declarer",
    "declarer_title": "declarer_title",
    "phone": "phone",
    "measures": "measures",
    "witnesses": "witnesses",
    "disease": "disease",
    "ill_since": "ill_since",
    "exposure": "exposure",
    "machine": "machine",
    "maker": "maker",
    "serial": "serial",
    "capacity": "capacity",
    "certificate": "certificate",
}
"""Fields of papers that hold a fact as it was told."""
_ROLES = {
    "victim": "người bị nạn", "colleague": "đồng nghiệp", "relative": "người nhà nạn nhân",
    "passer_by": "người phát hiện", "employer": "người sử dụng lao động", "officer": "cán bộ",
    "ill": "người mắc bệnh", "clinic": "cơ sở y tế",
}  # fmt: skip
_CONTRACTS = {"yes": "Làm việc theo hợp đồng lao động", "no": "Làm việc không theo hợp đồng lao động"}
_PARTS = {
    "dawn": "rạng sáng", "morning": "buổi sáng", "noon": "buổi trưa", "afternoon": "buổi chiều",
    "evening": "buổi tối", "night": "đêm",
}  # fmt: skip
SEVERITIES = {
    Severity.FATAL: "chết", Severity.SERIOUS: "nặng", Severity.LIGHT: "nhẹ", Severity.UNKNOWN: "chưa rõ",
}  # fmt: skip
_CLASSES = {
    CaseClass.FATAL: "tai nạn chết người", CaseClass.MULTIPLE_SERIOUS: "có từ 2 người bị thương nặng trở lên",
    CaseClass.SINGLE_SERIOUS: "có 1 người bị thương nặng", CaseClass.LIGHT: "tai nạn nhẹ",
}  # fmt: skip
_DIAGNOSED = {
    "assessed": "đã giám định y khoa", "diagnosed": "bác sĩ đã kết luận", "suspected": "mới nghi, chưa khám",
}  # fmt: skip
_SEXES = {"female": "nữ", "male": "nam"}
_SUGGESTED = "(gợi ý, cán bộ xác nhận)"
_SUGGESTED_SHORT = "(gợi ý)"


@dataclass(frozen=True, slots=True)
class Told:
    """One fact as it stands in the case."""

    field: str
    value: Any
    source: Source


@dataclass(frozen=True, slots=True)
class CaseHead:
    """What the case itself says: its code, when the report came, its class, the commune and the office.

    `confirmed`: an officer confirmed the class; else it is only suggested.
    """

    code: str
    known_at: datetime
    case_class: CaseClass
    commune: str | None
    office: str
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything known, by field of papers; `victims` one row each; `loose` names that belong to no row."""

    values: Mapping[str, Value]
    victims: tuple[Mapping[str, Value], ...]
    loose: Value | None


def sheet(told: Sequence[Told], head: CaseHead) -> Sheet:
    """Return what these facts say. A field nobody told of is not there."""
    facts = _joined(told)
    sources: dict[str, tuple[Source, ...]] = {}
    for one in told:
        sources[one.field] = (*sources.get(one.field, ()), one.source)
    values = {
        name: Value(_line(facts[field]), sources[field]) for name, field in _PLAIN.items() if facts.get(field)
    }
    for name, (text, field) in _made(facts).items():
        if text:
            values[name] = Value(text, sources.get(field, ()))
    if facts.get("role") == "employer" and "phone" in values:
        values["declarer_phone"] = values["phone"]
    values |= _of_head(head)
    victims = victims_of(facts)
    loose = facts.get("names") if not any(victim.name for victim in victims) else None
    return Sheet(
        values,
        tuple(_row(number, victim, sources) for number, victim in enumerate(victims, start=1)),
        Value(_line(loose), sources["names"]) if loose else None,
    )


def _joined(told: Iterable[Told]) -> dict[str, Any]:
    facts: dict[str, Any] = {}
    for one in told:
        known = facts.get(one.field)
        facts[one.field] = [*(known or []), *one.value] if isinstance(one.value, list) else one.value
    return facts


def _made(facts: Mapping[str, Any]) -> dict[str, tuple[str | None, str]]:
    """Return the fields that are worded here, each with the fact it comes from."""
    course = "what" if facts.get("what") else "opening"
    kind = facts.get("establishment_kind")
    return {
        "happened": (happened_words(facts.get("happened") or {}), "happened"),
        "place": (_place(facts.get("place") or {}), "place"),
        "course": (_line(facts.get(course) or ""), course),
        "harm": (_harm(facts), "people"),
        "reporter": (_ROLES.get(facts.get("role") or ""), "role"),
        "contract": (_CONTRACTS.get(facts.get("contract") or ""), "contract"),
        "establishment_kind": (code_name("kind", kind) if kind else None, "establishment_kind"),
        "cause": (code_name("cause", facts["cause"]) if facts.get("cause") else None, "cause"),
        "factor": (code_name("factor", facts["factor"]) if facts.get("factor") else None, "factor"),
        **_of_machine(facts),
        "disease_code": (_disease(facts.get("disease_code")), "disease_code"),
        "diagnosed": (_DIAGNOSED.get(facts.get("diagnosed") or ""), "diagnosed"),
        "days_off": (str(facts["days_off"]) if facts.get("days_off") is not None else None, "days_off"),
    }


def _disease(code: str | None) -> str | None:
    return f"{code}. {disease_name(code)} (gợi ý, bác sĩ kết luận)" if code else None


def _of_machine(facts: Mapping[str, Any]) -> dict[str, tuple[str | None, str]]:
    days = ("in_use_on", "inspected_on", "inspect_by")
    kind = facts.get("machine_kind")
    found = {name: (day_of(facts[name]) if facts.get(name) else None, name) for name in days}
    return {**found, "machine_kind": (machine_name(kind) if kind else None, "machine_kind")}


def _of_head(head: CaseHead) -> dict[str, Value]:
    found = {
        "case_code": Value(head.code),
        "reported_at": Value(instant_words(head.known_at)),
        "office": Value(head.office),
    }
    if head.commune:
        found["commune"] = Value(head.commune)
    if head.case_class in _CLASSES:
        words = _CLASSES[head.case_class]
        found["class"] = Value(words if head.confirmed else f"{words} {_SUGGESTED}")
    return found


def instant_words(at: datetime) -> str:
    """Return an instant as papers write it: "8 giờ 05 phút, ngày 24 tháng 11 năm 2026"."""
    here = local(at)
    return f"{here.hour} giờ {here.minute:02d} phút, {day_words(here.date().isoformat())}"


def day_words(iso: str) -> str:
    """Return a day as papers write it: "ngày 05 tháng 02 năm 2026" (Decree 30/2020: a zero before 1-9, 1-2)."""
    year, month, day = (int(part) for part in iso.split("-"))
    return (
        f"ngày {day:02d} tháng {month:02d} năm {year}"
        if month < 3
        else f"ngày {day:02d} tháng {month} năm {year}"
    )


def happened_words(value: Mapping[str, Any]) -> str | None:
    """Return when it happened, as precisely as it was told and no more."""
    told = str(value.get("value") or "")
    if not told:
        return None
    first, _, last = told.partition("/")
    if last in _PARTS:
        return f"{_PARTS[last]} {day_words(first)}"
    if last:
        return f"từ {_point(first)} đến {_point(last)}"
    return _point(first)


def _point(iso: str) -> str:
    return instant_words(datetime.fromisoformat(iso)) if "T" in iso else day_words(iso)


def _place(value: Mapping[str, Any]) -> str | None:
    words = [str(value[name]) for name in ("words", "name") if value.get(name)]
    if words:
        return _line(", ".join(dict.fromkeys(words)))
    if value.get("lat") is not None and value.get("lon") is not None:
        return f"tọa độ {value['lat']:.5f}, {value['lon']:.5f}"
    return None


def _harm(facts: Mapping[str, Any]) -> str | None:
    total, dead = count_of(facts), (facts.get("people") or {}).get("dead") or 0
    if total is None:
        return None
    return f"{total} người bị nạn, trong đó {dead} người chết" if dead else f"{total} người bị nạn"


def _row(number: int, victim: KnownVictim, sources: Mapping[str, tuple[Source, ...]]) -> dict[str, Value]:
    where = tuple(source for field in victim.fields for source in sources.get(field, ()))
    note = "; ".join(part for part in (victim.employer, victim.treated_at) if part)
    cells = {
        "name": victim.name,
        "birth_year": _born(victim),
        "sex": _SEXES.get(victim.sex or ""),
        "occupation": victim.occupation,
        "condition": _condition(victim),
        "severity": _severity(victim),
        "injury": victim.injury,
        "note": note,
    }
    return {
        "no": Value(str(number)),
        **{name: Value(_line(str(text)), where) for name, text in cells.items() if text},
    }


def _born(victim: KnownVictim) -> str | None:
    if victim.birth_year is None:
        return None
    return f"khoảng {victim.birth_year}" if victim.birth_year_about else str(victim.birth_year)


def _severity(victim: KnownVictim) -> str:
    words = SEVERITIES[victim.severity]
    suggested = victim.severity in (Severity.SERIOUS, Severity.LIGHT) and not victim.confirmed
    return f"{words} {_SUGGESTED_SHORT}" if suggested else words


def _condition(victim: KnownVictim) -> str | None:
    if victim.severity is Severity.UNKNOWN:
        return f"chưa rõ mức độ: {victim.injury}" if victim.injury else None
    return f"{_severity(victim)}: {victim.injury}" if victim.injury else _severity(victim)


def _line(words: str) -> str:
    return " ".join(words.split())
