"""Plans that say the same with other means: no numbers, odd labels, minutes, articles, sentences."""

from typing import Any

import pytest

from documents.reading import read_plan_text
from domain.plan import ReadTask
from domain.plan_json import deadline_to_json

TITLE = "KẾ HOẠCH\nBảo đảm an toàn lao động năm 2026\n"


def tasks(text: str) -> list[ReadTask]:
    return list(read_plan_text(text).tasks)


def led(text: str) -> list[tuple[str, list[str]]]:
    return [(task.kind.value, list(task.lead_units)) for task in tasks(text)]


def when(task: ReadTask) -> dict[str, Any]:
    found = deadline_to_json(task.deadline)
    return {key: value for key, value in found.items() if key != "inherited"}


class TestHeadingsWithoutNumbers:
    @pytest.mark.parametrize(
        ("work", "organisation"),
        [
            ("NỘI DUNG THỰC HIỆN", "TRÁCH NHIỆM THỰC HIỆN"),
            ("Nhiệm vụ trọng tâm", "Tổ chức thực hiện"),
            ("Các hoạt động cụ thể:", "TỔ CHỨC THỰC HIỆN"),
        ],
    )
    def test_a_part_is_opened_by_its_name_alone(self, work, organisation):
        text = f"""{TITLE}{work}
Mở 02 lớp huấn luyện. Đơn vị thực hiện: Phòng Kinh tế. Thời gian: trước 30/9/2026.
{organisation}
Phòng Kinh tế đôn đốc, báo cáo Ủy ban nhân dân xã trước ngày 15/12/2026."""
        assert led(text) == [("task", ["Phòng Kinh tế"]), ("report", ["Phòng Kinh tế"])]

    def test_words_in_capitals_are_no_title_and_no_task(self):
        text = f"""{TITLE}TUYÊN TRUYỀN
- Phát 500 tờ rơi. Đơn vị thực hiện: Đoàn xã. Thời gian: tháng 4/2026.
KIỂM TRA
- Kiểm tra 10 cơ sở. Đơn vị thực hiện: Công an xã. Thời gian: tháng 6/2026."""
        assert led(text) == [("task", ["Đoàn xã"]), ("task", ["Công an xã"])]

    @pytest.mark.parametrize(
        ("heading", "due"),
        [
            ("Quý I/2026", {"kind": "one_off", "date": "2026-03-31", "op": "by", "start": "2026-01-01"}),
            ("Tháng 3/2026:", {"kind": "one_off", "date": "2026-03-31", "op": "by", "start": "2026-03-01"}),
            ("1. Tháng 3/2026", {"kind": "one_off", "date": "2026-03-31", "op": "by", "start": "2026-03-01"}),
            (
                "1. Giai đoạn 1 (từ 01/3/2026 đến 31/3/2026):",
                {"kind": "period", "start": "2026-03-01", "end": "2026-03-31"},
            ),
        ],
    )
    def test_a_time_over_items_dates_them(self, heading, due):
        text = f"{TITLE}{heading}\n- Khám mắt cho công nhân (Trạm Y tế).\n- Thay lưới chắn (Tổ Cơ điện)."
        assert led(text) == [("task", ["Trạm Y tế"]), ("task", ["Tổ Cơ điện"])]
        assert [when(task) for task in tasks(text)] == [due, due]

    def test_numbers_may_begin_again_under_each_heading(self):
        text = f"""{TITLE}Quý I/2026
1. Khám mắt (Trạm Y tế).
2. Thay lưới chắn (Tổ Cơ điện).
Quý II/2026
1. Diễn tập chữa cháy (Phòng An toàn chủ trì, Tổ Bảo vệ phối hợp)."""
        assert [task.id for task in tasks(text)] == ["i.1", "i.2", "ii.1"]

    @pytest.mark.parametrize("label", ["Nhiệm vụ", "Công việc", "Hạng mục", "Nội dung công việc"])
    def test_a_label_begins_each_task(self, label):
        text = f"""{TITLE}{label}: Thay dây cáp cầu trục
Người phụ trách: Phòng Cơ điện
Thời gian: 15/5/2026
{label}: Đo môi trường lao động
Người phụ trách: Phòng An toàn
Thời gian: Quý III/2026"""
        assert led(text) == [("task", ["Phòng Cơ điện"]), ("task", ["Phòng An toàn"])]


