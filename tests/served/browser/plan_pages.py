"""A training plan that an editor works on in a browser: the document it comes from, and its page, signed in."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import quote

from playwright.async_api import Browser, Page

from tests.interchange.documents.made_workbooks import SheetOf, workbook
from tests.served.browser.bringing import sign_in
from tests.served.browser.explorer_page import Opened, opened
from tests.served.conftest import Served

COLLEGE = "深圳信息职业技术大学"
HEADING = ["课程类别", "课程性质", "课程名称", "学分", "总学时", "理论学时", "实践学时", "开课学期", "考核方式"]
ROWS = [
    ["公共基础课程", "必修", "军事理论", 2, 36, 36, 0, "1", "考查"],
    ["公共基础课程", "必修", "大学英语", 8, 128, 96, 32, "1-2", "考试"],
    ["公共基础课程", "必修", "高等数学", 8, 256, 128, 128, "1-2", "考试"],
    ["专业基础课程", "必修", "程序设计基础", 3, 48, 30, 18, "1", "考试"],
    ["专业基础课程", "必修", "网页设计与制作", 4, 64, 40, 24, "1", "考试"],
    ["专业基础课程", "必修", "数据库技术", 4, 64, 40, 24, "2", "考试"],
    ["专业基础课程", "必修", "操作系统应用", 3, 48, 30, 18, "2", "考试"],
    ["专业基础课程", "必修", "计算机网络技术", 4, 64, 40, 24, "2", "考试"],
    ["专业核心课程", "必修", "面向对象程序设计", 4, 64, 32, 32, "3", "考试"],
    ["专业核心课程", "必修", "数据结构", 4, 64, 32, 32, "3", "考试"],
    ["专业核心课程", "必修", "软件建模与设计", 6, 96, 48, 48, "4", "考试"],
    ["专业核心课程", "必修", "网站开发技术", 4, 64, 32, 32, "4", "考试"],
    ["专业核心课程", "必修", "企业级项目开发", 4, 64, 32, 32, "4", "考试"],
    ["专业核心课程", "必修", "软件测试", 4, 64, 32, 32, "5", "考试"],
    ["专业拓展课程", "必修", "Web前端框架开发", 2, 32, 16, 16, "3", "考试"],
    ["专业拓展课程", "必修", "微服务架构", 2, 32, 16, 16, "4", "考试"],
    ["专业拓展课程", "必修", "信息安全技术", 2, 32, 16, 16, "4", "考试"],
    ["专业拓展课程", "选修", "NoSQL数据库技术与应用", 3, 48, 24, 24, "5", "考试"],
    ["专业拓展课程", "选修", "自动化测试", 2, 32, 16, 16, "3", "考试"],
    ["专业拓展课程", "选修", "软件项目管理", 2, 32, 16, 16, "4", "考试"],
]


def plan_document(grade: str) -> bytes:
    """Make the plan of a grade, whose courses have the names of the teaching standard's."""
    head = [f"{COLLEGE}软件技术专业（510203）{grade}教学进程表（三年制高职）"]
    return workbook(SheetOf("教学进程", [head, HEADING, *ROWS]))


@asynccontextmanager
async def asking(browser: Browser, writable: tuple[Served, str], address: str) -> AsyncIterator[Opened]:
    """Open a view of a plan and sign in."""
    async with opened(browser, writable[0]) as look:
        await show_signed_in(look, writable[1], address)
        yield look


async def show_signed_in(look: Opened, token: str, address: str) -> None:
    """Go to an address and sign in there: a page that is loaded knows no one."""
    await look.show(address)
    await sign_in(look.page, token)
    await look.settle()


def page_of(plan: str, view: str) -> str:
    return f"/plans/{quote(plan)}?{view}"


def told_of(writable: tuple[Served, str], query: str, values: dict) -> dict:
    """Ask the API as the editor who is signed in."""
    return writable[0].ask(query, values, authorization=f"Bearer {writable[1]}")["data"]


async def solve(page: Page) -> None:
    await page.click(".ask .button.primary")
    await page.wait_for_selector(".proof-line", timeout=90_000)
