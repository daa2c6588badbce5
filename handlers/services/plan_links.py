"""Links from the chat to the page where a plan is reviewed: sealed, for one person and one plan, and soon over.

A link is opened once into a visit (a cookie of the browser), so that it need not stand in the address bar. What
seals them is a key of this installation; that the person still coordinates is looked at each time anew.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from handlers.acting import Acting
from handlers.services import access
from storage.unit_of_work import UnitOfWork

KEY = "plan_link_key"
LINK_LASTS, VISIT_LASTS = timedelta(minutes=30), timedelta(hours=8)
WEB = "webchat"
"""The channel whose page lies on this very server, so that a path alone leads there."""

LINK, VISIT, FORM = "link", "visit", "form"
_LONGEST = 400


@dataclass(frozen=True, slots=True)
class MakeLink:
    """Make a link to the page of a plan."""

    code: str


def make_link(uow: UnitOfWork, command: MakeLink, by: Acting) -> dict[str, str]:
    """Return {"url", "until"}: where to go, and the instant (ISO) until which the link opens.

    Raises NotAllowedError `plan-unknown`. The audit trail says that a link was made, not which.
    """
    plan = access.access_plan_for(uow, by.person, command.code)
    key = uow.meta.get(KEY)
    if key is None:
        key = by.around.token(32).hex()
        uow.meta.put(KEY, key)
    until = by.now + LINK_LASTS
    token = seal(key, LINK, by.person.id, plan.code, until, by.around.token(16).hex())
    uow.audit.add("plan_link_made", f"plan:{plan.code}", person_id=by.person.id, now=by.now)
    return {
        "url": f"{(by.around.public_url or '').rstrip('/')}/plans/{plan.code}?k={token}",
        "until": until.isoformat(),
    }


def has_page(by: Acting) -> bool:
    """Whether the person can be led to the page from where they write."""
    return by.around.public_url is not None or by.address.channel == WEB


@dataclass(frozen=True, slots=True)
class Sealed:
    """What a sealed token says: who, which plan, until when."""

    person_id: int
    code: str
    until: datetime


def seal(key: str, purpose: str, person_id: int, code: str, until: datetime, nonce: str) -> str:
    """Return a token nobody without the key can make or change."""
    said = f"{person_id}.{code}.{int(until.timestamp())}.{nonce}"
    return f"{said}.{_mac(key, purpose, said)}"


def unseal(key: str | None, purpose: str, token: str, now: datetime) -> Sealed | None:
    """Return what a token of this purpose says, None where it is not ours, or over."""
    said, _, mac = token[:_LONGEST].rpartition(".")
    parts = said.split(".")
    if (
        key is None
        or len(parts) != 4
        or not hmac.compare_digest(mac.encode(), _mac(key, purpose, said).encode())
    ):
        return None
    person, code, until, _ = parts
    found = Sealed(int(person), code, datetime.fromtimestamp(int(until), UTC))
    return found if now < found.until else None


def _mac(key: str, purpose: str, said: str) -> str:
    return hmac.new(bytes.fromhex(key), f"{purpose}|{said}".encode(), hashlib.sha256).hexdigest()
