"""Reviewing by keyboard in a real browser, on a graph of its own: what is decided is written, undone or refused."""

import re

import pytest
from playwright.async_api import Browser

from tests.served.browser.explorer_page import opened
from tests.served.browser.reviewing import (
    DECIDE,
    DECIDE_MANY,
    HELD_MS,
    PROPOSED,
    QUEUE,
    SAID,
    STATE,
    counts,
    signed_in,
    waiting,
)

pytestmark = pytest.mark.engine("embedded")


async def test_one_key_accepts_and_the_page_shows_what_it_changes(reviewable, browser: Browser):
    server, tokens = reviewable
    [first, *_], before = waiting(server), counts(server)

    async with signed_in(browser, server, tokens["陈评审"]) as look:
        page = look.page
        await page.wait_for_selector(".effect li")
        predicted = await page.locator(".effect .state").all_inner_texts()
        await page.keyboard.press("a")
        await page.wait_for_selector(".queue button[aria-current] >> nth=0")
        still = server.ask(STATE, {"id": first["id"]})["data"]["node"]["status"]
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".queue >> text=已写入")
        await look.settle()
        left = await page.inner_text(".hint")

    after = server.ask(STATE, {"id": first["id"]})["data"]["node"]
    assert (predicted, still) == (["未评审", "部分覆盖"], "SUGGESTED")
    # That it will be sent is no longer said once it was.
    assert left == ""
    assert (after["status"], after["reviewer"]) == ("ACCEPTED", "陈评审")
    # Its rationale is the reason.
    assert after["changes"]["nodes"][-1]["reason"] is None
    assert counts(server) == {
        **before,
        "unknown": before["unknown"] - 1,
        "partlyCovered": before["partlyCovered"] + 1,
    }
    assert look.complaints == []


async def test_a_decision_that_is_undone_in_time_is_never_sent(reviewable, browser: Browser):
    server, tokens = reviewable
    [first, *_] = waiting(server)

    async with signed_in(browser, server, tokens["陈评审"]) as look:
        page = look.page
        await page.keyboard.press("3")
        await page.keyboard.press("r")
        await page.keyboard.press("u")
        said = await page.inner_text(".hint")
        await page.clock.fast_forward(2 * HELD_MS)
        enabled = await page.is_enabled(".verdict-REJECT")

    assert (said, enabled) == ("已撤销，未提交。", True)
    assert server.ask(STATE, {"id": first["id"]})["data"]["node"]["status"] == "SUGGESTED"


async def test_a_decision_that_was_sent_is_taken_back_as_a_change_of_its_own(reviewable, browser: Browser):
    server, tokens = reviewable
    [first, *_], before = waiting(server), counts(server)

    async with signed_in(browser, server, tokens["陈评审"]) as look:
        page = look.page
        for key in ("1", "a"):
            await page.keyboard.press(key)
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".queue >> text=已写入")
        async with page.expect_response(lambda each: "REOPEN" in (each.request.post_data or "")):
            await page.keyboard.press("u")
        await page.wait_for_selector(".hint:has-text('已撤销，提议重新等待决定。')")
        chosen = await page.evaluate("new URL(location.href).searchParams.get('at')")
        enabled = await page.is_enabled(".verdict-ACCEPT")

    node = server.ask(STATE, {"id": first["id"]})["data"]["node"]
    assert (chosen, enabled) == (first["id"], True)
    assert (node["status"], node["reviewer"]) == ("SUGGESTED", None)
    assert [each["reason"] for each in node["changes"]["nodes"]][-2:] == ["课程名称即此内容", "评审人撤销刚才的决定"]
    assert counts(server) == before
    assert look.complaints == []


async def test_what_somebody_changed_meanwhile_is_not_taken_back_and_who_did_is_named(reviewable, browser: Browser):
    server, tokens = reviewable
    [first, *_] = waiting(server)
    given = {
        "alignments": [{"alignment": first["id"], "version": first["version"] + 1}],
        "decision": "REOPEN",
        "reason": "再看",
    }

    async with signed_in(browser, server, tokens["陈评审"]) as look:
        page = look.page
        for key in ("2", "r"):
            await page.keyboard.press(key)
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".queue >> text=已写入")
        server.ask(DECIDE_MANY, {"input": given}, authorization=f"Bearer {tokens['林评审']}")
        await page.keyboard.press("u")
        await page.wait_for_selector(".failure > p:has-text('林评审')")
        said = await page.inner_text(".hint")
        await page.click("text=重新读取这一条")
        await page.wait_for_selector(".failure", state="detached")

    assert said == "没有撤销：原来的决定仍在图谱里。"


