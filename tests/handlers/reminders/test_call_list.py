"""Whom to ring up: what is owed by units that nobody can write to, with why and whom a registry knows."""

import io
from datetime import date, datetime

import pytest
from docx import Document
from openpyxl import load_workbook

from documents.listing import MOST_IN_DOCX, Listing, write_docx, write_xlsx
from domain.errors import BadInputError, NotAllowedError
from handlers.services import call_list, reachability
from messages.words import LOCAL
from storage.tables import jobs
from tests.handlers.progress.employers import enter, register
from tests.handlers.progress.world import World

JULY = datetime(2026, 7, 1, 9, 0, tzinfo=LOCAL)


@pytest.fixture
def world():
    made = World()
    made.now = JULY
    yield made
    made.close()


def _block(world, name):
    with world.database.transaction() as uow:
        uow.people.set_address_state(uow.people.at(world.address(name)).id, "blocked")


def _rows(world, name="coordinator"):
    with world.database.reading() as uow:
        return call_list.for_person(uow, world.people[name], world.now).rows


def test_an_employer_nobody_is_linked_for_stands_with_its_contact(world):
    register(world, "Công ty An Phú", "0101234567", phone="0912345678")
    register(world, "HTX Bình Minh", "0107654321", clerk="clerk")
    enter(world)
    [row] = [r for r in _rows(world) if "Công ty" in r[0] or "HTX" in r[0]]
    assert row == (
        "Công ty An Phú",
        "Xã Tân Lập",
        "Báo cáo tai nạn lao động 6 tháng đầu năm 2026 (04/07/2026)",
        date(2026, 7, 4),
        "Bà Lan",
        "0912345678",
        "chưa ai liên kết",
    )


def test_a_unit_whose_people_have_all_blocked_us_stands_there_until_one_can_be_told(world):
    world.now = datetime(2026, 12, 10, 9, 0, tzinfo=LOCAL)
    assert _rows(world) == []
    _block(world, "son")
    _block(world, "focal")  # the deputy of the other commune can be told
    [row] = _rows(world)
    assert (row[0], row[3], row[6]) == ("Xã Yên Sơn", date(2026, 12, 14), "đã chặn Báo An")
    world.talk("son").say("chào")
    assert _rows(world) == []


def test_who_is_reached_by_the_next_in_line_is_named(world):
    _block(world, "focal")
    with world.database.reading() as uow:
        found = reachability.standings(uow, [world.units["lap"]], world.now)[world.units["lap"]]
    assert (found.why, found.instead, found.lost) == ("blocked", world.people["deputy"], False)


def test_what_is_done_or_due_long_from_now_is_not_there(world):
    _block(world, "son")
    world.now = datetime(2026, 10, 1, 9, 0, tzinfo=LOCAL)
    assert _rows(world) == []


def test_a_commune_gets_its_own_employers_only(world):
    register(world, "Công ty An Phú", "0101234567", commune="lap")
    register(world, "HTX Bình Minh", "0107654321", commune="son")
    enter(world)
    assert [row[0] for row in _rows(world, "focal")] == ["Công ty An Phú"]


@pytest.mark.parametrize("name", ["worker", "clerk"])
def test_who_is_no_officer_gets_no_numbers(world, name):
    register(world, "Công ty An Phú", "0101234567", clerk="clerk")
    with world.database.reading() as uow, pytest.raises(NotAllowedError):
        call_list.for_person(uow, world.people[name], world.now)


@pytest.mark.parametrize(
    "said",
    ["danh sách cần gọi điện", "ds can goi dien hom nay", "đơn vị nào không liên hệ được", "ai can goi dien"],
)
def test_it_is_asked_for_in_words(world, said):
    assert "Đang lập" in world.talk("coordinator").say(said)[0]
    with world.database.engine.connect() as connection:
        assert [row.kind for row in connection.execute(jobs.select())] == [call_list.JOB]


@pytest.mark.parametrize("said", ["tôi cần gọi điện cho ai", "danh sách cần gọi điện"])
def test_a_worker_starts_no_such_job(world, said):
    world.talk("worker").say(said)
    with world.database.engine.connect() as connection:
        assert connection.execute(jobs.select()).all() == []


LIST = Listing("Danh sách", "2 việc", ("Đơn vị", "Hạn"), [("=1+1", date(2026, 7, 4)), ("Xã B", None)])


def test_a_workbook_holds_text_as_text_and_days_as_days():
    sheet = load_workbook(io.BytesIO(write_xlsx(LIST))).active
    assert [cell.value for cell in sheet[3]] == ["STT", "Đơn vị", "Hạn"]
    assert (sheet["B4"].value, sheet["B4"].data_type) == ("=1+1", "s")
    assert sheet["C4"].value.date() == date(2026, 7, 4)


def test_a_document_holds_every_row_and_no_more_than_it_can():
    table = Document(io.BytesIO(write_docx(LIST))).tables[0]
    assert [cell.text for cell in table.rows[1].cells] == ["1", "=1+1", "04/07/2026"]
    with pytest.raises(BadInputError):
        write_docx(Listing("", "", ("A",), [("x",)] * (MOST_IN_DOCX + 1)))


def test_a_unit_is_rung_up_once_for_all_it_owes(world):
    dates = {"employer-training": (date(2024, 6, 20), date(2026, 6, 20))}
    register(world, "Công ty An Phú", "0101234567", dates=dates)
    enter(world)
    [row] = [r for r in _rows(world) if r[0] == "Công ty An Phú"]
    assert row[2].index("Huấn luyện") < row[2].index("Báo cáo tai nạn")
    assert row[3] == date(2026, 6, 20)
