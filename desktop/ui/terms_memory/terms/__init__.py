"""The terms tab: a table of concepts, the chosen one's card beside it."""
