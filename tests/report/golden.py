"""Makes the pictures that pages are compared with: `python -m tests.report.golden`. Look before keeping."""

import io
from pathlib import Path

from PIL import Image

from strengthcheck.report import page_pictures
from tests.report.samples import pages

FOLDER = Path(__file__).parent / "golden"
PER_INCH = 80


def papers(name: str) -> tuple[str, ...]:
    """Which papers a page is compared on."""
    return ("a4", "letter") if name == "one-sided-loss" else ("a4",)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for name, (page, day) in pages().items():
        for paper in papers(name):
            for number, picture in enumerate(page_pictures(page, paper, day, per_inch=PER_INCH), 1):
                grey = Image.open(io.BytesIO(picture)).convert("L")
                grey.save(FOLDER / f"{name}-{paper}-{number}.png", optimize=True)


if __name__ == "__main__":
    main()
