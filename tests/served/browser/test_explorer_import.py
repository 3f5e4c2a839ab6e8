"""Bringing documents in, in a real browser on a graph of its own: bytes up, a job that survives a reload, and the report.

What the page shows is compared with what the command line reports of the same file.
"""

import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
from openpyxl import load_workbook
from playwright.async_api import Browser, Page, Route

from interchange.alignments.alignment_csv import write_alignment_csv
from interchange.documents.document_kinds import PAGES_LARGEST
from interchange.standards.standard_document import read_standard
from interchange.standards.template.template_columns import TREE_SHEET
from interchange.training_plans.plan_report import write_plan_report
from interchange.training_plans.plan_template import COURSE_SHEET
from tests.interchange.documents.made_documents import read_here
from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.interchange.standard_imports.imports import HEAD
from tests.interchange.standards.made_standards import Layout, expected, standard_pdf
from tests.interchange.training_plans.made_plans import COURSES, flat_rows, pdf_of, plans_of, ruled_page
from tests.served.browser.bringing import confirmed_node, job_of, sign_in
from tests.served.browser.explorer_page import Opened, in_language, opened
from tests.served.conftest import Served

pytestmark = pytest.mark.engine("embedded")

STANDARD, PLAN, ALIGNMENTS = "/import/standard", "/import/plan", "/import/alignments"
PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Two totals: one that its lines make, one that they do not.
PLAN_ROWS = [*flat_rows(), ["合计", None, None, None, 15.5, 252, 154, 98], ["小计", None, None, None, 99]]
LOOKS = [(1440, "zh", "light"), (390, "en", "dark"), (390, "zh", "light"), (1440, "en", "dark")]
POSITIONS = "query Positions($names: [String!]) { jobRoles(first: 5, where: {name: {in: $names}}) { nodes { name } } }"
CORRECTED = """query ($id: ID!, $requirement: ID!) { node(id: $id) { ... on SkillStandard { version requirementCount } }
  text: node(id: $requirement) { ... on SkillRequirement { text wording } } }"""
QUESTIONS = "query ($id: ID!) { importJob(id: $id) { questions { text } } }"
WRITTEN = "query ($id: ID!) { node(id: $id) { ... on SkillStandard { requirementCount certificate { name } } } }"


@pytest.fixture(scope="module")
def writable(documented: tuple[Served, dict[str, str]]) -> tuple[Served, str]:
    """A server whose graph may change, and the token of a reviewer."""
    server, tokens = documented
    return server, tokens["陈评审"]


async def send(page: Page, name: str, kind: str, content: bytes) -> None:
    """Choose a file and send it."""
    await page.set_input_files("input[type=file]", {"name": name, "mimeType": kind, "buffer": content})
    await page.click(".upload .button.primary")


@asynccontextmanager
async def bench(browser: Browser, writable: tuple[Served, str], path: str) -> AsyncIterator[Opened]:
    """Open a workbench and sign in."""
    server, token = writable
    async with opened(browser, server) as look:
        await look.show(path)
        await sign_in(look.page, token)
        yield look


def made_standard() -> bytes:
    return standard_pdf(Layout(), HEAD)


def made_table() -> bytes:
    """Give a table with a row that is refused."""
    row = {
        "course": "Course:2025:510203:1",
        "requirement": "SkillRequirement:510084:2.0:ADVANCED:1.1.1",
        "kind": "SAME",
    }
    return write_alignment_csv({"rows": [row], "courses": [], "requirements": []}, "zh")


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
    rows = flat_rows()
    # As Excel copies cells with a line break: in quotes, and each quote within twice.
    first, last = rows[-len(COURSES)], rows[-1]
    first[1], last[1] = f'"{first[1][:2]}\n{first[1][2:]}"', f'"{last[1]}\n""提高"""'
    text = "\r\n".join("\t".join("" if each is None else str(each) for each in row) for row in rows)

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

    assert names == [*(name for name, *_ in COURSES[:-1]), f'{COURSES[-1][0]}"提高"']
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
        # As long as a document may be: one page more is refused before anyone can cancel.
        await send(page, "方案.pdf", PDF, pdf_of(*(ruled_page(flat_rows()[1:]) for _ in range(PAGES_LARGEST))))
        await page.click(".job:has-text('凭本页地址回来继续') >> text=取消")
        await page.wait_for_selector("text=已取消，没有写入任何内容。")

    assert look.complaints == []


