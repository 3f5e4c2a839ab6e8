"""One server for all tests of the queue of proposals: to start one takes as long as ten of them."""

from collections.abc import Iterator

import pytest

from tests.served.browser.reviewing import reviewed_server, take_back
from tests.served.conftest import Served


@pytest.fixture(scope="session")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, dict[str, str]]]:
    """A server whose proposals these tests decide on, and the tokens of its editors by name."""
    with reviewed_server(tmp_path_factory) as given:
        yield given


@pytest.fixture(scope="module")
def reviewable(reviewed: tuple[Served, dict[str, str]]) -> tuple[Served, dict[str, str]]:
    """The same, with each alignment as the seeds have it; only the trail says what other files did."""
    take_back(*reviewed)
    return reviewed
