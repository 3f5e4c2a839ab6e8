"""Bringing documents in, in a real browser on a graph of its own: bytes up, a job that survives a reload, and the report.

What the page shows is compared with what the command line reports of the same file.
"""

import asyncio
import io
import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import httpx
import pytest
from openpyxl import load_workbook
from playwright.async_api import Browser, Page

from graph.connection.database import Database, Limits
from graph.upkeep import editors
from graph.upkeep.editors import Role
from interchange.standards.standard_document import read_standard
from interchange.standards.template.template_columns import TREE_SHEET
from interchange.training_plans.plan_report import write_plan_report
from interchange.training_plans.plan_template import COURSE_SHEET
from tests.conftest import settings_of, with_national_seeds
from tests.interchange.documents.made_documents import read_here
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.standard_imports.imports import HEAD
from tests.interchange.standards.made_standards import Layout, expected, standard_pdf
from tests.interchange.training_plans.made_plans import COURSES, flat_rows, pdf_of, plans_of, ruled_page
from tests.served.browser.explorer_page import AXE, Opened, in_language, opened
from tests.served.conftest import Served, start_server, stop_server

pytestmark = pytest.mark.engine("embedded")

STANDARD, PLAN = "/import/standard", "/import/plan"
PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Two totals: one that its lines make, one that they do not.
PLAN_ROWS = [*flat_rows(), ["合计", None, None, None, 15.5, 252, 154, 98], ["小计", None, None, None, 99]]
LOOKS = [(1440, "zh", "light"), (390, "en", "dark"), (390, "zh", "light"), (1440, "en", "dark")]
WRITTEN = "query ($id: ID!) { node(id: $id) { ... on SkillStandard { requirementCount certificate { name } } } }"
REQUEST = "mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { uploadUrl } }"
READ = "mutation ($input: ReadDocumentInput!) { readDocument(input: $input) { job { id } } }"
JOB = "query ($id: ID!) { importJob(id: $id) { state } }"


@pytest.fixture(scope="module")
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, str]]:
    """A server whose graph may change, and the token of a reviewer."""
    with with_national_seeds("embedded", tmp_path_factory.mktemp("writable") / "graph") as address:

        async def add() -> str:
            async with Database.open(address, Limits(statement_s=30)) as database:
                return await editors.add(database, "陈评审", Role.REVIEWER)

        token = asyncio.run(add())
        server = start_server(tmp_path_factory.mktemp("importing"), **settings_of(address))
        yield server, token
        stop_server(server)


async def sign_in(page: Page, token: str) -> None:
    await page.fill("#token", token)
    await page.click(".sign-in button")
    await page.wait_for_selector(".signed-in")


async def send(page: Page, name: str, kind: str, content: bytes) -> None:
    """Choose a file and send it."""
    await page.set_input_files("input[type=file]", {"name": name, "mimeType": kind, "buffer": content})
    await page.click(".upload .button.primary")


@asynccontextmanager
async def bench(
    browser: Browser, writable: tuple[Served, str], path: str, width: int = 1440, theme: str = "light", **how: bool
) -> AsyncIterator[Opened]:
    """Open a workbench and sign in."""
    server, token = writable
    async with opened(browser, server, width, theme, **how) as look:
        await look.show(path)
        await sign_in(look.page, token)
        yield look


def made_standard() -> bytes:
    return standard_pdf(Layout(), HEAD)


def made_plan() -> bytes:
    return workbook(SheetOf("教学进程", PLAN_ROWS))


async def test_a_standard_is_read_in_a_job_that_survives_a_reload(writable, browser: Browser):
    async with bench(browser, writable, STANDARD) as look:
        page = look.page
        await send(page, "990003.pdf", PDF, made_standard())
        await page.wait_for_selector(".read-tree")
        await page.click("label:has-text('中级') >> nth=0")
        shown = await requirements_shown(page)
        await page.reload()
        await sign_in(page, writable[1])
        await page.wait_for_selector(".read-tree")
        again = await requirements_shown(page)

    wanted = [(code, text) for level, *_, code, text in expected() if level == "INTERMEDIATE"]
    assert shown == wanted
    assert again == wanted
    assert look.complaints == []


async def requirements_shown(page: Page) -> list[tuple[str, str]]:
    """Give the codes and texts of the level that is shown."""
    rows = page.locator(".read-tree .task li")
    codes = await rows.locator(".bare-code").all_inner_texts()
    texts = await rows.locator("> span:nth-child(2) > [lang]").all_inner_texts()
    return list(zip(codes, texts, strict=True))


