"""Every structure of a plan in a small document: which rows there are, whose, by when; and which there are not."""

from typing import Any

import pytest

from documents.reading import read_plan_bytes, read_plan_text
from domain.plan import ReadTask, TaskKind
from domain.plan_json import deadline_to_json


def tasks(text: str) -> list[ReadTask]:
    return list(read_plan_text(text).tasks)


def rows(text: str) -> list[tuple[str, str, list[str]]]:
    return [(task.id, task.kind.value, list(task.lead_units)) for task in tasks(text)]


def when(task: ReadTask) -> dict[str, Any]:
    return deadline_to_json(task.deadline)


def by(day: str, start: str | None = None, **more: Any) -> dict[str, Any]:
    return {"kind": "one_off", "date": day, "op": "by"} | ({"start": start} if start else {}) | more


def before(day: str, **more: Any) -> dict[str, Any]:
    return {"kind": "one_off", "date": day, "op": "before"} | more


NONE = {"kind": "none"}
HEALTH, LABOUR, POLICE = "Sở Y tế", "Sở Nội vụ", "Công an tỉnh"
COMMUNES = "Ủy ban nhân dân các xã, phường"


class TestNumbering:
    def test_decimals_go_on_after_letters_below_them(self):
        text = """III. NHIỆM VỤ
1. Sở Y tế
1.1. Nhiệm vụ chủ trì:
a) Rà soát trạm y tế.
b) Mua sắm thiết bị.
1.2. Nhiệm vụ phối hợp: Phối hợp với Công an tỉnh kiểm tra cơ sở."""
        assert [task.id for task in tasks(text)] == ["III.1.1.a", "III.1.1.b", "III.1.2"]

    def test_roman_and_number_in_one_mark(self):
        text = """II. NHIỆM VỤ
II.1. Rà soát hồ sơ.
- Chủ trì: Sở Y tế
II.2. Lập danh mục.
- Chủ trì: Sở Nội vụ"""
        assert rows(text) == [("II.1", "task", [HEALTH]), ("II.2", "task", [LABOUR])]

    def test_letters_hold_romans_or_romans_hold_letters(self):
        task = "\n1. Rà soát hồ sơ.\n- Chủ trì: Sở Y tế"
        letters_first = f"A. NHIỆM VỤ{task}\nB. GIẢI PHÁP\nI. Trước mắt{task}\nII. Lâu dài{task}"
        romans_first = f"I. NHIỆM VỤ\nA. Trước mắt{task}\nB. Lâu dài{task}\nII. GIẢI PHÁP{task}"
        assert [t.id for t in tasks(letters_first)] == ["A.1", "B.I.1", "B.II.1"]
        assert [t.id for t in tasks(romans_first)] == ["I.A.1", "I.B.1", "II.1"]

    @pytest.mark.parametrize(
        ("first", "second"),
        [
            ("Nhiệm vụ 1: ", "Nhiệm vụ 2: "),
            ("Việc thứ nhất: ", "Việc thứ hai: "),
            ("(1) ", "(2) "),
            ("1- ", "2- "),
            ("1/ ", "2/ "),
            ("1) ", "2) "),
        ],
    )
    def test_marks_of_every_kind(self, first, second):
        text = f"""II. NHIỆM VỤ
{first}Rà soát hồ sơ.
Chủ trì: Sở Y tế
{second}Lập danh mục.
Chủ trì: Sở Nội vụ"""
        assert rows(text) == [("II.1", "task", [HEALTH]), ("II.2", "task", [LABOUR])]

    def test_letters_with_numbers_below_and_dashes_indented_below_dashes(self):
        text = """I. NHIỆM VỤ
a) Trường công lập
a.1) Vùng thuận lợi
* Thay xích đu.
  * Chủ trì: Sở Y tế
* Sơn khung thép.
  * Chủ trì: Sở Nội vụ
a.2) Vùng khó khăn: lập danh mục.
Chủ trì: Công an tỉnh"""
        assert rows(text) == [
            ("I.a.1.i", "task", [HEALTH]),
            ("I.a.1.ii", "task", [LABOUR]),
            ("I.a.2", "task", [POLICE]),
        ]


