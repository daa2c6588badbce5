"""One HTTP client for the three hosts of Zalo. What it raises never holds a token or an answer's words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.channels.posted import json_of

TIMEOUT = 10.0
CONNECT = 5.0
LONGEST_WAIT = 24 * 3600.0


class NotReachedError(Exception):
    """The request never left."""


class NoAnswerError(Exception):
    """The request left; whether it was heard, nobody can tell."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP status and what the body says; `data` is None where it is no JSON object."""

    status: int
    data: Mapping[str, Any] | None
    retry_after: float | None = None

    @property
    def error(self) -> int:
        """Return Zalo's code, 0 where there is none; it comes with HTTP 200."""
        value = (self.data or {}).get("error") or 0
        try:
            return int(value)
        except (TypeError, ValueError, OverflowError):
            return -1


class Http:
    """A session that is opened at the first request and closed at the end."""

    def __init__(self, timeout: float = TIMEOUT) -> None:
        self._timeout = timeout
        self._session: aiohttp.ClientSession | None = None

    def session(self) -> aiohttp.ClientSession:
        """Return the open session."""
        if self._session is None or self._session.closed:
            # A connection left idle for long is often closed on the other side, and then nobody can tell.
            connector = aiohttp.TCPConnector(keepalive_timeout=10)
            timeout = aiohttp.ClientTimeout(total=self._timeout, sock_connect=CONNECT)
            self._session = aiohttp.ClientSession(connector=connector, timeout=timeout)
        return self._session

    async def close(self) -> None:
        """Close the session."""
        if self._session is not None:
            await self._session.close()

    async def request(
        self,
        method: str,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        patience: float | None = None,
        **body: Any,
    ) -> Answer:
        """Ask and return the answer, waiting `patience` seconds; raises NotReachedError or NoAnswerError."""
        if patience is not None:
            body["timeout"] = aiohttp.ClientTimeout(total=patience, sock_connect=CONNECT)
        try:
            async with self.session().request(
                method, url, headers=headers, allow_redirects=False, **body
            ) as response:
                text = await response.text(errors="replace")
                return Answer(response.status, _object(text), _wait(response.headers.get("Retry-After", "")))
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError) as error:
            raise NotReachedError(type(error).__name__) from None
        except (
            TimeoutError,
            aiohttp.ClientError,
            LookupError,
        ) as error:  # LookupError: a charset nobody knows
            raise NoAnswerError(type(error).__name__) from None


def _wait(seconds: str) -> float | None:
    """Return the seconds of a Retry-After, a day at most; None for a date or nonsense."""
    if not re.fullmatch(r"[0-9]{1,9}", seconds):
        return None
    return min(float(seconds), LONGEST_WAIT)


def _object(text: str) -> Mapping[str, Any] | None:
    found = json_of(text)
    return found if isinstance(found, dict) else None
