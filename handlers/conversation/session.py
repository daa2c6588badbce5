"""A session: how far one person is in one flow. Frozen; plain JSON at rest."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Session:
    """The answers so far, by step, and where the talk waits.

    `answers[step]` is what was understood (None for skipped); `history` lists answered questions, newest
    last, so that one can go back; `parked` is a talk that this one interrupted.
    """

    flow: str
    at: str | None = None
    answers: Mapping[str, Any] = field(default_factory=dict)
    history: tuple[str, ...] = ()
    parked: "Session | None" = None

    def evolve(self, **changes: Any) -> "Session":
        """Return a session with these fields changed."""
        return replace(self, **changes)

    def answer(self, values: Mapping[str, Any]) -> "Session":
        """Return a session with these answers added."""
        return replace(self, answers={**self.answers, **values})

    def forget(self, *steps: str) -> "Session":
        """Return a session in which these steps are unanswered."""
        return replace(
            self,
            answers={k: v for k, v in self.answers.items() if k not in steps},
            history=tuple(s for s in self.history if s not in steps),
        )

    def to_json(self) -> dict[str, Any]:
        """Return the plain form."""
        return {
            "flow": self.flow,
            "at": self.at,
            "answers": dict(self.answers),
            "history": list(self.history),
            "parked": self.parked.to_json() if self.parked else None,
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> "Session":
        """Build the session again."""
        return cls(
            flow=raw["flow"],
            at=raw["at"],
            answers=raw["answers"],
            history=tuple(raw["history"]),
            parked=cls.from_json(raw["parked"]) if raw["parked"] else None,
        )
