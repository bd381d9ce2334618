"""Release templates: the built-in ones and those that the office made, in one list."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from desktop.domain.changes import TEMPLATE, Change, ChangeSet, Deed, Outcome
from desktop.domain.document import Document
from desktop.domain.errors import BadInputError, ComunicadoError, ConflictError
from desktop.domain.ports import UnitOfWork
from desktop.domain.release import VersionRole
from desktop.domain.template import StoredTemplate
from desktop.editorial.reuse.finding import find_gaps
from desktop.editorial.reuse.to_template import template_from
from desktop.editorial.template_edits import free_template_name, problems
from desktop.editorial.template_values import Template, parse_template
from desktop.editorial.template_writing import template_toml
from desktop.i18n import _
from desktop.services.releases import open_release
from desktop.services.reuse_plan import plan_reuse
from desktop.services.tools import Tools
from desktop.services.translating import target_document

_LARGEST = 1_000_000
#: A template's name is shown on a card.
_TITLE = 48


@dataclass(frozen=True, slots=True)
class OfferedTemplate:
    """A template with where it comes from: an empty ``id`` is a built-in one, which nobody can change."""

    template: Template
    id: str = ""
    rev: int = 0

    @property
    def is_built_in(self) -> bool:
        """Whether it came with the program."""
        return not self.id


def offered_templates(uow: UnitOfWork, tools: Tools) -> tuple[OfferedTemplate, ...]:
    """Every template there is, the built-in ones first."""
    return (*(OfferedTemplate(each) for each in tools.templates), *_own(uow))


def template_named(uow: UnitOfWork, tools: Tools, name: str) -> Template | None:
    """The template that releases of this type are made from; built-in or the office's own."""
    return next((each.template for each in offered_templates(uow, tools) if each.template.name == name), None)


def type_words(uow: UnitOfWork, name: str, language: str) -> str:
    """What the office calls a type of its own in a language; empty for a built-in or an unknown one."""
    found = next((each.template for each in _own(uow) if each.template.name == name), None)
    return found.title(language) if found else ""


def _own(uow: UnitOfWork) -> tuple[OfferedTemplate, ...]:
    found = []
    for stored in uow.templates.all():
        try:
            found.append(OfferedTemplate(parse_template(stored.body), stored.id, stored.rev))
        except ComunicadoError:  # one that a newer program wrote must not hide the others
            continue
    return tuple(found)


def save_template(
    uow: UnitOfWork, tools: Tools, template: Template, *, template_id: str = "", rev: int = 0, label: str = ""
) -> Outcome[OfferedTemplate]:
    """Add a template (without an id) or save one. Raises BadInputError with everything that is wrong in it."""
    wrong = problems(template)
    if wrong:
        raise BadInputError(" ".join(wrong), kept=_("The template was left as it was."))
    return _save(uow, tools, template, template_id, rev, label or _("Edit template"))


def _save(
    uow: UnitOfWork, tools: Tools, template: Template, template_id: str, rev: int, label: str
) -> Outcome[OfferedTemplate]:
    if not template_id:
        named = replace(template, name=_free_name(uow, tools, template))
        stored = uow.templates.put(StoredTemplate(uow.ids.new(), named.name, template_toml(named)))
        title = named.title("")
        return Outcome(_offered(stored), _changes(stored.id), _removal(stored.id, title))
    before = uow.templates.get(template_id)
    body = template_toml(replace(template, name=before.name))
    stored = uow.templates.put(StoredTemplate(template_id, before.name, body, rev=rev or before.rev))
    return Outcome(_offered(stored), _changes(template_id), _swap(stored, before, label))


def _swap(saved: StoredTemplate, before: StoredTemplate, label: str) -> Deed:
    def back(unit: UnitOfWork) -> Outcome[OfferedTemplate]:
        current = unit.templates.get(saved.id)
        if current.body != saved.body:
            raise ConflictError(_("The template was changed since; nothing was undone."))
        restored = unit.templates.put(replace(before, rev=current.rev))
        return Outcome(_offered(restored), _changes(saved.id), _swap(restored, current, label))

    return Deed(label, back)


def remove_template(uow: UnitOfWork, template_id: str) -> Outcome[None]:
    """Take a template out of the list. Releases that were made from it stay as they are."""
    stored = uow.templates.get(template_id)
    uow.templates.remove(template_id)
    title = parse_template(stored.body).title("")
    label = _("Delete the template “{title}”").format(title=title)

    def back(unit: UnitOfWork) -> Outcome[None]:
        unit.templates.restore(template_id)
        return Outcome(None, _changes(template_id), Deed(label, lambda again: remove_template(again, template_id)))

    return Outcome(None, _changes(template_id), Deed(label, back))


def duplicate_template(uow: UnitOfWork, tools: Tools, template: Template) -> Outcome[OfferedTemplate]:
    """A copy to change, built-in or not. Its titles say that it is one."""
    titles = {language: _("{title} (copy)").format(title=words) for language, words in template.titles.items()}
    return _save(uow, tools, replace(template, titles=titles, order=100), "", 0, "")


def import_template(uow: UnitOfWork, tools: Tools, content: bytes) -> Outcome[OfferedTemplate]:
    """Bring in a template file of another office. Raises BadInputError that says what is wrong with it."""
    if len(content) > _LARGEST:
        raise BadInputError(_("This file is too large for a template."), kept=_("Nothing was added."))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInputError(_("This is not a template file."), kept=_("Nothing was added.")) from error
    return save_template(uow, tools, replace(parse_template(text), order=100))


def add_from_release(
    uow: UnitOfWork, tools: Tools, release_id: str, groups: Collection[str] | None = None
) -> Outcome[OfferedTemplate]:
    """Make a template of a release with all its languages.

    ``groups`` are those of its :class:`ReusePlan` that become gaps (``None``: all); the rest stays words.
    """
    plan = plan_reuse(uow, tools, release_id)
    today = uow.clock.now().astimezone().date()
    documents: list[Document] = [plan.document]
    found = {plan.document.language: tuple(gap for gap in plan.gaps if groups is None or gap.group in groups)}
    drawn = [each.block_id for each in plan.renewed]
    for version in open_release(uow, release_id).versions:
        if version.role is not VersionRole.TARGET or not version.progress.total or version.progress.waiting:
            continue  # a text with holes is no pattern
        document = target_document(uow, version.id)
        documents.append(document)
        found[document.language] = find_gaps(document, gazetteer=tools.gazetteer, today=today, skipped=drawn)
    titles = {document.language: _short(document.title) or _("New template") for document in documents}
    return _save(uow, tools, template_from("template", titles, documents, found), "", 0, "")


def _short(title: str) -> str:
    return title if len(title) <= _TITLE else f"{title[: _TITLE - 1].rstrip()}…"


def _free_name(uow: UnitOfWork, tools: Tools, template: Template) -> str:
    taken = [each.template.name for each in offered_templates(uow, tools)]
    return free_template_name(template.title(next(iter(template.titles), "en")), taken)


def _offered(stored: StoredTemplate) -> OfferedTemplate:
    return OfferedTemplate(parse_template(stored.body), stored.id, stored.rev)


def _removal(template_id: str, title: str) -> Deed:
    label = _("Add the template “{title}”").format(title=title)
    return Deed(label, lambda unit: remove_template(unit, template_id))


def _changes(template_id: str) -> ChangeSet:
    return ChangeSet.of(Change(TEMPLATE, template_id))
