"""Who may use what, and where an import may stand."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture.source_tree import ROOT, Source, imports, program

#: Libraries that belong to some rooms only.
BELONGS = {
    "PySide6": {"ui", "app"},
    "shiboken6": {"ui", "app"},
    "qtawesome": {"ui", "app"},
    "sqlalchemy": {"storage"},
    "alembic": {"storage"},
    "psycopg": {"storage"},
    "sqlite3": {"storage"},
    "docx": {"publishing", "exchange"},
    "smtplib": {"distribution"},
    "vobject": {"exchange"},
    "mammoth": {"exchange"},
    "phonenumbers": {"contacts"},
    "choppa": {"translation"},
    "regex": {"editorial"},
    "snowballstemmer": {"translation"},
    "openpyxl": {"exchange"},
}
#: Libraries under the GPL, or refused for another reason (ARCHITECTURE.md, decisions).
REFUSED = {"translate", "html2text", "docxtpl", "premailer", "PyQt5", "PyQt6", "unidecode", "diff_match_patch"}

_LAZY = re.compile(r"# noqa: PLC0415 - lazy: \S+")


def foreign_imports(source: Source) -> list[str]:
    found = []
    for node, module in imports(source):
        library = module.split(".", 1)[0]
        if source.room not in BELONGS.get(library, {source.room}):
            found.append(source.at(node, f"{library} belongs to {', '.join(sorted(BELONGS[library]))}"))
        if library in REFUSED:
            found.append(source.at(node, f"{library} is refused"))
    return found


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def hidden_imports(source: Source) -> list[str]:
    """Imports inside functions without a reason on their line."""
    found: dict[int, str] = {}
    lines = source.lines
    for function in _functions(source.tree):
        for node in ast.walk(function):
            if isinstance(node, ast.Import | ast.ImportFrom):
                own = "\n".join(lines[node.lineno - 1 : node.end_lineno])
                if not _LAZY.search(own):
                    found[node.lineno] = source.at(
                        node, "an import in a function without '# noqa: PLC0415 - lazy: why'"
                    )
    return list(found.values())


def test_libraries_stay_in_their_rooms() -> None:
    assert [complaint for source in program() for complaint in foreign_imports(source)] == []


def test_no_import_hides_in_a_function() -> None:
    assert [complaint for source in program() if source.room != "app" for complaint in hidden_imports(source)] == []


def test_imports_are_absolute() -> None:
    assert [source.at(n, m) for source in program() for n, m in imports(source) if m.startswith(".")] == []


def _source(path: str, text: str) -> Source:
    return Source(path, text, ast.parse(text))


def test_the_rules_see_a_breach() -> None:
    assert foreign_imports(_source("desktop/services/x.py", "def f():\n    import sqlalchemy.orm\n"))
    assert foreign_imports(_source("desktop/places.py", "from PySide6.QtCore import Qt\n"))
    assert not foreign_imports(_source("desktop/ui/home/x.py", "from PySide6.QtCore import Qt\n"))
    assert hidden_imports(_source("desktop/ui/x.py", "def f():\n    import json\n"))
    assert not hidden_imports(
        _source("desktop/ui/x.py", "def f():\n    import docx  # noqa: PLC0415 - lazy: 60 ms at start\n")
    )


def test_screens_are_known_to_the_registry_only() -> None:
    """Screens meet in the change hub and the action registry; a screen is a folder of ``ui`` with ``screen.py``."""
    screens = [path.parent.name for path in (ROOT / "desktop" / "ui").glob("*/screen.py")]
    found = []
    for source in program():
        if source.path == "desktop/ui/registry.py" or source.room not in {"ui", "services"}:
            continue
        for node, module in imports(source):
            for screen in screens:
                is_own = source.path.startswith(f"desktop/ui/{screen}/")
                if not is_own and f"{module}.".startswith(f"desktop.ui.{screen}."):
                    found.append(source.at(node, module))
    assert found == []
