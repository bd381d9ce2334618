"""Whether a workspace says the same thing everywhere: the promises behind ``comunicado workspace verify``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Integer, and_, case, func, select
from sqlalchemy import cast as sql_cast
from sqlalchemy.engine import Connection

from desktop.domain.segment import CONFIRMED_STATES
from desktop.i18n import _
from desktop.storage import rows
from desktop.storage.documents import read_block
from desktop.storage.fulltext import FullText
from desktop.storage.revisions import kept_document
from desktop.storage.schema import people, texts

#: Stop telling after so many problems of one sort: the rest would say the same.
_ENOUGH = 20
#: What :mod:`desktop.domain.order_key` makes: base 62, never ending in ``0``.
_ORDER_KEY = re.compile("[0-9A-Za-z]*[1-9A-Za-z]")
_DAMAGED = (ValueError, KeyError, TypeError)


def problems(connection: Connection, full_text: FullText) -> list[str]:
    """Everything that is wrong, a sentence each; an empty list for a sound workspace."""
    if connection.dialect.name == "sqlite":
        found = list(_sqlite(connection))
        if found:
            return found  # a damaged file would only make the other checks guess
    checks = (_blocks, _segments, _segment_places, _progress, _revisions, _approvals, _contact_rows)
    result: list[str] = []
    for check in checks:
        for problem, _place in zip(check(connection), range(_ENOUGH), strict=False):
            result.append(problem)
    return result + full_text.problems(connection)


def _sqlite(connection: Connection) -> Iterator[str]:
    for (message,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if message != "ok":
            yield _("The file is damaged: {message}").format(message=message)
    broken = {(row[0], row[2]) for row in connection.exec_driver_sql("PRAGMA foreign_key_check")}
    for table, parent in sorted(broken):
        yield _("Rows of {table} point at something missing in {parent}.").format(table=table, parent=parent)


def _blocks(connection: Connection) -> Iterator[str]:
    """Every block reads back, has a usable order key, and stands in a living version."""
    for row in connection.execute(select(texts.block).order_by(texts.block.c.version_id, texts.block.c.order_key)):
        try:
            read_block(row)
        except _DAMAGED:
            yield _("The block {id} cannot be read.").format(id=row.id)
        if not _ORDER_KEY.fullmatch(row.order_key):
            yield _("The block {id} has no usable place in its text.").format(id=row.id)


def _segments(connection: Connection) -> Iterator[str]:
    """Every segment's texts read back in their canonical form, and every live one stands on an existing block."""
    segment, version, block = texts.segment, texts.version, texts.block
    target, source = version.alias("target"), version.alias("source")
    joined = (
        segment.join(target, target.c.id == segment.c.version_id)
        .outerjoin(source, and_(source.c.release_id == target.c.release_id, source.c.role == "source"))
        .outerjoin(
            block,
            and_(block.c.version_id == source.c.id, block.c.id == segment.c.block_id, block.c.deleted_at.is_(None)),
        )
    )
    wanted = select(segment, block.c.id.label("source_block")).select_from(joined)
    for row in connection.execute(wanted.where(segment.c.deleted_at.is_(None))):
        for stored in (row.source, row.target, row.made_from):
            try:
                is_sound = stored is None or rows.pack_text(rows.unpack_text(stored)) == stored
            except _DAMAGED:
                is_sound = False
            if not is_sound:
                yield _("The segment {id} cannot be read.").format(id=row.id)
        if row.place >= 0 and row.source_block is None:
            yield _("The segment {id} belongs to a block that does not exist.").format(id=row.id)


def _segment_places(connection: Connection) -> Iterator[str]:
    segment = texts.segment
    doubled = (
        select(segment.c.block_id, segment.c.version_id)
        .where(segment.c.deleted_at.is_(None), segment.c.place >= 0)
        .group_by(segment.c.version_id, segment.c.block_id, segment.c.place)
        .having(func.count() > 1)
    )
    for row in connection.execute(doubled):
        yield _("Two segments stand at one place of the block {id}.").format(id=row.block_id)


def _progress(connection: Connection) -> Iterator[str]:
    """The cached counts of each version against its segments."""
    segment, version = texts.segment, texts.version
    is_stale = and_(segment.c.made_from.is_not(None), segment.c.made_from != segment.c.source)
    is_done = and_(segment.c.state.in_(sorted(CONFIRMED_STATES)), ~func.coalesce(is_stale, False))
    live = (
        select(
            segment.c.version_id,
            func.count().label("total"),
            sql_cast(func.sum(case((is_done, 1), else_=0)), Integer).label("done"),
            sql_cast(func.sum(case((is_stale, 1), else_=0)), Integer).label("stale"),
        )
        .where(segment.c.deleted_at.is_(None), segment.c.place >= 0)
        .group_by(segment.c.version_id)
        .subquery()
    )
    joined = version.outerjoin(live, live.c.version_id == version.c.id)
    counted = [func.coalesce(live.c[name], 0) for name in ("total", "done", "stale")]
    wrong = (counted[0] != version.c.total) | (counted[1] != version.c.done) | (counted[2] != version.c.stale)
    for row in connection.execute(select(version.c.id).select_from(joined).where(wrong)):
        yield _("The progress shown for the version {id} is not what its segments say.").format(id=row.id)


def _revisions(connection: Connection) -> Iterator[str]:
    for row in connection.execute(select(texts.revision)):
        try:
            is_sound = kept_document(row).content_hash() == row.content_hash
        except _DAMAGED:
            is_sound = False
        if not is_sound:
            yield _("The kept state {id} is not the text that was kept.").format(id=row.id)


def _approvals(connection: Connection) -> Iterator[str]:
    """Every signature is on a text that is kept."""
    approval, revision = texts.approval, texts.revision
    same = and_(revision.c.version_id == approval.c.version_id, revision.c.content_hash == approval.c.content_hash)
    unkept = select(approval.c.id).outerjoin(revision, same).where(revision.c.id.is_(None))
    for row in connection.execute(unkept):
        yield _("The approval {id} is on a text that is not kept.").format(id=row.id)


def _contact_rows(connection: Connection) -> Iterator[str]:
    person, row = people.person, people.contact_row
    living = select(person.c.id).where(person.c.deleted_at.is_(None))
    missing = living.where(person.c.id.not_in(select(row.c.person_id)))
    for found in connection.execute(missing.limit(_ENOUGH)):
        yield _("The contact {id} is missing from the list.").format(id=found.id)
    dead = select(row.c.person_id).join(person, person.c.id == row.c.person_id).where(person.c.deleted_at.is_not(None))
    for found in connection.execute(dead.limit(_ENOUGH)):
        yield _("The removed contact {id} is still in the list.").format(id=found.person_id)
