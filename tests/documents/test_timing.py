"""Times as the rows of a plan name them: citations are none, days said one after the other are all meant."""

import datetime as dt

import pytest

from documents.rows import Context
from documents.timing import prose_deadline, read_when
from domain.plan_json import deadline_to_json
from tests.domain.wordings import deadline_answer

PLAN = Context(2026, year_sure=True)


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("tổng hợp, báo cáo UBND xã trước ngày 15/6 và 15/12/2026", "before 2026-06-15 & before 2026-12-15"),
        (
            "báo cáo UBND xã trước ngày 20 tháng 6 và 20 tháng 12 hằng năm",
            "yearly before dates=--06-20,--12-20",
        ),
        ("báo cáo Giám đốc ngày 28 hàng tháng", "monthly by day=28"),
        ("rà soát xe đưa đón trước ngày khai giảng năm học mới (05/9/2026)", "before 2026-09-05"),
        (
            "sơ kết 6 tháng trước ngày 30/6/2026, tổng kết năm trước ngày 15/12/2026",
            "before 2026-06-30 & before 2026-12-15",
        ),
        (
            "báo cáo về Phòng Nội vụ trước 10/12 hằng năm hoặc khi được yêu cầu",
            "yearly before dates=--12-10 & event khi được yêu cầu",
        ),
        (
            "hoàn thành 05 tuyến trong quý II, 05 tuyến trong quý III/2026",
            "in 2026-04-01..2026-06-30 & in 2026-07-01..2026-09-30",
        ),
    ],
)
def test_prose(sentence, answer):
    _, deadline, notes = prose_deadline(sentence, PLAN, 1, lone=True)
    assert deadline_to_json(deadline) == deadline_answer(answer)
    assert notes == ()


def test_a_cited_document_is_no_deadline():
    words = "Theo Kế hoạch số 12/KH-UBND ngày 15/01/2026 của UBND tỉnh"
    _, deadline, notes = read_when(words, PLAN, 3)
    assert deadline_to_json(deadline) == {"kind": "relative", "event": f"t{words[1:]}"}
    assert [note.code for note in notes] == ["deadline-elsewhere"]


def test_a_date_behind_the_day_of_issue_needs_no_year():
    issued = Context(2026, year_sure=False, issued=dt.date(2026, 3, 2))
    assert read_when("Trước ngày 15/6", issued, 1)[2] == ()
    early = read_when("Trước ngày 15/01", issued, 1)
    assert early[1].date == dt.date(2027, 1, 15)
    (note,) = early[2]
    assert (note.code, note.alternatives) == ("deadline-year-assumed", ("15/1/2028", "15/1/2026"))
