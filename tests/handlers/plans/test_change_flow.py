"""A change as a coordinator plays it through the real router; and whatever anybody types into it."""

import random

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from handlers.services import plan_merge
from tests.handlers.plans import world
from tests.handlers.plans.changing import (
    BOOK,
    CHECK,
    EXAM,
    LABOUR,
    SAFETY,
    THEN,
    apply,
    approved,
    changed,
    plan,
)
from tests.handlers.plans.test_review import LIMIT, Talk

MOVED = {**SAFETY, "deadline": THEN, "deadline_text": "trước 31/10/2024"}
DOUBT = {"field": "lead_units", "reason": "x", "message": "Chưa chắc.", "alternatives": [LABOUR]}


@pytest.fixture
def talk(place):
    return Talk(place)


def _labels(said):
    return [label for _, label in said[-1]["choices"]]


def test_a_corrected_plan_opens_at_what_changes(talk):
    base = approved(talk.place)
    said = talk.hear_reading(plan(MOVED, {**CHECK, "id": "5"}, EXAM))
    assert said[1]["text"].startswith(f"Đây là bản sửa của {base}")
    assert said[1]["text"].endswith("1 việc giữ nguyên, 1 thay đổi, 1 mới, 1 bãi bỏ.")
    text = said[-1]["text"]
    assert "Thời hạn: trước 30/09/2024 (an toàn: hết 29/09/2024) → trước 31/10/2024" in text
    assert ("Mới 4 Khám" in text, "Bãi bỏ 3 Lập sổ" in text, "Chỉ đổi số: 2 → 5" in text) == (
        True,
        True,
        True,
    )
    assert _labels(said) == ["Giữ lại 3", "Áp dụng thay đổi", "Về tóm tắt"]


def test_doubts_come_after_the_changes_and_the_yes_names_them(talk):
    base = approved(talk.place)
    said = talk.hear_reading(plan(MOVED, CHECK, BOOK, {**EXAM, "review": [DOUBT], "needs_review": True}))
    assert "Xem chỗ cần xem lại (1)" in _labels(said)
    said = talk.say("áp dụng")
    assert said[-2]["text"] == "Chưa ai xem xong: 4, Đơn vị chủ trì."
    assert said[-1]["text"] == (
        f"Áp dụng vào {base}: 1 thay đổi, 1 mới, 0 bãi bỏ. Để ngỏ 1 chỗ trên. Áp dụng không?"
    )
    said = talk.say("áp dụng")
    assert said[0]["text"].startswith(f"✅ Đã áp dụng vào {base}: 1 thay đổi, 1 mới, 0 bãi bỏ.")
    assert talk.place.plan(talk.code).state == "merged"


def test_a_row_left_out_is_kept_with_one_tap_and_stays_kept(talk):
    base = approved(talk.place)
    talk.hear_reading(plan(SAFETY, CHECK))
    said = talk.say("giữ lại 3")
    assert said[0]["text"] == "Đã giữ lại 3 như kế hoạch cũ."
    talk.say("áp dụng")
    talk.say("áp dụng")
    assert [t.ref for t in talk.place.uow.plans.tasks(talk.place.plan(base).id)] == ["1", "2", "3"]
    said = talk.hear_reading(plan(SAFETY, CHECK))
    assert said[1]["text"] == f"So với {base} không có gì thay đổi."


def test_which_document_it_is_is_asked_where_it_is_not_sure(talk):
    base = approved(talk.place)
    said = talk.hear_reading(plan(MOVED, CHECK, BOOK, number="45/KH-UBND"))
    assert said[-1]["text"] == f"{talk.code} là văn bản nào?"
    assert [label[:12] for label in _labels(said)] == [f"Bản sửa của {base}"[:12], "Kế hoạch mới", "Để đó"]
    said = talk.say("1")
    assert said[0]["text"].startswith(f"Đây là bản sửa của {base}")
    assert "Thời hạn:" in said[-1]["text"]
    talk.tap("pl:hub")
    talk.tap("pl:rekin")
    said = talk.say("kế hoạch mới")
    assert said[0]["text"] == f"Đã ghi: {talk.code} là kế hoạch mới."
    assert talk.place.plan(talk.code).changes_id is None


def test_it_is_still_asked_after_leaving_and_coming_back(talk):
    approved(talk.place)
    talk.hear_reading(plan(MOVED, number="45/KH-UBND"))
    talk.say("để đó")
    assert "là văn bản nào?" in talk.tap(f"plan:review:{talk.code}")[-1]["text"]


def test_a_plan_changed_by_somebody_else_meanwhile_is_compared_anew(talk):
    base = approved(talk.place)
    other = changed(talk.place, SAFETY, CHECK, BOOK, EXAM)
    talk.hear_reading(plan(MOVED, CHECK, BOOK))
    talk.say("áp dụng")
    apply(talk.place, other)
    said = talk.say("áp dụng")
    assert said[0]["text"].startswith(f"{base} vừa được thay đổi.")
    assert "1 bãi bỏ" in said[-1]["text"]


def test_two_at_once_the_second_hears_it_was_applied(talk):
    approved(talk.place)
    talk.hear_reading(plan(MOVED, CHECK, BOOK))
    talk.say("áp dụng")
    plan_merge.apply_change(talk.place.uow, plan_merge.ApplyChange(talk.code), talk.place.by())
    assert "đã được duyệt trước đó" in talk.say("áp dụng")[0]["text"]


def test_a_merged_draft_leads_to_its_plan(talk):
    base = approved(talk.place)
    apply(talk.place, changed(talk.place, MOVED, CHECK, BOOK))
    said = talk.tap(f"plan:review:{talk.code}")
    assert said[1]["text"] == f"{talk.code} đã được gộp vào {base}."
    assert said[-1]["choices"][0][0] == f"plan:rows:{base}"


_typed = st.one_of(
    st.sampled_from(
        ["quay lại", "bỏ qua", "menu", "hủy", "đúng", "1", "2", "3", "9", "áp dụng", "giữ lại 3", "kế hoạch mới",
         "xem thay đổi", "để đó", "trước 15/12 hằng năm", "4 hạn trước 30/11/2024", "duyệt", "😀", "a" * 300]
    ),
    st.text(max_size=20),
)  # fmt: skip


@settings(
    max_examples=20,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    st.integers(0, 10**6),
    st.booleans(),
    st.lists(st.one_of(st.none(), _typed), min_size=5, max_size=30),
)
def test_whatever_is_said_is_answered_and_no_question_is_long(seed, sure, steps):
    rng = random.Random(seed)  # noqa: S311 - which button is pressed must come out the same
    with world.district() as place:
        base = approved(place)
        talk = Talk(place)
        rows = [
            MOVED,
            {**CHECK, "lead_units": ["Trạm Khí tượng"]},
            {**EXAM, "review": [DOUBT], "needs_review": True},
        ]
        said = talk.hear_reading(plan(*rows, number="18/KH-UBND" if sure else "45/KH-UBND"))
        for step in steps:
            if not talk.is_reviewing():
                said = talk.tap(f"plan:review:{talk.code}")
                continue
            choices = said[-1]["choices"]
            said = talk.tap(rng.choice(choices)[0]) if step is None and choices else talk.say(step or "menu")
            assert said
            for one in said if talk.is_reviewing() else ():
                longer = ("Trang ", "Khẩn cấp: ")  # pages of changes, and the help, which is no question
                if one["choices"] and not any(word in one["text"] for word in longer):
                    assert len(one["text"]) <= LIMIT, one["text"]
        assert place.plan(base).state == "approved"
