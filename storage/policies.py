"""Policies of reminding: what an office set, for which plan or unit, and those that running escalations keep."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import Connection, insert, select, update

from storage.records import PolicySetting
from storage.rows import add, batches, records
from storage.tables import policies, policy_settings


class Policies:
    """Settings are ended and never changed; a kept policy is never changed either."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def settings(self, at: datetime | None = None) -> tuple[PolicySetting, ...]:
        """Return what is set now, or was at an instant."""
        query = select(policy_settings).order_by(policy_settings.c.id)
        if at is None:
            return records(
                self._connection.execute(query.where(policy_settings.c.ended_at.is_(None))), PolicySetting
            )
        found = records(self._connection.execute(query.where(policy_settings.c.set_at <= at)), PolicySetting)
        return tuple(one for one in found if one.ended_at is None or one.ended_at > at)

    def set(
        self, plan_id: int | None, unit_id: int | None, toml: str, set_by: str, reason: str, now: datetime
    ) -> int:
        """Set a policy in place of the one that was set for the same; return its id."""
        self.end(plan_id, unit_id, now)
        values = {"plan_id": plan_id, "unit_id": unit_id, "toml": toml, "set_by": set_by, "reason": reason}
        return add(self._connection, insert(policy_settings).values(**values, set_at=now))

    def end(self, plan_id: int | None, unit_id: int | None, now: datetime) -> bool:
        """End what is set for a plan, a unit or all; False where nothing is."""
        changed = self._connection.execute(
            update(policy_settings)
            .where(
                policy_settings.c.plan_id.is_not_distinct_from(plan_id),
                policy_settings.c.unit_id.is_not_distinct_from(unit_id),
                policy_settings.c.ended_at.is_(None),
            )
            .values(ended_at=now)
        )
        return changed.rowcount > 0

    def keep(self, settings: Mapping[str, Any]) -> int:
        """Keep a whole policy and return its id; the same one is kept once."""
        digest = hashlib.sha256(orjson.dumps(settings, option=orjson.OPT_SORT_KEYS)).hexdigest()
        known = self._connection.execute(select(policies.c.id).where(policies.c.digest == digest)).scalar()
        if known is not None:
            return int(known)
        return add(self._connection, insert(policies).values(digest=digest, settings=dict(settings)))

    def kept(self, ids: Iterable[int]) -> dict[int, dict[str, Any]]:
        """Return kept policies by id."""
        found: dict[int, dict[str, Any]] = {}
        for some in batches(dict.fromkeys(ids)):
            rows = self._connection.execute(
                select(policies.c.id, policies.c.settings).where(policies.c.id.in_(some))
            )
            found.update((row.id, row.settings) for row in rows)
        return found
