"""What can be typed: commands and options, and which function answers each."""

import argparse
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple, NoReturn

from strengthcheck import __version__

_HERE = "strengthcheck.cli.commands"

_ABOUT = """\
A calm, standardised strength check at home: left beside right, now beside
then. Without a command the app opens. Everything stays on this computer.
"""

_MORE = """\
strengthcheck COMMAND --help tells more about one command.
Exit status: 0 done, 1 refused or something wrong found, 2 wrong usage.
"""

Printer = Callable[[str, object], None]


class _Command(NamedTuple):
    """One command: its name, who answers it as `module:function`, one line of help, and its own arguments."""

    name: str
    target: str
    about: str
    arguments: Callable[[argparse.ArgumentParser], None]
    group: "tuple[_Command, ...]" = ()
    """The commands under it, for a name that is none by itself."""


class _Parser(argparse.ArgumentParser):
    """argparse, with its messages in our words and through our printing."""

    printer: Printer

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.color = False  # Python 3.14 would colour help by escape sequences, which we never print

    def _print_message(self, message: str, file: object = None) -> None:
        self.printer(message, file)

    def error(self, message: str) -> NoReturn:
        """Say what was typed wrong, and exit with 2."""
        self.exit(2, f"{self.prog}: {message}\nTo see what can be typed: {self.prog} --help\n")


def build_parser(printer: Printer) -> argparse.ArgumentParser:
    """The whole command line. `printer` writes a text for people to a stream."""

    class Parser(_Parser):
        """The parser that prints by the given printer, subcommands too."""

    Parser.printer = staticmethod(printer)
    parser = Parser(
        prog="strengthcheck",
        description=_ABOUT,
        epilog=_MORE,
        parents=[_common()],
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"strengthcheck {__version__}")
    parser.set_defaults(target=f"{_HERE}.app:home", data_dir=None, plain=False)
    groups: list[tuple[argparse.ArgumentParser, tuple[_Command, ...]]] = [(parser, _COMMANDS)]
    while groups:
        under, commands = groups.pop()
        shelf = under.add_subparsers(title="commands", metavar="COMMAND", required=under is not parser)
        for command in commands:
            one = _add(shelf, command)
            if command.group:
                groups.append((one, command.group))
            else:
                one.set_defaults(target=command.target)
    return parser


def _add(
    shelf: "argparse._SubParsersAction[argparse.ArgumentParser]", command: _Command
) -> argparse.ArgumentParser:
    one = shelf.add_parser(
        command.name,
        help=command.about,
        description=f"{command.about[:1].upper()}{command.about[1:]}.",
        parents=[_common()],
        allow_abbrev=False,
    )
    command.arguments(one)
    return one


def _common() -> argparse.ArgumentParser:
    """Options that stand before or after a command; a new set each time.

    Without defaults, so that the later place undoes no earlier one; not shared, because `set_defaults` on one
    parser writes into the options that it shares with others.
    """
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument(
        "--data-dir",
        metavar="DIR",
        help="the folder of the record (else $STRENGTHCHECK_DATA_DIR, else the system's place for it)",
    )
    common.add_argument(
        "--plain",
        action="store_true",
        help="lines and questions instead of the full screen (else $STRENGTHCHECK_PLAIN, else the setting)",
    )
    return common


def _nothing(_: argparse.ArgumentParser) -> None:
    """No arguments of its own."""


def _check(p: argparse.ArgumentParser) -> None:
    p.add_argument("protocols", nargs="*", metavar="PROTOCOL", help="the tests to do (else they are chosen)")


def _demo(p: argparse.ArgumentParser) -> None:
    names = ("steady", "came-back", "lasting-loss")
    p.add_argument("name", nargs="?", choices=names, default="came-back", help="which year (else came-back)")
    p.add_argument("--write", metavar="DIR", help="only write the year's record into this empty folder")


def _record(p: argparse.ArgumentParser) -> None:
    p.add_argument("file", metavar="FILE", help="a JSON file, or - for standard input")
    p.add_argument("--lines", action="store_true", help="one check a line, each saved before it is named")


def _history(p: argparse.ArgumentParser) -> None:
    p.add_argument("--format", choices=("text", "json"), default="text", help="lines to read, or data")
    p.add_argument("--as-of", metavar="DATE", type=_day, help="as it stood on this day, such as 2026-11-23")


