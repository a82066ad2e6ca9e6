"""What docs/protocols.md tells a person to write is in order."""

import re
from pathlib import Path

from strengthcheck.catalogue import parse, read_catalogue

PAGE = Path(__file__).parents[2] / "docs" / "protocols.md"


def test_the_example_on_the_page_is_a_protocol_and_shadows_no_shipped_one() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(blocks) == 1
    protocol, faults = parse(blocks[0], "page.yaml")
    assert faults == ()
    assert protocol is not None
    assert protocol.id not in read_catalogue(None).protocols
