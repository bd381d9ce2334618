"""Who belongs to a media list, and why: conditions as values, their words, lists made of lists. No SQL, no files."""
