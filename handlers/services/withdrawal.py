"""Taking consent back: what is personal in a person's cases goes, what the law wants of an accident stays."""

from dataclasses import dataclass

from handlers.acting import Acting
from handlers.services import accidents, case_facts, case_kin, case_news, consents, machines, receipt_names
from storage.records import AccidentRecord
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Withdraw:
    """The acting person takes back their consent, for all their cases. `payload` is what they tapped or said."""

    payload: str


def withdraw(uow: UnitOfWork, command: Withdraw, by: Acting) -> tuple[str, ...]:
    """Drop what the person told that is personal, with its salts; returns the codes of their cases, newest first.

    Rows stay, marked replaced, so that the trail of digests is whole and stands for nothing any more. Facts
    told by officers stay: those rest on the law, not on this consent.
    """
    cases = uow.accidents.of_reporter(by.person.id)
    for case in cases:
        before = uow.accidents.facts(case.id)
        _forget(uow, case, by)
        case_news.follow(uow, case.id, before, by)
        uow.identities.forget(case.id)
        uow.attachments.lose_made(by.person.id, receipt_names.content(case.code))
        consents.record_consent(
            uow, consents.RecordConsent(consents.WITHDRAWN, command.payload, case.code), by
        )
        accidents.note(uow, case, "consent_withdrawn", by)
    for talk in uow.dialogues.of_person(by.person.id):
        uow.dialogues.forget_words(talk.id, "person")
    if not cases:
        consents.record_consent(uow, consents.RecordConsent(consents.WITHDRAWN, command.payload), by)
        uow.audit.add("consent_withdrawn", f"person:{by.person.id}", person_id=by.person.id, now=by.now)
    return tuple(case.code for case in cases)


def _forget(uow: UnitOfWork, case: AccidentRecord, by: Acting) -> None:
    """Forget personal facts; words that stay are kept anew without the numbers and positions in them."""
    facts = uow.accidents.facts(case.id)
    staying = case_facts.without_personal(facts)
    changed = {name: value for name, value in staying.items() if name != "tip" and value != facts[name]}
    for photo in facts.get("photos") or []:
        kept = uow.attachments.get(photo)
        if kept is not None and kept.person_id == by.person.id:
            uow.attachments.set_state(photo, "lost")
    personal = set(case_facts.FIELDS) - case_facts.KEPT_WITHOUT_CONSENT
    uow.accidents.forget_facts(case.id, by.person.id, {*personal, *changed}, by.now)
    machines.follow(uow, case, uow.accidents.facts(case.id), by.now)
    for name, value in changed.items():
        salt = by.around.token(accidents.SALT_BYTES).hex()
        uow.accidents.put_fact(case.id, name, value, salt=salt, person_id=by.person.id, now=by.now)
    case_kin.note_told(uow, case, case_facts.FIELDS, by.now)  # when it happened is not known any more
