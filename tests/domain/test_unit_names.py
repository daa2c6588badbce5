"""Units as plans write them: canonical names, lists taken apart, classes and slips."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.unit_names import harmonise, read_unit, split_units, starts_unit, unit_end, unit_key


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Phòng Lao động - TB&XH", "Phòng Lao động - Thương binh và Xã hội"),
        ("Sở LĐTBXH tỉnh", "Sở Lao động - Thương binh và Xã hội"),
        ("Phòng LĐ-TB&XH", "Phòng Lao động - Thương binh và Xã hội"),
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo"),
        ("Phòng NN và PTNT", "Phòng Nông nghiệp và Phát triển nông thôn"),
        ("Sở TN&MT", "Sở Tài nguyên và Môi trường"),
        ("Sở Nông nghiệp và PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("UBND xã Tân Lập", "Ủy ban nhân dân xã Tân Lập"),
        ("Uỷ ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh"),
        ("BHXH tỉnh", "Bảo hiểm xã hội tỉnh"),
        ("LĐLĐ tỉnh", "Liên đoàn Lao động tỉnh"),
        ("CA tỉnh", "Công an tỉnh"),
        ("Văn phòng HĐND&UBND (phụ trách lĩnh vực Y tế)", "Văn phòng HĐND&UBND"),
        ("Các Sở, ban, ngành đoàn thể tỉnh", "các sở, ban, ngành, đoàn thể tỉnh"),
        ("các phòng, ban chuyên mông", "các phòng, ban chuyên môn"),
    ],
)
def test_canonical_name(raw, name):
    assert read_unit(raw).name == name
    assert read_unit(name).name == name


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Phòng Kinh tế, Hạ tầng và Đô thị; Công an xã", ("Phòng Kinh tế, Hạ tầng và Đô thị", "Công an xã")),
        ("Báo và Phát thanh, Truyền hình tỉnh, Sở Y tế", ("Báo và Phát thanh, Truyền hình tỉnh", "Sở Y tế")),
        ("Sở Văn hóa, Thể thao và Du lịch và Sở Y tế", ("Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế")),
        ("Văn phòng HĐND và UBND huyện, Công an huyện", ("Văn phòng HĐND và UBND huyện", "Công an huyện")),
        (
            "Các Sở: Y tế, Văn hóa, Thể thao và Du lịch, Nội vụ",
            ("Sở Y tế", "Sở Văn hóa, Thể thao và Du lịch", "Sở Nội vụ"),
        ),
        ("UBND các xã: Tân Lập, Phú Lâm", ("UBND xã Tân Lập", "UBND xã Phú Lâm")),
        (
            "các sở, ban, ngành, đoàn thể tỉnh, UBND các xã, phường, đặc khu và các đơn vị có liên quan",
            ("các sở, ban, ngành, đoàn thể tỉnh", "UBND các xã, phường, đặc khu", "các đơn vị có liên quan"),
        ),
        ("Chủ tịch, các PCT UBND huyện", ("Chủ tịch, các PCT UBND huyện",)),
        ("Giao Sở Y tế", ("Sở Y tế",)),
        (
            "UBND xã Tân Lập, xã Phú Lâm và phường Đông Sơn",
            ("UBND xã Tân Lập", "UBND xã Phú Lâm", "UBND phường Đông Sơn"),
        ),
        (
            "Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh",
            ("Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh",),
        ),
        (
            "Sở Y tế (khối dự phòng, khối điều trị), Sở Nội vụ",
            ("Sở Y tế (khối dự phòng, khối điều trị)", "Sở Nội vụ"),
        ),
        ("", ()),
    ],
)
def test_lists(text, units):
    assert split_units(text) == units


def test_classes_and_open_classes():
    assert read_unit("các phòng, ban, ngành có liên quan").is_open
    assert read_unit("Ủy ban nhân dân các xã, thị trấn").is_class
    assert not read_unit("Ủy ban nhân dân các xã, thị trấn").is_open
    assert not read_unit("Sở Y tế").is_class
    assert not read_unit("Sở Văn hóa, Thể thao và Du lịch").is_class


def test_slips_are_told():
    slip = read_unit("Sở Phòng Nội vụ").slips[0]
    assert (slip.code, slip.taken) == ("unit-two-heads", "Phòng Nội vụ")
    assert read_unit("Ủy ban nhân dân").slips[0].code == "unit-level-missing"
    assert read_unit("các phòng, ban chuyên mông").slips[0].code == "unit-word-mended"
    assert read_unit("Sở Y tế").slips == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sở Y tế theo dõi việc thực hiện", "Sở Y tế"),
        ("UBND các xã: Tân Lập, Phú Lâm tổ chức họp", "UBND các xã: Tân Lập, Phú Lâm"),
        ("Ban Quản lý các khu công nghiệp hướng dẫn", "Ban Quản lý các khu công nghiệp"),
        ("các tổ chức chính trị - xã hội vận động", "các tổ chức chính trị - xã hội"),
        ("Ủy ban nhân dân tỉnh kết quả năm", "Ủy ban nhân dân tỉnh"),
        ("Tổ kiểm tra liên ngành lập biên bản", "Tổ kiểm tra liên ngành"),
    ],
)
def test_where_a_name_ends(text, name):
    assert text[: unit_end(text)] == name


@pytest.mark.parametrize(
    "text",
    [
        "Tổ chức hội nghị",
        "Báo cáo kết quả",
        "Hội nghị tổng kết",
        "Trường hợp có vướng mắc",
        "Phòng ngừa tai nạn",
        "Bộ đề",
    ],
)
def test_words_that_only_look_like_heads(text):
    assert not starts_unit(text)


def test_one_form_for_a_class_in_a_document():
    forms = harmonise(
        [
            *("các đơn vị liên quan", "các đơn vị có liên quan", "các đơn vị liên quan"),
            *("các phòng, ban chuyên mông", "các Phòng, ban chuyên môn thuộc huyện", "các đơn vị"),
        ]
    )
    assert forms[unit_key("các đơn vị có liên quan")] == "các đơn vị liên quan"
    assert forms[unit_key("các phòng, ban chuyên môn")] == "các phòng, ban chuyên môn thuộc huyện"
    assert forms[unit_key("các đơn vị")] == "các đơn vị"


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="SởYtếcácPhòngban,;và ()UBND xã\n", max_size=80))
def test_splitting_invents_no_words(text):
    for name in split_units(text):
        assert name
        read_unit(name)
