"""Every form as it is printed: `python -m tests.documents.papers.printed FOLDER` leaves a picture of each page there.

Needs LibreOffice. Forms are made twice: with all that can be known, and with next to nothing.
"""

import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from documents.form_docx import write_form, write_sheet
from documents.reader_office import soffice
from domain import forms
from domain.accident import CaseClass, Contract, Severity
from domain.case_sheet import CaseHead, Told, sheet
from domain.figures import CaseFigure, VictimFigure
from domain.figures_report import Report
from domain.forms.filling import of_case
from domain.forms.register_form import RegisterCase, of_register
from tests.documents.papers.made import FACTS, SOURCE, figures, paper

DOTS_PER_INCH = 96
FULL = {
    **FACTS,
    "people": {"total": 3, "dead": 1},
    "place": {"name": "xã Tân Lập", "words": "công trường cầu Tân Lập, thôn 3"},
    "what": "Khoảng 8 giờ, ba công nhân đang tháo giàn giáo ở trụ T3 thì giàn giáo sập; một người rơi xuống sông, "
    "hai người bị ống thép đè. Tổ trưởng gọi cấp cứu lúc 8 giờ 10 phút, dừng thi công và giữ nguyên hiện trường.",
    "workplace": "Công ty trách nhiệm hữu hạn một thành viên Xây dựng cầu đường Số 5 Thái An",
    "address": "Số 15, đường Lê Lợi, phường Minh Khai, tỉnh Thái An",
    "establishment_phone": "0204 385 5555", "establishment_fax": "0204 385 5556",
    "establishment_email": "vanphong@cauduong5.example", "industry": "Xây dựng công trình đường bộ (42102)",
    "establishment_kind": "limited", "superior": "Tổng công ty Xây dựng Thái An",
    "declarer": "Nguyễn Thị Bình", "declarer_title": "Phó giám đốc", "witnesses": "Tổ trưởng tổ giàn giáo",
    "measures": "Cấp cứu, dừng thi công, rào hiện trường, báo ban quản lý dự án.", "cause": "1", "factor": "11",
    "days_off": 95, "insured": True,
    "victims": [
        {"name": "Trần Văn Cường", "birth_year": 1988, "sex": "male", "occupation": "Thợ lắp dựng giàn giáo",
         "outcome": "dead", "injury": "chấn thương sọ não, đuối nước", "employer": "Công ty Cầu 5"},
        {"name": "Lê Thị Dung", "birth_year": 1992, "sex": "female", "occupation": "Thợ hàn", "outcome": "alive",
         "injury": "gãy xương đòn, rách cẳng tay trái", "treated_at": "Bệnh viện Đa khoa tỉnh"},
        {"name": "Phạm Quốc Bảo Long", "birth_year": 1979, "sex": "male", "occupation": "Thợ phụ", "outcome": "alive",
         "injury": "xây xát ngoài da", "treated_at": "Trạm y tế xã Tân Lập"},
    ],
}  # fmt: skip
BARE = {"people": {"total": None, "dead": None}, "opening": "có tai nạn"}
_TRADES = ("Thợ xây", "Thợ hàn")
CASES = tuple(
    CaseFigure(
        f"TN-26-{number:04d}", date(2026, 1 + number % 6, 5 + number % 20), Contract.YES,
        allowance=number % 9 == 0, cause=str(1 + number % 9), factor=f"{1 + number % 16:02d}",
        establishment_kind=("limited", "state", None)[number % 3], days_off=number, cost_medical=1200 * number,
        victims=(VictimFigure(tuple(Severity)[number % 4], number % 2 == 0, True, _TRADES[number % 2]),),
    )
    for number in range(1, 48)
)  # fmt: skip


def every_form():
    """Return each form by name, full and bare, and the sheets beside them."""
    made = {}
    for form, spec in forms.forms().items():
        for kind, facts in (("full", FULL), ("bare", BARE)):
            filled = _filled(form, spec, kind, facts)
            made[f"{form}-{kind}"] = write_form(filled)
            if kind == "full":
                made[f"{form}-sheet"] = write_sheet(filled)
    return made


def _filled(form, spec, kind, facts):
    reports = {forms.report_form(report.value).id: report for report in Report}
    if form in reports:
        return figures(reports[form], CASES if kind == "full" else (), parent="Ủy ban nhân dân tỉnh Thái An")
    known = sheet([Told(name, value, SOURCE) for name, value in facts.items()], head())
    wanted = paper(form, parent="Ủy ban nhân dân tỉnh Thái An", issuer=_issuer(spec))
    if form == "register":
        entries = [
            RegisterCase(f"TN-26-{n:04d}", Contract.NO, known, "Mẫu 06: điện thoại, tới Sở Nội vụ")
            for n in range(9)
        ]
        return of_register(wanted, entries if kind == "full" else [], "01/01/2026 - 31/12/2026", "xã Tân Lập")
    return of_case(wanted, known)


def _issuer(spec):
    return {"establishment": FULL["workplace"], "commune": "Ủy ban nhân dân xã Tân Lập"}.get(
        spec.head, "Sở Nội vụ"
    )


def head():
    return CaseHead("TN-26-D4EA", SOURCE.at, CaseClass.FATAL, "xã Tân Lập", "Sở Nội vụ")


def printed(made, folder):
    """Print documents into PDF files in a folder, all at once, and return them by name."""
    program = soffice()
    paths = []
    for name, data in made.items():
        paths.append(folder / f"{name}.docx")
        paths[-1].write_bytes(data)
    profile = (folder / "profile").as_uri()
    subprocess.run(
        [
            program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir",
            str(folder), *map(str, paths),
        ],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    return {path.stem: path.with_suffix(".pdf") for path in paths}


def pages_of(path):
    """Yield each page of a PDF as a picture with its words."""
    document = pypdfium2.PdfDocument(path)
    try:
        for page in document:
            text = page.get_textpage()
            yield page.render(scale=DOTS_PER_INCH / 72).to_pil().convert("L"), text.get_text_range()
            text.close()
            page.close()
    finally:
        document.close()


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch:
        for name, path in printed(every_form(), Path(scratch)).items():
            for number, (picture, _) in enumerate(pages_of(path), start=1):
                picture.save(folder / f"{name}-{number}.png")
    sys.stdout.write("".join(f"{path}\n" for path in sorted(folder.glob("*.png"))))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
