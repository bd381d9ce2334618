"""One person's card: edited in place, saved on leaving a field, with undo."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from desktop.domain.changes import CONTACT, ChangeSet
from desktop.domain.contact import Contact
from desktop.domain.errors import ComunicadoError
from desktop.i18n import _
from desktop.services.directory import get_contact, tags
from desktop.ui.contacts.card_form import CardForm
from desktop.ui.contacts.saving import INITIATOR, CardKeeper
from desktop.ui.desk import Desk, Route
from desktop.ui.theme.tokens import S4, S8, S12, S16, S24
from desktop.ui.widgets.buttons import IconButton, PlainButton
from desktop.ui.widgets.empty_state import EmptyState
from desktop.ui.widgets.icon_label import IconLabel
from desktop.ui.widgets.section_header import label


class ContactCard(QWidget):
    """Shows a person by id, or a new one. ``delete_asked`` and ``added`` carry an id."""

    delete_asked = Signal(str)
    added = Signal(str)

    def __init__(self, desk: Desk, region: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.desk = desk
        self._asked = ""
        self.form = CardForm(desk, region)
        self.keeper = CardKeeper(desk, self.form.read, self)
        self._lay_out()
        self.form.committed.connect(self.save)
        self.form.edited.connect(self._follow)
        self.keeper.saved.connect(self._saved)
        self.keeper.added.connect(self.added)
        self.keeper.conflicted.connect(self._show_conflict)
        self.keeper.failed.connect(self._show_failure)
        desk.hub.announced.connect(self._hear)
        desk.add_flusher(self.save)

    # -- making ---------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.title = label("", "title", wraps=True)
        self.subtitle = label("", "muted", wraps=True)
        self.state = label("", "small")
        self._delete = IconButton("trash", _("Delete this contact"), self._ask_delete)
        heading = QVBoxLayout()
        heading.setSpacing(2)
        heading.addWidget(self.title)
        heading.addWidget(self.subtitle)
        head = QHBoxLayout()
        head.setSpacing(S8)
        head.addLayout(heading, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._delete, 0, Qt.AlignmentFlag.AlignTop)
        self.conflict = self._make_conflict()
        body = QWidget()
        body.setProperty("role", "panel")
        column = QVBoxLayout(body)
        column.setContentsMargins(S24, S16, S16, S24)
        column.setSpacing(S16)
        column.addLayout(head)
        column.addWidget(self.conflict)
        column.addWidget(self.form, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(body)
        self._scroll = scroll
        self.nobody = EmptyState("address-book", _("Choose somebody in the list to see and edit the card."))
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self.nobody)
        self._stack.addWidget(scroll)

    def _make_conflict(self) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(S12, S12, S12, S12)
        column.setSpacing(S8)
        row = QHBoxLayout()
        row.setSpacing(S8)
        row.addWidget(IconLabel("warning-circle", "problem"), 0, Qt.AlignmentFlag.AlignTop)
        self.conflict_words = label("", wraps=True)
        row.addWidget(self.conflict_words, 1)
        column.addLayout(row)
        buttons = QHBoxLayout()
        buttons.setSpacing(S4)
        self.keep_button = PlainButton(_("Keep what stands here"), self.keep_mine)
        self.theirs_button = PlainButton(_("Show what was saved"), self.show_theirs)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.theirs_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        frame.hide()
        return frame

    # -- showing --------------------------------------------------------------------------------------------

    @property
    def contact_id(self) -> str:
        """Whose card this is; empty for a new one and for nobody."""
        return self.keeper.stored.id if self.keeper.stored else ""

    @property
    def is_new(self) -> bool:
        """Whether a person is being added who is not stored yet."""
        return self.keeper.stored is not None and not self.keeper.stored.id

    def show_id(self, contact_id: str) -> None:
        """Show a person; what was typed on the card before is saved first."""
        self.save()
        self._warn_of_problems()
        self._asked = contact_id
        if not contact_id:
            self._show(None)
            return
        if contact_id == self.contact_id:
            return
        self.desk.run(
            lambda uow: (get_contact(uow, contact_id), tags(uow)),
            lambda found: self._arrived(contact_id, *found),
            lambda _error: self._arrived(contact_id, None, ()),
            key="contacts.card",
            flush=False,
        )

    def start_new(self) -> None:
        """An empty card with the cursor in the given name."""
        self.save()
        self._warn_of_problems()
        self._asked = ""
        self._show(Contact(""))
        self.form.given.setFocus()

    def _arrived(self, contact_id: str, contact: Contact | None, known: tuple[str, ...]) -> None:
        if contact_id == self._asked:
            self.form.set_known_tags(known)
            self._show(contact)

    def _show(self, contact: Contact | None) -> None:
        is_other = contact is None or contact.id != self.contact_id
        self.keeper.take(contact)
        self.conflict.hide()
        self._delete.setVisible(bool(contact and contact.id))
        if contact is None:
            self._stack.setCurrentWidget(self.nobody)
            return
        self.form.show_contact(contact)
        self._stack.setCurrentWidget(self._scroll)
        self._follow()
        self.state.setText("")
        if is_other:
            self._scroll.verticalScrollBar().setValue(0)

    def _follow(self) -> None:
        """Let the heading say what the fields say."""
        stored = self.keeper.stored
        if stored is None:
            return
        now = self.form.read(stored)
        self.title.setText(now.name or _("New contact"))
        role = now.roles[0] if now.roles else None
        parts = [role.title, role.outlet_name] if role else []
        self.subtitle.setText(" · ".join(part for part in parts if part))
        self.subtitle.setVisible(bool(self.subtitle.text()))
        self.state.setText("")

    # -- saving ---------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Write what was typed; nothing happens where nothing changed."""
        self.keeper.save()

    def _saved(self, contact: Contact) -> None:
        self._asked = contact.id
        self._delete.show()
        self.form.adopt(contact)
        self._follow()
        self.state.setText(_("Saved"))

    def _warn_of_problems(self) -> None:
        """Somebody else's card comes: say what of this one could not be saved, and offer the way back."""
        problems = self.form.problems() if self.keeper.stored is not None else ()
        if not problems:
            return
        contact_id = self.contact_id
        self.desk.notify(
            _("Not saved on the card of {name}: {reason}").format(name=self.title.text(), reason=problems[0]),
            "problem",
            action_label=_("Go back") if contact_id else "",
            action=(lambda: self.desk.navigate(Route("contacts", detail=contact_id))) if contact_id else None,
        )

    def _show_conflict(self, error: ComunicadoError) -> None:
        self.conflict_words.setText(error.one_line())
        self.conflict.show()
        self._scroll.ensureWidgetVisible(self.conflict)
        self.keep_button.setFocus()

    def _show_failure(self, error: ComunicadoError) -> None:
        self.state.setText(_("Not saved"))
        self.desk.notify_error(error)

    def keep_mine(self) -> None:
        """In a conflict: what stands on the card is written over what the other one saved."""
        self.conflict.hide()
        self.keeper.keep_mine()

    def show_theirs(self) -> None:
        """In a conflict: what the other one saved replaces what stands on the card."""
        contact_id = self.contact_id
        self._asked = contact_id
        self.desk.run(
            lambda uow: get_contact(uow, contact_id),
            lambda contact: self._arrived(contact_id, contact, ()),
            lambda _error: self._arrived(contact_id, None, ()),
            flush=False,
        )

    def _hear(self, changes: ChangeSet) -> None:
        contact_id = self.contact_id
        if not contact_id or changes.initiator == INITIATOR or not changes.touches(CONTACT, contact_id):
            return
        if not self.keeper.is_changed() and not self.keeper.is_saving:
            self.show_theirs()

    def _ask_delete(self) -> None:
        if self.contact_id:
            self.delete_asked.emit(self.contact_id)
