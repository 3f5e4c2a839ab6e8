"""The explorer as a person uses it, in a real browser: search, read, choose, switch the language, reload, go back.

On one engine: the pages are made of files, and what they show is asked of the API once more here.
"""

import base64
from urllib.parse import quote

import httpx
import pytest
from playwright.async_api import Browser

from tests.served.browser.explorer_page import in_language, opened
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

STANDARD, CERTIFICATE = "TeachingStandard:2025:510203", "Certificate:JavaWeb应用开发"
FIT = f"/fit?subject={STANDARD}&target={CERTIFICATE}"
PLAN = "/plans/TrainingPlan:示例院校（虚构）:软件技术（示例）:2026级"
NOWHERE = "/certificates/没有这个"
PAGES = [
    "/",
    "/search?q=软件",
    "/search?q=zzzz",
    "/majors",
    "/majors?category=电子与信息大类&class=计算机类",
    "/majors?q=软件",
    "/majors/2021/510203",
    "/majors/2015/610205",
    "/majors/2021/110101",
    "/certificates",
    "/certificates/JavaWeb应用开发?by=TeachingStandard:2025:510203",
    "/certificates/Python程序开发",
    "/certificates/5G网络优化",
    NOWHERE,
    "/fit",
    FIT,
    f"{FIT}&view=matrix&level=ALL&at=cell:22:ELEMENTARY:2.3",
    f"{FIT}&view=list&at=req:ELEMENTARY:2.3.1",
    f"/fit?subject={PLAN.removeprefix('/plans/')}&target={CERTIFICATE}",
    f"/fit?subject=Major:2021:510203&target={CERTIFICATE}&view=list",
    f"/fit?target={CERTIFICATE}&course=Course:2025:510203:1,3,19",
    f"/fit?target={CERTIFICATE}&pick={STANDARD}&course=Course:2025:510203:1",
    f"/fit?target={CERTIFICATE}&pick=search&q=软件",
    "/review",
    "/import",
    "/import/standard",
    "/import/plan",
    "/compare",
    f"/compare?target={CERTIFICATE}&a={STANDARD}&b=TeachingStandard:2025:510201",
    "/compare?of=standards&a=StandardLevel:510084:2.0:ELEMENTARY&b=StandardLevel:510084:2.0:INTERMEDIATE",
    "/gaps",
    "/gaps?class=计算机类&evidence=stated&state=UNKNOWN&rows=all",
    "/gaps?class=没有这个",
    "/gaps?through=plans",
    "/review?subject=TeachingStandard:2025:510201&target=Certificate:JavaWeb应用开发",
    "/provinces/440000",
    "/provinces/710000",
    "/colleges/深圳职业技术大学",
    "/plans",
    "/plans?q=没有这个",
    "/plans/TrainingPlan:河南机电职业学院:人工智能技术应用:2023级",
    PLAN,
    "/courses/Course:2025:510203:22",
    "/sources/alignments.editorial",
    "/s/work-function-8ftpznh3c6",
    "/import/alignments",
    "/policies",
    "/policies/人社部发〔2019〕34号",
]
# Every page in both languages, at both widths, light and dark, without each combination of the three.
LOOKS = [(1440, "zh", "light"), (390, "en", "dark"), (390, "zh", "light"), (1440, "en", "dark")]
# The theme in which a width is judged for accessibility: a page's words, width and theme differ between the two.
JUDGED = {1440: "light", 390: "dark"}
COVERAGE = """query Fit($subject: ID!, $target: ID!) { coverage(subject: $subject, target: $target, first: 500) {
  requirements covered partlyCovered notCovered unknown
  items { state requirement { code level } proofs { course { id } } } } }"""


@pytest.mark.parametrize(("width", "language", "theme"), LOOKS)
async def test_each_page_loads_whole_fits_and_is_accessible(served: Served, browser: Browser, width, language, theme):
    wrong = {}

    async with opened(browser, served, width, theme) as look:
        [release] = served.ask("{ releases(first: 1) { nodes { name } } }")["data"]["releases"]["nodes"]
        for path in [*PAGES, f"/releases/{release['name']}"]:
            await look.show(in_language(path, language))
            problems = await look.problems() if path != NOWHERE else []
            violations = await look.violations() if theme == JUDGED[width] else []
            seen = (list(look.complaints), problems, await look.flaws(), await look.width(), violations)
            if seen != ([], [], [], width, []):
                wrong[path] = seen
            look.complaints.clear()

    assert wrong == {}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [1100, 1241, 1331])
