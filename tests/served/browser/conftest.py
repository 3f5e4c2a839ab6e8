"""A server to which documents are brought, shared by all tests of a process: to start one takes longer than most of them."""

from collections.abc import Iterator

import pytest

from tests.served.browser.reviewing import reviewed_server
from tests.served.conftest import Served


@pytest.fixture(scope="session")
def documented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, dict[str, str]]]:
    """A server whose graph may change, and the tokens of its editors by name.

    Each test that writes has a grade of a plan, or a version of a standard, that no other test has. What looks at the
    whole queue of proposals has the server of `review`.
    """
    with reviewed_server(tmp_path_factory) as given:
        yield given


@pytest.fixture(scope="session")
def writable(documented: tuple[Served, dict[str, str]]) -> tuple[Served, str]:
    """A server whose graph may change, and the token of a reviewer of the college whose plans the tests bring in."""
    server, tokens = documented
    return server, tokens["黄评审"]


@pytest.fixture(scope="module")
def reviewable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, dict[str, str]]]:
    """A server for one module alone, which decides on its proposals, and the tokens of its editors by name."""
    with reviewed_server(tmp_path_factory) as given:
        yield given
