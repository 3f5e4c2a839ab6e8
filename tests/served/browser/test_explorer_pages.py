"""What pages of the explorer show and where they lead, in a real browser: the choice of two sides, catalogue, tree, figures."""

import asyncio
from urllib.parse import unquote

import pytest
from playwright.async_api import Browser, Route

from graph.model.slugs import slug_of
from tests.served.browser.explorer_page import in_language, opened
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

STANDARD, CERTIFICATE = "TeachingStandard:2025:510203", "Certificate:JavaWeb应用开发"
FIT = f"/fit?subject={STANDARD}&target={CERTIFICATE}"
SUBJECTS = """{ certificate(name: "JavaWeb应用开发") { majors(first: 100) { edges { relation node {
  trainingPlans(first: 20, where: { courses: { some: {} } }) { nodes { id } } } } } } }"""


async def test_the_choice_of_two_sides_begins_with_what_is_reviewed_and_offers_plans(served: Served, browser: Browser):
    edges = served.ask(SUBJECTS)["data"]["certificate"]["majors"]["edges"]
    stated = [each["node"] for each in edges if each["relation"] != "REPORTED_BY_COLLEGES"]
    plans = {plan["id"] for each in stated for plan in each["trainingPlans"]["nodes"]}

    async with opened(browser, served) as look:
        await look.show("/fit")
        bars = await look.page.locator(".edge-one .picks .bar").evaluate_all(
            "bars => bars.map(bar => bar.querySelectorAll('.part-COVERED').length)"
        )
        links = await look.page.locator(".edge-one .picks a").evaluate_all(
            "links => links.map(link => new URL(link.href).searchParams.get('subject'))"
        )

    assert (bars[0], set(bars[1:])) == (1, {0})
    assert links[0] == STANDARD
    assert {each for each in links if each.startswith("TrainingPlan:")} == plans


@pytest.mark.parametrize("typed", [" 530701 ", "电子商务", "dzsw"])
async def test_a_major_that_no_source_names_is_found_as_the_search_finds_it(served: Served, browser: Browser, typed):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/fit?target={CERTIFICATE}")
        await page.get_by_label("其他专业（名称、拼音或代码）").fill(typed)
        await page.click("button:has-text('查找')")
        await page.locator("form .picks a").first.wait_for()
        addresses = await page.locator("form .picks a").evaluate_all(
            "links => links.map(link => decodeURIComponent(link.search))"
        )
        await page.get_by_label("其他专业（名称、拼音或代码）").fill("q\u7e41q")
        await page.click("button:has-text('查找')")
        told = page.locator("form [role=status]:has-text('没有找到')")
        await told.wait_for()
        said = await told.inner_text()

    assert f"?subject=TeachingStandard:2025:530701&target={CERTIFICATE}" in addresses
    assert said == "没有找到与“q\u7e41q”相符且有教学标准的专业。"
    assert look.complaints == []


