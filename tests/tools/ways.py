"""How each page is opened for its picture. A page class without a way stops the run: none is forgotten."""

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import Any, NamedTuple

from strengthcheck.guide.script import next_step
from strengthcheck.guide.state import Sitting
from strengthcheck.guide.steps import OverStep
from strengthcheck.model.check import Check
from strengthcheck.model.profile import Card, Profile, Visit
from strengthcheck.services import sitting as service
from strengthcheck.services.cards import cards_of
from strengthcheck.services.history import check_versions
from strengthcheck.services.person import save_profile
from strengthcheck.services.readings import pair_over_time, then_now
from strengthcheck.services.reporting import form_of, page_for_doctor, told_before
from strengthcheck.services.seal import sealed_until
from strengthcheck.services.sitting import checks_of
from strengthcheck.services.workspace import Workspace
from strengthcheck.tui import screens
from strengthcheck.tui.desk import Desk
from strengthcheck.tui.page import Page
from strengthcheck.tui.screens.form import FormField
from strengthcheck.views.asking import discard_question
from strengthcheck.views.doctor_page import PageChoices
from strengthcheck.views.report_page import WHICH_TESTS
from strengthcheck.views.typed import SPAN_LINES
from strengthcheck.views.understand import topic_lines, topic_page
from strengthcheck.views.versions import version_view
from strengthcheck.views.visits import entered_view
from tests.guide.people import usual
from tests.services.rooms import NOW

TODAY = NOW.date()

BASES = frozenset({"Doors", "FormScreen", "HearingPage", "SteppingPage"})
"""What other pages are built on; never shown by themselves."""

FIRST = frozenset({"HomeScreen"})
"""What stands there when the app opens."""


class Around(NamedTuple):
    """What a page may need beside the desk, read before the app is opened."""

    checks: tuple[Check, ...]
    cards: tuple[Card, ...]
    desk: Desk
    ws: Workspace


Way = Callable[[type[Page[Any]], Around], Page[Any] | None]
"""Makes the page; none where this record has nothing to show on it."""


def every_page() -> dict[str, type[Page[Any]]]:
    """Every page class of the app by name, found by loading all screens."""
    for module in pkgutil.iter_modules(screens.__path__):
        import_module(f"{screens.__name__}.{module.name}")
    found = {c.__name__: c for c in _under(Page) if c.__module__.startswith(screens.__name__)}
    return {name: c for name, c in found.items() if "[" not in name and name not in BASES}


def _under(cls: type) -> Iterator[type]:
    for sub in cls.__subclasses__():
        yield sub
        yield from _under(sub)


def without_way() -> list[str]:
    """The page classes that no way leads to."""
    return sorted(name for name in every_page() if name not in WAYS and name not in FIRST)


def _alone(cls: type[Page[Any]], a: Around) -> Page[Any]:
    return cls(a.desk)


def _given(*given: object) -> Way:
    return lambda cls, a: cls(a.desk, *given)


def _hearing(cls: type[Page[Any]], a: Around) -> Page[Any]:
    return cls(a.desk, a.desk.hearing)


def _of_newest(cls: type[Page[Any]], a: Around) -> Page[Any] | None:
    return cls(a.desk, a.checks[-1].id) if a.checks else None


def _card(cls: type[Page[Any]], a: Around) -> Page[Any] | None:
    return cls(a.desk, a.cards[0].id) if a.cards else None


def _end_card(cls: type[Page[Any]], a: Around) -> Page[Any] | None:
    return cls(a.desk, a.cards[0]) if a.cards else None


def _help(cls: type[Page[Any]], a: Around) -> Page[Any]:
    return cls(a.desk, every_page()["HistoryScreen"](a.desk))


def _pair(cls: type[Page[Any]], a: Around) -> Page[Any] | None:
    rows = sorted(then_now(a.ws).rows, key=lambda r: r.key.measure != "force")  # numbers show the most
    return cls(a.desk, pair_over_time(a.ws, rows[0].key, rows[0].both)) if rows else None


def _preview(cls: type[Page[Any]], a: Around) -> Page[Any] | None:
    if sealed_until(a.ws) is not None:
        return None  # the app shows it only when it is opened again
    return cls(a.desk, page_for_doctor(a.ws, PageChoices(today=TODAY)))


