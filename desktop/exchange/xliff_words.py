"""Names that both versions of XLIFF share, and how the states of other programs are read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from desktop.domain.segment import SegmentState

XLIFF12 = "urn:oasis:names:tc:xliff:document:1.2"
XLIFF20 = "urn:oasis:names:tc:xliff:document:2.0"
MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
#: Our own attributes: ``release``, ``version``, ``base``, ``marks``, ``text``, ``control``, ``author``, ``at``.
OURS = "urn:comunicado:exchange:1"
XML = "http://www.w3.org/XML/1998/namespace"
TOOL = "comunicado"
PREFIX = "comunicado:"

_S = SegmentState

#: XLIFF 1.2 §state: what we write.
WRITTEN_12: Mapping[SegmentState, str] = MappingProxyType(
    {
        _S.UNTRANSLATED: "new",
        _S.DRAFT: "needs-review-translation",
        _S.TRANSLATED: "translated",
        _S.REVIEWED: "signed-off",
        _S.FINAL: "final",
    }
)
#: And what we read: everything that still needs work is a draft; what is new, nobody said anything of.
READ_12: Mapping[str, SegmentState] = MappingProxyType(
    {
        "new": _S.UNTRANSLATED,
        "needs-translation": _S.DRAFT,
        "needs-adaptation": _S.DRAFT,
        "needs-l10n": _S.DRAFT,
        "needs-review-translation": _S.DRAFT,
        "needs-review-adaptation": _S.DRAFT,
        "needs-review-l10n": _S.DRAFT,
        "translated": _S.TRANSLATED,
        "signed-off": _S.REVIEWED,
        "final": _S.FINAL,
    }
)
#: XLIFF 2.1 §state; a draft is ``initial`` with a sub-state of ours.
WRITTEN_21: Mapping[SegmentState, str] = MappingProxyType(
    {
        _S.UNTRANSLATED: "initial",
        _S.DRAFT: "initial",
        _S.TRANSLATED: "translated",
        _S.REVIEWED: "reviewed",
        _S.FINAL: "final",
    }
)
READ_21: Mapping[str, SegmentState] = MappingProxyType(
    {"initial": _S.DRAFT, "translated": _S.TRANSLATED, "reviewed": _S.REVIEWED, "final": _S.FINAL}
)
#: Trados' ``sdl:seg conf``.
READ_SDL: Mapping[str, SegmentState] = MappingProxyType(
    {
        "draft": _S.DRAFT,
        "translated": _S.TRANSLATED,
        "rejectedtranslation": _S.DRAFT,
        "approvedtranslation": _S.REVIEWED,
        "rejectedsignoff": _S.DRAFT,
        "approvedsignoff": _S.FINAL,
    }
)
#: memoQ's ``mq:status``.
READ_MEMOQ: Mapping[str, SegmentState] = MappingProxyType(
    {
        "notstarted": _S.DRAFT,
        "edited": _S.DRAFT,
        "partiallyedited": _S.DRAFT,
        "pretranslated": _S.DRAFT,
        "assembledfromfragments": _S.DRAFT,
        "rejected": _S.DRAFT,
        "manuallyconfirmed": _S.TRANSLATED,
        "reviewer1confirmed": _S.REVIEWED,
        "reviewerconfirmed": _S.REVIEWED,
        "proofread": _S.FINAL,
    }
)
