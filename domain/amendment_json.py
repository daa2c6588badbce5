"""What a document amends, as the plain JSON that lies in a draft, and back."""

from collections.abc import Mapping, Sequence
from typing import Any

from domain.plan_amendment import Act, Instruction
from domain.plan_json import task_from_json, task_to_json


def amendment_to_json(number: str, instructions: Sequence[Instruction]) -> dict[str, Any]:
    """Return the number of the plan that is amended and the instructions, in plain values."""
    return {
        "number": number,
        "instructions": [
            {
                "act": one.act.value,
                "place": one.place,
                "lines": list(one.lines),
                "tasks": [task_to_json(task) for task in one.tasks],
                "fields": list(one.fields),
                "words": list(one.words) if one.words else None,
            }
            for one in instructions
        ],
    }


def instructions_from_json(data: Mapping[str, Any]) -> tuple[Instruction, ...]:
    """Return the instructions that `amendment_to_json` wrote down."""
    return tuple(
        Instruction(
            act=Act(one["act"]),
            place=one["place"],
            lines=tuple(one["lines"]),
            tasks=tuple(task_from_json(task) for task in one["tasks"]),
            fields=tuple(one["fields"]),
            words=(one["words"][0], one["words"][1]) if one["words"] else None,
        )
        for one in data["instructions"]
    )
