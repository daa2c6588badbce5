"""Taking another reading of a doubtful field."""

import pytest

from domain.plan_doubts import names_with

LABOUR, ROOM = "Phòng Lao động - Thương binh và Xã hội", "Phòng Nội vụ"


@pytest.mark.parametrize(
    ("names", "other", "expected"),
    [
        ((LABOUR,), "Sở Lao động - Thương binh và Xã hội", ("Sở Lao động - Thương binh và Xã hội",)),
        ((ROOM, LABOUR), "Sở Lao động - TBXH", (ROOM, "Sở Lao động - TBXH")),
        ((LABOUR, ROOM), "so noi vu", (LABOUR, "so noi vu")),
        ((ROOM, LABOUR), LABOUR, (ROOM, LABOUR)),
        ((ROOM,), "Sở Y tế; Sở Công Thương", ("Sở Y tế", "Sở Công Thương")),
        ((), "Sở Y tế", ("Sở Y tế",)),
        ((ROOM,), " ; ", ()),
    ],
)
def test_the_other_name_takes_the_place_of_the_one_it_is_most_like(names, other, expected):
    assert names_with(names, other) == expected
