"""Which field a column of a contact table holds, by its header in English, Spanish or French."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from desktop.contacts.names import fold
from desktop.exchange.header_words import HEADERS

#: The fields a column can be mapped to; ``""`` leaves the column out.
FIELDS = (
    "name", "given_name", "family_name", "form_of_address", "email", "home_email", "phone", "mobile", "home_phone",
    "other_phone", "organisation", "title", "role_from", "role_to", "country", "city", "languages", "tags", "groups",
    "lists", "beats", "notes", "source_id", "time_zone", "gender", "do_not_contact", "consents", "consent_source",
    "consent_on", "embargo_agreements", "bounces", "email_label", "phone_label",
)  # fmt: skip
#: A table needs one of these to be one of people.
IDENTIFYING = frozenset(
    {"name", "given_name", "family_name", "email", "home_email", "phone", "mobile", "home_phone", "other_phone"}
)

_BY_HEADER: Mapping[str, str] = {header: field for field, headers in HEADERS.items() for header in headers.split("|")}
#: A column with one of these words is about the address or the number, or about somebody else's.
_ABOUT = frozenset(
    {
        "type", "tipo", "display", "mostrar", "pantalla", "fax", "pager", "busca", "localizador", "telex", "assistant",
        "ayudante", "asistente", "manager", "callback", "devolucion", "status", "estado", "count", "phonetic", "fonetico",
    }
)  # fmt: skip
_CAMEL = re.compile(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ])")


@lru_cache(maxsize=4096)
def header_key(header: str) -> str:
    """A header as it compares: folded, without digits and punctuation, without Google's "- Value"."""
    words = re.sub(r"[\W\d_]+", " ", fold(_CAMEL.sub(" ", header))).split()
    return " ".join(word for word in words if word not in ("value", "valor"))


def guess_fields(headers: Sequence[str]) -> tuple[str, ...]:
    """The field of each column, ``""`` where the header says nothing known."""
    keys = [header_key(header) for header in headers]
    fields = [_BY_HEADER.get(key, "") or _by_word(key) for key in keys]
    if "family_name" in fields:
        # "Nombre" beside "Apellidos" is the given name, unless that has a column of its own.
        has_given = any(f == "given_name" and k not in _SECOND for f, k in zip(fields, keys, strict=True))
        fields = [
            "given_name" if f == "name" and not has_given and _is_bare_name(k) else f
            for f, k in zip(fields, keys, strict=True)
        ]
    _mend_titles(keys, fields)
    return tuple(fields)


_SECOND = frozenset({"middle name", "second name", "segundo nombre", "additional name", "deuxieme prenom"})
_JOBS = frozenset({"job title", "puesto", "cargo", "position", "puesto de trabajo", "fonction"})


def _mend_titles(keys: Sequence[str], fields: list[str]) -> None:
    """A bare "Title" beside a job's own column is what stands before the name (Outlook)."""
    for bare in ("title", "titulo", "titre"):
        if bare in keys and _JOBS & set(keys):
            fields[keys.index(bare)] = "form_of_address"


def known_columns(row: Sequence[str]) -> int:
    """How many columns a row would name if it were the header; none where a cell holds an address."""
    if any("@" in cell for cell in row):
        return 0
    return len({field for field in guess_fields(row) if field})


def looks_like_header(row: Sequence[str], fields: Sequence[str]) -> bool:
    """Whether a first row names columns: at least one is known and no cell holds an address."""
    return any(fields) and not any("@" in cell for cell in row)


def guess_by_content(rows: Sequence[Sequence[str]], width: int) -> tuple[str, ...]:
    """Fields of a table without header: addresses and phones by their looks, the first words as the name."""
    fields = [""] * width
    for column in range(width):
        cells = [row[column].strip() for row in rows if column < len(row) and row[column].strip()]
        if not cells:
            continue
        if sum("@" in cell for cell in cells) > len(cells) / 2:
            fields[column] = "email"
        elif sum(bool(re.fullmatch(r"[+(]?[\d\s().+/-]{7,}.{0,12}", cell)) for cell in cells) > len(cells) / 2:
            fields[column] = "phone"
        elif "name" not in fields and sum(cell[0].isalpha() for cell in cells) > len(cells) / 2:
            fields[column] = "name"
    return tuple(fields)


def is_private(header: str) -> bool:
    """Whether a column is of the person's home: it stands back where work says the same."""
    return bool(set(header_key(header).split()) & {"home", "casa", "particular", "domicilio", "personal", "private"})


def _is_bare_name(key: str) -> bool:
    return key in ("name", "nombre", "nom")


def _by_word(key: str) -> str:
    words = set(key.split())
    if words & {"label", "etiqueta"}:
        return _label(words)
    if words & _ABOUT:
        return ""
    if words & {"email", "correo", "courriel", "mail"}:
        return "home_email" if words & {"home", "personal", "casa", "particular"} else "email"
    if words & {"movil", "mobile", "celular", "cell"}:
        return "mobile"
    if words & {"telefono", "phone", "telephone", "tel"}:
        return "home_phone" if words & {"home", "casa", "particular", "personal"} else "phone"
    return ""


def _label(words: set[str]) -> str:
    """Google's "Phone 1 - Label"; its older "Type" is told by its neighbour."""
    if words & {"mail", "email", "correo"}:
        return "email_label"
    return "phone_label" if words & {"phone", "telefono", "telephone"} else ""
