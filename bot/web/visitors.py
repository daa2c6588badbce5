"""Who a browser is: a random token in a cookie, whose digest names the chat; in a trial, a role.

The token itself is never stored: who reads the database cannot take over a chat. Only tokens that we made count
(they carry a seal under a key of this installation): a cookie that somebody else put there is replaced.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass

from fastapi import Response
from starlette.requests import HTTPConnection

from bot.channels.webchat import ACCOUNT, NAME
from bot.web.pages import ROLES
from messages.envelope import Address
from storage.unit_of_work import UnitOfWork

COOKIE = "baoan_chat"
ROLE_COOKIE = "baoan_role"
KEY = "web_cookie_key"
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


def cookie_key(uow: UnitOfWork) -> bytes:
    """Return the key of this installation; the first start makes it."""
    known = uow.meta.get(KEY)
    if known is None:
        known = secrets.token_hex(32)
        uow.meta.put(KEY, known)
    return bytes.fromhex(known)


class Visitors:
    """Knows browsers by their cookies. `secure` where the pages are reached by https."""

    def __init__(self, key: bytes, *, trial: bool, secure: bool) -> None:
        self._key = key
        self._trial = trial
        self._secure = secure
        self._cookie = f"__Host-{COOKIE}" if secure else COOKIE

    def of(self, request: HTTPConnection) -> Visitor:
        """Return who this browser is."""
        role = request.cookies.get(ROLE_COOKIE)
        if self._trial and role in {key for key, _ in ROLES}:
            return Visitor(chat=str(role), role=role)
        known = request.cookies.get(self._cookie, "")
        fresh = None if self._is_ours(known) else self._new()
        digest = hashlib.sha256((fresh or known).encode()).hexdigest()
        return Visitor(chat=f"w-{digest[:32]}", role=None, new_token=fresh)

    def remember(self, response: Response, visitor: Visitor) -> None:
        """Set the cookie of a new visitor."""
        if visitor.new_token:
            response.set_cookie(
                self._cookie,
                visitor.new_token,
                max_age=YEAR,
                httponly=True,
                samesite="lax",
                secure=self._secure,
            )

    def _new(self) -> str:
        number = secrets.token_urlsafe(32)
        return f"{number}.{self._seal(number)}"

    def _is_ours(self, token: str) -> bool:
        number, _, seal = token.partition(".")
        return hmac.compare_digest(seal.encode(), self._seal(number).encode())

    def _seal(self, number: str) -> str:
        return hmac.new(self._key, number.encode(), hashlib.sha256).hexdigest()
