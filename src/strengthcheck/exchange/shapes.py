"""JSON Schema of the files that are read and written."""

from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from strengthcheck.exchange.document import FORMAT, VERSION
from strengthcheck.exchange.parts import EntryPart
from strengthcheck.model.base import Frozen, Sha256
from strengthcheck.model.check import Check
from strengthcheck.model.entry import ProtocolText, Revision

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]"
_PATTERNS = {
    "date-time": rf"^(19[0-9]{{2}}|2[01][0-9]{{2}}|2200)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])[Tt ]"
    rf"{_TIME}(:[0-5][0-9]([.,][0-9]+)?)?([Zz]|[+-]([01][0-9]|2[0-3]):?[0-5][0-9])$",
    "uuid": r"^(urn:uuid:)?\{?[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}\}?$",
}


def _given(name: str, **said: Any) -> dict[str, Any]:
    """That a name is there, with something else than null."""
    return {"required": [name], "properties": {name: said or {"not": {"type": "null"}}}}


_VALUES = _given("values", minProperties=1)
_COULD_NOT = _given("could_not", const=True)
_SKIPPED = _given("skipped")
_ONE_OUTCOME = [
    {
        "description": "Values, could_not or skipped: one of them; only an invalid trial has none.",
        "oneOf": [
            _VALUES,
            _COULD_NOT,
            _SKIPPED,
            {"not": {"anyOf": [_VALUES, _COULD_NOT, _SKIPPED]}, **_given("invalid")},
        ],
    },
    {
        "description": "A skipped one has no effort and can't be invalid.",
        "if": _SKIPPED,
        "then": {"not": {"anyOf": [_given("effort"), _given("invalid")]}},
    },
    {
        "description": "A note on why it is invalid needs the reason.",
        "if": _given("invalid_note"),
        "then": _given("invalid"),
    },
]


class Export(Frozen):
    """An export: the checks as they now read, and all that the record keeps."""

    format: Literal["strengthcheck"] = FORMAT
    version: Annotated[int, Field(ge=1, le=VERSION)]
    checks: tuple[Check, ...] = ()
    entries: tuple[EntryPart, ...] = ()
    revisions: tuple[Revision, ...] = ()
    protocols: tuple[ProtocolText, ...] = ()


def check_schema() -> dict[str, Any]:
    """The JSON Schema of one check, as `record` takes it.

    It accepts every check that `record` takes. What it can't say, `record` alone refuses: the tests' own
    measures, sides and bounds, a time ahead, one test with one object twice.
    """
    return {"$schema": _DIALECT, **_exact(Check.model_json_schema())}


def export_schema() -> dict[str, Any]:
    """The JSON Schema of an export, as `import` takes it."""
    schema = Export.model_json_schema()
    schema["required"] = ["format", "version"]
    # In the file a revision also carries its id, which the model computes.
    revision = schema["$defs"]["Revision"]
    revision["properties"] = {"id": TypeAdapter(Sha256).json_schema(), **revision["properties"]}
    revision["required"] = ["id", *revision["required"]]
    return {"$schema": _DIALECT, **_exact(schema)}


def _exact(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema with what a model's own can't say: one outcome a trial, times and ids as they are read."""
    schema["$defs"]["Trial"]["allOf"] = _ONE_OUTCOME
    told: dict[str, Any] = _as_read(schema)
    return told


def _as_read(part: Any) -> Any:
    """A part of a schema, its `format`s put as patterns: `record` also takes times without seconds.

    Where names have a pattern, no other name is taken.
    """
    if isinstance(part, list):
        return [_as_read(p) for p in part]
    if not isinstance(part, dict):
        return part
    told = {name: _as_read(value) for name, value in part.items()}
    if isinstance(told.get("format"), str) and told["format"] in _PATTERNS:
        told["pattern"] = _PATTERNS[told.pop("format")]
    if "patternProperties" in told:
        told["additionalProperties"] = False
    return told
