"""Receipts for whoever reported: what was filed, its salted digest, and the words of the file; a job signs them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain import receipt
from domain.errors import NotAllowedError
from handlers.acting import Acting
from handlers.services import access, accidents
from handlers.services.people import address_list
from messages.render import text
from messages.words import moment
from storage.records import AccidentRecord
from storage.unit_of_work import UnitOfWork

JOB = "receipt"
_FILES = ("photos", "files")


@dataclass(frozen=True, slots=True)
class AskReceipt:
    """The reporter wants a receipt for a case as it stands now."""

    code: str


def ask(uow: UnitOfWork, command: AskReceipt, by: Acting) -> None:
    """Queue the receipt; its files are the result of a job. Raises NotAllowedError for anybody but the reporter."""
    case = access.access_case_for(uow, by.person, command.code)
    if case.reporter_id != by.person.id:
        raise NotAllowedError("not-allowed")
    content = content_of(uow, case)
    salt = by.around.token(receipt.SALT_BYTES).hex()
    digest = receipt.digest_of(salt, content)
    lines = _lines(case, digest, by)
    unsigned = receipt.unsigned(
        code=case.code,
        office=by.around.office,
        reported_at=case.created_at,
        issued_at=by.now,
        digest=digest,
        lines=lines,
    )
    body = {"code": case.code, "receipt": unsigned, "lines": lines, "content": content, "salt": salt}
    uow.jobs.add(JOB, body, person_id=by.person.id, reply_to=address_list(by.address), now=by.now)
    accidents.note(uow, case, "receipt_made", by, {"digest": digest})


def content_of(uow: UnitOfWork, case: AccidentRecord) -> dict[str, Any]:
    """Return what was filed: the facts, and files by their SHA-256 in place of our numbers for them."""
    facts: dict[str, Any] = dict(uow.accidents.facts(case.id))
    for name in _FILES:
        if facts.get(name):
            facts[name] = [_file(uow, number) for number in facts[name]]
    return {"code": case.code, "kind": case.kind, "facts": facts}


def _file(uow: UnitOfWork, number: int) -> Mapping[str, str]:
    kept = uow.attachments.get(number)
    if kept is None or kept.state != "stored":
        return {"state": "pending" if kept is not None and kept.state == "pending" else "lost"}
    return {"sha256": kept.digest, "mime": kept.mime}


def _lines(case: AccidentRecord, digest: str, by: Acting) -> list[str]:
    language = by.person.language
    params = {
        "office": by.around.office,
        "code": case.code,
        "reported": moment(language, case.created_at),
        "issued": moment(language, by.now),
        "digest": digest,
    }
    return text(language, "receipt-lines", params).splitlines()
