"""The translation engine: segmentation, pairing, what changed, word diffs, assembling the target document.

Plain functions on values. No window, no database, no files. No code here says "es": a language is data.
"""
