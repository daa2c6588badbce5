"""Asking for a human being and ending a talk with one, in whole messages; nothing else is taken for either."""

import unicodedata

import pytest

from domain.vietnamese.fold import fold
from domain.vietnamese.handoff_words import asks_person, ends_talk, wants_number
from domain.vietnamese.intents import Intent
from tests.domain.vietnamese.messages import MESSAGES

ASKS = (
    "gặp người trực", "cho tôi gặp cán bộ trực ạ", "Tôi muốn gặp người thật", "xin gặp cán bộ xã",
    "gọi cán bộ giúp em", "nối máy cho tôi với người trực", "có ai ở đó không?", "không muốn nói chuyện với bot",
    "cho em nói chuyện với cán bộ", "talk to an officer", "I want to speak to a person", "human",
)  # fmt: skip
ENDS = (
    "kết thúc", "Kết thúc nhé", "xin kết thúc cuộc trò chuyện", "dừng trò chuyện", "cảm ơn, kết thúc", "end",
    "end the chat",
)  # fmt: skip
NEITHER = (
    "gặp người bị nạn ở cổng", "tôi gặp tai nạn", "gặp khó", "Cán bộ", "người bị thương", "gọi 115 rồi",
    "cán bộ kỹ thuật bị ngã", "kết thúc ca làm lúc 5h", "xong", "công việc kết thúc hôm qua",
)  # fmt: skip


def spellings(said):
    return said, unicodedata.normalize("NFD", said), fold(said), said.upper(), f"{said}."


@pytest.mark.parametrize("said", ASKS)
def test_a_person_is_asked_for(said):
    assert all(asks_person(form) for form in spellings(said))


@pytest.mark.parametrize("said", ENDS)
def test_a_talk_is_ended(said):
    assert all(ends_talk(form) for form in spellings(said))


@pytest.mark.parametrize("said", NEITHER)
def test_other_words_are_neither(said):
    assert not any(asks_person(form) or ends_talk(form) for form in spellings(said))


@pytest.mark.parametrize("intent", [intent for intent in MESSAGES if intent is not Intent.HANDOFF_TO_HUMAN])
def test_no_message_about_something_else_asks_for_a_person_or_ends_a_talk(intent):
    said = [line.strip() for line in MESSAGES[intent].splitlines() if line.strip()]
    assert said
    assert [line for line in said if asks_person(line) or ends_talk(line)] == []


def test_who_wants_a_person_is_heard_or_wants_a_number():
    said = [line.strip() for line in MESSAGES[Intent.HANDOFF_TO_HUMAN].splitlines() if line.strip()]
    assert [line for line in said if not asks_person(line) and not wants_number(line)] == []


def test_a_long_message_is_heard_for_what_it_tells():
    assert not asks_person("gặp người trực " * 10)
