"""Small words that names of units go on with, and the short verbs that begin what a unit does.

"Phòng Quản trị cơ sở vật chất" goes on, "Phòng Vật tư thuê xe" does not: "thuê" is no word of names. Plain tables
with two questions over them; nothing here decides what a list of units is.
"""

import re
from functools import lru_cache
from itertools import pairwise

from domain.bound_names import is_bound
from domain.unit_lexicon import (
    CLASS_NOUNS,
    COMPOUNDS,
    HEADS,
    INNER,
    LEVELS,
    NAME_HEADS,
    PURPOSES,
    SECTOR_NAMES,
    STANDS_ALONE,
    VERB_IN_NAME,
    VERBS,
)

# Syllables of names beyond those of sectors, heads and classes.
_MORE = """
    non lệnh duyệt cổ truyền côi sống mù xứ khéo nhanh ma túy quản phía giữa trẻ thể vũ cà phê mẫu tín lội
    nghiện hạch trị câm giáp tai chè bò heo lợn vịt ong trai an ba basa binh biên biến biển biểu biệt buôn buýt
    bà bàn bác bái bán báo bãi bão bè bé bê bình bí bò bóng búp bơi bơm bưu bướu bưởi bạ bản bảo bảy bất bậc
    bằng bến bệnh bị bố bốn bồi bộ bột bức ca cam canh cao cha chai chi chim chiến chiếu chung chuyên chuyến
    chuyền chuyển chuẩn chuối chánh cháy chè chèo chén chì chính chó chúng chăn chạy chấn chấp chất chắc chắn
    chẽm chế chỉ chỉnh chị chống chồi chợ chủ chức chứng chữ chữa con cua cung cá các cách cái cán cáo cát cây
    có côi công cút căn cũ cơ cường cải cảm cảng cảnh cấp cất cầm cần cầu cố cống cổ cộng cụ cụm của cứu cừu cửa
    cực cựu da danh depot di dinh dioxin diễn diện diệu do doanh du duyên dài dàn dân dê dòng dưới dưỡng dược
    dấu dầu dệt dị dịch dốc dục dụng dữ dự em ga gan gang ghép ghẹ gia giai giao giàn giày giá giám gián giáo
    gió giông giúp giường giảng giấy giếng giống giồng giới giữ gà gác gây góp gạch gấu gần gắn gốm gỗ hai hiếm
    hiến hiếu hiểm hiện hiệp hiệu hoa hoang hoàn hoạch hoại hoạt huyết huyện huấn hàm hàng hành hàu hán hè hình
    hòa hóa hơi hư hưng hưu hương hướng hạ hại hạn hạng hạnh hạt hải hấp hầm hậu hệ họa học họng hỏa hối hồ hồi
    hồng hỗn hộ hội hộp hợp hữu in khai khiếm khiếu khiển khoa khoán khoáng khoảng khu khuyến khuyết khuẩn khác
    khách khám khí khích khô khôi không khúc khảo khẩn khẩu khỏe khối khớp khử kim kinh kiếm kiến kiều kiểm
    kiểng kiện kè kênh kí kính kẽm kế kết kỳ kỵ kỷ kỹ lai lao laser leo linh liên liễu liệt liệu loa long loại
    loạn luyện luật là làm làng lá lái lát lão lí lò lô lõi lúa lý lũ lưu lương lưới lường lưỡng lượng lạc lạnh
    lẫn lập lắp lẻ lễ lịch lỏng lốc lồng lộ lộc lớn lớp lở lợ lợi lợn lụt lửa lữ lực mai mang may minh miền miễn
    muối màng màu mái máu máy mây mê mình mía mòn mô môi môn múa măng mũi mưa mướn mạ mạch mại mạng mất mầm mẫn
    mẫu mật mắm mắt mặn mặt mẹ mọi mỏ mồ mộ mộc một mới mủ mủi mức mực mỹ na nam nan ngan ngang nghiêm nghiên
    nghiệm nghiệp nghêu nghĩa nghề nghệ nghỉ nghị ngoài ngoại nguyên nguồn ngành ngách ngân ngã ngói ngô ngũ ngư
    người ngạch ngại ngạt ngầm ngập ngắn ngọc ngọt ngỗng ngộ ngụ ngữ ngựa nhi nhiên nhiễm nhiệm nhiệt nhu nhuộm
    nhà nhân nhãn nhóm nhôm nhĩ nhũ nhượng nhạc nhận nhẹ nhỏ nhớt nhựa ninh niệm non nung nuôi não nòng nông núi
    năm năng nơi nương nước nạn nạng nắng nếp nồi nổ nội nữ oan ong phao phay phi phim phong phu phà phá phán
    pháo pháp phát phân phèn phép phí phòng phó phóng phú phúc phơi phương phạm phản phần phẩm phẫu phận phế phố
    phối phổ phổi phụ phục phủ phức qua quan quang quy quyết quyền quán quân quý quýt quản quần quận quặng quốc
    rau riêng ruộng ruột rác rét rô rùa răng rượu rạch rẫy rối rủi rừng sai sao sau sen sinh siêu song su suất
    suối sàng sách sáng sáo sát sâm sân sét sò sóc sóng sông súc súng sĩ sơ sơn sư sạch sạt sản sầu sắt sẹo sẻ
    sếu sỏi số sốt sớm sở sợi sứ sức sử sữa sự ta tai tang taxi than thang thanh theo thi thiên thiếc thiết
    thiếu thiện thoát thoại thu thuyền thuê thuận thuật thuế thuốc thuộc thành thác thái tháo tháp thâm thân
    thép thêu thí thích thính thôn thông thù thú thăng thư thương thường thưởng thượng thả thải thảo thấp thần
    thầu thầy thẩm thận thập thắng thế thể thị thịt thọ thời thở thợ thục thủ thủy thứ thức thừa thực tia tim
    tin tinh tiêm tiên tiêu tiến tiếng tiếp tiết tiền tiểu tiện toàn toán trang tranh trinh triết triều triển
    trong trung truyền trà trách trái tráng tránh trâu trên trì trình trí trò trùm trùng trú trúc trăn trước
    trường trưởng trạch trại trạm trạng trải trấn trật trắc trẻ trị trọ trọng trọt trống trồng trời trợ trụ trục
    trữ trực tuyên tuyến tuyển tuần tuồng tuổi ty tài tàng tàu tác tái tâm tân tây tên tình tích tín tính tòa
    tôm tôn tông túc túi tĩnh tơ tư tươi tưới tướng tường tưởng tượng tại tạng tạo tạp tải tất tầm tầng tập tật
    tằm tế tệ tốc tối tốt tồn tổ tổn tổng tộc tội tủ tủy từ tử tự tỷ u ung uy uốn vai vay ven vi viêm viên viễn
    việc viện việt voi vung vàng ván vân vây vì vôi võ vùng văn vĩ vườn vượt vạn vấn vận vật vắc vẹn vẽ vệ vị
    vịt vốn vụ vừa vững vực xa xanh xe xi xin xiếc xoài xung xuân xuất xá xát xây xã xét xí xóa xóm xô xúc xúy
    xăng xương xưởng xạ xử y yên yến yếu áp âm ép ích ô úng út ý đa đai đinh điền điều điểm điện đo đoàn đoán
    đài đào đá đáy đèo đê đêm đình đò đô đông đùn đúc đúng đăng đường được đạc đại đạo đảng đảo đất đấu đầu đậm
    đập đậu đẳng đặc đẻ đến đề đệm địa định đỏ đồi đồn đồng đỗ độ độc đội động đời đức ưu ương ảnh ảo ấn ấp ẩm
    ẩn ốc ổi ở ủy ứng
"""
# Short verbs that begin what a unit does, with the syllables behind which they are part of a name instead.
_VERBS = """
    buộc | bám | bán:buôn lẻ | báo:chí cáo động in Đảng | bôi:trơn | bơm | bật | bắc | bắn | bắt:buộc đầu | bịt
    | bọc | bốc:xếp | canh:tác nông | che | chi:nhánh cục hội đoàn bộ tiết phí | chia | chiếu:sáng phim | cho |
    chuyển:đổi giao phát | chèn | chép | chích | chôn | chằng | chặn | chặt | chỉnh:hình trang lý | chọn | chốt
    | chở | chụp | cài:đặt | cân | cõng | căng | cưa | cạo:mủ | cấm |
    cấp:nước cứu xã tỉnh huyện cơ thoát dưỡng ủy trên dưới một độ bậc phát thẩm thị | cấy | cẩu | cắm |
    cắt:may lớp | diệt | duyệt | dán | dìu | dò | dùng | dạy:nghề học | dẫn:dắt | dập:lửa | dắt | dặn | dọn |
    dội | dời | dỡ | dừng | dựng | ghi:hình | ghép | gia:cầm đình súc công đoạn nhập | gieo | giúp:việc | giăng
    | giặt | giữ:xe gìn | gom | gác | góp:ý vốn | gõ | gạt | gắn:kết | gặp | gặt | gọi | gỡ | gửi:xe | hiến |
    hoãn | hàn | hái | hút | hạ:tầng lưu du cấp | in:ấn | khai | khiêng | khoan | khoanh | khuân |
    khám:bệnh chữa sức | khâu | khép | khóa:học | kiểm | kéo | kê:khai | kích | ký:túc sinh kết | kẻ | kể | kỷ |
    lau | loan | lái:xe tàu | lát | lót | lùi | lấy | lập:trình | lắp:máy ráp đặt | lọc:máu | lợp | mang |
    may:mặc | mua:bán sắm | múc | mượn | mắc | mổ | mời | mở | neo:đậu | nghe | nghỉ |
    nghỉ:dưỡng mát hè hưu việc | ngăn | ngắt | nhập:khẩu | nhắc | nhắn | nhặt | nhổ | nhờ |
    nuôi:trồng dưỡng biển lồng tôm cá ong | nâng | ném | nêu | nói | nạo | nạp | nấu:ăn | nắn | nối | nộp |
    pha:chế | phun | phá:sản | phát:thanh triển hành điện sóng hiện | phơi | phạt | phủ:sóng | quay | quây |
    quét | ruồng | rà:soát | ràng | rào | rèn:luyện | rót | rút | răn | rải | rắc | rọi | rửa | san | siết | soi
    | soát | soạn | sơn | sạc | sấy | sắm | sắp | sửa:chữa | thay | thu:gom phí thuế nhập hoạch mua hút ngân |
    thuê | tháo | thét | thôi | thăm | thả | thắp | thử:nghiệm | tiêm:chủng | tiễn | trao:đổi | treo | truy |
    trám | tráng | trét | trích | trải | trồng:trọt rừng | trộn | trừ | trực:thuộc tuyến tiếp thăng ban chỉ |
    tuần | tát | tìm | tô | tưới:tiêu | tập | tắt | tặng | tỉa | tổ | tới | vay | viết | vá | vác | vét | vạch |
    vẫy | vặn | vẽ | vệ | vớt | xay:xát | xin | xiết | xoay | xua | xuất:khẩu bản | xây:dựng lắp | xóa |
    xúc:tiến | xả | xẻ | xếp | xịt | xới | đan | đem | đeo | đo:lường đạc | đào:tạo | đón | đóng:tàu mới ghe |
    đăng:ký kiểm | đưa | đậy | đắp | đặt:hàng điểm | đếm | đền | đọc | đốt | đổ | đổi:mới | ủ | ủi
"""
# Two syllables that make one word, though the second alone is such a verb.
_PAIRS = """
    trung cấp, sơ cấp, an cư, buôn bán, bảo lãnh, bầu cử, bến đỗ, bốc dỡ, chi trả, chi đoàn, cho vay, chuyên
    dùng, chăn nuôi, chất đốt, chế xuất, cây trồng, cơ khai, cơ mở, cảnh báo, cắt gọt, di chuyển, dân cử, dân
    quân tự, dân vận, dự báo, gia súc, giao thông, giám đo, giữ xe, gửi xe, hóa chất đốt, hải đoàn, hậu cần,
    khai báo, khai thác, khoáng sản, kết nạp, luân chuyển, lò sấy, lò đốt, may mặc, mua bán, một cửa, nghiên
    cứu, người dùng, nhà báo, nhà hát, nhà in, nhà kho, nhà trọ, nấu ăn, phiên dịch, phá dỡ, phản ứng, phục
    dựng, sản xuất, sử dụng, tháo dỡ, thông báo, thợ hàn, thợ lặn, thợ may, thợ sơn, thu mua, sát hạch lái,
    người mù, bơi lội, cai nghiện, thợ xây, tiêu dùng, trang trải, trông giữ, trật tự, tái chế, tái dựng, tín
    chấp, tờ báo, vay vốn, vận chuyển, vật nuôi, xung kích, xếp dỡ, y bác, điều chỉnh, điểm báo, đóng gói, đóng
    hộp, đường sắt, đề xuất, địa bàn, đội mở
"""
# Words of grammar: no verb, so a name is not over at them.
_GRAMMAR = """
    bị cho chưa các còn có cùng cũ cần của do hoặc hạ khi khác không kia liên là lại mọi mỗi mới những này nên
    nếu phải quan sẽ theo thuộc trong trên tại từ từng và về với đang đã đó được đến để ấy
"""
_NOT_VERBS = frozenset(
    {"vệ", "tổ", "tuần", "tập", "kiểm", "tới", "gia", "khai", "kỷ", "nâng", "vay", "sơn", "soát"}
)


