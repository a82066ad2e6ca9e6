"""Numbers stay with their unit, and days with their month, where a line ends."""

import pytest

from strengthcheck.views.unbroken import FAST, unbroken


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("low below 26.6 kg.", "low below 26.6_kg."),
        ("26 % below your usual", "26_% below your usual"),
        ("since 1 December 2025 does", "since 1_December_2025 does"),
        ("in March 2026", "in March_2026"),
        ("on 7 planned checks", "on 7 planned checks"),
        ("2 sides, 3 strong men", "2 sides, 3 strong men"),
        ("10.0 s or more", "10.0_s or more"),
    ],
)
def test_no_line_ends_between_a_number_and_what_it_counts(text: str, kept: str) -> None:
    assert unbroken(text).replace(FAST, "_") == kept
    assert len(unbroken(text)) == len(text)
