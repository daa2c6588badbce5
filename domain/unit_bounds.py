"""Where a unit's name begins in running text, and where a list of names ends: at a verb that is no part of one."""

import re

from domain.bound_names import begins_bound
from domain.letters import compile_letters
from domain.unit_capitals import taken_down
from domain.unit_lexicon import (
    CLASS_NOUNS,
    COMPOUNDS,
    HEADS,
    LEVELS,
    NAME_HEADS,
    PURPOSES,
    SECTOR_NAMES,
    STANDS_ALONE,
    STOPS,
    VERB_IN_NAME,
    VERBS,
)
from domain.unit_tails import WORD, acts, is_one_word
from domain.word_trie import alternation

_HEAD_ALT = alternation((*NAME_HEADS, *(short for short, _ in HEADS)))
_ALONE = alternation(STANDS_ALONE)
NOUN_WORDS = alternation(CLASS_NOUNS)
LEVEL_WORDS = alternation(LEVELS)
_LOWER_START = re.compile(
    r"(?:các|những|mọi|toàn thể|tất cả|doanh nghiệp|cơ quan|đơn vị|công an|công đoàn|hội(?! (?:nghị|thảo"
    r"|thi|diễn|nhập|họp))"
    r"|trạm y tế|trường(?! hợp)|công chức|viên chức|nhân viên (?:y tế|văn thư|kế toán|thư viện|bảo vệ|thiết bị"
    r"|phục vụ|kỹ thuật)"
    r"|giáo viên|giảng viên|hộ gia đình|hộ kinh doanh"
    r"|tổ dân phố|già làng|người có uy tín|cộng tác viên|y tế thôn|lái xe|chủ nhiệm (?:các|lớp|khoa)|trưởng khóm"
    r"|trưởng (?:các|ban|thôn|bản|ấp|khóm|khu|buôn|tổ|xóm|phố)"
    r"|thủ trưởng|người sử dụng lao động|người lao động|chủ đầu tư|cơ sở|địa phương|cấp ủy|chính quyền),?\s+\S",
    re.IGNORECASE,
)
_LOWER_ALONE = re.compile(
    r"(?:người lao động|người sử dụng lao động|chủ đầu tư|các địa phương|giáo viên|giảng viên(?: hướng dẫn)?"
    r"|nhân viên (?:y tế|thiết bị|thư viện|văn thư|kế toán|bảo vệ|phục vụ|vệ sinh|kỹ thuật|cấp dưỡng)"
    r"|bảo vệ (?:nhà trường|cơ quan|công ty|trường)|kế toán(?: trưởng)?|văn thư|thủ quỹ"
    r"|tổng phụ trách(?: đội)?"
    r"|(?:tổ )?trưởng (?:thôn|bản|ấp|khóm|khu|buôn|tổ dân phố|xóm|khu phố))(?=\s*(?:[,;.]|và\b|$))",
    re.IGNORECASE,
)
_BARE_CLASS = re.compile(r"sở\s*,\s*(?:ban|ngành|phòng)(?!\w)", re.IGNORECASE)
# A part of a house in small letters: "phòng Điều dưỡng", "tổ bảo vệ".
_PART = compile_letters(
    r"(?:phòng|khoa|tổ|đội|ban|trạm|phân xưởng|xưởng|chi bộ) (?:<A>|\d)"
    r"|(?:[Tt]ổ|[Đđ]ội) (?:chắn|xe|cứu hộ|cứu nạn|chữa cháy|thu gom|phản ứng|dân phòng"
    r"|chuyên môn|bảo vệ|điện|nuôi dưỡng|cấp dưỡng|tự quản|công nghệ|xung kích|hành chính|văn phòng"
    r"|thủy nông|nghiệp vụ"
    r"|vệ sinh|liên gia|hòa giải|an ninh|tuần tra|cơ động|sản xuất|thi công|lái xe|bếp|trưởng|thẩm định"
    r"|giúp việc|quản lý|giám sát|kiểm tra|chuyên gia)(?!\w)"
    r"|chủ (?:nhà|hàng|cơ sở|rừng|hộ|tàu|trọ|phương tiện|doanh nghiệp|đầm|trang trại) ?"
)
_HAMLET = compile_letters(r"(?:thôn|bản|ấp|khóm|buôn|xóm|khu phố|tổ dân phố) (?:số )?(?:<A>|\d)")
_NAME_START = compile_letters(
    rf"(?!Trường hợp|Hội nghị|Hội thảo|Thường trực \d)(?:{_HEAD_ALT})(?:\s+(?!và\b|thể\b)[\w&]|$|\s*[.;])"
    rf"|(?:{_ALONE})(?=\s*[,;:.)/]|\s+và\s|$)"
    r"|Báo và (?:Đài )?(?:Phát thanh|phát thanh|Truyền hình|truyền hình|ĐPTTH|PTTH)"
    r"|P\.\s?(?=<A>)|Y tế (?:<A>|trường|Công ty|cơ quan|đơn vị|nhà trường)"
)
_NEEDS_CAPITAL = compile_letters(
    r"(?:Sở|Phòng|Ban|Bộ|Cục|Hội|Đoàn|Tổ|Đội|Viện|Báo|Trang|Cổng|Vụ|Trưởng|Thanh tra|Thuế|Quỹ|Khối|Đồn|Hạt"
    r"|Cảng|Kho(?! bạc)|Ga|TT|Nhóm|Chuyền|Khóm|Thôn(?! trưởng)|Ấp|Buôn|Trại(?! tạm| giam)|Chợ|Mỏ|Chùa|Tàu|Tư vấn"
    r"|Chủ nhiệm|Kiểm toán|Đăng kiểm|Ca(?! trưởng)|Kíp(?! trưởng)|Ủy viên|Đại lý(?! tàu)|Thư ký|Công trường"
    r"|Lãnh đạo"
    r"|Bảo hiểm(?! xã hội))\s+(?=<a>)"
    r"(?!(?:ca|kíp|trạm|xưởng|lớp|nhóm) |đại diện|đại biểu|nghiệp vụ|thi đua|vận hành|trực|biên tập"
    r"|trị sự|quản trị|liên lạc|vận động|nữ công"
    r"|hành giáo|thanh tra|nhân dân|giám hiệu|phát triển|đội|môn|cơ sở|cán sự|chỉ đạo|chỉ huy|quản lý|thường vụ"
    r"|thường trực|nông dân|cựu chiến|liên hiệp"
    r"|thanh niên|chữ thập"
    r"|công tác|tuyên giáo|tổ chức|dân vận|lao động|giúp việc|điều hành|tham mưu|kiểm tra|giám sát|trực thuộc|phận"
    r"|các|thôn|bản|ban|phòng|đoàn|khu|tỉnh|huyện|thành phố|nhà nước|chuyên ngành|sở|bộ|xã|phường"
    r"|giao dịch|trường|kiểm sát|ấp|buôn|chuyên môn|dân phố|vụ|công nghệ|hợp tác|tự quản|liên gia|an ninh|bảo vệ"
    r"|hòa giải|xung kích|vay vốn|và Phát|các)"
)
_VERB = re.compile(rf"(?<![\w])(?:{alternation((*VERBS, *STOPS))})(?![\w])")
# A level or a known office says all of a name; a small letter behind it is what the unit does.
_GOES_ON = (
    r"có|thuộc|trực thuộc|trên|trong|ở|tại|vùng|ven|nơi|được|đã|biên giới|miền|liên quan|còn lại|khác|nêu|trọng điểm"
    r"|bãi|và|là|giáp|hạ|mới|cũ|này|đó|bị|chưa|khi|do|với|cùng|hội|viên|ủy|đoàn|đội|lộ|trực|đảo|hải đảo|loại|chủ|phối"
    r"|đặc biệt|khó khăn|hoặc|quản lý|làm|theo|nào|thực hiện|tỉnh|lỵ|thành lập|đăng ký|phụ trách|các|phải|cần"
    r"|chịu|xây dựng|cơ bản"
)
_COMPLETE = compile_letters(
    rf"(?<!\w)(?:(?:nhân dân|Công an|Quân sự|[Cc]ác)(?: các)? (?:(?:{LEVEL_WORDS})(?:, | và ))*(?:tỉnh"
    rf"|thành phố|huyện|quận|thị xã|xã|phường"
    rf"|thị trấn|đặc khu)|(?:Sở|Phòng) (?:{alternation(SECTOR_NAMES)}))"
    rf"\s+(?P<on>(?!(?:{_GOES_ON}|{alternation(LEVELS)})(?!\w))<a>)"
)
# A small letter right behind the level that a named office's name ends with ("Hội Luật gia tỉnh trợ giúp …").
_LEVELLED = compile_letters(
    rf"(?<!\w)<A>\w*(?: [\w&-]+){{1,8}}? (?:tỉnh|thành phố|huyện|quận|thị xã|(?<!tác )(?<!thị )xã|phường|thị trấn"
    rf"|đặc khu)"
    rf"\s+(?P<on>(?!(?:{_GOES_ON}|{alternation(LEVELS)}|hội|luận|thông minh|an toàn|sáng tạo|ven|vùng"
    rf"|đoàn)(?!\w))<a>)"
)
# A small word and a number: "… Lý Hải cắm 25 biển"; "Đội số 3" and "khu vực 2" are names.
_COUNTS = compile_letters(
    r"(?<!\w)<A>\w*\s+(?!(?:số|đạo|hành|tổ|đội|khu|vực|khu vực|thôn|bản|ấp|buôn|xóm|phường|xã|quận|huyện|đoàn|cấp"
    r"|loại|nhóm|hạng|phố|vùng|cụm|điểm|sở|khóa|lớp|khối|dân phố|tuyến|hẻm|ngõ|đường|tầng|toàn|bậc|và|của|từ|đến"
    r"|trên|dưới|gồm|là|năm|có"
    r"|trong|hơn|gần|sư|các|công trường|tàu|mỏ|lô|chợ|cảng|trạm|kho|bến|xưởng|phân xưởng|nhánh|ty|cứu|phòng|lữ|trung"
    r"|tiểu|đại|hộ|quốc lộ|lộ|nhà máy|máy|quân khu|chi nhánh|cơ sở) )(?P<verb><a>+)"
    r"\s+\d[\d.,]*(?:%|/\d+)?\s+(?!(?:và|cùng|với)(?!\w))<a>"
)
_COMPOUND = re.compile(
    rf"(?<!\w)(?:{alternation(COMPOUNDS)}|do [^,;.]{{3,60}}? thành lập)(?!\w)", re.IGNORECASE
)
_PURPOSE = re.compile(rf"(?:{alternation(PURPOSES)})$")
# The institution a lower-case verb may tell the purpose of: "Trung tâm hỗ trợ", "Ban Quản lý khai thác".
_INSTITUTION = re.compile(
    r"(?:trung tâm|chi nhánh|chi cục|quỹ|viện|trạm|bộ phận|xí nghiệp|nhà máy|ban quản lý|đội|cục|công ty|dịch vụ"
    r"|quản lý|đầu tư|dự án|vật liệu|đơn vị sự nghiệp|nghề|hội đồng|kiểm định|tư vấn|thiết kế|quy hoạch"
    r"|giám định|khai thác|bảo trì)$",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"(?:doanh nghiệp|cơ sở|đơn vị|tổ chức|cá nhân|hộ|hợp tác xã|mỏ|bến|cơ quan|địa phương|phường|thành viên"
    r"|trường|sở|ngành)$",
    re.IGNORECASE,
)
# Which of many are meant, by their place: "các doanh nghiệp trong khu công nghiệp".
_MANY = re.compile(
    r"(?:các|những|mọi) (?:doanh nghiệp|cơ sở|đơn vị|tổ chức|cá nhân|hộ|trường|nhà máy|cơ quan)"
    r"(?:, [^,;.]{2,20}){0,3}\s$",
    re.IGNORECASE,
)
_WHERE = re.compile(
    r" (?:các )?(?:khu|cụm|làng nghề|chợ|địa bàn|phạm vi|toàn|tỉnh|huyện|xã|phường|ngành)(?!\w)"
)
_PAPER = re.compile(
    r"\s+(?:kế hoạch|phương án|quy chế|quy định|chương trình|đề án|nội quy|quy trình|hồ sơ|báo cáo|dự toán|văn bản"
    r"|danh mục|cơ chế|mô hình|tài liệu|tiêu chí|nội dung|công tác|thực hiện)\b"
)
_OF_SECTOR = re.compile(rf"(?:Sở|Phòng) (?:{alternation(SECTOR_NAMES)})\s*$")
_ORGANISATIONS = re.compile(
    r"tổ chức(?:\s*[,;.]|\s+(?:và|chính trị|xã hội|đoàn thể|hội(?! (?:nghị|thảo|thi|diễn|chợ|họp|báo))"
    r"|liên quan|có liên quan|tôn giáo|công đoàn"
    r"|cá nhân|thành viên|cơ sở|cán bộ)|$)"
)
_EACH = re.compile(r"(?:các|những|mọi) $", re.IGNORECASE)
_HEAD_ALONE = (
    frozenset(NAME_HEADS)
    - frozenset(STANDS_ALONE)
    - {"Người", "Thành viên", "Cán bộ", "Công chức", "Lãnh đạo"}
)
# What work is called after it; who has a whole name says with a verb what it does.
_NAMED_BY_WORK = compile_letters(
    r"(?:Đội|[Tt]ổ|[Kk]hoa|Phòng|Ban|Trung tâm|Bộ phận|Hiệp hội|Hội|Trạm|Chi cục|Nhà máy|Xí nghiệp|Công ty)\s+<A>"
)
_FULL = re.compile(
    rf"(?:(?:Sở|Phòng) (?:{alternation(SECTOR_NAMES)})|\s(?:{alternation(LEVELS)}|Sở|trường|ty|thôn|ấp|khu vực)|\d)$"
)
_PIECE_ENDS = re.compile(
    rf"(?:\s+(?P<level>{alternation(LEVELS)}))?\s*(?:[,;.)]|$|và\s+(?=[A-ZĐ]|khoa\s|phòng\s|các\s))"
)
# What an office does in a task: behind a whole name these are never its last word.
_ROLES = frozenset(
    [
        *(
            "tổng hợp",
            "thực hiện",
            "triển khai",
            "chủ trì",
            "phối hợp",
            "tham gia",
            "báo cáo",
            "theo dõi",
            "đôn đốc",
        ),
        *(
            "chuẩn bị",
            "trình",
            "hoàn thành",
            "hướng dẫn",
            "đề xuất",
            "tham mưu",
            "thẩm định",
            "giám sát",
            "hỗ trợ",
        ),
        *("lập", "làm", "gửi", "biết", "ban hành", "chỉ đạo", "phê duyệt", "cho ý kiến", "góp ý"),
    ]
)
_STOP = re.compile(r"[.:!?](?:\s|$)")
_NAMES_FOLLOW = re.compile(
    r"(?:[Cc]ác [^:;.]{2,60}|(?:Sở|Phòng|UBND)|\d{1,2} (?:đơn vị|cơ quan|sở|phòng|xã|phường)):\s$"
)
_ABBREVIATED = re.compile(r"(?<!\w)(?:P|TP|TX|TT|Q|H|X)\.\s$")
_TAIL = re.compile(
    r"(?:[\s,;]|\s(?:và|cùng|với|do|của|về|để|cho|(?<!cộng )(?<!hội )(?<!hợp )(?<!nội )"
    r"(?<!cánh )(?<!ruộng )đồng|(?<!trật )tự))+$"
)


