"""Who reviews: what a role may do, what one editor leaves for the next, and what a refusal or a judgement says."""

import asyncio

import pytest
from playwright.async_api import Browser, Route

from tests.served.browser.explorer_page import opened
from tests.served.browser.reviewing import (
    DECIDE,
    HELD_MS,
    PROPOSE,
    STATE,
    SUBJECT,
    TARGET,
    signed_in,
    unknown_requirement,
    waiting,
)

KIND = "query ($id: ID!) { node(id: $id) { ... on Alignment { status kind } } }"

pytestmark = pytest.mark.engine("embedded")


async def test_a_designer_is_offered_proposals_and_no_decision(reviewable, browser: Browser):
    server, tokens = reviewable
    [first, *_] = waiting(server)

    async with signed_in(browser, server, tokens["王老师"]) as look:
        page = look.page
        who = await page.inner_text(".signed-in span")
        offered = await page.locator(".verdicts button").all_inner_texts()
        selectable = await page.locator(".queue input:enabled").count()
        await page.keyboard.press("a")
        said = await page.inner_text(".hint")
        await page.clock.fast_forward(HELD_MS)

    assert who == "已登录：王老师（课程设计者）。"
    assert ([each.split()[0] for each in offered], selectable) == (["跳过", "撤销"], 0)
    assert said == "课程设计者可以提出对接，不能采纳、不采纳或结论为无对应。"
    assert server.ask(STATE, {"id": first["id"]})["data"]["node"]["status"] == "SUGGESTED"


async def test_a_designer_withdraws_the_own_proposal_with_a_reason(reviewable, browser: Browser):
    server, tokens = reviewable
    subject = SUBJECT.replace("510203", "510201")
    course, requirement = unknown_requirement(server, subject)
    input_ = {
        "subject": course["id"],
        "target": requirement["id"],
        "kind": "MAJOR",
        "role": "TEACHES",
        "strength": 0.6,
        "rationale": "试提",
    }
    made = server.ask(PROPOSE, {"input": input_}, authorization=f"Bearer {tokens['王老师']}")
    alignment = made["data"]["proposeAlignment"]["alignment"]["id"]

    async with signed_in(
        browser, server, tokens["王老师"], f"/review?subject={subject}&target={TARGET}&at={alignment}"
    ) as look:
        page = look.page
        offered = await page.locator(".verdicts button").all_inner_texts()
        reasons = await page.locator(".reasons label:has(input[name=reason])").all_inner_texts()
        await page.keyboard.press("w")
        lacking = await page.inner_text(".hint")
        await page.keyboard.press("1")
        await page.keyboard.press("w")
        await page.keyboard.press("u")
        undone = await page.inner_text(".hint")
        await page.keyboard.press("1")
        await page.click(".verdict-WITHDRAW")
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".queue >> text=已写入")
        await page.keyboard.press("u")
        sent = await page.inner_text(".hint")

    node = server.ask(STATE, {"id": alignment})["data"]["node"]
    assert [each.split()[0] for each in offered] == ["撤回提议", "跳过", "撤销"]
    assert [each.split()[0] for each in reasons] == ["提错了", "只是相关", "层次不符", "其他……"]
    assert (lacking, undone) == ("先选一个理由（1 至 4），再作决定。", "已撤销，未提交。")
    assert node["status"] == "WITHDRAWN"
    assert [each["reason"] for each in node["changes"]["nodes"]] == [None, "提错了"]
    assert sent.startswith("没有可以撤销的决定")
    assert look.complaints == []


async def test_a_proposal_is_accepted_with_the_kind_that_the_reviewer_finds(reviewable, browser: Browser):
    server, tokens = reviewable
    [first, *_] = waiting(server)

    async with signed_in(browser, server, tokens["陈评审"]) as look:
        page = look.page
        await page.wait_for_selector(".effect li")
        before = await page.locator(".effect .state").all_inner_texts()
        await page.select_option(".reasons label:has-text('对接类型') select", "RELATED")
        said = await page.inner_text(".reasons [role=status]")
        after = await page.locator(".effect .state").all_inner_texts()
        await page.locator("h1").click()
        await page.keyboard.press("a")
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".queue >> text=已写入")

    node = server.ask(KIND, {"id": first["id"]})["data"]["node"]
    assert (before, after) == (["未评审", "部分覆盖"], ["未评审", "未评审"])
    assert said == "提议为小部分重合、训练、0.4；将按上面的内容采纳，提议人不变。"
    assert node == {"status": "ACCEPTED", "kind": "RELATED"}
    assert look.complaints == []


