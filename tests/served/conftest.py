"""The product as a user runs it, on each engine: ``oneplusx serve`` and a graph of the national seeds.

``served`` finds the seeds loaded, since its tests only read; the servers of ``test_life`` load them themselves.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from playwright.async_api import Browser

from graph.connection.address import GraphAddress
from graph.engine.bolt_probe import free_ports
from tests.browser import chromium
from tests.conftest import ENGINES, on_engines, settings_of

# For what a server answers without its graph, or in the same way whatever its graph says.
on_one_engine = on_engines(ENGINES[0])

# What the server with trusted documents runs.
MAJOR = "query Major($code: String!) {\n  major(code: $code) { name }\n}\n"
CHANGE = 'mutation Close { closeReview(input: {subject: "a", requirement: "b", conclusion: "c", ground: SYLLABUS}) { review { id } } }\n'


@dataclass
class Served:
    """A running server: its address, folder, process, and what it printed."""

    url: str
    folder: Path
    process: subprocess.Popen[bytes]
    log: Path

    def ask(self, query: str, variables: dict | None = None, **headers: str) -> dict:
        """Send an operation and give the decoded answer."""
        body = {"query": query, "variables": variables or {}}
        return httpx.post(f"{self.url}/graphql", json=body, headers=headers, timeout=30).json()


ONEPLUSX = (str(Path(sys.executable).with_name("oneplusx")),)


def start_server(
    folder: Path, *arguments: str, is_up: str = "/readyz", program: Sequence[str] = ONEPLUSX, **settings: str
) -> Served:
    """Start ``oneplusx serve`` in a folder of its own and wait until it answers 200 there."""
    host = settings.get("ONEPLUSX_HOST", "127.0.0.1")
    # A port that the kernel hands out to callers could be theirs before this server listens, or listens again.
    port = free_ports(1)[0]
    log = folder / "serve.log"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("ONEPLUSX_")},
        "ONEPLUSX_PORT": str(port),
        "ONEPLUSX_DATA_DIR": str(folder / "var"),
        **settings,
    }
    command = [*program, "serve", *arguments]
    with log.open("ab") as output:
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
    served = Served(f"http://{host}:{port}", folder, process, log)
    try:
        wait_ready(served, is_up)
    except BaseException:
        stop_server(served)
        raise
    return served


def wait_ready(served: Served, is_up: str = "/readyz", within_s: float = 300) -> None:
    """Wait for ``/readyz``, or another address of health."""
    end = time.monotonic() + within_s
    while time.monotonic() < end:
        if served.process.poll() is not None:
            raise AssertionError(f"the server ended: {served.log.read_text()}")
        try:
            if httpx.get(f"{served.url}{is_up}", timeout=5).status_code == 200:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.1)
    raise AssertionError(f"the server is not ready: {served.log.read_text()}")


def stop_server(served: Served) -> None:
    """Stop a server as a supervisor does; it says of no error meanwhile."""
    before = served.log.stat().st_size
    served.process.send_signal(signal.SIGTERM)
    served.process.wait(30)
    said = served.log.read_bytes()[before:].decode()
    assert "Traceback" not in said, said


@pytest.fixture(scope="session")
def served(national_address: GraphAddress, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for all tests that only read."""
    running = start_server(tmp_path_factory.mktemp("served"), **settings_of(national_address))
    yield running
    stop_server(running)


@pytest.fixture(scope="session")
def trusting(national_address: GraphAddress, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A second server at the same graph: it runs two documents only, and shows metrics."""
    folder = tmp_path_factory.mktemp("trusting")
    documents = folder / "documents" / "below"
    documents.mkdir(parents=True)
    (documents / "major.graphql").write_text(MAJOR)
    (documents / "close.graphql").write_text(CHANGE)
    settings = {
        **settings_of(national_address),
        "ONEPLUSX_TRUSTED_DOCUMENTS": str(documents.parent),
        "ONEPLUSX_METRICS": "true",
    }
    running = start_server(folder, **settings)
    yield running
    stop_server(running)


@pytest.fixture(scope="session")
async def running_browser() -> AsyncIterator[Browser]:
    """One browser for all tests of this process: to start one takes longer than most of them.

    Its first context has a page that stays empty, so that the process which shows pages stays too.
    """
    async with chromium() as running:
        await (await running.new_context(locale="zh-CN")).new_page()
        yield running


@pytest.fixture
async def browser(running_browser: Browser) -> AsyncIterator[Browser]:
    """The browser without a page. What a test opens is closed, and its first context, which stays, forgets the test."""
    yield running_browser
    kept, *others = running_browser.contexts
    for each in (*kept.pages[1:], *others):
        await each.close()
    await kept.clear_cookies()
    await kept.clear_permissions()
