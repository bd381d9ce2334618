"""What the whole office shares: the workspace's own settings."""

from __future__ import annotations

from desktop.domain.changes import SETTING, Change, ChangeSet, Deed, Outcome
from desktop.domain.ports import UnitOfWork
from desktop.i18n import _

#: The organisation's name, as it stands on exported releases.
ORGANISATION = "organisation.name"
#: ``good,most`` characters of a headline; see :func:`desktop.editorial.headline.read_limits`.
HEADLINE_LIMITS = "headline.limits"


def get_setting(uow: UnitOfWork, name: str) -> str:
    """A setting's text, or the empty string."""
    return uow.settings.get(name)


def set_setting(uow: UnitOfWork, name: str, value: str) -> Outcome[str]:
    """Store a setting's text; undo puts the earlier one back."""
    before = uow.settings.get(name)
    if before == value:
        return Outcome(value)
    uow.settings.set(name, value)
    changes = ChangeSet.of(Change(SETTING, name))
    return Outcome(value, changes, Deed(_("Change setting"), lambda unit: set_setting(unit, name, before)))
