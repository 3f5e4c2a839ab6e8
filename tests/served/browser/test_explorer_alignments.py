"""A table of alignments taken from the page of a fit, filled in, brought back by the page, and brought back again."""

import io
from urllib.parse import quote

import httpx
import openpyxl
import pytest
from playwright.async_api import Browser, Page

from interchange.alignments.table_columns import COLUMNS, SUGGESTION_COLUMNS
from tests.served.browser.bringing import sign_in
from tests.served.browser.explorer_page import opened
from tests.served.conftest import Served

pytestmark = pytest.mark.engine("embedded")

SUBJECT, TARGET = "TeachingStandard:2025:510203", "Certificate:JavaWeb应用开发"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DECISION: dict[str, str | float] = {"kind": "MAJOR", "role": "TEACHES", "strength": 0.6, "rationale": "课程标准第2单元"}
WAITING = """query ($subject: ID!, $target: ID!) { reviewQueue(subject: $subject, target: $target, first: 100) {
  alignment { author kind role strength rationale } } }"""


@pytest.fixture(scope="module")
def writable(documented: tuple[Served, dict[str, str]]) -> tuple[Served, str]:
    """A server whose graph may change, and the token of a reviewer."""
    server, tokens = documented
    return server, tokens["陈评审"]


def filled(content: bytes, *, kind: str = "MAJOR") -> tuple[bytes, int]:
    """Decide on the first suggestion of a table; give the table, and how many suggestions it has."""
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    sheet = workbook.worksheets[0]
    titles = [each.value for each in sheet[1]]
    at = {each.field: titles.index(each.title.chinese) + 1 for each in (*COLUMNS, *SUGGESTION_COLUMNS)}
    suggested = [row for row in range(2, sheet.max_row + 1) if sheet.cell(row, at["ground"]).value]
    for field, value in (DECISION | {"kind": kind}).items():
        sheet.cell(suggested[0], at[field]).value = value
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue(), len(suggested)


def table_of(server: Served) -> bytes:
    """Give the table as the server writes it, without suggestions."""
    path = f"/tables/alignments.xlsx?subject={quote(SUBJECT)}&target={quote(TARGET)}&language=zh"
    return httpx.get(f"{server.url}{path}", timeout=30).content


async def bring(page: Page, content: bytes) -> list[str]:
    """Send a table, and give how many rows are new, changed, unchanged, open, in conflict and refused."""
    await page.set_input_files("input[type=file]", {"name": "a.xlsx", "mimeType": XLSX, "buffer": content})
    await page.click(".upload .button.primary")
    await page.wait_for_selector("#rows-title")
    return await page.locator("section[aria-labelledby=rows-title] .facts-row >> nth=0 >> dd").all_inner_texts()


async def test_suggestions_are_taken_away_decided_on_and_brought_back(writable, browser: Browser):
    server, token = writable
    async with opened(browser, server, 1440, "light") as look:
        page = look.page
        await look.show(f"/fit?subject={quote(SUBJECT)}&target={quote(TARGET)}")
        async with page.expect_download() as coming:
            await page.click("text=下载对接表（附建议）")
        file_name = (await coming.value).suggested_filename
        table = (await (await coming.value).path()).read_bytes()
        content, suggested = filled(table)
        brought_back_at = await page.locator("a:has-text('导入填好的对接表')").evaluate("each => each.pathname")
        # Opened directly: the table itself says where to go on.
        await look.show("/import/alignments")
        await sign_in(page, token)
        first = await bring(page, content)
        read = await page.inner_text("section[aria-labelledby=rows-title] tbody td:nth-child(4)")
        rows = await page.locator("section[aria-labelledby=rows-title] tbody tr").count()
        await page.click("button:has-text('确认写入')")
        await page.wait_for_selector(".written")
        told = await page.inner_text(".written .lead")
        onward = await page.locator(".written a").evaluate_all(
            "all => all.map(each => decodeURIComponent(each.pathname + each.search))"
        )

        await look.show("/import/alignments")
        await sign_in(page, token)
        again = await bring(page, content)
        offered = await page.locator("button:has-text('确认写入')").count()

        await look.show("/import/alignments")
        await sign_in(page, token)
        wrong = await bring(page, filled(table, kind="NO_MATCH")[0])
        problems = await page.locator("section[aria-labelledby=rows-title] tbody .code").all_inner_texts()
        await page.click("text=上传更正后的表格")
        await page.wait_for_selector(".upload")

    waiting = server.ask(WAITING, {"subject": SUBJECT, "target": TARGET})["data"]["reviewQueue"]
    assert {"author": "陈评审", **DECISION} in [each["alignment"] for each in waiting]
    assert (first[0], first[1], first[3:], rows) == ("1", "0", [str(suggested - 1), "0", "0"], 1)
    assert told == "1 条变更已写入。提出的对接等待另一人评审。"
    assert (again[0], int(again[2]), again[3:], offered) == ("0", int(first[2]) + 1, first[3:], 0)
    assert (wrong[0], wrong[5], len(problems)) == ("0", "1", 2)
    assert file_name == "alignments-2025-510203-JavaWeb应用开发.xlsx"
    assert brought_back_at == "/import/alignments"
    assert read.splitlines()[0] == "大部分重合 · 讲授 · 0.6"
    assert onward == [f"/review?subject={SUBJECT}&target={TARGET}", f"/fit?subject={SUBJECT}&target={TARGET}"]
    assert problems[0].startswith("对接表!")
    assert look.complaints == []