class TestLabels:
    @pytest.mark.parametrize(
        ("who", "until", "made"),
        [
            ("Đơn vị thực hiện", "Thời gian", "Sản phẩm"),
            ("Cơ quan, đơn vị chủ trì", "Thời hạn hoàn thành", "Kết quả"),
            ("Khoa, phòng chịu trách nhiệm", "Thời điểm", "Kết quả cần đạt"),
            ("Phân công", "Hoàn thành", "Sản phẩm đầu ra"),
            ("Chịu trách nhiệm chính", "Tiến độ", "Dự kiến sản phẩm"),
            ("Giao", "Hạn chót", "Sản phẩm/kết quả"),
            ("Đơn vị được giao", "Thời gian hoàn thành (dự kiến)", "Minh chứng"),
            ("Cơ quan soạn thảo", "Thời gian trình", "Sản phẩm bàn giao"),
        ],
    )
    def test_wordings(self, who, until, made):
        text = f"I. NHIỆM VỤ\n1. Rà soát.\n- {who}: Sở Y tế\n- {until}: 30/6/2026\n- {made}: 01 báo cáo"
        (task,) = tasks(text)
        assert (task.lead_units, when(task), task.product) == ((HEALTH,), by("2026-06-30"), "01 báo cáo")

    def test_numbered_label_lines_belong_to_their_task(self):
        text = """I. NHIỆM VỤ
1. Tuyên truyền
a) Nội dung: Viết 10 tin bài.
b) Đơn vị thực hiện: Sở Y tế
c) Thời gian: Quý II/2026"""
        (task,) = tasks(text)
        assert (task.id, task.lead_units, task.lines) == ("I.1", (HEALTH,), (2, 3, 4, 5))
        assert "Viết 10 tin bài" in task.text

    def test_labels_split_over_levels(self):
        text = """I. NHIỆM VỤ
1. Rà soát
- Phân công:
  + Phụ trách: Sở Y tế
  + Cùng phối hợp: Công an tỉnh
- Thời gian:
  + Bắt đầu: 15/5/2026
  + Kết thúc: 30/6/2026
- Sản phẩm:
Danh mục cơ sở;
Bản đồ."""
        (task,) = tasks(text)
        assert (task.lead_units, task.coordinating_units) == ((HEALTH,), (POLICE,))
        assert when(task) == {"kind": "period", "start": "2026-05-15", "end": "2026-06-30"}
        assert task.product == "Danh mục cơ sở; Bản đồ"

    def test_units_listed_a_line_each_under_their_label(self):
        text = """I. NHIỆM VỤ
1. Rà soát
- Chủ trì: Sở Y tế
- Phối hợp:
- Sở Nội vụ;
- Công an tỉnh.
- Thời gian: Quý II/2026"""
        (task,) = tasks(text)
        assert task.coordinating_units == (LABOUR, POLICE)
        assert when(task) == by("2026-06-30", "2026-04-01")

    def test_labels_under_a_list_of_dashes_speak_for_the_item_above(self):
        text = """I. NHIỆM VỤ
1. Tuyên truyền
- Viết tin bài.
- Treo băng rôn.
Đơn vị thực hiện: Sở Y tế
Thời gian: Thường xuyên"""
        (task,) = tasks(text)
        assert (task.id, task.lead_units, task.review) == ("I.1", (HEALTH,), ())
        assert "Treo băng rôn" in task.text

    def test_a_line_that_closes_several_tasks(self):
        text = """I. NHIỆM VỤ
1. Rà soát hồ sơ.
2. Lập danh mục.
- Thời gian: Quý II/2026
3. Nghiệm thu.
- Đơn vị thực hiện: Công an tỉnh
Đơn vị thực hiện các nhiệm vụ 1, 2 nêu trên: Sở Y tế"""
        assert rows(text) == [
            ("I.1", "task", [HEALTH]),
            ("I.2", "task", [HEALTH]),
            ("I.3", "task", [POLICE]),
        ]

    def test_ditto_under_items(self):
        text = """I. NHIỆM VỤ
1. Rà soát.
- Chủ trì: Sở Y tế
- Phối hợp: Công an tỉnh
- Thời hạn: 30/6/2026
2. Lập danh mục.
- Chủ trì: Sở Nội vụ
- Phối hợp: như trên
- Thời hạn: nt
3. Nghiệm thu.
- Chủ trì: như mục 1
- Thời hạn: 31/7/2026"""
        _, second, third = tasks(text)
        assert (second.lead_units, second.coordinating_units, when(second)) == (
            (LABOUR,),
            (POLICE,),
            by("2026-06-30"),
        )
        assert third.lead_units == (HEALTH,)
        assert second.lines == (6, 7, 8, 9)

    def test_a_ditto_with_nothing_above_is_a_doubt(self):
        (task,) = tasks("I. NHIỆM VỤ\n1. Rà soát.\n- Chủ trì: Sở Y tế\n- Thời hạn: như trên")
        assert when(task) == NONE
        assert task.needs_review

    def test_charges_in_brackets_and_behind_a_dash(self):
        text = """I. NHIỆM VỤ
1. Kiểm tra nhà trọ (Công an tỉnh chủ trì, hoàn thành trước 30/6/2026).
2. In tờ rơi (Sở Y tế, Quý III/2026).
3. Diễn tập (Sở Nội vụ thực hiện) trong tháng 11/2026.
4. Phun khử khuẩn trước ngày 05/9/2026 - Sở Y tế, Công an tỉnh.
5. Nhắc lịch trực - Phụ trách: Sở Y tế, thường xuyên."""
        found = [(list(t.lead_units), when(t)) for t in tasks(text)]
        assert found == [
            ([POLICE], before("2026-06-30")),
            ([HEALTH], by("2026-09-30", "2026-07-01")),
            ([LABOUR], by("2026-11-30", "2026-11-01")),
            ([HEALTH, POLICE], before("2026-09-05")),
            ([HEALTH], {"kind": "continuous"}),
        ]
        assert not any(task.review for task in tasks(text))

    def test_a_label_that_says_before(self):
        (task,) = tasks("I. NHIỆM VỤ\n1. Rà soát.\n- Chủ trì: Sở Y tế\n- Hoàn thành trước: 30/6/2026")
        assert when(task) == before("2026-06-30")
        assert task.deadline_text == "30/6/2026"

    def test_lines_that_contradict_one_another_are_a_doubt(self):
        text = """I. NHIỆM VỤ
1. Tiêm phòng.
- Đơn vị chủ trì: Sở Y tế
- Đơn vị chủ trì: Sở Nội vụ
- Thời gian: Tháng 4/2026
- Thời gian hoàn thành: trước ngày 30/3/2026
2. Tiêu độc.
- Đơn vị chủ trì: Công an tỉnh
- Đơn vị phối hợp: Công an tỉnh
- Thời gian: Tháng 4/2026"""
        first, second = tasks(text)
        assert {doubt.field for doubt in first.review} == {"lead_units", "deadline"}
        assert {doubt.field for doubt in second.review} == {"coordinating_units"}
        assert second.coordinating_units == ()


