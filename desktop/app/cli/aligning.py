"""``comunicado text align``."""

from __future__ import annotations

import argparse
import io
from pathlib import Path

from desktop.app import wiring
from desktop.app.cli.output import emit, output_file
from desktop.domain.errors import BadInputError
from desktop.files import write_atomically
from desktop.i18n import _, ngettext


def align(given: argparse.Namespace) -> None:
    """Pair the sentences of a text and its translation, and write those with both sides as TMX."""
    from desktop.exchange.tmx_writer import write_tmx
    from desktop.services.aligning import AlignedPair, align_texts, read_sentences, read_text, units_of
    from desktop.services.languages import language_tag, same_language

    languages = language_tag(given.source_language), language_tag(given.target_language)
    if same_language(*languages):
        raise BadInputError(_("The two languages are the same."), kept=_("Nothing was written."))
    output = output_file(given)
    tools = wiring.make_tools()
    source, target = (
        read_sentences(Path(file), language=language)
        if given.sentences
        else read_text(Path(file), tools, language=language)
        for file, language in zip((given.source, given.target), languages, strict=True)
    )
    found = align_texts(source, target, tools)
    content = io.BytesIO()
    units = units_of(AlignedPair(source, target, 1.0, (), found))
    number = write_tmx(content, units, source_language=languages[0])
    write_atomically(output, content.getvalue())
    value = {
        "source": [each.text for each in found.source],
        "target": [each.text for each in found.target],
        "beads": [
            {"source": list(bead.source), "target": list(bead.target), "confidence": round(bead.confidence, 3)}
            for bead in found.beads
        ],
    }
    count = ngettext("{count} pair of sentences", "{count} pairs of sentences", number).format(count=number)
    emit(given.json, value, lambda: [f"{output}: {count}"])


def add_verb(verbs: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser) -> None:
    """``align`` among the verbs of ``text``."""
    verb = verbs.add_parser("align", parents=[common], help=_("pair the sentences of a text and its translation"))
    verb.add_argument("source", metavar="SOURCE")
    verb.add_argument("target", metavar="TARGET")
    verb.add_argument(
        "--from", dest="source_language", required=True, metavar="CODE", help=_("the language of the source")
    )
    verb.add_argument(
        "--to", dest="target_language", required=True, metavar="CODE", help=_("the language of the translation")
    )
    verb.add_argument("--output", required=True, metavar="FILE", help=_("the TMX file to write"))
    verb.add_argument("--sentences", action="store_true", help=_("the files hold one sentence a line"))
