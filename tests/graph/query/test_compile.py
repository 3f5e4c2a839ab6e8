"""The statement of a plan: what its parameters are called."""

import pytest

from graph.model import MODEL
from graph.query.compile import compile_batch, compile_plan
from graph.query.directory import EMPTY_DIRECTORY
from graph.query.plan import Bind, Inputs, Lookup, Plan, Selection

MAJOR = MODEL.node_types["Major"]


def plan_of(*labels: str) -> Plan:
    """Make a plan that looks up one major by each label's value."""
    selection = Selection(MAJOR, ())
    by = [((MAJOR.by_name["code"], Bind(label, lambda _: "510203")),) for label in labels]
    return Plan(tuple(Lookup(f"m{place}", selection, each) for place, each in enumerate(by)))


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (["asOf"], ["asOf"]),
        (["code.eq", "after.id"], ["code_eq", "after_id"]),
        (["first", "first", "id", "first"], ["first", "first_2", "id", "first_3"]),
        (["first", "first_2", "first"], ["first", "first_2", "first_3"]),
        (["code.eq", "code_eq"], ["code_eq", "code_eq_2"]),
        (["a) DETACH DELETE n //", "级别"], ["a__DETACH_DELETE_n___", "__"]),
        (["requests"], ["requests_2"]),
    ],
    ids=[
        "as it is",
        "dots",
        "repeated",
        "taken",
        "the same once written",
        "no characters but of a name",
        "the batch's own",
    ],
)
def test_a_parameter_is_named_after_what_it_holds(labels, names):
    plan = plan_of(*labels)
    compiled, batch = compile_plan(plan), compile_batch(plan)

    assert [name for name, _ in compiled.binds] == names
    assert [bind.label for _, bind in compiled.binds] == labels
    assert batch is not None
    for place, name in enumerate(names):
        assert f"(n{place}:Major {{code: ${name}}})" in compiled.text
        assert f"(n{place}:Major {{code: q.{name}}})" in batch.text


def test_callers_with_and_without_a_college_share_a_plan_of_neo4j():
    training_plan = MODEL.node_types["TrainingPlan"]
    lookup = Lookup("p", Selection(training_plan, ()), ((training_plan.by_name["id"], Bind("id", lambda _: "x")),))
    ((_, _), (name, bind)) = compile_plan(Plan((lookup,))).binds
    college = "College:上海农林职业技术学院"
    readers = [bind.read(Inputs({}, EMPTY_DIRECTORY, reader)) for reader in ("", college)]

    assert (name, readers) == ("reader", ["belongs to no college", college])
    # Neo4j keeps a plan for texts of 11 to 100 characters: those of no other length share it.
    assert [10 < len(each) <= 100 for each in readers] == [True, True]
