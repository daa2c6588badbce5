"""How an attempt ended, written down."""

from datetime import datetime

from bot.delivery.retry import Ending
from domain.costs import Bill
from storage.records import OutboxRow
from storage.unit_of_work import UnitOfWork


def settle(
    uow: UnitOfWork,
    row: OutboxRow,
    end: Ending,
    detail: str | None,
    now: datetime,
    *,
    platform_key: str | None = None,
    bill: Bill | None = None,
) -> None:
    """Record the outcome of the attempt under way, and what it was billed."""
    uow.outbox.record(
        row.id,
        row.attempts + 1,
        outcome=end.outcome,
        state=end.state,
        now=now,
        detail=detail,
        platform_key=platform_key,
        not_before=None if end.again_after is None else now + end.again_after,
        bill=bill,
    )
