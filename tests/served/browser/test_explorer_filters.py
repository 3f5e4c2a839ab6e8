"""What the address narrows a page to: links of a row keep it, and what no list has is named as that and cleared."""

import pytest
from playwright.async_api import Browser, Route

from tests.served.browser.explorer_page import opened
from tests.served.conftest import Served

CLOSE = """mutation ($input: CloseReviewInput!) { closeReview(input: $input) { userErrors { code message } } }"""
MISSING = """{ gaps(first: 1) { requirement { id text } } }"""
SECONDARY = "TeachingStandard:2025:710205"


@pytest.fixture(scope="module")
def closed(documented: tuple[Served, dict[str, str]]) -> str:
    """The text of a requirement that a reviewer closed for one programme."""
    served, tokens = documented
    [gap] = served.ask(MISSING)["data"]["gaps"]
    said = {
        "subject": SECONDARY,
        "requirement": gap["requirement"]["id"],
        "conclusion": "课程标准中没有",
        "ground": "SYLLABUS",
    }
    answer = served.ask(CLOSE, {"input": said}, Authorization=f"Bearer {tokens['陈评审']}")["data"]["closeReview"]
    assert answer["userErrors"] == []
    return str(gap["requirement"]["text"])


@pytest.mark.parametrize(
    ("language", "dropped"),
    [
        ("zh", ["打开对接视图后，不再按“截至日期”筛选。", "打开证书页后，不再按“学历层次、专业大类、截至日期”筛选。"]),
        (
            "en",
            [
                "The fit view drops these filters: As of.",
                "A certificate's page drops these filters: Diploma level, Category, As of.",
            ],
        ),
    ],
)
async def test_the_links_of_a_row_keep_to_the_filters_and_name_those_that_they_drop(
    documented: tuple[Served, dict[str, str]], closed: str, browser: Browser, language: str, dropped: list[str]
):
    async with opened(browser, documented[0]) as look:
        page = look.page
        found = {}
        for address in ("/gaps?", "/gaps?education=SECONDARY&category=电子与信息大类&asOf=2099-01-01&"):
            await look.show(f"{address}state=NOT_COVERED&rows=all&lang={language}")
            row = page.locator("#gaps-requirements-title >> xpath=.. >> css=tbody tr").filter(has_text=closed)
            links = row.locator(".in-programmes a")
            found[address] = await links.evaluate_all(
                "all => all.map(each => new URL(each.href).searchParams.get('subject'))"
            )
        lead = await page.inner_text("#gaps-requirements-title + .lead")

    everywhere, narrowed = found.values()
    assert sorted(everywhere) == ["TeachingStandard:2025:510203", SECONDARY]
    assert narrowed == [SECONDARY]
    assert [each for each in dropped if each not in lead] == []
    assert look.complaints == []


UNLISTED = {
    "zh": ("乱写（不在列表中）", "清除“{name}”"),
    "en": ("乱写 (not in the list)", "Clear “{name}”"),
}
PLAN = "/plans/TrainingPlan:深圳信息职业技术大学:软件技术:2025级"
# A page with a list, and the parameter that names what is chosen of it.
LISTS = [
    ("/gaps", "class"),
    ("/gaps", "education"),
    ("/gaps?through=plans", "province"),
    ("/majors", "level"),
    ("/majors", "edition"),
    ("/certificates", "batch"),
    ("/certificates/JavaWeb应用开发", "by"),
    ("/provinces/440000", "ownership"),
    ("/plans", "province"),
    ("/compare", "target"),
    ("/compare?of=standards", "a"),
    (f"{PLAN}?view=coverage", "target"),
    (f"{PLAN}?view=credits", "body"),
]


@pytest.mark.parametrize(
    ("address", "name", "language"), [*((*each, "zh") for each in LISTS), (*LISTS[0], "en"), (*LISTS[-2], "en")]
)
async def test_what_an_address_names_and_no_list_has_is_said_and_cleared(
    documented: tuple[Served, dict[str, str]], browser: Browser, address: str, name: str, language: str
):
    shown, clear = UNLISTED[language]

    async with opened(browser, documented[0]) as look:
        page = look.page
        await look.show(f"{address}{'&' if '?' in address else '?'}{name}=乱写&lang={language}")
        option = page.locator(f"select:has(option:checked:text-is('{shown}'))")
        await option.wait_for()
        problems = await look.problems()
        title = await option.locator("xpath=../span").inner_text()
        await page.click(f"button:text-is('{clear.format(name=title)}')")
        await page.wait_for_function("name => !new URL(location.href).searchParams.has(name)", arg=name)
        await look.settle()
        left = await page.locator(f"option:text-is('{shown}')").count()

    assert problems == []
    assert left == 0
    assert look.complaints == []


# A page with a list that is asked for by this query, and what the address names of it.
ASKED = [
    (f"{PLAN}?view=coverage&target=Certificate:JavaWeb应用开发", "PlanCertificates"),
    ("/certificates/JavaWeb应用开发?by=TeachingStandard:2025:510203", "FitSubjects"),
]


@pytest.mark.parametrize(("address", "query"), ASKED)
async def test_a_list_that_did_not_come_is_a_problem_and_nothing_is_called_not_in_it(
    documented: tuple[Served, dict[str, str]], browser: Browser, address: str, query: str
):
    async def refuse(route: Route) -> None:
        if f"query {query}" in (route.request.post_data or ""):
            error = {"message": "made", "extensions": {"code": "GRAPH_UNAVAILABLE"}}
            await route.fulfill(status=200, json={"errors": [error]})
        else:
            await route.continue_()

    async with opened(browser, documented[0]) as look:
        await look.page.route("**/graphql", refuse)
        await look.show(address)
        await look.page.locator(".problem .button").wait_for()
        shown = await look.page.inner_text("main")

    assert "不在列表中" not in shown
    assert "清除“" not in shown
    assert look.complaints == []
