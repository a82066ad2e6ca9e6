"""What set-up asks, once, and what it says to the answers. Everything may be left open."""

from datetime import date
from typing import Literal, NamedTuple, get_args

from strengthcheck.model.profile import Profile
from strengthcheck.wording import setup
from strengthcheck.wording.numbers import numbers_for

SetupId = Literal["excluded", "hand", "country", "twitching", "seen", "family", "grip", "plays"]

GRIP = "grip-device"
"""The test whose device few people own."""

COUNTRIES = {
    "GB": "United Kingdom",
    "IE": "Ireland",
    "US": "United States",
    "CA": "Canada",
    "AU": "Australia",
    "NZ": "New Zealand",
}
ELSEWHERE = "elsewhere"
OPEN = "open"
"""The name of the answer that leaves a question open."""


class Choice(NamedTuple):
    """One answer: its name and its words."""

    name: str
    label: str
    hint: str = ""


class SetupQuestion(NamedTuple):
    """One question: one of its choices, any number of them (`many`), or a line of text (no choices)."""

    id: SetupId
    title: str
    text: str
    choices: tuple[Choice, ...] = ()
    many: bool = False
    chosen: tuple[str, ...] = ()
    """What was answered before; for a line its text."""

    @property
    def usual(self) -> int:
        """The answer that Enter takes, by its place among the choices: the one told before, else the last.

        Nothing is taken for granted: the last leaves the question open.
        """
        names = [c.name for c in self.choices]
        return names.index(self.chosen[0]) if self.chosen else len(names) - 1


def questions(profile: Profile) -> tuple[SetupQuestion, ...]:
    """The questions for what is known so far: whether a doctor was seen is asked only of who twitches."""
    asked = [_excluded(profile), _hand(profile), _country(profile), _twitching(profile)]
    if profile.twitching_long:
        asked.append(_seen(profile))
    return (*asked, _family(profile), _grip(profile), _plays(profile))


def where_words(question: SetupId) -> str:
    """How far one is. Each question has its own number, so that no answer makes the end go further off."""
    order = get_args(SetupId)
    return f"{order.index(question) + 1} of {len(order)}"


def answered(profile: Profile, question: SetupId, names: tuple[str, ...]) -> Profile:
    """The profile with one answer; names are of choices, or the one line typed."""
    one = names[0] if names else ""
    match question:
        case "excluded":
            return _with(profile, excluded=names)
        case "hand":
            return _with(profile, handedness=one if one in ("left", "right", "both") else None)
        case "country":
            return _with(profile, region=one if one in COUNTRIES else None)
        case "grip":
            others = tuple(o for o in profile.owns if o != GRIP)
            return _with(profile, owns=(*others, GRIP) if one == "yes" else others)
        case "plays":
            return _with(profile, plays=" ".join(one.split())[:200] or None)
        case "twitching" | "seen" | "family":
            field = {"twitching": "twitching_long", "seen": "seen_by_doctor", "family": "family_history"}
            return _with(profile, **{field[question]: {"yes": True, "no": False}.get(one)})


def finished(profile: Profile, today: date) -> Profile:
    """The profile with the day on which set-up was done first."""
    return profile if profile.set_up_on is not None else _with(profile, set_up_on=today)


def closing(profile: Profile) -> tuple[str, ...]:
    """What is said at the end; empty when there is nothing to say."""
    said = []
    if profile.excluded:
        said.append(setup.EXCLUDED.text)
    if profile.twitching_long and not profile.seen_by_doctor:
        said.append(setup.SEE_ONCE.text)
    if profile.family_history:
        said.append(setup.FAMILY.text)
    return tuple(said)


def _with(profile: Profile, **fields: object) -> Profile:
    return Profile.model_validate({**profile.model_dump(exclude_unset=True), **fields})


def _excluded(profile: Profile) -> SetupQuestion:
    return SetupQuestion(
        "excluded",
        "Does any of this hold for you now?",
        "Space marks a line, Enter goes on. Most people mark none.",
        tuple(Choice(s.id, s.text) for s in setup.WHO_SHOULD_NOT),
        many=True,
        chosen=profile.excluded,
    )


def _hand(profile: Profile) -> SetupQuestion:
    hands = (Choice("right", "right"), Choice("left", "left"), Choice("both", "both"))
    return SetupQuestion(
        "hand", "Which hand do you write with?", "", (*hands, _open()), chosen=_one(profile.handedness)
    )


def _country(profile: Profile) -> SetupQuestion:
    named = tuple(Choice(c, name, numbers_for(c).emergency) for c, name in COUNTRIES.items())
    rest = Choice(ELSEWHERE, "another one, or I'd rather not say", numbers_for(None).emergency)
    return SetupQuestion(
        "country",
        "Which country are you in?",
        "So that the right emergency number stands where it may be needed.",
        (*named, rest),
        chosen=_one(profile.region or (ELSEWHERE if profile.set_up_on else None)),
    )


def _twitching(profile: Profile) -> SetupQuestion:
    return _yes_no(
        "twitching",
        "Have your muscles twitched for over two weeks, or in several places?",
        profile.twitching_long,
    )


def _seen(profile: Profile) -> SetupQuestion:
    return _yes_no("seen", "Has a doctor examined you because of it?", profile.seen_by_doctor)


def _family(profile: Profile) -> SetupQuestion:
    title = "Does, or did, a close relative have a disease of the nerves or muscles, or dementia before 65?"
    return _yes_no("family", title, profile.family_history)


def _grip(profile: Profile) -> SetupQuestion:
    told = True if GRIP in profile.owns else False if profile.set_up_on else None
    text = "A dynamometer that shows kilograms. Nobody needs one: the other tests do without."
    return _yes_no("grip", "Do you own a device that measures grip?", told, text)


def _plays(profile: Profile) -> SetupQuestion:
    return SetupQuestion(
        "plays",
        "Do you play an instrument?",
        "Type which one, or leave it empty. Only those who play already get the test with an instrument.",
        chosen=_one(profile.plays),
    )


def _yes_no(name: SetupId, title: str, said: bool | None, text: str = "") -> SetupQuestion:
    chosen = () if said is None else ("yes" if said else "no",)
    return SetupQuestion(
        name, title, text, (Choice("no", "no"), Choice("yes", "yes"), _open()), chosen=chosen
    )


def _open() -> Choice:
    return Choice(OPEN, "I'd rather not say")


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()
