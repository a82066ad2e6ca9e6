"""Records checks until it is killed, and says of each when it is saved. Run by the tests as a program.

Reads a data folder and a first number a line; for each it forks a process that does the recording, so that
a hundred kills need not start Python a hundred times, and tells its number first.
"""

import os
import sys
from pathlib import Path

from strengthcheck.store import Store
from tests.store.given import TEXT, first, given


def record_on_and_on(folder: Path, start: int) -> None:
    with Store.open(folder) as store:
        for n in range(start, start + 1000):
            revision = first(n, "x" * (n % 5) * 3000)
            if store.record(given(revision), [TEXT], revision):
                say(f"saved {n} {revision.id}")


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def main() -> None:
    for line in sys.stdin:
        folder, start = line.rstrip("\n").rsplit(" ", 1)
        child = os.fork()
        if child == 0:
            record_on_and_on(Path(folder), int(start))
            os._exit(0)
        say(f"started {child}")
        os.waitpid(child, 0)
        say("ended")


if __name__ == "__main__":
    main()
