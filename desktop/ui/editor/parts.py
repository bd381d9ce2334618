"""Every part of the editor, a line each."""

from __future__ import annotations

from desktop.ui.editor.comments_part import CommentsPart
from desktop.ui.editor.conflict_part import ConflictPart
from desktop.ui.editor.counts_part import CountsPart
from desktop.ui.editor.fields.block_part import BlockPart
from desktop.ui.editor.fields.facts_part import FactsPart
from desktop.ui.editor.fields.images_part import ImagesPart
from desktop.ui.editor.fields.references_part import ReferencesPart
from desktop.ui.editor.find_part import FindPart
from desktop.ui.editor.findings_part import FindingsPart
from desktop.ui.editor.focus_part import FocusPart
from desktop.ui.editor.history_part import HistoryPart
from desktop.ui.editor.part import EditorPart
from desktop.ui.editor.recovery_part import RecoveryPart
from desktop.ui.editor.reuse_part import ReusePart
from desktop.ui.editor.spelling_part import SpellingPart
from desktop.ui.editor.suggestions_part import SuggestionsPart
from desktop.ui.editor.typing_part import TypingPart
from desktop.ui.editor.workflow_part import PlanPart, WorkflowPart

#: In the order in which they are made and told.
PARTS: tuple[type[EditorPart], ...] = (
    FindPart,
    FindingsPart,
    BlockPart,
    ImagesPart,
    ReferencesPart,
    FactsPart,
    SuggestionsPart,
    CommentsPart,
    HistoryPart,
    SpellingPart,
    TypingPart,
    CountsPart,
    FocusPart,
    WorkflowPart,
    PlanPart,
    ConflictPart,
    ReusePart,
    RecoveryPart,
)
