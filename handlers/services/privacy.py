"""A reporter who is not to be named: what says who they are leaves the case, and is sealed or dropped.

Confidential: it is sealed, and two officers with a reason can open it. Anonymous: only the account that delivery
uses is sealed; a name or number told is dropped. Either way the case keeps a handle, and the talk goes on.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.errors import NotAllowedError
from handlers.acting import Acting
from handlers.services import access, case_duties, case_facts, receipt_names, sealed
from storage.records import AccidentRecord
from storage.unit_of_work import UnitOfWork

CONFIDENTIAL, ANONYMOUS = "confidential", "anonymous"
MODES = (CONFIDENTIAL, ANONYMOUS)
HANDLE_BYTES, HANDLE_LETTERS = 6, "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True, slots=True)
class KeepPrivate:
    """The reporter of a case is not to be named any more; `mode` is one of MODES."""

    code: str
    mode: str


def keep_private(uow: UnitOfWork, command: KeepPrivate, by: Acting) -> str:
    """Take who reported out of the case and return how; raises NotAllowedError for anybody but the reporter.

    A case once private stays so; a confidential one may become anonymous: what was sealed is then deleted.
    """
    case = access.access_case_for(uow, by.person, command.code)
    if case.reporter_id != by.person.id or command.mode not in MODES:
        raise NotAllowedError("not-allowed")
    if case.privacy in (command.mode, ANONYMOUS):
        return case.privacy
    uow.identities.forget(case.id)
    return hide(uow, case, command.mode, by, keep=True)


def offered(uow: UnitOfWork) -> tuple[str, ...]:
    """Return the ways not to be named that can be kept to: without an office key nothing can be sealed."""
    return MODES if uow.identities.sealing_sets() else (ANONYMOUS,)


def hide(uow: UnitOfWork, case: AccidentRecord, mode: str, by: Acting, *, keep: bool) -> str:
    """Make a case private and return how; `keep` is False where nothing of the person may be kept, sealed or not."""
    mode = mode if mode in offered(uow) else ANONYMOUS
    facts = uow.accidents.facts(case.id)
    handle = case.handle or _handle(by)
    uow.accidents.change(case.id, privacy=mode, handle=handle)
    if keep:
        told = case_facts.identity_in(facts)
        told |= {"name": by.person.name} if by.person.name else {}
        _seal(uow, case, handle, told if mode == CONFIDENTIAL else {}, by)
    _strike(uow, case, facts, by)
    _strike_talks(uow, case)
    uow.accidents.blank_senders(case.id)
    case_duties.follow(uow, case.id, by.now)
    uow.attachments.lose_made(by.person.id, receipt_names.content(case.code))
    uow.audit.add(
        "reporter_hidden", f"case:{case.code}", person_id=None, now=by.now, detail={"privacy": mode}
    )
    return mode


def keepable(
    uow: UnitOfWork, case: AccidentRecord, values: Mapping[str, Any], by: Acting
) -> Mapping[str, Any]:
    """Return what may go into a case of what its reporter tells; who they are, told later, is sealed too."""
    if not case.is_private or case.reporter_id != by.person.id:
        return values
    told = case_facts.identity_in(values)
    if told and case.privacy == CONFIDENTIAL:
        _seal(uow, case, case.handle or "", told, by)
    return case_facts.without_identity(values)


def _seal(uow: UnitOfWork, case: AccidentRecord, handle: str, told: Mapping[str, Any], by: Acting) -> None:
    a = by.address
    who = {**told, "address": [a.channel, a.account, a.chat, a.sender], "at": by.now.isoformat()}
    sealed.add(uow, case, handle, who, by)


def _strike(uow: UnitOfWork, case: AccidentRecord, facts: Mapping[str, Any], by: Acting) -> None:
    """Forget what says who it was, in older versions too; words that stay are kept anew without numbers in them."""
    staying = case_facts.without_identity(facts)
    changed = {name: value for name, value in staying.items() if value != facts[name]}
    fields = {*case_facts.IDENTITY, *changed}
    uow.accidents.forget_facts(case.id, by.person.id, fields, by.now)
    for name, value in changed.items():
        for part in [[item] for item in value] if isinstance(value, list) else [value]:
            salt = by.around.token(case_facts.SALT_BYTES).hex()
            uow.accidents.add_item(case.id, name, part, salt=salt, person_id=by.person.id, now=by.now)


def _strike_talks(uow: UnitOfWork, case: AccidentRecord) -> None:
    """Take out of what the reporter said to officers what says who it was."""
    for talk in uow.dialogues.of_case(case.id):
        for word in uow.dialogues.words(talk.id):
            struck = case_facts.struck(word.text)
            if word.side == "person" and word.text and struck != word.text:
                uow.dialogues.rewrite(word.id, struck)


def _handle(by: Acting) -> str:
    letters = (HANDLE_LETTERS[b % len(HANDLE_LETTERS)] for b in by.around.token(HANDLE_BYTES))
    return f"NB-{''.join(letters)}"
