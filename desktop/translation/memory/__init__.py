"""The translation memory's engine: how alike two sentences are, and how the likest of a million is found.

Pure work on values, numbers and arrays: no SQL, no files. What "101 %" means is published in
:mod:`desktop.translation.memory.scoring`; how candidates are found in :mod:`desktop.translation.memory.candidates`.
"""
