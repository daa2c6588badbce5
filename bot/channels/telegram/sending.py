"""What goes to Telegram: the parts of a message in order, and what follows when one of them fails."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from datetime import timedelta
from http import HTTPStatus
from random import SystemRandom
from typing import Any

from aiogram.types import ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.channels.base import (
    BlockedError,
    RefusedError,
    RetryLaterError,
    SendError,
    Sent,
    Turn,
    UnknownOutcomeError,
)
from bot.channels.telegram import outgoing
from bot.channels.telegram.api import Api, Failure, problem_of
from bot.channels.telegram.listening import Tell
from messages.envelope import Address, OutboundMessage

Load = Callable[[int], Awaitable[tuple[bytes, str, str]]]
"""Gives an attachment's bytes, name and MIME type; raises FileNotFoundError."""
Moved = Callable[[str, str], Awaitable[None]]
"""Hears that a group's id has changed, from and to."""

SEND_SECONDS = 40.0  # all parts of a message together: less than delivery gives a sending
SHORTEST_RETRY, LONGEST_RETRY = 2.0, 60.0
REMEMBERED = 1000
_UNREACHABLE = re.compile(
    r"chat not found|user not found|peer_id_invalid|bot was (kicked|blocked)|deactivated|"
    r"chat_write_forbidden|have no rights to send|not enough rights to send",
    re.IGNORECASE,
)
_AS_DOCUMENT = re.compile(
    r"voice_messages_forbidden|image_process_failed|photo_(invalid|ext|save)", re.IGNORECASE
)
"""A picture out of shape, or a person who takes no voice notes: the same file goes as a document."""


class Sender:
    """Sends messages; `turn` is awaited before each call after a message's first.

    `tell` hears that the token is refused, and None once something got through again.
    """

    def __init__(self, api: Api, load: Load, turn: Turn, moved: Moved, tell: Tell) -> None:
        self._api = api
        self._load = load
        self._turn = turn
        self._moved = moved
        self._tell = tell
        self._refused = False
        self._down_since: float | None = None
        self._done: dict[str, int] = {}
        self._keyboards: set[str] = set()

    async def send(self, address: Address, message: OutboundMessage, key: str) -> Sent:
        """Send all parts; after a failure that is sure, a repeat goes on where this one stopped."""
        parts = outgoing.parts_of(
            message, address.chat, private=address.private, clear=address.chat in self._keyboards
        )
        if not parts:
            raise RefusedError("nothing to say")
        done = first = 0 if message.repeated else self._done.pop(key, 0)
        sent: Any = {}
        try:
            async with asyncio.timeout(SEND_SECONDS):
                for part in parts[first:]:
                    if done > first:
                        await self._turn(address)
                    sent = await self._call(part, address)
                    done += 1
        except Failure as failure:
            error = await self._failed(failure, address)
            self._remember(key, done, error)
            raise error from None
        except RetryLaterError as error:
            self._remember(key, done, error)
            raise
        except TimeoutError:
            raise UnknownOutcomeError("no answer in time") from None
        self._went_out(address.chat, parts[-1])
        return Sent(str(sent.get("message_id", "")) if isinstance(sent, dict) else "")

    async def _call(self, part: outgoing.Part, address: Address) -> Any:
        if not isinstance(part, outgoing.Upload):
            return await self._api.call(part, seconds=SEND_SECONDS)
        try:
            data, name, mime = await self._load(part.file.attachment)
        except FileNotFoundError:
            raise RefusedError("the file is gone") from None
        try:
            return await self._api.call(outgoing.upload(part, data, name, mime), seconds=SEND_SECONDS)
        except Failure as failure:
            if not _AS_DOCUMENT.search(failure.description):
                raise
        await self._turn(address)
        return await self._api.call(outgoing.document(part, data, name), seconds=SEND_SECONDS)

    def _went_out(self, chat: str, last: outgoing.Part) -> None:
        self._down_since = None
        if self._refused:
            self._refused = False
            self._tell(None)
        markup = last.markup if isinstance(last, outgoing.Upload) else last.reply_markup
        if isinstance(markup, ReplyKeyboardMarkup):
            self._keyboards.add(chat)
        elif isinstance(markup, ReplyKeyboardRemove):
            self._keyboards.discard(chat)

    def _remember(self, key: str, done: int, error: SendError) -> None:
        """Keep how many parts went out; after an unknown outcome all is said again, and marked so."""
        if not done or not isinstance(error, RetryLaterError):
            return
        while len(self._done) >= REMEMBERED:
            self._done.pop(next(iter(self._done)))
        self._done[key] = done

    async def _failed(self, failure: Failure, address: Address) -> SendError:
        """Return what follows from a failure."""
        words, code = failure.description, str(failure.code or "")
        if failure.left:
            return UnknownOutcomeError(words, code=code)
        if failure.moved_to is not None:
            await self._moved(address.chat, str(failure.moved_to))
            return RetryLaterError("the group has moved", timedelta(seconds=SHORTEST_RETRY), code=code)
        if failure.retry_after is not None:
            after = timedelta(seconds=failure.retry_after)
            return RetryLaterError(words, after, everyone=True, code=code)
        if failure.wrong_token:
            self._refused = True
            self._tell(problem_of(failure))
            return RetryLaterError(words, self._outage(), everyone=True, code=code)
        if failure.code == HTTPStatus.FORBIDDEN or _UNREACHABLE.search(words):
            return BlockedError(words, code=code)
        if HTTPStatus.BAD_REQUEST <= failure.code < HTTPStatus.INTERNAL_SERVER_ERROR:
            return RefusedError(words, code=code)
        # A 500 may be this message's own; all else says that the server is away, for everyone.
        everyone = failure.code != HTTPStatus.INTERNAL_SERVER_ERROR
        return RetryLaterError(words, self._outage(), everyone=everyone, code=code)

    def _outage(self) -> timedelta:
        """Return how long to wait: as long as it has been failing already, so that the waits double."""
        now = asyncio.get_running_loop().time()
        self._down_since = now if self._down_since is None else self._down_since
        lasted = max(SHORTEST_RETRY, now - self._down_since)
        return timedelta(seconds=min(lasted, LONGEST_RETRY) * SystemRandom().uniform(1, 1.25))
