import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import law
from domain.accident import CaseClass, CaseState, Severity
from domain.errors import BadInputError
from domain.facts_json import MAX_VICTIMS, explanation_to_json, facts_from_json, read_facts
from domain.legal_clock import explain, why
from messages import catalog

CASE = {
    "kind": "accident",
    "happened_at": "2026-11-24T08:10:00+07:00",
    "known_at": "2026-11-24T08:20:00+07:00",
    "place": {"commune": "Xã Tân Lập", "province": "Tỉnh Thái Nguyên"},
    "contract": "yes",
    "place_employer": "Công ty A",
    "victims": [
        {
            "employer": "Công ty A",
            "died_at": None,
            "outcome": "alive",
            "injuries": ["gãy tay"],
            "severity": None,
        }
    ],
    "sector": "general",
    "voluntary_insurance": False,
    "forensic": False,
}


def say(key, params):
    return catalog.words("vi", key, params)


def test_the_answer_has_the_shape_of_the_contract():
    answer = explanation_to_json(explain(facts_from_json(CASE)), say)
    assert list(answer) == [
        "severity",
        "class",
        "law_pack",
        "suggested",
        "victims",
        "duties",
        "questions",
    ]
    assert answer["victims"] == [
        {
            "severity": "serious",
            "because": [
                {
                    "code": "034",
                    "text": next(i.text for i in law.injuries() if i.code == "034"),
                }
            ],
        }
    ]
    investigate = next(d for d in answer["duties"] if d["duty"] == "investigate")
    assert investigate == {
        "duty": "investigate",
        "by": "employer",
        "to": [],
        "when": {
            "kind": "within",
            "value": 7,
            "unit": "day",
            "counted_from": "known_at",
            "due": "2026-12-01",
        },
        "form": "Phụ lục V NĐ 39/2016/NĐ-CP (quyết định thành lập Đoàn điều tra cấp cơ sở)",
        "article": "Điều 35 Luật ATVSLĐ số 84/2015/QH13",
        "certainty": "sure",
    }
    assert json.loads(json.dumps(answer)) == answer


def test_the_least_that_must_be_known():
    facts = facts_from_json({"kind": "accident", "known_at": "2026-11-24T08:20:00Z", "note": "đi qua"})
    answer = explanation_to_json(explain(facts), say)
    assert answer["class"] == "unknown"
    assert answer["questions"][0] == "Có bao nhiêu người bị nạn, tình trạng từng người thế nào?"
    assert all(question.endswith("?") for question in answer["questions"])


@pytest.mark.parametrize(
    ("change", "key", "field"),
    [
        ({"kind": "fire"}, "not-choice", "kind"),
        ({"kind": None}, "missing", "kind"),
        ({"known_at": None}, "missing", "known_at"),
        ({"known_at": "hôm qua"}, "not-time", "known_at"),
        ({"happened_at": 5}, "not-time", "happened_at"),
        ({"happened_at": "2026-11-24"}, "time-offset", "happened_at"),
        ({"happened_at": "2026-11-24T08:10:00"}, "time-offset", "happened_at"),
        ({"happened_at": "0001-01-01T00:00:00+07:00"}, "time-year", "happened_at"),
        ({"place": "Xã Tân Lập"}, "not-object", "place"),
        ({"place": {"commune": 7}}, "not-text", "place.commune"),
        ({"contract": True}, "not-choice", "contract"),
        ({"sector": ["rail"]}, "not-choice", "sector"),
        ({"forensic": "no"}, "not-flag", "forensic"),
        ({"voluntary_insurance": 0}, "not-flag", "voluntary_insurance"),
        ({"victims": {}}, "not-list", "victims"),
        ({"victims": [None]}, "not-object", "victims[1]"),
        ({"victims": [{}, {"outcome": "dying"}]}, "not-choice", "victims[2].outcome"),
        ({"victims": [{"injuries": "gãy tay"}]}, "not-list", "victims[1].injuries"),
        ({"victims": [{"injuries": ["x", 34]}]}, "not-text", "victims[1].injuries[2]"),
        ({"victims": [{"injuries": ["x" * 3000]}]}, "too-long", "victims[1].injuries[1]"),
        ({"victims": [{"died_at": "2026-11-31T00:00:00Z"}]}, "not-time", "victims[1].died_at"),
        ({"victims": [{"severity": "nặng"}]}, "not-choice", "victims[1].severity"),
    ],
)
def test_each_bad_field_is_named_in_one_clear_line(change, key, field):
    with pytest.raises(BadInputError) as refused:
        facts_from_json(CASE | change)
    assert (refused.value.key, refused.value.params["field"]) == (f"law-facts-{key}", field)
    line = say(refused.value.key, refused.value.params)
    assert field in line
    assert "\n" not in line


