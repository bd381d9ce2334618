"""The desk's termbase, shared by the screens that show or use terms."""
