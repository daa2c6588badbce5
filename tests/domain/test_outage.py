"""The operator is told of an outage in time, once, daily while it lasts, and once when it is over."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.outage import AGAIN_EVERY, CALM, LONGEST_CALM, PATIENCE, Outage, Word, calm_after, look

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
EVERY = timedelta(seconds=15)
LOST = "token-lost"


def watched(states, every=EVERY):
    """Look at a channel again and again; returns what was told as (after how long, word, problem)."""
    known, told, since, before = Outage(), [], NOW, None
    for number, problem in enumerate(states):
        now = NOW + number * every
        since, before = (since, before) if problem == before else (now, problem)
        known, word = look(known, problem, since, now, at_once=problem == LOST)
        if word is not None:
            told.append((now - NOW, word, problem))
    return told, known


def lasting(problem, span, every=EVERY):
    return [problem] * round(span / every)


def words(told):
    return [word for _, word, _ in told]


def test_what_passes_within_two_minutes_is_not_told():
    states = [None, *lasting("away", PATIENCE - EVERY), *lasting(None, timedelta(hours=1))]
    assert watched(states) == ([], Outage())


def test_what_lasts_is_told_after_two_minutes_then_daily_then_when_it_is_over():
    states = [*lasting("away", timedelta(days=2, minutes=5)), *lasting(None, CALM + EVERY)]
    told, known = watched(states)
    assert words(told) == [Word.DOWN, Word.STILL_DOWN, Word.STILL_DOWN, Word.WORKS_AGAIN]
    assert [at for at, *_ in told[:3]] == [PATIENCE, PATIENCE + AGAIN_EVERY, PATIENCE + 2 * AGAIN_EVERY]
    assert known.since is None


def test_a_lost_token_is_told_at_once_and_once():
    states = [None, *lasting(LOST, timedelta(hours=3))]
    assert watched(states)[0] == [(EVERY, Word.DOWN, LOST)]


def test_a_second_poller_that_comes_and_goes_is_one_outage():
    states = ["poller", None, None] * 240
    told, _ = watched(states, timedelta(seconds=5))
    assert words(told) == [Word.DOWN]


def test_another_problem_within_an_outage_is_told_too():
    states = [*lasting("away", timedelta(minutes=5)), *lasting(LOST, timedelta(minutes=5))]
    assert [(word, problem) for _, word, problem in watched(states)[0]] == [
        (Word.DOWN, "away"),
        (Word.DOWN, LOST),
    ]


def test_a_problem_that_began_before_we_looked_has_lasted():
    known, word = look(Outage(), "away", NOW - PATIENCE, NOW, at_once=False)
    assert (word, known.since) == (Word.DOWN, NOW - PATIENCE)


def test_the_calm_grows_with_the_outages_of_the_day():
    began = tuple(NOW - timedelta(hours=n) for n in range(30, 0, -1))
    assert calm_after((), NOW) == calm_after(began[-1:], NOW) == CALM
    assert calm_after(began[-3:], NOW) == 4 * CALM
    assert calm_after(began, NOW) == LONGEST_CALM


PROBLEMS = st.sampled_from([None, None, "away", "poller", LOST])
SPANS = st.lists(st.tuples(PROBLEMS, st.integers(1, 200)), max_size=40)


@given(SPANS)
def test_whatever_happens_the_words_make_sense_and_are_few(spans):
    states = [problem for problem, count in spans for _ in range(count)]
    told, _ = watched(states)
    is_down, last = False, {}
    for at, word, problem in told:
        if word is Word.WORKS_AGAIN:
            assert is_down
            number = round(at / EVERY)
            calm = round(CALM / EVERY)
            assert set(states[number - calm : number + 1]) == {None}
            is_down, last = False, {}
            continue
        assert problem is not None
        assert states[round(at / EVERY)] == problem
        if word is Word.STILL_DOWN:
            assert is_down
            assert at - max(last.values()) >= AGAIN_EVERY
        else:
            assert problem not in last  # once in an outage
        is_down, last[problem] = True, at
    for at, *_ in told:
        within = [other for other, *_ in told if at <= other < at + timedelta(days=1)]
        assert len(within) <= 30


@given(SPANS, st.sampled_from(["away", "poller", LOST]))
def test_nothing_that_lasts_stays_untold(spans, problem):
    states = [one for before, count in spans for one in [before] * count]
    told, known = watched([*states, *lasting(problem, PATIENCE + 2 * EVERY)])
    assert problem in known.told
    assert words(told)[-1] is not Word.WORKS_AGAIN