def test_a_deep_value_is_refused_like_any_other():
    for depth in (10, 300, 900, 980, 5000):
        with pytest.raises(BadInputError):
            read_facts('{"kind": ' + "[" * depth + "]" * depth + ', "known_at": "2026-11-24T08:20:00Z"}')


def test_a_crowd_is_refused():
    with pytest.raises(BadInputError) as refused:
        facts_from_json(CASE | {"victims": [{}] * (MAX_VICTIMS + 1)})
    assert refused.value.key == "law-facts-too-many-victims"


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, b"\xff\xfe", "nul"])
def test_what_is_no_json_is_refused(text):
    with pytest.raises(BadInputError) as refused:
        read_facts(text)
    assert refused.value.key == "law-facts-not-json"


@pytest.mark.parametrize("text", ["[]", "null", "3", '"accident"'])
def test_what_is_no_object_is_refused(text):
    with pytest.raises(BadInputError) as refused:
        read_facts(text)
    assert refused.value.key == "law-facts-not-object"


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=20)
    | st.sampled_from(["accident", "yes", "dead"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*CASE, "outcome"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(list(CASE)), values, max_size=4))
def test_any_facts_give_an_answer_or_a_sentence(change):
    try:
        answer = explanation_to_json(explain(facts_from_json(CASE | change)), say)
    except BadInputError as refused:
        sentence = say(refused.key, refused.params)
    else:
        sentence = answer["class"]
    assert sentence


def test_why_a_day_is_answered_with_article_and_facts():
    dead = CASE["victims"][0] | {"outcome": "dead"}
    duties = {d.rule: d for d in explain(facts_from_json(CASE | {"victims": [dead]})).duties}
    said = {rule: say(*why(duty)) for rule, duty in duties.items()}
    assert said["investigate-fatal"] == (
        "Hạn 24/12/2026: 30 ngày kể từ lúc nhận được tin báo, 24/11/2026. "
        "Theo Điều 35 Luật ATVSLĐ số 84/2015/QH13; công văn 4787/BNV-CVL."
    )
    assert said["provincial-team-sends-minutes"].startswith("3 ngày làm việc kể từ cuộc họp công bố biên bản")
    assert said["employer-declares"].startswith(
        "Làm ngay, luật không ghi số giờ. Theo điểm b khoản 1 Điều 34"
    )
    assert all(catalog.words("en", *why(duty)) for duty in duties.values())


def test_every_key_has_its_words_in_both_languages():
    folder = Path(law.__file__).parent
    sources = [*folder.glob("*.py"), folder.parent / "facts_json.py", folder.parent / "legal_clock.py"]
    keys = {
        key
        for source in sources
        for key in re.findall(r'"(law-(?:facts|question|pack)-[a-z-]+)"', source.read_text())
    }
    assert len(keys) > 35
    keys |= {old.can_become(new).reason for old in CaseState for new in CaseState}
    keys |= {f"law-duty-{rule.duty}" for pack in law.packs() for rule in pack.rules} | {
        "law-duty-notify_police"
    }
    keys |= {f"law-by-{rule.by}" for pack in law.packs() for rule in pack.rules}
    keys |= {f"law-class-{c}" for c in CaseClass} | {f"law-severity-{s}" for s in Severity}
    for language in ("vi", "en"):
        bundle = catalog.bundle(language)
        assert [key for key in sorted(keys) if not bundle.has_message(key)] == []
