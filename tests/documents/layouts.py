"""The same four tasks laid out in every way offices lay out plans: what is read must not hang on the layout."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Said:
    """A task as a clerk would note it. `when` is written in the document, `deadline` what it means."""

    text: str
    lead: str
    partners: tuple[str, ...]
    when: str
    deadline: dict[str, Any]
    product: str

    @property
    def with_partners(self) -> str:
        return ", ".join(self.partners)


COMMUNE = (
    Said(
        "Tổ chức tập huấn sơ cấp cứu cho 120 công nhân",
        "Phòng Văn hóa - Xã hội",
        ("Trạm Y tế xã", "Công an xã"),
        "trước ngày 30/6/2026",
        {"kind": "one_off", "date": "2026-06-30", "op": "before"},
        "Danh sách học viên",
    ),
    Said(
        "Kiểm tra an toàn điện tại 15 hộ kinh doanh",
        "Phòng Kinh tế",
        ("Công an xã",),
        "tháng 8/2026",
        {"kind": "one_off", "date": "2026-08-31", "op": "by", "start": "2026-08-01"},
        "Biên bản kiểm tra",
    ),
    Said(
        "Lập bản đồ các điểm có nguy cơ sạt lở",
        "Ban Chỉ huy Quân sự xã",
        ("các thôn",),
        "quý IV năm 2026",
        {"kind": "one_off", "date": "2026-12-31", "op": "by", "start": "2026-10-01"},
        "Bản đồ",
    ),
    Said(
        "Phát 500 tờ rơi về phòng cháy",
        "Đoàn Thanh niên xã",
        (),
        "20/5/2026",
        {"kind": "one_off", "date": "2026-05-20", "op": "by"},
        "500 tờ rơi",
    ),
)
PROVINCE = (
    Said(
        "Xây dựng cơ sở dữ liệu về thiết bị có yêu cầu nghiêm ngặt",
        "Sở Khoa học và Công nghệ",
        ("Sở Nội vụ", "Ban Quản lý các khu công nghiệp tỉnh"),
        "15 tháng 9 năm 2026",
        {"kind": "one_off", "date": "2026-09-15", "op": "by"},
        "Cơ sở dữ liệu",
    ),
    Said(
        "Huấn luyện 45 giảng viên nguồn",
        "Liên đoàn Lao động tỉnh",
        ("Trường Cao đẳng Y tế",),
        "từ ngày 01/3/2026 đến ngày 30/4/2026",
        {"kind": "period", "start": "2026-03-01", "end": "2026-04-30"},
        "45 chứng chỉ",
    ),
    Said(
        "Rà soát danh mục nghề độc hại",
        "Sở Y tế",
        (),
        "chậm nhất ngày 10/11/2026",
        {"kind": "one_off", "date": "2026-11-10", "op": "by"},
        "Danh mục",
    ),
)
CONTENTS = {"commune": COMMUNE, "province": PROVINCE}
HEAD = """ỦY BAN NHÂN DÂN
{place}
Số: 45/KH-UBND
Ngày 12 tháng 01 năm 2026

KẾ HOẠCH
Bảo đảm an toàn, vệ sinh lao động năm 2026

