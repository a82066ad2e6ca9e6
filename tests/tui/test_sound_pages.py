"""Sound, metronome and drawings on screen, with a made-up machine: nothing is played."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from strengthcheck.guide.script import next_step
from strengthcheck.guide.steps import (
    EffortStep,
    ExpectStep,
    FitStep,
    GateStep,
    ReadyStep,
    Step,
    TodayStep,
    TrialStep,
)
from strengthcheck.host.folders import folders_for
from strengthcheck.host.settings import Settings, SettingsFile
from strengthcheck.host.sound_settings import SoundSettings
from strengthcheck.model.check import BySide, Context, Trial
from strengthcheck.model.event import (
    Acknowledged,
    Answer,
    EffortAnswer,
    ExpectAnswer,
    FitsAnswer,
    GateAnswer,
    ReadyAnswer,
    TodayAnswer,
    TrialAnswer,
)
from strengthcheck.services import sitting as service
from strengthcheck.services.workspace import open_workspace
from strengthcheck.tui.app import StrengthCheckApp
from strengthcheck.tui.widgets.menu import Menu
from strengthcheck.views.drawings import drawing
from tests.host.machines import Room
from tests.services.rooms import StandingClock, opened
from tests.tui.faces import Face

HEARD = SoundSettings(heard=True)


def easy(step: Step) -> Answer:
    """What somebody answers who has nothing to tell."""
    match step:
        case GateStep():
            return GateAnswer()
        case TodayStep():
            return TodayAnswer(context=Context())
        case FitStep():
            return FitsAnswer(fits=dict.fromkeys(step.sides, "fine"))
        case ExpectStep():
            return ExpectAnswer(expected={p.id: BySide() for p in step.protocols})
        case ReadyStep():
            return ReadyAnswer(object="a made-up thing")
        case EffortStep():
            return EffortAnswer(effort=4)
        case TrialStep():
            return TrialAnswer(trials=tuple(Trial(side=s, values={"ladder": 3}) for s in step.sides))
        case _:
            return Acknowledged()


def begun(folder: Path, protocol: str, until: type[Step]) -> None:
    """A check of one test, left just before a step."""
    with opened(folder) as ws:
        sitting = service.begin(ws, [protocol], lambda: True)
        while not isinstance(step := next_step(sitting), until):
            sitting = service.answer(ws, sitting, step, easy(step))


class Sounding:
    """An open app and the rooms of sound that it made."""

    def __init__(self, face: Face, rooms: list[Room]) -> None:
        self.face = face
        self.rooms = rooms


@asynccontextmanager
async def sounding(
    folder: Path,
    settings: SoundSettings = HEARD,
    *,
    size: tuple[int, int] = (80, 24),
    start: bool = True,
    **room: object,
) -> AsyncIterator[Sounding]:
    """The app on a folder, its sound made up."""
    clock, rooms = StandingClock(), []
    file = SettingsFile(lambda: folders_for(str(folder), {}))
    file.write(Settings(sound=settings))

    def make(given, ring, log):
        rooms.append(Room(folder / "cache", given, clock=clock.monotonic, ring=ring, **room))
        return rooms[-1].sound

    app = StrengthCheckApp(
        lambda: open_workspace(str(folder), {}, clock),
        clock=clock,
        draw=lambda: True,
        settings=file,
        sound=make,
    )
    async with app.run_test(size=size) as pilot:
        face = Face(app, pilot)
        await face.shows("Continue the check")
        if start:
            await face.press("c")
        yield Sounding(face, rooms)


def kept(folder: Path) -> SoundSettings:
    return SettingsFile(lambda: folders_for(str(folder), {})).read().sound


async def test_before_the_first_effort_it_asks_once_whether_it_is_heard(tmp_path):
    begun(tmp_path, "cap-tightening", TrialStep)
    async with sounding(tmp_path, SoundSettings()) as it:
        await it.face.shows("Did you hear that?", "on the screen, as a tone and as a voice")
        await it.face.press("y")
        await it.face.shows("Ready?", "Bottle cap")
    assert kept(tmp_path).heard is True
    async with sounding(tmp_path, kept(tmp_path)) as it:
        await it.face.shows("Ready?", "Bottle cap")


async def test_a_second_key_before_the_page_is_gone_closes_nothing_else(tmp_path):
    begun(tmp_path, "cap-tightening", TrialStep)
    async with sounding(tmp_path, SoundSettings()) as it:
        await it.face.shows("Did you hear that?")
        menu = it.face.app.screen.query_one(Menu)
        menu.post_message(Menu.Chosen("heard"))
        menu.post_message(Menu.Chosen("heard"))
        await it.face.shows("Ready?", "Bottle cap")
        await it.face.pilot.pause(0.1)
        assert "Bottle cap" in it.face.text()


async def test_who_hears_nothing_reads_that_nothing_is_missing_and_goes_on(tmp_path):
    begun(tmp_path, "cap-tightening", TrialStep)
    async with sounding(tmp_path, SoundSettings()) as it:
        await it.face.shows("Did you hear that?")
        await it.face.press("n")
        await it.face.shows("nothing is missing")
        await it.face.press("escape")
        await it.face.shows("Ready?", "Bottle cap")
    assert kept(tmp_path).heard is False


async def test_left_without_an_answer_it_asks_again_in_another_sitting_only(tmp_path):
    begun(tmp_path, "cap-tightening", TrialStep)
    async with sounding(tmp_path, SoundSettings()) as it:
        await it.face.shows("Did you hear that?")
        await it.face.press("escape")
        await it.face.shows("Ready?", "Bottle cap")
    assert kept(tmp_path).heard is None


async def test_tones_and_voice_are_turned_off_by_a_key_in_a_sitting(tmp_path):
    begun(tmp_path, "cap-tightening", TrialStep)
    async with sounding(tmp_path) as it:
        await it.face.shows("Ready?")
        await it.face.press("f3")
        await it.face.shows("Sound and voice", "Tones: on", "Voice: on")
        await it.face.press("t", "v")
        await it.face.shows("Tones and voice are off.")
    assert (kept(tmp_path).sound, kept(tmp_path).voice) == (False, False)


async def test_sound_is_set_from_home_as_well_and_nothing_is_left_open(tmp_path):
    before = threading.enumerate()
    begun(tmp_path, "cap-tightening", TrialStep)
    async with sounding(tmp_path, start=False) as it:
        await it.face.press("f3")
        await it.face.shows("Sound and voice", "Voice: on")
        await it.face.press("v", "escape")
        await it.face.shows("Continue the check")
        assert not {"player", "sounds"} & {t.name for t in threading.enumerate() if t not in before}
    assert kept(tmp_path).voice is False


async def test_where_a_name_is_typed_no_letter_opens_another_page(tmp_path):
    begun(tmp_path, "cap-tightening", ReadyStep)
    async with sounding(tmp_path, size=(80, 40)) as it:
        await it.face.shows("its name, as you will know it again")
        it.face.app.screen.set_focus(None)
        await it.face.press("f3", "m", "t")
        await it.face.shows("Tighten a small bottle cap")
        assert "Sound and voice" not in it.face.text()


async def test_what_does_not_work_is_said_on_the_page_of_sound(tmp_path):
    begun(tmp_path, "cap-tightening", TrialStep)
    async with sounding(tmp_path, programs=()) as it:
        await it.face.shows("Ready?")
        await it.face.press("f3")
        await it.face.shows("No tones: no program that plays sounds was found.")


async def test_the_colours_may_change_and_the_sound_stays_as_set(tmp_path):
    begun(tmp_path, "cap-tightening", TrialStep)
    async with sounding(tmp_path, SoundSettings(voice=False, heard=True, tempo=96)) as it:
        await it.face.press("l")
        await it.face.shows("Colours")
    assert kept(tmp_path) == SoundSettings(voice=False, heard=True, tempo=96)


async def test_the_voice_is_ready_for_the_side_whose_turn_it_is(tmp_path):
    begun(tmp_path, "cap-tightening", TrialStep)
    async with sounding(tmp_path) as it:
        await it.face.shows("Ready?")
        words = it.rooms[-1].sound.words_at("ready")
        side = "Left" if "Left hand" in it.face.flat() else "Right"
        assert words == f"{side} hand. Ready?"
        await it.face.press("f3")
        await it.face.shows("Sound and voice")
        await it.face.press("escape")
        await it.face.shows("Bottle cap")
        assert it.rooms[-1].sound.words_at("ready") == words


async def test_after_a_sitting_nothing_sounds_and_no_thread_is_left(tmp_path):
    before = threading.enumerate()
    begun(tmp_path, "cap-tightening", TrialStep)
    async with sounding(tmp_path) as it:
        await it.face.shows("Ready?")
        it.rooms[-1].made()
        it.rooms[-1].heard("go")
    assert all(p.cut_off for p in it.rooms[-1].plays.started)
    assert not {"player", "sounds"} & {t.name for t in threading.enumerate() if t not in before}


async def test_the_metronome_is_offered_where_a_passage_is_played_and_nowhere_else(tmp_path):
    begun(tmp_path / "cap", "cap-tightening", TrialStep)
    async with sounding(tmp_path / "cap") as it:
        await it.face.shows("Ready?")
        assert "Metronome" not in it.face.text()
    begun(tmp_path / "play", "instrument-playing", TrialStep)
    async with sounding(tmp_path / "play") as it:
        await it.face.shows("Instrument", "Metronome")


async def test_a_tempo_is_tried_by_ear_and_eye_and_kept(tmp_path):
    begun(tmp_path, "instrument-playing", TrialStep)
    async with sounding(tmp_path) as it:
        await it.face.shows("Metronome")
        await it.face.press("f4")
        await it.face.shows("80 beats a minute", "[ ] [ ]")
        await it.face.press("right", "plus", "plus", "minus")
        await it.face.shows("86 beats a minute")
        await it.face.press("h")
        await it.face.shows("86 beats a minute, beating")
        await it.face.press("h")
        await it.face.press("u")
        await it.face.shows("Instrument")
    assert kept(tmp_path).tempo == 86


async def test_a_passage_is_played_without_a_metronome_when_that_is_wished(tmp_path):
    begun(tmp_path, "instrument-playing", TrialStep)
    async with sounding(tmp_path, HEARD._replace(tempo=96)) as it:
        await it.face.shows("Metronome")
        await it.face.press("f4")
        await it.face.shows("96 beats a minute")
        await it.face.press("w")
        await it.face.shows("Instrument")
    assert kept(tmp_path).tempo is None


@pytest.mark.parametrize("size", [(80, 40), (120, 40)])
async def test_before_a_test_both_hands_are_drawn_left_at_left(tmp_path, size):
    begun(tmp_path, "cap-tightening", ReadyStep)
    async with sounding(tmp_path, size=size) as it:
        text = await it.face.shows("How it goes")
    pairs = zip(drawing("cap-tightening", "left"), drawing("cap-tightening", "right"), strict=True)
    assert "Left hand" in text.partition("Right hand")[0]
    for left, right in pairs:
        assert f"{left}  {right}".strip() in text


async def test_where_two_do_not_fit_one_whole_hand_is_drawn(tmp_path):
    begun(tmp_path, "cap-tightening", ReadyStep)
    async with sounding(tmp_path, size=(62, 40)) as it:
        text = await it.face.shows("How it goes")
    assert all(row.strip() in text for row in drawing("cap-tightening", "left"))
    assert drawing("cap-tightening", "right")[5].strip() not in text
