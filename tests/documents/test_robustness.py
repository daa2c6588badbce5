"""Whatever the text, reading it ends, soon, with a reading or with BadInputError."""

import contextlib
import gc
import time
import unicodedata

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from documents.reading import read_plan_bytes, read_plan_text
from documents.source import source_from_text
from domain.errors import BadInputError
from domain.plan_json import reading_from_json, reading_to_json
from tests.documents.samples import W, bare_docx, pdf_with

WORDS = st.sampled_from(
    [
        *(
            "KẾ HOẠCH",
            "I. NHIỆM VỤ",
            "II. MỤC TIÊU",
            "III. TỔ CHỨC THỰC HIỆN",
            "1. Sở Y tế",
            "a) Tổ chức họp.",
            "1.1. Rà soát",
        ),
        *(
            "- Đơn vị thực hiện: Sở Y tế chủ trì, phối hợp Sở Nội vụ",
            "- Thời gian: Quý II/2026",
            "Thời hạn: 31/11",
            "Nơi nhận:",
        ),
        *(
            "| TT | Nhiệm vụ | Chủ trì | Thời hạn |",
            "| 1 | Họp | Sở Y tế | 30/6/2026 |",
            "và các đơn vị.",
            "giảm dưới 1%/năm;",
        ),
        *(
            "Giao Sở Nội vụ theo dõi; báo cáo UBND tỉnh trước ngày 15/12.",
            "Số: 1/KH-UBND",
            "V/v rà soát",
            "Kính gửi:",
            "STT",
            "Nhiệm vụ",
            "Đơn vị",
            "chủ trì",
            "Thời hạn: như trên",
            "Các nhiệm vụ trên hoàn thành trước ngày 15/12",
            "1. Họp (Sở Y tế chủ trì, trước 30/6",
            "PHỤ LỤC",
            "[1: ghi chú]",
            "(",
            ")",
            "",
        ),
        *(
            "Định kỳ hằng năm (trước ngày 25 tháng 12) hoặc đột xuất (khi có yêu cầu)",
            "Phần II",
            "\tx\ty\tz",
            "++",
            "./.",
            ":",
        ),
    ]
)
PLANS = st.lists(st.one_of(WORDS, st.text(max_size=40)), max_size=40).map("\n".join)
QUIET = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@QUIET
@example("++")
@given(PLANS)
def test_any_text_gives_a_reading_whose_lines_exist(text):
    with contextlib.suppress(BadInputError):
        reading = read_plan_text(text)
        count = source_from_text(text).line_count
        lines = [n for t in (*reading.tasks, *reading.targets) for n in t.lines]
        lines += [r.line for r in reading.recipients] + [p.line for p in reading.problems]
        assert all(1 <= line <= count for line in lines)
        assert all(task.lines and task.text for task in reading.tasks)
        assert len({task.id for task in reading.tasks}) == len(reading.tasks)
        assert reading_from_json(reading_to_json(reading)) == reading


@QUIET
@given(PLANS)
def test_unicode_form_and_line_ends_change_nothing(text):
    text = unicodedata.normalize("NFC", text).replace("\r", "")
    with contextlib.suppress(BadInputError):
        reading = read_plan_text(text)
        assert read_plan_text(unicodedata.normalize("NFD", text)) == reading
        assert read_plan_text(text.replace("\n", "\r\n")) == reading


@QUIET
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.docx", "a.pdf", "a.html", "a", "a.doc", "a.md"]))
def test_any_bytes_give_a_reading_or_bad_input(data, name):
    with contextlib.suppress(BadInputError):
        read_plan_bytes(data, name)


