"""Editors change alignments and reviews: who may, what is refused, what is recorded, and concurrent writers."""

import asyncio
import json

import pytest

from graph.connection.database import Database, Limits
from graph.connection.directory_keeper import DirectoryKeeper
from graph.errors import OperationTooLargeError
from graph.model import MODEL
from graph.query.revision import take_turn
from graph.query.statement import Statement
from graph.upkeep import cover_links
from resolvers.editing.mutation import TextField
from resolvers.editing.registry import MUTATIONS
from resolvers.identify import Request
from resolvers.operation import Operations
from schema.build import executable_schema
from seeds.load import load
from tests.conftest import is_embedded
from tests.golden.make import PLANNERS
from tests.graph.engine.proxy import proxied
from tests.resolvers.editing.office import (
    CLOSE,
    COURSE,
    DECIDE,
    PROPOSAL,
    PROPOSE,
    REQUIREMENT,
    SECOND,
    STANDARD,
    WITHDRAW,
    decision,
)
from tests.waiting import WITHIN_S


async def test_propose_accept_withdraw_and_what_the_trail_keeps(office):
    proposed = await office.change("dora", PROPOSE, PROPOSAL)
    seen = proposed["alignment"]
    assert (seen["version"], seen["status"], seen["author"]) == (1, "SUGGESTED", "dora")
    assert (seen["course"], seen["requirement"]) == ({"id": COURSE}, {"id": REQUIREMENT})
    assert seen["sources"] == [{"code": "x"}]
    assert await office.count("MATCH ()-[c:COVERS]->() RETURN count(c)") == 0

    accepted = await office.change("rui", DECIDE, decision(proposed))
    assert (accepted["alignment"]["version"], accepted["alignment"]["reviewer"]) == (2, "rui")
    covers = await office.ask(
        None, f'{{ node(id: "{COURSE}") {{ ... on Course {{ covers {{ edges {{ strength alignmentId }} }} }} }} }}'
    )
    assert covers.data["node"]["covers"]["edges"] == [{"strength": 0.6, "alignmentId": seen["id"]}]
    assert not await cover_links.disagreement(office.database)

    again = {"alignment": seen["id"], "reason": "the course was cut", "version": 2}
    withdrawn = await office.change("rosa", WITHDRAW, again)
    assert withdrawn["alignment"] == {"id": seen["id"], "version": 3, "status": "WITHDRAWN"}
    assert await office.count("MATCH ()-[c:COVERS]->() RETURN count(c)") == 0

    trail = await office.ask(
        None,
        f'{{ alignment(code: "{seen["id"].partition(":")[2]}") {{ changes {{ nodes {{ action editor version reason before after at }} }} }} }}',
    )
    changes = trail.data["alignment"]["changes"]["nodes"]
    assert [(each["action"], each["editor"], each["version"]) for each in changes] == [
        ("PROPOSE", "dora", 1),
        ("ACCEPT", "rui", 2),
        ("WITHDRAW", "rosa", 3),
    ]
    assert changes[0]["before"] is None
    assert [json.loads(each["before"])["status"] for each in changes[1:]] == ["SUGGESTED", "ACCEPTED"]
    assert [json.loads(each["after"])["status"] for each in changes] == ["SUGGESTED", "ACCEPTED", "WITHDRAWN"]
    assert changes[2]["reason"] == "the course was cut"


async def test_the_trail_is_in_the_order_of_time_page_by_page(office):
    """Editors and keys are chosen so that the order of ids is another one."""
    proposed = await office.change("dora", PROPOSE, {**PROPOSAL, "idempotencyKey": "z"})
    await office.change("rui", DECIDE, {**decision(proposed), "idempotencyKey": "x"})
    seen = {"alignment": proposed["alignment"]["id"], "reason": "the course was cut", "version": 2}
    await office.change("rosa", WITHDRAW, {**seen, "idempotencyKey": "a"})
    await office.change("dai", PROPOSE, {**PROPOSAL, "idempotencyKey": "y"})
    page = "changes(first: 3%s) { nodes { editor action } pageInfo { endCursor hasNextPage } totalCount }"

    first = (await office.ask(None, f"{{ {page % ''} }}")).data["changes"]
    after = f', after: "{first["pageInfo"]["endCursor"]}"'
    rest = (await office.ask(None, f"{{ {page % after} }}")).data["changes"]

    assert [(each["editor"], each["action"]) for each in first["nodes"] + rest["nodes"]] == [
        ("dora", "PROPOSE"),
        ("rui", "ACCEPT"),
        ("rosa", "WITHDRAW"),
        ("dai", "PROPOSE"),
    ]
    assert (first["totalCount"], first["pageInfo"]["hasNextPage"], rest["pageInfo"]["hasNextPage"]) == (4, True, False)


