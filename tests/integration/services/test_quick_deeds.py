"""What a deed stores of a few sentences is what reading, counting and putting together the whole version would."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest

from desktop.domain.archive import ArchiveQuery
from desktop.domain.document import BlockKind
from desktop.domain.errors import ComunicadoError
from desktop.domain.richtext import Mark, MarkKind, RichText
from desktop.domain.segment import Segment, SegmentOrigin
from desktop.services import propagating, reviewing, translating
from desktop.services.remembering import neighbours
from desktop.services.resolving import leaving_document
from desktop.services.typed_together import type_target
from desktop.storage.folding import compose
from desktop.storage.schema import texts
from desktop.translation.pairing import progress, rank_for
from tests.integration.services.office import Office

_TEXT = (
    (BlockKind.HEADLINE, "Coast guard opens rescue station"),
    (BlockKind.LEAD, "The station opened on Monday. It serves 40 villages. Nurses work there at night."),
    (BlockKind.PARAGRAPH, "Nurses work there at night. The boat is new and yellow. It serves 40 villages."),
    (BlockKind.PARAGRAPH, "Nobody was hurt in the storm. Nurses work there at night."),
)
_TARGETS = ("Enfermeras de noche.", "Faro 77.", "«Abrió el lunes», dijo Ana Mora.", "  ", "")


def _check(office: Office, version_id: str) -> None:
    """What is stored beside the sentences is what the long way finds."""
    with office.workspace.unit_of_work() as unit:
        segments = unit.segments.of_version(version_id)
        live = [segment for segment in segments if not segment.is_gone]
        version = unit.releases.version(version_id)
        assert version.progress == progress(segments)
        assert [(p.id, p.rank, p.has_translation) for p in unit.segments.places(version_id)] == [
            (s.id, s.rank, s.has_translation) for s in live
        ]
        assert unit.segments.some(s.id for s in reversed(segments)) == tuple(reversed(segments))
        for segment in live:
            same = tuple(s for s in live if s.id != segment.id and s.source == segment.source)
            assert unit.segments.same_source(segment) == same
            assert unit.segments.get(segment.id) == segment
        document = leaving_document(unit, version)
        for word in ("Faro", "Enfermeras", "Ana"):
            query = ArchiveQuery(word)
            found = unit.search.hits(query, unit.search.places(query))
            assert (version_id in {hit.version_id for hit in found}) == (word in compose(document.plain_text))


def _deed(office: Office, segment: Segment, segments: tuple[Segment, ...], chance: random.Random) -> None:
    what = chance.choice(("type", "type", "confirm", "confirm", "confirm", "review", "apart", "unsure"))
    if what == "type":
        target = RichText.of(chance.choice(_TARGETS), [Mark(0, 4, MarkKind.STRONG)] if chance.random() < 0.3 else [])
        office.do(type_target, segment.id, target, segment.target)
    elif what == "apart":
        office.do(propagating.set_apart, segment.id, is_apart=not segment.is_apart)
    elif what == "unsure":
        done = office.do(propagating.confirm_and_propagate, segment.id)
        office.undo(office.undo(done))
    else:
        work = propagating.confirm_and_propagate if what == "confirm" else reviewing.review_segment
        rank = rank_for(segments, segment.id)
        done = office.do(work, segment.id, is_on=chance.random() < 0.8)
        confirmed = done.value.segment
        assert confirmed.rank == rank
        _check_unit(office, confirmed)


def _check_unit(office: Office, confirmed: Segment) -> None:
    with office.workspace.unit_of_work() as unit:
        live = [s for s in unit.segments.of_version(confirmed.version_id) if not s.is_gone]
        kept = unit.memory.of_segment(confirmed.id)
    assert kept is not None
    place = next((at for at, segment in enumerate(live) if segment.id == confirmed.id), None)
    assert (kept.previous, kept.next) == neighbours(live, place)
    assert (kept.source, kept.target) == (confirmed.source.strip(), confirmed.target.strip())


@pytest.mark.parametrize("seed", range(4))
def test_the_quick_way_of_a_deed_ends_where_the_long_one_does(office: Office, seed: int) -> None:
    chance = random.Random(seed)
    opened = office.release(text=_TEXT)
    version_id = office.spanish(opened, is_filled=False)
    done = 0
    for step in range(40):
        if step % 8 == 7:
            old, new = chance.choice(
                (("Monday", "Tuesday"), ("40", "50"), ("Nurses", "Doctors"), ("Tuesday", "Monday"))
            )
            with suppress(ComunicadoError):  # the word was replaced before
                office.edit(opened, old, new)
        segments = office.do(lambda unit: unit.segments.of_version(version_id))
        segment = chance.choice([each for each in segments if not each.is_gone])
        try:
            _deed(office, segment, segments, chance)
            done += 1
        except ComunicadoError:  # nothing to confirm: nothing may have changed
            assert office.do(lambda unit: unit.segments.of_version(version_id)) == segments
        _check(office, version_id)
    assert done > 10


def test_a_propagated_sentence_is_counted_and_found(office: Office) -> None:
    opened = office.release(text=_TEXT)
    version_id = office.spanish(opened, is_filled=False)
    nurses = [s for s in office.segments(version_id) if s.source.text.startswith("Nurses")]
    office.do(translating.type_target, nurses[0].id, RichText.plain("Faro 77."))

    done = office.do(propagating.confirm_and_propagate, nurses[0].id)

    assert done.value.here == 2
    assert {s.origin for s in office.segments(version_id) if s.id in done.value.repeats} == {SegmentOrigin.PROPAGATED}
    _check(office, version_id)
    office.undo(done)
    _check(office, version_id)


def test_a_confirmation_writes_the_search_index_only_where_the_text_changed(office: Office) -> None:
    opened = office.release(text=_TEXT)
    version_id = office.spanish(opened, is_filled=False)
    first = office.segments(version_id)[0]
    office.do(translating.type_target, first.id, RichText.plain("Faro 77."))

    with office.workspace.unit_of_work() as unit:
        unit.connection.execute(texts.version_text.update().values(body="only a change of the text writes this again"))
    office.do(propagating.confirm_and_propagate, first.id)
    with office.workspace.unit_of_work() as unit:
        kept = unit.connection.execute(texts.version_text.select()).all()
        assert {row.body for row in kept} == {"only a change of the text writes this again"}
    office.do(translating.type_target, first.id, RichText.plain("Faro 78."))
    _check(office, version_id)
