"""What a new version of a standard changes, on its page in a real browser: a standard in two versions, aligned with courses."""

from collections.abc import Iterator
from urllib.parse import parse_qs, quote, unquote, urlsplit

import httpx
import pytest
from playwright.async_api import Browser, Route

from tests.served.browser.bringing import answer_questions, confirmed_node, job_of, sign_in
from tests.served.browser.explorer_page import in_language, opened
from tests.served.browser.made_versions import (
    ADDED,
    COUNTS,
    COURSE,
    EARLIER,
    LATER,
    REMOVED,
    REWORDED,
    REWRITTEN,
    SAID_OF_REWORDED,
    THERE,
    UNDO,
    bring_both,
    rows,
    take_out,
    version,
)
from tests.served.conftest import Served

pytestmark = pytest.mark.engine("embedded")

CERTIFICATE = "/certificates/示例网页开发"
VERSIONS = f"{CERTIFICATE}/versions"
LOOKS = [(1440, "zh", "light"), (390, "en", "dark"), (390, "zh", "light"), (1440, "en", "dark")]


@pytest.fixture(scope="module")
def versions(reviewable: tuple[Served, dict[str, str]]) -> Served:
    """A server whose graph has the standard in two versions, and alignments with the first."""
    bring_both(*reviewable)
    return reviewable[0]


async def test_the_newest_version_is_held_against_the_one_before(versions: Served, browser: Browser):
    counted = versions.ask(COUNTS, {"from": EARLIER, "to": LATER})["data"]["versionDiff"]

    async with opened(browser, versions) as look:
        page = look.page
        await look.show(CERTIFICATE)
        await page.click("a:has-text('版本变化')")
        await page.wait_for_selector("#version-changes-title")
        await look.settle()
        shown = await rows(page)
        numbers = await page.locator(".version-kinds b").all_inner_texts()
        marked = [await page.locator(f".wording {each}").all_inner_texts() for each in ("del", "ins")]
        chosen = await page.locator(".filters select").evaluate_all("all => all.map(each => each.value)")

    assert shown == [
        ("改动较大", *REWRITTEN),
        ("改写", *REWORDED),
        ("删除", REMOVED, ""),
        ("新增", "", ADDED),
    ]
    order = ("reworded", "rewritten", "moved", "split", "merged", "removed", "added", "unchanged")
    assert numbers == ["4", *(str(counted[each]) for each in order)]
    assert marked == [["单"], ["借助浏览器工具定位并", "多"]]
    assert chosen == ["1.0", "2.0"]
    assert look.complaints == []


async def test_the_address_holds_versions_and_view_over_reload_and_back(versions: Served, browser: Browser):
    async with opened(browser, versions) as look:
        page = look.page
        await look.show(f"{VERSIONS}?from=2.0&to=1.0&view=ADDED")
        backwards = await page.locator("[role=note]").all_inner_texts()
        first = await rows(page)
        await page.click("button:has-text('对调')")
        await page.wait_for_selector(f"tbody:has-text('{ADDED}')")
        swapped = await rows(page)
        await page.reload()
        await look.settle()
        again = await rows(page)
        await page.click(f"tr:has-text('{ADDED}') a")
        await page.wait_for_selector(".skill-tree")
        tree = await page.locator(".skill-tree .task li [lang]").all_inner_texts()
        await page.go_back()
        await page.wait_for_selector("#version-changes-title")
        await look.settle()
        back = await rows(page)

    assert len(backwards) == 1
    assert first == [("新增", "", REMOVED)]
    assert swapped == again == back == [("新增", "", ADDED)]
    assert ADDED in tree
    assert look.complaints == []


@pytest.mark.parametrize(
    ("named", "ends"), [("from=2.0", ["2.0", "1.0"]), ("to=1.0", ["2.0", "1.0"]), ("from=1.0", ["1.0", "2.0"])]
)
async def test_a_version_is_not_held_against_itself_unasked(
    versions: Served, browser: Browser, named: str, ends: list[str]
):
    async with opened(browser, versions) as look:
        await look.show(f"{VERSIONS}?{named}")
        selects, values = look.page.locator(".filters select"), "all => all.map(each => each.value)"
        shown = await selects.evaluate_all(values)
        await selects.first.select_option(ends[1])
        await look.page.wait_for_function("all => document.querySelector('.filters select').value === all", arg=ends[1])
        turned = await selects.evaluate_all(values)

    assert shown == ends
    assert turned == ends[::-1]


