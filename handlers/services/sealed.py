"""What is sealed of a reporter: put under lock for every office key in use, opened with a private half."""

import base64
from collections.abc import Mapping
from typing import Any

import orjson

from handlers.acting import Acting
from storage import sealing
from storage.records import AccidentRecord, SealSet
from storage.unit_of_work import UnitOfWork


def about(accident_id: int, handle: str) -> bytes:
    """Return what a sealed identity is bound to: its row cannot be passed off as another case's."""
    return sealing.about_identity([accident_id, handle])


def add(uow: UnitOfWork, case: AccidentRecord, handle: str, who: Mapping[str, Any], by: Acting) -> bool:
    """Seal who reported a case; False where the office has no key: then nothing of it is kept anywhere."""
    sets = uow.identities.sealing_sets()
    if not sets:
        return False
    bound = about(case.id, handle)
    key, box = sealing.seal(orjson.dumps(dict(who)), bound)
    identity = uow.identities.add(case.id, handle, base64.b64encode(box).decode(), by.now)
    for one in sets:
        wrapped = sealing.wrap(key, base64.b64decode(one.public), bound)
        uow.identities.add_key(identity, one.id, base64.b64encode(wrapped).decode())
    return True


def opened(uow: UnitOfWork, case: AccidentRecord, found: SealSet, private: bytes) -> list[dict[str, Any]]:
    """Return all that is sealed of a case, oldest first; raises BadInputError `seal-wrong-key`."""
    shown = []
    for one in uow.identities.all_for(found.id, case.id):
        bound = about(one.accident_id, one.handle)
        key = sealing.unwrap(base64.b64decode(one.wrapped), private, bound)
        shown.append(orjson.loads(sealing.unseal(key, base64.b64decode(one.box), bound)))
    return shown
