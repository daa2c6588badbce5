"""Twenty messages of a minute are answered, then one answer a minute; an emergency always is."""

from dataclasses import replace

import pytest

from messages.envelope import InboundKind
from tests.bot.core.conftest import Core

TOO_MANY = "quá nhiều tin"


@pytest.fixture
def limited(tmp_path):
    made = Core(f"sqlite:///{tmp_path / 'core.db'}", tmp_path, answers_per_minute=20)
    yield made
    made.app.close()


async def flood(core, count, text="trợ giúp", who="an"):
    for _ in range(count):
        await core.say(text, who)
    await core.settle()


def answers(core, who="an"):
    return len(core.channel.texts(who))


async def test_the_first_twenty_are_answered_and_then_one_answer_a_minute(limited):
    await flood(limited, 20)
    before = answers(limited)
    assert before >= 20
    await flood(limited, 30)
    assert [text for text in limited.channel.texts()[before:] if TOO_MANY not in text] == []
    assert answers(limited) == before + 1
    limited.later(seconds=59)
    await flood(limited, 1)
    assert answers(limited) == before + 1
    assert limited.rows("SELECT state, count(*) FROM inbox GROUP BY state") == [("done", 51)]


async def test_a_minute_later_they_are_answered_again_where_they_left_off(limited):
    await limited.say("tôi muốn báo một chỗ nguy hiểm")
    await flood(limited, 25)
    limited.later(minutes=2)
    before = answers(limited)
    await flood(limited, 1, "xin nhắc lại câu hỏi")
    assert answers(limited) > before
    assert TOO_MANY not in limited.channel.texts()[-1]


async def test_others_are_answered_beside_a_flood(limited):
    await flood(limited, 50)
    await flood(limited, 1, "xin chào", who="binh")
    assert limited.channel.texts("binh")


@pytest.mark.parametrize(
    "cry",
    ["tai nạn ở xã Tân Lập, 1 người gãy chân", "co nguoi nga gian giao bat tinh", "cứu với, cháy có người"],
)
async def test_an_emergency_is_answered_and_so_is_its_talk(limited, cry):
    await flood(limited, 40)
    before = answers(limited)
    await flood(limited, 1, cry)
    assert answers(limited) > before
    assert TOO_MANY not in limited.channel.texts()[-1]
    before = answers(limited)
    await flood(limited, 1, "1")
    assert answers(limited) > before
    assert limited.rows("SELECT count(*) FROM conversations WHERE flows LIKE '%report_accident%'") == [(1,)]


async def test_the_number_of_the_button_begins_a_report_in_a_flood_too(limited):
    await flood(limited, 25, "menu")
    menu = next(message for chat, message in limited.channel.sent if message.choices)
    place = [choice.payload for choice in menu.choices].index("report:accident")
    before = answers(limited)
    await flood(limited, 1, str(place + 1))
    assert answers(limited) > before
    assert limited.rows("SELECT count(*) FROM conversations WHERE flows LIKE '%report_accident%'") == [(1,)]


async def test_words_under_a_picture_are_heard_in_a_flood_too(limited):
    await flood(limited, 25)
    before = answers(limited)
    picture = replace(limited.message("tai nạn ở xã Tân Lập, 1 người gãy chân"), kind=InboundKind.PHOTO)
    await limited.app.intake.receive(picture)
    await limited.settle()
    assert answers(limited) > before


async def test_where_no_limit_is_set_all_are_answered(core):
    await flood(core, 60)
    assert answers(core) >= 60