async def test_changes_beyond_the_first_page_are_counted_and_read_on(versions: Served, browser: Browser):
    """A hundred are asked for; here two are, so that there are more behind them."""

    async def ask_for_two(route: Route) -> None:
        body = (route.request.post_data or "").replace("first: 100, after: $after", "first: 2, after: $after")
        await route.continue_(post_data=body)

    async with opened(browser, versions) as look:
        page = look.page
        await page.route("**/graphql", ask_for_two)
        await look.show(VERSIONS)
        first = await rows(page)
        told = await page.inner_text("section:has(#version-changes-title) [role=note]")
        await page.click("button:has-text('显示更多')")
        await page.wait_for_selector(f"tbody:has-text('{ADDED}')")
        every = await rows(page)
        notes = await page.locator("section:has(#version-changes-title) [role=note]").count()
        buttons = await page.locator("button:has-text('显示更多')").count()

    assert told == "此处列出前 2 条变化，共 4 条；其余在下方继续显示。"
    assert (first, len(every)) == (every[:2], 4)
    assert (notes, buttons) == (0, 0)
    assert look.complaints == []


async def test_what_rests_on_the_earlier_version_leads_to_its_page(versions: Served, browser: Browser):
    async with opened(browser, versions) as look:
        page = look.page
        await look.show(VERSIONS)
        link = f"a[href='/courses/{quote(COURSE, safe='')}']"
        figures = await page.locator(f"tr:has({link}) td.number").all_inner_texts()
        total = await page.inner_text("section:has(#impact-title) .row span")
        await page.click(link)
        await page.wait_for_selector(".page-head")
        await look.settle()
        problems = await look.problems()

    assert figures == ["1", "2", "1"]
    assert total == "共 4 条已采纳或待定的对接。"
    assert problems == []
    assert look.complaints == []


@pytest.mark.parametrize("asked", ["", "?from=2.0&to=2.0", "?from=9.0"])
@pytest.mark.parametrize("look_of", LOOKS, ids=lambda each: "-".join(map(str, each)))
async def test_the_page_fits_and_is_accessible(
    versions: Served, browser: Browser, look_of: tuple[int, str, str], asked
):
    width, language, theme = look_of

    async with opened(browser, versions, width, theme) as look:
        await look.show(in_language(VERSIONS + asked, language))
        found = await look.violations(), await look.flaws(), await look.problems(), await look.width()

    assert found == ([], [], [], width)
    assert look.complaints == []


async def test_a_standard_of_one_version_says_so(versions: Served, browser: Browser):
    async with opened(browser, versions) as look:
        await look.show("/certificates/JavaWeb应用开发/versions")
        told = await look.page.inner_text(".empty")
        leads = await look.page.get_attribute(".dotted a.button", "href")
        await look.show("/certificates/JavaWeb应用开发")
        links = await look.page.locator("a[href$='/versions']").count()
        await look.show("/certificates/JavaWeb应用开发/other")
        missing = await look.page.inner_text("h1")

    assert told.startswith("图谱中只有一个版本：")
    assert (leads, links, missing) == ("/import/standard", 0, "图谱里没有这个对象")


async def test_a_certificate_of_two_versions_stands_once_with_what_the_newest_requires(
    versions: Served, browser: Browser
):
    """The fit shows the areas of what is counted, each once."""
    async with opened(browser, versions) as look:
        page = look.page
        await look.show("/fit")
        offered = await page.locator(".edge-x .picks button").all_inner_texts()
        await look.show("/certificates?q=示例网页开发")
        listed = await page.locator("main tbody tr", has_text="示例网页开发").locator("td.number").first.inner_text()
        await look.show("/fit?subject=TeachingStandard:2025:510203&target=Certificate:示例网页开发&level=ALL&view=list")
        areas = await page.locator(".areas-strip button").all_inner_texts()
        rows = await page.locator(".requirements tbody tr:not(.task-row)").count()
        counted = await page.inner_text(".end-x .lead")

    assert "标准 2.0 版" in counted
    assert [each for each in offered if "示例网页开发" in each] == [f"示例网页开发 {rows} 条要求"]
    assert listed == str(rows)
    assert len(areas) == len(set(areas)) == 4


