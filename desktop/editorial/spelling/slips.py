"""The slips that writers of a language make: sounds written another way, accents, doubled letters."""

from __future__ import annotations

from itertools import pairwise

_VOWELS = "aeiou"

#: Pairs ``(written, meant)`` that cost next to nothing: the same letter with and without its accent.
ACCENTS: dict[str, tuple[tuple[str, str], ...]] = {
    "es": tuple(
        pair for plain, marked in zip("aeiouun", "áéíóúüñ", strict=True) for pair in ((plain, marked), (marked, plain))
    ),
    "fr": tuple(
        pair
        for plain, marked in zip("aaeeeeiioouuuc", "àâéèêëîïôöùûüç", strict=True)
        for pair in ((plain, marked), (marked, plain))
    ),
    "en": (),
}


def _both(*pairs: str) -> tuple[tuple[str, str], ...]:
    """``"b v"`` both ways round; ``"x>cs"`` one way."""
    found: list[tuple[str, str]] = []
    for pair in pairs:
        if ">" in pair:
            written, meant = pair.split(">")
            found.append((written, meant))
            continue
        one, other = pair.split(" ")
        found += [(one, other), (other, one)]
    return tuple(found)


#: Pairs ``(written, meant)`` of what sounds alike or is mixed up often.
SOUNDS: dict[str, tuple[tuple[str, str], ...]] = {
    "es": _both(
        "b v", "s c", "s z", "c z", "g j", "gu>g", "g>gu", "ll y", "y>i", "i>y", "qu k", "c>qu", "k>c", "qu>c", "cs x", "x s",
        "cc>c", "c>cc", "sc>c", "c>sc", "xc>c", "s>sc", "n>ñ", "ni>ñ", "nb>mb", "np>mp", "nv>mv", "mv>nv", "w>hu", "w>gu",
        "güe>hue", "hue>güe", "ph>f", "ss>s", "tt>t", "mm>m", "ll>l", "l>ll", "rr>r", "r>rr", "sion>ción", "cion>sión",
        "sion>sión", "cion>ción", "ión>ion", "ks>x", "tz>z", "h>",
    ),
    "en": _both(
        "ie ei", "ance ence", "ant ent", "able ible", "er or", "ar er", "tion sion", "cion>tion", "f ph", "s c", "c k", "c>ch",
        "sc>c", "c>sc", "s>ss", "ss>s", "g j", "j>dg", "i y", "a e", "i e", "i a", "o u", "o a", "ou>o", "o>ou", "ea e", "ee ea",
        "ay ey", "eigh>ate", "cede ceed", "sede>cede", "seed>cede", "ceed>cede", "ment>nment", "ly>lly", "aly>ally",
        "full>ful", "l>le", "ually>ally", "icly>ically", "ically>icly", "ga>gua", "kn>n", "n>kn", "wr>r", "r>wr", "w>wh", "wh>w", "z s", "ue>u",
        "aquire>acquire", "aq>acq", "oever>oeuvre", "q>cq", "ize ise", "our or",
    ),
    "fr": _both(
        "s c", "s ss", "c ç", "ph f", "an en", "am em", "ai é", "ai è", "au o", "eau>o", "eau>au", "ou u", "g j", "qu c", "k>c",
        "y i", "ent>ant", "ant>ent", "tion sion", "ueil euil", "ueuil>ueil", "euille>ueille", "h>",
    ),
}  # fmt: skip

#: Letters that stand beside each other on the keyboards of the house's languages.
_ROWS = ("qwertyuiop", "asdfghjklñ", "zxcvbnm")
NEIGHBOURS = frozenset(pair for row in _ROWS for one, other in pairwise(row) for pair in ((one, other), (other, one)))

LETTERS = {
    "en": "esiarntolcdugmpfhbyvkwzqjx'",
    "es": "aeosrnidlctumpbgvfyqhzjxkwñáéíóúü",
    "fr": "esaitnrulodcpmvqfbghjxyzwkéàèêçîôâûïëù'",
}

#: Words that stand alone though they are one letter.
SHORT_WORDS = {"en": frozenset("aI"), "es": frozenset("aeouy"), "fr": frozenset("aày")}
VOWELS = frozenset(_VOWELS)
#: Letters that may be put in anywhere for next to nothing, because nobody hears them.
SILENT = {"es": "h", "en": "", "fr": "h"}
