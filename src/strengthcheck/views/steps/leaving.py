"""Leaving a check before its end, and where one is in it."""

from strengthcheck.guide.state import Sitting
from strengthcheck.guide.steps import Step
from strengthcheck.model.protocol import Protocol
from strengthcheck.views.steps.page import Choice, Para, StepPage


def leave_page(trials: int, sure: bool) -> StepPage:
    """Four ways on; discarding asks once more."""
    if sure:
        what = "1 try" if trials == 1 else f"{trials} tries"
        return StepPage(
            "Discard this check?",
            (Para(f"{what} would be gone. What you told of lost tasks stays."),),
            (Choice("y", "Yes, discard it"), Choice("n", "No")),
            keys=(Choice("escape", "no"),),
        )
    keep = Choice("2", "Stop here, look it over, and keep what is there")
    return StepPage(
        "Leave the check?",
        (Para("Everything entered is on disk already."),),
        (
            Choice("1", "Go on with it"),
            *((keep,) if trials else ()),
            Choice("3", "Leave it for later: it is offered when you start again"),
            Choice("4", "Discard it"),
        ),
        keys=(Choice("enter", "go on"),),
    )


def where_words(sitting: Sitting, step: Step) -> str:
    """Which test of how many, for the line above the step."""
    tests = [p for p in sitting.protocols if p.effort.kind != "ask"]
    protocol: Protocol | None = getattr(step, "protocol", None)
    kind = "Check" if sitting.began.planned else "Extra check"
    if protocol is not None and protocol.effort.kind == "ask":
        return f"{kind} · questions while you rest"
    if protocol is None or protocol.id not in [p.id for p in tests]:
        return kind
    number = [p.id for p in tests].index(protocol.id) + 1
    return f"{kind} · test {number} of {len(tests)} · {protocol.short}"
