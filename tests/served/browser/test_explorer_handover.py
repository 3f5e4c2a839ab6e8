"""A designer brings a document in, and hands its page to a reviewer, who confirms; of a standard with corrections."""

import asyncio
from pathlib import Path
from subprocess import CompletedProcess
from urllib.parse import unquote

import pytest
from playwright.async_api import Browser, Page

from tests.command_line import oneplusx
from tests.interchange.standard_imports.imports import HEAD
from tests.interchange.standards.made_standards import Layout, standard_pdf
from tests.interchange.training_plan_imports.made_imports import form
from tests.served.browser.bringing import sign_in
from tests.served.browser.explorer_page import opened
from tests.served.browser.plan_pages import COLLEGE
from tests.served.conftest import Served

pytestmark = pytest.mark.engine("embedded")

TEXT = """query ($id: ID!) { node(id: $id) { ... on SkillRequirement { text } } }"""
REQUIREMENT = "SkillRequirement:990003:3.0:ELEMENTARY:2.1.1"


@pytest.fixture(scope="module")
def writable(documented: tuple[Served, dict[str, str]]) -> tuple[Served, dict[str, str]]:
    return documented


def read_with_corrections(name: str, folder: Path) -> CompletedProcess[str]:
    """Read a document by the command, with the file of corrections that the page saved."""
    given = ("--dry-run", "--corrections", "corrections.json")
    return oneplusx("import", "standard", name, *given, folder=folder, LC_ALL="en_US")


async def answer_all(page: Page) -> None:
    """Take the last choice of each question, and publish what has a status."""
    for question in await page.locator(".question").all():
        await question.locator("input[type=radio]").last.check()


async def test_a_reviewer_confirms_what_a_designer_brought_in_and_corrected(writable, browser: Browser, tmp_path):
    server, tokens = writable
    document = {
        "name": "990003.pdf",
        "mimeType": "application/pdf",
        "buffer": standard_pdf(Layout(), ("（2021年3.0版）", *HEAD[1:])),
    }

    async with opened(browser, server) as look:
        page = look.page
        await look.show("/import/standard")
        before = await page.inner_text("[role=note]")
        await sign_in(page, tokens["王老师"])
        noted = await page.inner_text("[role=note]")
        await page.set_input_files("input[type=file]", document)
        await page.click(".upload .button.primary")
        await page.wait_for_selector(".read-tree")
        await page.click("button[aria-label='更正 2.1.1']")
        await page.locator(".correct-form:visible").last.get_by_label("文字", exact=True).fill("能用SELECT查询多表")
        await page.get_by_text("保存更正").click()
        async with page.expect_download() as coming:
            await page.click("text=另存更正")
        await (await coming.value).save_as(tmp_path / "corrections.json")
        (tmp_path / "990003.pdf").write_bytes(document["buffer"])
        (tmp_path / "other.pdf").write_bytes(standard_pdf(Layout(), HEAD))
        own, other = [
            await asyncio.to_thread(read_with_corrections, name, tmp_path) for name in ("990003.pdf", "other.pdf")
        ]
        disabled = await page.is_disabled("button:has-text('确认写入')")
        address = page.url.removeprefix(server.url)

    async with opened(browser, server) as look:
        page = look.page
        await look.show(address)
        await sign_in(page, tokens["陈评审"])
        await page.wait_for_selector(".read-tree")
        uploaded = await page.locator("text=由王老师上传。").count()
        no_file = {"name": "a.json", "mimeType": "application/json", "buffer": b"{}"}
        await page.set_input_files("#corrections-file", no_file)
        await page.wait_for_selector("text=这不是更正文件")
        # Of another report: were it taken, it would stand in the list below.
        of_another = b'[{"item": "title", "text": "x", "report": "0"}]'
        await page.set_input_files("#corrections-file", no_file | {"buffer": of_another})
        await page.set_input_files("#corrections-file", tmp_path / "corrections.json")
        await page.wait_for_selector(".corrections li")
        taken = await page.locator(".corrections li .code").all_inner_texts()
        await page.wait_for_selector("text=以下为更正之后仍需回答的问题")
        await answer_all(page)
        await page.click("button:has-text('确认写入')")
        await page.wait_for_selector(".written a")

    assert before.startswith("标准由评审人确认写入")
    assert noted.startswith("您以课程设计者登录")
    assert (disabled, uploaded, taken) == (True, 1, ["ELEMENTARY:2:1:1"])
    assert (own.returncode, own.stderr) == (0, "")
    assert (other.returncode, other.stdout) == (1, "")
    assert other.stderr.startswith("IMPORT_CORRECTION The correction of ELEMENTARY:2:1:1 is of the report")
    assert server.ask(TEXT, {"id": REQUIREMENT})["data"]["node"] == {"text": "能用SELECT查询多表"}
    assert look.complaints == []


