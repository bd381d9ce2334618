"""Widgets that more than one screen uses. Nothing here knows a service or a screen."""

from __future__ import annotations

from desktop.ui.widgets.buttons import IconButton, PrimaryButton, QuietButton
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.inspector import Inspector, InspectorSection
from desktop.ui.widgets.notice_bar import NoticeBar
from desktop.ui.widgets.paged_model import Column, PagedModel
from desktop.ui.widgets.search_field import SearchField
from desktop.ui.widgets.section_header import SectionHeader, label, line
from desktop.ui.widgets.state_pill import StatePill, VersionState, version_state

__all__ = [
    "Column",
    "EmptyState",
    "IconButton",
    "Inspector",
    "InspectorSection",
    "NoticeBar",
    "PagedModel",
    "PrimaryButton",
    "QuietButton",
    "SearchField",
    "SectionHeader",
    "StatePill",
    "VersionState",
    "label",
    "line",
    "version_state",
]
