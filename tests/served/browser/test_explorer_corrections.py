"""Small things on the page of a standard that is imported, in a real browser: doubts, corrections, and what ends with them."""

import pytest
from playwright.async_api import Browser, Page

from tests.interchange.standard_imports.imports import HEAD
from tests.interchange.standards.made_standards import Layout, standard_pdf
from tests.interchange.standards.made_teaching import teaching_docx
from tests.served.browser.bringing import confirmed_node, job_of, sign_in
from tests.served.browser.explorer_page import in_language, opened
from tests.served.browser.made_versions import take_out
from tests.served.conftest import Served

pytestmark = pytest.mark.engine("embedded")

STANDARD = "/import/standard"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.fixture(scope="module")
def writable(documented: tuple[Served, dict[str, str]]) -> tuple[Served, str]:
    """A server whose graph may change, and the token of a reviewer."""
    server, tokens = documented
    return server, tokens["陈评审"]


def document(version: str) -> bytes:
    """Without headings of levels: which they are is a guess at the first requirement of each."""
    return standard_pdf(Layout(heading=""), [each.replace("1.0版", f"{version}版") for each in HEAD])


async def open_form(page: Page, row: str) -> None:
    await page.locator(row).first.get_by_text("更正", exact=True).click()


async def test_a_doubt_goes_once_its_item_is_corrected_and_a_changed_code_strikes_no_text(writable, browser: Browser):
    job = job_of(writable, "SKILL_STANDARD", document("7.3"))
    async with opened(browser, writable[0]) as look:
        page = look.page
        await look.show(f"{STANDARD}?job={job}")
        await sign_in(page, writable[1])
        await page.wait_for_selector(".read-tree")
        doubts = page.locator(".read-tree .doubt-guesses")
        before = await doubts.count()
        doubtful = ".read-tree .task li:has(.doubt-guesses)"
        text = await page.locator(f"{doubtful} >> nth=0").locator("> span:nth-child(2) > [lang]").inner_text()
        await open_form(page, doubtful)
        form = page.locator(".correct .correct-form")
        await form.get_by_label("文件原文如此").check()
        await form.get_by_text("保存更正").click()
        await page.wait_for_selector(".corrections li")
        after = await doubts.count()
        as_read = await page.locator(".corrections li del, .read-tree del").count()
        checked = await page.locator(".read-tree .task .tag").all_inner_texts()
        settled = await page.locator(".remarks-guesses li li:has(.tag)").all_inner_texts()
        await open_form(page, ".read-tree .task li:has-text('能排查样式冲突')")
        await form.get_by_label("编号", exact=True).fill("1.2.9")
        await form.get_by_text("保存更正").click()
        await page.wait_for_selector(".corrections li >> nth=1")
        moved = await page.locator(".corrections li >> nth=1").inner_text()
        struck = await page.locator(".corrections li del").count()
        remarks = await page.locator(".remarks-guesses li li").all_inner_texts()

    assert text
    assert checked.count("已核对") == 1
    assert "已更正" not in checked
    assert (before - after, as_read, struck) == (1, 0, 0)
    assert "能排查样式冲突 编号改为 1.2.9" in " ".join(moved.split())
    # Codes start anew at each level.
    assert [each for each in remarks if not each.startswith(("初级", "中级", "高级"))] == []
    assert 0 < len(settled) < len(remarks)
    assert [each for each in settled if "已核对" not in each] == []
    assert look.complaints == []


MIDDLES = """heads => heads.map(each => {
  const middle = one => { const box = one.getBoundingClientRect(); return box.top + box.height / 2; };
  return [...each.nextElementSibling.querySelectorAll('button')].map(one => Math.round(Math.abs(middle(one) - middle(each))));
})"""
NEAREST = 8


@pytest.mark.parametrize("width", [1440, 390])
async def test_an_area_and_a_task_have_their_buttons_in_the_line_of_their_name(writable, browser: Browser, width: int):
    job = job_of(writable, "SKILL_STANDARD", document("7.4"))
    async with opened(browser, writable[0], width) as look:
        page = look.page
        await look.show(f"{STANDARD}?job={job}")
        await sign_in(page, writable[1])
        await page.wait_for_selector(".read-tree")
        away = await page.locator(".read-tree :is(h3, summary)").evaluate_all(MIDDLES)
        await page.locator(".read-tree .of-item").first.get_by_text("更正", exact=True).click()
        form = await page.locator(".of-item .correct-form").bounding_box()
        tree = await page.locator(".read-tree").bounding_box()

    assert form is not None
    assert tree is not None
    assert len(away) > 4
    assert {len(each) for each in away} == {2}
    assert max(max(each) for each in away) <= NEAREST
    assert form["width"] > tree["width"] - 4
    assert look.complaints == []