class TestLabels:
    @pytest.mark.parametrize(
        ("lead", "partner", "time"),
        [
            ("Ai lo", "Người cùng lo", "Chốt"),
            ("Giao việc cho", "Ai phụ giúp", "Xong vào"),
            ("Người nhận", "Cùng làm", "Hoàn tất"),
            ("Làm chính", "Cùng thực hiện", "Hạn định"),
        ],
    )
    def test_labels_are_told_by_what_stands_behind_them(self, lead, partner, time):
        text = f"""{TITLE}I. NHIỆM VỤ
1. Thay lưới chắn.
{lead}: Phòng Vật tư
{partner}: Tổ Bảo vệ
{time}: 30/4/2026
2. Đo khí độc.
{lead}: Phòng An toàn
{partner}: Tổ Bảo vệ
{time}: 30/6/2026"""
        read = tasks(text)
        assert [list(task.lead_units) for task in read] == [["Phòng Vật tư"], ["Phòng An toàn"]]
        assert [list(task.coordinating_units) for task in read] == [["Tổ Bảo vệ"], ["Tổ Bảo vệ"]]
        assert [when(task)["date"] for task in read] == ["2026-04-30", "2026-06-30"]

    def test_who_heads_a_duty_is_no_label(self):
        text = f"""{TITLE}II. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế theo dõi, đôn đốc.
2. Các phòng, đơn vị: cử đầu mối trước ngày 05/01/2026."""
        assert led(text)[1] == ("duty", ["các phòng, đơn vị"])

    def test_small_roman_numbers_stand_below_letters(self):
        text = f"""{TITLE}II. NHIỆM VỤ
a. Phòng Kinh tế
i. Rà soát cơ sở.
ii. Lập danh sách.
b. Công an xã
i. Kiểm tra cơ sở."""
        assert [(task.id, list(task.lead_units)) for task in tasks(text)] == [
            ("II.a.i", ["Phòng Kinh tế"]),
            ("II.a.ii", ["Phòng Kinh tế"]),
            ("II.b.i", ["Công an xã"]),
        ]

    @pytest.mark.parametrize(
        "head",
        [
            "| Việc | Ai làm | Cùng làm | Khi nào |",
            "| Hạng mục | Người chịu trách nhiệm | Cùng thực hiện | Hạn cuối |",
            "| Nội dung | Đơn vị đảm nhiệm | Đơn vị liên quan | Ngày hoàn tất |",
        ],
    )
    def test_columns_by_other_names(self, head):
        text = f"{TITLE}{head}\n| Thay cáp | Phòng Cơ điện | Phòng Vật tư | 30/4/2026 |"
        (task,) = tasks(text)
        assert (task.lead_units, task.coordinating_units) == (("Phòng Cơ điện",), ("Phòng Vật tư",))
        assert when(task)["date"] == "2026-04-30"

    def test_units_alone_in_a_bracket_are_charged_but_not_where_they_explain(self):
        text = f"""{TITLE}I. NHIỆM VỤ
1. Tập huấn cho công nhân (Phòng Nội vụ; hoàn thành tháng 5/2026).
2. Gửi hồ sơ về cơ quan cấp trên (Sở Nội vụ).
3. Rà soát các cơ sở (bệnh viện, trạm y tế)."""
        assert [list(task.lead_units) for task in tasks(text)] == [["Phòng Nội vụ"], [], []]


class TestOtherKindsOfDocument:
    def test_minutes_that_hand_out_work(self):
        text = """BIÊN BẢN
Họp giao ban tuần 32 năm 2026
Sau khi thảo luận, đồng chí Chủ tịch kết luận, giao nhiệm vụ:
1. Phòng Kinh tế: hoàn thiện hồ sơ trước ngày 14/8/2026.
2. Văn phòng HĐND và UBND xã: gửi giấy mời; chuẩn bị hội trường.
Cuộc họp kết thúc lúc 16 giờ cùng ngày./."""
        assert [lead for _, lead in led(text)] == [["Phòng Kinh tế"], *[["Văn phòng HĐND và UBND xã"]] * 2]

    def test_minutes_that_only_tell(self):
        assert tasks("BIÊN BẢN\nHọp giao ban\nÔng B phát biểu về tình hình.\nHọp kết thúc lúc 11 giờ.") == []

    def test_an_article_that_shares_out_the_work(self):
        text = """QUYẾT ĐỊNH
Về việc giao nhiệm vụ bảo đảm an toàn lễ hội
Điều 1. Giao nhiệm vụ cho các đơn vị như sau:
1. Công an xã phân luồng giao thông trước ngày 10/02/2026.
2. Trạm Y tế xã: Bố trí 01 tổ cấp cứu.
Điều 2. Quyết định này có hiệu lực từ ngày ký."""
        assert led(text) == [("task", ["Công an xã"]), ("task", ["Trạm Y tế xã"])]

    def test_a_report_in_a_newspaper_owes_nothing(self):
        text = """TỈNH SẼ KIỂM TRA 50 CÔNG TRÌNH
Ông T., chủ một công trình, nói: "Chúng tôi phải báo cáo trước ngày 10/5, hơi gấp"."""
        assert tasks(text) == []

    def test_items_that_a_sentence_announces(self):
        text = """THÔNG BÁO
Về việc ứng phó bão
Ban Chỉ huy thông báo:
1. Nghiêm cấm tàu thuyền ra khơi.
2. Ủy ban nhân dân các xã kêu gọi tàu thuyền vào bờ trước ngày 12/10/2026."""
        assert [lead for _, lead in led(text)] == [[], ["Ủy ban nhân dân các xã"]]


