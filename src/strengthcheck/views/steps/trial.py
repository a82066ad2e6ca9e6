"""What a trial shows in each of its phases. No number runs while an effort lasts."""

from strengthcheck.guide.entering import spoken_unit
from strengthcheck.guide.steps import EffortStep, TrialStep
from strengthcheck.model.base import Side
from strengthcheck.model.check import InvalidReason, TimedBy
from strengthcheck.model.protocol import Body, Part
from strengthcheck.views.dates import capital
from strengthcheck.views.steps.entry import Ask, Entry, reasons, side_outcome
from strengthcheck.views.steps.page import Big, Block, Choice, Field, Para, StepPage, unwrapped
from strengthcheck.views.steps.testing import SKIPPED, ladder_choices
from strengthcheck.views.steps.words import capital_side, clock_words, side_words, test_name
from strengthcheck.wording import trial as wording

TIMED_WORDS: dict[TimedBy, str] = {
    "phone": "phone or watch",
    "device": "a device",
    "keyboard": "this program",
}


AGAIN_WORDS: dict[InvalidReason, str] = {
    "slipped": "it slipped",
    "interrupted": "it was interrupted",
    "other_hand": "the other hand helped",
    "wrong_object": "it was the wrong object",
    "late_start": "it was started late",
    "suspended": "the program was paused while it ran",
    "other": "something else was in the way",
}
"""Why a try is made once more, inside a sentence."""

_LIMBS: dict[Body, str] = {"arm": "hands", "leg": "legs", "none": "sides"}


def sides_words(step: TrialStep) -> str:
    """Whose turn it is."""
    body = step.protocol.body
    both = len(step.sides) > 1 or (step.sides == ("both",) and body != "none")
    return f"Both {_LIMBS[body]}" if both else capital_side(step.sides[0], body)


def place_of(step: TrialStep) -> Side:
    """Where on the screen the side stands."""
    return step.sides[0] if len(step.sides) == 1 else "both"


def heading(step: TrialStep) -> str:
    """Test, part and which try of how many."""
    which = "once more" if step.again else f"try {step.number} of {step.of}"
    return f"{test_name(step.protocol, step.part)} · {which}"


def trial_ready_page(step: TrialStep, rest_left: float, *, paused: bool = False) -> StepPage:
    """Whose turn, and how to start; a rest that is owed first. `paused`: a countdown was broken off."""
    who = sides_words(step)
    blocks: list[Block] = [Big(place_of(step), place_of(step))]
    if step.part is not None:
        blocks.append(Para(to_do(step.part)))
    if paused:
        blocks.append(Para(wording.COUNTDOWN_PAUSED.text))
    elif step.again_after is not None:
        blocks.append(Para(wording.ONCE_MORE.say(why=AGAIN_WORDS[step.again_after]), "quiet"))
    if rest_left > 0:
        blocks.append(Para(f"{who} next. Rest a little: {clock_words(rest_left + 0.999)}.", "strong"))
        blocks.append(Para("A signal says when it is over. Resting longer is fine.", "quiet"))
        return StepPage(heading(step), tuple(blocks), keys=(_cannot(step),))
    blocks.append(Para(f"{who}. Ready?", "strong"))
    blocks.append(Para(how_it_ends(step)))
    return StepPage(heading(step), tuple(blocks), keys=(Choice("enter", "start"), _cannot(step)))


def _cannot(step: TrialStep) -> Choice:
    """The way past a turn, in the person's own words."""
    if len(step.sides) > 1 or step.sides == ("both",):
        return Choice("s", "I can't do this today")
    return Choice("s", f"I can't do this with my {side_words(step.sides[0], step.protocol.body)} today")


def how_it_ends(step: TrialStep) -> str:
    """Before it starts: what will happen."""
    n = step.countdown_seconds
    match step.protocol.effort.kind:
        case "hold":
            return (
                f"Get into position in the {n} seconds until GO. It says STOP by itself. If you have to stop "
                "sooner, press any key."
            )
        case "squeeze":
            return f"Get into position in the {n} seconds until GO. A little later it says STOP by itself."
        case "away":
            return "Press Enter, then do it at your own pace. Press Enter again when you are back."
        case _:
            return (
                f"Get into position in the {n} seconds until GO. It says STOP by itself; if you are done "
                "sooner, press any key."
            )


