"""What a fit is asked of: a standard, a plan, a major by one of its documents, and courses that a person ticks."""

import io
import json
from urllib.parse import parse_qsl, quote, unquote, urlsplit

import openpyxl
import pytest
from playwright.async_api import Browser, Page

from tests.served.browser.explorer_page import opened
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

STANDARD, CERTIFICATE = "TeachingStandard:2025:510203", "Certificate:JavaWeb应用开发"
PLAN = "TrainingPlan:示例院校（虚构）:软件技术（示例）:2026级"
MAJOR, WITH_PLANS_ALONE, WITH_NOTHING = "Major:2021:510203", "Major:2021:310210", "Major:2015:610205"
OF_SUBJECT = "query ($subject: ID!, $target: ID!) { coverage(subject: $subject, target: $target) { covered partlyCovered unknown notCovered } }"
OF_COURSES = "query ($courses: [ID!], $target: ID!) { coverage(courses: $courses, target: $target) { covered partlyCovered unknown notCovered } }"
MEASURED = ".measured-by select"
COURSES = {
    "Course:2025:510203:1": "程序设计基础",
    "Course:2025:510203:3": "数据库技术",
    "Course:2025:510203:19": "面向对象程序设计",
}
SET = "Course:2025:510203:1,3,19"


async def counted(page: Page) -> list[str]:
    """Give the counts of the headline: covered, partly, not reviewed, gaps."""
    await page.wait_for_selector(".fit-head .legend")
    return await page.locator(".fit-head .legend b").all_inner_texts()


def counts_of(served: Served, query: str, **asked: object) -> list[str]:
    """Give what the headline must show; where no one looked, what was found is unknown."""
    coverage = served.ask(query, {**asked, "target": CERTIFICATE})["data"]["coverage"]
    is_reviewed = sum(coverage.values()) > coverage["unknown"]
    return [str(count) if is_reviewed or state == "unknown" else "未知" for state, count in coverage.items()]


async def test_a_major_is_measured_by_its_standard_and_offers_its_plans(served: Served, browser: Browser):
    by_standard, by_plan = (counts_of(served, OF_SUBJECT, subject=each) for each in (STANDARD, PLAN))

    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/fit?subject={MAJOR}&target={CERTIFICATE}")
        first = await counted(page)
        said = await page.locator(".measured-by").inner_text()
        shown = await page.locator(f"{MEASURED} option:checked").inner_text()
        await page.select_option(MEASURED, PLAN)
        await page.wait_for_url("**by=TrainingPlan**")
        await look.settle()
        second = await counted(page)
        await page.reload()
        await look.settle()
        again = (await counted(page), await page.input_value(MEASURED))
        await page.go_back()
        await page.wait_for_function(
            "each => document.querySelector('.measured-by select')?.value === each", arg=STANDARD
        )
        back = await counted(page)

    assert (first, second, again, back) == (by_standard, by_plan, (by_plan, PLAN), by_standard)
    assert by_standard != by_plan
    assert said.startswith("专业：软件技术")
    assert "按这一项对照" in said
    assert shown == "教学标准（2025）"
    assert look.complaints == []


async def test_a_major_without_a_standard_is_measured_by_a_plan_and_without_both_leads_on(
    served: Served, browser: Browser
):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/fit?subject={WITH_PLANS_ALONE}&target={CERTIFICATE}&lang=en")
        measured = await page.locator(f"{MEASURED} option:checked").inner_text()
        await look.show(f"/fit?subject={WITH_NOTHING}&target={CERTIFICATE}")
        title = await page.inner_text("h1")
        links = await page.locator(".empty a").evaluate_all("all => all.map(each => each.pathname)")

    assert measured == "training plan: 深圳信息职业技术大学 2025级 嵌入式技术"
    assert title.startswith("软件技术")
    assert links == ["/majors/2015/610205", "/import/plan", "/fit"]
    assert look.complaints == []


async def test_courses_are_ticked_compared_and_changed_again(served: Served, browser: Browser):
    expected = counts_of(served, OF_COURSES, courses=list(COURSES))

    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/fit?target={CERTIFICATE}")
        await page.click("text=或自选一组课程来对照")
        await page.wait_for_selector("h1:has-text('选择要对照的课程')")
        await page.get_by_label("查找课程、专业或方案").fill("510203")
        await page.click("main button:has-text('查找')")
        await page.click(".picks a:has-text('软件技术 2025')")
        for name in COURSES.values():
            await page.get_by_label(name, exact=True).check()
        told = await page.inner_text("#picked-title")
        await page.click("text=对照这 3 门课程")
        shown = await counted(page)
        address = dict(parse_qsl(urlsplit(page.url).query))
        await page.reload()
        await look.settle()
        again = await counted(page)
        await page.go_back()
        await page.wait_for_selector("#picked-title:has-text('已选 3 门课程')")
        await page.locator(".picks input:checked").nth(len(COURSES) - 1).wait_for()
        ticked = await page.locator(".picks input:checked").count()

    assert told == "已选 3 门课程"
    assert (shown, again) == (expected, expected)
    assert address == {"target": CERTIFICATE, "course": SET}
    assert ticked == len(COURSES)
    assert look.complaints == []


