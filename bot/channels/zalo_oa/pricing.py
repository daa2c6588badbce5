"""What a message through the Official Account would cost, worked out before it is sent."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.channels.base import Quote, RefusedError
from bot.channels.zalo_oa import outgoing as out
from bot.channels.zalo_oa.settings import NAME
from bot.channels.zalo_oa.zbs import Templates
from bot.channels.zalo_oa.zbs_data import stand_in
from domain.calendar import local
from domain.costs import Bill, Spending, Way, each, way_for
from messages.envelope import OutboundMessage


def quote(
    templates: Templates,
    message: OutboundMessage,
    about: Mapping[str, Any] | None,
    *,
    urgent: bool,
    silent: timedelta | None,
    now: datetime,
) -> Quote:
    """Return what the message costs somebody silent for so long.

    After the window has closed an ordinary message is not expected to get through; should Zalo take it all the
    same, it counts as billed.
    """
    way = way_for(NAME, silent)
    is_closed = way is Way.TEMPLATE_UID
    ordinary = Way.CS if is_closed else way
    count = len(out.bodies(message, buttons=True)) + len(message.files)
    whole = Bill(ordinary, max(count, 1), each(NAME, ordinary, local(now).date(), Spending()))
    return Quote(whole, _instead(templates, about, urgent=urgent), is_closed)


def _instead(templates: Templates, about: Mapping[str, Any] | None, *, urgent: bool) -> Bill | None:
    try:
        template, _ = stand_in(about, urgent=urgent)
    except RefusedError:
        return None
    if not templates.has(template):
        return None
    return Bill(Way.TEMPLATE_UID, 1, templates.price(template, Way.TEMPLATE_UID))
