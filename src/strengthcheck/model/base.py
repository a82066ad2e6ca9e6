"""The ground all values stand on: frozen, strict, nothing unknown let in."""

import math
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema


class Frozen(BaseModel):
    """An immutable value. Unknown fields, wrong types, NaN and infinities are refused."""

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        allow_inf_nan=False,
        hide_input_in_errors=True,
        defer_build=True,  # what a command never uses need not be built for it
    )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: "CoreSchema", handler: "GetJsonSchemaHandler"
    ) -> "JsonSchemaValue":
        """The JSON Schema, each field described by the sentence under it."""
        from strengthcheck.model.docs import field_docs  # reads sources: only when a schema is wanted

        schema = handler(core_schema)
        properties = handler.resolve_ref_schema(schema).get("properties", {})
        for name, said in field_docs(cls).items():
            if name in properties:
                properties[name].setdefault("description", said)
        return schema


def _encodable(text: str) -> str:
    """Refuse text that no file can hold (half of a surrogate pair)."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as e:
        raise ValueError("holds a broken character (half of a pair) that no file can keep") from e
    return text


Text = Annotated[str, AfterValidator(_encodable)]
"""Any text a person wrote; data, never markup."""

Line = Annotated[Text, StringConstraints(min_length=1, max_length=200)]
"""A short text: a name, a reason."""

Prose = Annotated[Text, StringConstraints(max_length=100_000)]
"""A long text: a note."""

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
"""A name in lower case letters, digits and single hyphens."""

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$", max_length=40)]
"""A measure's name: lower case letters, digits, underscores."""


def _number(value: Any) -> int | float:
    """Take a finite number as it was given; a bool, a text, NaN or an infinity is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ValueError("should be a number, written like 12.4")
    try:
        finite = math.isfinite(value)
    except OverflowError:  # a whole number of over 300 digits
        finite = False
    if not finite:
        raise ValueError("should be a finite number")
    return value


def _numbers(low: int, high: int) -> WithJsonSchema:
    """The JSON Schema of a number between two bounds; a bound by itself does not reach a number's schema."""
    return WithJsonSchema({"type": "number", "minimum": low, "maximum": high})


Number = Annotated[int | float, PlainValidator(_number), WithJsonSchema({"type": "number"})]
"""A finite number, kept as it was given (3 stays 3, 3.0 stays 3.0)."""

Scale10 = Annotated[Number, Field(ge=0, le=10), _numbers(0, 10)]
"""A rating from 0 to 10 (effort, pain, soreness, worry)."""

Hours = Annotated[Number, Field(ge=0, le=24), _numbers(0, 24)]
"""Hours of a day."""

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 in lower case hexadecimal digits."""

Side = Literal["left", "right", "both"]
"""Which side: left, right, or both together."""

Hand = Literal["left", "right"]
"""One of the two sides of a body."""

Limb = Literal["left_arm", "right_arm", "left_leg", "right_leg"]
"""One limb, for soreness and hard exercise."""

SIDES: tuple[Hand, Hand] = ("left", "right")
