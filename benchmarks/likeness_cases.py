"""Made reports of accidents as several mouths tell them; which are of one accident is known here and nowhere else.

Nothing of the scorer is used here: words, names, places and errors are drawn from lists of this file alone.
"""

import random
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import Any

VIETNAM = timezone(timedelta(hours=7))
FIRST_DAY = datetime(2026, 1, 5, tzinfo=VIETNAM)
DAYS = 180
COMMUNES = {
    1: "Xã Tân Lập", 2: "Xã Tân Hòa", 3: "Phường Minh Khai", 4: "Xã Bình Sơn", 5: "Xã Hòa Bình", 6: "Phường Đông Hải",
    7: "Xã Phú Thịnh", 8: "Xã An Khê", 9: "Phường Quang Trung", 10: "Xã Đại Đồng", 11: "Xã Long Hưng",
    12: "Xã Vĩnh Lộc",
}  # fmt: skip
# Each workplace as its papers, its people and its neighbours call it.
_NAMED = (
    ("Công ty TNHH May {}", "xưởng may {}", "cty may {}"),
    ("Công ty cổ phần Cơ khí {}", "nhà máy cơ khí {}", "ct cơ khí {}"),
    ("Công ty TNHH Gỗ {}", "xưởng gỗ {}", "xưởng mộc nhà {}"),
    ("Công trình trường học {}", "công trường xây trường {}", "chỗ xây trường {}"),
    ("Mỏ đá {}", "bãi đá {}", "mỏ đá {}"),
    ("Công ty CP Gạch {}", "lò gạch {}", "nhà máy gạch {}"),
)
_NAMES = (
    "Minh Phát", "Thành Đạt", "Hưng Thịnh", "Đại Phúc", "Sao Mai", "Việt Tiến", "Phương Nam", "Bắc Hà", "Hoàng Long",
    "Tân Tiến", "Thái Sơn", "Kim Liên", "Ngọc Hà", "Trường An", "Đức Thắng", "Quang Vinh",
)  # fmt: skip
# What happened: told by workmates, relatives, bosses and passers-by; then the injuries as they put them.
EVENTS: dict[str, tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]] = {
    "scaffold": (
        ("ngã từ giàn giáo tầng 3 xuống đất", "té giàn giáo", "rơi từ trên giáo cao chừng 8 mét",
         "bị trượt chân ngã khỏi sàn thao tác giàn giáo", "đứng trên giàn giáo bị ngã xuống"),
        (("gãy chân", "gãy xương chân", "bị gãy đùi"), ("chấn thương đầu", "vỡ đầu", "đập đầu xuống nền"),
         ("gãy xương sườn", "gãy mấy cái xương sườn", "đau ngực do gãy sườn")),
    ),
    "ladder": (
        ("ngã thang khi sơn tường", "leo thang sơn nhà bị té", "thang trượt, người rơi xuống",
         "đang sơn thì ngã từ thang"),
        (("gãy tay", "gãy cổ tay", "bị gãy xương tay"), ("đau lưng", "chấn thương cột sống", "không nhấc được lưng")),
    ),
    "electric": (
        ("bị điện giật khi đấu tủ điện", "điện giật lúc sửa điện", "phóng điện ở tủ điện trúng người",
         "giật điện khi đang nối dây", "chạm dây điện hở"),
        (("bỏng tay", "cháy bàn tay", "bỏng hai tay do điện"), ("ngất", "bất tỉnh", "ngưng thở phải hô hấp")),
    ),
    "press": (
        ("máy dập dập vào tay", "bị máy dập kẹp bàn tay", "kẹt tay trong máy dập", "tay bị cuốn vào khuôn máy dập"),
        (("dập nát ngón tay", "đứt ngón tay", "nát 2 ngón"), ("dập bàn tay", "bàn tay bị dập", "giập cả bàn tay")),
    ),
    "saw": (
        ("máy cưa cắt vào tay", "cưa gỗ bị lưỡi cưa cắt", "lưỡi cưa đĩa văng trúng", "bị cưa đứt tay lúc xẻ gỗ"),
        (("đứt ngón tay cái", "mất ngón cái", "cụt một ngón tay"), ("rách cẳng tay", "vết cắt sâu ở tay",
         "đứt gân tay")),
    ),
    "crane": (
        ("cẩu làm rơi thép trúng người", "đứt cáp cẩu, tải rơi xuống", "cần cẩu tuột móc bó thép đè người",
         "bó thép rơi khi cẩu lên", "cáp cần trục bị đứt"),
        (("dập chân", "nát bàn chân", "chân bị đè dập"), ("vỡ xương chậu", "gãy xương chậu", "đau hông nặng")),
    ),
    "trench": (
        ("sạt đất vùi người dưới hố móng", "sập hố đào", "đất đổ xuống hố móng vùi công nhân",
         "vách hào đặt cống bị sạt lở"),
        (("ngạt do vùi đất", "bị vùi khó thở", "ngạt thở"), ("gãy chân do đất đè", "đất đè gãy chân",
         "chân kẹt dưới đất")),
    ),
    "rock": (
        ("đá lăn từ trên tầng khai thác xuống", "đá rơi trúng người", "bị tảng đá đè lúc khoan", "sập đá ở mỏ"),
        (("vỡ đầu", "chấn thương sọ não", "đầu chảy nhiều máu"), ("gãy chân", "dập chân", "chân bị đá đè gãy")),
    ),
    "forklift": (
        ("xe nâng lùi trúng người", "bị xe nâng cán qua chân", "xe nâng hàng tông công nhân",
         "xe nâng đâm vào người đi bộ"),
        (("gãy cẳng chân", "gãy ống chân", "dập cẳng chân"), ("bầm ngực", "đau ngực", "ép ngực")),
    ),
    "truck": (
        ("xe ben lùi cán người", "xe tải chở đá đâm", "ô tô tải lùi đè công nhân", "bị xe ben cán"),
        (("đa chấn thương", "chấn thương nhiều chỗ", "bị nặng lắm"), ("gãy đùi", "gãy xương đùi", "gãy chân")),
    ),
    "chemical": (
        ("hóa chất tẩy rửa bắn vào người", "axit đổ trúng", "bị tạt hóa chất lúc rót can",
         "bỏng hóa chất khi pha axit"),
        (("bỏng mặt", "mặt bị bỏng", "bỏng vùng mặt và mắt"), ("bỏng hai chân", "bỏng đùi và chân", "chân bỏng rộp")),
    ),
    "gas": (
        ("ngạt khí khi xuống bể", "xuống hầm biogas rồi ngất", "ngộ độc khí dưới hố ga", "thiếu oxy trong bồn chứa"),
        (("ngất", "bất tỉnh", "hôn mê"), ("khó thở", "ngạt thở", "tím tái")),
    ),
    "boiler": (
        ("nổ nồi hơi", "lò hơi phát nổ", "nổ bình hơi", "bình khí nén bị nổ"),
        (("bỏng toàn thân", "bỏng nặng khắp người", "bỏng độ 3"), ("thủng màng nhĩ", "chấn thương tai", "điếc tai")),
    ),
    "conveyor": (
        ("băng tải cuốn tay", "kẹt tay vào trục băng tải", "bị cuốn tay vào băng chuyền",
         "băng tải kéo tay áo vào trục"),
        (("gãy cánh tay", "gãy tay", "gãy xương cánh tay"), ("dập cẳng tay", "cẳng tay bị nghiến", "nát cẳng tay")),
    ),
    "fire": (
        ("cháy kho hàng", "cháy xưởng lúc hàn", "bắt lửa khi hàn cắt", "kho mút xốp bốc cháy"),
        (("bỏng tay chân", "bỏng nặng", "bỏng hai tay"), ("ngạt khói", "hít phải khói", "khó thở vì khói")),
    ),
}  # fmt: skip
# The same for a set whose words were written after the scorer's tables were done, and never used to mend them.
HELD: dict[str, tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]] = {
    "stage": (
        ("khung sân khấu đổ lúc dựng rạp", "đang dựng rạp thì sân khấu sập", "dàn khung rạp đổ trúng thợ",
         "sập khung bạt sân khấu"),
        (("gãy cổ", "chấn thương cổ", "đau cổ không quay được"), ("gãy tay", "tay gãy", "gãy cẳng tay")),
    ),
    "tea": (
        ("máy vò chè nghiến bàn tay", "cho tay vào máy vò chè", "bị máy chè cuốn", "tay kẹt ở cối vò chè"),
        (("nát bàn tay", "bàn tay bị nghiến", "dập bàn tay"), ("mất 3 ngón", "cụt ba ngón", "đứt ba ngón tay")),
    ),
    "rice": (
        ("máy xát gạo cuốn khăn", "cuốn khăn vào dây máy xát", "trục máy xát kéo khăn", "máy xát lúa quấn áo"),
        (("tổn thương cổ", "siết cổ", "ngạt"), ("rách da đầu", "lột da đầu", "da đầu bị lột")),
    ),
    "ice": (
        ("rò khí lạnh ở xưởng nước đá", "xì khí lạnh nhà máy đá", "đường ống lạnh bị rò, mùi khai nồng",
         "khí làm lạnh rò ở kho đông"),
        (("bỏng mắt", "cay mắt nhìn không rõ", "mắt bị bỏng"), ("khó thở", "sặc khí", "ngất xỉu")),
    ),
    "delivery": (
        ("đi giao hàng bị xe đâm", "shipper giao gạo bị ô tô quệt", "chở hàng giao khách thì va chạm",
         "giao hàng bằng xe máy bị tai nạn"),
        (("gãy chân", "chân gãy hai khúc", "gãy ống chân"), ("chấn thương sọ não", "đập đầu", "đầu va xuống đường")),
    ),
    "heat": (
        ("làm đường giữa trưa bị ngã quỵ", "trải nhựa đường nắng quá xỉu", "say nắng khi thảm nhựa",
         "nắng nóng, đang cào nhựa thì gục"),
        (("bất tỉnh", "hôn mê", "lịm"), ("co giật", "sốt cao co giật", "nóng sốt, giật tay chân")),
    ),
    "bees": (
        ("bị ong đốt khi phát rẫy", "cả đàn ong vò vẽ đốt", "đụng tổ ong lúc phát quang", "ong rừng đốt công nhân"),
        (("sưng toàn thân", "phù mặt", "mặt sưng vù"), ("sốc phản vệ", "khó thở", "tụt huyết áp")),
    ),
    "tank": (
        ("bồn inox rơi khi kéo lên mái", "kéo bồn nước lên nóc bị tuột", "tuột dây bồn nước rơi xuống sân",
         "bồn nước rớt trúng thợ"),
        (("gãy vai", "dập vai", "vai bị đè"), ("chấn thương lưng", "gãy lưng", "liệt nửa người")),
    ),
    "plaster": (
        ("sàn giáo treo rơi khi trát ngoài", "gondola đứt dây", "giỏ treo lau kính rơi", "rơi lồng treo ở tòa nhà"),
        (("đa chấn thương", "bị thương nặng khắp người", "dập nhiều chỗ"), ("gãy đùi", "gãy xương đùi", "đùi gãy")),
    ),
    "bull": (
        ("bò tót húc ở trại", "bị bò húc khi cho ăn", "con bò đực húc người chăm", "trâu húc công nhân trại"),
        (("thủng bụng", "rách bụng", "thương ở bụng"), ("gãy sườn", "gãy xương sườn", "đau ngực")),
    ),
}  # fmt: skip
_AT_WORK = ("đang làm thì", "lúc vào ca", "mới làm được một lúc", "gần hết giờ", "", "", "")
_WHO = (
    "anh công nhân",
    "một công nhân",
    "chú thợ",
    "người làm",
    "bạn cùng tổ em",
    "công nhân bên em",
    "nạn nhân",
)
_TAILS = ("đã đưa đi viện", "xe cấp cứu chở đi rồi", "đang chờ cấp cứu", "nhờ các anh xuống xem", "", "", "")
_SPOTS = (
    "gần cầu sắt", "sau chợ", "cạnh trạm y tế", "đường vào thôn 3", "đối diện trường cấp 2", "khu công nghiệp lô B2",
    "ngã ba cây đa", "cuối đường Lê Lợi", "bờ kênh chính", "km 12 quốc lộ",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    """One report as a case keeps it; `event` is the accident it is of, which no scorer is told."""

    code: str
    event: int
    trait: str
    kind: str
    created_at: datetime
    unit: int | None
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Event:
    """An accident as it was."""

    number: int
    at: datetime
    unit: int
    place: tuple[str, str, str]
    spot: str
    what: str
    injuries: tuple[int, ...]
    total: int
    dead: int


Events = dict[str, tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]]


