"""What a fit is measured against: a whole certificate, one of its levels, one version of its standard, kept in the address."""

import asyncio
import csv
import io
import json
import re
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pytest
from playwright.async_api import Browser, Download, Page, Route

from tests.interchange.standard_imports.imports import HEAD
from tests.interchange.standards.made_standards import CONTENT, standard_docx
from tests.served.browser.bringing import confirmed_node, renamed
from tests.served.browser.explorer_page import opened
from tests.served.browser.made_versions import changed
from tests.served.conftest import Served

pytestmark = pytest.mark.engine("embedded")

SUBJECT, JAVA = "TeachingStandard:2025:510203", "Certificate:JavaWeb应用开发"
NAME, CODE = "示例两版对照", "990078"
TWO_LEVELS = "示例两个等级"
EARLIER, LATER = (f"SkillStandard:{CODE}:{each}" for each in ("1.0", "2.0"))
LEVEL, VERSION = (
    ".target-choice .select:has-text('对照等级') select",
    ".target-choice .select:has-text('标准版本') select",
)
ASK = """query ($subject: ID!, $target: ID!, $level: CertificateLevelCode) {
  coverage(subject: $subject, target: $target, level: $level) { covered partlyCovered unknown notCovered } }"""


@pytest.fixture(scope="module")
def versions(documented: tuple[Served, dict[str, str]]) -> Served:
    """A server whose graph has a certificate with two versions of its standard."""
    server, tokens = documented
    made = (standard_docx(None, HEAD), standard_docx(changed(), [each.replace("1.0版", "2.0版") for each in HEAD]))
    lower = {level: areas for level, areas in CONTENT.items() if level != "高级"}
    confirmed_node(
        (server, tokens["陈评审"]), "SKILL_STANDARD", renamed(standard_docx(lower, HEAD), TWO_LEVELS, "990079")
    )
    for document, standard in zip(made, (EARLIER, LATER), strict=True):
        found = confirmed_node((server, tokens["陈评审"]), "SKILL_STANDARD", renamed(document, NAME, CODE))
        assert found == standard
    return server


def counts_of(server: Served, target: str, level: str | None = None) -> list[str]:
    """Give what the headline must show; where no one looked, what was found is unknown."""
    coverage = server.ask(ASK, {"subject": SUBJECT, "target": target, "level": level})["data"]["coverage"]
    is_reviewed = sum(coverage.values()) > coverage["unknown"]
    return [str(count) if is_reviewed or state == "unknown" else "未知" for state, count in coverage.items()]


async def counted(page: Page) -> list[str]:
    await page.wait_for_selector(".fit-head .legend")
    return await page.locator(".fit-head .legend b").all_inner_texts()


async def saved(page: Page, tool: str) -> Path:
    async with page.expect_download() as sent:
        await page.click(f".tools :text-is('{tool}')")
    download: Download = await sent.value
    return Path(await download.path())


async def test_a_level_is_chosen_as_the_target_before_the_programme(versions: Served, browser: Browser):
    expected = counts_of(versions, JAVA, "INTERMEDIATE")

    async with opened(browser, versions) as look:
        page = look.page
        await look.show(f"/fit?target={JAVA}")
        await page.select_option(LEVEL, "INTERMEDIATE")
        await look.settle()
        await page.click(".picks a:has-text('软件技术')")
        shown = (await counted(page), await page.input_value(LEVEL), await page.title())
        await page.reload()
        await look.settle()
        again = (await counted(page), await page.input_value(LEVEL), await page.title())
        end, headline = await page.inner_text(".end-x"), await page.inner_text(".headline h2")
        await page.select_option(LEVEL, "")
        await look.settle()
        whole = await counted(page)
        await page.go_back()
        await page.wait_for_function(
            "([each, value]) => document.querySelector(each)?.value === value",
            arg=[".target-choice select", "INTERMEDIATE"],
        )
        back = await counted(page)

    assert shown == again
    assert (shown[0], back, whole) == (expected, expected, counts_of(versions, JAVA))
    assert expected != whole
    assert "软件技术 × JavaWeb应用开发 · 中级" in shown[2]
    assert "中级" in end
    assert headline.startswith("仅中级：")
    assert look.complaints == []


