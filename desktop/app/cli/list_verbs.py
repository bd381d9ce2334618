"""The verbs of ``comunicado lists``, as the parser knows them. Imports nothing else: every start makes the parser."""

from __future__ import annotations

import argparse

from desktop.i18n import _


def add_verbs(nouns: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Describe the verbs to the parser."""
    verbs = nouns.add_parser("lists", help=_("work with media lists")).add_subparsers(dest="verb", required=True)
    make = verbs.add_parser(
        "create",
        parents=[common],
        help=_("make a list of conditions, of people, of other lists"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog=conditions_help(),
    )
    make.add_argument("name", metavar="NAME")
    make.add_argument("--where", metavar="CONDITIONS", help=_("whoever these hold for, see below"))
    make.add_argument(
        "--members",
        metavar="FILE_OR_IDS",
        help=_("people by id, address or name: a file with one a line, or with commas"),
    )
    make.add_argument("--include", action="append", default=[], metavar="LIST", help=_("take in the people of a list"))
    make.add_argument(
        "--exclude", action="append", default=[], metavar="LIST", help=_("leave out the people of a list")
    )
    verbs.add_parser("show", parents=[common], help=_("show a list, its people and whom it reaches")).add_argument(
        "name", metavar="LIST"
    )
    verbs.add_parser("all", parents=[common], help=_("name all lists"))
    asked = verbs.add_parser("why", parents=[common], help=_("say why somebody is on a list or not"))
    asked.add_argument("name", metavar="LIST")
    asked.add_argument("contact", metavar="CONTACT", help=_("an id, an address or a name"))


def conditions_help() -> str:
    """The text form of conditions, explained."""
    return "\n".join(
        (
            _("Conditions are read like this:"),
            "",
            "  beat = migration, health and (country = CR or country = NI) and not do-not-contact",
            '  language = es and last-contact since 90d and outlet ~ radio and tag != "old list"',
            "",
            _("Compare with “=”, “!=” or “~” (contains); of several values one is enough. “= none” is nothing given."),
            _("Days are “2026-05-26” or “90d” (days back), after “since” or “before”. Case and accents do not matter."),
            _("Fields: {fields}.").format(
                fields="beat, tag, outlet, outlet-kind, country, city, language, first-language, last-contact, added"
            ),
            _("Yes or no: {fields}.").format(
                fields="embargo-agreement, consent, has-email, has-phone, bounced, do-not-contact"
            ),
        )
    )