HOSTILE = {
    "ten thousand tasks": "I. NHIỆM VỤ\n"
    + "".join(
        f"{i % 999 + 1}. Rà soát việc {i}\n- Chủ trì: Sở Y tế, Phòng Số {i}\n- Thời gian: Quý II/{2000 + i}\n"
        for i in range(3333)
    ),
    "ten thousand clauses": "I. TỔ CHỨC THỰC HIỆN\n"
    + "".join(
        f"{i % 999 + 1}. Giao Sở Y tế báo cáo việc {i} với UBND tỉnh trước ngày 15/12 hằng năm.\n"
        for i in range(9999)
    ),
    "one line of a megabyte": "I. TỔ CHỨC THỰC HIỆN\n1. " + "Sở Y tế, Sở Nội vụ và " * 50_000,
    "a megabyte label": "I. NHIỆM VỤ\n1. Việc\n- Đơn vị thực hiện: " + "Sở Y tế, " * 110_000,
    "only brackets": "I. NHIỆM VỤ\n1. " + "(" * 500_000 + ")" * 500_000,
    "only colons": "I. NHIỆM VỤ\n1. " + "chủ trì: " * 110_000,
    "only digits": "I. NHIỆM VỤ\n1. " + "1/1/" * 250_000,
    "only blanks": "KẾ HOẠCH\n" + " " * 1_000_000 + "x",
    "deep numbers": "\n".join(".".join(["1"] * (i % 5 + 1)) + " Việc" for i in range(10_000)),
    "many dashes": "I. NHIỆM VỤ\n" + "- việc\n+ việc\n* việc\n" * 3333,
    "semicolons": "I. TỔ CHỨC THỰC HIỆN\n1. Giao Sở Y tế theo dõi" + "; theo dõi" * 1_800,
    "many rows": "I. NHIỆM VỤ\n| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n"
    + "| 1 | Họp | Sở Y tế | 30/6/2026 |\n" * 10_000,
    "ten thousand paragraphs": "I. NHIỆM VỤ\n" + "Các đơn vị tổ chức thực hiện.\n" * 10_000,
    "twenty thousand lines that go on": "I. NHIỆM VỤ\n1. Việc\n- Chủ trì: Sở Y tế\n"
    + "và các đơn vị\n" * 20_000,
    "heads without rows": "STT\nNhiệm vụ\nChủ trì\nThời hạn\n" * 5_000,
    "a cell a line": "STT\nNhiệm vụ\nChủ trì\nThời hạn\n"
    + "".join(f"{i}\nRà soát\nSở Y tế\n30/6/2026\n" for i in range(1, 5_000)),
    "semicolons behind a unit": "I. NHIỆM VỤ\n1. Sở Y tế (b/c vụ theo dõi"
    + ";" * 50
    + "{"
    + ";" * 70
    + " báo cáo",
    "lines that go on and on": "I. NHIỆM VỤ\n1. Việc\n- Đơn vị thực hiện: Sở Y tế\n" + "và các xã\n" * 10_000,
    "open notes": "I. NHIỆM VỤ\n1. " + "[1: " * 250_000,
    "a row of a million cells": "|x" * 500_000,
    "long title": "KẾ HOẠCH\n" + "Về việc Ủy ban nhân dân " * 40_000,
    "bookmarks": "[bookmark: " * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_end_soon(name):
    gc.collect()
    gc.freeze()  # what the rest of the suite has gathered is not to be searched again and again meanwhile
    began = time.process_time()
    read_plan_text(HOSTILE[name])
    taken = time.process_time() - began
    gc.unfreeze()
    assert taken < 2.0 * slowness()


def ended_in(limit: float, data: bytes, name: str) -> str:
    """Read a file, check how long it took, return why it was refused."""
    began = time.process_time()
    refused = ""
    try:
        read_plan_bytes(data, name)
    except BadInputError as error:
        refused = error.key
    assert time.process_time() - began < limit * slowness()
    return refused


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


LISTS = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
LEVEL = f'<w:lvl w:ilvl="0"><w:lvlText w:val="{"%1" * 20_000}"/></w:lvl>'
BOMB = f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">{LEVEL}</w:abstractNum>{LISTS}</w:numbering>'
BEGIN, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
NUMBERED = '<w:numPr><w:numId w:val="1"/></w:numPr>'
WIDE_CELL = f'<w:tc><w:tcPr><w:gridSpan w:val="63"/></w:tcPr>{p("a")}</w:tc>'
SPECKS = [(i % 570, i * 7 % 800, i % 570 + 9, i * 7 % 800) for i in range(6000)]
FILES = {
    "deep tables": lambda: (
        bare_docx("<w:tbl><w:tr><w:tc>" * 70 + p("x") + "</w:tc></w:tr></w:tbl>" * 70),
        "a.docx",
    ),
    "a megabyte in one paragraph": lambda: (bare_docx(p("1. Giao Sở Y tế " * 50_000)), "a.docx"),
    "ninety thousand runs": lambda: (
        bare_docx(f"<w:p>{'<w:r><w:t>x </w:t></w:r>' * 90_000}</w:p>"),
        "a.docx",
    ),
    "fields in fields": lambda: (bare_docx(f"<w:p>{BEGIN * 40_000}{END * 40_000}</w:p>" + p("x")), "a.docx"),
    "fields without end": lambda: (bare_docx(f"<w:p>{BEGIN * 90_000}</w:p>" + p("x")), "a.docx"),
    "long labels": lambda: (bare_docx(p("x", NUMBERED) * 5000, numbering=BOMB), "a.docx"),
    "wide rows": lambda: (bare_docx(f"<w:tbl>{f'<w:tr>{WIDE_CELL * 40}</w:tr>' * 400}</w:tbl>"), "a.docx"),
    "cells that hang and spread": lambda: (
        b"<table><tr>" + b"<td rowspan=1000 colspan=63>x" * 100 + b"<tr><td>y" * 1000,
        "a.html",
    ),
    "deep lists": lambda: (b"<ol><li>x" * 900, "a.html"),
    "stars": lambda: (b"*a" * 500_000, "a.md"),
    "open links": lambda: (b"[x](" * 250_000, "a.md"),
    "open code": lambda: (b"`a" * 500_000, "a.md"),
    "open comments": lambda: (b"<!-- " * 200_000, "a.md"),
    "specks on a page": lambda: (pdf_with([[(40, 700, "x" * 30)]], [SPECKS]), "a.pdf"),
    "words over one another": lambda: (pdf_with([[(40, 700, "ab")] * 9000]), "a.pdf"),
    "old letters": lambda: (b"Giao S\xeb Y t\xd5 ch\xf1 tr\xd7, " * 45_000, "a.txt"),
    "half surrogates": lambda: (b"\x00\xd8" * 500_000, "a.txt"),
}


@pytest.mark.parametrize("name", FILES)
def test_hostile_files_end_soon(name):
    data, file = FILES[name]()
    assert ended_in(2.0, data, file) in {"", "plan-file-empty", "plan-file-unreadable"}


@pytest.mark.parametrize(
    ("data", "name"),
    [(b"a\n" * 60_000, "a.txt"), (b"<li>x" * 300_000, "a.html"), (b"a " * 2_100_000, "a.txt")],
    ids=["lines", "items", "letters"],
)
def test_what_is_too_long_for_a_plan_is_refused_soon(data, name):
    assert ended_in(3.0, data, name) == "plan-file-too-large"


def test_too_many_lists_or_styles_are_refused_before_they_are_read():
    style = '<w:style w:styleId="s"/>'
    many = f'<w:styles xmlns:w="{W}">{style * 200_000}</w:styles>'
    assert ended_in(1.0, bare_docx(p("x"), styles=many), "a.docx") == "plan-file-too-large"


def slowness() -> float:
    """How many times slower than a plain desk machine this one is just now (1.0 or more)."""
    began = time.process_time()
    sum(i for i in range(1_000_000))
    return max(1.0, (time.process_time() - began) / 0.04)
