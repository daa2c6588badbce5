"""A local spool for the hours when the database is away: one fsynced line a message, drained oldest first."""

import os
from collections.abc import Iterable
from pathlib import Path

import orjson

from bot.files import sync_folder
from messages.envelope import InboundMessage


class Spool:
    """Messages that could not be written to the inbox yet."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def append(self, messages: Iterable[InboundMessage]) -> None:
        """Write the messages down so that a power cut cannot take them."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("ab") as file:
            file.write(b"\n")  # a line cut short before must not swallow the next one
            for message in messages:
                file.write(orjson.dumps(message.to_json()) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        sync_folder(self._path.parent)

    def waiting(self) -> list[InboundMessage]:
        """Return what lies here, oldest first. A line cut short by a crash was never acknowledged: it is left out."""
        if not self._path.exists():
            return []
        found = []
        for line in self._path.read_bytes().split(b"\n"):
            try:
                found.append(InboundMessage.from_json(orjson.loads(line)))
            except (ValueError, TypeError, KeyError):
                continue
        return found

    def set_aside(self, message: InboundMessage) -> None:
        """Write down beside the spool what the database does not take, for an operator."""
        Spool(self._path.with_suffix(".aside.jsonl")).append([message])

    def clear(self) -> None:
        """Forget what lies here, once it is in the inbox."""
        self._path.unlink(missing_ok=True)
