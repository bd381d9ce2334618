"""What the tests of recognition share: a phone reader like the one the services bring, and short ways to ask."""

import phonenumbers

from desktop.domain.document import BlockKind
from desktop.domain.richtext import RichText
from desktop.editorial.recognition import RawBlock, Recognised, recognise


def parse_phone(raw: str, region: str) -> str:
    try:
        number = phonenumbers.parse(raw, region or None)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def raw_lines(text: str) -> list[RawBlock]:
    return [RawBlock(RichText.plain(line)) for line in text.splitlines()]


def read(text: str, **options: str) -> Recognised:
    return recognise(raw_lines(text), parse_phone=parse_phone, **options)


def kept(found: Recognised, kind: BlockKind) -> list[str]:
    return [block.text.text for block in found.blocks if block.is_kept and block.kind is kind]


def kept_kinds(found: Recognised) -> list[str]:
    return [block.kind.value for block in found.blocks if block.is_kept]
