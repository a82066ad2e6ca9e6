"""strengthcheck: a calm, standardised strength check at home."""

__version__ = "0.1.0"
