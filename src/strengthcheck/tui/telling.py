"""How what stands in the way of a wish becomes a line on its page."""

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from strengthcheck.tui.desk import Told


class Telling(Protocol):
    """What has a line to say things in: every page."""

    def tell(self, text: str, *, trouble: bool = False) -> None:
        """Say in the status line what is going on."""


S = TypeVar("S", bound=Telling)
P = ParamSpec("P")
Doing = Callable[Concatenate[S, P], Coroutine[Any, Any, None]]


def told(doing: Doing[S, P]) -> Doing[S, P]:
    """A doing of a page; where the desk tells of trouble, it says so there and goes no further."""

    @wraps(doing)
    async def telling(self: S, /, *args: P.args, **kwargs: P.kwargs) -> None:
        try:
            await doing(self, *args, **kwargs)
        except Told as e:
            self.tell(str(e), trouble=True)

    return telling
