"""What the solver proposes for a training plan, in a real browser: asked, followed, cancelled, accepted edit by edit."""

import json
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
from playwright.async_api import Browser, Page, Route

from tests.interchange.training_plan_imports.made_imports import COURSES, form
from tests.served.browser.bringing import confirmed_node, sign_in
from tests.served.browser.explorer_page import in_language, opened
from tests.served.browser.plan_pages import (
    COLLEGE,
    ROWS,
    asking,
    page_of,
    plan_document,
    show_signed_in,
    solve,
    told_of,
)
from tests.served.conftest import Served

pytestmark = pytest.mark.engine("embedded")

LEVEL = f"view=embed&target={quote('Certificate:JavaWeb应用开发')}&level=ADVANCED"
JOB = """query ($id: ID!) { improvementJob(id: $id) { state
  embedding { addedHours requirements outcomes { course ground through { code } } extended { course line hours addedHours } electives { course hours } unserved { reason } }
  schedule { moves semesters { weeklyHours } courses { course semesterNow semester } } } }"""
WHAT_IF = """query ($plan: ID!, $edits: [TrainingPlanEditInput!]!) { trainingPlanWhatIf(plan: $plan, edits: $edits) {
  complianceBefore { failed remarked unknown passed } complianceAfter { failed remarked unknown passed } } }"""
DRAFT = """query ($id: ID!) { node(id: $id) { ... on TrainingPlan {
  status revises { id } courses { name hours theoryHours practiceHours } } } }"""
RULES = "query ($id: ID!) { improvementJob(id: $id) { embedding { rules { text } } } }"
GROUND_WORDS = {
    "zh": {
        "TENTATIVE": "依据：同名课程与这条要求的对接待评审，或强度不足以视为覆盖",
        "SAME_TASK": "依据：同名课程已对接同一工作任务的 {code}",
        "SAME_AREA": "依据：同名课程已对接同一工作领域的 {code}，请核对",
        "WORDS": "依据：仅课程名称与要求有相同的词，请核对",
    },
    "en": {
        "TENTATIVE": "Based on: an alignment with a course of this name that waits for review, or is too weak to cover it",
        "SAME_TASK": "Based on: a course of this name that covers {code} of the same task",
        "SAME_AREA": "Based on: a course of this name that covers {code} of the same area; please check",
        "WORDS": "Based on: words that the course's name shares with it; please check",
    },
}
LOOKS = [(1440, "zh", "light"), (390, "en", "dark"), (390, "zh", "light"), (1440, "en", "dark")]


@pytest.fixture(scope="module")
def plan(writable: tuple[Served, str]) -> str:
    """The id of a plan whose courses have the names of the teaching standard's."""
    return confirmed_node(writable, "TRAINING_PLAN", plan_document("2026级"))


def answer_of(page: Page, writable: tuple[Served, str]) -> dict:
    """Give the job that the address names, as the API has it."""
    (job,) = parse_qs(urlsplit(page.url).query)["job"]
    return told_of(writable, JOB, {"id": job})["improvementJob"]


async def figures(page: Page) -> list[str]:
    return await page.locator(".edit-figures dd").all_inner_texts()


