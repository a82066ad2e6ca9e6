"""What is published of the reading is what was measured and what the code computes."""

import re
from pathlib import Path

import pytest

from strengthcheck.analysis.power import power_table
from strengthcheck.analysis.spans import MONTH_DAYS
from strengthcheck.model.reading import PowerDate
from strengthcheck.wording.doctor import METHOD_ERROR, METHOD_SLOW

PUBLISHED = (Path(__file__).parents[2] / "docs" / "reading.md").read_text("utf-8")


def share(figure: str) -> float:
    """A figure of the home cohort, from the table that the benchmark printed."""
    found = re.search(rf"^home +{re.escape(figure)} +([\d.]+) %", PUBLISHED, re.MULTILINE)
    assert found, figure
    return float(found.group(1))


@pytest.mark.parametrize(
    "figure",
    [
        "steady people: worth showing within two years",
        "whole steady records: worth showing within two years",
    ],
)
def test_a_doctor_and_a_person_are_told_as_many_false_alarms_as_were_measured(figure: str) -> None:
    assert "three or four" in METHOD_ERROR.text
    assert "three or four would be told within two years" in " ".join(PUBLISHED.split())
    assert 2.5 <= share(figure) < 4.5


def cells(date: PowerDate) -> str:
    """Months to half, eight and nine of ten, as the tables say them."""
    return " / ".join(
        f"{x / MONTH_DAYS:.1f}" for x in (date.half, date.most, date.nine_of_ten) if x is not None
    )


@pytest.mark.parametrize("every", [28, 14])
def test_the_tables_of_when_a_loss_shows_are_what_the_code_computes(every: int) -> None:
    table = PUBLISHED.split(f"\nChecks every {every} days")[1]
    printed = PUBLISHED.split(f"\nchecks every {every} days")[1]
    for error, dates in power_table(float(every)).items():
        row = [cells(d) for d in dates]
        assert f"| {100 * error:.0f} % | {' | '.join(row)} |" in table
        rates = "   ".join(f"{100 * d.rate:.0f} %/month: {c}" for d, c in zip(dates, row, strict=True))
        assert f"error {100 * error:4.0f} %   {rates}" in printed


def test_a_doctor_is_told_of_the_delay_that_the_code_computes() -> None:
    assert "scatter of 7 %" in METHOD_SLOW.text
    assert "half of simulated people after six months, in nine of ten after eight" in METHOD_SLOW.text
    (dates,) = power_table(errors=(0.07,)).values()
    four = next(d for d in dates if d.rate == 0.04)
    assert four.half is not None
    assert four.nine_of_ten is not None
    assert 5.0 <= four.half / MONTH_DAYS <= 6.5
    assert 7.0 <= four.nine_of_ten / MONTH_DAYS <= 8.5
