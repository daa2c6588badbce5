"""Zalo's error codes as data, and what each means for a sending (reference/messaging-apis.md A5, A7).

They come with HTTP 200. A code nobody has listed is tried again a little later: it is no reason to give up.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from bot.channels.base import (
    BlockedError,
    ChannelProblemError,
    RefusedError,
    RetryLaterError,
    SendError,
    WindowClosedError,
)
from domain.ways import MESSAGES, TEMPLATES


class Do(StrEnum):
    """What follows from a code."""

    REFRESH = "refresh"  # take another access token, then try once more
    SLOW_DOWN = "slow_down"  # the whole channel waits
    DEFER = "defer"  # this message, later
    TEMPLATE = "template"  # only a template gets through
    BLOCKED = "blocked"  # not at this address any more
    REFUSED = "refused"  # never, in this form
    OPERATOR = "operator"  # somebody must put something right; the whole channel waits
    OPERATOR_ONE = "operator_one"  # the same, but it holds up templates only


@dataclass(frozen=True, slots=True)
class Code:
    """One line of Zalo's table; `problem` names the sentence for the operator.

    `used_up` is the meter of which nothing is left: all templates, ordinary messages, or `THIS_TEMPLATE`.
    """

    meaning: str
    do: Do
    after: timedelta = timedelta()
    problem: str = ""
    used_up: str = ""


THIS_TEMPLATE = "this template"
MINUTE = timedelta(minutes=1)
QUARTER = timedelta(minutes=15)
HOURS = timedelta(hours=6)
UNKNOWN = Code("not in the table", Do.DEFER, 5 * MINUTE)

OA_CODES: Mapping[int, Code] = {
    -32: Code("rate limit of the application or the OA", Do.SLOW_DOWN, MINUTE),
    -100: Code("attachment expired", Do.DEFER, MINUTE),  # every try uploads anew
    -200: Code("sending failed", Do.DEFER, MINUTE),
    -201: Code("field invalid", Do.REFUSED),
    -204: Code("OA disabled", Do.OPERATOR, QUARTER, "zalo-oa-disabled"),
    -205: Code("OA does not exist", Do.OPERATOR, QUARTER, "zalo-oa-disabled"),
    -209: Code("application not activated", Do.OPERATOR, QUARTER, "zalo-app-inactive"),
    -211: Code("out of quota", Do.DEFER, HOURS, used_up=MESSAGES),
    -212: Code("API not registered", Do.OPERATOR, QUARTER, "zalo-api-not-registered"),
    -213: Code("user does not follow the OA", Do.BLOCKED),
    -216: Code("access token invalid", Do.REFRESH),
    -218: Code("quota for this recipient used up", Do.DEFER, HOURS),
    -219: Code("application removed or disabled", Do.OPERATOR, QUARTER, "zalo-app-inactive"),
    -220: Code("access token expired or removed", Do.REFRESH),
    -221: Code("OA must be verified", Do.OPERATOR, QUARTER, "zalo-not-verified"),
    -223: Code("OA has not authorised the application", Do.OPERATOR, QUARTER, "zalo-not-authorised"),
    -224: Code("OA must buy a higher plan", Do.OPERATOR, QUARTER, "zalo-plan"),
    -227: Code("user banned, or inactive for 45 days", Do.BLOCKED),
    -230: Code("no interaction in 7 days", Do.TEMPLATE),
    -232: Code("interaction expired", Do.TEMPLATE),
    -233: Code("message type invalid", Do.REFUSED),
    -234: Code("not at night (promotion)", Do.DEFER, HOURS),
    -237: Code("group disabled, its asset expired", Do.OPERATOR, QUARTER, "zalo-plan"),
    -240: Code("version 2 of the message API is shut down", Do.REFUSED),
    -242: Code("appsecret_proof wrong", Do.OPERATOR, QUARTER, "zalo-secret-wrong"),
    -244: Code("user restricted this type of message", Do.BLOCKED),
    -248: Code("against the content policy", Do.REFUSED),
    -249: Code("this template cannot go by UID", Do.REFUSED),
    # In older tables only, absent from that of 2026: they do no harm here.
    -305: Code("48 hours without interaction", Do.TEMPLATE),
    -311: Code("reply quota used up", Do.DEFER, HOURS),
    -320: Code("Zalo Cloud Account needed", Do.OPERATOR_ONE, HOURS, "zalo-cloud-account"),
    -321: Code("no money in the Zalo Cloud Account", Do.OPERATOR_ONE, HOURS, "zalo-no-money"),
}

ZBS_CODES: Mapping[int, Code] = {
    -108: Code("phone number invalid", Do.REFUSED),
    -109: Code("template id invalid", Do.OPERATOR_ONE, HOURS, "zalo-template"),
    -111: Code("template data missing", Do.REFUSED),
    -112: Code("template data invalid", Do.REFUSED),
    -1121: Code("template data too long", Do.REFUSED),
    -1122: Code("template data lacks a parameter", Do.REFUSED),
    -1124: Code("template data of the wrong form", Do.REFUSED),
    -114: Code("user cannot receive", Do.BLOCKED),
    -115: Code("no money", Do.OPERATOR_ONE, HOURS, "zalo-no-money"),
    -117: Code("no permission for this template", Do.OPERATOR_ONE, HOURS, "zalo-template"),
    -118: Code("no Zalo account", Do.BLOCKED),
    -119: Code("account cannot receive", Do.BLOCKED),
    -124: Code("access token invalid", Do.REFRESH),
    -126: Code("development mode: not an administrator of the application", Do.REFUSED),
    -127: Code("development mode: not an administrator of the OA", Do.REFUSED),
    -131: Code("template not approved", Do.OPERATOR_ONE, HOURS, "zalo-template"),
    -132: Code("parameter invalid", Do.REFUSED),
    -133: Code("not at night", Do.DEFER, HOURS),
    -135: Code("OA may not send templates", Do.OPERATOR_ONE, HOURS, "zalo-templates-not-allowed"),
    -1351: Code("OA blocked from sending templates", Do.OPERATOR_ONE, HOURS, "zalo-templates-not-allowed"),
    -136: Code("Zalo Cloud Account not linked", Do.OPERATOR_ONE, HOURS, "zalo-cloud-account"),
    -137: Code("payment failed", Do.OPERATOR_ONE, HOURS, "zalo-no-money"),
    -139: Code("user refused this kind of message", Do.BLOCKED),
    -141: Code("user refused messages of this OA", Do.BLOCKED),
    -144: Code("daily quota used up", Do.DEFER, HOURS, used_up=TEMPLATES),
    -1441: Code("quota of this kind used up", Do.DEFER, HOURS, used_up=THIS_TEMPLATE),
    -146: Code("template disabled for its quality", Do.OPERATOR_ONE, HOURS, "zalo-template"),
    -147: Code("template's daily quota used up", Do.DEFER, HOURS, used_up=THIS_TEMPLATE),
}

TEMPLATE_CODES: Mapping[int, Code] = {
    **OA_CODES,
    **ZBS_CODES,
    -211: Code("out of quota", Do.DEFER, HOURS, used_up=TEMPLATES),
}
"""Either table may answer a template: by UID it goes through the OA's host."""


def meaning(code: int, table: Mapping[int, Code] = OA_CODES) -> Code:
    """Return what a code means."""
    return table.get(code, UNKNOWN)


def error_for(code: int, table: Mapping[int, Code] = OA_CODES) -> SendError:
    """Return the failure of a sending that was answered with this code."""
    found = meaning(code, table)
    error = _error(found, code)
    error.used_up = found.used_up
    return error


def _error(found: Code, code: int) -> SendError:
    problem, name = f"Zalo answered {code}: {found.meaning}", str(code)
    if found.do in (Do.SLOW_DOWN, Do.OPERATOR):
        return RetryLaterError(problem, found.after, everyone=True, code=name)
    if found.do is Do.TEMPLATE:
        return WindowClosedError(problem, code=name)
    if found.do is Do.BLOCKED:
        return BlockedError(problem, code=name)
    if found.do is Do.REFUSED:
        return RefusedError(problem, code=name)
    return RetryLaterError(problem, found.after or MINUTE, code=name)


def problem_for(code: int, table: Mapping[int, Code] = OA_CODES) -> ChannelProblemError | None:
    """Return what the operator is to put right, where the code says so."""
    found = meaning(code, table)
    return ChannelProblemError(found.problem, code=str(code)) if found.problem else None
