"""Text broken into lines of one width reads like the same text unbroken, but for the numbers of its lines."""

import textwrap
from dataclasses import replace
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from documents.reading import read_plan_text
from documents.source import Line, source_from_text
from documents.wrapping import join_wrapped
from domain.plan import PlanReading
from tests.documents.samples import real_plan

PLAN = files("bot.sample").joinpath("plan.txt").read_text("utf-8")


def wrapped(text: str, width: int) -> str:
    return "\n".join(
        "\n".join(textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False)) or line
        for line in text.split("\n")
    )


def without_lines(reading: PlanReading) -> PlanReading:
    return replace(
        reading,
        tasks=tuple(replace(task, lines=()) for task in reading.tasks),
        targets=tuple(replace(target, lines=()) for target in reading.targets),
        recipients=tuple(replace(recipient, line=0) for recipient in reading.recipients),
        problems=tuple(sorted({problem.code for problem in reading.problems})),  # type: ignore[misc]
    )


@settings(max_examples=20, deadline=None)
@given(st.integers(60, 135))
def test_the_sample_plan_in_any_width(width):
    assert without_lines(read_plan_text(wrapped(PLAN, width))) == without_lines(read_plan_text(PLAN))


@pytest.mark.parametrize("width", [66, 72, 80, 88, 100, 120])
def test_the_real_plan_in_any_width(width):
    text = real_plan("seed-plan.txt").read_text("utf-8")
    broken, whole = (without_lines(read_plan_text(t)) for t in (wrapped(text, width), text))
    assert replace(broken, problems=()) == replace(whole, problems=())


def joined(*lines: str) -> list[bool]:
    filler = ["a " * 29 + "aa"] * 6  # sixty letters, each line full
    blocks = join_wrapped(source_from_text("\n".join([*filler, "", *lines])).blocks)
    return [block.joined for block in blocks[7:] if isinstance(block, Line)]


FULL = "b" * 52


@pytest.mark.parametrize(
    ("first", "second", "goes_on"),
    [
        (f"{FULL} số", "120/KH-UBND ngày 5/1", True),
        (f"{FULL} khó.", "Việc khác cũng thế", True),
        (f"{FULL} việc", "1. Việc khác cũng thế", False),
        (f"{FULL} việc", "Thời gian thực hiện: Quý I", False),
        (f"{FULL} (tháng", "12) và khi có yêu cầu", True),
        (f"{FULL} tháng", "12) và khi có yêu cầu", False),
        (f"bb {FULL} việc", "- TB&XH", True),
        (f"bb {FULL} việc", "- Thương binh và Xã hội", False),
        (f"bb {FULL} việc", "- xã hội khác", True),
        (f"bb {FULL[4:]} Lao động", "- Thương binh và Xã hội", True),
        (f"b {FULL} việc;", "- xã hội", False),
        ("ngắn", "Việc khác", False),
        ("-" * 60, "Việc khác", False),
        ("II. NHIỆM VỤ VÀ GIẢI PHÁP CHỦ YẾU THỰC HIỆN CÔNG TÁC CHUNG", "Việc khác cũng thế", False),
    ],
)
def test_which_lines_go_on(first, second, goes_on):
    assert joined(first, second)[1] is goes_on


def test_text_that_is_not_wrapped_is_left_alone():
    for text in (PLAN, "a\nb\nc", "", "I. NHIỆM VỤ\n" + "- việc ngắn\n" * 30):
        blocks = source_from_text(text).blocks
        assert join_wrapped(blocks) == blocks


def test_a_recipient_broken_over_two_lines_is_one():
    text = wrapped(PLAN, 60)
    assert "Nơi nhận" in text
    assert read_plan_text(text).recipients[0].name == read_plan_text(PLAN).recipients[0].name
