"""Every layout of the same tasks reads the same: who, with whom, by when."""

import pytest

from documents.reading import read_plan_text
from domain.plan_json import task_to_json
from tests.documents.layouts import CONTENTS, LAYOUTS, WITHOUT_PARTNERS, document


@pytest.mark.parametrize("contents", CONTENTS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_layout_changes_nothing(layout, contents):
    reading = read_plan_text(document(layout, contents))
    found = []
    for row in CONTENTS[contents]:
        tasks = [task for task in reading.tasks if row.text[1:].lower() in task.text.lower()]
        assert len(tasks) == 1, (row.text, tasks)
        deadline = task_to_json(tasks[0])["deadline"]
        kept = {key: deadline[key] for key in ("kind", "date", "op", "start", "end") if deadline.get(key)}
        found.append(
            ([name.lower() for name in tasks[0].lead_units], list(tasks[0].coordinating_units), kept)
        )
    said = [
        ([row.lead.lower()], [] if layout in WITHOUT_PARTNERS else list(row.partners), row.deadline)
        for row in CONTENTS[contents]
    ]
    assert found == said
    assert len(reading.tasks) == len(said) + 1
