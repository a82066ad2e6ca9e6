"""What each step of a check says, read without a screen."""

from datetime import UTC, date, datetime

import pytest

from strengthcheck.catalogue import read_catalogue
from strengthcheck.guide.steps import (
    AdviceStep,
    EffortStep,
    ExpectStep,
    FitStep,
    PracticeStep,
    QuestionStep,
    ReadyStep,
    SoreStep,
    TrialStep,
    WarmUpStep,
)
from strengthcheck.model.check import Context
from strengthcheck.model.event import EarlyAnswer
from strengthcheck.model.profile import Gate, LostTask
from strengthcheck.model.protocol import Part
from strengthcheck.views.steps import before, danger, testing, trial
from strengthcheck.views.steps.entry import Entry
from strengthcheck.views.steps.leaving import leave_page, ways_on
from strengthcheck.views.steps.letters import large
from strengthcheck.views.steps.page import (
    Big,
    Cell,
    Choice,
    Para,
    Picture,
    Row,
    StepPage,
    bold_spans,
    key_name,
    unwrapped,
)
from strengthcheck.views.steps.today import ROWS, today_form
from strengthcheck.views.steps.words import clock_words, listed, side_words
from strengthcheck.wording.forbidden import forbidden_in
from strengthcheck.wording.numbers import numbers_for
from tests.guide.people import asked, grip, protocol, rung, sitting, stairs, take, walk

TODAY = date(2026, 11, 23)
UK = numbers_for("GB")


def words(page: StepPage) -> str:
    """Everything a page says, as one text."""
    said = [page.title, page.note, *(c.text + c.aside for c in (*page.choices, *page.keys))]
    for block in page.blocks:
        match block:
            case Row():
                said += [block.label, *(c.text for c in block.cells)]
            case _ if hasattr(block, "items"):
                said += block.items
            case Picture():
                said += [hand.name for hand in block.hands]
            case _:
                said.append(block.text)
    return "\n".join(said)


def trial_step(p=None, **changed) -> TrialStep:
    fields = {
        "key": "trial/cap//left/1",
        "protocol": p or protocol(),
        "part": None,
        "sides": ("left",),
        "number": 1,
        "of": 2,
        "again": False,
        "rest_seconds": 15,
        "countdown_seconds": 10,
    }
    return TrialStep.model_validate({**fields, **changed})


def test_the_gate_has_its_seven_lines_in_the_same_places():
    plain, more = danger.gate_page(False, None), danger.gate_page(True, UK)
    assert [c.key for c in plain.choices] == list("1234567")
    assert [c.text for c in plain.choices] == [c.text.split(".\n")[0] for c in more.choices]
    assert plain.keys[0] == Choice("enter", "none of these")
    assert "116 123" in more.blocks[0].text, "the number comes first"
    assert "116 123" not in words(plain)


def test_before_the_first_check_of_all_the_gate_speaks_of_none_before_it():
    assert danger.gate_page(False, None, first=True).title == "Is any of this new, or happening now?"
    assert "since your last check" in danger.gate_page(False, None).title


def test_a_loss_that_was_told_is_listed_and_is_no_new_yes():
    lost = LostTask(
        what="hands", task="turn a key", how_much="cannot", side="left", since="longer", course="same"
    )
    told = Gate(at=datetime(2026, 11, 1, tzinfo=UTC), lost=lost, advice="book")
    asked = danger.gate_page(False, None, told).choices[7]
    assert asked.text == "better"
    assert "turn a key (left)" in asked.above, "the question stands right above its answers"


def test_what_was_chosen_is_read_back():
    page = danger.confirm_page((2,))
    assert page.title == "You chose this. Is that right?"
    assert "spreads or grows" in words(page)


def test_the_lost_task_takes_five_questions_and_no_side_for_speech():
    assert [q.field for q in danger.lost_questions({})] == ["what", "how_much", "side", "since", "course"]
    assert "side" not in [q.field for q in danger.lost_questions({"what": "speech"})]
    assert danger.known_of(walk(), "left") == {"what": "legs", "side": "left"}
    assert danger.known_of(None, None) == {}


@pytest.mark.parametrize(
    ("advice", "title", "says"),
    [
        ("now", "Call 999 now", "Call 999 now and say when it began."),
        ("today", "Call a doctor today", "Call a doctor today: "),
        (
            "book",
            "Book a doctor this week",
            "No test is needed first; your page is ready.",
        ),
        ("noted", "Noted", "so 20 December is soon enough"),
    ],
)
def test_each_advice_says_where_to_go_first(advice, title, says):
    facts = danger.AdviceFacts(UK, None, date(2026, 12, 20), TODAY, in_check=True)
    page = danger.advice_page(AdviceStep(key="gate/advice", advice=advice, lines=(6,)), facts)
    assert page.title == title
    assert says in words(page)
    assert "kept" in words(page)


