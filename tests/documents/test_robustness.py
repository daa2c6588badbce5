"""Whatever the text, reading it ends, soon, with a reading or with BadInputError."""

import contextlib
import time
import unicodedata

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from documents.reading import read_plan_bytes, read_plan_text
from documents.source import source_from_text
from domain.errors import BadInputError
from domain.plan_json import reading_from_json, reading_to_json

WORDS = st.sampled_from(
    [
        *(
            "KẾ HOẠCH",
            "I. NHIỆM VỤ",
            "II. MỤC TIÊU",
            "III. TỔ CHỨC THỰC HIỆN",
            "1. Sở Y tế",
            "a) Tổ chức họp.",
            "1.1. Rà soát",
        ),
        *(
            "- Đơn vị thực hiện: Sở Y tế chủ trì, phối hợp Sở Nội vụ",
            "- Thời gian: Quý II/2026",
            "Thời hạn: 31/11",
            "Nơi nhận:",
        ),
        *(
            "| TT | Nhiệm vụ | Chủ trì | Thời hạn |",
            "| 1 | Họp | Sở Y tế | 30/6/2026 |",
            "và các đơn vị.",
            "giảm dưới 1%/năm;",
        ),
        *(
            "Giao Sở Nội vụ theo dõi; báo cáo UBND tỉnh trước ngày 15/12.",
            "Số: 1/KH-UBND",
            "V/v rà soát",
            "Kính gửi:",
            "STT",
            "Nhiệm vụ",
            "Đơn vị",
            "chủ trì",
            "Thời hạn: như trên",
            "Các nhiệm vụ trên hoàn thành trước ngày 15/12",
            "1. Họp (Sở Y tế chủ trì, trước 30/6",
            "PHỤ LỤC",
            "[1: ghi chú]",
            "(",
            ")",
            "",
        ),
        *(
            "Định kỳ hằng năm (trước ngày 25 tháng 12) hoặc đột xuất (khi có yêu cầu)",
            "Phần II",
            "\tx\ty\tz",
            "++",
            "./.",
            ":",
        ),
    ]
)
PLANS = st.lists(st.one_of(WORDS, st.text(max_size=40)), max_size=40).map("\n".join)
QUIET = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@QUIET
@example("++")
@given(PLANS)
def test_any_text_gives_a_reading_whose_lines_exist(text):
    with contextlib.suppress(BadInputError):
        reading = read_plan_text(text)
        count = source_from_text(text).line_count
        lines = [n for t in (*reading.tasks, *reading.targets) for n in t.lines]
        lines += [r.line for r in reading.recipients] + [p.line for p in reading.problems]
        assert all(1 <= line <= count for line in lines)
        assert all(task.lines and task.text for task in reading.tasks)
        assert len({task.id for task in reading.tasks}) == len(reading.tasks)
        assert reading_from_json(reading_to_json(reading)) == reading


@QUIET
@given(PLANS)
def test_unicode_form_and_line_ends_change_nothing(text):
    text = unicodedata.normalize("NFC", text).replace("\r", "")
    with contextlib.suppress(BadInputError):
        reading = read_plan_text(text)
        assert read_plan_text(unicodedata.normalize("NFD", text)) == reading
        assert read_plan_text(text.replace("\n", "\r\n")) == reading


@QUIET
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.docx", "a.pdf", "a.html", "a", "a.doc", "a.md"]))
def test_any_bytes_give_a_reading_or_bad_input(data, name):
    with contextlib.suppress(BadInputError):
        read_plan_bytes(data, name)


HOSTILE = {
    "ten thousand tasks": "I. NHIỆM VỤ\n"
    + "".join(
        f"{i % 999 + 1}. Rà soát việc {i}\n- Chủ trì: Sở Y tế, Phòng Số {i}\n- Thời gian: Quý II/{2000 + i}\n"
        for i in range(3333)
    ),
    "ten thousand clauses": "I. TỔ CHỨC THỰC HIỆN\n"
    + "".join(
        f"{i % 999 + 1}. Giao Sở Y tế báo cáo việc {i} với UBND tỉnh trước ngày 15/12 hằng năm.\n"
        for i in range(9999)
    ),
    "one line of a megabyte": "I. TỔ CHỨC THỰC HIỆN\n1. " + "Sở Y tế, Sở Nội vụ và " * 50_000,
    "a megabyte label": "I. NHIỆM VỤ\n1. Việc\n- Đơn vị thực hiện: " + "Sở Y tế, " * 110_000,
    "only brackets": "I. NHIỆM VỤ\n1. " + "(" * 500_000 + ")" * 500_000,
    "only colons": "I. NHIỆM VỤ\n1. " + "chủ trì: " * 110_000,
    "only digits": "I. NHIỆM VỤ\n1. " + "1/1/" * 250_000,
    "only blanks": "KẾ HOẠCH\n" + " " * 1_000_000 + "x",
    "deep numbers": "\n".join(".".join(["1"] * (i % 5 + 1)) + " Việc" for i in range(10_000)),
    "many dashes": "I. NHIỆM VỤ\n" + "- việc\n+ việc\n* việc\n" * 3333,
    "semicolons": "I. TỔ CHỨC THỰC HIỆN\n1. Giao Sở Y tế theo dõi" + "; theo dõi" * 1_800,
    "many rows": "I. NHIỆM VỤ\n| TT | Nhiệm vụ | Chủ trì | Thời hạn |\n"
    + "| 1 | Họp | Sở Y tế | 30/6/2026 |\n" * 10_000,
    "ten thousand paragraphs": "I. NHIỆM VỤ\n" + "Các đơn vị tổ chức thực hiện.\n" * 10_000,
    "twenty thousand lines that go on": "I. NHIỆM VỤ\n1. Việc\n- Chủ trì: Sở Y tế\n"
    + "và các đơn vị\n" * 20_000,
    "heads without rows": "STT\nNhiệm vụ\nChủ trì\nThời hạn\n" * 5_000,
    "a cell a line": "STT\nNhiệm vụ\nChủ trì\nThời hạn\n"
    + "".join(f"{i}\nRà soát\nSở Y tế\n30/6/2026\n" for i in range(1, 5_000)),
    "long title": "KẾ HOẠCH\n" + "Về việc Ủy ban nhân dân " * 40_000,
    "bookmarks": "[bookmark: " * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_end_soon(name):
    began = time.process_time()
    read_plan_text(HOSTILE[name])
    assert time.process_time() - began < 2.0 * slowness()


def slowness() -> float:
    """How many times slower than a plain desk machine this one is just now (1.0 or more)."""
    began = time.process_time()
    sum(i for i in range(1_000_000))
    return max(1.0, (time.process_time() - began) / 0.04)
