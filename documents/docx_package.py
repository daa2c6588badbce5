"""The parts of a Word file: found by its relations, unpacked within bounds, parsed without entities."""

import io
import zipfile
from typing import Final

from lxml import etree

from domain.errors import BadInputError

MAX_PART: Final = 12 * 1024 * 1024
MAX_MARKS: Final = 1_000_000  # tags and attributes of a part: a tree takes some 200 bytes for each
MAX_MARKS_BESIDE: Final = 300_000
MAX_ENTRIES: Final = 5_000
_RELATED = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/math",
        b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    ),
)
_BROKEN = (
    *(zipfile.BadZipFile, KeyError, etree.XMLSyntaxError, NotImplementedError, RuntimeError),
    *(OSError, EOFError, ValueError),
)


class Package:
    """An opened Word file. Every failure to read it is BadInputError `plan-file-unreadable` or `-too-large`."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise BadInputError("plan-file-unreadable") from error
        if len(self._archive.infolist()) > MAX_ENTRIES:
            raise BadInputError("plan-file-too-large")
        self._names = {name.lower(): name for name in self._archive.namelist()}
        whole = self._related("").get("officeDocument", "word/document.xml")
        self.main = whole if whole.lower() in self._names else "word/document.xml"
        self._parts = self._related(self.main)

    def document(self) -> bytes:
        """Return the bytes of the main part."""
        data = self.part(self.main)
        if not data:
            raise BadInputError("plan-file-unreadable")
        return data

    def beside(self, kind: str) -> bytes:
        """Return the bytes of a part beside the main one (numbering, styles, footnotes, …); empty without it."""
        folder = self.main.rpartition("/")[0]
        return self.part(self._parts.get(kind, f"{folder}/{kind}.xml".lstrip("/")), MAX_MARKS_BESIDE)

    def part(self, name: str, marks: int = MAX_MARKS) -> bytes:
        """Return a part's bytes, never more than may be parsed, whatever the archive claims; empty without it."""
        stored = self._names.get(name.lower())
        if stored is None:
            return b""
        try:
            info = self._archive.getinfo(stored)
            if info.file_size > MAX_PART:
                raise BadInputError("plan-file-too-large")
            with self._archive.open(info) as stream:
                data = stream.read(MAX_PART + 1)
        except _BROKEN as error:
            raise BadInputError("plan-file-unreadable") from error
        if len(data) > MAX_PART or data.count(b"<") + data.count(b"=") > marks:
            raise BadInputError("plan-file-too-large")
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
        return data

    def _related(self, part: str) -> dict[str, str]:
        """Return the parts that a part names, by the last word of their kind."""
        folder, _, name = part.rpartition("/")
        root = parse(self.part(f"{folder}/_rels/{name}.rels".lstrip("/")))
        found: dict[str, str] = {}
        for relation in root.iter(_RELATED) if root is not None else ():
            target = relation.get("Target") or ""
            if relation.get("TargetMode") != "External" and target:
                at = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/")
                found.setdefault((relation.get("Type") or "").rpartition("/")[2], at)
        return found


def parse(data: bytes) -> etree._Element | None:  # lxml's element type has no public name
    """Return the root of a part, None for no bytes. Entities and outside files are never followed."""
    if not data:
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True
    )
    try:
        return etree.fromstring(data, parser)
    except _BROKEN as error:
        raise BadInputError("plan-file-unreadable") from error
