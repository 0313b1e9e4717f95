"""Options of the whole test run."""

import pytest
from hypothesis import settings

settings.register_profile("long", print_blob=True)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--renew-golden", action="store_true", help="write the golden listings anew, on purpose")


@pytest.fixture
def renew_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--renew-golden"))