class TestHeadings:
    def test_units_as_headings_in_every_wording(self):
        text = """II. PHÂN CÔNG NHIỆM VỤ
1. Trách nhiệm của Sở Y tế
- Rà soát trạm y tế, hoàn thành trong tháng 3/2026.
2. Đối với Ủy ban nhân dân các xã, phường
- Treo băng rôn.
3. Sở Nội vụ chủ trì thực hiện các nội dung sau:
a) Mở lớp tập huấn;
b) Đề nghị Công an tỉnh cử giảng viên."""
        assert rows(text) == [
            ("II.1.i", "task", [HEALTH]),
            ("II.2.i", "task", [COMMUNES]),
            ("II.3.a", "task", [LABOUR]),
            ("II.3.b", "task", [LABOUR]),
        ]

    def test_sections_of_units_inside_the_work(self):
        text = """II. NỘI DUNG PHỐI HỢP
A. Trách nhiệm của Sở Y tế
1. Biên soạn tài liệu.
B. Trách nhiệm của Công an tỉnh
1. Kiểm tra cơ sở.
III. TỔ CHỨC THỰC HIỆN
1. Sở Y tế theo dõi việc thực hiện Kế hoạch."""
        assert rows(text) == [
            ("II.A.1", "task", [HEALTH]),
            ("II.B.1", "task", [POLICE]),
            ("III.1", "duty", [HEALTH]),
        ]

    def test_assigning_work_is_organisation_where_another_section_lists_it(self):
        work = "II. NHIỆM VỤ\n1. Rà soát.\n- Chủ trì: Công an tỉnh\n"
        assigned = "III. PHÂN CÔNG NHIỆM VỤ\n1. Sở Y tế mở lớp tập huấn."
        assert rows(assigned) == [("III.1", "task", [HEALTH])]
        assert rows(work + assigned)[1] == ("III.1", "duty", [HEALTH])

    def test_own_words_win_over_the_heading_s_labels(self):
        text = """II. NHIỆM VỤ
1. Đầu tư
Đơn vị chủ trì: Sở Nội vụ
a) Rà soát quỹ đất.
b) Sở Y tế chủ trì, phối hợp với Công an tỉnh tham mưu bố trí vốn trước ngày 30/11/2026."""
        first, second = tasks(text)
        assert (first.lead_units, second.lead_units) == ((LABOUR,), (HEALTH,))
        assert second.coordinating_units == (POLICE,)


