"""PDF pages as a person reads them: columns, tables, sentences over the page's end, what stands at the edges."""

import pytest

from documents.reader_pdf import read_pdf
from documents.reading import read_plan_bytes, read_plan_text
from documents.source import Line, Row
from domain.errors import BadInputError
from domain.plan_json import reading_to_json
from tests.documents.samples import pdf_of, pdf_with

Placed = list[tuple[float, float, str]]
WIDE = "x" * 98  # as long as a full line of these pages


def lines(data: bytes) -> list[str]:
    return [block.text for block in read_pdf(data).blocks if isinstance(block, Line)]


def rows(data: bytes) -> list[list[str]]:
    return [
        [" / ".join(x.text for x in cell) for cell in block.cells]
        for block in read_pdf(data).blocks
        if isinstance(block, Row)
    ]


def under(x: float, y: float, texts: list[str], step: float = 14) -> Placed:
    return [(x, y - step * i, text) for i, text in enumerate(texts)]


def grid(xs: list[float], ys: list[float]) -> list[tuple[float, float, float, float]]:
    return [(xs[0], y, xs[-1], y) for y in ys] + [(x, ys[0], x, ys[-1]) for x in xs]


def test_two_columns_are_read_one_after_the_other():
    left, right = (
        under(40, 700, ["trái một", "trái hai", "trái ba"]),
        under(320, 700, ["phải một", "phải hai"]),
    )
    above, below = [(40, 760, "đầu trang " + "y" * 90)], [(40, 600, "cuối trang " + "y" * 90)]
    texts = [text.split(" y")[0] for text in lines(pdf_with([above + left + right + below])) if text]
    assert texts == ["đầu trang", "trái một", "trái hai", "trái ba", "phải một", "phải hai", "cuối trang"]


