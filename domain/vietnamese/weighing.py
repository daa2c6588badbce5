"""The grammar's reading of a message weighed against the guess of the classifier; an accident found is never lost."""

from dataclasses import dataclass

from domain.vietnamese import classifier

UNKNOWN, ACCIDENT = "unknown", "report_accident"
SURE_GRAMMAR = 0.95  # said outright, or refused: nothing to weigh
ACCIDENT_SHARE = 0.5  # from this share on a guess at an accident outweighs every other reading
WEAK_GRAMMAR = 0.7  # below it the grammar saw no harm named
FIRM_GRAMMAR, FIRM_SHARE = 0.8, 0.7  # the grammar found an outright sign of something else: "nobody is hurt"
CERTAIN_SHARE = 0.9
NEW_SHARE = 0.5  # where the grammar knows no phrase
FEW_WORDS, FEW_SHARE = 3, 0.8
OTHER_SHARE, FIRM_OTHER_SHARE = 0.75, 0.9  # where it knows one of another intent
NOTHING_SHARE = 0.8  # where the guess is that nothing is meant
MENDED_SHARE = 0.1  # of an accident that stands only in a mended word, for it to stay one
TIE_SHARE = 0.3  # of the second reading, for the person to be asked


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a message is taken for, how sure, and the other reading where the two are near."""

    intent: str
    confidence: float
    or_else: str | None = None


def weigh(line: str, intent: str, confidence: float, *, as_written: bool, asked: bool) -> Weighed:
    """Weigh a reading of a line of normal words, "unknown" where the grammar has none.

    An accident is only given up where the grammar found no harm, only that something befell somebody, or found
    it in a misspelt word it mended (not `as_written`); none is guessed where figures are asked for.
    """
    grammar = Weighed(intent, confidence)
    found = intent == ACCIDENT and as_written and confidence >= WEAK_GRAMMAR
    words = line.count(" ") - 1
    if confidence >= SURE_GRAMMAR or asked or found or words <= 1:
        return grammar
    shares = dict(classifier.likely(line))
    best, second = list(shares)[:2]
    if intent == ACCIDENT and (shares[ACCIDENT] >= MENDED_SHARE or shares[best] < OTHER_SHARE):
        return grammar
    if shares[ACCIDENT] >= (ACCIDENT_SHARE if confidence < FIRM_GRAMMAR else FIRM_SHARE):
        sure = _sure(ACCIDENT, shares[ACCIDENT]) if words > FEW_WORDS else WEAK_GRAMMAR
        return Weighed(ACCIDENT, sure, _near(ACCIDENT, intent if intent != UNKNOWN else second, shares))
    if intent == UNKNOWN:
        return _guessed(best, second, shares, few=words <= FEW_WORDS)
    least = FIRM_OTHER_SHARE if confidence >= FIRM_GRAMMAR else OTHER_SHARE
    if best in (intent, ACCIDENT) or shares[best] < (NOTHING_SHARE if best == UNKNOWN else least):
        plain = (
            words <= FEW_WORDS and confidence >= FIRM_GRAMMAR
        )  # "gặp khó": a phrase known, and little else
        return Weighed(intent, confidence, None if plain else _near(intent, best, shares))
    return Weighed(best, 0.4 if best == UNKNOWN else _sure(best, shares[best]), _near(best, intent, shares))


def _guessed(best: str, second: str, shares: dict[str, float], *, few: bool) -> Weighed:
    """Take the guess where the grammar knows nothing, if it is likely enough; `few` words tell little."""
    if best == UNKNOWN or shares[best] < (FEW_SHARE if few else NEW_SHARE):
        return Weighed(UNKNOWN, 0.4)
    return Weighed(best, _sure(best, shares[best]), _near(best, second, shares))


def _sure(intent: str, share: float) -> float:
    """How sure a guess is: only an accident that is all but certain breaks into what goes on."""
    return 0.8 if intent == ACCIDENT and share >= CERTAIN_SHARE else 0.4 + 0.3 * share


def _near(meant: str, other: str, shares: dict[str, float]) -> str | None:
    """Return the other reading where it is nearly as likely and means something."""
    if UNKNOWN in (meant, other) or meant == other or shares[other] < TIE_SHARE:
        return None
    return other
