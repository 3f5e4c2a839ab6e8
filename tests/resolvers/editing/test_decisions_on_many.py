"""Decisions on many alignments for one reason: all or none, each a change of its own, each refusal with its row."""

import pytest

from graph.errors import OperationTooLargeError
from graph.query.statement import Statement
from graph.upkeep import cover_links
from resolvers.editing.alignment_decisions import ROWS_LARGEST
from tests.resolvers.editing.office import COURSE, DECIDE, DECIDE_MANY, OTHER, PROPOSAL, PROPOSE, REQUIREMENT, SECOND

TRAIL = Statement(
    "MATCH (c:Change)-[:CHANGED_ALIGNMENT]->(a) WHERE c.action <> 'PROPOSE' "
    "RETURN a.id, c.editor, c.action, c.reason, c.version ORDER BY a.id"
)


async def proposals(office) -> list[str]:
    """Four proposals of two designers, and their ids."""
    made = [
        await office.change(who, PROPOSE, {**PROPOSAL, "subject": subject, "target": target})
        for who, subject, target in (
            ("dora", COURSE, REQUIREMENT),
            ("dora", COURSE, SECOND),
            ("dai", OTHER, REQUIREMENT),
            ("dai", OTHER, SECOND),
        )
    ]
    return [each["alignment"]["id"] for each in made]


def one(alignment: str) -> dict:
    return {"alignment": alignment, "version": 1, "decision": "ACCEPT", "reason": "as read"}


def decisions(ids: list[str], decided: str = "ACCEPT", version: int = 1, **more) -> dict:
    rows = [{"alignment": each, "version": version} for each in ids]
    return {"alignments": rows, "decision": decided, "reason": "as read", **more}


async def test_all_are_decided_and_each_is_a_change_of_its_own(office):
    ids = await proposals(office)

    payload = await office.change("rui", DECIDE_MANY, decisions(ids))

    assert payload["userErrors"] == []
    assert payload["bookmark"]
    assert payload["alignments"] == [
        {"id": each, "version": 2, "status": "ACCEPTED", "reviewer": "rui"} for each in sorted(ids)
    ]
    assert await office.database.read(TRAIL) == [[each, "rui", "ACCEPT", "as read", 2] for each in sorted(ids)]
    assert await office.count("MATCH ()-[c:COVERS]->() RETURN count(c)") == 4
    assert not await cover_links.disagreement(office.database)


async def test_all_are_withdrawn_with_their_links(office):
    ids = await proposals(office)
    await office.change("rui", DECIDE_MANY, decisions(ids[:2]))
    await office.change("rui", DECIDE_MANY, decisions(ids[2:3], "REJECT"))

    payload = await office.change("rosa", DECIDE_MANY, decisions(ids[:2], "WITHDRAW", version=2))

    assert {each["status"] for each in payload["alignments"]} == {"WITHDRAWN"}
    assert await office.count("MATCH ()-[c:COVERS]->() RETURN count(c)") == 0
    assert not await cover_links.disagreement(office.database)


STATES = Statement(
    "MATCH (a:Alignment) RETURN a.status, a.reviewer, a.decidedOn, a.kind, a.role, a.strength, a.version ORDER BY a.id"
)


async def test_decisions_are_taken_back_and_the_proposals_wait_as_they_were(office):
    ids = await proposals(office)
    await office.change("rui", DECIDE, {**one(ids[0]), "kind": "MINOR", "role": "PRACTISES", "strength": 0.9})
    await office.change("rui", DECIDE_MANY, decisions(ids[1:2]))
    await office.change("rui", DECIDE_MANY, decisions(ids[2:], "REJECT"))

    payload = await office.change("rosa", DECIDE_MANY, decisions(ids, "REOPEN", version=2))

    assert [(each["version"], each["status"]) for each in payload["alignments"]] == [(3, "SUGGESTED")] * 4
    assert await office.database.read(STATES) == [["SUGGESTED", None, None, PROPOSAL["kind"], "TEACHES", 0.6, 3]] * 4
    assert [each[1:3] for each in (await office.database.read(TRAIL)) if each[4] == 3] == [["rosa", "REOPEN"]] * 4
    assert await office.count("MATCH ()-[c:COVERS]->() RETURN count(c)") == 0
    assert not await cover_links.disagreement(office.database)

    again = await office.change("rosa", DECIDE_MANY, decisions(ids, version=3))
    assert {each["status"] for each in again["alignments"]} == {"ACCEPTED"}


