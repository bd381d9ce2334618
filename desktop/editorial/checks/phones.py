"""Phone numbers in running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.editorial.checks.context import BlockView, CheckContext
from desktop.editorial.contact_reading import calling_code

_NUMBER = re.compile(r"(?<![\w.,/@])(?:\+|00)?\(?\d{1,4}\)?(?:[ \u00a0.\-/]{1,2}\(?\d{2,4}\)?){1,5}(?![\w/@]|[.,]\d)")
_LABEL = re.compile(
    r"(?P<label>(?:tel(?:[ée]fono|ephone|éfono|éphone)?|phone|m[óo]vil|mobile|cel(?:ular|l)?|fax|whats\s?app|ph)\s?[.:]{0,2})\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WrittenPhone:
    """A number as written. ``label`` is what stands before it (``Tel:``), ``code`` its calling code where it has ``+``."""

    view: BlockView
    start: int
    end: int
    text: str
    label: str

    @property
    def digits(self) -> str:
        """Only the figures, without the international prefix."""
        figures = re.sub(r"\D", "", self.text)
        return figures.removeprefix("00") if self.text.startswith("00") else figures

    @property
    def is_international(self) -> bool:
        """Whether it begins with ``+`` or ``00``."""
        return self.text.startswith(("+", "00"))

    @property
    def code(self) -> str:
        """The calling code, where the number says it has one."""
        return calling_code(self.digits) if self.is_international else ""

    @property
    def separators(self) -> str:
        """The kinds of signs between the groups: ``-``, ``.``, a space, brackets."""
        inner = re.sub(r"[\d+]", "", self.text.replace("\u00a0", " "))
        return "".join(sorted(set(inner)))


def phones(context: CheckContext) -> Iterator[WrittenPhone]:
    """Every phone number, in order: eight figures or more, with a label or an international prefix before it."""
    for view in context.views:
        for match in _NUMBER.finditer(view.words):
            label = _LABEL.search(view.words[: match.start()])
            digits = re.sub(r"\D", "", match.group())
            if 7 <= len(digits) <= 15 and (label or match.group().startswith("+")):
                yield WrittenPhone(view, match.start(), match.end(), match.group(), label["label"] if label else "")