def to_do(part: Part) -> str:
    """What a part of a test asks to be done; the question how it went comes when it is done."""
    words = unwrapped(part.ask)
    doing, apart, last = words.rpartition(". ")
    return f"{doing}." if apart and last.endswith("?") else words


def counting_page(step: TrialStep, left: int, swing: str = "") -> StepPage:
    """The countdown in large digits; `swing` is where a metronome will be seen."""
    place = place_of(step)
    who = Para(f"{sides_words(step)}. Get ready.", "strong")
    say = Para(f"At GO: {step.protocol.effort.say}")
    blocks: tuple[Block, ...] = (Big(str(left), place), who, say, *_swinging(swing))
    return StepPage(heading(step), blocks, keys=(Choice("escape", "not yet"),))


def _swinging(swing: str) -> tuple[Para, ...]:
    return (Para(swing, "quiet"),) if swing else ()


def effort_page_of(step: TrialStep, swing: str = "") -> StepPage:
    """Go. The one line that is the same every time, and no number; `swing` is a metronome's beat."""
    beat = _swinging(swing)
    place = place_of(step)
    say = Para(step.protocol.effort.say, "strong")
    if step.protocol.effort.kind == "away":
        keys: tuple[Choice, ...] = (Choice("enter", "back again"),)
        back = Para(f"{sides_words(step)}. Press Enter when you are back.")
        return StepPage(heading(step), (Big("GO", place), say, back, *beat), keys=keys)
    stops = Para(f"{sides_words(step)}. Any key stops it.")
    return StepPage(heading(step), (Big("GO", place), say, stops, *beat))


def rungs_lead(step: TrialStep) -> str:
    """Which try it is, and what answers; it stands back, for nothing went wrong."""
    return f"{heading(step)}. Press 3, 2, 1 or 0."


def entry_page(entry: Entry, ask: Ask, typed: str, note: str, stopped: bool = True) -> StepPage:
    """One thing to enter."""
    step, m = entry.step, ask.measure
    who = capital_side(ask.side, step.protocol.body)
    large: tuple[Block, ...] = (Big("STOP", place_of(step)),) if stopped else ()
    common = (Choice("i", "it doesn't count"),)
    if m.id == "ladder":
        return StepPage(
            f"{who}: how did it go?",
            (*large, Para(rungs_lead(step), "quiet")),
            ladder_choices(),
            note,
            common,
        )
    unit = spoken_unit(m)
    measured = f"{capital(m.name)}{f', {unit}' if unit else ''}"
    field = Field(typed, f"{measured}:", measured, m.optional)
    lines: list[Block] = [*large, Para(heading(step), "quiet"), field]
    keys = [Choice("enter", "leave it empty" if m.optional and not typed else "take it")]
    if m.unit == "s":
        by = TIMED_WORDS[entry.timed_by] if entry.timed_by else "not told"
        lines.append(Para(f"Timed by: {by}", "quiet"))
        keys.append(Choice("t", "timed by something else"))
    if step.protocol.measure("ladder") is None:
        keys.append(Choice("n", "could not"))
    if m.unit == "s" and entry.timed_by == "keyboard":
        lines.append(Para(wording.TYPE_OVER.text, "quiet"))
    elif m.unit == "s":
        lines.append(Para("Seconds such as 12.4 or 12,4, or minutes such as 1:02.4.", "quiet"))
    return StepPage(f"{who}: {m.name}", tuple(lines), note=note, keys=(*keys, *common))


def echo_page(entry: Entry) -> StepPage:
    """What was entered, read back with its side."""
    body = entry.step.protocol.body
    lines = tuple(
        Para(f"{side_outcome(entry, s)}, {side_words(s, body)}", "strong") for s in entry.step.sides
    )
    timed = _timed_words(entry)
    title = "Is this right?"
    keys = (Choice("enter", "yes, right"), Choice("b", "no, change it"), Choice("i", "it doesn't count"))
    return StepPage(title, (Para(heading(entry.step), "quiet"), *lines, *timed), keys=keys)


def _timed_words(entry: Entry) -> tuple[Para, ...]:
    """By what a time was taken: times of two timers are never compared."""
    names = {m.id for m in entry.step.protocol.measures if m.unit == "s"}
    timed = entry.timed_by if any(g.name in names and g.value is not None for g in entry.given) else None
    return (Para(f"Timed by: {TIMED_WORDS[timed]}", "quiet"),) if timed else ()