WORD = re.compile(r"[^\W\d_]+|\d+")
_LONGEST, _BEHIND = 300, 16
_OPEN_END = re.compile(r"(?:[\s,]|(?<!trật)\s(?:tự|cùng|sẽ|phải))+$")
# Small words that say all of a class or a level.
_WHOLE_AT = frozenset(
    [
        "xã",
        "phường",
        "tỉnh",
        "huyện",
        "thôn",
        "ấp",
        "bản",
        "buôn",
        "xóm",
        "trường",
        "ty",
        "viện",
        "trấn",
        "khu",
        "phòng",
        "ban",
        "đội",
        "tổ",
        "vị",
        "ngành",
        "quan",
        "hộ",
        "thể",
        "nghiệp",
        "lao",
    ]
)


CLAUSE_VERBS = tuple(
    verb
    for verb in (entry.strip().partition(":")[0] for entry in " ".join(_VERBS.split()).split("|"))
    if verb
    and verb not in _NOT_VERBS
    and verb not in {"chi", "chia", "in", "thu", "giữ", "báo", "bán", "hàn", "hạ", "ủ", "xuất"}
)


def _syllables(*names: str) -> frozenset[str]:
    return frozenset(word for name in names for word in re.findall(r"[^\W\d_]+", name.lower()))


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    fulls = [full for _, full in (*HEADS, *INNER)]
    named = [verb for verbs in VERB_IN_NAME.values() for verb in verbs]
    known = (
        *SECTOR_NAMES,
        *CLASS_NOUNS,
        *LEVELS,
        *COMPOUNDS,
        *NAME_HEADS,
        *STANDS_ALONE,
        *PURPOSES,
        *fulls,
        *named,
    )
    return _syllables(_MORE, _GRAMMAR, *known)


