"""Who has not handed in: counted and listed within the asker's remit, a page at a time, or whole as a file."""

from datetime import date, datetime

import pytest

from domain.errors import NotAllowedError
from handlers.services import filings
from messages.words import LOCAL
from storage.tables import jobs
from tests.handlers.progress.employers import enter, owed, register
from tests.handlers.progress.world import World

JUNE = datetime(2026, 6, 20, 9, 0, tzinfo=LOCAL)
ASKED = "doanh nghiep nao chua nop bao cao tai nan 6 thang?"


@pytest.fixture
def world():
    made = World()
    made.now = JUNE
    for number in range(14):
        commune = "lap" if number < 12 else "son"
        register(made, f"Công ty {number:02}", f"02{number:08d}", commune=commune, clerk=f"clerk{number}")
    enter(made)
    yield made
    made.close()


def _hand_in(world, number):
    unit = world.units[f"02{number:08d}"]
    world.talk(f"clerk{number}").tap(f"statutory:zero:{owed(world, unit)['employer-accident-half'].code}")


def test_the_office_sees_all_with_counts_and_pages(world):
    _hand_in(world, 3)
    talk = world.talk("coordinator")
    [said] = talk.say(ASKED)
    assert "1/14 đã báo, còn 13 chưa" in said
    assert "Công ty 03" not in said
    assert said.count("- Công ty") == 10
    page = next(c.payload for m in talk.last for c in m.choices if c.payload.startswith("filing:page"))
    [more] = talk.tap(page)
    assert more.count("- Công ty") == 3


def test_a_commune_sees_its_own(world):
    [said] = world.talk("son").say(ASKED)
    assert "0/2 đã báo, còn 2 chưa" in said
    assert "Công ty 00" not in said


def test_all_have_reported(world):
    for number in (12, 13):
        _hand_in(world, number)
    [said] = world.talk("son").say(ASKED)
    assert "cả 2 nơi đã báo" in said


def test_an_employer_learns_nothing_of_others(world):
    said = " ".join(world.talk("clerk0").say(ASKED))
    assert "Công ty 01" not in said
    answer = world.talk("clerk0").tap("filing:page:1:employer-accident-half:2026-H1")
    assert "Công ty 01" not in " ".join(answer)


def test_a_plans_report_goes_before_what_the_law_asks(world):
    [said] = world.talk("coordinator").say("ai chưa nộp kỳ này?")
    assert "Xã Tân Lập" in said
    assert "Công ty" not in said


def test_what_is_done_at_intervals_is_asked_for_by_its_name(world):
    dates = {"employer-inspection": (None, date(2026, 6, 1))}
    register(world, "Xưởng cũ", "0399999999", dates=dates)
    enter(world)
    [said] = world.talk("coordinator").say("doanh nghiệp nào quá hạn kiểm định?")
    assert "Xưởng cũ" in said
    assert "chưa liên kết" in said


def test_the_whole_list_is_a_job_with_numbers_for_who_may_have_it(world):
    talk = world.talk("coordinator")
    talk.say(ASKED)
    talk.pick("Tải tệp .xlsx")
    with world.database.engine.connect() as connection:
        [job] = connection.execute(jobs.select()).all()
    assert (job.kind, job.body) == (filings.JOB, {"rule": "employer-accident-half", "label": "2026-H1"})
    with world.database.reading() as uow:
        made = filings.listing(
            uow, world.people["coordinator"], "employer-accident-half", "2026-H1", world.now
        )
        assert len(made.rows) == 14
        own = filings.listing(uow, world.people["son"], "employer-accident-half", "2026-H1", world.now)
        assert [row[0] for row in own.rows] == ["Công ty 12", "Công ty 13"]
        with pytest.raises(NotAllowedError):
            filings.listing(uow, world.people["clerk0"], "employer-accident-half", "2026-H1", world.now)