async def test_edits_are_accepted_one_by_one_and_stand_in_the_address(writable, plan, browser: Browser):
    async with asking(browser, writable, page_of(plan, LEVEL)) as look:
        page = look.page
        await solve(page)
        embedding = answer_of(page, writable)["embedding"]
        names = await page.locator(".edit-name").all_inner_texts()
        before = await figures(page)
        await page.uncheck(".edit >> nth=0 >> input")
        after = await figures(page)
        await page.reload()
        await sign_in(page, writable[1])
        await page.wait_for_selector(".edit-figures")
        again = await figures(page)

    extended = {each["course"]: each["addedHours"] for each in embedding["extended"]}
    courses = [*dict.fromkeys([*extended, *(each["course"] for each in embedding["outcomes"])])]
    wanted = [*courses, *(each["course"] for each in embedding["electives"])]
    assert names == wanted
    assert before[:2] == [f"{len(wanted)} / {len(wanted)}", str(embedding["addedHours"])]
    assert before[4] == str(embedding["requirements"])
    assert after[:2] == [
        f"{len(wanted) - 1} / {len(wanted)}",
        str(embedding["addedHours"] - extended.get(names[0], 0)),
    ]
    assert again == after
    assert look.complaints == []


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_each_requirement_of_an_edit_says_why_the_course_could_teach_it(
    language, writable, plan, browser: Browser
):
    async with asking(browser, writable, in_language(page_of(plan, LEVEL), language)) as look:
        await solve(look.page)
        outcomes = answer_of(look.page, writable)["embedding"]["outcomes"]
        shown = await look.page.locator("li > .ground").evaluate_all("all => all.map(each => each.textContent)")

    said = [GROUND_WORDS[language][each["ground"]].format(**each["through"] or {}) for each in outcomes]
    assert sorted(shown) == sorted(said)
    assert len({each["ground"] for each in outcomes}) > 1
    assert look.complaints == []


async def test_the_rules_with_what_is_accepted_are_those_that_the_api_says(writable, plan, browser: Browser):
    async with asking(browser, writable, page_of(plan, LEVEL)) as look:
        page = look.page
        await solve(page)
        [extended, *_] = answer_of(page, writable)["embedding"]["extended"]
        for box in await page.locator(".edit input").all():
            await box.uncheck()
        await page.wait_for_selector("text=采纳的修改不改变课程行")
        await page.check(f".edit:has-text('{extended['course']}') >> input")
        await page.wait_for_selector(".what-if")
        shown = await page.locator(".what-if > .hour-rules b").all_inner_texts()

    edit = {"action": "CHANGE_LINE", "of": extended["line"], "line": more_hours(extended)}
    told = told_of(writable, WHAT_IF, {"plan": plan, "edits": [edit]})["trainingPlanWhatIf"]
    names = ("failed", "remarked", "unknown", "passed")
    pairs = [(told["complianceBefore"][name], told["complianceAfter"][name]) for name in names]
    assert shown == [str(after) if before == after else f"{before} → {after}" for before, after in pairs]
    assert look.complaints == []


def more_hours(extended: dict) -> dict[str, int]:
    """Half of the hours that a line gets more are practice; each line of this plan has half of them before."""
    hours = extended["hours"] + extended["addedHours"]
    return {"hours": hours, "theoryHours": hours // 2, "practiceHours": hours // 2}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", "学分不变（{c} 学分）：每学分由 {a} 学时变为 {b} 学时。"),
        ("en", "Credits stay ({c}): the hours of a credit go from {a} to {b}."),
    ],
)
async def test_more_hours_say_what_they_make_of_a_credit_before_they_are_saved(
    writable, plan, browser: Browser, language, words
):
    async with asking(browser, writable, in_language(page_of(plan, LEVEL), language)) as look:
        page = look.page
        await solve(page)
        embedding = answer_of(page, writable)["embedding"]
        await page.wait_for_selector(".credits-stay.caution")
        told = await page.locator(".credits-stay").all_inner_texts()
        unchanged = await page.locator(".edit-figures > .fine [lang]").all_inner_texts()

    credits_of = {name: taken for _, _, name, taken, *_ in ROWS}
    wanted = []
    for each in embedding["extended"]:
        taken, hours = credits_of[each["course"]], each["hours"]
        ratios = [f"{round(now / taken, 1):g}" for now in (hours, hours + each["addedHours"])]
        wanted.append(words.format(c=taken, a=ratios[0], b=ratios[1]))
    assert [any(text.startswith(each) for text in told) for each in wanted] == [True] * len(wanted)
    extended = {each["course"] for each in embedding["extended"]}
    only_more = [*dict.fromkeys(each["course"] for each in embedding["outcomes"] if each["course"] not in extended)]
    assert unchanged == (["、".join(only_more) if language == "zh" else ", ".join(only_more)] if only_more else [])
    assert look.complaints == []


