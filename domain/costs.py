"""What sending costs: at which tariff a message goes, what that is on a day, and when a month's cap is reached.

Money is whole đồng; None is "unknown", never zero. A month is one of Vietnam's, named by its first day. Prices
stand with their source in `domain/prices/prices.toml`.
"""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from importlib import resources
from typing import Any

from domain.calendar import LOCAL, local

FREE_FOR, OPEN_FOR = timedelta(hours=48), timedelta(days=7)
"""How long after a person was heard from a message of a Zalo Official Account is free, and may be sent at all."""

WINDOWED = "zalo-oa"
NEAR_PERCENT = 80
CAP_REASON = "spending_cap"


class Tariff(StrEnum):
    """How a message travels, as far as its price goes. `cs` is an ordinary message outside the free window."""

    FREE = "free"
    CS = "cs"
    TEMPLATE_UID = "template_uid"
    TEMPLATE_PHONE = "template_phone"


class CapState(StrEnum):
    """How near a month's spending is to its cap: near from 80 % on, reached at all of it, none without one."""

    NONE = "none"
    OK = "ok"
    NEAR = "near"
    REACHED = "reached"


@dataclass(frozen=True, slots=True)
class Bill:
    """What one sending is billed as: so many messages of a tariff, at `each` đồng (None where nobody knows)."""

    tariff: Tariff
    messages: int
    each: int | None

    @property
    def cost(self) -> int | None:
        """Return what it costs in all, in đồng; None where that is not known."""
        return None if self.each is None else self.each * self.messages

    @property
    def is_free(self) -> bool:
        """Whether it surely costs nothing."""
        return self.cost == 0

    def of(self, messages: int) -> "Bill | None":
        """Return the bill of so many of the messages; None for none of them."""
        return Bill(self.tariff, messages, self.each) if messages > 0 else None


@dataclass(frozen=True, slots=True)
class Spending:
    """What the office has set: its cap a month, its Zalo plan, and what it pays for a template, in đồng."""

    cap: int | None = None
    plan: str | None = None
    template_uid: int | None = None
    template_phone: int | None = None


@dataclass(frozen=True, slots=True)
class Price:
    """A price with the days it holds on and where it was read; `of` is (channel, way), or ("plan", name)."""

    of: tuple[str, str]
    dong: int
    since: date | None
    until: date | None
    source: str
    certainty: str

    def holds_on(self, day: date) -> bool:
        """Whether the price is known to hold that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@cache
def price_list() -> tuple[Price, ...]:
    """Return every price we know, as `domain/prices/prices.toml` has them."""
    return prices_from_toml(resources.files("domain.prices").joinpath("prices.toml").read_text("utf-8"))


def prices_from_toml(text: str) -> tuple[Price, ...]:
    """Read a list of prices; raises ValueError for a price that is no whole number of đồng, or a way unknown."""
    table = tomllib.loads(text)
    found = [_price(one, (one["channel"], Tariff(one["way"]).value)) for one in table.get("message", ())]
    return (*found, *(_price(one, ("plan", one["name"])) for one in table.get("plan", ())))


def _price(entry: dict[str, Any], of: tuple[str, str]) -> Price:
    dong = entry["dong"]
    if type(dong) is not int or dong < 0:
        raise ValueError(f"{of}: {dong!r} is no whole number of đồng")
    return Price(of, dong, entry.get("since"), entry.get("until"), entry["source"], entry["certainty"])


def _listed(of: tuple[str, str], day: date, prices: Iterable[Price]) -> int | None:
    holding = [one for one in prices if one.of == of and one.holds_on(day)]
    return max(holding, key=lambda one: one.since or date.min).dong if holding else None


def tariff_for(channel: str, silent: timedelta | None) -> Tariff:
    """Return at which tariff a message goes to somebody not heard from for so long (None: never).

    Only the Zalo Official Account asks how long that is: a template after seven days, billed after 48 hours.
    """
    if channel != WINDOWED:
        return Tariff.FREE
    if silent is None or silent > OPEN_FOR:
        return Tariff.TEMPLATE_UID
    return Tariff.FREE if silent <= FREE_FOR else Tariff.CS


def each(channel: str, tariff: Tariff, day: date, office: Spending) -> int | None:
    """Return the price in đồng of one message on a day: as listed, else as the office set it, else None."""
    listed = _listed((channel, tariff.value), day, price_list())
    if listed is not None:
        return listed
    return {Tariff.TEMPLATE_UID: office.template_uid, Tariff.TEMPLATE_PHONE: office.template_phone}.get(
        tariff
    )


def plan_fee(office: Spending, day: date) -> int | None:
    """Return what the office's Zalo plan costs a year, in đồng; None where no plan is set, or its price unknown."""
    return _listed(("plan", office.plan), day, price_list()) if office.plan else None


# The cap


def cap_state(spent: int, cap: int | None) -> CapState:
    """Return how near `spent` is to `cap`, both in đồng; a cap of 0 is reached from the start."""
    if cap is None:
        return CapState.NONE
    if spent >= cap:
        return CapState.REACHED
    return CapState.NEAR if spent * 100 >= cap * NEAR_PERCENT else CapState.OK


def withheld(
    bill: Bill, state: CapState, *, is_answer: bool, is_urgent: bool, goes_at_any_cost: bool
) -> str | None:
    """Return why a message is not sent by the way of `bill`, None where it is.

    Only the cap withholds, and only what might cost something; never an answer in a conversation, anything
    urgent, or what `goes_at_any_cost`: anything about an accident, and the few words to those who run this.
    """
    if state is not CapState.REACHED or bill.is_free:
        return None
    return None if is_answer or is_urgent or goes_at_any_cost else CAP_REASON


# Months


def month_of(now: datetime) -> date:
    """Return the first day of the month `now` (aware) lies in, in Vietnam."""
    return local(now).date().replace(day=1)


def month_after(month: date) -> date:
    """Return the first day of the following month."""
    return (month.replace(day=1) + timedelta(days=31)).replace(day=1)


def month_before(month: date) -> date:
    """Return the first day of the month before."""
    return (month.replace(day=1) - timedelta(days=1)).replace(day=1)


def span(month: date) -> tuple[datetime, datetime]:
    """Return the instants (UTC) between which a month lies; the last one is the first of the next month."""
    return _midnight(month.replace(day=1)), _midnight(month_after(month))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LOCAL).astimezone(UTC)


# A month's figures


@dataclass(frozen=True, slots=True)
class Sum:
    """Messages and what they cost in đồng; `unknown` of the messages have no known price and are not in it."""

    messages: int = 0
    cost: int = 0
    unknown: int = 0

    def plus(self, other: "Sum") -> "Sum":
        """Return both together."""
        return Sum(self.messages + other.messages, self.cost + other.cost, self.unknown + other.unknown)


def summed(bills: Iterable[Bill]) -> Sum:
    """Return the sum of bills."""
    total = Sum()
    for bill in bills:
        unknown = bill.messages if bill.cost is None else 0
        total = total.plus(Sum(bill.messages, bill.cost or 0, unknown))
    return total


def forecast(actual: Sum, expected: Iterable[Bill]) -> Sum:
    """Return what a month comes to: what was sent, and what is planned for the rest of it.

    Planned is what is known today: the reminders that open duties still have coming, by the way each would
    take if nobody wrote meanwhile. Answers shorten it; accidents, which nobody plans, are not in it.
    """
    return actual.plus(summed(expected))
