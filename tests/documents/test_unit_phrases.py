"""The unit phrases of tests/domain/tables: lists, roles, short forms, classes, people, as a clerk reads them."""

import unicodedata

import pytest

from documents.assignment import Assignment, read_prose, read_value
from documents.clauses import split_clauses
from domain.unit_names import read_unit, starts_unit, unit_end
from tests.domain.wordings import Wording, unit_answer, wordings

OPEN = [w for name in ("units.txt", "units_more.txt") for w in wordings(name) if w.context != "name"]
NAMES = [w for w in wordings("units.txt") if w.context == "name"]
HELD = list(wordings("units_held.txt"))
ROLES = {"guidance": "G", "recipient": "R"}


def read(wording: Wording, phrase: str | None = None) -> Assignment:
    text = phrase or wording.phrase
    return read_prose(text) if wording.context == "prose" else read_value(text, wording.context)


def found(assigned: Assignment) -> dict[str, list[str]]:
    """Return the canonical names by role, in the letters of the tables."""
    roles: dict[str, list[str]] = {}
    for role, names in (("L", assigned.leads), ("C", assigned.coordinating)):
        if names:
            roles[role] = [read_unit(name).name for name in names]
    for name, role in assigned.others:
        roles.setdefault(ROLES[role], []).append(read_unit(name).name)
    return roles | ({"M": []} if assigned.by_mandate else {})


def doubted(wording: Wording, assigned: Assignment) -> bool:
    """Whether the row would be put before a person: as documents.drafts does with a label's value."""
    names = (*assigned.leads, *assigned.coordinating)
    strange = wording.context != "prose" and (
        any(not starts_unit(name) for name in names) or (not found(assigned) and not assigned.nobody)
    )
    unsure = any(slip.code == "unit-level-missing" for name in names for slip in read_unit(name).slips)
    return bool(assigned.slips) or strange or unsure


@pytest.mark.parametrize("wording", OPEN, ids=lambda w: f"{w.context}: {w.phrase}")
def test_reads_as_a_careful_clerk_does(wording):
    assigned = read(wording)
    assert found(assigned) == unit_answer(wording.cells)
    assert doubted(wording, assigned) == wording.doubtful


@pytest.mark.parametrize("wording", NAMES, ids=lambda w: w.phrase)
def test_one_name(wording):
    assert kind_of(wording) == wording.cells


def kind_of(wording: Wording) -> tuple[str, str]:
    unit = read_unit(wording.phrase)
    return unit.name, "open" if unit.is_open else "class" if unit.is_class else "unit"


def test_holds_on_phrases_it_was_not_made_for():
    right = silent = vain = 0
    for wording in HELD:
        if wording.context == "name":
            same, doubt = kind_of(wording) == wording.cells, False
        else:
            assigned = read(wording)
            same, doubt = found(assigned) == unit_answer(wording.cells), doubted(wording, assigned)
        right += same and (doubt or not wording.doubtful)
        silent += not same and not doubt
        vain += same and doubt and not wording.doubtful
    assert right / len(HELD) >= 0.95
    assert silent <= 2
    assert vain <= 1


def test_the_letters_may_be_taken_apart():
    for wording in OPEN:
        apart = unicodedata.normalize("NFD", wording.phrase)
        assert found(read(wording, apart)) == unit_answer(wording.cells), wording.phrase


def test_without_accents_nothing_is_made_up():
    assert read_value("So Y te chu tri, phoi hop voi So Noi vu", "lead").leads != ("Sở Y tế",)
    assert not starts_unit("So Y te")


def test_a_person_is_told_with_the_words_as_the_other_reading():
    (slip,) = read_value("Chủ tịch UBND xã Tân Lập", "lead").slips
    assert (slip.code, slip.taken) == ("unit-officer", "UBND xã Tân Lập")
    assert slip.alternatives == ("Chủ tịch UBND xã Tân Lập",)


def test_a_name_that_may_be_two_is_told_with_both():
    (slip,) = read_value("Liên đoàn Lao động tỉnh, Mạng máy tính tỉnh", "lead").slips
    assert slip.alternatives == ("Liên đoàn Lao động tỉnh", "Mạng máy tính tỉnh")


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("Hội Người cao tuổi phường thăm nom 20 cụ neo đơn", "Hội Người cao tuổi phường"),
        ("Vườn quốc gia Chư Lâm xới 20 ha rừng", "Vườn quốc gia Chư Lâm"),
        ("Ban Chỉ huy Phòng thủ dân sự phường túc trực suốt mùa mưa", "Ban Chỉ huy Phòng thủ dân sự phường"),
        ("Hợp tác xã vận tải Tân Tiến gắn 30 camera hành trình", "Hợp tác xã vận tải Tân Tiến"),
    ],
)
def test_a_verb_nobody_listed_still_ends_the_name(sentence, unit):
    (clause,) = split_clauses(sentence)
    assert clause.subject == (unit,)


@pytest.mark.parametrize(
    "words",
    ["phối hợp với thanh tra giao thông cân tải trọng xe", "phối hợp cùng cha mẹ học sinh kiểm tra bếp ăn"],
)
def test_a_partner_that_is_no_known_unit_is_doubted(words):
    assigned = read_prose(words)
    assert assigned.coordinating == ()
    assert [slip.code for slip in assigned.slips] == ["unit-list-unclear"]


@pytest.mark.parametrize(
    ("said", "end"),
    [
        ("Các doanh nghiệp trong khu công nghiệp rà soát hóa chất", "Các doanh nghiệp trong khu công nghiệp"),
        ("Các cơ sở sản xuất trong quý II tự kiểm tra", "Các cơ sở sản xuất"),
        (
            "UBND các xã, phường có hoạt động khai thác khoáng sản kiểm tra bãi thải",
            "UBND các xã, phường có hoạt động khai thác khoáng sản",
        ),
    ],
)
def test_a_class_is_bounded_by_its_place_or_its_work(said, end):
    assert said[: unit_end(said)] == end
