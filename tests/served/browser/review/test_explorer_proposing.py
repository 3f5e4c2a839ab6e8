"""A course is proposed for any requirement of a programme, covered or not, by anyone who may propose: from the fit, and from the queue."""

import asyncio
from urllib.parse import quote

import pytest
from playwright.async_api import Browser, Page, Route

from tests.served.browser.explorer_page import opened
from tests.served.browser.reviewing import (
    DECIDE,
    HELD_MS,
    PROPOSE,
    QUEUE,
    SUBJECT,
    TARGET,
    signed_in,
    unknown_requirement,
)
from tests.served.conftest import Served

pytestmark = pytest.mark.engine("embedded")

COVERAGE = """query ($subject: ID!, $target: ID!) {
  coverage(subject: $subject, target: $target, first: 500) {
    items { state requirement { id text } proofs { course { id displayName } } suggestions { course { id displayName } } }
  } }"""
COURSES = "query ($id: ID!) { node(id: $id) { ... on TeachingStandard { courses { id displayName } } } }"
PROPOSED = """query ($requirement: ID!) { node(id: $requirement) { ... on SkillRequirement {
  alignments(first: 50, where: {status: {eq: SUGGESTED}, author: {eq: "王老师"}}) {
    nodes { kind role strength rationale method course { id } } } } } }"""
ANOTHER = ".verdicts a:has-text('另提一门课程')"


def items(server: Served, state: str) -> list[dict]:
    found = server.ask(COVERAGE, {"subject": SUBJECT, "target": TARGET})["data"]["coverage"]["items"]
    return [each for each in found if each["state"] == state]


def another_course(server: Served, item: dict) -> dict:
    """Give a course of the programme of which nothing is said yet for the requirement."""
    said = {each["course"]["id"] for each in (*item["proofs"], *item["suggestions"])}
    courses = server.ask(COURSES, {"id": SUBJECT})["data"]["node"]["courses"]
    return next(each for each in courses if each["id"] not in said)


def proposed(server: Served, item: dict) -> list[dict]:
    return server.ask(PROPOSED, {"requirement": item["requirement"]["id"]})["data"]["node"]["alignments"]["nodes"]


def fit_of(item: dict) -> str:
    """Give the address of the fit with the evidence of a requirement open."""
    short = ":".join(item["requirement"]["id"].split(":")[-2:])
    return f"/fit?subject={SUBJECT}&target={TARGET}&level=ALL&view=list&at=req:{short}"


async def fill(page: Page, course: dict, why: str) -> None:
    await page.select_option("#proposed-course", course["id"])
    await page.select_option("form.reasons select >> nth=1", "NARROWER")
    await page.select_option("form.reasons select >> nth=2", "ASSESSES")
    await page.fill("#proposed-strength", "0.7")
    await page.fill("#proposed-why", why)
    await page.click("form.reasons button:has-text('提出')")


# First: nothing is proposed yet but what the seeds propose.
async def test_the_queue_says_where_no_acceptance_moves_the_bounds(reviewable, browser: Browser):
    server, _ = reviewable

    async with opened(browser, server) as look:
        await look.show(QUEUE)
        gains = await look.page.locator(".queue .gain").count()
        said = await look.page.inner_text(".queue h2 + .fine")
        bounds = await look.page.locator(".effect .number").all_inner_texts()
        why = await look.page.inner_text(".effect + .fine")

    assert gains == 0
    assert said == "按提议的内容采纳，都不会新增已覆盖的要求。"
    assert bounds[0] == bounds[1]
    assert why.startswith("要求的状态会变，覆盖的上下界不变")


