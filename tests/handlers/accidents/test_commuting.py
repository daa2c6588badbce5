"""An accident on the way to or from work: asked only where the story suggests it, and a kind of its own then."""

import pytest

from domain.vietnamese.commute_words import may_be_commute

STORY = "Tan ca đi xe máy về thì bị xe tải tông"


def begin(world, story=STORY):
    world.say("worker", "có 1 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.say("worker", "1")
    world.say("worker", story)
    world.say("worker", "bỏ qua")
    return world.say("worker", "bỏ qua")


def test_the_answer_makes_the_kind(world):
    shown = begin(world)
    assert shown[-1].text == "Việc xảy ra trên đường đi làm, về nhà hay khi đang làm việc?"
    assert world.case().kind == "accident"
    world.say("worker", "1")
    assert world.facts()["during"] == "commuting"
    assert world.case().kind == "commuting"
    world.tap("worker", "fix:during")
    world.say("worker", "khi đang làm việc")
    assert world.case().kind == "accident"


@pytest.mark.parametrize("said", ["không rõ", "Không rõ", "bỏ qua"])
def test_unknown_changes_nothing(world, said):
    begin(world)
    world.say("worker", said)
    assert world.case().kind == "accident"
    assert world.session("worker")["at"] == "happened"


def test_it_is_not_asked_of_an_accident_at_work(world):
    begin(world, "Đang làm thì ngã từ giàn giáo")
    assert world.session("worker")["at"] == "happened"


def test_the_alarm_goes_on(world):
    begin(world)
    before = len(world.pushes("focal"))
    world.say("worker", "1")
    assert len(world.pushes("focal")) == before
    assert world.case().state == "dispatched"


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        "tren duong di lam bi tai nan",
        "Trên đường về nhà bị ngã xe",
        "đi làm về bị xe đụng",
        "on the way home",
    ],
)
def test_words_of_the_way(text):
    assert may_be_commute(text)


@pytest.mark.parametrize(
    "text", ["xe tải lùi trong xưởng", "đang làm việc trên đường thì bị xe tông", "ngã giàn giáo", ""]
)
def test_other_words(text):
    assert not may_be_commute(text)
