"""What an editor said of columns is kept for the college with what is confirmed, and read by its next file alone."""

import hashlib

import pytest

from graph.errors import AccessError, OtherCollegeError
from graph.query.statement import Statement
from graph.upkeep import editors
from graph.upkeep.column_mappings import MAPPINGS_LARGEST, column_mappings, keep_mappings
from graph.upkeep.editors import Role
from interchange.archive.backup import backup
from interchange.archive.restore import restore
from interchange.standard_imports.imported_facts import ImportedFile
from interchange.training_plan_imports.confirmed_plans import PlanDocument, confirm_plans
from interchange.training_plan_imports.kept_columns import kept_columns, remove_columns
from interchange.training_plans.plan_reading import read_training_plans
from interchange.training_plans.tables.headings.column_choices import ColumnChoices, choices_of
from tests.interchange.documents.made_documents import read_here
from tests.interchange.training_plan_imports.made_imports import REPORT_SHA256
from tests.interchange.training_plan_imports.own_columns import BY_HAND, COLLEGE, FIGURES, KEPT, OTHER, table

NEW_COLLEGE = "CREATE (:College {id: $id, name: '别的学院', educationLevel: 'ASSOCIATE', ownership: '公办'})"


def document(choices: ColumnChoices, year: int = 2026) -> PlanDocument:
    data = table(year)
    file = ImportedFile("plan.xlsx", hashlib.sha256(data).hexdigest(), REPORT_SHA256)
    return PlanDocument(read_training_plans(read_here(data), (), choices), file)


BY_LETTER = ColumnChoices(choices_of(BY_HAND))


@pytest.fixture
async def tokens(plan_graph):
    """Editors of the college, of another one, and of none."""
    database = plan_graph.database
    await database.write(lambda writer: writer.run(Statement(NEW_COLLEGE, {"id": OTHER})))
    colleges = {"own": "示例职业技术学院", "other": "别的学院", "national": None}
    return {
        name: await editors.add(database, name, Role.REVIEWER, college=college) for name, college in colleges.items()
    }


async def meanings(database, college: str | None) -> dict[str, str]:
    return {each.heading: each.meaning for each in await column_mappings(database.read, college)}


async def test_what_was_said_of_columns_is_kept_and_reads_the_next_file(plan_graph, tokens):
    database = plan_graph.database

    await confirm_plans(database, document(BY_LETTER), {}, tokens["own"])

    assert await meanings(database, COLLEGE) == KEPT
    (kept, _) = await kept_columns(database.read, tokens["own"])
    assert (kept.editor, kept.confirmed_on) == ("own", editors.today())
    (following,) = document(ColumnChoices({}, {}, KEPT), 2027).plans
    assert [(each.hours, each.theory_hours, each.practice_hours) for each in following.lines] == FIGURES
    rules = {each.heading: each.rule for each in following.columns}
    assert {rules[heading] for heading in KEPT} == {"column-by-college"}
    assert rules["总学时"] == "column-by-heading"


async def test_it_is_of_the_college_alone(plan_graph, tokens):
    database = plan_graph.database
    await confirm_plans(database, document(BY_LETTER), {}, tokens["own"])

    assert await meanings(database, OTHER) == await meanings(database, None) == {}
    assert await kept_columns(database.read, tokens["other"]) == await kept_columns(database.read, tokens["national"])
    assert await remove_columns(database, tokens["other"], [*KEPT]) == []
    with pytest.raises(AccessError):
        await kept_columns(database.read, "no token")
    assert await meanings(database, COLLEGE) == KEPT


async def test_nothing_is_kept_of_what_was_not_confirmed_or_not_said(plan_graph, tokens):
    database = plan_graph.database

    with pytest.raises(OtherCollegeError):
        await confirm_plans(database, document(BY_LETTER), {}, tokens["other"])
    as_it_is = {"problem-column-not-known": "accept"}
    await confirm_plans(database, document(ColumnChoices()), as_it_is, tokens["own"])
    await confirm_plans(database, document(BY_LETTER, 2027), {}, tokens["national"])

    assert await database.read(Statement("MATCH (m:ColumnMapping) RETURN count(m)")) == [[0]]


async def test_a_heading_is_kept_anew_and_can_be_removed(plan_graph, tokens):
    database = plan_graph.database
    await confirm_plans(database, document(BY_LETTER), {}, tokens["own"])
    turned = ColumnChoices({}, {"在校课时": "ignored"}, KEPT)
    await confirm_plans(database, document(turned, 2027), {}, tokens["own"])

    assert await meanings(database, COLLEGE) == {**KEPT, "在校课时": "ignored"}
    assert await remove_columns(database, tokens["own"], ["在校课时", "没有的表头"]) == ["在校课时"]
    assert await meanings(database, COLLEGE) == {"企业课时": "practiceHours"}


async def test_an_archive_holds_what_is_kept(plan_graph, tokens, tmp_path):
    database = plan_graph.database
    await confirm_plans(database, document(BY_LETTER), {}, tokens["own"])
    before = await column_mappings(database.read, COLLEGE)
    await backup(database, tmp_path / "kept.zip")
    await database.write(lambda writer: writer.run(Statement("MATCH (n) WHERE NOT n:GraphRevision DETACH DELETE n")))

    await restore(database, tmp_path / "kept.zip")

    assert (await column_mappings(database.read, COLLEGE), len(before)) == (before, 2)


async def test_no_more_is_kept_than_a_table_has_columns(plan_graph, tokens):
    database = plan_graph.database
    many = {f"表头{number:03}": "ignored" for number in range(MAPPINGS_LARGEST + 3)}

    await database.write(lambda writer: keep_mappings(writer, COLLEGE, {**many, "长" * 201: "ignored"}, "own"))

    assert [*await meanings(database, COLLEGE)] == [*many][:MAPPINGS_LARGEST]
