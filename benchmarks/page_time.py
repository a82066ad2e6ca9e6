"""What the page for a doctor costs for ten years of checks, beyond the program's own start.

    python benchmarks/page_time.py [--rounds 5] [--checks 133]

Each round writes the page and prints the version, one after the other, in fresh processes; the median of the
differences is told. Exit 1 when it is a second or more.
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

BAR_SECONDS = 1.0
PROGRAM = (sys.executable, "-m", "strengthcheck")
SIDES = ("left", "right")


def one_check(chance: random.Random, at: datetime) -> dict[str, object]:
    """Six made-up tests, both sides."""

    def trials(name: str, usual: float, scatter: float, count: int) -> list[dict[str, object]]:
        value = {s: round(usual * (1 + chance.gauss(0, scatter)), 1) for s in SIDES}
        return [{"side": s, "values": {name: value[s]}, "effort": 8} for _ in range(count) for s in SIDES]

    rungs = [{"side": s, "values": {"ladder": 3}} for s in SIDES]
    stairs = [{"side": "both", "values": {"ladder": 3, "climb": round(6.4 + chance.gauss(0, 0.3), 1)}}]
    return {
        "started_at": at.isoformat(),
        "results": [
            {"protocol": "grip-device", "object": "made-up device", "trials": trials("force", 32, 0.04, 3)},
            {"protocol": "cap-tightening", "object": "made-up bottle", "trials": rungs},
            {"protocol": "book-pinch-lift", "object": "made-up book", "trials": rungs},
            {"protocol": "heel-toe-walk", "object": "on heels", "trials": rungs},
            {"protocol": "heel-toe-walk", "object": "on toes", "trials": rungs},
            {"protocol": "stairs", "object": "made-up stairs", "trials": stairs},
        ],
    }


def lines(checks: int) -> str:
    """Ten years that end yesterday."""
    chance = random.Random("page")
    end = datetime.now(UTC).replace(microsecond=0) - timedelta(days=1)
    days = (3650 * n / checks for n in range(checks, 0, -1))
    return "\n".join(json.dumps(one_check(chance, end - timedelta(days=d))) for d in days)


def timed(*words: str) -> float:
    """Seconds that one command takes."""
    start = time.monotonic()
    subprocess.run([*PROGRAM, *words], check=True, capture_output=True)
    return time.monotonic() - start


def main() -> int:
    """Print the figures; 1 when the bar is missed."""
    asked = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    asked.add_argument("--rounds", type=int, default=5)
    asked.add_argument("--checks", type=int, default=133)
    args = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        record = (*PROGRAM, "record", "--lines", "-", "--data-dir", folder)
        subprocess.run(record, check=True, capture_output=True, input=lines(args.checks).encode())
        page = ("report", "-o", str(Path(folder) / "page.pdf"), "--force", "--data-dir", folder)
        timed(*page)
        beyond = [timed(*page) - timed("--version") for _ in range(args.rounds)]
    middle = statistics.median(beyond)
    print(f"the page of {args.checks} checks: {middle:.2f} s beyond the start (bar {BAR_SECONDS:.1f} s)")
    print(f"  each round: {', '.join(f'{b:.2f}' for b in beyond)}")
    return int(middle >= BAR_SECONDS)


if __name__ == "__main__":
    raise SystemExit(main())
