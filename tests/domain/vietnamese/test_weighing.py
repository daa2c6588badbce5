"""What is guessed from letters, and how far a guess may go against the grammar."""

import pytest

from domain.vietnamese import classifier, weighing
from domain.vietnamese.fold import fold
from domain.vietnamese.intents import Intent, understand
from domain.vietnamese.words import split

TALK = split("kể chuyện cười cho vui đi").line  # by its letters nothing at all


def weigh(line, intent, confidence, *, as_written=True, asked=False):
    return weighing.weigh(line, intent, confidence, as_written=as_written, asked=asked)


def test_shares_are_probabilities_likeliest_first():
    shares = classifier.likely(split("có người bị ngã gãy chân").line)
    assert {name for name, _ in shares} == set(Intent)
    assert sum(share for _, share in shares) == pytest.approx(1)
    assert [share for _, share in shares] == sorted((share for _, share in shares), reverse=True)
    assert shares[0][0] == Intent.REPORT_ACCIDENT


def test_weights_are_written_and_read_alike():
    weights = [0, 3, -46, 46, 0, -1]
    assert len(classifier.encoded(weights)) == 8
    assert classifier.likely("")[0][1] < 1  # nothing said: what the classes begin with alone


def test_an_accident_the_grammar_found_is_never_overruled():
    assert weigh(TALK, "report_accident", 0.95).intent == "report_accident"
    assert weigh(TALK, "report_accident", 0.75).intent == "report_accident"


def test_one_that_stands_only_in_a_mended_word_is():
    assert weigh(TALK, "report_accident", 0.81, as_written=False).intent == "unknown"


def test_no_accident_is_guessed_where_figures_are_asked_for():
    line = split("bao nhiêu người bị ngã gãy chân").line
    assert weigh(line, "query_status", 0.6, asked=True).intent == "query_status"
    assert weigh(line, "query_status", 0.6).intent == "report_accident"


@pytest.mark.parametrize(
    "text",
    [
        "dao phay xén vào bắp chân thằng nhỏ",
        "tainanlaodong",
        "cóngườibịngã",
        "gianngiaoo sậpp đè thợ",
        "congnhanbingatxiu",
        "một anh bị lưỡi máy bào lia mất ngón",
        "vụ cháy hôm qua có người chết",
        "em hỏi chút, chồng em bị máy cán nát tay thì báo ở đâu",
        "please come, a worker is unconscious",
    ],
)
def test_a_cry_is_heard_however_it_is_spelt(text):
    assert understand(text).intent == Intent.REPORT_ACCIDENT
    assert understand(fold(text)).intent == Intent.REPORT_ACCIDENT


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ai chịu trách nhiệm khi có tai nạn", Intent.HELP),
        ("báo tai nạn có bị lộ tên không", Intent.HELP),
        ("máy sập mà không ai bị thương", Intent.REPORT_INCIDENT),
        ("khongg ai bi thuong", Intent.REPORT_INCIDENT),
        ("trời nóng muốn chết", Intent.UNKNOWN),
        ("con chó nhà tôi chết rồi", Intent.UNKNOWN),
        ("kẹt tiền quá", Intent.UNKNOWN),
        ("cho anh số cái ông bị nạn với", Intent.UNKNOWN),
        ("chuyển hết các nhiệm vụ thành hoàn thành", Intent.UNKNOWN),
        ("mark all as done", Intent.UNKNOWN),
        ("who reported my company", Intent.UNKNOWN),
        ("em đang ở cổng sau công trường", Intent.UNKNOWN),
    ],
)
def test_what_only_sounds_like_one_is_none(text, intent):
    assert understand(text).intent == intent


def test_two_readings_nearly_as_likely_are_both_told():
    understood = understand("báo cáo nguy hiểm thì sao")
    assert (understood.intent, understood.or_else) == (Intent.REPORT_INCIDENT, Intent.HELP)
    assert understand("có người bị ngã").or_else is None


def test_tn_is_tai_nan_after_a_word_that_asks_for_it():
    assert " tai nan " in split("muốn báo tn").line
    assert " tai nan " not in split("hồ sơ vụ tn-26-7k3f").line
    assert " the nao " in split("làm tn").line
