"""Records some checks, each again when another process was in the way. Run by the tests as a program."""

import sys
from pathlib import Path

from strengthcheck.store import Store, StoreBusy
from tests.store.given import TEXT, first, given


def main() -> None:
    folder, start, count = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    sys.stdin.readline()  # all start together
    with Store.open(folder) as store:
        for n in range(start, start + count):
            revision = first(n)
            while True:
                try:
                    store.record(given(revision), [TEXT], revision)
                    break
                except StoreBusy:
                    print("busy", flush=True)
            print(f"saved {n}", flush=True)


if __name__ == "__main__":
    main()