def test_two_columns_written_line_by_line_are_columns_where_they_are_full_of_prose():
    prose = [f"{word} " + "từ " * 13 + "hết" for word in ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy")]
    page = [
        piece
        for i, text in enumerate(prose)
        for piece in ((40, 700 - 14 * i, text), (320, 700 - 14 * i, "p " + text))
    ]
    assert [text.split(" từ")[0] for text in lines(pdf_with([page]))] == [
        *("một", "hai", "ba", "bốn", "năm", "sáu", "bảy"),
        *("p một", "p hai", "p ba", "p bốn", "p năm", "p sáu", "p bảy"),
    ]


def test_words_far_apart_in_one_line_are_parted_by_a_tab():
    assert lines(pdf_with([[(40, 700, "Nơi nhận:"), (320, 700, "TM. ỦY BAN NHÂN DÂN")]])) == [
        "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN"
    ]


def test_page_numbers_and_running_heads_go_and_the_sentence_goes_on():
    def page(number: int, texts: list[str]) -> Placed:
        head = [(40, 820, f"Dự thảo ngày {number}/6"), (280, 800, str(number))]
        return head + under(40, 770, texts) + [(280, 30, f"Trang {number}/4")]

    full = "1. Rà soát các cơ sở sản xuất theo Kế hoạch " + "v" * 45 + " số"
    data = pdf_with(
        [
            page(1, ["I. NHIỆM VỤ", full]),
            page(2, ["12/KH-UBND trước ngày 30/6."]),
            page(3, ["a"]),
            page(4, ["b"]),
        ]
    )
    assert lines(data) == ["I. NHIỆM VỤ", full, "12/KH-UBND trước ngày 30/6.", "a", "b"]
    assert [block.joined for block in read_pdf(data).blocks[:3]] == [False, False, True]


def test_a_line_that_goes_on_is_no_item_whatever_it_begins_with():
    first = "1. Sở Y tế tổ chức tập huấn cho người lao động tại các cơ sở " + "w" * 32 + " lần"
    text = [
        "KẾ HOẠCH",
        "I. NHIỆM VỤ",
        first,
        "2. Ghi kết quả, báo cáo.",
        "2. Sở Nội vụ tổ chức họp trước ngày 30/6/2026.",
    ]
    spaced = [
        (40, 700, text[0]),
        (40, 670, text[1]),
        (40, 640, text[2]),
        (40, 626, text[3]),
        (40, 596, text[4]),
    ]
    data = pdf_with([[*spaced, *under(40, 566, [WIDE, WIDE, WIDE, "hết."])]])
    tasks = read_plan_bytes(data, "a.pdf").tasks
    assert [task.id for task in tasks][:2] == ["I.1", "I.2"]
    assert tasks[0].text.endswith("lần 2. Ghi kết quả, báo cáo.")
    assert tasks[0].lines == (3, 4)


def test_a_ruled_table_gives_rows_with_merged_cells_and_goes_on_over_the_page():
    head = [(45, 705, "TT"), (95, 705, "Nhiệm vụ"), (245, 705, "Đơn vị chủ trì"), (445, 705, "Thời hạn")]
    first = [
        *head,
        (45, 680, "1"),
        *under(95, 685, ["Rà soát", "hồ sơ"], 12),
        (245, 680, "Sở Y tế"),
        (445, 680, "30/6/2026"),
    ]
    first += [(45, 650, "2"), (95, 650, "Họp"), (445, 650, "Hằng quý"), (95, 625, "Ghi biên")]
    xs = [40.0, 90, 240, 440, 550]
    box = grid(xs, [720, 700, 665, 640, 615])
    box = [rule for rule in box if rule != (240, 720, 240, 615)]
    merged = [(240, 720, 240, 615), (40, 665, 240, 665), (440, 665, 550, 665)]
    box = [rule for rule in box if rule != (40, 665, 550, 665)] + merged
    more = [
        *[(x, y + 60, text) for x, y, text in head],
        (95, 745, "bản"),
        (45, 715, "3"),
        (95, 715, "Kiểm tra"),
    ]
    more += [(245, 715, "Sở Nội vụ")]
    data = pdf_with(
        [[(40, 760, "I. NHIỆM VỤ"), *first], [*more, (40, 600, "sau bảng dài")]],
        [box, grid(xs, [780, 760, 735, 700])],
    )
    assert rows(data) == [
        ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"],
        ["1", "Rà soát / hồ sơ", "Sở Y tế", "30/6/2026"],
        ["2", "Họp", "Sở Y tế", "Hằng quý"],
        ["", "Ghi biên", "", ""],
        ["", "bản", "", ""],
        ["3", "Kiểm tra", "Sở Nội vụ", ""],
    ]
    assert lines(data) == ["I. NHIỆM VỤ", "sau bảng dài"]
    assert len({block.table for block in read_pdf(data).blocks if isinstance(block, Row)}) == 1


def test_a_row_cut_by_the_pages_end_is_one_row():
    xs = [40.0, 90, 300, 550]
    top = [(45, 100, "1"), (95, 100, "Rà soát hồ sơ"), (305, 100, "Sở Y tế, Sở")]
    rest = [(95, 780, "đã nộp"), (305, 780, "Nội vụ")]
    data = pdf_with([[(40, 700, "đầu"), *top], rest], [grid(xs, [120, 80]), grid(xs, [800, 760])])
    assert rows(data) == [["1", "Rà soát hồ sơ / đã nộp", "Sở Y tế, Sở / Nội vụ"]]


def test_a_date_cut_in_two_by_a_narrow_cell_is_one_date():
    page = [(45, 700, "Họp"), *under(145, 700, ["Trước", "10/10/20", "26"], 12)]
    assert rows(pdf_with([[(40, 760, "x" * 40), *page]], [grid([40, 140, 190], [715, 660])])) == [
        ["Họp", "Trước / 10/10/2026"]
    ]


def test_words_beside_a_table_or_on_its_rules_are_not_lost():
    page = [(45, 700, "Họp"), (200, 700, "bên cạnh"), (45, 661, "dưới"), (40, 760, "x" * 40)]
    data = pdf_with([page], [grid([40, 140, 190], [715, 680, 660])])
    assert {"bên cạnh"} <= set(lines(data))
    assert "Họp" in rows(data)[0]


def test_footnotes_stand_apart():
    body = [*under(40, 700, [WIDE, WIDE, "kết thúc ở đây."]), (115, 672, "1")]
    notes = under(40, 60, ["1 Ban hành kèm theo Công văn số 5/UBND-NV", "của tỉnh."], 8)
    source = read_pdf(pdf_with([[*body, *notes]], small=("1", "của")))
    assert [note.text for note in source.notes] == ["1 Ban hành kèm theo Công văn số 5/UBND-NV của tỉnh."]
    assert [block.text for block in source.blocks if block.text[0] != "x"] == ["kết thúc ở đây."]


def test_ligatures_are_letters():
    assert lines(pdf_of(["oﬃce ﬁle number one two"])) == ["office file number one two"]


def test_a_pdf_reads_like_its_text():
    text = """KẾ HOẠCH
I. NHIỆM VỤ
1. Rà soát, thống kê cơ sở; tổ chức tập huấn cho người lao động.
- Đơn vị thực hiện: Sở Y tế chủ trì, phối hợp với Sở Nội vụ.
- Thời gian: Trước ngày 30/6/2026."""
    assert reading_to_json(read_plan_bytes(pdf_of(text.split("\n")), "a.pdf")) == reading_to_json(
        read_plan_text(text)
    )


def test_a_page_of_letters_that_cannot_be_named_is_a_scan(monkeypatch):
    monkeypatch.setattr("documents.reader_scan.tesseract", lambda: None)
    with pytest.raises(BadInputError, match="plan-file-scanned"):
        read_pdf(pdf_of(["\ue001\ue002" * 30]))
