"""Two programmes or two levels next to each other, in a real browser."""

import json

import pytest
from playwright.async_api import Browser

from bench.explorer import made_up
from tests.served.browser.explorer_page import opened
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

A, B = "TeachingStandard:2025:510203", "TeachingStandard:2025:510201"
CERTIFICATE = "Certificate:JavaWeb应用开发"
LEVELS = ("StandardLevel:510084:2.0:ELEMENTARY", "StandardLevel:510084:2.0:INTERMEDIATE")
STATES = """query ($subject: ID!, $target: ID!) { coverage(subject: $subject, target: $target, first: 500) {
  items { state requirement { id } } } }"""
CUT = "此处仅列出前 499 行；上方的总数按全部计算。要看其余各行，请选择单个等级对比。"
CROSSWALK = """query ($a: ID!, $b: ID!) { crosswalk(a: $a, b: $b, first: 500) {
  requirements { sameText sharedComponents onlyA onlyB } tasks { sameText sharedComponents onlyA onlyB } } }"""


def states(served: Served, subject: str) -> dict[str, str]:
    """Give what was decided of each requirement."""
    items = served.ask(STATES, {"subject": subject, "target": CERTIFICATE})["data"]["coverage"]["items"]
    return {each["requirement"]["id"]: each["state"] for each in items}


async def test_what_one_side_has_not_reviewed_is_counted_apart_from_differences(served: Served, browser: Browser):
    a, b = states(served, A), states(served, B)
    pairs = [(state, b[name]) for name, state in a.items()]
    open_b = sum(one != "UNKNOWN" and other == "UNKNOWN" for one, other in pairs)
    both = sum(one == other == "UNKNOWN" for one, other in pairs)

    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/compare?target={CERTIFICATE}&a={A}&b={B}&lang=en")
        groups = await page.locator("#compare-requirements-title >> xpath=.. >> css=.choice label").all_inner_texts()
        second = await page.locator(
            "#compare-tasks-title >> xpath=.. >> css=tbody tr td:nth-child(4)"
        ).all_inner_texts()
        async with page.expect_download() as sent:
            await page.click("#compare-requirements-title >> xpath=.. >> css=.tools >> text=JSON")
        rows = json.loads((await (await sent.value).path()).read_text(encoding="utf-8"))

    assert [each.split("\n") for each in groups] == [["B not reviewed", str(open_b)], ["Neither reviewed", str(both)]]
    assert set(second) == {"Not reviewed"}
    assert len(rows) == len(a)