async def test_a_rejected_alignment_is_kept_and_covers_nothing(office):
    proposed = await office.change("dora", PROPOSE, PROPOSAL)

    rejected = await office.change("rosa", DECIDE, decision(proposed, "REJECT"))

    assert rejected["alignment"]["status"] == "REJECTED"
    assert await office.count("MATCH ()-[c:COVERS]->() RETURN count(c)") == 0
    error = await office.refused("rui", DECIDE, {**decision(proposed), "version": 2})
    assert error["code"] == "NOT_POSSIBLE_NOW"


@pytest.mark.parametrize("kind", ["RELATED", "PREREQUISITE"])
async def test_an_accepted_kind_that_does_not_cover_makes_no_link(kind, office):
    proposed = await office.change("dora", PROPOSE, {**PROPOSAL, "kind": kind})

    await office.change("rui", DECIDE, decision(proposed))

    assert await office.count("MATCH ()-[c:COVERS]->() RETURN count(c)") == 0
    assert not await cover_links.disagreement(office.database)


@pytest.mark.parametrize(
    ("wrong", "code", "argument"),
    [
        ({"strength": 0}, "BAD_ARGUMENT", "strength"),
        ({"strength": 1.5}, "BAD_ARGUMENT", "strength"),
        ({"strength": -1}, "BAD_ARGUMENT", "strength"),
        ({"role": None}, "BAD_ARGUMENT", "role"),
        ({"kind": "NO_MATCH", "role": None}, "BAD_ARGUMENT", "strength"),
        ({"validFrom": "2026-02-01", "validTo": "2026-02-01"}, "BAD_ARGUMENT", "validTo"),
        ({"validTo": "2026-02-01"}, "BAD_ARGUMENT", "validTo"),
        ({"kind": "NO_MATCH"}, "BAD_ARGUMENT", "role"),
        ({"rationale": "  "}, "BAD_ARGUMENT", "rationale"),
        ({"rationale": "x" * 1001}, "BAD_ARGUMENT", "rationale"),
        ({"subject": REQUIREMENT}, "BAD_ARGUMENT", "subject"),
        ({"target": COURSE}, "BAD_ARGUMENT", "target"),
        ({"target": "nothing"}, "BAD_ID", None),
        ({"subject": "Course:2025:1:9"}, "NOT_FOUND", None),
        ({"target": "WorkTask:9"}, "NOT_FOUND", None),
        ({"sources": ["Source:none"]}, "NOT_FOUND", None),
        ({"sources": ["Source:x"] * 21}, "BAD_ARGUMENT", "sources"),
        ({"method": ""}, "BAD_ARGUMENT", "method"),
        ({"method": "m" * 101}, "BAD_ARGUMENT", "method"),
        ({"idempotencyKey": "k" * 101}, "BAD_ARGUMENT", "idempotencyKey"),
    ],
)
async def test_a_wrong_proposal_is_told_and_nothing_is_written(wrong, code, argument, office):
    error = await office.refused("dora", PROPOSE, {**PROPOSAL, **wrong}, language="zh")

    assert (error["code"], error["argument"]) == (code, argument)
    assert any("一" <= each <= "鿿" for each in error["message"])
    # The field has another name.
    assert "角色" not in error["message"]
    assert await office.count("MATCH (n) WHERE n:Alignment OR n:Change RETURN count(n)") == 0


