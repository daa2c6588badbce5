"""The office's sealing key: made and shared out, shared out anew, proved, put together again.

The private half is never stored. It exists while a key is made or while officers put their shares together, in
the memory of one command. Officers are named; there are at least two, and at least two are needed.
"""

import base64
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain import shamir
from domain.errors import BadInputError, ConflictError
from domain.shamir import Share
from handlers.services import sealed
from storage import sealing
from storage.identities import CURRENT, PENDING, RETIRED, officers_of
from storage.records import SealSet, SealShare
from storage.sealing import LockedShare
from storage.unit_of_work import UnitOfWork

SHORTEST_PASSPHRASE = 12
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class NewKey:
    """An office key just made: what the server may keep, and a share for each officer, in their order."""

    key: str
    public: bytes
    threshold: int
    shares: tuple[tuple[str, Share], ...]


def make(officers: Sequence[str], threshold: int, token: Callable[[int], bytes]) -> NewKey:
    """Make an office key and split it; raises BadInputError `seal-officers` or `seal-shares-count`."""
    names = [" ".join(name.split()) for name in officers]
    if any(not 0 < len(name) <= LONGEST_NAME for name in names) or len(set(names)) != len(names):
        raise BadInputError("seal-officers")
    private, public = sealing.new_key()
    shares = shamir.split(private, threshold, len(names), token)
    return NewKey(sealing.key_id(public), public, threshold, tuple(zip(names, shares, strict=True)))


def without_shares(seed: bytes) -> NewKey:
    """Return a key of which nobody knows the private half: a trial can seal, and has nothing to hand out."""
    public = hashlib.sha256(b"baoan-nobody" + seed).digest()
    return NewKey(sealing.key_id(public), public, 2, ())


def adopt_first(uow: UnitOfWork, new: NewKey, now: datetime) -> None:
    """Make a key the office's first; raises ConflictError `seal-there-already` where there is one in use.

    One of which no share was ever tried and for which nothing is sealed (a trial's) makes way.
    """
    for known in uow.identities.sealing_sets():
        if is_used(uow, known):
            raise ConflictError("seal-there-already")
        uow.identities.retire(known.id)
    _add(uow, new, CURRENT, now)
    _note(uow, "seal_key_made", new, now)


def adopt_beside(uow: UnitOfWork, new: NewKey, old: SealSet, private: bytes, now: datetime) -> int:
    """Make a key the pending one: every identity can be opened with it too; returns how many there are.

    The old shares go on working, and what is sealed meanwhile is sealed for both, until each officer of the
    new ones has proved theirs (see `prove`). A pending key of before is given up.
    """
    before = uow.identities.set_in(PENDING)
    set_id = _add(uow, new, PENDING, now)
    sealed_now = uow.identities.all_for(old.id)
    for one in sealed_now:
        about = sealed.about(one.accident_id, one.handle)
        key = sealing.unwrap(_bytes(one.wrapped), private, about)
        uow.identities.add_key(one.id, set_id, _text(sealing.wrap(key, new.public, about)))
    if before is not None and before.id != old.id:
        uow.identities.retire(before.id)
    _note(uow, "seal_key_shared_anew", new, now)
    return len(sealed_now)


def is_used(uow: UnitOfWork, known: SealSet) -> bool:
    """Whether a share of a key was ever tried, or anything is sealed for it."""
    tried = any(share.proved_at is not None for share in uow.identities.shares(known.id))
    return tried or bool(uow.identities.all_for(known.id))


def _add(uow: UnitOfWork, new: NewKey, state: str, now: datetime) -> int:
    set_id = uow.identities.add_set(
        key=new.key, public=_text(new.public), threshold=new.threshold, state=state, now=now
    )
    for officer, share in new.shares:
        digest = sealing.check_of(new.key, share)
        uow.identities.add_share(set_id, share.index, officer, digest, recovery=False)
    return set_id


def _note(uow: UnitOfWork, action: str, new: NewKey, now: datetime) -> None:
    detail = {"officers": [officer for officer, _ in new.shares], "threshold": new.threshold}
    uow.audit.add(action, f"seal:{new.key}", person_id=None, now=now, detail=detail)


def recognise(uow: UnitOfWork, locked: LockedShare, share: Share) -> tuple[SealSet, SealShare]:
    """Return the set a share is of and what is known of it.

    Raises BadInputError `seal-share-retired` for one of a key given up, `seal-share-unknown` for no share of ours.
    """
    found = uow.identities.set_of(locked.key)
    if found is None:
        raise BadInputError("seal-share-unknown", officer=locked.officer)
    if found.state == RETIRED:
        raise BadInputError("seal-share-retired", officer=locked.officer)
    digest = sealing.check_of(locked.key, share)
    known = next((one for one in uow.identities.shares(found.id) if one.digest == digest), None)
    if known is None or known.officer != locked.officer:
        raise BadInputError("seal-share-unknown", officer=locked.officer)
    return found, known


def private_of(found: SealSet, shares: Sequence[Share]) -> bytes:
    """Return the private half; raises BadInputError `seal-shares-few`, or `seal-shares-wrong`."""
    if len({share.index for share in shares}) < found.threshold:
        raise BadInputError("seal-shares-few", threshold=found.threshold)
    private = shamir.combine(shares)
    if sealing.public_of(private) != _bytes(found.public):
        raise BadInputError("seal-shares-wrong")
    return private


def prove(uow: UnitOfWork, found: SealSet, share: SealShare, now: datetime) -> bool:
    """Note that a share works; True where this was the last one a pending key waited for: it is current now.

    That is the one commit at which the shares of the key before stop working.
    """
    uow.identities.prove(share.id, now)
    subject = f"seal:{found.key}"
    detail = {"officer": share.officer, "number": share.number}
    uow.audit.add("seal_share_proved", subject, person_id=None, now=now, detail=detail)
    waiting = [one for one in officers_of(uow.identities.shares(found.id)) if one.proved_at is None]
    if found.state != PENDING or waiting:
        return False
    uow.identities.make_current(found.id, now)
    uow.audit.add("seal_key_current", subject, person_id=None, now=now)
    return True


def recovery_share(uow: UnitOfWork, found: SealSet, shares: Sequence[Share]) -> Share:
    """Return one more share of the key, at an index no share has; it is yet to be kept (`keep_recovery`)."""
    private_of(found, shares)
    used = max(one.number for one in uow.identities.shares(found.id))
    return shamir.point_at(shares[: found.threshold], used + 1)


def keep_recovery(uow: UnitOfWork, found: SealSet, name: str, share: Share, now: datetime) -> None:
    """Note a recovery share that was handed out."""
    digest = sealing.check_of(found.key, share)
    uow.identities.add_share(found.id, share.index, name, digest, recovery=True)
    uow.audit.add("seal_recovery_made", f"seal:{found.key}", person_id=None, now=now)


def check_passphrase(typed: str) -> None:
    """Raise BadInputError `seal-passphrase-short` for a passphrase too easily guessed."""
    if len(typed.strip()) < SHORTEST_PASSPHRASE:
        raise BadInputError("seal-passphrase-short", count=SHORTEST_PASSPHRASE)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _bytes(text: str) -> bytes:
    return base64.b64decode(text)
