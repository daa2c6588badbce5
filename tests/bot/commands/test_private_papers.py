"""No paper, report, register or sheet made of a private case names its reporter, in any part of the file."""

import asyncio
import io
import re
import zipfile
from datetime import UTC, date, datetime

import pytest

from documents.form_docx import write_form, write_sheet
from documents.form_xlsx import write_workbook
from domain import forms
from domain.case_groups import groups
from handlers.acting import Acting
from handlers.services import case_joins, papers, statistics
from handlers.services.statistics import Wanted
from messages.envelope import Address
from storage.database import open_database
from tests.bot.commands.test_private_leaks import NAME, PHONE, found_in, play
from tests.handlers.accidents.conftest import make_world

NOW = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)
YEAR = {"first": date(2026, 1, 1), "last": date(2026, 12, 31)}
OFFICERS = ("commune", "coordinator")
# What an officer learns later, so that every paper the law knows is named for the case once.
CLASSES = (
    {"contract": "no", "people": {"total": 1, "dead": 1}},
    {"contract": "yes", "people": {"total": 2, "dead": 1}},
    {"contract": "no", "people": {"total": 1, "dead": 0}, "victims": [{"injury": "gãy xương đòn"}]},
    {"contract": "no", "people": {"total": 1, "dead": 1}, "victims": [{"outcome": "dead"}], "insured": True},
)
# The same reporter, had the case been none of an accident.
KINDS = (
    ("disease", {"disease": "điếc do ồn", "diagnosed": "diagnosed"}),
    ("equipment", {"machine": "thang máy", "in_use_on": "2026-11-20"}),
)


def texts_of(data):
    """Return all that stands in an office file: each part as it is, and its words without the marks between them."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            part = package.read(name).decode("utf-8", "replace")
            yield f"{name}\n{part}"
            yield re.sub(r"<[^>]+>", "", part)


def made_of(filled):
    return {"form": write_form(filled), "sheet": write_sheet(filled), "workbook": write_workbook(filled)}


def officers(uow):
    addresses = {name: Address("console", "terminal", name, name) for name in OFFICERS}
    return {name: uow.people.get(uow.people.at(address).person_id) for name, address in addresses.items()}


def papers_of(uow, case):
    """Yield every paper an officer gets of a case, whatever its class turns out to be."""
    for kind, facts in (*(("accident", facts) for facts in CLASSES), *KINDS):
        uow.accidents.change(case.id, kind=kind)
        case = uow.accidents.get(case.id)
        for name, value in facts.items():
            uow.accidents.put_fact(
                case.id, name, value, salt="", person_id=officers(uow)["commune"].id, now=NOW
            )
        known = uow.accidents.facts(case.id)
        for name, person in officers(uow).items():
            for offer in papers.offers(uow, person, case, known):
                yield name, offer.form, papers.filled(uow, person.id, case.code, offer.form, None, NOW)
    uow.accidents.change(case.id, kind="accident")


def reports_of(uow, case):
    for what in ("XII", "XIV", "XV"):
        yield what, statistics.filled(uow, Wanted(what, **YEAR), None, NOW)
    yield "register", statistics.filled(uow, Wanted("register", **YEAR, unit=case.unit_id), None, NOW)


def leaks(tmp_path, before=lambda _uow, _case: None):
    """Return which papers were made of the case, and what in them names the reporter."""
    database = open_database(f"sqlite:///{tmp_path / 'data' / 'baoan.db'}")
    made, found = set(), []
    try:
        with database.transaction() as uow:
            case = uow.accidents.all()[0]
            before(uow, case)
            filled = [*papers_of(uow, case), *(("", what, form) for what, form in reports_of(uow, case))]
        for who, form, paper in filled:
            made.add((who, form))
            for kind, data in made_of(paper).items():
                found += [(who, form, kind, hit) for text in texts_of(data) for hit in found_in(text)]
    finally:
        database.close()
    return made, found


def _document(tmp_path):
    path = tmp_path / f"{NAME}.txt"
    path.write_text("văn bản")
    return path


@pytest.mark.parametrize("mode", ["Đồng ý, giữ kín", "Đồng ý, ẩn danh"])
def test_no_paper_of_a_private_case_names_its_reporter(mode, tmp_path, baoan):
    asyncio.run(play(tmp_path, mode, _document(tmp_path)))
    made, found = leaks(tmp_path)
    of_a_case = {spec.id for spec in forms.forms().values()} - {
        "register", *(forms.report_form(what).id for what in ("XII", "XIV", "XV"))
    }  # fmt: skip
    assert {form for _, form in made} >= {*of_a_case, "XII", "XIV", "XV", "register"}
    assert found == []
    for what, suffix in (("XII", "docx"), ("XIV", "xlsx"), ("XV", "xlsx")):
        out = tmp_path / f"{what}.{suffix}"
        code, said, err = baoan(
            "report", what, "--from", "2026-01-01", "--to", "2026-12-31", "--out", str(out)
        )
        assert (code, found_in(said + err)) == (0, [])
        assert [hit for text in texts_of(out.read_bytes()) for hit in found_in(text)] == []


def test_nor_does_one_made_together_with_reports_of_others(tmp_path):
    """A named report of the same accident, told by the same person, gives nothing of who the private one is."""
    asyncio.run(play(tmp_path, "Đồng ý, giữ kín", _document(tmp_path)))

    def join_another(uow, case):
        other = uow.accidents.add(
            code="TN-26-9999",
            kind="accident",
            state="dispatched",
            unit_id=case.unit_id,
            reporter_id=case.reporter_id,
            channel="console",
            now=NOW,
        )
        for name, value in {"phone": PHONE, "role": "victim", "what": "ngã giàn giáo"}.items():
            uow.accidents.put_fact(other, name, value, salt="", person_id=case.reporter_id, now=NOW)
        person = officers(uow)["coordinator"]
        around = make_world().around
        by = Acting(person, Address("console", "terminal", "x", "x"), NOW, around)
        case_joins.join(uow, case_joins.Join(case.code, "TN-26-9999", "cùng vụ"), by)
        assert groups((one.accident_id, one.other_id) for one in uow.verdicts.all_same())[case.id]

    made, found = leaks(tmp_path, join_another)
    assert made
    assert found == []


def test_the_search_finds_what_a_named_report_says(tmp_path):
    asyncio.run(play(tmp_path, "Đồng ý, báo có tên", _document(tmp_path)))
    _, found = leaks(tmp_path)
    assert {kind for _, _, kind, _ in found} == {"form", "sheet", "workbook"}
