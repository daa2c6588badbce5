"""The made set, and which unit follows the plan."""

from importlib.resources import files

import pytest

from bot.simulated_units import follower, made_set, with_follower
from documents.reading import read_plan_text
from documents.units_csv import parse_units
from domain.plan_json import reading_to_json


def plan(*tasks):
    return {
        "document": {"issuer": "Ủy ban nhân dân tỉnh X"},
        "tasks": [
            {"id": str(n), "kind": kind, "text": text, "lead_units": leads, "coordinating_units": []}
            for n, (kind, text, leads) in enumerate(tasks)
        ],
    }


def test_the_made_set_of_the_shipped_plan_has_its_offices_and_thirty_communes():
    reading = reading_to_json(read_plan_text(files("bot.sample").joinpath("plan.txt").read_text("utf-8")))
    rows = made_set(reading)
    assert [row.kind for row in rows].count("commune") == 30
    assert {"Sở Nội vụ", "Sở Y tế", "Bảo hiểm xã hội tỉnh"} <= {row.name for row in rows}
    assert len({row.name for row in rows}) == len(rows)
    people = [name for row in rows for name in (row.focal, row.deputy, row.head) if name]
    assert len(set(people)) == len(people)
    assert any(row.deputy is None for row in rows)
    assert follower(reading) == "Sở Nội vụ"


def test_classes_of_offices_hold_the_offices_of_the_plan():
    rows = made_set(
        plan(
            ("task", "a", ["các phòng, ban chuyên môn thuộc huyện", "Phòng Nội vụ", "Bảo hiểm xã hội"]),
            ("task", "b", ["các sở, ban, ngành", "các đơn vị có liên quan"]),
        )
    )
    classes = {row.name: row.classes for row in rows}
    assert classes["Phòng Nội vụ"] == ("các phòng, ban chuyên môn thuộc huyện", "các sở, ban, ngành")
    assert classes["Bảo hiểm xã hội"] == ("các sở, ban, ngành",)


@pytest.mark.parametrize(
    ("phrase", "count", "names"),
    [
        (
            "Ủy ban nhân dân các xã, thị trấn",
            30,
            {"Ủy ban nhân dân xã Tân Lập", "Ủy ban nhân dân thị trấn Xuân Trường"},
        ),
        ("Công an các xã, phường", 30, {"Công an xã Tân Lập", "Công an phường Xuân Trường"}),
        ("Ủy ban nhân dân các huyện, thành phố", 10, {"Ủy ban nhân dân huyện Tân Lập"}),
    ],
)
def test_classes_of_places_get_made_up_members(phrase, count, names):
    rows = [row for row in made_set(plan(("task", "a", [phrase]))) if row.classes]
    assert len(rows) == count
    assert {row.classes for row in rows} == {(phrase,)}
    assert names <= {row.name for row in rows}


def test_who_follows_the_plan_is_told_by_its_words_and_is_never_a_class():
    assert follower(plan(("task", "theo dõi, đôn đốc", ["Sở A"]))) is None
    assert follower(plan(("duty", "Theo dõi và đôn đốc", ["các đơn vị"]))) is None
    assert follower(plan(("duty", "tổ chức đôn đốc, theo dõi việc", ["các đơn vị", "Sở B"]))) == "Sở B"


def test_the_follower_alone_coordinates():
    rows = parse_units("unit,kind\nSở Nội vụ,coordinating\nSở Y tế,phòng ban\n")
    assert [row.kind for row in with_follower(rows, "SỞ Y TẾ")] == ["", "coordinating"]
    assert with_follower(rows, "Sở Xây dựng") == rows
    assert with_follower(rows, None) == rows