def starts_unit(text: str) -> bool:
    """Whether a unit's or class's name begins here (not merely goes on)."""
    if begins_bound(text):
        return True
    text = taken_down(text)
    if _NAME_START.match(text) and not _NEEDS_CAPITAL.match(text):
        return True
    if _BARE_CLASS.match(text):
        return True
    named = _LOWER_START.match(text) or _LOWER_ALONE.match(text) or _HAMLET.match(text) or _PART.match(text)
    return bool(named)


def unit_end(text: str, start: int = 0, limit: int = 600) -> int:
    """Where the list of units that begins at `start` ends: at a verb, a full stop or a colon."""
    window = text[start : start + limit]
    end = _first_stop(window)
    if (full := _COMPLETE.search(window, 0, end)) and _leaves_off(window, full.start("on")):
        end = full.start("on")
    if (full := _LEVELLED.search(window, 0, end)) and not _is_inside(window, full.start("on")):
        end = full.start("on")
    kept = -1
    for found in _VERB.finditer(window, 0, end):
        if not _is_of_name(window, found, kept):
            end = found.start()
            break
        kept = found.end()
    if (full := _COUNTS.search(window, 0, end)) and not (
        _is_inside(window, full.start("verb")) or is_one_word(full.group().split()[0], full["verb"])
    ):
        end = full.start("verb")
    return start + len(_TAIL.sub("", window[:end]))