async def test_with_two_versions_a_click_on_an_area_or_a_task_of_the_fit_gives_its_requirements(
    versions: Served, browser: Browser
):
    both = "/fit?subject=TeachingStandard:2025:510203&target=Certificate:示例网页开发&level=ALL"
    async with opened(browser, versions) as look:
        page = look.page
        await look.show(f"{both}&view=flow")
        of_strip = await page.locator(".areas-strip li").count()
        found = []
        for at in range(of_strip):
            await page.locator(".areas-strip button").nth(at).click()
            found.append(await page.inner_text(".drawer.resting .fine >> nth=0"))
            await page.locator(".areas-strip button").nth(at).click()
        of_flow = []
        for at in range(await page.locator(".flow [role=button]").count()):
            await page.locator(".flow [role=button]").nth(at).press("Enter")
            of_flow.append((await page.inner_text(".drawer h2"), await page.inner_text(".drawer [role=status]")))
            await page.keyboard.press("Escape")
        await look.show(f"{both}&view=list&state=COVERED")
        none = await page.inner_text(".drawer.resting h2")

    assert found
    assert not [each for each in found if " 0 条要求" in each]
    assert of_flow
    assert not [each for each in of_flow if each[1] == "0 条要求"]
    assert "都已覆盖" not in none


async def test_in_print_the_changes_stand_without_controls(versions: Served, browser: Browser):
    async with opened(browser, versions) as look:
        page = look.page
        await look.show(VERSIONS)
        await page.emulate_media(media="print")
        controls = [await page.is_visible(each) for each in (".version-kinds", ".tools", ".top")]
        sides = await page.locator(".version-sides li").all_inner_texts()
        changes = await page.locator("section:has(#version-changes-title) tbody tr").count()

    assert controls == [False] * 3
    assert [("1.0" in each, "2.0" in each) for each in sides] == [(True, False), (False, True)]
    assert changes == 4


@pytest.fixture(scope="module")
def third(versions: Served, reviewable: tuple[Served, dict[str, str]]) -> str:
    """The job of another version, which has the texts of the second, and which no one confirms."""
    return job_of((versions, reviewable[1]["陈评审"]), "SKILL_STANDARD", version("6.0"))


@pytest.mark.parametrize("look_of", LOOKS, ids=lambda each: "-".join(map(str, each)))
async def test_the_choice_of_a_version_to_carry_from_fits(
    versions: Served, reviewable, third: str, browser: Browser, look_of: tuple[int, str, str]
):
    width, language, theme = look_of

    async with opened(browser, versions, width, theme) as look:
        await look.show(in_language(f"/import/standard?job={third}", language))
        await sign_in(look.page, reviewable[1]["陈评审"])
        await look.page.wait_for_selector("input[name=carry]")
        found = await look.violations(), await look.spilled(), await look.problems(), await look.width()

    assert found == ([], [], [], width)


@pytest.fixture
def passing(versions: Served, reviewable: tuple[Served, dict[str, str]]) -> Iterator[str]:
    """The job of a version that the test may confirm: it is taken out again, so that 2.0 stays the newest."""
    token = reviewable[1]["陈评审"]
    yield job_of((versions, token), "SKILL_STANDARD", version("3.0"))
    take_out(versions, token, "SkillStandard:990003:3.0")


@pytest.fixture
def carried(versions: Served, reviewable: tuple[Served, dict[str, str]]) -> Iterator[None]:
    """A version to which the alignments of the first are carried, for the time of a test."""
    token = reviewable[1]["陈评审"]
    written = confirmed_node((versions, token), "SKILL_STANDARD", version("3.5"), carryFrom="1.0")
    yield
    take_out(versions, token, written)


async def test_confirming_offers_versions_to_carry_from_and_tells_what_was_carried(
    versions: Served, reviewable, passing: str, browser: Browser
):
    async with opened(browser, versions) as look:
        page = look.page
        await look.show(f"/import/standard?job={passing}")
        await sign_in(page, reviewable[1]["陈评审"])
        await page.wait_for_selector("input[name=carry]")
        offered = await page.locator("label:has(input[name=carry])").all_inner_texts()
        # The version before has no alignments to carry, so nothing is proposed.
        proposed = await page.input_value("input[name=carry]:checked")
        await answer_questions(page)
        await page.check("input[name=carry][value='1.0']")
        await page.click("button:has-text('确认写入')")
        await page.wait_for_selector(".written .lead >> nth=1")
        told = await page.inner_text(".written .lead >> nth=1")
        leads = await page.get_attribute(".written a:has-text('版本之间的变化')", "href")
        await page.reload()
        await sign_in(page, reviewable[1]["陈评审"])
        await page.wait_for_selector(".written .lead >> nth=1")
        again = await page.inner_text(".written .lead >> nth=1")

    suggested = "建议 3 条对接（改写 1、改动较大 1、未变 1）；1 条不沿用（要求已删除）"
    assert [" ".join(each.split()) for each in offered] == [
        "版本 2.0（前一版本） 没有有效对接。",
        f"版本 1.0 {suggested}",
        "不沿用 只写入标准，不建议任何对接。",
    ]
    assert proposed == ""
    assert told == again == f"已从版本 1.0 沿用：{suggested}"
    assert unquote(leads or "") == VERSIONS
    assert look.complaints == []


