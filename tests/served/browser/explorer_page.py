"""A page of the explorer in a real browser, and what the browser complains of."""

import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
from playwright.async_api import Browser, BrowserContext, Page

from tests.conftest import ROOT
from tests.served.conftest import Served

# What is wider than its place. The row of pages, a matrix, a flow and a plan's table of many columns may be, and scroll.
SPILLED = """() => [...document.querySelectorAll('#root *')].filter(each =>
  each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1 && !(each instanceof SVGElement)
  && getComputedStyle(each).display !== 'inline' && !each.matches('.hidden-text, .top nav, .matrix, .flow, .printed')
  && !(each.matches('.scroll') && each.querySelector('table:not(.stacked)'))
).map(each => `${each.tagName}.${each.className}: ${each.textContent.slice(0, 40)}`)"""
# Where the keyboard stops, one of each kind, and shows it neither by an outline that stands out from its ground, nor by a
# shadow that it has only then. What cannot be seen itself, such as the circle of a choice, may show it by its label, and what
# is drawn by its shape.
UNMARKED = """() => {
  const pen = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
  const light = colours => {
    for (const each of ['white', ...colours]) { pen.fillStyle = each; pen.fillRect(0, 0, 1, 1); }
    const [red, green, blue] = [...pen.getImageData(0, 0, 1, 1).data].map(each => each / 255 <= .04045 ? each / 255 / 12.92 : ((each / 255 + .055) / 1.055) ** 2.4);
    return .05 + .2126 * red + .7152 * green + .0722 * blue;
  };
  const groundOf = each => each ? [...groundOf(each.parentElement), getComputedStyle(each).backgroundColor] : [];
  const contrast = (each, style) => {
    const ground = groundOf(parseFloat(style.outlineOffset) < 0 ? each : each.parentElement), [one, other] = [light(ground), light([...ground, style.outlineColor])];
    return Math.max(one, other) / Math.min(one, other);
  };
  const look = each => { const style = getComputedStyle(each);
    return {outline: style.outlineStyle === 'none' || contrast(each, style) < 3 ? 0 : parseFloat(style.outlineWidth), shadow: style.boxShadow, hidden: style.opacity === '0'} };
  const marks = (before, after) => !after.hidden && (after.outline >= 2 || (after.shadow !== 'none' && after.shadow !== before.shadow));
  const name = each => [each.tagName, each.type ?? '', each.getAttribute('class') ?? ''].join('.');
  const stops = new Map([...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter(each => each.tabIndex >= 0 && !each.disabled && each.checkVisibility())
    .map(each => [`${name(each)} in ${name(each.parentElement)}`, each]));
  return [...stops].filter(([, each]) => {
    const shown = [each, each.closest('label')].filter(Boolean);
    document.activeElement.blur();
    const before = shown.map(look);
    each.focus({preventScroll: true});
    return !shown.some((part, at) => marks(before[at], look(part)));
  }).map(([kind]) => kind);
}"""
# What is set badly: a word, a day or a figure broken inside, a heading broken inside its brackets, a place of a value that
# got none, a box drawn in two halves or stretched, a column of one character a line, a head that stands off its column, a
# line that begins further in than others, room next to a list of choices, and a button close under what it follows. In
# Chinese the colon or comma of another script, or a blank after a stop; in English a Chinese name that is not marked as such,
# or English that is marked as Chinese.
# What documents say stands as they do.
ILL_SET = r"""() => {
  const range = document.createRange(), found = [];
  const isShown = each => each.checkVisibility({visibilityProperty: true}) && !each.closest('svg, .hidden-text, .printed, pre, textarea, .location, .code, .sketch');
  const name = each => `${each.tagName}.${each.className} in ${each.parentElement?.tagName}.${each.parentElement?.className}`;
  const linesOf = () => new Set([...range.getClientRects()].filter(each => each.width > 0).map(each => Math.round(each.top / 8))).size;
  const texts = document.createTreeWalker(document.querySelector('#root'), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode, parent = node.parentElement, style = getComputedStyle(parent);
    if (!isShown(parent) || style.writingMode !== 'horizontal-tb') continue;
    for (const word of node.data.matchAll(/[A-Za-z]{2,13}|\d[\d,.]*(?:[–-]\d+)*%?/g)) {
      range.setStart(node, word.index); range.setEnd(node, word.index + word[0].length);
      if (linesOf() > 1) found.push(`broken ${word[0]}: ${name(parent)}`);
    }
    range.selectNodeContents(node);
    if (linesOf() > 3 && range.getBoundingClientRect().width < 2.2 * parseFloat(style.fontSize)) found.push(`one a line ${node.data.slice(0, 20)}: ${name(parent)}`);
    if (/\{[a-z]\w*\}/.test(node.data)) found.push(`empty place ${node.data.slice(0, 40)}: ${name(parent)}`);
    if (/^[\u4e00-\u9fff]{2,3}$/.test(node.data.trim()) && (parent.closest('.plan-lines :is(td, th), thead th') || parent.closest('td, th')?.innerText.trim() === node.data.trim() || parent.matches('.fine, .tag, .level, .state')) && linesOf() > 1) found.push(`broken ${node.data}: ${name(parent)}`);
    if (document.documentElement.lang === 'en' && parent.closest('[lang^=zh]') && /\b(?:Elementary|Intermediate|Advanced|Associate|Bachelor|Secondary|credits?|hours?|semesters?|courses?|unknown|none|years?|yes|no)\b/.test(node.data)) found.push(`English marked as Chinese ${node.data.slice(0, 40)}: ${name(parent)}`);
    if (document.documentElement.lang === 'en' && parent.closest('[lang]') === document.documentElement && /[\u4e00-\u9fff]/.test(node.data)) found.push(`not marked as Chinese ${node.data.slice(0, 40)}: ${name(parent)}`);
    const before = node.previousSibling?.textContent ?? '', after = node.nextSibling?.textContent ?? '';
    const isOurs = document.documentElement.lang === 'zh-CN' && parent.closest('[lang]') === document.documentElement;
    if (isOurs && /[。；，：][ \u00a0]+[\u4e00-\u9fff]|[\u4e00-\u9fff\d], ?[\u4e00-\u9fff]/.test(before.slice(-2) + node.data)) found.push(`blank or comma ${node.data.slice(0, 40)}: ${name(parent)}`);
    if (isOurs && /：[ \u00a0]+[\u4e00-\u9fff]/.test(before.slice(-1) + node.data + after.slice(0, 1))) found.push(`blank after a colon ${node.data.slice(-20)}${after.slice(0, 20)}: ${name(parent)}`);
    if (isOurs && /[\u4e00-\u9fff]:(\s|$)/.test(before + node.data)) found.push(`colon ${node.data.slice(0, 40)}`);
  }
  for (const each of document.querySelectorAll('#root :is(h1, h2, h3)')) {
    const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      for (const word of walker.currentNode.data.matchAll(/（[^（）]{1,8}）/g)) {
        range.setStart(walker.currentNode, word.index); range.setEnd(walker.currentNode, word.index + word[0].length);
        if (isShown(each) && linesOf() > 1) found.push(`broken brackets ${word[0]}: ${name(each)}`);
      }
    }
  }
  for (const each of document.querySelectorAll('#root *')) {
    const style = getComputedStyle(each);
    if (style.display === 'inline' && parseFloat(style.borderLeftWidth) > 0 && each.getClientRects().length > 1 && isShown(each)) found.push(`two halves ${name(each)}: ${each.textContent.slice(0, 30)}`);
  }
  for (const each of document.querySelectorAll('#root :is(table, .scroll, ul, ol, .legend, .folded, .chosen-item) + :is(.button, form, p:has(> .button:only-child)), #root :is(p, .choice, .select, textarea) + :is(.select, .filters, .choice), #root p + .picks, #root h2 + .button')) {
    const above = each.previousElementSibling.getBoundingClientRect(), below = each.getBoundingClientRect();
    if (above.height && below.height && Math.abs(below.top - above.bottom) < 5) found.push(`close under ${name(each)}: ${each.textContent.slice(0, 30)}`);
  }
  for (const table of document.querySelectorAll('#root table:not(.matrix *)')) {
    const heads = [...(table.tHead?.rows[table.tHead.rows.length - 1]?.cells ?? [])], row = [...(table.tBodies[0]?.rows ?? [])].find(each => each.cells.length === heads.length);
    const edge = each => { const style = getComputedStyle(each), isEnd = /end|right/.test(style.textAlign); return `${isEnd ? 'end' : 'start'} ${Math.round(parseFloat(isEnd ? style.paddingRight : style.paddingLeft))}`; };
    if (row) heads.forEach((head, at) => { if (isShown(head) && row.cells[at].innerText.trim() && edge(head) !== edge(row.cells[at])) found.push(`off its column ${head.innerText.slice(0, 20)}: ${edge(head)}, ${edge(row.cells[at])}: ${name(head)} in ${table.className}`); });
  }
  for (const row of document.querySelectorAll('#root .row')) {
    const parts = [...row.children].filter(each => each.getBoundingClientRect().width > 0 && isShown(each)), style = getComputedStyle(row);
    const left = row.getBoundingClientRect().left + parseFloat(style.paddingLeft) + parseFloat(style.borderLeftWidth);
    if (style.display === 'flex') parts.forEach((each, at) => { const box = each.getBoundingClientRect(), off = box.left - left;
      if ((at === 0 || box.top > parts[at - 1].getBoundingClientRect().bottom - 3) && off > 2 && off < 30) found.push(`begins ${Math.round(off)} px in ${name(each)}: ${each.textContent.slice(0, 20)}`); });
  }
  for (const each of document.querySelectorAll('#root .lead > a + a')) {
    const [box] = each.getClientRects(), off = box ? box.left - each.parentElement.getBoundingClientRect().left : 0;
    if (box && box.top > [...each.previousElementSibling.getClientRects()].pop().bottom - 3 && off > 2 && off < 30) found.push(`begins ${Math.round(off)} px in ${name(each)}: ${each.textContent.slice(0, 20)}`);
  }
  for (const each of document.querySelectorAll('#root :is(.chip, .tag, .name-rows dd > *)')) {
    const style = getComputedStyle(each); range.selectNodeContents(each);
    if (isShown(each) && each.clientHeight - range.getBoundingClientRect().height - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom) > 9) found.push(`stretched ${name(each)}: ${each.textContent.slice(0, 20)}`);
  }
  for (const each of document.querySelectorAll('#root .filters > .select')) {
    range.selectNodeContents(each.firstElementChild);
    const room = each.clientWidth - Math.max(range.getBoundingClientRect().width, each.querySelector('select, input').getBoundingClientRect().width);
    if (isShown(each) && room > 3) found.push(`${Math.round(room)} px unused next to ${each.firstElementChild.textContent}`);
  }
  if (!matchMedia('print').matches) for (const each of document.querySelectorAll('#root .choice label')) {
    const style = getComputedStyle(each);
    if (['Top', 'Right', 'Bottom', 'Left'].some(side => parseFloat(style[`border${side}Width`]) === 0)) found.push(`half a box ${each.textContent.slice(0, 20)}`);
  }
  for (const each of document.querySelectorAll('#root svg text')) {
    const size = parseFloat(getComputedStyle(each).fontSize) * (each.getScreenCTM()?.a ?? 1);
    if (each.checkVisibility() && size < 10) found.push(`small print ${each.textContent.slice(0, 20)}: ${Math.round(size)} px`);
  }
  return [...new Set(found)];
}"""
DATE_PARTS = 4
# Of each kind.
SHOWN_FLAWS = 5
# In CSS pixels: what the margins leave of a sheet of A4, upright and on its side.
PAPER_WIDTHS = {"upright": 702, "wide": 1031}
# What paper cannot hold: what is wider than it or than its place, what is dark, and what only a screen can use.
OFF_PAPER = """() => {
  const all = [...document.querySelectorAll('#root *')].filter(each => each.checkVisibility() && !each.closest('svg, .hidden-text'));
  const name = each => `${each.tagName}.${each.className}: ${each.textContent.slice(0, 40)}`;
  const ends = each => each.getBoundingClientRect().right > innerWidth + 1;
  const isCut = each => getComputedStyle(each).overflowX !== 'visible' && each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1;
  const white = ['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'];
  const isDark = each => !white.includes(getComputedStyle(each).backgroundColor);
  return [
    ...all.filter(each => ends(each) || isCut(each)).map(each => `too wide ${name(each)}`),
    ...all.filter(each => each.matches('main, .card, .figure') && isDark(each)).map(each => `dark ${name(each)}`),
    ...all.filter(each => each.matches('header, input:not([type=checkbox], [type=radio]), textarea, .button, .tools *, .skip, .search')).map(each => `control ${name(each)}`),
  ];
}"""
AXE = (ROOT / "tests" / "axe" / "axe.min.js").read_text(encoding="utf-8")


