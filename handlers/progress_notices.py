"""What coordinators and units are told about each other's words, unasked."""

from typing import Any

from domain.progress import ProgressKind
from handlers.duty_words import duty_name, shorten
from handlers.progress_words import NOTICE_LABEL, decimal, inside, labelled, proof, sentence
from messages.catalog import DEFAULT_LANGUAGE
from messages.envelope import Option, Say, Text
from messages.render import parameter
from storage.records import OccurrenceRecord, ProgressRecord

ROOM = 70
"""Characters the unit's name and the first words of what it says share, so that all of it is read at a glance."""


def to_coordinator(record: OccurrenceRecord, said: ProgressRecord, *, receiver: str | None = None) -> Say:
    """Return the notice of what a unit said: the unit, the duty, what it says, the one action."""
    params: dict[str, Any] = {
        "unit": record.unit_name,
        "duty": inside(record, NOTICE_LABEL),
        "proof": proof(said.document_no, said.attachment_id, said.note),
    }
    if said.note:
        params["note"] = shorten(said.note, max(ROOM - len(record.unit_name), NOTICE_LABEL))
    if said.wanted_on is not None:
        params["wanted"] = said.wanted_on
    if said.figure is not None:
        params["proof"] = Text("progress-proof-figure", {"figure": decimal(said.figure)})
    if receiver is not None:
        params["receiver"] = receiver
    look = Option(f"review:open:{said.id}", Text("choice-look"))
    key = f"review-notice-{said.kind}{'-named' if receiver is not None else ''}"
    return Say(key, params, options=(*decision_options(said), look))


def to_leader(record: OccurrenceRecord, said: ProgressRecord, office: str) -> Say:
    """Return what is laid before a leader: by whom, of which unit, what it says, the decision asked for."""
    params: dict[str, Any] = {
        "office": office,
        "unit": record.unit_name,
        "duty": inside(record, NOTICE_LABEL),
        "note": shorten(said.note or "", max(ROOM - len(record.unit_name), NOTICE_LABEL)),
    }
    if said.wanted_on is not None:
        params["wanted"] = said.wanted_on
    look = Option(f"review:open:{said.id}", Text("choice-look"))
    options = tuple(o for o in decision_options(said) if not o.payload.startswith("review:forward"))
    return Say(f"leader-notice-{said.kind}", params, options=(*options, look))


def leader_decided(record: OccurrenceRecord, decision: str, note: str | None) -> Say:
    """Return what the office hears of a leader's decision."""
    params = {"unit": record.unit_name, "duty": inside(record), "how": Text(f"decided-{decision}")}
    if note:
        return Say("leader-decided-note", {**params, "note": sentence(note)})
    return Say("leader-decided", params)


def to_receiver(record: OccurrenceRecord, said: ProgressRecord) -> Say:
    """Return the question to the unit that is to take a duty over."""
    params: dict[str, Any] = {
        "unit": record.unit_name,
        "duty": labelled(record),
        "note": shorten(said.note or "", max(ROOM - len(record.unit_name), NOTICE_LABEL)),
    }
    return Say("takeover-ask", params, options=takeover_options(said))


def takeover_options(said: ProgressRecord) -> tuple[Option, ...]:
    """Return the answers of the unit that is to take a duty over."""
    return tuple(
        Option(f"takeover:{verb}:{said.id}", Text(f"choice-takeover-{verb}"))
        for verb in ("yes", "no", "look")
    )


def not_taken(record: OccurrenceRecord, said: ProgressRecord, receiver: str) -> Say:
    """Return what coordinators hear when the unit named does not take it: now it is theirs to decide."""
    params = {
        "unit": record.unit_name,
        "duty": inside(record, NOTICE_LABEL),
        "receiver": receiver,
        "note": sentence(shorten(said.receiver_note or "", ROOM)),
    }
    return Say("takeover-refused", params, options=decision_options(said))


def handed_over(record: OccurrenceRecord, receiver: str) -> Say:
    """Return what is told of a duty that another unit has now."""
    return Say("takeover-done", {"duty": inside(record), "unit": record.unit_name, "receiver": receiver})


def answer_to(record: OccurrenceRecord) -> tuple[Option, ...]:
    """Return every answer a unit may give to what it is asked for the first time, the likeliest first."""
    kinds = ("done", "under_way", "difficulty", "more_time", "not_ours")
    return tuple(Option(f"progress:{k}:{record.code}", Text(f"choice-{k.replace('_', '-')}")) for k in kinds)


def nothing_missing(record: OccurrenceRecord, last: OccurrenceRecord) -> Say:
    """Return what a unit hears when the last of what its duty waited for is there."""
    options = tuple(
        Option(f"progress:{kind}:{record.code}", Text(f"choice-{kind.replace('_', '-')}"))
        for kind in ("under_way", "done", "difficulty")
    )
    return Say("need-ready", {"duty": labelled(record), "last": inside(last)}, options=options)


def given(record: OccurrenceRecord) -> Say:
    """Return what a unit hears of a duty that was given to it by decision."""
    options = tuple(
        Option(f"progress:{kind}:{record.code}", Text(f"choice-{kind.replace('_', '-')}"))
        for kind in ("under_way", "difficulty", "not_ours")
    )
    return Say("takeover-given", {"duty": labelled(record), "unit": record.unit_name}, options=options)


def decision_options(said: ProgressRecord) -> tuple[Option, ...]:
    """Return what a coordinator may do about one thing said."""
    by_kind = {
        ProgressKind.DONE.value: ("accept", "return"),
        ProgressKind.MORE_TIME.value: ("grant", "refuse"),
        ProgressKind.DIFFICULTY.value: ("answer", *(() if said.forwarded_at else ("forward",))),
        ProgressKind.NOT_OURS.value: ("give", "stays"),
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
