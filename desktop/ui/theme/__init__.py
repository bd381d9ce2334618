"""How everything looks: colours, sizes, type, icons. The only folder that may name a colour or a size.

Screens set a ``role`` property on plain widgets and ask :func:`desktop.ui.theme.tokens.current` where they paint
themselves; nobody else writes a style sheet.
"""
