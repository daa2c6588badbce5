"""An amending document ("Sửa đổi, bổ sung một số nội dung Kế hoạch số …") read into its instructions.

The words an instruction puts in a place are laid under that place's headings and read as a plan, so that a row of
an amendment is read by the very rules that read it in the plan.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from documents.citations import cited_places
from documents.plan_parser import parse_plan
from documents.source import Line, Source
from domain.plan import PlanDocument, ReadTask
from domain.plan_amendment import Act, Instruction
from domain.unit_names import squeeze

_ACTS = r"(?:Sửa đổi|Điều chỉnh|Bổ sung|Thay thế|Bãi bỏ|Hủy bỏ|Huỷ bỏ|Đính chính)"
_AMENDS = re.compile(
    rf"(?:(?:V/v|Về việc|Về|Quyết định)\s*:?\s+)?{_ACTS}\b(?P<between>.{{0,160}}?)"
    r"(?P<type>Kế hoạch|Chương trình|Đề án|Phương án|Quyết định)\s+(?:hành động\s+)?số\s*:?\s*"
    r"(?P<number>\d{1,5}\s*[/-]\s*[A-ZĐ0-9][\wĐ&/-]*)",
    re.IGNORECASE | re.DOTALL,
)
_MARKER = re.compile(r"(?:Điều\s+\d+|[IVX]+|\d+(?:\.\d+)*|[a-zđ])\s*[.):]\s*|[-–+*•]\s*")
_BEGIN = re.compile(rf"(?P<act>{_ACTS})(?:\s*,\s*(?:bổ sung|sửa đổi|thay thế|điều chỉnh))*\s+", re.IGNORECASE)
_PHRASE = re.compile(
    r"(?:Thay(?: thế)?|Sửa(?: đổi)?|Điều chỉnh|Đính chính)\s+(?:các\s+)?cụm từ"
    r"\s*[“\"'](?P<old>[^”\"]{1,300})[”\"']\s*(?:bằng|thành|là)\s+(?:cụm từ\s*)?[“\"'](?P<new>[^”\"]{1,300})[”\"']",
    re.IGNORECASE,
)
_FIELDS = {
    "deadline": r"(?:thời hạn|thời gian|tiến độ|mốc thời gian)(?:\s+(?:thực hiện|hoàn thành))?",
    "lead_units": r"(?:đơn vị|cơ quan)\s+chủ trì",
    "coordinating_units": r"(?:đơn vị|cơ quan)\s+phối hợp",
    "product": r"(?:sản phẩm|kết quả)",
}
_FIELD = re.compile(
    rf"{_BEGIN.pattern}(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _FIELDS.items())})\b",
    re.IGNORECASE,
)
_INTO = re.compile(r"(?:như sau|thành|là|bằng|sau đây|sau)\s*:?\s*(?P<value>.*)$", re.DOTALL)
_FROM_TO = re.compile(r"từ\s+[“\"][^”\"]+[”\"]\s+(?:thành|sang|đến)\s+(?P<value>[“\"][^”\"]+[”\"])")
_LABELS = {
    "deadline": "Thời gian thực hiện",
    "lead_units": "Cơ quan chủ trì",
    "coordinating_units": "Cơ quan phối hợp",
    "product": "Sản phẩm",
}
_END = re.compile(
    r"[\W_]*(?:nơi nhận\b|Các nội dung khác|Những nội dung khác|Các nội dung còn lại|Điều\s+\d+\s*[.:]"
    r"|(?:Kế hoạch|Quyết định) này|Trên đây là|TM\.|KT\.|TL\.)",
    re.IGNORECASE,
)
_QUOTES = "“”\"'"
_HEAD_LINES = 80


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a document amends: the number of the plan it names, and its instructions in order."""

    number: str
    instructions: tuple[Instruction, ...]


