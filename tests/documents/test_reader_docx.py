"""What stands on the page of a Word file: numbers, accepted changes, fields, boxes, merged cells, old fonts."""

import io
import zipfile

import pytest

from documents.docx_numbering import write_number
from documents.reader_docx import read_docx
from documents.reading import read_plan_bytes
from documents.source import Line, Row
from tests.documents.samples import MC, W, bare_docx, tcvn3, vni


def texts(data: bytes) -> list[str]:
    return [block.text for block in read_docx(data).blocks if isinstance(block, Line)]


def numbered(data: bytes) -> list[tuple[int, str]]:
    return [(block.number, block.text) for block in read_docx(data).blocks if isinstance(block, Line)]


def rows(data: bytes) -> list[list[str]]:
    return [
        [" / ".join(line.text for line in cell) for cell in block.cells]
        for block in read_docx(data).blocks
        if isinstance(block, Row)
    ]


def p(text: str, properties: str = "", run: str = "") -> str:
    looks = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def item(text: str, level: int = 0, number: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def styled(text: str, style: str) -> str:
    return p(text, f'<w:pStyle w:val="{style}"/>')


def level(at: int, form: str, text: str, more: str = "") -> str:
    look = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{at}">{look}</w:lvl>'


def numbering(*levels: str, nums: str = "") -> str:
    family = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return f'<w:numbering xmlns:w="{W}">{family}{nums or num(1)}</w:numbering>'


def num(number: int, family: int = 0, inner: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{family}"/>{inner}</w:num>'


def r(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def styles(*parts: str) -> str:
    return f'<w:styles xmlns:w="{W}">{"".join(parts)}</w:styles>'


def style(name: str, inner: str, kind: str = "paragraph", more: str = "") -> str:
    return f'<w:style w:type="{kind}" w:styleId="{name}"{more}>{inner}</w:style>'


def test_lists_of_one_family_count_on_and_an_override_begins_anew():
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    nums = num(1) + num(2) + num(3, 0, anew)
    body = item("a") + item("b", number=2) + item("c", number=3) + item("d", number=3) + item("e")
    found = texts(bare_docx(body, numbering=numbering(level(0, "decimal", "%1."), nums=nums)))
    assert found == ["1. a", "2. b", "5. c", "6. d", "7. e"]


def test_a_list_may_override_the_look_of_a_level():
    change = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1.")}</w:lvlOverride>'
    nums = num(1, 0, change)
    assert texts(bare_docx(item("a"), numbering=numbering(level(0, "decimal", "%1)"), nums=nums))) == ["I. a"]


def test_levels_that_restart_after_one_above_only_or_never():
    never = numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
    body = item("A") + item("x", 1) + item("B") + item("y", 1)
    assert texts(bare_docx(body, numbering=never)) == ["I. A", "1. x", "II. B", "2. y"]
    after_first = numbering(
        level(0, "upperRoman", "%1."),
        level(1, "decimal", "%2."),
        level(2, "lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>'),
    )
    body = item("A") + item("x", 1) + item("k", 2) + item("y", 1) + item("l", 2) + item("B") + item("m", 2)
    assert texts(bare_docx(body, numbering=after_first)) == [
        *("I. A", "1. x", "a) k", "2. y", "b) l", "II. B", "a) m"),
    ]


def test_legal_numbers_and_bare_ones():
    legal = numbering(level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert texts(bare_docx(item("A") + item("x", 1), numbering=legal)) == ["I. A", "1.1. x"]


def test_each_depth_of_bullets_has_a_dash_of_its_own():
    bullets = numbering(level(0, "bullet", "\uf0b7"), level(1, "bullet", "o"), level(2, "bullet", "-"))
    body = item("a") + item("b", 1) + item("c", 2)
    assert texts(bare_docx(body, numbering=bullets)) == ["- a", "+ b", "* c"]
    plus = numbering(level(0, "bullet", "+"), level(1, "bullet", "–"))
    assert texts(bare_docx(item("a") + item("b", 1), numbering=plus)) == ["+ a", "- b"]


def test_numbers_by_style_by_what_it_is_based_on_and_by_the_level_that_names_it():
    lists = numbering(
        level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", '<w:pStyle w:val="Heading2"/>')
    )
    looks = styles(
        style("Heading1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        style("Heading2", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        style("Mine", '<w:basedOn w:val="Heading2"/>'),
        style("Loop", '<w:basedOn w:val="Loop"/>'),
    )
    body = styled("A", "Heading1") + styled("x", "Heading2") + styled("y", "Heading2") + styled("z", "Loop")
    assert texts(bare_docx(body, numbering=lists, styles=looks)) == ["I. A", "1. x", "2. y", "z"]
    off = p("k", '<w:pStyle w:val="Heading1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert texts(bare_docx(off, numbering=lists, styles=looks)) == ["k"]


def test_a_list_defined_by_a_list_style():
    family = f"""<w:abstractNum w:abstractNumId="0">{level(0, "upperLetter", "%1.")}</w:abstractNum>
      <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Lists"/></w:abstractNum>"""
    looks = styles(style("Lists", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', "numbering"))
    xml = f'<w:numbering xmlns:w="{W}">{family}{num(1, 1)}{num(2)}</w:numbering>'
    assert texts(bare_docx(item("a"), numbering=xml, styles=looks)) == ["A. a"]


@pytest.mark.parametrize(
    ("number", "form", "pattern", "shown"),
    [
        (27, "lowerLetter", "", "aa"),
        (4, "upperRoman", "", "IV"),
        (7, "decimalZero", "", "07"),
        (5, "custom", "a, b, c, d, đ, e, ...", "đ"),
        (12, "custom", "001, 002, 003, ...", "012"),
        (3, "chicago", "", "3"),
    ],
)
def test_forms_of_numbers(number, form, pattern, shown):
    assert write_number(number, form, pattern) == shown


def test_a_number_alone_counts_in_a_table_and_is_no_item_outside():
    lists = numbering(level(0, "decimal", "%1."))
    table = f"<w:tbl><w:tr><w:tc>{item('')}</w:tc><w:tc>{p('Rà soát')}</w:tc></w:tr></w:tbl>"
    data = bare_docx(item("a") + item("") + table, numbering=lists)
    assert texts(data) == ["1. a", ""]
    assert rows(data) == [["3. ", "Rà soát"]]


def test_a_deleted_paragraph_end_joins_two_and_a_deleted_paragraph_is_not_counted():
    gone = "<w:rPr><w:del w:id='1'/></w:rPr>"
    deleted = f"<w:p><w:pPr>{gone}</w:pPr><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>"
    lists = numbering(level(0, "decimal", "%1."))
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    body = item("một") + deleted.replace("<w:pPr>", f"<w:pPr>{number}") + p("hai ", gone) + item("ba")
    assert numbered(bare_docx(body, numbering=lists)) == [(1, "1. một"), (2, "2. hai ba")]
    assert numbered(bare_docx(p("x") + p("cuối", gone))) == [(1, "x"), (2, "cuối")]


def test_moved_text_is_read_once_and_deleted_rows_not_at_all():
    moved = """<w:p><w:pPr><w:rPr><w:moveFrom w:id="1"/></w:rPr></w:pPr><w:moveFromRangeStart w:id="2"/>
      <w:moveFrom><w:r><w:t>dời</w:t></w:r></w:moveFrom></w:p>"""
    arrived = "<w:p><w:moveTo><w:r><w:t>dời</w:t></w:r></w:moveTo></w:p>"
    assert numbered(bare_docx(moved + p("giữa") + arrived)) == [(1, "giữa"), (2, "dời")]
    table = f"""<w:tbl><w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc>{p("bỏ")}</w:tc></w:tr>
      <w:tr><w:trPr><w:ins w:id="2"/></w:trPr><w:tc>{p("giữ")}</w:tc><w:tc>{p("hai")}</w:tc></w:tr></w:tbl>"""
    assert rows(bare_docx(table)) == [["giữ", "hai"]]


def test_a_text_box_said_in_two_ways_is_read_once_with_the_box_in_it():
    inner = f"<w:r><w:pict><w:txbxContent>{p('trong cùng')}</w:txbxContent></w:pict></w:r>"
    box = f"<w:txbxContent>{p('trong khung').replace('</w:p>', inner + '</w:p>')}</w:txbxContent>"
    both = (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    body = f"<w:p><w:r><w:t>đầu</w:t>{both}</w:r></w:p>{p('sau')}"
    assert numbered(bare_docx(body)) == [(1, "đầu"), (1, "trong khung"), (1, "trong cùng"), (2, "sau")]
    only = (
        f'<mc:AlternateContent xmlns:mc="{MC}"><mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent>'
    )
    assert texts(bare_docx(f"<w:p><w:r>{only}</w:r></w:p>")) == ["x"]


def field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r><w:r><w:t>mã</w:t></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{result}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_fields_show_their_result_and_tables_of_contents_do_not():
    link = f"<w:p>{field(' REF x ', 'Sở Y tế')}</w:p>"
    contents = f"<w:p>{field(' TOC 1-3 ', 'I. NHIỆM VỤ 1')}</w:p>"
    nested = f"<w:p>{field('HYPERLINK', 'xem </w:t></w:r>' + field('PAGEREF', '5') + '<w:r><w:t> đó')}</w:p>"
    simple = '<w:p><w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>9</w:t></w:r></w:fldSimple></w:p>'
    assert texts(bare_docx(link + contents + nested + simple)) == ["Sở Y tế", "", "xem 5 đó", ""]
    endless = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>chữ</w:t></w:r></w:p>'
    assert texts(bare_docx(endless + p("sau"))) == ["chữ", "sau"]


def test_hidden_text_is_not_read_whether_hidden_itself_or_by_its_style():
    looks = styles(style("Secret", "<w:rPr><w:vanish/></w:rPr>", "character"))
    body = (
        p("ẩn", run="<w:vanish/>")
        + p("hiện", run='<w:vanish w:val="0"/>')
        + p("ẩn nữa", run='<w:rStyle w:val="Secret"/>')
    )
    assert texts(bare_docx(body, styles=looks)) == ["", "hiện", ""]


def test_breaks_hyphens_links_and_controls_within_a_paragraph():
    body = """<w:p><w:r><w:t>an</w:t><w:softHyphen/><w:t>toàn</w:t><w:noBreakHyphen/><w:t>x</w:t><w:tab/></w:r>
      <w:hyperlink><w:r><w:t>liên kết</w:t></w:r></w:hyperlink><w:sdt><w:sdtPr><w:alias w:val="tên"/></w:sdtPr>
      <w:sdtContent><w:r><w:t> ô</w:t></w:r></w:sdtContent></w:sdt>
      <w:r><w:br w:type="page"/><w:t>sau</w:t></w:r></w:p>"""
    assert texts(bare_docx(body)) == ["antoàn-x\tliên kết ô", "sau"]


def test_merged_cells_stand_in_every_row_and_column_they_cover():
    def cell(text: str, shape: str = "") -> str:
        return f"<w:tc><w:tcPr>{shape}</w:tcPr>{p(text)}</w:tc>"

    table = "".join(
        f"<w:tr>{cells}</w:tr>"
        for cells in (
            cell("TT", '<w:vMerge w:val="restart"/>') + cell("Đơn vị", '<w:gridSpan w:val="2"/>'),
            cell("", "<w:vMerge/>") + cell("Chủ trì") + cell("Phối hợp"),
            '<w:trPr><w:gridBefore w:val="1"/></w:trPr>'
            + cell("Sở Y tế", '<w:vMerge w:val="restart"/>')
            + cell("x"),
            cell("2") + cell("", '<w:vMerge w:val="continue"/>') + cell("y"),
        )
    )
    assert rows(bare_docx(f"<w:tbl>{table}</w:tbl>")) == [
        ["TT", "Đơn vị", "Đơn vị"],
        ["TT", "Chủ trì", "Phối hợp"],
        ["", "Sở Y tế", "x"],
        ["2", "Sở Y tế", "y"],
    ]


def test_a_table_inside_a_frame_of_one_cell_is_a_table():
    inner = f"<w:tbl><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:tbl>"
    outer = f"<w:tbl><w:tr><w:tc>{p('đầu')}{inner}{p('cuối')}</w:tc></w:tr></w:tbl>"
    data = bare_docx(outer)
    assert (texts(data), rows(data)) == (["đầu", "cuối"], [["a", "b"]])
    beside = f"<w:tbl><w:tr><w:tc>{p('x')}</w:tc><w:tc>{inner}{p('')}</w:tc></w:tr></w:tbl>"
    assert rows(bare_docx(beside)) == [["x", "a / b / "]]


def test_notes_know_the_line_that_refers_to_them():
    refer = (
        '<w:p><w:r><w:t>chữ</w:t><w:footnoteReference w:id="2"/><w:endnoteReference w:id="2"/></w:r></w:p>'
    )
    apart = '<w:footnote w:type="separator" w:id="0"/>'
    foot = f'<w:footnotes xmlns:w="{W}">{apart}<w:footnote w:id="2">{p("chân")}</w:footnote></w:footnotes>'
    end = f'<w:endnotes xmlns:w="{W}"><w:endnote w:id="2">{p("cuối")}</w:endnote></w:endnotes>'
    source = read_docx(bare_docx(p("đầu") + refer + p("sau"), footnotes=foot, endnotes=end))
    assert source.notes == (Line(2, "chân"), Line(2, "cuối"))
    assert [block.text for block in source.blocks if isinstance(block, Line)] == ["đầu", "chữ", "sau"]


def test_inlined_notes_are_kept():
    assert read_docx(bare_docx(p("x[1: Công văn số 5/UBND]"))).notes == (Line(1, "Công văn số 5/UBND"),)


def test_fonts_from_before_unicode_are_converted_run_by_run():
    fonts = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'
    looks = styles(style("Old", f"<w:rPr>{fonts.format('VNI-Times')}</w:rPr>"))
    heading = p(tcvn3("kế hoạch"), run=fonts.format(".VnTimeH"))
    mixed = p(tcvn3("thương"), run=fonts.format(".VnTime")).replace(
        "</w:p>", "<w:r><w:t> Sở Y tế</w:t></w:r></w:p>"
    )
    whole = vni("Đơn vị thực hiện")
    split = styled(whole[:7], "Old").replace("</w:p>", f"{r(whole[7:])}</w:p>")
    assert texts(bare_docx(heading + mixed + split, styles=looks)) == [
        *("KẾ HOẠCH", "thương Sở Y tế", "Đơn vị thực hiện"),
    ]


def test_pasted_legacy_letters_are_known_without_their_font():
    body = p("Giao Sở Y tế theo dõi.") + p(tcvn3("Đơn vị thực hiện: Sở Nội vụ, các địa phương"))
    assert texts(bare_docx(body))[1].lower() == "đơn vị thực hiện: sở nội vụ, các địa phương"


def test_the_main_part_is_found_by_its_relation_and_strict_files_are_read():
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    kind = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    rels = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "_rels/.rels",
            f'{rels}<Relationship Type="{kind}/officeDocument" Target="/word/Document2.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document2.xml.rels",
            f'{rels}<Relationship Type="{kind}/footnotes" Target="notes7.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document2.xml", f'<w:document xmlns:w="{strict}"><w:body>{p("chữ")}</w:body></w:document>'
        )
        archive.writestr(
            "word/notes7.xml",
            f'<w:footnotes xmlns:w="{strict}"><w:footnote w:id="1">{p("chú")}</w:footnote></w:footnotes>',
        )
        archive.writestr("word/header1.xml", f'<w:hdr xmlns:w="{strict}">{p("đầu trang")}</w:hdr>')
    source = read_docx(buffer.getvalue())
    assert (source.blocks, source.notes) == ((Line(1, "chữ"),), (Line(1, "chú"),))


def test_a_plan_in_an_old_font_reads_like_the_same_in_unicode():
    lines = [
        "KẾ HOẠCH",
        "I. NHIỆM VỤ",
        "1. Rà soát hồ sơ.",
        "- Đơn vị thực hiện: Sở Y tế",
        "- Thời gian: Quý II/2026",
    ]
    plain = read_plan_bytes(bare_docx("".join(map(p, lines))), "a.docx")
    font = '<w:rFonts w:ascii="VNI-Times"/>'
    assert read_plan_bytes(bare_docx("".join(p(vni(line), run=font) for line in lines)), "a.docx") == plain
