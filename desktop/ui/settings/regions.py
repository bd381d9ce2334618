"""Countries by their names in the interface's language, for telephone numbers."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from desktop.i18n import _

#: The offices' countries (ISO 3166-1 alpha-2): the Americas first of all, then where the headquarters are.
_CODES = [
    "AR",
    "BB",
    "BO",
    "BR",
    "BS",
    "BZ",
    "CA",
    "CL",
    "CO",
    "CR",
    "CU",
    "DM",
    "DO",
    "EC",
    "GD",
    "GT",
    "GY",
    "HN",
    "HT",
    "JM",
    "LC",
    "MX",
    "NI",
    "PA",
    "PE",
    "PR",
    "PY",
    "SV",
    "SR",
    "TT",
    "US",
    "UY",
    "VC",
    "VE",
    "AT",
    "BE",
    "CH",
    "DE",
    "ES",
    "FR",
    "GB",
    "IE",
    "IT",
    "NL",
    "PT",
    "SE",
    "NO",
    "DK",
    "FI",
    "PL",
    "KE",
    "ET",
    "ZA",
    "NG",
    "SN",
    "EG",
    "MA",
    "JO",
    "TR",
    "IN",
    "TH",
    "PH",
    "AU",
]


def regions() -> tuple[tuple[str, str], ...]:
    """``(code, name with the dialling code's country)`` by name; first an empty choice."""
    named = sorted((QLocale.territoryToString(QLocale.codeToTerritory(code)), code) for code in _CODES)
    return (("", _("None")), *((code, f"{name} ({code})") for name, code in named))