class TestGeneralClauses:
    def test_a_time_for_the_tasks_above(self):
        text = """II. NHIỆM VỤ
1. Sở Y tế rà soát hồ sơ.
2. Sở Nội vụ lập danh mục, hoàn thành trước ngày 30/6/2026.
III. TỔ CHỨC THỰC HIỆN
Các nhiệm vụ trên hoàn thành trước ngày 15/12/2026.
Các đơn vị gửi báo cáo về Sở Nội vụ trước ngày 20 hằng tháng để tổng hợp."""
        first, second, report = tasks(text)
        assert when(first) == before("2026-12-15", inherited="III")
        assert when(second) == before("2026-06-30")
        assert (report.kind, report.lead_units) == (TaskKind.REPORT, ("các đơn vị",))

    def test_a_time_and_partners_in_a_remark_under_the_heading(self):
        text = """II. NHIỆM VỤ
(Các nhiệm vụ dưới đây, trừ nhiệm vụ có quy định riêng, hoàn thành trước ngày 30/11/2026; \
đơn vị phối hợp là Công an tỉnh.)
1. Sở Y tế rà soát hồ sơ.
2. Sở Nội vụ lập danh mục; hoàn thành trong tháng 3/2026."""
        first, second = tasks(text)
        assert (when(first), when(second)) == (
            before("2026-11-30", inherited="II"),
            by("2026-03-31", "2026-03-01"),
        )
        assert first.coordinating_units == second.coordinating_units == (POLICE,)

    def test_a_numbered_section_that_gives_the_time(self):
        text = """KẾ HOẠCH
Kiểm tra lao động năm 2026
1. Thời gian: Từ tháng 4 đến tháng 9 năm 2026.
2. Nội dung thực hiện
- Sở Y tế kiểm tra bếp ăn.
- Sở Nội vụ kiểm tra hồ sơ, xong trước 30/6/2026."""
        first, second = tasks(text)
        assert when(first) == {
            "kind": "period",
            "start": "2026-04-01",
            "end": "2026-09-30",
            "inherited": "1",
        }
        assert when(second) == before("2026-06-30")


