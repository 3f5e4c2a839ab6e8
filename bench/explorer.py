"""The explorer in a real browser: when a page first shows something, and how long a change of view takes."""

import asyncio
import json
import os
import shutil
import statistics
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from playwright.async_api import Browser, Page, Route, async_playwright

from bench.serving.processes import served

Figures = dict[str, Any]

TURNS = 5
WINDOW = {"width": 1440, "height": 900}
FIT = "/fit?subject=TeachingStandard:2025:510203&target=Certificate:JavaWeb应用开发"
PAGES = {
    "home": "/",
    "search": "/search?q=软件",
    "catalogue": "/majors",
    "programme": "/majors/2021/510203",
    "certificate": "/certificates/JavaWeb应用开发",
    "fit": FIT,
    "gaps": "/gaps",
    "compare": f"{FIT.replace('/fit?subject', '/compare?a')}&b=TeachingStandard:2025:510201",
    "review": "/review",
}
LEVELS = ("ELEMENTARY", "INTERMEDIATE", "ADVANCED")
STATES = ("COVERED", "PARTLY_COVERED", "UNKNOWN", "NOT_COVERED")
TASK_REQUIREMENTS = 6
AREA_TASKS = 5

FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
# From the key until the view is in the page and the frame that shows it has begun.
SWITCH = """([key, ready]) => new Promise(done => {
  const began = performance.now();
  const look = () => document.querySelector(ready)
    ? requestAnimationFrame(() => done(performance.now() - began)) : requestAnimationFrame(look);
  document.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
  look();
})"""
ROWS = "rows => document.querySelectorAll('.requirements tbody tr:not(.task-row)').length >= rows"
SINCE_START = "new Promise(done => requestAnimationFrame(() => done(performance.now())))"


# The system's, as the tests look for them.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Start the browser of the system, without a window."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield browser
        finally:
            await browser.close()


async def settled(page: Page) -> None:
    """Wait until there is a page, and nothing in it waits for an answer."""
    await page.wait_for_selector("h1", state="attached")
    await page.wait_for_selector(".loading", state="detached")
    await page.wait_for_load_state("networkidle")


async def _median(browser: Browser, measure: Callable[[Page], Awaitable[float]]) -> int:
    """Measure in new windows, whose caches are empty."""
    found = []
    for _ in range(TURNS):
        context = await browser.new_context(viewport=WINDOW, locale="zh-CN")
        found.append(await measure(await context.new_page()))
        await context.close()
    return round(statistics.median(found))


# ---- made-up data


