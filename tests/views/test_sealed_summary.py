from strengthcheck.model.event import TrialAnswer
from strengthcheck.views.summary import summary_page, trial_rows
from tests.guide.people import grip, invalid, rung, sitting, skip, take, through
from tests.services.sealing import values_in


def shown(state, sealed: bool) -> str:
    return repr(summary_page(trial_rows(state, sealed), 0, "").blocks)


def made():
    """Two squeezes entered, one that slipped, one left out."""
    state = sitting(grip())
    state = through(state, "trial/")
    value = {"trials": ({"side": "left", "values": {"force": 46.8}},)}
    state = take(state, "trial/grip//left/1", TrialAnswer.model_validate(value))
    state = take(state, "trial/grip//left/2", invalid("left", "slipped"))
    return take(state, "trial/grip//right/1", skip("right"))


def test_sealed_the_summary_shows_what_was_done_and_no_value():
    state = made()
    assert values_in(shown(state, sealed=False)) == ["46.8"]
    sealed = shown(state, sealed=True)
    assert values_in(sealed) == []
    assert "entered" in sealed
    assert "slipped" in sealed
    assert "left out: sore thumb" in sealed


def test_sealed_could_not_is_no_more_told_than_a_value():
    state = take(through(sitting(grip()), "trial/"), "trial/grip//left/1", rung("left", 0))
    assert "could not" in shown(state, sealed=False)
    assert "could not" not in shown(state, sealed=True)


def test_sealed_the_summary_asks_only_whether_to_keep_and_says_until_when():
    until = "Your values are sealed until 24 December."
    page = summary_page(trial_rows(made(), sealed=True), 0, "", until)
    assert page.title == "Keep this check?", "nobody can look over what is not shown"
    assert until in repr(page.blocks)
    assert summary_page(trial_rows(made()), 0, "").title == "Is it all as it was?"