async def test_what_one_editor_chose_is_not_left_for_the_next(reviewable, browser: Browser):
    server, tokens = reviewable

    async with signed_in(browser, server, tokens["陈评审"]) as look:
        page = look.page
        await page.fill("#strength", "0.35")
        await page.locator("h1").click()
        for key in ("x", "4"):
            await page.keyboard.press(key)
        before = await page.locator(".queue input:checked, .reasons input:checked").count()
        await page.click("text=退出")
        await page.fill("#token", tokens["林评审"])
        await page.click("text=登录")
        await page.wait_for_selector(".signed-in")
        left = await page.locator(".queue input:checked, .reasons input:checked").count()
        strength = await page.input_value("#strength")
        await page.keyboard.press("r")
        said = await page.inner_text(".hint")
        await page.keyboard.press("5")
        await page.wait_for_selector("#reason-text:focus")
        await page.locator("h1").click()
        await page.keyboard.press("a")
        lacking = await page.inner_text(".hint")

    assert (before, left, strength == "0.35") == (2, 0, False)
    assert said == "先选一个理由（1 至 5），再作决定。"
    assert lacking == "选了“其他”，还没有写明理由。"
    assert look.complaints == []


async def test_signing_out_sends_what_is_held_in_the_name_of_who_decided(reviewable, browser: Browser):
    server, tokens = reviewable
    [first, *_] = waiting(server)

    async with signed_in(browser, server, tokens["陈评审"]) as look:
        page = look.page
        for key in ("4", "r"):
            await page.keyboard.press(key)
        said = await page.inner_text(".hint")
        async with page.expect_response(lambda each: "decideAlignment" in (each.request.post_data or "")):
            await page.click("text=退出")
        await page.fill("#token", tokens["林评审"])
        await page.click("text=登录")
        await page.wait_for_selector(".signed-in:has-text('林评审')")
        await page.wait_for_selector(".queue")
        await page.keyboard.press("u")
        undone = await page.inner_text(".hint")

    after = server.ask(STATE, {"id": first["id"]})["data"]["node"]
    assert said.startswith("不采纳“")
    assert said.endswith("”，理由：层次不符。8 秒后提交；按 U 撤销。")
    assert undone.startswith("没有可以撤销的决定")
    assert (after["status"], after["reviewer"]) == ("REJECTED", "陈评审")


async def test_the_next_editor_is_shown_nothing_to_decide_on_until_the_queue_is_read_anew(reviewable, browser: Browser):
    """What the one before proposed would stand there as a requirement that no one has proposed for."""
    server, tokens = reviewable
    other = SUBJECT.replace("510203", "510204")
    course, requirement = unknown_requirement(server, other)
    may_go_on = asyncio.Event()

    async def held(route: Route) -> None:
        if "reviewItems(" in (route.request.post_data or ""):
            await may_go_on.wait()
        await route.continue_()

    address = f"/review?subject={other}&target={TARGET}&at={requirement['id']}"
    async with signed_in(browser, server, tokens["王老师"], address) as look:
        page = look.page
        await page.select_option("#proposed-course", course["id"])
        await page.fill("#proposed-why", "课程标准第二单元")
        await page.click("form button:has-text('提出')")
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".queue >> text=已写入")
        await page.click("text=退出")
        await page.route("**/graphql", held)
        await page.fill("#token", tokens["林评审"])
        await page.click("text=登录")
        await page.wait_for_selector(".signed-in:has-text('林评审')")
        await page.wait_for_selector(".queue", state="detached")
        offered = await page.locator(".verdicts button").count()
        may_go_on.set()
        await page.wait_for_selector(".queue")
        shown = await page.inner_text(f".queue li:has-text('{course['displayName']}')")

    assert offered == 0
    assert requirement["text"] in shown


