"""Talks between a person and an officer: who was asked, who took it, and every word with what carries it."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, bindparam, func, insert, or_, select, update

from storage.claims import DUE
from storage.records import DialogueRecord, DialogueWord
from storage.rows import add, record, records
from storage.tables import dialogue_calls, dialogue_words, dialogues, outbox

ASKED, OPEN, ENDED, LAPSED = "asked", "open", "ended", "lapsed"
BOT, CONSOLE = "bot", "console"
_GONE = {"text": None, "attachment_id": None, "place": None, "salt": ""}
_WAITS = (
    dialogue_words.c.outbox_id.is_(None),
    dialogue_words.c.told_lost.is_(False),
    dialogue_words.c.there.is_(False),
)
NOT_ARRIVED = ("failed", "blocked", "dropped", "unknown")


class Dialogues:
    """Dialogues by id; a person is in one at a time."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, values: Mapping[str, Any]) -> int:
        """Keep a new dialogue and return its id."""
        return add(self._connection, insert(dialogues).values({"checks": 0, "warned": False, **values}))

    def get(self, dialogue_id: int) -> DialogueRecord:
        """Return the dialogue; raises LookupError where there is none."""
        row = self._connection.execute(_query().where(dialogues.c.id == dialogue_id)).first()
        if row is None:
            raise LookupError(f"no dialogue {dialogue_id}")
        return record(row, DialogueRecord)

    def find(self, dialogue_id: int) -> DialogueRecord | None:
        """Return the dialogue, or None."""
        row = self._connection.execute(_query().where(dialogues.c.id == dialogue_id)).first()
        return None if row is None else record(row, DialogueRecord)

    def live_of(self, person_id: int) -> DialogueRecord | None:
        """Return the dialogue a person has asked for or is in, as whichever side."""
        row = self._connection.execute(_LIVE, {"who": person_id}).first()
        return None if row is None else record(row, DialogueRecord)

    def of_case(self, accident_id: int) -> tuple[DialogueRecord, ...]:
        """Return the dialogues about a case, oldest first."""
        query = _query().where(dialogues.c.accident_id == accident_id).order_by(dialogues.c.id)
        return records(self._connection.execute(query), DialogueRecord)

    def of_person(self, person_id: int) -> tuple[DialogueRecord, ...]:
        """Return the dialogues a person asked for, oldest first."""
        query = _query().where(dialogues.c.person_id == person_id).order_by(dialogues.c.id)
        return records(self._connection.execute(query), DialogueRecord)

    def called_and_waiting(self, person_id: int) -> tuple[int, ...]:
        """Return the dialogues nobody took that this officer was asked to take, newest first."""
        rows = self._connection.execute(
            select(dialogues.c.id)
            .join(dialogue_calls, dialogue_calls.c.dialogue_id == dialogues.c.id)
            .where(dialogue_calls.c.person_id == person_id, dialogues.c.state == ASKED)
            .order_by(dialogues.c.id.desc())
        )
        return tuple(row[0] for row in rows)

    def due(self, now: datetime) -> tuple[DialogueRecord, ...]:
        """Return the live dialogues whose next look is due, the longest due first."""
        query = _query().where(dialogues.c.next_check_at <= now).order_by(dialogues.c.next_check_at)
        return records(self._connection.execute(query), DialogueRecord)

    def next_check(self) -> datetime | None:
        """Return the earliest instant at which a dialogue wants a look."""
        return self._connection.execute(select(func.min(dialogues.c.next_check_at))).scalar()

    def change(self, dialogue_id: int, **values: Any) -> None:
        """Set columns of a dialogue."""
        self._connection.execute(update(dialogues).where(dialogues.c.id == dialogue_id).values(values))

    def take(self, dialogue_id: int, person_id: int, now: datetime, check_at: datetime) -> bool:
        """Make this officer the one who talks; False where another was first or it is over."""
        changed = self._connection.execute(
            update(dialogues)
            .where(dialogues.c.id == dialogue_id, dialogues.c.state.in_((ASKED, LAPSED)))
            .values(
                state=OPEN, taken_by=person_id, taken_at=now, last_word_at=now, next_check_at=check_at,
                ended_at=None, ended_by=None,
            )
        )  # fmt: skip
        return changed.rowcount == 1

    # Who was asked

    def call(self, dialogue_id: int, person_id: int, level: str, now: datetime) -> bool:
        """Note that an officer is being asked; False where that officer was asked before."""
        if person_id in self.called(dialogue_id):
            return False
        self._connection.execute(
            insert(dialogue_calls).values(dialogue_id=dialogue_id, person_id=person_id, level=level, at=now)
        )
        return True

    def called(self, dialogue_id: int) -> tuple[int, ...]:
        """Return the officers asked, first first."""
        rows = self._connection.execute(
            select(dialogue_calls.c.person_id)
            .where(dialogue_calls.c.dialogue_id == dialogue_id)
            .order_by(dialogue_calls.c.id)
        )
        return tuple(row[0] for row in rows)

    def busy(self, person_ids: Iterable[int]) -> frozenset[int]:
        """Return those of them who are talking with somebody now."""
        wanted = list(person_ids)
        rows = self._connection.execute(
            select(dialogues.c.taken_by, dialogues.c.person_id).where(
                dialogues.c.state == OPEN,
                or_(dialogues.c.taken_by.in_(wanted), dialogues.c.person_id.in_(wanted)),
            )
        )
        return frozenset(person for row in rows for person in row) & frozenset(wanted)

    # Words

    def add_word(self, values: Mapping[str, Any]) -> int:
        """Keep a word and return its id."""
        return add(self._connection, insert(dialogue_words).values({"told_lost": False, **values}))

    def carried(self, word_id: int, outbox_id: int) -> None:
        """Note which message carries a word."""
        self._connection.execute(
            update(dialogue_words).where(dialogue_words.c.id == word_id).values(outbox_id=outbox_id)
        )

    def words(self, dialogue_id: int) -> tuple[DialogueWord, ...]:
        """Return everything said in a dialogue, in order."""
        return self._words(dialogue_words.c.dialogue_id == dialogue_id)

    def word(self, word_id: int) -> DialogueWord | None:
        """Return one word, or None."""
        return next(iter(self._words(dialogue_words.c.id == word_id)), None)

    def waiting_words(self, dialogue_id: int) -> tuple[DialogueWord, ...]:
        """Return what was said in a dialogue and nothing carries yet, in order."""
        return self._words(dialogue_words.c.dialogue_id == dialogue_id, *_WAITS)

    def with_waiting_words(self) -> tuple[int, ...]:
        """Return the dialogues somebody took in which a word waits."""
        rows = self._connection.execute(
            select(dialogue_words.c.dialogue_id)
            .join(dialogues, dialogues.c.id == dialogue_words.c.dialogue_id)
            .where(*_WAITS, dialogues.c.taken_by.is_not(None), dialogues.c.way == BOT)
            .distinct()
            .order_by(dialogue_words.c.dialogue_id)
        )
        return tuple(row[0] for row in rows)

    def _words(self, *conditions: ColumnElement[bool]) -> tuple[DialogueWord, ...]:
        rows = self._connection.execute(
            select(
                dialogue_words.c.id,
                dialogue_words.c.dialogue_id,
                dialogue_words.c.side,
                dialogue_words.c.kind,
                dialogue_words.c.text,
                dialogue_words.c.attachment_id,
                dialogue_words.c.place,
                dialogue_words.c.at,
                dialogue_words.c.source,
                dialogue_words.c.outbox_id,
            )
            .where(*conditions)
            .order_by(dialogue_words.c.id)
        )
        return tuple(
            record(row, DialogueWord, place=tuple(row.place) if row.place is not None else None)
            for row in rows
        )

    def lost_words(self) -> tuple[tuple[int, int, str], ...]:
        """Return (word, dialogue, side) of what did not arrive and whose writer was not told so."""
        rows = self._connection.execute(
            select(dialogue_words.c.id, dialogue_words.c.dialogue_id, dialogue_words.c.side)
            .join(outbox, outbox.c.id == dialogue_words.c.outbox_id)
            .join(dialogues, dialogues.c.id == dialogue_words.c.dialogue_id)
            .where(
                dialogues.c.taken_by.is_not(None),
                dialogue_words.c.told_lost.is_(False),
                outbox.c.state.in_(NOT_ARRIVED),
            )
            .order_by(dialogue_words.c.id)
        )
        return tuple((row[0], row[1], row[2]) for row in rows)

    def told_lost(self, word_id: int) -> None:
        """Note that the writer of a word heard that it did not arrive."""
        self._connection.execute(
            update(dialogue_words).where(dialogue_words.c.id == word_id).values(told_lost=True)
        )

    def forget_word(self, word_id: int) -> None:
        """Take out what a word said; the row stays."""
        self._connection.execute(update(dialogue_words).where(dialogue_words.c.id == word_id).values(_GONE))

    def forget_words(self, dialogue_id: int, side: str) -> None:
        """Take out what one side said: its text, place, file and salt; the rows stay."""
        self._connection.execute(
            update(dialogue_words)
            .where(dialogue_words.c.dialogue_id == dialogue_id, dialogue_words.c.side == side)
            .values(_GONE)
        )

    def rewrite(self, word_id: int, text: str) -> None:
        """Keep other words in place of those said; their salt goes, so that the digest stands for nothing."""
        self._connection.execute(
            update(dialogue_words).where(dialogue_words.c.id == word_id).values(text=text, salt="")
        )

    def wake_held(self, person_ids: Iterable[int], reason: str, now: datetime) -> None:
        """Let notices go that were held back for `reason` while their readers were talking."""
        self._connection.execute(
            update(outbox)
            .where(
                outbox.c.person_id.in_(list(person_ids)),
                outbox.c.state == DUE,
                outbox.c.detail == reason,
                outbox.c.not_before > now,
            )
            .values(not_before=now)
        )


def _query() -> Select[*tuple[Any, ...]]:
    return select(
        dialogues.c.id,
        dialogues.c.person_id,
        dialogues.c.accident_id,
        dialogues.c.unit_id,
        dialogues.c.way,
        dialogues.c.channel,
        dialogues.c.state,
        dialogues.c.grave,
        dialogues.c.asked_at,
        dialogues.c.taken_by,
        dialogues.c.taken_at,
        dialogues.c.last_word_at,
        dialogues.c.next_check_at,
        dialogues.c.checks,
        dialogues.c.warned,
    )


# Built once: it runs for every message that arrives.
_LIVE = (
    _query()
    .where(
        or_(
            and_(dialogues.c.person_id == bindparam("who"), dialogues.c.state.in_((ASKED, OPEN))),
            and_(dialogues.c.taken_by == bindparam("who"), dialogues.c.state == OPEN),
        )
    )
    .order_by(dialogues.c.id.desc())
    .limit(1)
)
