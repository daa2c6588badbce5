"""Pages of a PDF that are shown turned, as wide tables are printed: read as they are seen."""

import re

import pytest

from documents.reader_pdf import read_pdf
from documents.source import Row
from tests.documents.samples import pdf_with
from tests.documents.test_reader_pdf import grid, lines, rows

SIDEWAYS = {
    90: b"q 0 1 -1 0 595 0 cm\n",
    180: b"q -1 0 0 -1 595 842 cm\n",
    270: b"q 0 -1 1 0 0 842 cm\n",
}


def turned(data: bytes, angle: int) -> bytes:
    """The same pages, written sideways and shown turned back."""

    def written(stream: re.Match[bytes]) -> bytes:
        body = stream[2]
        if b"BT" not in body:
            return stream[0]
        body = SIDEWAYS[angle] + body + b"Q\n"
        return b"<< /Length %d >>\nstream\n%sendstream" % (len(body), body)

    data = re.sub(rb"<< /Length (\d+) >>\nstream\n(.*?)endstream", written, data, flags=re.DOTALL)
    return data.replace(b"/Type /Page /Parent", b"/Type /Page /Rotate %d /Parent" % angle)


XS = [40.0, 90, 240, 440, 550]
HEAD = [(45, 505, "TT"), (95, 505, "Nhiệm vụ"), (245, 505, "Đơn vị chủ trì"), (445, 505, "Thời hạn")]
FIRST = [
    (45, 480, "1"),
    (95, 485, "Rà soát"),
    (95, 473, "hồ sơ"),
    (245, 480, "Sở Y tế"),
    (445, 480, "30/6/2026"),
]
CUT = [
    (45, 450, "2"),
    (95, 450, "Kiểm tra nồi hơi,"),
    (245, 450, "Sở Công Thương"),
    (445, 450, "Quý II/2026"),
]
REST = [(x, y + 40, text) for x, y, text in HEAD] + [(95, 520, "cần trục")]
REST += [(45, 490, "3"), (95, 490, "Họp"), (245, 490, "Sở Nội vụ"), (445, 490, "Hằng quý")]


@pytest.mark.parametrize("angle", SIDEWAYS)
def test_a_turned_page_reads_as_it_is_seen(angle):
    page = [(40, 560, "I. NHIỆM VỤ"), (40, 540, "1. Sở Y tế rà soát hồ sơ trước 30/6/2026")]
    assert lines(turned(pdf_with([page]), angle)) == [
        "I. NHIỆM VỤ",
        "1. Sở Y tế rà soát hồ sơ trước 30/6/2026",
    ]


@pytest.mark.parametrize("angle", SIDEWAYS)
def test_a_turned_table_whose_row_breaks_over_the_page_is_one_table(angle):
    pages = [[(40, 560, "I. NHIỆM VỤ"), *HEAD, *FIRST, *CUT], REST]
    data = turned(pdf_with(pages, [grid(XS, [520, 500, 465, 440]), grid(XS, [560, 535, 510, 480])]), angle)
    assert rows(data) == [
        ["TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời hạn"],
        ["1", "Rà soát / hồ sơ", "Sở Y tế", "30/6/2026"],
        ["2", "Kiểm tra nồi hơi, / cần trục", "Sở Công Thương", "Quý II/2026"],
        ["3", "Họp", "Sở Nội vụ", "Hằng quý"],
    ]
    assert len({block.table for block in read_pdf(data).blocks if isinstance(block, Row)}) == 1
