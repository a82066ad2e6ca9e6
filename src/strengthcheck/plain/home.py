"""Home, line by line: where things stand, then what can be done by a number."""

from collections.abc import Callable, Mapping

from strengthcheck.plain import aside, body, history, out, setting
from strengthcheck.plain.choosing import choose_tests
from strengthcheck.plain.danger import tell_lost
from strengthcheck.plain.desk import Desk
from strengthcheck.plain.early import ask_early
from strengthcheck.plain.pages import page_lines
from strengthcheck.plain.paper import enter_paper
from strengthcheck.plain.questions import is_sure
from strengthcheck.plain.setup import ask_setup
from strengthcheck.plain.sitting import CheckTalk, early_answered
from strengthcheck.plain.wishes import BackWished, DropWished, LeaveWished
from strengthcheck.services.choosing import choosing
from strengthcheck.services.expected import EXPECTED
from strengthcheck.services.home import continue_unfinished, discard_unfinished, home_facts, keep_unfinished
from strengthcheck.services.sitting import begin
from strengthcheck.views.asking import discard_question
from strengthcheck.views.choose import not_now_page
from strengthcheck.views.dates import weekday_words
from strengthcheck.views.home import ABOUT, HomeFacts, HomeReading, HomeView, Row, home_view
from strengthcheck.views.home_strips import spoken

Doing = Callable[[Desk], None]


def _compare(desk: Desk) -> None:
    from strengthcheck.plain.compare import compare_page  # loads numpy: not before it is needed

    compare_page(desk)


DOINGS: Mapping[str, Doing] = {
    "tell-lost": tell_lost,
    "open-history": history.history_page,
    "open-compare": _compare,
    "open-understand": aside.understand,
    "open-cards": body.cards,
    "open-events": body.events,
    "open-settings": setting.settings,
    "enter-visit": aside.enter_a_visit,
    "open-tests": aside.read_tests,
    "enter-paper": enter_paper,
    "export-record": out.export_record,
    "open-report": out.write_report,
    "about-you": lambda desk: _without_answer(ask_setup(desk, before_check=False)),
    "open-way-out": aside.fewer_checks,
}
"""What each row of Home does; a row that is not among these is left out."""

SETTINGS_HINT = "signals, countdown, paper, seal, backups"
"""What can be set in lines."""

CHECKS = frozenset({"start-check", "keep-unfinished", "discard-unfinished"})
"""Rows that belong to a check."""


def home(desk: Desk) -> None:
    """Until it is left. Everything is on disk already."""
    while True:
        facts = home_facts(desk.ws)
        reading = _reading(desk, facts)
        view = home_view(facts, reading)
        rows = _rows(view)
        _say(desk, view)
        options = [(str(i), _row_words(r)) for i, r in enumerate(rows, 1)]
        try:
            key = desk.talk.choose("A number, or q to quit", options, more=ABOUT, back=False)
        except LeaveWished:
            return
        _do(desk, rows[int(key) - 1].command, facts)


def start_check(desk: Desk, preset: tuple[str, ...] = ()) -> None:
    """Continue what is unfinished; else choose tests and begin, after set-up the first time."""
    facts = home_facts(desk.ws)
    view = home_view(facts, _reading(desk, facts))
    if facts.unfinished:
        CheckTalk(desk, continue_unfinished(desk.ws, facts.unfinished[0].check)).go()
    elif view.early is not None:
        out.read_aloud(desk, (view.early,))
    elif facts.profile.set_up_on is not None or ask_setup(desk):
        _begin(desk, preset)


def _begin(desk: Desk, preset: tuple[str, ...]) -> None:
    facts = choosing(desk.ws)
    when = facts.timing
    open_today = facts.confirm or when.due.is_open(when.today)
    if facts.excluded:
        out.read_aloud(desk, page_lines(not_now_page("excluded", when.extra_from, when.today)))
        return
    if not open_today and when.extra_from is not None:
        out.read_aloud(desk, page_lines(not_now_page("week", when.extra_from, when.today)))
        return
    early = None if open_today else ask_early(desk, facts.days_since)
    chosen = preset or choose_tests(desk.talk, facts)
    sitting = early_answered(desk, begin(desk.ws, chosen, desk.draw), early)
    CheckTalk(desk, sitting).go()


def _do(desk: Desk, command: str, facts: HomeFacts) -> None:
    """One thing; what stands in its way is said, and Home is shown again."""
    try:
        if command == "start-check":
            start_check(desk)
        elif command == "keep-unfinished":
            keep_unfinished(desk.ws, facts.unfinished[0].check)
            out.read_aloud(desk, ("Kept. You find it in History.",))
        elif command == "discard-unfinished":
            _discard(desk, facts)
        else:
            DOINGS[command](desk)
    except (BackWished, LeaveWished, DropWished):
        return
    except EXPECTED as e:
        out.read_aloud(desk, (str(e),))


def _discard(desk: Desk, facts: HomeFacts) -> None:
    one = facts.unfinished[0]
    question = discard_question(one.sitting.tries_made)
    if is_sure(desk.talk, question):
        discard_unfinished(desk.ws, one.check)
        out.read_aloud(desk, ("Discarded. What you told before the tests is kept.",))


def _reading(desk: Desk, facts: HomeFacts) -> HomeReading | None:
    """What the readings add; what stands in their way is said where they are asked for: in Compare."""
    if not facts.planned:
        return None
    from strengthcheck.services.readings import home_reading  # loads numpy: not before it is needed

    try:
        return home_reading(desk.ws)
    except EXPECTED:
        return None


def _row_words(row: Row) -> str:
    """A row and what is said beside it; after a question no comma."""
    between = " " if row.label.endswith("?") else ", "
    return f"{row.label}{between}{row.hint}" if row.hint else row.label


def _rows(view: HomeView) -> tuple[Row, ...]:
    """What can be done here."""
    rows = (r for r in view.rows if r.command in DOINGS or r.command in CHECKS)
    return tuple(r._replace(hint=SETTINGS_HINT) if r.command == "open-settings" else r for r in rows)


def _say(desk: Desk, view: HomeView) -> None:
    made_up = ", made-up data" if desk.demo else ""
    desk.talk.say(f"{weekday_words(desk.clock.now().date())}{made_up}")
    desk.talk.say(view.headline)
    for text in (*view.more, view.last, view.sealed):
        desk.talk.say(text)
    desk.talk.say(*spoken(view.lines))
    desk.talk.say(view.caveat)
    desk.talk.say("What would you like to do?")


def _without_answer(_: object) -> None:
    """For a doing whose answer nobody asks for."""
