"""`python -m strengthcheck` is the same as `strengthcheck`."""

import sys

from strengthcheck.cli import main

sys.exit(main())
