"""Whoever sends more than can be answered is told so once a minute; what they sent stays in the inbox, unread.

An emergency is never held up: neither the talk about an accident, nor what begins one in words, under a picture, by a
button or by the number of a choice, nor what an officer picks of a case.
"""

from datetime import datetime, timedelta
from typing import Any

from domain.vietnamese.intents import Intent, understand
from handlers.acting import Surroundings
from handlers.conversation.answers import Answer
from handlers.conversation.session import Session
from messages.envelope import Address, InboundKind, Say
from storage.unit_of_work import UnitOfWork

MINUTE = timedelta(minutes=1)
OURS = frozenset({InboundKind.RESULT, InboundKind.ACTION})
EMERGENCY_FLOW = "report_accident"
EMERGENCY_CHOICES = ("report:", "case:")
TOLD = "told_too_many"
TOO_MANY = Say("too-many-messages")


def is_too_many(
    uow: UnitOfWork,
    address: Address,
    heard: Answer,
    session: Session | None,
    around: Surroundings,
    now: datetime,
) -> bool:
    """Whether what was heard goes beyond what one conversation gets answered in a minute, and is no emergency."""
    most = around.answers_per_minute
    if most is None or heard.kind in OURS or _is_emergency(heard, session):
        return False
    before = uow.inbox.nth_last_done(str(address), most)
    return before is not None and before > now - MINUTE


def say_once(offers: dict[str, Any] | None, now: datetime) -> tuple[Say, ...]:
    """Return what is said of it: nothing where it was said within the last minute."""
    told = (offers or {}).get(TOLD)
    return () if told and datetime.fromisoformat(told) > now - MINUTE else (TOO_MANY,)


def _is_emergency(heard: Answer, session: Session | None) -> bool:
    while session is not None:
        if session.flow == EMERGENCY_FLOW:
            return True
        session = session.parked
    if heard.picked is not None:
        return heard.picked.startswith(EMERGENCY_CHOICES)
    return bool(heard.text) and understand(heard.text).intent is Intent.REPORT_ACCIDENT
