"""The list of occupational diseases: dated, found from plain words, and told from an accident."""

import time
import unicodedata
from datetime import date

import pytest

from domain.diseases import candidates, disease_name, goes_on, is_disease
from domain.law.lists import diseases
from domain.listed_words import CLEAR
from domain.machines import wishes_to_declare
from domain.vietnamese.fold import fold

TODAY = date(2026, 11, 24)


def codes(text: str, day: date = TODAY) -> list[str]:
    return [one.code for one in candidates(text, day)]


def test_the_list_has_its_thirty_five_diseases_each_once():
    assert [line.code for line in diseases().lines] == [f"{n:02d}" for n in range(1, 36)]
    assert len({line.text for line in diseases().lines}) == 35


@pytest.mark.parametrize("line", diseases().lines, ids=lambda line: line.code)
def test_a_disease_is_found_by_its_own_name(line):
    assert codes(line.text)[0] == line.code
    assert codes(fold(line.text))[0] == line.code
    assert codes(unicodedata.normalize("NFD", line.text))[0] == line.code


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("điếc do ồn", "18"),
        ("bi diec tai vi lam xuong on qua", "18"),
        ("u tai vi xuong det on", "18"),
        ("nhiem doc chi", "08"),
        ("em bi ho bui phoi do lam mo da", "01"),
        ("bui phoi than", "05"),
        ("ho vì bụi bông, bụi phổi bông", "03"),
        ("te tay do cam may khoan nhieu nam", "21"),
        ("đau cột sống do lái xe ben rung xóc", "20"),
        ("ngứa lở da tay do xi măng", "26"),
        ("bị nứt nẻ tay vì ngâm nước chế biến tôm", "27"),
        ("viêm gan b", "30"),
        ("mã 18", "18"),
    ],
)
def test_plain_words_find_a_disease(words, code):
    found = candidates(words, TODAY)
    assert (found[0].code, found[0].score >= CLEAR) == (code, True)


def test_dust_in_the_lungs_alone_leaves_the_kind_open():
    assert codes("ho bụi phổi") == ["01", "02", "03", "04", "05"]
    assert all(one.score < CLEAR for one in candidates("ho bụi phổi", TODAY))


def test_what_is_denied_is_no_disease():
    assert not candidates("tôi không bị điếc", TODAY)


def test_the_name_and_the_list_are_those_of_the_day():
    before = date(2026, 2, 14)
    assert diseases().edition_on(before).name.endswith("Thông tư 02/2023/TT-BYT")
    assert diseases().edition_on(date(2026, 2, 15)).name == "Điều 3 Thông tư 60/2025/TT-BYT"
    assert disease_name("13", before) == "Bệnh nhiễm độc asen nghề nghiệp"
    assert disease_name("13", TODAY) == "Bệnh nhiễm độc arsenic nghề nghiệp"
    assert codes("covid", date(2022, 5, 1)) == []
    assert codes("covid") == ["35"]


@pytest.mark.parametrize(
    "text",
    [
        "tôi bị bệnh nghề nghiệp",
        "toi bi benh nghe nghiep",
        "bi diec tai vi lam xuong on qua",
        "khai benh bui phoi",
        "tôi bị ho bụi phổi",
        "nhiễm độc chì",
        "lam may det 10 nam gio nghe kem",
        "ngộ độc thuốc sâu mãn tính",
        "bị bụi phổi rồi",
    ],
)
def test_an_illness_of_years_is_heard_as_a_disease(text):
    assert is_disease(text)
    assert is_disease(unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    "text",
    [
        "3 nguoi ngo doc khi CO nam guc",
        "co 2 nguoi ngo doc thuoc sau",
        "nổ bình gas, 2 người điếc tai",
        "công nhân bị bụi phổi vừa ngất, gọi cấp cứu",
        "sáng nay bị nhiễm độc chì",
        "bệnh nghề nghiệp là gì",
        "báo cáo bệnh nghề nghiệp quý 3",
        "ngã gãy tay",
        "nợ lương",
        "",
    ],
)
def test_something_sudden_and_a_question_are_not(text):
    assert not is_disease(text)


def test_a_message_without_end_takes_no_time():
    endless = "khai báo bệnh, máy bị điếc tai vì ồn " * 20_000
    begun = time.perf_counter()
    assert is_disease(endless)
    candidates(endless, TODAY)
    goes_on(endless)
    wishes_to_declare(endless)
    assert time.perf_counter() - begun < 1.0
