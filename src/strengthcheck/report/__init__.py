"""The page for the doctor on paper: plain data in, PDF out."""

from strengthcheck.report.build import Built, CannotSet, build_page, page_pictures

__all__ = ["Built", "CannotSet", "build_page", "page_pictures"]
