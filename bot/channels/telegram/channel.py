"""Telegram: long polling or a webhook, both keeping an update before it is acknowledged.

`incoming` reads, `outgoing` writes, `listening` and `sending` do it over `api`, the one door to the server. How
fast we send is delivery's business: here a 429 only shuts the door. Source: the Bot API as aiogram knows it.
"""

import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Literal
from urllib.parse import urlsplit

from aiogram.methods import (
    DeleteWebhook,
    GetFile,
    GetMe,
    GetWebhookInfo,
    SetMyCommands,
    SetWebhook,
    TelegramMethod,
)
from aiogram.types import BotCommandScopeChat
from aiogram.utils.token import TokenValidationError

from bot.channels.base import Capabilities, ChannelProblemError, FetchError, Limits, Receive, Sent, Turn
from bot.channels.posted import has_secret, json_of
from bot.channels.telegram import incoming, outgoing
from bot.channels.telegram.api import Api, Failure, problem_of
from bot.channels.telegram.listening import Listener, attempt
from bot.channels.telegram.sending import Load, Sender
from bot.clock import Clock
from handlers import menu
from messages.catalog import DEFAULT_LANGUAGE, LANGUAGES
from messages.envelope import Address, Choice, OutboundMessage

PATH = "/webhooks/telegram"
SECRET_HEADER = "x-telegram-bot-api-secret-token"  # noqa: S105 - the name of a header
FRESH_SECONDS = 600
PORTS = (None, 443, 80, 88, 8443)
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_GONE = (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


async def _at_once(_address: Address) -> None:
    """Wait for nothing: until delivery puts its own turn in."""


class TelegramChannel:
    """The bot on Telegram. Raises ChannelProblemError where the token or the secret cannot be one."""

    name = incoming.NAME
    capabilities = Capabilities(
        buttons=True,
        files=True,
        text_limit=outgoing.TEXT_UNITS,
        button_count=outgoing.BUTTONS,
        label_limit=outgoing.LABEL_LENGTH,
        payload_limit=outgoing.CALLBACK_BYTES - len(outgoing.LASTING),
        asks_location=True,
        asks_contact=True,
    )
    limits = Limits(per_second=30, chat_per_second=1, group_per_minute=20)

    def __init__(
        self,
        token: str,
        *,
        api_base: str | None,
        mode: Literal["polling", "webhook"],
        public_url: str | None,
        webhook_secret: str | None,
        clock: Clock,
        load: Load,
    ) -> None:
        if mode == "webhook" and not (public_url and webhook_secret):
            raise ChannelProblemError("channel-webhook-needs")
        if mode == "webhook" and not _SECRET.fullmatch(webhook_secret or ""):
            raise ChannelProblemError("telegram-secret-form")
        if mode == "webhook" and api_base is None and not _can_be_called(public_url or ""):
            raise ChannelProblemError("telegram-webhook-address", url=public_url or "")
        try:
            self._api = Api(token, api_base)
        except TokenValidationError:
            raise ChannelProblemError("telegram-token-form") from None
        self.problem: ChannelProblemError | None = None
        self.turn: Turn = _at_once
        self._mode = mode
        self._url = f"{(public_url or '').rstrip('/')}{PATH}"
        self._secret = webhook_secret
        self._clock = clock
        self._receive: Receive | None = None
        self._listener: Listener | None = None
        self._sender = Sender(self._api, load, self._next_turn, self._moved, self._tell)

    def __repr__(self) -> str:
        return f"<TelegramChannel {self._api.bot_id} {self._mode}>"

    def _tell(self, problem: ChannelProblemError | None) -> None:
        self.problem = problem

    @property
    def start_link(self) -> str | None:
        """How a link begins that opens the bot and says a word of at most 64 letters; None before opening."""
        name = self._listener.me.username if self._listener else ""
        return f"https://t.me/{name}?start=" if name else None

    # Opening

    async def open(self, receive: Receive) -> None:
        """Learn who we are, choose polling or the webhook, offer the commands; raises ChannelProblemError."""
        me = await self._me()
        self._receive = receive
        if self._listener is None:
            self._listener = Listener(self._api, me, receive, self._clock, self._tell)
        self._listener.me = me
        await self._choose_how_to_listen()
        self.problem = None
        for language in LANGUAGES:
            code = None if language == DEFAULT_LANGUAGE else language
            commands = outgoing.commands(menu.shortcuts_of_strangers(language))
            await attempt(self._api, SetMyCommands(commands=commands, language_code=code))

    async def _me(self) -> incoming.Me:
        me = await self._ask(GetMe())
        return incoming.Me(int(me["id"]), str(me.get("username", "")))

    async def _ask(self, method: TelegramMethod[Any]) -> Any:
        try:
            return await self._api.call(method)
        except Failure as failure:
            raise problem_of(failure) from None

    async def _choose_how_to_listen(self) -> None:
        if self._mode == "polling":
            await self._ask(DeleteWebhook(drop_pending_updates=False))
            return
        webhook = SetWebhook(
            url=self._url,
            secret_token=self._secret,
            allowed_updates=incoming.ALLOWED_UPDATES,
            drop_pending_updates=False,
        )
        try:
            await self._ask(webhook)
        except ChannelProblemError as error:
            if error.key != "telegram-refused":
                raise
            raise ChannelProblemError("telegram-webhook-refused", url=self._url, **error.params) from None

    async def check(self) -> None:
        """Try the token, and look where the updates go; raises ChannelProblemError."""
        await self._me()
        info = await self._ask(GetWebhookInfo())
        url = str(info.get("url") or "")
        if url and (self._mode == "polling" or url != self._url):
            raise ChannelProblemError("telegram-webhook-elsewhere", host=urlsplit(url).hostname or "?")
        age = self._clock.now().timestamp() - int(info.get("last_error_date") or 0)
        if url and age < FRESH_SECONDS:
            problem = str(info.get("last_error_message") or "?")
            raise ChannelProblemError("telegram-webhook-failing", problem=problem)

    async def close(self) -> None:
        """End what is under way politely, then let go of the connections."""
        if self._listener is not None:
            await self._listener.close()
        await self._api.close()

    # In

    async def run(self) -> None:
        """Poll until cancelled; with a webhook there is nothing to do."""
        if self._mode == "polling" and self._listener is not None:
            await self._listener.poll()

    async def webhook(self, headers: Mapping[str, str], body: bytes) -> int:
        """Take a posted update: 401 without our secret, 200 once it is kept."""
        if not has_secret(headers, SECRET_HEADER, self._secret):
            return HTTPStatus.UNAUTHORIZED
        if self._listener is None:
            return HTTPStatus.SERVICE_UNAVAILABLE
        raw = json_of(body)
        if not isinstance(raw, dict):
            return HTTPStatus.BAD_REQUEST
        await self._listener.take(raw)
        return HTTPStatus.OK

    async def fetch(self, reference: str) -> bytes:
        """Return a file's bytes, 20 MB at most, from the configured server only; raises FetchError."""
        try:
            file = await self._api.call(GetFile(file_id=reference))
            return await self._api.download(str(file["file_path"]))
        except KeyError:
            raise FetchError("the server names no path") from None
        except Failure as failure:
            raise FetchError(failure.description, gone=failure.code in _GONE) from None

    # Out

    async def send(self, address: Address, message: OutboundMessage, key: str) -> Sent:
        """Send one message, in several calls where one cannot hold it; raises SendError."""
        return await self._sender.send(address, message, key)

    async def show_menu(self, address: Address, entries: Sequence[Choice]) -> bool:
        """Show a private chat its own command menu; False where that did not work this time."""
        method = SetMyCommands(
            commands=outgoing.commands(entries), scope=BotCommandScopeChat(chat_id=int(address.chat))
        )
        return await attempt(self._api, method)

    async def _next_turn(self, address: Address) -> None:
        await self.turn(address)  # whichever stands there by then

    async def _moved(self, old: str, new: str) -> None:
        if self._listener is not None and self._receive is not None:
            await self._receive(incoming.moved_event(self._listener.me, old, new, self._clock.now()))


def _can_be_called(url: str) -> bool:
    """Whether Telegram itself calls an address; a Bot API server of one's own (`api_base`) may call any."""
    parts = urlsplit(url)
    return parts.scheme == "https" and parts.port in PORTS
