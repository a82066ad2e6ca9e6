"""What a page of settings speaks from beside the settings themselves."""

from typing import NamedTuple

from strengthcheck.services.person import profile_of, save_profile
from strengthcheck.services.upkeep import Places, places_in
from strengthcheck.services.workspace import Workspace


class Around(NamedTuple):
    """The country of the emergency number, and the folders in use."""

    region: str | None
    places: Places


def around_settings(ws: Workspace) -> Around:
    """What stands beside the settings now."""
    return Around(profile_of(ws).region, places_in(ws.folders))


def set_region(ws: Workspace, region: str | None) -> None:
    """The country whose emergency number is shown; it is kept with what is known of the person."""
    save_profile(ws, profile_of(ws).model_copy(update={"region": region}), "settings")
