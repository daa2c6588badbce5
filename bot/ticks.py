"""The ticks: what is done because time passed. Each can say when it next has something to do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from handlers.acting import Surroundings
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Tick:
    """Work that falls due with time, in one transaction.

    `next_at(uow, now)` is the earliest instant at which `run` may do something (None: nothing planned);
    it is how a trial or a simulation jumps from one due instant to the next.
    """

    name: str
    run: Callable[[UnitOfWork, Surroundings, datetime], int]
    next_at: Callable[[UnitOfWork, datetime], datetime | None]


TICKS: tuple[Tick, ...] = ()
