"""Cases, their facts (every version kept), who was alerted, and consents."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, insert, or_, select, update

from storage.records import AccidentRecord, FactRecord
from storage.rows import add, batches, record, records
from storage.tables import accident_alerts, accident_facts, accidents, attachments, consents


class Accidents:
    """Cases by code."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        *,
        code: str,
        kind: str,
        state: str,
        unit_id: int | None,
        reporter_id: int,
        channel: str,
        now: datetime,
    ) -> int:
        """Open a case and return its id."""
        return add(
            self._connection,
            insert(accidents).values(
                code=code,
                kind=kind,
                state=state,
                unit_id=unit_id,
                reporter_id=reporter_id,
                channel=channel,
                suggested_class="unknown",
                created_at=now,
                checks=0,
            ),
        )

    def by_code(self, code: str) -> AccidentRecord | None:
        """Return the case with this code, or None."""
        row = self._connection.execute(_query().where(accidents.c.code == code)).first()
        return None if row is None else record(row, AccidentRecord)

    def get(self, accident_id: int) -> AccidentRecord:
        """Return the case; raises LookupError where there is none."""
        row = self._connection.execute(_query().where(accidents.c.id == accident_id)).first()
        if row is None:
            raise LookupError(f"no accident {accident_id}")
        return record(row, AccidentRecord)

    def all(self) -> tuple[AccidentRecord, ...]:
        """Return every case, oldest first."""
        return records(self._connection.execute(_query().order_by(accidents.c.id)), AccidentRecord)

    def of_reporter(self, person_id: int) -> tuple[AccidentRecord, ...]:
        """Return the cases this person reported, newest first."""
        return records(
            self._connection.execute(
                _query().where(accidents.c.reporter_id == person_id).order_by(accidents.c.id.desc())
            ),
            AccidentRecord,
        )

    def of_reporter_between(
        self, person_id: int, kinds: Iterable[str], since: datetime, until: datetime
    ) -> tuple[AccidentRecord, ...]:
        """Return cases of these kinds the person reported from one instant to another, both counted, oldest first."""
        return records(
            self._connection.execute(
                _query()
                .where(
                    accidents.c.reporter_id == person_id,
                    accidents.c.kind.in_(tuple(kinds)),
                    accidents.c.created_at.between(since, until),
                )
                .order_by(accidents.c.id)
            ),
            AccidentRecord,
        )

    def waiting_check(self, now: datetime) -> tuple[AccidentRecord, ...]:
        """Return cases whose next check (has anybody taken it?) is due."""
        return records(
            self._connection.execute(
                _query().where(accidents.c.next_check_at <= now).order_by(accidents.c.next_check_at)
            ),
            AccidentRecord,
        )

    def next_check(self) -> datetime | None:
        """Return the earliest instant at which a case wants a look."""
        row = self._connection.execute(
            select(accidents.c.next_check_at)
            .where(accidents.c.next_check_at.is_not(None))
            .order_by(accidents.c.next_check_at)
            .limit(1)
        ).first()
        return None if row is None else row[0]

    def change(self, accident_id: int, **values: Any) -> None:
        """Set columns of a case."""
        self._connection.execute(update(accidents).where(accidents.c.id == accident_id).values(values))

    def acknowledge(self, accident_id: int, person_id: int, now: datetime) -> bool:
        """Make this person the one who took the case; False where somebody had taken it."""
        changed = self._connection.execute(
            update(accidents)
            .where(accidents.c.id == accident_id, accidents.c.acknowledged_at.is_(None))
            .values(state="acknowledged", acknowledged_at=now, acknowledged_by=person_id, next_check_at=None)
        )
        return changed.rowcount == 1

    def pictures_of(self, person_id: int, since: datetime) -> tuple[int, ...]:
        """Return the ids of pictures a person sent since an instant and that are not lost, oldest first."""
        rows = self._connection.execute(
            select(attachments.c.id)
            .where(
                attachments.c.person_id == person_id,
                attachments.c.kind == "photo",
                attachments.c.state != "lost",
                attachments.c.created_at >= since,
            )
            .order_by(attachments.c.id)
        )
        return tuple(row[0] for row in rows)

    def picture_digests(self, person_id: int, since: datetime) -> dict[int, str]:
        """Return by id the digests of pictures a person sent since an instant that have arrived, oldest first."""
        rows = self._connection.execute(
            select(attachments.c.id, attachments.c.digest)
            .where(
                attachments.c.person_id == person_id,
                attachments.c.kind == "photo",
                attachments.c.state == "stored",
                attachments.c.created_at >= since,
            )
            .order_by(attachments.c.id)
        )
        return {row.id: row.digest for row in rows}

    # Facts

    def put_fact(
        self,
        accident_id: int,
        field: str,
        value: Any,
        *,
        salt: str,
        person_id: int | None,
        now: datetime,
        source: int | None = None,
    ) -> None:
        """Set a fact; an earlier version is kept, marked replaced. No person stands for an anonymous one.

        `source` is the inbox row it was told in.
        """
        self._connection.execute(
            update(accident_facts)
            .where(
                accident_facts.c.accident_id == accident_id,
                accident_facts.c.field == field,
                accident_facts.c.replaced_at.is_(None),
            )
            .values(replaced_at=now)
        )
        self.add_item(accident_id, field, value, salt=salt, person_id=person_id, now=now, source=source)

    def add_item(
        self,
        accident_id: int,
        field: str,
        value: Any,
        *,
        salt: str,
        person_id: int | None,
        now: datetime,
        source: int | None = None,
    ) -> None:
        """Add a fact beside those of the same field; of lists (one item each, say) `facts` makes one."""
        self._connection.execute(
            insert(accident_facts).values(
                accident_id=accident_id,
                field=field,
                value=value,
                salt=salt,
                person_id=person_id,
                at=now,
                source=source,
            )
        )

    def forget_facts(self, accident_id: int, person_id: int, fields: Iterable[str], now: datetime) -> None:
        """Drop value and salt of what a person told under these fields, and of all older versions; rows stay."""
        self._connection.execute(
            update(accident_facts)
            .where(
                accident_facts.c.accident_id == accident_id,
                accident_facts.c.person_id == person_id,
                or_(accident_facts.c.field.in_(tuple(fields)), accident_facts.c.replaced_at.is_not(None)),
            )
            .values(value=None, salt="", replaced_at=func.coalesce(accident_facts.c.replaced_at, now))
        )

    def facts(self, accident_id: int) -> dict[str, Any]:
        """Return the facts that hold now, by field, in the order they were first told; lists are joined."""
        return self.facts_of((accident_id,)).get(accident_id, {})

    def facts_of(
        self, accident_ids: Iterable[int], fields: Sequence[str] | None = None
    ) -> dict[int, dict[str, Any]]:
        """Return what `facts` does for several cases, of these fields; a case without facts is not there."""
        found: dict[int, dict[str, Any]] = {}
        query = (
            select(accident_facts.c.accident_id, accident_facts.c.field, accident_facts.c.value)
            .where(accident_facts.c.replaced_at.is_(None))
            .order_by(accident_facts.c.id)
        )
        if fields is not None:
            query = query.where(accident_facts.c.field.in_(fields))
        for some in batches(accident_ids):
            rows = self._connection.execute(query.where(accident_facts.c.accident_id.in_(some)))
            for case, field, value in rows:
                known = found.setdefault(case, {})
                known[field] = [*(known.get(field) or []), *value] if isinstance(value, list) else value
        return found

    def told(self, accident_ids: Iterable[int]) -> dict[int, tuple[FactRecord, ...]]:
        """Return the facts that hold now of several cases, with who told them when and in which message."""
        found: dict[int, list[FactRecord]] = {}
        columns = (
            accident_facts.c.id,
            accident_facts.c.accident_id,
            accident_facts.c.field,
            accident_facts.c.value,
            accident_facts.c.person_id,
            accident_facts.c.at,
            accident_facts.c.source,
        )
        for some in batches(accident_ids):
            rows = self._connection.execute(
                select(*columns)
                .where(accident_facts.c.accident_id.in_(some), accident_facts.c.replaced_at.is_(None))
                .order_by(accident_facts.c.id)
            )
            for row in rows:
                found.setdefault(row.accident_id, []).append(record(row, FactRecord))
        return {case: tuple(facts) for case, facts in found.items()}

    # Alerts

    def add_alert(self, accident_id: int, person_id: int, level: str, now: datetime) -> bool:
        """Note that an officer is being told; False where that officer was told before."""
        known = self._connection.execute(
            select(accident_alerts.c.id).where(
                accident_alerts.c.accident_id == accident_id, accident_alerts.c.person_id == person_id
            )
        ).first()
        if known is not None:
            return False
        self._connection.execute(
            insert(accident_alerts).values(accident_id=accident_id, person_id=person_id, level=level, at=now)
        )
        return True

    def alerted(self, accident_id: int) -> tuple[int, ...]:
        """Return the officers told, first first."""
        rows = self._connection.execute(
            select(accident_alerts.c.person_id)
            .where(accident_alerts.c.accident_id == accident_id)
            .order_by(accident_alerts.c.id)
        )
        return tuple(row[0] for row in rows)

    # Consent

    def add_consent(self, values: Mapping[str, Any]) -> int:
        """Keep an answer to the notice: text version, language, answer, channel, sender, payload, time."""
        return add(self._connection, insert(consents).values(dict(values)))

    def bind_consent(self, person_id: int, accident_id: int) -> None:
        """Make a person's last answer the answer for this case, if it stood for none: asked before it opened."""
        last = self.consents_of(person_id)[-1:]
        if last and last[0]["accident_id"] is None:
            self._connection.execute(
                update(consents).where(consents.c.id == last[0]["id"]).values(accident_id=accident_id)
            )

    def blank_senders(self, accident_id: int) -> None:
        """Take the account out of the answers for a case: it is sealed, and stands nowhere beside the case."""
        self._connection.execute(
            update(consents).where(consents.c.accident_id == accident_id).values(sender="")
        )

    def last_answer(self, person_id: int, accident_id: int) -> str | None:
        """Return a person's last answer to the notice for this case, None where there is none."""
        row = self._connection.execute(
            select(consents.c.answer)
            .where(consents.c.person_id == person_id, consents.c.accident_id == accident_id)
            .order_by(consents.c.id.desc())
            .limit(1)
        ).first()
        return None if row is None else str(row[0])

    def consents_of(self, person_id: int) -> tuple[dict[str, Any], ...]:
        """Return a person's answers to the notice, oldest first."""
        rows = self._connection.execute(
            select(consents).where(consents.c.person_id == person_id).order_by(consents.c.id)
        )
        return tuple(dict(row._mapping) for row in rows)  # noqa: SLF001 - the documented way


def _query() -> Select[*tuple[Any, ...]]:
    return select(
        accidents.c.id,
        accidents.c.code,
        accidents.c.kind,
        accidents.c.state,
        accidents.c.unit_id,
        accidents.c.reporter_id,
        accidents.c.channel,
        accidents.c.suggested_class,
        accidents.c.created_at,
        accidents.c.dispatched_at,
        accidents.c.acknowledged_at,
        accidents.c.acknowledged_by,
        accidents.c.next_check_at,
        accidents.c.checks,
        accidents.c.privacy,
        accidents.c.handle,
    )