@pytest.mark.parametrize(("language", "covered"), [("zh", "已覆盖"), ("en", "Covered")])
async def test_the_queue_marks_a_proposal_that_would_close_a_gap(reviewable, browser: Browser, language, covered):
    server, tokens = reviewable
    item = items(server, "NOT_COVERED")[-1]
    course = another_course(server, item)
    said = {"kind": "MAJOR", "role": "TEACHES", "strength": 0.6, "rationale": "课程标准写明"}
    input_ = {"subject": course["id"], "target": item["requirement"]["id"], **said}
    server.ask(PROPOSE, {"input": input_}, authorization=f"Bearer {tokens['王老师']}")

    async with opened(browser, server, apart=True) as look:
        await look.show(f"{QUEUE}&lang={language}")
        entry = look.page.locator(".queue li:has(.gain)").first
        marked = await entry.inner_text()
        said_of_none = await look.page.locator(".queue h2 + .fine").count()
        await entry.locator("button").click()
        await look.settle()
        states = await look.page.locator(".effect .state").all_inner_texts()
        bounds = await look.page.locator(".effect .number b").all_inner_texts()

    assert item["requirement"]["text"] in marked
    assert marked.endswith("+1")
    assert said_of_none == 0
    assert states[1] == covered != states[0]
    assert float(bounds[0].rstrip("%")) < float(bounds[1].rstrip("%"))


@pytest.mark.parametrize("state", ["NOT_COVERED", "PARTLY_COVERED", "UNKNOWN", "COVERED"])
async def test_a_designer_proposes_from_the_fit_whatever_the_state_of_a_requirement(
    reviewable, browser: Browser, state: str
):
    server, tokens = reviewable
    item = items(server, state)[0]
    course = another_course(server, item)
    why = f"课程标准写明，{state}"

    async with opened(browser, server, apart=True) as look:
        page = look.page
        await page.clock.install()
        await look.show(fit_of(item))
        await page.click(".chosen-item[open] >> text=提出对接")
        await page.wait_for_selector("#proposed-course")
        named = await page.inner_text(".edge-x h2")
        so_far = await page.inner_text("section.card:has(.effect)")
        chosen = await page.inner_text(".queue button[aria-current]")
        decisions = await page.locator(".verdicts button[class*=verdict-]").count()
        await page.fill("#token", tokens["王老师"])
        await page.click("text=登录")
        await page.wait_for_selector(".signed-in")
        await look.settle()
        await fill(page, course, why)
        hint = await page.inner_text(".hint")
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".queue >> text=已写入")

    assert item["requirement"]["text"] in named
    assert item["requirement"]["text"] in chosen
    for held in (*item["proofs"], *item["suggestions"]):
        assert held["course"]["displayName"] in so_far
    assert decisions == 0
    assert hint == "已提出，8 秒后提交；按 U 撤销。"
    assert [each for each in proposed(server, item) if each["rationale"] == why] == [
        {
            "kind": "NARROWER",
            "role": "ASSESSES",
            "strength": 0.7,
            "rationale": why,
            "method": "manual",
            "course": {"id": course["id"]},
        }
    ]
    assert look.complaints == []


async def test_for_a_requirement_with_proposals_another_course_is_proposed_by_one_key_and_then_one_more(
    reviewable, browser: Browser
):
    server, tokens = reviewable

    item = next(each for each in reversed(items(server, "UNKNOWN")) if each["suggestions"])

    async with signed_in(browser, server, tokens["王老师"], f"{QUEUE}&at={item['requirement']['id']}") as look:
        page = look.page
        text = await page.inner_text(".edge-x h2")
        left = await page.inner_text(".queue > p >> nth=0")
        headings = await page.locator(".queue h2").all_inner_texts()
        link = await page.inner_text(ANOTHER)
        await page.keyboard.press("p")
        await page.wait_for_selector("#proposed-course")
        same = await page.inner_text(".edge-x h2")
        await page.wait_for_selector(".suggested li b")
        suggestions = await page.locator(".suggested li b").all_inner_texts()
        left_then = await page.inner_text(".queue > p >> nth=0")
        await page.keyboard.press("s")
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".queue >> text=已写入")
        await look.settle()
        first = proposed(server, item)
        waiting = await page.inner_text("section.card:has(.effect)")
        await page.wait_for_selector(".suggested")
        await fill(page, another_course(server, item), "另一门课程也练习")
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".hint:has-text('已写入图谱')")
        both = proposed(server, item)
        await page.locator("h1").click()
        await page.keyboard.press("u")
        await page.wait_for_selector(".hint:has-text('已撤销')")

    held = {each["course"]["displayName"] for each in item["suggestions"]}
    assert link.startswith("另提一门课程")
    assert item["requirement"]["text"] in text
    assert same == text
    assert suggestions
    # What is proposed already is no suggestion.
    assert held.isdisjoint(suggestions)
    assert left_then == left
    assert headings[0].split()[-1] in left
    assert [each["method"] for each in first] == ["suggested"]
    assert suggestions[0] in waiting
    assert [each["method"] for each in both] in (["suggested", "manual"], ["manual", "suggested"])
    assert proposed(server, item) == first
    assert look.complaints == []


