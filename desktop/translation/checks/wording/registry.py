"""Every check of wording, a line each, in the order in which Settings lists them."""

from __future__ import annotations

from desktop.translation.checks.base import PairCheck
from desktop.translation.checks.wording.accents import AccentedCapitals
from desktop.translation.checks.wording.acronyms import Acronyms
from desktop.translation.checks.wording.capitals import CapitalAfterColon, CapitalWords, HeadlineCase, SmallWords
from desktop.translation.checks.wording.dashes import Dashes, Ellipses
from desktop.translation.checks.wording.endings import EndPunctuation, LostQuestions
from desktop.translation.checks.wording.hazards import FalseFriends, LegalPairs
from desktop.translation.checks.wording.leftover import Leftovers
from desktop.translation.checks.wording.names import Names, Places
from desktop.translation.checks.wording.opening_marks import OpeningMarks
from desktop.translation.checks.wording.quotes import QuoteMarks, QuotePairing, StopAndQuote
from desktop.translation.checks.wording.repeated import RepeatedWords
from desktop.translation.checks.wording.spacing import NoBreakSpaces, Spacing
from desktop.translation.checks.wording.spelling import PairSpelling
from desktop.translation.checks.wording.terms import ForbiddenTerms, MissingTerms
from desktop.translation.checks.wording.titles import TitleGenders

WORDING_CHECKS: tuple[PairCheck, ...] = (
    # Words
    Leftovers(),
    MissingTerms(),
    ForbiddenTerms(),
    LegalPairs(),
    FalseFriends(),
    Acronyms(),
    Names(),
    Places(),
    TitleGenders(),
    RepeatedWords(),
    PairSpelling(),
    # Capitals
    SmallWords(),
    CapitalWords(),
    HeadlineCase(),
    CapitalAfterColon(),
    AccentedCapitals(),
    # Typography
    OpeningMarks(),
    QuotePairing(),
    QuoteMarks(),
    StopAndQuote(),
    EndPunctuation(),
    LostQuestions(),
    Dashes(),
    Ellipses(),
    Spacing(),
    NoBreakSpaces(),
)
