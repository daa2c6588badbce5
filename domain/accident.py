"""Cases and the facts the law asks about: kinds, severities, states and codes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CaseKind(StrEnum):
    """What was reported; `equipment` is a machine declared. Near miss and hazard only ask to tell at once."""

    ACCIDENT = "accident"
    COMMUTING = "commuting"
    DISEASE = "disease"
    TECHNICAL_INCIDENT = "technical_incident"
    NEAR_MISS = "near_miss"
    HAZARD = "hazard"
    EQUIPMENT = "equipment"


class Severity(StrEnum):
    """How badly one person is hurt, after Article 9 of Decree 39/2016; `unknown` until facts decide it."""

    FATAL = "fatal"
    SERIOUS = "serious"
    LIGHT = "light"
    UNKNOWN = "unknown"


class CaseClass(StrEnum):
    """What the law's duties hang on: the class of the whole case, derived from its victims."""

    FATAL = "fatal"
    MULTIPLE_SERIOUS = "multiple_serious"
    SINGLE_SERIOUS = "single_serious"
    LIGHT = "light"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """What is known of a victim's life; `missing` is not dead until a court says so."""

    DEAD = "dead"
    MISSING = "missing"
    ALIVE = "alive"
    UNKNOWN = "unknown"


class Contract(StrEnum):
    """Whether the victims work under a labour contract; the two answers lead to different duties."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Sector(StrEnum):
    """Trades in which a specialised authority is told too (Law 84/2015, Article 34(1)c), and `general`."""

    GENERAL = "general"
    RADIATION = "radiation"
    OIL_GAS = "oil_gas"
    RAIL = "rail"
    ROAD = "road"
    WATER = "water"
    AIR = "air"
    MARITIME = "maritime"
    ARMED_FORCES = "armed_forces"


@dataclass(frozen=True, slots=True)
class Change:
    """Whether a state may become another; `reason` names a message either way. True when allowed."""

    allowed: bool
    reason: str

    def __bool__(self) -> bool:
        return self.allowed


class CaseState(StrEnum):
    """Where a case stands. `dispatched` means sent on; only `acknowledged` means that a person took it."""

    OPEN = "open"
    DISPATCHED = "dispatched"
    ACKNOWLEDGED = "acknowledged"
    BEING_HANDLED = "being_handled"
    CLOSED = "closed"
    CANCELLED = "cancelled"

    def can_become(self, new: "CaseState") -> Change:
        """Say whether this state may become `new`, with the key of the reason (`case-change-…`)."""
        if new is self:
            return Change(allowed=False, reason="case-change-same")
        if new in _NEXT[self]:
            return Change(allowed=True, reason=f"case-change-to-{new.value.replace('_', '-')}")
        if self in ENDED:
            return Change(allowed=False, reason="case-change-reopen-first")
        return Change(allowed=False, reason="case-change-out-of-order")


_NEXT: dict[CaseState, frozenset[CaseState]] = {
    CaseState.OPEN: frozenset({CaseState.DISPATCHED, CaseState.ACKNOWLEDGED, CaseState.CANCELLED}),
    CaseState.DISPATCHED: frozenset({CaseState.ACKNOWLEDGED, CaseState.OPEN, CaseState.CANCELLED}),
    # Back to dispatched: passed on, and nobody's until the next person says yes.
    CaseState.ACKNOWLEDGED: frozenset(
        {CaseState.BEING_HANDLED, CaseState.DISPATCHED, CaseState.CLOSED, CaseState.CANCELLED}
    ),
    CaseState.BEING_HANDLED: frozenset({CaseState.DISPATCHED, CaseState.CLOSED, CaseState.CANCELLED}),
    CaseState.CLOSED: frozenset({CaseState.OPEN, CaseState.BEING_HANDLED}),
    CaseState.CANCELLED: frozenset({CaseState.OPEN}),
}
ENDED = frozenset({CaseState.CLOSED, CaseState.CANCELLED})


@dataclass(frozen=True, slots=True)
class Place:
    """Where it happened, as people name it; empty parts are not known yet."""

    commune: str | None = None
    province: str | None = None


@dataclass(frozen=True, slots=True)
class VictimFacts:
    """What the law needs to know of one victim. `severity` is only the reporter's word.

    `injuries` holds plain words or codes of the legal injury list; `died_at` is aware.
    """

    employer: str | None = None
    died_at: datetime | None = None
    outcome: Outcome = Outcome.UNKNOWN
    injuries: tuple[str, ...] = ()
    severity: Severity | None = None

    def __post_init__(self) -> None:
        _refuse_naive(self.died_at)


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """All the law's clocks look at. `known_at`: when the report of the accident was received.

    `announced_at`: the meeting that announced the minutes of the investigation, None while there was none.
    `diagnosed`: of a disease, whether a doctor found it (False: only suspected). `in_use_at`, `inspect_by`: of a
    machine, the day it is put into use and the last day its inspection holds.
    Times are aware. `happened_at` may be None while nobody knows; `known_at` then stands in, with a question.
    """

    kind: CaseKind
    happened_at: datetime | None
    known_at: datetime
    place: Place = Place()
    contract: Contract = Contract.UNKNOWN
    place_employer: str | None = None
    victims: tuple[VictimFacts, ...] = ()
    sector: Sector = Sector.GENERAL
    voluntary_insurance: bool | None = None
    forensic: bool | None = None
    announced_at: datetime | None = None
    diagnosed: bool | None = None
    in_use_at: datetime | None = None
    inspect_by: datetime | None = None

    def __post_init__(self) -> None:
        _refuse_naive(self.happened_at)
        _refuse_naive(self.known_at)
        _refuse_naive(self.announced_at)
        _refuse_naive(self.in_use_at)
        _refuse_naive(self.inspect_by)


def _refuse_naive(moment: datetime | None) -> None:
    if moment is not None and moment.utcoffset() is None:
        msg = f"a moment without an offset: {moment.isoformat()}"
        raise ValueError(msg)


def class_of(severities: Iterable[Severity]) -> CaseClass:
    """Derive the class of a case from its victims: what it is at least, on what is known.

    One serious and one unknown victim is `single_serious` (so far); light and unknown is `unknown`.
    """
    counted = list(severities)
    if Severity.FATAL in counted:
        return CaseClass.FATAL
    serious = counted.count(Severity.SERIOUS)
    if serious:
        return CaseClass.MULTIPLE_SERIOUS if serious > 1 else CaseClass.SINGLE_SERIOUS
    if not counted or Severity.UNKNOWN in counted:
        return CaseClass.UNKNOWN
    return CaseClass.LIGHT


_WORST_FIRST = (Severity.FATAL, Severity.SERIOUS, Severity.UNKNOWN, Severity.LIGHT)


def worst_of(severities: Iterable[Severity]) -> Severity:
    """Return the worst severity; `unknown` outranks `light`, and stands for a case without victims."""
    return min(severities, key=_WORST_FIRST.index, default=Severity.UNKNOWN)


CODE_PREFIXES: dict[CaseKind, str] = {
    CaseKind.ACCIDENT: "TN",
    CaseKind.COMMUTING: "TN",
    CaseKind.DISEASE: "BN",
    CaseKind.TECHNICAL_INCIDENT: "SC",
    CaseKind.NEAR_MISS: "SC",
    CaseKind.HAZARD: "SC",
    CaseKind.EQUIPMENT: "TB",
}
"""The letters a case code starts with: tai nạn, sự cố, bệnh nghề nghiệp, thiết bị."""

# Without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V: over the telephone or from a worn sheet none is taken for another.
CODE_ALPHABET = "34679ACDEFGHJKMNPQRTWXY"
_CODE = re.compile(r"(?<![0-9A-Z])([A-Z]{2,3})[-\s]?(\d{2})[-\s]?([0-9A-Z]{4,8})(?![0-9A-Z])")


def case_code(prefix: str, year: int, token: bytes) -> str:
    """Make a case code such as `TN-26-7K3F`; each byte of `token` (4 to 8, random) gives one character.

    Uniqueness is the caller's: draw another token when the code is taken.
    """
    if not re.fullmatch(r"[A-Z]{2,3}", prefix) or not 4 <= len(token) <= 8:
        msg = f"a code needs 2-3 capital letters and 4-8 bytes, not {prefix!r} and {len(token)}"
        raise ValueError(msg)
    tail = "".join(CODE_ALPHABET[byte % len(CODE_ALPHABET)] for byte in token)
    return f"{prefix}-{year % 100:02d}-{tail}"


def find_case_codes(text: str) -> tuple[str, ...]:
    """Find case codes as people type them (`tn 26 7k3f`, `TN26-7K3F`), in the written form, each once."""
    known = set(CODE_PREFIXES.values())
    found = (m.groups() for m in _CODE.finditer(text.upper()))
    return tuple(dict.fromkeys("-".join(parts) for parts in found if parts[0] in known))
