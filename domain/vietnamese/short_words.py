"""Messages that are one short word or phrase: yes, no, skip, cancel, back, greetings, and their many spellings."""

import re

_MEANINGS: dict[str, tuple[str, ...]] = {
    "yes": (
        "ok", "yes", "y", "yep", "dung", "dung vay", "dung roi", "dung rồi", "dung the", "dung r", "chuan", "chuan roi",
        "chuan rồi", "chinh xac", "phai", "phai roi", "phai rồi", "u", "da", "vang", "da vang", "vang da", "dong y",
        "nhat tri", "co", "duoc", "duoc roi", "duoc rồi", "xac nhan", "toi dong y", "em dong y", "minh dong y", "ok luon",
        "ok roi", "ok rồi", "da dung", "vang dung", "da phai", "hop ly", "tiep tuc", "tiep", "gui luon", "gui", "ừm", "ờ",
        "ừa", "ua", "o", "uh", "da co", "co chu", "dong y gui", "dung het", "dung ca", "👍", "👌", "✅", "okk", "oki", "ừ ừ", "u u",
        "da ok", "vang ok", "nhu vay", "dung nhu vay", "dung nhu the", "yes ok", "sure", "correct", "right", "ừ đúng", "u dung", "u dung rồi", "u dung roi", "da dung roi", "da dung rồi",
    ),
    "no": (
        "khong", "no", "n", "nope", "sai", "sai roi", "sai rồi", "chua dung", "khong dung", "khong phai", "khong dong y", "khong chiu",
        "khong duoc", "chua", "khong co", "khong can", "da khong", "khong nhe", "khong dau", "chua phai", "dau co", "👎", "❌", "nhầm rồi", "nham roi", "nham rồi", "nham",
        "khong chinh xac", "khong phai vay", "khong phai the", "deo", "toi khong dong y", "da chua", "khong phai dau", "dau phai", "khong muon", "wrong", "not", "sai het", "khong hop ly", "hong", "hong phai", "hong co", "chua chinh xac", "tu choi",
    ),
    "skip": (
        "bo qua", "skip", "next", "khong ro", "khong biet", "chua ro", "chua biet", "de sau", "để sau", "khong nho", "bo qua cau nay", "bo qua buoc nay",
        "qua cau khac", "cau khac", "cau tiep", "cau tiep theo", "tiep theo", "khong tra loi", "khong muon tra loi", "khong co thong tin", "em khong biet", "toi khong biet", "toi khong ro", "em khong ro", "minh khong ro", "minh khong biet",
        "tra loi sau", "noi sau", "de luc khac", "để luc khac", "bo cau nay", "chiu", "khong biet nua", "khong biet nữa", "chua nam ro", "khong nam ro", "khong nho ro", "khong ro lam", "khong ro nua", "khong ro nữa", "bo cau hoi nay", "qua", "hong biet", "hong ro", "hong nho", "khong biet dau", "ai biet", "khong de lai", "de trong", "để trong", "bo trong", "pass",
    ),
    "cancel": (
        "huy", "huy bo", "huy di", "thoi", "thoi khoi", "thoi khong bao nua", "thoi khong bao nữa", "dung lai", "dừng", "dừng lai", "stop", "cancel", "thoat", "thoát", "exit", "quit", "bo", "bo di", "khong bao nua", "khong bao nữa", "khong lam nua", "khong lam nữa",
        "ket thuc", "kết thuc", "huy bao cao", "huy bao cao nay", "huy viec nay", "toi muon huy", "em muon huy", "minh muon huy", "khong gui nua", "khong gui nữa", "thoi huy", "thoi bo", "thoi bo di", "thoi bo qua di", "huy cai nay", "huy lenh", "khong khai nua", "khong khai nữa", "ngung", "ngừng", "ngung lai", "huy giup", "huy thao tac", "bo bao cao nay", "thoi dung", "thoi dừng", "thoi dung lai", "thoi dừng lai", "khong bao cao nua", "khong bao cao nữa", "thoi khong can nua", "thoi khong can nữa", "khong can nua", "khong can nữa", "xoa di", "xoa bao cao nay", "thoi ko", "thoi khong", "khong muon bao nua", "khong muon bao nữa", "dep di", "dẹp", "dẹp di", "abort", "thoi nghi", "huy het buoc nay", "dừng bao cao", "dung bao cao",
    ),
    "go_back": (
        "quay lai", "quay lai cau truoc", "quay lai buoc truoc", "tro lai", "trở lai", "tro ve", "trở ve", "lui", "lui lai", "lùi", "lùi lai", "back", "go back", "cau truoc", "buoc truoc", "truoc do", "quay ve", "quay lai di", "ve cau truoc", "ve buoc truoc", "lui mot buoc", "lùi mot buoc", "lui 1 buoc", "sua cau truoc", "sua lai cau truoc", "sua buoc truoc", "cho quay lai", "tro lai cau truoc", "tro lai buoc truoc", "trở lai buoc truoc", "trở lai cau truoc",
        "quay lui", "cau hoi truoc", "quay lai cau hoi truoc", "muon sua cau truoc", "toi muon quay lai", "em muon quay lai", "toi muon sua cau truoc", "previous", "undo", "quay lai buoc vua roi", "lam lai cau truoc", "quay tro lai", "quay trở lai", "quay lai man hinh truoc", "ve truoc", "lui ve", "lui lai mot buoc", "lùi lai mot buoc", "lui lai 1 buoc", "quay lai 1 buoc", "quay lai mot buoc", "sua lai", "nhap lai cau truoc", "tra loi lai cau truoc", "cho sua cau truoc", "quay lai cau vua nay", "quay lai cau vua rồi", "quay lai truoc", "quay lai cau tren", "cau tren", "cau vua rồi", "cau vua roi",
    ),
    "greeting": (
        "chao", "xin chao", "chao bot", "chao ban", "chao em", "chao anh", "chao chi", "chao bao an", "xin chao bao an", "hello", "hi", "hey", "alo", "a lo", "alo alo", "helo", "hế lô", "he lo", "hallo", "hi bot", "hello bot", "hello bao an", "chao buoi sang", "chao buoi chieu", "chao buoi tối", "chao buoi toi", "good morning", "em chao anh", "em chao chi", "toi chao ban", "chao ca nha", "chao moi nguoi", "chao can bo",
        "co ai khong", "co ai o do khong", "2", "hi ban", "hi em", "hi anh", "chao shop", "chao dong chi", "xin chao can bo", "xin chao ban", "xin chao anh chi", "chao anh chi", "xin chao moi nguoi", "em chao a", "em chao", "da chao", "da em chao", "kinh chao", "bot oi", "bao an oi", "bao an", "oi", "e", "e bot", "ad oi", "admin oi", "chao ad", "chao admin", "hi ad", "hello ad", "em oi", "ban oi", "xin chao bot", "hello ban", "chao bac", "chao co", "chao chu", "helu", "lo", "alo bot", "alo bao an", "alo co ai khong", "chao nhe", "good afternoon", "xin chao em",
    ),
    "help": (
        "giup", "help", "tro giup", "huong dan", "menu", "start", "bat dau", "?", "giup toi", "giup minh", "giup em", "giup voi", "giup do", "huong dan su dung", "ho tro", "can giup", "can giup do", "can ho tro", "cach dung", "su dung the nao", "dung the nao", "lam sao", "lam the nao", "lam gi", "lam gi duoc", "chuc nang", "/ start", "/ help", "/ menu", "lenh", "xem huong dan", "giup toi voi", "giup em voi", "giup minh voi", "h", "tu dau", "trang chu", "ve menu", "menu chinh", "ve dau",
    ),
    "handoff_to_human": (
        "gap can bo", "can bo", "nguoi truc", "gap nguoi", "gap nguoi truc", "tong dai", "nguoi that", "hotline", "goi toi", "goi lai", "can bo truc", "nhan vien",
    ),
}  # fmt: skip
_MEANINGS["greeting"] = tuple(phrase for phrase in _MEANINGS["greeting"] if phrase != "2")
_WHOLE = {phrase: meaning for meaning, spoken in _MEANINGS.items() for phrase in spoken}