class TestClauses:
    def test_a_clause_that_only_says_when_belongs_to_the_one_before(self):
        text = f"""{TITLE}I. NHIỆM VỤ
1. Phòng Kinh tế
- Kiểm tra cơ sở; hoàn thành 50% trước ngày 30/6/2026.
- Rà soát hồ sơ; thực hiện thường xuyên.
- Lập danh sách; khai báo thiết bị."""
        assert len(tasks(text)) == 4

    def test_two_reports_each_at_its_time(self):
        text = f"""{TITLE}II. TỔ CHỨC THỰC HIỆN
1. Phòng Kinh tế báo cáo UBND xã hằng tháng trước ngày 20 và báo cáo Sở Nội vụ hằng quý trước ngày 25."""
        assert [kind for kind, _ in led(text)] == ["report", "report"]

    @pytest.mark.parametrize("topic", ["Về nhà ở:", "Đối với cầu trục:", "Liên quan đến vốn:"])
    def test_a_topic_before_the_charge(self, topic):
        text = f"THÔNG BÁO\nKết luận của Giám đốc\nGiám đốc kết luận:\n1. {topic} Giao Sở Xây dựng lập quy hoạch."
        assert led(text) == [("task", ["Sở Xây dựng"])]

    @pytest.mark.parametrize(
        ("sentence", "unit"),
        [
            ("Công an tỉnh sẵn sàng lực lượng ứng cứu", "Công an tỉnh"),
            ("Giám đốc Sở Xây dựng rào chắn các đoạn đường ngập", "Sở Xây dựng"),
            ("Trạm Y tế khử khuẩn 12 lớp học", "Trạm Y tế"),
        ],
    )
    def test_a_name_ends_where_the_duty_begins(self, sentence, unit):
        (task,) = tasks(f"{TITLE}I. NHIỆM VỤ\n1. {sentence}.")
        assert task.lead_units == (unit,)

    def test_each_unit_behind_a_heading_has_its_task(self):
        text = f"{TITLE}I. NHIỆM VỤ\n1. Kiểm tra: Công an xã kiểm tra 20 nhà; Phòng Kinh tế kiểm tra 15 chợ."
        assert led(text) == [("task", ["Công an xã"]), ("task", ["Phòng Kinh tế"])]

    def test_names_cut_short_behind_their_noun_are_doubted_not_taken_for_a_label(self):
        text = f"{TITLE}I. NHIỆM VỤ\n1. Rà soát hồ sơ.\n2. Các Sở: Y tế, Xây dựng cử cán bộ tham gia đoàn kiểm tra."
        assert len(tasks(text)) == 2
        assert "lead_units" in {doubt.field for doubt in tasks(text)[1].review}

    def test_a_plan_behind_the_articles_that_enact_it(self):
        text = """QUYẾT ĐỊNH
Ban hành Kế hoạch an toàn
Điều 1. Giao Sở Nội vụ theo dõi, báo cáo Ủy ban nhân dân tỉnh trước ngày 15/12/2026.
KẾ HOẠCH
An toàn lao động năm 2026
I. NHIỆM VỤ
1. Mở 03 lớp huấn luyện.
- Chủ trì: Sở Nội vụ"""
        assert led(text) == [("report", ["Sở Nội vụ"]), ("task", ["Sở Nội vụ"])]

    def test_words_that_nobody_read_become_doubts(self):
        (task,) = tasks(f"{TITLE}I. NHIỆM VỤ\n1. Sở Y tế trực cấp cứu vào cuối tuần.\n")
        assert "deadline" in {doubt.field for doubt in task.review}
