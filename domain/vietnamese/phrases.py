"""The phrases that show what a message is about, by kind, from the tables `phrases_*.txt` beside this module.

Every pattern starts at a space, so matching tries only the beginnings of words. Patterns are compiled when
first used: a program that only reads times never pays for them.
"""

import re
from functools import cache
from importlib.resources import files

TABLES = ("phrases_accident.txt", "phrases_work.txt", "phrases_talk.txt", "phrases_slots.txt")


def read_sections(name: str) -> dict[str, list[str]]:
    """Return the lines of a table by the `[section]` they stand in, without comments."""
    sections: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in files("domain.vietnamese").joinpath(name).read_text("utf-8").splitlines():
        if line.startswith("["):
            lines = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return sections


@cache
def _tables() -> dict[str, str]:
    """Return each section as the source of one expression, the lists named before it put in."""
    lists: dict[str, str] = {}
    tables: dict[str, str] = {}
    for table in TABLES:
        for kind, lines in read_sections(table).items():
            source = "|".join(lines)
            for name, listed in lists.items():
                source = source.replace(name, listed)
            (lists if kind.startswith("<") else tables)[kind] = source
    return tables


class Phrases:
    """The phrases of one kind, compiled on first use."""

    __slots__ = ("_kind", "_pattern")

    def __init__(self, kind: str) -> None:
        self._kind = kind
        self._pattern: re.Pattern[str] | None = None

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled expression: a space, one of the phrases, then a space that is not taken."""
        if self._pattern is None:
            self._pattern = re.compile(f" (?:{_tables()[self._kind]})(?= )")
        return self._pattern

    def search(self, line: str) -> re.Match[str] | None:
        """Find the first of the phrases in a line of normal words."""
        return self.pattern.search(line)

    def is_whole(self, line: str) -> bool:
        """Whether one of the phrases is all that is said, signs apart."""
        found = self.pattern.match(line)
        return found is not None and not line[found.end() :].strip(" ?.!…")

    def without(self, line: str) -> str:
        """Return the line with all of the phrases taken out."""
        return self.pattern.sub(" ", line)


HARM = Phrases("harm")
PERSON = Phrases("person")
THING = Phrases("thing")
UNHURT = Phrases("unhurt")
DISCUSSED = Phrases("discussed")
INCIDENT = Phrases("incident")
SUFFERS = Phrases("suffers")
EMERGENCY = Phrases("emergency")
FIGURATIVE = Phrases("figurative")
LAW = Phrases("law")
GENERAL = Phrases("general")
OWN = Phrases("own")
HAPPENING = Phrases("happening")
ASKED_ABOUT = Phrases("asked_about")
FIGURES = Phrases("figures")
FIGURES_BARE = Phrases("figures_bare")
CRYING = Phrases("crying")
DONE = Phrases("done")
UNDER_WAY = Phrases("under_way")
DIFFICULT = Phrases("difficult")
EXTEND = Phrases("extend")
ASSIGN = Phrases("assign")
NOT_OURS = Phrases("not_ours")
LATER = Phrases("later")
LATE = Phrases("late")
ASKING = Phrases("asking")
STATUS = Phrases("status")
MINE = Phrases("mine")
LOOK_UP = Phrases("look_up")
HOW = Phrases("how")
HOW_TO = Phrases("how_to")
WHO = Phrases("who")
WORK = Phrases("work")
PAST_DUE = Phrases("past_due")
EXPLAINS = Phrases("explains")
OTHERS = Phrases("others")
DEADLINE = Phrases("deadline")
TO_WHOM = Phrases("to_whom")
FORM = Phrases("form")
OWN_CASE = Phrases("own_case")
HELP = Phrases("help")
HANDOFF = Phrases("handoff")
PRIVATE = Phrases("private")
MASS = Phrases("mass")
BACK = Phrases("back")
REFUSAL = Phrases("refusal")
STOP_IT = Phrases("stop_it")
PASS_OVER = Phrases("pass_over")
ASSENT = Phrases("assent")
SALUTE = Phrases("salute")
TIME = Phrases("time")
PLACE = Phrases("place")
PERIOD = Phrases("period")
REASON = Phrases("reason")
