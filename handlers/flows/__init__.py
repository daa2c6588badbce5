"""Every subject the bot can talk about, in one list; the router reads the registers made from it."""

from handlers.conversation.flow import Flow
from handlers.conversation.session import Session
from handlers.entry import Entry, OnTap
from handlers.flows import (
    asked,
    call_list,
    case,
    case_class,
    case_correction,
    case_duty,
    case_kin,
    case_law,
    case_outcome,
    case_passing,
    case_question,
    confirm_progress,
    costs_asked,
    decide,
    declaration,
    declare_equipment,
    dialogue_facts,
    duty_questions,
    filings,
    follow_up,
    handing_over,
    handoff,
    investigation,
    investigation_notes,
    link_account,
    needs_noted,
    officer_says,
    own_data,
    papers,
    privacy,
    receipt,
    reorganisation,
    replacing,
    report_accident,
    report_disease,
    report_hazard,
    request_report,
    review_plan,
    roster,
    settings,
    status,
    statutory,
    takeover,
    targets_asked,
    work_phone,
)
from handlers.services import people

ENTRIES: tuple[Entry, ...] = (
    officer_says.ENTRY,
    handing_over.ENTRY,
    papers.ENTRY,
    declaration.SENT_ENTRY,
    declaration.RECEIPT_ENTRY,
    link_account.ENTRY,
    link_account.INVITE_ENTRY,
    settings.ENTRY,
    handoff.ENTRY,
    dialogue_facts.ENTRY,
    roster.ENTRY,
    work_phone.ENTRY,
    own_data.ENTRY,
    request_report.ENTRY,
    targets_asked.ENTRY,
    needs_noted.ENTRY,
    statutory.ENTRY,
    call_list.ENTRY,
    filings.ENTRY,
    asked.REPORTS_ENTRY,
    confirm_progress.ENTRY,
    decide.ENTRY,
    follow_up.ENTRY,
    takeover.ENTRY,
    asked.ENTRY,
    status.ENTRY,
    costs_asked.ENTRY,
    duty_questions.ENTRY,
    Entry("people", commands={people.SetLanguage: people.set_language}),
    case_correction.ENTRY,
    report_disease.ENTRY,
    declare_equipment.ENTRY,
    report_accident.ENTRY,
    report_hazard.ENTRY,
    case.ENTRY,
    case.ADDITION_ENTRY,
    case_kin.ENTRY,
    investigation.ENTRY,
    investigation_notes.ITEM_ENTRY,
    investigation_notes.DAY_ENTRY,
    case_question.ENTRY,
    case_class.ENTRY,
    case_duty.ENTRY,
    case_law.ENTRY,
    case_outcome.ENTRY,
    case_passing.ENTRY,
    privacy.ENTRY,
    receipt.ENTRY,
    review_plan.ENTRY,
    reorganisation.ENTRY,
    replacing.ENTRY,
)

BY_FLOW = {entry.flow.name: entry for entry in ENTRIES if entry.flow is not None}
COMMANDS = {kind: service for entry in ENTRIES for kind, service in entry.commands.items()}
TAPS = {prefix: on_tap for entry in ENTRIES for prefix, on_tap in entry.taps.items()}
RESULTS = {kind: on_result for entry in ENTRIES for kind, on_result in entry.results.items()}
ACTIONS = {page: on_action for entry in ENTRIES for page, on_action in entry.actions.items()}
WORDS = tuple(entry.words for entry in ENTRIES if entry.words is not None)
INTENTS = {intent: on_intent for entry in ENTRIES for intent, on_intent in entry.intents.items()}


def known(session: Session | None) -> Session | None:
    """Return the session without talks in flows that an update of the program took away."""
    if session is None:
        return None
    parked = known(session.parked)
    return session.evolve(parked=parked) if session.flow in BY_FLOW else parked


def flow_of(session: Session) -> Flow:
    """Return the flow a session is in; raises LookupError where it is gone from the program."""
    flow = BY_FLOW[session.flow].flow
    if flow is None:
        raise LookupError(session.flow)
    return flow


def tap_of(payload: str) -> tuple[OnTap, list[str]] | None:
    """Return who takes a button, and the rest of its payload; "status:cases" goes before "status"."""
    parts = payload.split(":")
    for length in (2, 1):
        on_tap = TAPS.get(":".join(parts[:length]))
        if on_tap is not None:
            return on_tap, parts[length:]
    return None