@pytest.mark.parametrize(
    ("without", "why"), [("a.author", "names no author"), ("a.validFrom", "ended on 2020-01-01: accepted now")]
)
async def test_what_no_archive_may_hold_is_not_accepted(without, why, office):
    """As earlier versions made it: carried from what had no author, or with an end that has passed."""
    days = {"validFrom": "2019-01-01", "validTo": "2020-01-01"}
    proposed = await office.change("dora", PROPOSE, {**PROPOSAL, **days})
    removed = Statement(f"MATCH (a:Alignment) REMOVE {without}")
    await office.database.write(lambda writer: writer.run(removed))

    error = await office.refused("rui", DECIDE, decision(proposed))

    assert error["code"] == "NOT_POSSIBLE_NOW"
    assert why in error["message"]
    assert (await office.change("rui", DECIDE, {**decision(proposed), "decision": "REJECT"}))["userErrors"] == []


def test_texts_of_mutations_are_as_long_as_the_model_takes():
    """What a mutation takes, a seed file and an archive take too, and the other way round."""
    inputs = [(each.node, field) for each in MUTATIONS for field in each.fields if isinstance(field, TextField)]
    limits = {
        (node, field.name): (field.longest, MODEL.node_types[node].by_name[field.name].longest)
        for node, field in inputs
        if node in ("Alignment", "Review") and field.name in MODEL.node_types[node].by_name
    }

    assert limits == {
        ("Alignment", "rationale"): (1_000, 1_000),
        ("Alignment", "method"): (100, 100),
        ("Review", "conclusion"): (1_000, 1_000),
    }


# No one sees them, or they turn round what follows.
UNSEEN = ["\x00", "\x1b", "\u200b", "\u202e", "\u2066", "\u3164"]


@pytest.mark.parametrize("text", [*(f"a{each}b" for each in UNSEEN), "\u200b"])
@pytest.mark.parametrize("field", ["rationale", "method", "idempotencyKey"])
async def test_a_text_holds_nothing_that_nobody_sees(field, text, office):
    error = await office.refused("dora", PROPOSE, {**PROPOSAL, field: text})

    character = next(each for each in text if each in UNSEEN)
    assert (error["code"], error["argument"]) == ("BAD_ARGUMENT", field)
    assert f"U+{ord(character):04X}" in error["message"]
    assert await office.count("MATCH (n) WHERE n:Alignment OR n:Change RETURN count(n)") == 0


async def test_every_text_of_every_mutation_keeps_to_it(office):
    proposed = await office.change("dora", PROPOSE, PROPOSAL)
    seen = {"alignment": proposed["alignment"]["id"], "reason": "\u202ex", "version": 1}
    for who, query, given in (
        ("rui", DECIDE, {**seen, "decision": "ACCEPT"}),
        ("dora", WITHDRAW, seen),
        ("rui", CLOSE, {"subject": STANDARD, "requirement": SECOND, "conclusion": "\u200b", "ground": "SYLLABUS"}),
    ):
        assert (await office.refused(who, query, given))["code"] == "BAD_ARGUMENT"
    assert await office.count("MATCH (c:Change) RETURN count(c)") == 1


async def test_line_breaks_of_any_system_are_text(office):
    made = await office.change("dora", PROPOSE, {**PROPOSAL, "rationale": "  first\r\nsecond\nthird "})

    assert made["alignment"]["rationale"] == "first\nsecond\nthird"


@pytest.mark.parametrize("version", [0, -1])
async def test_a_version_that_no_node_has_is_refused(version, office):
    proposed = await office.change("dora", PROPOSE, PROPOSAL)

    error = await office.refused("rui", DECIDE, {**decision(proposed), "version": version})

    assert (error["code"], error["argument"]) == ("BAD_ARGUMENT", "version")
    assert "it takes ≥ 1." in error["message"]


async def test_the_same_is_not_proposed_twice_unless_it_was_settled(office):
    proposed = await office.change("dora", PROPOSE, PROPOSAL)

    error = await office.refused("dai", PROPOSE, {**PROPOSAL, "strength": 0.9})
    assert error["code"] == "NOT_POSSIBLE_NOW"
    assert proposed["alignment"]["id"] in error["message"]

    await office.change("dai", PROPOSE, {**PROPOSAL, "role": "ASSESSES"})
    await office.change("rui", DECIDE, decision(proposed, "REJECT"))
    await office.change("dai", PROPOSE, PROPOSAL)
    assert await office.count("MATCH (a:Alignment) RETURN count(a)") == 3


