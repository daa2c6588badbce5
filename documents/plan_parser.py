"""From a document's lines to a plan's rows: frame, outline, drafts, then names settled over the whole document."""

import re
from collections import Counter
from dataclasses import replace

from documents.frame import UNTYPED, Frame, assigns_nothing, read_frame
from documents.generals import with_generals
from documents.known_names import bind_names, unbound_draft
from documents.learned_labels import with_known_labels
from documents.nets import with_doubts
from documents.outline import build_outline
from documents.problems import doubt, problem
from documents.references import find_references
from documents.rows import Context, Draft, Note
from documents.sections import Walk
from documents.slips import repeated_words, strange_headings
from documents.source import Block, Line, Source
from documents.successors import with_successors
from documents.tables import settle_tables
from documents.told import advised
from domain.bound_names import unbound
from domain.deadline import DeadlineKind
from domain.plan import Doubt, OtherUnit, PlanReading, Problem, ReadTask, Recipient, TaskKind
from domain.unit_names import Slip, harmonise, read_unit, unit_key

_GOVERNMENT = re.compile(
    r"(?:Ủy ban nhân dân|Hội đồng nhân dân)\s+(tỉnh|thành phố|huyện|quận|thị xã|xã|phường)\b"
)


def parse_plan(source: Source) -> PlanReading:
    """Read a plan. Never raises on any text; what is doubtful is told in `problems` and in each row's `review`."""
    blocks = settle_tables(source.blocks)
    frame = read_frame(blocks)
    body = bind_names(with_known_labels(frame.body), (r.name for r in frame.recipients if r.mark != "Lưu"))
    root = build_outline(body, wrap_width(blocks))
    context = Context(frame.year, frame.year_sure, issued=frame.document.issued_on)
    walk = Walk()
    if not assigns_nothing(frame):
        walk.run(root, context)
    drafts = with_generals(walk.drafts, walk.generals, context)
    if frame.document.type == UNTYPED and all(node.style == "plain" for node in root.children):
        drafts = [draft for draft in drafts if draft.assigned.leads or draft.assigned.coordinating]
    drafts = [unbound_draft(with_doubts(draft)) for draft in drafts]
    names = Names(drafts, frame)
    tasks = [names.settle(draft) for draft in _unique(drafts, names.problems)]
    problems = [
        *walk.problems,
        *names.problems,
        *(problem(note.line, note.code, found=note.found) for note in walk.notes),
        *repeated_words(blocks),
        *strange_headings(root, frame.document.title),
        *(problem(line, "plans-several") for line in frame.further_plans),
    ]
    if assigns_nothing(frame):
        problems.append(problem(1, "not-a-plan", kind=frame.document.type))
    elif not tasks:
        problems.append(problem(1, "no-tasks"))
    reading = PlanReading(
        document=frame.document,
        tasks=tuple(tasks),
        targets=tuple(replace(one, text=unbound(one.text)) for one in walk.targets),
        recipients=tuple(names.recipient(r) for r in frame.recipients),
        references=tuple(
            r for r in find_references(_whole_text(blocks, source)) if r.number != frame.document.number
        ),
        problems=tuple(sorted(dict.fromkeys(problems), key=lambda p: (p.line, p.code))),
    )
    return with_successors(reading)