async def test_accepted_edits_are_saved_in_a_draft_that_is_made_for_them(writable, plan, browser: Browser):
    async with asking(browser, writable, page_of(plan, LEVEL)) as look:
        page = look.page
        await solve(page)
        embedding = answer_of(page, writable)["embedding"]
        await page.click(".saving button")
        await page.wait_for_selector(".page-head .tag:has-text('草案')")
        draft = unquote(urlsplit(page.url).path).removeprefix("/plans/")

    node = told_of(writable, DRAFT, {"id": draft})["node"]
    hours = {each["name"]: (each["hours"], each["theoryHours"], each["practiceHours"]) for each in node["courses"]}
    wanted = {each["course"]: tuple(more_hours(each).values()) for each in embedding["extended"]}
    assert (node["status"], node["revises"]) == ("DRAFT", {"id": plan})
    assert {name: hours[name] for name in wanted} == wanted
    assert {each["course"] for each in embedding["electives"]} <= set(hours)
    assert look.complaints == []


async def test_a_schedule_stands_on_the_board_with_the_courses_that_move(writable, plan, browser: Browser):
    async with asking(browser, writable, page_of(plan, "view=schedule")) as look:
        page = look.page
        await solve(page)
        schedule = answer_of(page, writable)["schedule"]
        order = await page.locator(".schedule-order-kept").inner_text()
        moved = await page.locator(".board-course.moved > [lang]").all_inner_texts()
        columns = page.locator(".board-term")
        placed = [await each.locator(".board-course > [lang]").all_inner_texts() for each in await columns.all()]

    moves = [each for each in schedule["courses"] if each["semester"] != each["semesterNow"]]
    assert len(moves) == schedule["moves"] > 0
    # Its document names none.
    assert order.startswith("没有已知的先修关系")
    # A course of two semesters stands in both.
    assert {*moved} == {each["course"] for each in moves}
    assert all(each["course"] in placed[each["semester"] - 1] for each in schedule["courses"])
    assert look.complaints == []


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_saved_schedule_keeps_its_weekly_hours_in_sight_as_derived(writable, plan, browser: Browser, language):
    async with asking(browser, writable, in_language(page_of(plan, "view=schedule"), language)) as look:
        page = look.page
        await solve(page)
        semesters = answer_of(page, writable)["schedule"]["semesters"]
        await page.click(".saving button")
        await page.wait_for_selector(".board-sums .derived")
        derived = await page.locator(".board-sums .derived").all_inner_texts()

    about = {"zh": "按学时折算约 {}", "en": "about {}, derived from the hours"}[language]
    proposed = [each["weeklyHours"] for each in semesters if each["weeklyHours"]]
    assert [each.strip() for each in derived] == [about.format(f"{round(each, 1):g}") for each in proposed]
    assert look.complaints == []


@pytest.fixture(scope="module")
def aiming(writable: tuple[Served, str]) -> str:
    """The id of a plan that names a certificate."""
    head = {"学校名称": COLLEGE, "适用年级": "2028级"}
    return confirmed_node(writable, "TRAINING_PLAN", form(**head))


async def test_what_the_solver_cannot_be_asked_is_said_in_words(writable, aiming, browser: Browser):
    async with asking(browser, writable, page_of(aiming, "view=credits&body=没有这所")) as look:
        await look.page.click(".ask .button.primary")
        await look.page.wait_for_selector(".problem")
        problem = await look.page.inner_text(".problem")

    assert "CREDIT_RULES_CHOICE" in problem
    assert "山东艺术设计职业学院" in problem


