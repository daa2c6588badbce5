"""Reports that officers joined as being of one accident: which belong together, and what their accounts differ in.

Accounts stay as they were told. An account is known by its number alone, the first report being 1.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from domain.case_victims import INJURIES, count_of
from domain.likeness import hours_apart
from domain.likeness_profile import Profile

Facts = Mapping[str, Any]


def groups(pairs: Iterable[tuple[int, int]]) -> dict[int, tuple[int, ...]]:
    """Return for each case in a pair all that are joined with it, directly or through others, the oldest first."""
    found: dict[int, set[int]] = {}
    for one, two in pairs:
        both = found.get(one, {one}) | found.get(two, {two})
        for case in both:
            found[case] = both
    return {case: tuple(sorted(together)) for case, together in found.items()}


VICTIMS = ("confirmed_severity", "victims", "people", "names", *INJURIES)
"""The facts about the victims: they go together, and are never mixed from two accounts."""


def tellers(accounts: Sequence[Facts]) -> dict[str, int]:
    """Return for each fact which account (counted from 0) tells it for all: the first that does.

    The victims are those of one account: where an officer confirmed how badly they are hurt, else where they are
    told one by one, else the first that counts them.
    """
    found: dict[str, int] = {}
    for number, account in enumerate(accounts):
        found |= {name: number for name, value in account.items() if name not in found and value is not None}
    firsts = (found[name] for name in VICTIMS if name in found and accounts[found[name]].get(name))
    source = next(firsts, None)
    for name in VICTIMS:
        found.pop(name, None)
        if source is not None and accounts[source].get(name) is not None:
            found[name] = source
    return found


def joined(accounts: Sequence[Facts]) -> dict[str, Any]:
    """Return what the accounts say together, each fact by the one of `tellers`."""
    return {name: accounts[number][name] for name, number in tellers(accounts).items()}


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that accounts contradict each other in: the fact, and what each account (by its number) says."""

    field: str
    said: tuple[tuple[int, Any], ...]


def differences(accounts: Sequence[tuple[Profile, Facts]]) -> tuple[Difference, ...]:
    """Return what accounts contradict each other in; what one of them leaves open is no contradiction."""
    found = []
    kinds = tuple((number, profile.kind) for number, (profile, _) in enumerate(accounts, start=1))
    if len({kind for _, kind in kinds}) > 1:
        found.append(Difference(KIND, kinds))
    for field, disagree in _DISAGREE.items():
        told = [(number, one) for number, one in enumerate(accounts, start=1) if one[1].get(field)]
        if any(disagree(one, two) for (_, one), (_, two) in combinations(told, 2)):
            found.append(Difference(field, tuple((number, facts[field]) for number, (_, facts) in told)))
    return tuple(found)


KIND = "kind"
"""What was reported is no fact of its own: an accident, an incident, a danger."""
Account = tuple[Profile, Facts]


def _other_counts(one: Account, two: Account) -> bool:
    """Whether the numbers of people hurt, or of the dead, are told and differ."""
    pairs = ((count_of(one[1]), count_of(two[1])), (one[0].dead, two[0].dead))
    return any(None not in pair and pair[0] != pair[1] for pair in pairs)


def _other_time(one: Account, two: Account) -> bool:
    return hours_apart(one[0].span, two[0].span) > HOURS


def _other_place(one: Account, two: Account) -> bool:
    return None not in (one[0].unit, two[0].unit) and one[0].unit != two[0].unit


def _other_workplace(one: Account, two: Account) -> bool:
    known = (one[0].workplace, two[0].workplace)
    return all(known) and not known[0] & known[1]


def _other_contract(one: Account, two: Account) -> bool:
    return {one[1]["contract"], two[1]["contract"]} == {"yes", "no"}


HOURS = 1.0
"""Times told no further apart than this do not contradict each other."""
_DISAGREE: Mapping[str, Callable[[Account, Account], bool]] = {
    "people": _other_counts,
    "happened": _other_time,
    "place": _other_place,
    "workplace": _other_workplace,
    "contract": _other_contract,
}
