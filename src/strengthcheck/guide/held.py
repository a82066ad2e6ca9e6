"""Keys after an effort: which is a new press, and which belongs to one that is still held down.

A hand or a book that rests on the keyboard must not answer how the effort went.
"""

from dataclasses import dataclass, replace

from strengthcheck.guide.trial import KEY_GAP_SECONDS, KEYS_IGNORED_SECONDS

FIRST_REPEAT_SECONDS = 0.7
"""A key that is held down may wait so long before it repeats for the first time (at usual settings)."""


@dataclass(frozen=True)
class Held:
    """The last key since an effort ended, in seconds of the monotonic clock."""

    ended: float
    """When the effort ended."""
    key: str = ""
    """The last key, also one that came while the effort ran."""
    at: float | None = None
    """When it came; none when none came."""
    answered: bool = False
    """The last key was a new press, and was taken."""

    def press(self, now: float, key: str) -> tuple["Held | None", bool]:
        """What is still to be watched after a key, and whether it is a new press.

        None when nothing is: a press was taken, and let go of since.
        """
        gap = FIRST_REPEAT_SECONDS if self.at is None else now - self.at
        repeats = key == self.key and gap < FIRST_REPEAT_SECONDS
        if self.answered:  # one may well answer two pages with the same key, one after the other
            return (replace(self, at=now), gap >= KEY_GAP_SECONDS) if repeats else (None, True)
        early = now - self.ended < KEYS_IGNORED_SECONDS or gap < KEY_GAP_SECONDS
        new = not (repeats or early)
        return replace(self, key=key, at=now, answered=new), new
