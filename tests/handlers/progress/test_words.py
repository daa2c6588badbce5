"""What is asked fits a phone, even with the longest names; every word has its twin in English."""

import re
from importlib.resources import files

import pytest

from messages.words import LOCAL
from tests.handlers.progress.world import World

UNIT = "Ủy ban nhân dân phường Nguyễn Thị Minh Khai"
TEXT = "Đẩy mạnh tuyên truyền các chủ trương, chính sách, pháp luật về an toàn lao động trên địa bàn tỉnh"
KEY = re.compile(r"^([a-z][\w-]*) =", re.MULTILINE)


@pytest.fixture
def long_names():
    world = World()
    with world.database.transaction() as uow:
        world.units["long"] = uow.units.add(code="long", name=UNIT, kind="commune", parent_id=None)
        world._person(uow, "long", world.units["long"], "focal")
        task = world._task(uow, "III.12.đ", "task", TEXT, 9)
        due = world.now.astimezone(LOCAL).date().replace(month=12, day=20)
        world.owe(uow, task, "long", "CV-26-LONG1", "2026-12-20", due=due)
    yield world
    world.close()


@pytest.mark.parametrize("language", ["tiếng việt", "english"])
def test_every_question_has_at_most_160_characters(long_names, language):
    unit, coordinator = long_names.talk("long"), long_names.talk("coordinator")
    for talk in (unit, coordinator):
        talk.say(language)
    asked = []
    note = "Chưa có kinh phí tập huấn, thiếu người, mưa lũ làm hỏng đường vào thôn nên không đi được"
    for kind, answers in (
        ("under_way", ["60", "25/12"]),
        ("difficulty", [note]),
        ("more_time", ["30/12", note]),
        ("done", ["1234/BC-UBND", "yes"]),
    ):
        asked += unit.tap(f"progress:{kind}:CV-26-LONG1")
        for answer in answers:
            asked += unit.say(answer)
        asked += [n.text for n in coordinator.notices()]
    asked += coordinator.tap(f"review:return:{long_names.said('CV-26-LONG1')[-1].id}")
    assert long_names.record("CV-26-LONG1").state == "submitted"
    questions = [text for text in asked if text.endswith(("?", ":"))]
    assert len(questions) > 8
    assert [text for text in questions if len(text) > 160] == []


def test_every_key_has_a_twin():
    both = [
        KEY.findall(files("messages").joinpath(language, "progress.ftl").read_text("utf-8"))
        for language in ("vi", "en")
    ]
    assert both[0] == both[1]
