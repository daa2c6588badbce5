"""Commands for the officers who hold shares of the sealing key: init, open, reshare, recovery, drill."""

import argparse
import secrets
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.commands import secret_input, share_files
from bot.commands.database import opened as _database
from bot.commands.output import LANGUAGE, line, say, tell
from bot.settings import Settings
from domain.calendar import local
from domain.errors import BadInputError, ConflictError
from domain.shamir import Share
from handlers.services import openings, seal_keys
from handlers.services.openings import Put
from messages.words import moment
from storage.identities import officers_of
from storage.records import SealSet, SealShare
from storage.sealing import LockedShare
from storage.unit_of_work import UnitOfWork

FIELDS = ("name", "phone", "names", "role", "address", "at")


def add(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the parsers."""
    seal = commands.add_parser("seal", help="identities under lock").add_subparsers(required=True)
    init = seal.add_parser("init", help="make the office's key and hand out its shares")
    _officers(init)
    init.set_defaults(run=_init)
    opening = seal.add_parser("open", help="open who reported a case: two officers, one after the other")
    opening.add_argument("code", metavar="CASE")
    opening.add_argument("--reason", help="why; the first officer gives it, the reporter is told")
    _shares(opening)
    opening.set_defaults(run=_open)
    reshare = seal.add_parser("reshare", help="hand out new shares, when an officer comes or goes")
    _officers(reshare)
    _shares(reshare)
    reshare.set_defaults(run=_reshare)
    recovery = seal.add_parser("recovery", help="make one more share, for a sealed envelope")
    _shares(recovery)
    recovery.add_argument("--to", type=Path, action="append", default=[], metavar="DIR")
    recovery.set_defaults(run=_recovery)
    drill = seal.add_parser("drill", help="prove that shares work without opening anything; how things stand")
    _shares(drill, required=False)
    drill.set_defaults(run=_drill)


def _officers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--officers", required=True, metavar="A,B,C", help="who gets a share")
    parser.add_argument("--threshold", type=int, default=2, metavar="K", help="how many open together")
    parser.add_argument(
        "--to", type=Path, action="append", default=[], metavar="DIR", help="a place for each share"
    )


def _shares(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    parser.add_argument("--share", type=Path, action="append", required=required, default=[], metavar="FILE")


def _init(arguments: argparse.Namespace) -> int:
    officers = arguments.officers.split(",")
    new = seal_keys.make(officers, arguments.threshold, secrets.token_bytes)
    to = share_files.places(arguments.to, len(officers), Settings.load().data_dir)
    with _database() as database:
        with database.reading() as uow:
            if any(seal_keys.is_used(uow, one) for one in uow.identities.sealing_sets()):
                raise ConflictError("seal-there-already")
        share_files.hand_out(new.key, new.threshold, new.shares, to)
        with database.transaction() as uow:
            seal_keys.adopt_first(uow, new, datetime.now(UTC))
    tell("seal-made", id=new.key, count=len(officers), threshold=new.threshold)
    return 0


def _open(arguments: argparse.Namespace) -> int:
    if not 1 <= len(arguments.share) <= 2 or (len(arguments.share) == 2 and not arguments.reason):
        raise BadInputError("seal-open-shares")
    with _database() as database:
        with database.reading() as uow:
            code = openings.case_of(uow, arguments.code).code
        taken = _taken(arguments.share)
        with database.reading() as uow:
            puts = _known(uow, taken)
        now, once = datetime.now(UTC), ""
        if arguments.reason:
            with database.transaction() as uow:
                once = openings.ask(uow, code, arguments.reason, puts[0], now, secrets.token_bytes)
            if len(puts) == 1:
                tell("seal-asked", officer=puts[0].known.officer, code=code)
                line(once)
                return 0
        once = once or secret_input.ask(say("seal-prompt-code"))
        with database.transaction() as uow:
            found = openings.finish(uow, code, puts[-1], once, now)
    _show(code, found)
    return 0


def _show(code: str, found: openings.Opened) -> None:
    tell("seal-opened", code=code)
    for identity in found.identities:
        for field in FIELDS:
            if identity.get(field):
                tell(f"seal-field-{field}", what=_words(identity, field))
    tell("seal-opened-told" if found.told else "seal-opened-untold")


def _words(identity: Mapping[str, Any], field: str) -> str:
    value = identity[field]
    if field == "address":
        return " ".join(dict.fromkeys(str(part) for part in value))
    if field == "at":
        return moment(LANGUAGE, local(datetime.fromisoformat(value)))
    return say(f"accident-role-{value.replace('_', '-')}") if field == "role" else str(value)


def _reshare(arguments: argparse.Namespace) -> int:
    officers = arguments.officers.split(",")
    new = seal_keys.make(officers, arguments.threshold, secrets.token_bytes)
    to = share_files.places(arguments.to, len(officers), Settings.load().data_dir)
    taken = _taken(arguments.share)
    with _database() as database:
        with database.reading() as uow:
            old, shares = _together(_known(uow, taken))
        private = seal_keys.private_of(old, shares)
        share_files.hand_out(new.key, new.threshold, new.shares, to)
        with database.transaction() as uow:
            count = seal_keys.adopt_beside(uow, new, old, private, datetime.now(UTC))
    tell("seal-reshared", id=new.key, count=count)
    return 0


def _recovery(arguments: argparse.Namespace) -> int:
    to = share_files.places(arguments.to, 1, Settings.load().data_dir)
    name, taken = say("seal-recovery-officer"), _taken(arguments.share)
    with _database() as database:
        with database.reading() as uow:
            found, shares = _together(_known(uow, taken))
            share = seal_keys.recovery_share(uow, found, shares)
        share_files.hand_out(found.key, found.threshold, [(name, share)], to)
        with database.transaction() as uow:
            seal_keys.keep_recovery(uow, found, name, share, datetime.now(UTC))
    tell("seal-recovery-made", id=found.key)
    return 0


def _drill(arguments: argparse.Namespace) -> int:
    taken = _taken(arguments.share)
    with _database() as database:
        with database.reading() as uow:
            puts = _known(uow, taken)
        for put in puts:
            with database.transaction() as uow:
                switched = seal_keys.prove(uow, put.of, put.known, datetime.now(UTC))
            tell("seal-share-works", officer=put.known.officer)
            if switched:
                tell("seal-current-now", id=put.of.key)
        if puts and len({put.known.number for put in puts}) >= puts[0].of.threshold:
            seal_keys.private_of(*_together(puts))
            tell("seal-shares-work")
        with database.reading() as uow:
            sets = uow.identities.sealing_sets()
            if not sets:
                raise BadInputError("seal-none")
            for one in sets:
                _stand(one, uow.identities.shares(one.id))
    return 0


def _stand(one: SealSet, shares: Sequence[SealShare]) -> None:
    tell(f"seal-state-{one.state}", id=one.key, threshold=one.threshold)
    for share in shares:
        proved = (
            say("seal-proved", at=moment(LANGUAGE, local(share.proved_at)))
            if share.proved_at
            else say("seal-proved-never")
        )
        tell(
            "seal-state-recovery" if share.recovery else "seal-state-share",
            officer=share.officer,
            proved=proved,
        )
    tried = sum(share.proved_at is not None for share in shares)
    left = tried - any(share.proved_at is not None for share in officers_of(shares))
    key = "seal-lost-enough" if left >= one.threshold else "seal-lost-short"
    tell(key, left=left, threshold=one.threshold)


def _taken(paths: Sequence[Path]) -> list[tuple[LockedShare, Share]]:
    """Read share files and ask for each passphrase; no transaction is open while somebody types."""
    return [share_files.take(path) for path in paths]


def _known(uow: UnitOfWork, taken: Sequence[tuple[LockedShare, Share]]) -> list[Put]:
    """Return shares with what is known of each."""
    return [Put(*seal_keys.recognise(uow, locked, share), share) for locked, share in taken]


def _together(puts: Sequence[Put]) -> tuple[SealSet, list[Share]]:
    """Return the one set that shares are of; raises BadInputError `seal-shares-wrong` for a mixture."""
    if len({put.of.id for put in puts}) != 1:
        raise BadInputError("seal-shares-wrong")
    return puts[0].of, [put.share for put in puts]
