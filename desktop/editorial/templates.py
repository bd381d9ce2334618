"""Release templates, all that other rooms need of them: reading one, filling one, filling more of it later."""

from __future__ import annotations

from desktop.editorial.filling import fill, refill
from desktop.editorial.template_values import Gap, GapType, Template, TemplateBlock, parse_template, parse_templates

__all__ = ["Gap", "GapType", "Template", "TemplateBlock", "fill", "parse_template", "parse_templates", "refill"]
