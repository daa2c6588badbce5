"""Consent to keep personal data: which notice was shown, what was answered, by what button, when.

Law 91/2025/QH15: consent is voluntary, informed and provable, and silence is none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from handlers.acting import Acting
from handlers.services import case_facts
from storage.records import AccidentRecord
from storage.unit_of_work import UnitOfWork

CONSENT_VERSION = "2026-11"
"""The version of the notice (`consent-…` in messages); raise it whenever its words change."""
MOST_PAYLOAD = 100
WITHDRAWN = "withdrawn"
REFUSALS = frozenset({"no", WITHDRAWN})


@dataclass(frozen=True, slots=True)
class RecordConsent:
    """Keep an answer to the notice. `code` is the case it was asked for, None where there is none yet."""

    answer: str
    payload: str
    code: str | None = None


def record_consent(uow: UnitOfWork, command: RecordConsent, by: Acting) -> None:
    """Keep the acting person's answer with all that proves it; every answer stays, the last one rules."""
    case = uow.accidents.by_code(command.code) if command.code else None
    number = uow.accidents.add_consent(
        {
            "person_id": by.person.id,
            "accident_id": case.id if case is not None and case.reporter_id == by.person.id else None,
            "version": CONSENT_VERSION,
            "language": by.person.language,
            "answer": command.answer,
            "channel": by.address.channel,
            "sender": "" if case is not None and case.is_private else by.address.sender,
            "payload": command.payload[:MOST_PAYLOAD],
            "at": by.now,
        }
    )
    uow.audit.add(
        "consent_answered",
        f"case:{command.code}" if command.code else f"consent:{number}",
        person_id=None,  # who it was stands in the consent alone, and can be erased there
        now=by.now,
        detail={"version": CONSENT_VERSION, "answer": command.answer},
    )


def refused(uow: UnitOfWork, case: AccidentRecord) -> bool:
    """Whether the reporter's last answer for the case was no, or consent was taken back."""
    return uow.accidents.last_answer(case.reporter_id, case.id) in REFUSALS


def keepable(
    uow: UnitOfWork, case: AccidentRecord, values: Mapping[str, Any], by: Acting
) -> Mapping[str, Any]:
    """Return what may be kept of what the acting person tells of a case.

    A reporter who refused keeps the report alive without anything personal; officers act under the law.
    """
    if by.person.id != case.reporter_id or not refused(uow, case):
        return values
    return case_facts.without_personal(values)