def _leaves_off(window: str, at: int) -> bool:
    """Tell whether a small word behind an office's whole name is no more of it: "Phòng Xây dựng nếp sống" goes on."""
    if not _OF_SECTOR.search(window, 0, at) or _VERB.match(window, at):
        return True
    word = WORD.match(window, at)
    following = WORD.search(window, word.end(), word.end() + 20) if word else None
    return bool(word and acts(word.group(), "", following.group() if following else ""))


def acts_from(text: str, at: int) -> bool:
    """Tell whether at that place, behind a name, begins what its unit does, by the shape of the words alone."""
    if (word := WORD.match(text, at)) and word.group()[0].islower():
        following = WORD.search(text, word.end(), word.end() + 20)
        if acts(word.group(), "", following.group() if following else ""):
            return True
    near = max(0, at - 100)
    return any(
        (found := pattern.search(text, near, at + 80)) and found.start(group) == at
        for pattern, group in ((_LEVELLED, "on"), (_COUNTS, "verb"))
    )


_LEADS_ON = re.compile(r"\s*,|\s+(?:phối hợp|cùng|và|thực hiện|triển khai|tổ chức|tham mưu)(?!\w)")


def _is_inside(window: str, at: int) -> bool:
    """Tell whether a place lies in brackets."""
    return window.count("(", 0, at) > window.count(")", 0, at)


