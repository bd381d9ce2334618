"""The words of ``comunicado memory``; apart from what they do, because every start reads them."""

from __future__ import annotations

import argparse

from desktop.i18n import _


def add_verbs(nouns: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """The parser of the noun."""
    verbs = nouns.add_parser("memory", help=_("work with the translation memory")).add_subparsers(
        dest="verb", required=True
    )
    bring = verbs.add_parser("import", parents=[common], help=_("bring a TMX file in"))
    bring.add_argument("file", metavar="FILE")
    out = verbs.add_parser("export", parents=[common], help=_("write the memory as TMX"))
    out.add_argument("--output", required=True, metavar="FILE")
    look = verbs.add_parser("lookup", parents=[common], help=_("find what was translated before"))
    look.add_argument("text", metavar="TEXT")
    look.add_argument("--from", dest="source", required=True, metavar="CODE")
    look.add_argument("--to", dest="target", required=True, metavar="CODE")
    look.add_argument("--least", type=_percent, default=50, metavar="PERCENT", help=_("the lowest percentage shown"))
    look.add_argument("--limit", type=int, default=10, metavar="N")


def _percent(written: str) -> int:
    value = int(written)
    if not 30 <= value <= 102:
        raise argparse.ArgumentTypeError("30…102")
    return value
