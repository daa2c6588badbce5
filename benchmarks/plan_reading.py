"""How well plans are read: every document of tests/documents/corpus against what a careful clerk reads in it.

    python -m benchmarks.plan_reading [open|held|NAME …] [--verbose] [--json] [--long] [--disguises]

Of the rows a clerk writes down: wholly right; silently wrong (wrong, and nobody is asked to look); right though a
look is asked for in vain; missing; and rows read that stand in no document. Held documents are for measuring only.
"""

import argparse
import json
import sys
import time
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.plan_disguises import DISGUISES, Disguise
from benchmarks.plan_matching import Comparison, Row, compare, fold, same_words
from documents.reading import read_plan_bytes, read_plan_file
from domain.errors import BadInputError
from domain.plan_json import reading_to_json

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "documents" / "corpus"
COUNTS = ("rows", "right", "silent", "asked", "vain", "missing", "invented", "lines")


@dataclass(frozen=True)
class Entry:
    """A document of the corpus, what was read from it (None: refused) and how the two compare."""

    name: str
    golden: Row
    read: Row | None
    comparison: Comparison
    seconds: float

    @property
    def counts(self) -> Counter[str]:
        judged = [j for j in self.comparison.judged if not j.golden.get("optional")]
        return Counter(
            rows=len(judged) + len(self.comparison.missing),
            right=sum(j.right for j in judged),
            silent=sum(j.silently_wrong for j in judged),
            asked=sum(bool(j.wrong) and j.asks for j in judged),
            vain=sum(j.asks_for_nothing for j in judged),
            missing=len(self.comparison.missing),
            invented=len(self.comparison.invented),
            lines=sum(j.lines_covered for j in judged),
        )


def folders(wanted: list[str]) -> list[Path]:
    """The corpus's folders, or those of the parts or names asked for."""
    found = sorted(path.parent for path in CORPUS.glob("*/*/golden.json"))
    if not wanted:
        return found
    return [path for path in found if any(w == path.parent.name or path.name.startswith(w) for w in wanted)]


def document_of(folder: Path) -> Path:
    return next(path for path in sorted(folder.iterdir()) if path.stem == "document")


def read_entry(folder: Path) -> Entry:
    golden = json.loads((folder / "golden.json").read_text("utf-8"))
    return measure(f"{folder.parent.name}/{folder.name}", golden, document_of(folder))


def disguised(entry: Entry, disguise: Disguise) -> Entry | None:
    """Judge a plain text of the corpus again in other clothes; None for what is no plain prose in UTF-8."""
    source = document_of(CORPUS / entry.name)
    unfit = {"hostile", "table", "lost-accents", "legacy-encoding", "utf16"} & set(entry.golden["styles"])
    if source.suffix != ".txt" or unfit:
        return None
    golden = {**entry.golden, "accents_lost": not disguise.accents_kept}
    if not disguise.lines_kept:
        golden["tasks"] = [{**row, "source": {"lines": []}} for row in golden["tasks"]]
    text = unicodedata.normalize("NFC", source.read_text("utf-8-sig"))
    return measure(entry.name, golden, disguise.dress(text), disguise.ending)


def measure(name: str, golden: Row, source: Path | bytes, ending: str = ".txt") -> Entry:
    """Read `source` and judge it. A refusal (BadInputError) is a reading without a row."""
    began = time.perf_counter()
    read: Row | None
    try:
        reading = (
            read_plan_file(source) if isinstance(source, Path) else read_plan_bytes(source, f"plan{ending}")
        )
        read = reading_to_json(reading)
    except BadInputError:
        read = None
    seconds = time.perf_counter() - began
    if isinstance(source, Path):
        golden = {**golden, "styles": [source.suffix, *golden["styles"]]}
    return Entry(name, golden, read, compare(golden, read or {"tasks": []}), seconds)


def long_plan() -> tuple[Row, bytes]:
    """Ten thousand lines of the plainest plan, and its golden rows: 50 groups of 66 tasks of three lines."""
    lines, rows = ["KẾ HOẠCH", "Kiểm tra 3.300 cơ sở năm 2026", "I. NHIỆM VỤ"], []
    deadline = {"kind": "one_off", "date": "2026-06-30", "op": "by"}
    for group in range(1, 51):
        lines.append(f"{group}. Cụm công nghiệp số {group}")
        for number in range(1, 67):
            first, text = len(lines) + 1, f"Kiểm tra cơ sở số {number} của cụm {group}"
            lines += [f"{group}.{number}. {text}.", "- Chủ trì: Sở Nội vụ.", "- Thời hạn: 30/6/2026."]
            rows.append(
                {"kind": "task", "text": text, "lead_units": ["Sở Nội vụ"], "coordinating_units": []}
                | {"deadline": deadline, "product": None, "by_mandate": False}
                | {"source": {"lines": [first, first + 1, first + 2]}}
            )
    golden = {"styles": ["long"], "tasks": rows, "targets": [], "recipients": [], "references": []}
    return golden, "\n".join(lines).encode()


def around_the_rows(entry: Entry) -> list[str]:
    """What differs beside the tasks: the document's frame, targets, recipients, references, doubts owed."""
    golden, read = entry.golden, entry.read
    told = []
    if read is None:
        return [] if not golden["tasks"] else ["refused"]
    for name, value in (golden.get("document") or {}).items():
        if fold(value or "") != fold(read["document"][name] or ""):
            told.append(f"document.{name}: {value!r}, read {read['document'][name]!r}")
    for target in golden["targets"]:
        told += target_differs(target, read["targets"])
    for name, keys in (("recipients", ("name", "mark")), ("references", ("number", "date"))):
        have = [tuple(fold(row[key] or "") for key in keys) for row in read[name]]
        told += [
            f"{name}: {[row[key] for key in keys]} not read"
            for row in golden[name]
            if tuple(fold(row[key] or "") for key in keys) not in have
        ]
    if golden.get("must_flag") and not read["problems"]:
        told.append("problems: nothing flagged")
    return told


