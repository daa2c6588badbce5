"""Plans: kept as read, corrected by a coordinator, approved; only then do units owe anything."""

from dataclasses import dataclass
from typing import Any

from domain.errors import NotAllowedError
from handlers.acting import Acting
from handlers.services import plan_codes
from storage.unit_of_work import UnitOfWork

CHECK_INS = ("monthly", "quarterly", "semiannual", "yearly")
DEFAULT_CHECK_IN = "quarterly"


@dataclass(frozen=True, slots=True)
class KeepDraft:
    """Keep a plan as read (the JSON of domain.plan_json) from a file, None where it came from none."""

    reading: dict[str, Any]
    attachment: int | None


def keep_draft(uow: UnitOfWork, command: KeepDraft, by: Acting) -> dict[str, Any]:
    """Keep a draft plan and return {"code", "tasks"}; raises NotAllowedError for who does not coordinate."""
    _coordinator(by)
    code = plan_codes.plan_code(by.around.token, by.now, lambda c: uow.plans.by_code(c) is not None)
    document = command.reading["document"]
    uow.plans.add(
        code=code,
        title=document["title"],
        number=document["number"],
        reading=command.reading,
        attachment_id=command.attachment,
        check_in=DEFAULT_CHECK_IN,
        created_by=by.person.id,
        now=by.now,
    )
    uow.audit.add(
        "plan_read",
        f"plan:{code}",
        person_id=by.person.id,
        now=by.now,
        detail={"attachment": command.attachment, "tasks": len(command.reading["tasks"])},
    )
    return {"code": code, "tasks": len(command.reading["tasks"])}


def _coordinator(by: Acting) -> None:
    if not by.person.has_role("coordinator", "admin"):
        raise NotAllowedError("not-allowed")
