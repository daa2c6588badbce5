"""Messages that are one short word or phrase: yes, no, skip, cancel, back, greetings, and their many spellings."""

import re

from domain.vietnamese import phrases

_SECTIONS = phrases.read_sections("phrases_short.txt")
_TAIL = frozenset(_SECTIONS.pop("<tail>"))
_HEAD = frozenset(_SECTIONS.pop("<head>"))
_WHOLE = {phrase: meaning for meaning, spoken in _SECTIONS.items() for phrase in spoken}
_SIGNS = re.compile(r"[^\w\s👍👌✅👎❌?]+")
_LONGEST_SHORT = 40


def meaning(line: str) -> str | None:
    """Return the intent of a message that is nothing but one short phrase, or None."""
    if len(line) > _LONGEST_SHORT:
        return None
    words = _SIGNS.sub(" ", line).split()
    joined = " ".join(words)
    if hit := _WHOLE.get(joined):
        return hit
    if joined.endswith("?") and len(words) > 1:
        return None
    return _trimmed(words)


def _trimmed(words: list[str]) -> str | None:
    """Look again without words of politeness, at the end first, then at the front."""
    for front in range(min(3, len(words))):
        if front and words[front - 1] not in _HEAD:
            return None
        for end in range(len(words), max(len(words) - 5, front), -1):
            if end < len(words) and words[end] not in _TAIL:
                break
            if hit := _WHOLE.get(" ".join(words[front:end])):
                return hit
    return None


def opening(line: str) -> tuple[str, float]:
    """Return the intent of a longer message by the small words in it, and how sure that is."""
    short = len(line) <= 70
    for pattern, intent, sure in (
        (phrases.BACK, "go_back", 0.8),
        (phrases.REFUSAL, "no", 0.75),
        (phrases.STOP_IT, "cancel", 0.8),
        (phrases.PASS_OVER, "skip", 0.75),
        (phrases.ASSENT, "yes", 0.75),
        (phrases.SALUTE, "greeting", 0.75),
    ):
        if pattern.search(line):
            return intent, sure if short else sure - 0.2
    return "unknown", 0.2
