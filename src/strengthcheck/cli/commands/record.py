"""`strengthcheck record`: saves one check, or one a line."""

from collections.abc import Iterator
from contextlib import contextmanager

from strengthcheck.cli.call import Call
from strengthcheck.cli.reading import named, read_lines, read_text
from strengthcheck.exchange.checks import read_check
from strengthcheck.exchange.known import KnownProtocols
from strengthcheck.exchange.refused import of_it
from strengthcheck.exchange.strict import MOST_CHECK, decoded
from strengthcheck.services.recording import Saved, record_check, save_check
from strengthcheck.services.trouble import Refused, StoreError, StoreRefused
from strengthcheck.services.upkeep import before_changing
from strengthcheck.services.workspace import Workspace, open_workspace


def run(call: Call) -> int:
    """Save the check of a file, or each line's; an id is named only once its check is durable."""
    return _lines(call) if call.args.lines else _one(call)


def _one(call: Call) -> int:
    file = call.args.file
    text = read_text(file, call.input, most=MOST_CHECK)
    try:
        check = read_check(text)
        with _opened(call) as ws:
            saved = save_check(ws, check)
    except Refused as e:
        raise Refused(f"{named(file)} was not saved: {of_it(e)}") from e
    call.output.say(f"saved {saved.id}")
    return 0


def _lines(call: Call) -> int:
    saved = wrong = 0
    with _opened(call) as ws:
        known = ws.known()
        for number, line in read_lines(call.args.file, call.input):
            if line is not None and not line.strip():
                continue
            try:
                done = _line(ws, line, known)
            except (Refused, StoreRefused) as e:
                wrong += 1
                call.output.tell(f"line {number} was not saved: {of_it(e)}")
                continue
            except StoreError as e:  # no fault of the line's, and the next would fare no better
                return _stopped(call, number, saved, e)
            call.output.say(f"saved {done.id}")
            saved += 1
    if wrong:
        call.output.tell(
            f"strengthcheck: {saved} saved, {wrong} not saved. Correct those lines and send them again."
        )
        return 1
    return 0


def _stopped(call: Call, number: int, saved: int, error: StoreError) -> int:
    """Say what stopped the saving, what of it stands, and where to go on; returns the exit status."""
    stays = "1 was saved before it, and stays" if saved == 1 else f"{saved} were saved before it, and stay"
    parts = (
        f"strengthcheck: line {number} was not saved: {error.happened} {stays}.",
        error.todo,
        f"Then send line {number} and what follows it again.",
    )
    call.output.tell(" ".join(part for part in parts if part))
    return 1


def _line(ws: Workspace, line: bytes | None, known: KnownProtocols) -> Saved:
    if line is None:
        raise Refused(f"it is longer than {MOST_CHECK // (1024 * 1024)} MB")
    return record_check(ws, decoded(line.rstrip(b"\r\n"), most=MOST_CHECK), known=known)


@contextmanager
def _opened(call: Call) -> Iterator[Workspace]:
    """The record, backed up once a day before it is changed, with what a person should know of it said."""
    with open_workspace(call.data_dir, call.environ, call.clock) as ws:
        for warning in (*ws.store.warnings, before_changing(ws)):
            if warning:
                call.output.tell(f"strengthcheck: {warning}")
        yield ws
