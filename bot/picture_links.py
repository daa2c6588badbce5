"""Links to pictures for platforms that take a picture by its address and no upload.

A link names one message of the outbox, one picture in it and an end, under a seal nobody can guess; what it leads to
is looked up in that message, so no link opens anything that was not sent.
"""

import hashlib
import hmac
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from messages.envelope import OutFile

PATH = "/files/"
PICTURES = ("image/jpeg", "image/png")
LIFE = timedelta(days=1)
"""How long a link is good. Whether Zalo keeps a picture or looks again later is not known."""

_PURPOSE = b"baoan: links to pictures"
_OURS = re.compile(r"out-(\d{1,15})", re.ASCII)
_TOKEN = re.compile(r"(([0-9a-f]{1,13})-([0-9a-f]{1,13})-([0-9a-f]{1,9}))-([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Linked:
    """What a link leads to: an attachment, as it went out with a row of the outbox."""

    outbox: int
    attachment: int


class PictureLinks:
    """Makes and reads links. `key` is the installation's own; a key for this purpose alone is derived from it."""

    def __init__(self, key: bytes, public_url: str | None, now: Callable[[], datetime]) -> None:
        self._key = hmac.digest(key, _PURPOSE, "sha256")
        self._base = public_url if public_url is not None and public_url.startswith("https://") else None
        self._now = now

    def link(self, key: str, file: OutFile) -> str | None:
        """Return the address of a picture in the message that delivery calls `key`.

        None for other files, and where nobody outside could open it: no public address, or none by https.
        """
        ours = _OURS.fullmatch(key)
        if self._base is None or ours is None or file.mime not in PICTURES:
            return None
        ends = int((self._now() + LIFE).timestamp())
        said = f"{int(ours[1]):x}-{file.attachment:x}-{ends:x}"
        return f"{self._base}{PATH}{said}-{self._seal(said)}"

    def read(self, token: str) -> Linked | None:
        """Return what the last part of a link leads to; None for what we did not make, or what has ended."""
        found = _TOKEN.fullmatch(token)
        if found is None or not hmac.compare_digest(self._seal(found[1]), found[5]):
            return None
        if int(found[4], 16) <= self._now().timestamp():
            return None
        return Linked(int(found[2], 16), int(found[3], 16))

    def _seal(self, said: str) -> str:
        return hmac.new(self._key, said.encode(), hashlib.sha256).hexdigest()
