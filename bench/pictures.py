"""``make pictures``: the explorer as it looks on the national seeds, in docs/explorer. Nothing is drawn by hand."""

import asyncio
import io
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser

from bench.explorer import FIT, chromium, settled
from bench.serving.processes import served

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "explorer"
# A page has few colours; with as many a picture is a third of its size.
COLOURS = 160
WIDE, TALL, PHONE = (
    {"width": 1280, "height": 860},
    {"width": 1280, "height": 1240},
    {"width": 390, "height": 844},
)


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


PICTURES = (
    Picture("home", "/", "首页：从专业、证书或对接出发"),
    Picture("search", "/search?q=软件", "搜索：每类有多少，找到的字在哪里"),
    Picture(
        "programme", "/majors/2021/510203", "A programme: its history, courses and suiting certificates", english=True
    ),
    Picture(
        "certificate",
        "/certificates/JavaWeb应用开发?by=TeachingStandard:2025:510203",
        "证书：技能要求与一个专业的对照",
        dark=True,
    ),
    Picture("fit-flow", f"{FIT}&at=req:ELEMENTARY:2.3.1", "对接：从课程到要求，旁边是依据", tall=True),
    Picture("fit-matrix", f"{FIT}&view=matrix&level=ALL", "Fit as a support matrix", english=True, tall=True),
    Picture("fit-list", f"{FIT}&view=list", "对接清单，手机上", phone=True),
    Picture("fit-print", f"{FIT}&view=list", "Fit as it is printed", english=True, printed=True, tall=True),
    Picture("gaps", "/gaps", "缺口与未知：没有人评审过的不写百分比", tall=True),
    Picture("gaps-phone", "/gaps", "Gaps on a phone, dark", english=True, dark=True, phone=True),
    Picture(
        "compare",
        "/compare?of=standards&a=StandardLevel:510084:2.0:ELEMENTARY&b=StandardLevel:510084:2.0:INTERMEDIATE",
        "Two levels compared by their words",
        english=True,
    ),
    Picture("review", "/review", "评审：一个键作一个决定", tall=True),
)


def page() -> str:
    """Write the page that shows all pictures."""
    rows = [f"## {each.title}\n\n![{each.title}]({each.name}.png)\n" for each in PICTURES]
    return "\n".join(["<!-- Written by `make pictures`. -->\n", "# The explorer in pictures\n", *rows])


async def _shoot(browser: Browser, url: str, picture: Picture) -> None:
    scheme = "dark" if picture.dark else "light"
    context = await browser.new_context(
        viewport=PHONE if picture.phone else TALL if picture.tall else WIDE, color_scheme=scheme
    )
    page = await context.new_page()
    language = ("&" if "?" in picture.path else "?") + "lang=en" if picture.english else ""
    await page.goto(url + picture.path + language)
    await settled(page)
    if picture.printed:
        await page.emulate_media(media="print")
    drawn = Image.open(io.BytesIO(await page.screenshot()))
    drawn.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE).save(
        FOLDER / f"{picture.name}.png", optimize=True
    )
    await context.close()


async def _shoot_all(url: str) -> None:
    async with chromium() as browser:
        for each in PICTURES:
            await _shoot(browser, url, each)


def main() -> None:
    """Take all pictures of a server at the address given, or of one that is started for them."""
    FOLDER.mkdir(exist_ok=True)
    if len(sys.argv) > 1:
        asyncio.run(_shoot_all(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as name, served(Path(name)) as server:
            asyncio.run(_shoot_all(server.url))
    (FOLDER / "README.md").write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
