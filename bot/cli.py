"""The command line. Heavy parts are imported by the command that needs them, so that each starts fast."""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from domain.errors import BaoAnError
from messages.envelope import Say
from messages.render import render

DONE, BAD_INPUT = 0, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 done, 2 bad input with one line on standard error."""
    arguments = _parser().parse_args(argv)
    try:
        code: int = arguments.run(arguments)
    except BaoAnError as error:
        print(render(Say(error.key, error.params), "vi").text.replace("\n", " "), file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        return DONE
    except KeyboardInterrupt:
        return DONE
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="baoan", description="Báo An: báo tai nạn, nhắc việc, xác nhận.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_chat(commands)
    return parser


def _add_chat(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    chat = commands.add_parser("chat", help="talk to the real bot in the terminal")
    chat.add_argument("--as", dest="speaker", default="worker", metavar="NAME")
    chat.add_argument("--script", type=Path)
    chat.add_argument("--now", metavar="ISO")
    chat.add_argument("--units", type=Path, metavar="FILE")
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
        )
    )


if __name__ == "__main__":
    sys.exit(main())
