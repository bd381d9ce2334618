"""The one door for texts that come in: the reader by a file's ending, and the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from desktop.exchange.clipboard import read_clipboard
from desktop.exchange.docx_reader import read_docx
from desktop.exchange.html_reader import read_html
from desktop.exchange.read_file import ReadFile, refuse
from desktop.exchange.text_reader import read_text
from desktop.i18n import _

__all__ = ["READERS", "ReadFile", "read_clipboard", "read_release_file"]

#: Reader by ending, in lower case with the dot.
READERS: Mapping[str, Callable[[Path], ReadFile]] = MappingProxyType(
    {".txt": read_text, ".html": read_html, ".htm": read_html, ".docx": read_docx}
)


def read_release_file(path: Path) -> ReadFile:
    """The paragraphs of a release's file; raises BadInputError with a sentence for anything that is not one.

    Reads the whole file into memory; slow for large ones: belongs on the pool, not on the main thread.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is not None:
        return reader(path)
    known = ", ".join(READERS)
    name = path.name or str(path)
    if path.is_dir():
        raise refuse(_("“{name}” is a folder.").format(name=name), _("Choose a file."))
    if not path.exists():
        raise refuse(_("There is no file “{name}”.").format(name=name), _("Check the name and the folder."))
    if path.suffix.lower() == ".doc":
        raise refuse(
            _("“{name}” is a document of an old Word (before 2007).").format(name=path.name),
            _("Open it in Word or LibreOffice and save it as .docx."),
        )
    raise refuse(
        _("“{name}” is of a kind that cannot be read.").format(name=name),
        _("These kinds can: {kinds}.").format(kinds=known),
    )
