"""What of an earlier release is likely to change in the next one: dates, places, people, numbers, editions.

Plain functions on values, one file per finder; what a language says in its own way stands in the tables of
``words``. Nothing here reads a database or a file, and nothing here changes a text unless it is told each value.
"""
