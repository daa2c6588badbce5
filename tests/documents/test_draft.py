"""A draft holds the document's words beside what was read."""

from documents.draft import LONGEST, lines_of, read_draft
from documents.reading import read_source_bytes
from domain.amendment_json import amendment_to_json, instructions_from_json
from domain.plan_json import reading_from_json
from tests.conftest import ROOT

TEXT = """KẾ HOẠCH
Bảo đảm an toàn năm 2026
I. NHIỆM VỤ
1. Rà soát công trình.
Đơn vị thực hiện: Sở Phòng Xây dựng
Thời gian: trước ngày 31/11/2026

Nơi nhận:
- Sở Y tế;
"""


def test_the_lines_of_rows_and_problems_are_kept_and_no_others():
    found = read_draft(TEXT.encode(), "kh.txt")
    assert found["source"]["5"] == "Đơn vị thực hiện: Sở Phòng Xây dựng"
    assert set(found["source"]) == {"4", "5", "6"}
    assert reading_from_json(found).tasks[0].needs_review


def test_cells_of_one_table_row_stand_side_by_side():
    table = "| STT | Nội dung | Đơn vị |\n|---|---|---|\n| 1 | Rà soát | Sở Y tế |\n"
    assert lines_of(read_source_bytes(table.encode(), "kh.md"))[3] == "1 | Rà soát | Sở Y tế"


def test_a_line_without_end_is_cut():
    text = "I. NHIỆM VỤ\n1. Rà soát " + "rất kỹ " * 400
    assert max(len(words) for words in read_draft(text.encode(), "kh.txt")["source"].values()) == LONGEST


def test_an_amending_document_carries_its_instructions_and_their_lines():
    found = read_draft((ROOT / "tests" / "fixtures" / "plan-amended-2026.txt").read_bytes(), "sd.txt")
    assert found["amends"]["number"] == "18/KH-UBND"
    assert found["source"]["23"] == "4. Bãi bỏ điểm a khoản 1 Mục III."
    back = instructions_from_json(found["amends"])
    assert amendment_to_json("18/KH-UBND", back) == found["amends"]
    assert "amends" not in read_draft(TEXT.encode(), "kh.txt")
