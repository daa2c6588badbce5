"""Whether a webhook really comes from Zalo: a plain SHA-256 over the application, the body, a time and a secret.

Three things are in CONFLICT in what is published (reference/messaging-apis.md A6): whether the time is the
body's or the header's, which of two secrets signs, and whether the application's or the OA's id comes first.
Every combination is tried; which one matched is returned, to be logged.
"""

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

SIGNATURE, TIMESTAMP = "x-zevent-signature", "x-zevent-timestamp"
PREFIXES = ("mac=", "sha256=")


@dataclass(frozen=True, slots=True)
class Keys:
    """What may stand in the signature; an empty secret is never tried (anybody could sign with it)."""

    app_id: str
    oa_id: str
    oa_secret: str = field(repr=False)
    app_secret: str = field(repr=False)


def matched(headers: Mapping[str, str], body: bytes, body_time: str, keys: Keys) -> str | None:
    """Return the variant that signed this body ("body-time/oa-secret/app-id"), None where none did.

    `headers` have lower-case names. Every candidate is compared, in constant time, whichever matches.
    """
    given = headers.get(SIGNATURE, "").strip().strip('"').lower()
    for prefix in PREFIXES:
        given = given.removeprefix(prefix)
    given_bytes = given.encode("utf-8", "replace")
    found: str | None = None
    for name, digest in _candidates(headers.get(TIMESTAMP, "").strip(), body, body_time, keys):
        if hmac.compare_digest(digest.encode(), given_bytes):
            found = found or name
    return found


def sign(first: str, body: bytes, time: str, secret: str) -> str:
    """Return the signature in hex."""
    return hashlib.sha256(first.encode() + body + time.encode() + secret.encode()).hexdigest()


def _candidates(header_time: str, body: bytes, body_time: str, keys: Keys) -> Iterator[tuple[str, str]]:
    for time_name, time in (("body-time", body_time), ("header-time", header_time)):
        for secret_name, secret in (("oa-secret", keys.oa_secret), ("app-secret", keys.app_secret)):
            for first_name, first in (("app-id", keys.app_id), ("oa-id", keys.oa_id)):
                if time and secret and first:
                    yield f"{time_name}/{secret_name}/{first_name}", sign(first, body, time, secret)
