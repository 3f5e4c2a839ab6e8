"""Two programmes or two levels next to each other, in a real browser."""

import json

from playwright.async_api import Browser

from tests.served.browser.explorer_page import opened
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

A, B = "TeachingStandard:2025:510203", "TeachingStandard:2025:510201"
CERTIFICATE = "Certificate:JavaWeb应用开发"
LEVELS = ("StandardLevel:510084:2.0:ELEMENTARY", "StandardLevel:510084:2.0:INTERMEDIATE")
STATES = """query ($subject: ID!, $target: ID!) { coverage(subject: $subject, target: $target, first: 500) {
  items { state requirement { id } } } }"""
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