async def test_a_requirement_that_nobody_looked_at_is_opened_in_the_queue_itself(reviewable, browser: Browser):
    server, _ = reviewable
    other = SUBJECT.replace("510203", "510201")
    requirement = items(server, "COVERED")[0]["requirement"]
    address = f"/review?subject={other}&target={TARGET}&at=search:{other}:{requirement['id']}"

    async with opened(browser, server) as look:
        await look.show(address)
        chosen = await look.page.inner_text(".queue button[aria-current]")
        headings = await look.page.locator(".queue h2").all_inner_texts()

    assert requirement["text"] in chosen
    assert [each.split()[0] for each in headings] == ["没有待定提议的要求"]


async def test_a_decision_that_was_written_is_no_longer_counted_as_waiting(reviewable, browser: Browser):
    server, tokens = reviewable

    async with signed_in(browser, server, tokens["陈评审"]) as look:
        page = look.page
        before = int(await page.inner_text(".queue h2 .number"))
        await page.keyboard.press("3")
        await page.keyboard.press("r")
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".queue >> text=已写入")
        after = int(await page.inner_text(".queue h2 .number"))
        left = await page.inner_text(".queue > p >> nth=0")
        row = await page.inner_text(".queue li:has-text('已写入')")
        await page.keyboard.press("u")
        await page.wait_for_selector(".hint:has-text('已撤销')")

    assert "不采纳 · 已写入" in row
    assert (after, left) == (before - 1, f"还有 {before - 1} 条")


async def test_where_the_whole_queue_takes_too_long_the_page_leads_to_a_part_of_it(reviewable, browser: Browser):
    server, _ = reviewable

    async def stopped(route: Route) -> None:
        if "ReviewQueue" in (route.request.post_data or ""):
            error = {"message": "stopped", "extensions": {"code": "STATEMENT_TIMEOUT"}}
            await route.fulfill(json={"data": None, "errors": [error]})
        else:
            await route.continue_()

    async with opened(browser, server, apart=True) as look:
        await look.page.route("**/graphql", stopped)
        await look.show("/review")
        [problem] = await look.problems()
        await look.page.click("text=选择专业和证书")
        await look.page.wait_for_url("**/fit")

    assert "过一会儿再试" in problem
    assert "筛选" not in problem


async def test_what_is_selected_stands_next_to_what_decides_on_it(reviewable, browser: Browser):
    server, tokens = reviewable

    async with signed_in(browser, server, tokens["林评审"]) as look:
        page = look.page
        boxes = page.locator(".queue input:enabled")
        names = [await boxes.nth(place).get_attribute("aria-label") for place in (1, 2)]
        for place in (1, 2):
            await boxes.nth(place).check()
        rows = await page.locator(".selected li").all_inner_texts()
        said = await page.inner_text(".selected > .fine")
        for place in (1, 2):
            await boxes.nth(place).uncheck()
        left = await page.locator(".selected").count()

    pairs = [row.split(" → ") for row in rows]
    assert [f"选中：{requirement}, {course}" for course, requirement in pairs] == names
    assert said.startswith(("按提议的内容采纳，都不会", "采纳后新增"))
    assert left == 0


async def test_a_designer_is_told_that_what_is_selected_is_proposed(reviewable, browser: Browser):
    server, tokens = reviewable

    async with signed_in(browser, server, tokens["王老师"], QUEUE.replace("510203", "510206")) as look:
        page = look.page
        await page.locator(".queue input:enabled").first.check()
        said = await page.inner_text(".queue > p >> nth=0")
        rows = await page.locator(".selected li").count()

    assert said.endswith("选中 1 条要求，一次提出")
    assert rows == 1


