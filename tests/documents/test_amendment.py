"""Amending documents: which plan they name, and what each instruction does to which place."""

import unicodedata

import pytest

from documents.amendment import read_amendment
from documents.citations import cited_places
from documents.plan_parser import parse_plan
from documents.source import source_from_text
from domain.plan_amendment import Act
from tests.conftest import ROOT

HEAD = """KẾ HOẠCH
Sửa đổi, bổ sung Kế hoạch số 18/KH-UBND ngày 09/01/2026 về an toàn lao động năm 2026

"""


def _read(text):
    source = source_from_text(text)
    return read_amendment(source, parse_plan(source).document)


def _one(text):
    (found,) = _read(HEAD + text).instructions
    return found


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_amendment_of_the_sample_plan(form):
    text = (ROOT / "tests" / "fixtures" / "plan-amended-2026.txt").read_text("utf-8")
    found = _read(unicodedata.normalize(form, text))
    assert found.number == "18/KH-UBND"
    assert [(one.act, one.place) for one in found.instructions] == [
        (Act.CHANGE, "III.2.d"),
        (Act.CHANGE, "III.3.b"),
        (Act.ADD, "III.2.đ"),
        (Act.WITHDRAW, "III.1.a"),
        (Act.REPHRASE, ""),
    ]
    whole, moved, added, *_ = found.instructions
    assert whole.tasks[0].product == "Biên bản kiểm tra của từng cơ sở"
    assert whole.tasks[0].lines == (13, 14, 15, 16, 17)
    assert moved.fields == ("deadline",)
    assert moved.tasks[0].deadline.end.isoformat() == "2026-12-15"
    assert added.tasks[0].text == "Bổ sung biển cảnh báo tại các mỏ đá đang khai thác."
    assert added.tasks[0].lead_units == ("Sở Công Thương",)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("QUYẾT ĐỊNH\nVề việc sửa đổi một số nội dung Chương trình số 05-CTr/TU\n", "05-CTr/TU"),
        (
            "QUYẾT ĐỊNH\nĐiều 1. Sửa đổi, bổ sung một số nội dung\ntại Kế hoạch số 197-KH/HU như sau:",
            "197-KH/HU",
        ),
        ("V/v điều chỉnh, bổ sung Kế hoạch số 18/KH-UBND\nKính gửi: các sở", "18/KH-UBND"),
        ("KẾ HOẠCH\nBổ sung Kế hoạch số: 18 / KH-UBND ngày 09/01/2026", "18/KH-UBND"),
    ],
)
def test_the_plan_that_is_amended_is_named_in_many_ways(text, number):
    assert _read(text).number == number


@pytest.mark.parametrize(
    "text",
    [
        "KẾ HOẠCH\nThực hiện Kế hoạch số 197-KH/HU về an toàn\nI. NHIỆM VỤ\n1. Sở Y tế họp.",
        "KẾ HOẠCH\nSửa đổi, bổ sung cơ sở vật chất năm 2026\nI. NHIỆM VỤ\n1. Sở Y tế họp.",
        "I. NHIỆM VỤ\n1. Rà soát, sửa đổi, bổ sung Kế hoạch số 18/KH-UBND nếu cần; bãi bỏ nội dung cũ.",
    ],
)
def test_other_documents_amend_nothing(text):
    assert _read(text) is None


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("điểm b khoản 2 Mục III", ("III.2.b",)),
        ("điểm c khoản 1, điểm a khoản 2 Mục III", ("III.1.c", "III.2.a")),
        ("các điểm b, c và đ khoản 1 Mục III", ("III.1.b", "III.1.c", "III.1.đ")),
        ("điểm d vào sau điểm c khoản 2 Mục III", ("III.2.d", "III.2.c")),
        ("Mục III.2.b", ("III.2.b",)),
        ("mục 2.b Phần III", ("III.2.b",)),
        ("gạch đầu dòng thứ hai khoản 2 Mục IV", ("IV.2.ii",)),
        ("nhiệm vụ số 5", ("5",)),
        ("Kế hoạch số 18/KH-UBND", ()),
    ],
)
def test_places_as_people_cite_them(text, places):
    assert cited_places(text).places == places


@pytest.mark.parametrize(
    ("text", "field", "shown"),
    [
        ("1. Điều chỉnh thời hạn tại điểm c khoản 1 Mục III thành: trước ngày 31/10/2026.", "deadline", "2026-10-31"),
        ("1. Sửa đổi thời gian tại III.1.c từ “30/9/2026” thành “trước 31/10/2026”", "deadline", "2026-10-31"),
        ("- Điều chỉnh đơn vị chủ trì điểm c khoản 1 Mục III như sau:\nSở Nội vụ.", "lead_units", "Sở Nội vụ"),
        ("a) Điều chỉnh cơ quan phối hợp tại III.1.c là: Sở Y tế; Sở Công Thương", "coordinating_units", "Sở Y tế"),
        ("Sửa đổi sản phẩm tại điểm c khoản 1 Mục III thành: Báo cáo kết quả", "product", "Báo cáo kết quả"),
    ],
)  # fmt: skip
def test_one_field_may_be_all_that_changes(text, field, shown):
    found = _one(text)
    assert (found.act, found.place, found.fields[0]) == (Act.CHANGE, "III.1.c", field)
    value = getattr(found.tasks[0], field)
    said = value.date.isoformat() if field == "deadline" else value if isinstance(value, str) else value[0]
    assert said == shown


def test_words_inside_quotation_marks_open_no_instruction():
    found = _one(
        "1. Sửa đổi điểm a khoản 1 Mục III như sau:\n“a) Họp.\nBãi bỏ điểm c khoản 1 Mục III của quy chế.”"
    )
    assert found.place == "III.1.a"


def test_a_place_said_above_holds_below():
    found = _read(
        HEAD
        + "1. Sửa đổi, bổ sung Mục III như sau:\na) Bãi bỏ điểm b khoản 2.\nb) Bổ sung khoản 5 như sau:\n"
        "“5. Kiểm tra nhà xưởng. Sở Y tế chủ trì.”"
    )
    assert [(one.act, one.place) for one in found.instructions] == [
        (Act.WITHDRAW, "III.2.b"),
        (Act.ADD, "III.5"),
    ]
    assert [task.id for task in found.instructions[1].tasks] == ["III.5"]


def test_a_group_given_anew_is_several_rows():
    found = _one(
        "1. Sửa đổi khoản 2 Mục III như sau:\n“2. Phòng ngừa tai nạn\na) Rà soát. Sở Y tế chủ trì.\n"
        "b) Kiểm tra. Sở Nội vụ chủ trì.”"
    )
    assert [task.id for task in found.tasks] == ["III.2.a", "III.2.b"]


def test_what_follows_the_instructions_is_not_theirs():
    found = _one(
        "1. Bãi bỏ điểm a khoản 1 Mục III.\nCác nội dung khác giữ nguyên.\nĐiều 2. Sở Nội vụ đôn đốc.\n"
        "Nơi nhận:\n- Bãi bỏ điểm b khoản 1 Mục III"
    )
    assert found.lines == (4,)


@pytest.mark.parametrize(
    "text", ["", "1.", "“" * 50, "1. Sửa đổi điểm a khoản 1 Mục III như sau:", "Bổ sung III.1.a " * 200]
)
def test_nothing_typed_breaks_it(text):
    assert _read(HEAD + text) is not None