def advised(advice, **told):
    lost = LostTask(
        **{"what": "hands", "task": "buttons", "since": "longer", "course": "same", "side": "left", **told}
    )
    facts = danger.AdviceFacts(UK, lost, date(2026, 12, 20), TODAY, in_check=False)
    return danger.advice_page(AdviceStep(key="advice", advice=advice), facts)


def test_what_is_still_done_and_gets_worse_is_not_put_off_to_the_next_check():
    page = advised("noted", how_much="harder", course="worse")
    assert "it is getting worse: show it to a doctor in the next weeks" in words(page)
    assert "soon enough" not in words(page)
    assert "g" in [c.key for c in page.keys]
    assert "soon enough" in words(advised("noted", how_much="harder"))


@pytest.mark.parametrize("how_much", ["harder", "trick", "cannot"])
def test_nobody_is_told_of_not_doing_what_is_still_done(how_much):
    assert "now can't" not in words(advised("today", how_much=how_much, since="days"))
    assert "something you can no longer do as you could (buttons (left))" in words(
        advised("today", how_much=how_much, since="days")
    )


def test_the_sign_that_was_chosen_stands_in_the_advice():
    facts = danger.AdviceFacts(UK, None, None, TODAY, in_check=True)
    page = danger.advice_page(AdviceStep(key="gate/advice", advice="today", lines=(6,)), facts)
    assert "weak together with fever" in words(page)


def test_a_week_later_is_offered_to_someone_sore():
    page = before.sore_page(SoreStep(key="sore", limbs=("left_arm", "right_arm")), TODAY)
    assert "30 November" in words(page)
    assert "left arm and right arm" in words(page)


def test_left_stands_left_and_right_stands_right():
    fit = before.fit_page(
        FitStep(key="fit/cap", protocol=protocol(), sides=("left", "right")),
        {"left": "fine", "right": "always_hard"},
        "right",
    )
    names, cells = (b for b in fit.blocks if isinstance(b, Row))
    assert [c.text for c in names.cells] == ["Left hand", "Right hand"]
    assert [(c.text, c.side, c.current) for c in cells.cells] == [
        ("always fine", "left", False),
        ("always hard for me", "right", True),
    ]


def test_what_is_expected_is_one_grid():
    step = ExpectStep(key="expect", protocols=(protocol(), stairs()))
    chosen = {("cap", "left"): "weaker", ("cap", "right"): "as_usual", ("stairs", "both"): "stronger"}
    page = before.expect_page(step, chosen, ("cap", "left"))
    rows = [b for b in page.blocks if isinstance(b, Row)][1:]
    assert [(r.label, [c.text for c in r.cells]) for r in rows] == [
        ("Cap", ["weaker", "as usual"]),
        ("Stairs", ["stronger"]),
    ]


def test_the_warm_up_says_the_time_left_and_ends_by_a_key():
    step = WarmUpStep(key="warm_up", seconds=60)
    start = before.warm_up_page(step, None)
    assert "It takes one minute" in words(start)
    stop = next(b for b in start.blocks if isinstance(b, Para) and "Stop at any sharp pain" in b.text)
    assert stop.tone == "plain", "what protects is not paler than the rest"
    assert "anything in the chest" in stop.text
    running = before.warm_up_page(step, 42.3)
    assert "42 seconds left." in words(running)
    assert "enter" not in [c.key for c in running.keys], "it is fixed"
    assert "That is enough." in words(before.warm_up_page(step, 0))


def test_the_wait_counts_minutes_and_nothing_ticks():
    assert before.wait_page(600) == before.wait_page(590)
    assert "About 1 minute left" in words(before.wait_page(3))


def test_a_test_is_told_whole_before_it_starts():
    p = protocol(
        safety=("Stop at pain.",), skip_if=("Sore thumbs",), steps=("Put it **on the table**\nfirst.",)
    )
    page = testing.ready_page(
        ReadyStep(key="ready/cap", protocol=p, known_object="blue bottle"),
        False,
        "blue bottle",
    )
    said = words(page)
    for part in ("A made-up test.", "**on the table** first.", "Stop at pain.", "Sore thumbs", "blue bottle"):
        assert part in said


