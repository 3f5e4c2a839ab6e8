"""Figures as pictures, and the keys of the fit view, in a real browser."""

import io
import json
import xml.etree.ElementTree as ET

import openpyxl
import pytest
from playwright.async_api import Browser

from bench.explorer import answer_made_up, made_up
from tests.served.browser.explorer_page import Opened, in_language, opened
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

FIT = "/fit?subject=TeachingStandard:2025:510203&target=Certificate:JavaWeb应用开发"
SVG = "{http://www.w3.org/2000/svg}"
PNG_HEAD = b"\x89PNG\r\n\x1a\n"


async def saved(look: Opened, figure: str, kind: str) -> bytes:
    """Save a figure and give the bytes of the file."""
    async with look.page.expect_download() as sent:
        await look.page.click(f"#{figure}-title >> xpath=.. >> css=.tools >> text={kind}")
    return (await (await sent.value).path()).read_bytes()


@pytest.mark.parametrize(
    ("view", "words"),
    [
        ("flow", ["课程 → 工作任务 → 工作领域", "网站开发技术", "还没有人看过"]),
        ("matrix", ["课程 × 工作任务（支撑矩阵）", "网站开发技术", "整个任务"]),
        ("list", ["技能要求清单", "会用数组", "已覆盖"]),
    ],
)
async def test_a_view_is_saved_as_a_drawing_with_its_words_release_and_address(
    served: Served, browser: Browser, view, words
):
    release = served.ask("{ releases(first: 1, where: {isCurrent: {eq: true}}) { nodes { name } } }")
    name = release["data"]["releases"]["nodes"][0]["name"]

    async with opened(browser, served, theme="dark") as look:
        await look.show(f"{FIT}&view={view}&level=ALL")
        drawing = ET.fromstring(await saved(look, f"fit-{view}", "SVG"))
        theme = await look.page.get_attribute("html", "data-theme")

    texts = ["".join(each.itertext()).strip() for each in drawing.iter(f"{SVG}text")]
    assert [each for each in words if each not in texts] == []
    assert any(name in each for each in texts)
    assert any(each.startswith(f"{served.url}/fit?") for each in texts)
    assert theme == "dark"
    assert look.complaints == []