async def test_a_proposal_keeps_how_it_was_found(office):
    found = "MATCH (a:Alignment {method: $method}) RETURN count(a)"
    await office.change("dora", PROPOSE, PROPOSAL)
    await office.change("dora", PROPOSE, {**PROPOSAL, "target": SECOND, "method": "suggested"})

    for method in ("manual", "suggested"):
        assert await office.database.read(Statement(found, {"method": method})) == [[1]]


async def test_a_key_makes_a_change_once(office):
    given = {**PROPOSAL, "idempotencyKey": "k1"}
    first = await office.change("dora", PROPOSE, given)

    assert (await office.change("dora", PROPOSE, given))["alignment"] == first["alignment"]
    assert (await office.refused("dora", PROPOSE, {**given, "strength": 1.0}))["code"] == "IDEMPOTENCY_KEY_REUSED"
    # Another editor's key is another key, so this is a second proposal of the same.
    assert (await office.refused("dai", PROPOSE, given))["code"] == "NOT_POSSIBLE_NOW"
    assert await office.count("MATCH (c:Change) RETURN count(c)") == 1


async def test_of_two_reviewers_one_wins_and_the_other_is_told(office):
    proposed = await office.change("dora", PROPOSE, PROPOSAL)

    both = await asyncio.gather(
        *(
            office.change(who, DECIDE, decision(proposed, decided))
            for who, decided in (("rui", "ACCEPT"), ("rosa", "REJECT"))
        )
    )

    errors = [each["userErrors"] for each in both]
    assert sorted(len(each) for each in errors) == [0, 1]
    (lost,) = max(errors, key=len)
    winner = next(each["alignment"]["reviewer"] for each in both if each["alignment"])
    assert lost["code"] == "VERSION_CONFLICT"
    assert winner in lost["message"]
    assert await office.count("MATCH (c:Change) RETURN count(c)") == 2
    assert not await cover_links.disagreement(office.database)


async def test_a_conflict_names_who_changed_it_last(office):
    proposed = await office.change("dora", PROPOSE, PROPOSAL)
    await office.change("rui", DECIDE, decision(proposed))
    seen = {"alignment": proposed["alignment"]["id"], "reason": "the course was cut", "version": 2}
    await office.change("rosa", WITHDRAW, seen)

    error = await office.refused("rui", WITHDRAW, seen)

    assert error["code"] == "VERSION_CONFLICT"
    assert "rosa" in error["message"]
    assert "rui" not in error["message"]


async def test_many_rivals_leave_a_trail_without_gaps(office):
    """Eight at once propose the same, then all reviewers decide: one of each is made, and every change is recorded."""
    proposals = await asyncio.gather(*(office.change(who, PROPOSE, PROPOSAL) for who in list(office.tokens) * 2))

    made = [each for each in proposals if each["alignment"]]
    assert len(made) == 1
    assert {each["userErrors"][0]["code"] for each in proposals if each["userErrors"]} == {"NOT_POSSIBLE_NOW"}
    assert await office.count("MATCH (a:Alignment) RETURN count(a)") == 1
    assert await office.count("MATCH (c:Change) RETURN count(c)") == 1


async def test_a_closed_review_is_made_once_and_not_where_a_course_covers(office):
    given = {
        "subject": STANDARD,
        "requirement": REQUIREMENT,
        "conclusion": "read all courses; none treats it",
        "ground": "SYLLABUS",
    }
    closed = await office.change("rui", CLOSE, given)
    assert closed["review"]["teachingStandard"] == {"id": STANDARD}
    assert closed["review"]["requirement"] == {"id": REQUIREMENT}
    assert (await office.refused("rosa", CLOSE, given))["code"] == "NOT_POSSIBLE_NOW"

    proposed = await office.change("dora", PROPOSE, {**PROPOSAL, "target": SECOND})
    await office.change("rui", DECIDE, decision(proposed))
    assert (await office.refused("rui", CLOSE, {**given, "requirement": SECOND}))["code"] == "NOT_POSSIBLE_NOW"
    assert (await office.refused("rui", CLOSE, {**given, "subject": COURSE}))["argument"] == "subject"


