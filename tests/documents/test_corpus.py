"""The corpus itself is well made: every golden has the shape its README promises and points at lines that exist.

How well the documents are read is measured by benchmarks/plan_reading.py, not here.
"""

import codecs
import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest

from benchmarks.plan_disguises import DISGUISES, tcvn3, vni
from benchmarks.plan_matching import FIELDS, Row, compare, facts, fold
from benchmarks.plan_reading import CORPUS, document_of, folders, long_plan

FOLDERS = folders([])
LARGEST = 60_000
TOPS = {"styles", "tasks", "targets", "recipients", "references"}
MORE = {"document", "notes", "must_flag", "accents_lost"}
KEYS = {*FIELDS, "text", "source"}
COMPARATORS = {"at_least", "at_most", "below", "above", "change_by", None}
FREQUENCIES = {"weekly", "monthly", "quarterly", "semiannual", "yearly"}
OFFSETS = {"immediately", "hour", "day", "working_day"}
DAY_OF_YEAR = re.compile(r"--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
# The keys of each kind beside `kind`, `inherited` and `also`, and those of them that must stand.
DEADLINE_KEYS: dict[str, tuple[set[str], set[str]]] = {
    "one_off": ({"date", "op", "start"}, {"date", "op"}),
    "period": ({"start", "end"}, {"start", "end"}),
    "recurring": ({"recurrence"}, {"recurrence"}),
    "continuous": ({"recurrence"}, set()),
    "relative": ({"event", "offset"}, {"event"}),
    "none": (set(), set()),
}


def golden_of(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "golden.json").read_text("utf-8"))


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def folder(request) -> Path:
    return request.param


@pytest.fixture
def golden(folder) -> dict[str, Any]:
    return golden_of(folder)


def check_deadline(deadline: Row, *, inner: bool = False) -> None:
    allowed, needed = DEADLINE_KEYS[deadline["kind"]]
    keys = set(deadline) - {"kind"} - (set() if inner else {"inherited", "also"})
    assert needed <= keys <= allowed, deadline
    days = [deadline[key] for key in ("date", "start", "end") if deadline.get(key)]
    for day in days:
        assert dt.date.fromisoformat(day).year in range(2000, 2041)
    if deadline.get("start") and (last := deadline.get("date") or deadline.get("end")):
        assert deadline["start"] <= last
    if "op" in deadline:
        assert deadline["op"] in {"by", "before"}
    if "offset" in deadline:
        assert set(deadline["offset"]) == {"value", "unit"}
        assert deadline["offset"]["unit"] in OFFSETS
    if repeat := deadline.get("recurrence"):
        assert repeat["freq"] in FREQUENCIES
        assert all(DAY_OF_YEAR.fullmatch(d) for d in (*repeat.get("dates", ()), *repeat.get("window", ())))
        assert repeat.get("weekday", 1) in range(1, 8)
    for other in deadline.get("also", ()):
        check_deadline(other, inner=True)


def check_field(name: str, value: Any) -> None:
    match name:
        case "kind":
            assert value in {"task", "duty", "report"}
        case "lead_units" | "coordinating_units":
            assert all(isinstance(unit, str) and unit.strip() == unit != "" for unit in value)
            assert len(set(value)) == len(value)
        case "deadline":
            check_deadline(value)
        case "product":
            assert value is None or value.strip()
        case "by_mandate":
            assert isinstance(value, bool)


def test_every_document_is_small_and_its_golden_has_the_promised_keys(folder, golden):
    assert document_of(folder).stat().st_size < LARGEST
    assert len(list(folder.iterdir())) == 2
    assert TOPS <= set(golden) <= TOPS | MORE
    assert golden["styles"]
    for row in golden["tasks"]:
        assert KEYS <= set(row) <= KEYS | {"accept", "doubtful", "optional", "other_units"}
        assert set(row.get("doubtful", ())) <= {*FIELDS, "text", "other_units"}
        assert set(row.get("accept", {})) <= set(FIELDS)
        assert len(fold(row["text"])) >= 4


def test_every_answer_and_every_other_answer_is_valid(golden):
    for row in golden["tasks"]:
        for name in FIELDS:
            check_field(name, row[name])
            for other in row.get("accept", {}).get(name, ()):
                check_field(name, other)
                assert other != row[name]
    for target in golden["targets"]:
        assert target["comparator"] in COMPARATORS
        assert (target["value"] is None) == (target["comparator"] is None)
    for reference in golden["references"]:
        assert reference["date"] is None or dt.date.fromisoformat(reference["date"])