_SIGNS = re.compile(r"[^\w\s👍👌✅👎❌?]+")
_TAIL = frozenset(
    "a ạ nhe nhé nha nhen nghen di đi voi nhi em anh chi ban bot oi ad admin sep do đó day luon hen ha hả an bao nao cai vay the dau nghe mà ma luôn thoi thôi toi minh giup".split()
)
_HEAD = frozenset(
    "da dạ vang a à o ờ u ừ thua em toi minh bot oi anh chi thoi alo the thi ban ơi cho".split()
)
_LONGEST_SHORT = 40

_GREETING = re.compile(r" (?:xin |kinh )?(?:chao|hello|hi|alo|a lo|hey)(?= )")
_CANCEL = re.compile(
    r" (?:(?:toi|em|minh|cho) )?(?:muon |xin )?(?:huy|dừng|thoi|thoat|ngung)(?: bo)?(?= )(?:.{0,40})(?: (?:bao cao|bao|nua|nữa|lai|viec nay|khai|thao tac|buoc|di))(?= )"
)
_BACK = re.compile(
    r" (?:quay|tro|trở|lui|lùi|sua)(?: (?:lai|ve|tro|trở))*(?: (?:cau|buoc|phan|muc)(?: \w+)? (?:truoc|tren|vua))(?= )| (?:quay lai|tro lai|lui lai|lùi lai)(?= )"
)
_SKIP = re.compile(r" (?:bo qua|de sau|để sau|khong (?:ro|biet|nho)|chua (?:ro|biet)|skip)(?= )")
_YES = re.compile(r" (?:dong y|xac nhan|dung (?:rồi|roi|vay|the)|chuan (?:rồi|roi)|chinh xac|nhat tri)(?= )")
_NO = re.compile(
    r" (?:khong dong y|khong dung|khong phai|sai rồi|sai roi|chua dung|nham rồi|nham roi|khong chinh xac)(?= )"
)


def meaning(line: str) -> str | None:
    """Return the intent of a message that is nothing but one short phrase, or None."""
    if len(line) > _LONGEST_SHORT:
        return None
    words = _SIGNS.sub(" ", line).split()
    joined = " ".join(words)
    if hit := _WHOLE.get(joined):
        return hit
    if joined.endswith("?") and len(words) > 1:
        return None
    return _trimmed(words)


def _trimmed(words: list[str]) -> str | None:
    """Look again without words of politeness, at the end first, then at the front."""
    for front in range(min(3, len(words))):
        if front and words[front - 1] not in _HEAD:
            return None
        for end in range(len(words), max(len(words) - 5, front), -1):
            if end < len(words) and words[end] not in _TAIL:
                break
            if hit := _WHOLE.get(" ".join(words[front:end])):
                return hit
    return None


def opening(line: str) -> tuple[str, float]:
    """Return the intent of a longer message by the small words in it, and how sure that is."""
    short = len(line) <= 70
    for pattern, intent, sure in (
        (_BACK, "go_back", 0.8), (_NO, "no", 0.75), (_CANCEL, "cancel", 0.8), (_SKIP, "skip", 0.75),
        (_YES, "yes", 0.75), (_GREETING, "greeting", 0.75),
    ):  # fmt: skip
        if pattern.search(line):
            return intent, sure if short else sure - 0.2
    return "unknown", 0.2
