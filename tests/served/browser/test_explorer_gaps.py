"""The dashboard of gaps in a real browser: its numbers are those of the API, and its filters are in the address."""

import asyncio
import csv
import io
import json
import re

import pytest
from playwright.async_api import Browser, Page, Route

from tests.served.browser.explorer_page import opened
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

COUNTS = "requirements covered partlyCovered unknown notCovered"
TOTAL = f"query ($filter: CubeFilter) {{ coverageCube(dimensions: [], filter: $filter) {{ rows {{ {COUNTS} programmes }} }} }}"
MAJORS = "{ coverageCube(dimensions: [MAJOR]) { rows { requirements unknown } } }"
GAPS = "{ gaps(first: 100, includeUnknown: true, includePartlyCovered: true) { state } }"


def cube(served: Served, query: str, **chosen: object) -> list[dict]:
    return served.ask(query, {"filter": chosen} if chosen else {})["data"]["coverageCube"]["rows"]


@pytest.mark.parametrize(("address", "chosen"), [("/gaps", {}), ("/gaps?class=计算机类", {"majorClass": ["计算机类"]})])
async def test_the_total_is_that_of_the_api(served: Served, browser: Browser, address, chosen):
    [total] = cube(served, TOTAL, **chosen)

    async with opened(browser, served) as look:
        await look.show(address)
        legend = await look.page.locator(".figure .legend b").all_inner_texts()
        title = await look.page.inner_text("#gaps-total-title")

    states = ("covered", "partlyCovered", "unknown", "notCovered")
    assert [int(each.replace(",", "")) for each in legend] == [total[each] for each in states]
    assert f"{100 * total['covered'] / total['requirements']:.1f}%" in title


async def test_what_nobody_reviewed_is_a_name_and_never_a_number(served: Served, browser: Browser):
    rows = cube(served, MAJORS)
    compared = [each for each in rows if each["requirements"]]
    reviewed = [each for each in compared if each["unknown"] < each["requirements"]]

    async with opened(browser, served) as look:
        await look.show("/gaps")
        ranked = await look.page.locator(".intervals li").count()
        unreviewed = await look.page.locator(".hatched-edge dd > *").count()
        bare = await look.page.locator(".dotted-edge dd > *").count()
        text = await look.page.inner_text("#gaps-programmes-title >> xpath=..")

    assert (ranked, unreviewed, bare) == (len(reviewed), len(compared) - len(reviewed), len(rows) - len(compared))
    assert "0.0%" not in text


