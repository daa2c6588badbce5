"""What the repositories give back: frozen values, one for each kind of row that leaves storage."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from messages.envelope import Address


@dataclass(frozen=True, slots=True)
class Unit:
    """An office or a commune. `classes` are the class phrases it is a member of."""

    id: int
    code: str
    name: str
    kind: str
    parent_id: int | None
    classes: tuple[str, ...]
    coordinates: bool
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class ReorganisationRecord:
    """A decision about units; `changes` is the plain form of `domain.reorganisation`.

    `state`: adopted, applied or cancelled.
    """

    id: int
    code: str
    state: str
    decision_no: str
    decided_on: date
    effective_on: date
    changes: list[dict[str, Any]]
    adopted_by: int
    adopted_at: datetime
    applied_at: datetime | None


@dataclass(frozen=True, slots=True)
class HandoverRecord:
    """What one unit handed over to another: codes of duties and of cases, and whether the receiver said yes."""

    id: int
    reorganisation_id: int
    from_unit_id: int
    from_name: str
    to_unit_id: int
    duties: list[str]
    cases: list[str]
    asked: int
    next_at: datetime | None
    accepted_by: int | None
    accepted_at: datetime | None
    objection: str | None


@dataclass(frozen=True, slots=True)
class ReplacementRecord:
    """Somebody who is to take over from an officer; `to_id` is None where an invitation must be used first."""

    id: int
    unit_id: int
    from_id: int
    to_id: int | None
    invitation_id: int | None
    made_by: int
    made_at: datetime
    answer: str | None
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class Employer:
    """A registered employer: a unit under its commune (None where that is not known), by its tax code."""

    unit_id: int
    tax_code: str
    name: str
    commune_id: int | None
    address: str | None
    sector: str | None
    workers: int | None
    contact: str | None
    phone: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class OwnDate:
    """When an employer's duty at intervals is due; `open_on` is when to ask for it, None where that is done."""

    unit_id: int
    rule: str
    done_on: date | None
    due_on: date
    open_on: date | None


@dataclass(frozen=True, slots=True)
class Membership:
    """What a person is in a unit; `role`: focal, deputy, head, coordinator, leader, admin, employer.

    `registered`: the unit is an employer of the registry, for which whoever holds `employer` answers.
    """

    person_id: int
    unit_id: int | None
    role: str
    registered: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who writes to us, with the roles that hold now."""

    id: int
    name: str | None
    language: str
    memberships: tuple[Membership, ...] = ()

    def has_role(self, *roles: str) -> bool:
        """Whether any of the roles is held, in whatever unit."""
        return any(m.role in roles for m in self.memberships)

    def units(self, *roles: str) -> tuple[int, ...]:
        """Return the ids of the units where one of the roles (any, if none is named) is held."""
        return tuple(
            dict.fromkeys(m.unit_id for m in self.memberships if m.unit_id and (not roles or m.role in roles))
        )

    @property
    def employers(self) -> tuple[int, ...]:
        """The ids of the registered employers the person answers for."""
        return tuple(dict.fromkeys(m.unit_id for m in self.memberships if m.unit_id and m.registered))


@dataclass(frozen=True, slots=True)
class AddressRecord:
    """Where a person is. `state`: active, blocked; `closed_at` and `refused` are those of `domain.ways.Standing`."""

    id: int
    person_id: int
    address: Address
    state: str
    last_in_at: datetime | None = None
    closed_at: datetime | None = None
    refused: Mapping[str, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Conversation:
    """Where the talk with one person stands: the session (None when none is open) and the choices last shown.

    `spoken_at` is when the person last spoke; a notice to them moves `updated_at` alone.
    """

    person_id: int
    session: dict[str, Any] | None
    offers: dict[str, Any] | None
    updated_at: datetime
    spoken_at: datetime


@dataclass(frozen=True, slots=True)
class InboxRow:
    """A message waiting to be dealt with."""

    id: int
    conversation: str
    body: dict[str, Any]
    attempts: int


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """A message to be sent, or sent."""

    id: int
    person_id: int
    address: Address
    address_id: int
    lane: str
    urgent: bool
    body: dict[str, Any]
    about: dict[str, Any] | None
    attempts: int
    not_before: datetime
    expires_at: datetime | None
    created_at: datetime
    heard_at: datetime | None  # when somebody was last heard at this address


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file somebody sent or that goes out; `state`: pending, stored, lost."""

    id: int
    person_id: int
    kind: str
    name: str
    mime: str
    size: int
    digest: str
    path: str
    state: str


