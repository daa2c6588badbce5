"""Files of every kind into lines: numbering, tables, tracked changes, encodings, and what is refused."""

import io
import unicodedata
import zipfile
from importlib.resources import files

import docx
import pytest

from documents.decoding import decode
from documents.problems import _bundle, describe
from documents.reader_docx import read_docx
from documents.reader_pdf import read_pdf
from documents.reading import read_plan_bytes, read_plan_file, read_plan_text
from documents.source import Line, Row, source_from_text
from domain.errors import BadInputError
from domain.plan_json import reading_to_json
from tests.documents.samples import W, bare_docx, pdf_of, word_file, word_of

PLAN = "KẾ HOẠCH\nI. NHIỆM VỤ\n1. Rà soát hồ sơ.\n- Đơn vị thực hiện: Sở Y tế\n- Thời gian: Quý II/2026"


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_docx(data).blocks if isinstance(block, Line)]


def refused(data: bytes, name: str) -> str:
    with pytest.raises(BadInputError) as caught:
        read_plan_bytes(data, name)
    return caught.value.key


def test_word_paragraphs_are_lines():
    data = word_of("KẾ HOẠCH", "", "I. NHIỆM VỤ", "1. Rà soát.\ttiếp")
    assert [(b.number, b.text) for b in read_docx(data).blocks if isinstance(b, Line)] == [
        (1, "KẾ HOẠCH"),
        (2, ""),
        (3, "I. NHIỆM VỤ"),
        (4, "1. Rà soát.\ttiếp"),
    ]


def test_automatic_numbers_are_written_out():
    numbering = f"""<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="1">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
      <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
      <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl>
      </w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>"""

    def item(level: int, text: str) -> str:
        number = f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="5"/></w:numPr></w:pPr>'
        return f"<w:p>{number}<w:r><w:t>{text}</w:t></w:r></w:p>"

    body = "".join(
        item(*x) for x in [(0, "A"), (1, "B"), (2, "C"), (2, "D"), (3, "E"), (1, "F"), (0, "G"), (1, "H")]
    )
    assert texts(bare_docx(body, numbering=numbering)) == [
        "I. A",
        "1. B",
        "a) C",
        "b) D",
        "- E",
        "2. F",
        "II. G",
        "1. H",
    ]


def test_tracked_changes_are_taken_as_accepted_and_boxes_read():
    body = """<w:p><w:r><w:t>giữ </w:t></w:r><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>
      <w:ins><w:r><w:t>thêm</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>đi</w:t></w:r></w:moveFrom></w:p>
      <w:p><w:r><w:pict><w:txbxContent><w:p><w:r><w:t>trong khung</w:t></w:r></w:p></w:txbxContent>
      </w:pict></w:r></w:p>
      <w:p><w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r></w:p>"""
    lines = [(b.number, b.text.strip()) for b in read_docx(bare_docx(body)).blocks if isinstance(b, Line)]
    assert lines == [(1, "giữ thêm"), (2, ""), (2, "trong khung"), (3, "một"), (3, "hai")]


def test_footnotes_stand_apart():
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>Công văn số 5/UBND-NV</w:t></w:r></w:p></w:footnote>'
    notes = f'<w:footnotes xmlns:w="{W}">{note}</w:footnotes>'
    source = read_docx(
        bare_docx("<w:p><w:r><w:t>chữ</w:t><w:footnoteReference/></w:r></w:p>", footnotes=notes)
    )
    assert [note.text for note in source.notes] == ["Công văn số 5/UBND-NV"]
    assert [b.text for b in source.blocks if isinstance(b, Line)] == ["chữ"]


def table_plan() -> bytes:
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    document.add_paragraph("I. NHIỆM VỤ")
    table = document.add_table(rows=0, cols=6)
    for row in (
        ("TT", "Nhiệm vụ", "Đơn vị thực hiện", "", "Thời hạn", "Sản phẩm"),
        ("", "", "Chủ trì", "Phối hợp", "", ""),
        ("A", "Nhóm một", "", "", "", ""),
        ("1", "Rà soát hồ sơ", "Sở Y tế", "Sở Nội vụ;\nUBND các xã, phường", "Trước 30/6/2026", "Báo cáo"),
        ("2", "Kiểm tra", "Sở Công Thương", "nt", "Hằng quý", "-"),
    ):
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    table.cell(0, 2).merge(table.cell(0, 3))
    for column in (0, 1, 4, 5):
        table.cell(0, column).merge(table.cell(1, column))
    return word_file(document)


