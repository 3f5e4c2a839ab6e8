"""Each kind of page under the hand of a person: the first button of its main part, and each option of each list to choose from."""

import pytest
from playwright.async_api import Browser, Locator, Request
from playwright.async_api import TimeoutError as TooLateError

from tests.served.browser.explorer_page import Opened, opened
from tests.served.browser.page_kinds import KINDS, ROUTED
from tests.served.conftest import Served, on_one_engine

pytestmark = on_one_engine

# Where a person comes from.
BEFORE = "/search"
# All that a page says, also where it is folded.
VIEW = "document.querySelector('main').textContent"
SHOWS = f"text => {VIEW} === text"
MOST_MS, MOST_OPTIONS = 5_000, 12
# The page asks a busy service again, and says so only where that did not help.
BUSY = "status of 503"
# Choices of an object add to the history, filters do not.
COUNT_ENTRIES = """window.entries = 0; const push = history.pushState.bind(history);
  history.pushState = (...given) => { window.entries += 1; push(...given); };"""
# What the page says, how many entries it added to the history, and what a person takes for a fault of it.
STATE = f"""() => {{ const view = {VIEW}, entries = window.entries; window.entries = 0;
  const said = [...document.querySelectorAll('.problem')].map(each => each.textContent), faults = view.match(/undefined|NaN|\\[object|Infinity/g) ?? [];
  return [view, entries, view.trim() ? [...said, ...faults] : ['nothing is left']]; }}"""
UNFOLD = "document.querySelectorAll('main details').forEach(each => { each.open = true; })"
VALUES = "all => all.filter(each => !each.disabled).map(each => each.value)"
# What is chosen elsewhere, or is a part of what is said in a fieldset, comes into the address with the rest of it, or is sent.
IN_FILTERS = "each => each.closest('.filters') !== null && each.closest('fieldset') === null"
NAME = "each => (each.closest('label') ?? each).textContent.slice(0, 12)"


class Hand:
    """Somebody at a page, and what went wrong after what they did."""

    def __init__(self, look: Opened) -> None:
        self.look, self.page = look, look.page
        self.wrong: list[str] = []
        self.on_its_way: set[Request] = set()
        self.page.on("request", self.begins)
        self.page.on("requestfinished", self.ends)
        self.page.on("requestfailed", self.ends)

    def begins(self, request: Request) -> None:
        self.on_its_way.add(request)

    def ends(self, request: Request) -> None:
        self.on_its_way.discard(request)

    async def settle(self) -> None:
        """Wait until nothing that was asked for is on its way: a bar may come without a sign that it loads."""
        await self.look.settle()
        for _ in range(MOST_MS // 10):
            if not self.on_its_way:
                break
            await self.page.wait_for_timeout(10)
        await self.look.settle()

    async def come_to(self, address: str) -> None:
        await self.look.show(BEFORE)
        # What a page that is left had asked for need not end.
        self.on_its_way.clear()
        await self.look.show(address)
        await self.page.evaluate(UNFOLD)
        await self.settle()
        self.first_url, self.has_moved = self.page.url, False
        self.view, _, self.faults = await self.page.evaluate(STATE)
        self.first_view = self.view

    async def act(self, name: str, done: Locator, value: str | None = None, *, is_last: bool = True) -> None:
        """Press a button, or choose an option: the page stays whole. After the last its address gives it again, and Back undoes it."""
        await (done.click() if value is None else done.select_option(value))
        await self.settle()
        before = self.view
        self.view, entries, faults = await self.page.evaluate(STATE)
        found = [each for each in self.look.complaints if BUSY not in each]
        found += [each for each in faults if each not in self.faults]
        self.wrong += [f"{name}: {each}" for each in found]
        self.look.complaints.clear()
        self.has_moved = self.has_moved or entries > 0
        if (
            value is not None
            and self.page.url == self.first_url
            and self.view != self.first_view
            and await done.evaluate(IN_FILTERS)
        ):
            self.wrong.append(f"{name}: the address does not say so")
        if is_last:
            self.on_its_way.clear()
            await self.page.reload()
            # What the address does not say is as it was at first.
            await self.shows(self.first_view if self.page.url == self.first_url else self.view, f"{name}, loaded anew")
        if is_last and entries:
            await self.page.go_back()
            await self.shows(before, f"{name}, and back")

    async def shows(self, view: str, name: str) -> None:
        await self.settle()
        try:
            await self.page.wait_for_function(SHOWS, arg=view, timeout=MOST_MS)
        except TooLateError:
            self.wrong.append(f"{name}: {await self.page.evaluate(VIEW)} in place of {view}")

    async def choose_each(self, at: int) -> None:
        """Choose each option of a list once; of a long one, such as the provinces, the first ones and the last."""
        select = self.page.locator("main select").nth(at)
        name, first = await select.evaluate(NAME), await select.input_value()
        # The one that is chosen first: an address may name what the list does not have once another is chosen.
        values = sorted(await select.locator("option").evaluate_all(VALUES), key=lambda each: each != first)
        for value in [*values[: MOST_OPTIONS - 1], *values[MOST_OPTIONS - 1 :][-1:]]:
            await self.act(f"{name}: {value}", select, value, is_last=value == values[-1])

    async def leave(self) -> None:
        """Go back to where they came from: one step, where nothing but filters was chosen."""
        if not self.has_moved:
            await self.page.go_back()
            await self.look.settle()
            self.wrong += [] if self.page.url.endswith(BEFORE) else [f"back: {self.page.url}"]


async def try_all(look: Opened, address: str) -> list[str]:
    """Give what goes wrong on a page."""
    hand = Hand(look)
    await hand.come_to(address)
    lists = await look.page.locator("main select").count()
    button = look.page.locator("main button:enabled:visible").first
    if await button.count():
        await hand.act(f"press {await button.inner_text()}", button)
        await hand.leave()
    for at in range(lists):
        await hand.come_to(address)
        await hand.choose_each(at)
        await hand.leave()
    return hand.wrong


@pytest.mark.parametrize("kind", ROUTED)
async def test_buttons_and_lists_keep_a_page_whole_and_its_address_true(served: Served, browser: Browser, kind: str):
    wrong = {}
    async with opened(browser, served) as look:
        await look.page.add_init_script(COUNT_ENTRIES)
        for address in KINDS[kind]:
            if found := await try_all(look, address):
                wrong[address] = found

    assert wrong == {}