async def test_the_catalogue_stands_in_the_order_of_its_codes(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show("/majors")
        codes = await look.page.locator(".tree .bare-code").all_inner_texts()

    assert [each.split(" · ")[0] for each in codes] == [str(each) for each in range(61, 80)]


async def test_bounds_that_are_the_same_are_one_figure(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show(FIT)
        bounds = await look.page.locator(".areas-strip button .number").all_inner_texts()

    assert bounds[2] == "100.0%"
    assert all(len(set(each.split(" – "))) == len(each.split(" – ")) for each in bounds)


async def test_a_requirement_of_a_certificate_leads_to_its_evidence(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show("/certificates/JavaWeb应用开发?q=2.3.1")
        plain = await page.locator(".skill-tree li li a").count()
        await page.get_by_label("对照专业").select_option(STANDARD)
        await page.locator(".skill-tree li li .state").wait_for()
        await page.click(".skill-tree li li a")
        await look.settle()
        shown = await page.inner_text(".drawer h2")
        query = await page.evaluate("Object.fromEntries(new URLSearchParams(location.search))")

    assert plain == 0
    assert query == {
        "subject": STANDARD,
        "target": CERTIFICATE,
        "level": "ELEMENTARY",
        "at": "req:ELEMENTARY:2.3.1",
    }
    assert "2.3.1" in shown


PILOTS = """{ province(code: "110000") { pilotRecords(first: 20) { nodes { metric certificateText valueText } } } }"""


async def test_pilot_figures_say_what_they_count_in_the_language_of_the_page(served: Served, browser: Browser):
    records = served.ask(PILOTS)["data"]["province"]["pilotRecords"]["nodes"]
    schools = next(each for each in records if each["metric"] == "pilot schools")

    async with opened(browser, served) as look:
        lines = {}
        for language in ("zh", "en"):
            await look.show(in_language("/provinces/110000", language))
            lines[language] = (
                await look.page.locator("h2:has-text('试点数据'), h2:has-text('Pilot figures')")
                .locator("xpath=.. >> css=li")
                .all_inner_texts()
            )

    said = [schools["certificateText"], schools["valueText"]]
    assert f"试点院校数 {said[0]} {said[1]} 所" in " ".join(lines["zh"])
    assert f"pilot schools {said[0]} {said[1]} schools" in " ".join(lines["en"])
    assert not any(word in " ".join(lines["zh"]) for word in ("schools", "pilot", "held"))


@pytest.mark.parametrize(("language", "word"), [("zh", "院校"), ("en", "Colleges")])
async def test_a_release_says_in_words_what_it_holds(served: Served, browser: Browser, language: str, word: str):
    [release] = served.ask("{ releases(first: 1) { nodes { name typeCounts { type count } } } }")["data"]["releases"][
        "nodes"
    ]
    counts = {each["type"]: str(each["count"]) for each in release["typeCounts"]}

    async with opened(browser, served) as look:
        await look.show(in_language(f"/releases/{release['name']}", language))
        kinds = look.page.locator(".pair > :first-child")
        codes = await kinds.locator(".code").count()
        row = await kinds.locator("tr", has_text=f"{word} College").first.inner_text()

    assert codes == 0
    assert row.split("\t")[-1].replace(",", "") == counts["College"]


# Parts that are shown on the page of the whole.
PARTS = [
    (slug_of(node_id), *page)
    for node_id, *page in (
        (STANDARD, "/majors/2021/510203", "软件技术"),
        ("SkillStandard:510084:2.0", "/certificates/JavaWeb应用开发", "JavaWeb应用开发"),
        ("StandardLevel:510084:2.0:ADVANCED", "/certificates/JavaWeb应用开发", "JavaWeb应用开发"),
        ("CertificateLevel:JavaWeb应用开发:ADVANCED", "/certificates/JavaWeb应用开发", "JavaWeb应用开发"),
        ("WorkArea:510084:2.0:ADVANCED:2", "/certificates/JavaWeb应用开发", "JavaWeb应用开发"),
        ("MajorClass:2021:计算机类", "/majors", "专业目录"),
        ("Organization:天津东软睿道教育信息技术有限公司", "/certificates", "证书"),
        ("Catalogue:2015", "/majors", "专业目录"),
    )
]
# What a short link names, where it leads, and the heading there.
SHORT = [
    ("COLLEGE-WFFF544347", "/colleges/三亚护理职业学院", "三亚护理职业学院"),
    ("major-ra30afwy9b", "/majors/2015/人工智能技术服务", "人工智能技术服务"),
    ("certificate-f6x456re1b", "/certificates/JavaWeb应用开发", "JavaWeb应用开发"),
    *PARTS,
    ("province-xfc0acd9cg", "/provinces/440000", "广东省"),
    ("work-function-8ftpznh3c6", "/s/work-function-8ftpznh3c6", "扩初设计"),
    # What the graph calls by a code is called by its kind.
    (slug_of("CreditRule:C01"), f"/s/{slug_of('CreditRule:C01')}", "学分认定与转换规则"),
    ("college-0000000000", "/s/college-0000000000", "图谱里没有这个对象"),
    ("college-wfff54434", "/s/college-wfff54434", "短链接不完整"),
]


async def test_a_short_link_leads_to_the_page_of_what_it_names(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        seen = []
        for slug, _, heading in SHORT:
            await look.show(f"/s/{slug}")
            await look.page.locator("h1", has_text=heading).wait_for()
            seen.append((slug, unquote(await look.page.evaluate("location.pathname")), heading))
        requirement = served.ask("{ skillRequirements(first: 1) { nodes { slug code } } }")["data"]["skillRequirements"]
        [first] = requirement["nodes"]
        await look.show(f"/s/{first['slug']}")
        await look.page.wait_for_url(f"**/certificates/**q={first['code']}*")

    assert seen == SHORT
    assert look.complaints == []


async def test_what_has_no_page_is_called_by_its_kind_in_the_language_of_the_page(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/s/{slug_of('CreditRule:C01')}?lang=en")
        english = await page.inner_text("main h1"), await page.title()
        await look.show("/s/work-function-8ftpznh3c6?lang=en")
        named = await page.inner_text("main h1"), await page.inner_text("main .lead")

    assert english[0] == "Rules on credits"
    assert english[1].startswith("Rules on credits")
    assert named == ("扩初设计", "Work functions")


async def test_the_short_link_of_a_closed_search_leads_to_its_requirement(served: Served, browser: Browser):
    query = "{ reviews(first: 1) { nodes { slug teachingStandard { id } requirement { level code } } } }"
    [review] = served.ask(query)["data"]["reviews"]["nodes"]
    level, code = review["requirement"]["level"], review["requirement"]["code"]

    async with opened(browser, served) as look:
        await look.show(f"/s/{review['slug']}")
        await look.page.wait_for_url("**/fit?**")
        await look.page.locator(".drawer", has_text=code).wait_for()
        reached = unquote(look.page.url)

    assert f"subject={review['teachingStandard']['id']}" in reached
    assert reached.endswith(f"at=req:{level}:{code}")
    assert look.complaints == []


async def test_a_page_with_chinese_in_its_address_offers_its_short_link(served: Served, browser: Browser):
    short = f"{served.url}/s/college-wfff544347?lang=en"
    async with opened(browser, served) as look:
        await look.show("/provinces/440000")
        without = await look.page.locator(".copy-link").count()
        await look.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        await look.show(in_language("/colleges/三亚护理职业学院", "en"))
        await look.page.click("button:has-text('Copy short link')")
        await look.page.locator(".copy-link [role=status] a").wait_for()
        shown = await look.page.inner_text(".copy-link [role=status]")
        copied = await look.page.evaluate("navigator.clipboard.readText()")
        await look.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        await look.page.click("button:has-text('Copy short link')")
        await look.page.locator(".copy-link [role=status]:not(:has-text('Copied'))").wait_for()
        by_hand = await look.page.inner_text(".copy-link [role=status]")

    assert without == 0
    assert (shown, copied, by_hand) == (f"Copied {short}", short, short)


# A list, and what one of its rows is.
LONG = {
    "/plans": "main tbody tr",
    "/certificates": "main tbody tr",
    "/majors?level=ASSOCIATE": ".majors > li",
    "/provinces/410000": "main tbody tr",
}


@pytest.mark.parametrize("address", LONG)
async def test_a_list_that_cannot_be_read_on_says_so_and_tries_again(served: Served, browser: Browser, address: str):
    async def lost(route: Route) -> None:
        await route.abort()

    async with opened(browser, served) as look:
        page = look.page
        await look.show(address)
        rows = page.locator(LONG[address])
        before = await rows.count()
        await page.route("**/graphql", lost)
        await page.click("text=显示更多")
        await page.wait_for_selector(".problem")
        kept = await rows.count()
        await page.unroute("**/graphql")
        await page.click("text=显示更多")
        await page.wait_for_selector(".problem", state="detached")
        after = await rows.count()

    assert 0 < before == kept < after


PLAN = "{ trainingPlans(first: 1, where: {college: {some: {}}}) { nodes { collegeName majorName } } }"


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_two_words_of_a_plan_find_it_each_in_any_of_its_facts(served: Served, browser: Browser, language: str):
    [plan] = served.ask(PLAN)["data"]["trainingPlans"]["nodes"]
    words = f"{plan['collegeName']} {plan['majorName']}"

    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/plans?lang={language}")
        await page.fill("main input[type=search]", words)
        await page.wait_for_url("**q=**")
        await look.settle()
        rows = await page.locator("main tbody tr").all_inner_texts()
        await page.fill("main input[type=search]", f"{words} 没有这个词")
        await page.wait_for_selector("main .empty")

    assert rows
    assert [each for each in rows if plan["collegeName"] not in each or plan["majorName"] not in each] == []
    assert look.complaints == []


SAID = """{ majors(first: 1, where: {edition: {eq: "2021"}, code: {eq: "510203"}}) { nodes { teachingStandards { courses {
  covers(first: 1) { totalCount } alignments(first: 1) { totalCount } outcomes { alignments(first: 1) { totalCount } } } } } } }"""


@pytest.mark.parametrize(("language", "words"), [("zh", "无人提出对接"), ("en", "nobody proposed any")])
async def test_a_programme_says_of_which_courses_nobody_proposed_an_alignment(
    served: Served, browser: Browser, language: str, words: str
):
    [major] = served.ask(SAID)["data"]["majors"]["nodes"]
    courses = [each for standard in major["teachingStandards"] for each in standard["courses"]]
    bare = [each for each in courses if each["covers"]["totalCount"] == 0]
    unsaid = [each for each in bare if not any(one["alignments"]["totalCount"] for one in (each, *each["outcomes"]))]

    async with opened(browser, served) as look:
        await look.show(f"/majors/2021/510203?lang={language}")
        shown = [each.strip() for each in await look.page.locator(".module li.bare .number").all_inner_texts()]

    assert len(shown) == len(bare) > 0
    assert shown.count(words) == len(unsaid)
    assert "没有对接" not in shown


async def test_a_page_that_loads_has_not_the_name_of_the_one_before(served: Served, browser: Browser):
    may_answer = asyncio.Event()

    async def hold(route: Route) -> None:
        if "query Programme(" in (route.request.post_data or ""):
            await may_answer.wait()
        await route.continue_()

    async with opened(browser, served, apart=True) as look:
        page = look.page
        await look.show("/search?q=510203")
        before = await page.title()
        await page.route("**/graphql", hold)
        await page.click(".results a[href^='/majors/2021/510203']")
        await page.wait_for_url("**/majors/**")
        await page.locator(".loading[role=status]").wait_for(state="attached")
        meanwhile = await page.title()
        may_answer.set()
        await look.settle()
        after = await page.title()

    assert before.startswith("搜索“510203”")
    assert "搜索" not in meanwhile
    assert after.startswith("软件技术 · ")


@pytest.mark.parametrize(("language", "word"), [("zh", "搜索"), ("en", "Search")])
async def test_on_a_phone_the_field_of_search_holds_its_word(
    served: Served, browser: Browser, language: str, word: str
):
    width = """each => { const pen = document.createElement('canvas').getContext('2d'), style = getComputedStyle(each);
      pen.font = style.font;
      return [pen.measureText(each.placeholder).width, each.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)]; }"""

    async with opened(browser, served, 390) as look:
        await look.show(f"/gaps?lang={language}")
        field = look.page.locator("[data-search]")
        needed, room = await field.evaluate(width)

        assert await field.get_attribute("placeholder") == word
        assert needed <= room
