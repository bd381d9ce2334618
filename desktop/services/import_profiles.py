"""Profiles of contact files: what was said of one file (columns, encoding, region), kept by name for the next."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from desktop.domain.changes import SETTING, Change, ChangeSet, Deed, Outcome
from desktop.domain.errors import BadInputError, ConflictError
from desktop.domain.ports import UnitOfWork
from desktop.exchange.read_contacts import ReadingOptions
from desktop.i18n import _

_SETTING = "contacts.import.profiles"
#: Programs whose files are recognised by themselves: naming one asks for nothing special.
RECOGNISED = ("outlook", "google", "apple", "thunderbird", "nextcloud", "excel")
_MAX_FILE = 1024 * 1024


def profiles(uow: UnitOfWork) -> dict[str, ReadingOptions]:
    """All saved profiles by name, in alphabetical order."""
    return dict(sorted(_stored(uow).items(), key=lambda pair: pair[0].casefold()))


def save_profile(uow: UnitOfWork, name: str, options: ReadingOptions) -> Outcome[str]:
    """Keep what was said of a file under a name; one of the same name is replaced. Answers the name as kept."""
    name = " ".join(name.split())
    if not name:
        raise BadInputError(_("A profile needs a name."))
    label = _("Save the profile “{name}”").format(name=name)
    before = _stored(uow)
    kept = next((known for known in before if known.casefold() == name.casefold()), name)
    return Outcome(kept, *_replace(uow, {**before, kept: options}, before, label))


def remove_profile(uow: UnitOfWork, name: str) -> Outcome[None]:
    """Forget a profile."""
    before = _stored(uow)
    if name not in before:
        raise BadInputError(_("There is no profile “{name}”.").format(name=name))
    label = _("Delete the profile “{name}”").format(name=name)
    after = {known: options for known, options in before.items() if known != name}
    return Outcome(None, *_replace(uow, after, before, label))


def find_profile(saved: Mapping[str, ReadingOptions], wanted: str) -> ReadingOptions:
    """The options of a profile: a saved one, a program whose files are known, or a JSON file; raises BadInputError."""
    for name, options in saved.items():
        if name.casefold() == wanted.casefold():
            return options
    if wanted.casefold() in RECOGNISED:
        return ReadingOptions()
    path = Path(wanted)
    if path.suffix.lower() == ".json" and path.is_file():
        return _from_file(path)
    names = ", ".join([*saved, *RECOGNISED])
    raise BadInputError(
        _("There is no profile “{name}”.").format(name=wanted),
        kept=_("Nothing was changed."),
        advice=_("These are known: {names}.").format(names=names),
    )


def _from_file(path: Path) -> ReadingOptions:
    try:
        with path.open(encoding="utf-8-sig") as stream:
            value = json.loads(stream.read(_MAX_FILE))
        return _read(value if "mapping" in value else {"mapping": value})
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise BadInputError(
            _("“{name}” is no profile.").format(name=path.name), kept=_("Nothing was changed.")
        ) from error


def _replace(
    uow: UnitOfWork, after: Mapping[str, ReadingOptions], before: Mapping[str, ReadingOptions], label: str
) -> tuple[ChangeSet, Deed]:
    uow.settings.set(
        _SETTING, json.dumps({name: asdict(options) for name, options in after.items()}, ensure_ascii=False)
    )
    changes = ChangeSet.of(Change(SETTING, _SETTING))

    def back(unit: UnitOfWork) -> Outcome[None]:
        if _stored(unit) != after:
            raise ConflictError(_("The profiles were changed since; nothing was undone."))
        return Outcome(None, *_replace(unit, before, after, label))

    return changes, Deed(label, back)


def _stored(uow: UnitOfWork) -> dict[str, ReadingOptions]:
    try:
        value = json.loads(uow.settings.get(_SETTING, "{}"))
        return {str(name): _read(options) for name, options in value.items()}
    except (ValueError, TypeError, AttributeError):
        return {}


def _read(value: Mapping[str, object]) -> ReadingOptions:
    mapping = value.get("mapping") or {}
    if not isinstance(mapping, dict):
        raise TypeError(type(mapping).__name__)
    said = {name: str(value.get(name) or "") for name in ("region", "encoding", "separator", "sheet")}
    return ReadingOptions(mapping={str(header): str(field) for header, field in mapping.items()}, **said)
