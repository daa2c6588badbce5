"""Template messages (ZBS, once ZNS): how a person is reached who has been silent for more than seven days.

Facts: reference/messaging-apis.md A7. By phone a message carries a tracking id; by UID it must not.
"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

import structlog

from bot.channels.base import RefusedError, RetryLaterError, SendError, Sent
from bot.channels.zalo_oa.api import Api
from bot.channels.zalo_oa.codes import TEMPLATE_CODES, THIS_TEMPLATE
from bot.channels.zalo_oa.quota import metered
from bot.channels.zalo_oa.settings import ACCIDENT, NAME, REMINDER, REPORT_STATE, TEMPLATES, ZaloSettings
from bot.clock import Clock
from domain.calendar import LOCAL, local
from domain.costs import Bill, Tariff, each
from domain.ways import PHONE, meter_of, topic_of
from domain.ways import TEMPLATES as TEMPLATES_METER
from messages.envelope import Address

log = structlog.get_logger(__name__)

PARAMETERS: Mapping[str, Mapping[str, int]] = {
    REMINDER: {"unit": 80, "duty": 100, "deadline": 30, "code": 30},
    ACCIDENT: {"code": 30, "what": 50, "place": 80, "reported_at": 30},
    REPORT_STATE: {"unit": 80, "report": 100, "state": 30, "code": 30},
}
"""What each template is filled with, and how long it may be where Zalo's own list is not to be had."""

ANY_HOUR = frozenset({ACCIDENT})
"""Tried at night too: one source says this kind goes round the clock, another that -133 answers (CONFLICT)."""

NIGHT_ENDS = time(6)
TOPICS = {template: topic for topic, template in TEMPLATES.items()}
LIST_KEPT = timedelta(days=1)
TRACKING = 48
_PRICES = {Tariff.TEMPLATE_UID: "price_uid", Tariff.TEMPLATE_PHONE: "price_sdt"}
_SEPARATORS = re.compile(r"[\s.\-()]")


def template_for(about: Mapping[str, Any] | None) -> str | None:
    """Return the template that can stand for a queued message, by what it is about; None where none can."""
    topic = topic_of(about)
    return None if topic is None else TEMPLATES.get(topic)


def phone_84(given: str) -> str:
    """Return a Vietnamese mobile number as Zalo wants it, 84 and nine digits; raises ValueError."""
    digits = _SEPARATORS.sub("", given).removeprefix("+").removeprefix("00")
    short = digits.removeprefix("84") if digits.startswith("84") else digits.removeprefix("0")
    if digits == short or not re.fullmatch(r"[35789]\d{8}", short, re.ASCII):
        raise ValueError("not a Vietnamese mobile number")
    return f"84{short}"


def is_phone(address: Address) -> bool:
    """Whether an address is a bare telephone number."""
    return address.chat.startswith(PHONE)


def tariff_to(to: Address | str) -> Tariff:
    """Return at which tariff a template goes to an address or a telephone number."""
    by_uid = isinstance(to, Address) and not is_phone(to)
    return Tariff.TEMPLATE_UID if by_uid else Tariff.TEMPLATE_PHONE


def tracking_id(key: str) -> str:
    """Return the tracking id of one of our messages, the same for a repeat; at most 48 plain characters."""
    if re.fullmatch(r"[A-Za-z0-9_-]{1,48}", key):
        return key
    return hashlib.sha256(key.encode()).hexdigest()[:TRACKING]


def opening(now: datetime, hours: tuple[time, time]) -> datetime | None:
    """Return when templates may leave again, None where they may now; `hours` are local."""
    here = now.astimezone(LOCAL)
    first, last = hours
    if first <= here.time() < last:
        return None
    day = here.date() if here.time() < first else here.date() + timedelta(days=1)
    return datetime.combine(day, first, LOCAL)


def shortened(words: str, limit: int) -> str:
    """Return words that fit a parameter; what is left out ends in "…", and the code beside it leads to the whole."""
    text = " ".join(unicodedata.normalize("NFC", words).split())
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:-") + "…"


def filled(data: Mapping[str, str], limits: Mapping[str, int]) -> dict[str, str]:
    """Return the data as it is sent; raises RefusedError where a parameter is missing, unknown or too long."""
    clean = {name: unicodedata.normalize("NFC", value).strip() for name, value in data.items()}
    if set(clean) != set(limits) or not all(clean.values()):
        wrong = sorted(set(clean) ^ set(limits)) or sorted(n for n, v in clean.items() if not v)
        raise RefusedError(f"template parameters: {', '.join(wrong)}", code="-1122")
    for name, limit in limits.items():
        if len(clean[name]) > limit:
            raise RefusedError(f"template parameter {name} is longer than {limit}", code="-1121")
    return clean