async def test_what_waits_or_is_said_again_by_now_is_not_reopened(office):
    ids = await proposals(office)
    await office.change("rui", DECIDE_MANY, decisions(ids[:1], "REJECT"))
    second = (await office.change("dai", PROPOSE, PROPOSAL))["alignment"]["id"]
    given = decisions(ids[:2], "REOPEN", version=2)
    given["alignments"][1]["version"] = 1

    payload = await office.change("rosa", DECIDE_MANY, given)

    errors = payload["userErrors"]
    assert [(each["code"], each["row"]) for each in errors] == [("NOT_POSSIBLE_NOW", 0), ("NOT_POSSIBLE_NOW", 1)]
    assert second in errors[0]["message"]
    assert "SUGGESTED" in errors[1]["message"]


async def test_an_alignment_is_accepted_with_the_role_and_strength_that_the_reviewer_finds(office):
    ids = await proposals(office)

    accepted = await office.change("rui", DECIDE, {**one(ids[0]), "role": "PRACTISES", "strength": 0.9})

    assert (accepted["alignment"]["status"], accepted["userErrors"]) == ("ACCEPTED", [])
    found = await office.database.read(
        Statement("MATCH (a:Alignment {id: $id}) RETURN a.author, a.role, a.strength", {"id": ids[0]})
    )
    assert found == [["dora", "PRACTISES", 0.9]]
    assert await office.count("MATCH ()-[c:COVERS {strength: 0.9, role: 'PRACTISES'}]->() RETURN count(c)") == 1


@pytest.mark.parametrize(
    ("found", "kept", "covers"),
    [
        ({"kind": "NARROWER"}, ["NARROWER", "TEACHES", 0.6], 1),
        ({"kind": "RELATED", "strength": 0.4}, ["RELATED", "TEACHES", 0.4], 0),
        ({"kind": "NARROWER", "strength": 0.1 + 0.2}, ["NARROWER", "TEACHES", 0.3], 1),
        ({"kind": "NO_MATCH"}, ["NO_MATCH", None, 0.0], 0),
    ],
)
async def test_an_alignment_is_accepted_with_the_kind_that_the_reviewer_finds(found, kept, covers, office):
    ids = await proposals(office)

    accepted = await office.change("rui", DECIDE, {**one(ids[0]), **found})

    assert (accepted["alignment"]["status"], accepted["userErrors"]) == ("ACCEPTED", [])
    values = Statement("MATCH (a:Alignment {id: $id}) RETURN a.kind, a.role, a.strength", {"id": ids[0]})
    assert await office.database.read(values) == [kept]
    assert await office.count("MATCH ()-[c:COVERS]->() RETURN count(c)") == covers
    assert not await cover_links.disagreement(office.database)


async def test_what_was_proposed_as_no_match_is_accepted_as_a_match_with_role_and_strength(office):
    no_match = {**PROPOSAL, "kind": "NO_MATCH", "role": None, "strength": 0}
    proposal = (await office.change("dora", PROPOSE, no_match))["alignment"]["id"]

    lacking = await office.refused("rui", DECIDE, {**one(proposal), "kind": "MAJOR"})
    accepted = await office.change(
        "rui", DECIDE, {**one(proposal), "kind": "MAJOR", "role": "TEACHES", "strength": 0.7}
    )

    assert (lacking["code"], lacking["argument"]) == ("BAD_ARGUMENT", "role")
    assert accepted["alignment"]["status"] == "ACCEPTED"
    assert await office.count("MATCH ()-[c:COVERS {kind: 'MAJOR', strength: 0.7}]->() RETURN count(c)") == 1


@pytest.mark.parametrize(
    ("given", "code", "argument"),
    [
        ({"decision": "REJECT", "kind": "MINOR"}, "BAD_ARGUMENT", "kind"),
        ({"kind": "NO_MATCH", "role": "TEACHES"}, "BAD_ARGUMENT", "role"),
        ({"decision": "REJECT", "strength": 0.9}, "BAD_ARGUMENT", "strength"),
        ({"decision": "REJECT", "role": "PRACTISES"}, "BAD_ARGUMENT", "role"),
        ({"strength": 0}, "BAD_ARGUMENT", "strength"),
        ({"strength": 1.5}, "BAD_ARGUMENT", "strength"),
        ({"role": "ASSESSES"}, "NOT_POSSIBLE_NOW", None),
    ],
)
async def test_a_correction_is_checked_as_a_proposal_is(given, code, argument, office):
    ids = await proposals(office)
    await office.change("dai", PROPOSE, {**PROPOSAL, "role": "ASSESSES"})

    error = await office.refused("rui", DECIDE, {**one(ids[0]), **given})

    assert (error["code"], error["argument"]) == (code, argument)
    assert await office.count("MATCH (a:Alignment {status: 'SUGGESTED'}) RETURN count(a)") == 5


