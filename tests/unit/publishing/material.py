"""Releases to publish: the seed, a Spanish one in our own words, one with every kind of block, one nasty."""

from __future__ import annotations

import re
import struct
import zlib
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from desktop.domain.document import Block, BlockKind, Document, make_attrs
from desktop.domain.release import ReleaseStatus
from desktop.domain.richtext import MarkKind, RichText
from desktop.domain.segment import ChangeClass, PairedSegment, Segment, SegmentState
from desktop.publishing.page import ImageFile, Imprint

SEED = Path(__file__).parents[2] / "fixtures" / "seed_release.txt"
K = BlockKind

#: The words that layouts add, as these tests speak them: a better word in the real catalogue breaks no layout test.
SPANISH = {
    "###": "###",
    "DRAFT – not approved": "BORRADOR – sin aprobar",
    "DRAFT": "BORRADOR",
    "EMBARGO": "EMBARGO",
    "EMBARGOED until {when} ({zone})": "EMBARGADO hasta el {when} ({zone})",
    "FOR IMMEDIATE RELEASE": "PARA PUBLICACIÓN INMEDIATA",
    "PRESS RELEASE": "COMUNICADO DE PRENSA",
    "MEDIA ADVISORY": "AVISO A LOS MEDIOS",
    "STATEMENT": "DECLARACIÓN",
    "No. {number}": "N.º {number}",
    "Notes to editors": "Notas para la redacción",
    "Media contacts": "Contactos de prensa",
    "Page {page} of {pages}": "Página {page} de {pages}",
    "[Image: {description}]": "[Imagen: {description}]",
    "Paragraph": "Párrafo",
    "Translated": "Traducido",
    "Stale: numbers changed in the source": "Desactualizado: cambiaron cifras en el original",
}


def block(kind: BlockKind, text: str = "", **attrs: str) -> Block:
    """A block whose id is its place in the document."""
    return Block("", kind, linked(text), make_attrs(attrs))


def linked(text: str) -> RichText:
    """Addresses in a text marked as links."""
    rich = RichText.plain(text)
    for found in re.finditer(r"[\w.]+@[\w.]+\w|https?://\S*\w/?", text):
        url = f"mailto:{found.group()}" if "@" in found.group() else found.group()
        rich = rich.with_mark(found.start(), found.end(), MarkKind.LINK, url)
    return rich


def document(language: str, *blocks: Block) -> Document:
    numbered = (replace(each, id=each.id or f"b{number}") for number, each in enumerate(blocks))
    return Document("d", language, tuple(numbered))


def seed() -> Document:
    """The seed as recognition would cut it."""
    lines = SEED.read_text(encoding="utf-8").splitlines()
    start = next(n for n, line in enumerate(lines) if line.startswith("IOM Director General Attends"))
    headline, lead, *body, one, two = lines[start:]
    dateline, lead = lead.split(" - ", 1)
    return document(
        "en",
        block(K.HEADLINE, headline),
        block(K.DATELINE, f"{dateline} -"),
        block(K.LEAD, lead),
        *(block(K.QUOTE if "“" in line else K.PARAGRAPH, line) for line in body),
        block(K.CONTACT, one),
        block(K.CONTACT, two),
    )


def spanish() -> Document:
    """A Spanish release with every kind of block, in our own words."""
    name = RichText.plain("La secretaria ejecutiva, [Nombre], abrió la sesión en nombre de los 11 países.")
    return document(
        "es",
        block(K.HEADLINE, "Once países acuerdan proteger a la niñez migrante no acompañada"),
        block(K.SUBHEAD, "La reunión anual de la Conferencia Regional sobre Migración concluye en Managua"),
        block(K.DATELINE, "Managua, Nicaragua –"),
        block(K.LEAD, "Representantes de once países aprobaron hoy un plan de 2,4 millones de dólares (un 15 % más)."),
        Block("gap", K.PARAGRAPH, name.with_mark(25, 33, MarkKind.PLACEHOLDER, "Nombre")),
        block(
            K.QUOTE, "“Cada niña y cada niño tiene derecho a un trámite justo”.", speaker="Ana Peña", title="relatora"
        ),
        block(K.PARAGRAPH, "El plan prevé tres medidas:"),
        block(K.LIST_ITEM, "albergues en cuatro países de tránsito;", ordered="1"),
        block(K.LIST_ITEM, "asesoría jurídica gratuita;", ordered="1"),
        block(K.LIST_ITEM, "un fondo común para el retorno.", ordered="1"),
        block(K.IMAGE, alt="Dos delegadas firman el acta", caption="Firma del acta en Managua.", credit="Foto: OIM"),
        Block(
            "mixed",
            K.PARAGRAPH,
            RichText.plain("El lema, For a Region Free of Human Trafficking, se mantiene y es vinculante.")
            .with_mark(9, 47, MarkKind.LANGUAGE, "en")
            .with_mark(9, 47, MarkKind.EMPHASIS)
            .with_mark(63, 76, MarkKind.STRONG),
        ),
        block(K.BOILERPLATE, "La Conferencia Regional sobre Migración es un foro consultivo de once países."),
        block(K.NOTES, "Las cifras proceden de los registros nacionales de 2025."),
        block(K.LIST_ITEM, "Datos completos: https://example.org/datos"),
        block(K.CONTACT, "Para más información, diríjase a Lucía Ñáñez, tel. +506 2212 5327, lnanez@example.org"),
    )


