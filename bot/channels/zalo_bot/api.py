"""The Zalo Bot API as calls over HTTP: POST and JSON, the token in the path, `{"ok", "result"}` in the answer.

The token is in every address, so no address and no library's own error text ever leaves this module.
"""

from typing import Any

import aiohttp
from pydantic import SecretStr

from bot.channels.base import ChannelProblemError
from bot.channels.posted import json_of
from bot.channels.zalo.http import Http

API_BASE = "https://bot-api.zaloplatforms.com"
CALL_SECONDS = 20.0
IDLE, UNAUTHORIZED, NOT_FOUND, TOO_MANY = 408, 401, 404, 429
WORDS = 200


class Failure(Exception):  # noqa: N818 - not every failure is an error: 408 is an idle poll
    """A call that did not work: the platform's code (0 where it never answered) and words.

    `left` tells that the request went out and nobody can say what became of it.
    """

    def __init__(self, code: int, words: str, *, left: bool = False) -> None:
        super().__init__(f"{code} {words}")
        self.code = code
        self.words = words
        self.left = left

    @property
    def wrong_token(self) -> bool:
        """Whether the platform does not know our token (an unknown path is a token it cannot read)."""
        return self.code in (UNAUTHORIZED, NOT_FOUND)


class Api:
    """Calls of one bot. `account` is the id in front of the token's colon: it outlives a reset of the token."""

    def __init__(self, token: str, api_base: str | None) -> None:
        self._token = SecretStr(token)
        self.base = (api_base or API_BASE).rstrip("/")
        self.http = Http()
        bot_id, colon, _ = token.partition(":")
        self.account = bot_id if colon else "bot"

    async def call(
        self, method: str, body: dict[str, Any] | None = None, *, seconds: float = CALL_SECONDS
    ) -> Any:
        """Call a method and return its `result`; raises Failure."""
        url = f"{self.base}/bot{self._token.get_secret_value()}/{method}"
        timeout = aiohttp.ClientTimeout(total=seconds, sock_connect=5)
        try:
            async with self.http.session().post(
                url, json=body or {}, timeout=timeout, allow_redirects=False
            ) as response:
                return self._result(response.status, await response.text(errors="replace"))
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL) as error:
            raise Failure(0, type(error).__name__) from None
        except (TimeoutError, aiohttp.ClientError) as error:
            raise Failure(0, type(error).__name__, left=True) from None

    def _result(self, status: int, text: str) -> Any:
        """Return the result in an answer; errors come with HTTP 200 as well as 4xx, so `ok` decides."""
        answer = json_of(text)
        if not isinstance(answer, dict) or "ok" not in answer:
            # A gateway spoke, not the bot platform; after a 504 or an empty 200 the call may have been heard.
            raise Failure(status, "not an answer of the bot platform", left=status in (200, 504))
        if answer["ok"]:
            return answer.get("result")
        code = answer.get("error_code")
        words = str(answer.get("description") or "")[:WORDS]
        secret = self._token.get_secret_value()
        raise Failure(code if isinstance(code, int) else status, words.replace(secret, "…"))

    async def close(self) -> None:
        """Let go of the connections."""
        await self.http.close()


def problem_of(failure: Failure) -> ChannelProblemError:
    """Return the plain sentence for a failure of a call that should always work."""
    if failure.wrong_token:
        return ChannelProblemError("zalo-bot-token-wrong")
    if failure.code == TOO_MANY:
        return ChannelProblemError("zalo-bot-quota")
    if failure.code == 0:
        return ChannelProblemError("zalo-bot-unreachable")
    return ChannelProblemError("zalo-bot-refused", problem=f"{failure.code} {failure.words}".strip())
