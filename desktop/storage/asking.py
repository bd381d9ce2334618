"""What a person types into the search field, taken apart. Any text at all is a question; none is an error."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.storage.folding import fold, words_of

#: ``-"a phrase"`` or ``-word``; a phrase may still be open. Curly and angled quotation marks are as good.
_PIECE = re.compile(r"""(?P<minus>-?)(?:["“”«„](?P<phrase>[^"“”»«]*)(?P<end>["“”»]?)|(?P<word>[^\s"“”«»„]+))""")
#: More than these many terms would only make the question slow.
_MOST = 32


@dataclass(frozen=True, slots=True)
class Term:
    """Words that follow each other in the text; in lower case with accents. ``is_begun``: the last may go on."""

    words: tuple[str, ...]
    is_begun: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """All ``wanted`` must occur, none of ``unwanted`` may."""

    wanted: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()

    @property
    def words(self) -> int:
        """How many terms there are."""
        return len(self.wanted) + len(self.unwanted)


def ask(text: str) -> Asked:
    """Words, ``"exact phrases"``, ``-unwanted``, ``begin*``; the last wanted word may be unfinished."""
    wanted: list[tuple[Term, bool]] = []
    unwanted: list[Term] = []
    for piece in _PIECE.finditer(text):
        is_phrase = piece["word"] is None
        words = tuple(words_of(piece["phrase"] if is_phrase else piece["word"]))
        if not words or len(wanted) + len(unwanted) >= _MOST:
            continue
        is_begun = bool(not is_phrase and piece["word"].endswith("*"))
        if piece["minus"]:
            unwanted.append(Term(words, is_begun))
        else:
            is_closed = is_phrase and bool(piece["end"])
            wanted.append((Term(words, is_begun), is_closed))
    if wanted and not wanted[-1][1]:
        wanted[-1] = (Term(wanted[-1][0].words, is_begun=True), False)
    return Asked(tuple(term for term, _closed in wanted), tuple(unwanted))


def hit_pattern(asked: Asked) -> re.Pattern[str]:
    """What a hit looks like in folded text: each term's words with signs and blanks between; never an empty match."""
    found = []
    for term in asked.wanted:
        words = r"[\W_]+".join(re.escape(fold(word)) for word in term.words)
        found.append(rf"{words}[^\W_]*" if term.is_begun else rf"{words}(?![^\W_])")
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(found)})" if found else r"(?!)")
