"""The sentences that say something about a body or a result: a file a topic, each with its source.

Sources: A = the articles the program grew from, C = the clinical evidence, D = the design; by line or section.
"""
