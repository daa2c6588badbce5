"""Calls to the OA and business hosts: the token in its header, a refused one renewed once, errors by type."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import structlog

from bot.channels.base import (
    ChannelProblemError,
    RefusedError,
    RetryLaterError,
    SendError,
    UnknownOutcomeError,
)
from bot.channels.zalo.http import Answer, Http, NoAnswerError, NotReachedError
from bot.channels.zalo_oa.codes import OA_CODES, Code, Do, error_for, meaning, problem_for
from bot.channels.zalo_oa.oauth import TokenKeeper, TokenUnavailableError

log = structlog.get_logger(__name__)

PAUSE = timedelta(seconds=30)
MINUTE = timedelta(minutes=1)

Body = Callable[[], dict[str, Any]]
"""Makes the arguments of a request anew: a form can be sent only once."""


def nothing() -> dict[str, Any]:
    """Return the arguments of a request without a body."""
    return {}


class Api:
    """Asks Zalo on behalf of the OA; `problem` is what the last calls left for the operator, if anything."""

    def __init__(self, keeper: TokenKeeper, http: Http) -> None:
        self._keeper = keeper
        self._http = http
        self._problems: dict[bool, ChannelProblemError] = {}  # by whether it is the templates'

    @property
    def problem(self) -> ChannelProblemError | None:
        """Return what somebody must put right; an empty purse for templates is not mended by a chat message."""
        return self._problems.get(False) or self._problems.get(True)

    async def call(
        self,
        method: str,
        url: str,
        body: Body = nothing,
        *,
        sends: bool = False,
        table: Mapping[int, Code] = OA_CODES,
    ) -> Mapping[str, Any]:
        """Return `data` of the answer; raises SendError.

        Where the call `sends` something to a person, a lost answer is an UnknownOutcomeError; else it is
        simply tried later.
        """
        refused: str | None = None
        code = 0
        for _ in range(2):
            token = await self._token(refused)
            answer = await self._ask(method, url, {"access_token": token}, body, sends=sends)
            code = answer.error
            if code == 0:
                return self._well(answer, table)
            if meaning(code, table).do is not Do.REFRESH:
                raise self._failure(code, table)
            log.info("zalo_oa_access_token_refused", code=code)
            refused = token
        raise RetryLaterError("the new access token is refused too", MINUTE, everyone=True, code=str(code))

    async def _token(self, refused: str | None) -> str:
        try:
            return await self._keeper.access(refused)
        except TokenUnavailableError as error:
            raise RetryLaterError(str(error), error.after, everyone=True) from None

    async def _ask(
        self, method: str, url: str, headers: Mapping[str, str], body: Body, *, sends: bool
    ) -> Answer:
        try:
            answer = await self._http.request(method, url, headers=headers, **body())
        except NotReachedError as error:
            raise RetryLaterError(f"Zalo is not reached: {error}", PAUSE, everyone=True) from None
        except NoAnswerError as error:
            raise _lost(str(error), sends=sends) from None
        if answer.status == 429:
            wait = timedelta(seconds=answer.retry_after or 60)
            raise RetryLaterError("too many requests", wait, everyone=True, code="429")
        if answer.data is not None and answer.error != 0:
            return answer
        if answer.status == 503:
            raise RetryLaterError("Zalo is away", PAUSE, everyone=True, code="503")
        if answer.status >= 500 or (answer.status < 300 and answer.data is None):
            raise _lost(f"HTTP {answer.status}", sends=sends)
        if answer.status >= 300:
            raise RefusedError(f"HTTP {answer.status}", code=str(answer.status))
        return answer

    def _well(self, answer: Answer, table: Mapping[int, Code]) -> Mapping[str, Any]:
        self._problems.pop(table is not OA_CODES, None)
        data = (answer.data or {}).get("data")
        return data if isinstance(data, dict) else {}

    def _failure(self, code: int, table: Mapping[int, Code]) -> SendError:
        found = problem_for(code, table)
        if found is not None:
            self._problems[table is not OA_CODES] = found
            log.error("zalo_oa_needs_operator", code=code, problem=found.key)
        return error_for(code, table)


def _lost(problem: str, *, sends: bool) -> SendError:
    return UnknownOutcomeError(problem) if sends else RetryLaterError(problem, PAUSE)
