"""How an investigation stands is read from notes that only grow."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.investigation import Act, Member, Takes, read, read_member, steps
from domain.law import packs
from domain.law.rules import Certainty
from messages.catalog import has_words

DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
NOTES = st.lists(
    st.builds(
        lambda act, step, on, key: {"act": act, "step": step, "on": on.isoformat(), "key": key, "words": "x"},
        st.sampled_from([act.value for act in Act]),
        st.sampled_from([*(step.id for step in steps()), "a step of long ago"]),
        DAYS,
        st.sampled_from(["1.1", "1.2", "2.1"]),
    ),
    max_size=30,
)


def test_every_step_has_words_an_article_and_says_how_sure_it_is():
    assert next(step.id for step in steps()) == "decision"
    for step in steps():
        assert has_words(f"investigation-step-{step.id}")
        assert "Điều" in step.article
    sure = {step.id for step in steps() if step.certainty is Certainty.SURE}
    assert sure == {"decision", "assessment", "sending"}, "only these were seen quoted from the official text"


def test_what_ends_a_duty_of_the_law_names_one_that_there_is():
    duties = {rule.duty for pack in packs() for rule in pack.rules}
    assert {step.ends for step in steps() if step.ends} == {"investigate", "send_minutes"} <= duties


@given(NOTES)
def test_any_notes_can_be_read_and_the_last_word_on_a_step_stands(notes):
    found = read(notes)
    for state in found.states:
        ticks = [note for note in notes if note["step"] == state.step.id and note["act"] in ("done", "open")]
        last = ticks[-1] if ticks else None
        assert (state.done_on is not None) == (last is not None and last["act"] == "done")
        assert len({item.key for item in state.items}) == len(state.items)


@given(NOTES)
def test_an_open_step_is_never_also_a_duty_done(notes):
    found = read(notes)
    assert not {step.ends for step in found.open_steps if step.ends} & set(found.ended)


def test_a_meeting_held_ends_the_investigation():
    found = read([{"act": "done", "step": "meeting", "on": "2026-11-20"}])
    assert found.ended == {"investigate": date(2026, 11, 20)}
    assert "assessment" not in [step.id for step in found.open_steps]
    assert (
        read(
            [{"act": "done", "step": "meeting", "on": "2026-11-20"}, {"act": "open", "step": "meeting"}]
        ).ended
        == {}
    )


def test_what_is_taken_out_is_gone_and_nothing_else():
    add = {"act": "add", "step": "evidence"}
    notes = [
        {**add, "key": "1.1", "words": "cáp"},
        {**add, "key": "1.2", "files": [7]},
        {"act": "drop", "step": "evidence", "key": "1.1"},
    ]
    assert [(item.key, item.files) for item in read(notes).state("evidence").items] == [("1.2", (7,))]


@pytest.mark.parametrize(("words", "member"), [
    ("Nguyễn Văn An, Trưởng đoàn, Sở Nội vụ", Member("Nguyễn Văn An", "Trưởng đoàn", "Sở Nội vụ")),
    ("Tran Thi Binh - thanh vien - So Y te", Member("Tran Thi Binh", "thanh vien", "So Y te")),
    ("An; thư ký; Phòng A, Sở Y tế", Member("An", "thư ký", "Phòng A, Sở Y tế")),
    ("Nguyễn Văn An", None), ("Nguyễn Văn An, trưởng đoàn", None), ("", None), (" , , ", None),
])  # fmt: skip
def test_a_member_has_a_name_a_function_and_a_body(words, member):
    assert read_member(words) == member


def test_the_team_takes_members():
    assert {step.id: step.takes for step in steps()}["members"] is Takes.MEMBER
