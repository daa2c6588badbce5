"""An office that had ended by the plan's date is told with who took over, and stays as written."""

import pytest

from documents.reading import read_plan_text

PLAN = """ỦY BAN NHÂN DÂN TỈNH THÁI AN
Số: 15/KH-UBND
Thái An, ngày {day}
KẾ HOẠCH
Công tác an toàn lao động
I. NHIỆM VỤ
1. Kiểm tra
- Chủ trì: {unit}
- Thời hạn: Thường xuyên"""


def row(unit, day="12 tháng 01 năm 2026"):
    reading = read_plan_text(PLAN.format(unit=unit, day=day))
    return reading.tasks[0], [p.code for p in reading.problems]


def test_the_row_is_doubtful_and_keeps_its_words():
    task, problems = row("Sở LĐTBXH")
    assert task.lead_units == ("Sở Lao động - Thương binh và Xã hội",)
    (doubt,) = task.review
    assert doubt.field == "lead_units"
    assert doubt.alternatives == ("Sở Nội vụ", "Sở Y tế", "Sở Giáo dục và Đào tạo")
    assert "unit-ended" in problems


@pytest.mark.parametrize(
    ("unit", "day"), [("Sở Nội vụ", "12 tháng 01 năm 2026"), ("Sở LĐTBXH", "12 tháng 01 năm 2024")]
)
def test_an_office_that_stands_is_not_doubted(unit, day):
    task, problems = row(unit, day)
    assert task.review == ()
    assert "unit-ended" not in problems
