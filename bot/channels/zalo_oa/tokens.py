"""The pair of tokens of an Official Account: kept, renewed by one process at a time, never used uncommitted.

The refresh token works once: Zalo answers it with the next pair and forgets it (reference/messaging-apis.md
A1). So a claim with the digest of the token is committed before the call, and the answer before it is used.
Whoever dies in between leaves the claim behind: the next one tries the same token again, and where Zalo
refuses it now, the pair was lost and the operator is told at once.
"""

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy.exc import IntegrityError

from bot.clock import Clock
from bot.store import Store
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

KEY = "zalo_oa_tokens"
LEASE = timedelta(seconds=150)  # longer than both HTTP tries under it
RENEW_EVERY = timedelta(hours=12)
MARGIN = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Pair:
    """The tokens as they are kept. `access` is empty where only a refresh token is known yet."""

    refresh: str = field(repr=False)
    access: str = field(repr=False)
    obtained_at: datetime | None
    expires_at: datetime | None

    def usable(self, now: datetime) -> bool:
        """Whether the access token has not run out."""
        return bool(self.access) and self.expires_at is not None and now < self.expires_at

    def due(self, now: datetime) -> bool:
        """Whether it is time for the next pair: twice a day, or when this one runs out soon."""
        if not self.usable(now + MARGIN) or self.obtained_at is None:
            return True
        return now >= self.obtained_at + RENEW_EVERY


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to spend a refresh token. `unsure`: it was tried before, and no answer came."""

    refresh: str = field(repr=False)
    digest: str
    unsure: bool


@dataclass(frozen=True, slots=True)
class Busy:
    """Another process is renewing; look again then."""

    until: datetime


def digest_of(token: str) -> str:
    """Return what may be kept and compared of a token."""
    return hashlib.sha256(f"baoan-zalo:{token}".encode()).hexdigest()[:32]


class TokenStore:
    """The pair in the database; `given` is the refresh token from the settings."""

    def __init__(self, store: Store, clock: Clock, given: str = "") -> None:
        self._store = store
        self._clock = clock
        self._given = given.strip()

    async def import_given(self) -> bool:
        """Take the refresh token of the settings where it is another than the one last taken."""
        if not self._given:
            return False
        digest = digest_of(self._given)

        def take(uow: UnitOfWork) -> bool:
            state = _state(uow)
            if state.get("imported") == digest:
                return False
            uow.meta.put(KEY, {"refresh": self._given, "access": "", "imported": digest})
            return True

        taken = await self._store.write(take)
        if taken:
            log.info("zalo_oa_refresh_token_imported")
        return taken

    async def load(self) -> Pair | None:
        """Return the pair, None where none was ever given."""
        return await self._store.read(lambda uow: _pair(_state(uow)))

    async def claim(self) -> Claim | Busy | None:
        """Take the right to renew, committed; None where there is no refresh token."""
        now = self._clock.now()

        def take(uow: UnitOfWork) -> Claim | Busy | None:
            state = _state(uow)
            if not state.get("refresh"):
                return None
            digest = digest_of(state["refresh"])
            held = state.get("refreshing")
            if held is not None:
                until = datetime.fromisoformat(held["since"]) + LEASE
                if until > now and not _dead(held.get("by")):
                    return Busy(until)
            open_before = held is not None and held["digest"] == digest
            unsure = open_before or state.get("unsure") == digest
            mine = {"since": now.isoformat(), "digest": digest, "by": _me()}
            uow.meta.put(KEY, {**state, "refreshing": mine, "unsure": digest if unsure else None})
            return Claim(state["refresh"], digest, unsure)

        try:
            return await self._store.write(take)
        except IntegrityError:  # on PostgreSQL two may put the row at once: the other one has it
            return Busy(now + timedelta(seconds=1))

    async def commit(self, claim: Claim, refresh: str, access: str, seconds: int) -> Pair | None:
        """Keep the next pair; None where the operator gave another token meanwhile, which then counts."""
        now = self._clock.now()

        def keep(uow: UnitOfWork) -> Pair | None:
            state = _state(uow)
            if digest_of(state.get("refresh", "")) != claim.digest:
                return None
            fresh = {
                "refresh": refresh,
                "access": access,
                "obtained_at": now.isoformat(),
                "expires_at": (now + timedelta(seconds=seconds)).isoformat(),
                "imported": state.get("imported"),
            }
            uow.meta.put(KEY, fresh)
            return _pair(fresh)

        return await self._store.write(keep)

    async def give_back(self, claim: Claim, *, unsure: bool) -> None:
        """End a claim without a pair; `unsure` where Zalo may have rotated all the same."""

        def end(uow: UnitOfWork) -> None:
            state = _state(uow)
            if digest_of(state.get("refresh", "")) == claim.digest:
                doubt = claim.digest if unsure or claim.unsure else None
                uow.meta.put(KEY, {**state, "refreshing": None, "unsure": doubt})

        await self._store.write(end)


def _state(uow: UnitOfWork) -> dict[str, Any]:
    return dict(uow.meta.get(KEY) or {})


def _pair(state: Mapping[str, Any]) -> Pair | None:
    if not state.get("refresh"):
        return None
    obtained, expires = state.get("obtained_at"), state.get("expires_at")
    return Pair(
        state["refresh"],
        state.get("access") or "",
        datetime.fromisoformat(obtained) if obtained else None,
        datetime.fromisoformat(expires) if expires else None,
    )


def _me() -> list[str | int]:
    """Return who renews: this process, when it was born, in its own space of process numbers."""
    return [_space(), os.getpid(), _born(os.getpid())]


def _dead(holder: Any) -> bool:
    """Whether the holder of a claim surely lives no more; only then need nobody wait for its lease to lapse."""
    if not isinstance(holder, list) or len(holder) != 3 or not holder[0] or holder[0] != _space():
        return False
    return bool(_born(int(holder[1])) != holder[2])


def _space() -> str:
    """Return which boot of which space of process numbers this is, "" where the system does not say."""
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
        return f"{boot}:{Path('/proc/self/ns/pid').readlink()}"
    except OSError:
        return ""


def _born(pid: int) -> str:
    """Return when a process started, in ticks since the boot; "" where there is none, or only its remains."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        return "" if fields[0] in ("Z", "X") else fields[19]
    except (OSError, IndexError):
        return ""
