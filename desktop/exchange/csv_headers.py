"""Which field a column of a contact table holds, by its header in English or Spanish."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from desktop.contacts.names import fold

#: The fields a column can be mapped to; ``""`` leaves the column out.
FIELDS = (
    "name", "given_name", "family_name", "form_of_address", "email", "home_email", "phone", "mobile", "home_phone",
    "organisation", "title", "country", "city", "languages", "tags", "beats", "notes", "source_id", "time_zone",
    "gender", "do_not_contact",
)  # fmt: skip

_HEADERS: Mapping[str, str] = {
    "name": "name|full name|display name|contact|contact name|nombre|nombre completo|nombre y apellidos|contacto|"
    "journalist|periodista|nom complet",
    "given_name": "first name|given name|forename|first|middle name|second name|nombres|nombre de pila|primer nombre|"
    "segundo nombre|prenom",
    "family_name": "last name|family name|surname|last|apellido|apellidos|primer apellido|segundo apellido|"
    "apellido paterno|apellido materno|nom de famille",
    "form_of_address": "form of address|salutation|prefix|name prefix|honorific|tratamiento|civilite",
    "email": "email|e mail|mail|email address|e mail address|work email|work e mail|business email|correo|"
    "correo electronico|correos|emails|e mails|direccion de correo|correo e|courriel",
    "home_email": "home email|home e mail|personal email|private email|correo personal",
    "phone": "phone|telephone|tel|phone number|telephone number|work phone|business phone|office phone|telefono|"
    "telefonos|phones|telefono fijo|telefono de trabajo|telefono oficina|numero de telefono",
    "mobile": "mobile|mobile phone|mobile number|cell|cell phone|cellphone|movil|celular|telefono movil|"
    "telefono celular|whatsapp",
    "home_phone": "home phone|private phone|telefono de casa|telefono particular|telefono personal",
    "organisation": "organisation|organization|organisation name|organization name|company|company name|outlet|media|"
    "media outlet|publication|employer|organizacion|institucion|medio|medio de comunicacion|empresa|entidad",
    "title": "title|job title|position|role|organization title|function|cargo|puesto|titulo|funcion",
    "country": "country|country region|country code|business country region|business country|pais|address country",
    "city": "city|town|business city|address city|ciudad|localidad|municipio|ville",
    "languages": "language|languages|preferred language|idioma|idiomas|lengua|idioma preferido|langue",
    "tags": "tag|tags|category|categories|group|groups|group membership|labels|list|lists|etiqueta|etiquetas|"
    "categoria|categorias|grupo|grupos|lista|listas",
    "beats": "beat|beats|topic|topics|subjects|tema|temas|fuente|fuentes|seccion",
    "notes": "note|notes|comment|comments|remarks|nota|notas|observaciones|comentario|comentarios",
    "source_id": "id|uid|uuid|contact id|identificador|codigo|external id",
    "time_zone": "time zone|timezone|zona horaria|huso horario",
    "gender": "gender|sex|genero|sexo",
    "do_not_contact": "do not contact|no contactar|opt out|unsubscribed|baja",
}  # fmt: skip
_BY_HEADER = {header: field for field, headers in _HEADERS.items() for header in headers.split("|")}
_QUALIFIERS = re.compile(r"\b(?:type|label|tipo|etiqueta)\b")


def header_key(header: str) -> str:
    """A header as it compares: folded, without digits and punctuation, without Google's "- Value"."""
    words = re.sub(r"[\W\d_]+", " ", fold(header)).split()
    return " ".join(word for word in words if word != "value")


def guess_fields(headers: Sequence[str]) -> tuple[str, ...]:
    """The field of each column, ``""`` where the header says nothing known."""
    keys = [header_key(header) for header in headers]
    fields = [_BY_HEADER.get(key, "") or _by_word(key) for key in keys]
    if "family_name" in fields:
        # "Nombre" beside "Apellidos" is the given name, unless that has a column of its own.
        has_given = "given_name" in fields
        fields = [
            "given_name" if f == "name" and not has_given and _is_bare_name(k) else f
            for f, k in zip(fields, keys, strict=True)
        ]
    if "title" in keys and "job title" in keys:
        fields[keys.index("title")] = "form_of_address"
    return tuple(fields)


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


def _is_bare_name(key: str) -> bool:
    return key in ("name", "nombre")


def _by_word(key: str) -> str:
    if _QUALIFIERS.search(key):
        return ""
    words = set(key.split())
    if words & {"email", "correo"} or {"e", "mail"} <= words:
        return "home_email" if words & {"home", "personal"} else "email"
    if words & {"movil", "mobile", "celular"}:
        return "mobile"
    if words & {"telefono", "phone", "telephone"}:
        return "home_phone" if words & {"home", "casa"} else "phone"
    return ""
