"""What is said in a group, where others read along: help, the emergency line, and "write to me privately".

Nothing personal or official is shown there and nothing told there is taken: no case, code, list or question.
"""

from domain.vietnamese.intents import Intent, understand
from handlers import menu
from handlers.acting import Acting
from handlers.conversation.answers import Answer
from handlers.conversation.navigation import Steer, steer
from messages.envelope import InboundKind, Say

CRY = "report:accident"


def answer(by: Acting, heard: Answer) -> tuple[Say, ...]:
    """Return the answer to something said or tapped in a group; it begins nothing and changes nothing."""
    if _is_cry(heard):
        return (Say("accident-urgent-in-group", urgent=True), Say("accident-report-privately"))
    if steer(heard) is Steer.HELP:
        return (menu.help_text(by),)
    return (Say("group-write-privately"),)


def _is_cry(heard: Answer) -> bool:
    if heard.picked is not None:
        return heard.picked == CRY
    return heard.kind is InboundKind.TEXT and understand(heard.text).intent is Intent.REPORT_ACCIDENT
