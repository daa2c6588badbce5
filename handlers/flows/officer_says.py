"""An officer's plain words about an alarm: "ok nhận", "tôi bận họp", "đang xử lý". And how cases stand, counted."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta
from typing import Any

from domain.accident import CaseKind, CaseState
from domain.calendar import local
from domain.vietnamese.fold import fold
from domain.vietnamese.officer_words import cannot_take, takes_case
from handlers.acting import Acting
from handlers.entry import Answered, Entry, Start
from handlers.flows import case, handoff
from handlers.services import access, alerts, reports
from messages.envelope import Option, Say, Text
from messages.words import LOCAL
from storage.unit_of_work import UnitOfWork

AWAITED = (CaseState.OPEN.value, CaseState.DISPATCHED.value)
UNFINISHED = (*AWAITED, CaseState.ACKNOWLEDGED.value, CaseState.BEING_HANDLED.value)
MOST_LISTED = 8
_AT_WORK = re.compile(
    r"(?:(?:ok|da|vang|toi|em|minh|anh|chi|ben toi|ben em|chung toi) )*"
    r"dang (?:xu ly|giai quyet|lam viec nay|o hien truong)"
    r"(?: (?:roi|a|day|nhe|nha|ngay|vu nay|ca nay|viec nay|em|anh|chi))*"
)


def heard(uow: UnitOfWork, by: Acting, text: str) -> Start | None:
    """Take an officer's words for the alarm pushed to them; None where no alarm waits or they say something else."""
    if _was_asked_to_talk(uow, by) and (takes_case(text) or cannot_take(text)):
        found = handoff.take_newest(uow, by) if takes_case(text) else handoff.pass_newest(uow, by)
        if found is not None:
            return found
    waiting = awaiting(uow, by)
    if is_at_work(text):
        mine = uow.queries.cases_taken_by(by.person.id, (CaseState.ACKNOWLEDGED.value,))
        return _act(uow, by, mine or waiting, "handle")
    if takes_case(text):
        return _act(uow, by, waiting, "take")
    return _act(uow, by, waiting, "pass") if cannot_take(text) else None


def _was_asked_to_talk(uow: UnitOfWork, by: Acting) -> bool:
    """Whether the notice an officer saw last asks them to talk with somebody."""
    notice = (uow.sessions.get(by.person.id, by.now).offers or {}).get("notice")
    return any(payload.startswith("handoff:take:") for payload, _ in (notice or {"choices": ()})["choices"])


def is_at_work(text: str) -> bool:
    """Whether a whole message says that its writer is handling the matter."""
    return _AT_WORK.fullmatch(fold(text).strip(" .!")) is not None


def awaiting(uow: UnitOfWork, by: Acting) -> tuple[str, ...]:
    """Return the codes of the cases nobody took that were pushed to the acting officer, newest first."""
    codes = uow.queries.cases_told_to(by.person.id, AWAITED)
    return tuple(code for code in codes if _is_officer_on(uow, by, code))


def _is_officer_on(uow: UnitOfWork, by: Acting, code: str) -> bool:
    found = uow.accidents.by_code(code)
    return found is not None and access.is_officer_on(uow, by.person, found)


def _act(uow: UnitOfWork, by: Acting, codes: Sequence[str], act: str) -> Start | None:
    if not codes:
        return None
    if len(codes) == 1:
        return case.ACTS[act](uow, by, codes[0])
    options = tuple(Option(f"case:{act}:{code}", code) for code in codes[:MOST_LISTED])
    return Answered((Say(f"case-which-{act}", options=options),))


# How cases stand


def urgent_first(uow: UnitOfWork, by: Acting) -> tuple[Say, ...]:
    """Return the open alarms of an officer, to stand before the duties; nothing where there is none."""
    codes = uow.queries.open_cases(access.remit_of(uow, by.person), alerts.URGENT_KINDS, UNFINISHED)
    mine = [code for code in codes if _is_officer_on(uow, by, code)][:MOST_LISTED]
    if not mine:
        return ()
    options = tuple(Option(f"case:open:{code}", code) for code in mine)
    return (Say("case-urgent-first", {"lines": [_line(uow, code) for code in mine]}, options=options),)


def _line(uow: UnitOfWork, code: str) -> Text:
    found = uow.accidents.by_code(code)
    if found is None:
        raise LookupError(code)
    place = alerts.place_for_push(uow, found)
    return Text("case-line-place", {"code": code, "place": place, "state": Text(f"case-short-{found.state}")})


_KINDS: tuple[tuple[str, re.Pattern[str], frozenset[CaseKind]], ...] = (
    ("disease", re.compile(r"\bbenh nghe nghiep\b|\bbnn\b"), frozenset({CaseKind.DISEASE})),
    (
        "danger",
        re.compile(r"\bsuyt\b|\bmoi nguy\b|\bnguy hiem\b"),
        frozenset({CaseKind.NEAR_MISS, CaseKind.HAZARD}),
    ),
)
"""What else may be counted, by its words: the rest of the message key, the words, the kinds."""


def counted(uow: UnitOfWork, by: Acting, text: str) -> Start:
    """Count the accidents, or what else is named, today, this week, this year; a worker hears of their own."""
    if not reports.may_ask(uow, by.person):
        return case.own_cases(uow, by)
    plain = fold(text)
    name, kinds = next(((n, k) for n, words, k in _KINDS if words.search(plain)), ("", alerts.URGENT_KINDS))
    today = local(by.now).date()
    starts = {
        "today": today,
        "week": today - timedelta(days=today.weekday()),
        "year": today.replace(month=1, day=1),
    }
    found = {
        span: uow.queries.cases_since(
            access.remit_of(uow, by.person),
            kinds,
            datetime.combine(day, time.min, tzinfo=LOCAL),
        )
        for span, day in starts.items()
    }
    shown = (found["today"] or found["week"])[:MOST_LISTED]
    params: Mapping[str, Any] = {
        **{span: len(codes) for span, codes in found.items()},
        "lines": [_line(uow, code) for code in shown] or [Text("case-counted-no-line")],
    }
    options = tuple(Option(f"case:open:{code}", code) for code in shown)
    if name:
        return Answered((Say(f"case-counted-{name}", params, options=options),))
    return Answered((Say("case-counted" if shown else "case-counted-none", params, options=options),))


ENTRY = Entry("officer_says", words=heard)
