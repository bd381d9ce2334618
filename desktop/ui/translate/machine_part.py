"""Machine translation beside the grid: asked for by key, shown as a suggestion, or drafts for all that is empty."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop.domain.errors import ComunicadoError
from desktop.domain.richtext import RichText
from desktop.domain.segment import PairedSegment, SegmentOrigin
from desktop.i18n import _, ngettext
from desktop.services import machine
from desktop.ui.text.alive import while_alive
from desktop.ui.theme.tokens import S8
from desktop.ui.translate.page import GridPage
from desktop.ui.translate.part import GridPart, PartSection
from desktop.ui.widgets.buttons import PlainButton
from desktop.ui.widgets.section_header import label

_INITIATOR = "machine"
Asked = tuple[tuple[machine.Question, ...], str, str]
Answered = tuple[tuple[machine.Question, ...], dict[str, RichText]]


class MachinePart(GridPart):
    """Nothing is asked by itself. An answer for a sentence that was left meanwhile is dropped."""

    def __init__(self, page: GridPage) -> None:
        super().__init__(page)
        self._segment_id = ""
        self._suggestion: RichText | None = None
        self._panel = QWidget()
        self.told = label("", "muted", wraps=True)
        self.ask_button = PlainButton(_("Translate by machine"), self.ask, icon_name="robot")
        self.use_button = PlainButton(_("Use this"), self.use)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S8)
        for widget in (self.told, self.ask_button, self.use_button):
            column.addWidget(widget)
        add = partial(page.desk.actions.add, owner=page)
        add("translate.machine", _("Translate by machine"), "Ctrl+Alt+T", self.ask)
        add("translate.machine-use", _("Use the machine’s translation"), "Ctrl+Alt+Return", self.use)
        add("translate.machine-all", _("Pre-translate empty sentences by machine"), "", self.ask_all)
        self._clear()

    def section(self) -> PartSection | None:
        return PartSection(_("Machine translation"), self._panel, 60, is_open=False)

    def row_changed(self, pair: PairedSegment | None) -> None:
        if pair is None or pair.segment.id != self._segment_id:
            self._clear()

    def add_to_menu(self, menu: QMenu, point: int) -> None:
        if self._chosen:
            menu.addAction(_("Translate by machine"), self.ask)

    @property
    def _chosen(self) -> str:
        return self.page.desk.preferences.get(machine.CHOSEN)

    def _clear(self) -> None:
        self._segment_id, self._suggestion = "", None
        self.told.setText(_("Ask for a suggestion when you want one.") if self._chosen else self._off())
        self.use_button.hide()

    @staticmethod
    def _off() -> str:
        return _("Machine translation is off. Settings say which there are, and what leaves this computer.")

    # -- one sentence ---------------------------------------------------------------------------------------

    def ask(self) -> None:
        """Ask for the active sentence; the answer is shown beside it."""
        pair = self.page.view.cell.pair
        if pair is None or self.page.grid is None or not self._is_on():
            return
        self._segment_id, self._suggestion = pair.segment.id, None
        self.use_button.hide()
        self.told.setText(_("Asking…"))
        self._ask((pair.segment.id,), while_alive(self, partial(self._answered, pair.segment.id)))

    def _answered(self, segment_id: str, answered: Answered) -> None:
        if segment_id != self._segment_id:
            return
        self._suggestion = answered[1].get(segment_id)
        if self._suggestion is None:
            words = _("The machine lost a name, a figure or a term; its translation is not shown.")
            self.told.setText(words)
            self.page.view.cell.say(words)
            return
        self.told.setText(self._suggestion.text)
        self.use_button.show()
        self.page.view.cell.say(_("By machine: {text}").format(text=self._suggestion.text))

    def use(self) -> None:
        """Put the suggestion into the translation, as a draft from a machine; the editor undoes it."""
        if self._suggestion is not None and self.page.view.active_id == self._segment_id:
            self.page.copy_in(self._suggestion, SegmentOrigin.MACHINE)

    # -- all of them ----------------------------------------------------------------------------------------

    def ask_all(self) -> None:
        """Drafts for every sentence without a translation, as one deed; can be cancelled."""
        if self.page.grid is None or not self._is_on():
            return
        version_id = self.page.version_id

        def put(answered: Answered) -> None:
            asked, answers = answered
            lost = len(asked) - len(answers)
            self.page.desk.deed(
                lambda uow: machine.pretranslate(uow, version_id, asked, answers),
                while_alive(self, partial(self._filled, lost)),
                initiator=_INITIATOR,
            )

        self._ask((), while_alive(self, put))

    def _filled(self, lost: int, count: int) -> None:
        words = ngettext("{count} sentence drafted by machine.", "{count} sentences drafted by machine.", count)
        told = words.format(count=count)
        if lost:
            left = ngettext(
                "{count} stays empty: a name, a figure or a term was lost.",
                "{count} stay empty: a name, a figure or a term was lost.",
                lost,
            )
            told = f"{told} {left.format(count=lost)}"
        self.page.desk.notify(told, "ok", action_label=_("Undo"), action=self.page.desk.undo_stack.undo)

    # -- asking ---------------------------------------------------------------------------------------------

    def _is_on(self) -> bool:
        if not self._chosen:
            self.told.setText(self._off())
            self.page.desk.notify(self._off())
        return bool(self._chosen)

    def _ask(self, segment_ids: tuple[str, ...], then: Callable[[Answered], None]) -> None:
        desk, version_id = self.page.desk, self.page.version_id
        chosen, address = self._chosen, desk.preferences.get(machine.ADDRESS)
        keys = desk.tools.machine_keys

        def compute(asked: Asked) -> None:
            if not asked[0]:
                desk.notify(_("Every sentence has a translation already."))
                return

            def work() -> dict[str, RichText]:
                made = machine.make_machine(chosen, address, keys)
                return machine.ask_machine(made, *asked) if made else {}

            desk.compute(
                work,
                lambda answers: then((asked[0], answers)),
                while_alive(self, self._failed),
                label=_("Translating by machine"),
                key=f"machine.{'one' if segment_ids else 'all'}",
            )

        desk.run(lambda uow: machine.questions(uow, version_id, segment_ids), while_alive(self, compute))

    def _failed(self, error: ComunicadoError) -> None:
        self.told.setText(error.one_line())
        self.page.desk.notify_error(error)
