"""Tables of terms, whatever file they stand in: ours (a row a term) and those of others (a row a concept)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from desktop.domain.concept import Concept, Term, TermStatus
from desktop.domain.errors import BadInputError
from desktop.editorial.language import detect_language
from desktop.exchange.known_names import language_tag
from desktop.exchange.read_file import clean_text, refuse
from desktop.exchange.terms.columns import OWN, Column, are_headers, read_columns
from desktop.exchange.terms.read_terms import ReadConcept
from desktop.i18n import _

Row = Sequence[str]

MAX_ROWS = 200_000
MAX_TERM = 500
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_STATUSES = {
    "preferred": TermStatus.PREFERRED, "preferido": TermStatus.PREFERRED, "approved": TermStatus.PREFERRED,
    "admitted": TermStatus.ADMITTED, "admitido": TermStatus.ADMITTED, "allowed": TermStatus.ADMITTED,
    "forbidden": TermStatus.FORBIDDEN, "prohibido": TermStatus.FORBIDDEN, "deprecated": TermStatus.FORBIDDEN,
    "not recommended": TermStatus.FORBIDDEN, "obsolete": TermStatus.FORBIDDEN, "": TermStatus.PREFERRED,
}  # fmt: skip
_SEVERAL = re.compile(r"[;\n]")
#: Columns of a table without headers, as OmegaT's glossaries have them.
_BARE = ("source_term", "target_term", "note")


def to_rows(concepts: Iterable[Concept]) -> Iterator[tuple[str, ...]]:
    """Our own table: the headers, then a row for each term (or for a concept without one)."""
    yield OWN
    for concept in concepts:
        head = (concept.id, concept.subject, concept.definition, concept.note, concept.source)
        for term in concept.terms:
            yield (*head, term.language, term.text, term.status.value, term.part_of_speech, term.note, term.means)


def guarded(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell without that apostrophe (ours, and Excel's)."""
    return cell[1:] if _GUARDED.match(cell) else cell


def read_rows(rows: Sequence[Row], name: str, languages: tuple[str, str] | None = None) -> tuple[ReadConcept, ...]:
    """The concepts of a table; ``languages`` are those of a table that does not name its own.

    Raises BadInputError where no column holds terms. Rows are numbered from 1, as spreadsheets do.
    """
    if len(rows) > MAX_ROWS:
        raise refuse(
            _("“{name}” has more than {count} rows.").format(name=name, count=MAX_ROWS),
            _("Split it into several files."),
        )
    top = next((place for place, row in enumerate(rows) if any(cell.strip() for cell in row)), None)
    if top is None:
        raise refuse(_("“{name}” holds no rows.").format(name=name))
    columns = read_columns(rows[top])
    first = top + 1
    if not are_headers(columns):
        width = max(len(row) for row in rows[top : top + 50])
        columns, first = tuple(Column(field) for field in _BARE[:width]), top
    if sum(bool(c.language) or c.field in ("term", "source_term") for c in columns) == 0 or len(columns) < 2:
        raise _no_terms(name)
    numbered = [(place + 1, row) for place, row in enumerate(rows) if place >= first and any(c.strip() for c in row)]
    if {"language", "term"} <= {column.field for column in columns}:
        return _own(numbered, columns)
    columns = _with_languages(columns, [row for _number, row in numbered], name, languages)
    return tuple(_judged(number, row, columns) for number, row in numbered)


def _no_terms(name: str) -> BadInputError:
    return refuse(
        _("“{name}” has no column of terms.").format(name=name),
        _("Give each column of terms its language as its header, such as en or Español."),
    )


def _with_languages(
    columns: tuple[Column, ...], rows: list[Row], name: str, languages: tuple[str, str] | None
) -> tuple[Column, ...]:
    """Columns called "source" and "target" with their languages: as told, else as their words say."""
    sides = ("source_term", "target_term")
    if not any(column.field in sides for column in columns):
        return columns
    if languages is None:
        texts = {side: [_cell(row, columns, side) for row in rows[:2000]] for side in sides}
        first, second = (detect_language(texts[side]) for side in sides)
        if first == second:
            raise refuse(
                _("“{name}” does not say in which languages its terms are.").format(name=name),
                _("Give each column its language as its header, or name both languages."),
            )
        languages = (first, second)
    tags = dict(zip(sides, languages, strict=True))
    return tuple(Column(language=tags[column.field]) if column.field in sides else column for column in columns)


