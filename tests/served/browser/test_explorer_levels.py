"""What a fit says of its levels: no number without the level it is of, no code that two levels share without its level."""

from urllib.parse import quote

import pytest
from playwright.async_api import Browser, Route

from tests.served.browser.explorer_page import opened
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

SUBJECT, TARGET = "TeachingStandard:2025:510203", "Certificate:JavaWeb应用开发"
FIT = f"/fit?subject={SUBJECT}&target={quote(TARGET)}"


def numbers_of(served: Served) -> tuple[str, int]:
    """Give the words for what is open of the whole certificate, and its number of requirements."""
    query = "query ($s: ID!, $t: ID!) { coverage(subject: $s, target: $t) { requirements notCovered partlyCovered unknown } }"
    found = served.ask(query, {"s": SUBJECT, "t": TARGET})["data"]["coverage"]
    words = f"{found['notCovered']} 条缺口，{found['partlyCovered']} 条部分覆盖，{found['unknown']} 条未评审"
    return words, found["requirements"]


async def test_numbers_of_one_level_stand_with_those_of_the_whole_certificate(served: Served, browser: Browser):
    words, requirements = numbers_of(served)

    async with opened(browser, served) as look:
        await look.show(FIT)
        title = await look.page.inner_text("#fit-flow-title")
        elementary = await look.page.inner_text(".drawer.resting")
        await look.show(f"{FIT}&level=ALL")
        every = await look.page.inner_text(".drawer.resting h2")
        whole = await look.page.inner_text("#fit-flow-title")

    assert title.endswith("只含初级")
    assert f"证书共 {requirements} 条要求：{words}" in elementary
    assert every == words
    assert whole.endswith("全部等级")


async def test_a_filter_by_state_gives_its_own_number_and_no_zeros_of_the_others(served: Served, browser: Browser):
    words, requirements = numbers_of(served)

    async with opened(browser, served) as look:
        await look.show(f"{FIT}&level=ALL&state=NOT_COVERED")
        headline = await look.page.inner_text(".drawer.resting h2")
        listed = await look.page.locator(".open-items li").count()
        text = await look.page.inner_text(".drawer.resting")

    assert headline == f"{listed} 条要求：缺口"
    assert f"证书共 {requirements} 条要求：{words}" in text


async def test_with_all_levels_a_code_stands_with_its_level_and_a_suggestion_is_named(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show(f"{FIT}&level=ALL")
        items = await look.page.locator(".open-items a").all_inner_texts()
        waiting = await look.page.locator(".open-items .waits").all_inner_texts()
        areas = await look.page.locator(".node-area").evaluate_all(
            "all => all.map(each => each.ariaLabel.split(',')[0])"
        )

    assert items
    assert all(each.startswith(("初级 ", "中级 ", "高级 ")) for each in items)
    assert waiting
    assert all(each.startswith("待定建议 ") for each in waiting)
    assert len(set(areas)) == len(areas)


@pytest.mark.parametrize(
    ("language", "start", "gaps"), [("zh", "仅初级：", "{} 条缺口"), ("en", "Elementary alone. ", "Gaps: {},")]
)
async def test_the_heading_of_one_level_names_it_and_the_whole_stands_below(
    served: Served, browser: Browser, language, start, gaps
):
    query = "query ($s: ID!, $t: ID!) { coverage(subject: $s, target: $t) { notCovered } }"
    number = served.ask(query, {"s": SUBJECT, "t": TARGET})["data"]["coverage"]["notCovered"]

    async with opened(browser, served) as look:
        await look.show(f"{FIT}&lang={language}")
        heading = await look.page.inner_text(".drawer.resting h2")
        whole = await look.page.inner_text(".drawer.resting h2 + .whole b")

    assert heading.startswith(start)
    assert gaps.format(number) in whole


LEVELS = """query ($s: ID!, $t: ID!, $level: CertificateLevelCode) { coverage(subject: $s, target: $t, level: $level) {
  notCovered partlyCovered unknown } }"""


async def test_a_level_without_gaps_says_how_many_the_others_have(served: Served, browser: Browser):
    def found(level: str) -> str:
        counts = served.ask(LEVELS, {"s": SUBJECT, "t": TARGET, "level": level})["data"]["coverage"]
        return "{notCovered} 条缺口，{partlyCovered} 条部分覆盖，{unknown} 条未评审".format(**counts)

    async with opened(browser, served) as look:
        page = look.page
        await look.show(FIT)
        others = await page.locator(".other-levels li").all_inner_texts()
        await page.click(".other-levels a:has-text('中级')")
        await page.wait_for_selector("#fit-flow-title:has-text('只含中级')")
        then = await page.locator(".other-levels li").all_inner_texts()
        await look.show(f"{FIT}&level=ALL")
        every = await page.locator(".other-levels li").count()

    assert others == [f"中级：{found('INTERMEDIATE')}", f"高级：{found('ADVANCED')}"]
    assert then == [f"初级：{found('ELEMENTARY')}", f"高级：{found('ADVANCED')}"]
    assert every == 0


# Points along each ribbon that lie in the box of a label.
UNDER_LABELS = """() => {
  const boxes = [...document.querySelectorAll('.flow .node text')].map(each => each.getBBox());
  return [...document.querySelectorAll('.flow .ribbon .outer')].flatMap(path => {
    const half = parseFloat(path.getAttribute('stroke-width')) / 2 - 2, length = path.getTotalLength();
    return Array.from({length: 60}, (_, at) => path.getPointAtLength(at * length / 59))
      .filter(({x, y}) => boxes.some(box => x > box.x + 1 && x < box.x + box.width - 1 && y + half > box.y + 3 && y - half < box.y + box.height - 3));
  }).length;
}"""


@pytest.mark.parametrize("width", [390, 1100, 1440])
@pytest.mark.parametrize("level", ["ELEMENTARY", "ALL"])
async def test_no_ribbon_runs_under_a_label(served: Served, browser: Browser, width: int, level: str):
    async with opened(browser, served, width) as look:
        await look.show(f"{FIT}&view=flow&level={level}&lang=en")
        await look.page.wait_for_selector(".ribbon")
        under = await look.page.evaluate(UNDER_LABELS)

    assert under == 0


async def test_a_plan_opens_at_the_level_that_it_names(served: Served, browser: Browser):
    """The answer says that the plan names the intermediate level: no gathered plan names one of this certificate."""
    plan = quote("TrainingPlan:深圳信息职业技术大学:软件技术:2025级")

    async def naming(route: Route) -> None:
        if "FitEnds" not in (route.request.post_data or ""):
            await route.continue_()
            return
        answer = await route.fetch()
        body = await answer.json()
        body["data"]["subject"]["certificatesLinks"] = [{"node": {"id": TARGET}, "certificateLevel": "INTERMEDIATE"}]
        await route.fulfill(response=answer, json=body)

    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/fit?subject={plan}&target={quote(TARGET)}")
        lowest = await page.inner_text("#fit-flow-title")
        said = await page.inner_text(".drawer.resting h2")
        await page.route("**/graphql", naming)
        await look.show(f"/fit?subject={plan}&target={quote(TARGET)}")
        named = await page.inner_text("#fit-flow-title")

    assert lowest.endswith("只含初级")
    assert "还没有人评审" in said
    assert "0 条缺口" not in said
    assert named.endswith("只含中级")
