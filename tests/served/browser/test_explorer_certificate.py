"""The page of a certificate whose standard was imported: what the document says of it, and what a person changed."""

import pytest
from playwright.async_api import Browser

from tests.interchange.standard_imports.imports import HEAD
from tests.interchange.standards.made_standards import standard_docx
from tests.served.browser.bringing import confirmed_node, renamed
from tests.served.browser.explorer_page import opened

pytestmark = pytest.mark.engine("embedded")

NAME, CODE = "示例纸艺制作", "990077"
CHANGED = "能按客户的要求裁切纸张"


def document(year: int) -> bytes:
    return renamed(standard_docx(before=[each.replace("2021年", f"{year}年") for each in HEAD]), NAME, CODE)


async def test_the_page_says_what_was_changed_who_published_it_and_no_day_of_a_policy_of_before(
    documented, browser: Browser
):
    server, tokens = documented
    corrections = [{"item": "ELEMENTARY:1:1:1", "text": CHANGED}]
    confirmed_node((server, tokens["陈评审"]), "SKILL_STANDARD", document(2026), corrections=corrections)

    async with opened(browser, server) as look:
        page = look.page
        await look.show(f"/certificates/{NAME}")
        await page.wait_for_selector(".skill-tree")
        marked = await page.locator(".skill-tree li:has(> .tag)").all_inner_texts()
        lead = await page.locator("section:has(.skill-tree) > .lead").inner_text()
        issuer, _, handover = await page.locator(".standing > div").all_inner_texts()

    assert [" ".join(each.split()) for each in marked] == [f"1.1.1 {CHANGED} 非文件原文"]
    assert "标明“非文件原文”的由导入者更正" in lead
    assert "代码与标准原文一致" not in lead
    assert "未知" in issuer
    assert "标准的发布单位：示例科技（北京）有限公司" in issuer
    assert "没有提到本证书" in handover
    assert "应于" not in handover
    assert look.complaints == []