def _judged(number: int, row: Row, columns: tuple[Column, ...]) -> ReadConcept:
    try:
        return ReadConcept(number, _one(row, columns))
    except BadInputError as error:
        return ReadConcept(number, None, str(error))


def _one(row: Row, columns: tuple[Column, ...]) -> Concept:
    terms: list[Term] = []
    status = _cell(row, columns, "status")
    for place, column in enumerate(columns):
        if column.language and place < len(row):
            means = _cell(row, columns, "means") if column.status is TermStatus.FORBIDDEN else ""
            terms += _several(row[place], column, means, is_first=all(t.language != column.language for t in terms))
    word_class = _line(_cell(row, columns, "part_of_speech"))
    concept = _concept(row, columns, tuple(replace(term, part_of_speech=word_class) for term in terms))
    if status and _status(status) is TermStatus.FORBIDDEN and terms:
        last = terms[-1].language
        made = [replace(t, status=TermStatus.FORBIDDEN) if t.language == last else t for t in concept.terms]
        concept = replace(concept, terms=tuple(made))
    return checked(concept)


def _several(cell: str, column: Column, means: str, *, is_first: bool) -> Iterator[Term]:
    """The terms of a cell; the first is the preferred one, the others are admitted."""
    for text in (_line(part) for part in _SEVERAL.split(clean_text(cell))):
        if text:
            status = column.status
            if status is TermStatus.PREFERRED and not is_first:
                status = TermStatus.ADMITTED
            yield Term("", column.language, text, status, means=_line(means))
            is_first = False


def _own(rows: list[tuple[int, Row]], columns: tuple[Column, ...]) -> tuple[ReadConcept, ...]:
    """A row a term: rows of one concept stand together or carry its id. A bad row costs that row."""
    made: dict[str, ReadConcept] = {}
    refused: list[ReadConcept] = []
    for number, row in rows:
        try:
            concept = _own_row(row, columns)
        except BadInputError as error:
            refused.append(ReadConcept(number, None, str(error)))
            continue
        key = concept.id or f"row {number}"
        known = made.get(key)
        if known is None or known.concept is None:
            made[key] = ReadConcept(number, concept)
        else:
            made[key] = ReadConcept(known.row, replace(known.concept, terms=known.concept.terms + concept.terms))
    return tuple(sorted((*made.values(), *refused), key=lambda each: each.row))


def _own_row(row: Row, columns: tuple[Column, ...]) -> Concept:
    said = _cell(row, columns, "language")
    language = language_tag(said)
    if not language:
        raise BadInputError(_("“{language}” is not a language.").format(language=said))
    term = Term(
        "",
        language,
        _line(_cell(row, columns, "term")),
        _status(_cell(row, columns, "status")),
        _text(_cell(row, columns, "term_note")),
        _line(_cell(row, columns, "part_of_speech")),
        _line(_cell(row, columns, "means")),
    )
    return checked(_concept(row, columns, (term,)))


def _concept(row: Row, columns: tuple[Column, ...], terms: tuple[Term, ...]) -> Concept:
    return Concept(
        _line(_cell(row, columns, "concept")),
        terms,
        subject=_line(_cell(row, columns, "subject")),
        definition=_text(_cell(row, columns, "definition")),
        note=_text(_cell(row, columns, "note")),
        source=_text(_cell(row, columns, "source")),
    )


def checked(concept: Concept) -> Concept:
    """The concept, if it can be kept, its terms by language; raises BadInputError with the reason."""
    if not any(term.text for term in concept.terms):
        raise BadInputError(_("There is no term in it."))
    long = next((term for term in concept.terms if len(term.text) > MAX_TERM), None)
    if long is not None:
        raise BadInputError(_("A term of {count} characters is a text, not a term.").format(count=len(long.text)))
    terms = [term for language in concept.languages for term in concept.terms if term.language == language]
    return replace(concept, terms=tuple(term for term in terms if term.text))


def _status(said: str) -> TermStatus:
    found = _STATUSES.get(said.strip().casefold())
    if found is None:
        raise BadInputError(
            _("“{status}” is not a status; use preferred, admitted or forbidden.").format(status=said.strip())
        )
    return found


def _cell(row: Row, columns: Sequence[Column], field: str) -> str:
    place = next((place for place, column in enumerate(columns) if column.field == field), -1)
    return row[place] if 0 <= place < len(row) else ""


def _line(text: str) -> str:
    return " ".join(clean_text(text).split())


def _text(text: str) -> str:
    return clean_text(text).strip()
