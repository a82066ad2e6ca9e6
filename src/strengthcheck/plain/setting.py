"""Settings in lines, and what is done with the record's own files."""

from strengthcheck.guide.entering import NotAValue
from strengthcheck.host.settings import other_paper
from strengthcheck.plain.desk import Desk
from strengthcheck.plain.questions import answer_of, is_sure
from strengthcheck.services.importing import join, look_into
from strengthcheck.services.plan import seal_until
from strengthcheck.services.seal import sealed_until
from strengthcheck.services.setting import around_settings, set_region, settings_facts
from strengthcheck.services.upkeep import backup
from strengthcheck.views.sealed import UNTIL_VISIT, seal_question, sure_question, typed_seal
from strengthcheck.views.settings_page import (
    LEAD,
    Name,
    SettingsFacts,
    backed_up_words,
    counts_question,
    import_lead,
    joined_words,
    nothing_new_words,
    place_words,
    region_named,
    region_question,
    settings_rows,
    typed_countdown,
)

HERE: frozenset[Name] = frozenset(
    {"tones", "countdown", "paper", "plain", "region", "seal", "import", "backup"}
)
"""What can be set here; a backup is put back by `strengthcheck restore`, with the app closed."""


PUT_BACK = "To put a backup back: leave here, then type strengthcheck restore and the file."


def settings(desk: Desk) -> None:
    """One line a setting; its letter changes it."""
    talk = desk.talk
    talk.say("Settings", LEAD)
    while True:
        facts = _facts(desk)
        rows = [r for r in settings_rows(facts) if r.name in HERE]
        options = [(r.key, f"{r.label}: {r.hint}" if r.hint else r.label) for r in rows]
        key = talk.choose(
            "A letter; ? says where the record lies; b goes back",
            options,
            more=(*place_words(facts), PUT_BACK),
        )
        _do(desk, next(r.name for r in rows if r.key == key))


def _do(desk: Desk, name: Name) -> None:
    kept = desk.settings.read()
    match name:
        case "tones":
            sound = kept.sound._replace(sound=not kept.sound.sound)
            desk.talk.say(desk.settings.write(kept._replace(sound=sound)) or "From the next start on.")
        case "paper":
            desk.talk.say(desk.settings.write(kept._replace(paper=other_paper(kept.paper))) or "")
        case "plain":
            desk.talk.say(desk.settings.write(kept._replace(plain=not kept.plain)) or "")
        case "countdown":
            _countdown(desk)
        case "region":
            region = around_settings(desk.ws).region
            set_region(desk.ws, region_named(answer_of(desk.talk, region_question(region))))
        case "seal":
            _seal(desk)
        case "import":
            _import(desk)
        case "backup":
            made = backup(desk.ws, None)
            desk.talk.say(backed_up_words(str(made.path), made.size), PUT_BACK)


def _facts(desk: Desk) -> SettingsFacts:
    kept = desk.settings.read()
    return settings_facts(kept, around_settings(desk.ws), kept.theme)


def _countdown(desk: Desk) -> None:
    while True:
        typed = desk.talk.text("Seconds, 3 to 20; Enter for ten the first time, then five")
        try:
            seconds = typed_countdown(typed)
        except NotAValue as e:
            desk.talk.say(str(e), apart=False)
            continue
        desk.talk.say(desk.settings.write(desk.settings.read()._replace(countdown=seconds)) or "")
        return


def _import(desk: Desk) -> None:
    """First it is only counted, then asked."""
    talk = desk.talk
    talk.say(*import_lead())

    def tell(words: str) -> None:
        talk.say(words, apart=False)

    looked = look_into(desk.ws, talk.text("Where is the file?"), tell)
    new, same, changed = looked.counts
    if not new and not changed:
        talk.say(nothing_new_words(same))
    elif answer_of(talk, counts_question(new, same, changed)) == "yes":
        done = join(desk.ws, looked, tell)
        talk.say(joined_words(done.new, done.changed))


def _seal(desk: Desk) -> None:
    """Results sealed until a date or a visit, or shown again."""
    today = desk.clock.now().date()
    match answer_of(desk.talk, seal_question(sealed_until(desk.ws), today), enter=True):
        case "visit" if is_sure(desk.talk, sure_question()):
            seal_until(desk.ws, UNTIL_VISIT)
        case "open":
            seal_until(desk.ws, None)
        case "date":
            seal_until(desk.ws, typed_seal(desk.talk.text("Until which day?"), today))
