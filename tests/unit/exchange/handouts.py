"""Handed-out translations for tests: any words, any marks."""

from __future__ import annotations

from hypothesis import strategies as st

from desktop.domain.document import BlockKind
from desktop.domain.handing import Handed, HandedSegment, Match, Note, base_of
from desktop.domain.richtext import SUGGESTION_MARKS, Mark, MarkKind, RichText
from desktop.domain.segment import SegmentState
from desktop.publishing.page import Imprint

RELEASE, VERSION = "0197c3f2-7c1e-7abc-9def-0123456789ab", "0197c3f2-7c1e-7abc-9def-0123456789ac"
#: Emoji, two writing directions, joiners, blanks, markup, what XML forbids, and what its escapes look like.
ALPHABET = "abñé e\u0301🙂\u200dשلم<&>]\"'_x0041\u00a0\t\n\r\u0085\u2028\x00\x07\x1f\x7f\ufffe\ud800"

texts = st.text(alphabet=ALPHABET, max_size=14) | st.sampled_from(["_x0007_", "]]>", "_x005F_x0007_", " ", "a\r\nb"])
kinds = st.sampled_from([kind for kind in MarkKind if kind not in SUGGESTION_MARKS])
values = st.sampled_from(["", "x", "name", "https://example.org/a?b=1&c=2", "javascript:alert(1)", "a b;c,d\\ñ\x01"])


@st.composite
def rich_texts(draw: st.DrawFn) -> RichText:
    text = draw(texts)
    places = st.integers(0, len(text))
    return RichText.of(text, draw(st.lists(st.builds(Mark, places, places, kinds, values), max_size=6)))


def segment_id(number: int) -> str:
    return f"0197c3f2-7c1e-7abc-8def-{number:012x}"


notes = st.builds(Note, st.sampled_from(["Ana", "José Ñ"]), st.sampled_from(["¿Seguro?", "two\nlines", "a: b <c>"]))
matches = st.builds(Match, texts, texts, st.integers(0, 100), st.sampled_from(["", "memory"]))


@st.composite
def handed(draw: st.DrawFn) -> Handed:
    segments: list[HandedSegment] = []
    for number in range(draw(st.integers(1, 4))):
        target, state = draw(rich_texts()), draw(st.sampled_from(list(SegmentState)))
        if state is SegmentState.UNTRANSLATED:
            target = RichText()
        segments.append(
            HandedSegment(
                segment_id(number),
                f"b{number // 2}",
                draw(st.sampled_from(list(BlockKind))),
                number + 1,
                draw(rich_texts()),
                target,
                state,
                base_of(target, state),
                notes=tuple(draw(st.lists(notes, max_size=2))),
                matches=tuple(draw(st.lists(matches, max_size=2))),
            )
        )
    return Handed(RELEASE, VERSION, draw(texts), "en", "es", tuple(segments))


def one(
    source: RichText | str, target: RichText | str = "", state: SegmentState | None = None, **more: object
) -> Handed:
    """A single sentence handed out."""
    source = RichText.plain(source) if isinstance(source, str) else source
    target = RichText.plain(target) if isinstance(target, str) else target
    state = state or (SegmentState.TRANSLATED if target else SegmentState.UNTRANSLATED)
    segment = HandedSegment(
        segment_id(0), "b0", BlockKind.PARAGRAPH, 1, source, target, state, base_of(target, state), **more
    )
    return Handed(RELEASE, VERSION, "A title", "en", "es", (segment,))


def imprint() -> Imprint:
    return Imprint(type="press-release", is_approved=True)
