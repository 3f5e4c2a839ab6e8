"""Two versions of a made-up standard, and courses that are aligned with the first, for tests of pages that show both."""

import copy

from playwright.async_api import Page

from tests.interchange.standard_imports.imports import HEAD
from tests.interchange.standards.made_standards import CONTENT, Layout, standard_pdf
from tests.served.browser.bringing import confirmed_node
from tests.served.browser.reviewing import PROPOSE
from tests.served.conftest import Served

COURSE = "Course:2025:510203:1"
EARLIER, LATER = "SkillStandard:990003:1.0", "SkillStandard:990003:2.0"
# Old and new wording; the second was reworded a lot, the third is gone.
REWORDED = ("能用SELECT查询单表", "能用SELECT查询多表")
REWRITTEN = ("能排查样式冲突", "能借助浏览器工具定位并排查样式冲突")
REMOVED = "能设置过期时间"
ADDED = "会写运维手册"
# Of one requirement each: unchanged, reworded, reworded a lot, removed.
ALIGNED = ("ELEMENTARY:1.1.1", "ELEMENTARY:2.1.1", "ELEMENTARY:1.2.3", "INTERMEDIATE:1.2.2")


def version(number: str) -> bytes:
    """Give the document of a version: 1.0 as it is, any other with what changed."""
    head = [each.replace("1.0版", f"{number}版") for each in HEAD]
    return standard_pdf(Layout(), head, CONTENT if number == "1.0" else changed())


def changed() -> dict:
    content = copy.deepcopy(CONTENT)
    content["初级"]["数据存取"]["数据库查询"][0] = REWORDED[1]
    content["初级"]["网页基础开发"]["样式设计"][2] = REWRITTEN[1]
    content["中级"]["服务端开发"]["会话管理"].remove(REMOVED)
    content["高级"]["系统运维"]["部署上线"].append(ADDED)
    return content


def align(server: Served, token: str) -> list[str]:
    """Propose that a course covers requirements of the first version; give the ids of the alignments."""
    return [propose(server, token, f"SkillRequirement:990003:1.0:{each}") for each in ALIGNED]


def bring_both(server: Served, tokens: dict[str, str]) -> None:
    """Bring in both versions, the second after alignments with the first."""
    token = tokens["陈评审"]
    assert confirmed_node((server, token), "SKILL_STANDARD", version("1.0")) == EARLIER
    align(server, tokens["王老师"])
    assert confirmed_node((server, token), "SKILL_STANDARD", version("2.0")) == LATER


def propose(server: Served, token: str, requirement: str) -> str:
    given = {
        "subject": COURSE,
        "target": requirement,
        "kind": "MAJOR",
        "role": "TEACHES",
        "strength": 0.5,
        "rationale": "教授其内容",
        "idempotencyKey": f"propose {requirement}",
    }
    answer = server.ask(PROPOSE, {"input": given}, authorization=f"Bearer {token}")["data"]["proposeAlignment"]
    assert answer["userErrors"] == []
    return str(answer["alignment"]["id"])


UNDO = "mutation ($input: UndoImportInput!) { undoImport(input: $input) { standard userErrors { code } } }"
THERE = "query ($id: ID!) { node(id: $id) { id } }"
COUNTS = """query ($from: ID!, $to: ID!) { versionDiff(from: $from, to: $to) {
  unchanged moved reworded rewritten split merged removed added } }"""
# What the page says of proposals whose requirement was reworded.
SAID_OF_REWORDED = {
    "zh": (
        "要求已改写",
        "全选不含 2 条要求已改写的提议，请逐条对照原文。",
        "其中 1 条的要求已改写，请先逐条对照原文。",
        "这条提议针对的是旧版原文；采纳后将算作对新版要求的对接。",
    ),
    "en": (
        "Requirement reworded",
        "“Select all” leaves out 2 proposals whose requirement was reworded: compare both wordings of each.",
        "The requirement of 1 of these was reworded: compare both wordings first.",
        "The proposal was made of the earlier wording; once accepted, it counts for this version's.",
    ),
}


def take_out(server: Served, token: str, standard: str) -> None:
    server.ask(UNDO, {"input": {"standard": standard}}, authorization=f"Bearer {token}")
    assert server.ask(THERE, {"id": standard})["data"]["node"] is None


async def rows(page: Page) -> list[tuple[str, ...]]:
    """Give kind, old and new text of each row that is shown."""
    found = []
    for row in await page.locator("section:has(#version-changes-title) tbody tr").all():
        texts = [await row.locator(f"td:nth-child({at}) [lang]").all_inner_texts() for at in (2, 3)]
        found.append((await row.locator("th").inner_text(), *("".join(each) for each in texts)))
    return found
