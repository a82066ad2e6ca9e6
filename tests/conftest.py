"""What all tests share: nothing of the machine they run on, and no chance but in the long forms."""

import os

import pytest
from hypothesis import HealthCheck, settings

OF_THE_MACHINE = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES")
"""Settings of somebody's terminal that would change what is painted; and all of our own names."""

settings.register_profile(
    "steady",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
"""The same examples each time, however slow the machine. The long forms draw others."""

settings.register_profile(
    "searching", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the fault tests at their release counts")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("searching" if config.getoption("--long") else "steady")
    for name in [n for n in os.environ if n in OF_THE_MACHINE or n.startswith("STRENGTHCHECK_")]:
        del os.environ[name]


@pytest.fixture(scope="session")
def long(request: pytest.FixtureRequest) -> bool:
    """Whether the long forms were asked for."""
    return bool(request.config.getoption("--long"))
