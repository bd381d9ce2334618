"""Help: a page per screen and language, in ``resources/help``."""