def target_differs(target: Row, found: list[Row]) -> list[str]:
    wanted = fold(target["text"])
    same_text = [row for row in found if wanted in fold(row["text"])]
    if not same_text:
        return [] if target.get("optional") else [f"target {target['text']!r} not read"]
    if target.get("doubtful"):
        return []
    row = same_text[0]
    figures = (target["value"], target["comparator"])
    unit_same = target["value"] is None or same_words(target["unit"] or "", row["unit"] or "", accents=True)
    if figures == (row["value"], row["comparator"]) and unit_same:
        return []
    read = (row["value"], row["comparator"], row["unit"])
    return [f"target {target['text']!r}: {(*figures, target['unit'])}, read {read}"]


def row_told(entry: Entry) -> list[str]:
    told = []
    for judged in entry.comparison.judged:
        optional = " (optional)" if judged.golden.get("optional") else ""
        mark = "asked" if judged.asks else "SILENT"
        for name in judged.wrong:
            wanted, found = judged.golden.get(name), judged.read.get(name)
            lines = judged.read["source"]["lines"]
            told.append(f"{mark}{optional} {judged.read['id']} {lines} {name}: {wanted}, read {found}")
        if judged.asks_for_nothing:
            why = [f"{doubt['field']}: {doubt['reason']}" for doubt in judged.read.get("review", ())]
            told.append(f"in vain {judged.read['id']} {judged.read['text'][:60]!r}: {why}")
    told += [
        f"MISSING {row['kind']} {row['source']['lines']} {row['text']!r}" for row in entry.comparison.missing
    ]
    for row in entry.comparison.invented:
        text = row["text"][:80]
        told.append(
            f"INVENTED {row['kind']} {row['id']} {row['source']['lines']} {text!r} {row['lead_units']}"
        )
    return told


def share(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f}%" if whole else "    - "


def line_of(name: str, counts: Counter[str], seconds: float | None = None) -> str:
    shares = "  ".join(share(counts[key], counts["rows"]) for key in ("right", "silent", "asked", "vain"))
    took = f"  {seconds:5.2f}s" if seconds is not None else ""
    return (
        f"{name:34.34} {counts['rows']:5}  {shares}  "
        f"{counts['missing']:5} {counts['invented']:5}  {share(counts['lines'], counts['rows'])}{took}"
    )


def show(entries: list[Entry], *, verbose: bool) -> None:
    if not entries:
        print("no such document")
        return
    print(f"{'document':34} {'rows':>5}   right  silent   asked    vain   miss   inv   lines")
    for entry in entries:
        print(line_of(entry.name, entry.counts, entry.seconds))
        if verbose:
            for told in (*row_told(entry), *around_the_rows(entry)):
                print(f"    {told}")
    print()
    for title, key in (("part", part_of), ("style", styles_of)):
        for group in sorted({g for entry in entries for g in key(entry)}):
            total = sum((e.counts for e in entries if group in key(e)), Counter())
            print(line_of(f"{title} {group}", total))
        print()
    print(line_of("in all", sum((entry.counts for entry in entries), Counter())))
    wrong = Counter(name for e in entries for j in e.comparison.judged for name in j.wrong)
    print("wrong fields: " + ", ".join(f"{n} {name}" for name, n in wrong.most_common()))
    beside = Counter(
        told.split(":")[0].split()[0].split(".")[0] for e in entries for told in around_the_rows(e)
    )
    print("beside the rows: " + (", ".join(f"{n} {name}" for name, n in beside.items()) or "nothing differs"))


def show_disguises(entries: list[Entry]) -> None:
    """A line for each disguise over all plain texts; the same texts as they are come first."""
    as_they_are = [e for e in entries if disguised(e, DISGUISES["crlf"])]
    print(line_of("as they are", sum((entry.counts for entry in as_they_are), Counter())))
    for name, disguise in DISGUISES.items():
        again = [e for entry in as_they_are if (e := disguised(entry, disguise))]
        print(line_of(f"disguise {name}", sum((entry.counts for entry in again), Counter())))


def part_of(entry: Entry) -> list[str]:
    return [entry.name.split("/")[0]]


def styles_of(entry: Entry) -> list[str]:
    return list(entry.golden["styles"])


def figures(entries: list[Entry]) -> dict[str, Any]:
    """The counts by document and in all, for a test or a diary."""
    total = sum((entry.counts for entry in entries), Counter())
    return {"in_all": dict(total), "documents": {e.name: {k: e.counts[k] for k in COUNTS} for e in entries}}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("wanted", nargs="*", help="open, held, or the beginning of names; all without")
    parser.add_argument("--verbose", action="store_true", help="show each difference")
    parser.add_argument("--json", action="store_true", help="the counts alone")
    parser.add_argument("--long", action="store_true", help="also a plan of ten thousand lines")
    parser.add_argument("--disguises", action="store_true", help="the plain texts again in other clothes")
    args = parser.parse_args()
    entries = [read_entry(folder) for folder in folders(args.wanted)]
    if args.json:
        print(json.dumps(figures(entries), ensure_ascii=False, indent=1))
    else:
        show(entries, verbose=args.verbose)
    if args.disguises:
        show_disguises(entries)
    if args.long:
        entry = measure("generated/10000-lines", *long_plan())
        print(line_of(entry.name, entry.counts, entry.seconds))
    return 0


if __name__ == "__main__":
    sys.exit(main())