class TestProse:
    def test_several_tasks_in_one_paragraph(self):
        text = """II. NỘI DUNG THỰC HIỆN
Giao Sở Y tế chủ trì, phối hợp với Công an tỉnh khảo sát 40 cơ sở trước ngày 20/4/2026; \
lắp đặt 12 trạm quan trắc, hoàn thành trong quý II năm 2026. Sở Nội vụ tổng hợp danh sách."""
        found = [(t.text[:12], list(t.lead_units), when(t)) for t in tasks(text)]
        assert [row[1] for row in found] == [[HEALTH], [HEALTH], [LABOUR]]
        assert [row[2] for row in found] == [
            before("2026-04-20"),
            by("2026-06-30", "2026-04-01"),
            NONE,
        ]

    def test_a_number_in_mid_sentence_ends_none(self):
        text = """II. NHIỆM VỤ
1. Sở Y tế tổ chức tập huấn lần 2. Ghi kết quả vào sổ.
2. Sở Nội vụ họp trong tháng 8. Công an tỉnh kiểm tra."""
        assert [task.id for task in tasks(text)] == ["II.1", "II.2.i", "II.2.ii"]

    def test_a_report_on_top_of_a_duty_is_a_row_of_its_own(self):
        text = """III. TỔ CHỨC THỰC HIỆN
1. Các đơn vị xây dựng kế hoạch hưởng ứng, gửi báo cáo kết quả về Sở Y tế trước ngày 05/6/2026.
2. Sở Y tế tổng hợp kết quả, báo cáo Ủy ban nhân dân tỉnh trước ngày 15/6/2026.
3. Sở Nội vụ tham mưu, đôn đốc, định kỳ 6 tháng báo cáo Ủy ban nhân dân tỉnh."""
        assert [(task.id, task.kind.value) for task in tasks(text)] == [
            ("III.1.i", "duty"),
            ("III.1.ii", "report"),
            ("III.2", "report"),
            ("III.3.i", "duty"),
            ("III.3.ii", "report"),
        ]

    def test_what_asks_for_nothing_is_no_row(self):
        text = """III. TỔ CHỨC THỰC HIỆN
1. Giao Sở Y tế theo dõi, đôn đốc việc thực hiện Kế hoạch. Kinh phí thực hiện từ nguồn ngân sách nhà nước.
2. Kế hoạch này có hiệu lực kể từ ngày ký.
Trên đây là Kế hoạch triển khai, yêu cầu các đơn vị nghiêm túc thực hiện./.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Nguyễn Văn An"""
        assert rows(text) == [("III.1", "duty", [HEALTH])]

    def test_a_closing_paragraph_is_no_part_of_the_last_item(self):
        text = """1. Sở Y tế
a) Rà soát thuốc.
b) Bố trí kinh phí phòng, chống dịch tại các cơ sở điều trị trên địa bàn tỉnh.
Yêu cầu các cơ quan, đơn vị báo cáo kết quả về Sở Y tế trước ngày 30/6/2026."""
        *_, last = tasks(text)
        assert (last.kind, last.lead_units) == (TaskKind.REPORT, ("các cơ quan, đơn vị",))

    def test_whoever_is_charged_is_kept_with_a_doubt(self):
        (task,) = tasks("III. TỔ CHỨC THỰC HIỆN\nNhân viên trực tổng hợp số liệu trước ngày 10/9/2026.")
        assert task.lead_raw == ("Nhân viên trực",)
        assert {doubt.field for doubt in task.review} == {"lead_units"}

    @pytest.mark.parametrize(
        ("said", "deadline"),
        [
            ("mỗi tháng một lần", {"kind": "recurring", "recurrence": {"freq": "monthly"}}),
            ("hằng quý", {"kind": "recurring", "recurrence": {"freq": "quarterly"}}),
            ("trước ngày khai giảng (05/9/2026)", before("2026-09-05")),
            ("trước ngày 15/6 và 15/12/2026", before("2026-06-15", also=[before("2026-12-15")])),
            (
                "(đợt 1: tháng 5; đợt 2: tháng 8 năm 2026)",
                by("2026-05-31", "2026-05-01", also=[by("2026-08-31", "2026-08-01")]),
            ),
        ],
    )
    def test_times_at_the_end_of_a_sentence(self, said, deadline):
        (task,) = tasks(f"KẾ HOẠCH\nAn toàn năm 2026\nII. NHIỆM VỤ\n1. Sở Y tế kiểm tra bếp ăn {said}.")
        assert when(task) == deadline


