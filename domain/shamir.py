"""A secret split among several so that `threshold` of them give it back and fewer learn nothing (Shamir 1979).

Each byte is the constant of a random polynomial over GF(256), with the AES polynomial x^8+x^4+x^3+x+1. Four
bytes of SHA-256 are split along with the secret, so that a wrong or mixed share is noticed. Pure: the caller
brings the random bytes. Not constant in time: shares are put together at a terminal, never for a stranger.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from domain.errors import BadInputError

CHECK = 4  # bytes of checksum under the secret
MOST = 255  # points of the field other than zero, where the secret lies


@dataclass(frozen=True, slots=True)
class Share:
    """One point of the polynomials: `index` (1 to 255) and a byte for each byte of the secret and its checksum."""

    index: int
    data: bytes


def _tables() -> tuple[bytes, bytes]:
    exp, log = bytearray(510), bytearray(256)
    value = 1
    for power in range(255):
        exp[power] = exp[power + 255] = value
        log[value] = power
        doubled = (value << 1) ^ (0x11B if value & 0x80 else 0)
        value ^= doubled  # times three, which generates the whole group
    return bytes(exp), bytes(log)


_EXP, _LOG = _tables()


def multiply(a: int, b: int) -> int:
    """Return the product of two elements of GF(256)."""
    return _EXP[_LOG[a] + _LOG[b]] if a and b else 0


def divide(a: int, b: int) -> int:
    """Return the quotient; raises ZeroDivisionError for zero."""
    if b == 0:
        raise ZeroDivisionError
    return _EXP[_LOG[a] + 255 - _LOG[b]] if a else 0


def split(secret: bytes, threshold: int, count: int, token: Callable[[int], bytes]) -> tuple[Share, ...]:
    """Return `count` shares, any `threshold` of which give the secret back; `token(n)` gives n random bytes.

    Raises BadInputError `seal-shares-count` where 2 <= threshold <= count <= 255 does not hold.
    """
    if not 2 <= threshold <= count <= MOST:
        raise BadInputError("seal-shares-count", threshold=threshold, count=count)
    whole = secret + _checksum(secret)
    higher = [token(len(whole)) for _ in range(threshold - 1)]
    return tuple(_point(whole, higher, index) for index in range(1, count + 1))


def _point(whole: bytes, higher: Sequence[bytes], index: int) -> Share:
    data = bytearray()
    for place, constant in enumerate(whole):
        value = 0
        for coefficients in reversed(higher):
            value = multiply(value ^ coefficients[place], index)
        data.append(value ^ constant)
    return Share(index, bytes(data))


def combine(shares: Sequence[Share]) -> bytes:
    """Return the secret that enough right shares stand for.

    Raises BadInputError `seal-shares-wrong` where they are too few, of one index twice, or do not belong
    together: a wrong one gets past the checksum once in four thousand million times.
    """
    whole = point_at(shares, 0).data
    secret, check = whole[:-CHECK], whole[-CHECK:]
    if _checksum(secret) != check:
        raise BadInputError("seal-shares-wrong")
    return secret


def point_at(shares: Sequence[Share], index: int) -> Share:
    """Return the point at another index (0 is the secret with its checksum) of what `threshold` shares define.

    Nothing is checked but their shape: fewer shares than the threshold give a point of another polynomial.
    """
    sizes = {len(share.data) for share in shares}
    indices = [share.index for share in shares]
    fits = len(set(indices)) == len(indices) >= 2 and len(sizes) == 1 and min(sizes) > CHECK
    if not fits or not all(1 <= i <= MOST for i in indices):
        raise BadInputError("seal-shares-wrong")
    weights = [_weight(indices, own, index) for own in indices]
    columns = zip(*(share.data for share in shares), strict=True)
    return Share(index, bytes(_sum(map(multiply, weights, column)) for column in columns))


def _weight(indices: Sequence[int], own: int, at: int) -> int:
    """Return the Lagrange basis polynomial of `own` at a point; in this field minus is plus."""
    weight = 1
    for other in indices:
        if other != own:
            weight = multiply(weight, divide(at ^ other, own ^ other))
    return weight


def _sum(terms: "map[int]") -> int:
    total = 0
    for term in terms:
        total ^= term
    return total


def _checksum(secret: bytes) -> bytes:
    return hashlib.sha256(b"baoan-share" + secret).digest()[:CHECK]
