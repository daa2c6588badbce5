"""The house itself: nobody else brings our package names, and every folder of tests is a package."""

import ast
from importlib.metadata import packages_distributions
from importlib.util import find_spec
from pathlib import Path

from tests.conftest import ROOT

ROOMS = ("bot", "handlers", "storage", "documents", "messages", "domain")


def test_no_other_distribution_brings_one_of_our_names():
    known = packages_distributions()
    assert {room: set(known.get(room, [])) - {"baoan"} for room in ROOMS} == {room: set() for room in ROOMS}


def test_all_rooms_stand_in_one_folder():
    parents = {Path(find_spec(room).origin).parents[1] for room in ROOMS}
    assert parents == {ROOT}


def test_every_folder_with_python_under_tests_is_a_package():
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")}
    assert [str(f.relative_to(ROOT)) for f in folders if not (f / "__init__.py").exists()] == []


READS_VIETNAMESE = {
    "bot/simulated_units.py",
    "handlers/services/plan_periods.py",
    "handlers/services/communes.py",
    "handlers/services/fan_out.py",
    "handlers/flows/deadline_asked.py",
    "handlers/flows/plan_view.py",
}
"""Where Vietnamese stands in the code because it is read or made up there, not said."""

LETTERS = set("ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĂÂĐÊÔƠƯ")


def _strings(path):
    """Yield the string literals of a file that are no docstrings."""
    tree = ast.parse(path.read_text("utf-8"))
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node


def test_what_people_read_stands_in_messages_only():
    found = []
    for room in ("bot", "handlers", "storage"):
        for path in (ROOT / room).rglob("*.py"):
            name = str(path.relative_to(ROOT))
            if name in READS_VIETNAMESE:
                continue
            found += [
                f"{name}:{node.lineno}: {node.value[:60]}"
                for node in _strings(path)
                if set(node.value.replace("Báo An", "")) & LETTERS
            ]
    assert found == []
