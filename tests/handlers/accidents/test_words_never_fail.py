"""Whatever is typed, the readers of victims, causes and corrections answer, and fast."""

import time
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from domain.causes import candidates
from domain.vietnamese.correction_words import pair_of
from domain.vietnamese.jest import is_doubtful
from domain.vietnamese.victim_list_words import read_victims
from handlers.conversation.flow import Turn
from handlers.conversation.session import Session
from handlers.flows.amend_reading import meant
from handlers.flows.correction_told import told

NOW = datetime(2026, 11, 24, 1, 50, tzinfo=UTC)
WORDS = (
    "anh", "chị", "Nam", "Năm", "35 tuổi", "thợ điện", "gãy tay", "chứ không phải", "không phải", "mà", "sai rồi",
    "3", "2", "người", "chết", "tên", "là", "hôm qua", "xã Tân Lập", "0912345678", ",", ";", "\n", "1.", "İ",
    "\u0301", "sinh năm", "1990", "nam", "nữ", "mất", "công ty", "Cầu 5", "sửa", "thành", "bị", "😂", "và",
)  # fmt: skip
texts = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
FACTS = {
    "people": {"total": 2, "dead": 1, "injured": 1},
    "place": {"unit": 3, "name": "xã Tân Lập", "words": "cầu Tân Lập"},
    "happened": {"type": "date_part", "value": "2026-11-23/morning"},
    "workplace": "Công ty Cầu 5",
    "victims": [{"name": "Năm", "injury": "gãy tay"}, {}, {"outcome": "dead"}],
}


def turn(facts):
    return Turn(Session("x", answers=facts), {"communes": {"xã Tân Lập": 3, "xã Tân Hòa": 4}}, NOW, "vi")


@given(texts, st.sampled_from([None, "hurt", "who", "list"]))
def test_victims(text, asked):
    for entry in read_victims(text, 2026, asked=asked):
        assert entry
        assert all(value not in ("", None) for value in entry.values())
        assert 1900 < entry.get("birth_year", 1990) < 2026


@given(texts, st.sampled_from([FACTS, {}]))
def test_corrections(text, facts):
    pair_of(text)
    for found in (meant(text, turn(facts)), told(text, turn(facts))):
        for change in found if isinstance(found, tuple) else ():
            people = change.values.get("people") or {}
            assert (people.get("dead") or 0) <= (people.get("total") or 10_000)


@given(texts)
def test_causes_and_jokes(text):
    is_doubtful(text)
    for question in ("cause", "factor"):
        assert all(one.score > 0 for one in candidates(question, text))


def test_long_messages_take_no_time():
    for text in (
        "anh Nam gãy tay, " * 200,
        "a " * 2_000,
        "anh " * 1_000,
        "gãy " * 1_000,
        "chứ không phải " * 200,
    ):
        started = time.process_time()
        read_victims(text[:2_000], 2026, asked="list")
        meant(text, turn(FACTS))
        candidates("factor", text)
        assert time.process_time() - started < 1.0
