"""The office's own release templates."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.engine import Connection

from desktop.domain.ports import Clock
from desktop.domain.template import StoredTemplate
from desktop.i18n import N_, _
from desktop.storage import rows
from desktop.storage.schema import desk

_TEMPLATE = desk.template
_NONE = N_("There is no template with the id “{id}”.")


class SqlTemplates:
    """Fulfils :class:`desktop.domain.ports.Templates`."""

    def __init__(self, connection: Connection, clock: Clock) -> None:
        self._connection = connection
        self._clock = clock

    def all(self) -> tuple[StoredTemplate, ...]:
        """See the port."""
        living = select(_TEMPLATE).where(_TEMPLATE.c.deleted_at.is_(None))
        found = self._connection.execute(living.order_by(_TEMPLATE.c.created_at, _TEMPLATE.c.id))
        return tuple(_stored(row) for row in found)

    def get(self, template_id: str) -> StoredTemplate:
        """See the port."""
        return _stored(rows.one(self._connection, _TEMPLATE, template_id, _(_NONE)))

    def put(self, template: StoredTemplate) -> StoredTemplate:
        """See the port."""
        values = {"id": template.id, "name": template.name, "body": template.body}
        sentence = _("The template “{name}” was changed by somebody else meanwhile.").format(name=template.name)
        rows.save(self._connection, _TEMPLATE, values, template.rev, self._clock.now(), sentence)
        return self.get(template.id)

    def remove(self, template_id: str) -> None:
        """See the port."""
        rows.bury(self._connection, _TEMPLATE, template_id, self._clock.now(), _(_NONE))

    def restore(self, template_id: str) -> None:
        """See the port."""
        rows.raise_again(self._connection, _TEMPLATE, template_id, _(_NONE))


def _stored(row: rows.AnyRow) -> StoredTemplate:
    return StoredTemplate(row.id, row.name, row.body, row.updated_at, row.rev)
