"""Autosave of the sentence that is being typed: a throttle, so that at most a quarter of a second is unwritten."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.changes import Outcome
from desktop.domain.errors import ComunicadoError
from desktop.domain.richtext import RichText
from desktop.domain.segment import SegmentOrigin
from desktop.services.typed_together import SavedSentence, type_target
from desktop.ui.desk import Desk

INITIATOR = "translate"
SAVE_AFTER_MS, RETRY_AFTER_MS = 250, 3_000


class SentenceSaver(QObject):
    """Keeps what is unwritten by segment and writes it through the service. Main thread.

    ``count`` rises with every write queued: what was read before the newest one may be older than the typing.
    ``conflicted`` carries the version in the history that keeps a translation of a sentence which another window wrote
    first.
    """

    saved = Signal()
    conflicted = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._unwritten: dict[str, tuple[RichText, RichText, SegmentOrigin]] = {}
        self._on_the_way = 0
        self.count = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.save)
        desk.add_flusher(self.save)

    @property
    def is_saved(self) -> bool:
        """Whether all typing is written."""
        return not self._unwritten and not self._on_the_way

    def holds(self, segment_id: str) -> bool:
        """Whether typing in this segment is still to be queued."""
        return segment_id in self._unwritten

    def note(
        self, segment_id: str, text: RichText, base: RichText, origin: SegmentOrigin = SegmentOrigin.TYPED
    ) -> None:
        """Something was typed on top of ``base``."""
        _text, first, _origin = self._unwritten.get(segment_id, (text, base, origin))
        self._unwritten[segment_id] = (text, first, origin)
        if not self._timer.isActive():
            self._timer.start(SAVE_AFTER_MS)

    def save(self) -> None:
        """Queue all that is unwritten."""
        self._timer.stop()
        waiting, self._unwritten = self._unwritten, {}
        for segment_id, (text, base, origin) in waiting.items():
            self._write(segment_id, text, base, origin)

    def close(self) -> None:
        """Write what is left and stop listening."""
        self.save()
        self._desk.remove_flusher(self.save)

    def _write(self, segment_id: str, text: RichText, base: RichText, origin: SegmentOrigin) -> None:
        self.count += 1
        self._on_the_way += 1

        def done(outcome: Outcome[SavedSentence]) -> None:
            self._on_the_way -= 1
            self._desk.hub.announce(replace(outcome.changes, initiator=INITIATOR))
            if outcome.value.kept is not None:
                self.conflicted.emit(outcome.value.kept)
            if self.is_saved:
                self.saved.emit()

        def failed(error: ComunicadoError) -> None:
            self._on_the_way -= 1
            self._desk.notify_error(error)
            if segment_id not in self._unwritten:
                self._unwritten[segment_id] = (text, base, origin)
                self._timer.start(RETRY_AFTER_MS)

        self._desk.run(
            lambda uow: type_target(uow, segment_id, text, base, origin=origin),
            done,
            failed,
            flush=False,
            is_urgent=True,
        )