async def test_a_long_sending_is_cancelled_and_begun_again(writable, browser: Browser):
    async def hold(route: Route) -> None:
        """Never pass the bytes on."""

    async with bench(browser, writable, PLAN) as look:
        page = look.page
        await page.route("**/uploads/*", hold)
        await send(page, "方案.xlsx", XLSX, made_plan())
        await page.click(".job:has-text('已上传') >> text=取消")
        await page.wait_for_selector("text=已取消，没有写入任何内容。")
        await page.unroute("**/uploads/*")
        await page.click(".upload .button.primary")
        await page.wait_for_selector(".plan-lines")
        said = await page.locator("text=已取消").count()

    assert said == 0
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
        ALIGNMENTS: job_of(writable, "ALIGNMENTS", made_table()),
    }


@pytest.mark.parametrize("look_of", LOOKS)
async def test_each_report_fits_and_is_accessible(writable, jobs, browser: Browser, look_of: tuple[int, str, str]):
    width, language, theme = look_of
    wrong: dict[str, object] = {}

    async with opened(browser, writable[0], width, theme) as look:
        for path, job in jobs.items():
            await look.show(in_language(f"{path}?job={job}", language))
            await sign_in(look.page, writable[1])
            await look.page.wait_for_selector(".facts-row")
            seen = (await look.width(), await look.violations(), await look.flaws(), list(look.complaints))
            if seen != (width, [], [], []):
                wrong[path] = seen

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
    certificate = "Certificate:示例网页开发"
    # Another file may have written another version of the certificate before.
    assert [each for each in links if not each.endswith("/versions")] == [
        f"/fit?target={certificate}",
        f"/review?target={certificate}",
        "/certificates/示例网页开发",
    ]
    assert look.complaints == []


async def test_the_confirm_step_says_whether_the_graph_has_the_standard(writable, browser: Browser):
    """It is looked at when the step is shown: someone else may have written it since the document was read."""
    document = standard_pdf(Layout(), ("（2021年7.0版）",))
    job = job_of(writable, "SKILL_STANDARD", document)
    known = "[role=note]:has-text('图谱中已有')"
    async with bench(browser, writable, f"{STANDARD}?job={job}") as look:
        await look.page.wait_for_selector("#confirm-title")
        before = await look.page.locator(known).all_inner_texts()
    assert confirmed_node(writable, "SKILL_STANDARD", document) == "SkillStandard:990003:7.0"
    async with bench(browser, writable, f"{STANDARD}?job={job}") as look:
        await look.page.wait_for_selector(known)
        after = await look.page.locator(known).all_inner_texts()
        for question in await look.page.locator(".question").all():
            await question.locator("input[type=radio]").last.check()
        await look.page.click("button:has-text('确认写入')")
        refused = await look.page.inner_text(".problem .message")
        await look.page.click(".problem + .row a")
        await look.page.wait_for_selector(".page-head h1:has-text('示例网页开发')")
        shown = look.page.url

    assert "图中已有示例网页开发（990003，7.0），编号为 SkillStandard:990003:7.0" in refused
    assert shown.endswith("?version=7.0")
    assert before == []
    assert [each.partition("：")[0] for each in after] == ["图谱中已有 示例网页开发（990003，7.0）"]


async def correct(page: Page, name: str, **written: str) -> None:
    """Open the form of the item that the button names, write the fields, say that the document has it so, and keep it."""
    await page.click(f"button[aria-label='更正 {name}']")
    form = page.locator(".correct-form:visible").last
    for label, text in written.items():
        await form.get_by_label(label, exact=True).fill(text)
    await form.get_by_label("文件原文如此").check()
    await form.get_by_text("保存更正").click()


