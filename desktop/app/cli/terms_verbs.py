"""The command line of ``comunicado terms``. Imported at every start: nothing but argparse."""

from __future__ import annotations

import argparse

from desktop.i18n import _

FORMATS = ("tbx", "csv", "xlsx")
STYLES = ("v2", "v3-dca", "v3-dct")


def add_verbs(nouns: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """The parser's part."""
    verbs = nouns.add_parser("terms", help=_("work with the termbase")).add_subparsers(dest="verb", required=True)
    bring = verbs.add_parser("import", parents=[common], help=_("bring terms in from TBX, CSV, XLSX or OmegaT"))
    bring.add_argument("file", metavar="FILE")
    bring.add_argument("--from", dest="source", metavar="CODE", help=_("the first language of a file without any"))
    bring.add_argument("--to", dest="target", metavar="CODE", help=_("the second language of a file without any"))
    out = verbs.add_parser("export", parents=[common], help=_("write the termbase as a file"))
    out.add_argument("file", metavar="FILE", nargs="?")
    out.add_argument("--output", metavar="FILE", help=argparse.SUPPRESS)
    out.add_argument("--format", choices=FORMATS, help=_("the format; else the ending of the file says it"))
    out.add_argument("--tbx", choices=STYLES, default="v2", help=_("which TBX: version 2, or 3 as DCA or DCT"))
    find = verbs.add_parser("find", parents=[common], help=_("find the terms in a text, with what to say for them"))
    find.add_argument("text", metavar="TEXT")
    find.add_argument("--from", dest="source", metavar="CODE", required=True)
    find.add_argument("--to", dest="target", metavar="CODE", required=True)
