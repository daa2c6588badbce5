"""A person's own settings (the language), greetings and thanks."""

from domain.vietnamese.intents import Intent, Understanding
from handlers import menu
from handlers.acting import Acting
from handlers.entry import Answered, Entry, Start
from handlers.flows import duty_questions
from handlers.services import linking, links
from messages.envelope import Option, Say, Text
from storage.unit_of_work import UnitOfWork


def _tap(_uow: UnitOfWork, _by: Acting, _args: list[str]) -> Start:
    return Answered(
        (
            Say(
                "language-ask",
                options=(
                    Option("nav:vietnamese", Text("language-vi")),
                    Option("nav:english", Text("language-en")),
                    Option("link:start", Text("choice-link")),
                ),
            ),
        )
    )


def _link(uow: UnitOfWork, by: Acting, args: list[str]) -> Start:
    if len(args) == 2 and args[0] in ("yes", "no") and args[1].isdecimal() and len(args[1]) < 10:
        joined = linking.settle(uow, linking.Settle(int(args[1]), yes=args[0] == "yes"), by)
        return Answered((Say("link-joined" if joined else "link-refused"),))
    made = linking.offer_link(uow, linking.OfferLink(), by)
    offered = Say("link-offered", {"code": made["code"], "minutes": linking.MINUTES})
    return Answered((links.with_link(offered, made),))


def _greet(_uow: UnitOfWork, by: Acting, _meant: Understanding) -> Start:
    return Answered((menu.menu(by),))


def _help(uow: UnitOfWork, by: Acting, meant: Understanding) -> Start:
    return duty_questions.of_help(uow, by, meant) or Answered((menu.help_text(by),))


ENTRY = Entry(
    "settings",
    taps={"settings": _tap, "link": _link},
    intents={
        Intent.GREETING: _greet,
        Intent.HELP: _help,
        Intent.YES: _greet,
        Intent.NO: _greet,
        Intent.CANCEL: _greet,
        Intent.GO_BACK: _greet,
        Intent.SKIP: _greet,
    },
)
