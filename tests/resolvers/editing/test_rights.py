"""Who may write what: tokens, roles, names, and what no one decides alone."""

import contextlib
from dataclasses import replace

import pytest

from graph.connection.directory_keeper import DirectoryKeeper
from graph.errors import BadArgumentError, OtherCollegeError
from graph.query.statement import Statement
from graph.upkeep import editors
from graph.upkeep.editors import Editor, Role
from resolvers.identify import Request
from resolvers.operation import Operations
from schema.build import executable_schema
from tests.golden.make import PLANNERS
from tests.resolvers.editing.office import (
    CLOSE,
    DECIDE,
    PROPOSAL,
    PROPOSE,
    SECOND,
    STANDARD,
    WITHDRAW,
    Counting,
    decision,
)


@pytest.mark.parametrize(
    ("who", "code"), [(None, "UNAUTHENTICATED"), ("a made up token", "UNAUTHENTICATED"), ("dora", "FORBIDDEN")]
)
async def test_who_may_not_changes_nothing(who, code, office):
    proposed = await office.change("dai", PROPOSE, PROPOSAL)

    answer = await office.ask(who, DECIDE, decision(proposed))

    assert answer.data == {"decideAlignment": None}
    assert [each.original_error.code for each in answer.errors] == [code]
    assert await office.count("MATCH (a:Alignment {status: 'SUGGESTED'}) RETURN count(a)") == 1


@pytest.mark.parametrize(("who", "reads"), [(None, 0), ("a made up token", 1), ("dora", 1)])
async def test_who_may_not_write_takes_nobodys_turn(who, reads, office):
    """The right is looked up before a writing transaction begins, for an editor would wait for each of those."""
    proposed = await office.change("dai", PROPOSE, PROPOSAL)
    async with Counting.open(office.database.address) as counting:
        operations = Operations(executable_schema(), PLANNERS, counting, DirectoryKeeper(counting))
        request = Request(DECIDE, {"input": decision(proposed)}, token=office.tokens.get(who, who))

        answers = [await operations.run(request) for _ in range(3)]

    assert {each.original_error.code for answer in answers for each in answer.errors} <= {
        "UNAUTHENTICATED",
        "FORBIDDEN",
    }
    assert [len(answer.errors) for answer in answers] == [1, 1, 1]
    assert (counting.writes, counting.reads) == (0, 3 * reads)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("a:b", "colon"),
        ("  ", "characters"),
        ("x" * 101, "characters"),
        ("王\u200b老师", r"U\+200B"),
        ("\u202e", r"U\+202E"),
        ("oneplusx editor\u0456al", r"U\+0456, CYRILLIC SMALL LETTER BYELORUSSIAN-UKRAINIAN I"),
        ("\uff21nn\u03b1", r"U\+03B1, GREEK SMALL LETTER ALPHA"),
    ],
)
async def test_a_name_that_could_be_taken_for_another_is_refused(name, why, database):
    with pytest.raises(BadArgumentError, match=why):
        await editors.add(database, name, Role.DESIGNER)


async def test_editors_whose_names_and_keys_run_together_do_not_meet(office):
    """`a:b` with the key `c` is not `a` with the key `b:c`; such names are there from earlier days only."""
    names = [["dora", "a:b"], ["dai", "a"]]
    rename = Statement("UNWIND $names AS n MATCH (e:Editor {name: n[0]}) SET e.name = n[1]", {"names": names})
    await office.database.write(lambda writer: writer.run(rename))

    first = await office.change("dora", PROPOSE, {**PROPOSAL, "idempotencyKey": "c"})
    again = await office.change("dora", PROPOSE, {**PROPOSAL, "idempotencyKey": "c"})
    other = await office.change("dai", PROPOSE, {**PROPOSAL, "target": SECOND, "idempotencyKey": "b:c"})

    assert first["alignment"]["id"] == again["alignment"]["id"] != other["alignment"]["id"]
    kept = await office.database.read(Statement("MATCH (c:Change) RETURN c.id"))
    assert ["Change:a:b:c"] in kept
    assert len(kept) == 2


