"""The many ways plans are laid out: each read from a small text, its rows by id, kind, leads, partners, deadline."""

from typing import Any

import pytest

from documents.reading import read_plan_text
from domain.plan_json import reading_to_json

Row = tuple[str, str, list[str], list[str], dict[str, Any]]


def rows(text: str) -> list[Row]:
    read = reading_to_json(read_plan_text(text))
    names = ("id", "kind", "lead_units", "coordinating_units", "deadline")
    return [tuple(task[name] for name in names) for task in read["tasks"]]


def by(day: str, start: str | None = None) -> dict[str, Any]:
    return {"kind": "one_off", "date": day, "op": "by"} | ({"start": start} if start else {})


def before(day: str) -> dict[str, Any]:
    return {"kind": "one_off", "date": day, "op": "before"}


def repeated(freq: str, **more: Any) -> dict[str, Any]:
    return {"kind": "recurring", "recurrence": {"freq": freq} | more}


NONE = {"kind": "none"}
ALWAYS = {"kind": "continuous"}
COMMUNES = "Ủy ban nhân dân các xã, phường"


def test_decimal_numbers_and_labels_without_dashes():
    text = """B. NỘI DUNG
1. Công tác chỉ đạo
1.1. Ban hành kế hoạch.
Cơ quan chủ trì: Phòng Nội vụ
Cơ quan phối hợp: Phòng Tư pháp, UBND các xã, phường
Thời gian hoàn thành: Quý I/2026
1.2. Tổ chức kiểm tra. Đơn vị chủ trì: Phòng Nội vụ; đơn vị phối hợp: Thanh tra; thời gian: Quý II, IV/2026.
2. Việc khác
a. Rà soát.
+ Chủ trì: Phòng Tư pháp.
+ Thời hạn: Chậm nhất ngày 31/3/2026.
b. Một cửa
(1) Nâng cấp phần mềm
Trách nhiệm thực hiện: Văn phòng HĐND&UBND huyện chủ trì; các cơ quan, đơn vị phối hợp.
Tiến độ thực hiện: Tháng 6/2026"""
    quarters = by("2026-06-30", "2026-04-01") | {"also": [by("2026-12-31", "2026-10-01")]}
    assert rows(text) == [
        ("B.1.1", "task", ["Phòng Nội vụ"], ["Phòng Tư pháp", COMMUNES], by("2026-03-31", "2026-01-01")),
        ("B.1.2", "task", ["Phòng Nội vụ"], ["Thanh tra"], quarters),
        ("B.2.a", "task", ["Phòng Tư pháp"], [], by("2026-03-31")),
        (
            "B.2.b.1",
            "task",
            ["Văn phòng HĐND&UBND huyện"],
            ["các cơ quan, đơn vị"],
            by("2026-06-30", "2026-06-01"),
        ),
    ]


def test_units_as_headings_with_their_tasks_under_them():
    text = """Phần thứ hai
NHIỆM VỤ CỤ THỂ
1. Trung tâm Kiểm soát bệnh tật tỉnh
- Chủ trì, phối hợp với Bảo hiểm xã hội tỉnh tổ chức quan trắc; thời gian: Quý II - Quý III hằng năm.
2. Các bệnh viện, trung tâm y tế
a) Tổ chức khám sức khỏe, hoàn thành trong Quý IV/2026.
b) Báo cáo kết quả về Sở Y tế trước ngày 25 hằng tháng.
3. Giao Phòng Nghiệp vụ Y:
- Tổng hợp số liệu, báo cáo Sở Y tế chậm nhất ngày 20 tháng cuối quý."""
    center, hospitals = "Trung tâm Kiểm soát bệnh tật tỉnh", "các bệnh viện, trung tâm y tế"
    window = repeated("yearly", window=["--04-01", "--09-30"])
    assert rows(text) == [
        ("II.1.i", "task", [center], ["Bảo hiểm xã hội tỉnh"], window),
        ("II.2.a", "task", [hospitals], [], by("2026-12-31", "2026-10-01")),
        ("II.2.b", "report", [hospitals], [], repeated("monthly", op="before", day=25)),
        (
            "II.3.i",
            "report",
            ["Phòng Nghiệp vụ Y"],
            [],
            repeated("quarterly", op="by", day=20, month_of_period=3),
        ),
    ]


