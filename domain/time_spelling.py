"""Phrases of time brought to one spelling before they are read: accents, short forms, hours, halves, two-digit years.

Small letters in, small letters out. Nothing is read here; a phrase spelt as usual comes back as it is.
"""

import re
import unicodedata

_ACCENTS = {
    "truoc": "trước", "hang": "hằng", "nam": "năm", "thang": "tháng", "quy": "quý", "thuong": "thường",
    "xuyen": "xuyên", "den": "đến", "het": "hết", "tu": "từ", "cuoi": "cuối", "dau": "đầu", "giua": "giữa",
    "dinh": "định", "ky": "kỳ", "lam": "làm", "viec": "việc", "ke": "kể", "tuan": "tuần", "nua": "nửa",
    "cham": "chậm", "nhat": "nhất", "lien": "liên", "tuc": "tục", "yeu": "yêu", "cau": "cầu", "dot": "đột",
    "xuat": "xuất", "moi": "mỗi", "hoac": "hoặc", "va": "và", "giai": "giai", "doan": "đoạn",
    "muon": "muộn", "hoan": "hoàn", "thanh": "thành", "lan": "lần", "cac": "các", "tiep": "tiếp", "mot": "một",
    "gio": "giờ", "sau": "sau", "xong": "xong", "khi": "khi", "suot": "suốt", "trong": "trong", "qua": "quá",
}  # fmt: skip
_WEEKDAYS = {"hai": "hai", "ba": "ba", "tu": "tư", "nam": "năm", "sau": "sáu", "bay": "bảy"}
_WEEKDAY = re.compile(rf"\bthu ({'|'.join(_WEEKDAYS)}|[2-7])(?= (?:hang|moi|cua|dau|cuoi)|\s*$)")
_DAY = re.compile(r"\bngay(?= (?:\d|dau|cuoi|lam))|(?<=\d )ngay\b(?! sau)|\bngay(?=\s*/)")
_CLOCK = re.compile(
    r"(?:từ\s+(?:lúc\s+)?(?=\d{1,2}\s*(?:giờ|h|g)))?(?:(?P<bound>trước|chậm nhất|muộn nhất)\s+(?:là\s+"
    r"|lúc\s+)*)?(?:(?:vào )?lúc\s+)?(?<!\d)\d{1,2}\s*(?:giờ"
    r"|h|g)(?:\s*\d{1,2}(?:\s*phút)?)?'?"
    r"\s*,?\s*(?=ngày|thứ\s|chủ nhật|sáng|chiều|\d{1,2}\s?/)"
)
_HOURS = re.compile(
    r"(?<!\w)từ \d{1,2}\s*(?:giờ|h|g)(?:\s*\d{1,2})?'?(?:\s*phút)?\s*(?:đến|[-–])\s*\d{1,2}\s*(?:giờ|h|g)"
    r"(?:\s*\d{1,2})?'?(?:\s*phút)?\s*,?\s*(?=ngày|\d{1,2}/)"
)
_PART_OF_DAY = re.compile(
    r"(?<!\w)(?:buổi\s+)?(?:sáng|chiều|trưa|tối|cuối ngày)\s*,?\s+(?=ngày|thứ\s|\d{1,2}/)"
)
_SHORT_YEAR = re.compile(r"(?<![\d/.-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?([2-4]\d)(?![\d/])")
_FROM_TO = re.compile(
    r"(?:ngày |thời gian )?(?:bắt đầu|khởi công|khởi động)\s*(?:từ\s*|vào\s*)?:?\s*([^;,]{1,40}?)(?:\s*[;,]\s*|\s+)"
    r"(?:và\s+)?(?:ngày |thời gian )?(?:kết thúc|hoàn thành|xong)\s*(?:vào\s*)?:?\s*(?!\s*(?:trước|chậm|muộn|không))"
)
_UNTIL = re.compile(
    r"(?:bắt đầu|khởi công|khởi động)\s[^;]{1,60}?[;,]\s*(?:kết thúc|hoàn thành|xong)\s+(?=(?:trước|chậm|muộn"
    r"|không)\s)"
)
_NUMBERS = {
    "một": 1, "hai": 2, "ba": 3, "tư": 4, "bốn": 4, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9, "mười hai": 12,
    "mười một": 11, "mười": 10, "thứ nhất": 1, "thứ hai": 2, "thứ ba": 3, "thứ tư": 4,
}  # fmt: skip
_COUNTING = r"lần|buổi|đợt|cuộc|lớp|bài|tin|kỳ|lượt|hội nghị|số|đoàn|chuyến|giờ"
_BY_WORD = re.compile(
    r"(?<!\w)(?<!mỗi )(?<!hằng )(?<!hàng )(?<!từng )(?<!một )(?<![\d] )(?<!(?:sáu|bốn|nửa) )(?<!(?:hai) )(?<!ba )"
    r"(?P<unit>tháng|quý) (?P<n>mười hai|mười một|mười|một|hai|ba|tư|bốn|sáu|bảy|tám|chín"
    r"|(?<=quý )thứ (?:nhất|hai|ba|tư))"
    rf"(?=\s+năm\s+\d|\s*(?:$|[,;.)]|và|đến|-))(?!\s+(?:{_COUNTING}))"
)
_USUAL: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?<!\w)(?:qúy|quí|qúi|qui)(?=\s*(?:\d|[iv]+\b|[,.;/)]|$|trong|sau|trước|một|\s))"), "quý"),
    (re.compile(r"(?<!\w)q\.?\s?(?=(?:iv|i{1,3}|[1-4])(?!\w))"), "quý "),
    (re.compile(r"^(?:tx|t\.x|th\.?\s?xuyên|t\.xuyên)$"), "thường xuyên"),
    (_UNTIL, ""),
    (_FROM_TO, r"từ \1 đến "),
    (
        re.compile(
            r"(?<!\w)từ ([^;,]{1,30}?)\s*(?:,|và) (?:hoàn thành|kết thúc|xong) (?:trong|vào) (?=\D{0,8}\d)"
        ),
        r"từ \1 đến ",
    ),
    (re.compile(r"(?<=[\divx])\s*\+\s*(?=\d|[ivx]+(?!\w))"), ", "),
    (
        re.compile(r"(?<![\w.])(\d{1,2})\.(\d{1,2})(?=\s*(?:[-–]|đến)\s*\d{1,2}\.\d{1,2}\.20\d\d)"),
        r"\1/\2",
    ),
    (
        re.compile(
            r"(?:^|(?<=ngày )|(?<=trước )|(?<=đến )|(?<=nhất )|(?<=xong )|(?<=hết ))(\d{1,2})-(\d{1,2})(?=$|[,;.)])"
        ),
        r"\1/\2",
    ),
    (re.compile(r"(?<![\d/.-])(0?[1-9]|1[0-2])\s?[-.]\s?(20\d\d)(?!\d)"), r"\1/\2"),
    (re.compile(r"(?:(?<=từ )|(?<=đến )|(?<=hết )|(?<=cuối ))(20\d\d)(?!\s?[-–/\d])"), r"năm \1"),
    (
        re.compile(r"(?:(?<=^)|(?<=trước )|(?<=đến )|(?<=nhất ))(\d{1,2})(?= (?:hằng|hàng|mỗi) tháng)"),
        r"ngày \1",
    ),
    (re.compile(r"(?<!\w)trước khi (?:kết thúc|hết) (?=tháng|quý|năm \d)"), "hết "),
    (re.compile(r"(?<!\w)(?:trong )?suốt (?=(?:cả )?(?:tháng|quý))"), "trong "),
    (re.compile(r"(?<!\w)(?:mỗi )?nửa năm(?= (?:một|1|0?1) lần|\s*/|$)"), "6 tháng"),
    (re.compile(r"(?<!\w)một (?:ngày|buổi) trong (?=tháng|quý)"), "trong "),
    (
        re.compile(
            r"(?<!\w)(?:(?:sáng|chiều|tối|trưa)\s+)?(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)\s*,?\s*"
            r"(?=(?:ngày\s*)?\d{1,2}\s?[/.-]\s?\d)"
        ),
        "",
    ),
    (
        re.compile(
            r"(?<!\w)(trước [^\d;]{0,40}?30\s?/\s?0?4)\s*(?:[-–,]|và|đến)\s*(?:ngày )?0?1\s?/\s?0?5(?!\d)"
        ),
        r"\1",
    ),
    (re.compile(r"^(20\d\d)$"), r"năm \1"),
    (re.compile(r"(?<!\w)thg\.?\s?(?=\d)"), "tháng "),
    (re.compile(r"(?<!\w)t\.?\s?(?=\d{1,2}(?:\s*(?:[-–,;/]|đến|và)|$))"), "tháng "),
    (
        re.compile(r"(?<!\w)ngày cuối(?: cùng)?(?: của)?(?: mỗi| hằng| hàng| từng)? tháng(?!\w|\s*\d)"),
        "ngày 31 hằng tháng",
    ),
    (re.compile(r"(?<!\w)nửa đầu năm"), "6 tháng đầu năm"),
    (re.compile(r"(?<!\w)(?:0?2|hai) quý (đầu|cuối) (?:của )?năm"), r"6 tháng \1 năm"),
    (re.compile(r"(?<!\w)(?:0?3|ba) quý (đầu|cuối) (?:của )?năm"), r"9 tháng \1 năm"),
    (re.compile(r"(?<![\w ])quý cuối (?:của )?năm|(?<=trong )quý cuối (?:của )?năm"), "quý 4 năm"),
    (re.compile(r"(?<![\w ])quý đầu (?:của )?năm|(?<=trong )quý đầu (?:của )?năm"), "quý 1 năm"),
    (
        re.compile(
            r"(?<=trong )(?:0?[2-6]|hai|ba|bốn) (?=(?:tháng|quý) (?:\d{1,2}|[iv]+)\s*(?:,|và)\s*[\div])"
        ),
        "",
    ),
    (re.compile(r"cách mạng tháng tám"), "cách mạng"),
    (re.compile(r"(?<!\w)nửa (?:cuối|sau) năm"), "6 tháng cuối năm"),
    (re.compile(r"(?<!\w)(?:không|chưa) (?:muộn|chậm|trễ) hơn"), "chậm nhất"),
    (
        re.compile(r"(?<!\w)không (?:để |được |kéo dài )?(?:vượt )?quá (?=ngày|tháng|quý|năm|\d{1,2}/)"),
        "chậm nhất ",
    ),
    (
        re.compile(r"(?<!\w)(?:không sau|trước hoặc trong|trong hoặc trước) (?=ngày|tháng|quý|năm|\d{1,2}/)"),
        "chậm nhất ",
    ),
    (re.compile(r"(?<!\w)(ngày|tháng|quý|năm)(?=\d)"), r"\1 "),
    (re.compile(r"(?<=\d)(?=(?:ngày|tháng|quý|năm)(?!\w))"), " "),
)
# "2/3 số cơ sở", "12/12 xã": shares, not days.
_SHARE = re.compile(
    r"(?<![\d/])\d{1,3}/\d{1,3}(?=\s+(?:số|tổng|xã|phường|thị trấn|đặc khu|huyện|tỉnh|đơn vị|cơ quan|cơ sở"
    r"|doanh nghiệp"
    r"|chỉ tiêu|tiêu chí|nhiệm vụ|mục tiêu|thôn|bản|trường|hồ sơ|sở|ngành|hộ|người|lớp|khu|tổ|công trình|điểm)(?!\w))"
)
_MISREAD = re.compile(r"(?<![\w])(?=[\doil]*\d)(?=[\d/]*[oil])[\doil]{1,2}(?:/[\doil]{1,4}){1,2}(?!\w)")
_PERCENT = re.compile(r"\d+(?:[.,]\d+)?\s*%")


