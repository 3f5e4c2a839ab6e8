"""A designer states on the page of a draft which courses are chosen among, and sees what a student takes then."""

import pytest
from playwright.async_api import Browser, Page

from tests.served.browser.bringing import confirmed_node
from tests.served.browser.explorer_page import Opened, in_language, opened
from tests.served.browser.plan_pages import page_of, plan_document, show_signed_in, told_of

pytestmark = pytest.mark.engine("embedded")

GROUPS = """query ($id: ID!) { node(id: $id) { ... on TrainingPlan {
  groups { kind choose credits label options courses { name option } } } } }"""
NAMES = ("NoSQL数据库技术与应用", "自动化测试", "软件项目管理")
FORM = ".choice-editing form"
SUMMARY = ".choice-editing summary"


def groups_of(writable, plan: str) -> list[dict]:
    groups = told_of(writable, GROUPS, {"id": plan})["node"]["groups"]
    return [{**each, "courses": [(one["name"], one["option"]) for one in each["courses"]]} for each in groups]


async def open_form(look: Opened, token: str, plan: str, language: str) -> Page:
    await show_signed_in(look, token, in_language(page_of(plan, "view=versions"), language))
    await look.page.locator("nav.tabs a").first.click()
    await look.page.locator(SUMMARY).click()
    await look.page.locator(FORM).wait_for()
    return look.page


async def mark(page: Page, *names: str) -> None:
    for each in names:
        await page.locator(f"{FORM} li", has_text=each).locator("[name=chosen-course]").press("Space")


async def shown(page: Page) -> str:
    return " ".join((await page.locator(".choice-preview").inner_text()).split())


async def save(look: Opened, credits_then: str) -> str:
    """Save by the keyboard, and wait for what a student takes then."""
    await look.page.locator(f"{FORM} [name=label]").press("Enter")
    await look.page.locator("section:has(.choice-editing) > .lead", has_text=credits_then).wait_for()
    told = look.page.locator(".choice-editing > [role=status]:not(:empty)")
    await told.wait_for()
    await look.settle()
    return await told.inner_text()


@pytest.mark.parametrize(("width", "language", "grade"), [(1440, "zh", "2010级"), (390, "en", "2011级")])
async def test_three_courses_become_choose_two_by_the_keyboard_and_fewer_credits_are_taken(
    writable, browser: Browser, width: int, language: str, grade: str
):
    draft = confirmed_node(writable, "TRAINING_PLAN", plan_document(grade), "DRAFT")
    async with opened(browser, writable[0], width) as look:
        page = await open_form(look, writable[1], draft, language)
        before = await shown(page)
        await mark(page, *NAMES)
        await page.locator(f"{FORM} [name=choose]").fill("2")
        stated = await shown(page)
        found, ill, unmarked, wide = (
            await look.violations(),
            await look.ill_set(),
            await look.unmarked(),
            await look.width(),
        )
        told = await save(look, "72 – 73")
        after = await shown(page)
        tags = await page.locator(".plan-courses .tag").all_inner_texts()

    of_group, of_plan = {
        "zh": ("这一分组的学分：4 – 5", "学生修读的学分：75 → 72 – 73"),
        "en": ("Credits of this group: 4 – 5", "Credits that a student takes: 75 → 72 – 73"),
    }[language]
    assert (before.endswith("75"), stated, after.endswith("72 – 73")) == (True, f"{of_group} {of_plan}", True)
    assert "3选2" in told
    assert groups_of(writable, draft) == [
        {
            "kind": "CHOOSE_ONE",
            "choose": 2,
            "credits": None,
            "label": "3选2",
            "options": [],
            "courses": [(each, None) for each in NAMES],
        }
    ]
    assert sum("1" in each for each in tags) == 3
    assert (found, ill, unmarked, wide, look.complaints) == ([], [], [], width, [])


async def test_a_course_is_taken_out_a_direction_is_named_and_a_group_is_given_up(writable, browser: Browser):
    draft = confirmed_node(writable, "TRAINING_PLAN", plan_document("2012级"), "DRAFT")
    async with opened(browser, writable[0]) as look:
        page = await open_form(look, writable[1], draft, "zh")
        await mark(page, *NAMES, "微服务架构")
        for name, direction in zip(
            (*NAMES, "微服务架构"), ("测试方向", "测试方向", "管理方向", "管理方向"), strict=True
        ):
            await page.locator(f"{FORM} li", has_text=name).locator("[name=direction]").fill(direction)
        as_directions = await shown(page)
        await save(look, "70 – 71")
        made = groups_of(writable, draft)
        await page.locator(f"{FORM} select").first.select_option(label="分组 1 2选1")
        await mark(page, "NoSQL数据库技术与应用", "自动化测试")
        await page.locator(f"{FORM} select").nth(1).select_option("CHOOSE_CREDITS")
        await page.locator(f"{FORM} [name=credits]").fill("3")
        unreachable = await shown(page)
        await page.locator(f"{FORM} [name=credits]").fill("2")
        await page.locator(f"{FORM} [name=label]").fill("选修2学分")
        await save(look, "73")
        changed = groups_of(writable, draft)
        await page.locator(f"{FORM} select").first.select_option(label="分组 1 选修2学分")
        await mark(page, "软件项目管理", "微服务架构")
        warned = await page.locator(f"{FORM} .row .fine").inner_text()
        await save(look, "75")

    options = [("软件项目管理", "管理方向"), ("微服务架构", "管理方向")]
    assert as_directions == "这一分组的学分：4 – 5 学生修读的学分：75 → 70 – 71"
    assert [(each["kind"], each["choose"], {*each["options"]}) for each in made] == [
        ("CHOOSE_ONE", 1, {"测试方向", "管理方向"})
    ]
    assert {*options} < {*made[0]["courses"]}
    assert "凑不出正好 3 学分" in unreachable
    assert [(each["kind"], each["choose"], each["credits"], each["options"]) for each in changed] == [
        ("CHOOSE_CREDITS", None, 2, [])
    ]
    assert {*changed[0]["courses"]} == {("微服务架构", None), ("软件项目管理", None)}
    assert "撤销这个分组" in warned
    assert groups_of(writable, draft) == []
    assert look.complaints == []


async def test_a_course_leaves_the_group_that_it_was_in(writable, browser: Browser):
    draft = confirmed_node(writable, "TRAINING_PLAN", plan_document("2013级"), "DRAFT")
    async with opened(browser, writable[0]) as look:
        page = await open_form(look, writable[1], draft, "zh")
        await mark(page, *NAMES[:2])
        await save(look, "72 – 73")
        await mark(page, *NAMES)
        await page.locator(f"{FORM} select").nth(1).select_option("ALTERNATIVES")
        stated = await shown(page)
        await save(look, "71")

    assert stated == "这一分组的学分：3 学生修读的学分：72 – 73 → 71"
    assert [(each["kind"], len(each["courses"])) for each in groups_of(writable, draft)] == [("ALTERNATIVES", 3)]
    assert look.complaints == []


async def test_a_published_plan_shows_its_credits_and_no_form(writable, browser: Browser):
    plan = confirmed_node(writable, "TRAINING_PLAN", plan_document("2014级"), None)
    async with opened(browser, writable[0]) as look:
        await look.show(page_of(plan, ""))
        await look.page.wait_for_selector(".plan-courses")
        said = await look.page.get_by_text("学生修读的学分：75").count()
        forms = await look.page.locator(SUMMARY).count()

    assert (said, forms) == (1, 0)
