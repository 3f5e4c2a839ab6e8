"""What a page says when it has no answer: what happened, what to do, and a retry that keeps the page."""

import json
from urllib.parse import quote

import pytest
from playwright.async_api import Browser, Page, Route

from tests.served.browser.explorer_page import in_language, opened
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

BUSY = json.dumps({"errors": [{"message": "busy", "extensions": {"code": "GRAPH_UNAVAILABLE"}}]})
# Stands on the page until it is loaded anew.
MARK = "window.isSamePage = true"
UNKNOWN = [
    "/majors/2021/没有",
    "/majors/1900/510203",
    "/certificates/没有这个",
    "/certificates/没有这个/versions",
    "/certificates/JavaWeb应用开发/没有",
    "/fit?subject=TeachingStandard:1900:1&target=Certificate:没有",
    "/fit?subject=x&target=y",
    "/provinces/999999",
    "/colleges/没有",
    "/plans/TrainingPlan:没有",
    "/plans/x",
    "/courses/Course:1900:1:1",
    "/sources/没有",
    "/policies/没有",
    "/releases/没有",
    "/s/没有-0000000000",
    "/import/没有",
    "/没有",
]
# Of each kind of page a value that its parameters do not have.
ODD_VALUES = [
    "/fit?subject=TeachingStandard:2025:510203&target=Certificate:JavaWeb应用开发&level=X&view=X&state=X&area=X&at=X",
    "/gaps?through=X&education=X&state=X&asOf=X&rows=X",
    "/majors?edition=X&level=X&has=X",
    "/compare?of=X&target=X&a=X&b=X&view=X",
    "/certificates?batch=X&level=X",
    "/certificates/JavaWeb应用开发?level=X&by=X&version=X",
    "/search?q=软件&kind=X",
    "/provinces/440000?ownership=X&doubleHigh=X",
    "/plans?province=X&has=X",
    "/plans/TrainingPlan:示例院校（虚构）:软件技术（示例）:2026级?view=X",
    "/review?subject=X&target=Y",
]


def at(served: Served, path: str) -> str:
    return served.url + quote(path, safe="/?=&:")


async def settled(page: Page) -> None:
    await page.wait_for_selector("h1")
    await page.wait_for_selector(".loading", state="detached")


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_an_address_of_nothing_says_so_and_leads_on(served: Served, browser: Browser, language: str):
    wrong = {}
    async with opened(browser, served) as look:
        for path in UNKNOWN:
            await look.page.goto(at(served, in_language(path, language)))
            await settled(look.page)
            ways = await look.page.locator("main :is(a, form)").count()
            said = await look.page.inner_text("main")
            if ways == 0 or len(said.split("\n")) < 2 or "undefined" in said:
                wrong[path] = (ways, said)

    assert wrong == {}


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_value_that_no_parameter_has_breaks_no_page(served: Served, browser: Browser, language: str):
    wrong = {}
    async with opened(browser, served) as look:
        for path in ODD_VALUES:
            await look.page.goto(at(served, in_language(path, language)))
            await settled(look.page)
            crashes = [each for each in look.complaints if "Failed to load resource" not in each]
            look.complaints.clear()
            said = await look.page.inner_text("main")
            if crashes or not said.strip() or "undefined" in said:
                wrong[path] = (crashes, said[:200])

    assert wrong == {}


@pytest.mark.parametrize(
    ("address", "link", "there"),
    [
        ("/majors", "header nav a[href^='/gaps']", "#gaps-total-title"),
        ("/certificates", "main tbody a", ".skill-tree, .page-head"),
        ("/plans", "main tbody th a", ".tabs"),
    ],
)
async def test_a_click_while_the_network_is_gone_is_tried_again_on_the_same_page(
    served: Served, browser: Browser, address: str, link: str, there: str
):
    async with opened(browser, served, apart=True) as look:
        page = look.page
        await look.show(address)
        await page.evaluate(MARK)
        await page.context.set_offline(True)
        await page.locator(link).first.click()
        await page.wait_for_selector("[role=alert]")
        said = await page.inner_text("[role=alert]")
        await page.context.set_offline(False)
        await page.click("[role=alert] button:has-text('重试')")
        await page.wait_for_selector(there)
        same = await page.evaluate("window.isSamePage")
        focused = await page.evaluate("document.activeElement.id")

    assert "检查网络" in said
    assert same
    assert focused == "main"


@pytest.mark.parametrize(("language", "seconds"), [("zh", "约 30 秒后可以重试"), ("en", "in about 30 seconds")])
async def test_a_service_that_says_when_to_ask_again_is_not_asked_before_and_the_page_says_when(
    served: Served, browser: Browser, language: str, seconds: str
):
    asked: list[str] = []

    async def refuse(route: Route) -> None:
        asked.append(route.request.post_data or "")
        await route.fulfill(status=503, body=BUSY, content_type="application/json", headers={"retry-after": "30"})

    async with opened(browser, served) as look:
        page = look.page
        await look.page.route("**/graphql", refuse)
        await page.goto(at(served, f"/majors/2021/510203?lang={language}"))
        await page.wait_for_selector("main [role=alert] h1")
        said = await page.inner_text("main [role=alert]")
        await page.evaluate(MARK)
        await page.unroute("**/graphql")
        await page.locator("main [role=alert] button").click()
        await page.wait_for_selector(".module")
        same = await page.evaluate("window.isSamePage")

    assert seconds in said
    assert len(asked) == len(set(asked))
    assert same


async def test_a_busy_proxy_that_answers_without_json_is_called_busy(served: Served, browser: Browser):
    async def refuse(route: Route) -> None:
        await route.fulfill(
            status=503, body="<html>busy</html>", content_type="text/html", headers={"retry-after": "9"}
        )

    async with opened(browser, served) as look:
        await look.page.route("**/graphql", refuse)
        await look.page.goto(at(served, "/gaps"))
        await look.page.wait_for_selector("main [role=alert]")
        said = await look.page.inner_text("main [role=alert]")

    assert said.startswith("服务正忙")
