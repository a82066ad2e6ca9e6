"""The record as a FHIR R4 document that keeps the hand: text out, nothing in."""

from strengthcheck.exchange.fhir.document import Choices, Source, bundle, write_fhir

__all__ = ["Choices", "Source", "bundle", "write_fhir"]
