"""Units as machines read them: UCUM codes (ucum.org), from the units that protocols show to people."""

import string

from strengthcheck.model.protocol import Measure

_CODES = {
    "s": "s",
    "min": "min",
    "kg": "kg",
    "g": "g",
    "N": "N",
    "m": "m",
    "cm": "cm",
    "mm": "mm",
    "m/s": "m/s",
    "%": "%",
    "bpm": "{beats}/min",
    "count": "{count}",
    "rung": "{rung}",
}
_WRITABLE = frozenset(string.ascii_letters + string.digits + "_.-/ ")


def ucum(measure: Measure) -> str:
    """The UCUM code of a measure's unit.

    A force in kg is `kgf`: `kg` is a mass and converts to no unit of force. A unit that UCUM hasn't got, such
    as one of the person's own, stands in braces, which UCUM reads as a bare count with a remark.
    """
    if measure.id == "force" and measure.unit == "kg":
        return "kgf"
    return _CODES.get(measure.unit) or _remark(measure.unit)


def _remark(unit: str) -> str:
    kept = "".join(c for c in unit if c in _WRITABLE).strip().replace(" ", "_")
    return f"{{{kept or 'own_unit'}}}"
