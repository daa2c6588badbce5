"""What a failed sending teaches about an address, and which way its message takes instead."""

from datetime import datetime, time, timedelta

import structlog

from bot.channels.base import BlockedError, SendError, WindowClosedError
from bot.delivery.retry import GIVE_UP, Ending
from bot.delivery.settling import settle
from domain.calendar import LOCAL, local
from domain.costs import CAP_REASON
from domain.ways import ANYTHING, topic_of
from handlers.outgoing import NOTICE
from storage.records import OutboxRow
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)


def after(uow: UnitOfWork, row: OutboxRow, error: SendError, end: Ending, now: datetime) -> Ending:
    """Write down what the error says of the way, and return how the message goes on; `end` where it says nothing.

    A notice goes at once by its reader's next best way, if there is one. Else its duties are looked at anew, so
    that whoever stands next hears at the next tick and not at the next step. What only a day's number holds up
    waits for the next day as well.
    """
    if not _learn(uow, row, error, now):
        return end
    about = row.about or {}
    if row.lane == NOTICE:
        other = uow.ways.reach(row.person_id, topic_of(about), now)
        if other is not None:
            uow.outbox.readdress(row.id, other.address.id)
            return Ending("moved", "due", timedelta())
    uow.occurrences.look_again(about.get("occurrences", ()), now)
    if error.used_up and row.lane == NOTICE and now - row.created_at < GIVE_UP:
        return Ending("waited", "due", _tomorrow(now) - now)
    return end


def keep_back(uow: UnitOfWork, row: OutboxRow, now: datetime) -> Ending:
    """Settle what the month's cap does not let leave by its way, and return how.

    A notice goes by another way of its reader, where one is free; else it is dropped, and its duties are looked at
    anew: to the planner charged ways are closed from now on.
    """
    about = row.about or {}
    other = uow.ways.free(row.person_id, topic_of(about), now) if row.lane == NOTICE else None
    if other is not None and other.address.id != row.address_id:
        uow.outbox.readdress(row.id, other.address.id)
        end = Ending("moved", "due", timedelta())
    else:
        uow.occurrences.look_again(about.get("occurrences", ()), now)
        end = Ending("dropped", "dropped")
    log.warning("message_withheld", outbox=row.id, channel=row.address.channel, outcome=end.outcome)
    settle(uow, row, end, CAP_REASON, now)
    return end


def _learn(uow: UnitOfWork, row: OutboxRow, error: SendError, now: datetime) -> bool:
    """Note a way that is lost; False where the error says nothing of it."""
    channel, topic = row.address.channel, topic_of(row.about)
    if isinstance(error, BlockedError):
        uow.people.set_address_state(row.address_id, "blocked")
        event = "address_blocked"
    elif isinstance(error, WindowClosedError):
        # Where a template is set up for the topic, it was tried before this came to us.
        tried = topic is not None and topic in uow.ways.allows.get(channel, ANYTHING).templates
        uow.people.close_window(row.address_id, now, topic if tried else None)
        event = "address_closed"
    elif error.used_up:
        uow.ways.note(channel, error.used_up, 0, None, now)
        event = "quota_used_up"
    else:
        return False
    log.warning(event, channel=channel, outbox=row.id, problem=f"{type(error).__name__}: {error}")
    return True


def _tomorrow(now: datetime) -> datetime:
    """Return the first instant of the next local day: quotas are counted by the day."""
    return datetime.combine(local(now).date() + timedelta(days=1), time(), LOCAL)
