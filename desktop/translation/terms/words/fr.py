"""French."""

# ruff: noqa: SIM905 - a line of words is read and corrected more easily than a list of quoted ones

from __future__ import annotations

from desktop.translation.terms.words.table import TermWords

_NOMINAL = frozenset({"", *"s x e es le les".split()})
_VERBAL = frozenset("er ir re ez ons ent ant ait aient a ai ont era eront erait is it issent".split())

WORDS = TermWords(
    stemmer="french",
    nominal=_NOMINAL,
    verbal=_NOMINAL | _VERBAL,
    skipped=frozenset({"le", "la", "les", "l"}),
    contracted={"du": "de", "des": "de", "d": "de", "au": "à", "aux": "à"},
    irregular={
        "régionaux": "régional", "internationaux": "international", "nationaux": "national", "sociaux": "social",
        "pénaux": "pénal", "spéciaux": "spécial", "mondiaux": "mondial", "travaux": "travail", "journaux": "journal",
        "illégaux": "illégal", "légaux": "légal", "centraux": "central", "principaux": "principal",
    },
    infinitives=("er", "ir", "re"),
)  # fmt: skip
