"""One transaction and the repositories in it."""

from functools import cached_property

from sqlalchemy import Connection

from domain.ways import Rules
from storage.accidents import Accidents
from storage.audit import AuditTrail
from storage.case_duties import CaseDuties
from storage.chat_log import ChatLog
from storage.costs import Costs
from storage.dialogues import Dialogues
from storage.employers import Employers
from storage.files import Attachments
from storage.filings import Filings
from storage.identities import Identities
from storage.inbox import Inbox
from storage.invitations import Invitations
from storage.jobs import Jobs
from storage.ledger import Ledger
from storage.ledger_chain import LedgerChain
from storage.machines import Machines
from storage.menus import Menus
from storage.meta import Meta
from storage.needs import Needs
from storage.occurrences import Occurrences
from storage.outbox import Outbox
from storage.passings import Passings
from storage.people import People
from storage.plans import Plans
from storage.policies import Policies
from storage.queries import Queries
from storage.reorganisations import Reorganisations
from storage.roster import Roster
from storage.sessions import Sessions
from storage.units import Units
from storage.usage import Usage
from storage.verdicts import Verdicts
from storage.ways import Ways


class UnitOfWork:
    """Everything a handler may read or change, all in one transaction.

    `rules` say what its channels allow; they are handed down from the wiring.
    """

    def __init__(self, connection: Connection, rules: Rules | None = None) -> None:
        self._connection = connection
        self._rules = rules or Rules()

    @cached_property
    def accidents(self) -> Accidents:
        """Cases, their facts, alerts and consents."""
        return Accidents(self._connection)

    @cached_property
    def audit(self) -> AuditTrail:
        """Who did what, when and why."""
        return AuditTrail(self._connection)

    @cached_property
    def case_duties(self) -> CaseDuties:
        """What the law asks in each case, and what became of it."""
        return CaseDuties(self._connection)

    @cached_property
    def chat_log(self) -> ChatLog:
        """What the web chat and the terminal have shown."""
        return ChatLog(self._connection)

    @cached_property
    def costs(self) -> Costs:
        """What sendings were billed."""
        return Costs(self._connection)

    @cached_property
    def dialogues(self) -> Dialogues:
        """Talks between people and officers."""
        return Dialogues(self._connection)

    @cached_property
    def employers(self) -> Employers:
        """Registered employers and their own dates."""
        return Employers(self._connection)

    @cached_property
    def attachments(self) -> Attachments:
        """Files in and out."""
        return Attachments(self._connection)

    @cached_property
    def filings(self) -> Filings:
        """Who has handed in what the law asks of everybody."""
        return Filings(self._connection)

    @cached_property
    def identities(self) -> Identities:
        """Who reported, under lock: office keys, their shares, sealed identities, openings."""
        return Identities(self._connection)

    @cached_property
    def inbox(self) -> Inbox:
        """Messages that arrived."""
        return Inbox(self._connection)

    @cached_property
    def jobs(self) -> Jobs:
        """Slow work, done outside any turn."""
        return Jobs(self._connection)

    @cached_property
    def ledger(self) -> Ledger:
        """Every reminder that was decided on, with its reason."""
        return Ledger(self._connection)

    @cached_property
    def ledger_chain(self) -> LedgerChain:
        """The ledger in the hash chain."""
        return LedgerChain(self._connection)

    @cached_property
    def machines(self) -> Machines:
        """Machines under strict safety rules, as they were declared."""
        return Machines(self._connection)

    @cached_property
    def menus(self) -> Menus:
        """Which menu each private chat shows."""
        return Menus(self._connection)

    @cached_property
    def meta(self) -> Meta:
        """Small facts about this installation."""
        return Meta(self._connection)

    @cached_property
    def needs(self) -> Needs:
        """Rows of plans that wait for other rows."""
        return Needs(self._connection)

    @cached_property
    def occurrences(self) -> Occurrences:
        """What units owe, and what they said about it."""
        return Occurrences(self._connection)

    @cached_property
    def outbox(self) -> Outbox:
        """Messages that go out."""
        return Outbox(self._connection)

    @cached_property
    def passings(self) -> Passings:
        """Cases offered by one officer to another."""
        return Passings(self._connection)

    @cached_property
    def people(self) -> People:
        """People, their addresses and roles."""
        return People(self._connection)

    @cached_property
    def invitations(self) -> Invitations:
        """Invitations, and codes that join apps."""
        return Invitations(self._connection)

    @cached_property
    def plans(self) -> Plans:
        """Plans, their tasks and assignments."""
        return Plans(self._connection)

    @cached_property
    def policies(self) -> Policies:
        """How duties are reminded, by plan and by unit."""
        return Policies(self._connection)

    @cached_property
    def queries(self) -> Queries:
        """Questions that read across tables."""
        return Queries(self._connection)

    @cached_property
    def reorganisations(self) -> Reorganisations:
        """What was decided about units, and what each handed over."""
        return Reorganisations(self._connection)

    @cached_property
    def roster(self) -> Roster:
        """Who is on duty when."""
        return Roster(self._connection)

    @cached_property
    def sessions(self) -> Sessions:
        """Where each conversation stands."""
        return Sessions(self._connection)

    @cached_property
    def units(self) -> Units:
        """The unit tree and its names."""
        return Units(self._connection)

    @cached_property
    def usage(self) -> Usage:
        """How much of a platform is used."""
        return Usage(self._connection)

    @cached_property
    def verdicts(self) -> Verdicts:
        """Which reports officers said are of one accident."""
        return Verdicts(self._connection)

    @cached_property
    def ways(self) -> Ways:
        """How people can be reached now."""
        return Ways(self.people, self.meta, self.costs, self._rules)
