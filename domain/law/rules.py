"""What a pack of law holds, as values. The data itself stands in the TOML files beside this module."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from domain.accident import CaseClass, CaseKind, Contract, Sector


class Certainty(StrEnum):
    """Whether a rule was seen in the law's own words (`sure`) or must be checked before it is relied on."""

    SURE = "sure"
    VERIFY = "verify"


def weakest(*certainties: Certainty) -> Certainty:
    """Return `verify` as soon as one of them is."""
    return Certainty.VERIFY if Certainty.VERIFY in certainties else Certainty.SURE


class WhenKind(StrEnum):
    """`immediately` is the law's "ngay": no number of hours belongs to it."""

    IMMEDIATELY = "immediately"
    WITHIN = "within"


class Start(StrEnum):
    """The instants an article may count from."""

    HAPPENED_AT = "happened_at"
    KNOWN_AT = "known_at"
    DIED_AT = "died_at"
    ANNOUNCEMENT_MEETING = "announcement_meeting"
    HALF_YEAR_END = "half_year_end"
    YEAR_END = "year_end"
    IN_USE_AT = "in_use_at"
    INSPECT_BY = "inspect_by"


@dataclass(frozen=True, slots=True)
class Timing:
    """When a duty is to be done; `unit` is `day` or `working_day`.

    `within` without `value`: the article names no time.
    """

    kind: WhenKind
    counted_from: Start
    value: int | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A name the law gives, an addressee or a form, and how sure it is."""

    name: str
    certainty: Certainty = Certainty.SURE


@dataclass(frozen=True, slots=True)
class Rule:
    """One duty of the law: for which cases it stands, and what it asks. Empty sets mean "all".

    `to`, `to_if_fatal` and `form` are keys of the pack's addressees and forms. A None condition is not asked.
    """

    id: str
    duty: str
    by: str
    when: Timing
    article: str
    certainty: Certainty
    kinds: frozenset[CaseKind] = frozenset()
    classes: frozenset[CaseClass] = frozenset()
    contract: Contract | None = None
    sectors: frozenset[Sector] = frozenset()
    insured: bool | None = None
    forensic: bool | None = None
    diagnosed: bool | None = None
    other_employer: bool = False
    to: tuple[str, ...] = ()
    to_if_fatal: tuple[str, ...] = ()
    form: str | None = None
    verify_kinds: frozenset[CaseKind] = frozenset()
    verify_sectors: frozenset[Sector] = frozenset()
    valid_from: date | None = None
    valid_to: date | None = None


@dataclass(frozen=True, slots=True)
class Pack:
    """The law of a stretch of days, `valid_from` included, `valid_to` (its end) excluded, Vietnamese days.

    `last`: no pack follows, so after `valid_to` it goes on being used, all it says to be verified.
    """

    id: str
    title: str
    valid_from: date
    valid_to: date | None
    rules: tuple[Rule, ...]
    addressees: dict[str, Named] = field(hash=False)
    forms: dict[str, Named] = field(hash=False)
    specialised: dict[str, str] = field(hash=False)
    last: bool = False

    def holds_on(self, day: date) -> bool:
        """Say whether the pack itself claims to be the law of `day`."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True, slots=True)
class Ground:
    """Why a victim counts as he does: a code of the injury list or an article, and its words."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Injury:
    """One line of the legal injury list. `ways` and `maybe` are how people say it (see injuries.toml)."""

    code: str
    text: str
    certainty: Certainty
    ways: tuple[tuple[str, ...], ...] = ()
    maybe: tuple[tuple[str, ...], ...] = ()
    unless: str = ""


@dataclass(frozen=True, slots=True)
class EmergencyNumber:
    """A number to ring before anything else."""

    number: str
    service: str
    name: str
    certainty: Certainty
