"""The facts of a case from JSON, and what the law says of it back to JSON (`baoan law explain`)."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from domain.accident import (
    CaseFacts,
    CaseKind,
    Contract,
    Outcome,
    Place,
    Sector,
    Severity,
    VictimFacts,
)
from domain.errors import BadInputError
from domain.law.victims import Judgement
from domain.legal_clock import Duty, Explanation
from domain.vietnamese.fold import nfc

MAX_VICTIMS = 1000
MAX_TEXT = 2000
_YEARS = range(1990, 2101)

Say = Callable[[str, dict[str, str]], str]
_E = TypeVar("_E", bound=StrEnum)
_Table = Mapping[str, Any]


def read_facts(text: str | bytes) -> CaseFacts:
    """Return the facts a JSON text holds. Raises BadInputError (`law-facts-…`) for anything else."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise BadInputError("law-facts-not-json") from None
    return facts_from_json(data)


def facts_from_json(data: object) -> CaseFacts:
    """Return the facts of a parsed JSON object in the contract's shape.

    Only `kind` and `known_at` must be there; null or nothing means "not known"; other fields are passed over.
    Raises BadInputError with `field` (such as `victims[2].outcome`) and where it helps `value`, `allowed`.
    """
    table = _table(data, "JSON")
    known_at = _moment(table, "known_at")
    kind = _choice(CaseKind, table, "kind")
    if kind is None or known_at is None:
        raise BadInputError("law-facts-missing", field="kind" if kind is None else "known_at")
    place = _table({} if table.get("place") is None else table["place"], "place")
    return CaseFacts(
        kind=kind,
        happened_at=_moment(table, "happened_at"),
        known_at=known_at,
        place=Place(_text(place, "commune", "place."), _text(place, "province", "place.")),
        contract=_choice(Contract, table, "contract") or Contract.UNKNOWN,
        place_employer=_text(table, "place_employer"),
        victims=_victims(table),
        sector=_choice(Sector, table, "sector") or Sector.GENERAL,
        voluntary_insurance=_flag(table, "voluntary_insurance"),
        forensic=_flag(table, "forensic"),
        announced_at=_moment(table, "announced_at"),
        diagnosed=_flag(table, "diagnosed"),
        in_use_at=_moment(table, "in_use_at"),
        inspect_by=_moment(table, "inspect_by"),
    )


def explanation_to_json(explanation: Explanation, say: Say) -> dict[str, Any]:
    """Return the contract's answer; `say(key, params)` turns each open question into a sentence."""
    return {
        "severity": explanation.severity.value,
        "class": explanation.case_class.value,
        "law_pack": explanation.law_pack,
        "suggested": explanation.suggested,
        "victims": [_victim_out(judged) for judged in explanation.victims],
        "duties": [_duty_out(duty) for duty in explanation.duties],
        "questions": [say(question.key, dict(question.params)) for question in explanation.questions],
    }


def _victim_out(judged: Judgement) -> dict[str, Any]:
    because = [{"code": ground.code, "text": ground.text} for ground in judged.because]
    return {"severity": judged.severity.value, "because": because}


def _duty_out(duty: Duty) -> dict[str, Any]:
    timing = duty.timing
    return {
        "duty": duty.duty,
        "by": duty.by,
        "to": list(duty.to),
        "when": {
            "kind": timing.kind.value,
            "value": timing.value,
            "unit": timing.unit,
            "counted_from": timing.counted_from.value,
            "due": duty.due.isoformat() if duty.due else None,
        },
        "form": duty.form,
        "article": duty.article,
        "certainty": duty.certainty.value,
    }


def _victims(table: _Table) -> tuple[VictimFacts, ...]:
    rows = _list(table, "victims")
    if len(rows) > MAX_VICTIMS:
        raise BadInputError("law-facts-too-many-victims", count=str(len(rows)), most=str(MAX_VICTIMS))
    return tuple(
        _victim(_table(row, f"victims[{n}]"), f"victims[{n}].") for n, row in enumerate(rows, start=1)
    )


def _victim(row: _Table, at: str) -> VictimFacts:
    injuries = _list(row, "injuries", at)
    rows = {f"injuries[{n}]": words for n, words in enumerate(injuries, start=1)}
    said = (_text(rows, name, at) for name in rows)
    return VictimFacts(
        employer=_text(row, "employer", at),
        died_at=_moment(row, "died_at", at),
        outcome=_choice(Outcome, row, "outcome", at) or Outcome.UNKNOWN,
        injuries=tuple(words for words in said if words),
        severity=_choice(Severity, row, "severity", at),
    )


def _table(value: object, field: str) -> _Table:
    if not isinstance(value, dict):
        raise BadInputError("law-facts-not-object", field=field)
    return value


def _list(table: _Table, name: str, at: str = "") -> list[Any]:
    value = table.get(name)
    if value is None:
        return []
    if not isinstance(value, list):
        raise BadInputError("law-facts-not-list", field=at + name)
    return value


def _text(table: _Table, name: str, at: str = "") -> str | None:
    value = table.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise BadInputError("law-facts-not-text", field=at + name)
    if len(value) > MAX_TEXT:
        raise BadInputError("law-facts-too-long", field=at + name, most=str(MAX_TEXT))
    return " ".join(nfc(value).split()) or None


def _flag(table: _Table, name: str) -> bool | None:
    value = table.get(name)
    if value is None or isinstance(value, bool):
        return value
    raise BadInputError("law-facts-not-flag", field=name)


def _choice(kind: type[_E], table: _Table, name: str, at: str = "") -> _E | None:
    value = table.get(name)
    if value is None:
        return None
    try:
        return kind(value)
    except ValueError:
        allowed = ", ".join(kind)
        raise BadInputError(
            "law-facts-not-choice", field=at + name, value=_shown(value), allowed=allowed
        ) from None


def _moment(table: _Table, name: str, at: str = "") -> datetime | None:
    value = table.get(name)
    if value is None:
        return None
    try:
        moment = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        raise BadInputError("law-facts-not-time", field=at + name, value=_shown(value)) from None
    if moment.utcoffset() is None:
        raise BadInputError("law-facts-time-offset", field=at + name, value=_shown(value))
    if moment.year not in _YEARS:
        raise BadInputError("law-facts-time-year", field=at + name, value=_shown(value))
    return moment


def _shown(value: object) -> str:
    """Show a value on one line, shortened; of lists and objects only that they are one."""
    line = "[…]" if isinstance(value, list) else "{…}" if isinstance(value, dict) else str(value)
    line = " ".join(nfc(line).split())
    return line if len(line) <= 60 else line[:59] + "…"
