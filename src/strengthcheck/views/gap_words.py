"""The gap between the sides as a number and in words."""


def gap_percent(left: float, right: float) -> float | None:
    """`100 (R - L) / max(R, L)` (docs/evidence.md#sides-differ); None when both are 0."""
    most = max(left, right)
    return 100 * (right - left) / most if most > 0 else None


def gap_words(gap: float) -> str:
    """A gap in words, of the weaker side, since it is a share of the stronger one: left 8 % below right."""
    size = round(abs(gap))
    if size == 0:
        return "no difference"
    return f"left {size} % below right" if gap > 0 else f"right {size} % below left"