def text_of(path: Path) -> str:
    """The lines as they lie in the file; a legacy encoding's letters stay what its bytes look like."""
    data = path.read_bytes()
    if data[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("latin-1")


PLAIN = [folder for folder in FOLDERS if document_of(folder).suffix in {".txt", ".md"}]


@pytest.mark.parametrize("folder", PLAIN, ids=lambda folder: folder.name)
def test_source_lines_exist_and_hold_the_words(folder):
    path, golden = document_of(folder), golden_of(folder)
    rows = [row for key in ("tasks", "targets", "recipients") for row in golden[key]]
    lines = text_of(path).splitlines()
    for row in rows:
        assert all(1 <= number <= len(lines) for number in row.get("source", {}).get("lines", ()))
    if "legacy-encoding" in golden["styles"]:
        return
    accents = not golden.get("accents_lost", False)
    for row in (*golden["tasks"], *golden["targets"]):
        words = " ".join(lines[number - 1] for number in row["source"]["lines"])
        assert fold(row["text"], accents=accents) in fold(words, accents=accents)


def test_no_two_rows_of_a_document_stand_for_the_same_words(golden):
    found = [(fold(row["text"]), tuple(row["source"]["lines"])) for row in golden["tasks"]]
    assert len(set(found)) == len(found)


def test_a_golden_read_back_is_wholly_right(golden):
    read = {
        "tasks": [
            {**row, "id": str(i), "needs_review": False, "other_units": []}
            for i, row in enumerate(golden["tasks"])
        ]
    }
    found = compare(golden, read)
    assert not found.missing
    assert not found.invented
    assert all(judged.right for judged in found.judged)


def test_every_style_stands_in_the_table_of_what_is_covered(folder, golden):
    table = (CORPUS / "README.md").read_text("utf-8").split("## What is covered")[1]
    number = folder.name.split("-")[0] + ("*" if folder.parent.name == "held" else "")
    for style in (document_of(folder).suffix, *golden["styles"]):
        (row,) = [line for line in table.splitlines() if f"| `{style}`" in line]
        assert number in row.split("|")[3].split(), style


def test_names_are_numbered_once_and_both_parts_are_there():
    numbers = [folder.name.split("-")[0] for folder in FOLDERS]
    assert len(set(numbers)) == len(numbers)
    assert {folder.parent.name for folder in FOLDERS} <= {"open", "held"}
    assert {path.name for path in CORPUS.iterdir()} <= {"open", "held", "README.md"}


def test_a_wrong_answer_counts_as_wrong_and_a_doubt_as_asked():
    golden, _ = long_plan()
    golden = {**golden, "tasks": golden["tasks"][:1]}
    right = {**golden["tasks"][0], "id": "I.1", "needs_review": False}
    wrong = {**right, "lead_units": ["Sở Y tế"]}
    (judged,) = compare(golden, {"tasks": [wrong]}).judged
    assert judged.silently_wrong
    assert judged.wrong == ("lead_units",)
    (judged,) = compare(golden, {"tasks": [{**wrong, "needs_review": True}]}).judged
    assert not judged.right
    assert not judged.silently_wrong
    other = {**right, "text": "Việc chẳng có trong văn bản", "source": {"lines": [99]}}
    found = compare(golden, {"tasks": [other]})
    assert (len(found.missing), len(found.invented)) == (1, 1)


def test_two_days_a_year_are_the_same_however_they_are_written():
    half = {"freq": "semiannual", "op": "before", "dates": ["--06-15", "--12-15"]}
    by_day = {"freq": "semiannual", "op": "before", "day": 15, "month_of_period": 6}
    yearly = {"freq": "yearly", "op": "before", "dates": ["--12-15", "--06-15"]}
    said = [facts({"kind": "recurring", "recurrence": repeat}) for repeat in (half, by_day, yearly)]
    assert said[0] == said[1] == said[2] == {("on", "--06-15", "before"), ("on", "--12-15", "before")}


def test_old_encodings_are_written_as_the_old_fonts_show_them():
    said = "Cộng hòa xã hội chủ nghĩa Việt Nam - Độc lập - Tự do - Hạnh phúc"
    assert tcvn3(said) == "Céng hßa x· héi chñ nghÜa ViÖt Nam - §éc lËp - Tù do - H¹nh phóc"
    assert vni(said) == "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam - Ñoäc laäp - Töï do - Haïnh phuùc"


def test_disguises_that_keep_the_lines_keep_their_number():
    text = "KẾ HOẠCH\nI. NHIỆM VỤ\n1. Sở Y tế họp ngày 05/01/2026, khám bệnh.\n"
    for name, disguise in DISGUISES.items():
        if disguise.ending == ".txt" and disguise.lines_kept:
            code = "utf-16" if name == "utf16" else "utf-8"
            assert len(disguise.dress(text).decode(code).splitlines()) == 3, name