@lru_cache(maxsize=1)
def _short_verbs() -> dict[str, frozenset[str]]:
    entries = (entry.strip().partition(":") for entry in " ".join(_VERBS.split()).split("|"))
    found = {verb: frozenset(partners.lower().split()) for verb, _, partners in entries if verb}
    return {verb: partners for verb, partners in found.items() if verb not in _NOT_VERBS}


@lru_cache(maxsize=1)
def _pairs() -> frozenset[tuple[str, str]]:
    known = (
        *SECTOR_NAMES,
        *CLASS_NOUNS,
        *COMPOUNDS,
        *NAME_HEADS,
        *STANDS_ALONE,
        *PURPOSES,
        *VERBS,
        *_PAIRS.split(","),
    )
    words = (re.findall(r"[^\W\d_]+", name.lower()) for name in known)
    return frozenset(pair for name in words for pair in pairwise(name))


def acts(word: str, before: str, following: str) -> bool:
    """Tell whether a small word behind a name begins what the unit does: a short verb, or a word no name holds."""
    is_word = may_go_on(word) or (before.lower(), word) in _pairs()
    return not is_word or is_short_verb(word, before, following)


def is_one_word(first: str, second: str) -> bool:
    """Tell whether two syllables make one word of names: "Bốc xếp"."""
    return (first.lower(), second.lower()) in _pairs()


