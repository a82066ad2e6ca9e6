"""What is expected to go wrong at times, by name, for the faces to show to the person."""

from strengthcheck.exchange.refused import Refused
from strengthcheck.host.files import FileRefused
from strengthcheck.host.folders import FolderRefused
from strengthcheck.store import StoreError, StoreRefused

__all__ = ["PLAIN", "FileRefused", "FolderRefused", "Refused", "StoreError", "StoreRefused"]

PLAIN = (StoreError, FolderRefused, FileRefused)
"""Errors whose text already says what happened, what was kept and what to do."""
