"""Slips of the pen in a plan that can change its meaning: words said twice, headings copied from elsewhere."""

import re
from collections.abc import Sequence
from itertools import pairwise
from operator import eq

from documents.items import Node
from documents.problems import problem
from documents.source import Block, Line
from domain.plan import Problem

_TWICE = re.compile(r"(?<!\w)([^\W\d_]{1,12} [^\W\d_]{1,12}) \1(?!\w)", re.IGNORECASE)
_CROSSED = re.compile(r"(?<!\w)(?:đảm bảo đảm|bảo đảm bảo)(?!\w)", re.IGNORECASE)
_MARKS = str.maketrans(dict.fromkeys("().,;:!?\"'“”…-–/|*_", " "))
_TOPIC = re.compile(r"\svề\s")
_WORD = re.compile(r"[^\W\d_]+")


def repeated_words(blocks: Sequence[Block]) -> list[Problem]:
    """Two words written twice in a row ("thực hiện thực hiện")."""
    found: list[Problem] = []
    for block in blocks:
        if isinstance(block, Line) and _says_again(block.text):
            for pattern in (_TWICE, _CROSSED):
                found.extend(
                    problem(block.number, "word-repeated", found=m.group())
                    for m in pattern.finditer(block.text)
                )
    return found


def _says_again(text: str) -> bool:
    """Tell, cheaply, whether any word is the one before the last again, as in all that is looked for."""
    words = text.lower().translate(_MARKS).split()
    return any(map(eq, words, words[2:]))


def strange_headings(root: Node, title: str) -> list[Problem]:
    """Return headings about another subject than the title, where all their neighbours (two or more) keep to it."""
    subject = _pairs(title)
    found: list[Problem] = []
    for section in root.children:
        headings = [child for child in section.children if child.children and not child.is_bullet]
        if len(headings) < 3:
            continue
        pairs = [_pairs(heading.text.text) & subject for heading in headings]
        for i, heading in enumerate(headings):
            others = set.intersection(*(p for j, p in enumerate(pairs) if j != i))
            if others and not others & pairs[i] and _TOPIC.search(heading.text.text):
                topic = heading.text.text
                found.append(problem(heading.line, "heading-off-topic", found=topic))
    return found


def _pairs(text: str) -> set[str]:
    words = _WORD.findall(text.lower())
    return {f"{one} {two}" for one, two in pairwise(words)}
