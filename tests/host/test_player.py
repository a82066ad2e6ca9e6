"""Sounds are played beside us: never waited for, cut off by newer ones, given up quietly."""

import threading

import pytest

from strengthcheck.host.platform_players import WindowsRunner, find_players
from strengthcheck.host.player import HANGS_SECONDS, LATE_SECONDS, STRIKES, Order, Player, Stage
from strengthcheck.host.programs import Job, Program
from tests.host.machines import HandClock, MadeUpRunner

FILE = "/somewhere/go.wav"


def program(name: str) -> Program:
    return Program(name, lambda what: Job((f"/bin/{name}", what)))


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


def stage(clock: HandClock, runner: MadeUpRunner, *names: str) -> Stage:
    return Stage(tuple(program(n) for n in names), runner, clock)


def words(runner: MadeUpRunner) -> list[tuple[str, ...]]:
    return [p.job.words for p in runner.started]


def refuses(*names: str):
    def does(job: Job) -> None:
        if job.words[0] in {f"/bin/{n}" for n in names}:
            raise OSError("no such program")

    return does


def fails(*names: str):
    return lambda job: 1 if job.words[0] in {f"/bin/{n}" for n in names} else None


def test_a_newer_sound_cuts_off_the_older_one(clock):
    runner = MadeUpRunner()
    on = stage(clock, runner, "aplay")
    on.take(Order("/one.wav", 0.2, clock.now))
    on.take(Order("/go.wav", 0.4, clock.now))
    assert [p.cut_off for p in runner.started] == [True, False]


def test_beats_may_overlap(clock):
    runner = MadeUpRunner()
    on = stage(clock, runner, "aplay")
    on.take(Order("/tick.wav", 0.05, clock.now, cut=False))
    on.take(Order("/tick.wav", 0.05, clock.now, cut=False))
    assert [p.cut_off for p in runner.started] == [False, False]


def test_a_sound_that_would_come_late_is_left_out(clock):
    runner = MadeUpRunner()
    on = stage(clock, runner, "aplay")
    on.take(Order(FILE, 0.4, clock.now - LATE_SECONDS - 0.01))
    assert runner.started == []
    assert on.trouble == ""


def test_an_order_for_nothing_ends_what_sounds(clock):
    runner = MadeUpRunner()
    on = stage(clock, runner, "aplay")
    on.take(Order("/clicks.wav", 60, clock.now))
    on.take(Order("", 0, clock.now))
    assert [p.cut_off for p in runner.started] == [True]
    assert not on.busy


def test_where_no_player_is_nothing_is_started_and_the_reason_is_told(clock):
    runner = MadeUpRunner()
    on = stage(clock, runner)
    on.take(Order(FILE, 0.4, clock.now))
    assert runner.started == []
    assert on.trouble == "no program that plays sounds was found"


def test_a_player_that_cannot_be_started_is_replaced_by_the_next_one_at_once(clock):
    runner = MadeUpRunner(refuses("pw-play", "paplay"))
    on = stage(clock, runner, "pw-play", "paplay", "aplay")
    on.take(Order(FILE, 0.4, clock.now))
    assert words(runner) == [("/bin/aplay", FILE)]
    assert on.trouble == ""


def test_a_player_that_fails_at_once_is_replaced_and_the_sound_is_still_heard(clock):
    runner = MadeUpRunner(fails("pw-play"))
    on = stage(clock, runner, "pw-play", "aplay")
    on.take(Order(FILE, 0.4, clock.now))
    clock.now += 0.05
    on.look_after()
    assert words(runner) == [("/bin/pw-play", FILE), ("/bin/aplay", FILE)]


def test_a_sound_whose_player_fails_late_is_not_played_after_all(clock):
    runner = MadeUpRunner()
    on = stage(clock, runner, "pw-play", "aplay")
    on.take(Order(FILE, 0.4, clock.now))
    clock.now += LATE_SECONDS + 0.1
    runner.started[0].status = 1
    on.look_after()
    assert len(runner.started) == 1
    on.take(Order(FILE, 0.4, clock.now))
    assert words(runner)[-1] == ("/bin/aplay", FILE)


def test_the_last_player_is_given_up_quietly_after_three_failures_in_a_row(clock):
    runner = MadeUpRunner(fails("aplay"))
    on = stage(clock, runner, "aplay")
    for _ in range(STRIKES + 3):
        on.take(Order(FILE, 0.4, clock.now))
        clock.now += 1
        on.look_after()
    assert len(runner.started) == STRIKES
    assert on.trouble == "aplay could not be used"


def test_one_failure_between_good_ones_is_forgiven(clock):
    runner = MadeUpRunner()
    on = stage(clock, runner, "aplay")
    for n in range(8 * STRIKES):
        on.take(Order(FILE, 0.4, clock.now))
        runner.started[-1].status = 1 if n % STRIKES else 0
        clock.now += 1
        on.look_after()
    assert on.trouble == ""


