"""Renewing the pair of tokens: the call, what its answer means, and who tells the operator."""

import asyncio
import re
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.channels.base import ChannelProblemError
from bot.channels.zalo.http import Answer, Http, NoAnswerError, NotReachedError
from bot.channels.zalo_oa.settings import ZaloSettings
from bot.channels.zalo_oa.tokens import LEASE, Busy, Claim, Pair, TokenStore
from bot.clock import Clock

log = structlog.get_logger(__name__)

PATH = "/v4/oa/access_token"
LONGEST_LIFE = 90 * 24 * 3600  # as long as a refresh token: no access token outlives that, whatever is said
SHORT_LIFE = 3600  # where the answer does not say: older pages know one hour
STORM, STORM_TIME = 3, timedelta(minutes=10)
SOON = timedelta(seconds=30)
PATIENCE = 60.0  # an answer that is only late must not be lost by hanging up
WAIT = 20.0  # what a message waits for a renewal; it goes on without the message


@dataclass(frozen=True, slots=True)
class Rotated:
    """Zalo gave the next pair."""

    refresh: str = field(repr=False)
    access: str = field(repr=False)
    seconds: int


@dataclass(frozen=True, slots=True)
class Refused:
    """Zalo will never take this refresh token, or this application's secret."""

    reason: str


@dataclass(frozen=True, slots=True)
class Later:
    """Nothing came of it; `unsure` where Zalo may have rotated all the same."""

    reason: str
    unsure: bool


Outcome = Rotated | Refused | Later


class TokenUnavailableError(Exception):
    """There is no access token at present; `after` says when to ask again."""

    def __init__(self, problem: str, after: timedelta) -> None:
        super().__init__(problem)
        self.after = after


def outcome_of(answer: Answer) -> Outcome:
    """Return what an answer of the token endpoint means; a failure too may come with HTTP 200.

    A pair is one only where both tokens are plain words. Zalo documents no code of a refused
    refresh, so everything it says but "too often" and its own faults counts as one.
    """
    data = answer.data
    if answer.status in (408, 429) or answer.status >= 500:
        return Later(f"http_{answer.status}", unsure=answer.status >= 500)
    if data is None:
        return Later("no_json", unsure=True)
    refresh, access = data.get("refresh_token"), data.get("access_token")
    if answer.status == 200 and _word(refresh) and _word(access) and answer.error == 0:
        return Rotated(str(refresh), str(access), _seconds(data))
    if answer.error == -32:
        return Later("rate_limit", unsure=False)
    return Refused(_reason(data))


def _word(value: Any) -> bool:
    """Whether a value can be a token: it must go into a header, and through a digest."""
    return isinstance(value, str) and re.fullmatch(r"[!-~]+", value) is not None


def _seconds(data: Mapping[str, Any]) -> int:
    """Return how long the access token lives; `expires_in` is a string."""
    text = str(data.get("expires_in", ""))
    seconds = int(text) if re.fullmatch(r"[0-9]{1,9}", text) else 0
    return min(seconds, LONGEST_LIFE) or SHORT_LIFE


def _reason(data: Mapping[str, Any]) -> str:
    """Return Zalo's name or number of the failure; its sentences might quote a token."""
    code = data.get("error")
    if isinstance(code, int) and code:
        return str(code)
    name = data.get("error_name")
    known = isinstance(name, str) and len(name) <= 40 and name.replace("_", " ").replace(" ", "").isalpha()
    return str(name) if known else "no_tokens"