async def test_a_mutation_with_several_fields_keeps_what_was_made_before_the_one_that_failed(office):
    query = """mutation ($a: ProposeAlignmentInput!, $b: DecideAlignmentInput!) {
      __typename one: proposeAlignment(input: $a) { __typename alignment { __typename id } }
      two: decideAlignment(input: $b) { alignment { id } } }"""
    given = {"a": PROPOSAL, "b": {"alignment": "Alignment:x", "decision": "ACCEPT", "reason": "x", "version": 1}}

    answer = await office.operations.run(Request(query, given, token=office.tokens["dora"]))

    assert answer.data["__typename"] == "Mutation"
    assert answer.data["one"]["__typename"] == "AlignmentPayload"
    assert answer.data["one"]["alignment"]["__typename"] == "Alignment"
    assert answer.data["two"] is None
    assert [each.path for each in answer.errors] == [["two"]]


class Remembering(Database):
    """A database that remembers the metadata that its reads sent to the server."""

    def __init__(self, *of_a_database) -> None:
        super().__init__(*of_a_database)
        self.told: list[dict | None] = []

    async def read(self, statement, **options):
        self.told.append(options.get("metadata"))
        return await super().read(statement, **options)


async def waiting(database: Database) -> dict:
    """Give what the server knows of the transaction of an editor, once it is there."""
    shown: list[dict] = []
    while not shown:
        rows = await database.read(Statement("SHOW TRANSACTIONS YIELD metaData"))
        shown = [row[0] for row in rows if "mutation" in row[0]]
    (found,) = shown
    return found


async def test_a_change_carries_its_name_and_plan_to_the_server_and_so_does_the_read_after_it(office):
    if is_embedded(office.database.address):
        pytest.skip("SHOW TRANSACTIONS is Neo4j's")
    query = PROPOSE.replace("mutation (", "mutation Suggest(")
    seen: list[dict] = []

    async with Database.open(office.database.address) as other, Remembering.open(office.database.address) as told:
        operations = Operations(executable_schema(), PLANNERS, told, DirectoryKeeper(told))
        request = Request(query, {"input": PROPOSAL}, token=office.tokens["dora"])

        async def keep_waiting(writer) -> asyncio.Task:
            await take_turn(writer)
            change = asyncio.create_task(operations.run(request))
            async with asyncio.timeout(WITHIN_S):
                seen.append(await waiting(office.database))
            return change

        answer = await (await other.write(keep_waiting))

    assert answer.errors == []
    (shown,) = seen
    assert (shown["operation"], shown["mutation"]) == ("Suggest", "proposeAlignment")
    of_the_token, read = told.told
    assert of_the_token == shown
    assert read["operation"] == "Suggest"
    assert {len(each["plan"]) for each in (shown, read)} == {12}
    assert shown["plan"] != read["plan"]


async def test_no_decision_is_dated_before_its_proposal_where_the_clock_was_set_back(office):
    """The proposal was made by a clock that is ahead of ours; so was its entry in the trail."""
    proposed = await office.change("dora", PROPOSE, PROPOSAL)
    ahead = "MATCH (c:Change)-[:CHANGED_ALIGNMENT]->(a) SET a.proposedOn = '2999-12-31', c.at = '2999-12-31T23:59:59.999999Z'"
    await office.database.write(lambda writer: writer.run(Statement(ahead)))

    accepted = await office.change("rui", DECIDE, decision(proposed))
    seen = {"alignment": accepted["alignment"]["id"], "reason": "the course was cut", "version": 2}
    await office.change("rosa", WITHDRAW, seen)

    days = Statement("MATCH (a:Alignment) RETURN a.proposedOn, a.decidedOn")
    assert await office.database.read(days) == [["2999-12-31", "2999-12-31"]]
    trail = Statement("MATCH (c:Change) RETURN c.action, c.at ORDER BY c.at")
    assert await office.database.read(trail) == [
        ["PROPOSE", "2999-12-31T23:59:59.999999Z"],
        ["ACCEPT", "3000-01-01T00:00:00.000000Z"],
        ["WITHDRAW", "3000-01-01T00:00:00.000001Z"],
    ]