async def test_a_revoked_editor_writes_no_more_and_the_name_is_free_again(office):
    with pytest.raises(BadArgumentError, match="already"):
        await editors.add(office.database, "dora", Role.DESIGNER)
    assert await editors.revoke(office.database, "dora")
    assert not await editors.revoke(office.database, "dora")

    answer = await office.ask("dora", PROPOSE, PROPOSAL)
    assert [each.original_error.code for each in answer.errors] == ["UNAUTHENTICATED"]
    office.tokens["dora"] = await editors.add(office.database, "dora", Role.REVIEWER)
    assert (await office.change("dora", PROPOSE, PROPOSAL))["alignment"]
    shown = await editors.all_editors(office.database)
    assert sorted(each[0] for each in shown).count("dora") == 2  # type: ignore[type-var]  # compared only
    kept = await office.database.read(Statement("MATCH (e:Editor) RETURN e.id"))
    assert not {row[0] for row in kept} & set(office.tokens.values())


async def test_an_editor_who_changed_while_a_write_waited_writes_as_the_graph_says_now(office, monkeypatch):
    """The transaction goes by what it reads itself, not by what was read before its turn came."""

    async def earlier(*asked) -> Editor:
        return replace(await require(*asked), name="dora of yesterday")

    require = editors.require
    monkeypatch.setattr(editors, "require", earlier)
    made = await office.change("dora", PROPOSE, PROPOSAL)

    assert made["alignment"]["author"] == "dora"
    assert await office.count("MATCH (c:Change {editor: 'dora'}) RETURN count(c)") == 1
    assert await office.count("MATCH (c:Change) RETURN count(c)") == 1


async def test_a_token_revoked_while_a_write_waited_writes_nothing(office, monkeypatch):
    async def earlier(*asked) -> Editor:
        editor = await require(*asked)
        await editors.revoke(office.database, "dora")
        return editor

    require = editors.require
    monkeypatch.setattr(editors, "require", earlier)
    answer = await office.ask("dora", PROPOSE, PROPOSAL)

    assert [each.original_error.code for each in answer.errors] == ["UNAUTHENTICATED"]
    assert await office.count("MATCH (a:Alignment) RETURN count(a)") == 0


async def test_nobody_decides_on_their_own_proposal(office):
    proposed = await office.change("rui", PROPOSE, PROPOSAL)

    assert (await office.refused("rui", DECIDE, decision(proposed)))["code"] == "NOT_POSSIBLE_NOW"


@pytest.mark.parametrize("name", ["dora", "rui", "ＲＵＩ ", "Rosa", "甲"])
async def test_the_name_of_an_author_or_reviewer_is_taken_also_when_the_editor_is_gone(name, office):
    """dora proposed, rui decided, rosa closed a review; 甲 stands in the seeds only."""
    await office.change("rui", DECIDE, decision(await office.change("dora", PROPOSE, PROPOSAL)))
    await office.change(
        "rosa",
        CLOSE,
        {"subject": STANDARD, "requirement": SECOND, "conclusion": "read all courses", "ground": "COURSE_NAMES"},
    )
    seeded = Statement("CREATE (a:Alignment {id: 'Alignment:s', author: '甲'})")
    await office.database.write(lambda writer: writer.run(seeded))
    for each in office.tokens:
        await editors.revoke(office.database, each)

    with pytest.raises(BadArgumentError, match="--same-person"):
        await editors.add(office.database, name, Role.DESIGNER)

    token = await editors.add(office.database, name, Role.DESIGNER, same_person=True)
    assert (await office.change(token, PROPOSE, {**PROPOSAL, "role": "ASSESSES"}))["userErrors"] == []


@pytest.mark.parametrize("name", ["att\u2011d1", "ATT\u2013d1", "att \u2212 d1", "att\uff0dd1"])
async def test_the_name_of_an_author_is_taken_with_every_form_of_a_hyphen(name, database):
    seeded = Statement("CREATE (a:Alignment {id: 'Alignment:s', author: 'att-d1'})")
    await database.write(lambda writer: writer.run(seeded))

    with pytest.raises(BadArgumentError, match="'att-d1', which is or looks the same") as refused:
        await editors.add(database, name, Role.DESIGNER)

    assert "形似的作者或评审者 'att-d1'" in refused.value.zh


@pytest.mark.parametrize("name", ["Анна Иванова", "Ελένη", "李-Li", "José", "陈 μ"])
async def test_a_name_in_another_alphabet_is_a_name(name, database):
    assert await editors.add(database, name, Role.DESIGNER)


async def test_a_name_of_other_letters_that_all_look_latin_is_taken_too(database):
    await editors.add(database, "Cao", Role.DESIGNER)

    with pytest.raises(BadArgumentError, match="'Cao' already"):
        await editors.add(database, "\u0421\u0430\u043e", Role.DESIGNER)


