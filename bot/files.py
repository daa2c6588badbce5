"""The bytes of attachments: one file a digest in the data folder, written so that a crash leaves none half done."""

import hashlib
import os
from pathlib import Path

LIMIT = 20 * 1024 * 1024


class FileStore:
    """Files by digest."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, data: bytes) -> tuple[str, str]:
        """Keep the bytes durably and return (digest, path below the folder)."""
        digest = hashlib.sha256(data).hexdigest()
        path = self._folder / digest[:2] / digest
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            half = path.with_suffix(".part")
            with half.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            half.rename(path)
        return digest, str(path.relative_to(self._folder))

    def get(self, path: str) -> bytes:
        """Return the bytes; raises FileNotFoundError where they are gone."""
        return (self._folder / path).read_bytes()