async def test_a_filter_stays_in_the_address_and_a_cleared_one_leaves_it(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show("/gaps")
        await page.click(".heat a:has-text('电子商务类')")
        await page.wait_for_selector(".intervals:empty", state="attached")
        await page.reload()
        await look.settle()
        classes = await page.locator(".heat tbody th").all_inner_texts()
        await page.click("text=清除筛选")
        await page.wait_for_selector(".intervals li")
        cleared = page.url
        await page.click(".intervals .bar")
        await page.wait_for_selector(".fit-head")

    assert classes == ["电子商务类"]
    assert cleared == f"{served.url}/gaps"
    assert look.complaints == []


async def test_what_stays_national_says_so_where_a_province_is_chosen(served: Served, browser: Browser):
    said: dict[str, list[bool]] = {}
    async with opened(browser, served) as look:
        for address in ("/gaps?through=plans", "/gaps?through=plans&province=广东省"):
            await look.show(address)
            leads = [await look.page.inner_text(f"#{each}-title + .lead") for each in ("gaps-knowledge", "gaps-trend")]
            provinces = await look.page.inner_text("#gaps-provinces-title + .lead")
            said[address] = [*("不随筛选变化" in each for each in leads), "不按所选省份筛选" in provinces]

    assert list(said.values()) == [[False] * 3, [True] * 3]


async def test_data_of_a_figure_say_levels_in_words(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show("/gaps")
        cells = {}
        for figure in ("gaps-programmes", "gaps-classes"):
            await look.page.click(f"section[aria-labelledby='{figure}-title'] .tools button:text-is('数据')")
            cells[figure] = await look.page.locator(f"section[aria-labelledby='{figure}-title'] td").all_inner_texts()

    assert "高职专科" in cells["gaps-programmes"]
    assert "中级" in cells["gaps-classes"]
    assert not {"ASSOCIATE", "INTERMEDIATE"} & {*cells["gaps-programmes"], *cells["gaps-classes"]}


async def test_a_province_leads_to_its_plans_and_their_gaps(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show("/provinces/430000")
        await look.page.click("main a:text-is('方案的覆盖与缺口')")
        # Seven plans of it are gathered; no certificate with a standard suits their programmes.
        await look.page.wait_for_selector(".dotted:has-text('没有可以对照的方案')")
        chosen = await look.page.locator("main select").evaluate_all("all => all.map(each => each.value)")
        await look.page.go_back()
        await look.page.click("main a:text-is('收录的方案')")
        await look.page.wait_for_selector("main tbody tr")
        provinces = await look.page.locator("main tbody td a[href*='/provinces/']").all_inner_texts()

    assert "湖南省" in chosen
    assert set(provinces) == {"湖南"}
    assert look.complaints == []


async def test_the_requirements_without_a_course_are_those_of_the_api(served: Served, browser: Browser):
    states = [each["state"] for each in served.ask(GAPS)["data"]["gaps"]]

    async with opened(browser, served) as look:
        page = look.page
        await look.show("/gaps?state=NOT_COVERED")
        missing = await page.locator("#gaps-requirements-title >> xpath=.. >> css=tbody tr").count()
        await page.click(".controls label:has-text('全部')")
        await page.click("button:has-text('查看全部')")
        shown = await page.locator("#gaps-requirements-title >> xpath=.. >> css=tbody tr").count()
        async with page.expect_download() as sent:
            await page.click("#gaps-requirements-title >> xpath=.. >> css=.tools >> text=JSON")
        rows = json.loads((await (await sent.value).path()).read_text(encoding="utf-8"))

    assert missing == states.count("NOT_COVERED")
    assert shown == len(rows) == len(states)


PLANS = """query ($filter: CubeFilter) { coverageCube(dimensions: [], filter: $filter, through: TRAINING_PLAN) {
  rows { requirements covered partlyCovered unknown notCovered plans } } }"""
EACH_PLAN = """query ($filter: CubeFilter) { coverageCube(dimensions: [TRAINING_PLAN], filter: $filter, through: TRAINING_PLAN) {
  rows { trainingPlan requirements unknown } } }"""


async def test_plans_of_a_province_are_counted_apart(served: Served, browser: Browser):
    [total] = cube(served, PLANS, province=["广东省"])
    plans = [each for each in cube(served, EACH_PLAN, province=["广东省"]) if each["requirements"]]
    unreviewed = [each for each in plans if each["unknown"] == each["requirements"]]

    async with opened(browser, served) as look:
        page = look.page
        await look.show("/gaps")
        await page.select_option("label:has-text('课程来自') select", "plans")
        await page.select_option("label:has-text('省份') select", "广东省")
        await page.wait_for_selector("#gaps-plans-title")
        await look.settle()
        address = page.url
        await page.reload()
        await look.settle()
        legend = await page.locator(".figure .legend b").all_inner_texts()
        shown = await page.locator(".name-rows dd a[href^='/plans/']").evaluate_all(
            "all => all.map(each => decodeURIComponent(each.pathname.slice('/plans/'.length)))"
        )
        await page.select_option("label:has-text('课程来自') select", "")
        await page.wait_for_selector("#gaps-programmes-title")

    assert "through=plans" in address
    assert total["unknown"] == total["requirements"]
    assert legend == ["未知", "未知", f"{total['unknown']:,}", "未知"]
    assert sorted(shown) == sorted(each["trainingPlan"] for each in unreviewed)
    assert len(plans) > 0
    assert page.url == f"{served.url}/gaps"
    assert look.complaints == []


async def test_each_release_is_shown_with_what_it_loaded_and_the_bounds_of_its_day(served: Served, browser: Browser):
    releases = served.ask("{ releases(first: 20) { nodes { name loadedAt counts } } }")["data"]["releases"]["nodes"]
    [total] = cube(served, TOTAL)
    kinds = ("SkillStandard", "SkillRequirement", "TeachingStandard", "TrainingPlan", "Alignment", "Review")
    held = [dict(line.rsplit(" ", 1) for line in each["counts"]) for each in releases]

    async with opened(browser, served) as look:
        await look.show("/gaps")
        rows = look.page.locator("#gaps-trend-title >> xpath=.. >> css=tbody tr")
        await rows.first.scroll_into_view_if_needed()
        await rows.locator(".bar").first.wait_for()
        shown = [
            [text.replace(",", "") for text in await row.locator("td.number").all_inner_texts()]
            for row in await rows.all()
        ]
        bounds = await rows.locator("td").last.inner_text()

    assert sorted(shown) == sorted([[each.get(kind, "0") for kind in kinds] for each in held])
    assert bounds.startswith(f"{100 * total['covered'] / total['requirements']:.1f}%")


async def test_releases_of_several_folders_are_told_apart(served: Served, browser: Browser):
    own = {"name": "0123456789ab", "loadedAt": "2026-11-01T00:00:00+00:00", "layer": "our-college", "isCurrent": True}
    own["typeCounts"] = [{"type": "TrainingPlan", "count": 1}]

    async with opened(browser, served) as look:
        page = look.page

        async def with_one_more(route: Route) -> None:
            if "query GapsReleases" in (route.request.post_data or ""):
                answer = await (await route.fetch()).json()
                answer["data"]["releases"]["nodes"].append(own)
                await route.fulfill(json=answer)
            else:
                await route.continue_()

        await page.route("**/graphql", with_one_more)
        await look.show("/gaps")
        lead = await page.inner_text("#gaps-trend-title + .lead")
        rows = await page.locator("#gaps-trend-title >> xpath=.. >> css=tbody th").all_inner_texts()
        numbers = await page.locator(
            "#gaps-trend-title >> xpath=.. >> css=tbody tr:last-child td.number"
        ).all_inner_texts()

    assert "每个目录各自发布" in lead
    assert [each.rpartition("·")[2].strip() for each in rows] == ["数据目录 data", "数据目录 our-college"]
    assert numbers == ["0", "0", "0", "1", "0", "0"]


TOTALS = {
    "gaps-classes": ("/gaps", "{ coverageCube(dimensions: [CLASS, CERTIFICATE_LEVEL], first: 1) { total } }"),
    "gaps-plans": (
        "/gaps?through=plans",
        """{ coverageCube(dimensions: [PROVINCE, COLLEGE, MAJOR, YEAR, TRAINING_PLAN, CERTIFICATE], through: TRAINING_PLAN, first: 1) {
  total } }""",
    ),
}


@pytest.mark.parametrize("figure", TOTALS)
async def test_a_figure_says_how_many_rows_it_leaves_out(served: Served, browser: Browser, figure: str):
    address, query = TOTALS[figure]
    total = served.ask(query)["data"]["coverageCube"]["total"]

    async def fewer(route: Route) -> None:
        """Ask the server for two rows where the page asks for a thousand: the seeds hold fewer."""
        await route.continue_(post_data=(route.request.post_data or "").replace("first: 1000", "first: 2"))

    async with opened(browser, served) as look:
        await look.show(address)
        whole = await look.page.inner_text(f"#{figure}-title + .lead")
        await look.page.route("**/graphql", fewer)
        await look.show(address)
        cut = await look.page.inner_text(f"#{figure}-title + .lead")

    assert "共" not in whole
    left_out = f"显示 2 条，共 {total:,} 条"
    assert left_out in cut
    assert cut.replace(left_out, "") == whole
    assert total > 2


async def saved_rows(page: Page, figure: str, button: str) -> str:
    async with page.expect_download() as sent:
        await page.click(f"#{figure}-title >> xpath=.. >> css=.tools >> text={button}")
    return (await (await sent.value).path()).read_text(encoding="utf-8-sig")


BY_PROVINCE = f"""{{ coverageCube(dimensions: [PROVINCE], through: TRAINING_PLAN) {{ rows {{ province {COUNTS} }} }}
  provinces(first: 40) {{ nodes {{ name }} }} }}"""


async def test_a_file_of_provinces_has_no_zero_for_what_nobody_looked_at_and_leaves_out_no_province(
    served: Served, browser: Browser
):
    known = served.ask(BY_PROVINCE)["data"]
    counted = known["coverageCube"]["rows"]
    unreviewed = [each["province"] for each in counted if each["requirements"] == each["unknown"] > 0]

    async with opened(browser, served) as look:
        await look.show("/gaps")
        rows = {each["province"]: each for each in json.loads(await saved_rows(look.page, "gaps-provinces", "JSON"))}
        header, *lines = (await saved_rows(look.page, "gaps-provinces", "CSV")).splitlines()

    found = ("covered", "partlyCovered", "notCovered")
    assert unreviewed
    assert {rows[name][each] for name in unreviewed for each in found} == {None}
    assert [(rows[name]["lower"], rows[name]["upper"]) for name in unreviewed] == [(0, 1)] * len(unreviewed)
    assert set(rows) >= {each["name"] for each in known["provinces"]["nodes"]}
    assert len(lines) == len(rows)
    assert "覆盖下界" in header


async def test_the_total_says_of_how_many_certificates_it_is(served: Served, browser: Browser):
    compared = cube(served, "{ coverageCube(dimensions: [CERTIFICATE]) { rows { requirements } } }")
    gathered = served.ask("{ knownExtent { of gathered } }")["data"]["knownExtent"]
    [certificates] = [each["gathered"] for each in gathered if each["of"] == "CERTIFICATES"]

    async with opened(browser, served) as look:
        await look.show("/gaps")
        chinese = await look.page.inner_text("#gaps-total-title + .lead")
        await look.show("/gaps?lang=en")
        english = await look.page.inner_text("#gaps-total-title + .lead")

    number = len([each for each in compared if each["requirements"]])
    assert chinese.startswith(f"只对照了 {number} 项有完整标准的证书，收录的证书共 {certificates} 项")
    assert english.startswith(f"Only {number} certificate")


async def test_bounds_that_are_still_asked_for_are_not_called_unknown(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page, held = look.page, asyncio.Event()

        async def later(route: Route) -> None:
            if "coverageTrend" in (route.request.post_data or ""):
                await held.wait()
            await route.continue_()

        await page.route("**/graphql", later)
        await look.show("/gaps")
        bounds = page.locator("#gaps-trend-title >> xpath=.. >> css=tbody tr td.bounds")
        at_first = await bounds.first.inner_text()
        await bounds.first.scroll_into_view_if_needed()
        await bounds.first.filter(has_text="还在读取").wait_for()
        held.set()
        await bounds.first.locator(".bar").wait_for()

    assert at_first in {"滚动到这里时读取", "还在读取"}


async def test_what_is_known_of_training_plans_stands_with_the_rest(served: Served, browser: Browser):
    plans = [each for each in cube(served, EACH_PLAN) if each["requirements"]]
    gathered = served.ask("{ trainingPlans(first: 1) { totalCount } }")["data"]["trainingPlans"]["totalCount"]
    reviewed = [each for each in plans if each["unknown"] < each["requirements"]]

    async with opened(browser, served) as look:
        await look.show("/gaps?through=plans")
        numbers = await look.page.locator(".chain[aria-label='人才培养方案'] b").all_inner_texts()

    assert numbers == [f"{each:,}" for each in (gathered, len(plans), len(reviewed))]


def numbers(value: object) -> set[float]:
    """Give every number of an answer."""
    if isinstance(value, dict | list):
        parts = value.values() if isinstance(value, dict) else value
        return set().union(*map(numbers, parts))
    return {value} if isinstance(value, int | float) and not isinstance(value, bool) else set()


@pytest.mark.parametrize(
    ("address", "figures"),
    [
        ("/gaps", ["total", "programmes", "classes", "provinces", "trend"]),
        ("/gaps?lang=en", ["total", "programmes", "classes", "provinces", "trend"]),
    ],
)
async def test_the_query_of_a_figure_gives_the_bounds_that_it_shows(
    served: Served, browser: Browser, address: str, figures: list[str]
):
    shares = {}

    async with opened(browser, served) as look:
        await look.show(address)
        for name in figures:
            figure = look.page.locator(f".figure:has(#gaps-{name}-title)")
            await figure.scroll_into_view_if_needed()
            await look.settle()
            if name == "trend":
                await figure.locator(".bar").first.wait_for()
            shown = set(re.findall(r"\d+\.\d%", await figure.inner_text()))
            await figure.locator(".tools button:has-text('GraphQL')").click()
            query, variables = await figure.locator(".under pre").all_inner_texts()
            answer = served.ask(query, json.loads(variables))
            given = {f"{100 * each:.1f}%" for each in numbers(answer["data"])}
            shares[name] = (shown, shown - given)

    assert {name: missing for name, (_, missing) in shares.items() if missing} == {}
    assert look.complaints == []
    assert [name for name, (shown, _) in shares.items() if not shown] in ([], ["provinces"])


@pytest.mark.parametrize(("language", "propose"), [("zh", "提出对接"), ("en", "Propose")])
async def test_a_gap_leads_to_the_fit_of_a_programme_that_has_it_where_a_course_is_proposed(
    served: Served, browser: Browser, language: str, propose: str
):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/gaps?state=NOT_COVERED&lang={language}")
        row = page.locator("#gaps-requirements-title >> xpath=.. >> css=tbody tr").first
        requirement = await row.locator("th > a").inner_text()
        await row.locator(".in-programmes a").first.click()
        await page.wait_for_selector(".chosen-item[open] .lead")
        await look.settle()
        chosen = await page.inner_text(".chosen-item[open] > summary")
        marks = await page.locator(".chosen-item[open] > summary .mark-NOT_COVERED").count()
        await page.click(f".chosen-item[open] >> text={propose}")
        await page.wait_for_selector("#proposed-course")

    assert requirement in chosen
    assert marks == 1
    assert look.complaints == []


async def test_a_plan_opens_at_the_certificate_that_the_page_is_narrowed_to(served: Served, browser: Browser):
    certificate = "JavaWeb应用开发"

    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/gaps?through=plans&certificate={certificate}")
        await page.locator("#gaps-plans-title >> xpath=.. >> css=a[href^='/plans/']:has-text('2025')").first.click()
        await page.wait_for_selector("#plan-fit-title")
        chosen = await page.locator(".filters select").first.evaluate("each => each.selectedOptions[0].text")
        shown = await page.inner_text("#plan-fit-title")

    assert chosen.startswith(certificate)
    assert shown == certificate
    assert look.complaints == []


HEADS = {
    "zh": [
        "省份",
        "可对照的方案（份）",
        "有可对照方案的院校（所）",
        "要对照的技能要求（条次，每个专业或方案各计一次）",
    ],
    "en": ["Province", "Comparable plans (number)", "Colleges with comparable plans (number)"],
}


@pytest.mark.parametrize("language", HEADS)
async def test_unknown_has_one_sign_and_a_zero_was_counted(served: Served, browser: Browser, language: str):
    """In the legend, the table, the tiles and the file: a word for what no one looked at, 0 for plans that are not here."""
    counted = served.ask(BY_PROVINCE)["data"]["coverageCube"]["rows"]
    unreviewed = {each["province"] for each in counted if each["requirements"] == each["unknown"] > 0}
    unknown = {"zh": "未知", "en": "unknown"}[language]

    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/gaps?through=plans&lang={language}")
        tiles = await page.locator(".tile").evaluate_all("all => all.map(each => each.querySelector('b').textContent)")
        names = await page.locator(".tile").evaluate_all("all => all.map(each => each.ariaLabel)")
        gaps = await page.locator("#gaps-provinces-title >> xpath=.. >> css=tbody td:nth-child(3)").all_inner_texts()
        saved = await saved_rows(page, "gaps-provinces", "CSV")
        head, *lines = csv.reader(io.StringIO(saved))
        bare = [each for each in lines if each[1] == "0"]

    assert sorted(map(int, tiles)) == sorted([0] * len(bare) + [int(each[1]) for each in lines if each[1] != "0"])
    assert not any(unknown in each for each in names)
    assert gaps.count(unknown) == len(unreviewed) > 0
    assert head[: len(HEADS[language])] == HEADS[language]
    assert {tuple(each[2:]) for each in bare} == {("0", *[""] * 7)}
    assert {each[4] for each in lines if each[0] in unreviewed} == {unknown}


OPEN_PAIRS = {
    "gaps-programmes": ("/gaps", "major", "1 对“专业 × 证书”还没有人评审"),
    "gaps-plans": ("/gaps?through=plans", "trainingPlan", "1 对“方案 × 证书”还没有人评审"),
}


@pytest.mark.parametrize("figure", OPEN_PAIRS)
async def test_a_programme_reviewed_with_one_certificate_is_not_among_those_that_nobody_reviewed(
    served: Served, browser: Browser, figure: str
):
    """The seeds have the standard of one certificate: a second one is added to the answer of one programme."""
    address, programme, pairs = OPEN_PAIRS[figure]
    names = {}

    async def with_second(route: Route) -> None:
        answer = await route.fetch()
        body = await answer.json()
        rows = (body["data"].get("coverageCube") or {"rows": []})["rows"]
        if "certificate" in (rows or [{}])[0] and programme in rows[0]:
            first = next(each for each in rows if each["requirements"])
            unknown = {"covered": 0, "partlyCovered": 0, "notCovered": 0, "unknown": first["requirements"]}
            rows.append({**first, **unknown, "certificate": "智能表单设计"})
            first.update(unknown, covered=1, unknown=first["requirements"] - 1)
            compared = [each for each in rows if each["requirements"]]
            reviewed = {each[programme] for each in compared if each["unknown"] < each["requirements"]}
            names["never"] = len({each[programme] for each in compared} - reviewed)
        await route.fulfill(response=answer, json=body)

    async with opened(browser, served) as look:
        await look.page.route("**/graphql", with_second)
        await look.show(address)
        card = look.page.locator(f".figure:has(#{figure}-title)")
        heads = await card.locator("h3").all_inner_texts()
        lists = card.locator(".hatched-edge")
        never = await lists.first.locator("dd > *").count()
        others = await lists.nth(1).locator("dd > *").all_inner_texts()

    assert never == names["never"] > 0
    assert f"{never} " in heads[0]
    assert heads[1].strip() == pairs
    assert [each.split(" × ")[1] for each in others] == ["智能表单设计"]