def reports(
    seed: int, events: Events = EVENTS, *, cases: int = 500, pairs: int = 60, near: int = 80
) -> tuple[Report, ...]:
    """Return reports in the order they come: `pairs` of one accident each, `near` pairs that only look alike."""
    rng = random.Random(seed)
    places = tuple((rng.choice(list(COMMUNES)), _place(rng), rng.choice(_SPOTS)) for _ in range(70))
    made: list[Report] = []
    traits = ("plain", "other commune", "workplace only", "hours off", "unaccented", "counts differ")
    for number in range(pairs):
        event = _event(rng, events, number, rng.choice(places))
        made.append(_first(rng, events, event))
        made.append(_second(rng, events, event, traits[number % len(traits)]))
    for number in range(pairs, pairs + near):
        event = _event(rng, events, number, rng.choice(places))
        other = _other_day(rng, events, event) if number % 2 else _same_day(rng, events, event, places)
        made += [_first(rng, events, event), _first(rng, events, other)]
    number = pairs + 2 * near
    while len(made) < cases:
        number += 1
        made.append(_first(rng, events, _event(rng, events, number, rng.choice(places))))
    made.sort(key=lambda report: report.created_at)
    return tuple(replace(one, code=f"TN-26-{at:04d}") for at, one in enumerate(made))


