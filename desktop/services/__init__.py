"""The verbs: one function per use case, on a unit of work; each returns a result with its change set.

No windows, no SQL, no concrete stores: :mod:`desktop.domain.ports` says what a unit of work offers.
"""
