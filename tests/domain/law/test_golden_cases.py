"""Each golden case, said in the words of the law rather than of the program."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from domain.facts_json import facts_from_json
from domain.law import packs
from domain.legal_clock import TELLING, Certainty, Duty, Explanation, explain

FILES = ("golden_cases", "golden_2016", "golden_2025_03")
CASES = [
    case
    for name in FILES
    for case in tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text("utf-8"))["case"]
]
OTHERS = ("examine", "treat", "refer", "declare_equipment", "inspect")
BASE: dict[str, Any] = {
    "kind": "accident",
    "happened_at": "2026-11-24T08:10:00+07:00",
    "known_at": "2026-11-24T08:20:00+07:00",
    "place": {"commune": "Xã Tân Lập", "province": "Tỉnh Thái Nguyên"},
    "contract": "yes",
    "place_employer": "Công ty A",
    "sector": "general",
    "voluntary_insurance": False,
    "forensic": False,
    "announced_at": None,
    "diagnosed": None,
    "in_use_at": None,
    "inspect_by": None,
}


def blank(value: Any) -> Any:
    return None if value == "?" else value


def explained(case: dict[str, Any]) -> Explanation:
    facts = BASE | {name: blank(case[name]) for name in BASE if name in case}
    victims = [
        {"employer": "Công ty A"} | {name: blank(value) for name, value in victim.items()}
        for victim in case["victims"]
    ]
    return explain(facts_from_json(facts | {"victims": victims}))


def mark(duty: Duty) -> str:
    return "?" if duty.certainty is Certainty.VERIFY else ""


def said_of(explanation: Explanation) -> dict[str, object]:
    tells = [d for d in explanation.duties if d.duty in TELLING and d.rule != "tell-person-in-charge"]
    return {
        "class": explanation.case_class,
        "severities": [v.severity for v in explanation.victims],
        "pack": explanation.law_pack,
        "tells": [f"{mark(d)}{d.duty} {d.by}: {', '.join(d.to)}" for d in tells],
        "forms": [d.form for d in tells if d.form],
        "records": [
            f"{mark(d)}{d.by}: {d.form} ({d.article})" for d in explanation.duties if d.duty == "record"
        ],
        "investigates": [
            f"{mark(d)}{d.by} {d.timing.value} {d.due}" for d in explanation.duties if d.duty == "investigate"
        ],
        "minutes": [
            f"{mark(d)}{d.by}: {', '.join(d.to)} {d.due}"
            for d in explanation.duties
            if d.duty == "send_minutes"
        ],
        "others": [f"{mark(d)}{d.duty} {d.by}: {d.due}" for d in explanation.duties if d.duty in OTHERS],
        "figures": [
            f"{mark(d)}{d.by}: {', '.join(d.to)} {d.due}"
            for d in explanation.duties
            if d.duty == "report_figures"
        ],
        "asks": [q.key.removeprefix("law-question-") for q in explanation.questions],
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_golden_case(case):
    said = said_of(explained(case))
    expected = {name: case[name] for name in said if name in case}
    assert {name: said[name] for name in expected} == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_telling_is_always_at_once_and_has_an_addressee(case):
    for duty in explained(case).duties:
        if duty.duty in TELLING:
            assert (duty.timing.kind, duty.timing.value, duty.due) == ("immediately", None, None)
            assert duty.to
        assert duty.article


@pytest.mark.parametrize("contract", ["yes", "no"])
@pytest.mark.parametrize("law", ["2016-07-01", "2025-07-01"])
@pytest.mark.parametrize("kind", ["fatal", "multiple_serious", "single_serious", "light"])
def test_every_class_has_its_case_under_either_law(contract, law, kind):
    found = [
        case
        for case in CASES
        if case["class"] == kind
        and case.get("contract", BASE["contract"]) == contract
        and explained(case).law_pack == law
    ]
    assert found


@pytest.mark.parametrize("pack", [pack.id for pack in packs()])
def test_there_are_enough_of_them_under_each_law(pack):
    of_pack = [case for case in CASES if explained(case).law_pack == pack]
    assert len(of_pack) >= 40
    assert {"accident", "commuting", "disease", "technical_incident", "equipment"} <= {
        case.get("kind", "accident") for case in of_pack
    }


def test_each_has_a_name_of_its_own():
    assert len({case["name"] for case in CASES}) == len(CASES)
