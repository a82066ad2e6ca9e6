"""The conversation: says lines, asks one question at a time, and knows the words that always do something."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from strengthcheck.host.lines import Lines
from strengthcheck.plain.pages import WIDTH, wrapped
from strengthcheck.plain.wishes import BackWished, LeaveWished
from strengthcheck.views.displayable import displayable, for_stream

MORE, BACK, LEAVE = "?", "b", "q"
"""What can be typed at any question; back only where there is something before it."""

NOTHING = "-"
"""A line of text that is empty on purpose, where Enter would take what stands there."""

LOST, MOMENTS = "lost", "moments"
"""The two words that nothing may stand in the way of."""

LEAST_WIDTH = 20
"""No window is so narrow that lines are made shorter."""

MOST_HEARD = 4
"""From so many on, numbers in a row are said by the first and the last."""

ALWAYS = (
    f"{BACK} goes back where that is possible, {LEAVE} leaves, {MORE} says more.",
    f"{LOST}: something I could do and now can't. {MOMENTS}: a number for bad moments.",
)
"""Said at every question mark."""


class Option(NamedTuple):
    """One answer: what is typed for it, and its words."""

    key: str
    text: str
    above: str = ""
    """A question of its own that is said right before this answer."""


class Ask(NamedTuple):
    """One question."""

    prompt: str
    """What stands before the place to type."""
    options: tuple[Option, ...] = ()
    """Answers shown as lines; empty where a text is asked for."""
    usual: str | None = None
    """What Enter alone means; none where something has to be typed."""
    more: tuple[str, ...] = ()
    """Said at a question mark."""
    back: bool = True
    """Whether there is something to go back to."""
    free: bool = False
    """A text is asked for: whatever is typed is the answer, but for a line that is only b, q, ? or a word."""


class Talk:
    """One conversation on one pair of lines."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self._always: dict[str, Callable[[], None]] = {}
        self._topic = ""
        """The first line of what was said last: what the question is about."""

    def always(self, words: Mapping[str, Callable[[], None]]) -> None:
        """What these words do at any question; the question is asked once more afterwards."""
        self._always = dict(words)

    @contextmanager
    def meanwhile(self, words: Mapping[str, Callable[[], None]]) -> Iterator[None]:
        """While it lasts, these words do this; what they raise comes out of the question."""
        before = self._always
        self._always = {**before, **words}
        try:
            yield
        finally:
            self._always = before

    def say(self, *texts: str, apart: bool = True) -> None:
        """Say something; `apart` leaves a line free before it."""
        said = [displayable(t, newlines=True) for t in texts if t]
        if said:
            if apart:
                self._topic = said[0]
            self._write(("\n" if apart else "") + wrapped(said, self._width()) + "\n")

    def ask(self, question: Ask, wait: float | None = None) -> str | None:
        """The answer: an option's key, or what was typed; none when so many seconds are over first.

        On a terminal nothing that was typed before the question answers it. Through a pipe it may: answers
        that were written down beforehand come all at once, and no key is held there.
        Raises BackWished, LeaveWished, and what the lines raise.
        """
        if self.lines.terminal:
            self.lines.forget()
        self._put(question)
        end = None if wait is None else self.lines.beat() + wait
        while True:
            left = None if end is None else end - self.lines.beat()
            line = self.lines.read(left)
            if line is None and self.lines.stopped():
                self._put(question)
                continue
            if line is None:
                self._write("\n")  # what is said next begins a line of its own
                return None
            if not self.lines.terminal:
                self._write("\n")  # through a pipe nothing shows the line that was typed
            answer = self._understood(question, line.strip())
            if answer is not None:
                return answer

    def choose(
        self,
        prompt: str,
        options: Iterable[tuple[str, str]],
        *,
        usual: str | None = None,
        more: Sequence[str] = (),
        back: bool = True,
    ) -> str:
        """One of the options, by its key."""
        shown = tuple(Option(key, text) for key, text in options)
        return self.ask(Ask(prompt, shown, usual, tuple(more), back)) or ""

    def text(self, prompt: str, usual: str = "", *, more: Sequence[str] = (), back: bool = True) -> str:
        """A line of text; Enter takes the usual one, a dash alone is nothing."""
        answer = self.ask(Ask(prompt, (), usual, tuple(more), back, free=True))
        return "" if answer == NOTHING else answer if answer is not None else usual

    def yes(self, prompt: str, *, usual: bool = True, more: Sequence[str] = ()) -> bool:
        """Yes or no."""
        return self.choose(prompt, (("y", "yes"), ("n", "no")), usual="y" if usual else "n", more=more) == "y"

    def _put(self, question: Ask) -> None:
        lines: list[str] = []
        for o in question.options:
            lines += ["", displayable(o.above)] if o.above else []
            lines.append(f"{o.key}  {displayable(o.text)}")
        text = wrapped([*lines, displayable(question.prompt)], self._width())
        self._write(f"{text} > ")

    def _width(self) -> int:
        """Cells of a line: those of a narrow window, where letters are large, else the usual ones."""
        columns = self.lines.columns()
        return WIDTH if columns is None else max(LEAST_WIDTH, min(WIDTH, columns - 1))

    def _meanwhile(self, doing: Callable[[], None]) -> None:
        """Say something else, then what the question at hand is about."""
        topic = self._topic
        doing()
        self._topic = ""
        self.say(topic)

    def _understood(self, question: Ask, typed: str) -> str | None:
        """The answer that was typed; none when the question is to be asked again."""
        word = typed.casefold()
        keys = {o.key.casefold(): o.key for o in question.options}
        if word in self._always and word not in keys:
            self._meanwhile(self._always[word])
        elif typed == MORE:
            self._meanwhile(lambda: self.say(*question.more, *ALWAYS))
        elif question.free:
            return self._text(question, typed)
        elif word in keys:
            return keys[word]
        elif word == BACK and question.back:
            raise BackWished
        elif word == LEAVE:
            raise LeaveWished
        elif not typed and question.usual is not None:
            return question.usual
        elif not question.options:
            return typed
        else:
            self.say(_not_understood(typed, question), apart=False)
        self._put(question)
        return None

    def _text(self, question: Ask, typed: str) -> str:
        if typed.casefold() == BACK and question.back:
            raise BackWished
        if typed.casefold() == LEAVE:
            raise LeaveWished
        return typed or (question.usual or "")

    def _write(self, text: str) -> None:
        self.lines.write(for_stream(text, self.lines.encoding))


def _keys(keys: Sequence[str]) -> str:
    """The keys to choose from; of many numbers in a row the first and the last, since they are heard."""
    numbered = next((i for i, key in enumerate(keys) if key != str(i + 1)), len(keys))
    if numbered < MOST_HEARD:
        return ", ".join(keys)
    return ", ".join((f"1 to {numbered}", *keys[numbered:]))


def _not_understood(typed: str, question: Ask) -> str:
    keys = _keys([o.key for o in question.options])
    said = f"“{displayable(typed)[:40]}” is none of these." if typed else "Nothing was typed."
    enter = ", or press Enter" if question.usual is not None else ""
    return f"{said} Type one of {keys}{enter}. {MORE} says more."