async def test_a_college_without_credit_rules_of_its_own_chooses_whose_before_it_asks(
    writable, aiming, browser: Browser
):
    async with asking(browser, writable, page_of(aiming, "view=credits")) as look:
        ask, body = look.page.locator(".ask .button.primary"), look.page.locator(".ask select").first
        first, *others = await body.locator("option").all_inner_texts()
        before = await ask.is_enabled(), await look.page.inner_text(".ask [role=note]")
        await body.select_option("山东艺术设计职业学院")
        await look.page.wait_for_selector(".ask [role=note]", state="detached")
        after = await ask.is_enabled()

    assert first == "请选择"
    # One source does not name its college; the page says so in Chinese.
    assert all("\u4e00" <= each[0] <= "\u9fff" for each in others)
    assert any("来源未写校名" in each for each in others)
    # A national guide is the rule of no college.
    assert "职业技能等级标准开发指南" not in others
    assert before == (False, f"没有收录{COLLEGE}的学分转换规则。选一所院校或机构的办法试算。")
    assert after is True
    assert look.complaints == []


async def test_a_college_whose_rules_name_its_former_name_too_needs_no_choice(documented, browser: Browser):
    name, (server, tokens) = "湖南工艺美术职业大学", documented
    editor = server, tokens["陈评审"]
    plan = confirmed_node(editor, "TRAINING_PLAN", form(学校名称=name, 适用年级="2028级"))
    async with asking(browser, editor, page_of(plan, "view=credits")) as look:
        await look.page.wait_for_selector(".ask select")
        first, *others = await look.page.locator(".ask select").first.locator("option").all_inner_texts()
        can_ask = await look.page.locator(".ask .button.primary").is_enabled()
        notes = await look.page.locator(".ask [role=note]").count()

    assert name in first
    assert [each for each in others if name in each] == []
    assert (can_ask, notes) == (True, 0)


# One rule of this college is a way to apply, which no one can compute.
WITH_RULES = "湖南工艺美术职业大学"


@pytest.mark.parametrize(
    ("grade", "stated", "titles"),
    [
        ("2098级", 3.5, ("按可计算的规则认定 3.5 学分", "3.5 credits recognised by the rules that can be computed")),
        ("2099级", None, ("可认定的学分无法判断", "How many credits are recognised is not known")),
    ],
)
async def test_credits_say_that_rules_are_left_and_are_not_zero_where_these_may_give_some(
    documented, browser: Browser, grade: str, stated: float | None, titles: tuple[str, str]
):
    editor = documented[0], documented[1]["陈评审"]
    courses = [[*row[:5], stated, *row[6:]] if row[2:3] == ["网页开发"] else row for row in COURSES]
    plan = confirmed_node(editor, "TRAINING_PLAN", form(courses=courses, 学校名称=WITH_RULES, 适用年级=grade))
    async with asking(browser, editor, page_of(plan, "view=credits")) as look:
        await look.page.wait_for_selector(".ask select")
        await solve(look.page)
        shown = await look.page.inner_text(".figure")
        await look.page.click(".preferences a")
        await look.page.locator(".figure", has_text=titles[1]).wait_for()

    assert titles[0] in shown
    assert "有 1 条规则未能计算，见下方。" in shown
    assert ("有 1 组证书与课程因方案未写明而无法判断。" in shown) == (stated is None)
    assert look.complaints == []


async def test_a_plan_without_certificates_is_led_to_the_template_before_it_asks_for_credits(
    writable, plan, browser: Browser
):
    async with asking(browser, writable, page_of(plan, "view=credits&body=山东艺术设计职业学院")) as look:
        note = look.page.locator(".ask [role=note]")
        text, template = await note.inner_text(), await note.locator("a").get_attribute("href")
        can_ask = await look.page.locator(".ask .button.primary").is_enabled()
        answer = await look.page.request.get(f"{writable[0].url}{template}")

    assert "方案没有写明要考取哪些证书及等级" in text
    assert answer.status == 200
    assert can_ask is False


TARGETS = "query ($id: ID!) { node(id: $id) { ... on TrainingPlan { status targetCertificates { name level } } } }"


