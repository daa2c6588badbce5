"""Our channel against crabline, a Bot API server nobody here wrote: words in, words out."""

import json

import pytest

from bot.channels.base import RefusedError
from tests.bot.channels.telegram.conftest import Line, until
from tests.servers import crabline

pytestmark = [pytest.mark.npm, pytest.mark.xdist_group("npm")]


async def test_a_conversation_through_a_server_of_others(tmp_path):
    async with crabline.running("telegram", tmp_path) as peer:
        line = Line(None, base=peer.base, token=peer.token)
        await line.channel.check()
        async with line.listening():
            await peer.says("tai nạn ở cầu Tân Lập")
            first = await line.hear()
            sent = await line.send(
                "Mấy người bị thương?", ("a:none", "Chưa rõ"), step=(1, 3), to=first.address
            )
            await peer.says("2 người")
            second = await line.hear(2)
            await line.send("Một câu có dấu chấm. " * 300, to=first.address)
        assert (first.text, second.text) == ("tai nạn ở cầu Tân Lập", "2 người")
        assert first.address == second.address
        assert first.address.private
        assert first.key != second.key
        assert sent.platform_key
        assert line.channel.problem is None
        written = json.dumps(peer.recorded(), ensure_ascii=False)
        assert "(1/3) Mấy người bị thương?" in written
        await line.channel.close()


async def test_it_refuses_what_we_never_send(tmp_path):
    async with crabline.running("telegram", tmp_path) as peer:
        line = Line(None, base=peer.base, token=peer.token)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("bot.channels.telegram.outgoing.TEXT_UNITS", 10_000)
            with pytest.raises(RefusedError, match="too long"):
                await line.send("a" * 5000)
        await line.channel.close()


async def test_a_second_poller_is_seen_there_too(tmp_path):
    async with crabline.running("telegram", tmp_path) as peer:
        one, two = (Line(None, base=peer.base, token=peer.token) for _ in range(2))
        async with one.listening(), two.listening():
            await until(lambda: one.channel.problem or two.channel.problem)
            found = one.channel.problem or two.channel.problem
            assert found.key == "telegram-second-poller"
        await one.channel.close()
        await two.channel.close()