async def test_a_too_costly_selection_is_refused_before_the_change(office):
    costly = "mutation ($input: ProposeAlignmentInput!) { proposeAlignment(input: $input) { alignment { course { teachingStandard { courses { covers(first: 100) { nodes { coveredBy(first: 100) { nodes { id } } } } } } } } } }"
    with pytest.raises(OperationTooLargeError):
        await office.ask("dora", costly, PROPOSAL)

    assert await office.count("MATCH (a:Alignment) RETURN count(a)") == 0


async def test_the_cost_of_several_changes_is_summed_before_the_first_of_them(office):
    selection = "{ alignment { course { teachingStandard { courses { covers(first: 100) { nodes { coveredBy(first: 8) { nodes { id } } } } } } } } }"
    fields = " ".join(f"f{n}: proposeAlignment(input: $input) {selection}" for n in range(10))

    with pytest.raises(OperationTooLargeError):
        await office.ask("dora", f"mutation ($input: ProposeAlignmentInput!) {{ {fields} }}", PROPOSAL)
    assert await office.count("MATCH (a:Alignment) RETURN count(a)") == 0

    alone = f"mutation ($input: ProposeAlignmentInput!) {{ proposeAlignment(input: $input) {selection} }}"
    assert (await office.ask("dora", alone, PROPOSAL)).errors == []


async def test_a_change_that_cannot_be_read_afterwards_is_told_as_made(office):
    async with (
        proxied(office.database.address) as (proxy, address),
        Database.open(address, Limits(connect_s=1, statement_s=5)) as cut,
    ):
        operations = Operations(executable_schema(), PLANNERS, cut, DirectoryKeeper(cut))
        proxy.dies_after_commit = True
        query = PROPOSE.replace("alignment {", "it: alignment {")
        answer = await operations.run(Request(query, {"input": PROPOSAL}, token=office.tokens["dora"]))

    payload = answer.data["proposeAlignment"]
    assert (payload["it"], payload["userErrors"], payload["bookmark"] is not None) == (None, [], True)
    (error,) = answer.errors
    assert error.path == ["proposeAlignment", "it"]
    told = error.original_error
    assert (told.code, told.details["reason"]) == ("WRITTEN_BUT_NOT_READ", "GRAPH_UNAVAILABLE")
    assert "已生效" in told.zh
    made = await office.database.read(Statement("MATCH (a:Alignment) RETURN a.id"))
    assert made == [[told.details["id"]]]


async def test_a_load_leaves_what_an_editor_decided(office, tmp_path):
    """A seeded alignment that a reviewer rejected stays rejected, without its link, however often the seeds load."""
    from tests.resolvers.editing.small_seeds import write_small_seeds

    write_small_seeds(tmp_path)
    await load(office.database, tmp_path)
    assert await office.count("MATCH ()-[c:COVERS]->() RETURN count(c)") == 1
    seen = await office.ask(None, '{ alignment(code: "s1") { id version status } }')
    given = {"alignment": "Alignment:s1", "reason": "no longer", "version": seen.data["alignment"]["version"]}
    await office.change("rui", WITHDRAW, given)

    report = await load(office.database, tmp_path, allow_loss="test")

    after = await office.ask(None, '{ alignment(code: "s1") { status } }')
    assert after.data == {"alignment": {"status": "WITHDRAWN"}}
    assert await office.count("MATCH ()-[c:COVERS]->() RETURN count(c)") == 0
    assert (report.created, report.changed, report.removed) == (0, 0, 0)


async def test_days_of_validity_are_kept_and_go_to_the_cover_link(office):
    proposed = await office.change("dora", PROPOSE, PROPOSAL | {"validFrom": "2026-02-01", "validTo": "2027-02-01"})
    await office.change("rui", DECIDE, decision(proposed))

    assert not await cover_links.disagreement(office.database)
    ((*days,),) = await office.database.read(
        Statement(
            "MATCH ()-[c:COVERS]->() RETURN c.validFrom, c.validTo, c.decidedOn IS NOT NULL, c.proposedOn IS NOT NULL"
        )
    )
    assert days == ["2026-02-01", "2027-02-01", True, True]
