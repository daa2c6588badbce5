"""Every wording of a time and every list of units read where it may stand: behind a label, in brackets, in prose.

A table of wordings says what each means; here each is put into a document. What is not read must be doubted: the
bounds on what is wrong and undoubted are those measured, so that no change makes them grow unseen.
"""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from documents.reading import read_plan_text
from domain.plan_json import task_to_json
from domain.time_spelling import accented
from domain.unit_names import read_unit
from tests.domain.wordings import Wording, deadline_answer, wordings

HEAD = "KẾ HOẠCH\nBảo đảm an toàn năm 2026\nI. NHIỆM VỤ\n"
TASK = "Rà soát cơ sở"
TABLE = "STT\tNhiệm vụ\tChủ trì\tThời gian\n1\tRà soát cơ sở\t{who}\t{when}\n2\tHọp\tSở Nội vụ\t30/6/2026"
TIMES = {
    "label": ("1. Rà soát cơ sở\n- Chủ trì: Sở Y tế\n- Thời gian: {when}.\n- Sản phẩm: Danh sách", 0),
    "cell": (TABLE.replace("{who}", "Sở Y tế"), 0),
    "bracket": ("1. Rà soát cơ sở (Sở Y tế chủ trì; {when}).", 0),
    "behind a comma": ("1. Sở Y tế rà soát cơ sở, hoàn thành {when}.", 0),
    "behind a semicolon": ("1. Rà soát cơ sở; Sở Y tế chủ trì; {when}.", 9),
    "in the sentence": ("1. Sở Y tế rà soát cơ sở {when}.", 5),
}
UNITS = {
    "label": ("1. Rà soát cơ sở\n- Chủ trì: {who}.\n- Thời gian: 30/6/2026.", 1),
    "cell": (TABLE.replace("{when}", "30/6/2026"), 1),
    "bracket": ("1. Rà soát cơ sở ({who} chủ trì; trước 30/6/2026).", 4),
    "heading": (
        "1. {who}\n- Rà soát cơ sở, xong trước 30/6/2026.\n- Lập danh sách.\n2. Sở Nội vụ\n- Họp.",
        5,
    ),
    "subject": ("1. {who} rà soát cơ sở trước ngày 30/6/2026.", 9),
    "leading": ("1. {who} chủ trì, phối hợp với Sở Nội vụ rà soát cơ sở trước ngày 30/6/2026.", 7),
    "charged": ("1. Giao {who} rà soát cơ sở trước ngày 30/6/2026.", 9),
}
ROLES = ("chủ trì", "phối hợp", "thực hiện")


def times() -> Iterator[Wording]:
    for name in ("deadlines.txt", "deadlines_more.txt", "deadlines_fresh.txt"):
        for one in wordings(name):
            without_plan = one.context == "none" and not one.doubtful  # the same in a plan of any year
            if without_plan or one.context == "plan 2026":
                yield one


def in_prose(one: Wording) -> bool:
    """Whether a wording can stand inside a sentence: it opens no sentence of its own, nor lost its accents alone."""
    return not re.search(r"[;:]", one.phrase) and accented(one.phrase) in {one.phrase, one.phrase.lower()}


def leads() -> Iterator[Wording]:
    for name in ("units.txt", "units_more.txt", "units_held.txt"):
        for one in wordings(name):
            alone = len(one.cells) == 1 and one.cells[0].startswith("L ")
            plain = not any(role in one.phrase.lower() for role in ROLES)
            if one.context == "lead" and alone and plain and not one.doubtful:
                yield one


def small(words: str) -> str:
    return words if words[:2].isupper() else words[:1].lower() + words[1:]


def judged(text: str, field: str, want: object) -> str:
    """ "right", "asked" or "silent" for one task and what should have been read of it."""
    tasks = [task for task in read_plan_text(HEAD + text).tasks if TASK[1:] in task.text]
    if len(tasks) != 1:
        return "silent"
    if field == "lead_units":
        read: object = [read_unit(name).name.lower() for name in tasks[0].lead_units]
    else:
        read = {key: value for key, value in task_to_json(tasks[0])["deadline"].items() if key != "inherited"}
    return "right" if read == want else "asked" if tasks[0].review else "silent"


@pytest.mark.parametrize("place", TIMES)
def test_a_time_is_read_or_doubted_wherever_it_stands(place):
    template, most = TIMES[place]
    found = Counter(
        judged(
            template.format(when=one.phrase if place in {"label", "cell"} else small(one.phrase)),
            "deadline",
            deadline_answer(one.cells[0]),
        )
        for one in times()
        if place in {"label", "cell"} or in_prose(one)
    )
    assert found["silent"] <= most, found


@pytest.mark.parametrize("place", UNITS)
def test_units_are_read_or_doubted_wherever_they_stand(place):
    template, most = UNITS[place]
    found = Counter(
        judged(
            template.format(who=one.phrase),
            "lead_units",
            [read_unit(name).name.lower() for name in one.cells[0][2:].split(" + ")],
        )
        for one in leads()
    )
    assert found["silent"] <= most, found