@pytest.mark.parametrize("name", ["dora", "Dora", "ｄｏｒａ"])
async def test_of_two_editors_none_has_the_name_of_the_other(name, office):
    with pytest.raises(BadArgumentError, match="'dora' already"):
        await editors.add(office.database, name, Role.DESIGNER, same_person=True)


async def test_nobody_is_revoked_before_the_day_of_being_added(office):
    ahead = Statement("MATCH (e:Editor {name: 'dora'}) SET e.addedOn = '2999-12-31'")
    await office.database.write(lambda writer: writer.run(ahead))

    await editors.revoke(office.database, "dora")

    (shown,) = [each for each in await editors.all_editors(office.database) if each[0] == "dora"]
    assert shown == ["dora", "designer", "2999-12-31", "2999-12-31", None]


async def test_an_author_takes_back_what_is_suggested_and_a_reviewer_also_what_is_accepted(office):
    """Else a designer alone would undo what another person decided."""
    proposed = await office.change("dora", PROPOSE, PROPOSAL)
    seen = {"alignment": proposed["alignment"]["id"], "reason": "a mistake", "version": 1}
    answer = await office.ask("dai", WITHDRAW, seen)
    assert [each.original_error.details["needed"] for each in answer.errors] == ["reviewer (or its author)"]

    await office.change("rui", DECIDE, decision(proposed))
    answer = await office.ask("dora", WITHDRAW, {**seen, "version": 2})
    assert [each.original_error.code for each in answer.errors] == ["FORBIDDEN"]
    assert [each.original_error.details["needed"] for each in answer.errors] == ["reviewer"]
    assert await office.count("MATCH ()-[c:COVERS]->() RETURN count(c)") == 1
    await office.change("rosa", WITHDRAW, {**seen, "version": 2})

    again = await office.change("dora", PROPOSE, PROPOSAL)
    seen = {"alignment": again["alignment"]["id"], "reason": "a mistake", "version": 1}
    assert (await office.change("dora", WITHDRAW, seen))["alignment"]["status"] == "WITHDRAWN"


COLLEGES = """
CREATE (:College {id: 'College:甲学院', name: '甲学院', code: '4111010001'})
CREATE (:College {id: 'College:乙学院', name: '乙学院'})
"""


async def test_an_editor_belongs_to_a_college_by_code_or_name_or_to_none(office):
    await office.database.write(lambda writer: writer.run(Statement(COLLEGES)))

    tokens = [
        await editors.add(office.database, name, Role.DESIGNER, college=college)
        for name, college in (("one", " 4111010001"), ("two", "乙学院"), ("three", None))
    ]

    found = [await editors.require(office.database.read, token, frozenset(Role)) for token in tokens]
    assert found == [
        Editor("one", Role.DESIGNER, "College:甲学院"),
        Editor("two", Role.DESIGNER, "College:乙学院"),
        Editor("three", Role.DESIGNER, None),
    ]
    shown = {each[0]: each[4] for each in await editors.all_editors(office.database)}
    assert (shown["one"], shown["two"], shown["three"]) == ("College:甲学院", "College:乙学院", None)


async def test_a_college_that_is_not_in_the_graph_adds_no_editor(office):
    with pytest.raises(BadArgumentError, match="`--college`: no college has the code or name '丙学院'"):
        await editors.add(office.database, "one", Role.DESIGNER, college="丙学院")

    assert "one" not in [each[0] for each in await editors.all_editors(office.database)]


@pytest.mark.parametrize(
    ("own", "college", "drafts", "published"),
    [
        ("College:甲", "College:甲", True, True),
        ("College:甲", "College:乙", False, False),
        ("College:甲", None, False, False),
        (None, "College:甲", False, True),
        (None, None, False, True),
    ],
)
def test_drafts_are_edited_by_their_college_and_no_college_publishes_for_another(own, college, drafts, published):
    editor = Editor("one", Role.REVIEWER, own)

    assert editor.may_edit_plans_of(college) is drafts
    assert editor.may_edit_plans_of(college, are_drafts=False) is published
    for allowed, are_drafts in ((drafts, True), (published, False)):
        expected = contextlib.nullcontext() if allowed else pytest.raises(OtherCollegeError, match="token is of")
        with expected:
            editor.require_plans_of(college, are_drafts=are_drafts)


async def test_a_role_that_may_not_decide_is_named_in_the_words_of_the_language(office):
    proposed = await office.change("dai", PROPOSE, PROPOSAL)
    answer = await office.ask("dora", DECIDE, decision(proposed))

    assert [each.original_error.zh for each in answer.errors] == ["此变更须由评审人作出，您以课程设计者登录。"]
