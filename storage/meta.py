"""Small facts about this installation: the trial clock, whether a real channel was ever configured."""

from typing import Any

from sqlalchemy import Connection, delete, insert, select

from storage.tables import meta


class Meta:
    """A named JSON value each."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str, default: Any = None) -> Any:
        """Return the value of `name`, or `default`."""
        row = self._connection.execute(select(meta.c.value).where(meta.c.name == name)).first()
        return default if row is None else row[0]

    def starting(self, prefix: str) -> dict[str, Any]:
        """Return every value whose name begins so, by name."""
        query = select(meta.c.name, meta.c.value).where(meta.c.name.startswith(prefix, autoescape=True))
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def put(self, name: str, value: Any) -> None:
        """Set `name` to a JSON value."""
        self._connection.execute(delete(meta).where(meta.c.name == name))
        self._connection.execute(insert(meta).values(name=name, value=value))
