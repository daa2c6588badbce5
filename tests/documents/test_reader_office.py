"""Older office files: through LibreOffice where installed, else refused with advice; what a file is, by its bytes."""

import io
import os
import stat
import zipfile
from pathlib import Path

import pytest

from documents import reader_office
from documents.file_kinds import Kind, kind_of
from documents.reading import read_plan_bytes, read_plan_text
from domain.errors import BadInputError
from tests.documents.samples import word_of

PLAN = ["KẾ HOẠCH", "I. NHIỆM VỤ", "1. Sở Y tế tổ chức họp trước ngày 30/6/2026."]


def compound(*streams: str, encrypted: bool = False) -> bytes:
    """What begins like an old Word file: its mark, the head of its text, the names of its streams."""
    head = b"\xec\xa5" + b"\x00" * 9 + (b"\x01" if encrypted else b"\x00")
    return b"\xd0\xcf\x11\xe0".ljust(512, b"\x00") + head + "\0".join(streams).encode("utf-16-le")


def zipped(**parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name.replace("__", "/"), text)
    return made.getvalue()


ODT = zipped(mimetype="application/vnd.oasis.opendocument.text", content="x")


@pytest.fixture
def fake(tmp_path, monkeypatch):
    """Put a program in LibreOffice's place; `told` is where it writes down its words."""
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "soffice"
    (tmp_path / "made.docx").write_bytes(word_of(*PLAN))

    def tell(script: str) -> None:
        program.write_text(f'#!/bin/sh\necho "$@" >{tmp_path}/told\n{script}\n')
        program.chmod(program.stat().st_mode | stat.S_IXUSR)

    tell(f'while [ "$1" != --outdir ]; do shift; done; mkdir "$2"; cp {tmp_path}/made.docx "$2/plan.docx"')
    monkeypatch.setenv("PATH", f"{folder}:{os.environ['PATH']}")
    return tell


@pytest.mark.usefixtures("fake")
@pytest.mark.parametrize(
    ("data", "name", "suffix"),
    [
        (compound("WordDocument"), "a.doc", ".doc"),
        (compound("WordDocument"), "renamed.docx", ".doc"),
        (b"{\\rtf1 x}", "a.rtf", ".rtf"),
        (ODT, "a.odt", ".odt"),
    ],
)
def test_an_older_file_is_read_as_the_word_file_it_becomes(tmp_path, data, name, suffix):
    assert read_plan_bytes(data, name) == read_plan_text("\n".join(PLAN))
    told = (tmp_path / "told").read_text()
    assert "--headless" in told
    assert told.strip().endswith(f"plan{suffix}")


def test_each_file_gets_a_profile_without_macros_that_is_gone_afterwards(fake, tmp_path):
    fake(f'cp "${{1#-env:UserInstallation=file://}}/user/registrymodifications.xcu" {tmp_path}/settings')
    with pytest.raises(BadInputError, match="plan-file-unreadable"):
        read_plan_bytes(compound("WordDocument"), "a.doc")
    assert "DisableMacrosExecution" in (tmp_path / "settings").read_text()
    profile = (tmp_path / "told").read_text().split()[0].removeprefix("-env:UserInstallation=file://")
    assert not Path(profile).exists()


def test_a_program_that_hangs_is_ended_with_its_helpers(fake, monkeypatch, tmp_path):
    fake(f"sleep 60 & echo $! >{tmp_path}/helper; wait")
    monkeypatch.setattr(reader_office, "_SECONDS", 0.5)
    with pytest.raises(BadInputError, match="plan-file-too-large"):
        read_plan_bytes(compound("WordDocument"), "a.doc")
    state = Path("/proc", (tmp_path / "helper").read_text().strip(), "stat")
    assert not state.exists() or " Z " in state.read_text()


def test_without_libreoffice_older_files_are_refused_with_advice(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    for data in (compound("WordDocument"), b"{\\rtf1 x}", ODT):
        with pytest.raises(BadInputError, match="plan-file-old-office"):
            read_plan_bytes(data, "a.doc")


@pytest.mark.skipif(reader_office.soffice() is None, reason="LibreOffice is not installed")
def test_a_real_rich_text_file():
    words = "".join(f"\\u{ord(letter)}?" if letter > "\x7f" else letter for letter in "\\par ".join(PLAN))
    assert read_plan_bytes(f"{{\\rtf1\\ansi {words}}}".encode("ascii"), "a.rtf") == read_plan_text(
        "\n".join(PLAN)
    )


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"\n%PDF-1.4", "a.txt", Kind.PDF),
        (word_of("x"), "a.zip", Kind.WORD),
        (word_of("x"), "", Kind.WORD),
        (b"<!DOCTYPE html><p>x", "a", Kind.HTML),
        (b"\xef\xbb\xbf<html>", "a.doc", Kind.HTML),
        (b"chao", "A.TXT", Kind.TEXT),
        (b"chao", "a.Md", Kind.MARKDOWN),
        (b"RIFF\x00\x00\x00\x00WEBP", "a", Kind.PICTURE),
    ],
)
def test_what_a_file_is(data, name, kind):
    assert kind_of(data, name) is kind


@pytest.mark.parametrize(
    ("data", "name", "key"),
    [
        (compound("EncryptedPackage"), "a.docx", "plan-file-locked"),
        (compound("WordDocument", encrypted=True), "a.doc", "plan-file-locked"),
        (compound("Workbook"), "a.xls", "plan-file-type"),
        (zipped(xl__workbook="x"), "a.xlsx", "plan-file-type"),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "a.ods", "plan-file-type"),
        (b"PK\x05\x06" + b"\x00" * 18, "a.docx", "plan-file-type"),
        (b"PK\x03\x04 cut", "a.docx", "plan-file-unreadable"),
        (b"chao", "a.doc", "plan-file-unreadable"),
        (b"chao", "a.png", "plan-file-unreadable"),
        (b"chao", "a.mp4", "plan-file-type"),
    ],
)
def test_what_a_file_is_not(data, name, key):
    with pytest.raises(BadInputError, match=key):
        kind_of(data, name)


def test_a_pdf_with_a_password_is_told_from_a_broken_one():
    encrypt = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (b"41" * 32, b"42" * 32)
    objects = b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>", encrypt
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj %s endobj\n" % (i, part) for i, part in enumerate(objects, 1))
    places = [body.index(b"%d 0 obj" % n) for n in (1, 2, 3)]
    table = b"xref\n0 4\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = (
        b"trailer << /Size 4 /Root 1 0 R /Encrypt 3 0 R /ID [<41> <41>] >>\nstartxref\n%d\n%%%%EOF\n"
        % len(body)
    )
    with pytest.raises(BadInputError, match="plan-file-locked"):
        read_plan_bytes(body + table + tail, "a.pdf")