async def test_a_proposal_is_accepted_with_the_strength_and_role_that_the_reviewer_finds(reviewable, browser: Browser):
    server, tokens = reviewable
    [first, *_] = waiting(server)

    async with signed_in(browser, server, tokens["陈评审"]) as look:
        page = look.page
        await page.keyboard.press("e")
        await page.wait_for_selector("#strength:focus")
        await page.fill("#strength", "2")
        await page.locator("h1").click()
        for key in ("1", "a"):
            await page.keyboard.press(key)
        refused = await page.inner_text(".hint")
        await page.fill("#strength", "0.35")
        await page.select_option("label:has-text('作用') select", "ASSESSES")
        await page.locator("h1").click()
        await page.keyboard.press("a")
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".queue >> text=已写入")

    node = server.ask(SAID, {"id": first["id"]})["data"]["node"]
    assert refused == "强度须大于 0、至多为 1。"
    assert node == {"status": "ACCEPTED", "role": "ASSESSES", "strength": 0.35, "author": node["author"]}
    assert node["author"] != "陈评审"


async def test_what_nobody_looked_at_is_proposed_and_the_proposal_taken_back(reviewable, browser: Browser):
    server, tokens = reviewable
    before = len(waiting(server))

    async with signed_in(browser, server, tokens["王老师"], QUEUE.replace("510203", "510201")) as look:
        page = look.page
        await page.keyboard.press("p")
        await page.wait_for_selector("#proposed-course:focus")
        await page.select_option("#proposed-course", index=1)
        await page.fill("#proposed-why", "课程标准第三单元")
        await page.click("form button:has-text('提出')")
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".queue >> text=已写入")
        proposed = server.ask(PROPOSED)["data"]["alignments"]["nodes"]
        await page.keyboard.press("u")
        await page.wait_for_selector(".hint:has-text('已撤销')")

    assert [(each["author"], each["rationale"], each["role"]) for each in proposed] == [
        ("王老师", "课程标准第三单元", "TEACHES")
    ]
    assert len(waiting(server)) == before
    assert server.ask(STATE, {"id": proposed[0]["id"]})["data"]["node"]["status"] == "WITHDRAWN"
    assert look.complaints == []


async def test_leaving_the_page_sends_what_is_held(reviewable, browser: Browser):
    server, tokens = reviewable
    [first, *_] = waiting(server)

    async with signed_in(browser, server, tokens["陈评审"]) as look:
        page = look.page
        await page.keyboard.press("4")
        await page.keyboard.press("r")
        async with page.expect_response(lambda each: "decideAlignment" in (each.request.post_data or "")):
            await page.click("nav >> text=政策")

    after = server.ask(STATE, {"id": first["id"]})["data"]["node"]
    assert (after["status"], after["changes"]["nodes"][-1]["reason"]) == ("REJECTED", "层次不符")


async def test_a_conflict_is_named_with_who_came_first_and_the_queue_is_read_again(reviewable, browser: Browser):
    server, tokens = reviewable
    [first, *_] = waiting(server)
    given = {"alignment": first["id"], "version": first["version"], "decision": "REJECT", "reason": "先到"}

    async with signed_in(browser, server, tokens["陈评审"]) as look:
        page = look.page
        await page.keyboard.press("2")
        server.ask(DECIDE, {"input": given}, authorization=f"Bearer {tokens['林评审']}")
        await page.keyboard.press("a")
        await page.keyboard.press("k")
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".failure > p:has-text('林评审')")
        title = await page.inner_text(".failure strong")
        now = await page.inner_text(".failure > p:has-text('林评审')")
        await page.click("text=重新读取这一条")
        await page.wait_for_selector(".failure", state="detached")
        left = await page.inner_text(".queue > p")

    assert title == "有人先改了这一条"
    assert now.startswith("现在的状态：未采纳，林评审")
    assert now.endswith("先到")
    assert left == f"还有 {len(waiting(server))} 条"


