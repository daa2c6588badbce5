"""An office's own layout: placeholders cut into runs, rows that repeat, and everything that must be refused."""

import io

import pytest
from docx import Document

from documents.form_templates import check, fill_template
from domain import forms
from domain.errors import BadInputError
from domain.forms import DRAFT_MARK
from tests.documents.papers.made import ALL_FIELDS, FACTS, case_form, headers, lines, template, with_part

SPEC = forms.forms()["declaration"]
OUTSIDE = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    b'attachedTemplate" Target="https://example.com/x.dotm" TargetMode="External"/></Relationships>'
)
RELS = "word/_rels/document.xml.rels"


def test_a_whole_template_is_fit():
    assert check(template(*ALL_FIELDS), SPEC)


def test_what_is_missing_and_what_is_unknown_is_named():
    found = check(template(["{{ establishment }} {{moon}}"], row=None), SPEC)
    assert found.unknown == ("{{moon}}",)
    assert {"address", "victims", "declarer"} <= set(found.missing)
    assert "establishment" not in found.missing
    assert not found


def test_a_placeholder_half_written_is_named():
    assert check(template(["{{establishment} và chữ"], *ALL_FIELDS), SPEC).unknown == (
        "{{establishment} và chữ",
    )


def test_placeholders_cut_into_runs_are_filled_and_the_words_around_stay():
    made = fill_template(
        template(["Cơ sở: {", "{est", "ablishment", "}", "}, hết."], *ALL_FIELDS), case_form()
    )
    assert "Cơ sở: Công ty TNHH Cầu 5, hết." in lines(made)


def test_rows_repeat_once_a_victim_and_unknown_cells_are_dotted():
    made = lines(fill_template(template(*ALL_FIELDS), case_form()))
    assert [line for line in made if line.startswith(("1 |", "2 |"))] == [
        "1 | ……… | chết", "2 | ……… | nặng (gợi ý): gãy xương đòn",
    ]  # fmt: skip
    assert not any("{{" in line for line in made)


def test_a_block_of_several_rows_repeats_as_a_whole():
    document = Document(io.BytesIO(template(*ALL_FIELDS, row=None)))
    table = document.add_table(rows=2, cols=1)
    table.rows[0].cells[0].text = "{{#victims}}người {{no}}"
    table.rows[1].cells[0].text = "bị {{condition}}{{/victims}}"
    out = io.BytesIO()
    document.save(out)
    made = lines(fill_template(out.getvalue(), case_form()))
    assert made[-4:] == ["người 1", "bị chết", "người 2", "bị nặng (gợi ý): gãy xương đòn"]


def test_no_victim_leaves_one_dotted_row():
    made = lines(fill_template(template(*ALL_FIELDS), case_form(facts={})))
    assert made[-1] == "……… | ……… | ………"


def test_what_a_person_wrote_is_never_read_as_a_placeholder():
    facts = {
        **FACTS,
        "what": "{{declarer_phone}} {{#victims}}",
        "injury_1": "{{establishment}} gãy xương đòn",
    }
    made = lines(fill_template(template(*ALL_FIELDS), case_form(facts=facts)))
    assert "{{declarer_phone}} {{#victims}}" in made
    assert any("{{establishment}} gãy xương đòn" in line for line in made)


def test_placeholders_in_headers_and_footers_are_filled():
    document = Document(io.BytesIO(template(*ALL_FIELDS)))
    document.sections[0].footer.paragraphs[0].text = "Vụ {{case_code}}"
    out = io.BytesIO()
    document.save(out)
    made = Document(io.BytesIO(fill_template(out.getvalue(), case_form())))
    assert made.sections[0].footer.paragraphs[0].text == "Vụ TN-26-D4EA"


def test_a_template_is_a_draft_until_it_is_confirmed():
    data = template(*ALL_FIELDS)
    assert DRAFT_MARK in {line.text for part in headers(fill_template(data, case_form())) for line in part}
    confirmed = fill_template(data, case_form(confirmed=True))
    assert DRAFT_MARK not in {line.text for part in headers(confirmed) for line in part}


def test_a_template_with_wrong_placeholders_is_not_filled():
    with pytest.raises(BadInputError) as error:
        fill_template(template(["{{moon}}"], *ALL_FIELDS), case_form())
    assert error.value.key == "template-placeholders"


@pytest.mark.parametrize(
    "row",
    [
        ("{{#victims}}", "{{name}}"),
        ("{{/victims}}", "{{name}}"),
        ("{{#victims}}{{#victims}}", "{{/victims}}"),
    ],
)
def test_a_block_that_is_not_closed_is_refused(row):
    with pytest.raises(BadInputError) as error:
        check(template(*ALL_FIELDS, row=row), SPEC)
    assert error.value.key == "template-block"


def test_a_block_outside_a_table_is_refused():
    with pytest.raises(BadInputError) as error:
        check(template(["{{#victims}}{{/victims}}"], *ALL_FIELDS), SPEC)
    assert error.value.key == "template-block"


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("word/vbaProject.bin", b"macro"),
        ("word/embeddings/oleObject1.bin", b"ole"),
        ("word/activeX/activeX1.xml", b"<a/>"),
        (
            RELS,
            OUTSIDE,
        ),
        ("word/extra.xml", b'<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'),
        ("word/extra.xml", b"<a>DDEAUTO c:\\\\x</a>"),
    ],
)
def test_what_could_run_or_reach_out_is_refused(part, content):
    with pytest.raises(BadInputError) as error:
        check(with_part(template(*ALL_FIELDS), part, content), SPEC)
    assert error.value.key == "template-active"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a docx", b"\x00" * 100])
def test_what_is_no_document_is_refused(data):
    with pytest.raises(BadInputError) as error:
        check(data, SPEC)
    assert error.value.key == "template-unreadable"


def test_what_grows_beyond_measure_is_refused():
    with pytest.raises(BadInputError) as error:
        check(b"x" * 5_000_001, SPEC)
    assert error.value.key == "template-too-large"
    with pytest.raises(BadInputError) as error:
        check(with_part(template(*ALL_FIELDS), "word/big.xml", b"a" * 41_000_000), SPEC)
    assert error.value.key == "template-too-large"
