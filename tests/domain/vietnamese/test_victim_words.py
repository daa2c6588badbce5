"""One victim, or several, in free words: with accents, without, decomposed; nothing is read that is not said."""

import unicodedata

import pytest

from domain.vietnamese.fold import fold
from domain.vietnamese.victim_list_words import read_victims
from domain.vietnamese.victim_words import read_victim

NAM = {
    "birth_year": 1991,
    "birth_year_about": True,
    "name": "Nam",
    "sex": "male",
    "occupation": "thợ điện",
    "injury": "gãy tay",
}


@pytest.mark.parametrize("form", ["NFC", "NFD", "NFKD"])
def test_several_facts_in_one_message(form):
    said = unicodedata.normalize(form, "anh Nam 35 tuổi thợ điện gãy tay")
    assert read_victim(said, 2026) == NAM


def test_without_accents_the_same_is_understood():
    found = read_victim("anh nam 35 tuoi tho dien gay tay", 2026)
    assert {name: fold(value) if isinstance(value, str) else value for name, value in found.items()} == {
        name: fold(value) if isinstance(value, str) else value for name, value in NAM.items()
    }


@pytest.mark.parametrize(
    ("said", "asked", "expected"),
    [
        ("gãy xương đòn", "hurt", {"injury": "gãy xương đòn"}),
        ("thợ hàn, gãy chân", "hurt", {"occupation": "thợ hàn", "injury": "gãy chân"}),
        ("tho xay bi dap ngon tay", "hurt", {"occupation": "tho xay", "injury": "dap ngon tay"}),
        ("đau hết cả người", "hurt", {"injury": "đau hết cả người"}),
        ("chân không đi được nữa", "hurt", {"injury": "chân không đi được nữa"}),
        ("chân bị đè", "hurt", {"injury": "chân bị đè"}),
        ("máy cuốn vào tay trái", "hurt", {"injury": "máy cuốn vào tay trái"}),
        ("anh ấy bị gãy tay", "hurt", {"sex": "male", "injury": "gãy tay"}),
        ("anh Nam hai chân bị đè", None, {"name": "Nam", "sex": "male", "injury": "hai chân bị đè"}),
        ("không có gì nặng", "hurt", {"injury": "không có gì nặng"}),
        ("Nam", "who", {"name": "Nam"}),
        ("Huy", "who", {"name": "Huy"}),
        ("N. và H.", "who", {"name": "N. và H."}),
        ("N.V.A, sn 88", "who", {"name": "N.V.A", "birth_year": 1988}),
        ("Nguyễn Văn Hùng 1990", "who", {"name": "Nguyễn Văn Hùng", "birth_year": 1990}),
        ("sinh ngày 12/3/1990", "who", {"birth_year": 1990}),
        ("ba mươi lăm tuổi", "who", {"birth_year": 1991, "birth_year_about": True}),
        ("cccd 012345678901 Nam", "who", {"name": "Nam"}),
        ("chị Năm bán vé số", "who", {"name": "Năm", "sex": "female"}),
        ("nam, 35 tuổi", None, {"sex": "male", "birth_year": 1991, "birth_year_about": True}),
        ("anh ấy bị đứt ngón cái", None, {"sex": "male", "injury": "đứt ngón cái"}),
        ("anh công nhân bị ngã", None, {"sex": "male", "occupation": "công nhân", "injury": "ngã"}),
        ("anh em bị bỏng", None, {"injury": "bỏng"}),
        ("ông Tư làm phụ hồ đã mất", None,
         {"name": "Tư", "sex": "male", "occupation": "phụ hồ", "outcome": "dead"}),
        ("mất tích", None, {"outcome": "missing"}),
        ("mất ngón tay", None, {"injury": "mất ngón tay"}),
    ],
)  # fmt: skip
def test_what_is_said_of_one(said, asked, expected):
    assert read_victim(said, 2026, asked=asked) == expected


@pytest.mark.parametrize("said", ["3 tuổi", "150 tuổi", "sinh năm 1890", "sinh năm 2025"])
def test_an_age_no_worker_has_is_left_out(said):
    assert read_victim(said, 2026) == {}


@pytest.mark.parametrize(
    "said",
    [
        "anh Nam gãy tay; chị Hoa bỏng chân",
        "anh Nam gãy tay, chị Hoa bỏng chân",
        "anh Nam gãy tay và chị Hoa bỏng chân",
        "1. anh Nam gãy tay\n2. chị Hoa bỏng chân",
        "- anh Nam: gãy tay\n- chị Hoa: bỏng chân",
        unicodedata.normalize("NFD", "anh Nam gãy tay. Chị Hoa bỏng chân"),
    ],
)
def test_a_list_in_free_words(said):
    assert read_victims(said, 2026) == [
        {"name": "Nam", "sex": "male", "injury": "gãy tay"},
        {"name": "Hoa", "sex": "female", "injury": "bỏng chân"},
    ]


def test_a_table_a_clerk_would_type():
    said = "1. Nguyễn Văn A, 1990, thợ xây, gãy chân\n2. Trần Thị B, 1985, phụ hồ, đã mất"
    assert read_victims(said, 2026, asked="list") == [
        {"name": "Nguyễn Văn A", "birth_year": 1990, "occupation": "thợ xây", "injury": "gãy chân"},
        {"name": "Trần Thị B", "birth_year": 1985, "occupation": "phụ hồ", "outcome": "dead"},
    ]


def test_names_alone_are_as_many_victims():
    assert read_victims("Nam, Hùng và chị Hoa", 2026, asked="who") == [
        {"name": "Nam"},
        {"name": "Hùng"},
        {"name": "Hoa", "sex": "female"},
    ]


def test_several_injuries_of_one_are_one_victim():
    assert read_victims("gãy tay, dập chân", 2026, asked="hurt") == [{"injury": "gãy tay, dập chân"}]
