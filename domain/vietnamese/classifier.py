"""A guess at what a message is about from its letters: a logistic regression over character n-grams.

The grammar of intents.py asks it where it knows no phrase, or to weigh one that is not sure. Its weights stand in
`intent_weights.txt`, written by `python -m benchmarks.train_intents` from the messages in the repository.
"""

import math
from functools import cache
from importlib.resources import files

LENGTHS = (3, 4, 5)  # letters of an n-gram; word borders are letters too
LONGEST = 300  # characters that are weighed
SCALE = 8  # a weight of 1 is written as 8
_ZERO = 79  # the character that writes a weight of 0; weights go from -46 to 46
_BITS, _OFFSET = 24, 64  # of one class in a packed number, so that one addition adds all classes
_FIELD = (1 << _BITS) - 1


def grams(line: str) -> list[str]:
    """Return the n-grams of a line of normal words, each as often as it stands there."""
    line = line[:LONGEST]
    return [line[at : at + size] for size in LENGTHS for at in range(len(line) - size + 1)]


def encoded(weights: list[int]) -> str:
    """Write the weights that are not 0 as pairs of characters: the class ("A" is the first), the weight."""
    return "".join(f"{chr(65 + kind)}{chr(_ZERO + weight)}" for kind, weight in enumerate(weights) if weight)


def _packed(written: str) -> int:
    return sum(
        (ord(written[at + 1]) - _ZERO) << (_BITS * (ord(written[at]) - 65))
        for at in range(0, len(written), 2)
    )


class _Weights(dict[str, int]):
    """The packed weights of n-grams, unpacked from their text when first asked for; 0 for one never learnt."""

    def __init__(self, written: dict[str, str], neutral: int) -> None:
        super().__init__()
        self._written = written
        self._neutral = neutral

    def __missing__(self, gram: str) -> int:
        written = self._written.get(gram)
        if written is None:
            return self._neutral
        packed = self[gram] = self._neutral + _packed(written)
        return packed


@cache
def _model() -> tuple[tuple[str, ...], tuple[int, ...], _Weights]:
    """Return the names of the classes, the shift each begins with, and the weights by n-gram."""
    lines = files("domain.vietnamese").joinpath("intent_weights.txt").read_text("utf-8").split("\n")
    names = tuple(lines[0].split())
    neutral = sum(_OFFSET << (_BITS * kind) for kind in range(len(names)))
    first = neutral + _packed(lines[1])
    shifts = tuple(((first >> (_BITS * kind)) & _FIELD) - _OFFSET for kind in range(len(names)))
    return names, shifts, _Weights(dict(zip(lines[2::2], lines[3::2], strict=True)), neutral)


def likely(line: str) -> list[tuple[str, float]]:
    """Return the intents a line of normal words may have with their probabilities, likeliest first."""
    names, shifts, weights = _model()
    found = grams(line)
    total = sum(map(weights.__getitem__, found))
    scale, shift = 1 / (SCALE * math.sqrt(len(found) or 1)), _OFFSET * len(found)
    values = []
    for start in shifts:
        values.append(((total & _FIELD) - shift) * scale + start / SCALE)
        total >>= _BITS
    most = max(values)
    shares = [math.exp(value - most) for value in values]
    whole = sum(shares)
    return sorted(((name, share / whole) for name, share in zip(names, shares, strict=True)), key=_by_share)


def _by_share(guess: tuple[str, float]) -> tuple[float, str]:
    return -guess[1], guess[0]