async def test_a_view_is_saved_as_a_picture_of_twice_its_size(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show(f"{FIT}&view=matrix")
        drawing = ET.fromstring(await saved(look, "fit-matrix", "SVG"))
        picture = await saved(look, "fit-matrix", "PNG")

    assert picture[:8] == PNG_HEAD
    size = [int.from_bytes(picture[at : at + 4]) for at in (16, 20)]
    assert size == [2 * int(drawing.attrib[each]) for each in ("width", "height")]


async def test_a_view_is_saved_as_a_workbook_of_what_it_shows_with_the_evidence(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show(f"{FIT}&view=list&level=ADVANCED&state=COVERED&lang=en")
        codes = await look.page.locator(".requirements td.bare-code").all_inner_texts()
        book = openpyxl.load_workbook(io.BytesIO(await saved(look, "fit-list", "XLSX")))

    head, *rows = list(book["Requirements"].values)
    assert [row[head.index("Code")] for row in rows] == codes
    assert {(row[0], row[head.index("State")]) for row in rows} == {("Advanced", "Covered")}
    assert {row[1] for row in list(book["Evidence"].values)[1:]} == set(codes)
    assert ("Target", "Certificate:JavaWeb应用开发") in list(book["Totals"].values)
    assert look.complaints == []


ROWS = 10_000
# Whether rows of the list are laid out, and whether a reader of the page finds them.
SHOWN = """rows => rows.map(each => each.checkVisibility({contentVisibilityAuto: true}))"""


async def test_a_long_list_is_in_the_page_whole_and_laid_out_where_it_is_in_sight(served: Served, browser: Browser):
    ends, coverage = made_up(80, ROWS)
    last = coverage["coverage"]["items"][-1]["requirement"]

    async with opened(browser, served) as look:
        page = look.page
        await answer_made_up(page, ends, coverage)
        await look.show(f"{FIT}&level=ALL&view=list")
        rows = page.locator(".requirements tbody tr:not(.task-row)")
        shown = await rows.evaluate_all(SHOWN)
        # Asked for the one row, not for a row of this name: that would work out the names of all of them, again and again.
        told = await rows.last.aria_snapshot()
        await rows.last.get_by_role("link").click()
        await page.wait_for_selector(".requirements [aria-current]")
        chosen = await page.inner_text(".requirements [aria-current]")
        far = await rows.evaluate_all(SHOWN)
        head = await page.locator("table.requirements thead").get_by_role("columnheader").count()
        await page.emulate_media(media="print")
        printed = await rows.evaluate_all(SHOWN)

    assert (len(shown), shown[0], shown[-1]) == (ROWS, True, False)
    assert told.startswith("- row ")
    assert last["text"] in told
    assert (chosen, far[0], far[-1]) == (last["text"], False, True)
    assert head == 4
    assert printed == [True] * ROWS


async def test_a_fit_of_more_requirements_than_a_page_holds_shows_all_of_them(served: Served, browser: Browser):
    """Pages of 50 instead of 500 make three of the 139 requirements there are."""
    asked = []

    async def in_small_pages(route) -> None:
        body = json.loads(route.request.post_data)
        if "FitCoverage" in body["query"]:
            asked.append(body["variables"].get("after"))
        body["query"] = body["query"].replace("first: 500", "first: 50")
        await route.continue_(post_data=json.dumps(body))

    async with opened(browser, served) as look:
        await look.page.route("**/graphql", in_small_pages)
        await look.show(f"{FIT}&level=ALL&view=list")
        rows = look.page.locator(".requirements tbody tr:not(.task-row)")
        texts = await rows.locator("a").all_inner_texts()
        notes = await look.page.locator("p[role=note]").count()

    assert (len(texts), len(asked), len(set(asked)), notes) == (139, 3, 3, 0)
    assert look.complaints == []


async def test_keys_change_view_and_level_and_clear(served: Served, browser: Browser):
    seen = []

    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"{FIT}&state=COVERED")
        for key in ("3", "]", "]", "]", "[", "2", "0", "g", "q"):
            await page.keyboard.press(key)
            if key != "g":
                seen.append(
                    await page.evaluate(
                        "location.pathname + ['view', 'level', 'state'].map(each => ' ' + new URLSearchParams(location.search).get(each)).join('')"
                    )
                )

    assert seen == [
        "/fit list null COVERED",
        "/fit list INTERMEDIATE COVERED",
        "/fit list ADVANCED COVERED",
        "/fit list ALL COVERED",
        "/fit list ADVANCED COVERED",
        "/fit matrix ADVANCED COVERED",
        "/fit matrix ADVANCED null",
        "/gaps null null null",
    ]
    assert look.complaints == []


async def test_the_tab_key_goes_from_the_skip_link_through_the_head_to_the_page(served: Served, browser: Browser):
    names = []

    async with opened(browser, served) as look:
        page = look.page
        await look.show("/gaps?lang=en")
        for _ in range(3):
            await page.keyboard.press("Tab")
            names.append(await page.evaluate("document.activeElement.textContent.trim()"))
        await page.focus(".skip")
        await page.keyboard.press("Enter")
        await page.keyboard.press("Tab")
        after = await page.evaluate("document.activeElement.closest('main') !== null")

    assert names == ["Skip to content", "1+X Graph", "Explore"]
    assert after


SAVED = {
    "/gaps": ["gaps-total", "gaps-classes", "gaps-provinces", "gaps-requirements", "gaps-knowledge"],
    f"{FIT}&view=list": ["fit-list"],
    "/certificates/JavaWeb应用开发": ["suiting-majors"],
}


@pytest.mark.parametrize("address", SAVED)
async def test_files_have_the_heads_of_the_language_and_the_same_keys_for_programs(
    served: Served, browser: Browser, address: str
):
    keys: dict[str, list] = {}
    heads: dict[str, list] = {}
    async with opened(browser, served) as look:
        for language in ("zh", "en"):
            await look.show(in_language(address, language))
            for figure in SAVED[address]:
                keys.setdefault(language, []).append(list(json.loads(await saved(look, figure, "JSON"))[0]))
                heads.setdefault(language, []).append(
                    (await saved(look, figure, "CSV")).decode("utf-8-sig").splitlines()[0]
                )

    assert keys["zh"] == keys["en"]
    assert all(key.isascii() for each in keys["en"] for key in each)
    assert not any(each.isascii() for each in heads["zh"])
    assert all(each.isascii() for each in heads["en"])


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_data_of_a_figure_can_be_read_on_a_phone(served: Served, browser: Browser, language: str):
    async with opened(browser, served, 390) as look:
        await look.show(in_language(FIT, language))
        await look.page.click(".tools button >> nth=0")
        cells = await look.page.locator(".under td").all_inner_texts()
        found = await look.ill_set(), await look.width()

    assert found == ([], 390)
    # Of what no one has looked at no course is known to carry it: a dash, and no blank.
    assert "—" in cells
    assert "" not in cells


async def test_the_query_of_a_figure_does_not_run_out_of_its_place_on_a_phone(served: Served, browser: Browser):
    async with opened(browser, served, 390) as look:
        await look.show(FIT)
        await look.page.click(".tools button >> nth=1")

        assert await look.spilled() == []


async def test_columns_of_a_matrix_stay_narrow_when_the_page_is_laid_out_anew(served: Served, browser: Browser):
    async with opened(browser, served, 390) as look:
        await look.show(f"{FIT}&view=matrix&level=ALL")
        await look.page.wait_for_selector(".matrix .tasks th")
        # A picture of more than the window makes the browser lay out the page for it, and leaves it so.
        await look.page.screenshot(full_page=True, clip={"x": 0, "y": 0, "width": 390, "height": 3900})
        widths = await look.page.locator(".matrix .tasks th").evaluate_all("all => all.map(each => each.offsetWidth)")

    assert max(widths) < 60


async def test_filters_of_a_dashboard_stand_in_two_columns_on_a_phone(served: Served, browser: Browser):
    async with opened(browser, served, 390) as look:
        await look.show("/gaps?through=plans")
        lefts = await look.page.locator(".filters > .select").evaluate_all(
            "all => all.map(each => each.getBoundingClientRect().left)"
        )

    assert len(lefts) > 4
    assert len(set(lefts)) == 2


OFF_HEADS = """() => [...document.querySelectorAll('.matrix .tasks th button')].map((button, at) => {
  const [head, cell] = [button, document.querySelector('.matrix tfoot tr').cells[at + 1]].map(each => each.getBoundingClientRect());
  return Math.round(Math.abs((head.left + head.right) / 2 - (cell.left + cell.right) / 2));
})"""


async def test_the_heads_of_a_matrix_stand_over_the_middle_of_their_columns(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show(f"{FIT}&view=matrix&level=ELEMENTARY")
        off = await look.page.evaluate(OFF_HEADS)

    assert len(off) == 12
    assert set(off) <= {0, 1}