def _place(rng: random.Random) -> tuple[str, str, str]:
    name = rng.choice(_NAMES)
    formal, spoken, short = rng.choice(_NAMED)
    return formal.format(name), spoken.format(name), short.format(name)


def _event(
    rng: random.Random, events: Events, number: int, at: tuple[int, tuple[str, str, str], str]
) -> Event:
    unit, place, spot = at
    when = FIRST_DAY + timedelta(
        days=rng.randrange(DAYS), hours=rng.randrange(6, 22), minutes=rng.randrange(60)
    )
    total = rng.choice((1, 1, 1, 1, 2, 2, 3))
    what = rng.choice(list(events))
    injuries = tuple(rng.randrange(len(events[what][1])) for _ in range(total))
    return Event(
        number, when, unit, place, spot, what, injuries, total, rng.choice((0, 0, 0, 1)) if total else 0
    )


def _other_day(rng: random.Random, events: Events, event: Event) -> Event:
    """The same workplace on another day, often the same thing again."""
    days = rng.choice((1, 1, 2, 3, 5)) * rng.choice((1, -1))
    what = event.what if rng.random() < 0.5 else rng.choice(list(events))
    injuries = tuple(rng.randrange(len(events[what][1])) for _ in range(event.total))
    at = event.at + timedelta(days=days, minutes=rng.randrange(-120, 120))
    return replace(event, number=event.number + 10_000, at=at, what=what, injuries=injuries)


