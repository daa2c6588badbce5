"""Choices where a platform has no buttons: how they are written as lines, and how a reply picks one."""

from collections.abc import Sequence

from domain.vietnamese.fold import fold
from messages.envelope import Choice

LETTERS = "abcdefghijklmnopqrstuvwxyz"
_AROUND = " .)([]"  # "1.", "[1]", "(a)"; a label may end so too


def mark(index: int, *, letters: bool) -> str:
    """Return the mark of the choice at `index` (0-based): "1", "2" … or "a", "b" …."""
    if not letters:
        return str(index + 1)
    return LETTERS[index] if index < len(LETTERS) else LETTERS[index // 26 - 1] + LETTERS[index % 26]


def picked(reply: str, choices: Sequence[Choice], *, letters: bool) -> str | None:
    """Return the payload a typed reply picks: its mark, or its label written with or without accents."""
    said = fold(reply).strip(_AROUND)
    if not said:
        return None
    for index, choice in enumerate(choices):
        if said == mark(index, letters=letters):
            return choice.payload
    same = [choice.payload for choice in choices if fold(choice.label).strip(_AROUND) == said]
    return same[0] if len(same) == 1 else None
