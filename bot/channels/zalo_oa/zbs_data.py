"""What fills a template, taken from what a queued message is about. Pure; a template is always Vietnamese."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from bot.channels.base import RefusedError
from bot.channels.zalo_oa.settings import ACCIDENT, REMINDER, REPORT_STATE
from bot.channels.zalo_oa.zbs import PARAMETERS, shortened, template_for
from messages.catalog import DEFAULT_LANGUAGE as VIETNAMESE
from messages.render import text
from messages.words import day

About = Mapping[str, Any]


def stand_in(about: About | None) -> tuple[str, dict[str, str]]:
    """Return the template that stands for a message about `about`, and its data; RefusedError where none can.

    A reminder's `items` name for_unit, name and due, its `occurrences` their codes; an alarm names case, class,
    place and time; a decision names unit, report, state and code. Nothing else is read, so no person, injury or
    telephone number can get into a template, and no words somebody wrote.
    """
    template = template_for(about)
    if template is None or about is None:
        raise RefusedError("no template stands for this message")
    try:
        found = _FILLED[template](about)
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise RefusedError(f"{template}: what the message is about lacks something") from error
    limits = PARAMETERS[template]
    return template, {name: shortened(str(value), limits[name]) for name, value in found.items()}


def _reminder(about: About) -> dict[str, str]:
    """Name the first duty, which is the gravest, and how many more there are."""
    items, first = about["items"], about["items"][0]
    more = text(VIETNAMESE, "zalo-template-more", {"count": len(items) - 1}) if len(items) > 1 else ""
    duty = shortened(first["name"], PARAMETERS[REMINDER]["duty"] - len(more) - 1)
    if first["due"]:
        deadline = day(VIETNAMESE, date.fromisoformat(first["due"]))
    else:
        of_case = first.get("kind") == "case"  # what the law wants at once has no last day
        deadline = text(VIETNAMESE, "zalo-template-at-once" if of_case else "zalo-template-no-day", {})
    return {
        "unit": first["for_unit"],
        "duty": f"{duty} {more}".rstrip(),
        "deadline": deadline,
        "code": about["occurrences"][0],
    }


def _accident(about: About) -> dict[str, str]:
    return {
        "code": about["case"],
        "what": about["class"],
        "place": about["place"],
        "reported_at": about["time"],
    }


def _report_state(about: About) -> dict[str, str]:
    return {name: about[name] for name in PARAMETERS[REPORT_STATE]}


_FILLED: Mapping[str, Callable[[About], dict[str, str]]] = {
    REMINDER: _reminder,
    ACCIDENT: _accident,
    REPORT_STATE: _report_state,
}
