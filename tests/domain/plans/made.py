"""Rows and plans for tests, by hand and by hypothesis."""

from dataclasses import replace

from hypothesis import strategies as st

from domain.deadline import Deadline, DeadlineKind
from domain.deadline_words import read_deadline
from domain.plan import ReadTask, TaskKind

TEXTS = (
    "Tổ chức Tháng hành động về an toàn, vệ sinh lao động",
    "Huấn luyện kỹ năng sơ cứu cho người làm công tác an toàn ở cơ sở",
    "Rà soát công trình đang thi công có giàn giáo, cần trục, hố đào sâu",
    "Kiểm tra máy, thiết bị có yêu cầu nghiêm ngặt tại nhà máy, kho hóa chất",
    "Hướng dẫn dùng thuốc bảo vệ thực vật, máy nông nghiệp an toàn",
    "Khám phát hiện bệnh nghề nghiệp cho người làm việc với bụi, tiếng ồn",
    "Vận động người lao động tự do tham gia bảo hiểm tai nạn lao động",
    "Lập sổ theo dõi người bị tai nạn lao động để không ai bị bỏ sót chế độ",
    "Kiểm tra điều kiện làm việc tại lò sấy, xưởng xẻ, mỏ đá và làng nghề",
)
UNITS = ("Sở Nội vụ", "Sở Y tế", "Sở Xây dựng", "Ủy ban nhân dân các xã, phường, đặc khu")
WHEN = ("Thường xuyên", "Trước ngày 30/9/2026", "Quý III/2026", "Trước ngày 15/12 hằng năm")


def row(ref="III.1.a", text=TEXTS[0], *, leads=("Sở Nội vụ",), partners=(), when="Thường xuyên", **changes):
    """Return a row as read."""
    return ReadTask(
        id=ref,
        kind=changes.pop("kind", TaskKind.TASK),
        text=text,
        lead_units=tuple(leads),
        coordinating_units=tuple(partners),
        other_units=(),
        by_mandate=False,
        deadline_text=when,
        deadline=read_deadline(when).deadline if when else Deadline(DeadlineKind.NONE),
        lines=changes.pop("lines", (1,)),
        **changes,
    )


rows = st.builds(
    row,
    ref=st.just("?"),
    text=st.one_of(
        st.sampled_from(TEXTS),
        st.builds(lambda a, b: f"{a} và {b.lower()}", st.sampled_from(TEXTS), st.sampled_from(TEXTS)),
        st.text(max_size=30),
    ),
    leads=st.lists(st.sampled_from(UNITS), max_size=2, unique=True),
    partners=st.lists(st.sampled_from(UNITS), max_size=2, unique=True),
    when=st.sampled_from(WHEN),
    kind=st.sampled_from(TaskKind),
    lines=st.tuples(st.integers(1, 400)),
)


@st.composite
def plans(draw):
    """A plan with ids of its own for each row."""
    found = draw(st.lists(rows, max_size=8))
    ids = draw(
        st.lists(
            st.sampled_from([f"{part}.{letter}" for part in ("III.1", "III.2") for letter in "abcdđe"]),
            min_size=len(found),
            max_size=len(found),
            unique=True,
        )
    )
    return tuple(replace(one, id=ref) for one, ref in zip(found, ids, strict=True))
