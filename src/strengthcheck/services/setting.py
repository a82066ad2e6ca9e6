"""What a page of settings speaks from beside the settings themselves."""

from pathlib import Path
from typing import NamedTuple

from strengthcheck.host.settings import Settings
from strengthcheck.services.person import profile_of, save_profile
from strengthcheck.services.seal import sealed_until
from strengthcheck.services.upkeep import Places, places_in
from strengthcheck.services.workspace import Workspace
from strengthcheck.views.sealed import until_words
from strengthcheck.views.settings_page import SettingsFacts, backups_words


class Around(NamedTuple):
    """The country of the emergency number, the folders in use, and the seal."""

    region: str | None
    places: Places
    sealed: str
    """Until when values are sealed, or that they are not."""


def around_settings(ws: Workspace) -> Around:
    """What stands beside the settings now."""
    until = sealed_until(ws)
    sealed = until_words(until, ws.clock.now().date()) if until is not None else "not sealed"
    return Around(profile_of(ws).region, places_in(ws.folders), sealed)


def settings_facts(kept: Settings, around: Around | None, colours: str) -> SettingsFacts:
    """What the page of settings speaks from. `around`: None while it is being read."""
    last = around.places.last_backup if around is not None else None
    return SettingsFacts(
        colours=colours,
        tones=kept.sound.sound,
        voice=kept.sound.voice,
        countdown=kept.countdown,
        paper=kept.paper,
        plain=kept.plain,
        region=around.region if around is not None else None,
        places=tuple((p.what, str(p.path)) for p in around.places.places) if around is not None else (),
        last_backup=f"last: {last.verified_at:%Y-%m-%d}" if last and last.verified_at else "none yet",
        sealed=around.sealed if around is not None else "",
    )


def set_region(ws: Workspace, region: str | None) -> None:
    """The country whose emergency number is shown; it is kept with what is known of the person."""
    save_profile(ws, profile_of(ws).model_copy(update={"region": region}), "settings")


class KnownBackups(NamedTuple):
    """The newest backup, and what is said of all of them."""

    newest: Path | None
    said: str


def known_backups(ws: Workspace) -> KnownBackups:
    """What can be put back without looking for it."""
    found = places_in(ws.folders)
    last = found.last_backup
    made = last.verified_at.date() if last and last.verified_at else None
    said = backups_words(found.backups, str(ws.folders.backups), made, ws.clock.now().date())
    return KnownBackups(last.path if last else None, said)
