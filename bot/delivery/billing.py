"""What a message costs: asked before it leaves, held against the month's cap, written down after."""

from datetime import datetime

from bot.channels.base import Channel, Priced, Quote, SendError, Sent
from domain.costs import Bill, Tariff, cap_state, month_of, span, withheld
from handlers.outgoing import CONVERSATION, goes_at_any_cost
from messages.envelope import OutboundMessage
from storage.records import OutboxRow
from storage.unit_of_work import UnitOfWork

NOTHING = Bill(Tariff.FREE, 1, 0)


class Purse:
    """A month's money while some messages are claimed: what is booked for one counts for the next already."""

    def __init__(self, uow: UnitOfWork, cap: int | None, now: datetime) -> None:
        self._uow = uow
        self._cap = cap
        self._month = span(month_of(now))
        self._spent: int | None = None

    def why_not(self, bill: Bill | None, row: OutboxRow) -> str | None:
        """Return why a message may not be sent by the way of `bill`, None where it may."""
        if self._cap is None or bill is None or bill.is_free:
            return None
        return withheld(
            bill,
            cap_state(self._so_far(), self._cap),
            is_answer=row.lane == CONVERSATION,
            is_urgent=row.urgent,
            goes_at_any_cost=goes_at_any_cost(row.about),
        )

    def book(self, row: OutboxRow, bill: Bill) -> None:
        """Note what the attempt under way may cost, so that a lost outcome counts as billed."""
        self._uow.costs.book(row.id, row.attempts + 1, bill)
        if self._spent is not None:
            self._spent += bill.cost or 0

    def _so_far(self) -> int:
        if self._spent is None:
            self._spent = self._uow.costs.spent(*self._month)
        return self._spent


def quoted(channel: Channel, row: OutboxRow, now: datetime) -> Quote | None:
    """Return what the channel says a message would cost, None where the channel has no prices."""
    if not isinstance(channel, Priced):
        return None
    message = OutboundMessage.from_json(row.body)
    silent = None if row.heard_at is None else now - row.heard_at
    return channel.quote(row.address, message, row.about, silent=silent, now=now)


def bill_of(quote: Quote | None, sent: Sent, *, whole: bool) -> Bill | None:
    """Return what was charged for a message that was taken, as it is or (not `whole`) as its template."""
    if sent.bill is not None or quote is None:
        return sent.bill
    return quote.whole.of(sent.taken) if whole else quote.instead


def bill_of_failed(quote: Quote | None, error: SendError) -> Bill | None:
    """Return what was charged for the part of a message that was taken before the sending failed."""
    return None if quote is None else quote.whole.of(error.taken)