async def test_a_plan_without_certificates_gets_one_by_page_and_loses_it_again(writable, browser: Browser):
    plan = confirmed_node(writable, "TRAINING_PLAN", plan_document("2070级"))
    level = f"target={quote('Certificate:JavaWeb应用开发')}&level=ADVANCED"
    async with asking(browser, writable, page_of(plan, f"view=credits&body=山东艺术设计职业学院&{level}")) as look:
        page = look.page
        await page.click(".targets .saving button")
        await page.wait_for_selector(".saved-note")
        saved = await page.inner_text(".saved-note b")
        draft = unquote(urlsplit(page.url).path).removeprefix("/plans/")
        node = told_of(writable, TARGETS, {"id": draft})["node"]
        await page.select_option(".ask select", "山东艺术设计职业学院")
        can_ask = await page.locator(".ask .button.primary").is_enabled()
        await page.uncheck(".targets li input")
        await page.click(".targets .saving button")
        await page.wait_for_selector(".ask [role=note]")
        after = told_of(writable, TARGETS, {"id": draft})["node"]["targetCertificates"]

    assert saved == "已保存到草案。"
    assert node == {"status": "DRAFT", "targetCertificates": [{"name": "JavaWeb应用开发", "level": "ADVANCED"}]}
    assert can_ask is True
    assert after == []
    assert look.complaints == []


async def test_a_job_under_way_is_cancelled(writable, plan, browser: Browser):
    states: list[str] = []

    async def slow(route: Route) -> None:
        """Let the job be under way until it is cancelled: a real one is over before it can be."""
        body = route.request.post_data or ""
        if "query ImprovementJob" not in body:
            states.extend(["CANCELLED"] if "cancelImprovementJob" in body else [])
            await route.continue_()
            return
        response = await route.fetch()
        told = await response.json()
        told["data"]["improvementJob"] |= {"state": states[-1] if states else "SOLVING", "embedding": None}
        await route.fulfill(response=response, body=json.dumps(told))

    async with asking(browser, writable, page_of(plan, LEVEL)) as look:
        await look.page.route("**/graphql", slow)
        await look.page.click(".ask .button.primary")
        await look.page.click(".job button")
        await look.page.wait_for_selector("text=已取消，方案没有改动")

    assert states == ["CANCELLED"]
    assert look.complaints == []


async def test_a_job_that_can_be_asked_for_no_more_is_not_shown_as_under_way(writable, plan, browser: Browser):
    asked: list[str] = []

    async def refused(route: Route) -> None:
        """Let the job be under way once; then the server knows its editor no longer."""
        if "query ImprovementJob" not in (route.request.post_data or ""):
            await route.continue_()
            return
        asked.append(route.request.url)
        if len(asked) > 1:
            await route.continue_(headers={**route.request.headers, "authorization": "Bearer removed"})
            return
        response = await route.fetch()
        told = await response.json()
        told["data"]["improvementJob"] |= {"state": "SOLVING", "embedding": None}
        await route.fulfill(response=response, body=json.dumps(told))

    async with asking(browser, writable, page_of(plan, LEVEL)) as look:
        await look.page.route("**/graphql", refused)
        await look.page.click(".ask .button.primary")
        await look.page.wait_for_selector(".problem")
        code = await look.page.locator(".problem .code").text_content()
        under_way = await look.page.locator(".job").count()
        again = await look.page.locator("a:has-text('重新求解')").count()

    assert (code, under_way, again) == ("UNAUTHENTICATED", 0, 1)


async def test_an_answer_follows_the_language_of_the_page(writable, plan, browser: Browser):
    async with asking(browser, writable, page_of(plan, LEVEL)) as look:
        page = look.page
        await solve(page)
        (job,) = parse_qs(urlsplit(page.url).query)["job"]
        spoken = {"authorization": f"Bearer {writable[1]}", "accept-language": "en"}
        told = writable[0].ask(RULES, {"id": job}, **spoken)["data"]["improvementJob"]["embedding"]["rules"]
        rules = page.locator(".edit-figures > .hour-rules li > span:first-child")
        before = await rules.all_inner_texts()
        await page.click(".preferences a")
        await rules.filter(has_text=told[0]["text"]).first.wait_for()
        after = await rules.all_inner_texts()

    assert after == [each["text"] for each in told]
    assert not {*after} & {*before}
    assert look.complaints == []


