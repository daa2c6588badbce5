"""The tables of messages and moments: what they promise of themselves."""

import pytest

from benchmarks import understanding_tables as tables
from domain.vietnamese.fold import fold
from domain.vietnamese.intents import Intent


@pytest.mark.parametrize("part", tables.PARTS)
def test_the_table_is_what_its_sources_make(part):
    assert (tables.MESSAGES / f"{part}.tsv").read_text("utf-8") == tables.table(part)


def test_no_family_and_no_message_stands_on_both_sides():
    held, learn = ([row for row in tables.rows(part) if row] for part in tables.PARTS)
    families = [{row.family for row in part if not row.family.startswith("free")} for part in (held, learn)]
    assert not families[0] & families[1]
    assert not {fold(row.text) for row in held} & {fold(row.text) for row in learn}


def test_every_intent_and_every_noise_is_there_on_both_sides():
    for part in tables.PARTS:
        rows = tables.rows(part)
        assert {row.intents[0] for row in rows} == {intent.value for intent in Intent}
        assert {row.noise for row in rows} == set(tables.NOISES)
    assert sum(len(tables.rows(part)) for part in tables.PARTS) >= 2_500
