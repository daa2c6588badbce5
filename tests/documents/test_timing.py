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
        ("lắp 60 chốt cứu hộ giai đoạn 2026 - 2028", "period 2026-01-01..2028-12-31"),
        ("lập sổ theo dõi cho 100% hộ trong giai đoạn 2026 - 2027", "period 2026-01-01..2027-12-31"),
        ("triển khai Chương trình giảm nghèo giai đoạn 2026 - 2030", "none"),
        ("duy trì 40 tổ tự quản năm 2026 và các năm tiếp theo", "period 2026-01-01.."),
        ("kiểm tra đột xuất các cơ sở dập kim loại", "none"),
        ("thanh tra đột xuất đơn vị nợ đóng", "none"),
        ("huy động lực lượng chữa cháy khi xảy ra cháy rừng", "event khi xảy ra cháy rừng"),
        ("kiểm tra đột xuất khi có dấu hiệu vi phạm", "event khi có dấu hiệu vi phạm"),
        ("tập huấn kỹ năng thoát nạn khi xảy ra cháy", "none"),
        ("thường xuyên cập nhật cấp dự báo cháy rừng", "always"),
        ("bố trí người trực cấp cứu 24/24 giờ", "always"),
        ("viết ít nhất 04 tin, bài mỗi tháng đăng trên trang thông tin", "monthly"),
        ("kiểm tra 24 cơ sở trọng điểm, mỗi tháng 02 cơ sở", "monthly"),
        ("báo cáo Ban Thường vụ trước ngày 30/11, hằng năm sơ kết", "yearly before dates=--11-30"),
        ("tổng hợp, báo cáo Giám đốc sau mỗi đợt kiểm tra 05 ngày", "+5 day mỗi đợt kiểm tra"),
        ("báo cáo kết quả trong vòng 03 ngày sau đợt diễn tập", "+3 day đợt diễn tập"),
        ("tháng 3 hằng năm tổ chức khám sức khỏe", "yearly window=--03-01..--03-31"),
        ("sinh hoạt chuyên đề 01 buổi/quý", "quarterly"),
        ("tổng kết vào dịp 20/11", "by 2026-11-20"),
        ("báo cáo UBND tỉnh định kỳ 6 tháng, 1 năm", "semiannual & yearly"),
        (
            "tiêm phòng đợt 1 tháng 3-4, đợt 2 tháng 9-10",
            "in 2026-03-01..2026-04-30 & in 2026-09-01..2026-10-31",
        ),
        ("báo cáo tháng vào ngày cuối tháng", "monthly by day=31"),
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


@pytest.mark.parametrize(
    "sentence",
    [
        "báo cáo trước ngày cuối cùng của quý",
        "báo cáo kết quả sau 5 ngày kết thúc đợt kiểm tra",
        "trong 02 ngày 15 và 16/5/2026 tổ chức hội thi",
        "bố trí xe trong suốt thời gian diễn ra lễ hội",
        "thẩm định hồ sơ trong vòng mười ngày",
        "cấp phép chậm nhất là khi khởi công",
    ],
)
def test_words_of_time_that_nothing_understood_are_doubted(sentence):
    _, deadline, notes = prose_deadline(sentence, PLAN, 1, lone=True)
    assert deadline_to_json(deadline) == {"kind": "none"}
    assert [note.code for note in notes] == ["deadline-unread"]
