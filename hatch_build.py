"""The wheel's build hook: resources as they are, gettext catalogues compiled, both beside the package's modules.

An editable install needs neither (the checkout's own folders are found by ``desktop/places.py``), so nothing is
added there and no compiled file is ever written into the checkout by a build.
"""

from __future__ import annotations

import importlib.util
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Adds ``resources/`` and the compiled ``translations/`` to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Hatchling's call before a build; ``version`` is ``standard`` or ``editable``."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        self._scratch = tempfile.TemporaryDirectory(prefix="comunicado-catalogues-")
        compiled = Path(self._scratch.name)
        _catalogues(root).compile_all(root / "translations", compiled)
        build_data["force_include"][str(root / "resources")] = "desktop/_resources"
        build_data["force_include"][str(compiled)] = "desktop/_translations"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 - hatchling's
        """Hatchling's call after a build."""
        scratch = getattr(self, "_scratch", None)
        if scratch is not None:
            scratch.cleanup()


def _catalogues(root: Path) -> Any:
    """The catalogue tool, loaded by path: ``packaging/`` is no package, it would shadow PyPI's ``packaging``."""
    path = root / "packaging" / "i18n" / "catalogues.py"
    spec = importlib.util.spec_from_file_location("comunicado_catalogues", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
