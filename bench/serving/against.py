"""Our server compared with that of another checkout, such as an older one: ``python -m bench.serving.against FOLDER``.

Both serve the national seeds of their own tree, uncached. Each request goes to one and then to the other, so that a
busy machine slows both. Printed are the medians of the whole request at the client, in ms, and their ratio.
"""

import json
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx

from bench.__main__ import LOOK_UP, PAGE, SEARCHES
from bench.serving.processes import await_answer, running
from graph.engine.bolt_probe import free_ports

SEARCH = "query ($t: String!) { search(text: $t, first: 20) { score matchedText node { id displayName } } }"
ROUNDS = 300
Asked = tuple[str, list[dict[str, Any]]]


def main() -> None:
    """Compare, and print a line for each request."""
    other, ours = Path(sys.argv[1]).resolve(), Path(__file__).resolve().parents[2]
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack, httpx.Client(timeout=60) as client:
        urls = [stack.enter_context(_serving(tree, Path(name) / tree.name)) for tree in (other, ours)]
        print(f"{'':52}{'other':>8}{'ours':>8}{'ratio':>7}")
        for what, (query, variables) in _requests(other).items():
            times = _times(client, urls, query, variables)
            if times:
                theirs_ms, ours_ms = (statistics.median(each) for each in times)
                print(f"{what:52}{theirs_ms:8.2f}{ours_ms:8.2f}{ours_ms / theirs_ms:7.2f}", flush=True)


def _requests(tree: Path) -> dict[str, Asked]:
    """Give what a dashboard asks all day, and the example questions of this tree."""
    found: dict[str, Asked] = {
        "search": (SEARCH, [{"t": each} for each in SEARCHES]),
        "look-up": (LOOK_UP, [{"code": "510203"}]),
        "page of 20": (PAGE, [{"after": None}]),
        "1,000 courses": ("{ courses(first: 1000) { nodes { id name sequence } } }", [{}]),
    }
    for path in sorted((tree / "docs" / "queries").glob("*.graphql")):
        text = path.read_text(encoding="utf-8")
        found[path.stem] = (text, [json.loads(re.findall(r"(?m)^# variables: (.*)", text)[0])])
    return found


@contextmanager
def _serving(tree: Path, folder: Path) -> Iterator[str]:
    folder.mkdir()
    port = str(free_ports(1)[0])
    command, url = [str(tree / ".venv" / "bin" / "oneplusx"), "serve"], f"http://127.0.0.1:{port}"
    settings = {"ONEPLUSX_PORT": port, "ONEPLUSX_CACHE_BYTES": "0"}
    with running(command, folder / "serve.log", settings, folder) as process:
        await_answer(f"{url}/readyz", process, folder / "serve.log")
        yield url


def _times(client: httpx.Client, urls: list[str], query: str, variables: list[dict[str, Any]]) -> list[list[float]]:
    """Ask one server and the other in turns, milliseconds of each; nothing where one does not know the question."""
    found: list[list[float]] = [[] for _ in urls]
    for turn in range(ROUNDS + 20):
        for url, times in zip(urls, found, strict=True):
            began = time.perf_counter()
            given = {"query": query, "variables": variables[turn % len(variables)]}
            answer = client.post(f"{url}/graphql", json=given).json()
            times.append((time.perf_counter() - began) * 1e3)
            if "errors" in answer:
                return []
    return [each[20:] for each in found]


if __name__ == "__main__":
    main()