def test_a_name_is_asked_for_with_its_example():
    p = protocol(fit={"ask": "Could you?", "object": "Which bottle?", "example": "small, blue"})
    page = testing.ready_page(ReadyStep(key="ready/cap", protocol=p, known_object=None), True, None)
    assert "Which bottle? For example: small, blue." in words(page)


def test_practice_says_that_nothing_is_kept():
    page = testing.practice_page(PracticeStep(key="practice/cap/left", protocol=protocol(), side="left"))
    assert "Nothing of this is kept." in words(page)
    assert Big("left", "left") in page.blocks


def test_an_everyday_question_is_as_usual_unless_said_otherwise():
    p = asked()
    step = QuestionStep(key="ask/daily/keys", protocol=p, part=p.parts[1], sides=("left", "right"))
    page = testing.question_page(step, {"left": 3, "right": None}, "left")
    assert [c.text for c in page.blocks[-1].cells] == ["as usual for me", "left open"]
    assert [c.key for c in page.choices] == ["3", "2", "1", "0"]


def test_the_closing_words_come_with_the_last_side_only():
    p = protocol(after="Hard to open again? That is the strength\nyou just put into it.")
    step = EffortStep(key="effort/cap//left", protocol=p, part=None, side="left", last=False)
    assert "Hard to open" not in words(testing.effort_page(step, "", None, None, False))
    last = step.model_copy(update={"last": True})
    assert "the strength you just" in words(testing.effort_page(last, "6", "2", "weaker", True))


def test_the_side_is_said_in_words_in_large_letters_and_in_its_place():
    page = trial.trial_ready_page(trial_step(sides=("right",)), 0)
    assert Big("right", "right") in page.blocks
    assert "Right hand. Ready?" in words(page)
    both = trial.trial_ready_page(trial_step(walk(), sides=("left", "right"), part=walk().parts[0]), 0)
    assert Big("both", "both") in both.blocks
    assert "Both legs. Ready?" in words(both)


def test_while_rest_is_owed_there_is_no_start():
    page = trial.trial_ready_page(trial_step(), 12.2)
    assert "Rest a little: 13 seconds." in words(page)
    assert "enter" not in [c.key for c in page.keys]


def test_no_number_runs_during_an_effort_and_nobody_is_cheered():
    page = trial.effort_page_of(trial_step())
    text = words(page).replace("try 1 of 2", "")
    assert not any(c.isdigit() for c in text)
    assert "Go on." in text
    assert page.keys == ()


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        (
            {"kind": "hold", "seconds": 10, "say": "x"},
            "STOP by itself. If you have to stop sooner, press any key.",
        ),
        ({"kind": "squeeze", "seconds": 4, "say": "x"}, "A little later it says STOP by itself."),
        ({"kind": "away", "say": "x"}, "Press Enter again when you are back."),
        ({"kind": "free", "seconds": 5, "say": "x"}, "if you are done sooner, press any key"),
    ],
)
def test_each_kind_of_effort_says_how_it_ends(kind, says):
    assert says in trial.how_it_ends(trial_step(protocol(effort=kind)))


def test_how_it_went_is_asked_without_a_sign_of_trouble():
    entry = Entry.of(trial_step(protocol()))
    page = trial.entry_page(entry, entry.next_ask(), "", "")
    assert [c.key for c in page.choices] == ["3", "2", "1", "0"]
    assert "Press 3, 2, 1 or 0." in words(page)
    assert not page.note, "nothing went wrong"


def test_a_value_is_asked_for_with_its_side_and_unit():
    step = trial_step(grip())
    entry = Entry.of(step)
    page = trial.entry_page(entry, entry.next_ask(), "", "")
    assert page.title == "Left hand: grip strength"
    assert "Grip strength, kg:   –" in words(page)
    assert Choice("n", "could not") in page.keys, "there is no ladder to say it with"


def test_pain_offers_to_end_the_check():
    assert trial.pain_page(trial_step()).choices[0].text.startswith("End the check")


def test_a_try_once_more_says_so():
    assert trial.heading(trial_step(again=True)) == "Cap · once more"


def test_small_words():
    assert side_words("left", "none") == "left side"
    assert listed(("a", "b", "c")) == "a, b and c"
    assert listed(("a",)) == "a"
    assert [clock_words(s) for s in (1, 59.9, 60, 185)] == ["1 second", "59 seconds", "1:00", "3:05"]
    assert key_name("enter") == "Enter"
    assert unwrapped("one\n  two\n\nthree") == "one two\n\nthree"
    assert bold_spans("a **b** c ** d") == (("a ", False), ("b", True), (" c ** d", False))