def _first_stop(window: str) -> int:
    """Where the first full stop or colon stands that ends a list; "các xã: Tân Lập, …" and "P. Nội vụ" go on."""
    for stop in _STOP.finditer(window):
        behind = window[stop.end() : stop.end() + 1]
        if not behind.isupper() or not (
            _NAMES_FOLLOW.search(window, 0, stop.end()) or _ABBREVIATED.search(window, 0, stop.end())
        ):
            return stop.start()
    return len(window)


def _is_of_name(window: str, found: re.Match[str], kept: int) -> bool:
    """Tell whether a verb belongs to the name it stands in: "Ban Quản lý khai thác", "các đơn vị được giao"."""
    verb, before = found.group(), window[: found.start()]
    near = _COMPOUND.finditer(window, max(0, found.start() - 80), found.end() + 80)
    if (
        before.count("(") > before.count(")")
        or any(c.start() <= found.start() < c.end() for c in near)
        or (verb == "tổ chức" and (_ORGANISATIONS.match(window, found.start()) or _EACH.search(before)))
    ):
        return True
    if before.endswith(", "):
        return False
    if verb in {"trong", "tại"} and _WHERE.match(window, found.end()) and _MANY.search(before):
        return True
    if before.endswith("có hoạt động "):
        return True
    words = before.rstrip()
    piece = re.split(r"[,;]\s*|\svà\s", words)[-1]
    if piece in _HEAD_ALONE or _closes_name(verb, piece, window[found.end() :]):
        return True
    last = words.rsplit(None, 1)[-1].lower() if words else ""
    if verb in VERB_IN_NAME.get(
        last, ()
    ):  # "Sở, ngành liên quan chủ trì, phối hợp …" goes on to what they do
        return verb != "chủ trì" or not _LEADS_ON.match(window, found.end())
    if kept >= 0 and not window[kept : found.start()].strip():  # a verb right behind one of the name's
        return last in {"được", "bị"} or bool(_PURPOSE.search(verb))
    return _tells_purpose(verb, words, window[found.end() :])


