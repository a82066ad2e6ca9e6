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
        _says("asked.answer", "No home test can answer that, and neither can this program.", "C 0, 2.12, 11"),
        _says(
            "asked.look",
            "What doctors look for is a new, painless, lasting loss of something you could do, found on examination. If you have such a loss, see a doctor now.",
            "C 1.4, 1.5, 11",
        ),
        _says(
            "asked.seen",
            "If a neurologist has examined you and found nothing: in published follow-ups of people in that position ALS was found almost never, with rare exceptions.",
            "C 2.20, 11",
        ),
        _says(
            "asked.not_seen",
            "Not examined yet? One examination answers more than any number of tests at home. A GP is the place to begin.",
            "A1 35, A6 385; C 1.7, 2.20",
        ),
        _says(
            "asked.rare",
            "ALS is rare: about two or three adults in 100,000 are found to have it each year, fewer below forty, more in later life.",
            "C 2.1, 2.2, 6 #17",
        ),
    ),
)
OVER_TIME = Topic(
    "over-time",
    "What real weakness looks like over time",
    (
        _says(
            "time.stays",
            "In ALS, a movement that is weak tends to stay weak and, over months, to get weaker; later it spreads to other limbs.",
            "A4 278-282; A9 534-536; C 2.8, 2.11, 2.15",
        ),
        _says(
            "time.task",
            "It often begins with one task on one side, without pain: a button, a key, a foot that catches on the kerb.",
            "C 1.4, 2.4",
        ),
        _says(
            "time.back",
            "Single days differ in everyone. That a lost ability comes back and lasts is very rare, so a result that returns to your usual level does not fit this well.",
            "A9 538; C 2.7, 2.8",
        ),
        _says(
            "time.flat",
            "It can look flat for a while: in one large study a quarter of people already diagnosed did not get worse over six months.",
            "C 2.7, 6 #6",
        ),
        _says(
            "time.comes_and_goes",
            "Weakness that clearly comes and goes needs a doctor for other reasons: several illnesses do that, and some can be treated.",
            "C 2.9",
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
            "A1 1-78; C 2.17, 6 #13",
        ),
        _says(
            "twitch.alone",
            "Twitching by itself, with the strength you always had and an examination that finds nothing, is nearly always harmless.",
            "C 2.18, 2.20, 6 #1",
        ),
        _says(
            "twitch.first",
            "In ALS, twitching mostly comes along with weakness or thinner muscles, though a minority notice the twitching first. By itself it decides nothing either way.",
            "C 2.18, 2.19, 6 #1",
        ),
        _says(
            "twitch.lasts",
            "It often lasts for months or years. In follow-ups of examined people it mostly stayed; in about half it became less.",
            "C 2.20, 6 #20",
        ),
        _says(
            "twitch.count",
            "Counting it tells nothing: in one and the same muscle it can go from none to over a hundred a minute.",
            "C 2.17, 6 #20",
        ),
        _says(
            "twitch.linked",
            "Tiredness, stress, caffeine, alcohol, exercise and some medicines are linked with twitches. Don't stop a prescribed medicine without asking.",
            "C 1.7, 6 #11",
        ),
        _says(
            "twitch.see",
            "See a GP once about twitching for over two weeks, in more than one place, or where it also feels weak or stiff.",
            "A7 445, A6 385; C 1.7, 6 #14",
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
            "A2 153; C 3.5, 6 #5",
        ),
        _says(
            "sides.hand",
            "The writing hand is not always the stronger one: in about three of ten people it is the other.",
            "A3 215; C 3.5, 6 #21",
        ),
        _says(
            "sides.reference",
            "Without an earlier measure nobody can know whether the weaker side was not always the weaker one. That is what a reference point of your own is for.",
            "A3 217; C 6 #22",
        ),
        _says(
            "sides.change",
            "So a difference alone says nothing here. A change in your own difference, one that stays, does.",
            "C 3.5",
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
            "C 3.6",
        ),
        _says(
            "day.sore",
            "Hard or unaccustomed exercise can take strength for a week or longer, even after the soreness has gone. A day full of strength tests is such exercise.",
            "A10 557-606; C 3.6, 6 #23",
        ),
        _says(
            "day.felt",
            "Feeling weak and measuring weak are different things, and both are real. About one in three people with harmless twitching feel weak somewhere.",
            "A3 163-225; C 2.20, 6 #8",
        ),
        _says(
            "day.again",
            "Testing again at once rarely settles it. It brings relief for hours, then more doubt, and sore muscles on top.",
            "A2 89-91; C 5.2, 5.3",
        ),
        _says(
            "day.enough",
            "A change that matters takes weeks to show. That is why the next date is weeks away, and why most days ask nothing of you.",
            "C 3.9, 5.11(1)",
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
            "C 3.1",
        ),
        _says(
            "can.why",
            "They can't show why. A joint, a pinched nerve, less use or a medicine can weaken a hand as well.",
            "C 1.5, 7.10",
        ),
        _says(
            "can.slack",
            "Everyday tasks have slack: people with ALS whose daily life still went as ever had, on average, 12 to 32 % less strength than expected.",
            "C 2.12, 6 #2",
        ),
        _says(
            "can.months",
            "So three flat months say little; many months, with every task still done, say more. They are never the same as an examination.",
            "C 2.12, 3.9",
        ),
        _says(
            "can.task",
            "A task that you could do and now can't outranks every number here, on the day you notice it.",
            "A7 447; C 0(a), 1.4",
        ),
        _says(
            "can.practice",
            "A piece of music you know well, or a flight of stairs, can show a change over months too. Practice, stiffness and shoes move it as well.",
            "C 6 #4, #28",
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
            "C 1.9, 8.1",
        ),
        _says(
            "doctor.examine",
            "Then look for what you can't see yourself: strength muscle by muscle, muscles grown thinner, reflexes, feeling, speech and breath.",
            "C 1.2, 1.4, 2.18",
        ),
        _says(
            "doctor.emg",
            "Some people are sent for an EMG, which listens to muscles through a thin needle. Many need none: guidance asks doctors not to send on everyone with twitching alone.",
            "C 1.1, 2.20",
        ),
        _says(
            "doctor.gp",
            "A GP may look for causes, see you again in some weeks, or send you on. Not being sent on is what guidance asks for, not being dismissed.",
            "C 1.1, 1.7",
        ),
        _says(
            "doctor.treat",
            "Several causes of weakness can be treated, some that look much like ALS at first. That is a reason to be seen early, not a reason for fear.",
            "C 1.5, 2.9",
        ),
        _says(
            "doctor.again",
            "If it gets worse after a visit, go back and say so. Many people with a real illness needed more than one visit.",
            "A9 544-546; C 2.4",
        ),
    ),
)
TESTING = Topic(
    "testing",
    "Why testing more makes worry grow",
    (
        _says(
            "testing.week",
            "In one study, students who checked their health more for a single week were more worried by its end. Those who only kept notes were not.",
            "C 5.1",
        ),
        _says(
            "testing.relief",
            "A good result comforts for hours or days. In the most worried people it was gone within a day, and worry was back for the year.",
            "C 5.2",
        ),
        _says(
            "testing.less",
            "What helps: write down how often you test, do it less each few days, do something else when the urge comes, and return to what you avoid.",
            "C 5.4",
        ),
        _says(
            "testing.treat",
            "Worry about health can be treated well, also through the internet. Doctors get it too. If it stops you from living as you wish, tell a GP.",
            "C 5.4, 5.5, 5.7",
        ),
        _says(
            "testing.real",
            "None of this means that you imagine anything. Twitches are real, and so is feeling weak.",
            "C 5.7, 5.8, 6 #8",
        ),
    ),
)
TOPICS = (ASKED, OVER_TIME, TWITCHING, SIDES, ONE_DAY, CAN_SHOW, DOCTOR, TESTING)
"""Every topic, in the order of the list: the question most come with stands first."""

ALL = tuple(s for topic in TOPICS for s in topic.sentences)