async def test_one_refused_row_refuses_all_and_every_refusal_names_its_row(office):
    ids = await proposals(office)
    await office.change("rosa", DECIDE_MANY, decisions(ids[1:2], "REJECT"))
    given = decisions([*ids[:2], "Alignment:none", ids[3]])
    given["alignments"][3]["version"] = 7

    payload = await office.change("rui", DECIDE_MANY, given)

    assert (payload["alignments"], payload["bookmark"]) == (None, None)
    errors = [{key: each[key] for key in each if key != "message"} for each in payload["userErrors"]]
    nothing = {"argument": None, "displayName": None, "version": None, "changedBy": None}
    assert errors == [
        {
            **nothing,
            "code": "VERSION_CONFLICT",
            "row": 1,
            "id": ids[1],
            "displayName": "c1 → 1.1.2 能 1.1.2",
            "version": 2,
            "changedBy": "rosa",
        },
        {**nothing, "code": "NOT_FOUND", "row": 2, "id": "Alignment:none"},
        {
            **nothing,
            "code": "VERSION_CONFLICT",
            "row": 3,
            "id": ids[3],
            "displayName": "c2 → 1.1.2 能 1.1.2",
            "version": 1,
            "changedBy": "dai",
        },
    ]
    assert await office.count("MATCH (a:Alignment {status: 'ACCEPTED'}) RETURN count(a)") == 0
    assert await office.count("MATCH (c:Change) RETURN count(c)") == 5


async def test_the_rights_are_those_of_a_single_decision(office):
    ids = await proposals(office)
    await office.change("rui", DECIDE_MANY, decisions(ids[:1]))

    answer = await office.ask("dora", DECIDE_MANY, decisions(ids[1:]))
    assert [each.original_error.code for each in answer.errors] == ["FORBIDDEN"]

    # What a reviewer accepted, and what another designer proposed, a designer does not take back.
    payload = await office.change("dora", DECIDE_MANY, decisions(ids[1:], "WITHDRAW"))
    assert [(each["code"], each["row"]) for each in payload["userErrors"]] == [("FORBIDDEN", 1), ("FORBIDDEN", 2)]
    payload = await office.change("dora", DECIDE_MANY, decisions(ids[:1], "WITHDRAW", version=2))
    assert [each["code"] for each in payload["userErrors"]] == ["FORBIDDEN"]

    # Nor does a designer take back a decision.
    answer = await office.ask("dora", DECIDE_MANY, decisions(ids[:1], "REOPEN", version=2))
    assert [each.original_error.code for each in answer.errors] == ["FORBIDDEN"]

    payload = await office.change("dora", DECIDE_MANY, decisions(ids[1:2], "WITHDRAW"))
    assert [each["status"] for each in payload["alignments"]] == ["WITHDRAWN"]


async def test_nobody_accepts_a_proposal_of_their_own_among_many(office):
    own = (await office.change("rui", PROPOSE, {**PROPOSAL, "role": "ASSESSES"}))["alignment"]["id"]
    ids = await proposals(office)

    payload = await office.change("rui", DECIDE_MANY, decisions([*ids, own]))

    assert [(each["code"], each["row"], each["id"]) for each in payload["userErrors"]] == [("NOT_POSSIBLE_NOW", 4, own)]


@pytest.mark.parametrize(
    ("wrong", "argument"),
    [
        ({"alignments": []}, "alignments"),
        (
            {"alignments": [{"alignment": f"Alignment:{n}", "version": 1} for n in range(ROWS_LARGEST + 1)]},
            "alignments",
        ),
        ({"alignments": [{"alignment": "Alignment:x", "version": 1}] * 2}, "alignments"),
        ({"alignments": [{"alignment": COURSE, "version": 1}]}, "alignments"),
        ({"reason": "x" * 1_001}, "reason"),
    ],
)
async def test_wrong_input_is_refused(wrong, argument, office):
    payload = await office.change("rui", DECIDE_MANY, {**decisions(["Alignment:x"]), **wrong})

    (error,) = payload["userErrors"]
    assert (error["code"], error["argument"], error["row"]) == ("BAD_ARGUMENT", argument, None)