@dataclass(frozen=True, slots=True)
class PendingFile:
    """A file that still lies with its platform."""

    id: int
    person_id: int
    name: str
    channel: str
    reference: str
    attempts: int


@dataclass(frozen=True, slots=True)
class Job:
    """Slow work to be done outside any turn."""

    id: int
    kind: str
    body: dict[str, Any]
    person_id: int
    reply_to: list[str]
    attempts: int


@dataclass(frozen=True, slots=True)
class Invitation:
    """A bound way in, not yet used up. Only its digest is kept."""

    id: int
    hint: str
    unit_id: int | None
    role: str
    created_by: int
    expires_at: datetime
    used_at: datetime | None
    used_by: int | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """A plan document, read, perhaps approved. `reading` is the JSON of domain.plan_json.

    `changes_id` is the plan that a draft corrects or amends; once `merged` it is part of that plan.
    """

    id: int
    code: str
    state: str
    title: str
    number: str | None
    reading: dict[str, Any]
    class_members: dict[str, list[int]]
    check_in: str
    created_by: int
    created_at: datetime
    approved_at: datetime | None
    changes_id: int | None = None


@dataclass(frozen=True, slots=True)
class AssignmentRecord:
    """A row of a plan given to a unit; `ended_at` where it was taken back, with its history."""

    id: int
    plan_task_id: int
    unit_id: int
    role: str
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class PlanTaskRecord:
    """An approved row of a plan."""

    id: int
    plan_id: int
    ref: str
    kind: str
    position: int
    text: str
    deadline: dict[str, Any]
    deadline_text: str | None
    product: str | None
    by_mandate: bool
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CaseDuty:
    """What the law asks in one case; `law` is the plain form of `domain.case_clocks`.

    `unit_id` sees to it; `own`: the law names that unit. `done`: what the person `done_by` said of doing it.
    """

    id: int
    accident_id: int
    rule: str
    law: dict[str, Any]
    unit_id: int | None
    own: bool
    pace: str
    since: datetime
    occurrence_id: int | None
    leads: bool
    ended_at: datetime | None
    ended_why: str | None
    done_at: datetime | None
    done_by: int | None
    done: dict[str, Any] | None


@dataclass(frozen=True, slots=True)
class MachineRecord:
    """A machine as it was declared, with the code of its case."""

    id: int
    accident_id: int
    kind: str | None
    name: str
    maker: str | None
    serial: str | None
    capacity: str | None
    workplace: str | None
    unit_id: int | None
    certificate: str | None
    in_use_on: date | None
    inspected_on: date | None
    inspect_by: date | None
    updated_at: datetime
    code: str


@dataclass(frozen=True, slots=True)
class OfCase:
    """The part of the law's duty in what a unit owes: of which case, by which rule, who else may see to it."""

    code: str
    duty_id: int
    rule: str
    law: Mapping[str, Any]
    own: bool
    pace: str
    since: datetime
    unit_id: int | None
    taken_by: int | None

    @property
    def duty(self) -> str:
        """What is to be done, by the law's own kind ("declare", "investigate")."""
        return str(self.law["duty"])

    @property
    def at_once(self) -> bool:
        """Whether it is owed now without a last day."""
        return self.pace == "at_once"


@dataclass(frozen=True, slots=True)
class OccurrenceRecord:
    """One unit's debt for one period, joined with what it is about.

    Of a plan, or of the law in a case: then `case` says which, and what names a plan is empty or 0.
    """

    id: int
    code: str
    label: str
    opens_on: date
    due_on: date | None
    check_in_until: date | None
    state: str
    percent: int | None
    promised_on: date | None
    snoozed_until: date | None
    assignment_id: int
    role: str
    unit_id: int
    unit_name: str
    plan_id: int
    plan_code: str
    task_id: int
    task_ref: str
    task_kind: str
    task_text: str
    product: str | None
    policy_id: int | None = None
    next_at: datetime | None = None
    case: OfCase | None = None


