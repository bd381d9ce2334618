"""The catalogue tool, loaded by path as the wheel's build does it."""

from __future__ import annotations

import importlib.util
import sys
from types import ModuleType

from tests.architecture.source_tree import ROOT


def _load() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "comunicado_catalogues", ROOT / "packaging" / "i18n" / "catalogues.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


catalogues = _load()
