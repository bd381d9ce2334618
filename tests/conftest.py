"""What every test stands on: no screen, no network, no part of the developer's own machine, no chance.

The environment is set before anything of Qt or ours is imported.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

_HOME = tempfile.TemporaryDirectory(prefix="comunicado-tests-")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_LOGGING_RULES"] = "qt.qpa.fonts=false;qt.qpa.plugin=false"
os.environ["TZ"] = "UTC"
for _name in ("LANGUAGE", "LC_ALL", "COMUNICADO_WORKSPACE", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE"):
    os.environ.pop(_name, None)
os.environ["LANG"] = "C.UTF-8"
for _name in ("CONFIG", "DATA", "CACHE", "STATE"):
    os.environ[f"XDG_{_name}_HOME"] = str(Path(_HOME.name, _name.lower()))

import pytest  # noqa: E402 - the environment comes first
from hypothesis import HealthCheck, settings  # noqa: E402

from desktop import i18n  # noqa: E402

settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
# For an evening's hunt: HYPOTHESIS_PROFILE=deep make test ARGS=tests/unit
settings.register_profile(
    "deep", deadline=None, database=None, max_examples=3000, suppress_health_check=list(HealthCheck)
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(autouse=True)
def _english_interface() -> Iterator[None]:
    """A test that switches the interface's language leaves no trace of it."""
    yield
    if i18n.interface_language() != "en":
        i18n.use_language("en")
