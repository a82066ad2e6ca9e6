"""Pages as pictures beside those that were looked at; `python -m tests.report.golden` makes them anew."""

import io

import numpy as np
import pytest
from PIL import Image

from strengthcheck.report import page_pictures
from tests.report.golden import FOLDER, PER_INCH, papers
from tests.report.samples import pages

PAGES = pages()
CLEARLY = 60
"""Steps of 255 by which a point must differ to count; edges of letters differ by less between machines."""

MOST_POINTS = 15
"""Points of a page that may differ: fewer than one digit has."""


def differing(one: bytes, other: bytes) -> int:
    first, second = (np.asarray(Image.open(io.BytesIO(p)).convert("L"), dtype=np.int16) for p in (one, other))
    assert first.shape == second.shape
    return int((np.abs(first - second) > CLEARLY).sum())


@pytest.mark.parametrize(("name", "paper"), [(n, p) for n in PAGES for p in papers(n)])
def test_the_page_looks_as_it_did_when_it_was_looked_at(name: str, paper: str) -> None:
    page, day = PAGES[name]
    pictures = page_pictures(page, paper, day, per_inch=PER_INCH)
    kept = sorted(FOLDER.glob(f"{name}-{paper}-*.png"))
    assert len(pictures) == len(kept)
    for picture, before in zip(pictures, kept, strict=True):
        assert differing(picture, before.read_bytes()) <= MOST_POINTS


def test_a_changed_number_would_be_seen() -> None:
    page, day = PAGES["steady-year"]
    side = page.lines[0].sides[0]
    other = side.model_copy(update={"latest": side.latest.model_copy(update={"text": "88.8"})})
    line = page.lines[0].model_copy(update={"sides": (other, *page.lines[0].sides[1:])})
    changed = page.model_copy(update={"lines": (line, *page.lines[1:])})
    one, two = (page_pictures(p, "a4", day, per_inch=PER_INCH)[0] for p in (page, changed))
    assert differing(one, two) > MOST_POINTS
