from copy import deepcopy
from datetime import date
from itertools import pairwise

import pytest

from domain import law

BASE = {
    "addressees": {"employer": "Người sử dụng lao động"},
    "forms": {},
    "specialised": {},
    "duty": [
        {
            "id": "tell",
            "duty": "inform",
            "by": "finder",
            "to": ["employer"],
            "when": {"kind": "immediately", "counted_from": "happened_at"},
            "article": "Điều 1",
            "certainty": "sure",
        }
    ],
}
FIRST = {"id": "a", "title": "A", "valid_from": date(2020, 1, 1), "addressees": {}, "forms": {}}
SECOND = FIRST | {"id": "b", "valid_from": date(2021, 1, 1)}


def test_the_shipped_packs_follow_one_another_and_only_the_last_is_last():
    packs = law.packs()
    assert [p.id for p in packs] == ["2016-07-01", "2025-03-01", "2025-07-01"]
    assert all(a.valid_to == b.valid_from for a, b in pairwise(packs))
    assert [p.last for p in packs] == [False, False, True]
    assert packs[-1].valid_to == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("day", "pack", "holds"),
    [
        (date(2015, 1, 1), "2016-07-01", False),
        (date(2025, 2, 28), "2016-07-01", True),
        (date(2025, 3, 1), "2025-03-01", True),
        (date(2025, 6, 30), "2025-03-01", True),
        (date(2025, 7, 1), "2025-07-01", True),
        (date(2027, 3, 1), "2025-07-01", False),
    ],
)
def test_the_law_of_a_day(day, pack, holds):
    found, in_force = law.pack_on(day)
    assert (found.id, in_force) == (pack, holds)


def test_an_office_can_read_its_own_packs():
    changed = SECOND | {"duties": {"tell": {"article": "Điều 2", "certainty": "verify"}}}
    old, new = law.read_packs(BASE, [changed, FIRST | {"valid_to": date(2021, 1, 1)}])
    assert (old.id, old.rules[0].article, old.last) == ("a", "Điều 1", False)
    assert (new.id, new.rules[0].article, new.rules[0].certainty, new.last) == ("b", "Điều 2", "verify", True)
    assert law.pack_on(date(2030, 1, 1), [old, new]) == (new, True)


def test_a_gap_between_packs_is_a_mistake():
    with pytest.raises(ValueError, match="pack a ends on 2020-12-31, but b begins on 2021-01-01"):
        law.read_packs(BASE, [FIRST | {"valid_to": date(2020, 12, 31)}, SECOND])


def test_a_pack_cannot_change_what_does_not_exist():
    with pytest.raises(ValueError, match="do not exist"):
        law.read_packs(BASE, [FIRST | {"duties": {"tall": {"article": "Điều 2"}}}])


@pytest.mark.parametrize("slip", [{"to": ["nobody"]}, {"form": "none"}])
def test_a_duty_names_only_known_addressees_and_forms(slip):
    base = deepcopy(BASE)
    base["duty"][0] |= slip
    with pytest.raises(ValueError, match="no such addressee or form"):
        law.read_packs(base, [FIRST])


def test_emergency_numbers_begin_with_the_ambulance():
    assert [n.number for n in law.emergency_numbers()] == ["115", "114", "113"]
