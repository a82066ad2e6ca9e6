"""The tests on this machine, for those who only look at them; no record is opened."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from strengthcheck.catalogue import Catalogue, FileFault, Found, protocol_schema, validate_file
from strengthcheck.exchange.refused import Refused
from strengthcheck.exchange.validate import no_test_called
from strengthcheck.host.folders import folders_for
from strengthcheck.model.protocol import Protocol
from strengthcheck.services.workspace import catalogue_in


def catalogue(data_dir: str | None, environ: Mapping[str, str]) -> Catalogue:
    """The tests that come with the program and the person's own, and what is wrong with the other files."""
    return catalogue_in(folders_for(data_dir, environ))


def find(name: str, among: Catalogue) -> Found:
    """The test of that id; raises Refused with the id that may be meant."""
    found = among.protocols.get(name)
    if found is None:
        raise Refused(no_test_called(name, among.protocols))
    return found


def validate(file: str) -> tuple[Protocol | None, tuple[FileFault, ...]]:
    """The test that a file holds, or every fault of the file."""
    return validate_file(Path(file))


def schema() -> dict[str, Any]:
    """The JSON Schema of a test's file."""
    return protocol_schema()
