"""Works on a record until it is killed, and says what it has finished. Run by the tests as a program.

Reads a job, a data folder and a number a line; for each it forks a process that does the job, so that
a hundred kills need not start Python a hundred times, and says that process's number first.
"""

import os
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

from strengthcheck.model.entry import Revision
from strengthcheck.store import Store, backup, restore
from tests.store.given import NOW, TEXT, first, given

BATCH = 40


def a_save(n: int) -> Revision:
    return first(n, "x" * (n % 5) * 3000)


def a_batch(n: int) -> list[Revision]:
    return [first(1000 * n + i, "x" * 500) for i in range(BATCH)]


def record(folder: Path, start: int) -> Iterator[str]:
    with Store.open(folder) as store:
        for n in count(start):
            revision = a_save(n)
            if store.record(given(revision), [TEXT], revision):
                yield str(n)


def merge(folder: Path, start: int) -> Iterator[str]:
    batches = [a_batch(n) for n in range(start, start + 20)]
    with Store.open(folder) as store:
        for n, batch in enumerate(batches, start):
            store.merge(batch, [TEXT])
            yield str(n)


def back_up(folder: Path, start: int) -> Iterator[str]:
    with Store.open(folder) as store:
        for n in count(start):
            backup(store, folder / "out" / "copy.db", now=NOW, overwrite=True)
            yield str(n)


def put_back(folder: Path, start: int) -> Iterator[str]:
    for n in count(start):
        restore(folder, folder / "from" / f"{n % 2}.db", now=NOW)
        yield str(n)


JOBS: dict[str, Callable[[Path, int], Iterator[str]]] = {
    "record": record,
    "merge": merge,
    "backup": back_up,
    "restore": put_back,
}


def say(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def main() -> None:
    for line in sys.stdin:
        job, start, folder = line.rstrip("\n").split(" ", 2)
        child = os.fork()
        if child == 0:
            for done in JOBS[job](Path(folder), int(start)):
                say(f"done {done}")
            os._exit(0)
        say(f"started {child}")
        os.waitpid(child, 0)
        say("ended")


if __name__ == "__main__":
    main()
