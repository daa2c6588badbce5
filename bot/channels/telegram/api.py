"""Calls to the Bot API: one door through which every call leaves, and one kind of failure that comes back.

The token is part of every address, so no error of the libraries below is let through: a `Failure` carries the
server's own words, scrubbed. After a 429 the door stays shut until `retry_after` has passed, but
never for listening: what was sent too fast must not make us deaf.
"""

import asyncio
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.methods import GetUpdates, TelegramMethod
from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout, ConnectionTimeoutError

from bot.channels.base import ChannelProblemError
from bot.channels.posted import json_of

CONNECT_SECONDS = 10.0
CALL_SECONDS = 20.0
FETCH_SECONDS = 60.0
DOWNLOAD_LIMIT = 20 * 1024 * 1024
LONGEST_PAUSE = 24 * 3600.0
"""However long a server asks us to wait, we ask again a day later: what is to be sent must not be lost for years."""
CHUNK = 64 * 1024


class Failure(Exception):  # noqa: N818 - it becomes a SendError, a FetchError or a ChannelProblemError
    """A call that did not work. `code` is the server's, 0 where it said nothing.

    `left`: the request may have been taken, nobody can tell. `retry_after`: seconds the server (or, with code
    0, the door) asks for. `moved_to`: the group has this id now.
    """

    def __init__(
        self,
        description: str,
        *,
        code: int = 0,
        left: bool = False,
        retry_after: float | None = None,
        moved_to: int | None = None,
    ) -> None:
        super().__init__(description)
        self.description = description
        self.code = code
        self.left = left
        self.retry_after = retry_after
        self.moved_to = moved_to

    @property
    def wrong_token(self) -> bool:
        """Whether the server does not know our token (404 is its answer to one of a wrong shape)."""
        return self.code in (HTTPStatus.UNAUTHORIZED, HTTPStatus.NOT_FOUND)


def problem_of(failure: Failure) -> ChannelProblemError:
    """Return the plain sentence for a failure of a call that should always work."""
    if failure.wrong_token:
        return ChannelProblemError("telegram-token-wrong")
    if failure.code == HTTPStatus.CONFLICT:
        webhook = "webhook" in failure.description.lower()
        return ChannelProblemError("telegram-webhook-set" if webhook else "telegram-second-poller")
    if failure.code and failure.code < HTTPStatus.INTERNAL_SERVER_ERROR:
        return ChannelProblemError("telegram-refused", problem=failure.description)
    return ChannelProblemError("telegram-unreachable")


class _Session(AiohttpSession):
    """aiogram's transport with the results as plain JSON: a kind it does not know yet cannot stop us."""

    async def post(self, bot: Bot, method: TelegramMethod[Any], seconds: float) -> Any:
        """Post a method and return its result; raises Failure."""
        session = await self.create_session()
        limits = ClientTimeout(total=seconds, sock_connect=CONNECT_SECONDS)
        try:
            async with session.post(
                self.api.api_url(token=bot.token, method=method.__api_method__),
                data=self.build_form_data(bot, method),
                timeout=limits,
                allow_redirects=False,
            ) as response:
                status, body = response.status, await response.read()
        except (ClientConnectorError, ConnectionTimeoutError) as error:
            raise Failure(type(error).__name__) from None
        except (TimeoutError, ClientError, OSError) as error:
            raise Failure(type(error).__name__, left=True) from None
        return _result(status, body)

    async def close(self) -> None:
        """Close the connections, with aiogram's pause for TLS only where there is TLS."""
        if self.api.base.startswith("https:"):
            await super().close()
        elif self._session is not None:
            await self._session.close()


def _result(status: int, body: bytes) -> Any:
    answer = json_of(body)
    if not isinstance(answer, Mapping) or "ok" not in answer:
        # Not the Bot API speaking but something before it: only a gateway's time-out leaves it open.
        taken = status < HTTPStatus.MULTIPLE_CHOICES or status == HTTPStatus.GATEWAY_TIMEOUT
        raise Failure(f"HTTP {status}", code=status, left=taken)
    if answer["ok"] is True:
        return answer.get("result")
    given = answer.get("parameters")
    parameters = given if isinstance(given, Mapping) else {}
    raise Failure(
        str(answer.get("description", "")),
        code=_whole(answer.get("error_code")) or status,
        retry_after=_pause(parameters.get("retry_after")),
        moved_to=_whole(parameters.get("migrate_to_chat_id")),
    )


def _whole(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def _pause(value: Any) -> float | None:
    """Return the seconds a server asks for; what is no number, or none to wait for, counts as not said."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
        return None
    return float(min(value, LONGEST_PAUSE))


class Api:
    """The Bot API for one token. Raises aiogram's TokenValidationError for a token of a wrong shape."""

    def __init__(self, token: str, base: str | None) -> None:
        server = TelegramAPIServer.from_base(base) if base else PRODUCTION
        self._session = _Session(api=server)
        self._bot = Bot(token, session=self._session)
        self._shut_until = 0.0

    @property
    def bot_id(self) -> int:
        """The bot's own id, which stands in its token."""
        return self._bot.id

    async def call(self, method: TelegramMethod[Any], *, seconds: float = CALL_SECONDS) -> Any:
        """Call a method and return its result as plain JSON; raises Failure."""
        shut = self._shut_until - asyncio.get_running_loop().time()
        if shut > 0 and not isinstance(method, GetUpdates):
            raise Failure("waiting for retry_after", retry_after=shut)
        try:
            return await self._session.post(self._bot, method, seconds)
        except Failure as failure:
            if failure.code == HTTPStatus.TOO_MANY_REQUESTS:
                failure.retry_after = failure.retry_after or 1.0
                self._shut(failure.retry_after)
            failure.description = self._scrubbed(failure.description)
            failure.args = (failure.description,)
            raise

    def _shut(self, seconds: float) -> None:
        until = asyncio.get_running_loop().time() + seconds
        self._shut_until = max(self._shut_until, until)

    def _scrubbed(self, words: str) -> str:
        secret = self._bot.token.partition(":")[2]
        return words.replace(self._bot.token, "<token>").replace(secret, "<token>")

    async def download(self, path: str) -> bytes:
        """Return the bytes of a file the server named; raises Failure (413 where it is too large)."""
        if ".." in path or "://" in path or path.startswith("/"):
            raise Failure("a path of its own", code=HTTPStatus.NOT_FOUND)
        url = self._session.api.file_url(self._bot.token, quote(path))
        session = await self._session.create_session()
        try:
            return await _read(session, url)
        except (TimeoutError, ClientError, OSError) as error:
            raise Failure(type(error).__name__) from None

    async def close(self) -> None:
        """Let go of the connections; a later call opens new ones."""
        await self._session.close()


async def _read(session: ClientSession, url: str) -> bytes:
    limits = ClientTimeout(total=FETCH_SECONDS, sock_connect=CONNECT_SECONDS)
    async with session.get(url, timeout=limits, allow_redirects=False) as response:
        if response.status != HTTPStatus.OK:
            raise Failure(f"HTTP {response.status}", code=response.status)
        found = bytearray()
        async for chunk in response.content.iter_chunked(CHUNK):
            found += chunk
            if len(found) > DOWNLOAD_LIMIT:
                raise Failure("larger than 20 MB", code=HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        return bytes(found)