@pytest.mark.parametrize("look_of", LOOKS, ids=lambda each: "-".join(map(str, each)))
@pytest.mark.usefixtures("carried")
async def test_the_queue_shows_old_and_new_wording_of_a_carried_alignment_side_by_side(
    versions: Served, browser: Browser, look_of: tuple[int, str, str]
):
    width, language, theme = look_of
    titles = {"zh": ["旧版本的原文", "本版本的原文"], "en": ["In the earlier version", "In this version"]}

    async with opened(browser, versions, width, theme) as look:
        page = look.page
        await look.show(in_language("/review?target=Certificate:示例网页开发", language))
        await page.locator(".queue li button", has_text=REWORDED[1]).first.click()
        await page.wait_for_selector(".wordings")
        await look.settle()
        told = await page.locator(".wordings dt").all_inner_texts()
        texts = await page.locator(".wordings dd").all_inner_texts()
        marked = [await page.locator(f".wordings {each}").all_inner_texts() for each in ("del", "ins")]
        # The words of one that did not change stand nowhere twice.
        await page.locator(".queue li button", has_text="能使用HTML编写页面结构").first.click()
        await page.wait_for_selector(".wordings", state="detached")
        found = await look.violations(), await look.spilled(), await look.problems(), await look.width()

    assert (told, texts, marked) == (titles[language], [*REWORDED], [["单"], ["多"]])
    assert found == ([], [], [], width)
    assert look.complaints == []


@pytest.mark.parametrize("language", SAID_OF_REWORDED)
@pytest.mark.usefixtures("carried")
async def test_a_proposal_of_a_reworded_requirement_is_marked_and_never_selected_with_all(
    versions: Served, reviewable, browser: Browser, language: str
):
    mark, left_out, among, effect = SAID_OF_REWORDED[language]

    async with opened(browser, versions) as look:
        page = look.page
        await look.show(f"/review?target=Certificate:示例网页开发&lang={language}")
        await sign_in(page, reviewable[1]["林评审"])
        await look.settle()
        marks = await page.locator(".queue li .tag").all_inner_texts()
        boxes = page.locator(".queue li input:enabled")
        await page.get_by_role("button", name={"zh": "全选", "en": "Select all"}[language], exact=True).click()
        number = await boxes.count(), await page.locator(".queue li input:checked").count()
        chosen = await page.locator(".queue li:has(.tag) input:checked").count()
        said = await page.inner_text(".queue > .row")
        await page.locator(".queue li:has(.tag) input").first.check()
        told = await page.inner_text(".selected > .fine")
        await page.locator(".queue li:has(.tag) button").first.click()
        await page.wait_for_selector(".effect")
        shown = await page.inner_text(".effect + .fine")

    assert marks == [mark] * 2
    assert number == (number[0], number[0] - 2)
    assert chosen == 0
    assert left_out in said
    assert among in told
    assert effect in shown
    assert look.complaints == []


@pytest.mark.usefixtures("carried")
def test_the_table_of_alignments_gives_reasons_of_carried_rows_in_its_language(versions: Served):
    address = f"{versions.url}/tables/alignments.csv?target=Certificate:示例网页开发&language="
    tables = {each: httpx.get(address + each).text for each in ("zh", "en")}

    assert "沿用自 1.0 版" in tables["zh"]
    assert "Carried forward" not in tables["zh"]
    assert "Carried forward from" in tables["en"]


