"""The sentences for problems and doubts, out of messages/vi/problems.ftl; codes stay English and stable."""

from functools import lru_cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

from domain.bound_names import unbound
from domain.plan import Doubt, Problem

_LONGEST = 200


@lru_cache(maxsize=1)
def _bundle() -> FluentBundle:
    bundle = FluentBundle(["vi"], use_isolating=False)
    bundle.add_resource(FluentResource(files("messages").joinpath("vi/problems.ftl").read_text("utf-8")))
    return bundle


def describe(code: str, **params: str) -> str:
    """Return the Vietnamese sentence of `problem-<code>`, what it quotes cut to a line's length.

    KeyError for an unknown code or a missing parameter.
    """
    return _describe(code, **{name: _cut(value) for name, value in params.items()})


def _cut(text: str) -> str:
    text = unbound(text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


@lru_cache(maxsize=4096)
def _describe(code: str, **params: str) -> str:
    message = _bundle().get_message(f"problem-{code}")
    if message.value is None:
        raise KeyError(code)
    text, errors = _bundle().format_pattern(message.value, params)
    if errors:
        raise KeyError(f"{code}: {errors[0]}")
    return str(text)


def problem(line: int, code: str, **params: str) -> Problem:
    """Return a Problem at a line, with its sentence."""
    return Problem(line, code, describe(code, **params))


def doubt(field: str, code: str, alternatives: tuple[str, ...] = (), **params: str) -> Doubt:
    """Return a Doubt about a field, with its code and its sentence."""
    return Doubt(field, code, alternatives, describe(code, **params))
