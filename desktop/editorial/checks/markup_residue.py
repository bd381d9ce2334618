"""Markup that leaked into the text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from desktop.domain.finding import Finding, Severity
from desktop.editorial.checks.base import BlockCheck
from desktop.editorial.checks.context import BlockView
from desktop.editorial.checks.facts import CheckFacts
from desktop.i18n import N_, _

_TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,12}(?:\s[^<>]{0,200})?/?>")
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[a-zA-Z]{2,8}\d{0,2});")
_SIGNS = re.compile(r"\*\*|(?<!\w)__(?=\w)|(?<=\w)__(?!\w)|^#{1,6}(?= \S)|\{\{|\}\}|\]\(https?:")
_SHORTCODE = re.compile(
    r"\[/?(?:caption|gallery|embed|b|i|u|url|img|audio|video|quote|size|color)(?:[\s=][^\]]{0,200})?\]", re.IGNORECASE
)


class MarkupResidue(BlockCheck):
    """Tags, entities, short codes and Markdown signs; tags and entities come with their fix."""

    name = "markup-residue"
    title = N_("Markup residue")
    severity = Severity.PROBLEM

    def find_in(self, view: BlockView, facts: CheckFacts) -> Iterable[Finding]:
        for match in _ENTITY.finditer(view.text):
            sign = html.unescape(match.group())
            if sign != match.group():
                yield self.at(view, match.span(), _said(match), sign)
        for pattern, is_safe in ((_TAG, True), (_SHORTCODE, True), (_SIGNS, False)):
            for match in pattern.finditer(view.text):
                fix = "" if is_safe or match.group() in ("**", "__") else None
                yield self.at(view, match.span(), _said(match), fix)


def _said(match: re.Match[str]) -> str:
    return _("“{found}” is markup and not text.").format(found=match.group()[:40])
