"""A file is handed out under the name it was shown by, not under what it was called on its sender's telephone."""

from datetime import UTC, datetime

from bot.web.chat import _file_in
from storage.database import Database
from storage.migrate import migrate
from storage.unit_of_work import UnitOfWork

NOW = datetime(2026, 11, 24, 1, 50, tzinfo=UTC)


def test_the_name_shown_in_this_chat_counts():
    database = Database()
    migrate(database)
    with database.engine.begin() as connection:
        uow = UnitOfWork(connection)
        kept = uow.attachments.add(
            person_id=uow.people.add(None, "vi", NOW), kind="file", name="Nguyễn Văn Nam.pdf", mime="application/pdf",
            size=3, digest="00", path="00", state="stored", now=NOW,
        )  # fmt: skip
        body = {"text": "", "files": [[kept, "file-1.pdf", "application/pdf"]]}
        uow.chat_log.add("officer", "out", "k", body, NOW)
        assert _file_in(uow, "officer", kept) == ("00", "file-1.pdf", "application/pdf")
        assert _file_in(uow, "somebody else", kept) is None
    database.close()
