"""Which menu the platform shows in each private chat, as far as we know."""

from sqlalchemy import Connection, select, update

from storage.tables import addresses


class Menus:
    """The digest of the menu last set at an address."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def at(self, address_id: int) -> tuple[int, str | None] | None:
        """Return whose address it is and what is shown there (None: what strangers see), None where it is gone."""
        row = self._connection.execute(
            select(addresses.c.person_id, addresses.c.menu).where(addresses.c.id == address_id)
        ).first()
        return None if row is None else (row[0], row[1])

    def put(self, address_id: int, digest: str) -> None:
        """Note what is shown there from now on."""
        self._connection.execute(update(addresses).where(addresses.c.id == address_id).values(menu=digest))
