"""Forty thousand employers: entering their list, entering what the law asks of them, and asking who has not.

`.venv/bin/python -m benchmarks.employers` prints the figures of docs/performance.md, in seconds of processor.
"""

import random
import resource
import sys
import time
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook

from documents.employers_file import EmployerRow, read_employers
from domain.calendar import LOCAL, vietnam_calendar
from domain.policy import default_policy
from handlers.acting import Surroundings
from handlers.services import employers, reminders, statutory
from storage.database import Database, open_database
from storage.migrate import migrate

COUNT = 40_000
CHUNK = 2_000
WINTER = datetime(2026, 12, 20, 8, 0, tzinfo=LOCAL)
AROUND = Surroundings("Sở Nội vụ", None, default_policy(), vietnam_calendar(), random.randbytes)
HEAD = (
    "Mã số thuế",
    "Tên doanh nghiệp",
    "Địa chỉ",
    "Số lao động",
    "Người liên hệ",
    "Điện thoại",
    "Ngày huấn luyện gần nhất",
    "Ngày kiểm định gần nhất",
    "Ngày quan trắc gần nhất",
    "Ngày khám sức khỏe gần nhất",
)


def write_list(path: Path) -> None:
    """Write the list as an office would have it."""
    chance = random.Random(1)
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append(HEAD)
    for number in range(COUNT):
        days = [date(2026, 1, 1) - timedelta(days=chance.randrange(700)) for _ in range(4)]
        head = (f"{100000000 + number:010d}", f"Công ty {number}", f"Thôn {number % 30}")
        sheet.append([*head, chance.randrange(1, 500), "Ông Hùng", f"09{number:08d}", *days])
    book.save(path)


def enter(database: Database, path: Path) -> None:
    """Enter the list as the command does."""
    now = datetime.now(UTC)
    found = read_employers(path, now.date())
    while some := tuple(islice(found, CHUNK)):
        with database.transaction() as uow:
            rows = [row for row in some if isinstance(row, EmployerRow)]
            employers.enter(uow, rows, {}, now, now.date())
    with database.transaction() as uow:
        statutory.start(uow, now)


def walk(database: Database) -> tuple[int, float]:
    """Enter everything the law asks in winter; returns how many occurrences, and the longest tick."""
    entered, longest = 0, 0.0
    while True:
        with database.reading() as uow:
            due = statutory.next_tick(uow, WINTER)
        if due is None or due > WINTER:
            return entered, longest
        began = time.process_time()
        with database.transaction() as uow:
            entered += statutory.tick(uow, AROUND, WINTER)
        longest = max(longest, time.process_time() - began)


def main() -> None:
    """Print each figure on a line."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        write_list(path)
        database = open_database(f"sqlite:///{folder}/baoan.db")
        migrate(database)
        for what in ("entered", "entered again"):
            began = time.process_time()
            enter(database, path)
            _print(f"{COUNT} employers {what}", f"{time.process_time() - began:.1f} s")
        _print("memory", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
        began = time.process_time()
        entered, longest = walk(database)
        _print(f"{entered} occurrences", f"{time.process_time() - began:.1f} s, longest tick {longest:.3f} s")
        began = time.process_time()
        with database.transaction() as uow:
            statutory.tick(uow, AROUND, WINTER)
            queued = reminders.tick(uow, AROUND, WINTER)
        _print(f"a tick with nothing to enter, {queued} reminders", f"{time.process_time() - began:.3f} s")
        began = time.process_time()
        with database.reading() as uow:
            found = uow.filings.periods(None)
            uow.filings.missing(found[-1], None, limit=10)
        _print("who has not handed in, first page", f"{time.process_time() - began:.3f} s")
        database.close()


def _print(what: str, figure: str) -> None:
    sys.stdout.write(f"{what}: {figure}\n")


if __name__ == "__main__":
    main()
