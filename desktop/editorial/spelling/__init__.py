"""Spelling: words cut out of a text, looked up in a dictionary and in the words that the office knows.

Values in, values out. A dictionary comes in as an object that fulfils :class:`.dictionary.Dictionary`; who reads its
files is not known here.
"""