@dataclass(slots=True)
class _Passage:
    """The line an instruction stands in, without its marker, and the lines that follow it."""

    line: int
    text: str
    block: list[Line] = field(default_factory=list)

    @property
    def lines(self) -> tuple[int, ...]:
        return (self.line, *(line.number for line in self.block if line.number != self.line))


def read_amendment(source: Source, document: PlanDocument) -> Amendment | None:
    """Return what the document amends, None where it amends no numbered plan."""
    lines = [block for block in source.blocks if isinstance(block, Line)]
    found = _AMENDS.match(squeeze(document.title)) or _named_in(lines)
    if found is None:
        return None
    instructions: list[Instruction] = []
    context = ""
    for passage in _passages(lines):
        if not passage.block and "như sau" in passage.text and not _value_of(passage.text):
            context = (cited_places(passage.text).places or ("",))[0]
        else:
            instructions += _instructions(passage, context, document)
    return Amendment(squeeze(found["number"]).replace(" ", ""), tuple(instructions))


def _named_in(lines: Sequence[Line]) -> re.Match[str] | None:
    """Look for the amended plan in the first lines, two at a time: a subject line may be broken."""
    head = [squeeze(line.text) for line in lines[:_HEAD_LINES]]
    for at, text in enumerate(head):
        words = _MARKER.sub("", text, count=1) if _MARKER.match(text) else text
        if found := _AMENDS.match(" ".join([words, *head[at + 1 : at + 2]])):
            return found
    return None


# Passages


def _passages(lines: Sequence[Line]) -> list[_Passage]:
    """Return each instruction with the lines behind it; a line inside quotation marks opens none."""
    found: list[_Passage] = []
    quoted = False
    for line in lines:
        text = squeeze(line.text)
        bare = _MARKER.sub("", text, count=1) if _MARKER.match(text) else text
        if not quoted and _opens(bare):
            found.append(_Passage(line.number, bare))
        elif not quoted and found and _END.match(text):
            if re.match(r"[\W_]*nơi nhận", text, re.IGNORECASE):
                break
            found.append(_Passage(0, ""))  # what stands behind belongs to no instruction
        elif found and text:
            found[-1].block.append(Line(line.number, line.text.strip()))
        quoted = _is_open(text, quoted=quoted)
    return [passage for passage in found if passage.line]


def _opens(text: str) -> bool:
    """Whether an instruction begins here: an act, and a place, a field or words it is about."""
    if _PHRASE.match(text):
        return True
    return bool(_BEGIN.match(text)) and not _AMENDS.match(text) and bool(cited_places(text).places)


def _is_open(text: str, *, quoted: bool) -> bool:
    """Whether a quotation is still open behind this line."""
    opened, closed = text.count("“"), text.count("”")
    if opened != closed:
        return opened > closed
    return quoted != (text.count('"') % 2 == 1)


# Instructions


def _instructions(passage: _Passage, context: str, document: PlanDocument) -> list[Instruction]:
    text = passage.text
    if phrase := _PHRASE.match(text):
        places = cited_places(text[phrase.end() :], context).places or ("",)
        words = (squeeze(phrase["old"]), squeeze(phrase["new"]))
        return [Instruction(Act.REPHRASE, place, passage.lines, words=words) for place in places]
    said = text.split("như sau")[0]
    places = cited_places(said, context).places
    begin = _BEGIN.match(text)
    act = begin["act"].lower() if begin and places else ""
    if act in {"bãi bỏ", "hủy bỏ", "huỷ bỏ"}:
        return [Instruction(Act.WITHDRAW, place, passage.lines) for place in places]
    if act and (found := _FIELD.match(text)):
        return [_field_change(passage, places[0], found, document)]
    if not act:
        return []
    kind = Act.ADD if act == "bổ sung" else Act.CHANGE
    tasks = _tasks(_block(passage, said), places[0], document)
    return [Instruction(kind, places[0], passage.lines, tasks)]


