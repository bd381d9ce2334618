"""The program's entry: the command line, and without a command the window."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence

from desktop import __version__
from desktop.app.cli import contact_verbs, list_verbs
from desktop.app.cli.terms_verbs import add_verbs as add_term_verbs
from desktop.app.collector import rest_collector
from desktop.domain.errors import ComunicadoError
from desktop.i18n import _, use_language

STATUSES = ("draft", "in-review", "approved", "embargoed", "scheduled", "released", "corrected", "withdrawn")
EXPORT_FORMATS = ("docx", "html", "txt", "two-column-docx", "bilingual-docx", "xliff12", "xliff21", "tmx")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; answers the exit code: 0 done, 1 refused (one line on stderr), 2 wrong usage."""
    _speak_unicode()
    use_language(os.environ.get("COMUNICADO_LANGUAGE", "en"))
    given = _parser().parse_args(arguments)
    try:
        return _run(given)
    except ComunicadoError as error:
        sys.stderr.write(f"comunicado: {error.one_line()}\n")
        return 1
    except BrokenPipeError:
        sys.stdout = None
        return 1
    except OSError as error:
        sys.stderr.write(f"comunicado: {' '.join(str(error).split())}\n")
        return 1


def _speak_unicode() -> None:
    """Print every letter, also into a pipe under a locale without Unicode; a terminal keeps its own encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _run(given: argparse.Namespace) -> int:
    if given.noun is None:
        rest_collector()
        from desktop.app.window import open_window

        return open_window(given.workspace, sample=given.sample)
    if given.noun == "self-check":
        from desktop.app.self_check import self_check

        return self_check()
    if (given.noun, given.verb) == ("text", "check_pair"):
        from desktop.app.cli.pair_checking import check_pair

        check_pair(given)
        return 0
    if (given.noun, given.verb) == ("text", "align"):
        from desktop.app.cli.aligning import align

        align(given)
        return 0
    if given.noun in ("workspace", "text"):
        from desktop.app.cli import workspaces

        getattr(workspaces, given.verb)(given)
        return 0
    return _on_workspace(given)


def _on_workspace(given: argparse.Namespace) -> int:
    from desktop.app import wiring
    from desktop.app.cli.commands import BRINGING, COMMANDS

    path = wiring.workspace_path(given.workspace)
    if (given.noun, given.verb) in BRINGING:
        BRINGING[given.noun, given.verb](path, given)
        return 0
    workspace = wiring.open_existing(path)
    try:
        COMMANDS[given.noun, given.verb](workspace, given)
    finally:
        workspace.close()
    return 0


def _parser() -> argparse.ArgumentParser:
    from desktop.app.cli import memory_verbs

    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--workspace", metavar="FILE", default=argparse.SUPPRESS, help=_("the workspace file"))
    common.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=_("print one JSON document"))
    parser = argparse.ArgumentParser(
        prog="comunicado",
        description=_("An editorial and translation workstation for press offices. Without a command it opens."),
    )
    parser.add_argument("--version", action="version", version=f"Comunicado {__version__}")
    parser.add_argument("--workspace", metavar="FILE", default=None, help=_("the workspace file"))
    parser.add_argument("--json", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--sample", action="store_true", help=_("open the living sample, in a workspace of its own"))
    nouns = parser.add_subparsers(dest="noun", metavar=_("COMMAND"))
    nouns.add_parser("self-check", help=_("try the whole program out on a temporary workspace"))
    _workspace_verbs(nouns, common)
    _release_verbs(nouns, common)
    contact_verbs.add_verbs(nouns, common)
    list_verbs.add_verbs(nouns, common)
    add_term_verbs(nouns, common)
    memory_verbs.add_verbs(nouns, common)
    _search(nouns, common)
    text = nouns.add_parser("text", help=_("work on plain texts")).add_subparsers(dest="verb", required=True)
    _check_pair_verb(text, common)
    _align_verb(text, common)
    cut = text.add_parser("segment", parents=[common], help=_("cut a text into sentences"))
    cut.add_argument("--language", required=True)
    cut.add_argument("file", metavar="FILE")
    return parser


def _check_pair_verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    from desktop.app.cli.pair_checking import add_verb

    add_verb(verbs, common)


def _align_verb(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    from desktop.app.cli.aligning import add_verb

    add_verb(verbs, common)


def _workspace_verbs(
    nouns: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    verbs = nouns.add_parser("workspace", help=_("make and look after workspace files")).add_subparsers(
        dest="verb", required=True
    )
    for name, help_text in (
        ("new", _("make an empty workspace")),
        ("info", _("say what is in a workspace")),
        ("verify", _("check a workspace")),
        ("backup", _("copy a workspace safely")),
    ):
        verb = verbs.add_parser(name, parents=[common], help=help_text)
        verb.add_argument("file", metavar="FILE")
        if name == "backup":
            verb.add_argument("--output", metavar="FILE")


def _release_verbs(nouns: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    from desktop.app.cli import handing

    verbs = nouns.add_parser("release", help=_("work with releases")).add_subparsers(dest="verb", required=True)
    bring = verbs.add_parser("import", parents=[common], help=_("bring a text, a web page or a Word document in"))
    bring.add_argument("file", metavar="FILE")
    bring.add_argument("--language", metavar="CODE")
    bring.add_argument("--type", default="press-release")
    _new_verb(
        verbs.add_parser("new", parents=[common], help=_("start a release from an earlier one or from a template"))
    )
    verbs.add_parser("list", parents=[common], help=_("list all releases"))
    verbs.add_parser("show", parents=[common], help=_("show a release")).add_argument("id", metavar="ID")
    to = verbs.add_parser("translate", parents=[common], help=_("add a language"))
    to.add_argument("id", metavar="ID")
    to.add_argument("--to", required=True, metavar="CODE")
    to.add_argument("--from-file", metavar="FILE", help=_("a plain text with one line per sentence, in order"))
    edit = verbs.add_parser("edit", parents=[common], help=_("replace a text"))
    edit.add_argument("id", metavar="ID")
    edit.add_argument("--language", required=True, metavar="CODE")
    edit.add_argument("--find", required=True, metavar="TEXT")
    edit.add_argument("--replace", required=True, metavar="TEXT")
    history = verbs.add_parser("history", parents=[common], help=_("list the kept versions of a text"))
    history.add_argument("id", metavar="ID")
    history.add_argument("--language", metavar="CODE")
    out = verbs.add_parser("export", parents=[common], help=_("write a version as a file"))
    out.add_argument("id", metavar="ID")
    out.add_argument("--language", required=True, metavar="CODE")
    out.add_argument("--format", required=True, choices=EXPORT_FORMATS)
    out.add_argument("--output", required=True, metavar="FILE")
    handing.add_merge(verbs, common)
    sign = verbs.add_parser("approve", parents=[common], help=_("approve exactly the text of now"))
    sign.add_argument("id", metavar="ID")
    sign.add_argument("--language", required=True, metavar="CODE")
    sign.add_argument("--by", required=True, metavar="NAME", help=_("the approver"))
    sign.add_argument("--note", default="", metavar="TEXT")
    where = verbs.add_parser("status", parents=[common], help=_("say where a release stands and what is in its way"))
    where.add_argument("id", metavar="ID")
    look = verbs.add_parser("check", parents=[common], help=_("look for what is not in house style"))
    look.add_argument("id", metavar="ID")
    look.add_argument("--language", metavar="CODE", help=_("the version to check; the source without it"))


def _new_verb(verb: argparse.ArgumentParser) -> None:
    way = verb.add_mutually_exclusive_group(required=True)
    way.add_argument("--from", dest="from_id", metavar="ID", help=_("the earlier release"))
    way.add_argument("--template", metavar="NAME", help=_("the template, built-in or the office’s own"))
    verb.add_argument("--language", metavar="CODE", help=_("the language to write in, for a template"))
    verb.add_argument("--set", action="append", metavar="GAP=VALUE", help=_("fill a gap; may be given many times"))
    verb.add_argument("--keep", action="append", metavar="GAP", help=_("keep the old words of a gap, or of all"))


def _search(nouns: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    verb = nouns.add_parser("search", parents=[common], help=_("search all texts in all languages"))
    verb.set_defaults(verb="search")
    verb.add_argument("text", metavar="TEXT", help=_('words, "an exact phrase", -without, begin*'))
    verb.add_argument("--quotes", action="store_true", help=_("search what people said"))
    verb.add_argument("--all-versions", action="store_true", help=_("search older kept versions too"))
    verb.add_argument("--language", metavar="CODE")
    verb.add_argument("--speaker", metavar="NAME")
    verb.add_argument("--from", dest="since", metavar="DATE")
    verb.add_argument("--to", dest="until", metavar="DATE")
    verb.add_argument("--status", choices=STATUSES)
    verb.add_argument("--limit", type=int, default=50, metavar="N")


if __name__ == "__main__":
    raise SystemExit(main())
