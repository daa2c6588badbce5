"""Text without accents: known phrases get theirs back, the rest stays, and every field is a doubt."""

from importlib.resources import files

import pytest

from documents.lost_accents import _bare, have_lost_accents, lines_without, restored
from documents.reading import read_plan_text
from domain.vietnamese.fold import fold

PLAN = files("bot.sample").joinpath("plan.txt").read_text("utf-8")


def without_accents(text: str) -> str:
    bare = _bare(text)
    return "".join(b.upper() if a.isupper() else b for a, b in zip(text, bare, strict=True))


@pytest.mark.parametrize(
    ("bare", "whole"),
    [
        ("DON VI THUC HIEN: So Y te chu tri", "ĐƠN VỊ THỰC HIỆN: Sở Y tế chủ trì"),
        ("II. TÔ CHỨC THỰC HIỆN", "II. TỔ CHỨC THỰC HIỆN"),
        ("Thoi han: truoc ngay 30/6, Quy II nam 2026", "Thời hạn: trước ngày 30/6, Quý II năm 2026"),
        (
            "tu thang 4 den thang 9 nam 2026, 6 thang cuoi nam",
            "từ tháng 4 đến tháng 9 năm 2026, 6 tháng cuối năm",
        ),
        ("lI. NHIEM VU", "II. NHIỆM VỤ"),
        ("Don vị chu tri: Cong an phuong", "Đơn vị chủ trì: Công an phường"),
        ("anh Nam di quy hoach", "anh Nam di quy hoach"),
        ("Số 5, trách nhiệm", "Số 5, trách nhiệm"),
        ("Kế hoạch số 149-KH/TU ngày 23", "Kế hoạch số 149-KH/TU ngày 23"),
        ("a\u0300\u0301b", "à\u0301b"),
    ],
)
def test_known_phrases_get_their_accents_back(bare, whole):
    assert restored(bare) == whole


def test_only_vietnamese_without_accents_has_lost_them():
    assert have_lost_accents(without_accents(PLAN).split("\n"))
    assert not have_lost_accents(PLAN.split("\n"))
    assert not have_lost_accents(["The plan shall be carried out by all units in due time. " * 9])
    assert not have_lost_accents(["don vi thuc hien"])


def test_part_of_a_plan_may_have_lost_its_accents():
    lines = ["1. Hướng dẫn hộ dân dùng thang nhôm", "Giao cho: Phòng Kinh tế"]
    bare = ["2. Phat 400 bo kinh bao ho", "Giao cho: Hoi Lien hiep Phu nu xa", "Han: thang 3/2027"]
    assert lines_without([*lines, *bare]) == {2, 3, 4}
    assert lines_without([*lines, "", "HỌP", "Email: tan.lap@example.com", "Fax 0123"]) == frozenset()
    assert [restored(line) for line in bare[1:]] == ["Giao cho: Hội Liên hiệp Phụ nữ xã", "Hạn: tháng 3/2027"]


def test_a_head_is_one_only_before_a_name():
    assert restored("To Co dien; Phong Ky thuat") == "Tổ Cơ điện; Phòng Kỹ thuật"
    assert restored("Phong chong bui go") == "Phong chong bui go"


def test_the_sample_plan_without_accents_is_read_and_nothing_of_it_is_sure():
    whole, bare = read_plan_text(PLAN), read_plan_text(without_accents(PLAN))
    assert [task.id for task in bare.tasks] == [task.id for task in whole.tasks]
    assert all({"text", "lead_units"} <= {doubt.field for doubt in task.review} for task in bare.tasks)
    assert [task.lines for task in bare.tasks] == [task.lines for task in whole.tasks]
    for bare_task, task in zip(bare.tasks, whole.tasks, strict=True):
        assert fold(" ".join(bare_task.lead_units)).startswith(fold(" ".join(task.lead_units)))
        if any(letter.isdigit() for letter in task.deadline_text or ""):
            assert bare_task.deadline == task.deadline
    assert "accents-lost" in {problem.code for problem in bare.problems}
