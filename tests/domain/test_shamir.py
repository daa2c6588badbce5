"""Any k shares give the secret, k-1 tell nothing, a wrong one is noticed."""

import itertools
import random
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import shamir
from domain.errors import BadInputError
from domain.shamir import Share, combine, divide, multiply, point_at, split


def seeded(seed):
    return random.Random(seed).randbytes  # noqa: S311 - the same shares each run


@st.composite
def schemes(draw):
    count = draw(st.integers(2, 7))
    return draw(st.binary(min_size=1, max_size=40)), draw(st.integers(2, count)), count, draw(st.integers())


@given(schemes())
@settings(max_examples=80, deadline=None)
def test_any_k_shares_and_more_give_the_secret(scheme):
    secret, threshold, count, seed = scheme
    shares = split(secret, threshold, count, seeded(seed))
    for size in range(threshold, count + 1):
        for some in itertools.combinations(shares, size):
            assert combine(some) == secret
            assert combine(some[::-1]) == secret


@given(schemes())
@settings(max_examples=80, deadline=None)
def test_fewer_shares_are_refused(scheme):
    secret, threshold, count, seed = scheme
    shares = split(secret, threshold, count, seeded(seed))
    with pytest.raises(BadInputError):
        combine(shares[: threshold - 1])


@given(schemes(), st.integers(1, 255), st.data())
@settings(max_examples=80, deadline=None)
def test_one_changed_bit_is_noticed(scheme, change, data):
    secret, threshold, count, seed = scheme
    shares = list(split(secret, threshold, count, seeded(seed)))[:threshold]
    at = data.draw(st.integers(0, len(secret) + shamir.CHECK - 1))
    wrong = bytearray(shares[0].data)
    wrong[at] ^= change
    shares[0] = Share(shares[0].index, bytes(wrong))
    with pytest.raises(BadInputError):
        combine(shares)


def test_shares_of_two_secrets_and_doubled_shares_are_noticed():
    one, other = split(b"x" * 32, 2, 3, seeded(1)), split(b"x" * 32, 2, 3, seeded(2))
    for mixed in ((one[0], other[1]), (one[0], one[0]), (one[0],), ()):
        with pytest.raises(BadInputError):
            combine(mixed)
    with pytest.raises(BadInputError):
        combine((Share(0, one[0].data), one[1]))
    with pytest.raises(BadInputError):
        combine((one[0], Share(2, one[1].data[:-1])))


@pytest.mark.parametrize("threshold", [2, 3])
def test_k_minus_one_shares_tell_nothing_of_a_small_secret(threshold):
    """For each of two secrets, every value of a share of one byte comes about equally often (chi-square)."""
    rounds, counts = 25_600, {}
    for secret in (b"\x00", b"\xa7"):
        token = seeded(secret[0])
        counts[secret] = Counter(
            split(secret, threshold, 3, token)[threshold - 1].data[0] for _ in range(rounds)
        )
    for found in counts.values():
        expected = rounds / 256
        chi = sum((found[value] - expected) ** 2 / expected for value in range(256))
        assert chi < 350  # 255 degrees of freedom: above this once in 15,000 runs, and the seed is fixed


def test_every_secret_fits_k_minus_one_shares_exactly_once():
    """With two of three shares missing, each of the 256 secrets has exactly one other share that gives it."""
    (known, *_) = split(b"\x42", 2, 3, seeded(5))
    byte = Share(1, known.data[:1])
    fitting = Counter(
        multiply(byte.data[0], divide(2, 3)) ^ multiply(other, divide(1, 3)) for other in range(256)
    )
    assert set(fitting) == set(range(256))
    assert set(fitting.values()) == {1}


def test_a_further_share_belongs_to_the_others():
    shares = split(b"secret", 3, 4, seeded(9))
    fifth = point_at(shares[:3], 5)
    assert combine((fifth, shares[3], shares[0])) == b"secret"


def test_the_field_is_a_field():
    for a in range(256):
        assert multiply(a, 1) == a
        for b in range(1, 256):
            assert divide(multiply(a, b), b) == a
    assert multiply(0x53, 0xCA) == 1  # the inverse pair of FIPS 197
    with pytest.raises(ZeroDivisionError):
        divide(1, 0)


@pytest.mark.parametrize(("threshold", "count"), [(1, 3), (3, 2), (0, 0), (2, 256)])
def test_a_scheme_that_is_none_is_refused(threshold, count):
    with pytest.raises(BadInputError):
        split(b"x", threshold, count, seeded(1))