def test_named_tasks_in_hard_wrapped_text():
    text = """KẾ HOẠCH
Kiểm tra công tác an toàn lao động năm 2026 trên địa bàn xã Tân Lập

1. Mục đích: Chấn chỉnh công tác an toàn.
2. Nội dung
Nhiệm vụ 1: Lập danh sách cơ sở sử dụng lao động trên địa bàn xã có nguy cơ mất an
toàn cao, gồm cơ sở xẻ gỗ, gò hàn, sản xuất gạch và các công trình xây dựng đang thi
công trên địa bàn.
Đơn vị thực hiện: Phòng Kinh tế chủ trì, phối hợp với Công an xã, Trạm Y tế xã
Thời gian: trước 15/3.
Nhiệm vụ 2: Kiểm tra thực tế tại cơ sở, ghi biên bản và yêu cầu khắc phục các thiếu sót
được phát hiện trong quá trình kiểm tra.
Đơn vị thực hiện: Tổ kiểm tra liên ngành do Phó Chủ tịch UBND xã làm Tổ trưởng
Thời gian: từ tháng 4 đến tháng 6
3. Tổ chức thực hiện
- Phòng Kinh tế tổng hợp kết quả, báo cáo Ủy ban nhân dân xã trước ngày 10/12/2026."""
    assert rows(text) == [
        ("2.1", "task", ["Phòng Kinh tế"], ["Công an xã", "Trạm Y tế xã"], before("2026-03-15")),
        (
            "2.2",
            "task",
            ["Tổ kiểm tra liên ngành"],
            [],
            {"kind": "period", "start": "2026-04-01", "end": "2026-06-30"},
        ),
        ("3.i", "report", ["Phòng Kinh tế"], [], before("2026-12-10")),
    ]
    task = read_plan_text(text).tasks[0]
    assert task.text.endswith("đang thi công trên địa bàn.")
    assert task.lines == (6, 7, 8, 9, 10)


def test_label_values_listed_under_their_label():
    text = """I. NHIỆM VỤ
1. Kiểm tra liên ngành
- Đơn vị thực hiện:
+ Chủ trì: Sở Y tế;
+ Phối hợp: Sở Công Thương.
- Thời gian thực hiện:
+ Đợt 1: Tháng 4/2026;
+ Đợt 2: Tháng 9/2026.
- Sản phẩm: 10 lớp."""
    twice = by("2026-04-30", "2026-04-01") | {"also": [by("2026-09-30", "2026-09-01")]}
    assert rows(text) == [("I.1", "task", ["Sở Y tế"], ["Sở Công Thương"], twice)]
    assert read_plan_text(text).tasks[0].product == "10 lớp"


def test_charges_in_brackets_and_a_section_that_gives_the_time_for_all():
    text = """I. NỘI DUNG
1. Bồi dưỡng giảng viên (Sở Nội vụ chủ trì; thời hạn: tháng 9/2026)
2. In tờ rơi (Sở Y tế chủ trì, phối hợp với Công an tỉnh).
3. Sở Công Thương:
Chủ trì kiểm tra chợ (thường xuyên).
II. THỜI GIAN THỰC HIỆN: Từ tháng 3 đến tháng 12 năm 2026."""
    general = {"kind": "period", "start": "2026-03-01", "end": "2026-12-31", "inherited": "II"}
    assert rows(text) == [
        ("I.1", "task", ["Sở Nội vụ"], [], by("2026-09-30", "2026-09-01")),
        ("I.2", "task", ["Sở Y tế"], ["Công an tỉnh"], general),
        ("I.3.i", "task", ["Sở Công Thương"], [], ALWAYS),
    ]


