"""A version that nothing stops; tests change one thing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from desktop.domain.document import Block, BlockKind, Document
from desktop.domain.release import Approval, Release, ReleaseStatus, Version, VersionRole
from desktop.domain.richtext import RichText
from desktop.editorial.preflight.reason import Material, Reason, Signature, SignatureKind
from desktop.editorial.preflight.rules import look_over

NOW = datetime(2026, 5, 26, 8, tzinfo=UTC)
SIGNED = Approval("a", "v", "hash", "Rosa", NOW)


def block(kind: BlockKind, text: str, **attrs: str) -> Block:
    return Block(f"b-{kind.value}-{abs(hash(text)) % 1000}", kind, RichText(text), tuple(sorted(attrs.items())))


GOOD = (
    block(BlockKind.HEADLINE, "Coast guard opens rescue station"),
    block(BlockKind.DATELINE, "Limón –"),
    block(BlockKind.LEAD, "The station opened on Monday."),
    block(BlockKind.CONTACT, "Ana Mora, amora@guardia.example"),
)


def material(*blocks: Block, **more: Any) -> Material:
    source = Version("v", "r", "en", VersionRole.SOURCE, ReleaseStatus.APPROVED)
    target = Version("w", "r", "es", VersionRole.TARGET, ReleaseStatus.APPROVED)
    values: dict[str, Any] = {
        "release": Release("r", "T", "press-release", "en"),
        "version": source,
        "versions": (source, target),
        "document": Document("v", "en", blocks or GOOD),
        "segments": (),
        "signature": Signature(SignatureKind.VALID, SIGNED),
        "now": NOW,
    }
    return Material(**(values | more))


def found(rule: str, *blocks: Block, **more: Any) -> list[Reason]:
    return [reason for reason in look_over(material(*blocks, **more)) if reason.rule == rule]
