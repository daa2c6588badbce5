"""Each form as it comes out of the printer: whole, inside its margins, and never a page for the signature alone."""

import re

import pytest

from documents.decree30 import balanced
from documents.reader_office import soffice
from domain import forms
from domain.accident import Contract
from domain.case_sheet import Told, sheet
from domain.forms.register_form import RegisterCase, of_register
from tests.documents.papers.made import SOURCE, case_form, paper
from tests.documents.papers.printed import BARE, DOTS_PER_INCH, FULL, every_form, head, pages_of, printed

INK = 128
EDGE = int(DOTS_PER_INCH * 0.8 / 2.54)  # 8 mm: printers reach no further


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    if soffice() is None:
        pytest.skip("LibreOffice is not installed")
    made = printed(every_form(), tmp_path_factory.mktemp("printed"))
    return {name: list(pages_of(path)) for name, path in made.items()}


def test_every_form_comes_out_and_no_page_is_empty(pages):
    assert {name.removesuffix("-full") for name in pages if name.endswith("-full")} == set(forms.forms())
    for name, found in pages.items():
        assert found, name
        assert all(re.search(r"\w{3}", words) for _, words in found), name


def test_nothing_runs_off_the_paper(pages):
    for name, found in pages.items():
        for number, (picture, _) in enumerate(found, start=1):
            box = picture.point(lambda level: 255 if level < INK else 0).getbbox()
            assert box is not None, (name, number)
            left, top, right, bottom = box
            assert min(left, top, picture.width - right, picture.height - bottom) >= EDGE, (name, number)


# A PDF gives some letters with accents out of their order: what is looked for here has none, or leaves them out.
RECEIVERS, DRAFT = re.compile(r"N ?.?i nh ?.?n:"), re.compile(r"^D.{0,3}th.*|^\d+\s*$", re.MULTILINE)


def test_the_place_to_sign_never_stands_alone(pages):
    for name, found in pages.items():
        if name.endswith("-sheet"):
            continue
        before, *after = RECEIVERS.split(found[-1][1])
        assert len(after) == 1, name
        assert "(Ký, ghi rõ" in after[0], name
        assert re.search(r"\w", DRAFT.sub("", before)), name


def test_all_that_is_known_is_printed(pages):
    words = " ".join(" ".join(text for _, text in pages["declaration-full"]).split())
    for told in (FULL["establishment_phone"], FULL["establishment_email"], FULL["phone"], "42102", "1992"):
        assert told in words
    zero = " ".join(" ".join(text for _, text in pages["department_figures-bare"]).split())
    assert "(3 = 1 + 2)" in zero
    assert set(re.findall(r"\(3 = 1 \+ 2\)[^0-9]*3((?: 0)+)", zero)) == {" 0" * 11}


@pytest.mark.parametrize(("name", "lines"), [
    ("SỞ NỘI VỤ", ("SỞ NỘI VỤ",)), ("", ()), ("ỦY BAN NHÂN DÂN XÃ TÂN LẬP", ("ỦY BAN NHÂN DÂN", "XÃ TÂN LẬP")),
    ("ỦY BAN NHÂN DÂN TỈNH THÁI AN", ("ỦY BAN NHÂN DÂN", "TỈNH THÁI AN")), ("X" * 60, ("X" * 60,)),
])  # fmt: skip
def test_a_long_name_is_broken_where_its_readers_would(name, lines):
    assert balanced(name, 23) == lines


def test_what_belongs_to_the_whole_case_stands_in_its_first_row_of_the_register_alone():
    known = sheet([Told(name, value, SOURCE) for name, value in FULL.items()], head())
    case = RegisterCase("TN-26-D4EA", Contract.NO, known, "điện thoại")
    rows = of_register(paper("register"), (case,), "2026", "xã Tân Lập").tables["cases"].rows
    assert [row["days_off"].text for row in rows] == ["95", "-nt-", "-nt-"]
    assert [row["course"].text == "-nt-" for row in rows] == [False, True, True]
    assert {row["case_code"].text for row in rows} == {"TN-26-D4EA"}
    assert [row["name"].text for row in rows] == [victim["name"] for victim in FULL["victims"]]


HEAD_OF_CASE = "Báo An ghi từ chính hồ sơ vụ"


@pytest.mark.parametrize("form", [name for name, spec in forms.forms().items() if spec.kind == "case"])
@pytest.mark.parametrize("facts", [FULL, BARE, {}])
def test_every_value_leads_to_its_message_and_every_hole_has_its_name(form, facts):
    filled = case_form(form, facts)
    shown = {one.spec.label: one.value for section in filled.sections for one in section.fields}
    origins = {row["field"].text: row for row in filled.annex[0].table.rows}
    for label, value in shown.items():
        if value is None:
            assert label not in origins
            continue
        row = origins[label]
        assert row["value"].text == value.text
        assert ("message" in row and row["message"].text.startswith("tin 41")) or row[
            "who"
        ].text == HEAD_OF_CASE
    named = {label for labels in filled.missing.values() for label in labels}
    required = {one.spec.label for section in filled.sections for one in section.fields if one.spec.required}
    assert {label for label in required if shown[label] is None} == named & set(shown)
    listed = filled.tables.get("victims")  # a machine has none
    for number, victim in enumerate(listed.rows if listed else (), start=1):
        told = [name for name in victim if name != "no"]
        assert sum(field.startswith(f"Nạn nhân {number}:") for field in origins) == len(
            [name for name in told if name in {c.id for c in listed.columns}]
        )
