"""Who a sentence charges: its names end where small words begin that no name goes on with."""

import pytest

from documents.assignment import Assignment, read_prose, with_leads
from documents.clauses import split_clauses
from documents.reading import read_plan_text
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


@pytest.mark.parametrize(
    ("said", "leads"),
    [
        (
            "Công an tỉnh, Sở Xây dựng, Ủy ban nhân dân các xã, phường tổng kiểm tra bến khách.",
            ("Công an tỉnh", "Sở Xây dựng", "Ủy ban nhân dân các xã, phường"),
        ),
        (
            "Ủy ban nhân dân các xã: Đức Trọng, Di Linh, Bảo Lâm giải tỏa lấn chiếm.",
            ("Ủy ban nhân dân xã Đức Trọng", "Ủy ban nhân dân xã Di Linh", "Ủy ban nhân dân xã Bảo Lâm"),
        ),
        ("Các khoa lâm sàng, cận lâm sàng tự chấm điểm vệ sinh tay.", ("các khoa lâm sàng, cận lâm sàng",)),
        ("Bảo vệ, nhân viên phục vụ khóa cổng phụ.", ("Bảo vệ", "nhân viên phục vụ")),
        ("Liên đội, Đội Cờ đỏ trực cổng giờ tan học.", ("Liên đội", "Đội Cờ đỏ")),
        ("Điều dưỡng trưởng các khoa ghi phiếu.", ("Điều dưỡng trưởng các khoa",)),
    ],
)
def test_a_list_of_units_as_subject_is_taken_whole(said, leads):
    (task,) = read_plan_text(f"KẾ HOẠCH\nNăm 2026\nI. NHIỆM VỤ\n1. {said}").tasks
    assert (task.lead_units, task.review) == (leads, ())


@pytest.mark.parametrize(
    "said",
    ["Sở Nội vụ, Hạc Trắng rà soát cơ sở.", "Sở Nội vụ, hạc trắng đầu mùa rà soát cơ sở."],
)
def test_what_seems_another_unit_behind_the_last_is_asked_about(said):
    (task,) = read_plan_text(f"KẾ HOẠCH\nNăm 2026\nI. NHIỆM VỤ\n1. {said}").tasks
    assert any(doubt.field == "lead_units" for doubt in task.review)


def test_items_that_mostly_name_who_does_them_are_all_things_to_do():
    items = "1. Đoàn trường quét sân.\n2. Tổ Toán chấm thi.\n3. Bà con xóm trên dựng rạp trước ngày 10/3."
    tasks = read_plan_text(f"KẾ HOẠCH\nHội khỏe năm 2026\n{items}").tasks
    assert len(tasks) == 3
    assert tasks[2].review


def test_a_demand_beside_labels_is_no_task():
    item = (
        "1. Kiểm tra bếp ăn\na) Yêu cầu: mỗi nơi ít nhất 06 trường.\nb) Chủ trì: Sở Y tế.\nc) Hạn: 30/6/2026."
    )
    (task,) = read_plan_text(f"KẾ HOẠCH\nNăm 2026\nI. NHIỆM VỤ\n{item}").tasks
    assert task.text == "Kiểm tra bếp ăn"
    assert task.lead_units == ("Sở Y tế",)


def work(said: str):
    return read_plan_text(f"KẾ HOẠCH\nNăm 2026\nI. NHIỆM VỤ\n1. {said}").tasks


def test_another_unit_behind_a_comma_does_something_else():
    tasks = work("Phòng Vật tư mua 3.000 bao cát, Phòng Kỹ thuật kiểm tra loa cảnh báo.")
    assert [task.lead_units for task in tasks] == [("Phòng Vật tư",), ("Phòng Kỹ thuật",)]


@pytest.mark.parametrize(
    "said",
    [
        "Sở Y tế phối hợp với Công an tỉnh, Sở Xây dựng kiểm tra bến xe.",
        "Sở Y tế gửi văn bản đến Công an tỉnh, Sở Xây dựng thẩm định.",
    ],
)
def test_a_list_behind_a_comma_is_no_other_subject(said):
    assert [task.lead_units for task in work(said)] == [("Sở Y tế",)]


def test_whoever_begins_a_part_behind_a_semicolon_is_not_the_one_before():
    tasks = work("Phòng Kinh tế mở cửa xả theo quy trình; Canh Đập rào đường xuống hạ lưu.")
    assert tasks[1].lead_units != ("Phòng Kinh tế",) or tasks[1].review


@pytest.mark.parametrize("ending", ["tham gia", "phối hợp", "hỗ trợ thực hiện"])
def test_who_helps_is_said_last(ending):
    (task,) = work(f"Sở Y tế diễn tập trước 15/8/2026, Ban Chỉ huy Quân sự xã và Công an xã {ending}.")
    assert task.coordinating_units == ("Ban Chỉ huy Quân sự xã", "Công an xã")


def test_a_bracket_that_names_only_who_helps_leaves_the_subject_leading():
    (task,) = work("Sở Y tế mua 40 bộ dây (Sở Tài chính phối hợp), hạn 31/7/2026.")
    assert (task.lead_units, task.coordinating_units) == (("Sở Y tế",), ("Sở Tài chính",))


def test_a_unit_heads_its_items_right_below_the_title():
    plan = "KẾ HOẠCH\nMùa lũ năm 2026\nPhân xưởng Vận hành\n+ Thử cửa van.\nTổ Thủy công\n+ Dọn rác."
    assert [task.lead_units for task in read_plan_text(plan).tasks] == [
        ("Phân xưởng Vận hành",),
        ("Tổ Thủy công",),
    ]
