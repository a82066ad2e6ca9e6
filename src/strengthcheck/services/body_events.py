"""Injuries, illnesses and other events of the body, as the profile keeps them."""

from strengthcheck.model.profile import BodyEvent
from strengthcheck.services.person import profile_of, save_profile
from strengthcheck.services.workspace import Workspace


def events_of(ws: Workspace) -> tuple[BodyEvent, ...]:
    """Every entered event, in the order they were entered."""
    return profile_of(ws).events


def enter_event(ws: Workspace, event: BodyEvent) -> None:
    """Keep one more; the same twice is one."""
    known = profile_of(ws)
    if event not in known.events:
        save_profile(ws, known.model_copy(update={"events": (*known.events, event)}), "an event")


def remove_event(ws: Workspace, event: BodyEvent) -> None:
    """Take one out; what the profile was before stays among its revisions."""
    known = profile_of(ws)
    left = tuple(e for e in known.events if e != event)
    save_profile(ws, known.model_copy(update={"events": left}), "an event taken out")
