"""The ways to suggestions: what the page of review offers where no proposal waits, and what follows an import."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.async_api import Browser, Route

from tests.interchange.standard_imports.imports import HEAD
from tests.interchange.standards.made_standards import Layout, standard_pdf
from tests.served.browser.bringing import confirmed_node
from tests.served.browser.explorer_page import opened
from tests.served.browser.reviewing import TARGET
from tests.served.conftest import Served

pytestmark = pytest.mark.engine("embedded")

# Programmes of which no one has looked at anything yet.
SUBJECT = "TeachingStandard:2025:510201"
UNTOUCHED = "TeachingStandard:2025:510205"
QUEUE = f"/review?subject={SUBJECT}&target={TARGET}"


async def test_where_nothing_waits_for_a_programme_the_page_offers_its_certificates(reviewable, browser: Browser):
    server, _ = reviewable

    async with opened(browser, server) as look:
        page = look.page
        await look.show(f"/review?subject={UNTOUCHED}")
        await page.wait_for_selector(".empty")
        said = await page.inner_text(".empty strong")
        await page.click(".picks a:has-text('JavaWeb应用开发')")
        await page.wait_for_selector(".suggested li")
        address = await page.evaluate("decodeURIComponent(location.pathname + location.search)")

    assert (said, address) == ("没有等待评审的提议", QUEUE.replace(SUBJECT, UNTOUCHED))
    assert look.complaints == []


@pytest.mark.parametrize("side", [f"target={TARGET}", "subject=TeachingStandard:2025:510203"])
async def test_where_proposals_wait_the_other_side_is_offered_below_them(reviewable, browser: Browser, side: str):
    server, _ = reviewable

    async with opened(browser, server) as look:
        page = look.page
        await look.show(f"/review?{side}")
        waiting = await page.locator(".queue li").count()
        await page.locator(".picks a").first.click()
        await page.wait_for_selector(".queue")
        address = await page.evaluate("decodeURIComponent(location.search)")

    assert waiting > 0
    assert ("subject=" in address, f"target={TARGET}" in address or "target=" in address) == (True, True)
    assert look.complaints == []


@pytest.mark.parametrize("subject", ["Major:2021:510205", "Course:2025:510205:1"])
async def test_a_major_and_a_course_are_offered_certificates_too(reviewable, browser: Browser, subject: str):
    server, _ = reviewable

    async with opened(browser, server) as look:
        await look.show(f"/review?subject={subject}")
        link = await look.page.get_attribute(".picks a:has-text('JavaWeb应用开发')", "href")

    assert parse_qs(urlsplit(link or "").query) == {"subject": [subject], "target": [TARGET]}
    assert look.complaints == []


CERTIFIED = """{ teachingStandards(first: 100) { nodes { id courses { id } major { certificates(first: 1) { nodes { id } } } } } }"""


def without_certificate(server: Served) -> str:
    """Give a programme with courses that no certificate suits."""
    nodes = server.ask(CERTIFIED)["data"]["teachingStandards"]["nodes"]
    return next(
        each["id"] for each in nodes if each["courses"] and each["major"] and not each["major"]["certificates"]["nodes"]
    )


async def test_a_programme_that_no_certificate_suits_and_a_part_of_one_lead_to_the_fit_view(
    reviewable, browser: Browser
):
    server, _ = reviewable
    pages = {
        f"subject={without_certificate(server)}": "暂无来源写明适用且有标准全文的证书，可在对接视图中另选。",
        "target=SkillStandard:510084:2.0": "这里只列出整个证书适用的专业；其他请在对接视图中选择。",
    }

    async with opened(browser, server) as look:
        for address, said in pages.items():
            await look.show(f"/review?{address}")
            link = look.page.locator("p", has_text=said).locator("a")
            assert await link.get_attribute("href") == "/fit"

    assert look.complaints == []


async def test_a_certificate_without_its_standard_leads_to_the_import(reviewable, browser: Browser):
    server, _ = reviewable

    async with opened(browser, server) as look:
        await look.show(f"/review?subject={UNTOUCHED}&target=Certificate:5G网络优化")
        link = look.page.locator("p", has_text="未收录该证书的标准全文，无法列出要求。").locator("a")
        leads = await link.get_attribute("href")

    assert leads == "/import/standard"


async def test_where_all_was_reviewed_the_page_says_so_alone(reviewable, browser: Browser):
    server, _ = reviewable

    async def nothing(route: Route) -> None:
        answer = await (await route.fetch()).json()
        if found := (answer.get("data") or {}).get("reviewItems"):
            found["nodes"] = []
        await route.fulfill(json=answer)

    async with opened(browser, server, apart=True) as look:
        await look.page.route("**/graphql", nothing)
        await look.show(QUEUE)
        await look.page.wait_for_selector(".empty:has-text('均已评审')")
        said = await look.page.inner_text(".empty")

    assert "标准全文" not in said


async def test_after_an_import_the_way_leads_to_suggestions(reviewable, browser: Browser):
    """Nothing of the new standard waits yet, so the page offers the programmes that it names."""
    server, tokens = reviewable
    document = standard_pdf(Layout(), ("（2021年9.0版）", *HEAD[1:]))
    assert confirmed_node((server, tokens["陈评审"]), "SKILL_STANDARD", document) == "SkillStandard:990003:9.0"

    async with opened(browser, server) as look:
        page = look.page
        await look.show("/review?target=Certificate:示例网页开发")
        await page.wait_for_selector(".empty")
        await page.locator(".picks a:has-text('软件技术')").first.click()
        await page.wait_for_selector(".suggested li")
        of_queue = await page.inner_text(".queue button[aria-current]")

    assert "× 示例网页开发 9.0 版" in of_queue
    assert look.complaints == []
