"""What ordinary users ask, and what designers write."""

import asyncio
import itertools
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bench.soak.client import Client, Reply, connected

CLIENTS = 12
LOOK_UP, LIST, SEARCH = "look-up", "list", "search"

_LOOK_UP = """query LookUp($code: String!) { major(code: $code) {
  code name educationLevel majorClass { name } certificates { nodes { name } } } }"""
_LIST = "query List($after: String) { courses(first: 20, after: $after) { nodes { id name module } pageInfo { endCursor } } }"
_SEARCH = (
    "query Search($text: String!) { search(text: $text, first: 20) { score matchedText node { id displayName } } }"
)
_STANDARD = """query Standard($code: String!) { major(code: $code) { name teachingStandards {
  year courses { sequence name module } occupations { code name } sources { title } } } }"""
_COVERAGE = """query Coverage($subject: ID!, $target: ID!) { coverage(subject: $subject, target: $target) {
  requirements covered unknown lower upper items { state requirement { code text } } } }"""
_COLLEGES = """query Colleges($province: String!) { colleges(where: {province: {some: {name: {eq: $province}}}}, first: 20) {
  totalCount nodes { name city { name } } } }"""

_FACTS = """query Facts($after: String) { courses(first: 100, after: $after) { nodes { id name } pageInfo { endCursor } } }"""
# A certificate that alignments speak of; a synthetic graph has others.
_MORE_FACTS = """{ node(id: "Certificate:JavaWeb应用开发") { id }
  certificates(first: 1, where: {skillStandards: {some: {}}}) { nodes { id } }
  majors(first: 100, where: {edition: {eq: "2021"}, teachingStandards: {some: {}}}) { nodes { code } }
  provinces(first: 40) { nodes { name } } teachingStandards(first: 100) { nodes { id } }
  skillRequirements(first: 100) { nodes { id } } }"""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is in the graph, to ask for."""

    majors: list[str]
    provinces: list[str]
    standards: list[str]
    certificate: str
    requirements: list[str]
    courses: list[str]
    words: list[str]
    cursors: list[str]


async def read_facts(url: str) -> Facts:
    """Read what the clients will ask for."""
    courses: list[dict[str, str]] = []
    cursors: list[Any] = [None]
    async with connected(url) as client:
        more = (await client.ask(_MORE_FACTS)).data["data"]
        for _ in range(30):
            page = (await client.ask(_FACTS, {"after": cursors[-1]})).data["data"]["courses"]
            courses += page["nodes"]
            cursors.append(page["pageInfo"]["endCursor"])
            if len(page["nodes"]) < 100:
                break
    names = [each["name"] for each in courses]
    words = [name[start : start + 2] for name in names for start in (0, len(name) // 2) if len(name) > 3]
    return Facts(
        majors=[each["code"] for each in more["majors"]["nodes"]],
        provinces=[each["name"] for each in more["provinces"]["nodes"]],
        standards=[each["id"] for each in more["teachingStandards"]["nodes"]],
        certificate=(more["node"] or more["certificates"]["nodes"][0])["id"],
        requirements=[each["id"] for each in more["skillRequirements"]["nodes"]],
        courses=[each["id"] for each in courses],
        words=words,
        cursors=cursors,
    )


def _coverage_of(facts: Facts) -> Mapping[str, Any]:
    return {"subject": random.choice(facts.standards), "target": facts.certificate}


# What is asked by whom, how often of twenty, with what.
_QUESTIONS: tuple[tuple[str, int, str, Callable[[Facts], Mapping[str, Any]]], ...] = (
    (LOOK_UP, 8, _LOOK_UP, lambda facts: {"code": random.choice(facts.majors)}),
    (LIST, 4, _LIST, lambda facts: {"after": random.choice(facts.cursors)}),
    (SEARCH, 4, _SEARCH, lambda facts: {"text": random.choice(facts.words)}),
    ("standard", 2, _STANDARD, lambda facts: {"code": random.choice(facts.majors)}),
    ("coverage", 1, _COVERAGE, _coverage_of),
    ("colleges", 1, _COLLEGES, lambda facts: {"province": random.choice(facts.provinces or ["none"])}),
)
KINDS = tuple(each[0] for each in _QUESTIONS)


@dataclass(slots=True)
class Times:
    """How long answers took, by kind of question, and the requests that got none."""

    by_kind: dict[str, list[float]] = field(default_factory=lambda: {each: [] for each in KINDS})
    failures: list[str] = field(default_factory=list)

    def add(self, kind: str, reply: Reply) -> None:
        """Take one reply."""
        if reply.is_answer:
            self.by_kind[kind].append(reply.seconds)
        else:
            self.failures.append(f"{kind}: {reply.status} {reply.body[:200].decode(errors='replace')}")

    @property
    def count(self) -> int:
        """How many answers there were."""
        return sum(map(len, self.by_kind.values()))


@dataclass(slots=True)
class End:
    """When a phase ends: at a time, or earlier, when what was to be done is done."""

    at: float

    @property
    def is_reached(self) -> bool:
        """Whether it is over."""
        return time.perf_counter() >= self.at


# Of this many questions one is the first of a new user, who has no connection yet.
QUESTIONS_OF_A_USER = 20


async def use(url: str, facts: Facts, end: End, times: Times) -> None:
    """Ask one question after another, as one user does after the other."""
    async with connected(url) as client:
        while not end.is_reached:
            if random.randrange(QUESTIONS_OF_A_USER) == 0:
                client.close()
            (chosen,) = random.choices(_QUESTIONS, [each[1] for each in _QUESTIONS])
            kind, _, query, variables = chosen
            try:
                times.add(kind, await client.ask(query, variables(facts)))
            except (OSError, asyncio.IncompleteReadError, TimeoutError) as error:
                times.failures.append(f"{kind}: {error!r}")
                client.close()


# ---- designers

_PROPOSE = """mutation Propose($input: ProposeAlignmentInput!) { proposeAlignment(input: $input) {
  alignment { id status version } userErrors { code message } } }"""
_DECIDE = """mutation Decide($input: DecideAlignmentInput!) { decideAlignment(input: $input) {
  alignment { id status version } userErrors { code message } } }"""
_ALIGNMENT = "query Kept($id: ID!) { node(id: $id) { ... on Alignment { id status version changes { totalCount } } } }"


@dataclass(frozen=True, slots=True)
class Tokens:
    """Of a designer, who proposes, and a reviewer, who decides."""

    designer: str
    reviewer: str


@dataclass(slots=True)
class Writes:
    """What was acknowledged: the status and version of each alignment; what was sent; and what failed."""

    acknowledged: dict[str, tuple[str, int]] = field(default_factory=dict)
    # What a change without an acknowledgement makes of an alignment, if it was made all the same.
    sent: dict[str, tuple[str, int]] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def take(self, name: str, reply: Reply) -> dict[str, Any] | None:
        """Take the reply to a mutation; give the alignment it acknowledges."""
        payload = (reply.data.get("data") or {}).get(name) if reply.status == 200 else None
        alignment: dict[str, Any] | None = payload and payload["alignment"]
        if not alignment:
            self.failures.append(f"{name}: {reply.status} {reply.body[:300].decode(errors='replace')}")
            return None
        self.acknowledged[alignment["id"]] = (alignment["status"], alignment["version"])
        self.seconds.append(reply.seconds)
        return alignment


@dataclass(frozen=True, slots=True)
class Served:
    """A running server: its address, its processes, and what clients may ask and write."""

    url: str
    pids: Sequence[int]
    engine_pid: int
    facts: Facts
    tokens: Tokens


async def design(served: Served, end: End, writes: Writes, starts: Iterator[float]) -> None:
    """Propose, and have it decided, each at its time; one that comes late starts at once."""
    async with connected(served.url) as client:
        for start in starts:
            await asyncio.sleep(max(0.0, min(start, end.at) - time.perf_counter()))
            if end.is_reached:
                return
            try:
                await _propose_and_decide(client, served, writes)
            except (OSError, asyncio.IncompleteReadError, TimeoutError) as error:
                writes.failures.append(repr(error))
                client.close()


async def _propose_and_decide(client: Client, served: Served, writes: Writes) -> None:
    proposal = {
        "subject": random.choice(served.facts.courses),
        "target": random.choice(served.facts.requirements),
        "kind": "BROADER",
        "role": "TEACHES",
        "strength": 0.5,
        "rationale": "soak",
    }
    made = writes.take("proposeAlignment", await client.ask(_PROPOSE, {"input": proposal}, served.tokens.designer))
    if made:
        decision = {"alignment": made["id"], "decision": "REJECT", "reason": "soak", "version": made["version"]}
        writes.sent[made["id"]] = ("REJECTED", made["version"] + 1)
        writes.take("decideAlignment", await client.ask(_DECIDE, {"input": decision}, served.tokens.reviewer))


def paced(per_s: float) -> Iterator[float]:
    """Give the times at which a pair of writes starts, so that there are this many writes a second."""
    began = time.perf_counter()
    return (began + 2 * number / per_s for number in itertools.count())


async def lost(url: str, writes: Writes) -> list[str]:
    """Name the acknowledged alignments that the graph does not hold as they were acknowledged, or without their trail."""
    found: list[str] = []
    async with connected(url) as client:
        for node_id, acknowledged in writes.acknowledged.items():
            node = ((await client.ask(_ALIGNMENT, {"id": node_id})).data.get("data") or {}).get("node")
            kept = node and (node["status"], node["version"])
            if kept not in {acknowledged, writes.sent.get(node_id)} or node["changes"]["totalCount"] != node["version"]:
                found.append(f"{node_id}: {acknowledged} acknowledged, {node} kept")
    return found
