"""The facts of a case that papers and figures read: one table of names, shapes and who asks for them today.

A form or a figure never names a fact that is not here. What is not asked yet is simply unknown: a dotted line in
a paper, "chưa phân loại" in a figure. Whoever extends the conversation stores facts under these names and shapes.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FactField:
    """One fact: its name, the JSON it holds, what it means, and whether the conversation asks for it now."""

    name: str
    shape: str
    meaning: str
    asked: bool = False


ASKED: tuple[FactField, ...] = (
    FactField(
        "doubtful", "true", "the words look like a joke or a trial; asked once, told anyway", asked=True
    ),
    FactField("people", '{"total", "dead", "injured"}: int or null', "how many are hurt or dead", asked=True),
    FactField("place", '{"unit", "name", "words", "lat", "lon"} as known', "where it happened", asked=True),
    FactField("happened", '{"type", "value"} of domain.vietnamese.moments', "when it happened", asked=True),
    FactField("what", "str", "what happened, in the reporter's words", asked=True),
    FactField("opening", "str", "the first message, where nothing else was told", asked=True),
    FactField("phone", "str", "where the reporter can be called back", asked=True),
    FactField(
        "role", "victim | colleague | relative | passer_by | employer | officer", "who tells", asked=True
    ),
    FactField(
        "contract", "yes | no | unknown", "whether the victims work under a labour contract", asked=True
    ),
    FactField("during", "commuting | work | unknown", "on the way to or from work, or at it", asked=True),
    FactField("workplace", "str", "the establishment where it happened", asked=True),
    FactField(
        "victims", "list of objects, see VICTIM_FIELDS", "one entry a victim, the dead first", asked=True
    ),
)
KINDS: tuple[FactField, ...] = (
    FactField("disease", "str", "the illness in the reporter's words", asked=True),
    FactField("disease_code", "a code of domain/law/diseases.toml", "which disease is meant", asked=True),
    FactField("diagnosed", "assessed | diagnosed | suspected", "how far it was found", asked=True),
    FactField("ill_since", "str", "since when, as it was told", asked=True),
    FactField("exposure", "str", "the work and what it exposes to", asked=True),
    FactField("machine", "str", "the machine in the declarer's words", asked=True),
    FactField(
        "machine_kind", "a code of domain/law/machines.toml", "which kind of the list it is", asked=True
    ),
    FactField("maker", "str", "who made it, where and when", asked=True),
    FactField("serial", "str", "its number", asked=True),
    FactField("capacity", "str", "its capacity", asked=True),
    FactField("in_use_on", "ISO date", "the day it is put into use", asked=True),
    FactField("inspected_on", "ISO date", "the day of its inspection", asked=True),
    FactField("certificate", "str", "the number of the certificate", asked=True),
    FactField("inspect_by", "ISO date", "the last day the inspection holds", asked=True),
)
"""What is asked of reports that are no accident."""
EARLIER: tuple[FactField, ...] = (
    FactField("injury_1", "str", "the first living victim's injury in plain words"),
    FactField("injury_2", "str", "the second's"),
    FactField("injury_3", "str", "the third's"),
    FactField("names", "str", "the victims' names, all in one answer"),
)
"""What cases of earlier versions hold; nothing writes it any more, and `domain.victim_list` reads it."""
EXPECTED: tuple[FactField, ...] = (
    FactField("address", "str", "the establishment's address"),
    FactField("establishment_phone", "str", "its telephone"),
    FactField("establishment_fax", "str", "its fax"),
    FactField("establishment_email", "str", "its e-mail"),
    FactField("industry", "str", "its line of business, with the VSIC code where known"),
    FactField("establishment_kind", "a code of [[kind]] in domain/forms/codes.toml", "its type"),
    FactField("superior", "str", "the body it belongs to"),
    FactField("declarer", "str", "name of the person who declares"),
    FactField("declarer_title", "str", "that person's position"),
    FactField("insured", "true | false", "whether the victim has voluntary accident insurance (NĐ 143/2024)"),
    FactField("witnesses", "str", "who saw it"),
    FactField("measures", "str", "what was done at once"),
    FactField("days_off", "int", "days off work because of it, rest days included, all victims together"),
    FactField("cost_medical", "int, thousands of đồng", "medical costs"),
    FactField("cost_pay", "int, thousands of đồng", "wages paid during treatment"),
    FactField("cost_compensation", "int, thousands of đồng", "compensation and allowances"),
    FactField("damage", "int, thousands of đồng", "damage to property"),
    FactField(
        "confirmed_severity", "list of fatal | serious | light, one a victim", "what an officer confirmed"
    ),
    FactField("class_confirmed", '{"class", "of", "reason"}', "the class an officer confirmed, and on what"),
    FactField("announced", '{"at": ISO}', "the meeting that announced the minutes of the investigation"),
)
VICTIM_FIELDS: tuple[FactField, ...] = (
    FactField("name", "str", "name or initials"),
    FactField("birth_year", "int", "year of birth"),
    FactField("birth_year_about", "true", "the year was counted back from an age and may be one off"),
    FactField("sex", "female | male", "sex"),
    FactField("occupation", "str", "occupation, in words or by the code of the national list"),
    FactField("outcome", "dead | missing | alive | unknown", "what is known of the victim's life"),
    FactField("injury", "str", "the injury in plain words"),
    FactField("managed", "true | false", "false: not under the reporting establishment's management"),
    FactField("employer", "str", "who employs the victim, if another than the place's owner"),
    FactField("treated_at", "str", "where the victim is treated"),
)
"""What one entry of `victims` may hold; anything may be missing."""

NAMES = frozenset(one.name for one in (*ASKED, *KINDS, *EARLIER, *EXPECTED))
