"""Which column of a table of terms holds what, by its header in English, Spanish or French."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.contacts.names import fold
from desktop.domain.concept import TermStatus
from desktop.exchange.known_names import language_tag

#: The columns of our own tables, one row a term; the first is what tells them from others.
OWN = ("Concept", "Subject", "Definition", "Note", "Source", "Language", "Term", "Status", "Part of speech",
       "Term note", "Means")  # fmt: skip

_FIELDS = {
    "concept": "concept|concept id|id|entry|entry id|concepto|id del concepto|numero|number|no|nr",
    "subject": "subject|domain|subject field|field|topic|area|category|tema|dominio|campo|categoria|domaine|sujet",
    "definition": "definition|meaning|definicion|definition en",
    "note": "note|notes|comment|comments|remark|remarks|nota|notas|comentario|comentarios|observaciones|remarque",
    "source": "source|sources|reference|references|origin|fuente|fuentes|referencia|referencias|origen",
    "language": "language|lang|idioma|lengua|langue",
    "term": "term|termino|terme",
    "status": "status|state|usage|estado|uso|statut",
    "part_of_speech": "part of speech|pos|word class|categoria gramatical|clase de palabra|categorie grammaticale",
    "term_note": "term note|nota del termino|note du terme",
    "means": "means|false friend|false friend of|significa|falso amigo",
    "source_term": "source term|source text|source language|termino de origen|termino original",
    "target_term": "target|target term|target text|translation|traduccion|termino de destino|cible",
}
_BY_HEADER = {header: field for field, headers in _FIELDS.items() for header in headers.split("|")}
_FORBIDDEN = re.compile(r"\b(?:forbidden|not|never|avoid|deprecated|prohibido|prohibidos|evitar|interdit|interdits)\b")
_ADMITTED = re.compile(r"\b(?:admitted|also|variant|variants|synonym|synonyms|admitido|admitidos|sinonimo|sinonimos|"
                       r"admis|synonymes?)\b")  # fmt: skip
_FILLING = re.compile(r"\b(?:term|terms|termino|terminos|terme|termes|preferred|preferido)\b")


@dataclass(frozen=True, slots=True)
class Column:
    """A column's ``field``, or the ``language`` whose terms it holds, with the status they have there."""

    field: str = ""
    language: str = ""
    status: TermStatus = TermStatus.PREFERRED


def read_columns(headers: Sequence[str]) -> tuple[Column, ...]:
    """What each column holds; one whose header says nothing known has neither field nor language.

    ``source`` beside ``target`` is a term, and where its terms came from anywhere else.
    """
    found = [_column(header) for header in headers]
    fields = {column.field for column in found}
    if "target_term" in fields and "source" in fields:
        found = [Column("source_term") if column.field == "source" else column for column in found]
    return tuple(found)


def are_headers(columns: Sequence[Column]) -> bool:
    """Whether a row names columns: a language or a pair of terms, or ours."""
    fields = {column.field for column in columns}
    languages = sum(bool(column.language) for column in columns)
    return (
        languages > 1
        or (languages == 1 and len(fields) > 1)
        or {"language", "term"} <= fields
        or {"source_term", "target_term"} <= fields
    )


def _column(header: str) -> Column:
    key = " ".join(re.sub(r"[\W_]+", " ", fold(header)).split())
    if key in _BY_HEADER:
        return Column(_BY_HEADER[key])
    status = TermStatus.PREFERRED
    for pattern, means in ((_FORBIDDEN, TermStatus.FORBIDDEN), (_ADMITTED, TermStatus.ADMITTED)):
        if pattern.search(key):
            key, status = pattern.sub(" ", key), means
    words = _FILLING.sub(" ", key).split()
    tag = language_tag("-".join(words)) or language_tag(" ".join(words)) if words and len(words) <= 2 else ""
    if not tag and len(words) == 2 and len(words[1]) == 2 and (base := language_tag(words[0])):
        tag = language_tag(f"{base}-{words[1]}")  # English (UK)
    return Column(language=tag, status=status) if tag else Column()
