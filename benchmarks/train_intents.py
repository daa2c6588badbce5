"""Trains the guess at intents from the messages in the repository: python -m benchmarks.train_intents

It learns from tests/domain/tables/messages/learn.tsv and the table of the tests, never from the held-out part. Plain
stochastic gradient descent in a fixed order: the same messages give the same weights.
"""

import math
import random
import sys
from collections import Counter
from pathlib import Path

from benchmarks.understanding_tables import rows, teencode, typos
from domain.vietnamese import spelling
from domain.vietnamese.classifier import SCALE, encoded, grams
from domain.vietnamese.fold import fold
from domain.vietnamese.intents import Intent
from domain.vietnamese.words import split
from tests.domain.vietnamese.messages import rows as tested

WEIGHTS = Path(__file__).parent.parent / "domain/vietnamese/intent_weights.txt"
ROUNDS, RATE, SHRINK = 14, 1.2, 0.0004
LEAST_SEEN = 3  # messages an n-gram stands in
NAMES = [intent.value for intent in Intent]

Example = tuple[list[str], float, int]  # n-grams, their weight in the message, class


def main() -> int:
    weights, first = train(examples())
    lines = [" ".join(NAMES), encoded([_written(value) for value in first])]
    for gram in sorted(weights):
        if written := encoded([_written(value) for value in weights[gram]]):
            lines += [gram, written]
    WEIGHTS.write_text("\n".join(lines), encoding="utf-8")
    print(f"{len(lines) // 2 - 1} n-grams, {WEIGHTS.stat().st_size // 1000} kB")
    return 0


def _written(value: float) -> int:
    return max(-46, min(46, round(value * SCALE)))


def line_of(text: str) -> str:
    """Return a message as the guess sees it: normal words, what is misspelt mended."""
    line = split(text).line
    return next(iter(spelling.mended(line)), line)


def examples() -> list[Example]:
    """Return every message to learn from once, with those n-grams that stand in enough of them."""
    said = [(row.text, row.intents[0]) for row in rows("learn")]
    said += [(text, intent.value) for text, intent in tested()]
    said += [(spoilt, intent) for text, intent in said for spoilt in _spoilt(text)]
    seen = dict.fromkeys((line_of(text), intent) for text, intent in said)
    counted = Counter(gram for line, _ in seen for gram in set(grams(line)))
    made = []
    for line, intent in seen:
        found = grams(line)
        known = [gram for gram in found if counted[gram] >= LEAST_SEEN]
        if known:
            made.append((known, 1 / math.sqrt(len(found)), NAMES.index(intent)))
    return made


def _spoilt(text: str) -> list[str]:
    """Return a message in the ways people spoil it, so that a slip changes little."""
    chance = random.Random(f"learn {text}")
    return [fold(text), teencode(text, chance), typos(text, chance), typos(text, chance)]


def train(learnt: list[Example]) -> tuple[dict[str, list[float]], list[float]]:
    """Return the weights of each n-gram and what each class begins with."""
    weights = {gram: [0.0] * len(NAMES) for found, _, _ in learnt for gram in found}
    first = [0.0] * len(NAMES)
    chance = random.Random(7)
    order = list(learnt)
    for turn in range(ROUNDS):
        chance.shuffle(order)
        rate = RATE / (1 + turn / 4)
        for found, scale, wanted in order:
            _step(weights, first, found, scale, wanted, rate)
        kept = 1 - SHRINK * 10 * rate
        for values in weights.values():
            values[:] = [value * kept for value in values]
    return weights, first


def _step(
    weights: dict[str, list[float]],
    first: list[float],
    found: list[str],
    scale: float,
    wanted: int,
    rate: float,
) -> None:
    rows_ = [weights[gram] for gram in found]
    columns = zip(*rows_, strict=True)
    values = [sum(column) * scale + start for column, start in zip(columns, first, strict=True)]
    most = max(values)
    shares = [math.exp(value - most) for value in values]
    total = sum(shares)
    for kind, share in enumerate(shares):
        wrong = (kind == wanted) - share / total
        if abs(wrong) < 0.01:
            continue
        moved = rate * wrong
        first[kind] += moved * 0.05
        moved *= scale
        for row in rows_:
            row[kind] += moved


if __name__ == "__main__":
    sys.exit(main())