async def test_a_problem_that_a_correction_settles_goes_from_the_page_and_stays_away_once_it_is_written(
    writable, browser: Browser
):
    """A number alone is corrected: the wording stays official."""
    lines = [each.replace("1.0版", "7.1版") for each in HEAD]
    job = job_of(writable, "SKILL_STANDARD", standard_pdf(Layout(shown={"1.2.3": "1.2.4"}), lines))
    problems, chips = ".remarks-problems li li", ".read-tree .doubt-problems"
    async with opened(browser, writable[0]) as look:
        page = look.page
        await look.show(f"{STANDARD}?job={job}")
        await sign_in(page, writable[1])
        await page.wait_for_selector(problems)
        before = await page.locator(problems).count(), await page.locator(chips).count()
        await open_form(page, ".read-tree .task li:has-text('能排查样式冲突')")
        form = page.locator(".correct .correct-form")
        await form.get_by_label("编号", exact=True).fill("1.2.3")
        await form.get_by_text("保存更正").click()
        await page.locator(problems).first.wait_for(state="detached")
        after = await page.locator(problems).count(), await page.locator(chips).count()
        told = await page.locator(".corrections li .tag").all_inner_texts()
        await page.locator(".corrections li").get_by_text("撤销").click()
        await page.wait_for_selector(problems)
        again = await page.locator(problems).count(), await page.locator(chips).count()
        await open_form(page, ".read-tree .task li:has-text('能排查样式冲突')")
        await form.get_by_label("编号", exact=True).fill("1.2.3")
        await form.get_by_text("保存更正").click()
        await page.locator(problems).first.wait_for(state="detached")
        for question in await page.locator(".questions .question").all():
            await question.locator("input[type=radio]").last.check()
        await page.click("button:has-text('确认写入')")
        await page.wait_for_selector(".written a")
        await page.reload()
        await sign_in(page, writable[1])
        await page.wait_for_selector(".written a")
        written = await page.locator(problems).count(), await page.locator(chips).count()

    requirement = "SkillRequirement:990003:7.1:ELEMENTARY:1.2.3"
    asked = "query ($id: ID!) { node(id: $id) { ... on SkillRequirement { text wording } } }"
    assert min(before) > 0
    assert (after, again, written) == ((0, 0), before, (0, 0))
    assert told == ["文字仍为文件原文"]
    assert writable[0].ask(asked, {"id": requirement})["data"]["node"] == {
        "text": "能排查样式冲突",
        "wording": "OFFICIAL",
    }
    assert look.complaints == []


async def test_a_correction_takes_the_question_that_it_settles_off_the_page(writable, browser: Browser):
    job = job_of(writable, "SKILL_STANDARD", document("7.2"))
    async with opened(browser, writable[0]) as look:
        page = look.page
        await look.show(f"{STANDARD}?job={job}")
        await sign_in(page, writable[1])
        asked = page.locator(".questions legend")
        await asked.first.wait_for()
        before = await asked.all_inner_texts()
        row = page.locator("li:has(> [lang]:text-is('网站管理'))")
        await page.get_by_text("适用专业 4", exact=True).click()
        await row.get_by_text("更正", exact=True).click()
        await row.get_by_label("编号", exact=True).fill("510203")
        await row.get_by_label("文字", exact=True).fill("软件技术")
        await row.get_by_text("保存更正").click()
        settled = page.locator(".question:has-text('网站管理')")
        await settled.wait_for(state="detached")
        after = await asked.all_inner_texts()
        told = await page.locator(".card:has(#confirm-title) p.fine[role=status]").inner_text()
        for question in await page.locator(".questions .question").all():
            await question.locator("input[type=radio]").last.check()
        is_open = await page.locator("button:has-text('确认写入')").is_enabled()
        await page.locator(".corrections li").get_by_text("撤销").click()
        await settled.wait_for()
        again = await asked.all_inner_texts()
        found = await look.violations(), await look.spilled()

    assert [each for each in before if "网站管理" not in each] == after
    assert len(before) == len(after) + 1
    assert told == "以下为更正之后仍需回答的问题；更正已解决的不再列出。"
    assert is_open
    assert again == before
    assert found == ([], [])
    assert look.complaints == []


async def test_each_term_of_a_standard_stands_on_a_line_of_its_own(writable, browser: Browser):
    terms = ("2 术语和定义", "2.1 网页", "以HTML写成的文件。", "2.2 样式", "网页的外观。", *HEAD[5:])
    lines = [each.replace("1.0版", "7.5版") for each in (*HEAD[:5], *terms)]
    job = job_of(writable, "SKILL_STANDARD", standard_pdf(Layout(), lines))
    async with opened(browser, writable[0]) as look:
        page = look.page
        await look.show(f"{STANDARD}?job={job}")
        await sign_in(page, writable[1])
        folded = page.locator("details:has(> summary:text-is('术语'))")
        await folded.locator("summary").click()
        shown = await folded.locator("li").all_inner_texts()

    assert shown == ["2.1 网页 以HTML写成的文件。", "2.2 样式 网页的外观。"]


