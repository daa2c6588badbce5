"""Pictures of pages read by tesseract with its Vietnamese data, where it is installed; nothing leaves the machine."""

import csv
import io
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from functools import lru_cache
from statistics import median
from typing import Any, Final

from documents.pdf_page import Page, Piece, Word
from domain.errors import BadInputError

DOTS: Final = 300  # an inch: what tesseract reads best
_POINTS: Final = 72 / DOTS
MAX_PAGES: Final = 40
MAX_PIXELS: Final = 60_000_000
_PAGE_SECONDS = 60
_ALL_SECONDS = 300
_LONGEST_SIDE = 4_200  # pixels: an A4 page at 300 dots an inch has 3,508
_SHORTEST_SIDE = 1_400
_LEAST_SURE = 25  # per cent: below, a word is a stain
_LEAST_WORDS = 5
_SURE_ENOUGH = 55  # per cent, of the middle word of a page


@lru_cache(maxsize=1)
def tesseract() -> str | None:
    """Return the program that reads Vietnamese, None where it or its data is not installed."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    try:
        shown = subprocess.run([program, "--list-langs"], capture_output=True, timeout=20, check=False)  # noqa: S603  # a program of this machine, no words of others
    except (OSError, subprocess.TimeoutExpired):
        return None
    return program if b"vie" in (shown.stdout + shown.stderr).split() else None


class Scanner:
    """Reads pictures of one document, within a number of pages and a time for all of them.

    BadInputError: `plan-file-scanned` where nothing is installed, `plan-file-too-large` over a limit,
    `plan-file-blurred` where hardly a word is sure.
    """

    def __init__(self) -> None:
        program = tesseract()
        if program is None:
            raise BadInputError("plan-file-scanned")
        self._program = program
        self._pages = 0
        self._until = time.monotonic() + _ALL_SECONDS

    def page(self, picture: Any) -> Page:
        """Return the words of one picture (PIL, grey, about 300 dots an inch) with their places."""
        self._pages += 1
        left = self._until - time.monotonic()
        if self._pages > MAX_PAGES or left <= 0:
            raise BadInputError("plan-file-too-large")
        wanted = io.BytesIO()
        picture.save(wanted, "PNG", compress_level=1)
        words = list(_words(self._read(wanted.getvalue(), min(left, _PAGE_SECONDS))))
        found = Page(picture.width * _POINTS, picture.height * _POINTS, scanned=True)
        if len(words) >= _LEAST_WORDS and median(sure for _, _, sure in words) < _SURE_ENOUGH:
            raise BadInputError("plan-file-blurred")
        found.pieces = _pieces(words, found.height)
        return found

    def _read(self, picture: bytes, seconds: float) -> str:
        command = [self._program, "-", "-", "-l", "vie", "--dpi", str(DOTS), "tsv"]
        try:
            done = subprocess.run(  # noqa: S603  # fixed words, the picture goes in on standard input
                command,
                input=picture,
                capture_output=True,
                timeout=seconds,
                check=False,
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )
        except subprocess.TimeoutExpired as error:
            raise BadInputError("plan-file-too-large") from error
        except OSError as error:
            raise BadInputError("plan-file-scanned") from error
        if done.returncode:
            raise BadInputError("plan-file-unreadable")
        return done.stdout.decode("utf-8", "replace")


def read_pictures(data: bytes) -> list[Page]:
    """Return the pages of a picture file. BadInputError as Scanner, `plan-file-unreadable` for a broken picture."""
    from PIL import Image, ImageOps, ImageSequence  # noqa: PLC0415  # loaded only where a picture is read

    scanner: Scanner | None = None
    found: list[Page] = []
    try:
        with Image.open(io.BytesIO(data)) as picture:
            if picture.width * picture.height > MAX_PIXELS or getattr(picture, "n_frames", 1) > MAX_PAGES:
                raise BadInputError("plan-file-too-large")
            for frame in ImageSequence.Iterator(picture):
                page = _fitted(_grey(ImageOps.exif_transpose(frame)))
                scanner = scanner or Scanner()  # a broken picture is told as such, whatever is installed
                found.append(scanner.page(page))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadInputError("plan-file-too-large") from error
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        raise BadInputError("plan-file-unreadable") from error
    return found


def _grey(picture: Any) -> Any:
    """Return a picture in grey, on white where it is see-through."""
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture.convert("L")
    seen = picture.convert("LA")
    paper = seen.getchannel("L").point(lambda _: 255)
    paper.paste(seen.getchannel("L"), mask=seen.getchannel("A"))
    return paper


def _fitted(picture: Any) -> Any:
    """Return the picture about as large as a page at 300 dots an inch."""
    longest = max(picture.width, picture.height)
    times = _LONGEST_SIDE / longest if longest > _LONGEST_SIDE else 2 if longest < _SHORTEST_SIDE else 1
    return (
        picture.resize((int(picture.width * times), int(picture.height * times))) if times != 1 else picture
    )


def _words(table: str) -> Iterator[tuple[dict[str, str], str, float]]:
    """Yield tesseract's words: their row, their letters, how sure it is in per cent."""
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text, sure = (row.get("text") or "").strip(), float(row.get("conf") or -1)
        spoken = any(letter.isalnum() for letter in text)
        if row.get("level") == "5" and text and (sure >= _LEAST_SURE if spoken else sure >= 2 * _LEAST_SURE):
            yield row, text, sure


def _pieces(words: list[tuple[dict[str, str], str, float]], height: float) -> list[Piece]:
    """Return tesseract's lines; letters of a scan have no certain size, so all have that of the middle one."""
    if not words:
        return []
    size = median(int(row["height"]) for row, _, _ in words) * _POINTS * 1.2
    lines: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for row, _, _ in words:
        lines.setdefault(tuple(row[part] for part in ("block_num", "par_num", "line_num")), []).append(row)
    found = []
    for rows in lines.values():
        placed = tuple(
            Word(
                row["text"].strip(),
                int(row["left"]) * _POINTS,
                (int(row["left"]) + int(row["width"])) * _POINTS,
            )
            for row in rows
        )
        foot = median(int(row["top"]) + int(row["height"]) for row in rows) * _POINTS
        found.append(Piece(placed, height - foot, size))
    return found