async def test_a_programme_compared_with_itself_differs_in_nothing(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        await look.show(f"/compare?target={CERTIFICATE}&a={A}&b={A}")
        groups = await look.page.locator(
            "#compare-requirements-title >> xpath=.. >> css=.choice label"
        ).all_inner_texts()
        text = await look.page.inner_text("#compare-tasks-title >> xpath=..")

    known = [each for each in states(served, A).values() if each != "UNKNOWN"]
    assert groups[0].split("\n") == ["结论相同", str(len(known))]
    assert "每个任务两侧都相同。" in text


async def test_the_rows_of_two_levels_are_those_of_the_crosswalk(served: Served, browser: Browser):
    found = served.ask(CROSSWALK, {"a": LEVELS[0], "b": LEVELS[1]})["data"]["crosswalk"]
    expected = [
        [each["sameText"] + each["sharedComponents"], each["onlyA"], each["onlyB"]]
        for each in (found["requirements"], found["tasks"])
    ]
    shown = []

    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/compare?of=standards&a={LEVELS[0]}&b={LEVELS[1]}")
        shown.append(await page.locator("#crosswalk-title >> xpath=.. >> css=.choice b").all_inner_texts())
        await page.click("#crosswalk-title >> xpath=.. >> css=.choice >> text=工作任务")
        shown.append(await page.locator("#crosswalk-title >> xpath=.. >> css=.choice b").all_inner_texts())
        address = page.url

    assert [[int(each) for each in row] for row in shown] == expected
    assert "by=tasks" in address
    assert look.complaints == []


async def test_sides_are_chosen_and_swapped_and_the_address_has_them(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/fit?subject={A}&target={CERTIFICATE}")
        await page.click("text=与另一个专业对比")
        await page.select_option("label:has-text('乙') select", B)
        await page.wait_for_selector(".side-b")
        before = await page.locator(".side h3").all_inner_texts()
        await page.click("text=对调")
        await page.wait_for_selector(f".side-a h3:has-text('{before[1]}')")
        await page.reload()
        await look.settle()
        await page.wait_for_selector(".side h3")
        after = await page.locator(".side h3").all_inner_texts()

    assert after == before[::-1]


@pytest.mark.parametrize(("size", "told"), [(499, []), (500, [CUT])])
async def test_a_crosswalk_of_more_rows_than_are_listed_says_so(served: Served, browser: Browser, size, told):
    counts = {"a": size, "b": 0, "sameText": 0, "sharedComponents": 0, "onlyA": size, "onlyB": 0, "jaccard": 0}
    rows = [
        {
            "match": "NO_MATCH",
            "shared": [],
            "jaccard": 0,
            "a": {"requirement": {"id": str(at), "code": str(at), "level": "ADVANCED", "text": "能"}},
            "b": None,
        }
        for at in range(size)
    ]
    crosswalk = {"requirements": counts, "tasks": {**counts, "a": 0, "onlyA": 0}, "rows": rows, "taskRows": []}

    async def answer(route) -> None:
        if "CompareStandards" in json.loads(route.request.post_data)["query"]:
            await route.fulfill(json={"data": {"crosswalk": crosswalk}})
        else:
            await route.continue_()

    async with opened(browser, served) as look:
        await look.page.route("**/graphql", answer)
        await look.show(f"/compare?of=standards&a={LEVELS[0]}&b={LEVELS[1]}&view=onlyA")
        listed = await look.page.locator("table.lined tbody tr").count()
        said = await look.page.locator("p[role=note]").all_inner_texts()

    assert (listed, said) == (499, told)
    assert look.complaints == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Only the first 500 of 600 requirements are shown here; the totals above are of all."),
        ("zh", "此处仅显示前 500 条技能要求，共 600 条；上方合计按全部计算。"),
    ],
)
async def test_a_comparison_of_more_requirements_than_are_listed_says_so(
    served: Served, browser: Browser, language, words
):
    ends, made = made_up(80, 600)
    coverage = {**made["coverage"], "items": made["coverage"]["items"][:500]}
    for number, each in enumerate(coverage["items"]):
        each["requirement"]["task"] |= {"code": str(number // 6), "name": f"任务{number // 6}"}
    sides = {"a": ends["subject"], "b": ends["subject"], "target": ends["target"]}

    async def answer(route) -> None:
        asked = json.loads(route.request.post_data)["query"]
        if "CompareEnds" in asked:
            await route.fulfill(json={"data": sides})
        elif "CompareProgrammes" in asked:
            await route.fulfill(json={"data": {"a": coverage, "b": coverage}})
        else:
            await route.continue_()

    address = f"/compare?target={CERTIFICATE}&a={A}&b={B}&lang={language}"
    async with opened(browser, served) as look:
        await look.page.route("**/graphql", answer)
        await look.show(address)
        assert await look.page.inner_text("p[role=note]") == words
        await look.page.unroute("**/graphql")
        await look.page.reload()
        await look.settle()
        assert await look.page.locator("p[role=note]").count() == 0


TASKS = """query ($subject: ID!, $target: ID!) { coverage(subject: $subject, target: $target, first: 500) {
  items { state requirement { task { id name } } } } }"""


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", ("甲已覆盖", "部分覆盖", "未评审")), ("en", ("Covered by A", "partly", "Not reviewed"))],
)
async def test_a_task_says_how_many_are_covered_and_how_many_partly(
    served: Served, browser: Browser, language: str, words: tuple[str, str, str]
):
    """Four that are partly covered looked like none: only the bar had them."""
    covered, partly, unknown = words
    found = served.ask(TASKS, {"subject": A, "target": CERTIFICATE})["data"]["coverage"]["items"]
    states: dict[tuple[str, str], list[str]] = {}
    for each in found:
        task = each["requirement"]["task"]
        states.setdefault((task["id"], task["name"]), []).append(each["state"])

    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/compare?target={CERTIFICATE}&a={A}&b={B}&tasks=all&lang={language}")
        figure = "#compare-tasks-title >> xpath=.. >> css="
        names = await page.locator(f"{figure}tbody th > :last-child").all_inner_texts()
        cells = await page.locator(f"{figure}tbody tr td:nth-child(3)").all_inner_texts()
        head = await page.locator(f"{figure}thead th").all_inner_texts()
        violations = await look.violations()

    def said(of: list[str]) -> str:
        if set(of) == {"UNKNOWN"}:
            return unknown
        half = of.count("PARTLY_COVERED")
        return f"{of.count('COVERED')}" + (f" {partly} {half}" if half else "")

    shown = [(name, " ".join(cell.split())) for name, cell in zip(names, cells, strict=True)]
    assert sorted(shown) == sorted((name, said(of)) for (_, name), of in states.items())
    assert any(partly in cell for cell in cells)
    assert covered in head[2]
    assert (look.complaints, violations) == ([], [])


async def test_what_can_be_compared_is_what_a_fit_offers(served: Served, browser: Browser):
    async with opened(browser, served) as look:
        page = look.page
        await look.show(f"/fit?target={CERTIFICATE}")
        links = await page.locator(".edge-one .picks a").evaluate_all(
            "all => all.map(each => new URL(each.href).searchParams.get('subject'))"
        )
        await look.show(f"/compare?target={CERTIFICATE}")
        await page.wait_for_selector(".filters select >> nth=-1 >> option >> nth=1", state="attached")
        offered = [
            await each.locator("option").evaluate_all("all => all.map(each => each.value).filter(Boolean)")
            for each in await page.locator(".filters select").all()
        ]

    assert len([each for each in links if each.startswith("TrainingPlan:")]) > 1
    assert [set(each) for each in offered[1:]] == [set(links)] * 2


async def test_choices_name_the_version_of_each_standard(served: Served, browser: Browser):
    """Two versions of a standard have levels of the same names."""
    asked = served.ask("{ skillStandards(first: 100) { nodes { version certificate { name } levels { id level } } } }")
    words = {"ELEMENTARY": "初级", "INTERMEDIATE": "中级", "ADVANCED": "高级"}
    expected = {
        level["id"]: f"{each['certificate']['name']} {each['version']} 版 {words[level['level']]}"
        for each in asked["data"]["skillStandards"]["nodes"]
        for level in each["levels"]
    }

    async with opened(browser, served) as look:
        page = look.page
        await look.show("/compare?of=standards")
        await page.wait_for_selector(".filters select >> nth=-1 >> option >> nth=1", state="attached")
        offered = await page.locator("label:has-text('甲') option").evaluate_all(
            "all => Object.fromEntries(all.map(each => [each.value, each.textContent]))"
        )

    assert expected
    assert {key: offered.get(key) for key in expected} == expected
