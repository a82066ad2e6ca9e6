"""Where in a check someone is, in words."""

from strengthcheck.guide.steps import (
    EffortStep,
    FitStep,
    FollowUpStep,
    OverStep,
    PracticeStep,
    QuestionStep,
    ReadyStep,
    Step,
    SummaryStep,
    TrialStep,
    WarmUpStep,
)
from strengthcheck.views.steps.words import side_words


def place_words(step: Step) -> str:
    """The test, the side and the try, as far as the step has them."""
    if isinstance(step, WarmUpStep):
        return "the warm-up"
    if isinstance(step, SummaryStep | OverStep):
        return "the summary"
    if isinstance(step, FitStep | ReadyStep):
        return f"{step.protocol.short}, its first page"
    if isinstance(step, QuestionStep):
        return f"{step.protocol.short}, {step.part.title}"
    return _side_words(step) or "the questions before the tests"


def _side_words(step: Step) -> str | None:
    if isinstance(step, TrialStep):
        body = step.protocol.body
        sides = side_words(step.sides[0], body) if len(step.sides) == 1 else side_words("both", body)
        part = f", {step.part.title}" if step.part else ""
        return f"{step.protocol.short}{part}, {sides}, try {step.number} of {step.of}"
    if isinstance(step, PracticeStep | EffortStep | FollowUpStep):
        return f"{step.protocol.short}, {side_words(step.side, step.protocol.body)}"
    return None
