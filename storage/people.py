"""People, where they can be reached, and what they are in which unit."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Row,
    Select,
    Table,
    Update,
    exists,
    func,
    insert,
    select,
    update,
)

from domain.law.periodic import EMPLOYER
from messages.envelope import Address
from storage.claims import DUE
from storage.records import AddressRecord, Membership, Person
from storage.rows import add, batches, record, records
from storage.tables import (
    accident_alerts,
    accidents,
    addresses,
    attachments,
    consents,
    dialogue_calls,
    dialogues,
    duty_shifts,
    jobs,
    ledger,
    memberships,
    outbox,
    people,
    units,
)

_LAST_HEARD = (addresses.c.last_in_at.desc().nulls_last(), addresses.c.id.desc())
_WORKS = (addresses.c.state == "active", addresses.c.chat == addresses.c.sender)  # a group is nobody's own


class People:
    """People by id and address."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, name: str | None, language: str, now: datetime) -> int:
        """Add a person and return the id."""
        return add(self._connection, insert(people).values(name=name, language=language, created_at=now))

    def get(self, person_id: int) -> Person:
        """Return a person with the roles held now; raises LookupError where there is none."""
        row = self._connection.execute(
            select(people.c.id, people.c.name, people.c.language).where(people.c.id == person_id)
        ).first()
        if row is None:
            raise LookupError(f"no person {person_id}")
        return record(row, Person, memberships=self.memberships_of(person_id))

    def languages(self, person_ids: Iterable[int]) -> dict[int, str]:
        """Return the language the bot speaks to each person."""
        found: dict[int, str] = {}
        for some in batches(dict.fromkeys(person_ids)):
            rows = self._connection.execute(
                select(people.c.id, people.c.language).where(people.c.id.in_(some))
            )
            found.update((row[0], row[1]) for row in rows)
        return found

    def set_language(self, person_id: int, language: str) -> None:
        """Change the language the bot speaks to this person."""
        self._connection.execute(update(people).where(people.c.id == person_id).values(language=language))

    def memberships_of(self, person_id: int) -> tuple[Membership, ...]:
        """Return what a person is now."""
        return records(
            self._connection.execute(
                select(
                    memberships.c.person_id,
                    memberships.c.unit_id,
                    memberships.c.role,
                    func.coalesce(units.c.kind == EMPLOYER, False).label("registered"),
                )
                .outerjoin(units, units.c.id == memberships.c.unit_id)
                .where(memberships.c.person_id == person_id, memberships.c.until.is_(None))
                .order_by(memberships.c.id)
            ),
            Membership,
        )

    def join(self, person_id: int, unit_id: int | None, role: str, now: datetime) -> None:
        """Give a person a role; a role already held stays as it is."""
        if any(m.unit_id == unit_id and m.role == role for m in self.memberships_of(person_id)):
            return
        self._connection.execute(
            insert(memberships).values(person_id=person_id, unit_id=unit_id, role=role, since=now)
        )

    def leave(self, person_id: int, unit_id: int | None, role: str, now: datetime) -> None:
        """End a role."""
        self._connection.execute(
            update(memberships)
            .where(
                memberships.c.person_id == person_id,
                memberships.c.unit_id == unit_id,
                memberships.c.role == role,
                memberships.c.until.is_(None),
            )
            .values(until=now)
        )

    def holding(self, role: str, unit_id: int | None = None) -> tuple[int, ...]:
        """Return the ids of those who hold `role` (in `unit_id`, if given), longest first."""
        query = select(memberships.c.person_id).where(
            memberships.c.role == role, memberships.c.until.is_(None)
        )
        if unit_id is not None:
            query = query.where(memberships.c.unit_id == unit_id)
        return tuple(row[0] for row in self._connection.execute(query.order_by(memberships.c.id)))

    def chains(self) -> dict[int, dict[str, tuple[int, ...]]]:
        """Return for each unit who holds each role, longest first: unit id -> role -> person ids."""
        found: dict[int, dict[str, tuple[int, ...]]] = {}
        for unit_id, role, person_id in self._connection.execute(
            select(memberships.c.unit_id, memberships.c.role, memberships.c.person_id)
            .where(memberships.c.until.is_(None))
            .order_by(memberships.c.id)
        ):
            if unit_id is not None:
                roles = found.setdefault(unit_id, {})
                roles[role] = (*roles.get(role, ()), person_id)
        return found

    # Addresses

    def at(self, address: Address) -> AddressRecord | None:
        """Return the record of an address, or None where it never wrote."""
        row = self._connection.execute(_address_query().where(*_same(address))).first()
        return None if row is None else _address(row)

    def by_sender(self, address: Address) -> int | None:
        """Return the person known under this sender in any chat of the channel account, or None."""
        row = self._connection.execute(
            select(addresses.c.person_id).where(
                addresses.c.channel == address.channel,
                addresses.c.account == address.account,
                addresses.c.sender == address.sender,
            )
        ).first()
        return None if row is None else row[0]

    def move_chat(self, channel: str, account: str, chat: str, to: str) -> int:
        """Let every address in a chat follow it to its new id; returns how many did.

        Whoever was heard in the new chat already has an address there: what waits for them goes to that one.
        """
        there = addresses.alias()
        found = self._connection.execute(
            select(addresses.c.id, there.c.id)
            .outerjoin(
                there,
                (there.c.channel == channel)
                & (there.c.account == account)
                & (there.c.chat == to)
                & (there.c.sender == addresses.c.sender),
            )
            .where(addresses.c.channel == channel, addresses.c.account == account, addresses.c.chat == chat)
        )
        pairs: list[tuple[int, int | None]] = [(row[0], row[1]) for row in found]
        for old, new in pairs:
            if new is None:
                moved: Update = update(addresses).where(addresses.c.id == old).values(chat=to)
            else:
                moved = update(outbox).where(outbox.c.address_id == old, outbox.c.state == DUE)
                moved = moved.values(address_id=new)
            self._connection.execute(moved)
        return len(pairs)

    def merge(self, person_id: int, into: int) -> None:
        """Let everything that makes up a person now belong to another: addresses, roles, reports, consents.

        Facts, answers and audit rows keep naming who it was then.
        """
        for moved in (
            addresses.c.person_id,
            memberships.c.person_id,
            accidents.c.reporter_id,
            consents.c.person_id,
            attachments.c.person_id,
            outbox.c.person_id,
            jobs.c.person_id,
            dialogues.c.person_id,
            dialogues.c.taken_by,
            duty_shifts.c.person_id,
            duty_shifts.c.stand_in_id,
        ):
            self._connection.execute(update(moved.table).where(moved == person_id).values({moved: into}))
        self._move_once(ledger, (ledger.c.occurrence_id, ledger.c.reason, ledger.c.step), person_id, into)
        self._move_once(accident_alerts, (accident_alerts.c.accident_id,), person_id, into)
        self._move_once(dialogue_calls, (dialogue_calls.c.dialogue_id,), person_id, into)

    def _move_once(self, table: Table[Any], unique: Sequence[Column[Any]], person_id: int, into: int) -> None:
        """Move rows that stand once for a person, but for those the other has already."""
        mine = table.alias()
        same = [mine.c[column.name] == column for column in unique]
        there = exists().where(mine.c.person_id == into, *same)
        self._connection.execute(
            update(table).where(table.c.person_id == person_id, ~there).values(person_id=into)
        )

    def add_address(self, person_id: int, address: Address) -> int:
        """Bind an address to a person and return its id."""
        return add(
            self._connection,
            insert(addresses).values(
                person_id=person_id,
                channel=address.channel,
                account=address.account,
                chat=address.chat,
                sender=address.sender,
                state="active",
            ),
        )

    def touch(self, address_id: int, now: datetime) -> None:
        """Note that a message came in from this address: it is not blocked, and its window is open again."""
        self._connection.execute(
            update(addresses)
            .where(addresses.c.id == address_id)
            .values(last_in_at=now, state="active", closed_at=None, refused=None)
        )

    def set_address_state(self, address_id: int, state: str) -> None:
        """Mark an address active or blocked."""
        self._connection.execute(update(addresses).where(addresses.c.id == address_id).values(state=state))

    def close_window(self, address_id: int, now: datetime, refused: str | None = None) -> None:
        """Note that the platform takes no ordinary message for this address until they write again.

        `refused` names the topic whose template was refused there too.
        """
        values: dict[str, Any] = {"closed_at": now}
        if refused is not None:
            known = self._connection.execute(
                select(addresses.c.refused).where(addresses.c.id == address_id)
            ).scalar_one()
            values["refused"] = {**(known or {}), str(refused): now.isoformat()}
        self._connection.execute(update(addresses).where(addresses.c.id == address_id).values(values))

    def forget_chat(self, address_id: int) -> None:
        """Take what names a person out of an address; the row stays for the messages that went there."""
        gone = f"gone:{address_id}"
        self._connection.execute(
            update(addresses)
            .where(addresses.c.id == address_id)
            .values(chat=gone, sender=gone, state="blocked")
        )

    def addresses_of(self, person_ids: Iterable[int]) -> dict[int, tuple[AddressRecord, ...]]:
        """Return the private addresses of each person, working or not, last heard from first."""
        found: dict[int, tuple[AddressRecord, ...]] = {}
        for some in batches(dict.fromkeys(person_ids)):
            rows = self._connection.execute(
                _address_query()
                .where(addresses.c.person_id.in_(some), addresses.c.chat == addresses.c.sender)
                .order_by(*_LAST_HEARD)
            )
            for row in rows:
                found[row.person_id] = (*found.get(row.person_id, ()), _address(row))
        return found

    def address(self, address_id: int) -> AddressRecord:
        """Return the record of an address; raises LookupError where there is none."""
        row = self._connection.execute(_address_query().where(addresses.c.id == address_id)).first()
        if row is None:
            raise LookupError(f"no address {address_id}")
        return _address(row)

    def reach(self, person_id: int) -> AddressRecord | None:
        """Return the first of `ways`, or None."""
        return next(iter(self.ways(person_id)), None)

    def ways(self, person_id: int) -> tuple[AddressRecord, ...]:
        """Return every private address of a person that works, where they were last heard from first."""
        rows = self._connection.execute(
            _address_query().where(addresses.c.person_id == person_id, *_WORKS).order_by(*_LAST_HEARD)
        )
        return tuple(_address(row) for row in rows)

    def last_known(self, person_id: int) -> AddressRecord:
        """Return where the person was last heard from, working or not; raises LookupError where nowhere."""
        row = self._connection.execute(
            _address_query().where(addresses.c.person_id == person_id).order_by(*_LAST_HEARD)
        ).first()
        if row is None:
            raise LookupError(f"no address of person {person_id}")
        return _address(row)

    def reach_all(self, person_ids: Iterable[int]) -> dict[int, AddressRecord]:
        """Return what `reach` gives for each person; who cannot be reached is left out."""
        found: dict[int, AddressRecord] = {}
        for some in batches(dict.fromkeys(person_ids)):
            rows = self._connection.execute(
                _address_query().where(addresses.c.person_id.in_(some), *_WORKS).order_by(*_LAST_HEARD)
            )
            for row in rows:
                found.setdefault(row.person_id, _address(row))
        return found


def _address_query() -> Select[*tuple[Any, ...]]:
    return select(
        addresses.c.id,
        addresses.c.person_id,
        addresses.c.channel,
        addresses.c.account,
        addresses.c.chat,
        addresses.c.sender,
        addresses.c.state,
        addresses.c.last_in_at,
        addresses.c.closed_at,
        addresses.c.refused,
    )


def _same(address: Address) -> tuple[ColumnElement[bool], ...]:
    return (
        addresses.c.channel == address.channel,
        addresses.c.account == address.account,
        addresses.c.chat == address.chat,
        addresses.c.sender == address.sender,
    )


def _address(row: Row[*tuple[Any, ...]]) -> AddressRecord:
    return AddressRecord(
        row.id,
        row.person_id,
        Address(row.channel, row.account, row.chat, row.sender),
        row.state,
        row.last_in_at,
        row.closed_at,
        {topic: datetime.fromisoformat(at) for topic, at in (row.refused or {}).items()},
    )
