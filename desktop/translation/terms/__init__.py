"""Terms in texts: which terms of the termbase stand where, in whatever form, and what to say for them.

Start at :func:`desktop.translation.terms.recognition.recognise`. Pure: concepts in, hits out; the stemmer is the only
library. What a language does (stemmer, endings, articles, odd plurals) is a table in ``words``.
"""
