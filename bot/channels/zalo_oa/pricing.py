"""What a message through the Official Account would cost, worked out before it is sent."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.channels.base import Quote, RefusedError
from bot.channels.zalo_oa import outgoing as out
from bot.channels.zalo_oa.settings import NAME
from bot.channels.zalo_oa.zbs import Templates, is_phone, tariff_to
from bot.channels.zalo_oa.zbs_data import stand_in
from domain.calendar import local
from domain.costs import Bill, Spending, Tariff, each, tariff_for
from messages.envelope import Address, OutboundMessage


def quote(
    templates: Templates,
    address: Address,
    message: OutboundMessage,
    about: Mapping[str, Any] | None,
    *,
    silent: timedelta | None,
    now: datetime,
) -> Quote:
    """Return what the message costs somebody silent for so long.

    After the window has closed an ordinary message is not expected to get through; should Zalo take it all the
    same, it counts as billed. To a bare telephone number only templates go.
    """
    tariff = tariff_for(NAME, silent)
    is_closed = tariff is Tariff.TEMPLATE_UID or is_phone(address)
    ordinary = Tariff.CS if is_closed else tariff
    count = len(out.bodies(message, buttons=True)) + len(message.files)
    whole = Bill(ordinary, max(count, 1), each(NAME, ordinary, local(now).date(), Spending()))
    return Quote(whole, _instead(templates, address, about), is_closed)


def _instead(templates: Templates, address: Address, about: Mapping[str, Any] | None) -> Bill | None:
    try:
        template, _ = stand_in(about)
    except RefusedError:
        return None
    if not templates.has(template):
        return None
    tariff = tariff_to(address)
    return Bill(tariff, 1, templates.price(template, tariff))
