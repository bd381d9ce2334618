"""Language tags as people write them, made canonical; what is no language is refused."""

from __future__ import annotations

import re
from functools import cache

from desktop.contacts.phones import is_region
from desktop.domain.errors import BadInputError
from desktop.i18n import _

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|[0-9]{3}))?")


@cache
def language_tag(written: str) -> str:
    """The BCP 47 tag of language, script and region (``EN`` is ``en``, ``es_cr`` is ``es-CR``).

    Raises BadInputError for what is no tag, and for languages, scripts and regions that CLDR does not know.
    """
    found = _TAG.fullmatch(written.strip())
    if found:
        language, script, region = (part or "" for part in found.groups())
        language, script, region = language.lower(), script.title(), region.upper()
        if _is_known(language, script, region):
            return "-".join(part for part in (language, script, region) if part)
    raise BadInputError(
        _("“{language}” is not a language.").format(language=written.strip()),
        kept=_("Nothing was changed."),
        advice=_("Give a tag such as en, es or es-CR."),
    )


def believed_tag(written: str) -> str:
    """What a file says of its language, as a tag; empty where that is no language."""
    try:
        return language_tag(written) if written else ""
    except BadInputError:
        return ""


def same_language(one: str, other: str) -> bool:
    """Whether two tags say the same, whatever their case (``ES-cr`` and ``es_CR``)."""
    return one.strip().replace("_", "-").casefold() == other.strip().replace("_", "-").casefold()


def region_code(written: str) -> str:
    """A country or territory as phone numbers know it, by its ISO 3166-1 code (``cr`` is ``CR``); or BadInputError."""
    code = written.strip().upper()
    if is_region(code):
        return code
    raise BadInputError(
        _("“{region}” is not a country.").format(region=written.strip()),
        kept=_("Nothing was changed."),
        advice=_("Give a code of two letters, such as CR or MX."),
    )


def _is_known(language: str, script: str, region: str) -> bool:
    from babel import Locale  # noqa: PLC0415 - lazy: Babel

    names = Locale("en")
    return (
        language in names.languages
        and (not script or script in names.scripts)
        and (not region or region in names.territories)
    )