class TestTables:
    def test_columns_in_any_order_groups_and_ditto(self):
        text = """I. NHIỆM VỤ
| STT | Thời hạn | Nội dung công việc | Sản phẩm | Đơn vị phối hợp | Đơn vị chủ trì |
|---|---|---|---|---|---|
| **I** | | **Chuẩn bị** | | | |
| 1 | 15/3/2026 | Ban hành kế hoạch | Kế hoạch | Công an tỉnh | Sở Y tế |
| 2 | nt | Thành lập ban tổ chức | - | -nt- | " |
| II | | Lễ phát động | | | |
| 1 | 05/5/2026 | Tổ chức lễ | Lễ | không | Sở Nội vụ |"""
        found = [(t.id, list(t.lead_units), list(t.coordinating_units), t.product) for t in tasks(text)]
        assert found == [
            ("I.I.1", [HEALTH], [POLICE], "Kế hoạch"),
            ("I.I.2", [HEALTH], [POLICE], None),
            ("I.II.1", [LABOUR], [], "Lễ"),
        ]
        assert when(tasks(text)[1]) == by("2026-03-15")

    def test_a_head_over_two_rows(self):
        text = """| TT | Nhiệm vụ | Đơn vị thực hiện | Đơn vị thực hiện | Thời hạn |
| TT | Nhiệm vụ | Chủ trì | Phối hợp | Thời hạn |
| (1) | (2) | (3) | (4) | (5) |
| 1 | Rà soát | Sở Y tế | Công an tỉnh | 30/6/2026 |"""
        (task,) = tasks(text)
        assert (task.lead_units, task.coordinating_units) == ((HEALTH,), (POLICE,))

    def test_a_table_that_goes_on_over_the_page(self):
        text = """PHỤ LỤC I
| TT | Nhiệm vụ | Chủ trì | Thời hạn |
| 1 | Rà soát | Sở Y tế | 30/6/2026 |

2
| TT | Nhiệm vụ | Chủ trì | Thời hạn |
| 2 | Lập danh mục | Sở Nội vụ | 31/7/2026 |
3
| 3 | Nghiệm thu | Công an tỉnh | 31/8/2026 |"""
        assert [(t.id, list(t.lead_units)) for t in tasks(text)] == [
            ("PLI.1", [HEALTH]),
            ("PLI.2", [LABOUR]),
            ("PLI.3", [POLICE]),
        ]
        assert not any(task.review for task in tasks(text))

    def test_units_across_a_row_lead_what_is_under_them(self):
        text = """| TT | Nhiệm vụ | Thời hạn |
| I | Sở Y tế | |
| 1 | Rà soát | 30/6/2026 |
| II | Sở Nội vụ | |
| 1 | Lập danh mục | 31/7/2026 |"""
        assert [(t.id, list(t.lead_units)) for t in tasks(text)] == [("I.1", [HEALTH]), ("II.1", [LABOUR])]

    def test_a_column_of_persons_stands_beside_that_of_units(self):
        text = """| TT | Nội dung | Người phụ trách | Đơn vị thực hiện | Tiến độ |
| 1 | Kiểm tra hóa chất | PGĐ Hòa | Sở Y tế | 20/5/2026 |"""
        (task,) = tasks(text)
        assert task.lead_units == (HEALTH,)

    def test_a_table_without_a_head_is_guessed_and_doubtful(self):
        text = """| 1 | Sửa cống thôn Đông | Sở Y tế | Công an tỉnh | 20/7/2026 |
| 2 | Gặp mặt gia đình | Sở Nội vụ | Công an tỉnh | 25/7/2026 |"""
        first, second = tasks(text)
        assert (first.lead_units, first.coordinating_units, when(first)) == (
            (HEALTH,),
            (POLICE,),
            by("2026-07-20"),
        )
        assert first.needs_review
        assert second.needs_review

    def test_one_cell_a_line(self):
        text = """PHỤ LỤC
BẢNG PHÂN CÔNG NHIỆM VỤ
STT
Nhiệm vụ
Đơn vị
chủ trì
Đơn vị phối hợp
Thời gian hoàn thành
1
Kiện toàn Ban Chỉ huy
Sở Y tế
Công an tỉnh
31/3/2026
2
Kiểm tra kho thuốc tại các bệnh viện,
đối chiếu với sổ sách
Sở Nội vụ
Sở Y tế; Công an tỉnh
Trước 15/4/2026
3
Dự trữ vật tư
Công an tỉnh
30/4/2026
Nơi nhận:
- Lưu: VT."""
        first, second, third = tasks(text)
        assert [task.id for task in (first, second, third)] == ["1", "2", "3"]
        assert (first.lead_units, first.lines) == ((HEALTH,), (9, 10, 11, 12, 13))
        assert second.text.endswith("đối chiếu với sổ sách")
        assert (second.lead_units, second.coordinating_units) == ((LABOUR,), (HEALTH, POLICE))
        assert (third.lead_units, third.coordinating_units) == ((POLICE,), ())
        assert when(third) == by("2026-04-30")
        assert [bool(task.review) for task in (first, second, third)] == [False, False, True]

    def test_a_table_of_figures_is_no_task(self):
        text = """II. NHIỆM VỤ
1. Sở Y tế rà soát hồ sơ.
| STT | Chỉ tiêu | Đơn vị tính | Năm 2026 |
| 1 | Số lớp tập huấn | lớp | 20 |
| 2 | Số cơ sở được kiểm tra | cơ sở | 100 |"""
        assert rows(text) == [("II.1", "task", [HEALTH])]


