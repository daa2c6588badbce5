"""The Zalo Official Account: webhooks in, consultation messages and templates out, its tokens kept alive.

What is known of Zalo is second-hand (reference/messaging-apis.md A); where sources are in CONFLICT both ways
work: see signature (who signs what), outgoing.with_buttons, incoming (locations) and zbs (hours).
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.channels.base import (
    Capabilities,
    ChannelProblemError,
    Limits,
    Quote,
    Receive,
    RefusedError,
    SendError,
    Sent,
)
from bot.channels.posted import json_of
from bot.channels.zalo import media
from bot.channels.zalo.http import Http
from bot.channels.zalo_oa.api import Api
from bot.channels.zalo_oa.incoming import PAYLOAD_PREFIX, plain, read
from bot.channels.zalo_oa.oauth import TokenKeeper
from bot.channels.zalo_oa.outgoing import BUTTONS, PAYLOAD, TEXT_LIMIT, TITLE, is_anonymous
from bot.channels.zalo_oa.pricing import quote
from bot.channels.zalo_oa.sending import Sender
from bot.channels.zalo_oa.settings import (
    API_BASE,
    BUSINESS_BASE,
    NAME,
    OAUTH_BASE,
    ZaloSettings,
    templates_in,
)
from bot.channels.zalo_oa.signature import SIGNATURE, Keys, matched
from bot.channels.zalo_oa.tokens import TokenStore
from bot.channels.zalo_oa.zbs import Templates
from bot.channels.zalo_oa.zbs_data import stand_in
from bot.clock import Clock
from bot.settings import Settings
from bot.store import Store
from domain.vietnamese.fold import fold
from messages.envelope import Address, OutboundMessage

__all__ = ["NAME", "TokenStore", "ZaloOAChannel", "ZaloSettings", "make_channel"]

log = structlog.get_logger(__name__)

LATE = timedelta(hours=2)  # Zalo's last repeat comes after an hour; later is worth a line, never a refusal
TEND_EVERY = 60.0
OPEN_WAITS = 5.0
NO_API = ("co ban", "tieu chuan", "basic", "standard")
GOVERNMENT = "4"


async def _no_wait(_address: Address) -> None:
    return


class ZaloOAChannel:
    """One Official Account. Opening it never waits long for Zalo: messages come in whatever its tokens do."""

    name = NAME
    capabilities = Capabilities(
        buttons=True,
        files=True,
        text_limit=TEXT_LIMIT,
        button_count=BUTTONS,
        label_limit=TITLE,
        payload_limit=PAYLOAD - len(PAYLOAD_PREFIX),
    )

    def __init__(
        self,
        settings: ZaloSettings,
        *,
        tokens: TokenStore,
        clock: Clock,
        load: Callable[[int], Awaitable[tuple[bytes, str, str]]],
    ) -> None:
        self.limits = Limits(per_minute=settings.rate_per_minute)
        self.turn: Callable[[Address], Awaitable[None]] = _no_wait
        self._settings = settings
        self._clock = clock
        self._http = Http()
        self._keeper = TokenKeeper(settings, tokens, clock, self._http)
        self._api = Api(self._keeper, self._http)
        self._sender = Sender(self._api, settings.api_base, load, self._take_turn)
        self._templates = Templates(settings, self._api, clock)
        self._receive: Receive | None = None
        self._keys = Keys(settings.app_id, settings.oa_id, settings.secret_key, settings.app_secret)
        self._variants: set[str] = set()
        self._own_problem: ChannelProblemError | None = None

    @property
    def problem(self) -> ChannelProblemError | None:
        """Why it does not work at present: the settings, the tokens, or what Zalo last answered."""
        return self._own_problem or self._keeper.problem or self._api.problem

    @problem.setter
    def problem(self, value: ChannelProblemError | None) -> None:
        self._own_problem = value

    async def open(self, receive: Receive) -> None:
        """Take the tokens of the settings and renew the pair where it is due; the webhook is set in Zalo's console.

        Raises ChannelProblemError for missing settings only; what is wrong with the tokens is `problem`.
        """
        self._receive = receive
        self._require_settings()
        try:
            async with asyncio.timeout(OPEN_WAITS):
                await self._keeper.start()
        except TimeoutError:
            log.info("zalo_oa_refresh_goes_on")

    async def run(self) -> None:
        """Keep the tokens fresh until cancelled; people's messages come through `webhook`."""
        while True:
            try:
                await self._keeper.tend()
            except Exception as error:  # noqa: BLE001 - the database may be away; the next round looks again
                log.error("zalo_oa_tokens_untended", problem=type(error).__name__)  # noqa: TRY400 - no parameters in a log
            await asyncio.sleep(TEND_EVERY)

    async def close(self) -> None:
        """Let a renewal under way end, then let go of connections."""
        await self._keeper.finish()
        await self._http.close()

    async def webhook(self, headers: Mapping[str, str], body: bytes) -> int:
        """Take an event: 200 once it is kept or needs no keeping, 401 for a signature or application not ours."""
        lower = {name.lower(): value for name, value in headers.items()}
        if body.strip() == b"{}" and SIGNATURE not in lower:
            return 200  # Zalo tries the address so when it is saved; nothing else unsigned is taken
        event = _object(body)
        variant = matched(lower, body, plain(event.get("timestamp")), self._keys)
        if variant is None or plain(event.get("app_id")) != self._settings.app_id:
            log.warning("zalo_signature_refused", signed=variant is not None, length=len(body))
            return 401
        self._note_variant(variant)
        if self._receive is None:
            return 503
        return await self._take(event, self._receive, lower.get("num_retry", ""))

    async def fetch(self, reference: str) -> bytes:
        """Return a file from Zalo's media hosts; raises FetchError."""
        s = self._settings
        return await media.fetch(self._http, reference, (s.api_base, s.oauth_base, s.business_base))

    async def send(self, address: Address, message: OutboundMessage, key: str) -> Sent:
        """Send a consultation message; raises WindowClosedError where only a template gets through."""
        return await self._sender.send(address, message, key)

    def quote(
        self,
        address: Address,
        message: OutboundMessage,
        about: Mapping[str, Any] | None,
        *,
        silent: timedelta | None,
        now: datetime,
    ) -> Quote:
        """Return what a message would cost: free for 48 hours, billed for 7 days, a template after that."""
        return quote(self._templates, address, message, about, silent=silent, now=now)

    async def send_instead(self, address: Address, about: Mapping[str, Any] | None, key: str) -> Sent:
        """Send the ZBS template that stands for a message about `about`; raises RefusedError where none does."""
        if is_anonymous(address.chat):
            raise RefusedError("who is not signed in gets no template")
        template, data = stand_in(about)
        return await self._templates.send(address, template, data, key)

    async def send_template(
        self, to: Address | str, template: str, data: Mapping[str, str], key: str
    ) -> Sent:
        """Send a ZBS template to an address or a phone number; raises SendError. See zbs for what fills it."""
        return await self._templates.send(to, template, data, key)

    async def check(self) -> None:
        """Try the tokens and the OA; raises ChannelProblemError with what is to be put right."""
        self._require_settings()
        await self._keeper.start()
        if self._keeper.problem is not None:
            raise self._keeper.problem
        try:
            found = await self._api.call("GET", f"{self._settings.api_base}/v2.0/oa/getoa")
        except SendError as error:
            known = self._keeper.problem or self._api.problem
            raise known or ChannelProblemError("zalo-unreachable", code=error.code) from None
        self._judge(found)

    def _judge(self, found: Mapping[str, Any]) -> None:
        """Raise ChannelProblemError for an OA that is another one, not verified, or on a plan without the API."""
        oa, plan = plain(found.get("oa_id")), plain(found.get("package_name"))
        if oa and oa != self._settings.oa_id:
            raise ChannelProblemError("zalo-other-oa", found=oa, wanted=self._settings.oa_id)
        if found.get("is_verified") in (False, "false", 0):
            raise ChannelProblemError("zalo-not-verified")
        # Whether an authority's OA (type 4) needs the same plan is not known: it is not warned.
        if plain(found.get("oa_type")) != GOVERNMENT and any(name in fold(plan) for name in NO_API):
            raise ChannelProblemError("zalo-plan-named", plan=plan)

    def _require_settings(self) -> None:
        if self._settings.missing:
            raise ChannelProblemError("zalo-settings", names=", ".join(self._settings.missing))

    def _note_variant(self, variant: str) -> None:
        """Log once which of the ways to sign Zalo uses: what is published is in CONFLICT."""
        if variant not in self._variants:
            self._variants.add(variant)
            log.info("zalo_signature_matched", variant=variant)

    async def _take(self, event: Mapping[str, Any], receive: Receive, retry: str) -> int:
        now = self._clock.now()
        name = plain(event.get("event_name"))[:60]
        heard = read(event, self._settings.oa_id, now, self._sender.ours)
        if heard.note:
            log.info("zalo_event_not_kept", event_name=name, why=heard.note)
        for message in heard.messages:
            if now - message.sent_at > LATE:
                log.warning("zalo_event_late", event_name=name, retry=retry[:5])
            await receive(message)
        return 200

    async def _take_turn(self, address: Address) -> None:
        await self.turn(address)


def _object(body: bytes) -> Mapping[str, Any]:
    found = json_of(body)
    return found if isinstance(found, dict) else {}


def make_channel(
    settings: Settings,
    store: Store,
    clock: Clock,
    load: Callable[[int], Awaitable[tuple[bytes, str, str]]],
) -> ZaloOAChannel:
    """Return the channel as the settings describe it."""

    def secret(name: str) -> str:
        value = getattr(settings, name)
        return value.get_secret_value() if value else ""

    made = ZaloSettings(
        app_id=settings.zalo_oa_app_id or "",
        app_secret=secret("zalo_oa_app_secret"),
        secret_key=secret("zalo_oa_secret_key"),
        oa_id=settings.zalo_oa_id or "",
        rate_per_minute=settings.zalo_oa_rate_per_minute,
        templates=templates_in(settings),
        api_base=settings.zalo_oa_api_base or API_BASE,
        oauth_base=settings.zalo_oauth_base or OAUTH_BASE,
        business_base=settings.zalo_business_base or BUSINESS_BASE,
        spending=settings.spending,
    )
    tokens = TokenStore(store, clock, secret("zalo_oa_refresh_token"))
    return ZaloOAChannel(made, tokens=tokens, clock=clock, load=load)