ARABIC = "المنظمة الدولية للهجرة"
HEBREW = "ארגון ההגירה הבינלאומי"


def nasty() -> Document:
    """What breaks writers: emoji, two writing directions, combining marks, one endless line, control characters."""
    endless = " ".join(f"palabra{number}" for number in range(800))[:10_000]
    return document(
        "es",
        block(K.HEADLINE, "Migración 🧭 & <fronteras> “abiertas”"),
        block(K.PARAGRAPH, f"La sigla en árabe es {ARABIC}, y en hebreo {HEBREW}."),
        block(K.PARAGRAPH, ARABIC),
        block(K.PARAGRAPH, "nin\u0303ez, cafe\u0301 y corazo\u0301n; 👩‍👩‍👧 y 🇨🇷"),
        block(K.PARAGRAPH, endless),
        block(K.PARAGRAPH, "x" * 10_000),
        block(K.PARAGRAPH, "uno\x00\x07\x0b dos\ttres\u2028cuatro\ufffe\ud800 cinco"),
        Block(
            "evil",
            K.PARAGRAPH,
            RichText.plain("no pulse aquí").with_mark(3, 13, MarkKind.LINK, "javascript:alert(1)"),
        ),
    )


def imprint(**changes: object) -> Imprint:
    usual = {
        "number": "2026/14",
        "published_on": date(2026, 6, 26),
        "organisation": "International Organization for Migration",
        "created_at": datetime(2026, 6, 20, 9, 30, tzinfo=UTC),
        "updated_at": datetime(2026, 6, 25, 16, 5, tzinfo=UTC),
        "is_approved": True,
        "status": ReleaseStatus.APPROVED,
    }
    return Imprint(**{**usual, **changes})  # type: ignore[arg-type]


def embargoed(**changes: object) -> Imprint:
    at = datetime(2026, 6, 26, 20, tzinfo=UTC)
    return imprint(
        **{"embargo_at": at, "embargo_zone": "America/Managua", "status": ReleaseStatus.EMBARGOED, **changes}
    )


def pairs(count: int, source: Document) -> tuple[PairedSegment, ...]:
    """Translated pairs; every fifth one stale."""
    made = []
    for number in range(count):
        place = source.blocks[number % len(source.blocks)]
        segment = Segment(
            f"s{number}",
            "v",
            place.id,
            number,
            source=RichText.plain(f"Some {number} children crossed the border."),
            made_from=RichText.plain("earlier") if number % 5 == 0 else None,
            target=linked(f"Unos {number} niños cruzaron la frontera: http://example.org/{number}"),
            state=SegmentState.TRANSLATED,
        )
        change = ChangeClass.NUMBERS_ONLY if number % 5 == 0 else ChangeClass.UNCHANGED
        made.append(PairedSegment(segment, change, number + 1))
    return tuple(made)


def png(width: int = 320, height: int = 180, *, text: bytes = b"") -> bytes:
    """A picture in two colours, with a text chunk where asked."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    rows = b"".join(
        b"\0" + (b"\x1f\x5f\xbf" if row < height // 2 else b"\xe8\xea\xee") * width for row in range(height)
    )
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    said = chunk(b"tEXt", text) if text else b""
    return b"\x89PNG\r\n\x1a\n" + head + said + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def png_file(key: str) -> ImageFile:
    return ImageFile(key, png(), "image/png", 320, 180)


def pictured() -> Document:
    """A release with a picture, an about text and related links."""
    return document(
        "en",
        block(K.HEADLINE, "Station opens"),
        block(K.PARAGRAPH, "The station opened on Monday."),
        Block(
            "pic",
            K.IMAGE,
            RichText.plain("The station & its nurses.").with_mark(4, 11, MarkKind.EMPHASIS),
            make_attrs({"asset": "a1", "alt": 'A white house, "new"', "credit": "Photo: IOM/Ana Mora"}),
        ),
        block(K.BOILERPLATE, "IOM is part of the United Nations System.", boilerplate="b9"),
        block(K.RELATED_LINK, "Migration data portal", url="https://www.migrationdataportal.org/"),
        block(K.RELATED_LINK, "Not a link", url="javascript:alert(1)"),
    )
