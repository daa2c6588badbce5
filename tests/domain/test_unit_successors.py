"""Who took over from offices that ended: by the day, by the level, never for an office that still stands."""

from datetime import date

import pytest

from domain.unit_successors import successors


@pytest.mark.parametrize(
    ("name", "day", "after"),
    [
        ("Phòng LĐTBXH", date(2025, 2, 28), None),
        ("Phòng LĐTBXH", date(2025, 3, 1), "Phòng Nội vụ"),
        ("Phòng LĐTBXH", date(2025, 7, 1), "Phòng Văn hóa - Xã hội"),
        ("Sở LĐ-TB&XH tỉnh Thái An", date(2026, 1, 1), "Sở Nội vụ"),
        ("Sở GTVT", date(2026, 1, 1), "Sở Xây dựng"),
        ("UBND huyện Tân An", date(2025, 7, 1), "Ủy ban nhân dân xã"),
        ("UBND các huyện, thị xã, thành phố", date(2026, 1, 1), "Ủy ban nhân dân các xã, phường, đặc khu"),
        ("Công an các xã, thị trấn", date(2026, 1, 1), "Công an các xã, phường, đặc khu"),
        ("UBND các xã, thị trấn", date(2024, 8, 1), None),
        ("Sở Nội vụ", date(2026, 1, 1), None),
        ("Sở Y tế", date(2026, 1, 1), None),
        ("Ủy ban nhân dân các xã, phường, đặc khu", date(2026, 1, 1), None),
        ("Phòng Lao động, Việc làm", date(2026, 1, 1), None),
    ],
)
def test_who_took_over(name, day, after):
    found = successors(name, day)
    assert (found and found.after[0]) == after


def test_each_says_its_source_and_how_sure_it_is():
    found = successors("Sở Thông tin và Truyền thông", date(2026, 1, 1))
    assert found is not None
    assert found.source == "NĐ 45/2025/NĐ-CP"
    assert found.certainty == "sure"
    assert found.since == date(2025, 3, 1)
