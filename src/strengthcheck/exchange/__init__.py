"""Text and model, both ways: the JSON of one check, and of the whole record."""