def test_a_player_that_hangs_is_ended_and_replaced(clock):
    runner = MadeUpRunner()
    on = stage(clock, runner, "pw-play", "aplay")
    on.take(Order(FILE, 0.4, clock.now))
    clock.now += 0.4 + HANGS_SECONDS - 0.01
    on.look_after()
    assert on.busy
    clock.now += 0.02
    on.look_after()
    assert runner.started[0].cut_off
    assert not on.busy
    on.take(Order(FILE, 0.4, clock.now))
    assert words(runner)[-1] == ("/bin/aplay", FILE)


def test_being_cut_off_is_no_failure(clock):
    runner = MadeUpRunner()
    on = stage(clock, runner, "aplay")
    for _ in range(5 * STRIKES):
        on.take(Order(FILE, 0.4, clock.now))
    on.end_all()
    assert on.trouble == ""
    assert len(runner.started) == 5 * STRIKES


def test_playing_leaves_an_order_and_a_thread_carries_it_out(clock):
    runner = MadeUpRunner()
    player = Player(stage(clock, runner, "aplay"), clock)
    player.play(FILE, 0.4)
    assert runner.wait_for(1)[0].job.words == ("/bin/aplay", FILE)
    player.close()
    assert runner.started[0].cut_off


def test_while_a_program_is_slow_to_start_the_caller_does_not_wait(clock):
    gate = threading.Event()

    def slow(_job: Job) -> None:
        assert gate.wait(timeout=120)

    runner = MadeUpRunner(slow)
    player = Player(stage(clock, runner, "aplay"), clock)
    for _ in range(50):
        player.play(FILE, 0.4)  # comes back although the program has not started yet
    assert runner.started == []
    gate.set()
    runner.wait_for(50)
    player.close()


def test_a_player_without_a_program_takes_orders_and_keeps_quiet(clock):
    player = Player(stage(clock, MadeUpRunner()), clock)
    player.open()
    player.play(FILE, 0.4)
    player.hush()
    player.close()
    assert not player.works


def which(*names: str):
    return lambda name: f"/usr/bin/{name}" if name in names else None


@pytest.mark.parametrize(
    ("platform", "there", "first", "words"),
    [
        ("linux", ("aplay", "paplay", "pw-play"), "pw-play", ("/usr/bin/pw-play", FILE)),
        ("linux", ("aplay", "paplay"), "paplay", ("/usr/bin/paplay", FILE)),
        ("linux", ("aplay",), "aplay", ("/usr/bin/aplay", "-q", FILE)),
        ("freebsd14", ("paplay",), "paplay", ("/usr/bin/paplay", FILE)),
        ("darwin", ("afplay", "aplay"), "afplay", ("/usr/bin/afplay", FILE)),
        ("win32", (), "winsound", ("winsound", FILE)),
    ],
)
def test_each_platform_has_its_player(platform, there, first, words):
    found = find_players(which(*there), {}, platform)
    assert found[0].name == first
    assert found[0].job(FILE) == Job(words)


def test_all_players_of_a_machine_are_known_best_first():
    found = find_players(which("aplay", "pw-play"), {}, "linux")
    assert [p.name for p in found] == ["pw-play", "aplay"]


def test_a_program_lying_in_the_folder_at_hand_is_not_used():
    assert find_players(lambda name: f".\\{name}", {}, "linux") == ()


@pytest.mark.parametrize("variable", ["SSH_CONNECTION", "SSH_TTY"])
def test_over_a_remote_connection_no_sound_is_played_where_nobody_sits(variable):
    assert find_players(which("aplay"), {variable: "made up"}, "linux") == ()


def test_on_windows_a_sound_is_over_when_its_time_is_and_can_be_ended_before(clock):
    played: list[str | None] = []
    on = Stage((program("winsound"),), WindowsRunner(played.append), clock, watches=False)
    on.take(Order("C:\\clicks.wav", 60, clock.now))
    on.take(Order("", 0, clock.now))
    assert played == ["C:\\clicks.wav", None]
    on.take(Order("C:\\go.wav", 0.4, clock.now))
    clock.now += 60
    on.look_after()
    assert not on.busy
    assert on.trouble == ""


def test_on_windows_a_refusal_is_a_failure_like_any_other(clock):
    def refuse(_path: str | None) -> None:
        raise RuntimeError("made up")

    on = Stage((program("winsound"),), WindowsRunner(refuse), clock, watches=False)
    for _ in range(STRIKES):
        on.take(Order("C:\\go.wav", 0.4, clock.now))
    assert on.trouble == "winsound could not be used"