class TestKindsOfDocument:
    LETTER = """ỦY BAN NHÂN DÂN TỈNH HÀ LÂM
Số: 1893/UBND-NNMT
V/v tập trung ứng phó bão số 7
Hà Lâm, ngày 17 tháng 9 năm 2026
Kính gửi:
- Các sở, ban, ngành;
- Ủy ban nhân dân các xã, phường.
Thực hiện Công điện số 98/CĐ-TTg ngày 16/9/2026, Ủy ban nhân dân tỉnh yêu cầu các cơ quan, đơn vị \
thực hiện các nội dung sau:
1. Sở Y tế chuẩn bị thuốc; báo cáo về Ủy ban nhân dân tỉnh trước ngày 18/9/2026.
2. Rà soát nhà xuống cấp.
3. Sở Nội vụ theo dõi, đôn đốc các đơn vị thực hiện Công văn này.
Nơi nhận:
- Như trên;
- Bộ Y tế (b/c);
- Lưu: VT."""

    def test_a_letter(self):
        reading = read_plan_text(self.LETTER)
        document = reading.document
        assert (document.type, document.number, document.issuer) == (
            "Công văn",
            "1893/UBND-NNMT",
            "Ủy ban nhân dân tỉnh Hà Lâm",
        )
        assert document.title == "tập trung ứng phó bão số 7"
        assert [(t.id, t.kind.value, list(t.lead_units)) for t in reading.tasks] == [
            ("1.i", "task", [HEALTH]),
            ("1.ii", "report", [HEALTH]),
            ("2", "task", ["các cơ quan, đơn vị"]),
            ("3", "duty", [LABOUR]),
        ]
        assert ("Bộ Y tế", "b/c") in [(r.name, r.mark) for r in reading.recipients]

    def test_a_decision_carries_its_plan_behind_the_recipients(self):
        text = """ỦY BAN NHÂN DÂN
TỈNH THÁI AN
Số: 233/QĐ-UBND
QUYẾT ĐỊNH
Ban hành Kế hoạch chuyển đổi số
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
Căn cứ Luật Tổ chức chính quyền địa phương;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Kế hoạch chuyển đổi số.
Điều 2. Giao Sở Nội vụ theo dõi, đôn đốc; báo cáo Ủy ban nhân dân tỉnh trước ngày 20/11/2026.
Nơi nhận:
- Như Điều 2;
- Lưu: VT.
KẾ HOẠCH
Chuyển đổi số năm 2026
(Ban hành kèm theo Quyết định số 233/QĐ-UBND ngày 02/02/2026)
I. NHIỆM VỤ
1. Nâng cấp mạng. Chủ trì: Sở Y tế. Thời gian: Quý II/2026."""
        reading = read_plan_text(text)
        assert (reading.document.type, reading.document.title) == (
            "Quyết định",
            "Ban hành Kế hoạch chuyển đổi số",
        )
        assert [(t.id, t.kind.value) for t in reading.tasks] == [
            ("2.i", "duty"),
            ("2.ii", "report"),
            ("I.1", "task"),
        ]

    def test_an_annex_without_its_plan_takes_its_year_from_its_heading(self):
        text = """PHỤ LỤC II
NHIỆM VỤ TRỌNG TÂM NĂM 2026
(Kèm theo Kế hoạch số 02/KH-SXD ngày 05/01/2026)
| Mã | Thời hạn | Nhiệm vụ | Đơn vị thực hiện |
| 01 | 15/3 | Rà soát biển báo | Sở Y tế |"""
        (task,) = tasks(text)
        assert (task.id, when(task), task.review) == ("PLII.01", by("2026-03-15"), ())

    def test_two_plans_in_one_file_are_told(self):
        plan = "KẾ HOẠCH\nTiêm chủng năm 2025\nI. NHIỆM VỤ\n1. Rà soát.\n- Chủ trì: Sở Y tế\nNơi nhận:\n- Lưu: VT.\n"
        reading = read_plan_text(plan + plan)
        assert len(reading.tasks) == 2
        assert "plans-several" in [problem.code for problem in reading.problems]

    @pytest.mark.parametrize(
        "text",
        [
            "GIẤY MỜI\nSở Nội vụ kính mời:\n- Sở Y tế.\nĐến dự họp.\nThời gian: 15/01/2026.\nChủ trì: Giám đốc Sở.",
            "V/v mời dự họp\nKính gửi: Các phòng.\nSở Y tế mời Lãnh đạo các phòng dự họp.\nThời gian: 06/4/2026.",
            "BÁO CÁO\nKết quả công tác\nI. KẾT QUẢ\n1. Sở Y tế tổ chức 10 lớp tập huấn trong tháng 3/2026.",
        ],
    )
    def test_what_gives_nobody_work_has_no_tasks_and_says_so(self, text):
        reading = read_plan_text(text)
        assert reading.tasks == ()
        assert [problem.code for problem in reading.problems] == ["not-a-plan"]

    def test_a_pointer_to_the_annex_is_no_task(self):
        text = (
            "I. NHIỆM VỤ\n(Chi tiết theo Phụ lục kèm theo)\nII. TỔ CHỨC THỰC HIỆN\n1. Giao Sở Y tế theo dõi."
        )
        assert rows(text) == [("II.1", "duty", [HEALTH])]