async def test_the_bars_of_a_choice_are_those_of_the_chosen_level(versions: Served, browser: Browser):
    cube = """query ($level: [CertificateLevelCode!]) { coverageCube(dimensions: [MAJOR],
      filter: {certificate: ["JavaWeb应用开发"], certificateLevel: $level, major: ["Major:2021:510203"]}) { rows { covered unknown } } }"""

    async with opened(browser, versions) as look:
        for level in ("INTERMEDIATE", None):
            [row] = versions.ask(cube, {"level": level and [level]})["data"]["coverageCube"]["rows"]
            await look.show(f"/fit?target={JAVA}{f'&level={level}' if level else ''}")
            bar = await look.page.locator(".picks .row:has-text('510203') .bar").get_attribute("aria-label")
            assert f"已覆盖 {row['covered']}" in (bar or "")
            assert f"未评审 {row['unknown']}" in (bar or "")


async def test_the_tables_and_the_query_of_a_level_are_those_of_it(versions: Served, browser: Browser):
    async with opened(browser, versions) as look:
        page = look.page
        await look.show(f"/fit?subject={SUBJECT}&target={JAVA}&level=ADVANCED&view=list")
        rows = list(csv.DictReader(io.StringIO((await saved(page, "CSV")).read_text(encoding="utf-8-sig"))))
        values = json.loads((await saved(page, "JSON")).read_text(encoding="utf-8"))
        totals = dict(openpyxl.load_workbook(io.BytesIO((await saved(page, "XLSX")).read_bytes())).worksheets[2].values)
        await page.click(".tools button:has-text('GraphQL')")
        query, variables = await page.locator(".under pre").all_inner_texts()
        answer = versions.ask(query, json.loads(variables))["data"]["coverage"]

    assert {(each["等级"], each["标准版本"]) for each in rows} == {("高级", "2.0")}
    assert {each["standard"] for each in values} == {"2.0"}
    assert (totals["目标"], totals["等级"], totals["技能要求总数"]) == (JAVA, "高级", len(rows))
    assert json.loads(variables) == {"subject": SUBJECT, "target": JAVA, "level": "ADVANCED"}
    assert answer["requirements"] == len(rows) == len(values)


async def test_a_version_of_the_standard_is_the_target_with_its_requirements_alone(versions: Served, browser: Browser):
    certificate = f"Certificate:{NAME}"

    async with opened(browser, versions) as look:
        page = look.page
        await look.show(f"/fit?subject={SUBJECT}&target={certificate}&view=list&level=ADVANCED")
        newest = await page.locator(".requirements tbody tr:not(.task-row)").count()
        await page.select_option(VERSION, EARLIER)
        await page.wait_for_function("() => document.title.includes('标准 1.0 版')")
        await look.settle()
        earlier = await page.locator(".requirements tbody tr:not(.task-row)").count()
        headline, whole = await counted(page), await page.inner_text(".drawer .whole")
        end = await page.locator(".end-x").get_attribute("href")
        totals = dict(openpyxl.load_workbook(io.BytesIO((await saved(page, "XLSX")).read_bytes())).worksheets[2].values)
        await page.reload()
        await look.settle()
        again = (await counted(page), await page.input_value(VERSION))
        await page.click(".fit-head a:has-text('只对照几门课程')")
        await page.click("button:has-text('全选')")
        await page.click("a:has-text('对照这')")
        of_courses = (await counted(page), await page.input_value(VERSION))

    assert newest == earlier + 1
    assert headline == counts_of(versions, EARLIER, "ADVANCED")
    assert again == of_courses == (headline, EARLIER)
    assert whole.startswith("标准 1.0 版共 ")
    assert "level=ADVANCED&version=1.0" in (end or "")
    assert (totals["目标"], totals["等级"], totals["技能要求总数"]) == (EARLIER, "高级", earlier)
    assert look.complaints == []


