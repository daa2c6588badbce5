"""The made-up province's plan and units: read right, and fitting one another."""

import csv
import json
from importlib.resources import files
from pathlib import Path

from documents.reading import read_plan_text
from domain.deadline import DeadlineKind
from domain.plan_json import reading_to_json
from domain.unit_names import read_unit

SAMPLE = files("bot.sample")
GOLDEN = Path(__file__).with_name("sample-plan.golden.json")
HEADER = ["unit", "kind", "class", "parent", "focal", "deputy", "head"]


def units(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(text.splitlines()))


def test_reads_as_the_golden_says():
    read = reading_to_json(read_plan_text(SAMPLE.joinpath("plan.txt").read_text("utf-8")))
    assert read == json.loads(GOLDEN.read_text("utf-8"))


def test_leaves_no_doubt_and_holds_every_kind_of_deadline():
    reading = read_plan_text(SAMPLE.joinpath("plan.txt").read_text("utf-8"))
    assert reading.problems == ()
    assert not any(task.needs_review for task in reading.tasks)
    assert sum(task.kind == "task" for task in reading.tasks) == 11
    kinds = {task.deadline.kind for task in reading.tasks}
    assert kinds == set(DeadlineKind)
    assert [task.id for task in reading.tasks if task.kind == "report"] == ["IV.1.ii", "IV.2.ii"]


def test_every_unit_of_the_plan_is_in_the_units_file():
    rows = units(SAMPLE.joinpath("units.csv").read_text("utf-8"))
    assert list(rows[0]) == HEADER
    known = {read_unit(row["unit"]).name for row in rows}
    known |= {phrase for row in rows for phrase in row["class"].split("|") if phrase}
    reading = read_plan_text(SAMPLE.joinpath("plan.txt").read_text("utf-8"))
    named = {name for task in reading.tasks for name in (*task.lead_units, *task.coordinating_units)}
    assert named - known == {"các đơn vị có liên quan", "các đơn vị, địa phương"}
    assert "Ủy ban nhân dân xã Tân Lập" in known
    assert sum(row["kind"] == "commune" for row in rows) == 12
    assert sum(row["kind"] == "office" for row in rows) == 6


def test_the_district_of_2024_has_the_same_shape():
    path = Path(__file__).resolve().parents[1] / "fixtures" / "units-district-2024.csv"
    rows = units(path.read_text("utf-8"))
    assert list(rows[0]) == HEADER
    classes = [row["class"] for row in rows]
    assert classes.count("Ủy ban nhân dân các xã, thị trấn") == 30
    assert classes.count("các phòng, ban chuyên môn thuộc huyện") == 5
    assert any(not row["deputy"] for row in rows)
