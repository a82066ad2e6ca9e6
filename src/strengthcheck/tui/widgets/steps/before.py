"""The steps before the first trial: today, sore, fit, gather, expect."""

from datetime import date

from strengthcheck.guide.entering import NotAValue
from strengthcheck.guide.steps import ExpectStep, FitStep, GatherStep, SoreStep
from strengthcheck.model.base import Side
from strengthcheck.model.check import BySide, Context, Expectation
from strengthcheck.model.event import Acknowledged, EarlyAnswer, ExpectAnswer, FitsAnswer, TodayAnswer
from strengthcheck.model.profile import FitLevel
from strengthcheck.tui.widgets.steps.base import StepWidget
from strengthcheck.views.steps.before import (
    EXPECT_KEYS,
    FIT_KEYS,
    expect_page,
    fit_page,
    gather_page,
    sore_page,
)
from strengthcheck.views.steps.page import StepPage
from strengthcheck.views.steps.today import today_form, today_page


class TodayWidget(StepWidget):
    """How today is; Enter repeats what was told last time."""

    def __init__(
        self, former: Context | None, last: Context | None, early: EarlyAnswer | None = None
    ) -> None:
        """`early`: what was told before the check, whose worry stands in the form already."""
        super().__init__()
        self._repeated = former is None and last is not None
        self._form = today_form(former, last, early)
        self._note = ""

    def page(self) -> StepPage:
        """The form."""
        return today_page(self._form, self._repeated, self._note)

    def press(self, key: str) -> bool:
        """Arrows choose a row, keys fill it, Enter goes on."""
        if key == "enter":
            self._finish()
            return True
        if key in ("up", "down", "tab", "shift+tab"):
            form = self._form.move(-1 if key in ("up", "shift+tab") else 1)
        elif key in ("backspace", "delete"):
            form = self._form.clear()
        elif len(key) == 1 and key in "yn0123456789.,":
            form = self._form.type(key)
        else:
            return False
        self._form, self._note = form, ""
        self.show()
        return True

    def _finish(self) -> None:
        try:
            self.give(TodayAnswer(context=self._form.context()))
        except NotAValue as e:
            self._note = str(e)
            self.show()


class SoreWidget(StepWidget):
    """Sore in a limb that will be used: a week later, or go on."""

    def __init__(self, step: SoreStep, today: date) -> None:
        super().__init__()
        self._step = step
        self._today = today

    def page(self) -> StepPage:
        """The offer."""
        return sore_page(self._step, self._today)

    def press(self, key: str) -> bool:
        """1 leaves it, 2 goes on."""
        if key == "1":
            self.wish(self.LeaveAsked())
        elif key == "2":
            self.give(Acknowledged())
        else:
            return False
        return True


class FitWidget(StepWidget):
    """Could each side always do this test?"""

    def __init__(self, step: FitStep, former: FitsAnswer | None) -> None:
        super().__init__()
        self._step = step
        told: dict[Side, FitLevel] = dict(former.fits) if former else {}
        self._fits: dict[Side, FitLevel] = {s: told.get(s, "fine") for s in step.sides}
        self._at = 0

    def page(self) -> StepPage:
        """The question, a column a side."""
        return fit_page(self._step, self._fits, self._step.sides[self._at])

    def press(self, key: str) -> bool:
        """1, 2, 3 answer for the side at hand and go to the other."""
        sides = self._step.sides
        if key == "enter":
            self.give(FitsAnswer(fits=self._fits))
        elif key in FIT_KEYS:
            self._fits[sides[self._at]] = FIT_KEYS[key]
            self._at = min(self._at + 1, len(sides) - 1)
            self.show()
        elif key in ("left", "right"):
            self._at = 0 if key == "left" else len(sides) - 1
            self.show()
        else:
            return False
        return True


class GatherWidget(StepWidget):
    """All that the chosen tests need."""

    def __init__(self, step: GatherStep) -> None:
        super().__init__()
        self._step = step

    def page(self) -> StepPage:
        """The list."""
        return gather_page(self._step)

    def press(self, key: str) -> bool:
        """Enter goes on."""
        if key == "enter":
            self.give(Acknowledged())
        return key == "enter"


class ExpectWidget(StepWidget):
    """What is expected of each side, before any trial: as usual unless said otherwise."""

    def __init__(self, step: ExpectStep, former: ExpectAnswer | None) -> None:
        super().__init__()
        self._step = step
        self._cells: list[list[tuple[str, Side]]] = [
            [(p.id, side) for side in (p.hands or ("both",))] for p in step.protocols
        ]
        told = former.expected if former else {}
        self._chosen: dict[tuple[str, Side], Expectation] = {
            (p, side): (told[p].of(side) if p in told else None) or "as_usual"
            for row in self._cells
            for p, side in row
        }
        self._row = self._column = 0

    def page(self) -> StepPage:
        """The grid."""
        return expect_page(self._step, self._chosen, self._current())

    def press(self, key: str) -> bool:
        """Arrows move, w u s choose, Enter goes on."""
        if key == "enter":
            self.give(ExpectAnswer(expected=self._expected()))
        elif key in EXPECT_KEYS:
            self._chosen[self._current()] = EXPECT_KEYS[key]
            self.show()
        elif key in ("up", "down"):
            self._row = min(len(self._cells) - 1, max(0, self._row + (1 if key == "down" else -1)))
            self.show()
        elif key in ("left", "right"):
            self._column = 0 if key == "left" else 1
            self.show()
        else:
            return False
        return True

    def _current(self) -> tuple[str, Side]:
        row = self._cells[self._row]
        return row[min(self._column, len(row) - 1)]

    def _expected(self) -> dict[str, BySide]:
        by_test: dict[str, dict[Side, Expectation]] = {}
        for (protocol, side), expectation in self._chosen.items():
            by_test.setdefault(protocol, {})[side] = expectation
        return {p: BySide.model_validate(sides) for p, sides in by_test.items()}