def invalid_page(step: TrialStep) -> StepPage:
    """Why does the try not count?"""
    return StepPage(
        "It doesn't count. Why?",
        (Para(f"{heading(step)}{_both(step)}. It stays in the record, and is not compared.", "quiet"),),
        tuple(Choice(k, words) for k, (_, words) in reasons(step.protocol).items()),
        keys=(Choice("escape", "it does count"),),
    )


def _both(step: TrialStep) -> str:
    """One try of both sides stands or falls for both."""
    return f", both {_LIMBS[step.protocol.body]}" if len(step.sides) > 1 else ""


def note_page(words: str) -> StepPage:
    """In a few words, why it does not count."""
    return StepPage(
        "It doesn't count. In a few words?",
        (Field(words, ask="A few words", optional=True), Para("It may stay empty.", "quiet")),
        keys=(Choice("enter", "take it"), Choice("escape", "another reason")),
    )


def former_page(step: TrialStep, words: str, skipped: bool) -> StepPage:
    """A try that was left out, or did not count, looked at again."""
    other = Choice("d", "do it now") if skipped else Choice("e", "enter how it went")
    return StepPage(
        f"{sides_words(step)}: as entered before",
        (Para(heading(step), "quiet"), Para(words, "strong")),
        keys=(Choice("enter", "leave it so"), other),
    )


def unentered_page(step: TrialStep, measured: str, ago: str) -> StepPage:
    """A try that was over, but not entered, when the check was left. `measured`: its seconds, as typed."""
    what = f"{measured} seconds" if measured else "this try is made"
    return StepPage(
        "Keep this try?",
        (
            Para(heading(step), "quiet"),
            Para(f"{sides_words(step)}: {what}.", "strong"),
            Para(wording.UNENTERED.say(ago=ago)),
        ),
        keys=(Choice("enter", "keep and enter it"), Choice("i", "it doesn't count")),
    )


def skip_page(step: TrialStep) -> StepPage:
    """Why is this side left out?"""
    return StepPage(
        f"{sides_words(step)}: left out today",
        (Para(_skip_words(step)),),
        tuple(Choice(k, capital(v)) for k, v in SKIPPED.items()),
        keys=(Choice("escape", "do it after all"),),
    )


def _skip_words(step: TrialStep) -> str:
    if len(step.sides) > 1:
        return wording.SKIP_BOTH.say(limbs=_LIMBS[step.protocol.body])
    return wording.SKIP.text


def focus_page(step: TrialStep) -> StepPage:
    """The terminal lost the focus meanwhile: was that in the way?"""
    return StepPage(
        "Was anything in the way?",
        (Para(f"{heading(step)}. {sides_words(step)}.", "quiet"), Para(wording.FOCUS.text)),
        (Choice("1", "No, it counts"), Choice("2", "Yes, it doesn't count")),
        keys=(Choice("b", "back"),),
    )


END_OR_GO_ON = (
    Choice("1", "End the check here, and keep what is done"),
    Choice("2", "Go on with the rest"),
)
"""After pain: the way out stands first."""


def pain_page(step: TrialStep) -> StepPage:
    """It hurt: end the check, or this side alone."""
    return StepPage("It hurt", (Para(wording.PAIN.say(who=sides_words(step))),), END_OR_GO_ON)


def hurt_page(step: EffortStep, pain: int) -> StepPage:
    """Pain was told with the effort: end the check, or go on."""
    who = side_words(step.side, step.protocol.body)
    told = f"{test_name(step.protocol, step.part)}, {who}: pain {pain} of 10."
    return StepPage(
        "It hurt",
        (Para(told, "strong"), Para(wording.PAIN_RATED.text)),
        END_OR_GO_ON,
        keys=(Choice("b", "back to the figure"),),
    )


def void_page(step: TrialStep) -> StepPage:
    """The machine slept or was suspended."""
    return StepPage(
        "This try was interrupted",
        (Para(f"{heading(step)}. {sides_words(step)}.", "quiet"), Para(wording.VOID.text)),
        keys=(Choice("enter", "go on"),),
    )
