"""How fast plans are read, beside the libraries others use: python -m benchmarks.plan_speed

docx2python, python-docx and pdfplumber are measured where they are installed; each reader runs in its own process.
"""

import io
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.documents.samples import W, pdf_with

RUNS = 5
UNITS = ("Sở Y tế", "Sở Nội vụ", "Sở Công Thương", "Công an tỉnh", "Sở Tài chính", "Sở Xây dựng")
QUARTERS = ("I", "II", "III", "IV")
TASK = (
    "Rà soát, thống kê các cơ sở sản xuất, kinh doanh có sử dụng máy, thiết bị có yêu cầu nghiêm ngặt về an toàn "
    "lao động; tổ chức tuyên truyền, phổ biến pháp luật cho người lao động trên địa bàn tỉnh."
)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    'ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)

READERS = {
    "ours, .docx to tasks": (
        "plan.docx",
        "from documents.reading import read_plan_file\nfrom pathlib import Path",
        "len(read_plan_file(Path(PATH)).tasks)",
    ),
    "docx2python, text alone": (
        "plan.docx",
        "from docx2python import docx2python",
        "len(docx2python(PATH).text)",
    ),
    "python-docx, text, styles and tables": (
        "plan.docx",
        "import docx",
        (
            "(lambda d: len([(p.text, p.style.name) for p in d.paragraphs])"
            " + len([(c.text, [p.style.name for p in c.paragraphs])"
            " for t in d.tables for r in t.rows for c in r.cells]))"
            "(docx.Document(PATH))"
        ),
    ),
    "lxml over document.xml": (
        "plan.docx",
        "import zipfile\nfrom lxml import etree",
        f"len(list(etree.fromstring(zipfile.ZipFile(PATH).read('word/document.xml')).iter('{{{W}}}t')))",
    ),
    "ours, .pdf to tasks": (
        "plan.pdf",
        "from documents.reading import read_plan_file\nfrom pathlib import Path",
        "len(read_plan_file(Path(PATH)).tasks)",
    ),
    "pdfplumber, text alone": (
        "plan.pdf",
        "import pdfplumber",
        "sum(len(page.extract_text()) for page in pdfplumber.open(PATH).pages)",
    ),
}


def paragraph(text: str) -> str:
    """Return a paragraph as Word writes it, its looks with it."""
    looks = '<w:pPr><w:spacing w:before="60"/><w:jc w:val="both"/></w:pPr>'
    return f'<w:p>{looks}<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def table(number: int) -> str:
    """Return a table of seven tasks."""
    rows = [("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời hạn", "Sản phẩm")]
    for i in range(1, 8):
        task = f"Kiểm tra việc chấp hành pháp luật về an toàn lao động đợt {number}.{i}"
        rows.append(
            (str(i), task, UNITS[i % 6], f"{UNITS[(i + 1) % 6]}; UBND các xã", f"{i}/{i}/2026", "Báo cáo")
        )
    cells = ("".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def word_file(tables: int = 50) -> tuple[bytes, int]:
    """Return a .docx of about four pages a table, and the size of its document.xml."""
    parts = [paragraph("KẾ HOẠCH"), paragraph("An toàn lao động năm 2026"), paragraph("I. NHIỆM VỤ")]
    for number in range(1, tables + 1):
        parts.append(paragraph(f"{number}. Nhóm nhiệm vụ số {number}"))
        for i in range(9):
            parts += [paragraph(f"{'abcdđeghi'[i]}) {TASK}")]
            parts += [
                paragraph(f"- Đơn vị thực hiện: {UNITS[i % 6]} chủ trì, phối hợp với UBND các xã, phường.")
            ]
            parts += [paragraph(f"- Thời gian thực hiện: Quý {QUARTERS[i % 4]}/2026.")]
        parts += [table(number)]
    document = f'<w:document xmlns:w="{W}" xmlns:r="r"><w:body>{"".join(parts)}</w:body></w:document>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS)
        archive.writestr("word/document.xml", document)
    return buffer.getvalue(), len(document.encode())


def pdf_file(pages: int = 100) -> bytes:
    """Return a PDF of full pages, a ruled table on every other one."""
    texts, rules = [], []
    for number in range(pages):
        page = [
            (300.0, 815.0, str(number + 1)),
            (50.0, 790.0, f"{number + 1}. Nhóm nhiệm vụ số {number + 1}"),
        ]
        y = 775.0
        for i in range(5 if number % 2 else 8):
            lines = [f"{'abcdđeghi'[i]}) {TASK[:92]}", TASK[92:184], TASK[184:]]
            lines += [
                "- Đơn vị thực hiện: Sở Y tế chủ trì, phối hợp với UBND các xã, phường.",
                "- Thời gian: Quý II/2026.",
            ]
            page += [(50.0, y - 14 * at, line) for at, line in enumerate(lines)]
            y -= 14 * len(lines) + 6
        drawn: list[tuple[float, float, float, float]] = []
        if number % 2:
            columns = [50.0, 80.0, 300.0, 420.0, 545.0]
            rows = [y - 20 * i for i in range(9)]
            drawn = [(50.0, at, 545.0, at) for at in rows] + [(at, rows[0], at, rows[-1]) for at in columns]
            for i, at in enumerate(rows[:-1]):
                cells = (
                    ("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn")
                    if i == 0
                    else (str(i), "Kiểm tra", "Sở Y tế", "30/6/2026")
                )
                page += [(x + 4, at - 14, cell) for x, cell in zip(columns, cells, strict=False)]
        texts.append(page)
        rules.append(drawn)
    return pdf_with(texts, rules)


def measure(name: str, folder: Path) -> str:
    """Return seconds (median) and the largest memory of a process that reads the file."""
    file, imports, reads = READERS[name]
    code = f"""import time, resource
PATH = {str(folder / file)!r}
try:
    {imports.replace(chr(10), chr(10) + "    ")}
except ImportError:
    raise SystemExit("not installed")
spent = []
for _ in range({RUNS}):
    began = time.perf_counter()
    found = {reads}
    spent.append(time.perf_counter() - began)
print(min(spent), sorted(spent)[len(spent) // 2], resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, found)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    if done.returncode:
        return done.stderr.strip().splitlines()[-1]
    best, usual, memory, found = map(float, done.stdout.split())
    return f"{usual:.3f} s (best {best:.3f}), {memory:.0f} MB, {found:.0f} found"


def growth() -> str:
    """Return how the time grows with the length: seconds for a document and for one eight times as long."""
    from documents.reading import read_plan_bytes  # noqa: PLC0415  # after the peers had the machine to themselves

    spent = []
    for tables in (10, 50, 400):  # the first warms up
        data, _ = word_file(tables)
        began = time.perf_counter()
        read_plan_bytes(data, "plan.docx")
        spent.append(time.perf_counter() - began)
    return f"{spent[1]:.3f} s, eight times as long {spent[2]:.3f} s ({spent[2] / spent[1]:.1f} times)"


def main() -> None:
    """Print one line a reader."""
    word, size = word_file()
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "plan.docx").write_bytes(word)
        (folder / "plan.pdf").write_bytes(pdf_file())
        print(f"document.xml of {size / 1e6:.2f} MB with 50 tables; a PDF of 100 pages")
        for reader in READERS:
            print(f"{reader}: {measure(reader, folder)}", flush=True)
    print(f"growth: {growth()}")


if __name__ == "__main__":
    main()
