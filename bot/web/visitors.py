"""Who a browser is: a random token in a cookie, whose digest names the chat; in a trial, a role.

The token itself is never stored: who reads the database cannot take over a chat.
"""

import hashlib
import secrets
from dataclasses import dataclass

from fastapi import Request, Response

from bot.channels.webchat import ACCOUNT, NAME
from bot.web.pages import ROLES
from messages.envelope import Address

COOKIE = "baoan_chat"
ROLE_COOKIE = "baoan_role"
YEAR = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Visitor:
    """A browser's chat; `role` only in a trial; `new_token` where a cookie must be set."""

    chat: str
    role: str | None
    new_token: str | None = None

    @property
    def address(self) -> Address:
        """Return the address of this chat."""
        return Address(NAME, ACCOUNT, self.chat, self.chat)


def visitor_of(request: Request, *, trial: bool) -> Visitor:
    """Return who this browser is."""
    role = request.cookies.get(ROLE_COOKIE)
    if trial and role in {key for key, _ in ROLES}:
        return Visitor(chat=str(role), role=role)
    token = request.cookies.get(COOKIE)
    fresh = None if token else secrets.token_urlsafe(32)
    digest = hashlib.sha256((token or fresh or "").encode()).hexdigest()
    return Visitor(chat=f"w-{digest[:32]}", role=None, new_token=fresh)


def remember(response: Response, visitor: Visitor, *, secure: bool) -> None:
    """Set the cookie of a new visitor."""
    if visitor.new_token:
        response.set_cookie(
            COOKIE, visitor.new_token, max_age=YEAR, httponly=True, samesite="lax", secure=secure
        )


def same_origin(request: Request) -> bool:
    """Whether a changing request comes from our own page: its Origin, where given, names this host."""
    origin = request.headers.get("origin")
    return origin is None or origin.split("//", 1)[-1] == request.headers.get("host")
