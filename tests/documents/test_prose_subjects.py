"""Who a sentence charges: its names end where small words begin that no name goes on with."""

import pytest

from documents.assignment import Assignment, read_prose, with_leads
from documents.clauses import split_clauses
from domain.unit_names import read_unit
from domain.unit_tails import is_short_verb, may_go_on
from tests.domain.wordings import wordings

SENTENCES = list(wordings("units_subject.txt"))


def read(sentence: str) -> Assignment:
    clause = split_clauses(sentence)[0]
    return with_leads(read_prose(clause.verb), clause.subject)


@pytest.mark.parametrize("wording", SENTENCES, ids=lambda w: w.phrase)
def test_reads_as_a_careful_clerk_does(wording):
    assigned = read(wording.phrase)
    found = " + ".join(read_unit(name).name for name in assigned.leads)
    assert found.lower() == wording.cells[0].lower()
    assert bool(assigned.slips) == wording.doubtful


@pytest.mark.parametrize(
    "name",
    [
        "Trung tâm Kỹ thuật tiêu chuẩn đo lường chất lượng",
        "Trung tâm Giáo dục nghề nghiệp và dạy nghề huyện",
        "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông",
        "Khoa Khám bệnh",
        "Đội chữa cháy và cứu nạn, cứu hộ khu vực 1",
    ],
)
def test_a_name_that_holds_such_words_stays_whole(name):
    assert [unit.lower() for unit in read(f"{name} tổ chức tập huấn").leads] == [name.lower()]


def test_a_strength_report_charges_nobody():
    assert (
        read("Dân quân 45 đồng chí; công an 12 đồng chí; tổ bảo vệ rừng thôn 8 tổ; 25 bàn dập lửa").leads
        == ()
    )


def test_neighbours_decide_what_a_short_word_is():
    assert is_short_verb("thuê", "chất", "xe")
    assert not is_short_verb("dựng", "xây", "dựng")
    assert not is_short_verb("khám", "khoa", "bệnh")
    assert may_go_on("chất")
    assert not may_go_on("gỡ")
