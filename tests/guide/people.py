"""Made-up tests and sittings for the guide."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from strengthcheck.guide.script import next_step, steps
from strengthcheck.guide.state import Sitting
from strengthcheck.guide.steps import OverStep, Step
from strengthcheck.model.check import Context, Trial
from strengthcheck.model.entry import ProtocolRef
from strengthcheck.model.event import (
    Acknowledged,
    Answer,
    Answered,
    Began,
    EarlyAnswer,
    EffortAnswer,
    ExpectAnswer,
    FitsAnswer,
    FollowUpAnswer,
    GateAnswer,
    LostAnswer,
    ReadyAnswer,
    SummaryAnswer,
    TodayAnswer,
    TrialAnswer,
)
from strengthcheck.model.profile import LostTask, Profile
from strengthcheck.model.protocol import Protocol

START = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
LADDER = {
    "id": "ladder",
    "name": "how it went",
    "unit": "rung",
    "better": "higher",
    "low": 0,
    "high": 3,
}
FORCE = {
    "id": "force",
    "name": "grip strength",
    "unit": "kg",
    "better": "higher",
    "low": 0,
    "high": 120,
    "typical_error": 0.07,
}
HOLD = {
    "id": "hold",
    "name": "time held",
    "unit": "s",
    "better": "higher",
    "low": 0,
    "high": 30,
    "cap": 10,
    "typical_error": 0.2,
}


def protocol(name: str = "cap", **changed: object) -> Protocol:
    """A small test: two trials a hand, a fit question, practice once."""
    fields: dict[str, object] = {
        "id": name,
        "version": 1,
        "title": f"The {name} test",
        "short": name.title(),
        "summary": "A made-up test.",
        "body": "arm",
        "sides": ("left", "right"),
        "minutes": 2,
        "equipment": ("a made-up thing",),
        "fit": {"ask": "Could you always?", "object": "Which one?"},
        "steps": ("Do it.",),
        "effort": {"kind": "free", "seconds": 5, "say": "Go on."},
        "practice": 1,
        "trials": 2,
        "rest_seconds": 15,
        "measures": (LADDER,),
        "shows": "Nothing much.",
        "sources": ("made up",),
    }
    return Protocol.model_validate({**fields, **changed})


def walk(**changed: object) -> Protocol:
    """Both legs at once, in two parts."""
    return protocol(
        "walk",
        **{
            "body": "leg",
            "parts": (
                {"id": "heels", "title": "Heels", "ask": "?"},
                {"id": "toes", "title": "Toes", "ask": "?"},
            ),
            "effort": {"kind": "away", "say": "Go.", "together": True},
            "practice": 0,
            "trials": 1,
            **changed,
        },
    )


def asked(**changed: object) -> Protocol:
    """Three everyday questions."""
    return protocol(
        "daily",
        **{
            "body": "none",
            "sides": ("left", "right", "both"),
            "equipment": (),
            "fit": None,
            "parts": (
                {"id": "running", "title": "Running", "ask": "?", "sides": ("both",)},
                {"id": "keys", "title": "Keys", "ask": "?"},
                {"id": "pedals", "title": "Pedals", "ask": "?", "sides": ("both",)},
            ),
            "effort": {"kind": "ask", "say": "A question."},
            "practice": 0,
            "trials": 1,
            "rest_seconds": 0,
            **changed,
        },
    )


def grip(**changed: object) -> Protocol:
    """Kilograms only, three squeezes a hand."""
    return protocol(
        "grip",
        **{
            "effort": {"kind": "squeeze", "seconds": 4, "say": "Squeeze."},
            "practice": 0,
            "trials": 3,
            "rest_seconds": 45,
            "warm_up": {"seconds": 45, "text": "Two easy squeezes."},
            "measures": (FORCE,),
            **changed,
        },
    )


def stairs(**changed: object) -> Protocol:
    """No side of its own."""
    return protocol(
        "stairs",
        **{
            "body": "leg",
            "sides": ("both",),
            "effort": {"kind": "away", "say": "Up."},
            "trials": 1,
            "rest_seconds": 5,
            **changed,
        },
    )


def began(*protocols: Protocol, **changed: object) -> Began:
    fields: dict[str, object] = {
        "check": UUID("00000000-0000-4000-8000-000000000001"),
        "at": START,
        "planned": True,
        "protocols": tuple(ProtocolRef(id=p.id, version=p.version, sha256="0" * 64) for p in protocols),
        "first": {p.id: "left" for p in protocols if p.sided and not p.effort.together},
        "first_time": tuple(p.id for p in protocols),
    }
    return Began.model_validate({**fields, **changed})


def sitting(*protocols: Protocol, profile: Profile | None = None, **changed: object) -> Sitting:
    return Sitting(began=began(*protocols, **changed), protocols=protocols, profile=profile or Profile())


def take(state: Sitting, step: Step | str, answer: Answer) -> Sitting:
    """The sitting after one more answer, a minute later than the one before."""
    key = step if isinstance(step, str) else step.key
    at = START + timedelta(minutes=1 + len(state.answers))
    return state.after(Answered(step=key, at=at, answer=answer))


LOST = LostTask(what="hands", how_much="cannot", since="longer", course="same")


def usual(step: Step, rung: int = 3) -> Answer:
    """What someone answers on a usual day."""
    name = type(step).__name__
    if name in ("TrialStep", "QuestionStep"):
        has_ladder = step.protocol.measure("ladder") is not None
        values = {"ladder": rung} if has_ladder else {"force": 30.5}
        if step.protocol.measure("hold") is not None:
            values["hold"] = 10
        if rung == 0:
            return TrialAnswer(trials=tuple(Trial(side=s, could_not=True) for s in step.sides))
        return TrialAnswer(trials=tuple(Trial(side=s, values=values) for s in step.sides))
    if name == "FitStep":
        return FitsAnswer(fits=dict.fromkeys(step.sides, "fine"))
    return {
        "GateStep": GateAnswer(),
        "LostStep": LostAnswer(lost=LOST),
        "EarlyStep": EarlyAnswer(reason="worry", worry_before=6),
        "TodayStep": TodayAnswer(context=Context()),
        "ReadyStep": ReadyAnswer(object="a made-up thing"),
        "ExpectStep": ExpectAnswer(expected={}),
        "EffortStep": EffortAnswer(effort=6),
        "FollowUpStep": FollowUpAnswer(because="unsure"),
        "SummaryStep": SummaryAnswer(note=""),
    }.get(name, Acknowledged())


def through(state: Sitting, until: str = "", **given: Answer) -> Sitting:
    """Answer as usual, or as `given` by a key's beginning, until a step whose key begins so."""
    for _ in range(400):
        step = next_step(state)
        if isinstance(step, OverStep) or (until and step.key.startswith(until)):
            return state
        told = next((a for k, a in given.items() if step.key == k or step.key.startswith(k)), None)
        state = take(state, step, told or usual(step))
    raise AssertionError("the check never ends")


def keys(state: Sitting) -> list[str]:
    """Every step's key, in order."""
    return [s.key for s in steps(state)]


def invalid(side: str, reason: str) -> TrialAnswer:
    return TrialAnswer.model_validate({"trials": ({"side": side, "invalid": reason},)})


def skip(side: str, reason: str = "sore thumb") -> TrialAnswer:
    return TrialAnswer.model_validate({"trials": ({"side": side, "skipped": reason},)})


def rung(side: str, value: int) -> TrialAnswer:
    if value == 0:
        return TrialAnswer.model_validate({"trials": ({"side": side, "could_not": True},)})
    return TrialAnswer.model_validate({"trials": ({"side": side, "values": {"ladder": value}},)})
