"""Free questions: within the remit, every number with its rows, buttons that say no more than they may."""

from datetime import date, datetime

import pytest

from domain.calendar import LOCAL
from domain.vietnamese.query_words import Query, Rank, State, Subject
from domain.vietnamese.spans import Span
from handlers.flows import asked


@pytest.fixture
def late(world):
    world.now = datetime(2026, 12, 16, 9, 5, tzinfo=LOCAL)
    return world


def test_a_unit_named_is_the_only_one_counted(late):
    (shown,) = late.talk("coordinator").say("xã Tân Lập còn mấy việc trễ?")
    assert "việc quá hạn của" in shown
    assert "Tân Lập" in shown
    assert "Đông Sơn" not in shown


def test_what_lies_outside_the_remit_is_not_told(late):
    (shown,) = late.talk("focal").say("Sở Nội vụ còn mấy việc trễ")
    assert "ngoài phần anh/chị được xem" in shown


def test_a_stranger_gets_nothing(late):
    said = late.talk("worker").say("đơn vị nào gặp khó")
    assert not any("Tính đến" in text for text in said)
    said = late.talk("worker").tap("asked:1:duties,overdue,-,-,-,-,-,-,-")
    assert not any("Tính đến" in text for text in said)


def test_what_goes_into_a_button_comes_out_again():
    query = Query(
        Subject.DUTIES,
        State.SOON,
        Rank.BEST,
        "commune",
        Span(date(2026, 1, 1), date(2026, 12, 31)),
        "III.2.đ",
    )
    packed = asked._packed(query, None)
    assert asked._unpacked(packed) == (query, None)
    assert len(f"asked:99:{packed}".encode()) <= 64 + 16, (
        "the longest still fits, or is shown as a numbered line"
    )


@pytest.mark.parametrize(
    "payload", ["asked:1:x", "asked:x:y", "asked:open:CV-26-NOPE", "asked", "asked:1:a,b,c,d,e,f,g,h,i"]
)
def test_a_button_that_was_made_up_reveals_nothing(late, payload):
    said = late.talk("coordinator").tap(payload)
    assert said
    assert not any("Tính đến" in text for text in said)
