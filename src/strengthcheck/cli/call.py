"""What a command is called with."""

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO

from strengthcheck.cli.output import Output
from strengthcheck.host.clock import Clock


@dataclass(frozen=True)
class Call:
    """One call of a command: what was typed, where its words go, and the world around it."""

    args: Namespace
    output: Output
    input: IO[bytes] | None
    environ: Mapping[str, str]
    clock: Clock

    @property
    def data_dir(self) -> str | None:
        """The data folder that was typed, if one was."""
        typed: str | None = self.args.data_dir
        return typed
