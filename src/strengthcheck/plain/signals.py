"""The signals of a trial: as lines, and as tones where they can be heard."""

from collections.abc import Callable, Mapping

from strengthcheck.guide.steps import TrialStep
from strengthcheck.host.cues import Cues, Signal
from strengthcheck.plain.talk import Talk
from strengthcheck.wording.cues import spoken


class SaidCues:
    """Each signal as a line of its own, beside its tone. Whoever has lines read out needs no second voice."""

    def __init__(
        self, talk: Talk, heard: Cues, step: TrialStep, beats: Callable[[], object] | None = None
    ) -> None:
        """`beats` lets a metronome be heard from GO on."""
        self._talk = talk
        self._heard = heard
        self._words: Mapping[str, str] = spoken(step.sides, step.protocol.body)
        self._beats = beats
        self._go = step.protocol.effort.say

    def give(self, cue: Signal) -> None:
        """The tone first, which is waited for; then the line."""
        self._heard.give(cue)
        words = self._words.get(cue.kind, "")
        if words:
            self._talk.say(f"{words} {self._go}" if cue.kind == "go" else words, apart=False)
        if cue.kind == "go" and self._beats is not None:
            self._beats()