async def test_a_version_of_another_certificate_is_no_target_of_this_one(versions: Served, browser: Browser):
    async with opened(browser, versions) as look:
        await look.show(f"/fit?subject={SUBJECT}&target={JAVA}&standard={LATER}")
        assert await look.page.inner_text("h1") == "图谱里没有这个对象"


async def test_what_is_reviewed_of_a_version_are_its_own_requirements(versions: Served, browser: Browser):
    gone = "INTERMEDIATE:1.2.2"
    at = f"view=list&level=INTERMEDIATE&at=req:{gone}"
    async with opened(browser, versions) as look:
        page = look.page
        await look.show(f"/fit?subject={SUBJECT}&target=Certificate:{NAME}&standard={EARLIER}&{at}")
        await page.click(".drawer a:has-text('去评审')")
        await page.wait_for_selector(".review")
        address, opened_there = unquote(page.url), await page.inner_text(".review > :last-child")
        await page.click("main > .lead a:has-text('对接')")
        await look.settle()
        back = (await counted(page), await page.input_value(VERSION))

    assert address.endswith(f"at=SkillRequirement:{CODE}:1.0:{gone}")
    assert "能设置过期时间" in opened_there
    assert "2.0 版" not in opened_there
    assert back == (counts_of(versions, EARLIER), EARLIER)
    assert look.complaints == []


async def test_the_title_names_the_version_whose_figures_are_shown(versions: Served, browser: Browser):
    async with opened(browser, versions) as look:
        page = look.page
        await look.show(f"/fit?subject={SUBJECT}&target=Certificate:{NAME}&level=ADVANCED")
        held = asyncio.Event()

        async def hold(route: Route) -> None:
            if "FitCoverage" in (route.request.post_data or ""):
                await held.wait()
            await route.continue_()

        await page.route("**/graphql", hold)
        await page.select_option(VERSION, EARLIER)
        await page.wait_for_function("() => location.search.includes('standard=')")
        meanwhile = await page.title()
        held.set()
        await page.wait_for_function("() => document.title.includes('标准 1.0 版')")

    assert "1.0" not in meanwhile


async def test_a_choice_names_its_certificate_and_takes_no_version_of_another(versions: Served, browser: Browser):
    async with opened(browser, versions) as look:
        page = look.page
        await look.show("/fit")
        await page.select_option(LEVEL, "ADVANCED")
        named = page.url
        await look.show(f"/fit?standard={EARLIER}&target={JAVA}")
        links = await page.locator(".picks a").evaluate_all("all => all.map((each) => each.getAttribute('href'))")

    assert "target=Certificate" in named
    assert links
    assert [each for each in links if "standard=" in each] == []


async def test_clearing_the_filters_changes_nothing_of_the_target(versions: Served, browser: Browser):
    async with opened(browser, versions) as look:
        page = look.page
        for clear in ("key", "button"):
            await look.show(f"/fit?subject={SUBJECT}&target=Certificate:{NAME}&level=ADVANCED&state=COVERED&view=list")
            if clear == "key":
                await page.keyboard.press("0")
            else:
                await page.click("button:has-text('清除筛选')")
            await page.wait_for_function("() => !location.search.includes('state=')")
            await page.wait_for_selector(".requirements")
            assert (await page.input_value(LEVEL), "level=ADVANCED" in page.url) == ("ADVANCED", True)


async def test_a_level_that_the_standard_lacks_is_named_as_such(versions: Served, browser: Browser):
    async with opened(browser, versions) as look:
        await look.show(f"/fit?subject={SUBJECT}&target=Certificate:{TWO_LEVELS}&level=ADVANCED")
        said = await look.page.inner_text(".target-choice")
        count = await counted(look.page)

    assert "该标准没有高级，这里对照整个证书。" in said
    assert count == counts_of(versions, f"Certificate:{TWO_LEVELS}")
    assert look.complaints == []


