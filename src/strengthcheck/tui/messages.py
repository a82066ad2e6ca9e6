"""Wishes that go up to the app."""

from textual.message import Message


class HelpAsked(Message):
    """Help on the page that is open."""


class ColoursAsked(Message):
    """The next set of colours."""
