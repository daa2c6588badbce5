"""Plain text and Markdown into numbered lines."""

import re
from typing import Final

from documents.decoding import decode
from documents.source import Source, source_from_text
from domain.errors import BadInputError

MAX_LETTERS: Final = 4_000_000
_EMPHASIS: Final = (
    (re.compile(r"(?<![\\*\w])(\*{1,3})(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s\\])\1(?!\*)"), r"\2"),
    (re.compile(r"(?<![\\_\w])(_{1,3})(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s\\])\1(?![_\w])"), r"\2"),
)
_MARKS: Final = (
    (re.compile(r"!?\[([^\[\]\n]{0,300})\]\([^()\n]{0,1000}\)"), r"\1"),
    (re.compile(r"^\s{0,3}(?:>\s?)+"), ""),
    (re.compile(r"^\s{0,3}#{1,6}\s+|\s#{1,6}\s*$"), ""),
    *_EMPHASIS,
    *_EMPHASIS,  # once more for what held another
    (re.compile(r"(?<!`)(`{1,2})(?=[^`])([^`\n]{1,2000}?)\1(?!`)"), r"\2"),
    (re.compile(r"~~([^~\n]{1,2000})~~"), r"\1"),
    (re.compile(r"\\([-\\`*_{}\[\]()#+.!|<>~])"), r"\1"),
)
_RULE: Final = re.compile(r"\s{0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,}|={3,}\s*)")
_BR: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read_text(data: bytes) -> Source:
    """Lines of a text file. BadInputError `plan-file-unreadable` or `plan-file-too-large`."""
    return source_of(decode(data))


def source_of(text: str) -> Source:
    """Lines of a text. BadInputError `plan-file-too-large`."""
    if len(text) > MAX_LETTERS:
        raise BadInputError("plan-file-too-large")
    return source_from_text(text)


def read_markdown(data: bytes) -> Source:
    """Lines of a Markdown file without its marks, numbered as in the file. Errors as for `read_text`."""
    text = _without_comments(decode(data).replace("\r\n", "\n").replace("\r", "\n"))
    return source_of("\n".join(map(_plain, text.split("\n"))))


def _without_comments(text: str) -> str:
    """Return the text without what stands in <!-- -->, its lines still those of the file."""
    kept: list[str] = []
    at = 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin)) >= 0:
        kept += [text[at:begin], "\n" * text.count("\n", begin, end)]
        at = end + 3
    return "".join([*kept, text[at:]])


def _plain(line: str) -> str:
    if _RULE.fullmatch(line):
        return ""
    if line.lstrip().startswith("|"):
        return line.replace("**", "").replace("__", "")
    for pattern, kept in _MARKS:
        line = pattern.sub(kept, line)
    return _BR.sub(" ", line)
