"""Web addresses without what only says the language, so that a page and its translation compare as one."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LANGUAGE = r"(?:en|es|fr|eng|spa|esp|fra|fre|english|espanol|spanish|francais|french)(?:[-_][a-z]{2})?"
_IN_PATH = re.compile(rf"/(?:{_LANGUAGE})(?=/|$|\?|#)", re.IGNORECASE)
_HOST = re.compile(rf"^{_LANGUAGE}\.")
_ENDING = re.compile(r"[-_.](?:en|es|fr|eng|spa|esp|fra|fre|e|s|f)(?=\.(?:pdf|html?|docx?|aspx?|php)$|$)")
_QUERY = re.compile(rf"(?:^|(?<=[?&;]))(?:lang|language|locale|hl|l|idioma)=(?:{_LANGUAGE}|[a-z]{{2}})&?")


def bare_address(address: str, hosts: Mapping[str, str]) -> str:
    """An address by which a page and the same page in another language are equal.

    Scheme, ``www``, the final slash and everything that names a language (``/es/``, ``es.``, ``lang=es``, ``_es.pdf``) go;
    ``hosts`` maps hosts that change with the language to one name.
    """
    bare = re.sub(r"^https?://", "", address, flags=re.IGNORECASE)
    host, slash, path = bare.partition("/")
    host = _HOST.sub("", re.sub(r"^www\d?\.", "", host.casefold()))
    host = re.sub(r"^www\d?\.", "", host)
    host = hosts.get(host, host)
    path = _IN_PATH.sub("", "/" + path) if slash else ""
    path = _QUERY.sub("", path).rstrip("?&/#")
    return host + _ENDING.sub("", path)


def language_of_address(address: str) -> str:
    """The two letters of the language that an address names; empty where it names none."""
    bare = re.sub(r"^https?://(?:www\d?\.)?", "", address.casefold())
    found = _HOST.match(bare) or _IN_PATH.search(bare) or re.search(r"(?:lang|language|locale|hl)=([a-z]{2})", bare)
    if found is None:
        return ""
    letters = re.sub(r"[^a-z]", "", found.group().rpartition("=")[2])[:2]
    return {"sp": "es", "fra": "fr"}.get(letters, letters)
