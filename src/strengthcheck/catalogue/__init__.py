"""Finds protocol files, shipped and the person's own, reads them, and says what is wrong on which line."""

from strengthcheck.catalogue.fault import FileFault
from strengthcheck.catalogue.find import Catalogue, Found, read_catalogue, shipped_folder, validate_file
from strengthcheck.catalogue.parse import parse, protocol_schema

__all__ = [
    "Catalogue",
    "FileFault",
    "Found",
    "parse",
    "protocol_schema",
    "read_catalogue",
    "shipped_folder",
    "validate_file",
]
