"""An embargo names its zone and lies ahead."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desktop.domain.release import Release
from desktop.editorial.preflight.reason import Material, Reason, Severity
from desktop.editorial.workflow import LEFT
from desktop.i18n import _


def check(material: Material) -> Iterator[Reason]:
    """An embargo without a zone blocks; one that is over, or after the planned hour, deserves a look."""
    release = material.release
    if release.embargo_at is None or material.version.status in LEFT:
        return
    if not _has_zone(release):
        yield Reason("embargo", _("The embargo has no time zone."), section="facts")
    if release.embargo_at <= material.now:
        sentence = _("The embargo is over, and the text still says that it is under embargo.")
        yield Reason("embargo", sentence, Severity.WARNS, section="facts")
    if release.scheduled_at is not None and release.scheduled_at < release.embargo_at:
        sentence = _("It is planned to leave before the embargo ends.")
        yield Reason("embargo", sentence, Severity.WARNS, section="facts")


def _has_zone(release: Release) -> bool:
    try:
        return bool(release.embargo_zone) and ZoneInfo(release.embargo_zone) is not None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