I. MỤC ĐÍCH, YÊU CẦU
Nâng cao ý thức của người dân.
II. NỘI DUNG THỰC HIỆN
"""
TAIL = """
III. TỔ CHỨC THỰC HIỆN
1. Văn phòng theo dõi, đôn đốc việc thực hiện Kế hoạch này.
Nơi nhận:
- Như trên;
- Lưu: VT.
CHỦ TỊCH
Nguyễn Văn A
"""
Layout = Callable[[tuple[Said, ...]], str]
WITHOUT_PARTNERS = {"bracket-units-and-day", "labels-and-others", "cells-four"}
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_LETTERS = "abcdđegh"
_COUNTED = ("Một", "Hai", "Ba", "Bốn")

# Words in [] stand only where somebody assists; those of a "\\" are lines of their own.
_TEMPLATES = {
    "number-dashes": r"{i}. {text}\{usual}",
    "number-bare-labels": r"{i}. {text}\{bare}",
    "letter-dashes": r"{letter}) {text}\{usual}",
    "named-dashes": r"Nhiệm vụ {i}: {text}\{usual}",
    "starred-name-dashes": r"* Nhiệm vụ {i}: {text}\{usual}",
    "dotted-dashes": r"2.{i}. {text}\{usual}",
    "counted-dashes": r"{counted} là, {small}\{usual}",
    "dash-plus-labels": r"- {text}.\{plus}",
    "dash-same-dash-labels": r"- {text}\{usual}",
    "number-lettered-labels": (
        r"{i}. {text}\a) Đơn vị chủ trì: {lead}\b) Đơn vị phối hợp: {anybody}"
        r"\c) Thời gian: {when}\d) Sản phẩm: {product}"
    ),
    "lettered-content": (
        r"{i}. Hoạt động {i}\a) Nội dung: {text}\b) Đơn vị chủ trì: {lead}\c) Đơn vị phối hợp: {anybody}"
        r"\d) Thời gian: {when}"
    ),
    "said-in-one-line": r"{i}. {text}. Chủ trì: {lead}.[ Phối hợp: {partners}.] Thời gian: {when}.",
    "semicolons": r"{i}. {text}; chủ trì: {lead};[ phối hợp: {partners};] thời hạn: {when}; sản phẩm: {product}.",
    "dashes-in-line": r"{i}. {text} - Chủ trì: {lead}[ - Phối hợp: {partners}] - Hạn: {when} - Kết quả: {product}",
    "bars-in-line": r"{i}. {text} | Chủ trì: {lead}[ | Phối hợp: {partners}] | Hạn: {when}",
    "assignment-line": r"{i}. {text}\- Phân công: {lead} chủ trì[, phối hợp với {partners}]\- Tiến độ: {when}",
    "bracket-roles": r"{i}. {text} ({lead} chủ trì[, {partners} phối hợp]; hoàn thành {when}).",
    "bracket-labels": r"- {text} (chủ trì: {lead}[; phối hợp: {partners}]; thời hạn: {when}).",
    "bracket-units-and-day": r"- {text} ({lead}, {when}).",
    "bracket-with": r"A{i}. {text} ({lead}[ phối hợp với {partners}]; {when})",
    "charge-behind": r"Khoản {i}. {text}; do {lead} đảm nhiệm[, {partners} cùng tham gia]; hoàn thành {when}.",
    "prose-charged": r"{i}. Giao {lead} chủ trì[, phối hợp với {partners}] {small}; hoàn thành {when}.",
    "prose-dash": r"- {lead} chủ trì[, phối hợp với {partners}] {small}, xong {when}.",
    "prose-paragraphs": r"Giao {lead} chủ trì[, phối hợp với {partners}] {small}, thời gian hoàn thành {when}.",
    "prose-counted": r"{counted} là, {small}. Giao {lead} chủ trì[, phối hợp với {partners}], hoàn thành {when}.",
    "unit-colon": r"{i}. {lead}: {text}, hoàn thành {when}[ (phối hợp: {partners})].",
    "unit-number-dash": r"{i}. {lead}\- {text}; hoàn thành {when}[; phối hợp với {partners}].",
    "unit-number-paragraph": r"{i}. {lead}\{text}; hoàn thành {when}[; phối hợp với {partners}].",
    "unit-star-dash": r"* {lead}:\- {text}; hoàn thành {when}[; phối hợp với {partners}].",
    "unit-line-dash": r"{lead}:\- {text}; hoàn thành {when}[; phối hợp với {partners}].",
    "unit-bare-line-dash": r"{lead}\- {text}; hoàn thành {when}[; phối hợp với {partners}].",
    "unit-capitals-dash": r"{capitals}\- {text}; hoàn thành {when}[; phối hợp với {partners}].",
    "unit-arrow-time": r"► {lead}\   + {text}[ (phối hợp: {partners})] → {when}",
    "time-first": r"{i}. {when_first}, {lead} chủ trì[, phối hợp với {partners}] {small}.",
    "time-heading": r"{i}. {when_first}\- {text}. Chủ trì: {lead}.[ Phối hợp: {partners}.]",
    "strange-labels": r"{i}. {text}\Người lo: {lead}\Người giúp: {anybody}\Chốt: {when}\Thu được: {product}",
    "strange-dash-labels": (
        r"{i}. {text}\- Gánh vác: {lead}\- Góp sức: {anybody}\- Mốc về đích: {when}\- Để lại: {product}"
    ),
    "labels-and-others": (
        r"{i}. {text}\- Chủ trì: {lead}\- Địa bàn: toàn xã\- Tiền: ngân sách\- Thời gian: {when}"
    ),
    "task-label": "Công việc: {text}\\{bare}\\",
    "task-label-ruled": (
        r"=== VIỆC {i} ===\Làm gì: {text}\Ai làm: {lead}\Với ai: {anybody}\Bao giờ: {when}\Ở đâu: tại chỗ"
    ),
}
_LABELS = {
    "usual": r"- Đơn vị chủ trì: {lead}\[- Đơn vị phối hợp: {partners}\]- Thời gian: {when}\- Sản phẩm: {product}",
    "plus": r"+ Đơn vị chủ trì: {lead}\[+ Đơn vị phối hợp: {partners}\]+ Thời gian: {when}\+ Sản phẩm: {product}",
    "bare": (
        r"Cơ quan thực hiện: {lead}\[Cơ quan phối hợp: {partners}\]Thời hạn hoàn thành: {when}\Kết quả: {product}"
    ),
}


def _laid_out(template: str, number: int, row: Said) -> str:
    for name, lines in _LABELS.items():
        template = template.replace(f"{{{name}}}", lines)
    kept = _OPTIONAL.sub(r"\1" if row.partners else "", template)
    return kept.replace("\\", "\n").format(
        i=number,
        letter=_LETTERS[number - 1],
        counted=_COUNTED[number - 1],
        text=row.text,
        small=row.text[0].lower() + row.text[1:],
        lead=row.lead,
        capitals=row.lead.upper(),
        partners=row.with_partners,
        anybody=row.with_partners or "Không",
        when=row.when,
        when_first=row.when[0].upper() + row.when[1:],
        product=row.product,
    )


def _by_template(template: str) -> Layout:
    return lambda rows: "\n".join(_laid_out(template, i, row) for i, row in enumerate(rows, 1))


_HEADS = {
    "number": "STT",
    "task": "Nội dung công việc",
    "lead": "Đơn vị chủ trì",
    "partners": "Đơn vị phối hợp",
    "when": "Thời gian hoàn thành",
    "product": "Sản phẩm",
}


def _table(columns: str, between: str, before: str = "", behind: str = "") -> Layout:
    kinds = columns.split()

    def write(rows: tuple[Said, ...]) -> str:
        lines = [[_HEADS[kind] for kind in kinds]]
        for number, row in enumerate(rows, 1):
            cells = {
                "number": str(number),
                "task": row.text,
                "lead": row.lead,
                "partners": row.with_partners or ("-" if between == "\n" else ""),
                "when": row.when,
                "product": row.product,
            }
            lines.append([cells[kind] for kind in kinds])
        return "\n".join(before + between.join(line) + behind for line in lines)

    return write


LAYOUTS: dict[str, Layout] = {
    **{name: _by_template(template) for name, template in _TEMPLATES.items()},
    "tabs": _table("number task lead partners when product", "\t"),
    "tabs-time-second": _table("task when lead partners", "\t"),
    "tabs-lead-first": _table("number lead task partners when", "\t"),
    "bare-pipes": _table("number task lead partners when", " | "),
    "pipes": _table("number task lead partners when product", " | ", "| ", " |"),
    "cells-four": _table("number task lead when", "\n"),
    "cells-six": _table("number task lead partners when product", "\n"),
}


def document(layout: str, contents: str) -> str:
    """The whole document."""
    place = "XÃ MINH TÂN" if contents == "commune" else "TỈNH MINH TÂN"
    return HEAD.format(place=place) + LAYOUTS[layout](CONTENTS[contents]) + TAIL
