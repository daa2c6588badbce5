"""PDF files with text into numbered lines, pages one after another, page numbers left out."""

import re

from documents.source import Line, Source, tidy
from domain.errors import BadInputError

MAX_PAGES = 1_000
_PAGE_NUMBER = re.compile(r"\W{0,3}(?:trang\s+)?\d{1,4}(?:\s*/\s*\d{1,4})?\W{0,3}", re.IGNORECASE)
_LETTERS_A_PAGE = 20


def read_pdf(data: bytes) -> Source:
    """Return the lines of the text layer. BadInputError: unreadable or locked, too many pages, no text (a scan)."""
    import pypdfium2  # noqa: PLC0415  # loaded only where a PDF is read

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise BadInputError("plan-file-unreadable") from error
    try:
        if len(document) > MAX_PAGES:
            raise BadInputError("plan-file-too-large")
        pages = [_page_text(document, i) for i in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise BadInputError("plan-file-unreadable") from error
    finally:
        document.close()
    if sum(len(re.sub(r"\s", "", page)) for page in pages) < _LETTERS_A_PAGE * max(1, len(pages)):
        raise BadInputError("plan-file-scanned")
    return _lines(pages)


def _page_text(document: object, index: int) -> str:
    page = document[index]  # type: ignore[index]  # pypdfium2 has no types
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_bounded())
    finally:
        text_page.close()
        page.close()


def _lines(pages: list[str]) -> Source:
    blocks: list[Line] = []
    number = 0
    for page in pages:
        texts = tidy(page.replace("\ufffe", "-").replace("\x02", "-")).strip("\n").split("\n")
        for i, text in enumerate(texts):
            number += 1
            edge = i == 0 or i == len(texts) - 1
            if not (edge and _PAGE_NUMBER.fullmatch(text.strip())):
                blocks.append(Line(number, text))
    return Source(tuple(blocks), max(number, 1))
