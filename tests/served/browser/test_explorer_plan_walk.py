"""The way of a college through the pages of a plan: a file dropped, a schedule asked as it is meant, another language, back."""

import io
import re

import openpyxl
import pytest
from playwright.async_api import Browser

from tests.served.browser.bringing import confirmed_node, sign_in
from tests.served.browser.explorer_page import opened
from tests.served.browser.plan_pages import ROWS, asking, page_of, plan_document, solve, told_of
from tests.served.conftest import Served

pytestmark = pytest.mark.engine("embedded")

DROP = """bytes => {
  const data = new DataTransfer();
  data.items.add(new File([Uint8Array.from(bytes)], '方案.xlsx'));
  const drop = document.querySelector('.drop');
  for (const name of ['dragover', 'drop']) {
    drop.dispatchEvent(new DragEvent(name, { dataTransfer: data, bubbles: true, cancelable: true }));
  } }"""
SCHEDULE = """query ($id: ID!) { improvementJob(id: $id) {
  stages { objective } schedule { courses { course semester } } } }"""


@pytest.fixture(scope="module")
def plan(writable: tuple[Served, str]) -> str:
    """The id of a plan whose semesters can be scheduled."""
    return confirmed_node(writable, "TRAINING_PLAN", plan_document("2085级"))


async def test_a_file_that_is_dropped_is_read(writable, browser: Browser):
    async with opened(browser, writable[0]) as look:
        page = look.page
        await look.show("/import/plan")
        await sign_in(page, writable[1])
        await page.evaluate(DROP, [*plan_document("2086级")])
        chosen = await page.inner_text(".upload .row [role=status]")
        await page.click(".upload .button.primary")
        await page.wait_for_selector(".plan-lines")
        names = await page.locator(".plan-lines th[scope=row] > [lang]:first-child").all_inner_texts()

    assert "方案.xlsx" in chosen
    assert sorted(names) == sorted(str(row[2]) for row in ROWS)
    assert look.complaints == []


async def test_a_schedule_begins_courses_where_it_is_told_and_makes_least_what_stands_first(
    writable, plan, browser: Browser
):
    async with asking(browser, writable, page_of(plan, "view=schedule")) as look:
        page = look.page
        await page.click(".schedule-form summary")
        await page.select_option("[name=begin]", "软件测试")
        await page.check("[name=begin-3]")
        await page.click(".schedule-order li:nth-child(2) button")
        order = await page.locator(".schedule-order li > span").all_inner_texts()
        await solve(page)
        (job,) = re.findall(r"job=(\w+)", page.url)
        told = told_of(writable, SCHEDULE, {"id": job})["improvementJob"]

    semesters = {each["course"]: each["semester"] for each in told["schedule"]["courses"]}
    assert order[:2] == ["换学期的课程数", "最满学期的周学时"]
    assert [each["objective"] for each in told["stages"]][:2] == ["MOVES", "PEAK"]
    assert semesters["软件测试"] == 3
    assert look.complaints == []


async def test_an_answer_stays_in_the_other_language_and_when_one_comes_back(writable, plan, browser: Browser):
    async with asking(browser, writable, page_of(plan, "view=schedule")) as look:
        page = look.page
        await solve(page)
        before = page.url
        moved = await page.locator("h3 + .plain-list li > [lang]").all_inner_texts()
        await page.click(".top >> text=English")
        await page.wait_for_selector("h2:text('Balance the semesters')")
        await page.wait_for_selector(".proof-line")
        english = await page.locator("h3 + .plain-list li > [lang]").all_inner_texts()
        await page.click(".tabs a >> nth=1")
        await page.wait_for_selector(".board")
        await page.go_back()
        await page.wait_for_selector(".proof-line")
        after = page.url

    assert moved
    assert english == moved
    assert after == f"{before}&lang=en"
    assert look.complaints == []


async def test_on_a_phone_a_plan_goes_from_the_first_page_to_its_export(writable, browser: Browser):
    in_sight = "each => { const { top } = each.getBoundingClientRect(); return top >= 0 && top < innerHeight; }"

    async with opened(browser, writable[0], 390) as look:
        page = look.page
        await look.show("/")
        await page.click(".door:has-text('从培养方案出发')")
        await page.click("main .page-head a")
        await sign_in(page, writable[1])
        file = {"name": "方案.xlsx", "mimeType": "application/octet-stream", "buffer": plan_document("2061级")}
        await page.set_input_files("input[type=file]", file)
        await page.click(".upload .button.primary")
        await page.wait_for_selector(".plan-lines")
        before = await page.locator("#confirm-title").evaluate(in_sight)
        await page.click(".steps-bar a")
        after = await page.locator("#confirm-title").evaluate(in_sight)
        await page.check("text=直接发布")
        await page.click("button:text-is('确认写入')")
        await page.click("main >> text=打开方案页")
        await page.wait_for_selector(".tabs")
        await page.click(".tabs >> text=融入证书")
        hint = await page.inner_text(".ask [role=status]")
        async with page.expect_download() as download:
            await page.click(".export >> text=XLSX")
        content = (await (await download.value).path()).read_bytes()
        width = await look.width()

    sheet = openpyxl.load_workbook(io.BytesIO(content)).worksheets
    cells = {cell for each in sheet for row in each.iter_rows(values_only=True) for cell in row}
    assert (before, after) == (False, True)
    assert hint == "请先选择证书等级。"
    assert {str(row[2]) for row in ROWS} <= cells
    assert (width, look.complaints) == (390, [])
