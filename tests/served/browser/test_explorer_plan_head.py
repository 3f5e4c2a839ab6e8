"""What a document does not say of its plan: a rule leads to where its editor fills it in, and is decided by it then."""

from urllib.parse import quote

import pytest
from playwright.async_api import Browser

from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.served.browser.bringing import confirmed_node
from tests.served.browser.explorer_page import in_language, opened
from tests.served.browser.plan_pages import COLLEGE, HEADING, ROWS, asking, page_of, show_signed_in, solve, told_of
from tests.served.conftest import Served

pytestmark = pytest.mark.engine("embedded")

HEAD = "query ($id: ID!) { node(id: $id) { ... on TrainingPlan { years educationForm entryYear majorCode } } }"
OPEN = """query ($plan: ID!) { trainingPlanCompliance(plan: $plan) {
  findings { verdict undecided { kind } } } }"""
TRAIL = """query ($plan: ID!) { changes(first: 5, where: { trainingPlan: { some: { id: { eq: $plan } } } }) {
  nodes { action reason } } }"""
FILL = {"zh": "去填写", "en": "Fill it in"}
LEVEL = f"view=embed&target={quote('Certificate:JavaWeb应用开发')}&level=ELEMENTARY&budget=64"
ONE_LINE = """() => [...document.querySelectorAll('.plan-courses tbody td:nth-child(3)')].filter(each => {
  const range = document.createRange();
  range.selectNodeContents(each);
  return new Set([...range.getClientRects()].map(box => Math.round(box.top))).size > 1; }).length"""
MAKE_DRAFT = {"zh": "建立修订草案后填写", "en": "Make a draft to fill it in"}


def silent_plan(writable: tuple[Served, str], grade: str, status: str | None) -> str:
    """Import a plan whose document does not say for how many years it is; give its id."""
    head = [f"{COLLEGE}软件技术专业（510203）{grade}教学进程表"]
    content = workbook(SheetOf("教学进程", [head, HEADING, *ROWS]))
    return confirmed_node(writable, "TRAINING_PLAN", content, status)


def waiting_for_years(writable: tuple[Served, str], plan: str) -> int:
    findings = told_of(writable, OPEN, {"plan": plan})["trainingPlanCompliance"]["findings"]
    return sum({"kind": "YEARS"} in each["undecided"] for each in findings)


@pytest.mark.parametrize(("width", "language", "grade"), [(1440, "zh", "2089级"), (390, "en", "2090级")])
async def test_a_rule_leads_to_the_years_of_a_draft_and_is_decided_by_them(
    writable, browser: Browser, width: int, language: str, grade: str
):
    draft = silent_plan(writable, grade, "DRAFT")
    before = waiting_for_years(writable, draft)
    async with opened(browser, writable[0], width) as look:
        page = look.page
        await show_signed_in(look, writable[1], in_language(page_of(draft, "view=versions"), language))
        await page.locator("nav.tabs a[href*='view=rules']").click()
        rule = page.locator(".finding", has=page.locator(f".decided-by a:text-is('{FILL[language]}')")).first
        await rule.locator("summary").first.click()
        await rule.locator(".decided-by a").click()
        form = page.locator(".head-editing form")
        await form.locator("[name=years]").wait_for()
        proposed = await form.locator("[name=years]").input_value()
        said = await form.locator(".head-proposal").inner_text()
        await form.locator("[name=educationForm]").fill("全日制")
        found, wide = await look.violations(), await look.width()
        await form.locator("button").click()
        await page.locator(".head-editing [role=status] a").wait_for()
        await look.settle()
        facts = await page.locator(".facts-row").inner_text()
        told = told_of(writable, HEAD, {"id": draft})["node"]
        await page.locator(".head-editing [role=status] a").click()
        await page.wait_for_selector(".verdict-group")
        left = await page.locator(f".decided-by a:text-is('{FILL[language]}')").count()

    changes = told_of(writable, TRAIL, {"plan": draft})["changes"]["nodes"]
    assert before > 0
    assert (proposed, "三年" in said) == ("3", True)
    assert (told["years"], told["educationForm"], told["majorCode"]) == (3, "全日制", "510203")
    assert "全日制" in facts
    assert waiting_for_years(writable, draft) == 0
    assert left < before
    assert len(changes) > 1
    assert (found, wide, look.complaints) == ([], width, [])


async def test_a_published_plan_is_filled_in_by_a_draft_of_it(writable, browser: Browser):
    plan = silent_plan(writable, "2091级", None)
    async with opened(browser, writable[0]) as look:
        page = look.page
        await show_signed_in(look, writable[1], page_of(plan, "view=versions"))
        await page.locator("nav.tabs a[href*='view=rules']").click()
        link = page.locator(f".decided-by a:text-is('{MAKE_DRAFT['zh']}')").first
        await page.locator(".finding", has=link).first.locator("summary").first.click()
        await link.click()
        await page.wait_for_selector(".versions")
        await page.locator("nav.tabs a").first.click()
        await page.wait_for_selector(".facts-row")
        forms = await page.locator(".head-editing").count()

    assert forms == 0
    assert look.complaints == []


async def test_what_is_typed_and_not_saved_is_there_again_after_another_view(writable, browser: Browser):
    draft = silent_plan(writable, "2073级", "DRAFT")
    async with opened(browser, writable[0]) as look:
        page = look.page
        await show_signed_in(look, writable[1], page_of(draft, "view=versions"))
        await page.locator("nav.tabs a").first.click()
        await page.click(".head-editing summary")
        await page.locator(".head-editing [name=educationForm]").fill("全日制")
        await page.locator("nav.tabs a[href*='view=board']").click()
        await page.wait_for_selector(".board")
        await page.go_back()
        form = page.locator(".head-editing form")
        await form.locator("[name=educationForm]").wait_for(state="visible")
        kept = await form.locator("[name=educationForm]").input_value()
        await form.locator("button").click()
        await page.locator(".head-editing [role=status] a").wait_for()
        await page.locator("nav.tabs a[href*='view=board']").click()
        await page.wait_for_selector(".board")
        await page.go_back()
        await page.locator(".head-editing").wait_for()
        after = await page.locator(".head-editing").get_attribute("open")

    told = told_of(writable, HEAD, {"id": draft})["node"]
    assert (kept, told["educationForm"], after) == ("全日制", "全日制", None)
    assert look.complaints == []


async def test_the_page_of_edits_says_why_the_page_of_rules_leaves_its_rules_open(writable, browser: Browser):
    plan = silent_plan(writable, "2092级", None)
    async with asking(browser, writable, page_of(plan, LEVEL)) as look:
        page = look.page
        await solve(page)
        basis = await page.locator(".rules-basis").inner_text()
        target = await page.locator(".rules-basis a").get_attribute("href")

    assert "没有写明学历层次或修业年限" in basis
    assert target is not None
    assert "view=versions" in target
    assert look.complaints == []


async def test_the_nature_of_each_course_stands_on_one_line(writable, browser: Browser):
    plan = silent_plan(writable, "2093级", None)
    async with opened(browser, writable[0], 1440) as look:
        await look.show(page_of(plan, ""))
        await look.page.wait_for_selector(".plan-courses tbody td")
        rows = await look.page.locator(".plan-courses tbody tr").count()
        broken = await look.page.evaluate(ONE_LINE)

    assert rows >= len(ROWS)
    assert broken == 0
