"""Words of releases for layout tests, from a catalogue of their own."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from desktop import i18n, places
from tests.unit.publishing.material import SPANISH


@pytest.fixture(scope="session")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("catalogues")
    catalogue = Catalog(locale="es")
    for message, translation in SPANISH.items():
        catalogue.add(message, translation)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    place = folder / "es" / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "release.mo").write_bytes(compiled.getvalue())
    return folder


@pytest.fixture(autouse=True)
def spoken_words(catalogues: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(places, "translations", lambda: catalogues)
    i18n._release_catalogue.cache_clear()
    yield
    i18n._release_catalogue.cache_clear()
