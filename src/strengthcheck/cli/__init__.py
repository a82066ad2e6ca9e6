"""The command line. Light to import: what a command needs is loaded when it is called."""

from strengthcheck.cli.program import main

__all__ = ["main"]
