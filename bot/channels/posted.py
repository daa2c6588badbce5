"""What strangers may post to us and servers may answer: read without trust, the same way by every channel."""

import hmac
import json
from collections.abc import Mapping
from typing import Any


def json_of(raw: str | bytes) -> Any:
    """Return what JSON says; None where it says nothing that can be read."""
    try:
        return json.loads(raw)
    except (ValueError, RecursionError):
        return None


def has_secret(headers: Mapping[str, str], name: str, secret: str | None) -> bool:
    """Whether the header `name` (lower case) holds our secret, compared in constant time; never without one."""
    given = next((value for key, value in headers.items() if key.lower() == name), "")
    return bool(secret) and hmac.compare_digest(given.encode(), (secret or "").encode())