async def test_what_was_written_is_neither_corrected_nor_confirmed_again(writable, browser: Browser):
    job = job_of(writable, "SKILL_STANDARD", document("8.0"))
    buttons = ".correct button, .add-row, button:has-text('确认写入')"
    async with opened(browser, writable[0]) as look:
        page = look.page
        await look.show(f"{STANDARD}?job={job}")
        await sign_in(page, writable[1])
        await page.wait_for_selector(".questions")
        before = await page.locator(buttons).count()
        for question in await page.locator(".questions .question").all():
            await question.locator("input[type=radio]").last.check()
        await page.click("button:has-text('确认写入')")
        await page.wait_for_selector(".written a")
        after = await page.locator(buttons).count()
        tree = await page.locator(".read-tree .task li").count()

    assert before > 0
    assert (after, tree > 0) == (0, True)
    assert look.complaints == []


COVERED = """heads => heads.flatMap(head => {
  const range = document.createRange();
  range.selectNodeContents(head);
  const words = [...range.getClientRects()];
  return [...head.nextElementSibling.querySelectorAll('button')].map(each => each.getBoundingClientRect()).filter(one =>
    words.some(word => word.left < one.right && one.left < word.right && word.top < one.bottom && one.top < word.bottom));
}).length"""


@pytest.mark.parametrize(("width", "language"), [(1440, "en"), (390, "en"), (390, "zh")])
async def test_no_button_lies_on_the_name_of_an_area_or_a_task_and_paper_keeps_the_places(
    writable, browser: Browser, width: int, language: str
):
    """A person makes the names long; on paper what corrects is gone, and each place and each doubt's is there."""
    job = job_of(writable, "SKILL_STANDARD", document("7.6"))
    async with opened(browser, writable[0], width) as look:
        page = look.page
        await look.show(in_language(f"{STANDARD}?job={job}", language))
        await sign_in(page, writable[1])
        await page.wait_for_selector(".read-tree")
        for head in ("h3", ".task summary"):
            tools = page.locator(f".read-tree {head} + .of-item").first
            await tools.locator("[aria-expanded]").click()
            await tools.locator("form label.wide :is(input, textarea)").fill("很长的名称" * 30)
            await tools.locator("form button[type=submit]").click()
        heads = page.locator(".read-tree :is(h3, summary)")
        covered, spilled = await heads.evaluate_all(COVERED), await look.spilled()
        places = await page.locator(".read-tree .at-place").count()
        await page.emulate_media(media="print")
        printed = await page.locator(".read-tree .at-place:visible").count()
        doubts = await page.locator(".remarks-guesses .at-place:visible").count()
        pressed = await page.locator(".read-tree .place-button:not(.at-place):visible").count()

    assert (covered, spilled) == (0, [])
    assert printed == places > 0
    assert doubts > 0
    assert pressed == 0
    assert look.complaints == []


async def answer_all(page: Page, token: str) -> None:
    await sign_in(page, token)
    await page.wait_for_selector(".questions")
    for question in await page.locator(".questions .question").all():
        await question.locator("input[type=radio]").last.check()


async def test_nothing_is_confirmed_before_the_choice_of_what_to_carry_over_is_shown(writable, browser: Browser):
    """The choice comes in a chunk of its own: here the network loses it, then gives it."""
    written = confirmed_node(writable, "SKILL_STANDARD", document("8.1"))
    job = job_of(writable, "SKILL_STANDARD", document("8.2"))
    confirm, blocked = "button:has-text('确认写入')", "p.row [role=status]:has-text('沿用')"
    async with opened(browser, writable[0]) as look:
        page = look.page
        await page.route("**/carrying*.js", lambda route: route.abort())
        await look.show(f"{STANDARD}?job={job}")
        await answer_all(page, writable[1])
        await page.wait_for_selector(blocked)
        without = await page.is_disabled(confirm), await page.locator("input[name=carry]").count()
        told = await page.inner_text(blocked)
        await page.unroute("**/carrying*.js")
        await page.reload()
        await answer_all(page, writable[1])
        await page.wait_for_selector("input[name=carry]")
        is_open = await page.is_enabled(confirm)
    take_out(writable[0], writable[1], written)

    assert without == (True, 0)
    assert told == "从前一版本沿用什么尚未显示，暂不能确认。"
    assert is_open


async def test_a_standard_of_the_other_kind_is_read_as_that_at_a_press(writable, browser: Browser):
    async with opened(browser, writable[0]) as look:
        page = look.page
        await look.show(STANDARD)
        await sign_in(page, writable[1])
        file = {"name": "510203.docx", "mimeType": DOCX, "buffer": teaching_docx()}
        await page.set_input_files("input[type=file]", file)
        await page.click(".upload .button.primary")
        await page.wait_for_selector(".problem:has-text('DOCUMENT_PURPOSE')")
        found = await look.violations(), await look.spilled()
        await page.click("button:has-text('作为专业教学标准读取')")
        await page.wait_for_selector(".read-courses")
        await page.go_back()
        await page.wait_for_selector("button:has-text('作为专业教学标准读取')")

    assert found == ([], [])
    assert look.complaints == []
