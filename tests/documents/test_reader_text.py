"""Text, Markdown and web pages: whatever their letters were written in, whatever marks stand around the words."""

import codecs
import unicodedata

import pytest

from documents.decoding import decode
from documents.legacy_letters import good_words, mend
from documents.reader_html import read_html
from documents.reader_text import read_markdown, read_text
from documents.reading import read_plan_bytes, read_plan_text
from documents.source import Line, Row, source_from_text
from domain.errors import BadInputError
from tests.documents.samples import tcvn3, vni

PLAN = """KẾ HOẠCH
I. NHIỆM VỤ
1. Rà soát, thống kê cơ sở; tổ chức tập huấn cho người lao động.
- Đơn vị thực hiện: Sở Y tế chủ trì, phối hợp với Sở Nội vụ, Ủy ban nhân dân các xã.
- Thời gian: Trước ngày 30/6/2026.
II. TỔ CHỨC THỰC HIỆN
1. Giao Sở Nội vụ theo dõi, đôn đốc; báo cáo trước ngày 15/12 hằng năm."""
SMALL = PLAN.replace("KẾ HOẠCH", "Kế hoạch").replace("NHIỆM VỤ", "Nhiệm vụ").replace("Ủy ban", "ủy ban")
SMALL = SMALL.replace("TỔ CHỨC THỰC HIỆN", "Tổ chức thực hiện")


@pytest.mark.parametrize(
    "data",
    [
        PLAN.encode("utf-16-le"),
        PLAN.encode("utf-16-be"),
        codecs.BOM_UTF16_LE + PLAN.encode("utf-16-le") + b"\n",
        codecs.BOM_UTF16_BE + PLAN.encode("utf-16-be"),
        PLAN.encode("utf-32"),
        codecs.BOM_UTF8 + unicodedata.normalize("NFD", PLAN).encode(),
        vni(PLAN).encode("cp1252"),
        vni(PLAN).encode(),
        PLAN.encode().decode("latin-1").encode(),
        PLAN.encode() + b"\xe1",
        PLAN.replace("\n", "\r").encode(),
    ],
    ids=["le", "be", "le-cut", "be-mark", "utf-32", "nfd", "vni", "vni-pasted", "utf-8-twice", "cut", "cr"],
)
def test_letters_however_written_give_the_same_plan(data):
    assert read_plan_bytes(data, "a.txt") == read_plan_text(PLAN)


@pytest.mark.parametrize(
    "data", [tcvn3(SMALL).encode("latin-1"), tcvn3(SMALL).encode()], ids=["bytes", "pasted"]
)
def test_tcvn3(data):
    assert mend(decode(data)) == SMALL.replace("Đ", "Đ")
    assert read_plan_bytes(data, "a.txt") == read_plan_text(SMALL)


def test_a_passage_in_old_letters_leaves_the_rest_alone():
    old = tcvn3("Sở Nội vụ hướng dẫn các địa phương thực hiện.")
    assert mend(f"Công an xã 30°C\n{PLAN}\n{old}") == (
        f"Công an xã 30°C\n{PLAN}\nSở Nội vụ hướng dẫn các địa phương thực hiện."
    )


@pytest.mark.parametrize(
    "text",
    ["30°C ± 2, §5, «abc» ©", "Café über façade naïve Ångström", "", "Công an xã; trách nhiệm", "ä ö ü"],
)
def test_what_is_no_old_text_stays_as_it_is(text):
    assert mend(text) == text


def test_words_are_vietnamese_only_if_every_letter_and_tone_is():
    assert good_words("Sở Y tế được thực hiện nghiêm, Ủy ban hoặc") == 8
    assert good_words("Sôû teá ñöôïc thùc phßng hoạch̀ nghieeng") == 0


@pytest.mark.parametrize("data", [b"\x00\x01\x02\x03" * 9, b"\xff\xfe\x00\xd8A", bytes(range(1, 32)) * 9])
def test_what_is_no_text_is_refused(data):
    with pytest.raises(BadInputError, match="plan-file-unreadable"):
        decode(data)


def test_a_text_too_long_to_be_a_plan_is_refused():
    with pytest.raises(BadInputError, match="plan-file-too-large"):
        read_text(b"a " * 2_000_001)


def lines(source) -> list[str]:
    return [block.text for block in source.blocks if isinstance(block, Line)]


def rows(source) -> list[list[str]]:
    return [
        [" / ".join(x.text for x in cell) for cell in block.cells]
        for block in source.blocks
        if isinstance(block, Row)
    ]


