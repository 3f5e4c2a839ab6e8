"""The page at `/` in a real browser: the examples in its tabs, in both languages, wide and narrow, nothing from outside.

On one engine: the page is made of files.
"""

import os
import re
import shutil
import subprocess

import httpx
import pytest

from tests.served.conftest import on_one_engine

pytestmark = on_one_engine
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-quic",
)


def rendered(url: str, width: int, folder) -> str:
    if BROWSER is None:
        if os.environ.get("CI"):
            pytest.fail("no browser; .ci/run installs chromium")
        pytest.skip("no chromium on this machine")
    command = [
        BROWSER,
        *QUIET,
        f"--user-data-dir={folder}",
        f"--window-size={width},900",
        "--virtual-time-budget=15000",
        "--dump-dom",
        url,
    ]
    return subprocess.run(command, capture_output=True, text=True, timeout=90, check=True).stdout


@pytest.mark.parametrize(("language", "title"), [("zh", "1+X 图谱"), ("en", "1+X graph")])
@pytest.mark.parametrize("width", [1400, 500])
def test_the_page_shows_the_examples(served, tmp_path, language, title, width):
    page = rendered(f"{served.url}/?lang={language}", width, tmp_path)

    assert f"<h1>{title}</h1>" in page
    for name in ("HowTheyFit", "WhatAStandardRequires", "Search"):
        assert name in page


def test_the_page_may_load_nothing_from_elsewhere(served):
    page = httpx.get(f"{served.url}/")

    assert "default-src 'self'" in page.headers["content-security-policy"]
    assert re.findall(r"(?:src|href)=\"(?!/|data:)", page.text) == []
    for path in re.findall(r"(?:src|href)=\"(/[^\"]+)", page.text):
        assert httpx.get(f"{served.url}{path}").status_code == 200
