"""The eight tests that come with the program: in order, and true to the articles and the evidence."""

import itertools
import re

import pytest

from strengthcheck.catalogue import read_catalogue, shipped_folder
from strengthcheck.model.protocol import LADDER, Protocol
from strengthcheck.wording.forbidden import forbidden_in

SHIPPED = {i: f.protocol for i, f in read_catalogue(None).protocols.items()}
EIGHT = {
    "cap-tightening",
    "jar-lid",
    "book-pinch-lift",
    "instrument-playing",
    "stairs",
    "heel-toe-walk",
    "grip-device",
    "everyday-tasks",
}
LADDERS = EIGHT - {"grip-device"}

each = pytest.mark.parametrize("protocol", SHIPPED.values(), ids=SHIPPED)


def prose(protocol: Protocol) -> dict[str, str]:
    """Every text of a protocol that is shown, by where it stands."""
    texts = {
        "title": protocol.title,
        "short": protocol.short,
        "summary": protocol.summary,
        "say": protocol.effort.say,
        "after": protocol.after or "",
        "shows": protocol.shows,
    }
    for name in ("equipment", "skip_if", "safety", "steps"):
        texts |= {f"{name}[{i}]": t for i, t in enumerate(getattr(protocol, name), 1)}
    texts |= {f"part {p.id}": f"{p.title}\n{p.ask}" for p in protocol.parts}
    texts |= {f"measure {m.id}": m.name for m in protocol.measures}
    if protocol.fit:
        texts["fit"] = "\n".join(filter(None, (protocol.fit.ask, protocol.fit.object, protocol.fit.example)))
    if protocol.warm_up:
        texts["warm_up"] = protocol.warm_up.text
    return texts


def words(*texts: str) -> str:
    """The texts as one line of lower case words."""
    return " ".join(" ".join(texts).split()).lower()


def test_the_eight_are_there_and_nothing_is_wrong_with_them() -> None:
    catalogue = read_catalogue(None)
    assert set(catalogue.protocols) == EIGHT
    assert catalogue.faults == ()
    assert all(f.path.stem == i and not f.own for i, f in catalogue.protocols.items())


@each
def test_it_names_its_sources_and_none_of_our_files(protocol: Protocol) -> None:
    assert protocol.sources
    sources = words(*protocol.sources, *(m.source or "" for m in protocol.measures))
    assert not re.search(r"\.(md|txt|yaml)\b|/work|§", sources)


@each
def test_every_error_and_least_change_says_where_it_comes_from(protocol: Protocol) -> None:
    for m in protocol.measures:
        assert (m.id == "ladder") == (m.typical_error is None)
        if m.typical_error is not None:
            assert m.source


@each
def test_no_text_holds_a_word_that_judges_a_body(protocol: Protocol) -> None:
    assert {where: forbidden_in(t) for where, t in prose(protocol).items() if forbidden_in(t)} == {}


@each
def test_no_text_names_the_feared_illness(protocol: Protocol) -> None:
    said = words(*prose(protocol).values())
    assert not re.search(r"\b(als|mnd|motor neurone?|sclerosis|disease|fatal|deadly)\b", said)


@each
def test_it_says_what_it_can_show_what_it_cannot_and_that_it_cannot_tell_why(protocol: Protocol) -> None:
    shows = words(protocol.shows)
    assert "it can show " in shows
    assert "it can't show " in shows
    assert "can't tell why" in shows or "and other things can do it" in shows


@each
def test_it_reads_well_in_eighty_columns(protocol: Protocol) -> None:
    wide = [line for t in (protocol.summary, protocol.after or "", protocol.shows) for line in t.split("\n")]
    assert max(map(len, wide)) <= 78
    assert max(len(line) for t in protocol.steps for line in t.split("\n")) <= 76  # beside a number
    assert len(protocol.steps) <= 6
    assert all(len(t.strip().split("\n")) <= 3 for t in protocol.steps)
    assert len(protocol.short) <= 24
    assert len(protocol.effort.say.split()) <= 9  # one breath


@each
def test_it_says_who_leaves_it_out_and_when_to_stop(protocol: Protocol) -> None:
    assert protocol.skip_if
    if protocol.effort.kind == "ask":
        return
    assert "stop at" in words(*protocol.safety)
    assert "pain" in words(*protocol.safety)


@each
def test_its_time_is_enough_for_its_efforts_and_rests(protocol: Protocol) -> None:
    if protocol.effort.kind == "ask":
        return
    turns = 1 if protocol.effort.together or not protocol.sided else 2
    efforts = turns * protocol.trials * max(1, len(protocol.parts))
    each_effort = 5 + float(protocol.effort.seconds or 25)  # countdown; a walk up and down, a passage
    warm_up = protocol.warm_up.seconds if protocol.warm_up else 0
    seconds = warm_up + efforts * each_effort + (efforts - 1) * protocol.rest_seconds
    assert seconds <= protocol.minutes * 60 <= 2 * seconds + 60