def _version(cls: type[Page[Any]], a: Around) -> Page[Any] | None:
    if not a.checks:
        return None
    kept = check_versions(a.ws, a.checks[-1].id)
    view = version_view(kept.revisions[0], kept.tests, sealed=kept.sealed)
    return cls(a.desk, "9 November at 10:24, as it was first kept", view) if view else None


def _said(cls: type[Page[Any]], a: Around) -> Page[Any]:
    visit = Visit(on=TODAY, who="Dr Made-Up", found="nothing")
    return cls(a.desk, entered_view(visit, (), TODAY))


def _sitting(cls: type[Page[Any]], a: Around) -> Page[Any]:
    return cls(a.desk, _begun(a.ws))


def _begun(ws: Workspace) -> Sitting:
    """An unfinished check, or a new one, at its first step."""
    known = service.unfinished(ws)
    if known:
        return service.resume(ws, known[0])
    return service.begin(ws, ("cap-tightening", "book-pinch-lift", "heel-toe-walk"), lambda: True)


def steps_of(ws: Workspace) -> Iterator[Sitting]:
    """A check before each kind of its steps, answered as usual in between. It is written into the record."""
    save_profile(ws, Profile(set_up_on=TODAY, region="GB"))
    sitting = _begun(ws)
    seen: set[str] = set()
    while not isinstance(step := next_step(sitting), OverStep):
        kind = type(step).__name__
        if kind not in seen:
            seen.add(kind)
            yield sitting
        sitting = service.answer(ws, sitting, step, usual(step))


def _form(cls: type[Page[Any]], a: Around) -> Page[Any]:
    return cls(a.desk, form_of(a.ws), told_before(a.ws).losses)


MARKS = (("a", "Stairs"), ("b", "Grip device"))
LINES = tuple(FormField(*line) for line in SPAN_LINES)

WAYS: Mapping[str, Way] = {
    "AskScreen": _given(discard_question(3)),
    "BinScreen": _alone,
    "CalendarScreen": _alone,
    "CardScreen": _card,
    "CardsScreen": _alone,
    "CheckScreen": _of_newest,
    "ChooseScreen": _alone,
    "CompareScreen": _alone,
    "DoctorFormScreen": _alone,
    "EndCardScreen": _end_card,
    "EventsScreen": _alone,
    "ExportScreen": _alone,
    "FunctionsScreen": _form,
    "HelpScreen": _help,
    "HistoryScreen": _alone,
    "ImportScreen": _alone,
    "LineScreen": _given("What was it?", "A few words."),
    "LinesScreen": _given("Which time?", ("A line may stay empty.",), LINES, lambda _: None),
    "LostScreen": _alone,
    "MarksScreen": _given(*WHICH_TESTS, MARKS, ("a",)),
    "MetronomeScreen": _hearing,
    "NewCardScreen": _alone,
    "NewEventScreen": _given("injury", "left_arm"),
    "NoteScreen": _given("9 November", "Demo Person: slept badly."),
    "PairScreen": _pair,
    "PaperScreen": _alone,
    "PreviewScreen": _preview,
    "ProseScreen": _given("Main concern", "What brings you to the doctor.", "Demo Person: my right hand."),
    "ReportScreen": _alone,
    "RestoreScreen": _alone,
    "SaidScreen": _said,
    "SealDateScreen": _alone,
    "SealScreen": _alone,
    "SettingsScreen": _alone,
    "SetupScreen": _alone,
    "SittingScreen": _sitting,
    "SoundScreen": _hearing,
    "TestScreen": _given("grip-device"),
    "TestsScreen": _alone,
    "TopicScreen": _given(topic_page(topic_lines()[0].id)),
    "UnderstandScreen": _alone,
    "VersionScreen": _version,
    "VersionsScreen": _of_newest,
    "VisitScreen": _alone,
    "WayOutScreen": _alone,
}
"""The way to each page."""


def around(ws: Workspace, desk: Desk) -> Around:
    """What the pages of a record need."""
    return Around(checks_of(ws), cards_of(ws), desk, ws)
