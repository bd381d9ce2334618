"""How each language inflects its terms, as tables. Another language is another module and a word in ``table``."""
