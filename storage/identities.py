"""Sealed identities, the office keys they are wrapped for, and what is known of the shares of those keys."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, update

from storage.records import SealedIdentity, SealOpening, SealSet, SealShare
from storage.rows import add, record, records
from storage.tables import seal_openings, seal_sets, seal_shares, sealed_identities, sealed_keys

CURRENT, PENDING, RETIRED = "current", "pending", "retired"


class Identities:
    """One current office key at most, and one pending beside it while shares are handed out anew."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # Office keys

    def add_set(self, *, key: str, public: str, threshold: int, state: str, now: datetime) -> int:
        """Keep the public half of an office key and return the set's id."""
        return add(
            self._connection,
            insert(seal_sets).values(
                key=key,
                public=public,
                threshold=threshold,
                state=state,
                created_at=now,
                settled_at=now if state == CURRENT else None,
            ),
        )

    def set_in(self, state: str) -> SealSet | None:
        """Return the newest set in a state, or None."""
        row = self._connection.execute(
            _set_query().where(seal_sets.c.state == state).order_by(seal_sets.c.id.desc()).limit(1)
        ).first()
        return None if row is None else record(row, SealSet)

    def set_of(self, key: str) -> SealSet | None:
        """Return the set of an office key, or None."""
        row = self._connection.execute(_set_query().where(seal_sets.c.key == key)).first()
        return None if row is None else record(row, SealSet)

    def sealing_sets(self) -> tuple[SealSet, ...]:
        """Return the sets an identity is sealed for today: the current one, and the pending one if any."""
        found = (self.set_in(state) for state in (CURRENT, PENDING))
        return tuple(one for one in found if one is not None)

    def make_current(self, set_id: int, now: datetime) -> None:
        """Let a pending set take over: all others retire, and what was wrapped for them is deleted."""
        self._connection.execute(
            update(seal_sets)
            .where(seal_sets.c.id != set_id, seal_sets.c.state != RETIRED)
            .values(state=RETIRED)
        )
        self._connection.execute(
            update(seal_sets).where(seal_sets.c.id == set_id).values(state=CURRENT, settled_at=now)
        )
        self._connection.execute(delete(sealed_keys).where(sealed_keys.c.set_id != set_id))
        self._drop_contributions(seal_openings.c.set_id != set_id)

    def retire(self, set_id: int) -> None:
        """Give up a pending set, with what was wrapped for it."""
        self._connection.execute(update(seal_sets).where(seal_sets.c.id == set_id).values(state=RETIRED))
        self._connection.execute(delete(sealed_keys).where(sealed_keys.c.set_id == set_id))

    # Shares

    def add_share(self, set_id: int, number: int, officer: str, digest: str, *, recovery: bool) -> None:
        """Note a share that is handed out."""
        self._connection.execute(
            insert(seal_shares).values(
                set_id=set_id, number=number, officer=officer, digest=digest, recovery=recovery
            )
        )

    def shares(self, set_id: int) -> tuple[SealShare, ...]:
        """Return what is known of the shares of a set, by number."""
        rows = self._connection.execute(
            select(
                seal_shares.c.id,
                seal_shares.c.set_id,
                seal_shares.c.number,
                seal_shares.c.officer,
                seal_shares.c.recovery,
                seal_shares.c.digest,
                seal_shares.c.proved_at,
            )
            .where(seal_shares.c.set_id == set_id)
            .order_by(seal_shares.c.number)
        )
        return records(rows, SealShare)

    def prove(self, share_id: int, now: datetime) -> None:
        """Note that a share was shown to work."""
        self._connection.execute(
            update(seal_shares).where(seal_shares.c.id == share_id).values(proved_at=now)
        )

    # Identities

    def add(self, accident_id: int, handle: str, box: str, now: datetime) -> int:
        """Keep a sealed identity and return its id."""
        return add(
            self._connection,
            insert(sealed_identities).values(accident_id=accident_id, handle=handle, box=box, created_at=now),
        )

    def add_key(self, identity_id: int, set_id: int, wrapped: str) -> None:
        """Keep the key of an identity, wrapped for an office key."""
        self._connection.execute(
            insert(sealed_keys).values(identity_id=identity_id, set_id=set_id, wrapped=wrapped)
        )

    def all_for(self, set_id: int, accident_id: int | None = None) -> tuple[SealedIdentity, ...]:
        """Return what an office key opens, of one case or of all, oldest first."""
        query = (
            select(
                sealed_identities.c.id,
                sealed_identities.c.accident_id,
                sealed_identities.c.handle,
                sealed_identities.c.box,
                sealed_keys.c.wrapped,
            )
            .join(sealed_keys, sealed_keys.c.identity_id == sealed_identities.c.id)
            .where(sealed_keys.c.set_id == set_id)
            .order_by(sealed_identities.c.id)
        )
        if accident_id is not None:
            query = query.where(sealed_identities.c.accident_id == accident_id)
        return records(self._connection.execute(query), SealedIdentity)

    def forget(self, accident_id: int) -> None:
        """Delete what is sealed of a case, with its keys."""
        mine = select(sealed_identities.c.id).where(sealed_identities.c.accident_id == accident_id)
        self._connection.execute(delete(sealed_keys).where(sealed_keys.c.identity_id.in_(mine)))
        self._connection.execute(
            delete(sealed_identities).where(sealed_identities.c.accident_id == accident_id)
        )

    # Openings

    def ask_opening(
        self,
        *,
        accident_id: int,
        share: SealShare,
        reason: str,
        contribution: str,
        now: datetime,
        expires_at: datetime,
    ) -> None:
        """Keep what the first officer puts in; an earlier asking for the same case is given up."""
        self._drop_contributions(seal_openings.c.accident_id == accident_id)
        self._connection.execute(
            insert(seal_openings).values(
                accident_id=accident_id,
                set_id=share.set_id,
                number=share.number,
                officer=share.officer,
                reason=reason,
                contribution=contribution,
                created_at=now,
                expires_at=expires_at,
            )
        )

    def opening(self, accident_id: int) -> SealOpening | None:
        """Return the opening of a case that waits for its second officer, or None."""
        row = self._connection.execute(
            select(
                seal_openings.c.id,
                seal_openings.c.accident_id,
                seal_openings.c.set_id,
                seal_openings.c.number,
                seal_openings.c.officer,
                seal_openings.c.reason,
                seal_openings.c.contribution,
                seal_openings.c.expires_at,
            )
            .where(seal_openings.c.accident_id == accident_id, seal_openings.c.contribution.is_not(None))
            .order_by(seal_openings.c.id.desc())
            .limit(1)
        ).first()
        return None if row is None else record(row, SealOpening)

    def mark_opened(self, opening_id: int, now: datetime) -> None:
        """Note that it was opened; what the first officer put in is deleted."""
        self._connection.execute(
            update(seal_openings)
            .where(seal_openings.c.id == opening_id)
            .values(opened_at=now, contribution=None)
        )

    def drop_stale(self, now: datetime) -> int:
        """Delete what first officers put in and nobody used in time; returns how many."""
        return self._drop_contributions(seal_openings.c.expires_at <= now)

    def next_stale(self) -> datetime | None:
        """Return the earliest instant at which `drop_stale` has something to do."""
        row = self._connection.execute(
            select(seal_openings.c.expires_at)
            .where(seal_openings.c.contribution.is_not(None))
            .order_by(seal_openings.c.expires_at)
            .limit(1)
        ).first()
        return None if row is None else row[0]

    def _drop_contributions(self, which: Any) -> int:
        changed = self._connection.execute(
            update(seal_openings)
            .where(which, seal_openings.c.contribution.is_not(None))
            .values(contribution=None)
        )
        return int(changed.rowcount)


def officers_of(shares: Iterable[SealShare]) -> tuple[SealShare, ...]:
    """Return the shares that are an officer's, without the one in the envelope."""
    return tuple(share for share in shares if not share.recovery)


def _set_query() -> Select[*tuple[Any, ...]]:
    return select(
        seal_sets.c.id,
        seal_sets.c.key,
        seal_sets.c.public,
        seal_sets.c.threshold,
        seal_sets.c.state,
        seal_sets.c.created_at,
    )
