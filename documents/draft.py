"""What a coordinator's draft holds of a file: the reading, and the document's own words beside it."""

from typing import Any

from documents.amendment import read_amendment
from documents.reading import read_plan_source, read_source_bytes
from documents.source import Line, Source
from domain.amendment_json import amendment_to_json
from domain.plan import PlanReading
from domain.plan_json import reading_to_json

LONGEST = 1200
"""Letters of one line that are kept: enough to compare, not a second copy of a book."""


def read_draft(data: bytes, name: str) -> dict[str, Any]:
    """Return the reading as JSON, with `source`: the words of each line that a row, a problem or an amendment names.

    `amends` is there where the document amends another plan (see `domain.amendment_json`). Raises BadInputError as
    `read_plan_bytes` does.
    """
    source = read_source_bytes(data, name)
    reading = read_plan_source(source)
    amendment = read_amendment(source, reading.document)
    words = lines_of(source)
    named = _named(reading)
    found = reading_to_json(reading)
    if amendment is not None:
        found["amends"] = amendment_to_json(amendment.number, amendment.instructions)
        named |= {line for one in amendment.instructions for line in one.lines}
    return {**found, "source": {str(n): words[n][:LONGEST] for n in sorted(named & words.keys())}}


def lines_of(source: Source) -> dict[int, str]:
    """Return the words of each line by its number; cells of a table row that share one stand side by side."""
    found: dict[int, list[str]] = {}
    for block in source.blocks:
        lines = (
            (block,) if isinstance(block, Line) else tuple(dict.fromkeys(x for c in block.cells for x in c))
        )
        for line in lines:
            if line.text.strip():
                found.setdefault(line.number, []).append(line.text.strip())
    return {number: " | ".join(texts) for number, texts in found.items()}


def _named(reading: PlanReading) -> set[int]:
    lines = {line for task in reading.tasks for line in task.lines}
    return lines | {problem.line for problem in reading.problems}
