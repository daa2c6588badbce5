"""Words about the duty roster: who is on duty, spans of the days ahead."""

import unicodedata
from datetime import datetime

import pytest

from domain.calendar import LOCAL
from domain.desk_policy import default_desk
from domain.roster import Span
from domain.vietnamese.roster_words import asks_on_duty, place_asked, read_span, wants_roster

NOW = datetime(2026, 11, 24, 9, tzinfo=LOCAL)


@pytest.mark.parametrize(
    "said",
    [
        "ai đang trực?",
        "ai dang truc",
        "hom nay ai truc",
        "Ai trực thế?",
        "toi nay ai truc vay",
        "ai trực tối nay",
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_who_is_on_duty_is_asked(said, form):
    assert asks_on_duty(unicodedata.normalize(form, said))


@pytest.mark.parametrize(
    "said", ["gặp người trực", "trực", "ai trực hôm đó bị ngã", "người trực bị thương", ""]
)
def test_other_words_do_not_ask(said):
    assert not asks_on_duty(said)
    assert place_asked(said) is None


def test_a_place_is_asked_about():
    assert place_asked("ai đang trực xã Tân Lập?") == "xa tan lap"
    assert place_asked("ai truc o so noi vu the") == "so noi vu"


@pytest.mark.parametrize("said", ["lịch trực", "phan truc", "đặt lịch trực", "xem lich truc nhe"])
def test_the_roster_is_wanted(said):
    assert wants_roster(said)


def test_it_is_not_wanted_by_a_story():
    assert not wants_roster("lịch trực hôm qua có người bị ngã giàn giáo")


@pytest.mark.parametrize(
    ("said", "span"),
    [
        ("giờ hành chính", Span.HOURS),
        ("ban dem", Span.NIGHTS),
        ("Cuối tuần", Span.DAYS_OFF),
        ("ngày nghỉ", Span.DAYS_OFF),
    ],
)
def test_standing_spans(said, span):
    found = read_span(said, NOW, default_desk())
    assert (found.span, found.starts, found.ends) == (span, None, None)


@pytest.mark.parametrize(
    ("said", "starts", "ends"),
    [
        ("25/11", "2026-11-25T00:00", "2026-11-26T00:00"),
        ("25/11 đến 30/11", "2026-11-25T00:00", "2026-12-01T00:00"),
        ("từ 25/11/2026 - 30/11/2026", "2026-11-25T00:00", "2026-12-01T00:00"),
        ("17h 25/11 đến 7h30 26/11", "2026-11-25T17:00", "2026-11-26T07:30"),
        ("2026-11-25 17:00 - 2026-11-26 07:30", "2026-11-25T17:00", "2026-11-26T07:30"),
        ("28/12 den 3/1", "2026-12-28T00:00", "2027-01-04T00:00"),
        ("toi nay", "2026-11-24T17:00", "2026-11-25T07:30"),
        ("mai", "2026-11-25T00:00", "2026-11-26T00:00"),
        ("tuần sau", "2026-11-30T00:00", "2026-12-07T00:00"),
        ("3/1", "2027-01-03T00:00", "2027-01-04T00:00"),
    ],
)
def test_spans_by_dates(said, starts, ends):
    found = read_span(said, NOW, default_desk())
    assert found.span is Span.DATED
    assert (f"{found.starts:%Y-%m-%dT%H:%M}", f"{found.ends:%Y-%m-%dT%H:%M}") == (starts, ends)


@pytest.mark.parametrize(
    "said",
    [
        *("", "abc", "32/1", "31/11", "25/11/2020", "30/11 đến 25/11/2026", "25h 25/11 - 26/11"),
        *("1/1/2027 - 1/1/2030", "1/1 2/1 3/1"),
    ],
)
def test_what_is_no_span_to_come_is_none(said):
    assert read_span(said, NOW, default_desk()) is None
