"""Finding people's names in running text by capitals, particles and the titles that stand before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_](?:[\w’'-]*\w)?\.?|[,;:()“”\"«»]")
_PARTICLE_WORDS = "de del la las los el da do dos di du des van von der den bin al y e ben le d'"
_PARTICLES = frozenset(_PARTICLE_WORDS.split())
_HONORIFICS = (
    "ambassador director directora general deputy regional chief mission minister vice president secretary dr dra mr mrs ms "
    "miss sr sra srta don doña lic licda ing prof professor profesor profesora embajador embajadora jefe jefa misión ministro "
    "ministra presidente presidenta secretario secretaria representante representative representante coordinador coordinadora "
    "coordinator officer head spokesperson spokesman spokeswoman portavoz vocero vocera monsieur madame mme mlle m directeur "
    "directrice générale général générales ministre président présidente chef cheffe ambassadeur ambassadrice executive "
    "ejecutivo ejecutiva exécutif exécutive national nacional nationale under assistant special especial spécial spéciale "
    "envoy manager programme program programa project proyecto oficial press media prensa communications communication "
    "comunicación comunicaciones information información unit unidad team equipo office oficina country país foreign affairs "
    "relaciones exteriores senior alto alta commissioner comisionado comisionada governor gobernador gobernadora mayor alcalde "
    "alcaldesa señor señora her his excellency excelencia su sa son honourable hon public relations adviser advisor asesor "
    "asesora specialist especialista consultant consultor consultora expert experta interior and"
)
HONORIFICS = frozenset(_HONORIFICS.split())
_OTHER_WORDS = (
    "the a an in on at for from to of by with and or his her their our email e-mail correo tel teléfono telephone phone téléphone mobile "
    "móvil cell celular fax whatsapp web website sitio www http https contact contacto contacte contactar please para por favor "
    "más more further información comuníquese comunicarse sírvase skype twitter pour plus courriel tél fuente source electrónico "
    "i we he she it they this that these those there el ella ellos en con según desde durante además también sin asimismo "
    "un una le les il elle nous dans avec selon monday tuesday wednesday thursday friday saturday sunday lunes martes miércoles "
    "jueves viernes january february march april may june july august september october november december enero febrero marzo "
    "abril mayo junio julio agosto septiembre octubre noviembre diciembre conference conferencia conférence migration migración "
    "migraciones organization organisation organización international internacional institute instituto agency agencia department "
    "departamento government gobierno ministry ministerio ministère committee comité commission comisión group grupo university "
    "universidad bank banco fund fondo network red united nations naciones unidas nations unies strategy estrategia central "
    "america américa north south norte sur states estados headquarters sede"
)
_NOT_NAMES = frozenset(_OTHER_WORDS.split())


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name at ``[start, end)``; ``title`` is the honorific or office written right before it."""

    name: str
    title: str
    start: int
    end: int


def find_names(text: str) -> Iterator[FoundName]:
    """Names in order. Acronyms, offices and names of organisations are not names."""
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        word = match.group()
        is_capital = word[0].isupper()
        is_inside = bool(run) and text[run[-1].end() : match.start()].isspace()
        if run and not is_inside:
            yield from _named(text, run)
            run = []
        if is_capital or (run and word.casefold() in _PARTICLES):
            run.append(match)
            if word.endswith(("’s", "'s")):
                run = []
        elif run:
            yield from _named(text, run)
            run = []
    if run:
        yield from _named(text, run)


def _named(text: str, run: list[re.Match[str]]) -> Iterator[FoundName]:
    words = list(run)
    while words and _plain(words[-1]) in _PARTICLES and words[-1].group()[0].islower():
        words.pop()
    first = 0
    for index, word in enumerate(words):
        is_office = _plain(word) in HONORIFICS or _plain(word) in _NOT_NAMES or _is_acronym(word.group())
        if is_office or (0 < first == index and _plain(word) in _PARTICLES):
            first = index + 1
    name = words[first:]
    if not name or not 1 <= len(name) <= 7 or _plain(name[0]) in _NOT_NAMES:
        return
    end = name[-1].end()
    end -= 1 if text[end - 1] == "." and len(name[-1].group()) > 3 else 0
    before = words[:first]
    title = text[before[0].start() : before[-1].end()] if before else ""
    has_office = any(_plain(word) in HONORIFICS for word in before)
    if len(name) == 1 and not has_office:
        return
    yield FoundName(text[name[0].start() : end], title if has_office else "", name[0].start(), end)


def _plain(match: re.Match[str]) -> str:
    return match.group().casefold().rstrip(".")


def _is_acronym(word: str) -> bool:
    return len(word) >= 2 and word.isupper() and len(word) <= 6 and "." not in word