def plain(text: str) -> str:
    """Return the phrase as it is compared: NFC, small letters, single blanks, no stop at the end."""
    return cased(text).lower()


def cased(text: str) -> str:
    """Return the phrase in its own letters: NFC, single blanks, no stop at the end."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip(" .;,:/")


def accented(text: str) -> str:
    """Give words of the trade their accents where the whole text has none; other text comes back as it is."""
    if not text.isascii():
        return text
    lower = _DAY.sub("ngày", text.lower())
    lower = _WEEKDAY.sub(lambda m: f"thứ {_WEEKDAYS.get(m[1], m[1])}", lower)
    return re.sub(r"[a-z]+", lambda m: _ACCENTS.get(m.group(), m.group()), lower)


def usual(text: str) -> str:
    """Return a phrase in small letters with the spellings and short forms that the grammar knows.

    An hour goes: "trước 17 giờ ngày 20/11" still includes that day, so it becomes "chậm nhất ngày 20/11".
    """
    text = accented(text)
    for pattern, spelt in _USUAL:
        text = pattern.sub(spelt, text)
    text = _BY_WORD.sub(lambda m: f"{m['unit']} {_NUMBERS[m['n']]}", text)
    text = _HOURS.sub("", text)
    text = _CLOCK.sub(lambda m: "chậm nhất " if m["bound"] else "", text)
    text = _PART_OF_DAY.sub("", text)
    text = _SHORT_YEAR.sub(r"\1/\3/20\4", text)
    return _PERCENT.sub("··", _SHARE.sub("···", text))


def with_digits(text: str) -> tuple[str, tuple[str, ...]]:
    """Return a phrase in small letters with the letters a scan puts for digits mended, and the code that says so."""
    mended = _MISREAD.sub(
        lambda found: "".join("0" if c == "o" else "1" if c in "il" else c for c in found.group()), text
    )
    return mended, ("deadline-digit-mended",) if mended != text else ()
