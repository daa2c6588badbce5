"""The web chat as a channel: what it shows lies in the chat log, and a waiting page is woken."""

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from bot.channels.base import Capabilities, Sent
from bot.clock import Clock
from bot.store import Store
from messages.envelope import Address, InboundKind, InboundMessage, OutboundMessage
from storage.unit_of_work import UnitOfWork

NAME = "webchat"
ACCOUNT = "web"


def page_key(chat: str, key: str) -> str:
    """Return the inbox key of what a page sent under a key of its own: it holds in this chat only."""
    return f"page:{chat}:{key}"


def record(uow: UnitOfWork, message: InboundMessage, now: datetime) -> None:
    """Write what a person said into the log of their chat; what they did on another page was not said there."""
    if message.kind is InboundKind.ACTION:
        return
    body: dict[str, Any] = {"kind": message.kind.value, "text": message.text or message.data.get("label", "")}
    if message.attachment is not None:
        file = uow.attachments.get(message.attachment)
        if file is not None:
            body["files"] = [[file.id, file.name, file.mime]]
    chat = message.address.chat
    uow.chat_log.add(chat, "in", message.key.removeprefix(page_key(chat, "")), body, now)


class WebChatChannel:
    """Appends to the log of a chat; a repeat with the same key is shown once."""

    name = NAME
    capabilities = Capabilities(buttons=True, files=True, text_limit=100_000)

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._listening: defaultdict[str, set[asyncio.Event]] = defaultdict(set)

    async def send(self, address: Address, message: OutboundMessage, key: str) -> Sent:
        """Append the message; it is on the page once this returns."""
        now = self._clock.now()

        def append(uow: UnitOfWork) -> int | None:
            return uow.chat_log.add(address.chat, "out", key, message.to_json(), now)

        number = await self._store.write(append)
        self.wake(address.chat)
        return Sent(str(number or key))

    def wake(self, chat: str) -> None:
        """Let pages that wait for news of this chat look again."""
        for event in self._listening.get(chat, ()):
            event.set()

    def wake_all(self) -> None:
        """Let every page that waits look again: the program is about to stop."""
        for chat in tuple(self._listening):
            self.wake(chat)

    @contextmanager
    def news(self, chat: str) -> Iterator[asyncio.Event]:
        """Give an event that whatever is appended to the chat from here on sets: listen first, then read."""
        event = asyncio.Event()
        self._listening[chat].add(event)
        try:
            yield event
        finally:
            self._listening[chat].discard(event)
            if not self._listening[chat]:
                del self._listening[chat]
