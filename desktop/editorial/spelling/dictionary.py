"""What spelling needs of a dictionary, and which varieties of a language an office can choose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop.i18n import N_


class Dictionary(Protocol):
    """One variety's words. May be asked from any thread."""

    def knows(self, word: str) -> bool:
        """Whether a word (NFC, straight apostrophes) is spelled right; a capital at its start is allowed."""
        ...

    def stems(self) -> Sequence[str]:
        """The base forms, for looking for words that are alike."""
        ...

    def pieces(self) -> frozenset[str]:
        """Every two and every three letters that follow each other in some base form or affix, in lower case."""
        ...


@dataclass(frozen=True, slots=True)
class Variety:
    """A way to write a language. ``code`` is a BCP 47 tag; ``files`` are names of dictionaries, the best first.

    ``refuses`` matches words that the dictionary has and this variety writes another way: ``instead`` replaces the
    groups ``from`` of the match. Where the dictionary does not know the result, the word stays right.
    """

    code: str
    label: str
    files: tuple[str, ...]
    refuses: re.Pattern[str] | None = None
    instead: tuple[str, str] = ("", "")

    @property
    def language(self) -> str:
        """The language without its region."""
        return self.code.split("-", 1)[0]


#: Words in -ize that -ise writers write so too.
_ALWAYS_IZE = r"(?!.*(?:size|prize|seize|maize|baize|assize|trapeze)(?:d|s)?$)"
_IZE = re.compile(rf"{_ALWAYS_IZE}\w{{2,}}iz(?:e|ed|es|er|ers|ing|ation|ations|ational)$", re.IGNORECASE)
_SPANISH = (
    ("es-AR", N_("Argentina")),
    ("es-BO", N_("Bolivia")),
    ("es-CL", N_("Chile")),
    ("es-CO", N_("Colombia")),
    ("es-CR", N_("Costa Rica")),
    ("es-CU", N_("Cuba")),
    ("es-DO", N_("Dominican Republic")),
    ("es-EC", N_("Ecuador")),
    ("es-SV", N_("El Salvador")),
    ("es-ES", N_("Spain")),
    ("es-US", N_("United States")),
    ("es-GT", N_("Guatemala")),
    ("es-HN", N_("Honduras")),
    ("es-MX", N_("Mexico")),
    ("es-NI", N_("Nicaragua")),
    ("es-PA", N_("Panama")),
    ("es-PY", N_("Paraguay")),
    ("es-PE", N_("Peru")),
    ("es-PR", N_("Puerto Rico")),
    ("es-UY", N_("Uruguay")),
    ("es-VE", N_("Venezuela")),
)

#: By language; the first is what an office has that never chose. Labels are translated where they are shown.
VARIETIES: dict[str, tuple[Variety, ...]] = {
    "en": (
        Variety("en-GB-oxendict", N_("British, with -ize (United Nations)"), ("en_GB-oxendict", "en_GB")),
        Variety("en-GB", N_("British, with -ise"), ("en_GB-ise", "en_GB"), _IZE, ("iz", "is")),
        Variety("en-US", N_("United States"), ("en_US",)),
    ),
    "es": (
        Variety("es", N_("All countries"), ("es_ANY", "es", "es_ES", "es_MX")),
        *(Variety(code, label, (code.replace("-", "_"), "es_ANY", "es", "es_ES")) for code, label in _SPANISH),
    ),
    "fr": (Variety("fr", N_("All countries"), ("fr", "fr_FR", "fr-toutesvariantes")),),
}


def variety_of(language: str, chosen: str = "") -> Variety | None:
    """The variety for a text's language tag: the tag's own where it is one, else the office's, else the first."""
    short = language.split("-", 1)[0].lower()
    offered = VARIETIES.get(short, ())
    by_code = {each.code.lower(): each for each in offered}
    own = by_code.get(language.lower()) if "-" in language else None
    return own or by_code.get(chosen.lower()) or next(iter(offered), None)
