"""While somebody talks with an officer no reminder reaches them; an alarm does, and what waited comes afterwards."""

import pytest
from sqlalchemy import select

from bot import sample_world
from handlers import outgoing
from messages.envelope import Address, Say
from storage.tables import outbox
from tests.bot.core.conftest import Core

CASE = "2 người bị thương ở xã Tân Lập, gọi 0912345678"
QUIET, LOUD = (
    "office-sample",
    "accident-urgent-in-group",
)  # any two texts: what counts is whether they are urgent


@pytest.fixture
async def talk(tmp_path):
    core = Core(f"sqlite:///{tmp_path / 'c.db'}", tmp_path, answers_per_minute=5)
    world = sample_world.World("console", "t", sample_world.sample("console", "t").units, None)
    await core.app.store.write(lambda uow: sample_world.load(uow, world, core.app.around, core.clock.now()))
    for text, who in (
        (CASE, "worker"), ("Đồng ý", "worker"), ("gặp người trực", "worker"), ("nhận nói chuyện", "commune"),
    ):  # fmt: skip
        await core.say(text, who)
        await core.settle()
    yield core
    core.app.close()


async def notify(core, who, *, urgent, key):
    def add(uow):
        person = uow.people.at(Address("console", "t", who, who)).person_id
        say = Say(LOUD if urgent else QUIET, urgent=urgent)
        outgoing.notify(uow, person, say, core.clock.now(), dedup_key=key)

    await core.app.store.write(add)
    await core.settle()


@pytest.mark.parametrize("who", ["worker", "commune"])
async def test_what_is_not_urgent_waits_for_the_end_and_what_is_does_not(talk, who):
    before = len(talk.channel.texts(who))
    await notify(talk, who, urgent=False, key="a")
    assert len(talk.channel.texts(who)) == before
    await notify(talk, who, urgent=True, key="b")
    assert len(talk.channel.texts(who)) == before + 1
    await talk.say("kết thúc", "worker")
    await talk.settle()
    assert talk.channel.texts(who).count("Sở Nội vụ tỉnh Thái An") == 1


async def test_a_call_that_another_answered_is_not_sent_any_more(talk):
    def waiting(uow):
        person = uow.people.at(Address("console", "t", "commune", "commune")).person_id
        about = {"dialogue": uow.dialogues.live_of(person).id, "asks": True}
        return outgoing.notify(
            uow, uow.people.holding("deputy")[0], Say(LOUD, urgent=True), talk.clock.now(), dedup_key="c",
            about=about,
        )  # fmt: skip

    row = await talk.app.store.write(waiting)
    await talk.settle()
    with talk.app.store.database.reading() as uow:
        asked = select(outbox.c.state, outbox.c.detail).where(outbox.c.id == row)
        states = uow._connection.execute(asked).one()
    assert tuple(states) == ("dropped", "answered_meanwhile")


async def test_the_alarm_of_the_case_goes_through(talk):
    before = len(talk.channel.texts("commune"))
    await talk.say("1 người chết ở xã Tân Lập, gọi 0987654321", "somebody")
    await talk.settle()
    assert "Anh/chị nhận vụ này không?" in talk.channel.texts("commune")[before]


async def test_no_word_of_a_talk_counts_as_too_many(talk):
    for number in range(12):
        await talk.say(f"lời {number}", "worker")
    await talk.settle()
    read = [text for text in talk.channel.texts("commune") if text.startswith("Người báo: lời")]
    assert read == [f"Người báo: lời {number}" for number in range(12)]