def _same_day(rng: random.Random, events: Events, event: Event, places: tuple[Any, ...]) -> Event:
    """The same commune on the same day, another accident at another workplace."""
    _, place, spot = rng.choice([one for one in places if one[1] != event.place])
    what = rng.choice([one for one in events if one != event.what])
    total = rng.choice((1, 1, 2))
    injuries = tuple(rng.randrange(len(events[what][1])) for _ in range(total))
    at = event.at + timedelta(minutes=rng.randrange(-300, 300))
    return Event(
        event.number + 10_000, at, event.unit, place, spot, what, injuries, total, rng.choice((0, 0, 1))
    )


def _first(rng: random.Random, events: Events, event: Event) -> Report:
    """An ordinary report: most is told, some is not."""
    return _report(rng, events, event, "plain", late=timedelta(minutes=rng.randrange(2, 180)))


def _second(rng: random.Random, events: Events, event: Event, trait: str) -> Report:
    """Another mouth's report of the same accident, with what makes it hard to know again."""
    late = timedelta(minutes=rng.choice((5, 20, 45, 90, 240, 600, 1500, 4000)))
    return _report(rng, events, event, trait, late=late)


def _report(rng: random.Random, events: Events, event: Event, trait: str, *, late: timedelta) -> Report:
    told_at = event.at + late
    facts: dict[str, Any] = {"people": _people(rng, event, trait), "what": _story(rng, events, event)}
    unit: int | None = event.unit
    if trait == "other commune":
        unit = rng.choice([one for one in COMMUNES if one != event.unit])
    if trait == "workplace only":
        unit = None
        facts["place"] = {"words": rng.choice(event.place)}
    else:
        facts["place"] = {"unit": unit, "name": COMMUNES[unit or event.unit]}
        if rng.random() < 0.4:
            facts["place"]["words"] = f"{event.spot}, {COMMUNES[unit or event.unit]}"
    if trait in ("other commune", "workplace only") or rng.random() < 0.7:
        facts["workplace"] = rng.choice(event.place)
    if (happened := _happened(rng, event, trait, told_at)) is not None:
        facts["happened"] = happened
    for number, injury in enumerate(event.injuries[:3], start=1):
        if rng.random() < 0.6:
            facts[f"injury_{number}"] = rng.choice(events[event.what][1][injury])
    if rng.random() < 0.5:
        facts["contract"] = rng.choice(("yes", "no", "unknown"))
    if trait == "unaccented" or rng.random() < 0.15:
        facts = _bare(facts)
    return Report("", event.number, trait, "accident", told_at, unit, facts)


