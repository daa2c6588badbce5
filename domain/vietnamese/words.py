"""A message as words: folded, short forms written out, accents kept only where they tell words apart."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from domain.vietnamese.fold import fold, nfc

LONGEST = 2_000  # characters read; nobody says what happened only after two pages

_CODE_GOES_ON = re.compile(r"[ .-]?\d")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")

# Short forms, teencode, dialect and common slips (folded) → the words meant.
_SHORT = {
    "khongg": "khong", "khoong": "khong", "khog": "khong", "kohng": "khong", "hkong": "khong", "khng": "khong",
    "k": "khong", "ko": "khong", "hok": "khong", "hk": "khong", "khg": "khong", "kp": "khong phai",
    "hem": "khong", "khum": "khong", "hog": "khong", "khonq": "khong", "kdc": "khong duoc",
    "kbt": "khong biet", "kb": "khong biet", "dc": "duoc", "duok": "duoc", "dk": "duoc", "ng": "nguoi",
    "ngta": "nguoi ta", "nguoif": "nguoi", "nguoj": "nguoi", "nguio": "nguoi", "ngui": "nguoi",
    "bj": "bi", "bik": "biet", "bit": "biet", "bt": "biet", "pit": "biet", "j": "gi", "ji": "gi",
    "vs": "voi", "cx": "cung", "mk": "minh", "mik": "minh", "mjnh": "minh", "ntn": "nhu the nao",
    "tn": "the nao", "sdt": "so dien thoai", "dt": "dien thoai", "cccd": "can cuoc", "cmnd": "can cuoc",
    "tnld": "tai nan lao dong", "tngt": "tai nan giao thong", "tainan": "tai nan",
    "bnn": "benh nghe nghiep", "atvsld": "an toan ve sinh lao dong", "atld": "an toan lao dong",
    "cty": "cong ty", "cti": "cong ty", "ctr": "cong truong", "ct": "cong truong", "gd": "giam doc",
    "ubnd": "uy ban nhan dan", "bc": "bao cao", "bcao": "bao cao", "nv": "nhiem vu", "cn": "cong nhan",
    "bn": "bao nhieu", "trc": "truoc", "trk": "truoc", "lm": "lam", "dg": "dang", "dag": "dang",
    "bh": "bay gio", "hum": "hom", "wa": "qua", "hqua": "hom qua", "hnay": "hom nay", "ms": "moi",
    "nx": "nua", "mn": "moi nguoi", "r": "rồi", "rui": "rồi", "oy": "rồi", "uk": "u", "ukm": "u",
    "uh": "u", "uhm": "u", "um": "u", "uki": "ok", "oki": "ok", "oke": "ok", "okay": "ok", "okie": "ok",
    "okela": "ok", "okla": "ok", "okey": "ok", "vag": "vang", "vg": "vang", "tks": "cam on",
    "thanks": "cam on", "thank": "cam on", "chx": "chua", "xog": "xong", "xg": "xong", "done": "xong",
    "hthanh": "hoan thanh", "ht": "hoan thanh", "bthuong": "bi thuong", "bv": "benh vien",
    "xn": "xi nghiep", "kcn": "khu cong nghiep", "vk": "vo", "ck": "chong", "nhug": "nhung",
    "nhg": "nhung", "trg": "trong", "ktra": "kiem tra", "cht": "chet", "chek": "chet", "gup": "giup",
    "jup": "giup", "zup": "giup", "zum": "giup", "dum": "giup", "gium": "giup", "vjec": "viec",
    "vc": "viec", "mun": "muon", "zay": "vay", "dậy": "day", "hiện": "hien",
    "report": "bao cao", "deadline": "han", "update": "cap nhat", "accident": "tai nan", "fail": "hong",
}  # fmt: skip

# Folded words with several meanings → the accented words that may be folded to them. Any other accented word
# with the same letters keeps its accents, so that chạy is not taken for cháy, rồi for rơi, tế for té.
_MEANT = {
    folded: frozenset(accented.split())
    for folded, accented in {
        "chay": "", "roi": "rơi", "te": "té", "bong": "bỏng", "gay": "gãy gẫy", "de": "đè đề",
        "sap": "sập", "chet": "chết", "nga": "ngã", "do": "độ đo đồ đó đò", "mat": "mặt mắt", "no": "",
        "giat": "giật", "toi": "tôi tới", "dung": "đúng dùng dụng dựng", "huy": "hủy huỷ",
        "thoi": "thôi thời", "bo": "bỏ bộ bố", "tre": "trễ", "han": "hạn", "ma": "mã mà", "sua": "sửa",
        "vo": "vợ", "dut": "đứt dứt", "xem": "xem", "cat": "cắt",
        "ngat": "ngất ngạt", "dap": "dập đập", "cuu": "cứu",
        "hong": "hỏng họng", "ho": "hồ hỗ hộ họ", "ro": "rõ", "xoa": "xóa xoá", "duyet": "duyệt",
        "chao": "chào", "u": "ừ", "thuong": "thương", "dam": "đám đảm", "bui": "bụi", "say": "sẩy",
        "om": "ốm", "dau": "đau đầu đâu dấu đậu", "bam": "bầm bám băm",
        "lun": "lún", "nut": "nút", "sut": "sụt", "suyt": "suýt",
        "moi": "mới mỗi mời",
        "cut": "cụt", "loi": "lời lợi", "long": "lòng", "muon": "muốn mượn", "so": "số sở sơ",
        "vi": "vị", "ong": "ông", "may": "máy", "da": "đã dạ da", "can": "cần cán căn cận cẩn cắn", "lui": "lùi",
    }.items()
}  # fmt: skip
# Accented dialect and slips → the word meant.
_SAME = {
    "hông": "khong", "hổng": "khong", "kô": "khong", "chẳng": "khong", "chả": "khong", "ròi": "rồi",
    "rùi": "rồi", "gùi": "rồi", "dồi": "rồi", "tui": "toi", "tớ": "toi", "dùm": "giup", "giùm": "giup",
    "vâng": "vang", "hổm": "hổm", "ngừoi": "nguoi", "nguời": "nguoi",
}  # fmt: skip
_BEFORE_ACCIDENT = {
    "bao",
    "khai",
    "bi",
    "vu",
    "co",
    "bao cao",
    "gap",
    "may",
    "so",
}  # "tn" after these is tai nạn


@lru_cache(maxsize=8192)
def normal(token: str) -> str:
    """Return the word meant by one token: short forms written out, mostly without accents."""
    low = token.lower()
    if not low.isascii():
        if low in _SAME:
            return _SAME[low]
        folded = fold(low)
        meant = _MEANT.get(folded)
        if meant is not None and low not in meant:
            return low
    else:
        folded = low
    # A short form is typed without accents; "lún" is no slip for "lun".
    return _SHORT.get(folded, folded) if low.replace("đ", "d").isascii() else folded


@dataclass(frozen=True, slots=True)
class Words:
    """A message cut into words; `line` is the normal words between single spaces, for matching."""

    raw: str
    line: str
    starts: tuple[int, ...]
    spans: tuple[tuple[int, int], ...]

    def original(self, start: int, end: int) -> str:
        """Return the person's own words behind `line[start:end]`."""
        first = max(bisect_right(self.starts, start) - 1, 0)
        last = max(bisect_right(self.starts, max(end - 1, start)) - 1, first)
        return self.raw[self.spans[first][0] : self.spans[last][1]] if self.spans else ""


def _is_accident(raw: str, found: re.Match[str]) -> bool:
    """Whether a short form of two letters is "tn" for tai nạn and not the beginning of a case code."""
    return found.group().lower() == "tn" and not _CODE_GOES_ON.match(raw, found.end())


def split(text: str) -> Words:
    """Cut `text` into words. The cost is linear in its length; what lies past `LONGEST` is not read."""
    raw = nfc(text[:LONGEST])
    spans: list[tuple[int, int]] = []
    starts: list[int] = []
    parts: list[str] = []
    at = 1
    for found in _TOKEN.finditer(raw):
        word = normal(found.group())
        if not word:
            continue
        if word == "the nao" and parts and parts[-1] in _BEFORE_ACCIDENT and _is_accident(raw, found):
            word = "tai nan"
        spans.append(found.span())
        starts.append(at)
        parts.append(word)
        at += len(word) + 1
    return Words(raw, f" {' '.join(parts)} ", tuple(starts), tuple(spans))
