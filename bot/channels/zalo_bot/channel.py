"""Zalo Bot as a channel: polling or webhook in, plain text and pictures out (reference/messaging-apis.md B)."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from typing import Literal
from urllib.parse import urlsplit

import structlog

from bot.channels.base import (
    BlockedError,
    Capabilities,
    ChannelProblemError,
    Limits,
    Receive,
    RefusedError,
    RetryLaterError,
    SendError,
    Sent,
    UnknownOutcomeError,
)
from bot.channels.posted import has_secret, json_of
from bot.channels.zalo import media
from bot.channels.zalo_bot import outgoing
from bot.channels.zalo_bot.api import TOO_MANY, Api, Failure, problem_of
from bot.channels.zalo_bot.incoming import NAME
from bot.channels.zalo_bot.listening import Listener
from bot.clock import Clock
from messages.envelope import Address, OutboundMessage, OutFile

log = structlog.get_logger(__name__)

PATH = "/webhooks/zalo-bot"
SECRET_HEADER = "x-bot-api-secret-token"  # noqa: S105 - a header's name
SHORTEST_SECRET, LONGEST_SECRET = 8, 256
SHORTEST_PAUSE, LONGEST_PAUSE = 5.0, 600.0
REMEMBERED = 1000
SOMEBODY_ELSES = "block", "chat not found", "user not found", "not a member", "kicked", "left the group"


class ZaloBotChannel:
    """A bot made in Zalo's Bot Creator. The platform names no rate; its 429 says how fast is too fast."""

    name = NAME
    capabilities = Capabilities(buttons=False, files=False, text_limit=outgoing.TEXT_LIMIT, button_count=0)
    limits = Limits()

    def __init__(
        self,
        token: str,
        *,
        api_base: str | None,
        mode: Literal["polling", "webhook"],
        public_url: str | None,
        webhook_secret: str | None,
        clock: Clock,
        picture: Callable[[str, OutFile], str | None] = lambda _key, _file: None,
    ) -> None:
        if mode == "webhook" and not (public_url and webhook_secret):
            raise ChannelProblemError("channel-webhook-needs")
        if mode == "webhook" and not SHORTEST_SECRET <= len(webhook_secret or "") <= LONGEST_SECRET:
            raise ChannelProblemError("zalo-bot-secret-form")
        if mode == "webhook" and api_base is None and urlsplit(public_url or "").scheme != "https":
            raise ChannelProblemError("zalo-bot-webhook-address", url=public_url or "")
        self.problem: ChannelProblemError | None = None
        self._api = Api(token, api_base)
        self._mode = mode
        self._web = public_url.rstrip("/") if public_url else None
        self._secret = webhook_secret
        self._clock = clock
        self._picture = picture
        self._listener: Listener | None = None
        self._failing: dict[str, float] = {}  # since when there have been only 429s, or only other failures
        self._done: OrderedDict[str, list[str]] = OrderedDict()  # parts that went out, by our key

    def __repr__(self) -> str:
        return f"<ZaloBotChannel {self._api.account} {self._mode}>"

    def _tell(self, problem: ChannelProblemError | None) -> None:
        self.problem = problem

    # Opening

    async def open(self, receive: Receive) -> None:
        """Learn our name, then choose polling or set the webhook; raises ChannelProblemError."""
        names = await self._names()
        if self._listener is None:
            self._listener = Listener(self._api, receive, self._clock, self._tell)
        self._listener.names = names
        if self._mode == "webhook":
            await self._set_webhook()
        elif await self._webhook_url():
            log.warning("zalo_bot_webhook_removed")  # with a webhook set a poll stays silent for ever
            await self._ask("deleteWebhook")
        self.problem = None

    async def _names(self) -> tuple[str, ...]:
        me = await self._ask("getMe")
        found = [me.get(field) for field in ("display_name", "account_name")] if isinstance(me, dict) else []
        return tuple(name for name in found if isinstance(name, str) and name)

    async def _ask(self, method: str, body: dict[str, str] | None = None) -> object:
        try:
            return await self._api.call(method, dict(body or {}))
        except Failure as failure:
            raise problem_of(failure) from None

    async def _set_webhook(self) -> None:
        """Set the webhook; the platform keeps the address even where its own try of it failed."""
        result = await self._ask(
            "setWebhook", {"url": f"{self._web}{PATH}", "secret_token": self._secret or ""}
        )
        verification = result.get("verification") if isinstance(result, dict) else None
        if isinstance(verification, dict) and verification.get("ok") is False:
            hint = str(verification.get("hint") or "?")[:200]
            raise ChannelProblemError("zalo-bot-webhook-unverified", url=f"{self._web}{PATH}", hint=hint)

    async def _webhook_url(self) -> str:
        """Return where updates are posted to, "" for nowhere; a bot that never had a webhook says 404."""
        try:
            info = await self._api.call("getWebhookInfo")
        except Failure as failure:
            if failure.code in (400, 404):
                return ""
            raise problem_of(failure) from None
        return str(info.get("url") or "") if isinstance(info, dict) else ""

    async def check(self) -> None:
        """Try the token, and look where the updates go; raises ChannelProblemError."""
        await self._names()
        url = await self._webhook_url()
        wanted = f"{self._web}{PATH}" if self._mode == "webhook" else ""
        if url and url != wanted:
            raise ChannelProblemError("zalo-bot-webhook-elsewhere", url=url)

    async def close(self) -> None:
        """Let go of the connections."""
        await self._api.close()

    # In

    async def run(self) -> None:
        """Poll until cancelled; with a webhook there is nothing to do."""
        if self._mode == "polling" and self._listener is not None:
            await self._listener.poll()

    async def webhook(self, headers: Mapping[str, str], body: bytes) -> int:
        """Take a posted update: 401 without our secret, 200 once it is kept."""
        if not has_secret(headers, SECRET_HEADER, self._secret):
            return 401
        if self._listener is None:
            return 503
        raw = json_of(body)
        if raw is None:
            return 400
        await self._listener.take(raw)
        return 200

    async def fetch(self, reference: str) -> bytes:
        """Return a file's bytes, 20 MB at most, from Zalo's media hosts or the configured base; raises FetchError."""
        return await media.fetch(self._api.http, reference, (self._api.base,))

    # Out

    async def send(self, address: Address, message: OutboundMessage, key: str) -> Sent:
        """Send all parts; after a failure that is sure, a repeat goes on where this one stopped."""
        parts = list(outgoing.parts_of(message, self._chat_page, partial(self._picture, key)))
        if not parts:
            raise RefusedError("nothing to say")
        done = [] if message.repeated else self._done.pop(key, [])
        while len(done) < len(parts):
            part = parts[len(done)]
            try:
                done.append(await self._send_part(address, part))
            except Failure as failure:
                error = self._what_follows(failure)
                if isinstance(part, outgoing.Picture) and isinstance(error, RefusedError):
                    log.warning("zalo_bot_picture_refused", code=error.code, attachment=part.file.attachment)
                    parts[len(done) : len(done) + 1] = outgoing.in_words(part, self._chat_page)
                    continue
                if done and isinstance(error, RetryLaterError):
                    self._remember(key, done)
                raise error from None
        self._failing.clear()
        self.problem = None if self._mode == "webhook" else self.problem
        return Sent(",".join(done))

    @property
    def _chat_page(self) -> str | None:
        """Where people get what this platform does not carry."""
        return f"{self._web}/chat" if self._web else None

    async def _send_part(self, address: Address, part: outgoing.Part) -> str:
        """Send one part and return what the platform calls it; raises Failure."""
        if isinstance(part, outgoing.Picture):
            body = {"chat_id": address.chat, "photo": part.url, "caption": part.caption}
            result = await self._api.call("sendPhoto", body)
        else:
            result = await self._api.call("sendMessage", {"chat_id": address.chat, "text": part})
        return str(result.get("message_id", "")) if isinstance(result, dict) else ""

    def _remember(self, key: str, done: list[str]) -> None:
        while len(self._done) >= REMEMBERED:
            self._done.popitem(last=False)
        self._done[key] = done

    def _what_follows(self, failure: Failure) -> SendError:
        """Return what follows from a call that failed."""
        words, code = failure.words, str(failure.code or "")
        if failure.left or failure.code == 408:
            return UnknownOutcomeError(words, code=code)
        if failure.wrong_token and not _about_a_chat(words):
            self.problem = problem_of(failure)
            return RetryLaterError(words, self._pause("token"), everyone=True, code=code)
        if failure.code == TOO_MANY:
            # It names no time; the pause doubles for as long as nothing gets through.
            return RetryLaterError(words, self._pause("quota"), everyone=True, code=code)
        if failure.code == 0 or failure.code >= 500:
            return RetryLaterError(words, self._pause("down"), everyone=failure.code == 0, code=code)
        if _about_a_chat(words):
            return BlockedError(words, code=code)
        return RefusedError(words, code=code)

    def _pause(self, why: str) -> timedelta:
        """Return how long to wait: as long as it has been failing for this reason already."""
        now = self._clock.monotonic()
        lasted = now - self._failing.setdefault(why, now)
        return timedelta(seconds=min(max(lasted, SHORTEST_PAUSE), LONGEST_PAUSE))


def _about_a_chat(words: str) -> bool:
    """Whether a refusal speaks of the person or group written to, not of us."""
    said = words.casefold()
    return any(part in said for part in SOMEBODY_ELSES)
