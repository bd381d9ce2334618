"""The contacts engine: names, phones, addresses, and what a line of a release says about a person.

Plain functions on values. No window, no database, no files.
"""
