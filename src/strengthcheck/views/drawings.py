"""A small drawing in text of what each shipped test asks for, drawn for the right hand.

What a hand does is drawn in lines, what it does it with is filled. Drawn with ASCII, and with lines and a
shade that every terminal font has had since code page 437; 34 columns by 10 rows at most, so that a left
and a right one fit side by side into the column of text in a window of 80.
"""

import re
from collections.abc import Mapping

from strengthcheck.model.base import Side

WIDTH = 34
"""Columns of every drawing; shorter rows are filled up."""

GAP = 2
"""Columns between a left and a right drawing."""

_CAP = r"""
          ┌───────────────────────
         ┌┘
        ┌┘  ┌─────────┐   ┌───────
        │   │  turn   │   │
        │   │▒▒▒▒▒▒▒▒▒│   │
  thumb │   │▒▒▒▒▒▒▒▒▒│   │ index
        └───┘▒▒▒▒▒▒▒▒▒└───┘ finger
            ╔═╝     ╚═╗
            ║ bottle  ║
            ╚═════════╝
"""

_JAR = r"""
               ┌──────────────────
           ┌───┘
       ┌───┘
     ┌─┘   ┌──┬──┬──┬──┐   ┌──────
     │  ┌──┤  │  │  │  ├───┘
   ▒▒│  │▒▒│  │  │  │  │▒▒▒▒
   ▒▒│  │▒▒└──┴──┴──┴──┘▒▒▒▒  lid
   ▒▒└──┘▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
    ╔═╝                 ╚═╗
    ╚═════════════════════╝  jar
"""

_BOOK = r"""
             │      │
             │      │
          ┌──┘      └──┐
          │  ┌──────┐  │
    thumb │  │▒▒▒▒▒▒│  │ fingers
          └──┘▒▒▒▒▒▒└──┘
       ^      ▒book▒      ^
       │      ▒▒▒▒▒▒      │

  ══════════════════════════════
"""

_GRIP = r"""
 │     │               ┌──────┐
 │     │               │  kg  │
 │     │               └─┬──┬─┘
 │     │    thumb up ┌──┐│▒▒│
 │     │             │  └┴──┴─┐
 │     └─────────────┘ ┌──────┤
 │                     ├──────┤
 └┐                    ├──────┤
  └────────────────────┴─┬──┬─┘
  elbow at a right angle │▒▒│
"""

_KEYS = r"""
┌──▒──▒──┬──▒──▒──▒──┬──▒──▒──┬──┐
│  ▒  ▒  │  ▒  ▒  ▒  │  ▒  ▒  │  │
│  ▒  ▒  │  ▒  ▒  ▒  │  ▒  ▒  │  │
│ ┌┐┌┐┌┐ │  │  │  │  │  ┌┐┌┐┌┐│  │
┌┐││││││─┴──┴──┴──┴──┴──││││││┌┐─┘
││││││││ ┌─┐        ┌─┐ ││││││││
│└┘└┘└┘└─┘ │        │ └─┘└┘└┘└┘│
│         ┌┘        └┐         │
└┐       ┌┘          └┐       ┌┘
 │ left  │            │ right │
"""

_STAIRS = r"""
                     _.-'
           O     _.-'   │ rail
          /│\_.-'       │    ┌────
         _.│'           │┌───┘
     _.-' / \        ┌───┘
 _.-'   _/   \_  ┌───┘
 │           ┌───┘
 │       ┌───┘
 │   ┌───┘
─────┘
"""

_HEELS = r"""
│          │  │      ┌┐  │  │
│   O      │  │   ┌──┘│  │  │
│__/│\     │  └───┘  ┌┘  │  └┐
│   │      │       ┌─┘ ^ │   └─┐
│  / \     │    ┌──┘   │ └┐    └┐
│  │ │     └────┘      │  └─┐   └┐
│  │ │                   ^  └────┘
└───────  ═════════════  ═════════
 hand       toes up       heels up
 on wall
"""

_EVERYDAY = r"""
    O         ┌──   ▒▒▒▒▒    ▒▒▒
  ┌/│\┘     ┌─┘     ▒▒▒▒▒    ▒▒▒
   / \_   ┌─┘         │      ▒▒▒
 _/      ─┘           │       │
  run     stairs       pedals
  ┌─┐               ┌───────┐┌─┐
  │O├──┬┬  ┌───┐    │       ├┤ │
  └─┘  ││  │: :│    └─┐ ┌───┘└─┘
           └───┘      └─┘
  keys    buttons     hairdryer
"""

_HANDED: Mapping[str, str] = {
    "cap-tightening": _CAP,
    "jar-lid": _JAR,
    "book-pinch-lift": _BOOK,
    "grip-device": _GRIP,
}
"""Drawn for the right hand; the left one is its mirror image."""

_ALIKE: Mapping[str, str] = {
    "instrument-playing": _KEYS,
    "stairs": _STAIRS,
    "heel-toe-walk": _HEELS,
    "everyday-tasks": _EVERYDAY,
}
"""Both sides at once, or no side at all: the same drawing whichever side is asked."""

_MIRROR = str.maketrans("()[]{}<>/\\┌┐└┘├┤╔╗╚╝╠╣", ")(][}{><\\/┐┌┘└┤├╗╔╝╚╣╠")
_WORDS = re.compile(r"[a-z]+(?: [a-z]+)*")


def drawing(protocol_id: str, side: Side) -> tuple[str, ...]:
    """The drawing of a test for one side, as rows of `WIDTH` columns; empty for a test that has none."""
    if protocol_id in _HANDED:
        right = _rows(_HANDED[protocol_id])
        return mirrored(right) if side == "left" else right
    return _rows(_ALIKE[protocol_id]) if protocol_id in _ALIKE else ()


def handed(protocol_id: str) -> bool:
    """Whether the two hands are drawn apart."""
    return protocol_id in _HANDED


def mirrored(rows: tuple[str, ...]) -> tuple[str, ...]:
    """The drawing as in a mirror: characters turned round, words still to be read; twice is as before."""
    return tuple(_WORDS.sub(lambda word: word.group()[::-1], row[::-1].translate(_MIRROR)) for row in rows)


def _rows(text: str) -> tuple[str, ...]:
    return tuple(row.ljust(WIDTH) for row in text.strip("\n").splitlines())