@dataclass(frozen=True, slots=True)
class _Known:
    limits: Mapping[str, int]
    prices: Mapping[Tariff, int]
    until: datetime


class Templates:
    """Sends approved templates by phone number (also an address that is a bare number) or by UID."""

    def __init__(self, settings: ZaloSettings, api: Api, clock: Clock) -> None:
        self._settings = settings
        self._api = api
        self._clock = clock
        self._lists: dict[str, _Known] = {}

    async def send(self, to: Address | str, template: str, data: Mapping[str, str], key: str) -> Sent:
        """Send `template` (REMINDER …) to a phone number or an address; raises SendError."""
        number = self._settings.templates.get(template)
        if not number:
            raise RefusedError(f"BAOAN_ZBS_TEMPLATE_{template} is not set")
        now = self._clock.now()
        opens = opening(now, self._settings.template_hours)
        if opens is not None and template not in ANY_HOUR:
            raise RetryLaterError("templates do not leave at night", opens - now)
        fitting = filled(data, await self._limits(template, number))
        url, body = self._body(to, number, fitting, key)
        try:
            answer = await self._api.call(
                "POST", url, lambda: {"json": body}, sends=True, table=TEMPLATE_CODES
            )
        except SendError as error:
            if error.used_up == THIS_TEMPLATE:
                error.used_up = meter_of(TOPICS[template])
            if error.code != "-133":
                raise
            morning = opening(now, (NIGHT_ENDS, time(22))) or now + timedelta(hours=1)
            raise RetryLaterError(str(error), morning - now, code=error.code) from None
        tariff = tariff_to(to)
        name = str(answer.get("msg_id") or answer.get("message_id") or key)
        left = metered(TEMPLATES_METER, answer.get("quota"))
        return Sent(name, bill=Bill(tariff, 1, self.price(template, tariff)), quota=left)

    def price(self, template: str, tariff: Tariff) -> int | None:
        """Return what `template` costs, in đồng: as Zalo last said, else as the office set it, else None."""
        known = self._lists.get(self._settings.templates.get(template, ""))
        if known is not None and tariff in known.prices:
            return known.prices[tariff]
        return each(NAME, tariff, local(self._clock.now()).date(), self._settings.spending)

    def has(self, template: str) -> bool:
        """Whether the office has such a template."""
        return bool(self._settings.templates.get(template))

    def _body(
        self, to: Address | str, number: str, data: Mapping[str, str], key: str
    ) -> tuple[str, dict[str, Any]]:
        body: dict[str, Any] = {"template_id": number, "template_data": dict(data)}
        if isinstance(to, Address) and not is_phone(to):
            return f"{self._settings.api_base}/v3.0/oa/message/template", {"user_id": to.chat, **body}
        try:
            phone = phone_84(to.chat.removeprefix(PHONE) if isinstance(to, Address) else to)
        except ValueError as error:
            raise RefusedError(str(error), code="-108") from None
        body |= {"phone": phone, "tracking_id": tracking_id(key)}
        return f"{self._settings.business_base}/message/template", body

    async def _limits(self, template: str, number: str) -> Mapping[str, int]:
        """Return Zalo's own list of parameters and lengths, kept a day; ours where it is not to be had."""
        known = self._lists.get(number)
        now = self._clock.now()
        if known is not None and now < known.until:
            return known.limits
        url = f"{self._settings.business_base}/template/info/v2"
        try:
            answer = await self._api.call(
                "GET", url, lambda: {"params": {"template_id": number}}, table=TEMPLATE_CODES
            )
        except SendError as error:
            log.warning("zalo_template_list_unknown", template=template, problem=type(error).__name__)
            return PARAMETERS[template]
        limits = _listed(answer.get("listParams")) or PARAMETERS[template]
        self._lists[number] = _Known(limits, _priced(answer), now + LIST_KEPT)
        return limits


def _priced(answer: Mapping[str, Any]) -> dict[Tariff, int]:
    """Return the prices Zalo names, in whole đồng; what is no such number counts as not named."""
    found = {of: str(answer.get(name, "")).removesuffix(".0") for of, name in _PRICES.items()}
    return {of: int(price) for of, price in found.items() if re.fullmatch(r"[0-9]{1,9}", price)}


def _listed(found: Any) -> dict[str, int]:
    """Return the lengths by name in a list of parameters; 30 where one names none."""
    if not isinstance(found, list):
        return {}
    limits: dict[str, int] = {}
    for one in found:
        if isinstance(one, dict) and isinstance(one.get("name"), str):
            length = one.get("maxLength")
            limits[one["name"]] = length if isinstance(length, int) and length > 0 else 30
    return limits