@dataclass
class Opened:
    """A page, and what the browser complains of."""

    page: Page
    url: str
    complaints: list[str] = field(default_factory=list)

    async def show(self, path: str) -> None:
        """Go to an address of the explorer and wait until it is whole."""
        await self.page.goto(self.url + path)
        await self.settle()

    async def settle(self) -> None:
        """Wait until there is a page and nothing in it waits for an answer."""
        await self.page.wait_for_selector("h1", state="attached")
        await self.page.wait_for_selector(".loading, .renewing", state="detached")

    async def problems(self) -> list[str]:
        """Give what the page says went wrong."""
        return await self.page.locator(".problem").all_inner_texts()

    async def violations(self) -> list[tuple[str, str]]:
        """Give the rules of accessibility that the page breaks, each with its first place.

        The page is judged under its policy, as its reader has it. What is right is not described: for a long list that
        takes longer than to judge it.
        """
        await self.page.evaluate(AXE)
        report = await self.page.evaluate("axe.run(document, { resultTypes: ['violations'] })")
        return [(each["id"], each["nodes"][0]["html"]) for each in report["violations"]]

    async def spilled(self) -> list[str]:
        """Give what does not fit into its place."""
        return await self.page.evaluate(SPILLED)

    async def ill_set(self) -> list[str]:
        """Give what is broken or crowded where it could stand whole."""
        return await self.page.evaluate(ILL_SET)

    async def unmarked(self) -> list[str]:
        """Give where the keyboard stops without a mark; a date has a stop for each of its parts."""
        await self.page.keyboard.press("Tab")
        found = await self.page.evaluate(UNMARKED)
        for date in await self.page.locator("[type=date]").all():
            await date.focus()
            for part in range(DATE_PARTS):
                if await date.evaluate("each => getComputedStyle(each).outlineStyle") == "none":
                    found.append(f"part {part} of a date")
                await self.page.keyboard.press("Tab")
        return found

    async def off_paper(self) -> list[str]:
        """Give what a sheet of A4 does not hold, and what does not belong on one."""
        page, size = self.page, self.page.viewport_size
        assert size is not None
        lies = await page.locator(".fit-matrix, .fit-flow").count() > 0
        await page.set_viewport_size({"width": PAPER_WIDTHS["wide" if lies else "upright"], "height": size["height"]})
        await page.emulate_media(media="print")
        found = [*await page.evaluate(OFF_PAPER), *await page.evaluate(ILL_SET)]
        await page.emulate_media(media="screen")
        await page.set_viewport_size(size)
        return found

    async def flaws(self) -> list[str]:
        """Give what a person sees to be wrong: what is cut or set badly, an unmarked stop of the keyboard, what paper does not hold."""
        found = [("cut", self.spilled), ("set", self.ill_set), ("unmarked", self.unmarked), ("paper", self.off_paper)]
        return [f"{kind}: {each}" for kind, look in found for each in (await look())[:SHOWN_FLAWS]]

    async def width(self) -> int:
        return await self.page.evaluate("document.documentElement.scrollWidth")


