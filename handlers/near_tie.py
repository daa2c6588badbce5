"""A message that may mean either of two things: the person says which, by one of two buttons."""

from domain.vietnamese.intents import Intent, Understanding
from handlers import menu
from handlers.acting import Acting
from messages.envelope import Option, Say

SURE_EMERGENCY = 0.75
_BUTTONS: dict[Intent, Option] = {
    Intent.REPORT_ACCIDENT: menu.REPORT,
    Intent.REPORT_INCIDENT: menu.HAZARD,
    Intent.REPORT_PROGRESS: menu.PROGRESS,
    Intent.QUERY_STATUS: menu.OVERVIEW,
    Intent.QUERY_OVERDUE: menu.MISSING,
    Intent.QUERY_MY_TASKS: menu.MY_TASKS,
    Intent.QUERY_REPORT_BY_CODE: menu.MY_CASES,
    Intent.HANDOFF_TO_HUMAN: menu.HANDOFF,
    Intent.HELP: menu.HELP,
}
_FOR_ALL = (menu.REPORT, menu.HAZARD, menu.MY_CASES, menu.HANDOFF, menu.HELP)


def question(by: Acting, meant: Understanding) -> Say | None:
    """Return the question which of two readings is meant; None where one is plain, or no button fits the other.

    A likely accident is never held up by a question: its flow begins, and can be left.
    """
    if meant.or_else is None:
        return None
    if meant.intent is Intent.REPORT_ACCIDENT and meant.confidence >= SURE_EMERGENCY:
        return None
    shown = (*_FOR_ALL, *menu.options_for(by))
    buttons = (_BUTTONS.get(intent) for intent in (meant.intent, meant.or_else))
    offered = tuple(button for button in buttons if button is not None and button in shown)
    return Say("meant-which", options=offered) if len(offered) == 2 else None
