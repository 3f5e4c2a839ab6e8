"""A server with editors of each role whose graph may change, and the queue of proposals as one of them sees it."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import pytest
from playwright.async_api import Browser

from graph.connection.database import Database, Limits
from graph.upkeep import editors
from graph.upkeep.editors import Role
from tests.conftest import settings_of, with_national_seeds
from tests.served.browser.explorer_page import Opened, opened
from tests.served.browser.plan_pages import COLLEGE
from tests.served.conftest import Served, start_server, stop_server

# The last one belongs to the college whose plans the tests bring.
EDITORS = (
    ("陈评审", Role.REVIEWER, None),
    ("林评审", Role.REVIEWER, None),
    ("王老师", Role.DESIGNER, None),
    ("黄评审", Role.REVIEWER, COLLEGE),
)
SUBJECT, TARGET = "TeachingStandard:2025:510203", "Certificate:JavaWeb应用开发"
QUEUE = f"/review?subject={SUBJECT}&target={TARGET}"
HELD_MS = 8_000
WAITING = """query ($subject: ID!, $target: ID!) {
  reviewQueue(subject: $subject, target: $target, first: 100) { alignment { id version } } }"""
STATE = "query ($id: ID!) { node(id: $id) { ... on Alignment { status reviewer changes(first: 50) { nodes { editor reason } } } } }"
COUNTS = """query ($subject: ID!, $target: ID!) { coverage(subject: $subject, target: $target, first: 1) {
  covered partlyCovered unknown notCovered } }"""
UNKNOWN = """query ($subject: ID!, $target: ID!) {
  node(id: $subject) { ... on TeachingStandard { courses { id displayName } } }
  coverage(subject: $subject, target: $target, states: [UNKNOWN], first: 100) {
    items { requirement { id code level text } suggestions { alignment { id } } } } }"""
PROPOSE = """mutation ($input: ProposeAlignmentInput!) { proposeAlignment(input: $input) {
  alignment { id } userErrors { code message } } }"""
SAID = "query ($id: ID!) { node(id: $id) { ... on Alignment { status role strength author } } }"
PROPOSED = '{ alignments(first: 9, where: {author: {eq: "王老师"}, status: {eq: SUGGESTED}}) { nodes { id author rationale role } } }'
DECIDE_MANY = (
    """mutation ($input: DecideAlignmentsInput!) { decideAlignments(input: $input) { userErrors { code } } }"""
)
DECIDED = """query ($editors: [String!]!) { alignments(first: 100, where: {reviewer: {in: $editors}}) {
  nodes { id version author status } } }"""
UNDECIDED = """query ($editors: [String!]!) { alignments(first: 100, where: {author: {in: $editors}, status: {eq: SUGGESTED}}) {
  nodes { id version author status } } }"""
DECIDE = """mutation ($input: DecideAlignmentInput!) { decideAlignment(input: $input) { userErrors { code } } }"""


@contextmanager
def reviewed_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, dict[str, str]]]:
    """Start a server whose graph may change, and give it with the tokens of its editors by name."""
    with with_national_seeds("embedded", tmp_path_factory.mktemp("writable") / "graph") as address:

        async def add() -> dict[str, str]:
            async with Database.open(address, Limits(statement_s=30)) as database:
                return {name: await editors.add(database, name, role, college=of) for name, role, of in EDITORS}

        tokens = asyncio.run(add())
        server = start_server(tmp_path_factory.mktemp("reviewed"), **settings_of(address))
        yield server, tokens
        stop_server(server)


def take_back(server: Served, tokens: dict[str, str]) -> None:
    """Let all that the editors decided wait again, and withdraw what they proposed."""
    # What waits goes first: it may say the same as a proposal that was rejected.
    _withdraw_all(server, tokens)
    decided = [each for each in _alignments(server, DECIDED, tokens) if each["status"] in ("ACCEPTED", "REJECTED")]
    _decide_all(server, tokens["陈评审"], "REOPEN", decided)
    _withdraw_all(server, tokens)


def _withdraw_all(server: Served, tokens: dict[str, str]) -> None:
    undecided = _alignments(server, UNDECIDED, tokens)
    for name, token in tokens.items():
        _decide_all(server, token, "WITHDRAW", [each for each in undecided if each["author"] == name])


def _alignments(server: Served, query: str, tokens: dict[str, str]) -> list[dict]:
    return server.ask(query, {"editors": list(tokens)})["data"]["alignments"]["nodes"]


def _decide_all(server: Served, token: str, decision: str, alignments: list[dict]) -> None:
    rows = [{"alignment": each["id"], "version": each["version"]} for each in alignments]
    if rows:
        given = {"alignments": rows, "decision": decision, "reason": "换到下一组测试"}
        answer = server.ask(DECIDE_MANY, {"input": given}, authorization=f"Bearer {token}")
        assert answer["data"]["decideAlignments"]["userErrors"] == [], answer


def waiting(server: Served) -> list[dict]:
    """Give the proposals that wait in QUEUE, in its order: another test may have proposed for another programme."""
    asked = server.ask(WAITING, {"subject": SUBJECT, "target": TARGET})
    return [each["alignment"] for each in asked["data"]["reviewQueue"]]


def counts(server: Served) -> dict[str, int]:
    return server.ask(COUNTS, {"subject": SUBJECT, "target": TARGET})["data"]["coverage"]


def unknown_requirement(server: Served, subject: str) -> tuple[dict, dict]:
    """Give a course, and a requirement that no one has looked at, nor proposed anything for."""
    data = server.ask(UNKNOWN, {"subject": subject, "target": TARGET})["data"]
    requirement = next(each["requirement"] for each in data["coverage"]["items"] if not each["suggestions"])
    return data["node"]["courses"][0], requirement


@asynccontextmanager
async def signed_in(browser: Browser, server: Served, token: str, path: str = QUEUE) -> AsyncIterator[Opened]:
    """Open the queue with a clock that stands still, and sign in."""
    async with opened(browser, server, apart=True) as look:
        await look.page.clock.install()
        await look.show(path)
        await look.page.fill("#token", token)
        await look.page.click("text=登录")
        await look.page.wait_for_selector(".signed-in")
        # What was chosen before is cleared once the page knows who it is: a key that is pressed earlier is lost.
        await look.settle()
        yield look
