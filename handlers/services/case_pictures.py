"""Pictures a person sent: which belong to a new report, which are the same once more, which are not to be kept."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.errors import NotAllowedError
from handlers.acting import Acting
from handlers.services import case_facts
from storage.unit_of_work import UnitOfWork

SAME_DAY = timedelta(days=1)  # a picture sent twice within so long is one


def digests_of(uow: UnitOfWork, person_id: int, now: datetime) -> tuple[dict[int, str], list[int]]:
    """Return the digests of pictures a person sent within a day, and those of them that their cases hold.

    A picture still on its way has no digest yet.
    """
    digests = uow.accidents.picture_digests(person_id, now - SAME_DAY)
    if not digests:
        return {}, []
    cases = [case.id for case in uow.accidents.of_reporter(person_id) if now - case.created_at <= SAME_DAY]
    facts = uow.accidents.facts_of(cases, ("photos",))
    return digests, [photo for known in facts.values() for photo in known.get("photos") or []]


@dataclass(frozen=True, slots=True)
class DropFile:
    """A file that is not to be kept: its sender's own, in no case."""

    attachment: int


def drop_file(uow: UnitOfWork, command: DropFile, by: Acting) -> None:
    """Give a file up; raises NotAllowedError for one that somebody else sent."""
    kept = uow.attachments.get(command.attachment)
    if kept is None or kept.person_id != by.person.id:
        raise NotAllowedError("not-allowed")
    uow.attachments.set_state(kept.id, "lost")


def recent_photos(uow: UnitOfWork, person_id: int, since: datetime) -> list[int]:
    """Return pictures a person sent since an instant that are in no case yet, oldest first, no more than fit."""
    sent = uow.accidents.pictures_of(person_id, since)
    used = {
        photo
        for case in uow.accidents.of_reporter(person_id)
        for photo in uow.accidents.facts(case.id).get("photos") or []
    }
    return [photo for photo in sent if photo not in used][-case_facts.MOST_ITEMS :]
