"""The page of search results in a real browser: how many of each kind, and what was found in which words."""

from urllib.parse import unquote

import pytest
from playwright.async_api import Browser, Page

from tests.served.browser.explorer_page import opened
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

# The kinds of the page, in its order.
KINDS = (
    ("MAJOR",),
    ("CERTIFICATE",),
    ("COURSE",),
    ("SKILL_REQUIREMENT", "WORK_TASK", "WORK_AREA"),
    ("MAJOR_CLASS", "MAJOR_CATEGORY"),
    ("ORGANIZATION",),
    ("COLLEGE", "PROVINCE"),
    ("TRAINING_PLAN", "POLICY"),
)
COUNTS = "query ($text: String!) { searchCounts(text: $text) { kind total } }"


def totals(served: Served, text: str) -> list[int]:
    counts = {each["kind"]: each["total"] for each in served.ask(COUNTS, {"text": text})["data"]["searchCounts"]}
    groups = [sum(counts.get(kind, 0) for kind in kinds) for kinds in KINDS]
    return [each for each in groups if each]


async def test_the_counts_of_each_kind_are_those_of_the_api(served: Served, browser: Browser):
    expected = totals(served, "软件")

    async with opened(browser, served) as look:
        await look.show("/search?q=软件")
        shown = await look.page.locator(".choice b").all_inner_texts()
        said = await look.page.inner_text("main [role=status]")

    assert [int(each) for each in shown] == expected
    assert said == f"{sum(expected)} 条结果"


async def test_a_kind_is_shown_whole_and_back_shows_all(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show("/search?q=软件&lang=en")
        await page.click(".results.group-majors >> text=Show more")
        await page.wait_for_selector(".results.group-courses", state="detached")
        await page.wait_for_selector(".results li:nth-child(18)")
        rows = await page.locator(".results li").count()
        await page.go_back()
        await page.wait_for_selector(".results.group-courses")
        address = page.url

    assert rows == totals(served, "软件")[0]
    assert "kind" not in address


async def test_what_was_typed_is_marked_where_it_was_found(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show("/search?q=rjjs")
        by_pinyin = await page.inner_text(".group-majors li >> nth=0 >> css=mark")
        await look.show("/search?q=1%2BX")
        alias = await page.inner_text(".group-documents .how >> nth=0")
        marked = await page.inner_text(".group-documents .how mark >> nth=0")

    assert by_pinyin == "软件技术"
    assert (alias, marked) == ("别名 1+X试点方案", "1+X")


async def test_the_field_asks_once_for_all_kinds_while_typing(served: Served, browser: Browser):
    sent = []

    async with opened(browser, served) as look:
        page = look.page
        await look.show("/majors")
        page.on("request", lambda each: sent.append(each.post_data) if each.url.endswith("/graphql") else None)
        await page.fill("[data-search]", "软件")
        await page.wait_for_selector("[role=option]")
        heads = await page.locator(".hits h3 .number").all_inner_texts()

    assert len(sent) == 1
    assert [int(each) for each in heads] == totals(served, "软件")


CERTIFICATES = """query ($text: String!) { search(text: $text, kinds: [CERTIFICATE], first: 5) {
  node { displayName ... on Certificate { batch organizations { name } } } } }"""


async def test_a_certificate_is_shown_with_who_issues_it_and_its_batch(served: Served, browser: Browser):
    found = [each["node"] for each in served.ask(CERTIFICATES, {"text": "软件测试"})["data"]["search"]]

    async with opened(browser, served) as look:
        await look.show("/search?q=软件测试")
        rows = look.page.locator(".group-certificates li")
        shown = {
            await each.locator("a").inner_text(): await each.locator(".facts").inner_text() for each in await rows.all()
        }

    assert len(found) > 0
    for each in found:
        facts = shown[each["displayName"]]
        assert all(issuer["name"] in facts for issuer in each["organizations"])
        assert f"第 {each['batch']} 批" in facts


ISSUER, AREA = "天津东软睿道教育信息技术有限公司", "数据库管理"
# What is sought, the group it is in, where its result leads, and what stands there.
PLACES = [
    (ISSUER, "organizations", f"/certificates?organization={ISSUER}", "main tbody th", "JavaWeb应用开发"),
    ("计算机类", "classes", "/majors?category=电子与信息大类&class=计算机类", ".majors > li", "软件技术"),
    ("电子与信息大类", "classes", "/majors?category=电子与信息大类", ".tree .tree .branch", "计算机类"),
    (AREA, "skills", f"/certificates/JavaWeb应用开发?level=ADVANCED&q={AREA}", ".skill-tree h3", AREA),
]


@pytest.mark.parametrize("found", PLACES)
async def test_what_has_no_page_of_its_own_leads_to_where_it_is_shown(
    served: Served, browser: Browser, found: tuple[str, str, str, str, str]
):
    text, group, address, place, said = found
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/search?q={text}")
        row = page.locator(f".results.group-{group} li", has_text=text).first
        name = await row.locator("a > :first-child").inner_text()
        await row.locator("a").click()
        await page.locator(place, has_text=said).first.wait_for()
        reached = unquote(page.url.removeprefix(served.url))

    assert name == text
    assert reached == address
    assert look.complaints == []


async def test_the_certificates_of_an_organisation_are_those_of_the_api(served: Served, browser: Browser):
    query = """query ($name: String) { organizations(where: {name: {eq: $name}}) {
      nodes { certificates(first: 100) { nodes { name } } } } }"""
    [organization] = served.ask(query, {"name": ISSUER})["data"]["organizations"]["nodes"]
    expected = organization["certificates"]["nodes"]

    async with opened(browser, served) as look:
        await look.show(f"/certificates?organization={ISSUER}&lang=en")
        await look.page.wait_for_selector("main tbody tr")
        shown = await look.page.locator("main tbody th a").all_inner_texts()
        await look.page.select_option(".filters .select:has-text('Issued by') select", "")
        await look.page.locator("main tbody tr >> nth=50").wait_for()
        address = look.page.url

    assert sorted(shown) == sorted(each["name"] for each in expected)
    assert "organization" not in address


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "这里不搜索职业、职业标准、岗位"), ("en", "Not searched here: occupations")]
)
@pytest.mark.parametrize("width", [390, 1440])
async def test_the_page_says_which_kinds_it_does_not_search(
    served: Served, browser: Browser, language: str, said: str, width: int
):
    async with opened(browser, served, width=width) as look:
        await look.show(f"/search?q=企业经理&lang={language}")
        line = look.page.locator("main .fine", has_text=said)
        await line.wait_for()
        way = await line.locator("a").get_attribute("href")
        spilled = await spills(look.page)

    assert way is not None
    assert "OCCUPATION" in way
    assert spilled is False


async def spills(page: Page) -> bool:
    return await page.evaluate("document.documentElement.scrollWidth > innerWidth")
