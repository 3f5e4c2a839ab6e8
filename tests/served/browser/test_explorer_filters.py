"""What the address narrows a page to: links of a row keep it, and what no list has is named as that and cleared."""

import pytest
from playwright.async_api import Browser

from tests.served.browser.explorer_page import opened
from tests.served.conftest import Served

CLOSE = """mutation ($input: CloseReviewInput!) { closeReview(input: $input) { userErrors { code message } } }"""
MISSING = """{ gaps(first: 1) { requirement { id text } } }"""
SECONDARY = "TeachingStandard:2025:710205"


@pytest.mark.parametrize(
    ("language", "dropped"),
    [
        ("zh", ["对接视图不带筛选：截至日期。", "证书页不带筛选：学历层次、专业大类、截至日期。"]),
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
    documented: tuple[Served, dict[str, str]], browser: Browser, language: str, dropped: list[str]
):
    served, tokens = documented
    [gap] = served.ask(MISSING)["data"]["gaps"]
    requirement = gap["requirement"]
    said = {
        "subject": SECONDARY,
        "requirement": requirement["id"],
        "conclusion": "课程标准中没有",
        "ground": "SYLLABUS",
    }
    served.ask(CLOSE, {"input": said}, Authorization=f"Bearer {tokens['陈评审']}")

    async with opened(browser, served) as look:
        page = look.page
        found = {}
        for address in ("/gaps?", "/gaps?education=SECONDARY&category=电子与信息大类&asOf=2099-01-01&"):
            await look.show(f"{address}state=NOT_COVERED&rows=all&lang={language}")
            row = page.locator("#gaps-requirements-title >> xpath=.. >> css=tbody tr").filter(
                has_text=requirement["text"]
            )
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
