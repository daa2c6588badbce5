"""`baoan check` says that the law in use is about to end, or has."""

from datetime import date

import pytest

from bot.cli import main
from handlers.services import law_packs

WARNINGS = law_packs.warnings


@pytest.fixture
def checked(monkeypatch, tmp_path, capsys):
    monkeypatch.setenv("BAOAN_DATA_DIR", str(tmp_path / "data"))

    def check(today):
        monkeypatch.setattr(law_packs, "warnings", lambda _today: WARNINGS(today))
        assert main(["migrate"]) == 0
        assert main(["check"]) == 0
        return capsys.readouterr().out

    return check


def test_before_the_ninetieth_day_nothing_is_said(checked):
    assert "Quy định đang dùng" not in checked(date(2026, 11, 30))


def test_from_the_ninetieth_day_on_it_is_a_line_and_no_problem(checked):
    assert "được cho là hết hiệu lực từ 01/03/2027, còn 90 ngày" in checked(date(2026, 12, 1))


def test_afterwards_the_last_rule_is_used_and_it_says_so(checked):
    out = checked(date(2028, 1, 1))
    assert "đã hết hiệu lực từ 01/03/2027" in out
    assert 'ghi "cần kiểm tra"' in out
