"""The real plan over the year it was written for: approved in August 2024, the clock moved to January.

Played in the terminal with the district of 2024. The plan's own sentences stay out of the repository, so what
must hold is looked for in what was shown.
"""

import asyncio
import re
from datetime import date
from itertools import takewhile

import pytest

from bot.terminal import chat
from domain.calendar import vietnam_calendar
from tests.conftest import ROOT

pytestmark = pytest.mark.xdist_group("year")  # what is played once is played in one process

SCRIPT = ROOT / "tests/acceptance/year-2024.txt"
UNITS = ROOT / "tests/fixtures/units-district-2024.csv"


@pytest.fixture(scope="module")
def shown(shared):
    """Everything the terminal showed, in lines."""
    assert (shared / "samples/seed-plan.txt").is_file()
    lines = []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        code = asyncio.run(
            chat(
                speaker="worker",
                script=SCRIPT,
                now="2024-08-05T08:00",
                units=UNITS,
                database=None,
                show=lines.append,
            )
        )
    assert code == 0
    return lines


def _turns(shown, name):
    """Return what each turn of a person showed before they said anything."""
    found = []
    for index, line in enumerate(shown):
        if line == f"@as {name}":
            rest = takewhile(lambda said: not said.startswith(("@as", ">")), shown[index + 1 :])
            found.append([said for said in rest if said.startswith("<")])
    return found


def test_the_plan_becomes_assignments_only_when_approved(shown):
    approved = next(line for line in shown if "✅ Đã duyệt KH-24" in line)
    assert re.search(r"\d{3} lượt giao cho 36 đơn vị", approved)
    assert _turns(shown, "unit")[0][0].startswith("< Kế hoạch KH-24-")


def test_the_report_before_15_december_is_reminded_before_its_last_working_day(shown):
    december = _turns(shown, "commune")[1]
    named = [line for line in december if "Báo cáo năm 2024" in line and "thứ Sáu 13/12/2024" in line]
    assert any("còn 10 ngày làm việc" in line for line in named)
    assert any("còn 5 ngày làm việc" in line for line in named)
    assert any("hôm nay" in line for line in named)
    assert vietnam_calendar().previous_working_day(date(2024, 12, 14)) == date(2024, 12, 13)


def test_the_summary_report_before_25_december_goes_to_the_coordinating_office_alone(shown):
    text = "\n".join(shown)
    assert "Báo cáo tổng hợp năm 2024: hạn thứ Ba 24/12/2024" in text
    for name in ("commune", "unit"):
        assert not any("tổng hợp năm" in line for turn in _turns(shown, name) for line in turn)


def test_who_confirmed_hears_no_more_of_it_and_who_did_not_does(shown):
    after = _turns(shown, "commune")[2]
    assert after, "the standing tasks are still asked about"
    assert not any("Báo cáo năm 2024" in line for line in after)
    assert any("Báo cáo năm 2024" in line and "qua hạn" in line for line in _turns(shown, "unit")[2])


def test_the_coordinator_sees_who_has_not_reported(shown):
    answer = next(line for line in shown if "đơn vị đã báo cáo năm 2024" in line)
    assert "1/36" in answer
    assert not any(line == "< - Ủy ban nhân dân xã Tân Lập" for line in shown[shown.index(answer) :])