@asynccontextmanager
async def opened(
    browser: Browser, served: Served, width: int = 1440, theme: str = "light", *, apart: bool = False
) -> AsyncIterator[Opened]:
    """Open a page that notes errors, violations of the policy, and requests to elsewhere.

    Only one that is kept apart has a cache of its own, and a clock that it may set.
    """
    context = await browser.new_context(locale="zh-CN") if apart else browser.contexts[0]
    page = await open_page(context, served.url, width)
    await page.emulate_media(color_scheme="dark" if theme == "dark" else "light")
    found = Opened(page, served.url)
    await page.add_init_script(
        "document.addEventListener('securitypolicyviolation', each => console.error('policy', each.violatedDirective))"
    )
    page.on("console", lambda each: found.complaints.append(each.text) if each.type == "error" else None)
    page.on("pageerror", lambda error: found.complaints.append(str(error)))
    page.on(
        "request",
        lambda each: None if each.url.startswith((served.url, "blob:")) else found.complaints.append(each.url),
    )
    try:
        yield found
    finally:
        # A handler of a request that is on its way when the page closes finds its answer gone.
        await page.unroute_all(behavior="ignoreErrors")
        await (context if apart else page).close()


async def open_page(context: BrowserContext, origin: str, width: int) -> Page:
    """Open a page for an origin of which nothing is stored: what a tab had for itself went with the tab."""
    page = await context.new_page()
    await page.set_viewport_size({"width": width, "height": 900})
    session = await context.new_cdp_session(page)
    await session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "local_storage"})
    await session.detach()
    return page


