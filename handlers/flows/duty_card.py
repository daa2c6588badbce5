"""One duty shown whole: whose, until when, how it stands, what was said last."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from domain.calendar import local
from domain.progress import ProgressKind
from domain.promises import Outcome, promises
from handlers.acting import Acting
from handlers.duty_words import duty_name
from handlers.progress_words import brief, decimal, proof, sentence, state_words, when_due
from handlers.services import needs
from messages.envelope import OutFile, Say, Text
from storage.records import OccurrenceRecord, ProgressRecord
from storage.unit_of_work import UnitOfWork

WAITS = 4
NAMES = 3


def card(uow: UnitOfWork, by: Acting, record: OccurrenceRecord) -> Say:
    """Return a duty with its state and the last thing said about it."""
    said = uow.occurrences.progress_of(record.id)
    lines = [said_line(said[-1])] if said else []
    lines += promise_lines(said, local(by.now).date())
    lines += _missing_lines(needs.missing(uow, record))
    return Say(
        "duty-card", {**head(by, record), "lines": [Text("duty-card-state", head(by, record)), *lines]}
    )


def head(by: Acting, record: OccurrenceRecord) -> dict[str, Any]:
    """Return the parameters that name a duty: unit, duty, due, state."""
    return {
        "unit": record.unit_name,
        "duty": duty_name(record),
        "due": when_due(record, by.around.calendar, local(by.now).date()),
        "state": state_words(record),
    }


def _missing_lines(missing: Sequence[OccurrenceRecord]) -> list[Text]:
    """Return what the duty still waits for: duty and unit, or how many units where several owe the same one."""
    by_task: dict[int, list[OccurrenceRecord]] = {}
    for one in missing:
        by_task.setdefault(one.task_id, []).append(one)
    lines = []
    for same in list(by_task.values())[:WAITS]:
        names = ", ".join(one.unit_name for one in same[:NAMES])
        more = len(same) - NAMES
        units = Text("reminder-units-more", {"names": names, "more": more}) if more > 0 else names
        lines.append(Text("need-line", {"duty": brief(same[0]), "units": units, "count": len(same)}))
    return lines


def promise_lines(said: Sequence[ProgressRecord], today: date) -> list[Text]:
    """Return the last promise that still says something, and whether it was kept."""
    made = [one for one in promises(said, today) if one.outcome is not Outcome.REPLACED]
    if not made:
        return []
    last = made[-1]
    return [Text(f"promise-{last.outcome.value}", {"day": last.day, "late": last.late})]


def said_line(said: ProgressRecord) -> Text:
    """Return one thing said, in full, with its time."""
    params: dict[str, Any] = {"at": said.at}
    match said.kind:
        case ProgressKind.DONE.value:
            if said.figure is not None:
                return Text("said-done-figure", {**params, "figure": decimal(said.figure)})
            params["proof"] = proof(said.document_no, said.attachment_id)
            if said.note:
                params["proof"] = Text("progress-proof-whole", {"words": said.note})
        case ProgressKind.UNDER_WAY.value if said.percent is not None:
            return Text("said-under_way-percent", {**params, "percent": said.percent})
        case ProgressKind.DIFFICULTY.value | ProgressKind.NOT_OURS.value:
            params["note"] = sentence(said.note or "")
        case ProgressKind.MORE_TIME.value | ProgressKind.LATER.value:
            params |= {"note": said.note or "", "wanted": said.wanted_on}
    return Text(f"said-{said.kind}", params)


def attached(uow: UnitOfWork, said: ProgressRecord) -> tuple[OutFile, ...]:
    """Return the file that came with it, where it is stored."""
    file = uow.attachments.get(said.attachment_id) if said.attachment_id is not None else None
    if file is None or file.state != "stored":
        return ()
    return (OutFile(file.id, file.name, file.mime),)
