"""An office of editors at a graph of two courses and two requirements, and what they ask."""

import asyncio
from collections.abc import Sequence

from graph.connection.address import GraphAddress
from graph.connection.database import Database, Limits
from graph.connection.directory_keeper import DirectoryKeeper
from graph.query.statement import Statement
from graph.upkeep import constraints, editors
from graph.upkeep.editors import Role
from resolvers.identify import Request
from resolvers.operation import Operations
from schema.build import executable_schema
from tests.golden.make import PLANNERS

FACT = {"basis": "ILLUSTRATIVE", "sourceIds": []}
STANDARD, COURSE, OTHER = "TeachingStandard:2025:1", "Course:2025:1:1", "Course:2025:1:2"
REQUIREMENT, SECOND = "SkillRequirement:9:1.0:ELEMENTARY:1.1.1", "SkillRequirement:9:1.0:ELEMENTARY:1.1.2"
SMALL = """
CREATE (s:TeachingStandard {id: $standard, basis: 'ILLUSTRATIVE', sourceIds: [], year: 2025, majorCode: '1', name: 'x'})
CREATE (c:Course) SET c = $course CREATE (o:Course) SET o = $other
CREATE (s)-[:HAS_COURSE {basis: 'ILLUSTRATIVE', sourceIds: []}]->(c)
CREATE (s)-[:HAS_COURSE {basis: 'ILLUSTRATIVE', sourceIds: []}]->(o)
CREATE (r:SkillRequirement) SET r = $requirement CREATE (t:SkillRequirement) SET t = $second
CREATE (q:Source {id: 'Source:x', code: 'x', title: 'x'})
"""
PROPOSE = """mutation ($input: ProposeAlignmentInput!) { proposeAlignment(input: $input) {
  alignment { id version status author rationale course { id } requirement { id } sources { code } }
  bookmark userErrors { code message argument } } }"""
PROPOSE_MANY = """mutation ($input: ProposeAlignmentsInput!) { proposeAlignments(input: $input) {
  alignments { id version status author method rationale course { id } requirement { id } }
  bookmark userErrors { code message argument row id displayName } } }"""
DECIDE = """mutation ($input: DecideAlignmentInput!) { decideAlignment(input: $input) {
  alignment { id version status reviewer } bookmark userErrors { code message argument } } }"""
DECIDE_MANY = """mutation ($input: DecideAlignmentsInput!) { decideAlignments(input: $input) {
  alignments { id version status reviewer } bookmark
  userErrors { code message argument row id displayName version changedBy } } }"""
WITHDRAW = """mutation ($input: WithdrawAlignmentInput!) { withdrawAlignment(input: $input) {
  alignment { id version status } bookmark userErrors { code message argument } } }"""
CLOSE = """mutation ($input: CloseReviewInput!) { closeReview(input: $input) {
  review { id conclusion requirement { id } teachingStandard { id } } bookmark userErrors { code message argument } } }"""
PROPOSAL = {
    "subject": COURSE,
    "target": REQUIREMENT,
    "kind": "MAJOR",
    "role": "TEACHES",
    "strength": 0.6,
    "rationale": "the course teaches most of it",
    "sources": ["Source:x"],
}


def course(node_id: str, sequence: int) -> dict:
    return {**FACT, "id": node_id, "standardYear": 2025, "majorCode": "1", "sequence": sequence, "name": f"c{sequence}"}


def requirement(node_id: str, code: str) -> dict:
    known = {"standardCode": "9", "standardVersion": "1.0", "level": "ELEMENTARY", "sequence": 1}
    return {**FACT, **known, "id": node_id, "code": code, "text": f"能 {code}"}


class Office:
    """Two designers and two reviewers at one graph."""

    def __init__(self, database, tokens) -> None:
        self.database = database
        self.tokens = tokens
        self.operations = Operations(executable_schema(), PLANNERS, database, DirectoryKeeper(database))

    async def ask(self, who: str | None, query: str, given: dict | None = None, **options):
        variables = {"input": given} if given else {}
        return await self.operations.run(Request(query, variables, token=self.tokens.get(who, who), **options))

    async def change(self, who: str, query: str, given: dict, **options) -> dict:
        answer = await self.ask(who, query, given, **options)
        assert answer.errors == []
        (payload,) = answer.data.values()
        return payload

    async def refused(self, who: str, query: str, given: dict, **options) -> dict:
        payload = await self.change(who, query, given, **options)
        assert payload["bookmark"] is None
        assert payload.get("alignment") is None
        assert payload.get("review") is None
        (error,) = payload["userErrors"]
        return error

    async def count(self, text: str) -> int:
        return (await self.database.read(Statement(text)))[0][0]


class Counting(Database):
    """A database that counts its reads and its writing transactions."""

    reads = 0
    writes = 0

    async def read(self, statement, **options):
        self.reads += 1
        return await super().read(statement, **options)

    async def _transact(self, *work, **options):
        self.writes += 1
        return await super()._transact(*work, **options)


async def open_office(database) -> Office:
    """Write the small graph and add the editors."""
    values = {
        "standard": STANDARD,
        "course": course(COURSE, 1),
        "other": course(OTHER, 2),
        "requirement": requirement(REQUIREMENT, "1.1.1"),
        "second": requirement(SECOND, "1.1.2"),
    }
    await database.write(lambda writer: writer.run(Statement(SMALL, values)))
    roles = {"dora": Role.DESIGNER, "dai": Role.DESIGNER, "rui": Role.REVIEWER, "rosa": Role.REVIEWER}
    return Office(database, {name: await editors.add(database, name, role) for name, role in roles.items()})


def office_with_proposals(address: GraphAddress, ends: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Empty a graph and write the office with proposals of dora, for a test whose commands have loops of their own."""

    async def prepare() -> dict[str, str]:
        async with Database.open(address, Limits(statement_s=30)) as database:
            await constraints.apply(database)
            empty = Statement("MATCH (n) WHERE NOT n:GraphRevision DETACH DELETE n")
            await database.write(lambda writer: writer.run(empty))
            office = await open_office(database)
            for course, requirement in ends:
                await office.change("dora", PROPOSE, {**PROPOSAL, "subject": course, "target": requirement})
            return office.tokens

    return asyncio.run(prepare())


def decision(payload: dict, decided: str = "ACCEPT") -> dict:
    seen = payload["alignment"]
    return {"alignment": seen["id"], "decision": decided, "reason": "as read", "version": seen["version"]}
