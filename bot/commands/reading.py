"""Commands that need no database: `plan read`, `understand`, `when`, `law explain`."""

import argparse
import sys
from pathlib import Path
from typing import Any

from bot.commands.arguments import instant
from bot.commands.output import emit, line, say
from domain.errors import BadInputError


def add(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the parsers."""
    plan = commands.add_parser("plan", help="read a plan document").add_subparsers(required=True)
    read = plan.add_parser("read", help="what a plan asks of whom, by when, with source lines")
    read.add_argument("file", metavar="FILE")
    read.add_argument("--json", action="store_true")
    read.set_defaults(run=_plan_read)

    understand = commands.add_parser("understand", help="what messages mean, one a line on standard input")
    understand.add_argument("--json", action="store_true")
    understand.set_defaults(run=_understand)

    when = commands.add_parser("when", help="when something happened, one expression a line")
    when.add_argument("--now", required=True, metavar="ISO")
    when.add_argument("--json", action="store_true")
    when.set_defaults(run=_when)

    law = commands.add_parser("law", help="what the law asks").add_subparsers(required=True)
    explain = law.add_parser("explain", help="the duties of a case, from facts in JSON")
    explain.add_argument("file", metavar="FILE")
    explain.add_argument("--json", action="store_true")
    explain.set_defaults(run=_law_explain)


def _plan_read(arguments: argparse.Namespace) -> int:
    from documents.reading import read_plan_bytes, read_plan_file  # noqa: PLC0415 - lxml comes with it
    from domain.plan_json import reading_to_json  # noqa: PLC0415

    reading = (
        read_plan_bytes(sys.stdin.buffer.read(), "")
        if arguments.file == "-"
        else read_plan_file(Path(arguments.file))
    )
    data = reading_to_json(reading)
    if arguments.json:
        emit(data, indent=True)
    else:
        _show_plan(data)
    return 0


def _show_plan(data: dict[str, Any]) -> None:
    line(f"{data['document']['type']}: {data['document']['title']}")
    line("")
    for task in data["tasks"]:
        mark = " ?" if task["needs_review"] else ""
        where = ", ".join(str(n) for n in task["source"]["lines"])
        line(f"{task['id']}{mark}  {task['text'][:100]}")
        line(f"    {say('plan-table-lead')}: {'; '.join(task['lead_units']) or '-'}")
        if task["coordinating_units"]:
            line(f"    {say('plan-table-coordinating')}: {'; '.join(task['coordinating_units'])}")
        line(
            f"    {say('plan-table-deadline')}: {task['deadline_text'] or '-'} ({say('plan-table-lines')} {where})"
        )
    if data["problems"]:
        line("")
        for problem in data["problems"]:
            line(f"{say('plan-table-lines')} {problem['line']}: {problem['message']}")


def _understand(arguments: argparse.Namespace) -> int:
    from domain.vietnamese.intents import understand  # noqa: PLC0415

    for raw in sys.stdin:
        words = raw.rstrip("\n")
        meant = understand(words)
        if arguments.json:
            emit(
                {
                    "text": words,
                    "intent": meant.intent.value,
                    "confidence": round(meant.confidence, 3),
                    "slots": meant.slots,
                }
            )
        else:
            slots = ", ".join(f"{name}={value}" for name, value in meant.slots.items())
            line(f"{meant.intent.value}\t{meant.confidence:.2f}\t{slots}\t{words}")
    return 0


def _when(arguments: argparse.Namespace) -> int:
    from domain.vietnamese.moments import read_moment  # noqa: PLC0415

    now = instant(arguments.now)
    for raw in sys.stdin:
        words = raw.rstrip("\n")
        found = read_moment(words, now)
        if arguments.json:
            emit(
                {
                    "text": words,
                    "type": found.type.value,
                    "value": found.value,
                    "candidates": list(found.candidates),
                }
            )
        else:
            line(f"{found.type.value}\t{found.value or ' | '.join(found.candidates) or '-'}\t{words}")
    return 0


def _law_explain(arguments: argparse.Namespace) -> int:
    from domain.facts_json import explanation_to_json, read_facts  # noqa: PLC0415
    from domain.legal_clock import explain  # noqa: PLC0415

    if arguments.file == "-":
        words = sys.stdin.read()
    else:
        try:
            words = Path(arguments.file).read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise BadInputError("file-unreadable", path=arguments.file) from error
    found = explanation_to_json(explain(read_facts(words)), lambda key, params: say(key, **params))
    if arguments.json:
        emit(found, indent=True)
        return 0
    line(f"{say('law-table-class')}: {found['class']} ({found['law_pack']})")
    for duty in found["duties"]:
        due = duty["when"].get("due") or duty["when"]["kind"]
        to = ", ".join(duty["to"]) or "-"
        line(f"- {duty['duty']}: {duty['by']} → {to}; {due}; {duty['article']} [{duty['certainty']}]")
    for question in found["questions"]:
        line(f"? {question}")
    return 0