def in_language(path: str, language: str) -> str:
    if language == "zh":
        return path
    return f"{path}{'&' if '?' in path else '?'}lang=en"


async def printed(page: Page, **options: Any) -> tuple[pypdfium2.PdfDocument, list[str]]:
    """Print a page; give the document, and the text of each sheet with its breaks of lines."""
    paper = pypdfium2.PdfDocument(io.BytesIO(await page.pdf(**options)))
    return paper, [each.get_textpage().get_text_range() for each in paper]


# As much of two lines may share a place: what hangs under one line, and what towers over the next.
SHARED_HEIGHT = 0.5


def overprinted(paper: pypdfium2.PdfDocument) -> list[str]:
    """Give the texts of each sheet that are printed over other texts."""
    found = []
    for sheet in paper:
        page = sheet.get_textpage()
        boxes = sorted((page.get_rect(each) for each in range(page.count_rects())), key=lambda each: -each[3])
        for at, (left, bottom, right, top) in enumerate(boxes):
            for left_2, bottom_2, right_2, top_2 in boxes[at + 1 :]:
                if top_2 <= bottom:
                    break
                shared = min(right, right_2) - max(left, left_2), top_2 - max(bottom, bottom_2)
                if shared[0] > 2 and shared[1] > SHARED_HEIGHT * min(top - bottom, top_2 - bottom_2):
                    found.append(
                        f"{page.get_text_bounded(left, bottom, right, top)} / {page.get_text_bounded(left_2, bottom_2, right_2, top_2)}"
                    )
    return found