async def test_the_widths_between_a_phone_and_a_large_screen_hold_the_widest_page(
    served: Served, browser: Browser, width, language
):
    async with opened(browser, served, width) as look:
        await look.show(in_language("/gaps", language))
        entries = await look.page.locator(".top nav a").count()

        assert (entries, await look.spilled(), await look.width()) == (10, [], width)


@pytest.fixture(scope="module")
def coverage(served: Served) -> dict:
    """What the API says of the example."""
    return served.ask(COVERAGE, {"subject": STANDARD, "target": CERTIFICATE})["data"]["coverage"]


async def test_the_figures_of_the_fit_are_those_of_the_api(served: Served, browser: Browser, coverage: dict):
    states = [coverage[each] for each in ("covered", "partlyCovered", "unknown", "notCovered")]
    proofs = {
        (each["requirement"]["level"], each["requirement"]["code"], proof["course"]["id"])
        for each in coverage["items"]
        for proof in each["proofs"]
    }

    async with opened(browser, served) as look:
        await look.show(f"{FIT}&view=matrix&level=ALL")
        legend = await look.page.locator(".headline .legend b").all_inner_texts()
        headline = await look.page.inner_text(".headline h2")
        cells = await look.page.locator(".matrix .cell:not(.waits) b").all_inner_texts()
        whole = await look.page.inner_text(".matrix tfoot td:last-child")
        await look.show(f"{FIT}&view=list&level=ALL&lang=en")
        rows = await look.page.locator(".requirements tbody tr:not(.task-row) td:first-child").all_inner_texts()

    assert [int(each) for each in legend] == states
    assert f"{100 * states[0] / sum(states):.1f}%" in headline
    assert sum(int(each) for each in cells) == len(proofs)
    assert int(whole) == coverage["requirements"]
    counted = [rows.count(each) for each in ("Covered", "Partly covered", "Not reviewed", "Gap")]
    assert counted == states


async def test_what_the_entry_says_is_here_and_known_to_exist_is_what_known_extent_says(
    served: Served, browser: Browser
):
    extents = served.ask("{ knownExtent { of gathered published } }")["data"]["knownExtent"]
    of = {each["of"]: (each["gathered"], each["published"]) for each in extents}
    majors = [of[f"MAJORS_{each}"] for each in ("SECONDARY", "ASSOCIATE", "BACHELOR")]
    expected = [
        (sum(here for here, _ in majors), sum(published for _, published in majors)),
        *(of[each] for each in ("TEACHING_STANDARDS", "CERTIFICATES", "SKILL_STANDARDS")),
    ]

    async with opened(browser, served) as look:
        await look.show("/")
        shown = await look.page.locator(".holdings td.number").all_inner_texts()

    assert shown[:4] == [f"{here:,} / {published:,}" for here, published in expected]


async def test_what_only_colleges_write_stands_apart_from_what_a_source_states(served: Served, browser: Browser):
    asked = '{ major(code: "510203") { certificates(first: 50) { edges { relation node { name } } } } }'
    edges = served.ask(asked)["data"]["major"]["certificates"]["edges"]
    stated = {each["node"]["name"] for each in edges if each["relation"] != "REPORTED_BY_COLLEGES"}
    reported = {each["node"]["name"] for each in edges} - stated

    async with opened(browser, served) as look:
        await look.show("/majors/2021/510203")
        shown = set(await look.page.locator(".suiting h3").all_inner_texts())
        await look.page.click("summary:has-text('仅见于院校自述')")
        apart = set(await look.page.locator("details[open] .chip").all_inner_texts())

    assert (shown, apart) == (stated, reported)
    assert reported


