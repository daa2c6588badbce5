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
    """A one-page PDF with a text layer, its lines one under another."""
    return pdf_with([[(40, 800 - 14 * i, line) for i, line in enumerate(lines)]])


def pdf_with(
    pages: list[list[tuple[float, float, str]]],
    rules: list[list[tuple[float, float, float, float]]] | None = None,
    small: tuple[str, ...] = (),
) -> bytes:
    """A PDF written by hand: on each page texts at (x, y), and rules from one point to another.

    Every letter is 5 points wide, of 10 points; of 6 in texts that begin with one of `small`.
    """
    letters = sorted({letter for page in pages for _, _, text in page for letter in text})
    codes = {letter: 32 + i for i, letter in enumerate(letters)}
    assert len(codes) < 220
    mapped = "".join(f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>\n" for letter, code in codes.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange "
        f"<00> <ff> endcodespacerange\n{len(codes)} beginbfchar\n{mapped}endbfchar endcmap end end"
    )
    widths = " ".join(["500"] * 224)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{5 + 2 * i} 0 R' for i in range(len(pages)))}] /Count {len(pages)} >>",
        (
            "<< /Type /Font /Subtype /TrueType /BaseFont /Arial /FirstChar 32 /LastChar 255 /ToUnicode 4 0 R "
            f"/Widths [{widths}] >>"
        ),
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    ]
    for i, page in enumerate(pages):
        drawn = "".join(f"{a} {b} m {c} {d} l S\n" for a, b, c, d in (rules[i] if rules else []))
        shown = ""
        for x, y, text in page:
            size = 6 if small and text.startswith(small) else 10
            coded = "".join(f"{codes[letter]:02x}" for letter in text)
            shown += f"BT /F1 {size} Tf {x} {y} Td <{coded}> Tj ET\n"
        objects += [
            (
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {6 + 2 * i} 0 R "
                "/Resources << /Font << /F1 3 0 R >> >> >>"
            ),
            f"<< /Length {len(drawn + shown)} >>\nstream\n{drawn}{shown}endstream",
        ]
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("ascii")
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(b"%010d 00000 n \n" % at for at in offsets)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)
