"""`strengthcheck schema`: JSON Schema of what `record` and `import` read."""

import json
from typing import Any

from strengthcheck.cli.call import Call
from strengthcheck.exchange.shapes import check_schema, export_schema


def check(call: Call) -> int:
    """The JSON Schema of one check."""
    return _print(call, check_schema())


def export(call: Call) -> int:
    """The JSON Schema of an export."""
    return _print(call, export_schema())


def _print(call: Call, schema: dict[str, Any]) -> int:
    call.output.data(json.dumps(schema, ensure_ascii=False, indent=2) + "\n")
    return 0