def test_a_table_with_a_head_of_two_rows_gives_rows():
    read = reading_to_json(read_plan_bytes(table_plan(), "a.docx"))
    first, second = read["tasks"]
    assert (first["id"], second["id"]) == ("I.A.1", "I.A.2")
    assert first["lead_units"] == ["Sở Y tế"]
    assert first["coordinating_units"] == ["Sở Nội vụ", "Ủy ban nhân dân các xã, phường"]
    assert first["deadline"] == {"kind": "one_off", "date": "2026-06-30", "op": "before"}
    assert first["product"] == "Báo cáo"
    assert second["coordinating_units"] == first["coordinating_units"]
    assert second["product"] is None
    assert second["deadline"]["recurrence"] == {"freq": "quarterly"}
    assert min(first["source"]["lines"]) > 2


def test_layout_tables_are_ordinary_lines():
    document = docx.Document()
    head = document.add_table(rows=1, cols=2)
    head.cell(0, 0).text = "ỦY BAN NHÂN DÂN\nTỈNH THÁI AN\nSố: 7/KH-UBND"
    head.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nThái An, ngày 05 tháng 02 năm 2026"
    for text in (
        "KẾ HOẠCH",
        "Khám sức khỏe năm 2026",
        "",
        "I. NHIỆM VỤ",
        "1. Sở Y tế tổ chức khám trước ngày 30/6.",
    ):
        document.add_paragraph(text)
    foot = document.add_table(rows=1, cols=2)
    foot.cell(0, 0).text = "Nơi nhận:\n- UBND tỉnh (b/c);\n- Lưu: VT."
    foot.cell(0, 1).text = "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
    read = reading_to_json(read_plan_bytes(word_file(document), "a.docx"))
    assert read["document"]["issuer"] == "Ủy ban nhân dân tỉnh Thái An"
    assert read["document"]["number"] == "7/KH-UBND"
    assert read["document"]["issued_on"] == "2026-02-05"
    assert [r["mark"] for r in read["recipients"]] == ["b/c", "Lưu"]
    assert [t["lead_units"] for t in read["tasks"]] == [["Sở Y tế"]]
    assert read["tasks"][0]["deadline"] == {"kind": "one_off", "date": "2026-06-30", "op": "before"}


def test_numbers_by_style():
    document = docx.Document()
    document.add_paragraph("việc một", style="List Number")
    document.add_paragraph("việc hai", style="List Number")
    document.add_paragraph("dấu", style="List Bullet")
    assert texts(word_file(document)) == ["1. việc một", "2. việc hai", "- dấu"]


def test_a_merged_cell_repeats_the_one_it_hangs_on():
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = "chung"
    table.cell(0, 0).merge(table.cell(1, 0))
    rows = [b for b in read_docx(word_file(document)).blocks if isinstance(b, Row)]
    assert [row.cells[0][0].text for row in rows] == ["chung", "chung"]


def test_entities_are_not_resolved_and_bombs_refused():
    body = "<w:body><w:p><w:r><w:t>x&a;y</w:t></w:r></w:p></w:body>"
    evil = f'<!DOCTYPE x [<!ENTITY a "{"b" * 50}">]><w:document xmlns:w="{W}">{body}</w:document>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", evil)
    assert "bbb" not in "".join(texts(buffer.getvalue()))
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * (49 * 1024 * 1024))
    assert refused(bomb.getvalue(), "a.docx") == "plan-file-too-large"


@pytest.mark.parametrize(
    "body",
    ["<w:p/>" * 1_500_000, "<w:p/>" * 100_001, "<w:p w:a='' w:b=''/>" * 600_000, "x" * (13 * 1024 * 1024)],
    ids=["tags", "paragraphs", "attributes", "size"],
)
def test_a_small_file_cannot_make_a_large_document(body, monkeypatch):
    data = bare_docx(body)
    if len(body) > 1_000_000:
        monkeypatch.setattr(
            "documents.reader_docx.etree.fromstring", None
        )  # it is refused before it is parsed
    assert refused(data, "a.docx") == "plan-file-too-large"


def test_content_controls_are_read_through():
    body = "<w:p><w:r><w:t>x</w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>Sở</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    assert texts(bare_docx(body)) == ["xSở"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(encoding):
    assert reading_to_json(read_plan_bytes(PLAN.encode(encoding), "a.txt")) == reading_to_json(
        read_plan_text(PLAN)
    )


