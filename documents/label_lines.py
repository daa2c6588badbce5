"""Lines seen as lines of labels: what begins with one, what breaks in the middle of one, where a value ends."""

from collections import Counter
from collections.abc import Iterable

from documents.labels import LONGEST, OWNED, LabelKind, find_labels
from documents.source import Block, Line
from documents.whole_times import is_whole_time

_BEGUN = 60


def out_of_bracket(value: str) -> tuple[str, str]:
    """Return a value up to the bracket that closes around its label, and a time behind it: "(Hạn: …) → 5/6"."""
    if value.count(")") <= value.count("("):
        return value, ""
    inside, _, behind = value.rpartition(")")
    behind = behind.strip(" .;,→⇒-–")
    return (
        (inside, behind if is_whole_time(behind) else "")
        if not behind or is_whole_time(behind)
        else (value, "")
    )


def label_begun(above: str, text: str) -> int:
    """Where in the text above a label begins that goes on in this line ("… Đơn vị thực" / "hiện: …"); 0 for none."""
    tail = above[-_BEGUN:]
    found = next((f for f in find_labels(f"{tail} {text}") if f.at < len(tail) < f.start), None)
    return len(above) - len(tail) + found.at if found and found.kind in OWNED else 0


def is_label_line(text: str) -> bool:
    """Tell whether a line begins with a label that an item above it may own."""
    labels = find_labels(text)
    return bool(labels) and labels[0].at == 0 and labels[0].kind in OWNED


def task_labels(blocks: Iterable[Block]) -> frozenset[str]:
    """Return the labels that begin a task in more than one line without a marker: "Công việc: …"."""
    counts: Counter[str] = Counter()
    for block in blocks:
        text = " ".join(block.text.split()) if isinstance(block, Line) else ""
        label = next(iter(find_labels(text[:200])), None) if ":" in text[:LONGEST] else None
        if label and label.at == 0 and label.kind is LabelKind.TASK and text[label.start :].strip():
            counts[label.label.lower()] += 1
    return frozenset(words for words, count in counts.items() if count > 1)
