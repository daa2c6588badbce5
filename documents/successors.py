"""Offices of a plan that had ended by its date: told, with those who took over, and left as written."""

import datetime as dt
from dataclasses import replace

from documents.problems import doubt, problem
from domain.date_words import scan
from domain.plan import Doubt, PlanDocument, PlanReading, Problem, ReadTask
from domain.unit_successors import successors


def with_successors(reading: PlanReading) -> PlanReading:
    """Return the reading with a doubt for each row that names an office that had ended by the plan's date."""
    day = plan_day(reading.document)
    if day is None:
        return reading
    problems: list[Problem] = []
    of_government = (
        reading.document.issuer.startswith(("Ủy ban nhân dân", "Hội đồng nhân dân"))
        or not reading.document.issuer
    )
    tasks = tuple(_looked_at(task, day, problems, of_government=of_government) for task in reading.tasks)
    if not problems:
        return reading
    told = tuple(sorted(dict.fromkeys((*reading.problems, *problems)), key=lambda p: (p.line, p.code)))
    return replace(reading, tasks=tasks, problems=told)


def plan_day(document: PlanDocument) -> dt.date | None:
    """Return the day a plan is judged by: its day of issue, else the first day of the only year its title names."""
    if document.issued_on:
        return document.issued_on
    years = {p.year for p in scan(document.title.lower()) if p.unit == "year" and p.year}
    return dt.date(years.pop(), 1, 1) if len(years) == 1 else None


def _looked_at(task: ReadTask, day: dt.date, problems: list[Problem], *, of_government: bool) -> ReadTask:
    """Look at one row; "Phòng …" is an office of a government only in a government's own plan."""
    doubts: list[Doubt] = []
    for field, names in (("lead_units", task.lead_units), ("coordinating_units", task.coordinating_units)):
        for name in names:
            if (of_government or not name.startswith("Phòng")) and (found := successors(name, day)):
                said = {"found": name, "taken": "; ".join(found.after), "source": found.source}
                problems.append(problem(task.lines[0], "unit-ended", **said))
                doubts.append(doubt(field, "unit-ended", found.after, **said))
    return replace(task, review=tuple(dict.fromkeys((*task.review, *doubts)))) if doubts else task
