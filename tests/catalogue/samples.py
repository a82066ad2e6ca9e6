"""A small protocol of a made-up person, and ways to get it wrong."""

SAMPLE = """\
id: towel-wring
version: 1
title: Wring a towel
short: Towel
summary: Wring a wet towel.
body: arm
sides: [left, right]
rest_seconds: 30
minutes: 2
steps:
  - Wet the towel.
  - Wring it.
effort:
  kind: free
  seconds: 10
  say: Wring it.
trials: 2
measures:
  - id: ladder
    name: how it went
    unit: rung
    better: higher
    low: 0
    high: 3
  - id: drips
    name: drops left in it
    unit: count
    better: lower
    low: 0
    high: 50
    typical_error: 0.3
shows: |
  Not much.
sources:
  - Pat Example, at home
"""


def sample(old: str = "", new: str = "") -> str:
    """The sample with one passage replaced."""
    assert SAMPLE.count(old) == 1 or not old, f"{old!r} does not stand once in the sample"
    return SAMPLE.replace(old, new) if old else SAMPLE
