"""Picking a choice by typing its mark or its label."""

import pytest

from messages.choices import picked
from messages.envelope import Choice

CHOICES = (Choice("a", "Xem chỗ cần xem lại (2)"), Choice("b", "Duyệt"), Choice("c", "Để sau."))


@pytest.mark.parametrize(
    ("said", "payload"),
    [
        ("1", "a"),
        ("[2]", "b"),
        ("Xem chỗ cần xem lại (2)", "a"),
        ("xem cho can xem lai (2)", "a"),
        ("để sau", "c"),
        ("Duyệt.", "b"),
        ("xem chỗ cần xem lại", None),
        ("()", None),
        ("4", None),
    ],
)
def test_a_mark_or_a_label_picks(said, payload):
    assert picked(said, CHOICES, letters=False) == payload
