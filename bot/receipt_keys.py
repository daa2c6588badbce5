"""The key that signs receipts: its private half in the data folder or in the settings, its public half published.

Every public half there ever was stays in the published list, so that old receipts can be checked. The list is
written before the private half is used: no receipt is signed by a key that nobody can look up.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from bot.files import sync_folder
from domain.errors import BadInputError
from storage import signing

PRIVATE, PUBLIC = "receipt-key.pem", "receipt-keys.json"
LONGEST = 256 * 1024


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The key in use; `private` is PEM and does not show in a log."""

    id: str
    private: str

    def __repr__(self) -> str:
        """Leave the private half out."""
        return f"SigningKey({self.id})"


class ReceiptKeys:
    """The keys of one installation; made when first they are asked for."""

    def __init__(self, folder: Path, configured: str | None = None) -> None:
        self._folder = folder
        self._configured = configured
        self._known: SigningKey | None = None

    def current(self) -> SigningKey:
        """Return the key that signs now; raises BadInputError `receipt-key-unusable` where it is none."""
        if self._known is None:
            private = self._configured or self._kept() or self._make(replace=False)
            public = signing.public_of(private)
            self._publish(public)
            self._known = SigningKey(signing.key_id(public), private)
        return self._known

    def rotate(self) -> SigningKey:
        """Make a new key; raises BadInputError `receipt-key-configured` where the settings bring one."""
        if self._configured:
            raise BadInputError("receipt-key-configured")
        self._known = None
        self._make(replace=True)
        return self.current()

    def published(self) -> dict[str, Any]:
        """Return what anybody may know: every public half there ever was, and which one signs now."""
        current = self.current().id
        return {"current": current, "keys": _read(self._folder / PUBLIC)["keys"]}

    def _kept(self) -> str | None:
        path = self._folder / PRIVATE
        return path.read_text("utf-8") if path.exists() else None

    def _make(self, *, replace: bool) -> str:
        """Make a key and keep it; of two processes that do so at once the first one's is taken."""
        private = signing.new_private()
        self._publish(signing.public_of(private))
        path = self._folder / PRIVATE
        half = _half(self._folder, private)
        try:
            if replace:
                half.replace(path)
            else:
                os.link(half, path)
        except FileExistsError:
            return path.read_text("utf-8")
        finally:
            half.unlink(missing_ok=True)
        sync_folder(self._folder)
        return private

    def _publish(self, public: str) -> None:
        path = self._folder / PUBLIC
        known = _read(path)["keys"] if path.exists() else []
        key_id = signing.key_id(public)
        if any(key["id"] == key_id for key in known):
            return
        since = datetime.now(UTC).isoformat(timespec="seconds")
        known.append({"id": key_id, "algorithm": "Ed25519", "public": public, "since": since})
        _half(self._folder, json.dumps({"keys": known}, indent=1)).replace(path)
        sync_folder(self._folder)


def trusted(folder: Path, key_file: Path | None) -> Mapping[str, str]:
    """Return the public keys a receipt may be signed with, by id: of a file given, else those published here.

    The file is what `/receipt-key` answers, or a PEM. Raises BadInputError `file-unreadable`, `receipt-key-unusable`.
    """
    path = key_file or folder / PUBLIC
    if key_file is None and not path.exists():
        return {}
    try:
        with path.open("rb") as file:
            text = file.read(LONGEST).decode()
    except (OSError, UnicodeDecodeError) as error:
        raise BadInputError("file-unreadable", path=str(path)) from error
    if "-----BEGIN" in text:
        public = signing.public_in_pem(text)
        return {signing.key_id(public): public}
    found = _keys(text)
    return {signing.key_id(public): public for public in found}


def _keys(text: str) -> list[str]:
    try:
        publics = [str(key["public"]) for key in json.loads(text)["keys"]]
        for public in publics:
            signing.key_id(public)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise BadInputError("receipt-key-unusable") from error
    return publics


def _read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def _half(folder: Path, text: str) -> Path:
    """Write a file of mode 0600 under a passing name, durably."""
    folder.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile("w", encoding="utf-8", dir=folder, suffix=".tmp", delete=False) as half:
        half.write(text)
        half.flush()
        os.fsync(half.fileno())
    return Path(half.name)
