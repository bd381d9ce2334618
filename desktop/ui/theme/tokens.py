"""Design tokens: every colour and size of the window, once."""

from __future__ import annotations

from dataclasses import dataclass, fields

# Spacing, in pixels at 100 %. Layouts may use them as they are; painted things scale them with px().
S4, S8, S12, S16, S24, S32 = 4, 8, 12, 16, 24, 32

# Type, in pixels at 100 %.
TYPE_SMALL, TYPE_UI, TYPE_LARGE, TYPE_DOCUMENT, TYPE_TITLE, TYPE_DISPLAY = 12, 13, 15, 17, 22, 28

#: Line height of document text, as a factor.
DOCUMENT_LINE_HEIGHT = 1.5
#: The widest a column of document text gets, in characters.
DOCUMENT_MEASURE = 74

RADIUS = 6
ICON = 18
FOCUS_RING = 2

UI_FAMILIES = ("Inter", "Segoe UI Variable Text", "Segoe UI", ".AppleSystemUIFont", "Noto Sans", "DejaVu Sans")
DOCUMENT_FAMILIES = ("Source Serif 4", "Source Serif Pro", "Noto Serif", "Charter", "Georgia", "Liberation Serif")


def mix(one: str, other: str, share: float) -> str:
    """A colour between two ``#RRGGBB``: ``share`` of ``one``, the rest of ``other``."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#RRGGBB`` (WCAG 2.2, §1.4.3), from 1 to 21."""

    def luminance(colour: str) -> float:
        channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return 0.2126 * r + 0.7152 * g + 0.0722 * b

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme's colours as ``#RRGGBB``.

    ``surface`` is the page, ``raised`` panels and headers, ``sunken`` the rail and the ground around a page.
    ``faint`` is never used for anything that must be read. ``line`` separates; ``edge`` outlines what can be
    operated (3:1). The four states come with a ``*_soft`` ground for pills and bars.
    """

    name: str
    surface: str
    raised: str
    sunken: str
    text: str
    muted: str
    faint: str
    line: str
    edge: str
    accent: str
    on_accent: str
    ok: str
    stale: str
    problem: str
    info: str
    #: One for each person who suggests; the fifth person shares the first one's.
    people: tuple[str, ...]

    @property
    def is_dark(self) -> bool:
        """Whether this is the dark theme."""
        return self.name == "dark"

    @property
    def accent_soft(self) -> str:
        """The ground of what is selected."""
        return mix(self.accent, self.surface, 0.24 if self.is_dark else 0.12)

    @property
    def accent_strong(self) -> str:
        """The accent under the pointer."""
        return mix(self.accent, self.text, 0.86)

    @property
    def hover(self) -> str:
        """The ground of what is under the pointer."""
        return mix(self.text, self.surface, 0.08 if self.is_dark else 0.05)

    @property
    def pressed(self) -> str:
        """The ground of what is being pressed."""
        return mix(self.text, self.surface, 0.14 if self.is_dark else 0.1)

    def role(self, role: str) -> str:
        """The colour of a role by name: any field, or ``neutral``, which is muted text."""
        return str(getattr(self, "muted" if role == "neutral" else role))

    def person(self, number: int) -> str:
        """The colour of a person by number."""
        return self.people[number % len(self.people)]

    def soft(self, role: str) -> str:
        """The ground that goes with a state's colour."""
        return mix(self.role(role), self.surface, 0.16 if self.is_dark else 0.1)


LIGHT = Tokens(
    name="light",
    surface="#FFFFFF",
    raised="#F7F8FA",
    sunken="#EEF0F3",
    text="#1A1D23",
    muted="#565E6C",
    faint="#8A92A0",
    line="#DDE1E7",
    edge="#868E9C",
    accent="#1F5FBF",
    on_accent="#FFFFFF",
    ok="#1B7448",
    stale="#935700",
    problem="#B42318",
    info="#4A5FA8",
    people=("#7B2FA8", "#0A6870", "#A8225F", "#556000"),
)

DARK = Tokens(
    name="dark",
    surface="#16181D",
    raised="#1E2128",
    sunken="#111317",
    text="#E8EAEE",
    muted="#A3ABB8",
    faint="#727A88",
    line="#2C313A",
    edge="#6B7381",
    accent="#6EA3F5",
    on_accent="#10131A",
    ok="#5CC491",
    stale="#E3A44A",
    problem="#F48375",
    info="#9DAEF0",
    people=("#CBA3F2", "#5CC8C9", "#F08CB8", "#C3C95A"),
)

#: Names of the colour fields, for tests and previews.
COLOURS = tuple(field.name for field in fields(Tokens) if field.name not in ("name", "people"))


class _Look:
    """What is in force now. Set by :mod:`desktop.ui.theme.apply` alone, on the main thread."""

    tokens: Tokens = LIGHT
    scale: float = 1.0


def current() -> Tokens:
    """The theme in force. Ask again in every paint; do not keep it."""
    return _Look.tokens


def scale() -> float:
    """The text scale in force, 1.0 to 2.0."""
    return _Look.scale


def px(size: float) -> int:
    """A size at the text scale in force, in whole pixels."""
    return round(size * _Look.scale)


def put_in_force(tokens: Tokens, text_scale: float) -> None:
    """Change what :func:`current` and :func:`scale` answer."""
    _Look.tokens = tokens
    _Look.scale = min(2.0, max(1.0, text_scale))
