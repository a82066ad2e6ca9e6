"""Where in a check someone is."""

from strengthcheck.catalogue import read_catalogue
from strengthcheck.guide.steps import (
    EffortStep,
    GateStep,
    OverStep,
    PracticeStep,
    QuestionStep,
    ReadyStep,
    Step,
    SummaryStep,
    TrialStep,
    WarmUpStep,
)
from strengthcheck.views.place import place_words

TESTS = {k: f.protocol for k, f in read_catalogue(None).protocols.items()}
GRIP, WALK, EVERYDAY = TESTS["grip-device"], TESTS["heel-toe-walk"], TESTS["everyday-tasks"]


def trial(step_sides: tuple[str, ...]) -> TrialStep:
    return TrialStep.model_validate(
        {
            "key": "k",
            "protocol": WALK,
            "part": WALK.parts[1],
            "sides": step_sides,
            "number": 2,
            "of": 3,
            "again": False,
            "rest_seconds": 30,
            "countdown_seconds": 5,
        }
    )


def test_a_trial_is_named_by_test_part_side_and_number() -> None:
    assert place_words(trial(("left",))) == f"{WALK.short}, {WALK.parts[1].title}, left leg, try 2 of 3"
    assert "both together, try 2 of 3" in place_words(trial(("left", "right")))


def test_every_other_place_has_words_too() -> None:
    asked = QuestionStep(key="k", protocol=EVERYDAY, part=EVERYDAY.parts[0], sides=("both",))
    places: list[tuple[Step, str]] = [
        (WarmUpStep(key="a", seconds=60), "the warm-up"),
        (SummaryStep(key="b"), "the summary"),
        (OverStep(key="over", because="kept"), "the summary"),
        (GateStep(key="c"), "the questions before the tests"),
    ]
    assert all(place_words(step) == said for step, said in places)
    ready = ReadyStep(key="k", protocol=GRIP, known_object=None)
    assert place_words(ready) == f"{GRIP.short}, its first page"
    assert place_words(asked) == f"{EVERYDAY.short}, {EVERYDAY.parts[0].title}"
    assert place_words(PracticeStep(key="k", protocol=GRIP, side="right")) == f"{GRIP.short}, right hand"
    assert place_words(EffortStep(key="k", protocol=GRIP, part=None, side="left", last=True)).endswith(
        "left hand"
    )
