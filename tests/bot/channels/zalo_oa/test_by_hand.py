"""An officer writes by hand in Zalo's own inbox: the bot is silent there for a while, and the words are kept."""

from datetime import timedelta

import pytest

from bot.bootstrap import Parts, build
from bot.channels.zalo_oa.channel import NAME
from bot.clock import StillClock
from domain.desk_policy import default_desk
from messages.envelope import Address
from storage.database import MEMORY
from tests.bot.channels.zalo_oa.conftest import NOW, USER, World
from tests.servers.zalo_oa import FakeZalo

SILENCE = default_desk().console_silence


class Talk:
    """The whole core behind the channel, and one person on Zalo."""

    def __init__(self, world, channel):
        self.world, self.channel, self.app = world, channel, world.app

    async def event(self, name, message, **more):
        event = self.world.zalo.event(name, USER, message)
        event["sender"] = {**event["sender"], **more}
        assert await self.world.zalo.deliver(self.channel.webhook, event) == [200]
        await self.app.settle()

    async def says(self, text):
        before = len(self.world.zalo.texts(USER))
        await self.event("user_send_text", {"text": text})
        return self.world.zalo.texts(USER)[before:]

    async def by_hand(self, text):
        await self.event("oa_send_text", {"text": text})

    def words(self):
        with self.app.store.database.reading() as uow:
            person = uow.people.at(self.world.address()).person_id
            return [
                (talk.state, word.side, word.text)
                for talk in uow.dialogues.of_person(person)
                for word in uow.dialogues.words(talk.id)
            ]


@pytest.fixture
async def talk(tmp_path):
    clock = StillClock(NOW)
    app = build(Parts(MEMORY, tmp_path, clock, office="Sở Nội vụ"), lambda _store: [])
    zalo = FakeZalo(clock.now)
    world = World(app.store, clock, zalo)
    world.app = app
    async with zalo.serving():
        channel = world.channel()
        app.channels[NAME] = channel
        await channel.open(app.intake.receive)
        yield Talk(world, channel)
        await channel.close()
    app.close()


async def test_the_bot_is_silent_and_keeps_both_sides_with_the_case(talk):
    await talk.says("2 người bị thương ở xã Tân Lập, gọi 0912345678")
    await talk.says("Đồng ý")
    await talk.by_hand("Chào anh, tôi là cán bộ trực đây")
    assert await talk.says("dạ em nghe") == []
    assert await talk.says("1") == []
    assert talk.words() == [
        ("open", "officer", "Chào anh, tôi là cán bộ trực đây"),
        ("open", "person", "dạ em nghe"),
        ("open", "person", "1"),
    ]
    with talk.app.store.database.reading() as uow:
        case = uow.accidents.all()[0]
        assert [one.accident_id for one in uow.dialogues.of_case(case.id)] == [case.id]
        assert "what" not in uow.accidents.facts(case.id)


async def test_after_the_time_of_the_policy_the_open_question_is_put_again(talk):
    await talk.says("2 người bị thương ở xã Tân Lập, gọi 0912345678")
    await talk.says("Đồng ý")
    await talk.by_hand("Tôi xem rồi nhé")
    before = len(talk.world.zalo.texts(USER))
    await talk.app.travel(NOW + SILENCE - timedelta(minutes=1))
    assert all(
        text.startswith("🔴") for text in talk.world.zalo.texts(USER)[before:]
    )  # of the accident itself
    await talk.app.travel(NOW + SILENCE + timedelta(minutes=1))
    assert "Ta làm tiếp: báo tai nạn" in talk.world.zalo.texts(USER)[-2]
    assert await talk.says("ngã giàn giáo") != []


async def test_our_own_words_silence_nobody_even_where_the_echo_comes_first(talk):
    talk.world.zalo.echo_to = talk.channel.webhook
    await talk.says("2 người bị thương ở xã Tân Lập, gọi 0912345678")
    assert await talk.says("Đồng ý") != []
    with talk.app.store.database.reading() as uow:
        assert uow.dialogues.of_person(uow.people.at(talk.world.address()).person_id) == ()


