"""Attachments: the rows; the bytes lie in the data folder under their digest."""

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from messages.envelope import RemoteFile
from storage.records import Attachment, PendingFile
from storage.rows import add, record, records
from storage.tables import attachments

LARGEST = 2**31 - 1  # what every engine's integer holds


class Attachments:
    """Files in and out."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        *,
        person_id: int,
        kind: str,
        name: str,
        mime: str,
        size: int,
        digest: str,
        path: str,
        state: str,
        now: datetime,
    ) -> int:
        """Record a file and return its id."""
        return add(
            self._connection,
            insert(attachments).values(
                person_id=person_id,
                kind=kind,
                name=name,
                mime=mime,
                size=size,
                digest=digest,
                path=path,
                state=state,
                created_at=now,
            ),
        )

    def get(self, attachment_id: int) -> Attachment | None:
        """Return the file's row, or None."""
        row = self._connection.execute(
            select(
                attachments.c.id,
                attachments.c.person_id,
                attachments.c.kind,
                attachments.c.name,
                attachments.c.mime,
                attachments.c.size,
                attachments.c.digest,
                attachments.c.path,
                attachments.c.state,
            ).where(attachments.c.id == attachment_id)
        ).first()
        return None if row is None else record(row, Attachment)

    def add_remote(self, *, person_id: int, kind: str, file: RemoteFile, channel: str, now: datetime) -> int:
        """Record a file that is yet to be fetched from its platform and return its id."""
        return add(
            self._connection,
            insert(attachments).values(
                person_id=person_id,
                kind=kind,
                name=file.name,
                mime=file.mime,
                size=min(max(file.size, 0), LARGEST),  # only told as yet: what comes is counted
                digest="",
                path="",
                state="pending",
                channel=channel,
                reference=file.reference,
                created_at=now,
            ),
        )

    def pending(self, limit: int = 16) -> tuple[PendingFile, ...]:
        """Return files yet to be fetched, oldest first."""
        return records(
            self._connection.execute(
                select(
                    attachments.c.id,
                    attachments.c.person_id,
                    attachments.c.name,
                    attachments.c.channel,
                    attachments.c.reference,
                    attachments.c.attempts,
                )
                .where(attachments.c.state == "pending", attachments.c.reference.is_not(None))
                .order_by(attachments.c.id)
                .limit(limit)
            ),
            PendingFile,
        )

    def tried(self, attachment_id: int, attempts: int) -> None:
        """Count a fetch that did not work."""
        self._connection.execute(
            update(attachments).where(attachments.c.id == attachment_id).values(attempts=attempts)
        )

    def fetched(self, attachment_id: int, *, mime: str, size: int, digest: str, path: str) -> None:
        """Note that the bytes lie with us now."""
        self._connection.execute(
            update(attachments)
            .where(attachments.c.id == attachment_id)
            .values(mime=mime, size=size, digest=digest, path=path, state="stored", reference=None)
        )

    def lose_made(self, person_id: int, name: str) -> None:
        """Mark files of this name that were made for a person as lost."""
        self._connection.execute(
            update(attachments)
            .where(
                attachments.c.person_id == person_id,
                attachments.c.kind == "made",
                attachments.c.name == name,
            )
            .values(state="lost")
        )

    def set_state(self, attachment_id: int, state: str) -> None:
        """Mark a file stored or lost."""
        self._connection.execute(
            update(attachments).where(attachments.c.id == attachment_id).values(state=state)
        )
