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
