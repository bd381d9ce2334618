"""Reading figures by value: numbers in words and figures, dates, times, money, addresses, in any language with rules.

Plain functions on texts and :class:`~desktop.translation.checks.ports.Rules`; the checks beside this room compare.
"""