async def test_what_was_read_wrong_is_corrected_in_the_tree(writable, browser: Browser):
    async with bench(browser, writable, STANDARD) as look:
        page = look.page
        await send(page, "990003.pdf", PDF, made_standard())
        await page.wait_for_selector(".read-tree")
        await page.click("summary:has-text('更正标题、代码和版本')")
        await correct(page, "1.0", 文字="1.1")
        await correct(page, "2.1.1", 文字="能用SELECT查询多表")
        # It was read right: that alone is said.
        await correct(page, "1.1.1")
        await page.click("button[aria-label='更正 2.1.2']")
        await page.get_by_label("删除此项及其下级").check()
        await page.get_by_text("保存更正").click()
        await page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        for name in ("网页设计师", "网页测试员"):
            form = page.locator("details.add-row:has(summary:has-text('添加一个岗位')) form")
            await form.get_by_label("文字", exact=True).fill(name)
            await form.get_by_text("添加", exact=True).click()
        await page.reload()
        await sign_in(page, writable[1])
        await page.wait_for_selector(".corrections li >> nth=5")
        kept = await page.locator(".corrections li .code").all_inner_texts()
        # What is still open with the corrections, the server says.
        await page.wait_for_selector("text=以下为更正之后仍需回答的问题")
        _, _, links = await confirm(page)

    written = writable[0].ask(
        CORRECTED,
        {"id": "SkillStandard:990003:1.1", "requirement": "SkillRequirement:990003:1.1:ELEMENTARY:2.1.1"},
    )["data"]
    assert kept == ["version", "ELEMENTARY:2:1:1", "ELEMENTARY:1:1:1", "ELEMENTARY:2:1:2", "position", "position"]
    positions = writable[0].ask(POSITIONS, {"names": ["网页设计师", "网页测试员"]})["data"]["jobRoles"]["nodes"]
    assert sorted(each["name"] for each in positions) == ["网页测试员", "网页设计师"]
    assert written == {
        "node": {"version": "1.1", "requirementCount": 13},
        "text": {"text": "能用SELECT查询多表", "wording": "OFFICIAL"},
    }
    # Where another version is there, what changed between them is offered first.
    assert "/fit?target=Certificate:示例网页开发" in links
    assert look.complaints == []


async def test_confirming_writes_the_plan_and_leads_to_its_page(writable, jobs, browser: Browser):
    async with bench(browser, writable, f"{PLAN}?job={jobs[PLAN]}") as look:
        waited, counts, links = await confirm(look.page)
        await look.page.click(".written a >> nth=0")
        await look.page.wait_for_selector(".finding")
        await look.page.click(".tabs a >> nth=0")
        courses = await look.page.locator(".plan-courses tbody th").all_inner_texts()

    assert (waited, counts) == (True, ["1", "5", "0", "0"])
    plan = "/plans/TrainingPlan:示例职业技术学院:网页技术:2025级:1"
    assert links == [f"{plan}?view=rules", f"{plan}?view=board", plan]
    assert [each.strip() for each in courses] == [name for name, *_ in COURSES]
    assert look.complaints == []


async def test_questions_follow_the_language_of_the_page(writable, browser: Browser):
    async with bench(browser, writable, PLAN) as look:
        page = look.page
        await send(page, "plan.xlsx", XLSX, made_plan())
        legends = page.locator(".questions legend")
        await legends.first.wait_for()
        before = await legends.all_inner_texts()
        job = page.url.partition("job=")[2].partition("&")[0]
        spoken = {"authorization": f"Bearer {writable[1]}", "accept-language": "en"}
        told = writable[0].ask(QUESTIONS, {"id": job}, **spoken)["data"]["importJob"]["questions"]
        await page.click(".preferences a")
        await legends.filter(has_text=told[0]["text"]).first.wait_for()
        after = await legends.all_inner_texts()

    assert len(before) == len(told) > 0
    assert [text.endswith(each["text"]) for text, each in zip(after, told, strict=True)] == [True] * len(told)
    assert look.complaints == []
