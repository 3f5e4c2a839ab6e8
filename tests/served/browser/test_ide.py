"""The page at `/api` as a person uses it, in a real browser: run, choose, switch the language, reload, open a drawer.

On one engine: the page is made of files.
"""

import json
import re

import httpx
import pytest
from playwright.async_api import Browser, Page

from server.pages.ide.page import QUERIES, read_examples
from tests.served.browser.explorer_page import open_page
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine
EXAMPLES = read_examples(QUERIES)
RUN = ".graphiql-execute-button"
EDITOR = ".graphiql-query-editor .CodeMirror-code"


async def opened(browser: Browser, address: str, width: int = 1440) -> tuple[Page, list[str]]:
    """Open the page; give it with what the browser complains of, now and later."""
    page = await open_page(browser.contexts[0], address, width)
    complaints: list[str] = []
    page.on("console", lambda each: complaints.append(each.text) if each.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    await page.goto(address)
    await page.wait_for_selector(RUN)
    await page.wait_for_function(f"document.querySelector('{EDITOR}').innerText.length > 40")
    return page, complaints


async def answer_of(page: Page) -> dict:
    """Press the first button; give the answer to what stands in the editors."""
    async with page.expect_response(lambda each: "IntrospectionQuery" not in (each.request.post_data or "")) as sent:
        await page.click(RUN)
    return await (await sent.value).json()


async def title_in_editor(page: Page) -> str:
    return await page.inner_text(f"{EDITOR} > div:first-child .CodeMirror-line")


@pytest.mark.parametrize("width", [1440, 390])
async def test_the_first_button_answers_the_question_that_is_shown(served: Served, browser: Browser, width: int):
    page, complaints = await opened(browser, f"{served.url}/api?lang=zh", width)

    answer = await answer_of(page)

    assert (answer["data"]["major"]["name"], answer.get("errors")) == ("软件技术", None)
    assert complaints == []
    assert await page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_each_question_of_the_list_is_shown_and_answered(served: Served, browser: Browser, language: str):
    page, complaints = await opened(browser, f"{served.url}/api?lang={language}")
    listed = await page.eval_on_selector_all("header select option", "all => all.map(each => each.textContent)")
    refused = {}

    for each in EXAMPLES:
        await page.select_option("header select", each["name"])
        await page.wait_for_function(
            f"document.querySelector('{EDITOR}').innerText.includes({json.dumps(each[language])})"
        )
        answer = await answer_of(page)
        if "errors" in answer:
            refused[each["name"]] = answer["errors"]

    assert listed == [each[language] for each in EXAMPLES]
    assert refused == {}
    assert complaints == []


async def test_the_language_and_the_question_stay_after_a_reload(served: Served, browser: Browser):
    page, _ = await opened(browser, f"{served.url}/api?lang=zh")
    await page.select_option("header select", EXAMPLES[2]["name"])
    await page.click("header button")

    await page.reload()
    await page.wait_for_selector(f"{EDITOR}:has-text({json.dumps(EXAMPLES[2]['en'])})")

    assert await page.inner_text("h1") == "1+X graph"
    assert await page.title() == "1+X graph"
    assert await title_in_editor(page) == f"# {EXAMPLES[2]['en']}"
    assert await page.inner_text("header button") == "中文"


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_header_stands_in_one_line_on_a_wide_page(served: Served, browser: Browser, language: str):
    page, _ = await opened(browser, f"{served.url}/api?lang={language}", 1440)

    middles = await page.locator("header > *").evaluate_all(
        "all => all.map(each => { const box = each.getBoundingClientRect(); return Math.round((box.top + box.bottom) / 2); })"
    )

    assert max(middles) - min(middles) <= 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_the_header_is_as_light_as_the_editors(served: Served, browser: Browser, scheme):
    page, _ = await opened(browser, f"{served.url}/api?lang=en")

    await page.emulate_media(color_scheme=scheme)
    grounds = await page.locator("header, .graphiql-container, header select, header button").evaluate_all(
        "all => all.map(each => getComputedStyle(each).backgroundColor.match(/\\d+/g).slice(0, 3).every(part => part > 127))"
    )

    assert set(grounds) == {scheme == "light"}
    assert await page.get_attribute("header button", "lang") == "zh-CN"


async def test_switching_the_language_keeps_what_was_typed(served: Served, browser: Browser):
    page, _ = await opened(browser, f"{served.url}/api?lang=en")
    await page.click(EDITOR)
    await page.keyboard.press("Control+End")
    await page.keyboard.type("# mine")

    await page.click("header button")

    await page.wait_for_function(
        f"document.querySelector('{EDITOR}').innerText.includes({json.dumps(EXAMPLES[0]['zh'])})"
    )
    typed = await page.evaluate("document.querySelector('.graphiql-query-editor .CodeMirror').CodeMirror.getValue()")
    assert typed.endswith("# mine")
    assert (await answer_of(page))["data"]["major"]["name"] == "软件技术"


async def test_an_open_drawer_takes_no_room_from_the_editor_of_a_phone(served: Served, browser: Browser):
    page, _ = await opened(browser, f"{served.url}/api", 390)
    room = "document.querySelector('.graphiql-query-editor').getBoundingClientRect().width"
    before = await page.evaluate(room)

    await page.click(".graphiql-sidebar button >> nth=0")
    await page.wait_for_selector(".graphiql-doc-explorer")

    assert await page.evaluate(room) == before
    assert before > 250


def test_the_page_may_load_nothing_from_elsewhere(served: Served):
    page = httpx.get(f"{served.url}/api")

    assert "default-src 'self'" in page.headers["content-security-policy"]
    assert re.findall(r"(?:src|href)=\"(?!/|data:)", page.text) == []
    for path in re.findall(r"(?:src|href)=\"(/[^\"]+)", page.text):
        assert httpx.get(f"{served.url}{path}").status_code == 200
