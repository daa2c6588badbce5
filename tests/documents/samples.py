"""Where the real plan lies, and small files made on the fly."""

import io
import os
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest

from documents.legacy_letters import _TCVN3, _VNI

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "samples"


def real_plan(name: str) -> Path:
    """The real plan's file: a failure where it is missing on CI, a skip elsewhere."""
    path = SHARED / name
    if not path.is_file():
        if os.environ.get("CI") == "true":
            pytest.fail(f"{name} is missing: the real plan must be read on CI")
        pytest.skip(f"{name} is not on this machine")
    return path


def bare_docx(body: str, **parts: str) -> bytes:
    """A Word file of one body and the parts beside it, with nothing else a program would write."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
        )
        for name, text in parts.items():
            archive.writestr(f"word/{name}.xml", text)
    return buffer.getvalue()


def tcvn3(text: str) -> str:
    """Text as TCVN3 (ABC) writes it, its bytes shown as Latin-1; capitals with a tone have no letter there."""
    letters = {chr(letter): chr(code) for code, letter in _TCVN3.items()}
    return "".join(letters.get(c) or letters.get(c.lower(), c) for c in text)


def vni(text: str) -> str:
    """Text as VNI writes it, its bytes shown as Windows-1252."""
    letters = {letter: pair for pair, letter in _VNI.items()}
    return "".join(
        letters[c.lower()].upper() if c.isupper() and c.lower() in letters else letters.get(c, c)
        for c in text
    )


def word_file(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def word_of(*paragraphs: str) -> bytes:
    document = docx.Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return word_file(document)


def pdf_of(lines: list[str]) -> bytes:
    """A one-page PDF with a text layer, written by hand (ASCII only)."""
    shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
    stream = f"BT /F1 10 Tf 40 800 Td {shown}ET".encode("ascii")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources 6 0 R >>",
        b"<< /Length " + str(len(stream)).encode() + b" >>\nstream\n" + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Font << /F1 5 0 R >> >>",
    ]
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 7\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % at for at in offsets)
    out += b"trailer << /Size 7 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start
    return bytes(out)
