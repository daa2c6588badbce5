"""What was due, computed again from duties, calendar and policy, beside what the ledger says was queued."""

from datetime import datetime
from typing import Any

from domain.policy import default_policy
from handlers.services import calendars, policies, reminders
from storage.unit_of_work import UnitOfWork


def audit(uow: UnitOfWork, first: datetime, last: datetime) -> dict[str, Any]:
    """Return the ledger's entries of [first, last], counted, and reminders due by `last` that are not there."""
    entries = uow.ledger.between(first, last)
    missing = plan(uow, last)
    return {
        "from": first.isoformat(),
        "to": last.isoformat(),
        "planned": len(entries),
        "accepted": sum(1 for e in entries if e["outcome"] == "accepted"),
        "dropped": sum(1 for e in entries if e["outcome"] == "dropped"),
        "waiting": sum(1 for e in entries if e["outcome"] == "due"),
        "failed": sum(1 for e in entries if e["outcome"] in ("failed", "blocked", "unknown")),
        "missing": missing,
    }


def plan(uow: UnitOfWork, now: datetime) -> list[dict[str, Any]]:
    """Return what would be reminded at `now`, one value a reminder; nothing is written."""
    found = reminders.due(
        uow, policies.office(uow, default_policy()), calendars.adopted(uow), uow.occurrences.open(), now
    )
    return [
        {
            "unit": record.unit_name,
            "duty": record.task_ref,
            "occurrence": record.label,
            "due": record.due_on.isoformat() if record.due_on else None,
            "person": int(item.recipient),
            "reason": item.reason.value,
            "step": item.step,
            "because": item.because,
        }
        for item, record in found
    ]