async def test_several_are_decided_at_once_for_one_reason(reviewable, browser: Browser):
    server, tokens = reviewable
    chosen = [each["id"] for each in waiting(server)[:3]]
    sent = []

    async with signed_in(browser, server, tokens["陈评审"]) as look:
        page = look.page
        page.on("request", lambda each: sent.append(each.post_data_json or {}))
        for key in ("x", "j", "x", "j", "x", "3"):
            await page.keyboard.press(key)
        said = await page.inner_text(".queue > p")
        await page.click(".verdict-REJECT")
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".queue li:nth-child(3) >> text=已写入")

    changes = [each["variables"]["input"] for each in sent if "mutation" in each.get("query", "")]
    after = [server.ask(STATE, {"id": each})["data"]["node"] for each in chosen]
    assert "选中 3 条" in said
    assert [[each["alignment"] for each in change["alignments"]] for change in changes] == [chosen]
    assert [(each["status"], each["changes"]["nodes"][-1]["reason"]) for each in after] == [
        ("REJECTED", "只是相关")
    ] * 3
    assert look.complaints == []


async def test_of_several_none_is_written_where_one_was_changed_meanwhile(reviewable, browser: Browser):
    server, tokens = reviewable
    first, second, *_ = waiting(server)
    given = {"alignment": second["id"], "version": second["version"], "decision": "REJECT", "reason": "先到"}

    async with signed_in(browser, server, tokens["陈评审"]) as look:
        page = look.page
        server.ask(DECIDE, {"input": given}, authorization=f"Bearer {tokens['林评审']}")
        for key in ("x", "j", "x", "1", "a"):
            await page.keyboard.press(key)
        await page.clock.fast_forward(HELD_MS)
        title = await page.inner_text(".failure strong")

    assert title == "有人先改了这一条"
    assert server.ask(STATE, {"id": first["id"]})["data"]["node"]["status"] == "SUGGESTED"


async def test_without_a_token_or_a_reason_nothing_is_decided(reviewable, browser: Browser):
    server, tokens = reviewable

    async with opened(browser, server) as look:
        page = look.page
        await look.show(QUEUE)
        await page.keyboard.press("a")
        first = await page.inner_text(".hint")
        focused = await page.evaluate("document.activeElement.id")
        await page.fill("#token", "no-such-token")
        await page.click("text=登录")
        refused = await page.inner_text(".sign-in strong")
        await page.fill("#token", tokens["陈评审"])
        await page.click("text=登录")
        await page.wait_for_selector(".signed-in")
        await page.keyboard.press("r")
        second = await page.inner_text(".hint")
        kept = await page.evaluate("JSON.stringify({...localStorage}) + document.cookie + location.href")

    assert (focused, refused) == ("token", "令牌无效")
    assert (first, second) == ("先用评审人的令牌登录，再作决定。", "先选一个理由（1 至 5），再作决定。")
    assert tokens["陈评审"] not in kept


async def test_an_open_input_method_a_field_and_a_switch_keep_their_letters(reviewable, browser: Browser):
    server, tokens = reviewable
    composing = "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', keyCode: 229, bubbles: true}))"
    places = []

    async with signed_in(browser, server, tokens["陈评审"], "/review") as look:
        page = look.page
        chosen = page.locator(".queue button[aria-current] >> css=[lang]").first

        async def note() -> None:
            places.append(await page.evaluate("new URL(location.href).searchParams.get('at')"))

        await page.evaluate(composing)
        await note()
        await page.keyboard.press("5")
        await page.wait_for_selector("#reason-text:focus")
        await page.keyboard.type("ja")
        await note()
        written = await page.input_value("#reason-text")
        await page.evaluate("document.activeElement.blur()")
        await page.keyboard.press("?")
        await page.uncheck("dialog input")
        await page.click("dialog button")
        await page.keyboard.press("j")
        await note()
        await page.click("text=按 / 搜索")
        await page.check("dialog input")
        await page.click("dialog button")
        await page.keyboard.press("j")
        await note()
        name = await chosen.inner_text()
        opened_now = await page.locator(".review .hidden-text[role=status]").inner_text()

    assert places[:3] == [None, None, None]
    assert written == "ja"
    assert places[3] is not None
    assert name != ""
    # Who hears the page hears which one is open: the focus stays where it was.
    assert re.match(r"第 \d+ 条，共 \d+ 条：", opened_now)
    assert opened_now.partition(" ")[2] != ""


async def test_the_queue_is_accessible(reviewable, browser: Browser):
    server, _ = reviewable

    async with opened(browser, server, 390, "dark") as look:
        await look.show(f"{QUEUE}&lang=en")
        await look.page.wait_for_selector(".effect li")
        await look.page.keyboard.press("?")
        violations = await look.violations()

    assert violations == []
