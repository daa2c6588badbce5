"""The pages: templates filled with words from messages/, nothing else."""

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from messages.render import text

HERE = Path(__file__).parent
STATIC = HERE / "static"
EMERGENCY = tuple((number, f"web-emergency-{number}") for number in ("115", "114", "113"))
ROLES = tuple(
    (key, f"web-role-{key}") for key in ("worker", "employer", "commune", "unit", "coordinator", "leader")
)


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(
    template: str, *, language: str, office: str, trial: bool = False, role: str | None = None, **more: Any
) -> str:
    """Return a page as HTML in `language`; `more` is what this template alone needs."""

    def t(key: str, **params: Any) -> str:
        return text(language, key, params)

    return (
        _templates()
        .get_template(template)
        .render(
            t=t,
            lang=language,
            office=office,
            trial=trial,
            role=role,
            roles=ROLES if trial else (),
            emergency=EMERGENCY,
            **more,
        )
    )