async def test_what_a_standard_a_plan_or_an_earlier_edition_names_is_shown_with_where(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show("/majors/2021/310203")
        card = look.page.locator("section", has=look.page.get_by_role("heading", name="标准、方案或原专业写明的证书"))
        shown = {
            await each.locator("a").inner_text(): [
                " ".join(text.split()) for text in await each.locator("p").all_inner_texts()
            ]
            for each in await card.locator("li").all()
        }
        assert await look.problems() == look.complaints == []

    named = shown["Web前端开发"]
    assert [each.rpartition("）")[0] for each in named] == [
        "专业教学标准：软件工程技术（2025，310203",
        "人才培养方案：软件工程技术（深圳信息职业技术大学，2025级",
    ]


async def test_a_side_that_was_not_gathered_is_no_failure(served: Served, browser: Browser):
    """Asking again gives the same, so that no button offers it."""
    async with opened(browser, served) as look:
        await look.show("/certificates/Python程序开发")
        of_certificate = await look.page.inner_text("main")
        await look.show(FIT.replace("JavaWeb应用开发", "Python程序开发"))
        of_fit = await look.page.inner_text("main")
        buttons = await look.page.locator(".problem button").count()

    assert "没有收录这个证书的完整标准，无从对照覆盖。" in of_certificate
    assert "没有收录，无从得知" in of_fit
    assert buttons == 0


async def test_an_address_restores_the_view_and_back_undoes_a_choice(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"{FIT}&view=matrix")
        await page.locator(".matrix .cell").first.click()
        chosen = await page.inner_text(".drawer h2")
        address = page.url

        await page.reload()
        await look.settle()
        after_reload = await page.inner_text(".drawer h2")
        await page.go_back()
        await page.wait_for_selector(".drawer.resting")
        await page.go_forward()
        await page.wait_for_selector(".drawer:not(.resting)")
        await page.keyboard.press("Escape")
        await page.wait_for_selector(".drawer.resting")

    assert "at=cell" in address
    assert after_reload == chosen
    assert look.complaints == []


async def test_every_control_of_the_fit_changes_what_is_shown(served: Served, browser: Browser, coverage: dict):
    advanced = [each for each in coverage["items"] if each["requirement"]["level"] == "ADVANCED"]
    shown: dict[str, object] = {}

    async with opened(browser, served) as look:
        page = look.page
        await look.show(FIT)
        await page.click("text=清单")
        await page.click(".controls >> text=高级")
        shown["advanced"] = await page.locator(".requirements tbody tr:not(.task-row)").count()
        await page.click(".controls >> text=已覆盖")
        shown["covered"] = await page.locator(".requirements tbody tr:not(.task-row)").count()
        await page.click(".controls label:has-text('全部') >> nth=-1")
        await page.click(".areas-strip button >> nth=0")
        shown["area"] = {each[0] for each in await page.locator(".requirements td.bare-code").all_inner_texts()}
        await page.click("text=流向")
        await page.click(".node-course >> nth=0")
        shown["course"] = await page.inner_text(".drawer h2")

    assert shown["advanced"] == len(advanced)
    assert shown["covered"] == len([each for each in advanced if each["state"] == "COVERED"])
    assert shown["area"] == {"1"}
    assert shown["course"] != ""
    assert look.complaints == []


async def test_the_way_from_a_search_to_the_source_of_a_proof(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show("/")
        await page.keyboard.press("/")
        await page.keyboard.type("rjjs")
        await page.wait_for_selector("[role=option]")
        await page.keyboard.press("ArrowDown")
        await page.keyboard.press("Enter")
        await page.wait_for_selector("text=打开对接视图")
        programme = page.url
        await page.click("text=打开对接视图")
        await page.wait_for_selector(".drawer.resting")
        await page.click(".open-items a >> nth=0")
        await page.click(".drawer .sources a >> nth=0")
        await page.wait_for_selector("h1:has-text('编辑判断')")

    assert programme == f"{served.url}/majors/2021/510203"
    assert look.complaints == []


async def test_enter_opens_a_code_and_leaves_an_open_input_method_alone(served: Served, browser: Browser):
    composing = "new KeyboardEvent('keydown', {key: 'Enter', keyCode: 229, bubbles: true})"

    async with opened(browser, served) as look:
        page = look.page
        await look.show("/")
        await page.fill("[data-search]", "510203")
        await page.wait_for_selector("[role=option]")
        await page.evaluate(f"document.querySelector('[data-search]').dispatchEvent({composing})")
        while_composing = page.url
        await page.press("[data-search]", "Enter")
        await page.wait_for_selector("text=打开对接视图")

    assert while_composing == f"{served.url}/"
    assert page.url == f"{served.url}/majors/2021/510203"


async def test_the_language_changes_the_words_and_keeps_the_view(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"{FIT}&view=list&at=req:ELEMENTARY:2.3.1")
        before = await page.inner_text(".drawer h2")
        await page.click(".preferences a")
        await page.wait_for_selector("text=Choose an area")
        language = await page.get_attribute("html", "lang")
        after = await page.inner_text(".drawer h2")
        await page.click(".end-one")
        await page.wait_for_selector("text=Suitable certificates")

    assert (language, after) == ("en", before)
    assert page.url == f"{served.url}/majors/2021/510203?lang=en"
    assert look.complaints == []


async def test_the_appearance_stays_after_a_reload(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show("/")
        themes = [await page.get_attribute("html", "data-theme")]
        for _ in range(2):
            await page.click(".preferences button")
            themes.append(await page.get_attribute("html", "data-theme"))
        await page.reload()
        await look.settle()
        themes.append(await page.get_attribute("html", "data-theme"))

    assert themes == ["light", "light", "dark", "dark"]


# How much of the upper and of the lower part of a picture is dark; its edge and its middle, which may blur, are left out.
DARK_PARTS = """async picture => {
  const image = new Image();
  image.src = 'data:image/png;base64,' + picture;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height).getContext('2d');
  canvas.drawImage(image, 0, 0);
  const inner = {left: 3, width: image.width - 6, height: 3};
  return [3, image.height - 6].map(top => {
    const {data} = canvas.getImageData(inner.left, top, inner.width, inner.height);
    const greys = Array.from({length: data.length / 4}, (_, at) => (data[4 * at] + data[4 * at + 1] + data[4 * at + 2]) / 3);
    return greys.filter(each => each < 190).length / greys.length;
  });
}"""


def as_word(share: float) -> str:
    return "full" if share > 0.95 else "none" if share < 0.05 else "some"


@pytest.mark.parametrize("colours", ["none", "active"])
async def test_the_four_states_differ_in_grey_and_in_the_colours_of_a_person(served: Served, browser: Browser, colours):
    patterns = []

    async with opened(browser, served) as look:
        await look.page.emulate_media(forced_colors=colours)
        await look.show(FIT)
        for swatch in await look.page.locator(".headline .swatch").all():
            picture = base64.b64encode(await swatch.screenshot()).decode()
            patterns.append([as_word(each) for each in await look.page.evaluate(DARK_PARTS, picture)])

        chosen, other = [
            await look.page.locator(f".choice label{each} >> nth=0").evaluate(
                "each => getComputedStyle(each).backgroundColor"
            )
            for each in (".on", ":not(.on)")
        ]

    assert patterns == [["full", "full"], ["none", "full"], ["some", "some"], ["none", "none"]]
    assert chosen != other


async def test_the_query_of_a_figure_runs_in_the_api_page(served: Served, browser: Browser, coverage: dict):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"{FIT}&level=ALL")
        await page.click(".tools >> text=GraphQL")
        await page.click("text=在接口页打开")
        await page.wait_for_selector(".graphiql-query-editor .CodeMirror-code:has-text('FitCoverage')")
        async with page.expect_response(lambda each: "FitCoverage" in (each.request.post_data or "")) as sent:
            await page.click(".graphiql-execute-button")
        answer = await (await sent.value).json()

    assert answer["data"]["coverage"]["covered"] == coverage["covered"]


async def test_a_figure_gives_its_data_as_csv(served: Served, browser: Browser, coverage: dict):
    async with opened(browser, served) as look:
        await look.show(f"{FIT}&view=list&level=ALL")
        async with look.page.expect_download() as sent:
            await look.page.click(".tools >> text=CSV")
        lines = (await (await sent.value).path()).read_text(encoding="utf-8-sig").splitlines()

    assert lines[0].startswith('"等级","工作领域"')
    assert len(lines) == 1 + coverage["requirements"]


async def test_a_graph_that_does_not_answer_is_said_so(served: Served, browser: Browser):
    busy = '{"errors": [{"message": "busy", "extensions": {"code": "GRAPH_BUSY"}}]}'

    async with opened(browser, served) as look:
        page = look.page
        await page.route(
            "**/graphql", lambda route: route.fulfill(status=503, body=busy, content_type="application/json")
        )
        await look.show("/majors/2021/510203?lang=en")
        title = await page.inner_text("[role=alert] h1")
        await page.unroute("**/graphql")
        await page.click("button:has-text('Try again')")
        await page.wait_for_selector("text=Suitable certificates")

    assert title == "The service is busy"


async def test_a_service_that_is_busy_for_a_moment_is_asked_again(served: Served, browser: Browser):
    busy = '{"errors": [{"message": "busy", "extensions": {"code": "GRAPH_BUSY"}}]}'
    asked = []

    async def answer(route) -> None:
        asked.append(route.request.url)
        if len(asked) == 1:
            await route.fulfill(status=503, body=busy, content_type="application/json")
        else:
            await route.continue_()

    async with opened(browser, served) as look:
        await look.page.route("**/graphql", answer)
        await look.show("/majors/2021/510203")
        await look.page.wait_for_selector("text=打开对接视图")
        problems = await look.problems()

    assert problems == []
    assert len(asked) > 1


def test_the_explorer_may_load_nothing_from_elsewhere(served: Served):
    page = httpx.get(f"{served.url}/")
    policy = page.headers["content-security-policy"]

    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in policy
    assert httpx.get(f"{served.url}/explorer/static/app.js").status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [("/majors/2021/510203", 200), (f"/sources/{quote('a/b', safe='')}", 200), ("/nowhere", 404), ("/majorsx", 404)],
)
def test_only_addresses_of_pages_are_found(served: Served, path: str, status: int):
    answer = httpx.get(f"{served.url}{path}")

    assert (answer.status_code, "root" in answer.text) == (status, True)
