"""The menu a platform keeps beside a private talk: by role and language, compared whenever something is sent."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from handlers import menu
from messages.catalog import DEFAULT_LANGUAGE
from messages.envelope import Choice
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Menu:
    """The entries a person should see, and the digest by which they are remembered."""

    entries: tuple[Choice, ...]
    digest: str


def lacking(uow: UnitOfWork, address_id: int) -> Menu | None:
    """Return the menu that should be shown at an address and is not; None where all is well.

    Where none was ever set, the platform shows what it shows to strangers: that is left to its own language.
    """
    known = uow.menus.at(address_id)
    if known is None:
        return None
    person_id, shown = known
    wanted = menu.shortcuts(uow.people.get(person_id))
    digest = _digest(wanted)
    shown = shown or _digest(menu.shortcuts_of_strangers(DEFAULT_LANGUAGE))
    return None if digest == shown else Menu(wanted, digest)


def note(uow: UnitOfWork, address_id: int, shown: Menu) -> None:
    """Remember what the platform shows at an address now."""
    uow.menus.put(address_id, shown.digest)


def _digest(entries: Sequence[Choice]) -> str:
    plain = json.dumps([[entry.payload, entry.label] for entry in entries])
    return hashlib.sha256(plain.encode()).hexdigest()[:16]