async def test_a_version_that_cannot_be_names_its_row(office):
    rows = [{"alignment": "Alignment:x", "version": 1}, {"alignment": "Alignment:y", "version": 0}]
    payload = await office.change("rui", DECIDE_MANY, {**decisions([]), "alignments": rows})

    (error,) = payload["userErrors"]
    assert [error[each] for each in ("code", "argument", "row", "id")] == ["BAD_ARGUMENT", "version", 1, "Alignment:y"]


async def test_a_key_decides_once_and_gives_all_again(office):
    ids = await proposals(office)
    given = decisions(ids, idempotencyKey="k")
    first = await office.change("rui", DECIDE_MANY, given)

    assert (await office.change("rui", DECIDE_MANY, given))["alignments"] == first["alignments"]
    other = await office.change("rui", DECIDE_MANY, {**given, "alignments": given["alignments"][:2]})
    assert [each["code"] for each in other["userErrors"]] == ["IDEMPOTENCY_KEY_REUSED"]
    assert await office.count("MATCH (c:Change) RETURN count(c)") == 8


async def test_as_many_as_are_allowed_are_decided(office):
    values = [
        {
            "id": f"Alignment:n{n}",
            "code": f"n{n}",
            "kind": "MAJOR",
            "role": "TEACHES",
            "strength": 0.5,
            "status": "SUGGESTED",
            "method": "manual",
            "author": "dora",
            "version": 1,
            "basis": "EDITORIAL",
            "sourceIds": [],
            "proposedOn": "2026-01-01",
        }
        for n in range(ROWS_LARGEST)
    ]
    text = (
        "UNWIND $rows AS row MATCH (s:Course {id: $course}) MATCH (t:SkillRequirement {id: $requirement}) "
        "CREATE (a:Alignment) SET a = row CREATE (a)-[:ALIGNS {basis: 'EDITORIAL', sourceIds: []}]->(s) "
        "CREATE (a)-[:ALIGNED_TO {basis: 'EDITORIAL', sourceIds: []}]->(t) RETURN count(*)"
    )
    params = {"rows": values, "course": COURSE, "requirement": REQUIREMENT}
    await office.database.write(lambda writer: writer.run(Statement(text, params)))
    ids = [each["id"] for each in values]

    payload = await office.change("rui", DECIDE_MANY, decisions(ids))

    assert (payload["userErrors"], len(payload["alignments"])) == ([], ROWS_LARGEST)
    assert await office.count("MATCH (c:Change) RETURN count(c)") == ROWS_LARGEST
    assert not await cover_links.disagreement(office.database)


async def test_a_too_costly_selection_is_refused_before_the_change(office):
    ids = await proposals(office)
    costly = DECIDE_MANY.replace("reviewer", "course { covers(first: 100) { nodes { id text } } }")

    with pytest.raises(OperationTooLargeError):
        await office.ask("rui", costly, decisions(ids))
    assert await office.count("MATCH (a:Alignment {status: 'ACCEPTED'}) RETURN count(a)") == 0


async def test_what_has_a_rationale_is_accepted_without_a_reason_and_rejected_with_one_only(office):
    ids = await proposals(office)
    accepted = await office.change("rui", DECIDE, {**one(ids[0]), "reason": None})
    many = await office.change("rui", DECIDE_MANY, {**decisions(ids[1:3]), "reason": "  "})
    rejected = await office.change("rui", DECIDE, {**one(ids[3]), "decision": "REJECT", "reason": None})

    assert accepted["userErrors"] == many["userErrors"] == []
    assert [each["status"] for each in many["alignments"]] == ["ACCEPTED", "ACCEPTED"]
    assert [(each["code"], each["argument"]) for each in rejected["userErrors"]] == [("BAD_ARGUMENT", "reason")]
    assert await office.database.read(TRAIL) == [[each, "rui", "ACCEPT", None, 2] for each in sorted(ids[:3])]


async def test_what_has_no_rationale_needs_a_reason(office):
    ids = await proposals(office)
    await office.database.write(
        lambda writer: writer.run(Statement("MATCH (a:Alignment) SET a.rationale = '' RETURN count(*)"))
    )
    refused = await office.change("rui", DECIDE_MANY, {**decisions(ids[:2]), "reason": None})
    accepted = await office.change("rui", DECIDE, one(ids[0]))

    assert [(each["code"], each["row"]) for each in refused["userErrors"]] == [("BAD_ARGUMENT", 0), ("BAD_ARGUMENT", 1)]
    assert accepted["userErrors"] == []
