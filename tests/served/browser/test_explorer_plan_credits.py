"""A certificate of which a plan does not say what it covers: the page of credits says so, and takes the courses."""

import pytest
from playwright.async_api import Browser

from tests.interchange.training_plan_imports.made_imports import CERTIFICATES, form
from tests.served.browser.bringing import confirmed_node
from tests.served.browser.plan_pages import asking, page_of, solve
from tests.served.browser.test_explorer_plan_improvements import WITH_RULES

pytestmark = pytest.mark.engine("embedded")


async def test_a_certificate_without_stated_courses_says_so_and_its_courses_are_named_on_the_page(
    documented, browser: Browser
):
    editor = documented[0], documented[1]["陈评审"]
    silent = [[*CERTIFICATES[0][:5], None]]
    plan = confirmed_node(editor, "TRAINING_PLAN", form(certificates=silent, 学校名称=WITH_RULES, 适用年级="2074级"))
    async with asking(browser, editor, page_of(plan, "view=credits")) as look:
        page = look.page
        await page.wait_for_selector(".credit-covers")
        await solve(page)
        title, reason = await page.inner_text(".figure"), await page.inner_text(".credits-silent")
        proof = await page.inner_text(".proof-line summary")
        found = await look.violations()
        await page.click(".credits-silent a")
        await page.select_option(".credit-covers select", "网页开发")
        await page.wait_for_selector(".credit-covers .chip")
        await solve(page)
        after = await page.inner_text(".figure")
        silent_after = await page.locator(".credits-silent").count()

    assert "可认定的学分无法判断" in title
    assert "有 1 个证书没有写明覆盖哪些课程，见下方。" in title
    assert "Web前端开发" in reason
    assert proof.startswith("就能够计算的部分")
    assert "按可计算的规则认定 3.5 学分" in after
    assert (silent_after, found, look.complaints) == (0, [], [])