def test_the_default_set_takes_ten_minutes_with_its_warm_up_and_has_an_arm_and_a_leg() -> None:
    default = [p for p in SHIPPED.values() if p.suggest == "default"]
    assert {p.id for p in default} == {"everyday-tasks", "cap-tightening", "book-pinch-lift", "heel-toe-walk"}
    assert sum(float(p.minutes) for p in default) + 1 <= 10
    assert {"arm", "leg"} <= {p.body for p in default}
    assert all(a.minutes + b.minutes <= 8 for a, b in itertools.combinations(default, 2))


def test_the_others_are_suggested_only_to_whom_they_fit() -> None:
    assert {i: p.suggest for i, p in SHIPPED.items() if p.suggest != "default"} == {
        "jar-lid": "instead",
        "stairs": "offered",
        "grip-device": "if_owned",
        "instrument-playing": "if_plays",
    }
    assert SHIPPED["jar-lid"].instead_of == "cap-tightening"


def test_every_test_but_the_grip_device_has_the_ladder_and_its_four_rungs() -> None:
    for i in EIGHT:
        ladder = SHIPPED[i].measure("ladder")
        assert (ladder is not None) == (i in LADDERS)
        if ladder:
            assert (ladder.low, ladder.high, ladder.unit) == (min(LADDER), max(LADDER), "rung")


def test_the_measures_have_the_names_and_units_of_the_contract() -> None:
    measures = {
        (i, m.id, m.unit, m.better) for i, p in SHIPPED.items() for m in p.measures if m.id != "ladder"
    }
    assert measures == {
        ("grip-device", "force", "kg", "higher"),
        ("book-pinch-lift", "hold", "s", "higher"),
        ("stairs", "climb", "s", "lower"),
        ("instrument-playing", "slips", "count", "lower"),
        ("instrument-playing", "tempo", "bpm", "higher"),
    }


@pytest.mark.parametrize("test", ["cap-tightening", "jar-lid"])
def test_a_cap_hard_to_open_after_tightening_is_told_as_strength(test: str) -> None:
    after = words(SHIPPED[test].after or "")
    assert "hard to open" in after
    assert "strength you just put into it" in after
    assert "opening is no part of the test" in after
    assert [m.id for m in SHIPPED[test].measures] == ["ladder"]  # and opening is never measured


@pytest.mark.parametrize("test", ["cap-tightening", "jar-lid"])
def test_who_always_struggled_with_lids_never_gets_the_lid_tests(test: str) -> None:
    protocol = SHIPPED[test]
    assert protocol.fit is not None
    assert "could each hand always" in words(protocol.fit.ask)
    assert "always hard for you" in words(*protocol.skip_if)


@pytest.mark.parametrize("test", ["cap-tightening", "jar-lid"])
def test_nothing_that_spills_or_breaks_is_used_for_tightening(test: str) -> None:
    assert "plastic" in words(*SHIPPED[test].equipment)
    assert "no glass" in words(*SHIPPED[test].safety)
    assert SHIPPED[test].effort.seconds == 5


def test_thumb_and_index_finger_alone_tighten_the_cap() -> None:
    assert "thumb pad and the index finger only" in words(*SHIPPED["cap-tightening"].steps)


def test_the_book_is_lifted_without_the_palm_over_carpet_and_never_to_the_end_of_strength() -> None:
    book = SHIPPED["book-pinch-lift"]
    assert "the palm stays off" in words(*book.steps)
    safety = words(*book.safety)
    assert "over carpet" in safety
    assert "feet clear" in safety
    assert "at most 3 kg" in safety
    assert "never until the hand gives way" in safety
    hold = book.measure("hold")
    assert hold is not None
    assert (book.effort.kind, book.effort.seconds, hold.cap, hold.high) == ("hold", 10, 10, 30)
    assert hold.least_change == 0.5


def test_only_who_already_plays_gets_the_instrument_test() -> None:
    instrument = SHIPPED["instrument-playing"]
    assert instrument.suggest == "if_plays"
    assert "you don't already play" in words(*instrument.skip_if)
    assert "only if you already play" in words(instrument.summary)
    tempo = instrument.measure("tempo")
    assert tempo is not None
    assert tempo.optional


@pytest.mark.parametrize("test", ["stairs", "heel-toe-walk"])
def test_one_leg_chair_rises_are_refused_with_the_reason(test: str) -> None:
    safety = words(*SHIPPED[test].safety)
    assert "no one-leg chair rises" in safety
    assert "only very fit people" in safety
    assert "one leg is nearly always better" in safety
    assert "soreness afterwards feels like weakness" in safety


