"""Each signal on every channel, each with its time."""

from strengthcheck.guide.trial import Cue, TrialPlan, TrialRun
from strengthcheck.host.cues import BellCues, CueLog, CueRecord, ManyCues
from tests.host.machines import HandClock


def test_each_signal_reaches_every_channel_and_is_noted_with_its_time():
    clock, log, one, other = HandClock(50.0), CueLog(), CueLog(), CueLog()
    cues = ManyCues({"sound": one, "voice": other}, log, clock)
    cues.give(Cue("go", 49.99))
    assert [c.kind for c in one.given] == [c.kind for c in other.given] == ["go"]
    assert log.records == [CueRecord("sound", "go", 49.99, 50.0), CueRecord("voice", "go", 49.99, 50.0)]
    assert [c.kind for c in log.given] == ["go"]


def test_a_whole_trial_can_be_followed_by_its_log_alone():
    clock, log = HandClock(0.0), CueLog()
    cues = ManyCues({"sound": CueLog()}, log, clock)
    run, due = TrialRun(TrialPlan("hold", countdown=5, seconds=20)).start(clock.now)
    while True:
        for cue in due:
            cues.give(cue)
        if run.phase == "settle":
            break
        clock.now += 0.01
        run, due = run.tick(clock.now)
    heard = {r.kind: r.given for r in log.records}
    assert list(heard) == ["ready", "three", "two", "one", "go", "half", "stop"]
    assert all(abs(r.given - r.due) < 0.02 for r in log.records)
    assert abs(heard["stop"] - heard["go"] - 20) < 0.02


def test_without_any_channel_a_signal_is_still_logged():
    log = CueLog()
    ManyCues({}, log, HandClock()).give(Cue("stop", 1.0))
    assert [c.kind for c in log.given] == ["stop"]
    assert log.records == []


def test_the_bell_rings_for_what_must_not_be_missed_alone():
    rung: list[str] = []
    bell = BellCues(lambda: rung.append("bell"))
    for kind in ("ready", "three", "two", "one"):
        bell.give(Cue(kind, 0.0))
    assert rung == []
    for kind in ("go", "half", "stop"):
        bell.give(Cue(kind, 0.0))
    assert len(rung) == 3
