"""What a clause of prose is: a report owed to somebody, a standing duty, or work."""

import pytest

from documents.assignment import read_prose
from documents.clause_kinds import is_about_plan
from documents.clauses import split_clauses
from documents.prose import owes_report
from documents.reading import read_plan_text
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


ORGANISED = (
    "KẾ HOẠCH\nNăm 2026\nI. NHIỆM VỤ\n1. Kiểm tra chợ\n- Chủ trì: Sở Y tế\nII. TỔ CHỨC THỰC HIỆN\n1. {}"
)


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Sở Y tế xây dựng kế hoạch của ngành trước ngày 15/3/2026.", "duty"),
        ("Các sở, ban, ngành căn cứ Kế hoạch này xây dựng kế hoạch của đơn vị trước ngày 15/3/2026.", "duty"),
        ("Sở Tài chính tham mưu bố trí kinh phí trước ngày 30/4/2026.", "duty"),
        ("Sở Y tế phổ biến Kế hoạch đến toàn ngành trong tháng 3/2026.", "duty"),
        ("Sở Y tế tham mưu sơ kết trước ngày 30/6/2026.", "duty"),
        ("Sở Y tế theo dõi, đôn đốc việc thực hiện Kế hoạch.", "duty"),
        ("Sở Y tế tổ chức 03 lớp tập huấn sơ cứu trước ngày 30/6/2026.", "task"),
        ("Sở Xây dựng sửa 2 km đường vào bến cá, xong trước ngày 30/6/2026.", "task"),
        ("Sở Y tế báo cáo Ủy ban nhân dân tỉnh trước ngày 20/12/2026.", "report"),
    ],
)
def test_work_with_its_own_day_is_a_task_even_where_the_work_is_organised(said, kind):
    assert read_plan_text(ORGANISED.format(said)).tasks[-1].kind == kind


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("Sở Y tế kiểm tra bếp ăn.", "task"),
        ("Sở Tài chính bố trí kinh phí thực hiện.", "duty"),
        ("Là đầu mối theo dõi, đôn đốc việc thực hiện Kế hoạch.", "duty"),
    ],
)
def test_the_plans_own_business_is_a_duty_among_tasks_too(said, kind):
    plan = f"KẾ HOẠCH\nNăm 2026\nI. NHIỆM VỤ\n1. Sở Y tế\n- Khám bệnh cho 200 người.\n- {said}"
    assert read_plan_text(plan).tasks[-1].kind == kind


@pytest.mark.parametrize(
    "said",
    [
        "Sở Nội vụ theo dõi, đôn đốc, tổng hợp báo cáo Bộ Nội vụ trước ngày 20/6/2026.",
        "Sở Nội vụ theo dõi, đôn đốc, tổng hợp kết quả báo cáo Bộ Nội vụ trước ngày 20/6/2026.",
    ],
)
def test_watching_and_the_report_at_the_end_are_two(said):
    tasks = read_plan_text(ORGANISED.format(said)).tasks[-2:]
    assert [(task.kind, task.lead_units) for task in tasks] == [
        ("duty", ("Sở Nội vụ",)),
        ("report", ("Sở Nội vụ",)),
    ]


def test_telling_when_something_happens_is_a_clause_of_its_own():
    said = "Trưởng các ấp báo cáo Phòng Kinh tế trước 20/3/2026; khi xảy ra tai nạn, báo ngay cho Công an xã."
    tasks = read_plan_text(ORGANISED.format(said)).tasks[-2:]
    assert [task.kind for task in tasks] == ["report", "report"]
