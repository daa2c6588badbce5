"""What was due, derived again by other code, beside what the ledger says was queued."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from domain.policy import default_policy
from handlers.services import auditing, calendars, policies, reminders
from handlers.services.auditing import Finding
from storage.unit_of_work import UnitOfWork


def audit(uow: UnitOfWork, first: datetime, last: datetime) -> dict[str, Any]:
    """Return the ledger's entries of [first, last], counted, and what does not fit what was due."""
    entries = uow.ledger.between(first, last)
    found = auditing.audit(uow, policies.office(uow, default_policy()), calendars.adopted(uow), first, last)
    return {
        "from": first.isoformat(),
        "to": last.isoformat(),
        "planned": len(entries),
        "accepted": sum(1 for e in entries if e["outcome"] == "accepted"),
        "dropped": sum(1 for e in entries if e["outcome"] == "dropped"),
        "waiting": sum(1 for e in entries if e["outcome"] == "due"),
        "failed": sum(1 for e in entries if e["outcome"] in ("failed", "blocked", "unknown")),
        "clean": found.is_clean,
        "missing": _plain(found.missing),
        "extra": _plain(found.extra),
        "late": _plain(found.late),
        "held": _plain(found.held),
        "unreachable": _plain(found.unreachable),
        "crowded": [{"person": p, "day": on.isoformat(), "messages": n} for p, on, n in found.crowded],
    }


def _plain(found: Iterable[Finding]) -> list[dict[str, Any]]:
    return [
        {
            "unit": one.record.unit_name,
            "duty": one.record.task_ref,
            "occurrence": one.record.label,
            "due": one.record.due_on.isoformat() if one.record.due_on else None,
            "person": one.person,
            "reason": one.reason,
            "step": f"{one.reason}-{one.day}",
            "because": f"told once {one.after} working days overdue" if one.after else f"due on {one.day}",
        }
        for one in found
    ]


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
