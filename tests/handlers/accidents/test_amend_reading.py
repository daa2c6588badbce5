"""What corrections mean in what is known: one reading, several to choose from, or a sentence that says what to do."""

import unicodedata
from datetime import UTC, datetime

import pytest

from domain.vietnamese.fold import fold
from handlers.conversation.flow import Turn
from handlers.conversation.session import Session
from handlers.flows.amend_numbers import Refused
from handlers.flows.amend_reading import meant

NOW = datetime(2026, 11, 24, 1, 50, tzinfo=UTC)
FACTS = {
    "people": {"total": 2, "dead": None, "injured": 2},
    "place": {"unit": 3, "name": "xã Tân Lập", "words": "cầu Tân Lập"},
    "happened": {"type": "datetime", "value": "2026-11-23T08:00:00+07:00"},
    "workplace": "Công ty Cầu 5",
    "phone": "0912345678",
    "victims": [
        {
            "name": "Năm",
            "occupation": "thợ điện",
            "injury": "gãy tay",
            "outcome": "alive",
            "birth_year": 2001,
        },
        {"name": "Hoa", "injury": "bỏng chân", "outcome": "alive"},
    ],
}
COMMUNES = {"xã Tân Lập": 3, "xã Tân Hòa": 4}


def read(text, **facts):
    turn = Turn(Session("report_accident", answers={**FACTS, **facts}), {"communes": COMMUNES}, NOW, "vi")
    return meant(text, turn)


FORMS = [lambda t: t, lambda t: unicodedata.normalize("NFD", t)]
WITH_ACCENTS = [
    ("sai rồi, 3 người chứ không phải 2", "people", {"total": 3, "dead": None, "injured": None}),
    ("không phải 2 mà 3 người", "people", {"total": 3, "dead": None, "injured": None}),
    ("3 người bị thương chứ không phải 2", "people", {"total": 3, "dead": None, "injured": 3}),
    ("3 chứ không phải 2", "people", {"total": 3, "dead": None, "injured": 3}),
    ("sửa lại số người là 5", "people", {"total": 5, "dead": None, "injured": 5}),
    ("số người đúng là 5", "people", {"total": 5, "dead": None, "injured": 5}),
    ("không phải hôm qua mà hôm kia", "happened", {"type": "datetime", "value": "2026-11-22T08:00:00+07:00"}),
    ("9h chứ không phải 8h", "happened", {"type": "datetime", "value": "2026-11-23T09:00:00+07:00"}),
    ("không phải xã Tân Lập mà xã Tân Hòa", "place", {"unit": 4, "name": "xã Tân Hòa"}),
    ("Cầu 7 chứ không phải Cầu 5", "workplace", "Công ty Cầu 7"),
    ("công ty là Hòa Bình chứ không phải Sông Đà", "workplace", "Hòa Bình"),
    ("sai rồi, số điện thoại là 0987654321", "phone", "0987654321"),
    ("0987654321 chứ không phải 0912345678", "phone", "0987654321"),
    ("đúng ra là không có hợp đồng", "contract", "no"),
]


@pytest.mark.parametrize("form", FORMS, ids=["NFC", "NFD"])
@pytest.mark.parametrize(("said", "field", "expected"), WITH_ACCENTS)
def test_one_reading(said, field, expected, form):
    (change,) = read(form(said))
    assert change.field == field
    assert change.values[field] == expected


@pytest.mark.parametrize(
    ("said", "field", "expected"),
    [one for one in WITH_ACCENTS if one[1] in ("people", "happened", "place", "phone", "contract")],
)
def test_the_same_without_accents(said, field, expected):
    (change,) = read(fold(said))
    assert change.values[field] == expected


@pytest.mark.parametrize(
    ("said", "number", "field", "expected"),
    [
        ("tên anh ấy là Nam chứ không phải Năm", 0, "name", "Nam"),
        ("Nam chứ không phải Năm", 0, "name", "Nam"),
        ("không phải Năm mà là Nam", 0, "name", "Nam"),
        ("gãy chân chứ không phải gãy tay", 0, "injury", "gãy chân"),
        ("bỏng tay chứ không phải bỏng chân", 1, "injury", "bỏng tay"),
        ("thợ hàn chứ không phải thợ điện", 0, "occupation", "thợ hàn"),
        ("35 tuổi chứ không phải 25", 0, "birth_year", 1991),
        ("sinh năm 1990 chứ không phải 2001", 0, "birth_year", 1990),
    ],
)
def test_a_victims_own_field(said, number, field, expected):
    (change,) = read(said)
    victims = change.values["victims"]
    assert victims[number][field] == expected
    assert victims[1 - number] == FACTS["victims"][1 - number]
    assert "people" not in change.values


def test_an_age_told_with_a_name_is_that_persons():
    (change,) = read("chị Hoa 40 tuổi chứ không phải 35")
    assert change.values["victims"][1]["birth_year"] == 1986


def test_a_commune_that_is_none_of_ours_takes_the_wrong_one_away():
    (change,) = read("xã Bình An chứ không phải xã Tân Lập", workplace=None)
    assert change.values["place"] == {"words": "xã Bình An"}


def test_a_name_that_is_a_number_is_no_count():
    (change,) = read("tên anh ấy là Nam chứ không phải Năm")
    assert "people" not in change.values


def test_a_name_of_one_of_several_is_asked():
    found = read("sai rồi, tên anh ấy là Hùng")
    assert [one.values["victims"][n]["name"] for n, one in enumerate(found)] == ["Hùng", "Hùng"]


def test_two_numbers_that_may_be_meant_are_asked():
    found = read("1 chứ không phải 2", people={"total": 3, "dead": 2, "injured": 1}, victims=[])
    assert [one.values["people"]["dead"] for one in found] == [1]
    people = {"total": 2, "dead": 2, "injured": None}
    (only,) = read("3 chứ không phải 2", people=people, victims=[])
    assert only.values["people"] == {"total": 3, "dead": 2, "injured": None}
    assert (
        read("1 chứ không phải 2", people={**people, "dead": 1}, victims=[])[0].values["people"]["total"] == 1
    )


def test_old_words_in_two_places_are_asked():
    found = read("Tân An chứ không phải Tân Lập", workplace="Công trường Tân Lập")
    assert {one.field for one in found} == {"workplace", "place"}


def test_deaths_told_anew_keep_the_total():
    people = {"total": 3, "dead": 1, "injured": 2}
    (change,) = read("2 người chết chứ không phải 1", people=people)
    assert change.values["people"] == {"total": 3, "dead": 2, "injured": 1}


@pytest.mark.parametrize("said", ["3 người chết chứ không phải 1", "sai rồi, 3 người chết"])
def test_more_dead_than_people_is_asked_again(said):
    found = read(said, people={"total": 2, "dead": 1, "injured": 1})
    assert found == Refused("accident-people-contradict")


def test_a_time_to_come_is_refused():
    assert read("ngày mai chứ không phải hôm qua") == Refused("accident-when-future")


def test_fewer_people_than_were_told_of_asks_who_was_none():
    found = read("1 người chứ không phải 2")
    assert [len(one.values["victims"]) for one in found] == [1, 1]
    assert [one.values["victims"][0]["name"] for one in found] == ["Hoa", "Năm"]


@pytest.mark.parametrize(
    "said", ["không phải tôi", "2 người bị thương", "chưa có ai đến", "sai rồi", "a" * 400]
)
def test_what_sets_nothing_right(said):
    assert read(said) == ()
