"""What people say about declaring a case: when, by what means, to whom, and what the receiver confirmed.

It is kept as their word. Nothing here, and nothing said about it, calls a duty fulfilled.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.errors import BadInputError, NotAllowedError
from handlers import outgoing
from handlers.acting import Acting
from handlers.services import access, accidents, case_duty_done, papers
from messages.envelope import Option, Say, Text
from storage.unit_of_work import UnitOfWork

DECLARED, RECEIVED = "declared", "receipts"
MEANS = ("in_person", "telephone", "fax", "telegram", "email")
"""The means Article 10 of Decree 39/2016/NĐ-CP names: trực tiếp, điện thoại, fax, công điện, thư điện tử."""
MOST = 20
MOST_WORDS = 500


@dataclass(frozen=True, slots=True)
class RecordDeclaration:
    """Someone says that a form was sent: `at` as domain.vietnamese.moments gives it, `means` one of MEANS."""

    code: str
    form: str
    at: Mapping[str, str]
    means: str
    to: tuple[str, ...]


def record_declaration(uow: UnitOfWork, command: RecordDeclaration, by: Acting) -> dict[str, Any]:
    """Keep the statement; who has taken the case hears of it. Returns {"officer": whether an officer said it}.

    Raises what `papers.ask_paper` does, BadInputError `case-full`.
    """
    offer = papers.offer_of(uow, by.person, command.code, command.form)
    case = access.access_case_for(uow, by.person, command.code)
    if command.means not in MEANS:
        raise BadInputError("declaration-means-how")
    _room(uow, case.id, DECLARED, command.code)
    officer = access.is_officer_on(uow, by.person, case)
    item = {
        "form": offer.name,
        "at": dict(command.at),
        "means": command.means,
        "to": list(command.to),
        "by": "officer" if officer else "employer",
        "told_at": by.now.isoformat(),
    }
    accidents.keep_statement(uow, case, DECLARED, item, by, "declaration_told")
    statements = uow.accidents.facts(case.id)[DECLARED]
    case_duty_done.note_declared(uow, case.id, offer.name, statements, by)
    taken_by = case.acknowledged_by
    if taken_by is not None and taken_by != by.person.id:
        say = Say(
            "declaration-told-officer",
            {"code": case.code, "means": Text(f"declaration-means-{command.means}")},
            options=(Option(f"case:open:{case.code}", Text("case-open")),),
        )
        key = f"case:{case.id}:declared:{by.now.timestamp():.0f}"
        outgoing.notify(uow, taken_by, say, by.now, dedup_key=key, about=outgoing.of_case(case.code))
    return {"officer": officer}


@dataclass(frozen=True, slots=True)
class RecordReceipt:
    """An officer says what the receiver confirmed."""

    code: str
    said: str


def record_receipt(uow: UnitOfWork, command: RecordReceipt, by: Acting) -> bool:
    """Keep the receiver's confirmation in the officer's words; raises NotAllowedError for anybody else."""
    case = access.access_case_for(uow, by.person, command.code)
    if not access.is_officer_on(uow, by.person, case):
        raise NotAllowedError("not-allowed")
    _room(uow, case.id, RECEIVED, command.code)
    item = {"said": command.said[:MOST_WORDS], "told_at": by.now.isoformat()}
    accidents.keep_statement(uow, case, RECEIVED, item, by, "receipt_told")
    return True


def _room(uow: UnitOfWork, case_id: int, field: str, code: str) -> None:
    if len(uow.accidents.facts(case_id).get(field) or ()) >= MOST:
        raise BadInputError("case-full", code=code)
