"""What a page rests on: what names a source, which data is shown, what is said once where there is no name, and paper."""

from urllib.parse import quote, unquote

import pytest
from playwright.async_api import Browser, Route

from tests.served.browser.explorer_page import in_language, opened, printed
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

SOURCE = "certificates.T1"
USES = """query ($source: ID!) { sourceUses(source: $source, examples: 8) {
  type isRelationship total examples { node { slug distinctName } to { slug distinctName } } } }"""
RELEASE = "{ releases(first: 1, where: { isCurrent: { eq: true } }) { nodes { name loadedAt } } }"


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_source_says_what_rests_on_it_as_the_api_counts(served: Served, browser: Browser, language: str):
    uses = served.ask(USES, {"source": f"Source:{SOURCE}"})["data"]["sourceUses"]

    async with opened(browser, served) as look:
        await look.show(in_language(f"/sources/{SOURCE}", language))
        rows = look.page.locator("details.use")
        await rows.first.wait_for()
        totals = await rows.locator("summary b").all_inner_texts()
        words = await rows.locator("summary").all_inner_texts()
        listed = [await each.locator("li").count() for each in await rows.all()]
        violations = await look.violations()

    assert [int(each.replace(",", "")) for each in totals] == [each["total"] for each in uses]
    assert listed == [len(each["examples"]) for each in uses]
    assert not any(each["type"] in " ".join(words) for each in uses if each["isRelationship"])
    assert (look.complaints, violations) == ([], [])


GROUPS = {"zh": ["对象", "对象间的关系"], "en": ["Records", "Relationships"]}
LEADS = {
    "zh": "归属关系（如课程属于标准）不单独计数。",
    "en": "such as a course in its standard, is not counted apart.",
}


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_what_rests_on_a_source_is_said_in_usual_words(served: Served, browser: Browser, language: str):
    async with opened(browser, served) as look:
        await look.show(in_language(f"/sources/{SOURCE}", language))
        await look.page.locator("details.use").first.wait_for()
        groups = await look.page.locator("#source-uses-title >> xpath=.. >> css=h3").all_inner_texts()
        text = await look.page.inner_text("main")

    assert groups == GROUPS[language]
    assert LEADS[language] in text


async def test_what_rests_on_a_source_leads_to_its_page(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/sources/{SOURCE}")
        await page.click("details.use:has-text('证书适用的专业') summary")
        first = page.locator("details.use[open] li").first
        name = await first.locator("a").first.inner_text()
        await first.locator("a").first.click()
        await page.locator("h1", has_text=name).wait_for()
        path = await page.evaluate("decodeURIComponent(location.pathname)")
        await page.go_back()
        await page.wait_for_selector("details.use")
        back = await page.evaluate("location.pathname"), await page.locator("h1").count()

    assert (path, back) == (f"/certificates/{name}", (f"/sources/{SOURCE}", 1))
    assert look.complaints == []


async def test_a_source_that_nothing_names_says_so(served: Served, browser: Browser):
    async def nothing(route: Route) -> None:
        if "SourceUses" in (route.request.post_data or ""):
            await route.fulfill(json={"data": {"sourceUses": []}})
        else:
            await route.continue_()

    async with opened(browser, served) as look:
        await look.page.route("**/graphql", nothing)
        await look.show(f"/sources/{SOURCE}")
        await look.page.get_by_text("没有内容引用这个来源").wait_for()


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_paper_says_which_data_it_shows_is_light_and_begins_on_its_first_page(
    served: Served, browser: Browser, theme: str
):
    [release] = served.ask(RELEASE)["data"]["releases"]["nodes"]

    async with opened(browser, served, theme=theme) as look:
        page = look.page
        await look.show("/majors?category=电子与信息大类&class=计算机类")
        await page.locator(".foot .release").wait_for()
        paper, texts = await printed(page, format="A4")
        drawn = paper[0].render(scale=0.5, grayscale=True).to_pil().histogram()
        await page.emulate_media(media="print")
        ink = await page.evaluate("getComputedStyle(document.querySelector('h1')).color")

    assert f"数据版本 {release['name']}（{release['loadedAt'][:10]} 载入）" in texts[-1].replace("\r\n", " ")
    assert "计算机应用工程" in texts[0]
    assert ink == "rgb(28, 35, 45)"
    assert sum(drawn[200:]) > 0.8 * sum(drawn)


FIT = "/fit?subject=TeachingStandard:2025:510203&target=Certificate:JavaWeb应用开发&level=ALL"
# A table that is longer than a page, and what heads it.
LONG_TABLES = {f"{FIT}&view=list": "承担课程", f"{FIT}&view=matrix": "文档管理", "/provinces/440000": "双高"}


@pytest.mark.parametrize("address", LONG_TABLES)
async def test_on_paper_the_head_of_a_table_stands_on_each_of_its_pages(served: Served, browser: Browser, address: str):
    async with opened(browser, served) as look:
        await look.show(address)
        _, texts = await printed(look.page, prefer_css_page_size=True)

    assert sum(LONG_TABLES[address] in each.replace("\r\n", "") for each in texts) >= 2


NAMED = ["/majors/2021/510203", "/certificates/JavaWeb应用开发", "/courses/Course:2025:510203:22"]


@pytest.mark.parametrize("address", [*NAMED, "/colleges/深圳职业技术大学"])
async def test_an_english_page_says_once_that_no_english_name_is_known(served: Served, browser: Browser, address: str):
    async with opened(browser, served) as look:
        await look.show(in_language(address, "en"))
        said = await look.page.locator("main", has_text="No English name is known").inner_text()
        pinyin = await look.page.inner_text("[lang=zh-Latn]")
        await look.show(address)
        in_chinese = [await look.page.locator(each).count() for each in ("[lang=zh-Latn]", "text=未收录英文名称")]

    assert said.count("No English name is known") == 1
    assert pinyin.removeprefix("pinyin ").isascii()
    assert in_chinese == [0, 0]


@pytest.mark.parametrize("address", ["/majors/2021/110101", "/certificates/没有这个", "/nothing/here"])
async def test_what_is_not_there_leads_to_the_lists_in_which_it_may_stand(
    served: Served, browser: Browser, address: str
):
    async with opened(browser, served) as look:
        await look.show(in_language(address, "en"))
        await look.page.click("main .chip:has-text('Programmes')")
        await look.page.locator("h1", has_text="Catalogue of programmes").wait_for()
        query = await look.page.evaluate("location.search")

    assert query == "?lang=en"


IMPORTS = ["/certificates/5G网络优化", "/majors/2021/310210"]


@pytest.mark.parametrize("address", IMPORTS)
async def test_what_has_no_standard_leads_to_where_one_is_brought(served: Served, browser: Browser, address: str):
    async with opened(browser, served) as look:
        await look.show(address)
        await look.page.click("main .dotted >> text=导入标准文件")
        await look.page.wait_for_selector("h1:has-text('标准工作台')")


async def test_a_page_that_cannot_be_loaded_says_so_and_is_tried_again(served: Served, browser: Browser):
    async def lost(route: Route) -> None:
        await route.abort()

    async with opened(browser, served, apart=True) as look:
        page = look.page
        await look.show("/")
        await page.route("**/chunks/policies-*.js", lost)
        await page.click(".top nav >> text=政策")
        heading = await page.locator(".problem h1").inner_text()
        await page.unroute("**/chunks/policies-*.js")
        await page.click(".problem button:has-text('重试')")
        await page.wait_for_selector("h1:has-text('1+X 制度文件'), h1:has-text('文件')")

    assert heading == "页面没有加载"


COLLEGES = '{ colleges(where: { name: { eq: "深圳职业技术大学" } }) { nodes { ownership doubleHigh } } }'


@pytest.mark.parametrize(("language", "said"), [("zh", []), ("en", ["public", "high-level school tier A"])])
async def test_fixed_terms_of_a_college_stand_in_the_language_of_the_page(
    served: Served, browser: Browser, language: str, said: list[str]
):
    [college] = served.ask(COLLEGES)["data"]["colleges"]["nodes"]

    async with opened(browser, served) as look:
        await look.show(in_language("/colleges/深圳职业技术大学", language))
        facts = await look.page.locator(".facts-row dd").all_inner_texts()
        await look.show(in_language("/provinces/440000", language))
        options = await look.page.locator("select option").all_inner_texts()

    ownership, double_high = said or [college["ownership"], college["doubleHigh"]]
    assert (facts[1], facts[3]) == (ownership, double_high)
    assert ownership in options


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "高水平专业群 第 2 轮"), ("en", "high-level programme group round 2")]
)
async def test_a_college_of_the_second_round_alone_has_its_standing_and_no_group_in_its_place(
    served: Served, browser: Browser, language: str, said: str
):
    async with opened(browser, served) as look:
        await look.show(in_language("/colleges/广东农工商职业技术学院", language))
        facts = await look.page.locator(".facts-row dd").all_inner_texts()
        await look.show(in_language("/provinces/440000", language))
        row = await look.page.locator("tr:has-text('广东农工商职业技术学院') td").all_inner_texts()

    assert facts[3] == said
    assert row[4] == said


