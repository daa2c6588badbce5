"""Tables of a PDF without rules: columns by where words stand."""

import pytest

from documents.reader_pdf import read_pdf
from documents.reading import read_plan_bytes
from documents.source import Line, Row
from tests.documents.samples import pdf_with

HEAD = [(45, 705, "TT"), (150, 705, "Nhiệm vụ"), (300, 705, "Đơn vị chủ trì"), (460, 705, "Thời hạn")]
Placed = list[tuple[float, float, str]]


def row(y: float, *cells: str | list[str]) -> Placed:
    """Texts under the head, each cell one line or several, from the left edges of its columns."""
    found: Placed = []
    for x, cell in zip((45, 75, 290, 445), cells, strict=True):
        lines = [cell] if isinstance(cell, str) else cell
        found += [(x, y - 12 * i, text) for i, text in enumerate(lines) if text]
    return found


def rows(data: bytes) -> list[list[str]]:
    return [
        [" / ".join(line.text for line in cell) for cell in block.cells]
        for block in read_pdf(data).blocks
        if isinstance(block, Row)
    ]


def lines(data: bytes) -> list[str]:
    return [block.text for block in read_pdf(data).blocks if isinstance(block, Line) and block.text]


FIRST = row(680, "1", ["Rà soát các cơ sở sản xuất,", "kinh doanh trên địa bàn"], "Sở Y tế", "30/6/2026")
SECOND = row(650, "2", "Họp giao ban", ["Sở Nội vụ, Công", "an tỉnh"], ["Trước ngày", "15/7/2026"])
TITLE: Placed = [(40, 800, "KẾ HOẠCH"), (40, 780, "An toàn lao động năm 2026"), (40, 740, "I. NHIỆM VỤ")]
BEHIND: Placed = [
    (40, 560, "II. TỔ CHỨC THỰC HIỆN"),
    (40, 540, "Sở Y tế theo dõi, đôn đốc " + "việc thực hiện " * 4),
]


def test_columns_without_rules_become_a_table():
    data = pdf_with([[*TITLE, *HEAD, *FIRST, *SECOND, *BEHIND]])
    assert rows(data) == [
        ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"],
        ["1", "Rà soát các cơ sở sản xuất, / kinh doanh trên địa bàn", "Sở Y tế", "30/6/2026"],
        ["2", "Họp giao ban", "Sở Nội vụ, Công / an tỉnh", "Trước ngày / 15/7/2026"],
    ]
    assert lines(data)[-2:] == ["II. TỔ CHỨC THỰC HIỆN", BEHIND[1][2].strip()]


def test_its_tasks_are_read():
    tasks = read_plan_bytes(pdf_with([[*TITLE, *HEAD, *FIRST, *SECOND, *BEHIND]]), "a.pdf").tasks
    first, second = [task for task in tasks if task.kind == "task"]
    assert (first.text, first.lead_units) == (
        "Rà soát các cơ sở sản xuất, kinh doanh trên địa bàn",
        ("Sở Y tế",),
    )
    assert (second.lead_units, str(second.deadline.date)) == (("Sở Nội vụ", "Công an tỉnh"), "2026-07-15")


def test_a_head_in_two_lines_and_rows_under_a_group():
    head = [(45, 711, "TT"), (130, 711, "Nội dung"), (130, 699, "công việc"), (305, 711, "Cơ quan")]
    head += [(305, 699, "chủ trì"), (455, 705, "Thời gian")]
    group = [(45, 665, "I. Tuyên truyền, phổ biến pháp luật về an toàn lao động trong toàn tỉnh")]
    data = pdf_with(
        [
            [
                *TITLE,
                *head,
                *row(685, "1", "Họp", "Sở Y tế", "Quý I"),
                *group,
                *row(645, "2", "Ký", "Sở Y tế", "Quý II"),
            ]
        ]
    )
    assert rows(data) == [
        ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Thời gian"],
        ["1", "Họp", "Sở Y tế", "Quý I"],
        [group[0][2]] * 4,
        ["2", "Ký", "Sở Y tế", "Quý II"],
    ]


@pytest.mark.parametrize("again", [False, True], ids=["without its head", "with its head again"])
def test_a_row_that_breaks_over_the_page_is_one_row(again):
    cut = row(622, "3", "Kiểm tra nồi hơi, thang", "Sở Công Thương", "Quý III/2026")
    up = [(x, y + 85, text) for x, y, text in HEAD] if again else []
    rest = [*up, *row(770, "", "máy, cần trục", "", ""), *row(745, "4", "Tổng kết", "Sở Y tế", "15/12/2026")]
    data = pdf_with([[*TITLE, *HEAD, *FIRST, *SECOND, *cut, (300, 30, "1")], [(300, 30, "2"), *rest]])
    assert rows(data)[3:] == [
        ["3", "Kiểm tra nồi hơi, thang / máy, cần trục", "Sở Công Thương", "Quý III/2026"],
        ["4", "Tổng kết", "Sở Y tế", "15/12/2026"],
    ]
    assert len({block.table for block in read_pdf(data).blocks if isinstance(block, Row)}) == 1


def test_rows_that_cannot_be_told_apart_stay_lines():
    centred = [
        *row(680, "", "Rà soát các cơ sở", "Sở Y tế", "30/6/2026"),
        (45, 674, "1"),
        (75, 668, "sản xuất"),
    ]
    data = pdf_with([[*TITLE, *HEAD, *centred, *BEHIND]])
    assert rows(data) == []
    assert any("Rà soát các cơ sở" in line for line in lines(data))


def test_prose_that_names_a_head_stays_prose():
    prose = [
        (40, 700 - 14 * i, "Nhiệm vụ của đơn vị chủ trì và thời hạn thực hiện " + "từ " * 12)
        for i in range(6)
    ]
    data = pdf_with([[*TITLE, *prose]])
    assert rows(data) == []
