"""A record in which a check stands right before a trial."""

from datetime import date
from pathlib import Path

from strengthcheck.guide.script import next_step
from strengthcheck.guide.state import Sitting
from strengthcheck.model.check import Trial
from strengthcheck.model.event import TrialAnswer
from strengthcheck.model.profile import Profile
from strengthcheck.services import sitting as service
from strengthcheck.services.person import save_profile
from strengthcheck.services.workspace import open_workspace
from tests.guide.people import usual

from .stage import FastClock


def before_trial(data: Path, key: str, *tests: str) -> Sitting:
    """A check of these tests, answered as usual up to that trial."""
    with open_workspace(str(data), {}, FastClock(1)) as ws:
        save_profile(ws, Profile(set_up_on=date(2026, 11, 1)))
        sitting = service.begin(ws, tests, lambda: True)
        while (step := next_step(sitting)).key != key:
            sitting = service.answer(ws, sitting, step, usual(step))
        return sitting


def unfinished(data: Path) -> Sitting:
    """The unfinished check of a record, as it is on disk: nothing is resumed by looking."""
    with open_workspace(str(data), {}, FastClock(1), read_only=True) as ws:
        (draft,) = service.unfinished(ws)
        refs = draft.events[0].protocols
        protocols = tuple(ws.read_protocol(ws.store.protocol_text(ref)) for ref in refs)
        return Sitting.fold(draft.events, protocols, Profile())


def trials_of(sitting: Sitting) -> dict[str, tuple[Trial, ...]]:
    """The trials of a check by the step they answer."""
    return {k: a.answer.trials for k, a in sitting.answers.items() if isinstance(a.answer, TrialAnswer)}
