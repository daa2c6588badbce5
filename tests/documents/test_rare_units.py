"""Names that few documents hold (tests/domain/tables/units_rare.txt), read in every place where units are named."""

from pathlib import Path

import pytest

from documents.reading import read_plan_text
from domain.unit_names import read_unit

HEAD = "KẾ HOẠCH\nBảo đảm an toàn năm 2026\nI. NHIỆM VỤ\n"
NAMES = (Path(__file__).parents[1] / "domain" / "tables" / "units_rare.txt").read_text("utf-8").splitlines()
# Where a name stands, who leads and who assists; "X" is the name. How many may fail, none of them silently.
PLACES = {
    "label": ("1. Rà soát cơ sở\n- Chủ trì: {}.\n- Thời gian: 30/6/2026.", "X", "", 0, 0),
    "list": (
        "1. Rà soát cơ sở\n- Chủ trì: Sở Y tế.\n- Phối hợp: Công an tỉnh, {}, Sở Nội vụ.\n- Hạn: 30/6/2026.",
        "Sở Y tế",
        "Công an tỉnh+X+Sở Nội vụ",
        0,
        0,
    ),
    "bracket": ("1. Rà soát cơ sở ({} chủ trì; trước 30/6/2026).", "X", "", 0, 0),
    "behind a dash": ("1. Rà soát cơ sở - {}, tháng 6/2026.", "X", "", 8, 0),
    "heading": (
        "1. {}\n- Rà soát cơ sở, xong trước 30/6/2026.\n- Lập danh sách.\n2. Sở Nội vụ\n- Họp.",
        "X",
        "",
        0,
        0,
    ),
    "subject": ("1. {} rà soát cơ sở trước ngày 30/6/2026.", "X", "", 0, 0),
    "first of two": ("1. {} và Sở Nội vụ rà soát cơ sở trước ngày 30/6/2026.", "X+Sở Nội vụ", "", 0, 0),
    "second of two": ("1. Sở Nội vụ, {} rà soát cơ sở trước ngày 30/6/2026.", "Sở Nội vụ+X", "", 4, 2),
    "charged": ("1. Giao {} rà soát cơ sở trước ngày 30/6/2026.", "X", "", 0, 0),
    "partner": ("1. Sở Y tế phối hợp với {} rà soát cơ sở trước ngày 30/6/2026.", "Sở Y tế", "X", 0, 0),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_rare_name_is_read_wherever_it_stands(place):
    template, leads, partners, most, silent = PLACES[place]
    failed, unseen = [], []
    for name in NAMES:
        wanted = [
            [read_unit(name if one == "X" else one).name for one in words.split("+") if one]
            for words in (leads, partners)
        ]
        (task,) = (t for t in read_plan_text(HEAD + template.format(name)).tasks if "soát cơ sở" in t.text)
        if [list(task.lead_units), list(task.coordinating_units)] != wanted:
            failed.append(name)
            unseen += [] if task.review else [name]
    assert len(failed) <= most, failed
    assert len(unseen) <= silent, unseen
