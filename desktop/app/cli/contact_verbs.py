"""The verbs of ``comunicado contacts``, as the parser knows them. Imports nothing else: every start makes the parser."""

from __future__ import annotations

import argparse

from desktop.i18n import _

EXPORT_FORMATS = ("csv", "xlsx", "vcard", "vcard3", "vcard4")


def add_verbs(nouns: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """Describe the verbs to the parser."""
    verbs = nouns.add_parser("contacts", help=_("work with the directory")).add_subparsers(dest="verb", required=True)
    bring = verbs.add_parser("import", parents=[common], help=_("bring people in from a table, vCards or LDIF"))
    bring.add_argument("file", metavar="FILE")
    bring.add_argument("--dry-run", action="store_true", help=_("only say what would happen"))
    bring.add_argument("--region", metavar="CODE", help=_("country of phone numbers without a country code"))
    bring.add_argument("--profile", metavar="NAME", help=_("a saved profile of columns, or a JSON file with one"))
    undo = verbs.add_parser("undo-import", parents=[common], help=_("take a whole import back"))
    undo.add_argument("id", metavar="ID")
    verbs.add_parser("imports", parents=[common], help=_("list all imports"))
    out = verbs.add_parser("export", parents=[common], help=_("write the directory as a file"))
    out.add_argument("--format", required=True, choices=EXPORT_FORMATS)
    out.add_argument("--output", required=True, metavar="FILE")
    out.add_argument("--list", metavar="NAME", help=_("only the people of this media list"))
    verbs.add_parser("find", parents=[common], help=_("find people")).add_argument("text", metavar="TEXT")
    held = verbs.add_parser("held", parents=[common], help=_("write everything held on a person as a file"))
    held.add_argument("id", metavar="CONTACT")
    held.add_argument("--output", required=True, metavar="FILE")
    erase = verbs.add_parser("erase", parents=[common], help=_("erase a person for good, with all that is held"))
    erase.add_argument("id", metavar="CONTACT")
    erase.add_argument("--yes", action="store_true", help=_("do it; without this only say what would go"))
    verbs.add_parser("duplicates", parents=[common], help=_("find cards that may be one person's"))
    merge = verbs.add_parser("merge", parents=[common], help=_("make one card of two; the first stays"))
    merge.add_argument("a", metavar="A", help=_("the id of the contact that stays"))
    merge.add_argument("b", metavar="B", help=_("the id of the contact that goes into it"))