async def test_a_place_shows_the_item_on_its_page(writable, browser: Browser):
    report = json.loads(read_standard(made_standard()).report)
    requirement = report["levels"][0]["areas"][1]["tasks"][0]["requirements"][1]
    (page_number,) = {each["page"] for each in requirement["places"]}

    async with bench(browser, writable, STANDARD) as look:
        page = look.page
        await send(page, "990003.pdf", PDF, made_standard())
        await page.wait_for_selector(".read-tree")
        await page.click(f".read-tree .task li:has-text('{requirement['text']}') .place-button")
        chosen = await page.locator(".box.on").all_inner_texts()
        heading = await page.inner_text("#page-title")
        boxes = await page.locator(".box").count()

    assert chosen == [f"{requirement['code']} {requirement['text']}"]
    assert heading == f"第 {page_number} 页的版面"
    assert boxes == len([each for each in placed(report) if each["page"] == page_number])
    assert look.complaints == []


def placed(report: dict) -> list[dict]:
    """Every place of the report's areas, tasks and requirements."""
    areas = [each for level in report["levels"] for each in level["areas"]]
    tasks = [each for area in areas for each in area["tasks"]]
    requirements = [each for task in tasks for each in task["requirements"]]
    return [place for each in (*areas, *tasks, *requirements) for place in each["places"]]


async def test_a_plan_shows_each_line_with_its_cell_and_the_total_that_differs(writable, browser: Browser):
    report = json.loads(write_plan_report(made_plan(), read_here(made_plan()), plans_of(made_plan())))
    (plan,) = report["plans"]

    async with bench(browser, writable, PLAN) as look:
        page = look.page
        await send(page, "方案.xlsx", XLSX, made_plan())
        await page.wait_for_selector(".plan-lines")
        names = await page.locator(".plan-lines th[scope=row] > [lang]:first-child").all_inner_texts()
        places = await page.locator(".plan-lines tr:has(th[scope=row]) td:first-child").all_inner_texts()
        differing = await page.locator("tr:has(.total-differs) td.number").all_inner_texts()
        figures = await page.locator(".plan-figures dd").all_inner_texts()

    by_place = {each["at"]: each["name"] for each in plan["lines"]}
    assert dict(zip(places, names, strict=True)) == by_place
    assert differing == ["99", "15.5"]
    assert figures == ["15.5", "252", "154", "98", "5"]
    assert look.complaints == []


async def test_a_table_pasted_from_a_spreadsheet_is_the_same_plan(writable, browser: Browser):
    text = "\n".join("\t".join("" if each is None else str(each) for each in row) for row in flat_rows())

    async with bench(browser, writable, PLAN) as look:
        page = look.page
        await page.evaluate(
            """text => { const data = new DataTransfer(); data.setData('text/plain', text);
            document.querySelector('.paste textarea').dispatchEvent(
              new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })) }""",
            text,
        )
        await page.click(".upload .button.primary")
        await page.wait_for_selector(".plan-lines")
        names = await page.locator(".plan-lines th[scope=row] > [lang]:first-child").all_inner_texts()

    assert names == [name for name, *_ in COURSES]
    assert look.complaints == []


async def test_a_file_that_is_no_document_is_refused_with_what_to_do(writable, browser: Browser):
    async with bench(browser, writable, STANDARD) as look:
        page = look.page
        await send(page, "990003.pdf", PDF, b"not a document")
        await page.wait_for_selector(".problem")
        problem = await page.inner_text(".problem")
        await page.click("text=换一份文件")
        fields = await page.locator("input[type=file]").count()

    assert "DOCUMENT_KIND" in problem
    assert fields == 1


async def test_a_long_reading_is_cancelled(writable, browser: Browser):
    async with bench(browser, writable, PLAN) as look:
        page = look.page
        await send(page, "方案.pdf", PDF, pdf_of(*(ruled_page(flat_rows()[1:]) for _ in range(400))))
        await page.click(".job >> text=取消")
        await page.wait_for_selector("text=已取消，没有写入任何内容。")

    assert look.complaints == []


async def test_without_a_token_nothing_is_sent(writable, browser: Browser):
    async with opened(browser, writable[0]) as look:
        await look.show(STANDARD)
        await look.page.set_input_files("input[type=file]", {"name": "a.pdf", "mimeType": PDF, "buffer": b"%PDF-"})

        assert await look.page.is_disabled(".upload .button.primary")


