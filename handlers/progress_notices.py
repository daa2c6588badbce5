"""What coordinators and units are told about each other's words, unasked."""

from typing import Any

from domain.progress import ProgressKind
from handlers.duty_words import duty_name, shorten
from handlers.progress_words import NOTICE_LABEL, inside, proof, sentence
from messages.catalog import DEFAULT_LANGUAGE
from messages.envelope import Option, Say, Text
from messages.render import parameter
from storage.records import OccurrenceRecord, ProgressRecord

ROOM = 70
"""Characters the unit's name and the first words of what it says share, so that all of it is read at a glance."""


def to_coordinator(record: OccurrenceRecord, said: ProgressRecord) -> Say:
    """Return the notice of what a unit said: the unit, the duty, what it says, the one action."""
    params: dict[str, Any] = {
        "unit": record.unit_name,
        "duty": inside(record, NOTICE_LABEL),
        "proof": proof(said.document_no, said.attachment_id),
    }
    if said.note:
        params["note"] = shorten(said.note, max(ROOM - len(record.unit_name), NOTICE_LABEL))
    if said.wanted_on is not None:
        params["wanted"] = said.wanted_on
    look = Option(f"review:open:{said.id}", Text("choice-look"))
    return Say(f"review-notice-{said.kind}", params, options=(*decision_options(said), look))


def decision_options(said: ProgressRecord) -> tuple[Option, ...]:
    """Return what a coordinator may do about one thing said."""
    by_kind = {
        ProgressKind.DONE.value: ("accept", "return"),
        ProgressKind.MORE_TIME.value: ("grant", "refuse"),
        ProgressKind.DIFFICULTY.value: ("answer",),
    }
    labels = {"accept": "choice-accept-report"}  # "Nhận" is the word for an invitation
    return tuple(
        Option(f"review:{verb}:{said.id}", Text(labels.get(verb, f"choice-{verb}")))
        for verb in by_kind.get(said.kind, ())
    )


def to_unit(record: OccurrenceRecord, decision: str, note: str | None, office: str) -> Say:
    """Return what the unit hears of a decision, with buttons to answer where something is still owed."""
    params = {"office": office, "duty": inside(record)}
    if note:
        params["note"] = sentence(note)
    if record.due_on is None:
        return Say(f"decision-{decision}", params, options=answer_options(record, decision))
    return Say(
        f"decision-{decision}", {**params, "due": record.due_on}, options=answer_options(record, decision)
    )


def for_template(record: OccurrenceRecord, decision: str) -> dict[str, str]:
    """Return what a template that stands for a decision says: always Vietnamese, and nothing anybody wrote."""
    due = f"{record.due_on:%d/%m/%Y}" if record.due_on is not None else ""
    return {
        "unit": record.unit_name,
        "report": parameter(DEFAULT_LANGUAGE, duty_name(record)),
        "state": parameter(DEFAULT_LANGUAGE, Text(f"decision-state-{decision}", {"due": due})),
        "code": record.code,
    }


def answer_options(record: OccurrenceRecord, decision: str) -> tuple[Option, ...]:
    """Return the answers a unit may give next, the likeliest first; none to what is accepted."""
    if decision == "accepted":
        return ()
    kinds = ["done", "under_way", "difficulty"] if decision != "returned" else ["done", "difficulty"]
    if record.due_on is not None and decision == "returned":
        kinds.append("more_time")
    return tuple(Option(f"progress:{k}:{record.code}", Text(f"choice-{k.replace('_', '-')}")) for k in kinds)
