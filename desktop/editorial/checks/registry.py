"""Every check, a line each, in the order in which Settings lists them."""

from __future__ import annotations

from desktop.editorial.checks.accents import Accents
from desktop.editorial.checks.acronym import AcronymUse
from desktop.editorial.checks.acronym_form import AcronymForm
from desktop.editorial.checks.ambiguous_date import AmbiguousDate
from desktop.editorial.checks.ambiguous_time import AmbiguousTime
from desktop.editorial.checks.base import Check
from desktop.editorial.checks.broken_hyphen import BrokenHyphen
from desktop.editorial.checks.broken_url import BrokenUrl
from desktop.editorial.checks.capitals import Capitals
from desktop.editorial.checks.currency import Currency
from desktop.editorial.checks.double_space import DoubleSpace
from desktop.editorial.checks.doubled_paragraphs import DoubledParagraphs
from desktop.editorial.checks.doubled_words import DoubledWords
from desktop.editorial.checks.gendered_titles import GenderedTitles
from desktop.editorial.checks.headline_case import HeadlineCase
from desktop.editorial.checks.headline_length import HeadlineLength
from desktop.editorial.checks.headline_stop import HeadlineStop
from desktop.editorial.checks.hyphen_dash import HyphenDash
from desktop.editorial.checks.ize_ise import IzeIse
from desktop.editorial.checks.large_numbers import LargeNumbers
from desktop.editorial.checks.legal_terms import LegalTerms
from desktop.editorial.checks.markup_residue import MarkupResidue
from desktop.editorial.checks.missing_parts import MissingParts
from desktop.editorial.checks.name_spelling import NameSpelling
from desktop.editorial.checks.number_form import NumberForm
from desktop.editorial.checks.number_words import NumberWords
from desktop.editorial.checks.office_holders import OfficeHolders
from desktop.editorial.checks.open_gaps import OpenGaps
from desktop.editorial.checks.opening_marks import OpeningMarks
from desktop.editorial.checks.outdated_boilerplate import OutdatedBoilerplate
from desktop.editorial.checks.per_cent import PerCent
from desktop.editorial.checks.phone_country import PhoneCountry
from desktop.editorial.checks.phone_style import PhoneStyle
from desktop.editorial.checks.placeholder_residue import PlaceholderResidue
from desktop.editorial.checks.punctuation_space import PunctuationSpace
from desktop.editorial.checks.quote_balance import QuoteBalance
from desktop.editorial.checks.quote_speaker import QuoteSpeaker
from desktop.editorial.checks.quote_style import QuoteStyle
from desktop.editorial.checks.region_name import RegionName
from desktop.editorial.checks.relative_date import RelativeDate
from desktop.editorial.checks.title_hyphen import TitleHyphen

CHECKS: tuple[Check, ...] = (
    OpenGaps(),
    PlaceholderResidue(),
    MarkupResidue(),
    MissingParts(),
    DoubledParagraphs(),
    DoubledWords(),
    QuoteBalance(),
    QuoteSpeaker(),
    OfficeHolders(),
    OutdatedBoilerplate(),
    RegionName(),
    LegalTerms(),
    NameSpelling(),
    AcronymUse(),
    AcronymForm(),
    AmbiguousDate(),
    RelativeDate(),
    AmbiguousTime(),
    LargeNumbers(),
    NumberForm(),
    NumberWords(),
    PerCent(),
    Currency(),
    PhoneStyle(),
    PhoneCountry(),
    BrokenUrl(),
    BrokenHyphen(),
    HyphenDash(),
    QuoteStyle(),
    OpeningMarks(),
    Accents(),
    Capitals(),
    GenderedTitles(),
    TitleHyphen(),
    IzeIse(),
    HeadlineCase(),
    HeadlineLength(),
    HeadlineStop(),
    DoubleSpace(),
    PunctuationSpace(),
)


def check_named(name: str) -> Check | None:
    """The check of this name."""
    return next((check for check in CHECKS if check.name == name), None)
