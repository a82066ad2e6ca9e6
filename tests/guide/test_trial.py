"""The trial machine: held keys, the end by time, sleep, rest."""

from hypothesis import given
from hypothesis import strategies as st

from strengthcheck.guide.trial import TrialPlan, TrialRun

HOLD = TrialPlan(kind="hold", countdown=5, seconds=10, rest=30)
AWAY = TrialPlan(kind="away", countdown=0, seconds=None)


def counting(plan: TrialPlan = HOLD) -> TrialRun:
    return TrialRun(plan).start(100)[0]


def effort(plan: TrialPlan = HOLD) -> TrialRun:
    return counting(plan).tick(100 + plan.countdown)[0]


def kinds(cues):
    return [c.kind for c in cues]


def test_the_countdown_says_three_two_one_go():
    run, heard = TrialRun(HOLD).start(100)
    assert (run.phase, kinds(heard)) == ("counting", ["ready"])
    all_heard = []
    for now in (101, 102, 103, 104, 105):
        run, heard = run.tick(now)
        all_heard += [(c.kind, c.at) for c in heard]
    assert all_heard == [("three", 102), ("two", 103), ("one", 104), ("go", 105)]
    assert run.phase == "effort"
    assert run.since == 105


def test_whose_turn_it_is_is_not_cut_off_by_the_first_number():
    run, heard = TrialRun(TrialPlan(kind="hold", countdown=3, seconds=10)).start(100)
    said = kinds(heard)
    for now in (100.02, 101, 102, 103):
        run, heard = run.tick(now)
        said += kinds(heard)
    assert said == ["ready", "two", "one", "go"]
    run, heard = TrialRun(TrialPlan(kind="hold", countdown=4, seconds=10)).start(100)
    assert kinds(run.tick(101)[1]) == ["three"]


def test_go_counts_from_when_it_was_due_not_from_when_it_was_noticed():
    run, heard = counting().tick(105.4)
    assert run.since == 105
    assert kinds(heard) == ["go"], "what was missed by more than half a second is not called late"


def test_time_left_is_said_only_while_counting():
    assert counting().countdown_left(102) == 3
    assert effort().countdown_left(106) == 0


def test_it_ends_by_itself_at_its_time():
    run, heard = effort().tick(115.3)
    assert (run.phase, run.lasted, kinds(heard)) == ("settle", 10, ["stop"])


def test_any_key_ends_it_at_that_moment():
    run, heard = effort().press(111.2)
    assert run.phase == "settle"
    assert abs(run.lasted - 6.2) < 1e-9
    assert kinds(heard) == ["stop"]


def test_a_key_that_is_still_held_down_ends_nothing():
    run = counting()
    now = 100.0
    while now < 107:
        now += 0.03
        run, _ = run.press(now)
    assert run.phase == "effort"
    run, _ = run.press(now + 0.5)
    assert run.phase == "settle"


def test_keys_in_the_first_half_second_end_nothing():
    assert effort().press(105.45)[0].phase == "effort"
    assert effort().press(105.55)[0].phase == "settle"


def test_a_key_after_the_time_changes_nothing_about_the_result():
    run, heard = effort().press(118)
    assert (run.lasted, kinds(heard)) == (10, ["stop"])


def test_a_long_effort_says_half_way():
    run = effort(TrialPlan(kind="hold", countdown=5, seconds=20))
    assert kinds(run.tick(115)[1]) == ["half"]
    assert kinds(effort().tick(110)[1]) == [], "ten seconds need no half-way"


def test_a_sleeping_machine_voids_an_effort_and_nothing_else():
    run = effort().slept(108)
    assert (run.phase, run.lasted) == ("void", None)
    assert counting().slept(103).phase == "ready"
    assert TrialRun(HOLD).slept(50).phase == "ready"
    settled = effort().press(111)[0]
    assert settled.slept(120) == settled


def test_the_countdown_can_be_taken_back_and_started_anew():
    run = counting().cancel(103)
    assert run.phase == "ready"
    run, heard = run.start(200)
    assert (run.phase, kinds(heard)) == ("counting", ["ready"])
    assert effort().cancel(106).phase == "effort"


def test_rest_runs_from_the_end_of_the_last_effort():
    run = TrialRun(HOLD, last_end=100)
    assert run.rest_left(110) == 20
    assert run.start(110) == (run, ())
    assert run.start(130)[0].phase == "counting"
    assert TrialRun(HOLD).rest_left(0) == 0


def test_what_is_done_away_has_no_countdown_and_no_end_of_its_own():
    run, heard = counting(AWAY).tick(100)
    assert (run.phase, kinds(heard)) == ("effort", ["go"])
    assert run.tick(1000)[0].phase == "effort"
    assert run.press(160)[0].lasted == 60


def test_starting_twice_starts_once():
    run = counting()
    assert run.start(101) == (run, ())


@given(
    st.lists(
        st.tuples(st.floats(0.001, 3), st.sampled_from(["press", "tick", "cancel", "slept", "start"])),
        max_size=60,
    )
)
def test_whatever_happens_time_is_kept_and_no_cue_comes_twice(happenings):
    run, now = TrialRun(HOLD), 100.0
    heard: list[tuple[str, float]] = []
    for wait, what in happenings:
        now += wait
        before = run
        if what in ("cancel", "slept"):
            run = getattr(run, what)(now)
        else:
            run, cues = getattr(run, what)(now)
            heard += [(c.kind, c.at) for c in cues]
        if run.phase == "settle":
            assert 0 <= run.lasted <= HOLD.seconds
        if before.phase in ("settle", "void"):
            assert run.phase == before.phase, "a trial that is over stays over"
    assert len(heard) == len(set(heard))