async def test_a_set_of_courses_has_all_views_the_evidence_the_query_and_the_workbook(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/fit?target={CERTIFICATE}&course={SET}&view=matrix&level=ALL")
        rows = await page.locator(".matrix tbody th[scope=row]").all_inner_texts()
        await page.click(".matrix .cell >> nth=0")
        await page.wait_for_selector(".drawer .proof")
        proved = set(await page.locator(".drawer .proof > p:first-child a").all_inner_texts())
        await page.keyboard.press("Escape")
        await page.click(".choice label:has-text('清单')")
        await page.wait_for_selector("table.requirements")
        await page.click(".tools button:has-text('GraphQL')")
        variables = json.loads(await page.locator(".under pre").nth(1).inner_text())
        async with page.expect_download() as sent:
            await page.click(".tools a:has-text('XLSX')")
        content = io.BytesIO((await (await sent.value).path()).read_bytes())
        totals = dict(openpyxl.load_workbook(content).worksheets[2].iter_rows(values_only=True))
        review = await page.locator(".fit-head a:has-text('评审与建议')").get_attribute("href")

    assert sorted(rows) == sorted(COURSES.values())
    assert proved <= set(rows)
    assert variables == {"courses": list(COURSES), "target": CERTIFICATE}
    assert totals["主体"] == "; ".join(COURSES)
    assert f"subject={STANDARD}" in unquote(review or "")
    assert look.complaints == []


PLAN_COURSE = PLAN.replace("TrainingPlan:", "PlanCourse:")
ODD_SETS = {
    "too many": (
        "course=Course:2025:510203:" + ",".join(str(each) for each in range(1, 102)),
        "一次最多对照 100 门课程",
    ),
    "mixed": (f"course=Course:2025:510203:1&course={quote(PLAN_COURSE)}:1", "教学标准与培养方案的课程不能一起对照"),
}


@pytest.mark.parametrize("name", ODD_SETS)
async def test_a_set_that_cannot_be_measured_says_why_and_leads_to_the_choice(
    served: Served, browser: Browser, name: str
):
    query, title = ODD_SETS[name]
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/fit?target={CERTIFICATE}&{query}")
        said = await page.inner_text("h1")
        await page.click("a:has-text('改选课程')")
        await page.wait_for_selector("h1:has-text('选择要对照的课程')")

    assert said == title
    assert look.complaints == []


async def test_courses_of_the_other_kind_and_beyond_the_most_cannot_be_ticked(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/fit?target={CERTIFICATE}&pick={quote(PLAN)}&course=Course:2025:510203:1")
        open_boxes = await page.locator(".picks input:enabled").count()
        note = await page.inner_text(".edge-one [role=note]")
        await page.click("button:has-text('全部去掉')")
        await page.wait_for_selector("#picked-title:focus")
        await page.click("button:has-text('全选')")
        await page.click("a:has-text('对照这')")
        whole = await counted(page)
        full = ",".join(str(each) for each in range(1, 101))
        await look.show(f"/fit?target={CERTIFICATE}&pick={STANDARD}&course=Course:2025:510209:{full}")
        beyond = await page.locator(".picks input:enabled").count()

    assert open_boxes == 0
    assert "不能与另一类课程一起对照" in note
    assert whole == counts_of(served, OF_SUBJECT, subject=PLAN)
    assert beyond == 0
    assert look.complaints == []


@pytest.mark.parametrize(("language", "width", "theme"), [("zh", 1440, "light"), ("en", 390, "dark")])
async def test_the_choice_of_courses_is_set_well_and_open_to_all(
    served: Served, browser: Browser, language, width, theme
):
    async with opened(browser, served, width, theme) as look:
        await look.show(
            f"/fit?target={CERTIFICATE}&pick={STANDARD}&course=Course:2025:510203:1&q=数据库&lang={language}"
        )
        assert (await look.flaws(), await look.violations()) == ([], [])
        await look.show(f"/fit?subject={MAJOR}&target={CERTIFICATE}&lang={language}")
        assert (await look.flaws(), await look.violations()) == ([], [])
        await look.show(
            f"/fit?course=Course:2025:510203:1&course=Course:2025:510209:3&target={CERTIFICATE}&lang={language}"
        )
        assert (await look.flaws(), await look.violations()) == ([], [])
