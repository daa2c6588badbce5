"""Shares of the sealing key on their way out and in: a sheet to print or keep, with its QR, one place a share."""

import os
from collections.abc import Sequence
from pathlib import Path

from bot.commands import secret_input
from bot.commands.output import line, say, tell
from bot.files import sync_folder
from domain.errors import BadInputError
from domain.shamir import Share
from handlers.services import seal_keys
from storage import sealing
from storage.sealing import LockedShare


def places(to: Sequence[Path], count: int, data_dir: Path) -> tuple[Path | None, ...]:
    """Return where each share goes, None for the screen.

    Raises BadInputError where two would lie in one folder, or one in the data folder: they never lie together.
    """
    if not to:
        return (None,) * count
    if len(to) != count:
        raise BadInputError("seal-to-count", count=count)
    data, found = data_dir.resolve(), [path.resolve() for path in to]
    for path in found:
        if not path.is_dir() or found.count(path) > 1 or path == data or data in path.parents:
            raise BadInputError("seal-to-place", path=str(path))
    return tuple(found)


def hand_out(
    key: str, threshold: int, shares: Sequence[tuple[str, Share]], to: Sequence[Path | None]
) -> None:
    """Lock each share under its officer's passphrase and put it where it goes, durably; read back and tried."""
    for (officer, share), place in zip(shares, to, strict=True):
        passphrase = _new_passphrase(officer)
        locked = sealing.lock_share(share, passphrase, key=key, officer=officer, threshold=threshold)
        text = sheet(locked)
        if sealing.unlock_share(sealing.from_text(text), passphrase) != share:
            raise BadInputError("seal-share-unreadable")
        if place is None:
            line(text)
            secret_input.wait(say("seal-prompt-next", officer=officer))
        else:
            path = place / f"baoan-{key[:6]}-{share.index}.txt"
            _write(path, text)
            tell("seal-written", officer=officer, path=str(path))


def sheet(locked: LockedShare) -> str:
    """Return a share as a page: what it is, its letters, and the same as a QR made of letters."""
    words = say(
        "seal-sheet",
        officer=locked.officer,
        id=locked.key,
        number=str(locked.index),
        threshold=str(locked.threshold),
    )
    letters = sealing.to_text(locked)
    return f"{words}\n\n{letters}\n\n{_qr(letters)}\n"


def take(path: Path) -> tuple[LockedShare, Share]:
    """Read a share file and ask for its passphrase; raises BadInputError where either is of no use."""
    locked = read(path)
    return locked, sealing.unlock_share(locked, secret_input.ask(say("seal-prompt", officer=locked.officer)))


def read(path: Path) -> LockedShare:
    """Read a share file; raises BadInputError `file-unreadable` or `seal-share-unreadable`."""
    try:
        with path.open("rb") as file:
            data = file.read(sealing.LONGEST_FILE + 1)
    except OSError as error:
        raise BadInputError("file-unreadable", path=str(path)) from error
    if len(data) > sealing.LONGEST_FILE:
        raise BadInputError("seal-share-unreadable")
    return sealing.from_text(data.decode("utf-8", "replace"))


def _new_passphrase(officer: str) -> str:
    typed = secret_input.ask(say("seal-prompt-new", officer=officer))
    seal_keys.check_passphrase(typed)
    if secret_input.ask(say("seal-prompt-again")) != typed:
        raise BadInputError("seal-passphrase-differs")
    return typed


def _write(path: Path, text: str) -> None:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise BadInputError("seal-file-exists", path=str(path)) from error
    except OSError as error:
        raise BadInputError("seal-to-place", path=str(path)) from error
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    sync_folder(path.parent)


def _qr(letters: str) -> str:
    """Return a QR in half blocks, two rows a line, dark on light with its margin."""
    import segno  # noqa: PLC0415 - only where a share is handed out

    rows = [[bool(dot) for dot in row] for row in segno.make(letters, error="l").matrix_iter(border=4)]
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    marks = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return "\n".join(
        "".join(marks[dots] for dots in zip(top, low, strict=True)).rstrip() for top, low in pairs
    )
