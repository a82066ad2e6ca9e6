"""A check done on paper or at a clinic, entered afterwards."""

from datetime import date
from typing import NamedTuple

from strengthcheck.analysis.schedule import next_due
from strengthcheck.model.check import Check
from strengthcheck.model.protocol import Protocol
from strengthcheck.services.person import profile_of, rhythm_of
from strengthcheck.services.recording import Saved, save_check
from strengthcheck.services.sitting import checks_of
from strengthcheck.services.workspace import Workspace


class PaperFacts(NamedTuple):
    """The tests that can be entered, and the objects known for them."""

    tests: tuple[Protocol, ...]
    objects: dict[str, str]


def paper_facts(ws: Workspace) -> PaperFacts:
    """What a paper check can hold."""
    profile = profile_of(ws)
    tests = tuple(found.protocol for found in ws.catalogue().protocols.values())
    return PaperFacts(tests, {p.id: profile.object_for(p.id) or "" for p in tests})


def planned_on(ws: Workspace, day: date) -> bool:
    """Whether a check on that day was planned, by the checks before it."""
    before = [c.started_at.date() for c in checks_of(ws) if c.planned and c.started_at.date() < day]
    return next_due(before, interval_days=rhythm_of(ws), on=day).is_open(day)


def save_paper(ws: Workspace, check: Check) -> Saved:
    """Keep it, by the path that every whole check takes. Raises Refused, or StoreError."""
    return save_check(ws, check)
