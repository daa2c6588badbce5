"""Our channel against crabline, a Zalo Bot server nobody here wrote; at the end with the whole program behind."""

import asyncio
from contextlib import suppress

import pytest

from bot.bootstrap import Parts, build
from bot.channels.base import ChannelProblemError
from bot.channels.zalo_bot.channel import ZaloBotChannel
from bot.clock import LiveClock
from messages.envelope import Choice, OutFile
from tests.bot.channels.zalo_bot.conftest import Line
from tests.servers import crabline

pytestmark = [pytest.mark.npm, pytest.mark.xdist_group("npm")]


@pytest.fixture
async def peer(tmp_path):
    async with crabline.running("zalo", tmp_path) as running:
        yield running


def _said(peer):
    """Return the texts it took from us, in order."""
    return [entry["body"]["text"] for entry in peer.recorded() if entry["path"].endswith("/sendMessage")]


async def test_words_in_and_words_out(peer):
    line = Line(peer, token=peer.token)
    await line.channel.check()
    async with line.listening():
        await peer.says("tai nạn ở cầu Tân Lập", senderId="7")
        await line.until(lambda: len(line.kept) == 1)
        to = line.kept[0].address
        sent = await line.send("Đúng không?", to=to, choices=(Choice("y", "Đúng"), Choice("n", "Sửa")))
        await peer.says("@bot.crabline 2", chatId="nhom-1", senderId="7", chatType="GROUP")
        await line.until(lambda: len(line.kept) == 2)
        assert line.channel.problem is None
    assert to.private
    assert sent.platform_key
    assert _said(peer) == ["Đúng không?\n1. Đúng\n2. Sửa"]
    group = line.kept[1]
    assert (group.address.chat, group.address.sender) == ("nhom-1", "7")
    await line.channel.close()


async def test_a_picture_goes_by_its_address(peer):
    line = Line(peer, token=peer.token, picture=lambda _key, _file: "https://baoan.example/files/x")
    async with line.listening():
        await peer.says("menu", senderId="7")
        await line.until(lambda: len(line.kept) == 1)
        photo = OutFile(1, "cau.jpg", "image/jpeg")
        sent = await line.send("Ảnh hiện trường.", to=line.kept[0].address, files=(photo,))
    assert sent.platform_key
    [body] = [entry["body"] for entry in peer.recorded() if entry["path"].endswith("/sendPhoto")]
    assert (body["photo"], body["caption"]) == ("https://baoan.example/files/x", "Ảnh hiện trường.")
    await line.channel.close()


async def test_the_webhook_is_set_posted_to_and_taken_away_again(peer):
    received = []

    async def answer(reader, writer):
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        headers = dict(row.split(": ", 1) for row in head.split("\r\n")[1:] if ": " in row)
        length = next(int(value) for name, value in headers.items() if name.lower() == "content-length")
        status = await line.channel.webhook(headers, await reader.readexactly(length))
        received.append(status)
        writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".encode())
        await writer.drain()
        writer.close()

    site = await asyncio.start_server(answer, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{site.sockets[0].getsockname()[1]}"
    line = Line(peer, "webhook", token=peer.token, public_url=url)
    async with site:
        await line.channel.open(line.receive)
        await peer.says("menu", senderId="7")
    assert received == [200]
    assert line.kept[0].text == "menu"
    poller = Line(peer, token=peer.token)
    with pytest.raises(ChannelProblemError, match="zalo-bot-webhook-elsewhere"):
        await poller.channel.check()
    await poller.channel.open(poller.receive)
    await poller.channel.check()
    for one in (line, poller):
        await one.channel.close()


async def test_an_accident_is_reported_through_a_server_of_others(peer, tmp_path):
    clock = LiveClock()
    channel = ZaloBotChannel(
        peer.token, api_base=peer.base, mode="polling", public_url=None, webhook_secret=None, clock=clock
    )
    app = build(
        Parts(f"sqlite:///{tmp_path / 'b.db'}", tmp_path, clock, office="Sở Nội vụ"), lambda _store: [channel]
    )
    await channel.open(app.intake.receive)
    polling = asyncio.create_task(channel.run())
    try:
        for number, text in enumerate(("tai nan o cong truong cau tan lap", "2 ng, 1 ng chet roi"), 1):
            await peer.says(text, senderId="7")
            async with asyncio.timeout(5):
                while len(_said(peer)) < number * 2:
                    await app.settle()
                    await asyncio.sleep(0.01)
    finally:
        polling.cancel()
        with suppress(asyncio.CancelledError):
            await polling
        await channel.close()
        app.close()
    said = _said(peer)
    assert said[0].startswith("🔴")
    assert any("\na. " in text for text in said)  # a number is asked for: the other answers carry letters
