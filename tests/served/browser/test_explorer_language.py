"""In which language the explorer opens: as it was chosen, on the first visit as the browser asks, else in Chinese."""

import pytest
from playwright.async_api import Browser

from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

TITLES = {"zh": "缺口与未知", "en": "Gaps and unknowns"}


@pytest.mark.parametrize(
    ("locale", "language"), [("en-US", "en"), ("en-GB", "en"), ("zh-CN", "zh"), ("zh-TW", "zh"), ("de-DE", "zh")]
)
async def test_the_first_visit_is_in_english_for_a_browser_that_asks_for_it(
    served: Served, browser: Browser, locale: str, language: str
):
    context = await browser.new_context(locale=locale)
    page = await context.new_page()
    await page.goto(f"{served.url}/gaps")
    title = await page.inner_text("h1")
    spoken = await page.get_attribute("html", "lang")
    await context.close()

    assert title == TITLES[language]
    assert spoken == {"zh": "zh-CN", "en": "en"}[language]


@pytest.mark.parametrize(("locale", "button", "language"), [("zh-CN", "English", "en"), ("en-US", "中文", "zh")])
async def test_a_language_that_was_chosen_stays_where_the_address_names_none(
    served: Served, browser: Browser, locale: str, button: str, language: str
):
    context = await browser.new_context(locale=locale)
    page = await context.new_page()
    await page.goto(f"{served.url}/gaps")
    await page.click(f".preferences >> text={button}")
    await page.wait_for_selector(f"h1:has-text('{TITLES[language]}')")
    await page.goto(f"{served.url}/gaps")
    opened_again = await page.inner_text("h1")
    await page.goto(f"{served.url}/gaps?lang={'zh' if language == 'en' else 'en'}")
    told_by_address = await page.inner_text("h1")
    await page.goto(f"{served.url}/gaps")
    kept = await page.inner_text("h1")
    await context.close()

    assert opened_again == kept == TITLES[language]
    assert told_by_address != TITLES[language]


# One page of each kind; the second is reached from the first by a link.
WALK = ["/majors", "/gaps", "/fit", "/plans", "/certificates/JavaWeb应用开发", "/search?q=软件", "/policies", "/review"]


@pytest.mark.parametrize("first", WALK)
@pytest.mark.parametrize("locale", ["zh-CN", "en-US"])
async def test_a_language_stays_over_back_and_reload(served: Served, browser: Browser, first: str, locale: str):
    """Back leads to the page before, and a reload shows what was shown."""
    button, shown = {"zh-CN": ("English", "en"), "en-US": ("中文", "zh-CN")}[locale]
    context = await browser.new_context(locale=locale)
    page = await context.new_page()
    spoken = []
    await page.goto(f"{served.url}{first}")
    await page.wait_for_selector("h1")
    await page.click("header nav a[href^='/import']")
    await page.wait_for_url("**/import*")
    await page.click(f".preferences >> text={button}")
    for step in (page.reload, page.go_back, page.reload, page.go_forward, page.reload):
        await step()
        await page.wait_for_selector("h1")
        spoken.append((await page.get_attribute("html", "lang"), await page.inner_text(".preferences a")))
    entries = await page.evaluate("history.length")
    await page.go_back()
    path = await page.evaluate("decodeURIComponent(location.pathname)")
    await context.close()

    assert spoken == [(shown, {"en": "中文", "zh-CN": "English"}[shown])] * 5
    # The empty page, the first page and the second.
    assert entries == 3
    assert path == first.split("?", maxsplit=1)[0]


async def test_a_link_in_another_language_than_the_kept_one_keeps_it_on_the_next_page(served: Served, browser: Browser):
    context = await browser.new_context(locale="en-US")
    page = await context.new_page()
    await page.goto(f"{served.url}/gaps?lang=zh")
    await page.click("header nav a[href^='/policies']")
    await page.wait_for_url("**/policies*")
    walked = await page.get_attribute("html", "lang")
    await page.reload()
    await page.wait_for_selector("h1")
    reloaded = await page.get_attribute("html", "lang")
    await context.close()

    assert walked == reloaded == "zh-CN"