def test_control_letters_and_half_surrogates_are_gone():
    assert lines(source_from_text("a\x01b\x85c\ud800d\x0ce")) == ["abcd e"]


def test_markdown_marks_leave_the_words():
    text = """# KẾ HOẠCH #
> **Sở *Y* tế** và `mã` với [liên kết](http://x) ![hình](a.png) ~~bỏ~~<!-- ghi -->
1\\. việc 2\\*3 snake_case_name __đậm__ _nghiêng_
* * *
* một
- hai<br>ba"""
    assert lines(read_markdown(text.encode())) == [
        *("KẾ HOẠCH", "Sở Y tế và mã với liên kết hình bỏ", "1. việc 2*3 snake_case_name đậm nghiêng"),
        *("", "* một", "- hai ba"),
    ]


def test_tables_of_pipes():
    text = r"""| TT | **Nhiệm vụ** | |
|:--|:-:|--:|
| 1 | a \| b<br>c | |
x"""
    assert rows(read_markdown(text.encode())) == [["TT", "Nhiệm vụ", ""], ["1", "a | b / c", ""]]
    bare = "TT | Nhiệm vụ\n---|---\n1 | Họp\nx | y\n\nx | y"
    assert rows(source_from_text(bare)) == [["TT", "Nhiệm vụ"], ["1", "Họp"], ["x", "y"]]
    assert lines(source_from_text(bare)) == ["", "x | y"]


def test_grids_drawn_with_plus_and_minus():
    text = """+----+----------+---------+
| TT | Nhiệm vụ | Chủ trì |
+====+==========+=========+
| 1  | Rà soát  | Sở Y tế |
|    | hồ sơ    |         |
+----+----------+---------+
| 2  | Họp      | Sở Y tế |
+----+----------+---------+
+---+---+---+"""
    source = source_from_text(text)
    assert rows(source) == [
        ["TT", "Nhiệm vụ", "Chủ trì"],
        ["1", "Rà soát / hồ sơ", "Sở Y tế"],
        ["2", "Họp", "Sở Y tế"],
    ]
    assert lines(source) == ["+---+---+---+"]
    assert [line.number for block in source.blocks if isinstance(block, Row) for line in block.cells[1]] == [
        2,
        4,
        5,
        7,
    ]


def test_lists_of_a_web_page():
    page = """<ol type="I"><li><p>một</p><ol style="list-style-type: lower-alpha" start="3"><li>hai<li value=7>ba</ol>
      <li>bốn<ul><li>năm<ul><li>sáu</ul></ul></ol><p>bảy<br>tám &amp; chín&nbsp;mười</p><pre>x
y</pre><div hidden>ẩn</div><p style="display: none">ẩn</p><script>x</script><style>y</style>"""
    assert lines(read_html(page.encode())) == [
        *("I. một", "c. hai", "g. ba", "II. bốn", "- năm", "+ sáu", "bảy", "tám & chín mười", "x", "y"),
    ]


def test_merged_and_nested_cells_of_a_web_page():
    page = """<table><caption>Bảng</caption><thead><tr><th rowspan=2>TT<th colspan=2>Đơn vị</tr>
      <tr><th>Chủ trì<th>Phối hợp</tr></thead><tr><td>1<td>Sở Y tế<td><ul><li>a<li>b</ul></tr></table>
      <table><tr><td>đầu<table><tr><td>x<td>y</tr></table></td></tr></table>
      <table><tr><td>trái</td><td><table><tr><td>m<td>n</tr></table></td></tr></table>"""
    source = read_html(page.encode())
    assert rows(source) == [
        *(["TT", "Đơn vị", "Đơn vị"], ["TT", "Chủ trì", "Phối hợp"], ["1", "Sở Y tế", "- a / - b"]),
        *(["x", "y"], ["trái", "m / n"]),
    ]
    assert lines(source) == ["Bảng", "đầu"]


def test_a_web_page_in_old_letters():
    words = tcvn3("Giao Sở Nội vụ theo dõi, hướng dẫn thực hiện")
    page = f"<html><body><p>{words}</p><p>{words.replace('µ', '&micro;')}</p></body></html>"
    assert set(lines(read_html(page.encode("latin-1")))) == {"Giao Sở Nội vụ theo dõi, hướng dẫn thực hiện"}


def test_the_deepest_page_loses_no_words():
    page = "<div>" * 1000 + "chữ cuối" + "</div>" * 1000
    assert lines(read_html(page.encode())) == ["chữ cuối"]
    for tags in (3_000, 600_000):
        with pytest.raises(BadInputError, match="plan-file-too-large"):
            read_html(b"<div>" * tags + b"x")