def test_labels_said_on_the_heading_above_serve_all_below():
    text = """III. NHIỆM VỤ
1. Chuyển đổi số
- Đơn vị chủ trì: Sở Khoa học và Công nghệ
- Thời gian: Năm 2026
a) Số hóa hồ sơ;
b) Kết nối dữ liệu, hoàn thành trước ngày 30/6/2026."""
    office = ["Sở Khoa học và Công nghệ"]
    year = by("2026-12-31", "2026-01-01") | {"inherited": "III.1"}
    assert rows(text) == [
        ("III.1.a", "task", office, [], year),
        ("III.1.b", "task", office, [], before("2026-06-30")),
    ]


def test_labels_after_a_list_are_a_doubt_for_the_items_before():
    text = """I. NHIỆM VỤ
1. Trực
a) Trực điện thoại;
b) Cập nhật trang tin;
Đơn vị chủ trì: Văn phòng Sở
Thời gian: Thường xuyên"""
    first, last = read_plan_text(text).tasks
    assert first.lead_units == last.lead_units == ("Văn phòng Sở",)
    assert {doubt.field for doubt in first.review} == {"lead_units", "deadline"}
    assert last.review == ()


def test_prose_of_the_last_section():
    text = """KẾ HOẠCH
Ủy ban nhân dân thành phố Hải An ban hành Kế hoạch như sau:
III. TỔ CHỨC THỰC HIỆN
1. Thủ trưởng các sở, ban, ngành có trách nhiệm tổ chức triển khai; định kỳ hằng quý (trước ngày 20
tháng cuối quý), báo cáo về Ủy ban nhân dân thành phố (qua Sở Nội vụ).
2. Đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam thành phố, các đoàn thể phối hợp tuyên truyền.
3. Giao Sở Nội vụ là cơ quan đầu mối, theo dõi, đôn đốc; tham mưu sơ kết vào tháng 6/2027.
Trong quá trình thực hiện nếu phát sinh khó khăn, vướng mắc, các cơ quan, đơn vị kịp thời báo cáo về Sở Nội vụ./."""
    trouble = {
        "kind": "relative",
        "event": "khó khăn, vướng mắc",
        "offset": {"value": 0, "unit": "immediately"},
    }
    heads = ["các sở, ban, ngành"]
    assert rows(text) == [
        ("III.1.i", "duty", heads, [], NONE),
        ("III.1.ii", "report", heads, [], repeated("quarterly", op="before", day=20, month_of_period=3)),
        ("III.2", "duty", ["Ủy ban Mặt trận Tổ quốc Việt Nam thành phố", "các đoàn thể"], [], NONE),
        ("III.3.i", "duty", ["Sở Nội vụ"], [], ALWAYS),
        ("III.3.ii", "duty", ["Sở Nội vụ"], [], by("2027-06-30", "2027-06-01")),
        ("III.iv", "duty", ["các cơ quan, đơn vị"], [], trouble),
    ]
    report = read_plan_text(text).tasks[1]
    assert [(o.name, o.role) for o in report.other_units] == [
        ("Ủy ban nhân dân thành phố", "recipient"),
        ("Sở Nội vụ", "recipient"),
    ]


def test_dates_of_cited_documents_are_no_deadlines():
    text = """I. NHIỆM VỤ
1. Sở Y tế thực hiện Kế hoạch số 12/KH-UBND ngày 05/01/2026 và Chương trình giai đoạn 2021-2025.
2. Sở Nội vụ xây dựng kế hoạch của đơn vị trước ngày 31/01/2026."""
    assert [row[4] for row in rows(text)] == [NONE, before("2026-01-31")]


@pytest.mark.parametrize(
    ("deadline", "code"),
    [
        ("31/11/2026", "date-impossible"),
        ("khoảng giữa mùa mưa", "deadline-unread"),
        ("Ngày 20/4", "deadline-year-missing"),
    ],
)
def test_what_is_unclear_is_a_doubt_with_its_line(deadline, code):
    reading = read_plan_text(f"I. NHIỆM VỤ\n1. Rà soát\n- Chủ trì: Sở Y tế\n- Thời hạn: {deadline}")
    (task,) = reading.tasks
    assert task.deadline_text == deadline
    assert reading_to_json(reading)["tasks"][0]["deadline"] == NONE
    assert task.needs_review
    assert [(p.line, p.code) for p in reading.problems] == [(4, code)]