WAITS = """query ($id: ID!) { node(id: $id) { ... on Course {
  waiting: alignments(first: 1, where: { status: { eq: SUGGESTED } }) { totalCount }
  accepted: alignments(first: 1, where: { status: { eq: ACCEPTED } }) { totalCount } } } }"""


async def test_a_course_without_an_accepted_alignment_leads_to_what_waits_for_it(served: Served, browser: Browser):
    course = "Course:2025:510203:18"
    counted = served.ask(WAITS, {"id": course})["data"]["node"]

    async with opened(browser, served) as look:
        await look.show(f"/courses/{course}")
        said = await look.page.inner_text("#waiting")
        await look.page.click("#waiting a")
        await look.page.wait_for_selector("main .sign-in")
        reviewed = unquote(look.page.url)

    assert counted["accepted"]["totalCount"] == 0 < counted["waiting"]["totalCount"]
    assert f"有 {counted['waiting']['totalCount']} 条提议等待决定" in said
    assert "/review?subject=TeachingStandard:2025:510203&target=Certificate:" in reviewed


async def test_a_source_that_is_a_file_of_this_project_says_that_nobody_can_open_it(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show("/sources/alignments.editorial")
        own = await look.page.inner_text(".location + p")
        await look.show("/sources/alignments.editorial?lang=en")
        english = await look.page.inner_text(".location + p")

    assert own.startswith("这是随本程序发布的文件，没有网址，在这里打不开。")
    assert english.startswith("A file that comes with this program.")


async def test_a_plan_of_which_only_the_head_is_here_does_not_claim_some_courses(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show(f"/plans/{quote('TrainingPlan:上海农林职业技术学院:软件技术:')}")
        facts = await look.page.inner_text(".facts-row")

    assert "只收录了表头，没有课程" in facts
    assert "只收录了部分课程" not in facts


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_what_has_no_page_of_its_own_is_no_dead_end(served: Served, browser: Browser, language: str):
    async with opened(browser, served) as look:
        await look.show(in_language("/s/work-function-8ftpznh3c6", language))
        lists = await look.page.locator(".onward a").count()
        query = await look.page.locator("main a:has-text('GraphQL')").get_attribute("href")

    assert lists == 5
    assert query is not None
    assert query.startswith("/api?")
    assert "work-function-8ftpznh3c6" in query
