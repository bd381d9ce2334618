"""Apertium (GPL) as a process of its own: rules and dictionaries on this computer, no network."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence

from desktop.i18n import _
from desktop.translation.language_forms import primary
from desktop.translation.machine import MachineError

#: ISO 639-3 codes, by which Apertium names its pairs.
_CODES = {"en": "eng", "es": "spa", "fr": "fra", "pt": "por", "ca": "cat", "it": "ita", "de": "deu"}
_SECONDS = 60


class Apertium:
    """``program`` is the command's name or path."""

    name = "apertium"

    def __init__(self, program: str = "apertium", *, seconds: float = _SECONDS) -> None:
        self._program = program
        self._seconds = seconds

    @property
    def leaves(self) -> str:
        return _("Nothing leaves this computer.")

    def translate(self, texts: Sequence[str], source_language: str, target_language: str) -> list[str]:
        found = shutil.which(self._program)
        if found is None:
            raise MachineError(
                _("Apertium is not installed."),
                kept=_("Nothing was changed."),
                advice=_("On Debian and Ubuntu: apt install apertium apertium-eng-spa."),
            )
        codes = [_CODES.get(primary(tag), primary(tag)) for tag in (source_language, target_language)]
        # One paragraph a text: an empty line keeps Apertium from translating over the end of one.
        given = "\n\n".join(" ".join(text.split()) for text in texts)
        try:
            done = subprocess.run(  # noqa: S603 - the program that the person turned on, no shell
                [found, "-u", "-f", "txt", "-".join(codes)],
                input=given.encode(),
                capture_output=True,
                timeout=self._seconds,
                check=False,
            )
        except (subprocess.TimeoutExpired, OSError) as error:
            raise MachineError(_("Apertium did not answer."), kept=_("Nothing was changed.")) from error
        answers = [part.strip() for part in done.stdout.decode("utf-8", "replace").strip("\n").split("\n\n")]
        if done.returncode or len(answers) != len(texts):
            raise MachineError(
                _("Apertium cannot translate from {source} into {target} here.").format(
                    source=source_language, target=target_language
                ),
                kept=_("Nothing was changed."),
                advice=_("Install its language pair."),
            )
        return answers