def test_large_letters_are_five_rows_of_one_width():
    for text in ("LEFT", "RIGHT", "BOTH", "GO", "STOP", "0123456789", "?"):
        rows = large(text)
        assert len(rows) == 5
        assert len({len(r) for r in rows}) == 1


def test_every_page_is_in_words_that_frighten_nobody():
    step = trial_step(grip())
    entry = Entry.of(step)
    pages = [
        danger.gate_page(True, UK),
        danger.confirm_page((1, 2, 3, 4, 5, 6)),
        danger.at_rest_page(),
        before.why_early_page(3),
        before.worry_page(""),
        before.worry_page("7", after=True),
        before.wait_offer_page(),
        before.extra_page(),
        testing.left_out_page("Cap"),
        trial.trial_ready_page(step, 0),
        trial.counting_page(step, 3),
        trial.effort_page_of(step),
        trial.entry_page(entry, entry.next_ask(), "", ""),
        trial.invalid_page(step),
        trial.skip_page(step),
        trial.pain_page(step),
        trial.void_page(step),
        trial.unentered_page(step, "12.4", "7 minutes ago"),
        trial.unentered_page(step, "", "a moment ago"),
        trial.note_page(""),
        trial.former_page(step, "left out", True),
    ]
    for page in pages:
        assert forbidden_in(words(page)) == (), page.title
        assert all(isinstance(b, Para | Row | Big) or b for b in page.blocks)
        assert all(len(c.key) > 0 and isinstance(c, tuple) for c in (*page.choices, *page.keys))


def test_cells_carry_their_side():
    assert Cell("x").side is None


def test_what_went_wrong_with_a_walk_is_no_hand_and_no_object():
    real = read_catalogue(None).protocols["heel-toe-walk"].protocol
    legs, hands = trial_step(real, sides=("left", "right")), trial_step(protocol())
    assert [c.key for c in trial.invalid_page(legs).choices] == ["1", "2", "3", "6", "7"]
    assert [c.key for c in trial.invalid_page(hands).choices] == list("1234567")


def test_a_task_is_asked_about_after_it_is_done():
    part = Part(id="on heels", title="On the heels", ask="Ten steps, toes held high. How did each\nleg do?")
    assert trial.to_do(part) == "Ten steps, toes held high."
    assert trial.to_do(Part(id="x", title="X", ask="How did it go?")) == "How did it go?"


def test_an_everyday_question_says_that_nothing_is_tried_out_and_warns_at_the_pedals():
    everyday = read_catalogue(None).protocols["everyday-tasks"].protocol
    said = {}
    for part in everyday.parts:
        step = QuestionStep(key=f"ask/{part.id}", protocol=everyday, part=part, sides=part.sides)
        page = testing.question_page(step, dict.fromkeys(part.sides, 3), part.sides[0])
        said[part.title] = words(page)
    assert all("Don't try a task out for this" in text for text in said.values())
    stop = "If a foot is unreliable on a pedal, stop driving and ask a doctor."
    assert [title for title, text in said.items() if stop in text] == ["Pedals"]


def test_a_number_leads_to_the_same_way_out_of_a_check_at_any_time():
    begun = sitting(protocol())
    assert ways_on(begun) == {"1": "go_on", "3": "later", "4": "discard"}
    assert [c.key for c in leave_page(begun).choices] == ["1", "3", "4"]
    made = take(begun, "trial/cap//left/1", rung("left", 3))
    assert ways_on(made) == {**ways_on(begun), "2": "keep"}


def test_worry_told_before_the_check_stands_in_the_form_of_the_day():
    calmer = EarlyAnswer(reason="worry", worry_before=8, worry_after=5)
    worry = [row.field for row in ROWS].index("worry")
    assert today_form(None, None, calmer).typed[worry] == "5"
    again = today_form(None, Context(sleep_hours=7, worry=2), calmer.model_copy(update={"worry_after": None}))
    assert again.context() == Context(sleep_hours=7, worry=8), "the rest stays as last time"
    assert today_form(Context(worry=1), None, calmer).typed[worry] == "1", "an answer of this check stays"


def test_the_grid_of_what_is_expected_names_the_arrows():
    step = ExpectStep(key="expect", protocols=(grip(),))
    page = before.expect_page(step, {}, ("", "left"))
    assert {"left_right", "up_down"} <= {k.key for k in page.keys}
