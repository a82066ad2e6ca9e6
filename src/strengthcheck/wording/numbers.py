"""Telephone numbers by country: emergency, and a line for bad moments.

Common knowledge in each country, to be looked up anew before a release (docs/evidence.md#emergency-signs); 112
works in every country of the EU and in many more. A country without a known crisis line gets advice instead of a
guess.
"""

from typing import NamedTuple


class Numbers(NamedTuple):
    """What to call."""

    emergency: str
    moments: str


_EU = "112"
_OTHER_MOMENTS = f"your country's crisis line, your doctor, or the emergency number, {_EU}"
_BY_REGION: dict[str, Numbers] = {
    "GB": Numbers("999", "116 123 (Samaritans, day and night), or 111 option 2"),
    "IE": Numbers("112", "116 123 (Samaritans, day and night)"),
    "US": Numbers("911", "988 (call or text, day and night)"),
    "CA": Numbers("911", "988 (call or text, day and night)"),
    "AU": Numbers("000", "13 11 14 (Lifeline, day and night)"),
    "NZ": Numbers("111", "1737 (call or text, day and night)"),
}


def numbers_for(region: str | None) -> Numbers:
    """The numbers of a country, given its two-letter code; the European ones when it is not known."""
    return _BY_REGION.get(region or "", Numbers(_EU, _OTHER_MOMENTS))
