"""Receipts at the command line: checking one without database or network, looking a code up, the key."""

import argparse
from pathlib import Path
from typing import Any

from bot import receipt_keys
from bot.commands.database import opened as _database
from bot.commands.output import LANGUAGE, emit, line, say, tell
from bot.receipt_keys import ReceiptKeys
from bot.settings import Settings
from domain import receipt
from domain.accident import find_case_codes
from domain.errors import BadInputError
from domain.receipt import Receipt
from messages.words import moment
from storage import signing


def add(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the parsers."""
    receipts = commands.add_parser("receipt", help="receipts of reports").add_subparsers(required=True)
    verify = receipts.add_parser("verify", help="check a receipt file offline, or look a code up")
    verify.add_argument("what", metavar="FILE|CODE")
    verify.add_argument(
        "--key", type=Path, metavar="FILE", help="the office's public key, as it is published"
    )
    verify.add_argument("--content", type=Path, metavar="FILE", help="the content that came with the receipt")
    verify.set_defaults(run=_verify)
    key = receipts.add_parser("key", help="the key that signs receipts; made if there is none")
    key.add_argument("--public", action="store_true", help="print what is published of it")
    key.add_argument(
        "--rotate", action="store_true", help="make a new one; old receipts can still be checked"
    )
    key.set_defaults(run=_key)


def _verify(arguments: argparse.Namespace) -> int:
    path = Path(arguments.what)
    if not path.is_file() and find_case_codes(arguments.what):
        return _look_up(find_case_codes(arguments.what)[0])
    found = receipt.read(_bytes(path, receipt.LONGEST))
    keys = receipt_keys.trusted(Settings.load().data_dir, arguments.key)
    if found.key not in keys:
        raise BadInputError("receipt-key-unknown", id=found.key)
    if not signing.is_signed(keys[found.key], found.signed, found.signature):
        raise BadInputError("receipt-signature-wrong")
    holds = _compare(found, arguments.content) if arguments.content else ""
    told = {
        "code": found.code,
        "office": found.office,
        "reported": moment(LANGUAGE, found.reported_at),
        "issued": moment(LANGUAGE, found.issued_at),
        "id": found.key,
    }
    line(f"{say('receipt-good', **told)}{holds}".replace("\n", " "))
    return 0


def _compare(found: Receipt, path: Path) -> str:
    if not receipt.holds(found, _bytes(path, receipt.LONGEST_CONTENT)):
        raise BadInputError("receipt-content-wrong")
    return f" {say('receipt-content-good')}"


def _bytes(path: Path, longest: int) -> bytes:
    """Read a file, one byte more than it may have at most; raises BadInputError `file-unreadable`."""
    try:
        with path.open("rb") as file:
            return file.read(longest + 1)
    except (OSError, ValueError) as error:
        raise BadInputError("file-unreadable", path=str(path)) from error


def _look_up(code: str) -> int:
    """Say when a case was reported, and nothing else of it; raises BadInputError `receipt-code-unknown`."""
    with _database() as database, database.reading() as uow:
        case = uow.accidents.by_code(code)
    if case is None:
        raise BadInputError("receipt-code-unknown", code=code)
    emit({"code": case.code, "reported_at": case.created_at.isoformat(timespec="seconds")})
    return 0


def _key(arguments: argparse.Namespace) -> int:
    settings = Settings.load()
    configured = settings.receipt_key.get_secret_value() if settings.receipt_key else None
    keys = ReceiptKeys(settings.data_dir, configured)
    used = keys.rotate() if arguments.rotate else keys.current()
    if arguments.public:
        emit(keys.published(), indent=True)
    else:
        tell("receipt-key", id=used.id)
    return 0
