"""What hostile or broken input may cost: itself, never the messages, files and jobs of others."""

import asyncio
import io
import struct
import threading
import warnings
import zlib

import pytest
from PIL import Image
from sqlalchemy.exc import OperationalError

from bot import attachments, dispatcher
from bot.channels.base import Capabilities, Limits
from bot.jobs import STALE, TRIES
from bot.spool import Spool
from domain.errors import BadInputError
from handlers import router
from messages.envelope import OWN_KEY, Address, InboundKind, InboundMessage, RemoteFile
from storage.inbox import Inbox

LONE = "\ud800"
AN = Address("console", "t", "an", "an")


# Text that no database keeps


async def test_half_characters_and_zeros_are_replaced_on_the_way_in(core):
    message = InboundMessage(
        AN,
        f"k{LONE}",
        InboundKind.FILE,
        core.clock.now(),
        text=f"a{LONE}\x00b",
        choice=LONE,
        file=RemoteFile("ref", f"{LONE}.pdf"),
        data={LONE: [LONE]},
    )
    await core.app.intake.receive(message)
    [(key, body)] = core.rows("SELECT key, body FROM inbox")
    assert key == "k\ufffd"
    assert "\\ud800" not in body
    assert core.rows("SELECT name FROM attachments") == [("\ufffd.pdf",)]


@pytest.mark.parametrize(("told", "kept"), [(10**99, 2**31 - 1), (-1, 0), (7, 7)])
async def test_no_size_that_is_told_keeps_a_message_out(core, told, kept):
    file = RemoteFile("ref", "../../etc/passwd", size=told)
    await core.app.intake.receive(InboundMessage(AN, "k", InboundKind.FILE, core.clock.now(), file=file))
    assert core.rows("SELECT size, path FROM attachments") == [(kept, "")]


async def test_sound_text_stays_the_very_message(core):
    message = core.message("xin chào 👷")
    assert message.scrubbed() is message


async def test_a_message_that_cannot_be_kept_fails_alone(core, monkeypatch):
    add = Inbox.add

    def fragile(self, message, now):
        if message.text == "bad":
            raise ZeroDivisionError
        return add(self, message, now)

    monkeypatch.setattr(Inbox, "add", fragile)
    texts = ["Có người chết", "bad", "cháy"]
    ended = await asyncio.gather(*(core.say(t, who=t) for t in texts), return_exceptions=True)
    assert [type(one) for one in ended] == [type(None), ZeroDivisionError, type(None)]
    assert core.rows("SELECT count(*) FROM inbox") == [(2,)]


async def test_a_spooled_message_that_cannot_be_kept_holds_up_nobody_and_is_not_lost(
    core, monkeypatch, tmp_path
):
    add = Inbox.add

    def away(_self, _message, _now):
        raise OperationalError("INSERT", {}, Exception("disk gone"))

    def fragile(self, message, now):
        if message.text == "bad":
            raise ZeroDivisionError
        return add(self, message, now)

    monkeypatch.setattr(Inbox, "add", away)
    for text in ("một", "bad", "hai"):
        await core.say(text)
    monkeypatch.setattr(Inbox, "add", fragile)
    await core.say("ba")
    assert core.rows("SELECT count(*) FROM inbox") == [(3,)]
    assert not (tmp_path / "spool.jsonl").exists()
    assert [m.text for m in Spool(tmp_path / "spool.aside.jsonl").waiting()] == ["bad"]


# Keys


async def test_no_channel_can_take_the_key_of_a_result_of_ours(core):
    await core.say("x", key=f"{OWN_KEY}job-1")
    await core.say("x", key="job-1")
    await core.settle()
    with core.app.store.database.transaction() as uow:
        uow.jobs.add("none", {}, person_id=1, reply_to=["console", "t", "an", "an"], now=core.clock.now())
    await core.settle()
    assert core.rows("SELECT kind FROM inbox ORDER BY id") == [("text",), ("text",), ("result",)]


# Jobs whose process died


async def test_a_job_that_kills_its_process_is_given_up_and_the_person_told(core):
    await core.say("xin chào")
    await core.settle()
    with core.app.store.database.transaction() as uow:
        uow.jobs.add(
            "read_plan", {}, person_id=1, reply_to=["console", "t", "an", "an"], now=core.clock.now()
        )
    for _ in range(TRIES):
        with core.app.store.database.transaction() as uow:
            now = core.clock.now()
            assert len(uow.jobs.claim(now, now - STALE)) == 1
        core.later(minutes=11)
    await core.settle()
    assert core.rows("SELECT state, problem FROM jobs") == [("failed", "given-up")]
    assert any("vẫn được giữ" in text for text in core.channel.texts())


async def test_a_job_whose_file_is_gone_fails_at_once(core, tmp_path):
    await core.say("xin chào")
    await core.settle()
    number = await core.app.keep_file(AN, b"%PDF-1.7", kind="file", name="a.pdf")
    for file in (tmp_path / "files").rglob("*"):
        if file.is_file():
            file.unlink()
    with core.app.store.database.transaction() as uow:
        reply_to = ["console", "t", "an", "an"]
        uow.jobs.add(
            "read_plan", {"attachment": number}, person_id=1, reply_to=reply_to, now=core.clock.now()
        )
    await core.settle()
    assert core.rows("SELECT state FROM jobs") == [("failed",)]