def test_the_stairs_are_one_known_flight_up_with_a_rail_and_nobody_runs() -> None:
    stairs = SHIPPED["stairs"]
    assert stairs.sides == ("both",)
    assert "handrail" in words(*stairs.equipment)
    assert "don't run" in words(*stairs.safety)
    assert "fall in the last six months" in words(*stairs.skip_if)
    climb = stairs.measure("climb")
    assert climb is not None
    assert (climb.least_change, climb.least_change_units) == (0.25, 1)


def test_each_leg_is_asked_after_on_heels_and_on_toes_beside_a_wall() -> None:
    walk = SHIPPED["heel-toe-walk"]
    assert [p.id for p in walk.parts] == ["on heels", "on toes"]
    assert all(p.sides == ("left", "right") for p in walk.parts)
    assert walk.effort.together
    assert walk.trials == 1
    assert "wall" in words(*walk.safety)


def test_running_and_pedals_are_asked_and_never_tried_out() -> None:
    tasks = SHIPPED["everyday-tasks"]
    assert tasks.effort.kind == "ask"
    assert (tasks.body, tasks.practice, tasks.rest_seconds) == ("none", 0, 0)
    assert [p.id for p in tasks.parts] == [
        "running",
        "stairs",
        "pedals",
        "keys and buttons",
        "holding a hairdryer",
    ]
    assert "never test on the road" in words(*tasks.safety)
    assert "stop driving" in words(*tasks.safety)


def test_the_grip_is_squeezed_three_times_with_ninety_seconds_for_each_hand() -> None:
    grip = SHIPPED["grip-device"]
    assert (grip.effort.kind, grip.effort.seconds, grip.trials) == ("squeeze", 4, 3)
    assert grip.rest_seconds * 2 >= 90
    assert "breathe out" in words(*grip.safety)
    assert "don't look at the dial" in words(*grip.steps)
    force = grip.measure("force")
    assert force is not None
    assert 0.06 <= (force.typical_error or 0) <= 0.075
    assert "you need not buy one" in words(grip.summary)


def test_everything_with_an_object_says_that_another_one_starts_anew() -> None:
    with_object = {i: p for i, p in SHIPPED.items() if p.fit and p.fit.object}
    assert set(with_object) == EIGHT - {"heel-toe-walk", "everyday-tasks"}
    assert all(p.fit is not None and p.fit.example for p in with_object.values())


def test_the_shipped_texts_hold_no_tabs_and_fit_a_terminal() -> None:
    for path in shipped_folder().glob("*.yaml"):
        raw = path.read_bytes()
        assert b"\r" not in raw
        assert b"\t" not in raw
        assert raw.endswith(b"\n")
        assert max(map(len, raw.decode().split("\n"))) <= 79  # `protocols show` prints it as it stands


def test_what_is_measured_changes_only_together_with_the_version() -> None:
    # Results of one version are compared for years. Whoever changes a line here raises the version in it.
    def measured(p: Protocol) -> str:
        effort = f"{p.effort.kind} {p.effort.seconds or '-'}{' together' if p.effort.together else ''}"
        units = ", ".join(f"{m.id} {m.unit} {m.low}-{m.high}" for m in p.measures)
        parts = "".join(f"; {part.id} ({' '.join(part.sides)})" for part in p.parts)
        return (
            f"v{p.version}: {effort}, {p.trials} x {' '.join(p.sides)}, rest {p.rest_seconds}: {units}{parts}"
        )

    assert {i: measured(p) for i, p in SHIPPED.items()} == {
        "book-pinch-lift": "v1: hold 10, 2 x left right, rest 30: ladder rung 0-3, hold s 0-30",
        "cap-tightening": "v1: free 5, 2 x left right, rest 15: ladder rung 0-3",
        "everyday-tasks": (
            "v1: ask -, 1 x left right both, rest 0: ladder rung 0-3; running (both); stairs (both); "
            "pedals (both); keys and buttons (left right); holding a hairdryer (left right)"
        ),
        "grip-device": "v1: squeeze 4, 3 x left right, rest 45: force kg 0-120",
        "heel-toe-walk": (
            "v1: away - together, 1 x left right, rest 15: ladder rung 0-3; "
            "on heels (left right); on toes (left right)"
        ),
        "instrument-playing": (
            "v1: away - together, 2 x left right, rest 30: "
            "ladder rung 0-3, slips count 0-99, tempo bpm 20-400"
        ),
        "jar-lid": "v1: free 5, 1 x left right, rest 15: ladder rung 0-3",
        "stairs": "v1: away -, 2 x both, rest 120: ladder rung 0-3, climb s 1-120",
    }
