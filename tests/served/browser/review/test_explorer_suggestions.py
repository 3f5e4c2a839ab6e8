"""Suggestions on the page of review: apart from proposals, proposed one by one or together, by click and by key."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, Route

from resolvers.questions.courses.calibration import calibration
from tests.served.browser.explorer_page import in_language, opened
from tests.served.browser.reviewing import DECIDE, HELD_MS, PROPOSE, TARGET, signed_in
from tests.served.conftest import Served

pytestmark = pytest.mark.engine("embedded")

# A programme of which no one has looked at anything yet.
SUBJECT = "TeachingStandard:2025:510201"
OF_ONE_KEY = "TeachingStandard:2025:510206"
UNTOUCHED = "TeachingStandard:2025:510205"
QUEUE = f"/review?subject={SUBJECT}&target={TARGET}"
SUGGESTED = """query ($subject: ID!, $target: ID!) { suggestAlignments(
  subject: $subject, target: $target, onlyOpen: true, perRequirement: 3, minProbability: 0.1, first: 500
) { suggestions { probability reason words course { id displayName } requirement { id text code } } } }"""
DECIDED_ON = "query ($id: ID!) { node(id: $id) { ... on Alignment { decidedOn } } }"
PROPOSED = """{ alignments(first: 100, where: {status: {eq: SUGGESTED}, author: {in: ["王老师", "陈评审"]}}) {
  nodes { author method strength rationale requirement { id } course { id } } } }"""


def suggested(server: Served, subject: str = SUBJECT) -> dict[str, list[dict]]:
    """Give the suggestions of each open requirement, the likeliest first."""
    found: dict[str, list[dict]] = {}
    answer = server.ask(SUGGESTED, {"subject": subject, "target": TARGET})
    for each in answer["data"]["suggestAlignments"]["suggestions"]:
        found.setdefault(each["requirement"]["id"], []).append(each)
    return found


def proposed(server: Served, *requirements: str) -> list[tuple]:
    """Give what waits for a decision of these requirements: who proposed which course, how it was found, and why."""
    nodes = server.ask(PROPOSED)["data"]["alignments"]["nodes"]
    return sorted(
        (each["requirement"]["id"], each["course"]["id"], each["author"], each["method"], each["rationale"])
        for each in nodes
        if each["requirement"]["id"] in requirements
    )


def expected(author: str, *suggestions: dict) -> list[tuple]:
    return sorted(
        (each["requirement"]["id"], each["course"]["id"], author, "suggested", each["reason"]) for each in suggestions
    )


GO = "url => { history.pushState(null, '', url); dispatchEvent(new PopStateEvent('popstate')); }"


async def test_what_is_proposed_for_one_programme_is_open_for_another(reviewable, browser: Browser):
    server, tokens = reviewable
    requirement = next(iter(suggested(server)))

    async with signed_in(browser, server, tokens["王老师"], f"{QUEUE}&at={requirement}") as look:
        page = look.page
        await page.keyboard.press("s")
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".queue >> text=已写入")
        await page.evaluate(GO, f"/review?subject={UNTOUCHED}&target={TARGET}&at={requirement}")
        await page.wait_for_selector(".queue button[aria-current]:has-text('大数据技术')")
        written = await page.locator(".queue >> text=已写入").count()
        suggestions = await page.locator(".suggested li").count()
        await page.keyboard.press("u")
        hint = await page.inner_text(".hint")
        await page.evaluate(GO, f"{QUEUE}&at={requirement}")
        await page.wait_for_selector(".queue button[aria-current]:has-text('计算机应用技术')")
        # A key that is pressed before the page is whole is lost.
        await look.settle()
        await page.keyboard.press("u")
        await page.wait_for_selector(".hint:has-text('已撤销')")

    assert (written, hint.partition("。")[0]) == (0, "没有可以撤销的决定")
    assert suggestions > 0
    assert proposed(server, requirement) == []


async def test_a_source_that_is_typed_is_not_lost_with_a_suggestion(reviewable, browser: Browser):
    server, tokens = reviewable
    requirement = next(iter(suggested(server)))

    async with signed_in(browser, server, tokens["王老师"], f"{QUEUE}&at={requirement}") as look:
        page = look.page
        await page.fill("#proposed-source", "Source:certificates.S2")
        await page.click(".suggested li >> nth=0 >> button")
        by_button = await page.inner_text(".hint")
        await page.locator("h1").click()
        await page.keyboard.press("s")
        typed = await page.input_value("#proposed-source")
        field = await page.evaluate("document.activeElement.id")
        await page.clock.fast_forward(HELD_MS)
        unsent = proposed(server, requirement)
        await page.fill("#proposed-source", "")
        await page.click(".suggested li >> nth=0 >> button")
        held = await page.inner_text(".hint")
        await page.locator("h1").click()
        await page.keyboard.press("u")
        await page.wait_for_selector(".hint:has-text('已撤销')")

    assert by_button == "所填来源只随表单提出：请用表单提出，或先清空来源。"
    assert (typed, field) == ("Source:certificates.S2", "proposed-source")
    assert unsent == []
    assert held.startswith("提出 1 条对接")


async def test_one_key_proposes_the_likeliest_and_another_takes_it_back(reviewable, browser: Browser):
    server, tokens = reviewable
    requirement, (first, *_) = next(iter(suggested(server, OF_ONE_KEY).items()))
    address = f"{QUEUE.replace(SUBJECT, OF_ONE_KEY)}&at={requirement}"

    async with signed_in(browser, server, tokens["王老师"], address) as look:
        page = look.page
        row = await page.inner_text(".suggested li >> nth=0")
        of_queue = await page.inner_text(".queue button[aria-current]")
        headings = await page.locator(".queue h2").all_inner_texts()
        await page.keyboard.press("s")
        hint = await page.inner_text(".hint")
        unsent = proposed(server, requirement)
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".queue >> text=已写入")
        made = proposed(server, requirement)
        await page.keyboard.press("u")
        await page.wait_for_selector(".hint:has-text('已撤销')")

    assert f"相符率 {first['probability'] * 100:.1f}%" in row
    assert f"共同的词：{'、'.join(first['words'])}" in row
    assert first["course"]["displayName"] in row
    # A row of a suggestion says so, and of which programme, certificate, level and version it is.
    assert "排在首位：" in of_queue
    assert f"{first['requirement']['code']}" in of_queue
    assert "× JavaWeb应用开发 2.0 版" in of_queue
    assert "云计算技术应用" in of_queue
    assert [each.split("\n")[0].split(" ")[0] for each in headings] == ["没有待定提议的要求"]
    assert hint == "提出 1 条对接，8 秒后提交；按 U 撤销。"
    assert (unsent, made) == ([], expected("王老师", first))
    assert proposed(server, requirement) == []
    assert look.complaints == []


async def test_several_courses_of_one_requirement_are_ticked_and_proposed_with_one_change(reviewable, browser: Browser):
    server, tokens = reviewable
    requirement, found = next((key, each) for key, each in suggested(server).items() if len(each) > 1)
    sent: list[dict] = []

    async with signed_in(browser, server, tokens["陈评审"], f"{QUEUE}&at={requirement}") as look:
        page = look.page
        page.on("request", lambda each: sent.append(each.post_data_json or {}))
        await page.fill("#suggested-strength", "0.35")
        for place in range(2):
            await page.locator(".suggested li input").nth(place).check()
        await page.click("button:has-text('提出勾选的 2 门')")
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".queue >> text=已写入")

    changes = [each["variables"]["input"]["alignments"] for each in sent if "mutation" in each.get("query", "")]
    assert [[each["strength"] for each in rows] for rows in changes] == [[0.35, 0.35]]
    assert proposed(server, requirement) == expected("陈评审", *found[:2])
    # What was proposed waits in the queue as any proposal does, and is no suggestion any more.
    assert requirement not in suggested(server)
    async with opened(browser, server) as look:
        await look.show(QUEUE)
        headings = await look.page.locator(".queue h2").all_inner_texts()
        ours = await look.page.locator(".queue ol >> nth=0 >> .suggestion").count()
    assert headings[0].startswith("等待决定的提议")
    assert headings[1].startswith("没有待定提议的要求")
    assert ours == 0


async def test_the_likeliest_of_several_requirements_are_proposed_at_once(reviewable, browser: Browser):
    server, tokens = reviewable
    of = suggested(server)
    sent: list[dict] = []

    async with signed_in(browser, server, tokens["陈评审"], QUEUE) as look:
        page = look.page
        page.on("request", lambda each: sent.append(each.post_data_json or {}))
        boxes = page.locator(".queue ol:last-of-type input:enabled")
        chosen = [await boxes.nth(place).get_attribute("aria-label") for place in range(3)]
        for place in range(3):
            await boxes.nth(place).check()
        # Key S is that of the one button, fields stand next to it, and nothing can be decided.
        keys = await page.locator("button:has(kbd:text-is('S'))").all_inner_texts()
        reasons = await page.locator("input[name=reason]").count()
        await page.locator("h1").click()
        for key in ("1", "n"):
            await page.keyboard.press(key)
        said = await page.inner_text(".hint")
        await page.locator("fieldset:has-text('提出所选 3 条') input").fill("0.45")
        await page.click("button:has-text('提出所选 3 条要求各自排在首位的建议')")
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".queue >> text=已写入")

    rows = [each["variables"]["input"]["alignments"] for each in sent if "mutation" in each.get("query", "")]
    assert ([each.split("\n")[0] for each in keys], reasons, said) == (
        ["提出所选 3 条要求各自排在首位的建议"],
        0,
        "",
    )
    assert [[each["strength"] for each in of] for of in rows] == [[0.45] * 3]
    requirements = [each["target"] for each in rows[0]]
    assert [
        f"选中：{of[each][0]['requirement']['text']}, {of[each][0]['course']['displayName']}" for each in requirements
    ] == chosen
    assert proposed(server, *requirements) == expected("陈评审", *(of[each][0] for each in requirements))


async def test_what_one_editor_entered_for_proposals_is_not_left_for_the_next(reviewable, browser: Browser):
    server, tokens = reviewable
    requirement = next(iter(suggested(server, UNTOUCHED)))
    boxes, strength = ".suggested input[type=checkbox]:checked", "#suggested-strength"

    async with signed_in(
        browser, server, tokens["陈评审"], f"{QUEUE.replace(SUBJECT, UNTOUCHED)}&at={requirement}"
    ) as look:
        page = look.page
        await page.locator(".suggested li input").first.check()
        await page.fill(strength, "0.35")
        before = await page.locator(boxes).count(), await page.input_value(strength)
        await page.click("text=退出")
        await page.locator(boxes).wait_for(state="detached")
        left = await page.input_value(strength)

    assert (before, left) == ((1, "0.35"), "0.6")


async def test_where_the_suggestions_are_cut_none_is_not_said_of_a_requirement(reviewable, browser: Browser):
    server, _ = reviewable
    requirement, *others = suggested(server, UNTOUCHED)

    async def cut(route: Route) -> None:
        answer = await (await route.fetch()).json()
        if found := (answer.get("data") or {}).get("suggestAlignments"):
            kept = [each for each in found["suggestions"] if each["requirement"]["id"] in others]
            found["suggestions"] = (kept * 500)[:500]
        await route.fulfill(json=answer)

    async with opened(browser, server, apart=True) as look:
        await look.page.route("**/graphql", cut)
        await look.show(f"{QUEUE.replace(SUBJECT, UNTOUCHED)}&at={requirement}")
        said = await look.page.inner_text(".suggested")

    assert "只读取了排在前面的 500 条" in said
    assert "没有课程的文字" not in said


@pytest.mark.parametrize(
    ("language", "matched", "label", "unknown"),
    [
        ("zh", "OUTCOME", "课程目标", "按文字估计的相符率未知："),
        ("en", "OUTCOME", "course outcome", "The match rate by wording is unknown:"),
        ("en", "TYPICAL_TASKS", "typical work tasks", "The match rate by wording is unknown:"),
        ("en", "CONTENT", "main contents", "The match rate by wording is unknown:"),
    ],
)
async def test_why_a_suggestion_is_made_stands_in_the_language_of_the_page_and_data_is_marked(
    reviewable, browser: Browser, *, language: str, matched: str, label: str, unknown: str
):
    server, _ = reviewable
    requirement, [one, *_] = next(iter(suggested(server, UNTOUCHED).items()))

    async def by_outcome(route: Route) -> None:
        """Say of the first that an outcome matched: the courses of the seeds have none, those of an import do."""
        answer = await (await route.fetch()).json()
        for each in ((answer.get("data") or {}).get("suggestAlignments") or {}).get("suggestions", ())[:1]:
            each.update(matched=matched, matchedText="能部署应用", probability=None)
        await route.fulfill(json=answer)

    async with opened(browser, server, apart=True) as look:
        page = look.page
        await page.route("**/graphql", by_outcome)
        await look.show(in_language(f"{QUEUE.replace(SUBJECT, UNTOUCHED)}&at={requirement}", language))
        row = page.locator(f".suggested li:has-text('{one['course']['displayName']}')")
        why = await row.inner_text()
        data = await row.locator("[lang='zh-CN']").all_inner_texts()
        titles = await row.locator("[title]").count()
        told = await page.inner_text(".suggested")

    assert f"{label} “能部署应用”" in why
    # What words both have is data too. Our sentence is so only in Chinese.
    assert data[1:3] == [("、" if language == "zh" else ", ").join(one["words"]), "“能部署应用”"]
    assert ("Words in common: " in why, data[3:] == [one["reason"]]) == (language == "en", language == "zh")
    assert (unknown in told, titles) == (True, 0)


async def test_without_a_token_nothing_is_proposed_and_the_page_says_where_to_sign_in(reviewable, browser: Browser):
    server, _ = reviewable
    requirement = next(iter(suggested(server)))

    async with opened(browser, server) as look:
        page = look.page
        await look.show(f"{QUEUE}&at={requirement}")
        await page.click(".suggested li button >> nth=0")
        await page.wait_for_selector("#token:focus")
        said = await page.inner_text(".hint"), await page.inner_text(".sign-in [role=alert]")

    assert said == ("先用编辑者的令牌登录，再提出。",) * 2
    assert proposed(server, requirement) == []


def test_what_is_selected_at_once_is_as_likely_as_suggestions_by_default():
    source = (
        Path(__file__).parents[4] / "server" / "pages" / "explorer" / "source" / "pages" / "review" / "suggestions.tsx"
    )
    assert f"export const LIKELY = {calibration().threshold};" in source.read_text(encoding="utf-8")


async def test_what_was_rejected_stays_in_sight_with_its_reason_and_may_be_proposed_again(reviewable, browser: Browser):
    server, tokens = reviewable
    requirement, (first, *_) = list(suggested(server).items())[-1]
    course, name = first["course"]["id"], first["course"]["displayName"]
    given = {
        "subject": course,
        "target": requirement,
        "kind": "MAJOR",
        "role": "TEACHES",
        "strength": 0.6,
        "rationale": "课名",
    }
    made = server.ask(PROPOSE, {"input": given}, authorization=f"Bearer {tokens['王老师']}")
    alignment = made["data"]["proposeAlignment"]["alignment"]["id"]
    decided = {"alignment": alignment, "version": 1, "decision": "REJECT", "reason": "只教到概念"}
    server.ask(DECIDE, {"input": decided}, authorization=f"Bearer {tokens['林评审']}")
    today = server.ask(DECIDED_ON, {"id": alignment})["data"]["node"]["decidedOn"]
    said = f"{today} 由林评审决定不采纳，理由：只教到概念"

    async with signed_in(browser, server, tokens["王老师"], f"{QUEUE}&at={requirement}") as look:
        page = look.page
        await page.wait_for_selector(".rejected[open] li")
        listed = await page.inner_text(".rejected")
        offered = await page.locator(f".suggested li:has-text('{name}')").count()
        await page.select_option("#proposed-course", course)
        warned = await page.inner_text("form .warning")
        await page.fill("#proposed-why", "新版课程标准第二单元")
        await page.click("form button:has-text('提出')")
        await page.clock.fast_forward(HELD_MS)
        await page.wait_for_selector(".queue >> text=已写入")
    async with opened(browser, server) as look:
        await look.show(
            f"/fit?subject={SUBJECT}&target={TARGET}&level=ALL&view=list&at=req:{':'.join(requirement.split(':')[-2:])}"
        )
        await look.page.wait_for_selector(".drawer .rejected summary")
        await look.page.click(".drawer .rejected summary")
        in_drawer = await look.page.inner_text(".drawer .rejected")
        row = look.page.locator("table.requirements tr.chosen")
        await row.locator(".refused").wait_for()
        in_list = await row.inner_text()
        await look.page.keyboard.press("Escape")
        beside = await look.page.locator(".resting li:has(.refused) a").get_attribute("href")

    assert name in listed
    assert said in listed
    assert offered == 0
    assert warned == f"这门课程曾为此要求提出过，未获采纳；仍可再次提出。{said}"
    assert said in in_drawer
    # The same is proposed again and waits: both are said of the requirement, which no one has reviewed otherwise.
    assert ("未评审" in in_list, "待定建议 1" in in_list, "提议未获采纳 1" in in_list) == (True, True, True)
    assert beside.endswith(":".join(requirement.split(":")[-2:]).replace(":", "%3A"))
    # A warning, not a ban.
    assert [each[1:3] for each in proposed(server, requirement)] == [(course, "王老师")]
    assert look.complaints == []


@pytest.mark.parametrize(
    ("width", "language", "theme", "leading"),
    [
        (390, "en", "dark", "Review and suggestions"),
        (390, "zh", "light", "评审与建议"),
        (1440, "en", "light", "Review and suggestions"),
    ],
)
async def test_the_fit_view_leads_to_suggestions_and_the_page_is_accessible(
    reviewable, browser: Browser, *, width: int, language: str, theme: str, leading: str
):
    server, _ = reviewable

    async with opened(browser, server, width, theme) as look:
        page = look.page
        await look.show(in_language(f"/fit?subject={SUBJECT}&target={TARGET}", language))
        await page.click(f"a:has-text('{leading}')")
        await page.click(".queue ol:last-of-type li button >> nth=0")
        await page.wait_for_selector(".suggested")
        await look.settle()
        found = await look.violations(), await look.spilled(), await look.problems(), await look.width()

    assert found == ([], [], [], width)
    assert look.complaints == []


async def test_an_english_page_says_in_english_why_a_course_is_suggested(reviewable, browser: Browser):
    server, _ = reviewable
    async with opened(browser, server) as look:
        await look.show(f"/review?subject={OF_ONE_KEY}&target={TARGET}&lang=en")
        reason = look.page.locator(".suggested li p.fine").first
        await reason.wait_for()
        said = await reason.inner_text()
        ill_set = await look.ill_set()

    assert "Words in common: “" in said
    assert "见于" not in said
    assert ill_set == []
