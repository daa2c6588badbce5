"""What the coordinator looks after: obstacles nobody has answered, and the days units promised."""

import re
from collections.abc import Sequence

from domain.calendar import local
from domain.duty_kinds import looks_back
from domain.errors import BadInputError
from domain.progress import ProgressKind
from domain.promises import Outcome, Promise, promises
from domain.vietnamese.fold import fold
from handlers.acting import Acting
from handlers.duty_words import shorten
from handlers.entry import Answered, Entry, Start
from handlers.progress_words import brief, labelled, short_day, state_words
from handlers.services import access, decisions
from messages.envelope import Option, Say, Text
from messages.words import LOCAL
from storage.records import OccurrenceRecord
from storage.unit_of_work import UnitOfWork

PAGE = 8
LINES = 10
LONGEST = 80
NOTE = 40
_OBSTACLES = re.compile(
    r"^(?:xem |cho (?:toi |em )?xem |tong hop |liet ke |danh sach )*(?:(?:cac|nhung) )?(?:kho khan|vuong mac)"
    r"(?:,? (?:kho khan|vuong mac|cua|cac|don vi|xa|phuong|nao|gi|dang|co|ho|la|chua|tra loi|cho|so))*[ ?.]*$"
    r"|^(?:don vi|xa|so|ai|nhung don vi|phuong)(?: nao)? (?:dang )?(?:gap kho|vuong|kho khan|co vuong mac|keu kho)"
)
_LOOKING_BACK = re.compile(
    r"^(?=.*\b(?:so ket|tong ket|khen thuong)\b)"
    r"(?:(?:viec|cac|tinh hinh|xem|de nghi|so ket|tong ket|khen thuong|,|va) ?)+"
    r"(?:(?:the nao|ra sao|toi dau|den dau|xong chua|lam chua|roi|ai|chua|gui|lam|don vi nao|nam nay)[ ?.]*)*$"
)
_PROMISES = re.compile(
    r"\b(?:that hua|sai hen|lo hen|loi hen|hen xong|qua hen|giu loi hen|broken promises?)\b"
)


def _obstacles(uow: UnitOfWork, by: Acting, page: int) -> Say:
    """List difficulties without an answer, oldest first."""
    found = [
        (said, record)
        for said, record in decisions.waiting(uow, by.person)
        if said.kind == ProgressKind.DIFFICULTY.value
    ]
    if not found:
        return Say("obstacles-none", {"at": by.now})
    page = min(max(page, 1), (len(found) + PAGE - 1) // PAGE)
    options = []
    for said, record in found[(page - 1) * PAGE : page * PAGE]:
        params = {
            "unit": record.unit_name,
            "duty": brief(record),
            "note": shorten(said.note or "", NOTE),
            "day": short_day(said.at.astimezone(LOCAL).date()),
        }
        key = "obstacle-line" if said.forwarded_at is None else "obstacle-line-forwarded"
        options.append(Option(f"review:open:{said.id}", Text(key, params)))
    if (left := len(found) - page * PAGE) > 0:
        options.append(Option(f"follow:obstacles:{page + 1}", Text("status-more-button", {"count": left})))
    return Say("obstacles-list", {"at": by.now, "count": len(found)}, options=tuple(options))


def _promised(uow: UnitOfWork, by: Acting) -> Say:
    """List the promises of what is still owed: those whose day has passed first, the longest ago on top."""
    found = [(p, r) for p, r in _open_promises(uow, by) if p.outcome in (Outcome.BROKEN, Outcome.WAITING)]
    broken = [one for one in found if one[0].outcome is Outcome.BROKEN]
    if not found:
        return Say("promises-none", {"at": by.now})
    found.sort(key=lambda one: (one[0].outcome is not Outcome.BROKEN, one[0].day, one[1].id))
    lines = [
        Text(
            f"promise-line-{p.outcome.value}",
            {"unit": r.unit_name, "duty": brief(r), "day": short_day(p.day), "late": p.late},
        )
        for p, r in found[:LINES]
    ]
    if len(found) > LINES:
        lines.append(Text("status-more", {"count": len(found) - LINES}))
    params = {"at": by.now, "broken": len(broken), "waiting": len(found) - len(broken), "lines": lines}
    return Say("promises-list", params)


def _open_promises(uow: UnitOfWork, by: Acting) -> Sequence[tuple[Promise, OccurrenceRecord]]:
    """Return the last promise of everything still owed in which one was made."""
    records = [r for r in uow.occurrences.open() if r.case is None and r.promised_on is not None]
    said = uow.occurrences.said_of(r.id for r in records)
    today = local(by.now).date()
    return [(made[-1], r) for r in records if (made := promises(said.get(r.id, ()), today))]


def _looking_back(uow: UnitOfWork, by: Acting) -> Say:
    """List reviews of plans and proposals to commend that are owed or were handed in, with their state."""
    today = local(by.now).date()
    found = [
        (kind, r)
        for plan in uow.plans.in_state("approved")
        for r in uow.occurrences.of_plan(plan.id)
        if r.state != "cancelled"
        and r.opens_on <= today
        and (kind := looks_back(r.task_text)) is not None
        and r.task_kind in ("task", "duty")
    ]
    if not found:
        return Say("looking-back-none", {"at": by.now})
    lines = [
        Text(
            f"looking-back-{kind.value}",
            {
                "unit": r.unit_name,
                "duty": labelled(r),
                "state": state_words(r),
            },
        )
        for kind, r in found[:LINES]
    ]
    if len(found) > LINES:
        lines.append(Text("status-more", {"count": len(found) - LINES}))
    return Say("looking-back-list", {"at": by.now, "count": len(found), "lines": lines})


def words(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Take "các vướng mắc", "ai thất hứa" from who coordinates or leads; None for anything else."""
    if len(text) > LONGEST or not by.person.has_role(*access.OVERSEERS):
        return None
    said = fold(text).strip()
    if _OBSTACLES.search(said):
        return Answered((_obstacles(uow, by, 1),))
    if _LOOKING_BACK.search(said):
        return Answered((_looking_back(uow, by),))
    return Answered((_promised(uow, by),)) if _PROMISES.search(said) else None


def _tap(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    """Take `follow:obstacles[:<page>]` and `follow:promises`."""
    if not by.person.has_role(*access.OVERSEERS):
        raise BadInputError("button-old")
    match args:
        case ["obstacles"]:
            return Answered((_obstacles(uow, by, 1),))
        case ["obstacles", page] if page.isdecimal() and len(page) < 6:
            return Answered((_obstacles(uow, by, int(page)),))
        case ["promises"]:
            return Answered((_promised(uow, by),))
    raise BadInputError("button-old")


ENTRY = Entry("follow_up", taps={"follow": _tap}, words=words)