def _field_change(passage: _Passage, place: str, found: re.Match[str], document: PlanDocument) -> Instruction:
    """Read "Điều chỉnh thời hạn tại điểm c khoản 1 Mục III thành: trước ngày 31/10/2026"."""
    name = next(one for one in _FIELDS if found[one])
    value = _value_of(passage.text) or " ".join(squeeze(line.text) for line in passage.block)
    value = value.strip(f"{_QUOTES} .;")
    block = [Line(passage.line, "Việc"), Line(passage.line, f"- {_LABELS[name]}: {value}")]
    tasks = _tasks(block, place, document) if value else ()
    fields = tuple(dict.fromkeys((name, *(("coordinating_units",) if _brings_partners(tasks, name) else ()))))
    given = tuple(
        replace(task, lines=passage.lines, review=tuple(d for d in task.review if d.field in fields))
        for task in tasks[:1]
    )
    return Instruction(Act.CHANGE, place, passage.lines, given, fields)


def _brings_partners(tasks: Sequence[ReadTask], name: str) -> bool:
    return name == "lead_units" and any(task.coordinating_units for task in tasks)


def _value_of(text: str) -> str:
    """Return what a field becomes, where the same line says it."""
    if found := _FROM_TO.search(text):
        return found["value"]
    end = cited_places(text).end
    behind = _INTO.search(text, end)
    return behind["value"].strip() if behind else ""


def _block(passage: _Passage, said: str) -> list[Line]:
    """Return the lines given for the place, without the quotation marks around them."""
    rest = (
        passage.text[len(said) :].removeprefix("như sau").strip(" :") if len(said) < len(passage.text) else ""
    )
    lines = [*([Line(passage.line, rest)] if rest else []), *passage.block]
    found = []
    for line in lines:
        text = line.text.strip()
        text = text.lstrip("“" if text.count("“") > text.count("”") else "")
        text = text.rstrip(" .;").rstrip("”") if text.count("”") > text.count("“") else text
        if text.count('"') == 1:
            text = text.strip('" ')
        elif text[:1] + text[-1:] in {"“”", '""'}:
            text = text[1:-1]
        found.append(Line(line.number, text))
    return [line for line in found if line.text]


def _tasks(block: Sequence[Line], place: str, document: PlanDocument) -> tuple[ReadTask, ...]:
    """Read the given lines under the headings of their place; a lone row is the row at that place."""
    if not block:
        return ()
    parts = place.split(".")
    first = squeeze(block[0].text)
    above = parts if _MARKER.match(first) and not _is_label(first, parts[-1]) else parts[:-1]
    lines = [Line(1, document.type.upper()), Line(1, document.title)]
    if document.issued_on:
        lines.insert(1, Line(1, f"Nơi ban hành, ngày {document.issued_on:%d} tháng {document.issued_on:%m} năm"
                                f" {document.issued_on:%Y}"))  # fmt: skip
    lines += [Line(1, f"{_mark(part, at)} {_HEADINGS[at == 0]}") for at, part in enumerate(above)]
    if above != parts and not _MARKER.match(first):
        block = [Line(block[0].number, f"{_mark(parts[-1], len(parts) - 1)} {block[0].text}"), *block[1:]]
    found = parse_plan(Source((*lines, *block), block[-1].number)).tasks
    if len(found) == 1 and above != parts:
        return (replace(found[0], id=place),)
    return found


_HEADINGS = {True: "NHIỆM VỤ VÀ GIẢI PHÁP", False: "Nhiệm vụ"}


def _is_label(text: str, label: str) -> bool:
    """Whether a line carries the mark of the place itself: "b)" for III.2.b."""
    return re.match(rf"{re.escape(label)}\s*[.):]", text) is not None


def _mark(part: str, depth: int) -> str:
    """Return how a step is written before its words: "III.", "2.", "b)", "-"."""
    if part.isalpha() and part.islower() and len(part) == 1 and depth:
        return f"{part})"
    return f"{part}." if not (part.isalpha() and part.islower()) else "-"