GROUPED = """<table><tr><td>Nhóm việc</td><td>Nội dung</td><td>Chủ trì</td><td>Thời gian</td></tr>
<tr><td rowspan="2">Máy</td><td>Lập danh sách chủ máy</td><td>Trưởng các ấp</td><td>Trước ngày 20/10/2026</td></tr>
<tr><td>Tập huấn 140 chủ máy</td><td>Phòng Kinh tế</td><td>Tháng 11/2026</td></tr>
<tr><td rowspan="2">Điện</td><td>Rà soát đường dây</td><td>Phòng Kinh tế</td><td>Tháng 12/2026</td></tr>
<tr><td>Xử lý bẫy chuột</td><td>Công an xã</td><td>Thường xuyên</td></tr></table>"""


def test_a_column_of_groups_is_not_the_column_of_tasks():
    plan = f"<p>KẾ HOẠCH</p><p>Năm 2026</p><p>I. NHIỆM VỤ</p>{GROUPED}"
    tasks = read_plan_bytes(plan.encode(), "plan.html").tasks
    assert [(task.text, task.lead_units) for task in tasks] == [
        ("Lập danh sách chủ máy", ("trưởng các ấp",)),
        ("Tập huấn 140 chủ máy", ("Phòng Kinh tế",)),
        ("Rà soát đường dây", ("Phòng Kinh tế",)),
        ("Xử lý bẫy chuột", ("Công an xã",)),
    ]


def table_of(*rows: tuple[str, ...]) -> str:
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<p>KẾ HOẠCH</p><p>Năm 2026</p><table>{cells}</table>"


ROWS = (
    ("Thử cửa van", "Phân xưởng Vận hành", "15/7/2026"),
    ("Chạy máy phát", "-nt-", "Hằng tuần"),
    ("Dọn rác lưới chắn", "Tổ Thủy công", "10/7/2026"),
)


@pytest.mark.parametrize(
    ("head", "sure"),
    [
        (("Hành động", "Bộ phận chịu trách nhiệm", "Thời hạn"), True),
        (("Tên công tác", "Phụ trách", "Ngày xong"), True),
        (("Chuyện", "Bộ phận", "Thời hạn"), False),
    ],
)
def test_the_column_of_tasks_is_found_beside_units_and_times(head, sure):
    tasks = read_plan_bytes(table_of(head, *ROWS).encode(), "plan.html").tasks
    assert [(task.text, task.lead_units[0]) for task in tasks] == [
        ("Thử cửa van", "Phân xưởng Vận hành"),
        ("Chạy máy phát", "Phân xưởng Vận hành"),
        ("Dọn rác lưới chắn", "Tổ Thủy công"),
    ]
    assert any(task.review for task in tasks) is not sure
