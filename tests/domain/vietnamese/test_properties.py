"""What holds for any text at all."""

import time
import unicodedata
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.vietnamese.fold import fold, nfc
from domain.vietnamese.intents import Intent, understand
from domain.vietnamese.moments import MomentType, read_future_date, read_moment
from domain.vietnamese.numbers import read_number, read_people, read_phone
from domain.vietnamese.places import match_places
from tests.domain.vietnamese.messages import rows as message_rows
from tests.domain.vietnamese.time_expressions import rows as time_rows

WORDS = sorted({word for text, *_ in [*message_rows(), *time_rows()] for word in text.split()})
SAID = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
ANY = st.one_of(st.text(max_size=80), SAID, st.text("0123456789/-.:, htg", max_size=24))
MOMENTS = st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis wants naive ends


@given(ANY)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
    assert nfc(nfc(text)) == nfc(text)
    assert unicodedata.is_normalized("NFC", nfc(text))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đường  Nguyễn\tHuệ ", "duong nguyen hue"), ("ĐỒNG Ý", "dong y"), ("a\u200bb", "ab"), ("\ufeffok", "ok"),
        ("ta\u0302n la\u0323\u0302p", "tan lap"), ("Ｔân", "tan"), ("ước ượng", "uoc uong"), ("👍", "👍"), ("", ""),
    ],
)  # fmt: skip
def test_folding(text, folded):
    assert fold(text) == folded


def test_control_characters_go_but_lines_stay():
    assert nfc("a\x00b\x1f\nc\td\u202e") == "ab\nc\td"


@given(ANY)
def test_both_forms_of_unicode_mean_the_same(text):
    loose = unicodedata.normalize("NFD", text)
    tight = unicodedata.normalize("NFC", text)
    assert fold(loose) == fold(tight)
    one, other = understand(loose), understand(tight)
    assert (one.intent, one.confidence, one.slots) == (other.intent, other.confidence, other.slots)


@given(ANY, MOMENTS)
def test_no_moment_is_ever_to_come(text, now):
    moment = read_moment(text, now)
    if moment.type == MomentType.DATETIME:
        assert moment.value
        assert datetime.fromisoformat(moment.value) <= now
    if moment.type == MomentType.INTERVAL:
        assert moment.value
        start, end = moment.value.split("/")
        assert start <= end
    assert (moment.value is None) == (moment.type.value.isupper())


@given(ANY)
def test_nothing_raises(text):
    understood = understand(text)
    assert understood.confidence >= 0.5 or understood.intent == Intent.UNKNOWN
    read_number(text)
    people = read_people(text)
    assert (
        people is None or people.total is None or people.total >= (people.dead or 0) + (people.injured or 0)
    )
    phone = read_phone(text)
    assert phone is None or (phone.isdigit() and phone[0] == "0" and len(phone) in {10, 11})
    match_places(text, ["Xã Tân Lập", ""])


@given(ANY, st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_a_promise_is_never_past(text, today):
    found = read_future_date(text, today)
    assert found is None or found >= today


@pytest.mark.parametrize(
    "piece", ["co ", "bị ", "xóa giúp ", "1 người ", "không có ai bị ", "8h ", "từ 8h đến ", "20/11 ", "số "]
)
def test_long_messages_take_no_long_time(piece):
    text = piece * (20_000 // len(piece))
    now = datetime(2026, 11, 24, tzinfo=UTC)
    understand("có người ngã")  # the tables are compiled on first use
    started = time.perf_counter()
    understand(text)
    read_moment(text, now)
    read_people(text)
    read_phone(text)
    assert time.perf_counter() - started < 1.0
