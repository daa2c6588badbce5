"""Whoever sends more than can be answered is told so once a minute; what they sent stays in the inbox, unread.

An emergency is never held up: neither the talk about an accident, nor a message that begins one.
"""

from datetime import datetime, timedelta
from typing import Any

from domain.vietnamese.intents import Intent, understand
from handlers.acting import Surroundings
from handlers.conversation.session import Session
from messages.envelope import InboundKind, InboundMessage, Say
from storage.unit_of_work import UnitOfWork

MINUTE = timedelta(minutes=1)
OURS = frozenset({InboundKind.RESULT, InboundKind.ACTION})
EMERGENCY_FLOW = "report_accident"
TOLD = "told_too_many"
TOO_MANY = Say("too-many-messages")


def is_too_many(
    uow: UnitOfWork, inbound: InboundMessage, session: Session | None, around: Surroundings, now: datetime
) -> bool:
    """Whether this message goes beyond what one conversation gets answered in a minute, and is no emergency."""
    most = around.answers_per_minute
    if most is None or inbound.kind in OURS or _is_emergency(inbound, session):
        return False
    before = uow.inbox.nth_last_done(str(inbound.address), most)
    return before is not None and before > now - MINUTE


def say_once(offers: dict[str, Any] | None, now: datetime) -> tuple[Say, ...]:
    """Return what is said of it: nothing where it was said within the last minute."""
    told = (offers or {}).get(TOLD)
    return () if told and datetime.fromisoformat(told) > now - MINUTE else (TOO_MANY,)


def _is_emergency(inbound: InboundMessage, session: Session | None) -> bool:
    while session is not None:
        if session.flow == EMERGENCY_FLOW:
            return True
        session = session.parked
    if inbound.kind is InboundKind.CHOICE:
        return (inbound.choice or "").startswith("report:")
    return inbound.kind is InboundKind.TEXT and understand(inbound.text).intent is Intent.REPORT_ACCIDENT
