"""A message that raises holds back its own conversation only, and never disappears."""

import pytest

from handlers import router

BOOM = "nổ"


@pytest.fixture
def fragile(monkeypatch):
    """Make the router raise on one word, as often as told."""
    left = {"count": 99}
    real = router.handle

    def handle(uow, inbound, source, around, now):
        if inbound.text == BOOM and left["count"] > 0:
            left["count"] -= 1
            uow.meta.put("half", "written")
            raise ZeroDivisionError
        real(uow, inbound, source, around, now)

    monkeypatch.setattr(router, "handle", handle)
    return left


async def test_every_message_is_answered_in_order(core):
    for text in ("xin chào", "trợ giúp", "menu"):
        await core.say(text)
    await core.settle()
    assert core.rows("SELECT state, count(*) FROM inbox GROUP BY state") == [("done", 3)]
    assert len(core.channel.texts()) >= 3


async def test_others_go_on_beside_a_failing_message(core, fragile):
    fragile["count"] = 99
    await core.say(BOOM, who="an")
    await core.say("xin chào", who="binh")
    await core.settle()
    assert core.channel.texts("binh")
    assert core.rows("SELECT state FROM inbox ORDER BY id") == [("set_aside",), ("done",)]
    assert core.rows("SELECT count(*) FROM meta WHERE name = 'half'") == [(0,)]
    assert any("vẫn được giữ" in text for text in core.channel.texts("an"))


async def test_what_follows_in_the_conversation_waits_for_the_failing_one(core, fragile):
    fragile["count"] = 1
    await core.say(BOOM)
    await core.say("trợ giúp")
    await core.settle()
    assert core.rows("SELECT state FROM inbox ORDER BY id") == [("done",), ("done",)]


async def test_an_operator_sees_what_was_set_aside(core, fragile):
    fragile["count"] = 99
    await core.say(BOOM)
    await core.settle()
    with core.app.store.database.reading() as uow:
        assert [(problem) for _, _, problem in uow.inbox.set_aside()] == ["ZeroDivisionError"]
