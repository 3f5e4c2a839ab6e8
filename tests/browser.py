"""A real browser: Debian's Chromium, driven by Playwright. Where there is none a test is skipped, and fails in CI.

The shell is the same engine without windows, profiles and extensions: to open and show a page takes a third of the
processor.
"""

import contextlib
import os
import shutil
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, async_playwright

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
# It looks nothing up and fetches nothing of its own.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    # The pages of a context share a process: to start one takes as long as to show a page.
    "--disable-site-isolation-trials",
    "--renderer-process-limit=1",
)


def require_chromium() -> str:
    """Give the path of the browser."""
    if CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("no browser; .ci/run installs one")
        pytest.skip("no chromium on this machine")
    return CHROMIUM


@contextlib.asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Start the browser without a window."""
    path = require_chromium()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=list(QUIET))
        try:
            yield browser
        finally:
            await browser.close()