def made_up(courses: int, requirements: int) -> tuple[Figures, Figures]:
    """Give the ends and the coverage of a standard and a certificate that are as large as asked."""
    names = [{"id": f"Course:{at}", "name": f"课程{at}", "module": "CORE"} for at in range(courses)]
    tasks = [_task(at) for at in range(-(-requirements // TASK_REQUIREMENTS))]
    areas = [_area(at, tasks[at : at + AREA_TASKS]) for at in range(0, len(tasks), AREA_TASKS)]
    level = {"level": LEVELS[0], "rank": 1, "requirementCount": requirements, "workAreas": areas}
    subject = {
        "__typename": "TeachingStandard",
        "id": "TeachingStandard:0:0",
        "displayName": "专业",
        "year": 2025,
        "majorCode": "000000",
        "major": None,
        "courses": names,
    }
    standard = {"id": "SkillStandard:0", "version": "1.0", "levels": [level]}
    target = {
        "__typename": "Certificate",
        "id": "Certificate:证书",
        "displayName": "证书",
        "name": "证书",
        "standardCode": None,
        "skillStandards": [standard],
    }
    items = [_item(at, courses) for at in range(requirements)]
    counts = {
        name: sum(each["state"] == state for each in items)
        for name, state in zip(("covered", "partlyCovered", "unknown", "notCovered"), STATES, strict=True)
    }
    page = {"hasNextPage": False, "endCursor": None}
    whole = {"requirements": requirements, **counts, "suggested": 0, "lower": 0, "upper": 1}
    return {"subject": subject, "target": target}, {"coverage": {**whole, "items": items, "pageInfo": page}}


def _task(at: int) -> Figures:
    return {"id": f"WorkTask:0:{at}", "code": f"{at // AREA_TASKS + 1}.{at % AREA_TASKS + 1}", "name": f"任务{at}"}


def _area(at: int, tasks: list[Figures]) -> Figures:
    number = at // AREA_TASKS
    name = {"id": f"WorkArea:0:{number}", "level": LEVELS[0], "code": str(number + 1), "name": f"领域{number}"}
    return {**name, "tasks": tasks}


def _item(at: int, courses: int) -> Figures:
    state = STATES[at % len(STATES)] if at % 3 == 0 else "COVERED"
    carried = state in STATES[:2]
    task = at // TASK_REQUIREMENTS
    code = f"{task // AREA_TASKS + 1}.{task % AREA_TASKS + 1}.{at % TASK_REQUIREMENTS + 1}"
    requirement = {"id": f"SkillRequirement:0:{at}", "code": code, "level": LEVELS[0], "text": f"会做第{at}件事"}
    proofs = [{"course": {"id": f"Course:{at % courses}"}, "alignment": {"strength": 0.6}}] if carried else []
    return {
        "state": state,
        "requirement": {**requirement, "task": {"id": f"WorkTask:0:{task}"}},
        "proofs": proofs,
        "suggestions": [],
    }


async def answer_made_up(page: Page, ends: Figures, coverage: Figures) -> None:
    """Answer the two queries of a fit by these; all others go to the server."""

    async def answer(route: Route) -> None:
        asked = json.loads(route.request.post_data or "{}")["query"]
        made = {"FitEnds": ends, "FitCoverage": coverage}
        if found := next((data for name, data in made.items() if name in asked), None):
            await route.fulfill(json={"data": found})
        else:
            await route.continue_()

    await page.route("**/graphql", answer)


# ---- measurements


async def _first_paint(page: Page, address: str) -> float:
    await page.goto(address)
    await settled(page)
    return float(await page.evaluate(FIRST_PAINT))


async def _switch(page: Page, address: str, key: str, ready: str) -> float:
    await page.goto(address)
    await settled(page)
    return float(await page.evaluate(SWITCH, [key, ready]))


VIEWS = {
    "flow to matrix": ("flow", "2", ".matrix table"),
    "matrix to list": ("matrix", "3", ".requirements"),
    "list to flow": ("list", "1", ".flow svg"),
}


async def _switches(browser: Browser, url: str, sizes: tuple[int, int] | None) -> Figures:
    found = {}
    for name, (view, key, ready) in VIEWS.items():

        async def measure(page: Page, view: str = view, key: str = key, ready: str = ready) -> float:
            if sizes:
                await answer_made_up(page, *made_up(*sizes))
            return await _switch(page, f"{url}{FIT}&level=ALL&view={view}", key, ready)

        found[name] = await _median(browser, measure)
    return found


async def _long_table(page: Page, url: str, rows: int) -> float:
    """Open the list with as many rows, from the click on the address to the frame that shows them."""
    await answer_made_up(page, *made_up(80, rows))
    await page.goto(f"{url}{FIT}&level=ALL&view=list")
    await page.wait_for_function(ROWS, arg=rows)
    return float(await page.evaluate(SINCE_START))


async def _measure(url: str) -> Figures:
    async with chromium() as browser:
        paints = {
            name: await _median(browser, lambda page, path=path: _first_paint(page, url + path))
            for name, path in PAGES.items()
        }
        return {
            "first_contentful_paint_ms": paints,
            "switch_24_courses_139_requirements_ms": await _switches(browser, url, None),
            "switch_80_courses_600_requirements_made_up_ms": await _switches(browser, url, (80, 600)),
            "list_of_10000_rows_made_up_ms": await _median(browser, lambda page: _long_table(page, url, 10_000)),
        }


def explorer() -> Figures:
    """Pages of the explorer in Chromium on the national seeds: medians of 5, each in a new window. `BENCH_URL` names a server that runs already."""
    load = {"load_average": round(os.getloadavg()[0], 1), "cores": os.cpu_count()}
    if url := os.environ.get("BENCH_URL"):
        return {**load, **asyncio.run(_measure(url))}
    with tempfile.TemporaryDirectory() as name, served(Path(name)) as server:
        return {**load, **asyncio.run(_measure(server.url))}
