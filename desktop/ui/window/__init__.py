"""The main window: rail, pages, inspector, messages, menus. It knows screens only through the registry."""
