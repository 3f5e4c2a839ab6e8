"""``make pictures``: the explorer as it looks on the national seeds, in docs/explorer. Nothing is drawn by hand."""

import asyncio
import io
import os
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from PIL import Image
from playwright.async_api import Browser, Page

from bench.explorer import FIT, chromium, settled
from bench.serving.processes import served
from bench.two_versions import CERTIFICATE, document

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "explorer"
# No figure depends on how long a page takes: where other work is under way, it is waited for.
PATIENCE_MS = 120_000
# A page has few colours; with as many a picture is a third of its size.
COLOURS = 160
WIDE, TALL, PHONE = (
    {"width": 1280, "height": 860},
    {"width": 1280, "height": 1240},
    {"width": 390, "height": 844},
)
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PLAN = "TrainingPlan:示例院校（虚构）:软件技术（示例）:2026级"
PLAN_PAGE = f"/plans/{quote(PLAN)}"


WHY = """## Why they look as they do

- Where no one has looked, there is no percentage: 0 % and 100 % would both be true.
- A requirement that two modules share is split between their ribbons. So a module has no number, and a level has one.
- A certificate opens without a programme to compare: none of those that suit it is its own.
- An old edition of a programme has no bars: without a teaching standard there are no courses to compare.
- On a phone the buttons of a review stay in sight, and tables stand as cards.
- Print keeps the colours. Patterns tell the states apart in grey.
"""


@dataclass(frozen=True, slots=True)
class Desk:
    """A server, a designer who works at it, and a reviewer who confirms."""

    url: str
    token: str
    reviewer: str


async def _sign_in(page: Page, token: str) -> None:
    await page.fill("#token", token)
    await page.click(".sign-in button")
    await page.wait_for_selector(".signed-in")


async def _solve(page: Page, desk: Desk) -> None:
    """Ask the solver, for every level where there are several to choose from."""
    await _sign_in(page, desk.token)
    await page.wait_for_selector(".ask .button.primary")
    for each in await page.locator(".levels input").all():
        await each.check()
    await page.click(".ask .button.primary")
    await page.wait_for_selector(".proof-line")
    await settled(page)


async def _bring_versions(page: Page, desk: Desk) -> None:
    """Bring both versions of the made-up standard, and look at what changed."""
    shown = page.url
    for number in (1, 2):
        await page.goto(f"{desk.url}/import/standard")
        await _sign_in(page, desk.reviewer)
        await page.set_input_files(
            "input[type=file]", {"name": f"{number}.xlsx", "mimeType": SHEET, "buffer": document(number)}
        )
        await page.click(".upload .button.primary")
        await page.wait_for_selector("#confirm-title")
        for question in await page.locator(".question").all():
            await question.locator("input[type=radio]").last.check()
        await page.click("button:has-text('确认写入')")
        await page.wait_for_selector(".written a")
    await page.goto(shown)
    await settled(page)


async def _bring(page: Page, desk: Desk) -> None:
    """Bring the plan back in, as the server exports it."""
    await _sign_in(page, desk.token)
    answer = await page.request.get(f"{desk.url}/tables/training-plan.xlsx", params={"plan": PLAN})
    await page.set_input_files(
        "input[type=file]", {"name": "软件技术2026级.xlsx", "mimeType": SHEET, "buffer": await answer.body()}
    )
    await page.click(".upload .button.primary")
    await page.wait_for_selector("#confirm-title")
    await settled(page)


async def _open_release(page: Page, desk: Desk) -> None:  # noqa: ARG001  # it needs no editor
    """Go on from the entry, which names the release."""
    await page.click("a[href^='/releases/']")
    await settled(page)


@dataclass(frozen=True, slots=True)
class Picture:
    """A page in one of its looks."""

    name: str
    path: str
    title: str
    english: bool = False
    dark: bool = False
    phone: bool = False
    printed: bool = False
    tall: bool = False
    # The part of the page to show alone, where it stands far below.
    part: str = ""
    # What an editor does on the page before.
    steps: Callable[[Page, Desk], Awaitable[None]] | None = None
    # The form of the address to which these steps lead, where it is another.
    leads_to: str = ""


