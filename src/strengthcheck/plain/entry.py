"""What is entered when an effort is over: measure by measure, read back, or why it does not count."""

from strengthcheck.guide.steps import TrialStep
from strengthcheck.plain.follow import followed
from strengthcheck.plain.pages import heard, page_lines
from strengthcheck.plain.talk import Talk
from strengthcheck.views.steps.entering import Entered, Entering
from strengthcheck.views.steps.page import StepPage, field_of
from strengthcheck.views.steps.testing import ladder_choices
from strengthcheck.views.steps.trial import heading, rungs_lead


def enter(talk: Talk, entering: Entering) -> Entered:
    """Ask until nothing is left to enter. Raises BackWished at the first question, LeaveWished."""
    step = entering.entry.step
    return followed(talk, entering, said=lambda page: entry_lines(page, step))


def entry_lines(page: StepPage, step: TrialStep) -> tuple[str, ...]:
    """A page of it: which try it is was said before it began, and which numbers there are is asked."""
    asks = field_of(page) is not None or page.choices == ladder_choices()
    known = (heard(heading(step)), heard(rungs_lead(step)))
    return tuple(line for line in page_lines(page) if not (asks and line in known))