@pytest.mark.parametrize("buttons", [True, False])
async def test_a_question_with_its_step_and_its_choices_is_known_for_ours(talk, buttons):
    talk.channel._sender._buttons = buttons
    await talk.says("tai nan o cong truong cau tan lap co nguoi roi")
    talk.channel._sender.ours.clear()
    asked = talk.world.zalo.texts(USER)
    assert any(text.startswith("(1/3)") for text in asked)
    for number, text in enumerate(asked):
        await talk.event("oa_send_text", {"text": text, "msg_id": f"unknown-{number}"})
    assert await talk.says("2 ng, 1 ng chet roi") != []


async def test_the_words_of_an_officer_are_not_taken_for_ours(talk):
    await talk.says("tai nan o cong truong cau tan lap co nguoi roi")
    await talk.by_hand("Anh cho em hỏi có bao nhiêu người bị thương vậy, em là cán bộ trực")
    with talk.app.store.database.reading() as uow:
        assert len(uow.accidents.all()) == 1  # what was told so far is with those in charge
    assert await talk.says("dạ em nghe đây") == []


async def test_an_echo_without_words_silences_nobody_unless_by_hand(talk):
    await talk.says("xin chào")
    await talk.event("oa_send_template", {"msg_id": "t1"})
    assert await talk.says("xin chào") != []
    await talk.event("oa_send_sticker", {"msg_id": "t2"}, admin_id="9")
    assert await talk.says("xin chào") == []


async def test_a_picture_a_colleague_sent_is_fetched_and_kept(talk):
    for text in ("2 người bị thương ở xã Tân Lập, gọi 0912345678", "công trường phía bắc"):
        await talk.says(text)
    payload = {"url": "https://f1.photo.talk.zdn.vn/a.jpg"}
    sent = {"msg_id": "p1", "attachments": [{"type": "image", "payload": payload}]}
    await talk.event("oa_send_image", sent, admin_id="9")
    with talk.app.store.database.reading() as uow:
        case = uow.accidents.all()[0]
        (one,) = uow.dialogues.of_case(case.id)
        (word,) = uow.dialogues.words(one.id)
    assert (word.side, word.kind) == ("officer", "photo")
    assert word.attachment_id is not None


async def test_an_echo_after_a_restart_is_still_known_for_ours(talk):
    await talk.says("xin chào")
    talk.channel._sender.ours.clear()
    said = talk.world.zalo.texts(USER)[-1]
    await talk.event("oa_send_text", {"text": said, "msg_id": "part-of-several"})
    assert await talk.says("xin chào") != []


async def test_a_cry_breaks_through_and_words_end_it(talk):
    await talk.by_hand("Chào anh")
    shown = await talk.says("cứu với, có người bị điện giật ở xã Tân Lập")
    assert "115" in shown[0]
    await talk.says("1")
    await talk.says("công trường phía bắc")
    await talk.says("0912345678")
    assert await talk.says("alo") == []
    assert await talk.says("kết thúc") != []
    assert await talk.says("xin chào") != []


async def test_it_answers_one_who_was_waiting_for_an_officer(talk):
    there = Address(NAME, "oa", "nga", "nga")

    def staff(uow):
        unit = uow.units.add(code="DV-2", name="Sở Nội vụ", kind="office", parent_id=None, coordinates=True)
        person = uow.people.add("Nga", "vi", NOW)
        uow.people.touch(uow.people.add_address(person, there), NOW)
        uow.people.join(person, unit, "coordinator", NOW)

    await talk.app.store.write(staff)
    await talk.says("gặp người trực")
    await talk.by_hand("Tôi đây")
    assert await talk.says("may quá") == []
    assert [(state, side) for state, side, _ in talk.words()] == [("open", "officer"), ("open", "person")]
    with talk.app.store.database.reading() as uow:
        talk_now = uow.dialogues.of_person(uow.people.at(talk.world.address()).person_id)[0]
    assert (talk_now.way, talk_now.state) == ("console", "open")


async def test_writing_first_to_a_stranger_opens_no_window_of_theirs(talk):
    await talk.by_hand("Chào anh")
    with talk.app.store.database.reading() as uow:
        assert uow.people.at(talk.world.address()).last_in_at is None
    assert await talk.says("chào chị") == []