def wrap_width(blocks: list[Block]) -> int:
    """Return the width of hard-wrapped text; 0 where each line is a paragraph."""
    lengths = sorted(
        len(block.text.strip())
        for block in blocks
        if isinstance(block, Line) and len(block.text.strip()) > 20
    )
    if len(lengths) < 8 or lengths[-1] > 140:
        return 0
    return lengths[int(len(lengths) * 0.9)] if lengths[len(lengths) // 2] > 40 else 0


def _whole_text(blocks: list[Block], source: Source) -> str:
    texts = [
        b.text if isinstance(b, Line) else " ".join(x.text for cell in b.cells for x in cell) for b in blocks
    ]
    return re.sub(r"\s+", " ", " ".join([*texts, *(note.text for note in source.notes)]))


def _unique(drafts: list[Draft], problems: list[Problem]) -> list[Draft]:
    """Return the drafts with an id for each; a number used twice gets a tail and is told."""
    seen: Counter[str] = Counter()
    found: list[Draft] = []
    for draft in drafts:
        seen[draft.id] += 1
        if seen[draft.id] > 1:
            taken = f"{draft.id}-{seen[draft.id]}"
            if seen[draft.id] == 2:
                problems.append(problem(draft.lines[0], "number-repeated", found=draft.id, taken=taken))
            draft = replace(draft, id=taken)  # noqa: PLW2901  # the renamed draft is the one that goes on
        found.append(draft)
    return found


class Names:
    """Settles names over the whole document: one form for each unit, slips mended by what the rest of it says."""

    def __init__(self, drafts: list[Draft], frame: Frame) -> None:
        self.frame = frame
        self.problems: list[Problem] = []
        raw = [
            name
            for d in drafts
            for name in (*d.assigned.leads, *d.assigned.coordinating, *(o for o, _ in d.assigned.others))
        ]
        told = [r.name for r in frame.recipients if r.mark != "Lưu"]
        self.counts = Counter(unit_key(name) for name in (*raw, *told))
        self.forms = harmonise(told) | harmonise(raw)

    def settle(self, draft: Draft) -> ReadTask:
        """Return the row with canonical names, its doubts and, on the way, the document's problems."""
        doubts: list[Doubt] = []
        assigned = draft.assigned
        leads = [self._name(raw, draft, "lead_units", doubts) for raw in assigned.leads]
        partners = [self._name(raw, draft, "coordinating_units", doubts) for raw in assigned.coordinating]
        others = [(self._name(raw, draft, "other_units", doubts), role) for raw, role in assigned.others]
        for slip in assigned.slips:
            self.problems.append(problem(draft.unit_line, slip.code, found=slip.found))
            doubts.append(doubt("lead_units", slip.code, slip.alternatives, found=slip.found))
        self._level_mismatch(draft, doubts)
        for note in (*draft.notes, *self._missing(draft, leads)):
            self.problems.append(problem(note.line, note.code, found=note.found))
            if note.field:
                doubts.append(doubt(note.field, note.code, note.alternatives, found=note.found))
        lead_names = dict(zip(leads, assigned.leads, strict=True))
        doubts.extend(
            doubt("coordinating_units", "unit-both-roles", found=name)
            for name in partners
            if name in lead_names
        )
        partner_names = {
            n: r for n, r in zip(partners, assigned.coordinating, strict=True) if n not in lead_names
        }
        return ReadTask(
            id=draft.id,
            kind=draft.kind,
            text=draft.text,
            lead_units=tuple(lead_names),
            coordinating_units=tuple(partner_names),
            other_units=tuple(OtherUnit(name, role) for name, role in dict.fromkeys(others)),
            by_mandate=assigned.by_mandate,
            deadline_text=draft.deadline_text,
            deadline=draft.deadline,
            lines=draft.lines,
            lead_raw=tuple(lead_names.values()),
            coordinating_raw=tuple(partner_names.values()),
            product=draft.product,
            review=tuple(dict.fromkeys(doubts)),
        )

    def recipient(self, found: Recipient) -> Recipient:
        """Return a line of "Nơi nhận" with its name in the document's form."""
        return found if found.mark == "Lưu" else replace(found, name=self.forms[unit_key(found.name)])

    def _name(self, raw: str, draft: Draft, where: str, doubts: list[Doubt]) -> str:
        unit = read_unit(raw)
        name = self.forms.get(unit_key(raw), unit.name)
        for slip in unit.slips:
            name = self._mend(slip, name, draft, where, doubts)
        return name

    def _mend(self, slip: Slip, name: str, draft: Draft, where: str, doubts: list[Doubt]) -> str:
        line = draft.unit_line
        if slip.code == "unit-level-missing":
            known = self.frame.authority.startswith("Ủy ban nhân dân ")
            taken = self.frame.authority if known else name
            code = slip.code if known else "unit-level-unknown"
            self.problems.append(problem(line, code, found=slip.found, taken=taken))
            if not known:
                doubts.append(doubt(where, code, found=slip.found))
            return taken
        if slip.code == "unit-two-heads":
            other = read_unit(f"{slip.found.split()[0]} {name.split(' ', 1)[1]}").name
            if self.counts[unit_key(other)] > self.counts[unit_key(name)]:
                name, other = other, name
            doubts.append(doubt(where, slip.code, (other,), found=slip.found, taken=name))
        self.problems.append(
            problem(line, slip.code, found=slip.found, taken=slip.taken if "word" in slip.code else name)
        )
        return name

    def _level_mismatch(self, draft: Draft, doubts: list[Doubt]) -> None:
        """Advice goes to one's own level: "tham mưu Ủy ban nhân dân tỉnh" is odd in a district's plan."""
        own = self.frame.level
        for raw in advised(draft.text) if own and "tham mưu" in draft.text.lower() else ():
            name = read_unit(raw).name
            found = _GOVERNMENT.search(name)
            if found and found[1] != own and not {found[1], own} <= {"tỉnh", "thành phố"}:
                issuer = self.frame.authority
                self.problems.append(
                    problem(draft.lines[0], "unit-level-mismatch", found=name, issuer=issuer)
                )
                doubts.append(doubt("other_units", "unit-level-mismatch", found=name, issuer=issuer))

    def _missing(self, draft: Draft, leads: list[str]) -> list[Note]:
        missing = [] if leads else [Note(draft.lines[0], "lead-missing", field="lead_units")]
        if (
            draft.kind is TaskKind.TASK
            and draft.deadline_text is None
            and draft.deadline.kind is DeadlineKind.NONE
        ):
            missing.append(Note(draft.lines[0], "deadline-missing"))
        return missing
