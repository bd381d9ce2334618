"""Tables of terms as text: CSV with any separator, and OmegaT's glossaries with tabs."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from desktop.domain.concept import Concept
from desktop.exchange.decoding import decode, replaced_warning
from desktop.exchange.read_file import clean_text, read_bytes, refuse
from desktop.exchange.terms.read_terms import ReadTerms
from desktop.exchange.terms.tables import guarded, read_rows, to_rows, unguarded
from desktop.i18n import _

MAX_MEGABYTES = 50
_SEPARATORS = "\t;,|"


def to_csv(concepts: Iterable[Concept]) -> bytes:
    """Our table in UTF-8 with a byte order mark and CRLF; formulas carry an apostrophe, which our reader takes off."""
    target = io.StringIO(newline="")
    table = csv.writer(target, lineterminator="\r\n")
    table.writerows([guarded(cell) for cell in row] for row in to_rows(concepts))
    return target.getvalue().encode("utf-8-sig")


def read_csv(path: Path, languages: tuple[str, str] | None = None) -> ReadTerms:
    """The concepts of a table; raises BadInputError for what is no table of terms."""
    decoded = decode(read_bytes(path, max_megabytes=MAX_MEGABYTES), path.name)
    text = clean_text(decoded.text)
    said = re.match(r"sep=(.)\n", text)
    text = text[said.end() :] if said else text
    separator = said.group(1) if said else sniff(text)
    if separator == "\t" and path.suffix.lower() in (".txt", ".tab", ".utf8", ".tsv"):
        rows = _lines(text)
    else:
        rows = _table(text, separator, path.name)
    return ReadTerms(read_rows(rows, path.name, languages), "csv", replaced_warning(decoded))


def sniff(text: str) -> str:
    """The separator that parts most of the first rows into the same number of cells, above one; else a comma."""
    best, score = ",", 0.0
    sample = [line for line in text[:20_000].split("\n") if not line.startswith("#")][:50]
    for separator in _SEPARATORS:
        try:
            widths = [len(row) for row in csv.reader(sample, delimiter=separator) if row]
        except csv.Error:
            continue
        width, count = Counter(widths).most_common(1)[0] if widths else (1, 0)
        head = widths[0] if widths else 1
        mine = (count / len(widths) if width > 1 else 0.0) + (0.5 if head > 1 and head == width else 0.0)
        if mine > score:
            best, score = separator, mine
    return best


def _lines(text: str) -> list[list[str]]:
    """OmegaT's glossaries: no quoting; ``#`` begins a comment."""
    return [line.split("\t") if not line.startswith("#") else [] for line in text.split("\n")]


def _table(text: str, separator: str, name: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return [[unguarded(cell) for cell in row] for row in reader]
    except csv.Error as error:
        raise refuse(
            _("“{name}” cannot be read as a table near line {line}.").format(name=name, line=reader.line_num),
            _("Look there for a quotation mark that is never closed, or save it anew as CSV."),
        ) from error