def is_short_verb(word: str, before: str, following: str) -> bool:
    """Tell whether a small word, with its neighbours, begins what a unit does: "thuê xe", not "thuê bao"."""
    partners = _short_verbs().get(word)
    behind = following.lower()
    return (
        partners is not None
        and behind not in partners
        and not {(before.lower(), word), (word, behind)} & _pairs()
    )


def may_go_on(word: str) -> bool:
    """Tell whether a name may go on with this small word."""
    return word in _vocabulary()


def name_ends(text: str, start: int, end: int) -> int:
    """Where in prose the names from `start` to `end` leave off: at a small word no name goes on with, else at `end`.

    Such a word is a short verb ("thuê xe") or one never seen in a name; the name before it must be whole.
    """
    length = end - start
    return start + _whole_length(text[start : start + min(length, _LONGEST) + _BEHIND], length)


@lru_cache(maxsize=2048)
def _whole_length(names: str, length: int) -> int:
    whole = False
    words = list(WORD.finditer(names))
    for i, found in enumerate(words):
        word, at = found.group(), found.start()
        if at >= length:
            break
        if (at > 0 and not word[0].islower()) or is_bound(word):
            whole = True
        elif (
            whole
            and word[0].islower()
            and names[at - 1] == " "
            and names[found.end() : found.end() + 1] == " "
        ):
            following = words[i + 1].group() if i + 1 < len(words) else ""
            if acts(word, words[i - 1].group(), following) and names.count("(", 0, at) <= names.count(
                ")", 0, at
            ):
                return len(_OPEN_END.sub("", names[:at]))
        if word in _WHOLE_AT or i >= 2:
            whole = True
    return length
