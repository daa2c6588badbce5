"""Words that steer any conversation: back, skip, stop, help, the menu, a person, the other language."""

from enum import StrEnum

from domain.vietnamese.fold import fold
from handlers.conversation.answers import Answer


class Steer(StrEnum):
    """Where a person wants to go."""

    BACK = "back"
    SKIP = "skip"
    CANCEL = "cancel"
    HELP = "help"
    MENU = "menu"
    REPEAT = "repeat"
    ENGLISH = "english"
    VIETNAMESE = "vietnamese"


PREFIX = "nav:"

_WORDS = {
    Steer.BACK: ("quay lai", "lui lai", "tro lai", "back", "/back", "cau truoc"),
    Steer.SKIP: (
        "bo qua",
        "skip",
        "/skip",
        "khong ro",
        "khong biet",
        "chua ro",
        "k biet",
        "ko biet",
        "ko ro",
    ),
    Steer.CANCEL: ("huy", "huy bo", "dung lai", "thoat", "cancel", "/cancel", "stop", "thoi khong bao nua"),
    Steer.HELP: ("tro giup", "huong dan", "help", "/help", "giup", "?"),
    Steer.MENU: ("menu", "/menu", "thuc don", "/start", "bat dau", "chuc nang"),
    Steer.REPEAT: ("hoi lai", "nhac lai cau hoi", "repeat"),
    Steer.ENGLISH: ("english", "tieng anh", "/en"),
    Steer.VIETNAMESE: ("tieng viet", "vietnamese", "/vi"),
}
_BY_WORD = {word: steer for steer, words in _WORDS.items() for word in words}


_NAMES = frozenset({"Huy", "huy", "HUY"})  # a given name, unless the accent says "hủy"


def steer(answer: Answer, *, free_text: bool = False) -> Steer | None:
    """Return where the answer steers, or None where it is an ordinary answer. Whole messages only.

    Where any words may be the answer (`free_text`), "Huy" without its accent is a person's name.
    """
    if answer.picked is not None:
        if answer.picked.startswith(PREFIX) and answer.picked.removeprefix(PREFIX) in set(Steer):
            return Steer(answer.picked.removeprefix(PREFIX))
        return None
    if not answer.text or len(answer.text) > 40:
        return None
    said = answer.text.strip(" .!")
    if free_text and said in _NAMES:
        return None
    return _BY_WORD.get(fold(said))
