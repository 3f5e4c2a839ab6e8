"""A choice that a person states in the report is written as that person's, and one that its courses left is not."""

from interchange.standards.corrections.correction import Correction
from interchange.training_plan_imports.confirmed_plans import confirm_plans
from tests.interchange.training_plan_imports.made_imports import form, made_document
from tests.interchange.training_plan_imports.test_imported_reads import ask

GROUPS = "{ planGroups { nodes { kind choose label place basis courses { name basis } } } }"


async def test_a_choice_of_a_person_has_its_basis_and_no_place_in_the_document(plan_graph):
    corrections = (
        Correction("1:4:choice", removes=True),
        *(Correction(f"1:{line}:choice", text="二选一：选1门") for line in (2, 3)),
    )
    document = made_document(form())._replace(corrections=corrections)
    await confirm_plans(plan_graph.database, document, {}, plan_graph.reviewer)

    assert [each.kind for each in document.plans[0].groups] == ["CHOOSE_CREDITS"]
    assert (await ask(plan_graph.database, GROUPS))["planGroups"]["nodes"] == [
        {
            "kind": "CHOOSE_ONE",
            "choose": 1,
            "label": "二选一",
            "place": None,
            "basis": "EDITORIAL",
            "courses": [{"name": each, "basis": "EDITORIAL"} for each in ("网页开发", "甲")],
        }
    ]
