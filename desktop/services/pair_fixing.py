"""Putting findings of translated pairs right in several sentences at once."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.domain.changes import Deed, Outcome
from desktop.domain.errors import ConflictError
from desktop.domain.ports import UnitOfWork
from desktop.domain.richtext import RichText
from desktop.domain.segment import SegmentState
from desktop.i18n import _
from desktop.services.translating import put_targets

#: Sentence → the text it must have now, and the text it gets.
Texts = Mapping[str, tuple[RichText, RichText]]


def put_right(uow: UnitOfWork, version_id: str, texts: Texts) -> Outcome[int]:
    """Write the fixed texts; a confirmed sentence stays confirmed as translated. Answers how many were written.

    A sentence whose text is another by now is left alone. Undo gives back the texts and states, where nobody changed
    them since; else it raises ConflictError.
    """
    segments = [each for each in uow.segments.of_version(version_id) if each.id in texts]
    wanted = [
        (each, texts[each.id][1], min(each.state, SegmentState.TRANSLATED, key=_DONE.index))
        for each in segments
        if each.target == texts[each.id][0] and texts[each.id][0] != texts[each.id][1]
    ]
    if not wanted:
        return Outcome(0)
    before = {each.id: (each.target, each.state) for each, _text, _state in wanted}
    changes = put_targets(uow, version_id, wanted)

    def back(unit: UnitOfWork) -> Outcome[int]:
        now = {each.id: each for each in unit.segments.of_version(version_id)}
        if any(now.get(i) is None or now[i].target != texts[i][1] for i in before):
            raise ConflictError(
                _("The translation was changed since."),
                kept=_("Nothing was changed."),
                advice=_("Change the sentences by hand."),
            )
        given = [(now[i], target, state) for i, (target, state) in before.items()]
        again = Deed(_("Put findings right"), lambda u: put_right(u, version_id, texts))
        return Outcome(len(given), put_targets(unit, version_id, given), again)

    return Outcome(len(wanted), changes, Deed(_("Put findings right"), back))


#: A sentence that was reviewed or final wants to be seen again.
_DONE = (
    SegmentState.UNTRANSLATED,
    SegmentState.DRAFT,
    SegmentState.TRANSLATED,
    SegmentState.REVIEWED,
    SegmentState.FINAL,
)
