"""New release from an earlier one: pick it, decide what changes, create it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.domain.changes import RELEASE, ChangeSet
from desktop.domain.errors import ComunicadoError, ConflictError
from desktop.editorial.reuse.answers import Decision
from desktop.i18n import _
from desktop.services.releases import OpenRelease
from desktop.services.reuse import new_from
from desktop.services.reuse_plan import ReusePlan, plan_reuse
from desktop.ui.desk import Desk, Route
from desktop.ui.reuse.picker import ReleasePicker
from desktop.ui.reuse.review import Review
from desktop.ui.screens import Screen, ScreenEntry
from desktop.ui.text.alive import while_alive
from desktop.ui.theme.tokens import S8, S16, S24
from desktop.ui.widgets.buttons import PlainButton, PrimaryButton
from desktop.ui.widgets.new_ways import NewWays
from desktop.ui.widgets.release_words import title_of
from desktop.ui.widgets.section_header import label, line


class ReuseScreen(Screen):
    """What was decided for a release is still there when one comes back to it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._is_loading = False
        self._is_creating = False
        self.picker = ReleasePicker(desk)
        self.picker.picked.connect(lambda release_id: desk.navigate(Route("reuse", release_id)))
        self.review = Review()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.picker)
        self._pages.addWidget(self.review)
        self._about = label("", "muted", wraps=True)
        self._gaps = label("", "muted")
        self.review.counted.connect(self._gaps.setText)
        self.create_button = PrimaryButton(_("Create release"), self.create_release)
        self.back_button = PlainButton(_("Choose another"), lambda: desk.navigate(Route("reuse")))
        self._lay_out()
        self._register()
        desk.hub.announced.connect(self._hear)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(S24, S16, S24, S16)
        head.setSpacing(S8)
        head.addWidget(label(_("New release"), "title"))
        self.ways = NewWays(self.desk, "reuse")
        head.addWidget(self.ways)
        head.addWidget(self._about)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(S24, S8, S24, S8)
        foot.setSpacing(S16)
        foot.addWidget(self._gaps)
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.create_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(line())
        column.addWidget(self._pages, 1)
        column.addWidget(self._foot)

    def _register(self) -> None:
        add = self.desk.actions.add
        add("reuse.create", _("Create release"), "Ctrl+Return", self.create_release, owner=self, screen="reuse")
        for name, words, key, decision in (
            ("reuse.keep", _("Keep the old words"), "Ctrl+Alt+K", Decision.KEEP),
            ("reuse.open", _("Leave the gap open"), "Ctrl+Alt+O", Decision.OPEN),
        ):
            add(name, words, key, partial(self.review.decide, decision), owner=self.review)

    def enter(self, route: Route) -> None:
        if not route.release_id:
            self._show_picker()
            return
        self._is_loading = True
        release_id, tools = route.release_id, self.desk.tools
        self.desk.run(
            lambda uow: plan_reuse(uow, tools, release_id),
            while_alive(self, self._show_plan),
            while_alive(self, self._failed),
            key="reuse.plan",
            label=_("Reading the earlier release"),
        )

    def is_ready(self) -> bool:
        return not self._is_loading and (self._pages.currentWidget() is self.review or self.picker.is_ready)

    def title(self) -> str:
        return _("New release from an earlier one")

    def _show_picker(self) -> None:
        self._pages.setCurrentWidget(self.picker)
        self._show_buttons(has_plan=False)
        self.picker.load()
        self.picker.field.setFocus()

    def _show_plan(self, plan: ReusePlan) -> None:
        self._is_loading = False
        self._about.setText(_("From “{title}”").format(title=title_of(plan.release)))
        self._pages.setCurrentWidget(self.review)
        self._show_buttons(has_plan=True)
        self.review.show_plan(plan, self.desk.tools.gazetteer)
        self.review.focus_first()

    def _show_buttons(self, *, has_plan: bool) -> None:
        for widget in (self._foot, self._about):
            widget.setVisible(has_plan)

    def _failed(self, error: ComunicadoError) -> None:
        self._is_loading = False
        self.desk.notify_error(error)
        self._show_picker()

    def _hear(self, changes: ChangeSet) -> None:
        if changes.touches(RELEASE) and self.isVisible() and self._pages.currentWidget() is self.picker:
            self.picker.load()

    def create_release(self) -> None:
        """Make the release and open it in the editor."""
        plan = self.review.plan
        if plan is None or self._is_creating or self._pages.currentWidget() is not self.review:
            return
        self._is_creating = True
        answers, tools = self.review.answers, self.desk.tools

        def done(opened: OpenRelease) -> None:
            self._is_creating = False
            self.desk.navigate(Route("editor", opened.release.id))
            for sentence in plan.dropped[:1]:
                more = plan.dropped[1:]
                self.desk.notify(" ".join((sentence, *more)))

        def failed(error: ComunicadoError) -> None:
            self._is_creating = False
            self.desk.notify_error(error)
            if isinstance(error, ConflictError):
                self.enter(Route("reuse", plan.release.id))

        self.desk.deed(
            lambda uow: new_from(uow, tools, plan.release.id, answers, text_hash=plan.text_hash),
            while_alive(self, done),
            while_alive(self, failed),
            label=_("Creating the release"),
        )


ENTRY = ScreenEntry(
    "reuse", lambda: _("New release from an earlier one"), "copy", ReuseScreen, in_rail=False, rail_parent="releases"
)