def _closes_name(verb: str, piece: str, behind: str) -> bool:
    """Tell whether a verb is the last word of a name: "Đội Công tác kiểm tra", "Hiệp hội Nhà thầu xây dựng tỉnh"."""
    end = _PIECE_ENDS.match(behind)
    if verb == "tổng hợp" and end and piece.startswith(("Khoa ", "khoa ", "Trung tâm ", "Bệnh viện ")):
        return True
    if not end or verb in _ROLES or (len(piece.split()) < 3 and not end["level"]):
        return False
    if _VERB.match(behind[end.end() :].removeprefix("và ").lstrip()):
        return False
    return bool(_NAMED_BY_WORK.match(piece)) and not _FULL.search(piece)


def _tells_purpose(verb: str, words: str, behind: str) -> bool:
    """Tell whether a verb says what the institution in front of it is for, or which of many are meant."""
    if verb == "tham gia":
        next_word = behind.lstrip()
        return bool(_MEMBERS.search(words)) and (not next_word[:1].isalnum() or bool(_VERB.match(next_word)))
    if not _PURPOSE.search(verb) or _PAPER.match(behind):
        return False
    members = verb in {"khai thác", "vận hành", "sử dụng"} and _MEMBERS.search(words)
    return bool(members or _INSTITUTION.search(words))