async def test_a_reviewer_confirms_the_plan_that_a_designer_brought_in(writable, browser: Browser):
    server, tokens = writable
    content = form(适用年级="2087级")
    document = {"name": "plan.xlsx", "mimeType": "application/octet-stream", "buffer": content}

    async with opened(browser, server) as look:
        page = look.page
        await look.show("/import/plan")
        before = await page.inner_text("[role=note]")
        await sign_in(page, tokens["王老师"])
        noted = await page.inner_text("[role=note]")
        await page.set_input_files("input[type=file]", document)
        await page.click(".upload .button.primary")
        await page.wait_for_selector(".question.status")
        await answer_all(page)
        confirm = page.locator("button:has-text('确认写入')")
        asked = await confirm.is_disabled(), await confirm.locator("xpath=..").inner_text()
        address = page.url.removeprefix(server.url)

    async with opened(browser, server) as look:
        page = look.page
        await look.show(address)
        await sign_in(page, tokens["陈评审"])
        await page.wait_for_selector("text=由王老师上传。")
        await page.wait_for_selector(".question.status")
        # The upload is the designer's, so no one else reads it again.
        offered = await page.locator(".plan-columns select").count()
        await answer_all(page)
        await page.click("button:has-text('确认写入')")
        await page.wait_for_selector(".written a")
        written = unquote(await page.locator(".written a").last.get_attribute("href") or "")

    assert before.startswith("方案由本校评审人确认写入；不属任何院校的评审人只能直接发布")
    assert noted.startswith("您以课程设计者登录")
    assert asked[0]
    assert "评审人确认写入" in asked[1]
    assert offered == 0
    assert written == "/plans/TrainingPlan:示例职业技术学院:软件技术:2087级:1"
    assert look.complaints == []


async def test_a_reviewer_of_no_college_learns_at_once_that_a_draft_is_confirmed_by_the_college(
    writable, browser: Browser
):
    server, tokens = writable
    document = {"name": "plan.xlsx", "mimeType": "application/octet-stream", "buffer": form(适用年级="2071级")}

    async with opened(browser, server) as look:
        page = look.page
        await look.show("/import/plan")
        await sign_in(page, tokens["陈评审"])
        noted = await page.inner_text("[role=note]")
        await page.set_input_files("input[type=file]", document)
        await page.click(".upload .button.primary")
        await page.wait_for_selector(".question.status")
        choices = [await each.is_enabled() for each in await page.locator(".question.status input").all()]
        told = await page.locator(".question.status p").inner_text()
        address = page.url.removeprefix(server.url)

    async with opened(browser, server) as look:
        page = look.page
        await look.show(address)
        await sign_in(page, tokens["黄评审"])
        of_college = await page.inner_text("[role=note]")
        await page.wait_for_selector("text=由陈评审上传。")
        await page.wait_for_selector(".question.status")
        before = await page.locator("h3:has-text('待回答')").inner_text()
        await page.fill("[id$=college]", "深圳信息")
        await page.wait_for_selector("datalist option", state="attached")
        offered = await page.locator("datalist option").evaluate_all("all => all.map((each) => each.value)")
        await page.fill("[id$=college]", COLLEGE)
        await page.get_by_text("草案", exact=True).click()
        after = await page.locator("h3:has-text('待回答')").inner_text()
        await page.click("button:has-text('确认写入')")
        await page.wait_for_selector("text=已存为草案")

    assert noted == told
    assert noted.startswith("您不属于任何院校：可以直接发布各校方案，不能存为草案。")
    assert (choices, of_college) == ([False, True], f"您属于{COLLEGE}：只能确认该校的方案。")
    assert COLLEGE in offered
    assert (before, after) == ("待回答 1", "待回答 0")
    assert look.complaints == []
