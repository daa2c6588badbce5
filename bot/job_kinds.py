"""What each kind of job does. Heavy libraries are imported when a job needs them."""

import io
from collections.abc import Mapping
from typing import Any

from bot.jobs import Bench, Made, MadeFile, Work
from domain.errors import BadInputError


def invitation_qr(body: Mapping[str, Any], _bench: Bench) -> Made:
    """Draw an invitation as a QR picture: the link that opens it, else its code."""
    import segno  # noqa: PLC0415 - only when a picture is asked for

    picture = io.BytesIO()
    segno.make(body.get("link") or body["code"], error="m").save(picture, kind="png", scale=8, border=3)
    return Made({}, (MadeFile(picture.getvalue(), "ma-moi.png", "image/png"),))


def read_plan(body: Mapping[str, Any], bench: Bench) -> Made:
    """Read a plan document; data carries `reading` (JSON) for the review."""
    from documents.draft import read_draft  # noqa: PLC0415 - lxml and pypdfium2 come with it

    found = bench.attachment(body["attachment"])
    if found is None:
        raise BadInputError("plan-file-unreadable", name="")
    data, name = found
    return Made({"reading": read_draft(data, name), "name": name})


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def case_form(body: Mapping[str, Any], bench: Bench) -> Made:
    """Fill a form of a case: the form, and the sheet that says where each value came from."""
    from documents.form_docx import write_sheet  # noqa: PLC0415 - python-docx comes with it
    from documents.writing import write  # noqa: PLC0415
    from handlers.services import papers  # noqa: PLC0415

    code, form = body["code"], body["form"]
    template = bench.template(form)
    filled = bench.read(lambda uow: papers.filled(uow, bench.person, code, form, template, bench.now))
    name = f"{filled.spec.file}-{code}"
    return Made(
        {
            "name": filled.edition.name,
            "to": list(filled.to),
            "missing": papers.labels(filled.missing),
            "mark": filled.mark,
            "certain": filled.certain,
        },
        (
            MadeFile(write(filled, template), f"{name}.docx", DOCX),
            MadeFile(write_sheet(filled), f"doi-chieu-{name}.docx", DOCX),
        ),
    )


def figures(body: Mapping[str, Any], bench: Bench) -> Made:
    """Make a periodic report, the commune's register or the record of reminding, as .docx and as .xlsx."""
    from documents.form_docx import write_sheet  # noqa: PLC0415 - python-docx comes with it
    from documents.form_xlsx import write_workbook  # noqa: PLC0415
    from documents.writing import write  # noqa: PLC0415
    from handlers.services import papers, statistics  # noqa: PLC0415

    wanted = statistics.Wanted.from_json(body)
    template = bench.template(statistics.form_of(wanted.what))
    filled = bench.read(lambda uow: statistics.filled_for(uow, bench.person, wanted, template, bench.now))
    name = f"{filled.spec.file}-{wanted.first:%Y%m%d}-{wanted.last:%Y%m%d}"
    sheet = (MadeFile(write_sheet(filled), f"doi-chieu-{name}.docx", DOCX),) if filled.annex else ()
    return Made(
        {
            "name": filled.edition.name,
            "cases": statistics.counted(filled),
            "missing": papers.labels(filled.missing),
            "mark": filled.mark,
            "certain": filled.certain,
        },
        (
            MadeFile(write(filled, template), f"{name}.docx", DOCX),
            MadeFile(write_workbook(filled), f"{name}.xlsx", XLSX),
            *sheet,
        ),
    )


def call_list(_body: Mapping[str, Any], bench: Bench) -> Made:
    """Make the list of those to be rung up: a spreadsheet, and a document where it is not too long."""
    from documents.listing import MOST_IN_DOCX, write_docx, write_xlsx  # noqa: PLC0415 - heavy libraries
    from handlers.services import call_list as lists  # noqa: PLC0415

    listing = bench.read(lambda uow: lists.for_person(uow, bench.person, bench.now))
    name = f"can-goi-dien-{bench.now:%Y%m%d}"
    files = [MadeFile(write_xlsx(listing), f"{name}.xlsx", XLSX)]
    if len(listing.rows) <= MOST_IN_DOCX:
        files.append(MadeFile(write_docx(listing), f"{name}.docx", DOCX))
    return Made({"count": len(listing.rows)}, tuple(files) if listing.rows else ())


def filing_list(body: Mapping[str, Any], bench: Bench) -> Made:
    """Make the list of who has not handed in what the law asks of everybody."""
    from documents.listing import write_xlsx  # noqa: PLC0415 - openpyxl comes with it
    from handlers.services import filings  # noqa: PLC0415

    rule, label = body["rule"], body["label"]
    listing = bench.read(lambda uow: filings.listing(uow, bench.person, rule, label, bench.now))
    file = MadeFile(write_xlsx(listing), f"chua-bao-{rule}-{bench.now:%Y%m%d}.xlsx", XLSX)
    return Made({"count": len(listing.rows)}, (file,))


KINDS: Mapping[str, Work] = {
    "invitation_qr": invitation_qr,
    "read_plan": read_plan,
    "case_form": case_form,
    "figures": figures,
    "call_list": call_list,
    "filing_list": filing_list,
}
