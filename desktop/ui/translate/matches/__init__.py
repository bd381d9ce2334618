"""Matches of the translation memory beside the sentence, and the search for words in it."""
