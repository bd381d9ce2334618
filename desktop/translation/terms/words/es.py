"""Spanish."""

# ruff: noqa: SIM905 - a line of words is read and corrected more easily than a list of quoted ones

from __future__ import annotations

from desktop.translation.terms.words.table import TermWords

_NOMINAL = frozenset({"", *"s es o a e os as".split()})
_VERBAL = frozenset(
    "ar er ir o as a amos an es e emos en imos i io ia ian aba aban aron ieron aste ado ada ados adas ido ida idos idas"
    " ando iendo are ara aran ere era eran ire ira iran aria eria iria arian erian irian ase iera ieran".split()
)

WORDS = TermWords(
    stemmer="spanish",
    nominal=_NOMINAL,
    verbal=_NOMINAL | _VERBAL,
    skipped=frozenset({"el", "la", "los", "las"}),
    contracted={"del": "de", "al": "a", "e": "y", "u": "o"},
    irregular={
        "voces": "voz", "veces": "vez", "luces": "luz", "jueces": "juez", "raíces": "raíz", "redes": "red",
        "niñez": "niñez", "memorandos": "memorando", "memorandum": "memorando", "memorándum": "memorando",
    },
    infinitives=("ar", "er", "ir"),
    kept_letters="ñ",
)  # fmt: skip
