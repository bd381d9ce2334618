"""Quotations: which paragraphs are somebody's words, and whose."""

from __future__ import annotations

import re
from dataclasses import dataclass

from desktop.editorial.names_in_text import FoundName, find_names

_CLOSERS = {"“": "”", "«": "»", "„": "”“", '"': '"', "‟": "”"}
_VERBS = (
    r"said|says|stressed|added|noted|stated|explained|warned|declared|told|commented|remarked|emphasi[sz]ed|highlighted|"
    r"concluded|underlined|recalled|affirmed|announced|urged|according to|dijo|señaló|afirmó|explicó|añadió|agregó|indicó|"
    r"manifestó|destacó|expresó|subrayó|aseguró|declaró|comentó|concluyó|recalcó|puntualizó|sostuvo|advirtió|apuntó|"
    r"enfatizó|resaltó|recordó|mencionó|según|a déclaré|a dit|a souligné|a ajouté|a expliqué|a affirmé|a indiqué|a rappelé|"
    r"a précisé|a conclu|déclare|dit|explique|affirme|souligne|selon"
)
_VERB = re.compile(rf"\b(?:{_VERBS})\b", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:in|en|at|à|of|de|del|du|from|to|para|for)\s(?:[A-Z]{2,8}\s)?$")
#: A clause about the person is not an office.
_CLAUSE = re.compile(
    r"(?:who|which|that|que|quien|qui|and|y|et|while|mientras|al|in|en|on|at|during|durante)\b", re.IGNORECASE
)
_OFFICE_BEFORE = re.compile(rf"\b(?:{_VERBS})\s+(?:the |el |la |le |l['’])?([^,“”\"«».:;]{{4,90}}),\s*$", re.IGNORECASE)
#: Attributions are short; no more than this of each stretch outside the quotation marks is read.
_OUTSIDE = 400
_MOSTLY = 0.6
_OPENING = 0.35
_SPEECH = 25


@dataclass(frozen=True, slots=True)
class Quotation:
    """A paragraph that is a quotation. Empty ``speaker``: not said here, so the one before goes on."""

    speaker: str
    title: str
    is_open: bool


def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """``[start, end)`` of everything inside quotation marks, marks included; an open one runs to the end."""
    spans: list[tuple[int, int]] = []
    closers, start = "", -1
    for match in re.finditer('[“”«»„‟"]', text):
        sign = match.group()
        if start < 0 and sign in _CLOSERS:
            closers, start = _CLOSERS[sign], match.start()
        elif start >= 0 and sign in closers:
            spans.append((start, match.end()))
            start = -1
    if start >= 0:
        spans.append((start, len(text)))
    return tuple(spans)


def read_quotation(text: str) -> Quotation | None:
    """What the paragraph quotes, or ``None`` where it is not (nearly only) quoted speech."""
    spans = quoted_spans(text)
    if not spans:
        return None
    share = sum(end - start for start, end in spans) / max(1, len(text.strip()))
    longest = max(end - start for start, end in spans)
    begins = not text[: spans[0][0]].strip()
    if longest < _SPEECH or not (share > _MOSTLY or (begins and share > _OPENING and _is_speech(text, spans[0]))):
        return None
    is_open = spans[-1][1] == len(text) and text[-1] not in '”»"“'
    speaker, title = attribution(text, spans)
    return Quotation(speaker, title, is_open)


def _is_speech(text: str, span: tuple[int, int]) -> bool:
    """Whether the quotation reads as a sentence and not as a title or a term."""
    inside, after = text[span[0] + 1 : span[1] - 1].rstrip(), text[span[1] : span[1] + 1]
    return inside.endswith((",", ".", "?", "!", "…")) or after in (",", ".")


def attribution(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[str, str]:
    """``(speaker, title)`` as the words outside the quotation marks tell them; empty where they do not."""
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    outside = [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]
    for stretch in outside:
        head = stretch if len(stretch) <= _OUTSIDE else stretch[: _OUTSIDE // 2] + stretch[-_OUTSIDE // 2 :]
        verb = _VERB.search(head)
        named = _people(head)
        if verb and named:
            nearest = min(named, key=lambda name: _distance(head, name, verb))
            return nearest.name, _office(head, nearest)
        if named and head.rstrip().endswith(":"):
            return named[-1].name, _office(head, named[-1])
    return "", ""


def _distance(text: str, name: FoundName, verb: re.Match[str]) -> int:
    gap = text[name.end : verb.start()] if name.end <= verb.start() else text[verb.end() : name.start]
    # A full stop between them means that the name belongs to another sentence.
    return len(gap) + (1000 if re.search(r"[.;]\s", gap) else 0)


def _people(text: str) -> tuple[FoundName, ...]:
    """Names that are not places: what stands after a preposition goes only where there is nothing else."""
    named = tuple(find_names(text))
    return tuple(name for name in named if not _PREPOSITION.search(text[max(0, name.start - 16) : name.start])) or named


def _office(text: str, name: FoundName) -> str:
    """The office written before a name (``said the mayor of León, Ana Mora``) or after it between commas."""
    after = re.match(r",\s*([^,.;:“”\"«»]{4,90})", text[name.end : name.end + 120])
    if after and not _VERB.match(after[1].strip()) and not _CLAUSE.match(after[1]):
        return after[1].strip()
    before = _OFFICE_BEFORE.search(text[max(0, name.start - 130) : name.start])
    return before[1].strip() if before else name.title
