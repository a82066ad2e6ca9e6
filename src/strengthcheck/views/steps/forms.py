"""Steps with several places to answer, each with a usual answer: could it always be done, what is expected.

A key answers for the place at hand; Enter takes all of them as they stand.
"""

from dataclasses import dataclass, replace

from strengthcheck.guide.steps import ExpectStep, FitStep
from strengthcheck.model.base import Side
from strengthcheck.model.check import BySide, Expectation
from strengthcheck.model.event import ExpectAnswer, FitsAnswer
from strengthcheck.model.profile import FitLevel
from strengthcheck.views.steps.asking import Asking, Ended
from strengthcheck.views.steps.before import EXPECT_KEYS, FIT_KEYS, expect_page, fit_page
from strengthcheck.views.steps.page import StepPage


@dataclass(frozen=True)
class FitAsking(Asking[FitsAnswer]):
    """Could each side always do this test? As before, else always fine."""

    step: FitStep
    fits: tuple[FitLevel, ...]
    """Of each side of the step."""
    place: int = 0

    @classmethod
    def of(cls, step: FitStep, former: FitsAnswer | None) -> "FitAsking":
        """As it was answered before."""
        told: dict[Side, FitLevel] = dict(former.fits) if former else {}
        return cls(step, tuple(told.get(side, "fine") for side in step.sides))

    @property
    def usual(self) -> str:
        """The key of what stands at the place at hand."""
        return next(key for key, fit in FIT_KEYS.items() if fit == self.fits[self.place])

    def page(self) -> StepPage:
        """The question, a column a side."""
        sides = self.step.sides
        return fit_page(self.step, dict(zip(sides, self.fits, strict=True)), sides[self.place])

    def press(self, key: str) -> "FitAsking | Ended[FitsAnswer] | None":
        """1, 2, 3 answer for the side at hand and go to the other."""
        if key == "enter":
            return self.end()
        if key in FIT_KEYS:
            return self.chosen(key)
        return self.at(end_of(key, len(self.fits))) if key in ("left", "right") else None

    def at(self, place: int) -> "FitAsking":
        """The same at another side."""
        return replace(self, place=min(place, len(self.fits) - 1))

    def chosen(self, key: str) -> "FitAsking":
        """With this answer for the side at hand, at the next one."""
        fits = (*self.fits[: self.place], FIT_KEYS[key], *self.fits[self.place + 1 :])
        return replace(self, fits=fits).at(self.place + 1)

    def end(self) -> Ended[FitsAnswer]:
        """All of it as it stands."""
        return Ended(FitsAnswer(fits=dict(zip(self.step.sides, self.fits, strict=True))))


@dataclass(frozen=True)
class ExpectAsking(Asking[ExpectAnswer]):
    """What is expected of each side, before any trial: as before, else as usual."""

    step: ExpectStep
    expected: tuple[Expectation, ...]
    """Of each place."""
    row: int = 0
    column: int = 0
    """The column that was gone to last; a test of one side has one."""

    @classmethod
    def of(cls, step: ExpectStep, former: ExpectAnswer | None) -> "ExpectAsking":
        """As it was answered before."""
        told = former.expected if former else {}
        places = (place for row in _grid(step) for place in row)
        return cls(step, tuple((told[p].of(s) if p in told else None) or "as_usual" for p, s in places))

    @property
    def places(self) -> tuple[tuple[str, Side], ...]:
        """Every test and side, row after row."""
        return tuple(place for row in _grid(self.step) for place in row)

    @property
    def place(self) -> int:
        """Which of them is at hand."""
        row = _grid(self.step)[self.row]
        return self.places.index(row[min(self.column, len(row) - 1)])

    @property
    def usual(self) -> str:
        """The key of what stands at the place at hand."""
        return next(key for key, is_ in EXPECT_KEYS.items() if is_ == self.expected[self.place])

    def page(self) -> StepPage:
        """The grid."""
        chosen = dict(zip(self.places, self.expected, strict=True))
        return expect_page(self.step, chosen, self.places[self.place])

    def press(self, key: str) -> "ExpectAsking | Ended[ExpectAnswer] | None":
        """The arrows move, w, u and s choose."""
        if key == "enter":
            return self.end()
        if key in EXPECT_KEYS:
            return self.chosen(key)
        if key in ("up", "down"):
            row = self.row + (1 if key == "down" else -1)
            return replace(self, row=min(len(_grid(self.step)) - 1, max(0, row)))
        return replace(self, column=end_of(key, 2)) if key in ("left", "right") else None

    def at(self, place: int) -> "ExpectAsking":
        """The same at another place."""
        wanted = self.places[place]
        row = next(i for i, row in enumerate(_grid(self.step)) if wanted in row)
        return replace(self, row=row, column=_grid(self.step)[row].index(wanted))

    def chosen(self, key: str) -> "ExpectAsking":
        """With this answer for the place at hand, and still there."""
        before, after = self.expected[: self.place], self.expected[self.place + 1 :]
        return replace(self, expected=(*before, EXPECT_KEYS[key], *after))

    def end(self) -> Ended[ExpectAnswer]:
        """All of it as it stands."""
        by_test: dict[str, dict[Side, Expectation]] = {}
        for (protocol, side), expectation in zip(self.places, self.expected, strict=True):
            by_test.setdefault(protocol, {})[side] = expectation
        return Ended(ExpectAnswer(expected={p: BySide.model_validate(e) for p, e in by_test.items()}))


def _grid(step: ExpectStep) -> list[list[tuple[str, Side]]]:
    return [[(p.id, side) for side in (p.hands or ("both",))] for p in step.protocols]


def end_of(key: str, count: int) -> int:
    """Where an arrow leads: there are two sides at most."""
    return 0 if key == "left" else count - 1
