"""Telephones of five kinds: each says words and answers choices as people do on its platform."""

import asyncio
import itertools
import re

from tests.servers.zalo_oa import to_url

SECONDS = 10.0


class Device:
    """What came since the last time we spoke, and how to speak; `NAME` is the channel's name in the database."""

    NAME = ""

    def __init__(self):
        self.read = 0
        self.ways = set()  # how choices were answered

    async def messages(self):
        """Return everything shown so far as (text, choices); a choice is (label, how, what is sent for it)."""
        raise NotImplementedError

    async def send(self, how, what):
        raise NotImplementedError

    async def say(self, text):
        """Say words and return what came back, up to the next question."""
        return await self._speak("words", text)

    async def pick(self, label):
        """Answer the open question by the choice with this label, as the platform does it."""
        return await self._speak(*await self._choice(label))

    async def _choice(self, label):
        shown = await self.messages()
        choices = next(choices for _, choices in reversed(shown) if choices)
        how, what = next((how, what) for given, how, what in choices if given == label)
        self.ways.add(how)
        return how, what

    async def begin(self, label, words):
        """Pick a choice and return what came back once these words are in it."""
        how, what = await self._choice(label)
        self.read = len(await self.messages())
        await self.send(how, what)
        return await self.hears(words)

    async def _speak(self, how, what):
        self.read = len(await self.messages())
        await self.send(how, what)
        return await self._new(lambda text, choices: choices or "Đã ghi đủ" in text)

    async def hears(self, words):
        """Return what came since we last spoke, once these words are in it."""
        return await self._new(lambda text, _choices: words in text)

    async def _new(self, is_it):
        async with asyncio.timeout(SECONDS):
            while True:
                new = (await self.messages())[self.read :]
                if any(is_it(text, choices) for text, choices in new):
                    return new
                await asyncio.sleep(0.01)


def written(text):
    """Return the choices that stand as lines in a text, each answered by its mark."""
    found = re.findall(r"^(\w{1,2})\. (.+)$", text, re.MULTILINE)
    return [(label, "mark", mark) for mark, label in found]


class Console(Device):
    """The terminal: choices in brackets on one line."""

    NAME = "console"

    def __init__(self, terminal, app, shown):
        super().__init__()
        self.terminal, self.app, self.shown = terminal, app, shown

    async def messages(self):
        heard = [line.removeprefix("< ") for line in self.shown if line.startswith("< ")]
        return [(line, self._choices(line)) for line in heard]

    def _choices(self, line):
        if not line.startswith("["):
            return []
        return [(label.strip(), "mark", mark) for mark, label in re.findall(r"\[(\w{1,2})\] ([^\[]+)", line)]

    async def send(self, _how, what):
        await self.terminal.say(self.app, what)


class WebChat(Device):
    """The page: one POST for each thing, choices by payload."""

    NAME = "webchat"

    def __init__(self, client):
        super().__init__()
        self.client = client
        self.log = []
        self.seen = 0
        self.keys = itertools.count()

    async def messages(self):
        answer = (await self.client.get("/chat/messages", params={"after": self.seen})).json()
        self.seen = answer["next"]
        for one in answer["messages"]:
            if one["direction"] == "out":
                choices = [(c["label"], "payload", (c["payload"], one["seq"])) for c in one["choices"]]
                self.log.append((one["text"], choices))
        return self.log

    async def send(self, how, what):
        body = {"key": f"page-key-{next(self.keys):04d}", "kind": "text", "text": what}
        if how == "payload":
            body |= {"kind": "choice", "text": "", "choice": what[0], "message": what[1]}
        (await self.client.post("/chat/messages", json=body)).raise_for_status()


class Telegram(Device):
    """Inline buttons are tapped, the buttons of a reply keyboard say their label."""

    NAME = "telegram"

    def __init__(self, server, who=7):
        super().__init__()
        self.server, self.who = server, who

    async def messages(self):
        return [
            (message.get("text") or message.get("caption", ""), self._choices(self._markup(message), message))
            for message in self.server.sent
            if message["chat"]["id"] == self.who
        ]

    def _markup(self, message):
        return self.server.markups[self.who, message["message_id"]]

    def _choices(self, markup, message):
        inline = [button for row in markup.get("inline_keyboard", []) for button in row]
        below = [button for row in markup.get("keyboard", []) for button in row]
        return [(b["text"], "tap", (message, b["callback_data"])) for b in inline] + [
            (b["text"], "keyboard", b["text"]) for b in below
        ]

    async def send(self, how, what):
        if how == "tap":
            self.server.taps(*what, who=self.who)
        else:
            self.server.says(what, who=self.who)


class ZaloOA(Device):
    """A button comes back as words of ours; what did not fit into buttons is answered by its mark."""

    NAME = "zalo-oa"

    def __init__(self, zalo, base, user="246845883529197922"):
        super().__init__()
        self.zalo, self.user = zalo, user
        self.post = to_url(f"{base}/webhooks/zalo-oa")

    async def messages(self):
        return [self._shown(body["message"]) for who, body in self.zalo.sent if who == self.user]

    def _shown(self, message):
        buttons = message.get("attachment", {}).get("payload", {}).get("buttons", [])
        text = message.get("text", "")
        shown = [(b["title"], "button", b["payload"]) for b in buttons]
        titles = {
            title for title, _, _ in shown
        }  # what does not fit into buttons stands as lines, with the others
        return text, [*shown, *(choice for choice in written(text) if choice[0] not in titles)]

    async def send(self, _how, what):
        event = self.zalo.event("user_send_text", self.user, {"text": what})
        assert await self.zalo.deliver(self.post, event) == [200]


class ZaloBot(Device):
    """Choices are lines, answered by their mark."""

    NAME = "zalo-bot"

    def __init__(self, server):
        super().__init__()
        self.server = server

    async def messages(self):
        return [(text, written(text)) for chat, text in self.server.sent if chat == "an"]

    async def send(self, _how, what):
        self.server.arrive(text=what)


__all__ = ["Console", "Device", "Telegram", "WebChat", "ZaloBot", "ZaloOA"]
