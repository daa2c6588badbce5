"""The texts to submit fill exactly what the program fills, within the lengths it keeps."""

import re

import pytest

from bot.channels.zalo_oa import zbs
from domain.vietnamese.intents import Intent, understand
from tests.conftest import ROOT

PAGE = (ROOT / "docs/zalo/templates.md").read_text("utf-8")
ROW = re.compile(r"^\| (\w+) \| (\d+) \| (.+) \|$", re.MULTILINE)
MENU = re.compile(r"^\| [^|]+ \| ([^|]+) \|$", re.MULTILINE)


@pytest.mark.parametrize("name", zbs.PARAMETERS)
def test_each_template_is_ready_to_submit(name):
    section = PAGE.split(f"## {name} ", 1)[1].split("\n## ", 1)[0]
    rows = {row[0]: (int(row[1]), row[2]) for row in ROW.findall(section)}
    assert {key: limit for key, (limit, _) in rows.items()} == zbs.PARAMETERS[name]
    assert set(re.findall(r"<(\w+)>", section)) == set(rows)
    assert zbs.filled({key: sample for key, (_, sample) in rows.items()}, zbs.PARAMETERS[name])
    assert f"BAOAN_ZBS_TEMPLATE_{name}" in section


def test_the_menu_sends_words_the_bot_understands():
    section = PAGE.split("## The OA's menu", 1)[1].split("\n## ", 1)[0]
    said = [words for words in MENU.findall(section) if words not in ("sends", "---")]
    assert len(said) == 5
    assert all(understand(words).intent is not Intent.UNKNOWN for words in said)
