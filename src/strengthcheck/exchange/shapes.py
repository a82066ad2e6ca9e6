"""JSON Schema of the files that are read and written."""

from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from strengthcheck.exchange.document import FORMAT, VERSION
from strengthcheck.exchange.parts import EntryPart
from strengthcheck.model.base import Frozen, Sha256
from strengthcheck.model.check import Check
from strengthcheck.model.entry import ProtocolText, Revision

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Export(Frozen):
    """An export: the checks as they now read, and all that the record keeps."""

    format: Literal["strengthcheck"] = FORMAT
    version: Annotated[int, Field(ge=1, le=VERSION)]
    checks: tuple[Check, ...] = ()
    entries: tuple[EntryPart, ...] = ()
    revisions: tuple[Revision, ...] = ()
    protocols: tuple[ProtocolText, ...] = ()


def check_schema() -> dict[str, Any]:
    """The JSON Schema of one check, as `record` takes it."""
    return {"$schema": _DIALECT, **Check.model_json_schema()}


def export_schema() -> dict[str, Any]:
    """The JSON Schema of an export, as `import` takes it."""
    schema = Export.model_json_schema()
    schema["required"] = ["format", "version"]
    # In the file a revision also carries its id, which the model computes.
    revision = schema["$defs"]["Revision"]
    revision["properties"] = {"id": TypeAdapter(Sha256).json_schema(), **revision["properties"]}
    revision["required"] = ["id", *revision["required"]]
    return {"$schema": _DIALECT, **schema}