# A burst of one person


async def test_a_burst_of_one_person_is_dealt_with_in_small_batches(core, monkeypatch):
    monkeypatch.setattr(dispatcher, "SECONDS_A_BATCH", 99)
    await asyncio.gather(*(core.say(f"tin {n}", who="m") for n in range(30)))
    await core.say("Có người chết", who="victim")
    done = core.app.dispatcher.run_batch()
    assert done == dispatcher.MESSAGES_A_CONVERSATION + 1
    assert core.rows("SELECT state FROM inbox WHERE conversation LIKE '%victim'") == [("done",)]


async def test_the_clock_is_looked_at_after_every_message(core, monkeypatch):
    monkeypatch.setattr(dispatcher, "SECONDS_A_BATCH", -1)
    for n in range(3):
        await core.say(f"tin {n}")
    assert core.app.dispatcher.run_batch() == 1

    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(router, "handle", broken)
    await core.say("tin", who="other")
    assert core.app.dispatcher.run_batch() == 1


# Pictures


def _png(width, height, data=b""):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = (chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(data)), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize("action", ["ignore", "error"])
@pytest.mark.parametrize("side", [5_100, 9_600, 20_000])
def test_a_picture_of_too_many_points_is_refused_before_it_is_drawn(side, action):
    with warnings.catch_warnings():
        warnings.simplefilter(action)
        with pytest.raises(BadInputError) as refused:
            attachments.clean(_png(side, side), "a.png")
    assert refused.value.key == "file-too-large"


def test_a_large_photo_of_a_phone_is_kept_smaller():
    out = io.BytesIO()
    Image.new("RGB", (8_000, 6_000), "red").save(out, "JPEG")
    with Image.open(io.BytesIO(attachments.clean(out.getvalue(), "a.jpg").data)) as kept:
        assert kept.size == (4_000, 3_000)


def test_a_large_progressive_photo_is_refused_because_it_cannot_be_drawn_in_parts():
    out = io.BytesIO()
    Image.new("RGB", (6_000, 5_000), "red").save(out, "JPEG", progressive=True)
    with pytest.raises(BadInputError):
        attachments.clean(out.getvalue(), "a.jpg")


def test_colours_of_a_palette_and_the_way_up_are_kept_and_nothing_else():
    picture = Image.new("RGB", (40, 30), "red").quantize()
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "PhoneMaker"
    out = io.BytesIO()
    picture.save(out, "PNG", exif=exif)
    kept = attachments.clean(out.getvalue(), "a.png").data
    assert b"PhoneMaker" in out.getvalue()
    assert b"PhoneMaker" not in kept
    with Image.open(io.BytesIO(kept)) as drawn:
        assert drawn.size == (30, 40)
        assert drawn.convert("RGB").getpixel((5, 5))[0] > 250


async def test_pictures_are_drawn_one_at_a_time(core, monkeypatch):
    at_once, most = threading.Semaphore(0), []

    def slow(data):
        at_once.release()
        most.append(at_once._value)  # how many are in here now
        threading.Event().wait(0.02)
        at_once.acquire()
        return data

    monkeypatch.setattr(attachments, "_redrawn", slow)
    png = _png(1, 1, b"\0\0\0\0")
    await asyncio.gather(*(core.app.keep_file(AN, png, kind="photo", name="a.png") for _ in range(5)))
    assert most == [1] * 5


# Files that lie with a platform


class Platform:
    """A platform that gives one broken file and sound ones."""

    name = "console"
    capabilities = Capabilities(buttons=True, files=True, text_limit=4096)
    limits = Limits()
    problem = None

    async def open(self, receive):
        raise NotImplementedError

    async def run(self):
        raise NotImplementedError

    async def close(self):
        raise NotImplementedError

    async def webhook(self, headers, body):
        raise NotImplementedError

    async def check(self):
        raise NotImplementedError

    async def send(self, address, message, key):
        raise NotImplementedError

    async def fetch(self, reference):
        if reference == "crash":
            raise ZeroDivisionError
        return _png(20_000, 20_000) if reference == "bomb" else b"%PDF-1.7 report"


async def test_a_file_that_breaks_the_fetcher_is_given_up_and_stops_no_other(core):
    core.app.channels["console"] = Platform()
    for name in ("bomb", "crash", "sound"):
        await core.app.intake.receive(
            InboundMessage(AN, name, InboundKind.FILE, core.clock.now(), file=RemoteFile(name, f"{name}.png"))
        )
    for _ in range(4):
        await core.app.fetcher.run_waiting()
        core.later(minutes=1)
    assert core.rows("SELECT reference, state FROM attachments ORDER BY id") == [
        ("bomb", "lost"),
        ("crash", "lost"),
        (None, "stored"),
    ]
    assert await core.app.fetcher.run_waiting() == 0