def test_a_very_long_name_is_told_cut_short():
    text = f"I. NHIỆM VỤ\n1. Việc\n- Đơn vị thực hiện: Sở Phòng Lao động {'rất dài ' * 400}"
    messages = [problem.message for problem in read_plan_text(text).problems]
    assert max(map(len, messages)) < 500


def test_nothing_is_invented_where_nobody_is_named():
    (task,) = read_plan_text("I. NHIỆM VỤ\n1. Nâng cao nhận thức của người dân.").tasks
    assert (task.lead_units, task.coordinating_units, task.deadline_text) == ((), (), None)
    assert task.needs_review
    reading = read_plan_text("Chào anh chị, hôm nay trời đẹp.")
    assert reading.tasks == ()
    assert [p.code for p in reading.problems] == ["no-tasks"]


def test_shared_label_of_lead_and_partners_is_a_doubt():
    (task,) = read_plan_text("I. NHIỆM VỤ\n1. Họp\nĐơn vị chủ trì, phối hợp: Sở Y tế; Công an tỉnh").tasks
    assert (task.lead_units, task.coordinating_units) == (("Sở Y tế",), ("Công an tỉnh",))
    assert task.needs_review


def test_repeated_numbers_get_ids_of_their_own():
    reading = read_plan_text("I. NHIỆM VỤ\n1. Sở Y tế họp.\nI. NHIỆM VỤ\n1. Sở Nội vụ họp.")
    assert [task.id for task in reading.tasks] == ["I.1", "I.1-2"]
    assert any(problem.code == "number-repeated" for problem in reading.problems)


def test_frame_in_two_columns_of_text():
    text = """ỦY BAN NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
THÀNH PHỐ HẢI AN                  Độc lập - Tự do - Hạnh phúc
Số: 45/KH-UBND                 Hải An, ngày 12 tháng 3 năm 2026
KẾ HOẠCH
Thực hiện Chỉ thị số 10-CT/TW ngày 15/01/2026 về chuyển đổi số
Căn cứ Luật Giao dịch điện tử, Ủy ban nhân dân thành phố ban hành Kế hoạch
như sau:
I. NHIỆM VỤ
1. Sở Y tế họp.
Nơi nhận:                              TM. ỦY BAN NHÂN DÂN
- Thành ủy (để b/c);                              CHỦ TỊCH
- UBND các xã, phường;
- Lưu: VT."""
    read = reading_to_json(read_plan_text(text))
    assert read["document"] == {
        "type": "Kế hoạch",
        "number": "45/KH-UBND",
        "issuer": "Ủy ban nhân dân thành phố Hải An",
        "title": "Thực hiện Chỉ thị số 10-CT/TW ngày 15/01/2026 về chuyển đổi số",
        "issued_on": "2026-03-12",
        "status": None,
    }
    assert [(r["name"], r["mark"]) for r in read["recipients"]] == [
        ("Thành ủy", "để b/c"),
        (COMMUNES, None),
        ("Lưu: VT", "Lưu"),
    ]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("Trên 90% cơ sở được kiểm tra", (90, "above", "%")),
        ("từ 95% trở lên", (95, "at_least", "%")),
        ("giảm 5% số vụ", (-5, "change_by", "%")),
        ("không quá 02 vụ", (2, "at_most", "vụ")),
        ("Tổ chức ít nhất 1.500 lượt người", (1500, "at_least", "lượt người")),
        ("Đến năm 2030 đạt 80,5%", (80.5, "at_least", "%")),
        ("Nâng cao nhận thức", (None, None, None)),
    ],
)
def test_targets(text, figure):
    (target,) = read_plan_text(f"II. MỤC TIÊU\n1. {text}\n").targets
    assert (target.value, target.comparator, target.unit) == figure
