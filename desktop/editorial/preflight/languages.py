"""One release, all its languages: nobody gets it a day later than the others."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.editorial.preflight.reason import Gate, Material, Reason, Severity
from desktop.editorial.workflow import LEFT, SIGNED
from desktop.i18n import _


def check(material: Material) -> Iterator[Reason]:
    """A release in one language only, and other languages that are not approved yet."""
    if len(material.versions) == 1:
        sentence = _("The release has no second language.")
        yield Reason("languages", sentence, Severity.WARNS, Gate.LEAVING, section="languages")
    for version in material.versions:
        if version.id == material.version.id or version.status in SIGNED or version.status in LEFT:
            continue
        name = dict(material.language_names).get(version.language, version.language)
        sentence = _("{language} is not approved yet.").format(language=name)
        yield Reason("languages", sentence, Severity.WARNS, Gate.LEAVING, section="languages")
