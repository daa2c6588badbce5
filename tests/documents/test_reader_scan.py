"""Pictures of pages: read by tesseract where installed, every field so read a doubt, else refused with advice."""

import io
import os
import stat
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from documents import reader_scan
from documents.reading import read_plan_bytes, read_plan_file
from domain.errors import BadInputError
from tests.conftest import ROOT
from tests.documents.samples import pdf_of

SCAN = ROOT / "tests" / "fixtures" / "plan-scan.png"
COLUMNS = [
    "level",
    "page_num",
    "block_num",
    "par_num",
    "line_num",
    "word_num",
    "left",
    "top",
    "width",
    "height",
    "conf",
    "text",
]
LINES = ["I. NHIỆM VỤ", "1. Sở Y tế tổ chức họp trước ngày 30/6/2026.", "2. Sở Nội vụ tổ chức tập huấn."]


def table(lines: list[str], sure: int = 90) -> str:
    """What tesseract prints of these lines."""
    rows = ["\t".join(COLUMNS), "\t".join(["1", *["0"] * 9, "-1", ""])]
    for at, line in enumerate(lines):
        for place, word in enumerate(line.split()):
            box = [300 + 200 * place, 300 + 60 * at, 180, 40]
            rows.append("\t".join(map(str, [5, 1, 1, 1, at + 1, place + 1, *box, sure, word])))
    return "\n".join(rows)


@pytest.fixture
def fake(tmp_path, monkeypatch):
    """Put a program in tesseract's place that prints what it is told to; returns how to tell it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "tesseract"

    def tell(printed: str, languages: str = "vie", more: str = "") -> None:
        (tmp_path / "printed").write_text(printed, "utf-8")
        program.write_text(
            f'#!/bin/sh\n[ "$1" = --list-langs ] && {{ echo {languages}; exit 0; }}\n'
            f"cat >{tmp_path}/given\n{more}\ncat {tmp_path}/printed\n"
        )
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        reader_scan.tesseract.cache_clear()

    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    yield tell
    reader_scan.tesseract.cache_clear()


def picture(kind: str = "PNG", size: tuple[int, int] = (1000, 1400), mode: str = "RGB") -> bytes:
    made = io.BytesIO()
    Image.new(mode, size, 0 if mode == "RGBA" else "white").save(made, kind)
    return made.getvalue()


def scanned_pdf(pages: int = 1) -> bytes:
    made = io.BytesIO()
    frames = [Image.new("L", (800, 1100), 255)] * pages
    frames[0].save(made, "PDF", save_all=True, append_images=frames[1:])
    return made.getvalue()


def refused(data: bytes, name: str) -> str:
    with pytest.raises(BadInputError) as caught:
        read_plan_bytes(data, name)
    return caught.value.key


@pytest.mark.parametrize(
    ("data", "name"),
    [
        *((picture(kind), f"a.{kind.lower()}") for kind in ("PNG", "JPEG", "TIFF", "GIF", "WEBP")),
        (scanned_pdf(), "a.pdf"),
        (picture(mode="RGBA"), "no-ending"),
    ],
)
def test_every_field_read_from_a_picture_is_a_doubt(fake, data, name, tmp_path):
    fake(table(LINES))
    reading = read_plan_bytes(data, name)
    first, second = reading.tasks
    assert {doubt.field for doubt in first.review} == {"text", "lead_units", "deadline"}
    assert {doubt.field for doubt in second.review} == {"text", "lead_units"}
    assert [problem.code for problem in reading.problems if problem.code == "scan-read"]
    with Image.open(tmp_path / "given") as given:
        assert given.mode == "L"
        assert given.getextrema() == (255, 255)


def test_only_the_pages_that_are_pictures_are_read_from_them(fake):
    fake(table(["2. Sở Nội vụ tổ chức tập huấn."]))
    typed = pypdfium2.PdfDocument(
        pdf_of(["KẾ HOẠCH", "I. NHIỆM VỤ", "1. Sở Y tế tổ chức họp trước ngày 30/6/2026."])
    )
    typed.import_pages(pypdfium2.PdfDocument(scanned_pdf()))
    made = io.BytesIO()
    typed.save(made)
    first, second = read_plan_bytes(made.getvalue(), "a.pdf").tasks
    assert (first.review, first.lines) == ((), (3,))
    assert {doubt.field for doubt in second.review} == {"text", "lead_units"}


@pytest.mark.parametrize("languages", ["eng", "''"])
def test_without_the_vietnamese_data_a_scan_is_refused_with_advice(fake, languages):
    fake("", languages)
    assert refused(picture(), "a.png") == "plan-file-scanned"
    assert refused(scanned_pdf(), "a.pdf") == "plan-file-scanned"


def test_without_the_program_a_scan_is_refused_with_advice(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    reader_scan.tesseract.cache_clear()
    assert refused(picture(), "a.png") == "plan-file-scanned"
    reader_scan.tesseract.cache_clear()


def test_a_blurred_an_empty_and_a_broken_scan(fake):
    fake(table(LINES, sure=30))
    assert refused(picture(), "a.png") == "plan-file-blurred"
    fake(table([]))
    assert refused(picture(), "a.png") == "plan-file-empty"
    fake(table(LINES), more="exit 1")
    assert refused(picture(), "a.png") == "plan-file-unreadable"
    assert refused(picture()[:100], "a.png") == "plan-file-unreadable"
    assert refused(b"\x89PNG no picture", "a.png") == "plan-file-unreadable"


def test_stains_are_no_words(fake):
    fake(table(LINES) + "\n5\t1\t9\t1\t1\t1\t0\t0\t9\t9\t40\t|\n5\t1\t9\t1\t1\t2\t0\t0\t9\t9\t9\tax")
    assert len(read_plan_bytes(picture(), "a.png").tasks) == 2


def test_too_many_pages_too_large_and_too_slow(fake, monkeypatch):
    fake(table(LINES))
    monkeypatch.setattr(reader_scan, "MAX_PAGES", 2)
    assert refused(scanned_pdf(3), "a.pdf") == "plan-file-too-large"
    monkeypatch.setattr(reader_scan, "MAX_PIXELS", 1000)
    assert refused(picture(), "a.png") == "plan-file-too-large"
    monkeypatch.undo()


def test_a_program_that_hangs_is_ended(fake, monkeypatch):
    fake(table(LINES), more="exec sleep 30")
    monkeypatch.setattr(reader_scan, "_PAGE_SECONDS", 0.2)
    assert refused(picture(), "a.png") == "plan-file-too-large"


def test_a_real_scan():
    reader_scan.tesseract.cache_clear()
    if reader_scan.tesseract() is None:
        if os.environ.get("CI") == "true":
            pytest.fail("tesseract with Vietnamese data is missing on CI")
        pytest.skip("tesseract with Vietnamese data is not installed (tests/debian.sh)")
    reading = read_plan_file(Path(SCAN))
    assert reading.document.type == "Kế hoạch"
    assert [(task.id, task.lead_units) for task in reading.tasks] == [
        ("I.1", ("Sở Y tế",)),
        ("II.1.i", ("Sở Nội vụ",)),
        ("II.1.ii", ("Sở Nội vụ",)),
    ]
    assert all(task.needs_review for task in reading.tasks)
