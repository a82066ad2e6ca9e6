"""A check before its date: why one would rather wait, the wait, and what an extra check is."""

from strengthcheck.model.event import EarlyAnswer
from strengthcheck.plain.body import write_down
from strengthcheck.plain.danger import tell_lost
from strengthcheck.plain.desk import Desk
from strengthcheck.plain.follow import after_page, letters_of
from strengthcheck.plain.pages import page_lines
from strengthcheck.plain.talk import Ask, Option
from strengthcheck.plain.wishes import BackWished, DropWished
from strengthcheck.services.urges import early_facts, save_urge
from strengthcheck.views.steps.asking import Ended
from strengthcheck.views.steps.early import WRITE_DOWN, EarlyAsking, EarlyEnd


def ask_early(desk: Desk, days: int) -> EarlyAnswer:
    """Why is it wanted? Raises DropWished when it is left for today, BackWished at the first question."""
    end = _asked(desk, EarlyAsking(days, early_facts(desk.ws), desk.clock.now(), desk.clock.monotonic()))
    # It is kept before anything comes of it.
    save_urge(desk.ws, end.told.urge(desk.clock.now(), tested=end.way == "check"))
    if end.way == "loss":
        tell_lost(desk)
    if end.way != "check":
        raise DropWished
    return end.told.answer()


def _asked(desk: Desk, asking: EarlyAsking) -> EarlyEnd:
    while True:
        page = asking.page()
        desk.talk.say(*page_lines(page))
        after = _waited(desk, asking) if asking.waiting else after_page(desk.talk, asking, page)
        if isinstance(after, Ended):
            return after.out
        if after is None:
            raise BackWished
        assert isinstance(after, EarlyAsking)
        asking = after.at(desk.clock.monotonic())


def _waited(desk: Desk, asking: EarlyAsking) -> EarlyAsking | Ended[EarlyEnd] | None:
    """A line typed during the wait, or its end. Nothing ticks; Enter says how long still."""
    options = tuple(Option(k.key, k.text) for k in letters_of(asking.page()))
    try:
        key = desk.talk.ask(
            Ask("Waiting; Enter says how long still", options, ""), wait=desk.clock.interval(asking.left)
        )
    except BackWished:
        key = "escape"
    now = asking.at(desk.clock.monotonic())
    if not now.waiting:
        desk.talk.say("The ten minutes are over.")
        return now
    if key == WRITE_DOWN:
        _write_down(desk)
    return now.press(key) or now if key else now


def _write_down(desk: Desk) -> None:
    """What is felt, as a card; the way back leads to the wait."""
    try:
        write_down(desk, desk.clock.now().date())
    except BackWished:
        return