async def test_a_requirement_whose_proposal_was_rejected_is_not_said_to_be_unseen(reviewable, browser: Browser):
    server, tokens = reviewable
    other = SUBJECT.replace("510203", "510205")
    course, requirement = unknown_requirement(server, other)
    said = {"kind": "MAJOR", "role": "TEACHES", "strength": 0.6, "rationale": "名称相近"}
    input_ = {"subject": course["id"], "target": requirement["id"], **said}
    made = server.ask(PROPOSE, {"input": input_}, authorization=f"Bearer {tokens['王老师']}")
    alignment = made["data"]["proposeAlignment"]["alignment"]["id"]
    decision = {"alignment": alignment, "version": 1, "decision": "REJECT", "reason": "只是相关"}
    server.ask(DECIDE, {"input": decision}, authorization=f"Bearer {tokens['陈评审']}")

    async with opened(browser, server) as look:
        page = look.page
        place = ":".join(["req", *requirement["id"].split(":")[-2:]])
        await look.show(f"/fit?subject={other}&target={TARGET}&view=list&level={requirement['level']}&at={place}")
        fit = await page.inner_text(".chosen-item[open] .lead")
        await page.click(".chosen-item[open] >> text=去评审")
        await page.wait_for_selector(".effect li")
        search = await page.inner_text("section.card:has(.effect) > p >> nth=0")
        await page.click("h1 + .lead >> text=看这个证书的其他专业")
        await page.wait_for_url(lambda url: "subject=" not in url)
        await page.go_back()
        await page.click("h1 + .lead >> text=看对接视图")
        await page.wait_for_url("**/fit?**")
        back = page.url

    assert fit.startswith("曾有的提议均未获采纳")
    assert search.startswith("曾有的提议均未获采纳")
    assert f"subject={other.replace(':', '%3A')}" in back


async def test_nothing_is_said_of_a_search_until_it_is_known_whether_a_proposal_was_rejected(
    reviewable, browser: Browser
):
    """A click on "no course matches" would close the search of a requirement that someone had proposed a course for."""
    server, _ = reviewable
    requirement = unknown_requirement(server, SUBJECT.replace("510203", "510205"))[1]
    place = ":".join(["req", *requirement["id"].split(":")[-2:]])
    address = f"?subject={SUBJECT.replace('510203', '510205')}&target={TARGET}"
    may_answer = asyncio.Event()

    async def hold(route: Route) -> None:
        if "RejectedAlignments" in (route.request.post_data or ""):
            await may_answer.wait()
        await route.continue_()

    async with opened(browser, server) as look:
        page = look.page
        await page.route("**/graphql", hold)
        said = {}
        for path, said_at in (
            (f"/fit{address}&view=list&level={requirement['level']}&at={place}", ".chosen-item[open]"),
            (f"/review{address}&at={requirement['id']}", "section.card:has(.loading)"),
        ):
            may_answer.clear()
            await page.goto(server.url + path)
            await page.locator(f"{said_at} .loading[role=status]").wait_for(state="attached")
            before = await page.inner_text(said_at)
            may_answer.set()
            await look.settle()
            said[path.partition("?")[0]] = (before, await page.inner_text("main"))

    assert [path for path, (before, _) in said.items() if "还没有人" in before] == []
    assert [path for path, (_, after) in said.items() if "还没有人" in after] == ["/fit", "/review"]


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", ("登录", "去登录", "理由")), ("en", ("your sign-in", "Sign in", "Reason"))],
)
async def test_next_to_a_button_that_cannot_be_pressed_stands_what_is_missing(
    reviewable, browser: Browser, language, words
):
    server, tokens = reviewable
    sign_in, to_sign_in, why = words
    item = items(server, "NOT_COVERED")[0]
    course = another_course(server, item)

    async with opened(browser, server, apart=True) as look:
        page = look.page
        await look.show(
            f"/review?subject={SUBJECT}&target={TARGET}&at=search:{SUBJECT}:{item['requirement']['id']}&lang={language}"
        )
        await page.wait_for_selector("#proposed-course")
        at_first = await page.inner_text("#proposed-missing")
        await page.select_option("#proposed-course", course["id"])
        await page.fill("#proposed-why", "课程标准写明")
        signed_out = await page.inner_text("#proposed-missing")
        await page.click(f"#proposed-missing >> text={to_sign_in}")
        focused = await page.evaluate("document.activeElement.id")
        await page.fill("#token", tokens["王老师"])
        await page.keyboard.press("Enter")
        await page.wait_for_selector("#proposed-missing", state="detached")
        is_enabled = await page.locator("form.reasons button[type=submit]").is_enabled()
        await page.fill("#proposed-why", "")
        without_reason = await page.inner_text("#proposed-missing")

    assert all(each in at_first for each in (sign_in, why))
    assert sign_in in signed_out
    assert why not in signed_out
    assert focused == "token"
    assert is_enabled
    assert why in without_reason
    assert sign_in not in without_reason
    assert look.complaints == []


