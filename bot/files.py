"""The bytes of attachments: one file a digest in the data folder, written so that a crash leaves none half done."""

import hashlib
import os
from pathlib import Path
from tempfile import NamedTemporaryFile


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


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
            with NamedTemporaryFile(dir=path.parent, delete=False) as half:
                half.write(data)
                half.flush()
                os.fsync(half.fileno())
            Path(half.name).replace(path)
            sync_folder(path.parent)
        return digest, str(path.relative_to(self._folder))

    def get(self, path: str) -> bytes:
        """Return the bytes; raises FileNotFoundError where they are gone."""
        return (self._folder / path).read_bytes()