def _report(p: argparse.ArgumentParser) -> None:
    p.add_argument("-o", "--output", metavar="FILE", required=True, help="where to, such as visit.pdf")
    p.add_argument("--since", metavar="DATE", type=_day, help="from this day on (else from the first check)")
    p.add_argument("--until", metavar="DATE", type=_day, help="up to this day (else up to today)")
    p.add_argument("--protocol", metavar="ID", action="append", help="this test only; may stand again")
    what = f"what else to print, with commas between, or again: {', '.join(_WITH)} (else none of these)"
    p.add_argument("--with", metavar="WHAT", dest="with_", type=_with, action="extend", default=[], help=what)
    paper = "the paper's size (else the one chosen in Settings, at first a4)"
    p.add_argument("--paper", choices=("a4", "letter"), help=paper)
    p.add_argument("--full", action="store_true", help="every trial, the method and the tests from page 2 on")
    p.add_argument("--as-of", metavar="DATE", type=_day, help="as it stood on this day, such as 2026-11-23")
    p.add_argument("--force", action="store_true", help="replace the file if it is there")
    _unseal(p)


def _unseal(p: argparse.ArgumentParser) -> None:
    p.add_argument("--unseal", action="store_true", help="write values though results are sealed")


def _compare(p: argparse.ArgumentParser) -> None:
    p.add_argument("--format", choices=("text", "json"), default="text", help="lines to read, or data")
    p.add_argument("--protocol", metavar="ID", help="this test alone")
    p.add_argument("--as-of", metavar="DATE", type=_day, help="as it stood on this day, such as 2026-11-23")


def _export(p: argparse.ArgumentParser) -> None:
    kinds = "json holds all of the record; csv a row for each value; fhir a document for other systems"
    p.add_argument("--format", choices=("json", "csv", "fhir"), default="json", help=kinds)
    p.add_argument("-o", "--output", metavar="FILE", required=True, help="where to, or - for standard output")
    p.add_argument("--force", action="store_true", help="replace the file if it is there")
    _unseal(p)


def _import(p: argparse.ArgumentParser) -> None:
    p.add_argument("file", metavar="FILE", help="a JSON export, or - for standard input")
    p.add_argument("--dry-run", action="store_true", help="only say what would be new")


def _backup(p: argparse.ArgumentParser) -> None:
    p.add_argument("-o", "--output", metavar="FILE", help="where to (else among the backups)")


def _one_file(p: argparse.ArgumentParser) -> None:
    p.add_argument("file", metavar="FILE")


def _one_id(p: argparse.ArgumentParser) -> None:
    p.add_argument("id", metavar="ID", help="the test's id, such as grip-device")


_WITH = ("notes", "context", "worry", "name")


def _with(text: str) -> tuple[str, ...]:
    named = tuple(part.strip() for part in text.split(","))
    unknown = next((n for n in named if n not in _WITH), None)
    if unknown is not None:
        raise argparse.ArgumentTypeError(f"{unknown!r} is none of {', '.join(_WITH)}")
    return named


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date; write it like 2026-11-23") from None


_PROTOCOLS = (
    _Command("list", f"{_HERE}.protocols:list_", "list the tests", _nothing),
    _Command("show", f"{_HERE}.protocols:show", "show one test in full", _one_id),
    _Command("validate", f"{_HERE}.protocols:validate", "say what is wrong with a file", _one_file),
    _Command("schema", f"{_HERE}.protocols:schema", "JSON Schema of a test's file", _nothing),
)

_SCHEMAS = (
    _Command("check", f"{_HERE}.schema:check", "JSON Schema of one check", _nothing),
    _Command("export", f"{_HERE}.schema:export", "JSON Schema of an export", _nothing),
)

_COMMANDS = (
    _Command("check", f"{_HERE}.app:check", "go straight into a guided check", _check),
    _Command("demo", f"{_HERE}.app:demo", "look at a made-up year; your own data is not touched", _demo),
    _Command("record", f"{_HERE}.record:run", "save one check from JSON", _record),
    _Command("compare", f"{_HERE}.compare:run", "left beside right, now beside then", _compare),
    _Command("history", f"{_HERE}.history:run", "list the checks, newest first", _history),
    _Command("report", f"{_HERE}.report:run", "write the page for the doctor", _report),
    _Command("export", f"{_HERE}.transfer:export", "write the whole record to a file", _export),
    _Command("import", f"{_HERE}.transfer:import_", "join an export to the record", _import),
    _Command("backup", f"{_HERE}.upkeep:backup", "make a copy of the record, and check it", _backup),
    _Command("restore", f"{_HERE}.upkeep:restore", "put a backup back, keeping what it replaces", _one_file),
    _Command("verify", f"{_HERE}.upkeep:verify", "check that the record is whole; changes nothing", _nothing),
    _Command("protocols", "", "the tests: list, show, validate, schema", _nothing, _PROTOCOLS),
    _Command("schema", "", "JSON Schema of the files: check, export", _nothing, _SCHEMAS),
    _Command("where", f"{_HERE}.upkeep:where", "the folders and files in use", _nothing),
)
