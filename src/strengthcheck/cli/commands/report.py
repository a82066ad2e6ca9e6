"""`strengthcheck report`: the page for the doctor."""

from pathlib import Path

from strengthcheck.cli.call import Call
from strengthcheck.exchange.refused import Refused
from strengthcheck.exchange.validate import no_test_called
from strengthcheck.host.files import write_private
from strengthcheck.host.settings import SettingsFile
from strengthcheck.services.reporting import page_for_doctor, pdf_for_doctor
from strengthcheck.services.workspace import open_workspace
from strengthcheck.views.doctor_page import PageChoices
from strengthcheck.views.page_holds import missing_words, page_holds


def run(call: Call) -> int:
    """Say what the file will hold, then write it, whole or not at all."""
    args = call.args
    choices = PageChoices(
        today=args.as_of or call.clock.now().date(),
        since=args.since,
        until=args.until,
        protocols=tuple(args.protocol or ()),
        full=args.full,
        **dict.fromkeys(args.with_, True),
    )
    if choices.since and choices.until and choices.since > choices.until:
        call.output.tell(f"strengthcheck: --since {choices.since} is after --until {choices.until}.")
        return 2
    with open_workspace(call.data_dir, call.environ, call.clock, read_only=True) as ws:
        known = ws.known()
        for name in choices.protocols:
            if known.find(name) is None:
                raise Refused(no_test_called(name, known.ids))
        page = page_for_doctor(ws, choices, unseal=args.unseal)
        paper = args.paper or SettingsFile(lambda: ws.folders).read().paper
    for told in page_holds(page, choices):
        call.output.tell(told)
    built = pdf_for_doctor(page, paper, choices.today)
    if built.missing:
        call.output.tell(missing_words(built.missing))
    write_private(Path(args.output).absolute(), built.pdf, force=args.force)
    call.output.say(f"written {args.output}")
    return 0