class TokenKeeper:
    """Gives a working access token, and the sentence that says why there is none."""

    def __init__(self, settings: ZaloSettings, tokens: TokenStore, clock: Clock, http: Http) -> None:
        self._settings = settings
        self._tokens = tokens
        self._clock = clock
        self._http = http
        self._pair: Pair | None = None
        self._renewing: asyncio.Task[Pair] | None = None
        self._renewals: deque[datetime] = deque(maxlen=STORM)
        self._refused = ""
        self.problem: ChannelProblemError | None = None

    async def start(self) -> None:
        """Take what the settings give, and get a first access token; a failure is kept as `problem`."""
        await self._tokens.import_given()
        await self.tend()

    async def tend(self) -> None:
        """Renew the pair where it is time; what goes wrong is logged and kept as `problem`."""
        self._pair = await self._tokens.load()
        if self._pair is None:
            self.problem = ChannelProblemError("zalo-token-missing")
        elif self._pair.due(self._clock.now()):
            try:
                await self._renewed()
            except TokenUnavailableError as error:
                log.debug("zalo_oa_refresh_waits", why=str(error))
        else:
            self.problem = None

    async def access(self, refused: str | None = None) -> str:
        """Return an access token, another than `refused`; raises TokenUnavailableError."""
        now = self._clock.now()
        if self._pair is None or not self._pair.usable(now) or self._pair.access == refused:
            self._pair = await self._tokens.load()
        if self._pair is not None and self._pair.usable(now) and self._pair.access != refused:
            return self._pair.access
        if len(self._renewals) == STORM and now - self._renewals[0] < STORM_TIME:
            raise TokenUnavailableError("renewed too often", STORM_TIME)
        try:
            async with asyncio.timeout(WAIT):
                return (await self._renewed()).access
        except TimeoutError:
            raise TokenUnavailableError("the renewal takes long", SOON) from None

    async def finish(self) -> None:
        """Wait for a renewal under way: an answer on its way to us must not be dropped."""
        if self._renewing is not None and not self._renewing.done():
            await asyncio.wait([self._renewing], timeout=LEASE.total_seconds())

    async def _renewed(self) -> Pair:
        """Renew once, however many ask; the one who asked may be cancelled, the renewal is not."""
        if self._renewing is None or self._renewing.done():
            self._renewing = asyncio.create_task(self._renew(), name="zalo-oa-refresh")
            self._renewing.add_done_callback(lambda task: task.cancelled() or task.exception())
        return await asyncio.shield(self._renewing)

    async def _renew(self) -> Pair:
        claim = await self._tokens.claim()
        if claim is None:
            self.problem = ChannelProblemError("zalo-token-missing")
            raise TokenUnavailableError("no refresh token", STORM_TIME)
        if isinstance(claim, Busy):
            wait = max(claim.until - self._clock.now(), timedelta(seconds=1))
            raise TokenUnavailableError("another process renews", wait)
        if claim.digest == self._refused:  # said once; tried again after a start, or with another token
            await self._tokens.give_back(claim, unsure=False)
            raise TokenUnavailableError("refused before", STORM_TIME)
        outcome = await self._ask(claim.refresh)
        unsure = claim.unsure
        if isinstance(outcome, Later) and outcome.unsure:
            # At once again: had Zalo rotated, this is refused, and the operator knows now rather than tonight.
            unsure = True
            outcome = await self._ask(claim.refresh)
        if isinstance(outcome, Rotated):
            return await self._keep(claim, outcome)
        await self._failed(claim, outcome, unsure=unsure)
        raise TokenUnavailableError("the refresh failed", SOON)

    async def _ask(self, refresh: str) -> Outcome:
        s = self._settings
        form = {"refresh_token": refresh, "app_id": s.app_id, "grant_type": "refresh_token"}
        try:
            answer = await self._http.request(
                "POST",
                s.oauth_base + PATH,
                headers={"secret_key": s.app_secret},
                data=form,
                patience=PATIENCE,
            )
        except NotReachedError as error:
            return Later(str(error), unsure=False)
        except NoAnswerError as error:
            return Later(str(error), unsure=True)
        return outcome_of(answer)

    async def _keep(self, claim: Claim, new: Rotated) -> Pair:
        """Commit before use, as often as it takes: what Zalo gave exists nowhere else."""
        pause = 0.1
        while True:
            try:
                pair = await self._tokens.commit(claim, new.refresh, new.access, new.seconds)
                break
            except Exception as error:  # noqa: BLE001 - whatever it is, giving up would lose the pair
                log.error("zalo_oa_tokens_not_kept", problem=type(error).__name__)  # noqa: TRY400 - no parameters in a log
                await asyncio.sleep(pause)
                pause = min(pause * 2, 2.0)
        if pair is None:
            log.warning("zalo_oa_refresh_overtaken")
            raise TokenUnavailableError("another token was given meanwhile", SOON)
        self._pair, self._refused, self.problem = pair, "", None
        self._renewals.append(self._clock.now())
        log.info("zalo_oa_refreshed")
        return pair

    async def _failed(self, claim: Claim, outcome: Refused | Later, *, unsure: bool) -> None:
        await self._tokens.give_back(claim, unsure=unsure)
        if isinstance(outcome, Later):
            log.warning("zalo_oa_refresh_unanswered", reason=outcome.reason, unsure=unsure)
            self.problem = ChannelProblemError("zalo-unreachable")
            return
        self._refused = claim.digest
        key = "zalo-token-lost" if unsure else "zalo-token-refused"
        self.problem = ChannelProblemError(key, reason=outcome.reason)
        log.error("zalo_oa_refresh_failed", reason=outcome.reason, lost=unsure)