def test_the_templates_are_those_of_the_command_line(writable):
    plan = httpx.get(f"{writable[0].url}/explorer/templates/training-plan.xlsx")
    standard = httpx.get(f"{writable[0].url}/explorer/templates/skill-standard.xlsx")

    assert COURSE_SHEET in load_workbook(io.BytesIO(plan.content)).sheetnames
    assert TREE_SHEET in load_workbook(io.BytesIO(standard.content)).sheetnames


@pytest.fixture(scope="module")
def jobs(writable: tuple[Served, str]) -> dict[str, str]:
    """Jobs that have a report, by the address of their workbench."""
    return {
        STANDARD: job_of(writable, "SKILL_STANDARD", made_standard()),
        PLAN: job_of(writable, "TRAINING_PLAN", made_plan()),
    }


def job_of(writable: tuple[Served, str], kind: str, content: bytes) -> str:
    """Bring a document by the API alone, and give the id of its job once there is a report."""
    server, token = writable

    def ask(query: str, **values: object) -> dict:
        return server.ask(query, values, authorization=f"Bearer {token}")["data"]

    address = ask(REQUEST, input={"fileName": "made", "sizeBytes": len(content)})["requestUpload"]["uploadUrl"]
    upload = httpx.put(server.url + address, content=content).json()["upload"]
    job = ask(READ, input={"upload": upload, "kind": kind})["readDocument"]["job"]["id"]
    while ask(JOB, id=job)["importJob"]["state"] != "REPORTED":
        pass
    return job


@pytest.mark.parametrize("look_of", LOOKS)
async def test_each_report_fits_and_is_accessible(writable, jobs, browser: Browser, look_of: tuple[int, str, str]):
    width, language, theme = look_of
    wrong: dict[str, object] = {}

    for path, job in jobs.items():
        address = in_language(f"{path}?job={job}", language)
        async with bench(browser, writable, address, width, theme) as look:
            await look.page.wait_for_selector(".facts-row")
            if look.complaints or await look.width() != width:
                wrong[path] = (list(look.complaints), await look.width())
        async with bench(browser, writable, address, width, theme, with_policy=False) as look:
            await look.page.wait_for_selector(".facts-row")
            await look.page.evaluate(AXE)
            report = await look.page.evaluate("axe.run(document)")
            if report["violations"]:
                wrong[f"{path} axe"] = [(each["id"], each["nodes"][0]["html"]) for each in report["violations"]]

    assert wrong == {}


async def confirm(page: Page) -> tuple[bool, list[str], list[str]]:
    """Answer with the last choice of each question and confirm.

    Gives whether confirming waited for the answers, what the page counted, and where it leads.
    """
    await page.wait_for_selector(".questions")
    waited = await page.is_disabled("button:has-text('确认写入')")
    for question in await page.locator(".question").all():
        await question.locator("input[type=radio]").last.check()
    counts = await page.locator("section:has(#confirm-title) > dl dd").all_inner_texts()
    await page.click("button:has-text('确认写入')")
    await page.wait_for_selector(".written a")
    links = await page.locator(".written a").evaluate_all(
        "all => all.map(each => decodeURIComponent(each.pathname + each.search))"
    )
    return waited, counts, links


async def test_confirming_writes_the_standard_that_the_page_counts(writable, jobs, browser: Browser):
    async with bench(browser, writable, f"{STANDARD}?job={jobs[STANDARD]}") as look:
        waited, counts, links = await confirm(look.page)

    written = writable[0].ask(WRITTEN, {"id": "SkillStandard:990003:1.0"})["data"]["node"]
    assert (waited, counts) == (True, ["3", "4", "7", "14"])
    assert written == {"requirementCount": 14, "certificate": {"name": "示例网页开发"}}
    assert links == ["/review?target=Certificate:示例网页开发", "/certificates/示例网页开发"]
    assert look.complaints == []


async def test_confirming_writes_the_plan_and_leads_to_its_page(writable, jobs, browser: Browser):
    async with bench(browser, writable, f"{PLAN}?job={jobs[PLAN]}") as look:
        waited, counts, links = await confirm(look.page)
        await look.page.click(".written a")
        await look.page.wait_for_selector(".page-head h1")
        courses = await look.page.locator("table.lined tbody th").all_inner_texts()

    assert (waited, counts) == (True, ["1", "5", "0", "0"])
    assert [each.split(":")[0] for each in links] == ["/plans/TrainingPlan"]
    assert courses == [name for name, *_ in COURSES]
    assert look.complaints == []
