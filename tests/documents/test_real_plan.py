"""The plan the project starts from, field by field against what a careful clerk reads in it."""

import json
from typing import Any

import pytest

from documents.reading import read_plan_file
from domain.plan_json import reading_from_json, reading_to_json
from tests.documents.samples import real_plan

FIELDS = (
    *("kind", "text", "lead_units", "coordinating_units", "other_units", "by_mandate"),
    *("deadline_text", "deadline", "source"),
)
TOUCHING_MEANING = {18, 20, 28, 64, 65, 77, 78}


@pytest.fixture(params=["seed-plan.txt", "seed-plan.docx"])
def read(request: pytest.FixtureRequest) -> dict[str, Any]:
    return reading_to_json(read_plan_file(real_plan(request.param)))


@pytest.fixture
def golden() -> dict[str, Any]:
    return json.loads(real_plan("seed-plan.golden.json").read_text("utf-8"))


def test_rows_are_those_of_the_golden_in_its_order(read, golden):
    assert [task["id"] for task in read["tasks"]] == [task["id"] for task in golden["tasks"]]
    assert sum(task["kind"] == "task" for task in read["tasks"]) == 17
    assert sum(task["kind"] != "task" for task in read["tasks"]) == 6


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_of_every_row(read, golden, name):
    expected = {task["id"]: task[name] for task in golden["tasks"] if name in task}
    assert {task["id"]: task[name] for task in read["tasks"] if task["id"] in expected} == expected


def test_document(read, golden):
    for name in ("type", "status", "number", "issuer", "title", "issued_on"):
        assert read["document"][name] == golden["document"][name], name


def test_targets(read, golden):
    for found, expected in zip(read["targets"], golden["targets"], strict=True):
        for name in ("id", "text", "source"):
            assert found[name] == expected[name]
        for name in ("value", "comparator", "unit"):
            assert found[name] == expected.get(name)


def test_recipients_and_references(read, golden):
    for found, expected in zip(read["recipients"], golden["recipients"], strict=True):
        assert {k: found[k] for k in ("name", "mark", "source")} == {
            k: expected[k] for k in ("name", "mark", "source")
        }
    as_set = [{(r["type"], r["number"], r["date"]) for r in side["references"]} for side in (read, golden)]
    assert as_set[0] == as_set[1]


def test_slips_that_touch_meaning_are_told(read):
    assert {problem["line"] for problem in read["problems"]} >= TOUCHING_MEANING
    assert all(problem["message"].strip() for problem in read["problems"])


def test_only_real_doubts_ask_for_a_look(read):
    doubtful = {task["id"] for task in read["tasks"] if task["needs_review"]}
    assert doubtful == {"III.1.c", "III.4.a", "IV.1.ii"}


def test_the_words_as_written_are_kept(read):
    task = next(task for task in read["tasks"] if task["id"] == "III.1.c")
    assert task["lead_raw"] == ["Sở Phòng Lao động - TB&XH"]
    assert len(task["coordinating_raw"]) == len(task["coordinating_units"])


def test_json_round_trip(read):
    assert reading_to_json(reading_from_json(read)) == read