@dataclass(frozen=True, slots=True)
class PolicySetting:
    """A policy as an office set it: for the duties of a plan, of a unit, or (neither) for all."""

    id: int
    plan_id: int | None
    unit_id: int | None
    toml: str
    set_by: str
    reason: str
    set_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class ProgressRecord:
    """One thing a unit said about an occurrence, and what was decided on it."""

    id: int
    occurrence_id: int
    person_id: int
    kind: str
    percent: int | None
    document_no: str | None
    attachment_id: int | None
    note: str | None
    wanted_on: date | None
    at: datetime
    decision: str | None
    decision_note: str | None
    decided_by: int | None
    decided_at: datetime | None
    due_was: date | None = None  # the due day when more time was asked for
    figure: float | None = None  # what a target has reached
    receiver_id: int | None = None  # the unit that is to take what is not ours
    receiver_note: str | None = None  # why it does not
    forwarded_at: datetime | None = None  # when it was laid before the leader


@dataclass(frozen=True, slots=True)
class AccidentRecord:
    """A case."""

    id: int
    code: str
    kind: str
    state: str
    unit_id: int | None
    reporter_id: int
    channel: str
    suggested_class: str
    created_at: datetime
    dispatched_at: datetime | None
    acknowledged_at: datetime | None
    acknowledged_by: int | None
    next_check_at: datetime | None
    checks: int
    privacy: str = "named"  # named | confidential | anonymous
    handle: str | None = None  # what a reporter who is not named is called

    @property
    def is_private(self) -> bool:
        """Whether nobody is to learn from the case who reported it."""
        return self.privacy != "named"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an officer said of two reports: of one accident (`same`) or not. `before`: by case id, where it stood."""

    id: int
    accident_id: int
    other_id: int
    same: bool
    reason: str
    before: Mapping[str, Any]
    decided_by: int
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class SealSet:
    """An office key whose private half is shared out; `state`: pending, current, retired."""

    id: int
    key: str
    public: str
    threshold: int
    state: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class SealShare:
    """What is known of a share: whose it is and how to know it again. `recovery`: it lies in an envelope."""

    id: int
    set_id: int
    number: int
    officer: str
    recovery: bool
    digest: str
    proved_at: datetime | None


@dataclass(frozen=True, slots=True)
class SealedIdentity:
    """An identity under its own key; `wrapped` is that key for one office key. All base64."""

    id: int
    accident_id: int
    handle: str
    box: str
    wrapped: str


@dataclass(frozen=True, slots=True)
class SealOpening:
    """An opening that a first officer has asked for."""

    id: int
    accident_id: int
    set_id: int
    number: int
    officer: str
    reason: str
    contribution: str | None
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class FactRecord:
    """A fact that holds: who told it (None: anonymously), when, and in which inbox row (None: not known)."""

    id: int
    accident_id: int
    field: str
    value: Any
    person_id: int | None
    at: datetime
    source: int | None


@dataclass(frozen=True, slots=True)
class DialogueRecord:
    """A talk between a person and an officer; `storage/tables.py` says what each column holds."""

    id: int
    person_id: int
    accident_id: int | None
    unit_id: int | None
    way: str
    channel: str
    state: str
    grave: bool
    asked_at: datetime
    taken_by: int | None
    taken_at: datetime | None
    last_word_at: datetime
    next_check_at: datetime | None
    checks: int
    warned: bool

    def side_of(self, person_id: int) -> str:
        """Return on which side of it a person stands."""
        return "person" if person_id == self.person_id else "officer"

    def other_than(self, person_id: int) -> int | None:
        """Return who is on the other side, None where nobody is (yet), or an officer at the platform's own inbox."""
        return self.taken_by if person_id == self.person_id else self.person_id


@dataclass(frozen=True, slots=True)
class DialogueWord:
    """One thing said in a dialogue; `side` is person or officer, `outbox_id` what carries it to the other."""

    id: int
    dialogue_id: int
    side: str
    kind: str
    text: str | None
    attachment_id: int | None
    place: tuple[float, float] | None
    at: datetime
    source: int
    outbox_id: int | None


@dataclass(frozen=True, slots=True)
class PassingRecord:
    """A case its officer offered to another; `answer`: yes, no, lapsed, None while it waits."""

    id: int
    accident_id: int
    from_id: int
    to_id: int
    asked_at: datetime
    ends_at: datetime
    answer: str | None
