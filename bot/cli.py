"""The command line. Heavy parts are imported by the command that needs them, so that each starts fast."""

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from bot import logs
from bot.commands import employers, operator, papers, policy, reading, registry, seal
from bot.commands.output import warn
from domain.errors import BaoAnError

DONE, BAD_INPUT = 0, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 2 bad input with one line on standard error."""
    os.umask(0o077)  # reports and people's names: nobody else on this machine reads what is written
    arguments = _parser().parse_args(argv)
    logs.configure()
    try:
        code: int = arguments.run(arguments)
    except BaoAnError as error:
        warn(error.key, **error.params)
        return BAD_INPUT
    except (BrokenPipeError, KeyboardInterrupt):
        return DONE
    return code


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line; what is wrong stands in it, the usage is behind --help."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and exit 2."""
        self.exit(BAD_INPUT, f"{self.prog}: {message}\n")


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="baoan", description="Báo An: reports, reminders, confirmations.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    reading.add(commands)
    _add_chat(commands)
    _add_simulate(commands)
    operator.add(commands)
    registry.add(commands)
    seal.add(commands)
    papers.add(commands)
    policy.add(commands)
    employers.add(commands)
    return parser


def _add_chat(commands: "argparse._SubParsersAction[Any]") -> None:
    chat = commands.add_parser("chat", help="talk to the real bot in the terminal")
    chat.add_argument("--as", dest="speaker", default="worker", metavar="NAME")
    chat.add_argument("--script", type=Path)
    chat.add_argument("--now", metavar="ISO")
    chat.add_argument("--units", type=Path, metavar="FILE")
    chat.add_argument(
        "--employers", type=Path, metavar="FILE", help="a list of employers, as in employers import"
    )
    chat.add_argument("--database", metavar="URL")
    chat.set_defaults(run=_chat)


def _chat(arguments: argparse.Namespace) -> int:
    from bot.terminal import chat  # noqa: PLC0415

    return asyncio.run(
        chat(
            speaker=arguments.speaker,
            script=arguments.script,
            now=arguments.now,
            units=arguments.units,
            database=arguments.database,
            employers=arguments.employers,
        )
    )


def _add_simulate(commands: "argparse._SubParsersAction[Any]") -> None:
    simulate = commands.add_parser("simulate", help="every message each unit would get, before going live")
    simulate.add_argument("--plan", type=Path, required=True)
    simulate.add_argument("--from", dest="first", type=date.fromisoformat, required=True, metavar="DATE")
    simulate.add_argument("--to", dest="last", type=date.fromisoformat, required=True, metavar="DATE")
    simulate.add_argument("--units", type=Path, metavar="FILE")
    simulate.add_argument("--policy", type=Path, metavar="FILE")
    simulate.add_argument("--behaviour", type=Path, metavar="FILE")
    simulate.add_argument(
        "--outage",
        action="append",
        default=[],
        metavar="FROM..TO",
        help="nothing runs then (may be repeated)",
    )
    simulate.add_argument("--json", action="store_true")
    simulate.set_defaults(run=_simulate)


def _simulate(arguments: argparse.Namespace) -> int:
    from bot.simulation import simulate  # noqa: PLC0415

    return simulate(
        plan=arguments.plan,
        first=arguments.first,
        last=arguments.last,
        units=arguments.units,
        policy=arguments.policy,
        behaviour=arguments.behaviour,
        as_json=arguments.json,
        away=arguments.outage,
    )


if __name__ == "__main__":
    sys.exit(main())
