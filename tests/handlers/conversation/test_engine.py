"""The engine: the first unanswered step is asked, nothing is lost by going back, and it never runs away."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.conversation import engine
from handlers.conversation.answers import Answer, Got, Leave, Reopen, Retry
from handlers.conversation.flow import Ask, Do, Flow, Tell
from handlers.conversation.session import Session
from messages.envelope import InboundKind, Say

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
AROUND = engine.Circumstances({}, NOW)


def _ask(key, **changes):
    def read(answer, _turn):
        match answer.text:
            case "bad":
                return Retry(Say("choose-one"))
            case "fix":
                return Reopen(("place",))
            case "leave":
                return Leave(Say("flow-left"))
            case "both":
                return Got({"count": 2, "place": "x"})
        return Got({key: answer.text})

    return Ask(key, lambda _turn: Say(key), read, **changes)


FLOW = Flow(
    name="sample",
    steps=(
        Tell("hello", lambda _turn: Say("hello")),
        _ask("count"),
        _ask("place", skippable=True),
        Do("open", lambda turn: ("open", turn.answer("count"))),
        _ask("detail", when=lambda turn: turn.answer("place") is not None),
        Tell("bye", lambda _turn: Say("bye")),
    ),
    changed=lambda turn, values: ("keep", tuple(values)) if "open" in turn.session.answers else None,
)


def _text(words):
    return Answer(InboundKind.TEXT, words)


def _keys(sprint):
    return [say.key for say in sprint.says]


def test_it_tells_then_asks_the_first_open_question():
    sprint = engine.start(FLOW, Session("sample"), AROUND)
    assert _keys(sprint) == ["hello", "count"]
    assert sprint.session.at == "count"


def test_several_facts_in_one_message_fill_several_steps():
    started = engine.start(FLOW, Session("sample"), AROUND)
    sprint = engine.advance(FLOW, started.session, _text("both"), AROUND)
    assert sprint.waits_for_result
    assert sprint.commands == (("open", 2),)


def test_what_does_not_fit_keeps_the_question_open():
    started = engine.start(FLOW, Session("sample"), AROUND)
    sprint = engine.advance(FLOW, started.session, _text("bad"), AROUND)
    assert not sprint.understood
    assert sprint.session == started.session


def test_a_command_waits_and_its_result_becomes_an_answer():
    session = Session("sample", answers={"hello": True, "count": 1, "place": "x"}, at="place")
    sprint = engine.start(FLOW, session, AROUND)
    resumed = engine.resume(FLOW, sprint.session, {"code": "TN-26-ABCD"}, AROUND)
    assert resumed.session.answers["open"] == {"code": "TN-26-ABCD"}
    assert _keys(resumed) == ["detail"]


def test_a_later_answer_is_kept_at_once():
    session = Session("sample", answers={"hello": True, "count": 1, "place": "x", "open": True}, at="detail")
    sprint = engine.advance(FLOW, session, _text("y"), AROUND)
    assert sprint.commands == (("keep", ("detail",)),)
    assert sprint.session is None
    assert _keys(sprint) == ["bye"]


def test_going_back_asks_the_last_question_again_and_keeps_the_command_done():
    session = Session(
        "sample",
        answers={"hello": True, "count": 1, "place": "x", "open": True},
        at="detail",
        history=("count", "place"),
    )
    sprint = engine.go_back(FLOW, session, AROUND)
    assert sprint.session.at == "place"
    assert sprint.session.answers["open"] is True


def test_going_back_at_the_first_question_asks_it_again():
    started = engine.start(FLOW, Session("sample"), AROUND)
    assert _keys(engine.go_back(FLOW, started.session, AROUND)) == ["count"]


def test_only_a_skippable_question_can_be_skipped():
    started = engine.start(FLOW, Session("sample"), AROUND)
    assert _keys(engine.skip(FLOW, started.session, AROUND)) == ["flow-cannot-skip", "count"]
    at_place = engine.advance(FLOW, started.session, _text("3"), AROUND).session
    skipped = engine.skip(FLOW, at_place, AROUND)
    assert skipped.session.answers["place"] is None


def test_a_condition_leaves_a_question_out():
    session = Session("sample", answers={"hello": True, "count": 1, "place": None, "open": True})
    assert _keys(engine.start(FLOW, session, AROUND)) == ["bye"]


def test_a_flow_that_never_ends_is_stopped():
    endless = Flow(
        "endless", tuple(Tell(f"t{n}", lambda _turn: Say("x")) for n in range(engine.STEP_CAP + 1))
    )
    with pytest.raises(engine.RunawayFlowError):
        engine.start(endless, Session("endless"), AROUND)


WORDS = st.sampled_from(["1", "x", "bad", "fix", "both", "leave", "<back>", "<skip>", "<cancel>"])


@given(st.lists(WORDS, max_size=30))
def test_any_talk_stays_at_a_question_or_ends(words):
    """Whatever is said: a session waits at a question of the flow, survives JSON, and repeats are equal."""
    sprint = engine.start(FLOW, Session("sample"), AROUND)
    for word in words:
        while sprint.waits_for_result:
            sprint = engine.resume(FLOW, sprint.session, True, AROUND)
        if sprint.session is None:
            return
        session = Session.from_json(sprint.session.to_json())
        assert session == sprint.session
        assert isinstance(FLOW.step(session.at), Ask)
        steps = {"<back>": engine.go_back, "<skip>": engine.skip, "<cancel>": engine.cancel}
        if word in steps:
            sprint = steps[word](FLOW, session, AROUND)
        else:
            sprint = engine.advance(FLOW, session, _text(word), AROUND)
            assert sprint == engine.advance(FLOW, session, _text(word), AROUND)
        assert sprint.says or sprint.commands or sprint.session is None
