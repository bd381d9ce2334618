"""Every part of the editor, a line each."""

from __future__ import annotations

from desktop.ui.editor.find_part import FindPart
from desktop.ui.editor.findings_part import FindingsPart
from desktop.ui.editor.history_part import HistoryPart
from desktop.ui.editor.part import EditorPart
from desktop.ui.editor.recovery_part import RecoveryPart

#: In the order in which they are made and told.
PARTS: tuple[type[EditorPart], ...] = (FindPart, FindingsPart, HistoryPart, RecoveryPart)
