"""A page of the explorer in a real browser, and what the browser complains of."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from playwright.async_api import Browser, BrowserContext, Page

from tests.conftest import ROOT
from tests.served.conftest import Served

# What is wider than its place. The row of pages, a matrix, a flow and a plan's table of many columns may be, and scroll.
SPILLED = """() => [...document.querySelectorAll('#root *')].filter(each =>
  each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1 && !(each instanceof SVGElement)
  && getComputedStyle(each).display !== 'inline' && !each.matches('.hidden-text, .top nav, .matrix, .flow, .printed')
  && !(each.matches('.scroll') && each.querySelector('table:not(.stacked)'))
).map(each => `${each.tagName}.${each.className}: ${each.textContent.slice(0, 40)}`)"""
AXE = (ROOT / "tests" / "axe" / "axe.min.js").read_text(encoding="utf-8")


@dataclass
class Opened:
    """A page, and what the browser complains of."""

    page: Page
    url: str
    complaints: list[str] = field(default_factory=list)

    async def show(self, path: str) -> None:
        """Go to an address of the explorer and wait until it is whole."""
        await self.page.goto(self.url + path)
        await self.settle()

    async def settle(self) -> None:
        """Wait until there is a page and nothing in it waits for an answer."""
        await self.page.wait_for_selector("h1", state="attached")
        await self.page.wait_for_selector(".loading, .renewing", state="detached")

    async def problems(self) -> list[str]:
        """Give what the page says went wrong."""
        return await self.page.locator(".problem").all_inner_texts()

    async def violations(self) -> list[tuple[str, str]]:
        """Give the rules of accessibility that the page breaks, each with its first place.

        The page is judged under its policy, as its reader has it. What is right is not described: for a long list that
        takes longer than to judge it.
        """
        await self.page.evaluate(AXE)
        report = await self.page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
        return [(each["id"], each["nodes"][0]["html"]) for each in report["violations"]]

    async def spilled(self) -> list[str]:
        """Give what does not fit into its place."""
        return await self.page.evaluate(SPILLED)

    async def width(self) -> int:
        return await self.page.evaluate("document.documentElement.scrollWidth")


@asynccontextmanager
async def opened(
    browser: Browser, served: Served, width: int = 1440, theme: str = "light", *, apart: bool = False
) -> AsyncIterator[Opened]:
    """Open a page that notes errors, violations of the policy, and requests to elsewhere.

    Only one that is kept apart has a cache of its own, and a clock that it may set.
    """
    context = await browser.new_context() if apart else browser.contexts[0]
    page = await open_page(context, served.url, width)
    await page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    found = Opened(page, served.url)
    await page.add_init_script(
        "document.addEventListener('securitypolicyviolation', each => console.error('policy', each.violatedDirective))"
    )
    page.on("console", lambda each: found.complaints.append(each.text) if each.type == "error" else None)
    page.on("pageerror", lambda error: found.complaints.append(str(error)))
    page.on(
        "request",
        lambda each: None if each.url.startswith((served.url, "blob:")) else found.complaints.append(each.url),
    )
    try:
        yield found
    finally:
        await (context if apart else page).close()


async def open_page(context: BrowserContext, origin: str, width: int) -> Page:
    """Open a page for an origin of which nothing is stored: what a tab had for itself went with the tab."""
    page = await context.new_page()
    await page.set_viewport_size({"width": width, "height": 900})
    session = await context.new_cdp_session(page)
    await session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "local_storage"})
    await session.detach()
    return page


def in_language(path: str, language: str) -> str:
    if language == "zh":
        return path
    return f"{path}{'&' if '?' in path else '?'}lang=en"