def test_windows_1258():
    text = "I. NHIỆM VỤ\n1. Rà soát.\n- Đơn vị thực hiện: Sở Y tế"
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    loose = "".join(
        unicodedata.normalize("NFC", base) + mark
        for base, mark in (
            (
                "".join(c for c in unicodedata.normalize("NFD", letter) if c not in tones),
                "".join(c for c in unicodedata.normalize("NFD", letter) if c in tones),
            )
            for letter in text
        )
    )
    data = loose.encode("cp1258")
    assert unicodedata.normalize("NFC", decode(data)) == text
    assert read_plan_bytes(data, "a.txt").tasks[0].lead_units == ("Sở Y tế",)


def test_html_lists_and_tables():
    page = """<html><head><title>x</title></head><body><h1>KẾ HOẠCH</h1><h2>I. NHIỆM VỤ</h2>
      <table><tr><th>TT</th><th>Nội dung</th><th>Chủ trì</th><th>Thời gian</th></tr>
      <tr><td>1</td><td>Rà soát</td><td>Sở Y tế</td><td>Quý I/2026</td></tr></table>
      <h2>II. TỔ CHỨC THỰC HIỆN</h2><ol><li>Giao Sở Nội vụ theo dõi, đôn đốc.</li></ol>
      <script>x()</script></body></html>"""
    reading = read_plan_bytes(page.encode(), "a.html")
    assert [(t.id, t.lead_units) for t in reading.tasks] == [("I.1", ("Sở Y tế",)), ("II.1", ("Sở Nội vụ",))]


def test_pdf_text_and_page_numbers():
    source = read_pdf(pdf_of(["KE HOACH nam 2026", "I. NHIEM VU", "1. Ra soat ho so", "3"]))
    assert [b.text for b in source.blocks if isinstance(b, Line)] == [
        "KE HOACH nam 2026",
        "I. NHIEM VU",
        "1. Ra soat ho so",
    ]


def test_markdown_marks_are_not_words():
    reading = read_plan_text(
        "# KẾ HOẠCH\n**Phòng cháy năm 2026**\n\n## I. NHIỆM VỤ\n1. **Sở Y tế** tổ chức họp trước 30/6."
    )
    assert reading.document.title == "Phòng cháy năm 2026"
    assert reading.tasks[0].lead_units == ("Sở Y tế",)


def test_residue_and_inlined_footnotes_leave_the_text():
    source = source_from_text("[bookmark: _x]a) chữ[footnoteRef:1]. [1: tại Kế hoạch số 1/KH-UBND.]")
    assert [b.text for b in source.blocks if isinstance(b, Line)] == ["a) chữ. "]
    assert source.notes[0].text == "tại Kế hoạch số 1/KH-UBND."


@pytest.mark.parametrize(
    ("data", "name", "key"),
    [
        (b"", "a.txt", "plan-file-empty"),
        (b" \n ", "a.txt", "plan-file-empty"),
        (b"-- ./.", "a.txt", "plan-file-empty"),
        (b"\x00\x01\x02", "a.txt", "plan-file-unreadable"),
        (b"PK\x03\x04 no zip", "a.docx", "plan-file-unreadable"),
        (b"no word file", "a.docx", "plan-file-unreadable"),
        (b"%PDF-1.4 no pdf", "a.pdf", "plan-file-unreadable"),
        (b"\xd0\xcf\x11\xe0old", "a.doc", "plan-file-type"),
        (b"x", "a.xyz", "plan-file-type"),
        (b"\xff\xd8\xff\xe0", "a.jpg", "plan-file-unreadable"),
        (pdf_of([]), "a.pdf", "plan-file-empty"),
        (b"<html></html>", "a.html", "plan-file-empty"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(data, name, key):
    assert refused(data, name) == key
    assert _bundle().has_message(key)


def test_a_missing_file_is_bad_input(tmp_path):
    with pytest.raises(BadInputError, match="plan-file-unreadable"):
        read_plan_file(tmp_path / "none.txt")


def test_every_problem_is_said_in_both_languages():
    ids = [
        {
            line.split(" = ")[0]
            for line in files("messages").joinpath(f"{lang}/problems.ftl").read_text().splitlines()
            if " = " in line
        }
        for lang in ("vi", "en")
    ]
    assert ids[0] == ids[1]
    with pytest.raises(KeyError):
        describe("unit-two-heads")