def _people(rng: random.Random, event: Event, trait: str) -> dict[str, Any]:
    total, dead = event.total, event.dead
    if trait == "counts differ":
        total = max(1, total + rng.choice((1, 2, -1)))
        dead = rng.choice((0, min(total, dead + 1)))
    if rng.random() < 0.15:
        return {"total": None, "dead": None, "injured": None}
    return {"total": total, "dead": min(dead, total), "injured": total - min(dead, total)}


def _story(rng: random.Random, events: Events, event: Event) -> str:
    parts = [rng.choice(_AT_WORK), rng.choice(_WHO), rng.choice(events[event.what][0])]
    if rng.random() < 0.3:
        parts.append(f"ở {rng.choice(event.place)}")
    if rng.random() < 0.5:
        parts.append(f", {rng.choice(events[event.what][1][event.injuries[0]])}")
    return " ".join(part for part in (*parts, rng.choice(_TAILS)) if part).replace(" ,", ",")


def _happened(rng: random.Random, event: Event, trait: str, told_at: datetime) -> dict[str, str] | None:
    at = event.at
    if trait == "hours off":
        at += timedelta(hours=rng.choice((1, 2, 3)) * rng.choice((1, -1)))
    at = min(at + timedelta(minutes=rng.choice((0, 0, 15, -20, 30))), told_at)
    form = rng.random()
    if form < 0.55 or trait == "hours off":
        return {"type": "datetime", "value": at.replace(second=0, microsecond=0).isoformat()}
    if form < 0.75:
        part = next(name for until, name in _PARTS if at.hour < until)
        return {"type": "date_part", "value": f"{at.date().isoformat()}/{part}"}
    if form < 0.85:
        return {"type": "date", "value": at.date().isoformat()}
    return None


_PARTS = ((5, "night"), (11, "morning"), (13, "noon"), (18, "afternoon"), (24, "evening"))


def _bare(value: Any) -> Any:
    """Write it as somebody without Vietnamese keys does."""
    if isinstance(value, str):
        apart = unicodedata.normalize("NFD", value.replace("đ", "d").replace("Đ", "D"))
        return "".join(char for char in apart if not unicodedata.combining(char)).lower()
    if isinstance(value, dict):
        return {
            name: part if name in ("type", "value", "name") and name != "words" else _bare(part)
            for name, part in value.items()
        }
    return value


def pairs_of(made: tuple[Report, ...]) -> Iterator[tuple[Report, Report]]:
    """Yield the pairs that are of one accident, the earlier report first."""
    seen: dict[int, Report] = {}
    for report in made:
        if report.event in seen:
            yield seen[report.event], report
        seen[report.event] = report