PICTURES = (
    Picture("home", "/", "首页：从专业、证书或对接出发"),
    Picture("search", "/search?q=软件", "搜索：每类有多少，找到的字在哪里"),
    Picture("catalogue", "/majors?category=电子与信息大类&class=计算机类", "专业目录：大类、专业类、专业"),
    Picture(
        "programme", "/majors/2021/510203", "A programme: its history, courses and suitable certificates", english=True
    ),
    Picture(
        "certificate",
        "/certificates/JavaWeb应用开发?by=TeachingStandard:2025:510203",
        "证书：技能要求与一个专业的对照",
        dark=True,
    ),
    Picture("fit-start", "/fit", "选择两侧：评审过的在前", tall=True),
    Picture("fit-flow", f"{FIT}&at=req:ELEMENTARY:2.3.1", "对接：从课程到要求，旁边是依据", tall=True),
    Picture("fit-matrix", f"{FIT}&view=matrix&level=ALL", "Fit as a support matrix", english=True, tall=True),
    Picture("fit-list", f"{FIT}&view=list", "对接清单，手机上", phone=True),
    Picture("fit-print", f"{FIT}&view=list", "Fit as it is printed", english=True, printed=True, tall=True),
    Picture("gaps", "/gaps", "缺口与未知：没有人评审过的不写百分比", tall=True),
    Picture("gaps-phone", "/gaps", "Gaps on a phone, dark", english=True, dark=True, phone=True),
    Picture(
        "gaps-trend",
        "/gaps",
        "Release by release: what each held",
        english=True,
        part="section:has(> #gaps-trend-title)",
    ),
    Picture("plan-list", "/plans", "人才培养方案：找到一份，或导入本校的"),
    Picture("plans", "/gaps?through=plans", "人才培养方案：按省份，尚无人评审", tall=True),
    Picture(
        "compare-programmes",
        f"{FIT.replace('/fit?subject', '/compare?a')}&b=TeachingStandard:2025:510201",
        "两个专业对同一个证书",
        tall=True,
    ),
    Picture(
        "compare",
        "/compare?of=standards&a=StandardLevel:510084:2.0:ELEMENTARY&b=StandardLevel:510084:2.0:INTERMEDIATE",
        "Two levels compared by their words",
        english=True,
    ),
    Picture("review", "/review", "评审：一个键作一个决定", tall=True),
    Picture(
        "import",
        "/import/standard",
        "Bring a standard: its document, or our template",
        english=True,
    ),
    Picture("import-plan", "/import/plan", "导入培养方案：逐行核对，写入前先看清楚", tall=True, steps=_bring),
    Picture("plan-board", f"{PLAN_PAGE}?view=board", "方案工作台：各学期的课程与周学时", tall=True),
    Picture("plan-rules", f"{PLAN_PAGE}?view=rules", "A plan judged by the national rules", english=True, tall=True),
    Picture(
        "plan-embed",
        f"{PLAN_PAGE}?view=embed&level=ADVANCED&target=Certificate:JavaWeb应用开发",
        "把证书融入方案：逐项采纳的修改",
        tall=True,
        steps=_solve,
    ),
    Picture(
        "plan-portfolio",
        f"{PLAN_PAGE}?view=portfolio&budget=200",
        "Several certificates: hours added against requirements taught",
        english=True,
        tall=True,
        steps=_solve,
    ),
    Picture("plan-schedule", f"{PLAN_PAGE}?view=schedule", "各学期均衡排课", dark=True, tall=True, steps=_solve),
    Picture("province", "/provinces/440000", "省份的院校，手机上", phone=True),
    Picture("college", "/colleges/深圳信息职业技术大学", "A college: its groups and training plans", english=True),
    Picture(
        "plan",
        "/plans/TrainingPlan:河南机电职业学院:人工智能技术应用:2023级",
        "人才培养方案：课程、学时与学分",
        tall=True,
    ),
    Picture("course", "/courses/Course:2025:510203:22", "一门课程承担的技能要求及其依据", dark=True),
    Picture("certificate-list", "/certificates", "Certificates on a phone", english=True, phone=True),
    Picture("policies", "/policies", "1+X 制度的文件", dark=True),
    Picture("policy", "/policies/人社部发〔2019〕34号", "A policy, and what it decided", english=True),
    Picture("source", "/sources/alignments.editorial", "来源：哪些事实以它为依据"),
    Picture("release", "/", "A release of the data", english=True, steps=_open_release, leads_to="/releases/latest"),
    Picture("import-doors", "/import", "导入：标准、培养方案或对接表", phone=True),
    Picture("api", "/api", "The API page with example questions", english=True),
    # The last: it writes a made-up standard, which no other picture may show.
    Picture(
        "certificate-versions",
        f"/certificates/{quote(CERTIFICATE)}/versions",
        "标准的版本变化：新旧原文并列（虚构的标准）",
        tall=True,
        steps=_bring_versions,
    ),
)


