"""The reading room: short topics, each statement with its source, corrected as the evidence says.

What the articles say of the paranormal, of supplements, of how long one has to live, and in mockery stands nowhere here.
"""

from typing import NamedTuple

from strengthcheck.wording.sentence import Sentence


class Topic(NamedTuple):
    """One page of the reading room."""

    id: str
    title: str
    sentences: tuple[Sentence, ...]


def _says(id_: str, text: str, source: str) -> Sentence:
    return Sentence(f"understand.{id_}", "the reading room is open at this topic", text, source)


ASKED = Topic(
    "asked",
    "Do I have ALS?",
    (
        _says(
            "asked.answer",
            "No home test can answer that, and neither can this program.",
            "docs/evidence.md#slack; docs/safeguards.md#how-it-speaks",
        ),
        _says(
            "asked.look",
            "What doctors look for is a new, painless, lasting loss of something you could do, found on examination. If you have such a loss, see a doctor now.",
            "docs/evidence.md#red-flags; docs/safeguards.md#how-it-speaks",
        ),
        _says(
            "asked.seen",
            "If a neurologist has examined you and found nothing: in published follow-ups of people in that position ALS was found almost never, with rare exceptions.",
            "docs/evidence.md#followed-up; docs/safeguards.md#how-it-speaks",
        ),
        _says(
            "asked.not_seen",
            "Not examined yet? One examination answers more than any number of tests at home. A GP is the place to begin.",
            "docs/evidence.md#twitching-and-referral, #followed-up; articles 1 and 6",
        ),
        _says(
            "asked.rare",
            "ALS is rare: about two or three adults in 100,000 are found to have it each year, fewer below forty, more in later life.",
            "docs/evidence.md#how-rare, #kept-of-the-articles",
        ),
    ),
)
OVER_TIME = Topic(
    "over-time",
    "What weakness in ALS looks like over time",
    (
        _says(
            "time.stays",
            "In ALS, a movement that is weak tends to stay weak and, over months, to get weaker; later it spreads to other limbs.",
            "docs/evidence.md#what-does-not-return, #shape-of-a-loss, #where-it-begins-and-spreads; articles 4 and 9",
        ),
        _says(
            "time.task",
            "It often begins with one task on one side, without pain: a button, a key, a foot that catches on the kerb.",
            "docs/evidence.md#red-flags, #late-diagnosis",
        ),
        _says(
            "time.back",
            "Single days differ in everyone. That a lost ability comes back and lasts is very rare, so a result that returns to your usual level does not fit this well.",
            "docs/evidence.md#flat-months, #what-does-not-return; article 9",
        ),
        _says(
            "time.flat",
            "It can look flat for a while: in one large study a quarter of people already diagnosed did not get worse over six months.",
            "docs/evidence.md#flat-months, #kept-of-the-articles",
        ),
        _says(
            "time.comes_and_goes",
            "Weakness that clearly comes and goes needs a doctor for other reasons: several illnesses do that, and some can be treated.",
            "docs/evidence.md#what-comes-and-goes",
        ),
    ),
)
TWITCHING = Topic(
    "twitching",
    "What twitching usually is",
    (
        _says(
            "twitch.many",
            "About seven in ten people say that their muscles twitch at times. In one study the foot muscles of all fifty volunteers did.",
            "docs/evidence.md#twitching-is-common, #kept-of-the-articles; article 1",
        ),
        _says(
            "twitch.alone",
            "Twitching by itself, with the strength you always had and an examination that finds nothing, is nearly always harmless.",
            "docs/evidence.md#twitching-and-als, #followed-up, #kept-of-the-articles",
        ),
        _says(
            "twitch.first",
            "In ALS, twitching mostly comes along with weakness or thinner muscles, though a minority notice the twitching first. By itself it decides nothing either way.",
            "docs/evidence.md#twitching-and-als, #kept-of-the-articles",
        ),
        _says(
            "twitch.lasts",
            "It often lasts for months or years. In follow-ups of examined people it mostly stayed; in about half it became less.",
            "docs/evidence.md#followed-up, #kept-of-the-articles",
        ),
        _says(
            "twitch.count",
            "Counting it tells nothing: in one and the same muscle it can go from none to over a hundred a minute.",
            "docs/evidence.md#twitching-is-common, #kept-of-the-articles",
        ),
        _says(
            "twitch.linked",
            "Tiredness, stress, caffeine, alcohol, exercise and some medicines are linked with twitches. Don't stop a prescribed medicine without asking.",
            "docs/evidence.md#twitching-and-referral, #kept-of-the-articles",
        ),
        _says(
            "twitch.see",
            "See a GP once about twitching for over two weeks, in more than one place, or where it also feels weak or stiff.",
            "docs/evidence.md#twitching-and-referral, #kept-of-the-articles; articles 6 and 7",
        ),
    ),
)
SIDES = Topic(
    "sides",
    "Why your sides differ",
    (
        _says(
            "sides.many",
            "Over fifty, about half of all people differ by more than 10 % between their hands, a quarter by more than 20 %, one in nine by more than 30 %.",
            "docs/evidence.md#sides-differ, #kept-of-the-articles; article 2",
        ),
        _says(
            "sides.hand",
            "The writing hand is not always the stronger one: in one to three people of ten, by the study, it is the other.",
            "docs/evidence.md#sides-differ, #kept-of-the-articles; article 3",
        ),
        _says(
            "sides.reference",
            "Without an earlier measure nobody can know whether the weaker side was not always the weaker one. That is what a reference point of your own is for.",
            "docs/evidence.md#kept-of-the-articles; article 3",
        ),
        _says(
            "sides.change",
            "So a difference alone says nothing here. A change in your own difference, one that stays, does.",
            "docs/evidence.md#sides-differ",
        ),
    ),
)
ONE_DAY = Topic(
    "one-day",
    "Why one day says little",
    (
        _says(
            "day.moves",
            "Effort, being cheered on, cold hands, the time of day and sleep all move a result; some of them by a tenth or more.",
            "docs/evidence.md#what-moves-a-result",
        ),
        _says(
            "day.sore",
            "Hard or unaccustomed exercise can take strength for a week or longer, even after the soreness has gone. A day full of strength tests is such exercise.",
            "docs/evidence.md#what-moves-a-result, #kept-of-the-articles; article 10",
        ),
        _says(
            "day.felt",
            "Feeling weak and measuring weak are different things, and both are real. About one in three people with harmless twitching feel weak somewhere.",
            "docs/evidence.md#followed-up, #kept-of-the-articles; article 3",
        ),
        _says(
            "day.again",
            "Testing again at once rarely settles it. It brings relief for hours, then more doubt, and sore muscles on top.",
            "docs/evidence.md#reassurance-fades; article 2",
        ),
        _says(
            "day.enough",
            "A change that matters takes weeks to show. That is why the next date is weeks away, and why most days ask nothing of you.",
            "docs/safeguards.md#testing-is-dosed; docs/reading.md#when-a-loss-would-show",
        ),
    ),
)
CAN_SHOW = Topic(
    "can-show",
    "What these tests can show, and what they can't",
    (
        _says(
            "can.change",
            "They can show a lasting change from your own usual, if it is large enough: at home a fifth or so of a hand's strength.",
            "docs/evidence.md#error-of-one-check",
        ),
        _says(
            "can.why",
            "They can't show why. A joint, a pinched nerve, less use or a medicine can weaken a hand as well.",
            "docs/evidence.md#red-flags; docs/safeguards.md#how-it-speaks",
        ),
        _says(
            "can.slack",
            "Everyday tasks have slack: people with ALS whose daily life still went as ever had, on average, 12 to 32 % less strength than expected.",
            "docs/evidence.md#slack, #kept-of-the-articles",
        ),
        _says(
            "can.months",
            "So three flat months say little; many months, with every task still done, say more. They are never the same as an examination.",
            "docs/evidence.md#slack; docs/reading.md#when-a-loss-would-show",
        ),
        _says(
            "can.task",
            "A task that you could do and now can't outranks every number here, on the day you notice it.",
            "docs/evidence.md#red-flags; docs/safeguards.md#a-lost-task-comes-first; article 7",
        ),
        _says(
            "can.practice",
            "A piece of music you know well, or a flight of stairs, can show a change over months too. Practice, stiffness and shoes move it as well.",
            "docs/evidence.md#kept-of-the-articles",
        ),
    ),
)
DOCTOR = Topic(
    "doctor",
    "What a doctor would do",
    (
        _says(
            "doctor.ask",
            "First ask: what, where, since when, in which order, whether it gets worse, and what you can no longer do. A few dated lines help more than a long log.",
            "docs/evidence.md#first-visit",
        ),
        _says(
            "doctor.examine",
            "Then look for what you can't see yourself: strength muscle by muscle, muscles grown thinner, reflexes, feeling, speech and breath.",
            "docs/evidence.md#weakness-by-speed, #red-flags, #twitching-and-als",
        ),
        _says(
            "doctor.emg",
            "Some people are sent for an EMG, which listens to muscles through a thin needle. Many need none: guidance asks doctors not to send on everyone with twitching alone.",
            "docs/evidence.md#twitching-and-referral, #followed-up",
        ),
        _says(
            "doctor.gp",
            "A GP may look for causes, see you again in some weeks, or send you on. With twitching alone, not being sent on is what guidance asks for; it is no dismissal.",
            "docs/evidence.md#twitching-and-referral",
        ),
        _says(
            "doctor.treat",
            "Several causes of weakness can be treated, some that look much like ALS at first. That is a reason to be seen early, not a reason for fear.",
            "docs/evidence.md#red-flags, #what-comes-and-goes",
        ),
        _says(
            "doctor.again",
            "If it gets worse after a visit, go back and say so. Many people with a real illness needed more than one visit.",
            "docs/evidence.md#late-diagnosis; article 9",
        ),
    ),
)
TESTING = Topic(
    "testing",
    "Why testing more can make worry grow",
    (
        _says(
            "testing.week",
            "In one study, students who checked their health more for a single week were more worried by its end. Those who only kept notes were not.",
            "docs/evidence.md#checking-and-worry",
        ),
        _says(
            "testing.relief",
            "A good result comforts for hours or days. In the most worried people of one study it was gone within a day, and worry was back for the year.",
            "docs/evidence.md#reassurance-fades",
        ),
        _says(
            "testing.less",
            "What helps: write down how often you test, do it less each few days, do something else when the urge comes, and return to what you avoid.",
            "docs/evidence.md#what-helps",
        ),
        _says(
            "testing.treat",
            "Worry about health can be treated well, also through the internet. Doctors get it too. If it stops you from living as you wish, tell a GP.",
            "docs/evidence.md#what-helps, #worry-and-twitching",
        ),
        _says(
            "testing.real",
            "None of this means that you imagine anything. Twitches are real, and so is feeling weak.",
            "docs/evidence.md#worry-and-twitching, #kept-of-the-articles",
        ),
    ),
)
TOPICS = (ASKED, OVER_TIME, TWITCHING, SIDES, ONE_DAY, CAN_SHOW, DOCTOR, TESTING)
"""Every topic, in the order of the list: the question most come with stands first."""

ALL = tuple(s for topic in TOPICS for s in topic.sentences)