async def test_a_refusal_shows_wherever_the_reviewer_has_gone_on_to(reviewable, browser: Browser):
    server, tokens = reviewable
    [first, *_] = waiting(server)
    given = {"alignment": first["id"], "version": first["version"], "decision": "REJECT", "reason": "先到"}

    async with signed_in(browser, server, tokens["陈评审"]) as look:
        page = look.page
        before = await page.inner_text(".queue > p >> nth=0")
        server.ask(DECIDE, {"input": given}, authorization=f"Bearer {tokens['林评审']}")
        await page.keyboard.press("a")
        await page.clock.fast_forward(HELD_MS)
        said = await page.inner_text(".refused-elsewhere li")
        left = await page.inner_text(".queue > p >> nth=0")
        await page.click("text=打开这一条")
        await page.wait_for_selector(".failure > p:has-text('林评审')")
        elsewhere = await page.locator(".refused-elsewhere").count()

    assert said.startswith("没有写入：")
    assert "有人先改了这一条" in said
    assert (left, elsewhere) == (before, 0)


async def test_a_course_judged_not_to_match_leaves_the_requirement_undecided(reviewable, browser: Browser):
    server, tokens = reviewable
    subject = SUBJECT.replace("510203", "510201")
    queue = f"/review?subject={subject}&target={TARGET}"
    course, requirement = unknown_requirement(server, subject)
    input_ = {
        "subject": course["id"],
        "target": requirement["id"],
        "kind": "NO_MATCH",
        "strength": 0,
        "rationale": "无",
    }
    made = server.ask(PROPOSE, {"input": input_}, authorization=f"Bearer {tokens['林评审']}")
    alignment = made["data"]["proposeAlignment"]["alignment"]["id"]

    async with signed_in(browser, server, tokens["林评审"], f"{queue}&at={alignment}") as look:
        own = await look.page.inner_text(".review div > .lead >> nth=-1")
    async with signed_in(browser, server, tokens["陈评审"], f"{queue}&at={alignment}") as look:
        page = look.page
        reasons = await page.locator(".reasons label:has(input[name=reason])").all_inner_texts()
        await page.keyboard.press("1")
        await page.keyboard.press("a")
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".queue >> text=已写入")
    async with opened(browser, server) as look:
        page = look.page
        place = ":".join(["req", *requirement["id"].split(":")[-2:]])
        await look.show(f"/fit?subject={subject}&target={TARGET}&view=list&level={requirement['level']}&at={place}")
        fit = await page.inner_text(".chosen-item[open] .lead")
        await page.click(".chosen-item[open] >> text=去评审")
        await page.wait_for_selector(".effect li")
        chosen = await page.inner_text(".queue button[aria-current]")
        search = await page.inner_text("section.card:has(.effect) > p >> nth=0")

    assert own == "这条对接由您提出，须由别人评审。还没有人决定时，您可以撤回。"
    assert [each.split()[0] for each in reasons] == ["课程内容中没有此项", "只是相关", "层次不符", "其他……"]
    assert fit.startswith("1 门课程经评审为无对应；其余课程还没有结论")
    assert requirement["text"] in chosen
    assert search.startswith(f"1 门课程经评审为无对应（{course['displayName']}）。")
    assert look.complaints == []


@pytest.mark.parametrize(
    "address", ["/review", "/import/plan", "/plans/TrainingPlan:深圳信息职业技术大学:软件技术:2025级?view=credits"]
)
async def test_signing_in_keeps_the_focus_where_the_field_was(reviewable, browser: Browser, address: str):
    server, tokens = reviewable
    async with opened(browser, server) as look:
        page = look.page
        await look.show(address)
        await page.fill("#token", tokens["王老师"])
        await page.keyboard.press("Enter")
        await page.wait_for_selector(".signed-in")
        await look.settle()
        where = await page.evaluate("document.activeElement.className")
        await page.keyboard.press("Tab")
        following = await page.evaluate("document.activeElement.textContent")

    assert "signed-in" in where
    assert following == "退出"
