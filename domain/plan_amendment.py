"""An amending document: what it names is changed, added or withdrawn; every other row stays as it is. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from domain.deadline_words import read_deadline
from domain.plan import Doubt, ReadTask
from domain.plan_diff import Pair
from domain.unit_names import read_unit, unit_key

GIVEN = ("text", "lead_units", "coordinating_units", "other_units", "by_mandate", "deadline", "product")
_BESIDE = {
    "lead_units": ("lead_raw",),
    "coordinating_units": ("coordinating_raw",),
    "deadline": ("deadline_text",),
}
SILENT = "amendment-silent"


class Act(StrEnum):
    """What an instruction does: "sửa đổi", "bổ sung", "bãi bỏ", "thay cụm từ … bằng cụm từ …"."""

    CHANGE = "change"
    ADD = "add"
    WITHDRAW = "withdraw"
    REPHRASE = "rephrase"


@dataclass(frozen=True, slots=True)
class Instruction:
    """One instruction of an amending document.

    `place` is the row or group of rows as an id ("III.2.b", "2.b" where no more is said, "" for the whole plan);
    `tasks` what the document puts there; `fields` which fields it gives where it gives some only; `words` the
    words to replace and those that take their place.
    """

    act: Act
    place: str
    lines: tuple[int, ...]
    tasks: tuple[ReadTask, ...] = ()
    fields: tuple[str, ...] = ()
    words: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Misfit:
    """An instruction, or a part of it, that could not be carried out: the code, and the place or words it names."""

    line: int
    code: str
    found: str


@dataclass(frozen=True, slots=True)
class Amended:
    """The plan with the instructions carried out; `pairs` says which row is which, `misfits` what is left to ask."""

    tasks: tuple[ReadTask, ...]
    pairs: tuple[Pair, ...]
    misfits: tuple[Misfit, ...]


def amend(plan: Sequence[ReadTask], instructions: Sequence[Instruction]) -> Amended:
    """Carry out the instructions in their order. What they do not name stays untouched, to the letter."""
    work = _Work(list(plan))
    for one in instructions:
        match one.act:
            case Act.WITHDRAW:
                work.withdraw(one)
            case Act.REPHRASE:
                work.rephrase(one)
            case Act.ADD:
                work.add(one)
            case Act.CHANGE:
                work.change(one)
    now = {task.id for task in work.tasks}
    pairs = tuple((task.id, task.id) for task in plan if task.id in now and task.id not in work.renewed)
    return Amended(tuple(work.tasks), pairs, tuple(work.misfits))


class _Work:
    """The plan under amendment; `renewed` are ids of rows that were withdrawn and then given to another row."""

    def __init__(self, tasks: list[ReadTask]) -> None:
        self.tasks = tasks
        self.misfits: list[Misfit] = []
        self.renewed: set[str] = set()
        self._withdrawn: set[str] = set()

    def withdraw(self, one: Instruction) -> None:
        found = rows_at(one.place, self.tasks)
        if not found:
            self._misfit(one, "amendment-place-unknown")
        for ref in found:
            self._drop(ref)

    def change(self, one: Instruction) -> None:
        found = rows_at(one.place, self.tasks)
        if not one.tasks:
            self._misfit(one, "amendment-words-missing")
        elif not found:
            self._misfit(one, "amendment-place-unknown")
        elif len(found) == 1 and len(one.tasks) == 1:
            self._put(found[0], one.tasks[0], one)
        elif one.fields:
            self._misfit(one, "amendment-place-unclear")
        else:
            self._change_group(found, one)

    def _change_group(self, found: Sequence[str], one: Instruction) -> None:
        """Give a whole group anew: rows under a number that stays are changed, others added or withdrawn."""
        given = {task.id for task in one.tasks}
        for task in one.tasks:
            if task.id in found:
                self._put(task.id, task, one)
            else:
                self._insert(task, one)
        for ref in found:
            if ref not in given:
                self._drop(ref)

    def add(self, one: Instruction) -> None:
        if not one.tasks:
            self._misfit(one, "amendment-words-missing")
        for task in one.tasks:
            self._insert(task, one)

    def rephrase(self, one: Instruction) -> None:
        old, new = one.words or ("", "")
        within = rows_at(one.place, self.tasks) if one.place else [task.id for task in self.tasks]
        hit = False
        for at, task in enumerate(self.tasks):
            if old and task.id in within:
                renewed = _rephrased(task, old, new)
                hit = hit or renewed != task
                self.tasks[at] = renewed
        if not hit:
            self.misfits.append(Misfit(one.lines[0], "amendment-words-not-found", old))

    def _put(self, ref: str, given: ReadTask, one: Instruction) -> None:
        at = next(n for n, task in enumerate(self.tasks) if task.id == ref)
        self.tasks[at] = _given(self.tasks[at], given, one.fields)

    def _insert(self, task: ReadTask, one: Instruction) -> None:
        taken = {other.id for other in self.tasks}
        ref, tail = task.id, 2
        while ref in taken:
            ref, tail = f"{task.id}-{tail}", tail + 1
        if ref != task.id:
            self.misfits.append(Misfit(one.lines[0], "amendment-number-taken", task.id))
        if ref in self._withdrawn:
            self.renewed.add(ref)
        group = ref.rpartition(".")[0]
        last = [n for n, other in enumerate(self.tasks) if group and other.id.startswith(f"{group}.")]
        self.tasks.insert(last[-1] + 1 if last else len(self.tasks), replace(task, id=ref))

    def _drop(self, ref: str) -> None:
        self._withdrawn.add(ref)
        self.tasks = [task for task in self.tasks if task.id != ref]

    def _misfit(self, one: Instruction, code: str) -> None:
        self.misfits.append(Misfit(one.lines[0], code, one.place))


def rows_at(place: str, tasks: Sequence[ReadTask]) -> list[str]:
    """Return the ids of the row at a place, else of the rows of the group it names; none where it is not sure.

    "2.b" is III.2.b where only one row ends so; "III.2" is every row below it.
    """
    said = place.casefold()
    ids = [task.id for task in tasks]
    if not said:
        return []
    if exact := [ref for ref in ids if ref.casefold() == said]:
        return exact
    if below := [ref for ref in ids if ref.casefold().startswith(f"{said}.")]:
        return below
    parts = said.split(".")
    ends = [ref for ref in ids if _leads_to(parts, ref.casefold().split("."))]
    return ends if len(ends) == 1 else []


def _leads_to(said: Sequence[str], ref: Sequence[str]) -> bool:
    """Whether a place names this row, steps on the way left out: "III.b" for III.2.b."""
    rest = iter(ref)
    return said[-1] == ref[-1] and all(part in rest for part in said)


def _given(old: ReadTask, given: ReadTask, fields: Sequence[str]) -> ReadTask:
    """Return the row with what the document gives; a lead or a deadline it keeps silent about is kept and asked."""
    silent: list[str] = []
    if not fields:
        silent = [
            field for field in ("lead_units", "deadline") if _says(old, field) and not _says(given, field)
        ]
        fields = [field for field in GIVEN if field == "text" or _says(given, field)]
        if "lead_units" in fields:
            fields = [*fields, "coordinating_units", "other_units", "by_mandate"]
    taken = {name: getattr(given, name) for field in fields for name in (field, *_BESIDE.get(field, ()))}
    doubts = [doubt for doubt in old.review if doubt.field not in fields and doubt.field not in silent]
    doubts += [doubt for doubt in given.review if doubt.field in fields]
    doubts += [Doubt(field, SILENT) for field in silent]
    return replace(old, **taken, lines=given.lines, review=tuple(dict.fromkeys(doubts)))


def _says(task: ReadTask, field: str) -> bool:
    if field == "deadline":
        return task.deadline_text is not None or task.deadline.kind.value != "none"
    return bool(getattr(task, field))


def _renamed(name: str, old: str, new: str) -> str:
    """Return a unit's name with words replaced; a whole name may be spelt in another way there."""
    if unit_key(name) == unit_key(old):
        return read_unit(new).name
    return name.replace(old, new)


def _rephrased(task: ReadTask, old: str, new: str) -> ReadTask:
    """Return the row with words replaced wherever they stand; a deadline made of them is read anew."""

    def each(names: Sequence[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_renamed(name, old, new) for name in names))

    changed = replace(
        task,
        text=task.text.replace(old, new),
        lead_units=each(task.lead_units),
        coordinating_units=each(task.coordinating_units),
        lead_raw=tuple(name.replace(old, new) for name in task.lead_raw),
        coordinating_raw=tuple(name.replace(old, new) for name in task.coordinating_raw),
        product=task.product.replace(old, new) if task.product else task.product,
    )
    if task.deadline_text is None or old not in task.deadline_text:
        return changed
    words = task.deadline_text.replace(old, new)
    found = read_deadline(words)
    doubts = [doubt for doubt in task.review if doubt.field != "deadline"]
    doubts += [Doubt("deadline", code) for code in found.doubts]
    return replace(changed, deadline_text=words, deadline=found.deadline, review=tuple(doubts))
