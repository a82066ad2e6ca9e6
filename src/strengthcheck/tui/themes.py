"""The colours: light, dark, high contrast, and the terminal's own. Left is blue, right is orange."""

from textual.theme import BUILTIN_THEMES, Theme

from strengthcheck.host.settings import USUAL_THEME

DEFAULT = USUAL_THEME


def _own(left: str, right: str, quiet: str, row: str, **more: str) -> dict[str, str]:
    """What our stylesheets add: a colour for each side, for what stands back, and for the row at hand."""
    return {
        "left": left,
        "right": right,
        "quiet": quiet,
        "row-cursor": row,
        "row-cursor-style": "bold",
        **more,
    }


def themes() -> tuple[Theme, ...]:
    """Our own sets of colours, in the order in which the key goes through them."""
    return (_calm_dark(), _calm_light(), _high_contrast(), _terminal())


def _calm_dark() -> Theme:
    return Theme(
        name="calm-dark",
        primary="#8fb8de",
        secondary="#7d93ab",
        accent="#8fb8de",
        warning="#e3b873",
        error="#e39a86",
        success="#9cc5a1",
        foreground="#dde3ea",
        background="#14181d",
        surface="#1b2027",
        panel="#232a33",
        dark=True,
        variables=_own(
            "#7fb2e5",
            "#e8a868",
            "#98a3af",
            "#2c3846",
            **_bar("#1b2027", "#8fb8de", "#a9b4c0"),
            **_cursor("#8fb8de", "#14181d"),
            **_scrollbar("#5f7a96", "#14181d"),
        ),
    )


def _calm_light() -> Theme:
    return Theme(
        name="calm-light",
        primary="#1f5582",
        secondary="#4d6378",
        accent="#1f5582",
        warning="#8a5a00",
        error="#a13d25",
        success="#2f6b3a",
        foreground="#1d2730",
        background="#fbfaf7",
        surface="#f1efe9",
        panel="#e7e4dc",
        dark=False,
        variables=_own(
            "#1d5fa3",
            "#9c5200",
            "#5a6670",
            "#dbe4ec",
            **_bar("#f1efe9", "#1f5582", "#4a5661"),
            **_cursor("#1f5582", "#fbfaf7"),
            **_scrollbar("#6f889f", "#fbfaf7"),
        ),
    )


def _high_contrast() -> Theme:
    return Theme(
        name="high-contrast",
        primary="#ffffff",
        secondary="#ffffff",
        accent="#ffff66",
        warning="#ffff66",
        error="#ff9d8a",
        success="#9dff9d",
        foreground="#ffffff",
        background="#000000",
        surface="#000000",
        panel="#2a2a2a",
        dark=True,
        text_alpha=1.0,
        variables=_own(
            "#8ecbff",
            "#ffc078",
            "#e0e0e0",
            "#404040",
            **_bar("#2a2a2a", "#ffff66", "#ffffff"),
            **_cursor("#ffff66", "#000000"),
        ),
    )


def _terminal() -> Theme:
    return Theme(
        name=OWN,
        primary="ansi_bright_blue",
        secondary="ansi_default",
        accent="ansi_bright_blue",
        warning="ansi_yellow",
        error="ansi_red",
        success="ansi_green",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        dark=True,
        ansi=True,
        variables=BUILTIN_THEMES["ansi-dark"].variables
        | _own("ansi_bright_blue", "ansi_yellow", "ansi_default", "ansi_default")
        | _bar("ansi_default", "ansi_bright_blue", "ansi_default")
        | {"row-cursor-style": "bold reverse"}
        | _cursor("ansi_white", "ansi_black"),
    )


OWN = "terminal"

NAMES = {
    "calm-dark": "dark",
    "calm-light": "light",
    "high-contrast": "high contrast",
    OWN: "your terminal's own colours",
}
"""The sets of colours as they are called."""


def names(*, no_color: bool) -> tuple[str, ...]:
    """The sets that can be shown; the terminal's own needs its colours, and is black on black without."""
    return tuple(name for name in NAMES if not (no_color and name == OWN))


def known(name: str, *, no_color: bool = False) -> str:
    """A set of colours by its name; the usual one where there is none of that name, or it can't be shown."""
    return name if name in names(no_color=no_color) else DEFAULT


def after(name: str, *, no_color: bool = False) -> str:
    """The next set of colours; the first one after the last, and after an unknown one."""
    there = names(no_color=no_color)
    return there[(there.index(name) + 1) % len(there)] if name in there else there[0]


def _bar(background: str, key: str, title: str) -> dict[str, str]:
    return {
        "footer-background": background,
        "footer-key-foreground": key,
        "footer-key-background": background,
        "footer-description-foreground": title,
        "footer-description-background": background,
    }


def _scrollbar(thumb: str, ground: str) -> dict[str, str]:
    """A thumb that is seen: it may be all that says how much of a page is below."""
    thumbs = dict.fromkeys(("scrollbar", "scrollbar-hover", "scrollbar-active"), thumb)
    grounds = ("scrollbar-background", "scrollbar-background-hover", "scrollbar-background-active")
    return thumbs | dict.fromkeys(grounds, ground)


def _cursor(background: str, foreground: str) -> dict[str, str]:
    return {
        "block-cursor-background": background,
        "block-cursor-foreground": foreground,
        "block-cursor-text-style": "bold",
        "input-cursor-background": background,
        "input-cursor-foreground": foreground,
    }
