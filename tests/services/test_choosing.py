"""What the chooser proposes, in its own words, and that Home says the same minutes."""

from pathlib import Path

from strengthcheck.model.profile import Profile
from strengthcheck.services.home import home_facts
from strengthcheck.services.person import save_profile
from strengthcheck.services.proposing import Option, minutes_of, proposal, usual_minutes
from strengthcheck.views import choose
from strengthcheck.views.choose import total_words, why_words
from strengthcheck.views.home import MINUTES_FIRST, home_view
from strengthcheck.views.steps.page import Row
from tests.services.rooms import NOW, opened
from tests.tui.records import grip_check, write

SET_UP = Profile(set_up_on=NOW.date())


def proposed(folder: Path, profile: Profile = SET_UP) -> dict[str, Option]:
    with opened(folder) as ws:
        save_profile(ws, profile)
        return {o.protocol.id: o for o in proposal(ws)}


def why(option: Option) -> str:
    return why_words(option.why, too_long=option.too_long)


def test_home_and_the_chooser_say_the_same_minutes_of_one_check(tmp_path: Path) -> None:
    write(tmp_path, [grip_check(30)])
    options = proposed(tmp_path, SET_UP.model_copy(update={"owns": ("grip-device",)}))
    with opened(tmp_path) as ws:
        view = home_view(home_facts(ws))
    minutes = minutes_of([o for o in options.values() if o.proposed], first_ever=False)
    assert view.rows[0].hint == f"about {minutes} minutes"
    assert f"It takes about {minutes} minutes" in view.headline


def test_the_first_day_names_the_minutes_of_what_is_proposed_to_anyone(tmp_path: Path) -> None:
    with opened(tmp_path) as ws:
        assert home_facts(ws).minutes == MINUTES_FIRST == usual_minutes(ws)


def test_after_set_up_the_first_check_has_the_minutes_of_what_was_told(tmp_path: Path) -> None:
    options = proposed(tmp_path, SET_UP.model_copy(update={"plays": "viola"}))
    told = minutes_of([o for o in options.values() if o.proposed], first_ever=True)
    with opened(tmp_path) as ws:
        assert home_facts(ws).minutes == told


def test_a_device_that_does_not_fit_into_the_first_check_says_why_its_box_is_empty(tmp_path: Path) -> None:
    grip = proposed(tmp_path, SET_UP.model_copy(update={"owns": ("grip-device",)}))["grip-device"]
    assert not grip.proposed
    assert why(grip) == "left out to save time"


def test_what_was_done_last_time_and_has_no_room_says_so(tmp_path: Path) -> None:
    stairs = {"protocol": "stairs", "trials": [{"side": "both", "values": {"climb": 6.5}}]}
    write(tmp_path, [grip_check(7, results=[stairs])])
    found = proposed(tmp_path)["stairs"]
    assert why(found) == ("done last time" if found.proposed else "left out to save time")


def test_who_does_not_play_is_not_asked_whether_they_have_an_instrument(tmp_path: Path) -> None:
    assert why(proposed(tmp_path)["instrument-playing"]) == "if you play"


def test_the_minutes_say_what_they_hold_beside_the_tests() -> None:
    assert total_words(15) == "About 15 minutes, with questions and warm-up."


def test_once_it_is_chosen_nothing_is_left_out_of_it() -> None:
    line = choose.TestChoice("Squeeze a grip device", 7, "owned", chosen=True, open=True, too_long=True)
    page = choose.choose_page((line,), 0, 9, "first", "")
    assert [b.cells[0].text for b in page.blocks if isinstance(b, Row)] == ["7 min · you own one"]


def test_every_reason_has_room_beside_its_test_in_a_small_window() -> None:
    room = 76 - 39 - len("  7 min · ")  # the text's end, where the minutes begin, and they
    words = [why_words(why, too_long=False) for why in choose.WHY_WORDS] + [choose.TOO_LONG]
    assert [w for w in words if len(w) > room] == []
