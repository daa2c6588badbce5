"""What a clause of prose is: a report owed to somebody, a standing duty, or work."""

import pytest

from documents.assignment import read_prose
from documents.clause_kinds import is_about_plan
from documents.clauses import split_clauses
from documents.prose import owes_report
from domain.deadline_words import read_deadline


@pytest.mark.parametrize(
    "text",
    [
        "Ban Chỉ huy quân sự xã báo cáo ngay Ban Chỉ huy Phòng thủ khu vực 2",
        "Báo cáo Ủy ban nhân dân tỉnh trong 07 ngày sau diễn tập",
        "gửi số liệu về Phòng Kế hoạch tổng hợp",
        "báo tin kịp thời cho Trung tâm Y tế khu vực khi có người ngộ độc",
        "thông báo ngay cho Công an xã khi phát hiện",
        "báo cáo bằng văn bản về Sở Nội vụ",
        "tổng hợp, báo cáo kết quả về Phòng Kinh tế",
    ],
)
def test_telling_somebody_is_a_report(text):
    assert owes_report(text, read_prose(text), read_deadline("hằng quý").deadline)


@pytest.mark.parametrize(
    "text",
    [
        "thông báo tuyển sinh trên Cổng thông tin",
        "gửi giấy mời họp",
        "lắp chuông báo cháy",
    ],
)
def test_other_work_is_none(text):
    assert not owes_report(text, read_prose(text), read_deadline("thường xuyên").deadline)


@pytest.mark.parametrize(
    ("verb", "watches"),
    [
        ("theo dõi, nhắc các khoa thực hiện", True),
        ("theo dõi, đôn đốc, kiểm tra việc triển khai thực hiện", True),
        ("theo dõi mực nước hồ Suối Biểu", False),
    ],
)
def test_who_only_watches_over_others_has_a_standing_duty(verb, watches):
    assert is_about_plan(verb) == watches


def test_words_that_only_bound_the_work_are_no_clause_of_their_own():
    text = "Giải tỏa các bến bãi tập kết không phép; chậm nhất 15/9/2026 phải dứt điểm"
    assert [clause.text for clause in split_clauses(text)] == [text]


def test_what_is_done_each_year_is_a_clause_of_its_own():
    text = "UBND phường lập sổ theo dõi, hoàn thành trong quý II/2026; mỗi năm tổ chức 04 lớp huấn luyện"
    assert [clause.text for clause in split_clauses(text)][1] == "mỗi năm tổ chức 04 lớp huấn luyện"
