"""What each language says in its own way, as tables. Another language is another module and a line in ``table``."""