def with_accepted_row_changed(server: Served) -> bytes:
    workbook = openpyxl.load_workbook(io.BytesIO(table_of(server)))
    sheet, at = workbook.worksheets[0], {each.field: place for place, each in enumerate(COLUMNS, 1)}
    number = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, at["status"]).value == "已采纳")
    sheet.cell(number, at["strength"]).value = 0.55
    sheet.cell(number, at["changeReason"]).value = "课时减半"
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


async def test_a_designer_learns_before_confirming_that_a_row_is_a_reviewers(documented, browser: Browser):
    server, tokens = documented
    async with opened(browser, server, 1440, "light") as look:
        page = look.page
        await look.show("/import/alignments")
        template = await page.get_attribute(".drop a[download]", "href")
        await sign_in(page, tokens["王老师"])
        await bring(page, with_accepted_row_changed(server))
        is_enabled = await page.is_enabled("section[aria-labelledby=confirm-title] .button.primary")
        told = await page.inner_text("section[aria-labelledby=confirm-title] [role=status]")
        address = page.url.removeprefix(server.url)

    async with opened(browser, server, 1440, "light") as handed:
        await handed.show(address)
        await sign_in(handed.page, tokens["陈评审"])
        await handed.page.wait_for_selector("#rows-title")
        of_whom = await handed.page.inner_text("section[aria-labelledby=confirm-title] .lead")
        may_confirm = await handed.page.is_enabled("section[aria-labelledby=confirm-title] .button.primary")

    assert (may_confirm, handed.complaints) == (True, [])
    assert of_whom == "由您确认写入；新增和修改的行仍记为王老师提出，您可以评审这些行。"
    assert template == "/tables/alignments.xlsx?language=zh"
    assert not is_enabled
    assert told.startswith("有 1 行只能由评审人修改。")
    assert look.complaints == []


async def test_an_accepted_row_that_a_change_sends_back_is_told_before_it_is_written(writable, browser: Browser):
    server, token = writable
    async with opened(browser, server, 1440, "light") as look:
        page = look.page
        await look.show("/import/alignments")
        await sign_in(page, token)
        counts = await bring(page, with_accepted_row_changed(server))
        warned = await page.inner_text("section[aria-labelledby=rows-title] [role=alert]")
        of_row = await page.inner_text("section[aria-labelledby=rows-title] tbody td:nth-child(6)")
        said = (await page.inner_text("section[aria-labelledby=rows-title] tbody td:nth-child(4)")).splitlines()
        of_whom = await page.inner_text("section[aria-labelledby=confirm-title] .lead")

    assert counts[1] == "1"
    assert warned == "1 条目前已采纳的对接，改动后须重新决定，在此之前不再计入覆盖。"
    assert " → 0.55" in said[0]
    assert said[-1] == "变更理由：课时减半"
    assert of_whom == "新增和改动内容的 1 行记为由您提出，须由另一位评审人决定。"
    assert of_row.endswith("目前已采纳；改动后须重新决定，在此之前不再计入")
    assert look.complaints == []