async def test_who_proposes_sees_the_course_and_what_it_would_change_before_and_after(reviewable, browser: Browser):
    server, tokens = reviewable
    item = items(server, "NOT_COVERED")[0]
    course = another_course(server, item)
    address = f"/review?subject={SUBJECT}&target={TARGET}&at=search:{SUBJECT}:{item['requirement']['id']}"

    async with signed_in(browser, server, tokens["王老师"], address) as look:
        page = look.page
        marks = await page.locator(".queue button[aria-current] .mark-NOT_COVERED").count()
        lines = await page.locator(".effect li").count()
        await page.select_option("#proposed-course", course["id"])
        await page.wait_for_selector(".effect li >> nth=1")
        chosen = await page.inner_text(".edge-one h2")
        states = await page.locator(".effect .state").all_inner_texts()
        lower = [float(each.rstrip("%")) for each in await page.locator(".effect .number b").all_inner_texts()]
        await page.fill("#proposed-why", "课程标准写明")
        await page.click("form.reasons button:has-text('提出')")
        await page.wait_for_selector("#proposed-course", state="detached")
        held = await page.inner_text(".edge-one h2")
        so_far = await page.inner_text("section.card:has(.effect)")
        await page.locator("h1").click()
        await page.keyboard.press("u")
        # The form is there a moment before what it says is shown next to it.
        await page.wait_for_selector("#proposed-course")
        await page.wait_for_selector(".edge-one h2:has-text('选择课程')")
        undone = await page.inner_text(".edge-one h2")

    assert (marks, lines) == (1, 1)
    assert states == ["缺口", "已覆盖"]
    assert lower[0] < lower[1]
    assert chosen == held == course["displayName"]
    assert f"正在提出的课程：{course['displayName']}" in " ".join(so_far.split())
    assert "也没有提议" not in so_far
    assert undone == "选择课程"
    assert look.complaints == []


@pytest.mark.parametrize("form", ["address of the page", "address with the id", "id", "id without its type"])
async def test_a_proposal_takes_a_source_by_its_id_or_by_the_address_of_its_page(
    reviewable, browser: Browser, form: str
):
    server, tokens = reviewable
    item = items(server, "NOT_COVERED")[1]
    course = another_course(server, item)
    source = server.ask("{ sources(first: 1) { nodes { id } } }")["data"]["sources"]["nodes"][0]["id"]
    given = {
        "address of the page": f"{server.url}/sources/{quote(source.removeprefix('Source:'), safe='')}",
        "address with the id": f"{server.url}/sources/{quote(source, safe='')}?lang=en",
        "id": source,
        "id without its type": source.removeprefix("Source:"),
    }[form]
    address = f"/review?subject={SUBJECT}&target={TARGET}&at=search:{SUBJECT}:{item['requirement']['id']}"
    why = f"见该来源，{form}"

    async with signed_in(browser, server, tokens["王老师"], address) as look:
        page = look.page
        await page.wait_for_selector("#proposed-source")
        await page.fill("#proposed-source", "第三章")
        refused = await page.inner_text("#proposed-missing")
        await page.fill("#proposed-source", given)
        await fill(page, course, why)
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".queue >> text=已写入")

    assert "来源" in refused
    query = PROPOSED.replace("rationale", "rationale sources { id }", 1)
    found = server.ask(query, {"requirement": item["requirement"]["id"]})["data"]["node"]["alignments"]["nodes"]
    assert [each["sources"] for each in found if each["rationale"] == why] == [[{"id": source}]]
    assert look.complaints == []
