"""Opening a sealed identity: two officers, a reason, one case. The reporter is told.

The first officer puts in their share, locked by a one-time code that the second brings from them. So neither
needs the other's passphrase, nor both to be there at once. Whoever opens holds the office's key for a moment, in
the memory of one command: an officer who cannot trust the machine, or the other, should not put a share in.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import orjson

from domain.errors import BadInputError
from domain.shamir import Share
from handlers import outgoing
from handlers.acting import Surroundings
from handlers.services import seal_keys, sealed
from messages.envelope import Say
from storage import sealing
from storage.records import AccidentRecord, SealOpening, SealSet, SealShare
from storage.unit_of_work import UnitOfWork

LASTS = timedelta(hours=24)
CODE_BYTES = 20
SHORTEST_REASON, LONGEST_REASON = 10, 300


@dataclass(frozen=True, slots=True)
class Put:
    """A share an officer puts in, with what is known of it."""

    of: SealSet
    known: SealShare
    share: Share


@dataclass(frozen=True, slots=True)
class Opened:
    """What was sealed of a case, and whether the reporter could be told."""

    identities: list[dict[str, Any]]
    told: bool


def case_of(uow: UnitOfWork, code: str) -> AccidentRecord:
    """Return a case with something sealed; raises BadInputError `case-unknown` or `seal-nothing`."""
    case = uow.accidents.by_code(code.upper())
    if case is None:
        raise BadInputError("case-unknown", code=code)
    current = uow.identities.sealing_sets()[:1]
    if not case.is_private or not current or not uow.identities.all_for(current[0].id, case.id):
        raise BadInputError("seal-nothing", code=case.code)
    return case


def ask(
    uow: UnitOfWork, code: str, reason: str, first: Put, now: datetime, token: Callable[[int], bytes]
) -> str:
    """Keep the first officer's share for a day under a one-time code and return that code.

    Raises BadInputError `seal-reason` for no reason worth the name, and what `case_of` raises.
    """
    case, why = case_of(uow, code), " ".join(reason.split())
    if not SHORTEST_REASON <= len(why) <= LONGEST_REASON:
        raise BadInputError("seal-reason", least=SHORTEST_REASON, most=LONGEST_REASON)
    _refuse_recovery(first)
    raw = token(CODE_BYTES)
    box = sealing.lock_by_code(first.share.data, raw, _about(case, first.of.key, why))
    uow.identities.ask_opening(
        accident_id=case.id,
        share=first.known,
        reason=why,
        contribution=base64.b64encode(box).decode(),
        now=now,
        expires_at=now + LASTS,
    )
    detail = {"officer": first.known.officer, "reason": why}
    uow.audit.add("identity_opening_asked", f"case:{case.code}", person_id=None, now=now, detail=detail)
    return _as_code(raw)


def finish(uow: UnitOfWork, code: str, second: Put, once: str, now: datetime) -> Opened:
    """Open what is sealed of a case with a second officer's share; the trail and the reporter learn of it.

    Raises BadInputError: `seal-not-asked`, `seal-same-officer`, `seal-wrong-code`, and what `private_of` raises.
    What is returned may be shown only once the transaction is committed.
    """
    case = case_of(uow, code)
    asked = uow.identities.opening(case.id)
    if asked is None or asked.contribution is None or asked.expires_at <= now:
        raise BadInputError("seal-not-asked", code=case.code)
    _refuse_recovery(second)
    if asked.number == second.known.number:
        raise BadInputError("seal-same-officer", officer=second.known.officer)
    if asked.set_id != second.of.id:
        raise BadInputError("seal-shares-wrong")
    first = _first_share(case, asked, second.of.key, once)
    private = seal_keys.private_of(second.of, (first, second.share))
    identities = sealed.opened(uow, case, second.of, private)
    uow.identities.mark_opened(asked.id, now)
    detail = {"officers": [asked.officer, second.known.officer], "reason": asked.reason}
    uow.audit.add("identity_opened", f"case:{case.code}", person_id=None, now=now, detail=detail)
    say = Say("identity-opened", {"code": case.code, "reason": asked.reason})
    told = outgoing.notify(
        uow,
        case.reporter_id,
        say,
        now,
        dedup_key=f"case:{case.id}:opened:{asked.id}",
        about=outgoing.of_case(case.code),
    )
    return Opened(identities, told is not None)


def tick(uow: UnitOfWork, _around: Surroundings, now: datetime) -> int:
    """Delete what first officers put in and nobody used within a day."""
    return uow.identities.drop_stale(now)


def next_tick(uow: UnitOfWork, _now: datetime) -> datetime | None:
    """Return when `tick` next has something to do."""
    return uow.identities.next_stale()


def _refuse_recovery(put: Put) -> None:
    """Keep the share in the envelope for sharing anew: with it one officer alone could open."""
    if put.known.recovery:
        raise BadInputError("seal-recovery-only")


def _first_share(case: AccidentRecord, asked: SealOpening, key: str, once: str) -> Share:
    try:
        raw = base64.b32decode("".join(c for c in once.upper() if c.isalnum()))
        box = base64.b64decode(asked.contribution or "")
        data = sealing.unlock_by_code(box, raw, _about(case, key, asked.reason))
    except (BadInputError, ValueError) as error:
        raise BadInputError("seal-wrong-code") from error
    return Share(asked.number, data)


def _about(case: AccidentRecord, key: str, reason: str) -> bytes:
    return orjson.dumps(["opening", case.id, key, reason])


def _as_code(raw: bytes) -> str:
    letters = base64.b32encode(raw).decode()
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))
