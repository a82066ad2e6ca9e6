"""Seven made-up people: what is true of their hands, and how they behave. No clock and no record here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from strengthcheck.model.base import Side
from strengthcheck.model.profile import BodyEvent, FitLevel, LostTask
from tests.walk.calendar import FIRST_DAY, day_date

MONTH = 30.4375
TESTS = ("grip-device", "cap-tightening", "everyday-tasks")

Share = Callable[[int, Side], float]
"""What is there of a side's own strength on a day."""
Rung = Callable[[int, str, str, Side], int]
"""How a side does one task of one test on a day: 3 as usual to 0 could not."""


def all_there(_day: int, _side: Side) -> float:
    """Nothing is lost."""
    return 1.0


def as_usual(_day: int, _test: str, _part: str, _side: Side) -> int:
    """Everything goes as ever."""
    return 3


@dataclass(frozen=True)
class Person:
    """One made-up person."""

    name: str
    story: str
    share: Share = all_there
    rung: Rung = as_usual
    seed: int = 1
    noise: float = 0.045
    """Error of one check, as a share."""
    fits: Mapping[str, FitLevel] = field(default_factory=dict)
    losses: Mapping[int, LostTask] = field(default_factory=dict)
    events: Mapping[int, BodyEvent] = field(default_factory=dict)
    visit_after_advice: int | None = None
    """So many days after being told to see a doctor they go; None: they do not."""
    stops_on: int | None = None
    returns_on: int | None = None
    takes_way_out: bool = False
    urge: float = 0.0
    """Chance of wanting to test on a day, at first."""


def falling(rate: float, begins: int, side: Side = "right") -> Share:
    """A straight loss of one side, a share of its own base a month."""

    def share(day: int, of: Side) -> float:
        lost = rate * max(day - begins, 0) / MONTH
        return max(1.0 - lost, 0.05) if of == side else 1.0

    return share


LOSS_BEGINS, LOSS_RATE = 120, 0.05
LOST_ON = 260
INJURED_ON, HEALED_ON = 200, 240
TOLD_HARD_ON = 300


def _hurt(day: int, side: Side) -> float:
    return 0.68 if side == "left" and INJURED_ON <= day < HEALED_ON else 1.0


def _buttons_gone(day: int, test: str, part: str, side: Side) -> int:
    gone = test == "everyday-tasks" and side == "right" and part == "keys and buttons" and day >= TOLD_HARD_ON
    return 0 if gone else 3


STEADY = Person(
    "Steady Made-Up",
    "Nothing changes. Does each check near its date, and takes the way out when it is proposed.",
    takes_way_out=True,
)
ANXIOUS = Person(
    "Anxious Made-Up",
    "Nothing changes, but wants to test every day. Waits when asked to; each wait makes the next wish a "
    "little rarer (an assumption of this walk).",
    urge=0.95,
    seed=2,
)
LOSING = Person(
    "Losing Made-Up",
    f"From day {LOSS_BEGINS} the right hand loses {LOSS_RATE:.0%} of its strength a month. "
    "Goes to a doctor a week after being told.",
    share=falling(LOSS_RATE, LOSS_BEGINS),
    visit_after_advice=7,
    seed=3,
)
SUDDEN = Person(
    "Sudden Made-Up",
    f"On day {LOST_ON} the right hand can suddenly not hold a key. Told the same day, no check done.",
    losses={
        LOST_ON: LostTask(
            what="hands", task="turning a key", how_much="cannot", side="right", since="days", course="same"
        )
    },
    visit_after_advice=1,
)
INJURED = Person(
    "Injured Made-Up",
    f"Sprains the left wrist on day {INJURED_ON}, enters it, is weak for six weeks, and recovers.",
    share=_hurt,
    events={
        INJURED_ON: BodyEvent(
            on=day_date(INJURED_ON), what="injury", side="left", body="arm", text="sprained wrist"
        )
    },
    seed=5,
)
CALLED_HARD = Person(
    "Called-Hard Made-Up",
    "A real loss that was called “always hard for me”, so that the test which would show it is left out. "
    f"On day {TOLD_HARD_ON} buttons are gone; the questions of everyday still ask.",
    fits={"cap-tightening": "always_hard", "grip-device": "always_hard"},
    rung=_buttons_gone,
    visit_after_advice=None,
    seed=6,
)
QUITTER = Person(
    "Quitter Made-Up",
    "Does three checks and stays away for almost two years, then looks in once.",
    stops_on=30,
    returns_on=700,
    seed=7,
)
PEOPLE = (STEADY, ANXIOUS, LOSING, SUDDEN, INJURED, CALLED_HARD, QUITTER)
__all__ = ["FIRST_DAY", "PEOPLE", "TESTS", "Person"]
