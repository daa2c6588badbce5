"""The seams a platform needs: files yet to be fetched, events with a consequence, groups."""

from bot.channels.base import Capabilities, FetchError, Limits, Sent
from messages.envelope import Address, InboundKind, InboundMessage, RemoteFile


class LiveFake:
    """A platform that holds files."""

    name = "console"
    capabilities = Capabilities(buttons=True, files=True, text_limit=4096)
    limits = Limits()
    problem = None

    def __init__(self, answers):
        self.answers = answers
        self.sent = []

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

    async def fetch(self, _reference):
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def send(self, address, message, key):
        self.sent.append((address, message))
        return Sent(key)


def _live(core, answers):
    channel = LiveFake(answers)
    core.app.channels["console"] = channel
    return channel


def _file(core, key="f1"):
    address = Address("console", "t", "an", "an")
    return InboundMessage(
        address, key, InboundKind.FILE, core.clock.now(), file=RemoteFile("ref-1", "bao-cao.pdf")
    )


async def test_a_file_at_a_platform_gets_its_row_in_the_commit_that_keeps_the_message(core):
    await core.app.intake.receive(_file(core))
    await core.app.intake.receive(_file(core))
    assert core.rows("SELECT state, reference FROM attachments") == [("pending", "ref-1")]
    assert core.rows("SELECT count(*) FROM inbox") == [(1,)]


async def test_it_is_fetched_after_some_tries_and_kept(core):
    channel = _live(core, [FetchError("slow"), b"%PDF-1.7 report"])
    await core.app.intake.receive(_file(core))
    await core.settle()
    core.later(seconds=5)
    await core.settle()
    assert core.rows("SELECT state, mime FROM attachments") == [("stored", "application/pdf")]
    assert channel.answers == []


async def test_a_lost_file_means_asking_again(core):
    channel = _live(core, [FetchError("404", gone=True)])
    await core.app.intake.receive(_file(core))
    await core.settle()
    assert core.rows("SELECT state FROM attachments") == [("lost",)]
    assert any("gửi lại" in message.text for _, message in channel.sent)


async def test_who_blocks_us_is_not_written_to_until_they_come_back(core):
    await core.say("xin chào")
    await core.settle()
    event = InboundMessage(
        Address("console", "t", "an", "an"),
        "e1",
        InboundKind.EVENT,
        core.clock.now(),
        data={"event": "blocked"},
    )
    await core.app.intake.receive(event)
    await core.settle()
    with core.app.store.database.reading() as uow:
        assert uow.people.reach(1) is None
    await core.say("tôi đây")
    await core.settle()
    with core.app.store.database.reading() as uow:
        assert uow.people.reach(1) is not None


async def test_in_a_group_the_sender_speaks_and_notices_stay_private(core):
    await core.say("xin chào")
    group = InboundMessage(
        Address("console", "t", "group-7", "an"), "g1", InboundKind.TEXT, core.clock.now(), text="menu"
    )
    await core.app.intake.receive(group)
    await core.settle()
    assert core.rows("SELECT count(*) FROM people") == [(1,)]
    assert {chat for chat, _ in core.channel.sent} == {"an", "group-7"}
    core.later(minutes=5)
    with core.app.store.database.reading() as uow:
        assert uow.people.reach(1).address.chat == "an"


async def test_a_group_that_moved_is_followed(core):
    group = Address("console", "t", "group-7", "an")
    await core.app.intake.receive(
        InboundMessage(group, "g1", InboundKind.TEXT, core.clock.now(), text="menu")
    )
    await core.settle()
    event = InboundMessage(
        group, "e2", InboundKind.EVENT, core.clock.now(), data={"event": "moved", "to": "group-9"}
    )
    await core.app.intake.receive(event)
    await core.settle()
    assert ("group-9",) in core.rows("SELECT chat FROM addresses")