def page() -> str:
    """Write the page that shows all pictures."""
    rows = [f"## {each.title}\n\n![{each.title}]({each.name}.png)\n" for each in PICTURES]
    return "\n".join(["<!-- Written by `make pictures`. -->\n", "# The explorer in pictures\n", *rows, WHY])


async def _shown(page: Page, picture: Picture) -> bytes:
    """Give what the picture shows; what stands below is asked for once it is near."""
    if not picture.part:
        return await page.screenshot()
    part = page.locator(picture.part)
    await part.scroll_into_view_if_needed()
    await settled(page)
    return await part.screenshot()


def with_few_colours(drawn: Image.Image) -> Image.Image:
    """Give the picture with the colours that are seen most as they are, grounds above all, and with what comes near the others."""
    half = COLOURS // 2
    counted = sorted(drawn.getcolors(drawn.width * drawn.height) or [], reverse=True)
    seen_most = [channel for _, colour in counted[:half] if isinstance(colour, tuple) for channel in colour]
    others = drawn.quantize(half, Image.Quantize.MAXCOVERAGE).getpalette() or []
    palette = Image.new("P", (1, 1))
    palette.putpalette([*seen_most, *others[: half * 3]])
    return drawn.quantize(palette=palette, dither=Image.Dither.NONE)


async def _shoot(browser: Browser, desk: Desk, picture: Picture) -> None:
    scheme = "dark" if picture.dark else "light"
    context = await browser.new_context(
        viewport=PHONE if picture.phone else TALL if picture.tall else WIDE, color_scheme=scheme, locale="zh-CN"
    )
    page = await context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    language = ("&" if "?" in picture.path else "?") + "lang=en" if picture.english else ""
    await page.goto(desk.url + picture.path + language)
    await settled(page)
    if picture.steps:
        await picture.steps(page, desk)
    if picture.printed:
        await page.emulate_media(media="print")
    drawn = Image.open(io.BytesIO(await _shown(page, picture))).convert("RGB")
    with_few_colours(drawn).save(FOLDER / f"{picture.name}.png", optimize=True)
    await context.close()


async def _shoot_all(desk: Desk) -> None:
    async with chromium() as browser:
        for each in PICTURES:
            await _shoot(browser, desk, each)


def _editor(folder: Path, role: str) -> str:
    """Add an editor with a role to the graph of a server in a folder; give the token."""
    command = [str(Path(sys.executable).with_name("oneplusx")), "editors", "add", role, "--role", role]
    own = {**os.environ, "ONEPLUSX_DATA_DIR": str(folder / "var")}
    return subprocess.run(command, env=own, check=True, capture_output=True, text=True).stdout.split()[-1]


def main() -> None:
    """Take all pictures, of a server at the address given with tokens of a designer and a reviewer, or of one started for them."""
    FOLDER.mkdir(exist_ok=True)
    if len(sys.argv) > 3:
        asyncio.run(_shoot_all(Desk(*sys.argv[1:4])))
    else:
        with tempfile.TemporaryDirectory() as name, served(Path(name)) as server:
            asyncio.run(_shoot_all(Desk(server.url, *(_editor(Path(name), role) for role in ("designer", "reviewer")))))
    (FOLDER / "README.md").write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
