"""The sentences that say something about a body or a result: a file a topic, each with its condition and its source.

A source names sections of the documents in `docs/` and articles by number; `sources.py` tells how it is written.
"""
