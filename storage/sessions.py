"""Where each conversation stands."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, insert, select

from storage.records import Conversation
from storage.rows import batches, record, records
from storage.tables import conversations


class Sessions:
    """One row a person: the open session and the choices last shown."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, person_id: int, now: datetime) -> Conversation:
        """Return the person's conversation; an empty one where nothing was said yet."""
        return self.get_all((person_id,), now)[person_id]

    def get_all(self, person_ids: Iterable[int], now: datetime) -> dict[int, Conversation]:
        """Return what `get` gives for each person."""
        found = {person_id: Conversation(person_id, None, None, now, now) for person_id in person_ids}
        for some in batches(found):
            rows = self._connection.execute(
                select(
                    conversations.c.person_id,
                    conversations.c.session,
                    conversations.c.offers,
                    conversations.c.updated_at,
                    conversations.c.spoken_at,
                ).where(conversations.c.person_id.in_(some))
            )
            found.update((row.person_id, record(row, Conversation)) for row in rows)
        return found

    def put(
        self, person_id: int, session: dict[str, Any] | None, offers: dict[str, Any] | None, now: datetime
    ) -> None:
        """Write the conversation down after the person spoke."""
        self.put_all((Conversation(person_id, session, offers, now, now),))

    def open_in(self, flow: str) -> tuple[Conversation, ...]:
        """Return the conversations in which this flow is open or parked, the longest silent first."""
        return records(
            self._connection.execute(
                select(
                    conversations.c.person_id,
                    conversations.c.session,
                    conversations.c.offers,
                    conversations.c.updated_at,
                    conversations.c.spoken_at,
                )
                .where(conversations.c.flows.contains(f"|{flow}|", autoescape=True))
                .order_by(conversations.c.spoken_at)
            ),
            Conversation,
        )

    def drop(self, person_id: int) -> None:
        """Forget a conversation."""
        self._connection.execute(delete(conversations).where(conversations.c.person_id == person_id))

    def put_all(self, talks: Sequence[Conversation]) -> None:
        """Write conversations down, one a person."""
        for some in batches(talks):
            people = [talk.person_id for talk in some]
            self._connection.execute(delete(conversations).where(conversations.c.person_id.in_(people)))
            self._connection.execute(
                insert(conversations),
                [
                    {
                        "person_id": talk.person_id,
                        "session": talk.session,
                        "flows": _flows(talk.session),
                        "spoken_at": talk.spoken_at,
                        "offers": talk.offers,
                        "updated_at": talk.updated_at,
                    }
                    for talk in some
                ],
            )


def _flows(session: dict[str, Any] | None) -> str | None:
    """Return the names of a session's flow and of those parked under it, each between bars."""
    names = []
    while session is not None:
        names.append(session["flow"])
        session = session["parked"]
    return f"|{'|'.join(names)}|" if names else None