async def test_another_view_leaves_the_choices_of_a_schedule_behind(writable, plan, browser: Browser):
    said = f"view=schedule&weekly=30&begin={quote('3:数据结构')}&order=MOVES&lock={quote('高等数学')}"
    async with asking(browser, writable, page_of(plan, said)) as look:
        await look.page.click(".tabs a:text-is('学期安排')")
        await look.page.wait_for_selector(".board")
        query = urlsplit(look.page.url).query

    assert query == "view=board"


async def test_a_new_question_leaves_the_trade_of_the_last_one_behind(writable, plan, browser: Browser):
    levels = quote("CertificateLevel:JavaWeb应用开发:ELEMENTARY")
    async with asking(browser, writable, page_of(plan, f"view=portfolio&budget=32&levels={levels}&point=0")) as look:
        await solve(look.page)
        left = parse_qs(urlsplit(look.page.url).query)

    assert {*left} == {"view", "budget", "levels", "job"}


async def test_a_schedule_offers_the_courses_that_it_places(writable, browser: Browser):
    courses = [
        [1, "A1", "军事理论", "公共基础课程", "必修", 2, 36, 36, 0, None, "1", "考查"],
        [2, "B1", "网页开发", "专业核心课程", "必修", 4, 64, 32, 32, None, "2", "考试"],
        [3, "C1", "社会实践", "集中实践", "必修", 1, 24, 0, 24, None, None, "考查"],
    ]
    plan = confirmed_node(writable, "TRAINING_PLAN", form(courses, 学校名称=COLLEGE, 适用年级="2088级"))
    async with asking(browser, writable, page_of(plan, "view=schedule")) as look:
        await look.page.click(".schedule-form summary")
        offered = [
            await look.page.locator(f"select[name={each}] option").all_inner_texts()
            for each in ("lock", "before", "begin")
        ]
        told = await look.page.inner_text(".schedule-unplaced")

    assert [each[1:] for each in offered] == [["军事理论", "网页开发"]] * 3
    assert told.endswith("社会实践")
    assert look.complaints == []


async def test_what_is_not_proven_shows_how_much_better_it_may_be(writable, plan, browser: Browser):
    async def cut_short(route: Route) -> None:
        answer = await route.fetch()
        told = await answer.json()
        job = (told.get("data") or {}).get("improvementJob")
        for stage in job["stages"][:1] if job else ():
            stage.update(isProven=False, value=15, bound=14)
        await route.fulfill(response=answer, json=told)

    async with asking(browser, writable, page_of(plan, "view=schedule")) as look:
        await look.page.route("**/graphql", cut_short)
        await solve(look.page)
        await look.page.click(".proof-line summary")
        first, *others = await look.page.locator(".stages li").all_inner_texts()

    assert first.endswith("时限内最好 已证明不会低于 14")
    assert all("不会" not in each for each in others)
    assert look.complaints == []


async def test_without_a_token_nothing_is_asked(writable, plan, browser: Browser):
    async with opened(browser, writable[0]) as look:
        await look.show(page_of(plan, LEVEL))

        assert await look.page.locator(".ask .button.primary").count() == 0
        assert await look.page.locator("#token").count() == 1


@pytest.mark.parametrize("look_of", LOOKS)
async def test_each_answer_fits_and_is_accessible(writable, plan, browser: Browser, look_of: tuple[int, str, str]):
    width, language, theme = look_of
    wrong: dict[str, object] = {}

    async with opened(browser, writable[0], width, theme) as look:
        for view in (LEVEL, "view=schedule"):
            await show_signed_in(look, writable[1], in_language(page_of(plan, view), language))
            await solve(look.page)
            found = await look.violations()
            if found or look.complaints or await look.width() != width:
                wrong[view] = (found, list(look.complaints), await look.width())

    assert wrong == {}
