"""An officer reaches everything that was sent for a case: pictures, voice notes, documents."""

import pytest

from messages.envelope import InboundKind
from storage.tables import outbox


def send_file(world, name, kind, title, mime):
    who = world.uow.people.at(world.address(name)).person_id
    kept = world.uow.attachments.add(
        person_id=who, kind=kind.value, name=title, mime=mime, size=3, digest="00", path="00",
        state="stored", now=world.now,
    )  # fmt: skip
    return world.send(name, kind, attachment=kept)


def shown(world, payload, who="focal"):
    world.tap(who, payload)
    body = world.rows_of(outbox)[-1]["body"]
    return [name for _, name, _ in body["files"]], [payload for payload, _ in body["choices"]]


@pytest.fixture
def kept(world):
    """A case to which its reporter adds pictures, two voice notes and a document."""
    world.say("worker", "có 2 người bị thương ở xã Tân Lập, gọi 0912345678")
    world.say("worker", "1")
    code = world.case().code
    world.say("worker", "hủy")
    world.say("worker", code)
    world.say("worker", "1")
    for _ in range(5):
        world.photo("worker")
    send_file(world, "worker", InboundKind.VOICE, "voice.ogg", "audio/ogg")
    send_file(world, "worker", InboundKind.VOICE, "voice2.ogg", "audio/ogg")
    send_file(world, "worker", InboundKind.FILE, "bien-ban.pdf", "application/pdf")
    world.say("worker", "xong")
    return world


def test_the_page_brings_pictures_voice_notes_and_documents_and_the_rest_is_a_button_away(kept):
    code = kept.case().code
    files, buttons = shown(kept, f"case:open:{code}")
    assert files == ["anh.jpg"] * 4 + ["voice.ogg", "voice2.ogg", "bien-ban.pdf"]
    assert f"case:files:{code}:1" in buttons
    files, buttons = shown(kept, f"case:files:{code}:1")
    assert (files, buttons) == (["anh.jpg"], [])
    assert shown(kept, f"case:files:{code}:2") == ([], [])


def test_nobody_else_opens_them(kept):
    code = kept.case().code
    kept.add("stranger")
    assert "Không thấy vụ" in kept.tap("stranger", f"case:files:{code}:1")[0].text
    assert "chưa được giao quyền" in kept.tap("worker", f"case:files:{code}:1")[0].text
    assert shown(kept, f"case:files:{code}:0", "worker") == ([], [])
    for odd in ("x", "-1", "9999999999", ""):
        assert shown(kept, f"case:files:{code}:{odd}") == ([], [])
