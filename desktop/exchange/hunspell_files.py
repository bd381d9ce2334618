"""Hunspell dictionaries of this computer: where they are, and one opened.

Lookups are Hunspell's own (through chunspell, which brings the library along); they are 10 µs each and may come from
any thread. Opening takes 0.1–0.2 s: it belongs into the pool.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Protocol

from desktop.editorial.spelling.dictionary import Variety

_log = logging.getLogger(__name__)
#: Adds folders in front of the usual ones, separated as ``PATH`` is.
FOLDERS_VARIABLE = "COMUNICADO_DICTIONARIES"


class _Hunspell(Protocol):
    def spell(self, word: str) -> bool: ...


class HunspellDictionary:
    """One dictionary. Fulfils :class:`desktop.editorial.spelling.dictionary.Dictionary`."""

    def __init__(self, aff: Path) -> None:
        """Reads the files; raises ``OSError`` where one is missing."""
        from hunspell import Hunspell  # noqa: PLC0415 - lazy: 10 ms that the start does not need

        self._dic = aff.with_suffix(".dic")
        self._hunspell: _Hunspell = Hunspell(aff.stem, hunspell_data_dir=str(aff.parent))

    def knows(self, word: str) -> bool:
        """See the port. A word with signs that the dictionary's encoding lacks is unknown."""
        try:
            return bool(self._hunspell.spell(word))
        except UnicodeError:
            return False

    @cached_property
    def _stems(self) -> tuple[str, ...]:
        lines = self._dic.read_bytes().decode("utf-8", "replace").splitlines()[1:]
        cut = (line.split("\t", 1)[0].split("/", 1)[0].strip() for line in lines)
        return tuple(dict.fromkeys(stem for stem in cut if len(stem) > 2))

    @cached_property
    def _pieces(self) -> frozenset[str]:
        affixes = self._dic.with_suffix(".aff").read_bytes().decode("utf-8", "replace").lower()
        found: set[str] = set()
        for text in ("\n".join(self._stems).lower(), affixes):
            found.update(map("".join, pairwise(text)))
            found.update(map("".join, zip(text, text[1:], text[2:], strict=False)))
        return frozenset(piece for piece in found if not any(map(str.isspace, piece)))

    def stems(self) -> Sequence[str]:
        """See the port."""
        return self._stems

    def pieces(self) -> frozenset[str]:
        """See the port."""
        return self._pieces


def dictionary_folders(bundled: Path | None = None) -> tuple[Path, ...]:
    """Every folder of this computer that may hold dictionaries, the person's own first, without those that are not."""
    return tuple(dict.fromkeys(folder for folder in _candidates(bundled) if folder.is_dir()))


def _candidates(bundled: Path | None) -> Iterator[Path]:
    given = os.environ.get(FOLDERS_VARIABLE, "")
    yield from (Path(each) for each in given.split(os.pathsep) if each)
    home = Path.home()
    roots = [os.environ.get("XDG_DATA_HOME") or str(home / ".local" / "share")]
    roots += (os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share").split(":")
    for root in (*roots, "/usr/local/share", "/usr/share", "/run/current-system/sw/share", "/opt/homebrew/share"):
        for name in ("hunspell", "myspell/dicts", "myspell"):
            yield Path(root, name)
    if sys.platform == "darwin":
        yield from (home / "Library" / "Spelling", Path("/Library/Spelling"))
    if bundled is not None:
        yield bundled
    for office in (Path("/usr/lib/libreoffice"), Path("/opt/libreoffice"), Path("C:/Program Files/LibreOffice")):
        yield from sorted((office / "share" / "extensions").glob("dict-*"))
    own = find_spec("hunspell")  # the library brings a dictionary of American English along
    for place in (own.submodule_search_locations or ()) if own else ():
        yield Path(place, "dictionaries")


def find_dictionary(variety: Variety, folders: Sequence[Path]) -> Path | None:
    """The ``.aff`` file of a variety's best dictionary in the first folder that has it."""
    for name in variety.files:
        for written in (name, name.replace("_", "-")):
            for folder in folders:
                aff = folder / f"{written}.aff"
                if aff.is_file() and aff.with_suffix(".dic").is_file():
                    return aff
    return None


def open_dictionary(variety: Variety, folders: Sequence[Path]) -> HunspellDictionary | None:
    """A variety's dictionary, or ``None`` where none is installed or it cannot be read (which is logged)."""
    aff = find_dictionary(variety, folders)
    if aff is None:
        return None
    try:
        return HunspellDictionary(aff)
    except (OSError, ImportError, UnicodeError) as error:
        _log.warning("dictionary %s unreadable: %s", aff, error)
        return None
