"""Every table. Only storage may know them; the migrations and this file must agree (a test compares them)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Named,
    String,
    Table,
    TypedColumns,
    UniqueConstraint,
)

from storage.types import Instant, Json

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    },
)


class WithId(TypedColumns):
    id: Named[int] = Column(Integer, primary_key=True, autoincrement=True)


class MetaColumns(TypedColumns):
    name: Named[str] = Column(primary_key=True)
    value: Named[Any] = Column(Json, nullable=False)


class UnitColumns(WithId):
    code: Named[str] = Column(unique=True)
    name: Named[str]
    folded: Named[str] = Column(index=True)
    kind: Named[str]  # authority | office | commune | employer
    parent_id: Named[int | None] = Column(ForeignKey("units.id"))
    classes: Named[Any] = Column(Json, nullable=False)  # class phrases this unit is a member of
    coordinates: Named[bool]  # the office that follows the plan
    ended_on: Named[date | None] = Column(index=True)  # the first day it stands no more


class ReorganisationColumns(WithId):
    code: Named[str] = Column(unique=True)
    state: Named[str]  # adopted | applied | cancelled
    decision_no: Named[str]
    decided_on: Named[date]
    effective_on: Named[date] = Column(index=True)
    changes: Named[Any] = Column(Json, nullable=False)  # domain/reorganisation.py, changes_to_json
    adopted_by: Named[int] = Column(ForeignKey("people.id"))
    adopted_at: Named[datetime] = Column(Instant, nullable=False)
    applied_at: Named[datetime | None] = Column(Instant)


class HandoverColumns(WithId):
    reorganisation_id: Named[int] = Column(ForeignKey("reorganisations.id"), index=True)
    from_unit_id: Named[int] = Column(ForeignKey("units.id"), index=True)
    from_name: Named[str]  # what the giver was called then: a renamed unit has another name now
    to_unit_id: Named[int] = Column(ForeignKey("units.id"), index=True)
    duties: Named[Any] = Column(Json, nullable=False)  # codes of what was owed when it was handed over
    cases: Named[Any] = Column(Json, nullable=False)  # codes of the open cases
    asked: Named[int]  # how often the receiver was asked
    next_at: Named[datetime | None] = Column(Instant, index=True)  # when to ask again
    accepted_by: Named[int | None] = Column(ForeignKey("people.id"))
    accepted_at: Named[datetime | None] = Column(Instant)
    objection: Named[str | None]


class UnitAliasColumns(WithId):
    unit_id: Named[int] = Column(ForeignKey("units.id"))
    folded: Named[str] = Column(unique=True)


class EmployerColumns(TypedColumns):
    unit_id: Named[int] = Column(ForeignKey("units.id"), primary_key=True, autoincrement=False)
    tax_code: Named[str] = Column(unique=True)
    address: Named[str | None]
    sector: Named[str | None]
    workers: Named[int | None]
    contact: Named[str | None]
    phone: Named[str | None]
    email: Named[str | None]
    entered_at: Named[datetime] = Column(Instant, nullable=False)


class OwnDateColumns(WithId):
    unit_id: Named[int] = Column(ForeignKey("units.id"))
    rule: Named[str]  # the duty's id in domain/law/periodic.toml
    done_on: Named[date | None]
    due_on: Named[date]
    open_on: Named[date | None] = Column(index=True)  # when to ask for it; null: it is asked for already


class PersonColumns(WithId):
    name: Named[str | None]
    language: Named[str]
    created_at: Named[datetime] = Column(Instant, nullable=False)


class ReplacementColumns(WithId):
    unit_id: Named[int] = Column(ForeignKey("units.id"), index=True)
    from_id: Named[int] = Column(ForeignKey("people.id"), index=True)
    to_id: Named[int | None] = Column(ForeignKey("people.id"))  # None: whoever uses the invitation
    invitation_id: Named[int | None] = Column(ForeignKey("invitations.id"), index=True)
    made_by: Named[int] = Column(ForeignKey("people.id"))
    made_at: Named[datetime] = Column(Instant, nullable=False)
    answer: Named[str | None]  # yes | no | replaced
    answered_at: Named[datetime | None] = Column(Instant)


class MembershipColumns(WithId):
    person_id: Named[int] = Column(ForeignKey("people.id"), index=True)
    unit_id: Named[int | None] = Column(ForeignKey("units.id"), index=True)
    role: Named[str]
    since: Named[datetime] = Column(Instant, nullable=False)
    until: Named[datetime | None] = Column(Instant)


class AddressColumns(WithId):
    person_id: Named[int] = Column(ForeignKey("people.id"), index=True)
    channel: Named[str]
    account: Named[str]
    chat: Named[str]
    sender: Named[str]
    state: Named[str]  # active | blocked
    last_in_at: Named[datetime | None] = Column(Instant)
    menu: Named[str | None]  # digest of the menu the platform shows there; null: that of a stranger
    closed_at: Named[datetime | None] = Column(Instant)  # the platform takes no ordinary message since
    refused: Named[Any] = Column(Json, nullable=True)  # topic -> when its template was refused


class InvitationColumns(WithId):
    digest: Named[str] = Column(unique=True)
    hint: Named[str]  # the last characters, so that it can be named when revoked
    unit_id: Named[int | None] = Column(ForeignKey("units.id"))
    role: Named[str]
    created_by: Named[int] = Column(ForeignKey("people.id"))
    created_at: Named[datetime] = Column(Instant, nullable=False)
    expires_at: Named[datetime] = Column(Instant, nullable=False)
    used_at: Named[datetime | None] = Column(Instant)
    used_by: Named[int | None] = Column(ForeignKey("people.id"))
    revoked_at: Named[datetime | None] = Column(Instant)


class ConversationColumns(TypedColumns):
    person_id: Named[int] = Column(ForeignKey("people.id"), primary_key=True, autoincrement=False)
    session: Named[Any] = Column(Json, nullable=True)
    flows: Named[str | None] = Column(
        index=True
    )  # the open flow and those parked, to find what was left open
    spoken_at: Named[datetime] = Column(Instant, nullable=False)  # when the person last spoke, notices aside
    offers: Named[Any] = Column(Json, nullable=True)
    updated_at: Named[datetime] = Column(Instant, nullable=False)


class InboxColumns(WithId):
    channel: Named[str]
    account: Named[str]
    key: Named[str]
    conversation: Named[str]
    kind: Named[str]
    body: Named[Any] = Column(Json, nullable=False)
    received_at: Named[datetime] = Column(Instant, nullable=False)
    state: Named[str]  # waiting | done | set_aside
    attempts: Named[int]
    problem: Named[str | None]
    done_at: Named[datetime | None] = Column(Instant)


class OutboxColumns(WithId):
    person_id: Named[int] = Column(ForeignKey("people.id"))
    address_id: Named[int] = Column(ForeignKey("addresses.id"))
    lane: Named[str]  # conversation | notice
    urgent: Named[bool]
    body: Named[Any] = Column(Json, nullable=False)
    about: Named[Any] = Column(Json, nullable=True)  # for a notice: what it names and why
    dedup_key: Named[str | None] = Column(unique=True)
    not_before: Named[datetime] = Column(Instant, nullable=False)
    expires_at: Named[datetime | None] = Column(Instant)
    state: Named[str]  # due | accepted | dropped | failed | blocked | unknown
    attempts: Named[int]
    created_at: Named[datetime] = Column(Instant, nullable=False)
    settled_at: Named[datetime | None] = Column(Instant)
    detail: Named[str | None]
    seen_at: Named[datetime | None] = Column(Instant)  # where its platform tells


class AttemptColumns(WithId):
    outbox_id: Named[int] = Column(ForeignKey("outbox.id"), index=True)
    number: Named[int]
    started_at: Named[datetime] = Column(Instant, nullable=False)
    lease_until: Named[datetime] = Column(Instant, nullable=False)
    outcome: Named[str | None]  # accepted | retry | moved | refused | blocked | unknown
    detail: Named[str | None]
    platform_key: Named[str | None]
    # What the platform bills, once it took the message or may have taken it (domain/costs.py):
    tariff: Named[str | None]  # free | cs | template_uid | template_phone
    messages: Named[int | None]
    cost: Named[int | None]  # đồng, for all of them; None where the price is not known


class AttachmentColumns(WithId):
    person_id: Named[int] = Column(ForeignKey("people.id"))
    kind: Named[str]
    name: Named[str]
    mime: Named[str]
    size: Named[int]
    digest: Named[str]
    path: Named[str]
    state: Named[str]  # pending | stored | lost
    channel: Named[str | None]  # where a pending file is fetched from, and by what
    reference: Named[str | None]
    attempts: Named[int] = Column(Integer, server_default="0")
    created_at: Named[datetime] = Column(Instant, nullable=False)


class JobColumns(WithId):
    kind: Named[str]
    body: Named[Any] = Column(Json, nullable=False)
    person_id: Named[int] = Column(ForeignKey("people.id"))
    reply_to: Named[Any] = Column(Json, nullable=False)  # the address the result goes back to
    state: Named[str]  # waiting | running | done | failed
    attempts: Named[int]
    created_at: Named[datetime] = Column(Instant, nullable=False)
    started_at: Named[datetime | None] = Column(Instant)
    problem: Named[str | None]


class PlanColumns(WithId):
    code: Named[str] = Column(unique=True)
    state: Named[
        str
    ]  # draft | approved | merged | withdrawn; kept like one: request | request_withdrawn | targets
    title: Named[str]
    number: Named[str | None]
    reading: Named[Any] = Column(Json, nullable=False)
    attachment_id: Named[int | None] = Column(ForeignKey("attachments.id"))
    class_members: Named[Any] = Column(Json, nullable=False)  # open class phrase -> unit ids
    check_in: Named[str]
    created_by: Named[int] = Column(ForeignKey("people.id"))
    created_at: Named[datetime] = Column(Instant, nullable=False)
    approved_by: Named[int | None] = Column(ForeignKey("people.id"))
    approved_at: Named[datetime | None] = Column(Instant)
    changes_id: Named[int | None] = Column(ForeignKey("plans.id"))  # the plan a draft corrects or amends


class PlanTaskColumns(WithId):
    plan_id: Named[int] = Column(ForeignKey("plans.id"), index=True)
    ref: Named[str]
    kind: Named[str]
    position: Named[int]
    text: Named[str]
    deadline: Named[Any] = Column(Json, nullable=False)
    deadline_text: Named[str | None]
    product: Named[str | None]
    by_mandate: Named[bool]
    lines: Named[Any] = Column(Json, nullable=False)
    withdrawn_at: Named[datetime | None] = Column(Instant)
    withdrawn_ref: Named[str | None]  # the number a withdrawn row had; its `ref` is then free for another


class AssignmentColumns(WithId):
    plan_task_id: Named[int] = Column(ForeignKey("plan_tasks.id"), index=True)
    unit_id: Named[int] = Column(ForeignKey("units.id"), index=True)
    role: Named[str]  # lead | coordinating
    ended_at: Named[datetime | None] = Column(Instant)


class OccurrenceColumns(WithId):
    code: Named[str] = Column(unique=True)
    assignment_id: Named[int | None] = Column(ForeignKey("assignments.id"), index=True)  # None: of a case
    label: Named[str]
    opens_on: Named[date]
    due_on: Named[date | None]
    check_in_until: Named[date | None]
    state: Named[str]
    percent: Named[int | None]
    promised_on: Named[date | None]
    snoozed_until: Named[date | None]
    next_at: Named[datetime | None] = Column(Instant, index=True)  # when a reminder may next be due
    policy_id: Named[int | None] = Column(ForeignKey("policies.id"))  # what its running escalation began with


class PolicyColumns(WithId):
    digest: Named[str] = Column(unique=True)
    settings: Named[Any] = Column(Json, nullable=False)  # every setting (domain/policy.py, policy_to_json)


class PolicySettingColumns(WithId):
    plan_id: Named[int | None] = Column(
        ForeignKey("plans.id")
    )  # whose duties it is for; neither: all of them
    unit_id: Named[int | None] = Column(ForeignKey("units.id"))
    toml: Named[str]
    set_by: Named[str]  # as they gave their name
    reason: Named[str]
    set_at: Named[datetime] = Column(Instant, nullable=False)
    ended_at: Named[datetime | None] = Column(Instant)


class ProgressColumns(WithId):
    occurrence_id: Named[int] = Column(ForeignKey("occurrences.id"), index=True)
    person_id: Named[int] = Column(ForeignKey("people.id"))
    kind: Named[str]
    percent: Named[int | None]
    document_no: Named[str | None]
    attachment_id: Named[int | None] = Column(ForeignKey("attachments.id"))
    note: Named[str | None]
    wanted_on: Named[date | None]
    at: Named[datetime] = Column(Instant, nullable=False)
    due_was: Named[date | None]  # the due day when more time was asked for
    figure: Named[float | None] = Column(Float)  # what a target has reached
    receiver_id: Named[int | None] = Column(ForeignKey("units.id"))  # who is to take what is not ours
    receiver_note: Named[str | None]  # why the receiver does not take it
    forwarded_at: Named[datetime | None] = Column(Instant)  # when it was laid before the leader
    decision: Named[
        str | None
    ]  # accepted | returned | granted | refused | answered | withdrawn | handed_over | stays
    decided_by: Named[int | None] = Column(ForeignKey("people.id"))
    decided_at: Named[datetime | None] = Column(Instant)
    decision_note: Named[str | None]


class TaskNeedColumns(WithId):
    task_id: Named[int] = Column(ForeignKey("plan_tasks.id"))
    needs_id: Named[int] = Column(ForeignKey("plan_tasks.id"), index=True)  # what must be done before it
    noted_by: Named[int] = Column(ForeignKey("people.id"))
    noted_at: Named[datetime] = Column(Instant, nullable=False)


class LedgerColumns(WithId):
    occurrence_id: Named[int] = Column(ForeignKey("occurrences.id"))
    person_id: Named[int | None] = Column(ForeignKey("people.id"))
    reason: Named[str]
    step: Named[str]
    level: Named[str]
    because: Named[str]
    planned_at: Named[datetime] = Column(Instant, nullable=False)
    outbox_id: Named[int | None] = Column(ForeignKey("outbox.id"), index=True)
    state: Named[str]  # planned | held | unreachable
    sealed: Named[int] = Column(Integer, server_default="0")  # 1: in the hash chain, 2: its outcome too


class AccidentColumns(WithId):
    code: Named[str] = Column(unique=True)
    kind: Named[str]
    state: Named[str]
    unit_id: Named[int | None] = Column(ForeignKey("units.id"), index=True)
    reporter_id: Named[int] = Column(ForeignKey("people.id"), index=True)
    channel: Named[str]
    suggested_class: Named[str]
    created_at: Named[datetime] = Column(Instant, nullable=False)
    dispatched_at: Named[datetime | None] = Column(Instant)
    acknowledged_at: Named[datetime | None] = Column(Instant)
    acknowledged_by: Named[int | None] = Column(ForeignKey("people.id"))
    next_check_at: Named[datetime | None] = Column(Instant, index=True)
    checks: Named[int]
    privacy: Named[str] = Column(String, server_default="named")  # named | confidential | anonymous
    handle: Named[str | None]  # what a reporter who is not named is called
    happened_from: Named[datetime | None] = Column(
        Instant, index=True
    )  # between these it happened, as far as told
    happened_to: Named[datetime | None] = Column(Instant)
    compare_at: Named[datetime | None] = Column(
        Instant, index=True
    )  # when to look for reports of the same accident


class CaseVerdictColumns(WithId):
    accident_id: Named[int] = Column(ForeignKey("accidents.id"), index=True)
    other_id: Named[int] = Column(ForeignKey("accidents.id"), index=True)
    same: Named[bool]  # of one accident, or surely not
    reason: Named[str]
    before: Named[Any] = Column(Json, nullable=False)  # by case: where each stood, for undoing it
    decided_by: Named[int] = Column(ForeignKey("people.id"))
    decided_at: Named[datetime] = Column(Instant, nullable=False)
    undone_by: Named[int | None] = Column(ForeignKey("people.id"))
    undone_at: Named[datetime | None] = Column(Instant)
    undone_reason: Named[str | None]


class AccidentFactColumns(WithId):
    accident_id: Named[int] = Column(ForeignKey("accidents.id"), index=True)
    field: Named[str]
    value: Named[Any] = Column(Json, nullable=True)
    salt: Named[str]
    person_id: Named[int | None] = Column(ForeignKey("people.id"))  # None for what is told anonymously
    at: Named[datetime] = Column(Instant, nullable=False)
    replaced_at: Named[datetime | None] = Column(Instant)
    source: Named[int | None]  # the inbox row it was told in; inbox rows may go, the number stays


class CaseDutyColumns(WithId):
    accident_id: Named[int] = Column(ForeignKey("accidents.id"), index=True)
    rule: Named[str]  # the id of the rule in the packs of law
    law: Named[Any] = Column(Json, nullable=False)  # what it asks (domain/case_clocks.py, duty_to_json)
    unit_id: Named[int | None] = Column(ForeignKey("units.id"), index=True)  # who sees to it
    own: Named[bool]  # the law names that unit; else it stands in for somebody no registry knows
    pace: Named[str]  # dated | at_once | silent
    since: Named[datetime] = Column(Instant, nullable=False)
    occurrence_id: Named[int | None] = Column(
        ForeignKey("occurrences.id"), index=True
    )  # None: not reminded of
    leads: Named[bool]  # of the cases that share one occurrence, the one it is named after
    ended_at: Named[datetime | None] = Column(Instant)
    ended_why: Named[str | None]  # superseded | cancelled
    done_at: Named[datetime | None] = Column(Instant)  # when somebody said that it was done
    done_by: Named[int | None] = Column(ForeignKey("people.id"))
    done: Named[Any] = Column(Json, nullable=True)  # what they said: when, by what means or how


class AccidentAlertColumns(WithId):
    accident_id: Named[int] = Column(ForeignKey("accidents.id"))
    person_id: Named[int] = Column(ForeignKey("people.id"))
    level: Named[str]
    at: Named[datetime] = Column(Instant, nullable=False)


class ConsentColumns(WithId):
    person_id: Named[int] = Column(ForeignKey("people.id"), index=True)
    accident_id: Named[int | None] = Column(ForeignKey("accidents.id"))
    version: Named[str]
    language: Named[str]
    answer: Named[str]
    channel: Named[str]
    sender: Named[str]
    payload: Named[str]
    at: Named[datetime] = Column(Instant, nullable=False)


class SealSetColumns(WithId):
    key: Named[str] = Column(unique=True)  # the id of the office key
    public: Named[str]
    threshold: Named[int]
    state: Named[str]  # pending | current | retired
    created_at: Named[datetime] = Column(Instant, nullable=False)
    settled_at: Named[datetime | None] = Column(Instant)  # when it became current


class SealShareColumns(WithId):
    set_id: Named[int] = Column(ForeignKey("seal_sets.id"), index=True)
    number: Named[int]
    officer: Named[str]
    recovery: Named[bool]  # nobody's: it lies in an envelope and serves only to share anew
    digest: Named[str]  # knows the share again and is of no use for finding it
    proved_at: Named[datetime | None] = Column(Instant)


class SealedIdentityColumns(WithId):
    accident_id: Named[int] = Column(ForeignKey("accidents.id"), index=True)
    handle: Named[str]
    box: Named[str]
    created_at: Named[datetime] = Column(Instant, nullable=False)


class SealedKeyColumns(WithId):
    identity_id: Named[int] = Column(ForeignKey("sealed_identities.id"))
    set_id: Named[int] = Column(ForeignKey("seal_sets.id"), index=True)
    wrapped: Named[str]


class SealOpeningColumns(WithId):
    accident_id: Named[int] = Column(ForeignKey("accidents.id"), index=True)
    set_id: Named[int] = Column(ForeignKey("seal_sets.id"))
    number: Named[int]  # of the first officer's share
    officer: Named[str]
    reason: Named[str]
    contribution: Named[str | None]  # the first share under a one-time code; gone once used or too old
    created_at: Named[datetime] = Column(Instant, nullable=False)
    expires_at: Named[datetime] = Column(Instant, nullable=False)
    opened_at: Named[datetime | None] = Column(Instant)


class DialogueColumns(WithId):
    person_id: Named[int] = Column(ForeignKey("people.id"), index=True)  # who asked for a human being
    accident_id: Named[int | None] = Column(ForeignKey("accidents.id"), index=True)
    unit_id: Named[int | None] = Column(ForeignKey("units.id"))  # the commune it is about, without a case
    way: Named[str]  # bot: carried by us; console: an officer writes in the platform's own inbox
    channel: Named[str]  # where it was asked for, or where the officer wrote
    state: Named[str]  # asked | open | ended | lapsed
    grave: Named[bool]
    asked_at: Named[datetime] = Column(Instant, nullable=False)
    taken_by: Named[int | None] = Column(ForeignKey("people.id"), index=True)
    taken_at: Named[datetime | None] = Column(Instant)
    last_word_at: Named[datetime] = Column(Instant, nullable=False)
    next_check_at: Named[datetime | None] = Column(Instant, index=True)
    checks: Named[int]
    warned: Named[bool]  # the emergency numbers were said to one who cried out in it
    ended_at: Named[datetime | None] = Column(Instant)
    ended_by: Named[str | None]  # person | officer | silence | nobody


class DialogueCallColumns(WithId):
    dialogue_id: Named[int] = Column(ForeignKey("dialogues.id"))
    person_id: Named[int] = Column(ForeignKey("people.id"), index=True)
    level: Named[str]
    at: Named[datetime] = Column(Instant, nullable=False)


class DialogueWordColumns(WithId):
    dialogue_id: Named[int] = Column(ForeignKey("dialogues.id"), index=True)
    side: Named[str]  # person | officer
    kind: Named[str]
    text: Named[str | None]  # null: not kept, or taken out again
    attachment_id: Named[int | None] = Column(ForeignKey("attachments.id"))
    place: Named[Any] = Column(Json, nullable=True)  # latitude, longitude
    salt: Named[str]
    at: Named[datetime] = Column(Instant, nullable=False)
    source: Named[int]  # the inbox row it came in; inbox rows may go, the number stays
    outbox_id: Named[int | None] = Column(
        ForeignKey("outbox.id")
    )  # what carries it to the other; null: waits
    there: Named[bool]  # the other side has it without us: it was written in the platform's own inbox
    told_lost: Named[bool]  # its writer was told that it did not arrive


class CasePassingColumns(WithId):
    accident_id: Named[int] = Column(ForeignKey("accidents.id"), index=True)
    from_id: Named[int] = Column(ForeignKey("people.id"))
    to_id: Named[int] = Column(ForeignKey("people.id"))
    asked_at: Named[datetime] = Column(Instant, nullable=False)
    ends_at: Named[datetime] = Column(Instant, nullable=False)
    answer: Named[str | None] = Column(String, index=True)  # yes | no | lapsed; null: not answered yet
    answered_at: Named[datetime | None] = Column(Instant)


class MachineColumns(WithId):
    accident_id: Named[int] = Column(ForeignKey("accidents.id"), unique=True)  # the case it was declared in
    kind: Named[str | None]  # a code of domain/law/machines.toml
    name: Named[str]
    maker: Named[str | None]
    serial: Named[str | None]
    capacity: Named[str | None]
    workplace: Named[str | None]  # who uses it
    unit_id: Named[int | None] = Column(ForeignKey("units.id"), index=True)  # the commune it stands in
    certificate: Named[str | None]
    in_use_on: Named[date | None]
    inspected_on: Named[date | None]
    inspect_by: Named[date | None] = Column(Date, index=True)
    updated_at: Named[datetime] = Column(Instant, nullable=False)


class DutyShiftColumns(WithId):
    unit_id: Named[int] = Column(ForeignKey("units.id"), index=True)
    person_id: Named[int] = Column(ForeignKey("people.id"))
    stand_in_id: Named[int | None] = Column(ForeignKey("people.id"))
    span: Named[str]  # hours | nights | days_off | dated
    starts: Named[datetime | None] = Column(Instant)  # of a span by dates alone
    ends: Named[datetime | None] = Column(Instant)
    set_by: Named[int | None] = Column(ForeignKey("people.id"))  # null: by whoever runs the machine
    set_at: Named[datetime] = Column(Instant, nullable=False)
    taken_back_at: Named[datetime | None] = Column(Instant)


class AuditColumns(WithId):
    at: Named[datetime] = Column(Instant, nullable=False)
    person_id: Named[int | None]
    action: Named[str]
    subject: Named[str]
    detail: Named[Any] = Column(Json, nullable=False)
    position: Named[int | None] = Column(unique=True)
    digest: Named[str | None]


class ChatLogColumns(WithId):
    chat: Named[str]
    direction: Named[str]  # in | out
    key: Named[str]
    body: Named[Any] = Column(Json, nullable=False)
    at: Named[datetime] = Column(Instant, nullable=False)


meta = Table("meta", metadata, MetaColumns)
units = Table("units", metadata, UnitColumns)
unit_aliases = Table("unit_aliases", metadata, UnitAliasColumns)
replacements = Table("replacements", metadata, ReplacementColumns)
reorganisations = Table("reorganisations", metadata, ReorganisationColumns)
handovers = Table("handovers", metadata, HandoverColumns)
employers = Table("employers", metadata, EmployerColumns)
own_dates = Table("own_dates", metadata, OwnDateColumns, UniqueConstraint("unit_id", "rule"))
people = Table("people", metadata, PersonColumns)
memberships = Table("memberships", metadata, MembershipColumns)
addresses = Table(
    "addresses", metadata, AddressColumns, UniqueConstraint("channel", "account", "chat", "sender")
)
invitations = Table("invitations", metadata, InvitationColumns)
conversations = Table("conversations", metadata, ConversationColumns)
inbox = Table(
    "inbox",
    metadata,
    InboxColumns,
    UniqueConstraint("channel", "account", "key"),
    Index(None, "state", "conversation", "id"),
)
outbox = Table(
    "outbox",
    metadata,
    OutboxColumns,
    Index(None, "state", "not_before"),
    Index(None, "address_id", "state"),
    Index(None, "person_id", "settled_at"),
)
attempts = Table("attempts", metadata, AttemptColumns)
Index(
    "ix_attempts_billed",  # only what costs something: summed up for the cap while delivering
    attempts.c.started_at,
    attempts.c.cost,
    sqlite_where=attempts.c.cost > 0,
    postgresql_where=attempts.c.cost > 0,
)
attachments = Table("attachments", metadata, AttachmentColumns, Index(None, "state", "id"))
jobs = Table("jobs", metadata, JobColumns, Index(None, "state", "id"))
plans = Table("plans", metadata, PlanColumns)
plan_tasks = Table("plan_tasks", metadata, PlanTaskColumns, UniqueConstraint("plan_id", "ref"))
assignments = Table("assignments", metadata, AssignmentColumns, UniqueConstraint("plan_task_id", "unit_id"))
occurrences = Table("occurrences", metadata, OccurrenceColumns, UniqueConstraint("assignment_id", "label"))
policies = Table("policies", metadata, PolicyColumns)
policy_settings = Table("policy_settings", metadata, PolicySettingColumns)
progress = Table("progress", metadata, ProgressColumns)
task_needs = Table("task_needs", metadata, TaskNeedColumns, UniqueConstraint("task_id", "needs_id"))
ledger = Table(
    "ledger", metadata, LedgerColumns, UniqueConstraint("occurrence_id", "reason", "step", "person_id")
)
Index(
    "ix_ledger_unsealed",  # only what the sealer still has to do
    ledger.c.sealed,
    ledger.c.id,
    sqlite_where=ledger.c.sealed < 2,
    postgresql_where=ledger.c.sealed < 2,
)
accidents = Table("accidents", metadata, AccidentColumns)
case_verdicts = Table("case_verdicts", metadata, CaseVerdictColumns)
accident_facts = Table("accident_facts", metadata, AccidentFactColumns)
case_duties = Table("case_duties", metadata, CaseDutyColumns)
accident_alerts = Table(
    "accident_alerts", metadata, AccidentAlertColumns, UniqueConstraint("accident_id", "person_id")
)
consents = Table("consents", metadata, ConsentColumns)
seal_sets = Table("seal_sets", metadata, SealSetColumns)
seal_shares = Table("seal_shares", metadata, SealShareColumns, UniqueConstraint("set_id", "number"))
sealed_identities = Table("sealed_identities", metadata, SealedIdentityColumns)
sealed_keys = Table("sealed_keys", metadata, SealedKeyColumns, UniqueConstraint("identity_id", "set_id"))
seal_openings = Table("seal_openings", metadata, SealOpeningColumns)
dialogues = Table("dialogues", metadata, DialogueColumns)
dialogue_calls = Table(
    "dialogue_calls", metadata, DialogueCallColumns, UniqueConstraint("dialogue_id", "person_id")
)
dialogue_words = Table("dialogue_words", metadata, DialogueWordColumns)
case_passings = Table("case_passings", metadata, CasePassingColumns)
machines = Table("machines", metadata, MachineColumns)
duty_shifts = Table("duty_shifts", metadata, DutyShiftColumns)
audit = Table("audit", metadata, AuditColumns)
chat_log = Table(
    "chat_log",
    metadata,
    ChatLogColumns,
    UniqueConstraint("chat", "direction", "key"),
    Index(None, "chat", "id"),
)
