"""From the inbox to the router: batches of conversations, one transaction a batch.

A message that raises rolls its batch back; the batch is then done again one message a transaction. The
failing one holds back its own conversation until it succeeds or, after some tries, is set aside where an
operator sees it and the person is told so. The others go on.
"""

import time
from collections.abc import Iterator

import structlog

from bot.clock import Clock
from handlers import outgoing, router
from handlers.acting import Surroundings
from handlers.services import people
from messages.envelope import InboundMessage, Say
from storage.database import Database
from storage.records import InboxRow
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger(__name__)

CONVERSATIONS_A_BATCH = 64
MESSAGES_A_CONVERSATION = 8
SECONDS_A_BATCH = 0.05
TRIES = 3


class Dispatcher:
    """Deals with waiting messages. Runs in the writer thread."""

    def __init__(self, database: Database, clock: Clock, around: Surroundings) -> None:
        self._database = database
        self._clock = clock
        self._around = around

    def run_batch(self) -> int:
        """Deal with one batch and return how many messages were tried; 0 means none waits."""
        try:
            with self._database.transaction() as uow:
                return self._deal_with(uow)
        except Exception as error:  # noqa: BLE001 - whatever a flow raised, it is found again below, alone
            log.warning("batch_rolled_back", problem=type(error).__name__)
        return self._one_by_one()

    def _deal_with(self, uow: UnitOfWork) -> int:
        done = 0
        until = time.monotonic() + SECONDS_A_BATCH
        for rows in self._conversations(uow):
            for row in rows:
                self._handle(uow, row)
                done += 1
                if time.monotonic() > until:
                    return done
        return done

    def _one_by_one(self) -> int:
        with self._database.reading() as uow:
            conversations = list(self._conversations(uow))
        done = 0
        until = time.monotonic() + SECONDS_A_BATCH
        for rows in conversations:
            for row in rows:
                done += 1
                goes_on = self._alone(row)
                if time.monotonic() > until:
                    return done
                if not goes_on:
                    break
        return done

    def _alone(self, row: InboxRow) -> bool:
        """Deal with one message in its own transaction; False where its conversation must wait."""
        try:
            with self._database.transaction() as uow:
                self._handle(uow, row)
        except Exception as error:
            given_up = row.attempts + 1 >= TRIES
            log.exception("message_failed", inbox=row.id, attempt=row.attempts + 1, set_aside=given_up)
            with self._database.transaction() as uow:
                uow.inbox.mark_failed(row.id, type(error).__name__, set_aside=given_up)
            if given_up:
                self._apologise(row)
            return given_up
        return True

    def _conversations(self, uow: UnitOfWork) -> Iterator[tuple[InboxRow, ...]]:
        for conversation in uow.inbox.waiting_conversations(CONVERSATIONS_A_BATCH):
            yield uow.inbox.waiting_in(conversation, MESSAGES_A_CONVERSATION)

    def _handle(self, uow: UnitOfWork, row: InboxRow) -> None:
        now = self._clock.now()
        router.handle(uow, InboundMessage.from_json(row.body), row.id, self._around, now)
        uow.inbox.mark_done([row.id], now)

    def _apologise(self, row: InboxRow) -> None:
        """Tell the person, if it can be told who that is: the row itself may be what cannot be read."""
        now = self._clock.now()
        try:
            with self._database.transaction() as uow:
                person, address = people.recognise(uow, InboundMessage.from_json(row.body).address, now)
                outgoing.reply(uow, address, person.language, (Say("something-wrong"),), now)
        except Exception:
            log.exception("nobody_to_apologise_to", inbox=row.id)
