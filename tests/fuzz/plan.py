"""Throw files at the reader of plans, guided by which of its lines they reach: make fuzz

Needs atheris (pip install atheris). A file that breaks something is kept in the folder it is run from.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["documents", "domain"]):
    import documents.reading
    from documents import reader_office, reader_scan
    from tests.fuzz.checks import check
    from tests.fuzz.seeds import SEEDS


def _nothing() -> None:
    return None


def main() -> None:
    """Fuzz until told to stop; what stands behind the command is for libFuzzer (-max_total_time=600)."""
    assert documents.reading
    reader_scan.tesseract = _nothing  # no programs of others: they are not what is looked at
    reader_office.soffice = _nothing
    with TemporaryDirectory() as folder:
        for i, seed in enumerate(SEEDS):
            Path(folder, str(i)).write_bytes(seed)
        atheris.Setup([*sys.argv, folder, "-max_len=4000", "-timeout=20", "-rss_limit_mb=2000"], check)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
