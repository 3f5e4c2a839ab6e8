"""A server to which documents are brought, shared by all tests of a process: to start one takes longer than most of them."""

from collections.abc import Iterator

import pytest

from tests.served.browser.reviewing import reviewed_server
from tests.served.conftest import Served


@pytest.fixture(scope="session")
def documented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, dict[str, str]]]:
    """A server whose graph may change, and the tokens of its editors by name.

    Each test that writes has a grade of a plan, or a version of a standard, that no other test has. What looks at the
    whole queue of proposals needs a server of its own.
    """
    with reviewed_server(tmp_path_factory) as given:
        yield given
