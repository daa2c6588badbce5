"""How well and how fast messages are understood: python -m benchmarks.understanding [held|learn] [--wrong]

The held part was written before the lexicons were read and is measured, never tuned on; see
tests/domain/tables/README.md.
"""

import argparse
import gc
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.understanding_tables import NOISES, Row, rows
from domain.vietnamese.fold import fold
from domain.vietnamese.intents import Intent, Understanding, understand

# Taken for one of these, a message that means nothing gets words and no deed.
HARMLESS = {Intent.UNKNOWN, Intent.GREETING, Intent.HELP}
BY_WORDS = {"place", "reason"}
ANSWER_US, OPENING_US, LOAD_MS, LOAD_MB = 80.0, 200.0, 80.0, 15.0
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Heard:
    """One row of a table with what was understood."""

    row: Row
    got: Understanding

    @property
    def is_right(self) -> bool:
        return self.got.intent in self.row.intents


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("part", nargs="?", default="held", choices=("held", "learn"))
    parser.add_argument("--wrong", action="store_true", help="print every message that is read wrongly")
    asked = parser.parse_args()
    heard = [Heard(row, understand(row.text)) for row in rows(asked.part)]
    intents(asked.part, heard)
    slots(heard)
    speed(heard)
    loading()
    if asked.wrong:
        for one in heard:
            if not one.is_right:
                print(f"{one.row.noise}\t{'/'.join(one.row.intents)}\t{one.got.intent}\t{one.row.text}")
    return 0


def share(heard: Sequence[Heard]) -> str:
    right = sum(one.is_right for one in heard)
    return f"{right / len(heard):6.1%} of {len(heard)}"


def intents(part: str, heard: Sequence[Heard]) -> None:
    """Print how many messages are read rightly, by noise and by intent, and the two dangerous mistakes."""
    print(f"{part}: {share(heard)} messages; written one by one: ", end="")
    print(share([one for one in heard if one.row.family.startswith("free")]))
    for noise in NOISES:
        print(f"  {noise:11} {share([one for one in heard if one.row.noise == noise])}")
    for intent in Intent:
        if mine := [one for one in heard if one.row.intents[0] == intent]:
            taken = Counter(one.got.intent.value for one in mine if not one.is_right).most_common(3)
            print(f"  {intent.value:21} {share(mine)}  {dict(taken) or ''}")
    asks = [one for one in heard if one.got.or_else]
    needed = sum(not one.is_right and str(one.got.or_else) in one.row.intents for one in asks)
    vain = sum(one.is_right for one in asks)
    print(f"asked which of two: {len(asks)}, of these {needed} wrong otherwise, {vain} right anyway")
    accidents = [one for one in heard if one.row.intents == (Intent.REPORT_ACCIDENT,)]
    print(f"accidents missed: {sum(not one.is_right for one in accidents)} of {len(accidents)}")
    harmless = [one for one in heard if one.row.intents == (Intent.UNKNOWN,)]
    acted = sum(one.got.intent not in HARMLESS for one in harmless)
    print(f"unknown taken for an action: {acted} of {len(harmless)} ({acted / len(harmless):.1%})")


def slots(heard: Sequence[Heard]) -> None:
    """Print how many facts are found as written in the table."""
    wanted = [(one, name, value) for one in heard for name, value in one.row.slots.items()]
    found = sum(_same(one.got.slots.get(name), name, value) for one, name, value in wanted)
    print(f"facts found: {found} of {len(wanted)} ({found / len(wanted):.1%})")


def _same(got: object, name: str, value: str) -> bool:
    if name in BY_WORDS:
        return fold(str(got)) == fold(value)
    return str(got) == value


def speed(heard: Sequence[Heard]) -> None:
    """Print the median of a message's time, short answers apart, and what length costs."""
    short = [one.row.text for one in heard if len(one.row.text) <= 20]
    longer = [one.row.text for one in heard if len(one.row.text) > 20]
    for name, texts, most in (("answer in a flow", short, ANSWER_US), ("opening", longer, OPENING_US)):
        took = statistics.median(microseconds(understand, text) for text in texts)
        print(f"{name}: {took:.0f} µs median of {len(texts)} (aim {most:.0f} µs)")
    story = "sáng nay ở mỏ đá xã Tân Lập có một công nhân bị đá rơi trúng vai, đã đưa đi viện. "
    times = [microseconds(understand, story * n) for n in (1, 4, 16, 64)]
    print(
        "  times as long: "
        + ", ".join(f"{n} x {t:.0f} µs" for n, t in zip((1, 4, 16, 64), times, strict=True))
    )


def microseconds(act: Callable[[str], object], text: str) -> float:
    """Return the least time of a few goes, in processor time."""
    act(text)
    best = float("inf")
    gc.disable()
    for _ in range(ROUNDS):
        began = time.perf_counter()
        act(text)
        best = min(best, time.perf_counter() - began)
    gc.enable()
    return best * 1e6


LOADING = """
import resource, sys, time, re, dataclasses, enum, datetime, unicodedata, typing, functools, importlib.resources
def kb():
    return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 1024
before, began = kb(), time.process_time()
from domain.vietnamese import intents, moments
loaded = time.process_time()
intents.understand("xin chào, có người bị ngã ở công trường")
intents.understand("bot này dùng làm gì vậy hả em")
print((loaded - began) * 1000, (time.process_time() - loaded) * 1000, (kb() - before) / 1024)
"""


def loading() -> None:
    """Print how long the package takes to load and what it holds, in processes of their own."""
    runs = [
        [float(word) for word in subprocess.check_output([sys.executable, "-c", LOADING]).split()]
        for _ in range(ROUNDS)
    ]
    load, first, megabytes = (statistics.median(values) for values in zip(*runs, strict=True))
    print(f"loaded in {load:.0f} ms (aim {LOAD_MS:.0f}), {megabytes:.1f} MB (aim {LOAD_MB:.0f})")
    print(f"the first two messages, which compile the grammar and read the weights: {first:.0f} ms")


if __name__ == "__main__":
    sys.exit(main())
