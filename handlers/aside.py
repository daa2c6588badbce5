"""A notice came after the open question and the talk lay idle: what is said now answers the notice first. Pure.

`conversations.offers` keeps when the person last spoke; notices touch the row too, so its own time does not tell.
"""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from domain.vietnamese.fold import fold
from domain.vietnamese.intents import understand
from domain.vietnamese.reorganisation_words import says_received
from domain.vietnamese.work_words import read_progress_kind

IDLE = timedelta(hours=1)
SPOKEN = "spoken"
_FEW_WORDS = 5
_SHORT = 40
_ASKS = re.compile(
    r"\?|\b(?:nao|gi|sao|ai|bao gio|bao nhieu|may|xem|viec cua|my tasks|status|who|which|what)\b"
)
_NOT_ONE = ("tat ca", "moi viec", "viec khac", "ca hai")

Offers = Mapping[str, Any] | None


def spoke(offers: dict[str, Any], now: datetime) -> dict[str, Any]:
    """Return the offers with the time the person last spoke."""
    return {**offers, SPOKEN: now.isoformat()}


def is_aside(offers: Offers, now: datetime) -> bool:
    """Whether the open question stands aside: a notice with choices was shown since, an hour or more of silence."""
    if not offers or offers.get("latest") != "notice":
        return False
    spoken = offers.get(SPOKEN)
    return spoken is None or now - datetime.fromisoformat(spoken) > IDLE


def notice_first(offers: Offers) -> dict[str, Any] | None:
    """Return the offers as they are read while the question stands aside: a bare number is the notice's."""
    question = (offers or {}).get("question")
    if not offers or not question:
        return dict(offers) if offers else None
    return {**offers, "question": {**question, "letters": False}}


def by_words(offers: Offers, text: str) -> str | None:
    """Return the notice's one choice that a few words such as "xong rồi" mean, None where they say more."""
    if not offers or offers.get("latest") != "notice" or len(text.split()) > _FEW_WORDS:
        return None
    said = fold(text)
    kind = read_progress_kind(text)
    names = any(word in said for word in _NOT_ONE) or "bao cao" in said or any(c.isdigit() for c in said)
    if says_received(text):
        return None  # of a handing over
    if kind is None or names or "." in said.strip(" .") or understand(text).slots:
        return None
    fit = [payload for payload in _payloads(offers) if payload.startswith(f"progress:{kind.value}:")]
    return fit[0] if len(fit) == 1 else None


def asked_about(offers: Offers) -> tuple[str, ...]:
    """Return the codes of the duties the latest notice asks about, in its order."""
    found = (payload.split(":") for payload in _payloads(offers))
    return tuple(dict.fromkeys(p[2] for p in found if p[0] == "progress" and len(p) == 3))


def shown_at(offers: Offers) -> datetime | None:
    """Return when the latest notice was shown."""
    at = ((offers or {}).get("notice") or {}).get("at")
    return datetime.fromisoformat(at) if at else None


def is_latest(offers: Offers) -> bool:
    """Whether the notice is what the person saw last."""
    return bool(offers) and (offers or {}).get("latest") == "notice"


def asks(text: str) -> bool:
    """Whether a short message asks, where any words would be an answer ("chờ số liệu các xã" does not)."""
    return len(text) <= _SHORT and _ASKS.search(fold(text)) is not None


def _payloads(offers: Offers) -> list[str]:
    notice = (offers or {}).get("notice")
    return [payload for payload, _label in notice["choices"]] if notice else []