@pytest.mark.parametrize(("language", "width", "theme"), [("zh", 1440, "light"), ("en", 390, "dark")])
async def test_the_choice_of_a_target_is_set_well_and_open_to_all(
    versions: Served, browser: Browser, language, width, theme
):
    async with opened(browser, versions, width, theme) as look:
        for address in (
            f"/fit?target=Certificate:{NAME}&level=INTERMEDIATE&standard={EARLIER}",
            f"/fit?subject={SUBJECT}&target=Certificate:{NAME}&level=INTERMEDIATE&standard={EARLIER}",
        ):
            await look.show(f"{address}&lang={language}")
            assert (await look.flaws(), await look.violations(), look.complaints) == ([], [], [])


async def test_no_words_name_a_side_that_a_phone_does_not_have(versions: Served, browser: Browser):
    """On a phone one stands above the other."""
    said = {}
    async with opened(browser, versions, 390) as look:
        for address in ("/fit", f"/certificates/{NAME}/versions"):
            for language in ("zh", "en"):
                await look.show(f"{address}?lang={language}")
                said[address, language] = re.findall(r"[左右]|\b(?:left|right)\b", await look.page.inner_text("main"))

    assert said == {each: [] for each in said}


NAMED = {
    "SkillStandard:510084:2.0": {"standard": "SkillStandard:510084:2.0"},
    "StandardLevel:510084:2.0:INTERMEDIATE": {"standard": "SkillStandard:510084:2.0", "level": "INTERMEDIATE"},
}


@pytest.mark.parametrize("target", NAMED)
async def test_an_address_may_name_a_standard_or_its_level_as_target(served: Served, browser: Browser, target: str):
    async with opened(browser, served) as look:
        await look.show(f"/fit?subject={SUBJECT}&target={target}")
        await counted(look.page)
        said = dict(each.split("=", 1) for each in unquote(look.page.url).partition("?")[2].split("&"))

    assert said == {"subject": SUBJECT, "target": JAVA, **NAMED[target]}


# What an id of the API names, and what the address of the fit says in place of it.
BY_ID = [
    ("CertificateLevel:JavaWeb应用开发:ADVANCED", "level=ADVANCED", ".target-choice select >> nth=0"),
    ("WorkArea:510084:2.0:ELEMENTARY:1", "level=ELEMENTARY&area=area:ELEMENTARY:1", ".areas-strip [aria-pressed=true]"),
    ("WorkTask:510084:2.0:ELEMENTARY:1.2", "level=ELEMENTARY&at=task:ELEMENTARY:1.2", ".drawer :text('1.2') >> nth=0"),
    (
        "SkillRequirement:510084:2.0:ELEMENTARY:1.1.1",
        "level=ELEMENTARY&at=req:ELEMENTARY:1.1.1",
        ".drawer :text('1.1.1')",
    ),
]


@pytest.mark.parametrize("part", BY_ID)
@pytest.mark.parametrize("subject", [SUBJECT, "Major:2021:510203"])
async def test_a_part_of_a_certificate_as_target_is_chosen_in_the_fit_of_the_certificate(
    versions: Served, browser: Browser, part: tuple[str, str, str], subject: str
):
    named, chosen, place = part
    async with opened(browser, versions) as look:
        await look.show(f"/fit?subject={subject}&target={named}")
        await look.page.locator(place).first.wait_for()
        address = unquote(look.page.url)

    assert address == f"{versions.url}/fit?subject={subject}&target={JAVA}&{chosen}"
    assert look.complaints == []


async def test_the_counts_of_a_level_by_its_id_are_those_of_the_api(versions: Served, browser: Browser):
    level = "CertificateLevel:JavaWeb应用开发:ADVANCED"

    async with opened(browser, versions) as look:
        await look.show(f"/fit?subject={SUBJECT}&target={level}")
        shown = await counted(look.page)

    assert shown == counts_of(versions, level)