async def test_an_import_is_undone_from_the_list_of_the_last_ones(versions: Served, reviewable, browser: Browser):
    token = reviewable[1]["陈评审"]
    written = confirmed_node((versions, token), "SKILL_STANDARD", version("4.0"))

    async with opened(browser, versions) as look:
        page = look.page
        await look.show("/import/standard")
        await sign_in(page, token)
        newest, oldest = (page.locator(f"section:has(#last-imports-title) > ul > li >> nth={at}") for at in (0, -1))
        await oldest.locator("summary").click()
        await oldest.locator(".undo-import li").first.wait_for()
        blocked = await oldest.locator(".undo-import .lead").inner_text()
        names = await oldest.locator(".undo-import li b").all_inner_texts()
        reasons = await oldest.locator(".undo-import li .fine").all_inner_texts()
        proposal = oldest.locator(".undo-import li", has_text=f" → 2.1.1 {REWORDED[0]}").locator("a")
        leads = await proposal.get_attribute("href")
        found = await look.violations(), await look.spilled()
        await newest.locator("summary").click()
        await newest.locator(".undo-import li").first.wait_for()
        takes = await newest.locator(".undo-import li").all_inner_texts()
        there = versions.ask(THERE, {"id": written})["data"]["node"]
        await newest.get_by_text("确认撤销").click()
        await newest.locator(".tag").wait_for()
        await look.settle()
        left = await newest.locator("summary").count()
        told = await newest.locator("[role=status]").inner_text()
        has_focus = await newest.evaluate("row => document.activeElement === row")
        gone = versions.ask(THERE, {"id": written})["data"]["node"]
        # A colleague brings the same version: that is no import of this editor.
        again = confirmed_node((versions, reviewable[1]["林评审"]), "SKILL_STANDARD", version("4.0"))
        await page.reload()
        await sign_in(page, token)
        await newest.locator(".tag").wait_for()
        await look.settle()
        colleague = {"authorization": f"Bearer {reviewable[1]['林评审']}"}
        versions.ask(UNDO, {"input": {"standard": again}}, **colleague)
        later = await newest.locator(".tag").inner_text(), await newest.locator("summary").count()
        await look.show(str(leads))
        await page.wait_for_url("**/review?**")
        query = parse_qs(urlsplit(page.url).query)

    assert blocked.startswith("现在不能撤销")
    requirements = ("1.1.1 能使用HTML编写页面结构", f"1.2.3 {REWRITTEN[0]}", f"2.1.1 {REWORDED[0]}", f"1.2.2 {REMOVED}")
    assert [sum(f" → {each}" in name for name in names) for each in requirements] == [1, 1, 1, 1]
    assert "职业技能要求 14" in takes
    assert (there, gone, left) == ({"id": written}, None, 0)
    assert found == ([], [])
    assert (again, later) == (written, ("已撤销", 0))
    assert (told, has_focus) == ("示例网页开发 990003 4.0 的导入已撤销。", True)
    assert "待定的对接" in reasons
    assert not any("Alignment:" in each or "SkillRequirement:" in each for each in (*names, *reasons))
    assert (query["target"], query["at"][0].partition(":")[0]) == (["Certificate:示例网页开发"], "Alignment")
    # What is gone is asked for no more, so nothing is complained of.
    assert look.complaints == []


async def test_a_list_of_last_imports_that_is_cut_says_so(versions: Served, reviewable, browser: Browser):
    """Twenty are asked for; of two only one is, so that the server gives a list with more behind it."""

    async def ask_for_one(route: Route) -> None:
        body = route.request.post_data or ""
        if "query LastImports" in body:
            await route.continue_(post_data=body.replace("first: 20", "first: 1"))
        else:
            await route.continue_()

    said = []
    async with opened(browser, versions) as look:
        page = look.page
        for asks_for_one in (False, True):
            if asks_for_one:
                await page.route("**/graphql", ask_for_one)
            await look.show("/import/standard")
            await sign_in(page, reviewable[1]["陈评审"])
            await page.wait_for_selector("section:has(#last-imports-title) > ul > li")
            said.append(await page.locator("section:has(#last-imports-title) > p.fine").all_inner_texts())

    assert said == [[], ["仅列出最近 1 次，更早的未列出。"]]


async def test_an_import_is_undone_where_it_was_confirmed(versions: Served, reviewable, browser: Browser):
    token = reviewable[1]["陈评审"]
    job = job_of((versions, token), "SKILL_STANDARD", version("5.0"))

    async with opened(browser, versions) as look:
        page = look.page
        await look.show(f"/import/standard?job={job}")
        await sign_in(page, token)
        await page.wait_for_selector(".questions")
        await answer_questions(page)
        await page.click("button:has-text('确认写入')")
        for press in ("撤销此次导入", "不撤销", "撤销此次导入"):
            await page.click(f".written :is(summary, button):has-text('{press}')")
        await page.click("button:has-text('确认撤销')")
        await page.wait_for_selector(".written .lead[role=status]")
        told = await page.inner_text(".written .lead[role=status]")
        has_focus = await page.evaluate("document.activeElement?.matches('.written .lead[role=status]')")
        statuses = await page.locator(".written [role=status]").all_inner_texts()
        await page.wait_for_selector(".written h2:has-text('已撤销')")
        await page.reload()
        await sign_in(page, token)
        await page.wait_for_selector(".written .lead[role=status]")
        again = await page.inner_text(".written .lead[role=status]")

    assert told == again == "示例网页开发 990003 5.0 的导入已撤销。"
    assert (has_focus, len(statuses)) == (True, 2)
    assert versions.ask(THERE, {"id": "SkillStandard:990003:5.0"})["data"]["node"] is None
