"""The facts a message carries beside its intent: code, counts, place, time, percent, document, period, reason."""

import re
from typing import Any

from domain.vietnamese.people import count_people
from domain.vietnamese.words import Words

_CODE = re.compile(r"(?<![\w-])([A-Za-z]{2,3})-(\d{2})-([0-9A-Za-z]{4,8})(?![\w-])")
# Without dashes only where a digit stands in the tail: "TN267K3F", "tn 26 7k3f".
_LOOSE_CODE = re.compile(
    r"(?<![\w-])([A-Za-z]{2,3})[ .]?(\d{2})[ .]?((?=[A-Za-z]*\d)(?=\d*[A-Za-z])[0-9A-Za-z]{4,8})(?![\w-])"
)
_DOCUMENT = re.compile(
    r"(?<![\w/])(\d{1,5}[a-z]?)\s?(?:/\s?\d{4}\s?)?[/-]\s?((?:BC|CV|KH|QĐ|QD|TB|TTr|BB|TT|NQ|HD|CT|GM|ĐK)(?:[-/][A-ZĐa-zđ&]{1,12}){0,4})(?!\w)",
    re.IGNORECASE,
)
_PERCENT = re.compile(r" (\d{1,3})(?: [.,] \d{1,2})? (?:%|phan tram)(?= )")
_PERIOD = re.compile(
    r" (?:(?:quy|quý) (?:\d|i{1,3}|iv|mot|hai|ba|bon|tu|tư|nam nay|nay|truoc)(?: (?:/ |nam )?\d{4})?|(?:6|sau|sáu) thang(?: dau nam| cuoi nam)?(?: \d{4})?"
    r"|(?:bao cao )?nam \d{4}|ca nam(?: \d{4})?|thang \d{1,2}(?: (?:/ |nam )?\d{4})?)(?= )"
)
_REASON = re.compile(
    r" (?:do(?! (?:la|thi))|(?<! don )vi(?! du)|vì|tai vi|tại vi|boi vi|ly do(?: la)?(?: :)?|nguyen nhan(?: la)?(?: :)?) ([^.;?!]{4,200}?)(?= (?:nen|xin|de nghi|cho em xin) | [.;?!,] | $)"
)
_PLACE_HEAD = (
    "cong truong|cong trinh|cong ty|nha may|xuong|phan xuong|xa|phuong|thi tran|thon|ap|to dan pho|khu|kcn|mo|cau|duong|quoc lo|kho|cho|toa nha|lo|tang|"
    "ham|ben|cang|trang trai|lang|ban|xom|doi|xi nghiep|hop tac xa|htx|truong|benh vien|tram|noi|huyen|tinh|quan|thanh pho|tp|nga tu|nga ba|nha|bai|dap|ho|song|khu vuc|km"
)
_STOP = (
    "bi|co|luc|hoi|sang|chieu|hom|vao|do|vi|nen|va|thi|voi|hien|dang|da|vua|roi|rồi|nga|te|nay|tối|trua|dem|ngay|khoang|cach|lam|khong|co|ma|duoc|thieu|chet|chay|no|sap|"
    "can|xin|cuu|goi|may|luc|tu|la|suyt|suýt|de|để|mong|hay|đổ|nổ|ro|mat|tai nan|thuong|trong luc|khi|toi dau|the nao|chua|het"
)
_PLACE = re.compile(
    rf" (?:o|ở|tai|tại|trong|gan|duoi|tren|dưới|trên|gần|ngay)(?! nan| vi| sao| dau| day| tren cao) (?P<place>(?:(?:{_PLACE_HEAD}) )?(?!(?:{_STOP}|{_PLACE_HEAD}) )[^ ,.;:?!()]+(?: (?!(?:{_STOP}) )[^ ,.;:?!()]+){{0,6}})(?= )"
)
_CLOCK = r"\d{1,2} (?:h|gio|g|:)(?: \d{1,2}(?! (?:nguoi|cong)))?(?: (?:phut|p|ruoi|kem \d{1,2}))?"
_DAY_PART = r"rang sang|sang som|sang|trua|chieu|tối|toi|dem|khuya"
_PIECE = (
    rf"(?:{_CLOCK}|(?:hom|bua|ngay hom) (?:qua|kia|nay)|(?:{_DAY_PART}) (?:nay|qua|som|hom qua|hom kia|hom nay|ngay|thu)|hoi (?:{_DAY_PART}|hom|nay|nãy)"
    r"|(?:luc|vua|ban|khi) (?:nay|nãy)|vua xong|moi day|bay gio|\d{1,2} / \d{1,2}(?: / \d{4})?|ngay \d{1,2}(?: thang \d{1,2}(?: nam \d{4})?)?|thu (?:[2-7]|hai|ba|tu|tư|nam|sau|sáu|bay|bảy)(?= )|chu nhat"
    r"|tuan (?:truoc|qua|roi|rồi|nay)|cach day (?:khoang )?[^ ]+ (?:phut|tieng|gio|ngay|hom)|(?:\d{1,2}|mot|hai|ba|may|vai|nua) (?:phut|tieng|gio|ngay|hom) truoc)"
)
_TIME = re.compile(
    rf" (?P<time>{_PIECE}(?: (?:(?:luc|vao|khoang|{_DAY_PART}|ngay|truoc|qua|,|tu|den) ){{0,2}}{_PIECE}){{0,3}}(?: (?:{_DAY_PART}|nay|qua))?)(?= )"
)


def case_code(raw: str) -> str | None:
    """Return the case code in `raw` in its written form ("tn-26-7k3f" → "TN-26-7K3F"), or None."""
    found = _CODE.search(raw) or _LOOSE_CODE.search(raw)
    return "-".join(found.groups()).upper() if found else None


def document_no(raw: str) -> str | None:
    """Return the number of an official document in `raw` ("125/BC-UBND"), or None."""
    found = _DOCUMENT.search(raw)
    return re.sub(r"\s", "", found.group()).upper().replace("QD-", "QĐ-") if found else None


def time_words(words: Words) -> str | None:
    """Return the person's own words for when, or None."""
    found = _TIME.search(words.line)
    return words.original(found.start("time"), found.end("time")) if found else None


def place_words(words: Words) -> str | None:
    """Return the person's own words for where, or None."""
    found = _PLACE.search(words.line)
    return words.original(found.start("place"), found.end("place")) if found else None


def percent(line: str) -> int | None:
    """Return the percentage said in a line of normal words, 0 to 100, or None."""
    found = _PERCENT.search(line)
    return int(found[1]) if found and int(found[1]) <= 100 else None


def of_event(words: Words) -> dict[str, Any]:
    """Return what is said of an accident or an incident: dead, injured, people, place, time, as present."""
    slots: dict[str, Any] = {}
    people = count_people(words.raw, strict=True)
    if people is not None:
        for name, value in (("dead", people.dead), ("injured", people.injured), ("people", people.total)):
            if value is not None:
                slots[name] = value
        if people.between:
            slots["between"] = list(people.between)
    if place := place_words(words):
        slots["place"] = place
    if time := time_words(words):
        slots["time"] = time
    return slots


def of_work(words: Words) -> dict[str, Any]:
    """Return what is said of work in a plan: percent, document_no, period, reason, as present."""
    slots: dict[str, Any] = {}
    line = words.line
    if (share := percent(line)) is not None:
        slots["percent"] = share
    if number := document_no(words.raw):
        slots["document_no"] = number
    if found := _PERIOD.search(line):
        slots["period"] = words.original(found.start() + 1, found.end()).lower()
    if found := _REASON.search(line):
        slots["reason"] = words.original(found.start(1), found.end(1))
    return slots
